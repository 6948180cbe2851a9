// Command kubernetes validates the manifests in deploy/kubernetes against the engine's own types, strictly: an unknown field, a wrong type, or a value
// outside of an enumeration that the jobs use is an error. It is a module of its own, so that the project does not depend on Kubernetes.
//
//	cd .ci/kubernetes && go run . ../../deploy/kubernetes/*.yaml
package main

import (
	"fmt"
	"os"

	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"sigs.k8s.io/yaml"
)

func main() {
	failed := false
	for _, name := range os.Args[1:] {
		if err := validate(name); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
			failed = true
			continue
		}
		fmt.Println(name, "valid")
	}
	if failed {
		os.Exit(1)
	}
}

func validate(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var kind metav1.TypeMeta
	if err := yaml.Unmarshal(text, &kind); err != nil {
		return err
	}
	switch kind.APIVersion + " " + kind.Kind {
	case "batch/v1 Job":
		var job batchv1.Job
		if err := yaml.UnmarshalStrict(text, &job); err != nil {
			return err
		}
		return sound(&job)
	case "v1 PersistentVolumeClaim":
		return yaml.UnmarshalStrict(text, &corev1.PersistentVolumeClaim{})
	}
	return fmt.Errorf("unknown kind %s %s", kind.APIVersion, kind.Kind)
}

// sound checks what the types alone do not: the rules that the API server holds about the fields of a job that these manifests use.
func sound(job *batchv1.Job) error {
	s := job.Spec
	pod := s.Template.Spec
	if pod.RestartPolicy != corev1.RestartPolicyNever {
		return fmt.Errorf("restartPolicy must be Never")
	}
	for _, c := range pod.Containers {
		for _, m := range c.VolumeMounts {
			if len(pod.Volumes) != 1 || pod.Volumes[0].Name != m.Name {
				return fmt.Errorf("volume %s does not exist", m.Name)
			}
		}
	}
	if s.CompletionMode == nil {
		if s.BackoffLimitPerIndex != nil || s.MaxFailedIndexes != nil {
			return fmt.Errorf("limits by index need completionMode Indexed")
		}
		return nil
	}
	if *s.CompletionMode != batchv1.IndexedCompletion || s.Completions == nil || s.BackoffLimitPerIndex == nil {
		return fmt.Errorf("an indexed job needs completions and backoffLimitPerIndex")
	}
	if s.MaxFailedIndexes != nil && *s.MaxFailedIndexes > *s.Completions {
		return fmt.Errorf("maxFailedIndexes is larger than completions")
	}
	for _, r := range s.PodFailurePolicy.Rules {
		if r.Action != batchv1.PodFailurePolicyActionFailIndex || r.OnExitCodes == nil || r.OnExitCodes.Operator != batchv1.PodFailurePolicyOnExitCodesOpIn {
			return fmt.Errorf("unexpected rule %+v", r)
		}
	}
	for _, e := range pod.Containers[0].Env {
		if e.Name == "JOB_COMPLETIONS" && e.Value == fmt.Sprint(*s.Completions) {
			return nil
		}
	}
	return fmt.Errorf("JOB_COMPLETIONS is not completions")
}
