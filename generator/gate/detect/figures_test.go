package detect

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

var update = flag.Bool("update", false, "write the figures into docs/detectors.md")

// published holds the table of docs/detectors.md to what the examples give.
func published(t *testing.T, scores map[string]*score, total score) {
	t.Helper()
	const doc, begin, end = "../../../docs/detectors.md", "<!-- figures -->\n", "<!-- /figures -->"
	text, err := os.ReadFile(doc)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, opened := strings.Cut(string(text), begin)
	_, after, closed := strings.Cut(rest, end)
	if !opened || !closed {
		t.Fatalf("%s has no place for the figures", doc)
	}
	fresh := before + begin + figures(scores, total) + end + after
	switch {
	case fresh == string(text):
	case *update:
		if err := os.WriteFile(doc, []byte(fresh), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s has other figures; go test ./generator/gate/detect -update puts them right", doc)
	}
}

func figures(scores map[string]*score, total score) string {
	var b strings.Builder
	b.WriteString("| 内容 | detector | 有 | 无 | 准确率 | 查全率 |\n| --- | --- | ---: | ---: | ---: | ---: |\n")
	for _, k := range Kinds() {
		if s := scores[k.Code]; s != nil {
			fmt.Fprintf(&b, "| %s | `%s` | %s |\n", k.Name(diag.ZH), k.Code, s.figures())
		}
	}
	if plain := scores["-"]; plain != nil { // pages in which nothing is to be found
		total.negatives += plain.negatives
		fmt.Fprintf(&b, "| 普通段落 | | %d | %d | | |\n", plain.positives, plain.negatives)
	}
	fmt.Fprintf(&b, "| 合计 | | %s |\n", total.figures())
	return b.String()
}

func (s score) figures() string {
	return fmt.Sprintf("%d | %d | %.2f%% | %.2f%%", s.positives, s.negatives, 100*s.precision(), 100*s.recall())
}
