package generator_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/width"
	"golang.org/x/tools/txtar"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// TestNumbersStayHidden: of the numbers that keep a site from being written, the birth date stands in no message of any stage, nor in any place
// that the messages name; and nothing is written.
func TestNumbersStayHidden(t *testing.T) {
	archives, err := filepath.Glob("testdata/sites/bad-personal-*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no sites", err)
	}
	for _, file := range archives {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		result, err := generator.Build(t.Context(), parseSite(t, archive).in, output.NewMemory())
		if err != nil {
			t.Fatal(err)
		}
		if !diag.HasErrors(result.Problems) || result.Manifest != nil {
			t.Errorf("%s: the site was written", file)
		}
		for _, p := range result.Problems {
			place, err := json.Marshal(p.Pos)
			if err != nil {
				t.Fatal(err)
			}
			told := width.Narrow.String(p.Text(diag.EN) + p.Text(diag.ZH) + string(place))
			for _, birth := range []string{"19491231", "18800101", "١٩٤٩١٢٣١"} {
				if strings.Contains(told, birth) {
					t.Errorf("%s: a message shows the number: %s", file, p.Text(diag.EN))
				}
			}
		}
	}
}
