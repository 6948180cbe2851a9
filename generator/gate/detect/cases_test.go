package detect

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"
)

// example is one labelled text: what must be found in it, and nothing else.
type example struct {
	kind  string
	text  string
	label string
	want  []match
	line  string
}

type match struct {
	kind       string
	start, end int
}

// parseCase reads a line of the corpus: kind, sign, text with ⟦marks⟧, label.
func parseCase(line string) (example, error) {
	fields := strings.Split(line, "\t")
	if len(fields) < 3 || fields[1] != "+" && fields[1] != "-" {
		return example{}, fmt.Errorf("parse %q: kind, sign and text are needed", line)
	}
	e := example{kind: fields[0], line: line}
	if len(fields) > 3 {
		e.label = fields[3]
	}
	rest := strings.NewReplacer(`\n`, "\n", `\t`, "\t", `\r`, "\r").Replace(fields[2])
	for {
		before, after, ok := strings.Cut(rest, "⟦")
		e.text += before
		if !ok {
			break
		}
		marked, tail, ok := strings.Cut(after, "⟧")
		if !ok {
			return example{}, fmt.Errorf("parse %q: ⟦ without ⟧", line)
		}
		kind := e.kind
		if k, m, other := strings.Cut(marked, "|"); other {
			kind, marked = k, m
		}
		e.want = append(e.want, match{kind, len(e.text), len(e.text) + len(marked)})
		e.text += marked
		rest = tail
	}
	if (len(e.want) > 0) != (fields[1] == "+") {
		return example{}, fmt.Errorf("parse %q: sign and marks differ", line)
	}
	return e, nil
}

func readCases(t testing.TB, path string) []example {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var examples []example
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		e, err := parseCase(line)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		examples = append(examples, e)
	}
	return examples
}

// score counts how the findings of one kind agree with the labels.
type score struct{ positives, negatives, right, wrong, missed int }

func (s score) recall() float64    { return ratio(s.right, s.right+s.missed) }
func (s score) precision() float64 { return ratio(s.right, s.right+s.wrong) }

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

func (s *score) add(o score) {
	s.positives += o.positives
	s.negatives += o.negatives
	s.right += o.right
	s.wrong += o.wrong
	s.missed += o.missed
}

// judgeCases runs the detectors over the corpus.
func judgeCases(t *testing.T, examples []example) map[string]*score {
	scores := map[string]*score{}
	of := func(kind string) *score {
		if scores[kind] == nil {
			scores[kind] = &score{}
		}
		return scores[kind]
	}
	for _, e := range examples {
		if len(e.want) > 0 {
			of(e.kind).positives++
		} else {
			of(e.kind).negatives++
		}
		want := map[match]bool{}
		for _, m := range e.want {
			want[m] = true
		}
		for _, f := range Text(e.text, Context{Label: e.label}) {
			m := match{f.Kind.Code, f.Start, f.End}
			if want[m] {
				of(m.kind).right++
				delete(want, m)
				continue
			}
			of(m.kind).wrong++
			t.Logf("unwanted %s %q in %q", m.kind, e.text[f.Start:f.End], e.line)
		}
		for m := range want {
			of(m.kind).missed++
			t.Logf("missed %s %q in %q", m.kind, e.text[m.start:m.end], e.line)
		}
	}
	return scores
}

// allCases are the examples that the detectors were tuned on, those of a public project, those that were held out, and those made by rule.
func allCases(t testing.TB) []example {
	var examples []example
	for _, file := range []string{"written.txt", "public.txt", "held_out.txt", "held_out_2.txt"} {
		examples = append(examples, readCases(t, "testdata/"+file)...)
	}
	return append(examples, generatedCases(t)...)
}

// TestCorpus holds the detectors to what the office was promised: identity numbers and marks are never missed.
func TestCorpus(t *testing.T) {
	examples := allCases(t)
	scores := judgeCases(t, examples)
	var total score
	var table strings.Builder
	for _, k := range Kinds() {
		s := scores[k.Code]
		if s == nil {
			if k != SecretFileName { // TestFileName
				t.Errorf("no cases for %s", k.Code)
			}
			continue
		}
		total.add(*s)
		fmt.Fprintf(&table, "%-20s %4d %4d  %6.2f%% %6.2f%%\n", k.Code, s.positives, s.negatives, 100*s.precision(), 100*s.recall())
	}
	published(t, scores, total)
	t.Logf("precision and recall:\n%-20s    +    -    prec.  recall\n%s%-20s %4d %4d  %6.2f%% %6.2f%%", "kind", table.String(), "all",
		total.positives, total.negatives, 100*total.precision(), 100*total.recall())
	for code, least := range map[string][2]float64{
		IdentityNumber.Code: {0.99, 1}, SecrecyMark.Code: {0.95, 1}, InternalPhrase.Code: {0.95, 1},
	} {
		if s := scores[code]; s.precision() < least[0] || s.recall() < least[1] {
			t.Errorf("%s: precision %.4f, recall %.4f; wanted at least %v", code, s.precision(), s.recall(), least)
		}
	}
	if total.precision() < 0.95 || total.recall() < 0.97 {
		t.Errorf("overall: precision %.4f, recall %.4f", total.precision(), total.recall())
	}
	if total.positives < 400 || total.negatives < 400 {
		t.Errorf("the corpus has %d positive and %d negative cases", total.positives, total.negatives)
	}
}
