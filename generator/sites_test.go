package generator_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/tools/txtar"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

var update = flag.Bool("update", false, "rewrite the problems and the whole outputs that testdata/sites expects")

// TestSites builds every site of testdata/sites. A site is one archive: its comment says what it is about, and its files
// are the project and what must become of it:
//
//	now, drafts, base_url, version    the input of the build where it differs from [standard]
//	previous                          addresses that the last build published, a line each; files with an extension are attachments
//	vanish                            most pages may vanish
//	unreadable                        files that the system refuses to open
//	want/<path>                       an output, exactly
//	want/<path>.contains              lines that the output must have somewhere
//	want/<path>.absent                texts that must not stand in it
//	unmade                            outputs that must not be there
//	problems                          errors and warnings of the build in English, without hints
//
// A project's file whose name ends in .gb18030, .utf16, .crlf, .bom or .base64 is written that way, under the name before it.
func TestSites(t *testing.T) {
	archives, err := filepath.Glob("testdata/sites/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no sites to build", err)
	}
	for _, file := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := parseSite(t, archive)
			tree := output.NewMemory()
			result, err := generator.Build(t.Context(), s.in, tree)
			if err != nil {
				t.Fatal(err)
			}
			if *update {
				s.rewrite(t, file, archive, result, tree)
				return
			}
			s.compare(t, result, tree)
		})
	}
}

func (s *site) compare(t *testing.T, result *generator.Result, tree *output.Memory) {
	if diff := cmp.Diff(s.problems, told(result.Problems)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	s.check(t)
	if diag.HasErrors(result.Problems) {
		if result.Manifest != nil || len(s.wants) > 0 {
			t.Error("a site with errors has a manifest, or wants outputs")
		}
		return
	}
	for _, w := range s.wants {
		w.compare(t, tree)
	}
	for _, path := range s.unmade {
		if _, found := tree.Get(path); found {
			t.Errorf("%s was made", path)
		}
	}
	inspect(t, result.Manifest, tree)
}

// check holds Check against Build: the gate alone must say the same, and so it must with what other sites have loaded.
func (s *site) check(t *testing.T) {
	result, err := generator.Check(t.Context(), sharing(s.in))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(s.problems, told(result.Problems), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("problems of the check alone (-want +got):\n%s", diff)
	}
}

// told writes problems as the archives carry them.
func told(problems []diag.Problem) []string {
	var lines []string
	for _, p := range problems {
		if p.Severity == diag.Note {
			continue
		}
		line, _, _ := strings.Cut(p.Text(diag.EN), "\n    hint: ")
		lines = append(lines, strings.ReplaceAll(line, "\n", " "))
	}
	return lines
}

// want is what one output must be.
type want struct {
	path  string // of the output
	how   string // "", "contains" or "absent"
	lines string
}

func (w want) compare(t *testing.T, tree *output.Memory) {
	data, found := tree.Get(named(tree, w.path))
	if !found {
		t.Errorf("%s was not made; there are:\n%s", w.path, strings.Join(tree.Paths(), "\n"))
		return
	}
	got := string(data)
	if w.how == "" {
		if diff := cmp.Diff(w.lines, stable(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", w.path, diff)
		}
		return
	}
	for line := range strings.Lines(w.lines) {
		line = strings.TrimSpace(line)
		if there := strings.Contains(got, line); line != "" && there != (w.how == "contains") {
			t.Errorf("%s: found %t: %s", w.path, there, line)
		}
	}
}

// named gives the whole path of a file of the theme that is written as assets/style.FINGERPRINT.css.
func named(tree *output.Memory, path string) string {
	for _, p := range tree.Paths() {
		if strings.TrimSpace(stable("/"+p)) == "/"+path {
			return p
		}
	}
	return path
}

// stable gives an output the line end that an archive would give it, and takes out the fingerprints of the theme's files.
func stable(output string) string {
	if output != "" && !strings.HasSuffix(output, "\n") {
		output += "\n"
	}
	return fingerprint.ReplaceAllString(output, "$1.FINGERPRINT$2")
}

var fingerprint = regexp.MustCompile(`(/assets/[a-z0-9/-]+)\.[0-9a-f]{10}(\.[a-z]+)`)

// rewrite puts what the build gave into the archive.
func (s *site) rewrite(t *testing.T, file string, archive *txtar.Archive, result *generator.Result, tree *output.Memory) {
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == problemsFile })
	for i, f := range archive.Files {
		if w, ok := wanted(f); ok && w.how == "" {
			data, _ := tree.Get(w.path)
			archive.Files[i].Data = []byte(stable(string(data)))
		}
	}
	if problems := told(result.Problems); len(problems) > 0 {
		list := strings.Join(problems, "\n") + "\n"
		archive.Files = append(archive.Files, txtar.File{Name: problemsFile, Data: []byte(list)})
	}
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(fmt.Errorf("rewrite %s: %w", file, err))
	}
}
