package attach

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

var update = flag.Bool("update", false, "rewrite testdata/findings.txt")

// must says what has to be found in the documents that LibreOffice made, by the beginning of their names; testdata/make.py shows what was put into
// them. Most of them hold an identity number where the name says.
var must = map[string][]string{
	"hidden-sheet":     {"attachment-hidden-sheet", "identity-number"},
	"hidden-rows":      {"attachment-hidden-cells", "identity-number"},
	"hidden-columns":   {"attachment-hidden-cells", "identity-number"},
	"cell-comment":     {"attachment-comments", "identity-number"},
	"white-cell":       {"attachment-pale-text", "identity-number"},
	"black-cell":       {"attachment-covered-text", "identity-number"},
	"own-colour-cell":  {"attachment-pale-text", "identity-number"},
	"thin-column":      {"attachment-hidden-cells", "identity-number"},
	"thin-row":         {"attachment-hidden-cells", "identity-number"},
	"own-colour":       {"attachment-pale-text", "identity-number"},
	"tiny-text":        {"attachment-hidden-text", "identity-number"},
	"box-over-text":    {"identity-number"}, // and one of two more: TestBoxes
	"box-over-cell":    {"attachment-black-box", "identity-number"},
	"box-in-cell":      {"attachment-black-box", "identity-number"},
	"sheet-number":     {"identity-number"},
	"sheet-author":     {"attachment-properties"},
	"deleted-text":     {"attachment-tracked-changes", "identity-number"},
	"inserted-text":    {"attachment-tracked-changes"},
	"comment":          {"attachment-comments", "identity-number"},
	"hidden-text":      {"attachment-hidden-text", "identity-number"},
	"white-text":       {"attachment-pale-text", "identity-number"},
	"black-text":       {"attachment-covered-text", "identity-number"},
	"paragraph-number": {"identity-number"},
	"table-number":     {"identity-number"},
	"footnote-number":  {"identity-number"},
	"header-number":    {"identity-number"},
	"author":           {"attachment-properties"},
	"covered":          {"attachment-covered-text", "identity-number"},
	"white-in-pdf":     {"attachment-pale-text", "identity-number"},
	"browser":          {"attachment-covered-text", "identity-number", "mobile-number"},
	"scan":             {"attachment-not-checked"},
	"hidden-slide":     {"attachment-hidden-slide", "identity-number"},
	"slide-notes":      {"attachment-notes", "identity-number"},
	"locked":           {"attachment-not-checked"},
	"no-copying":       {"identity-number"},
	"old":              {"attachment-not-checked"},
	"located":          {"picture-location", "attachment-properties"},
	"picture":          {"picture-location", "attachment-properties"},
	"embedded":         {"identity-number"},
}

// TestRealFiles: in each document what was put into it is found, at its place; in the clean ones nothing is. No message shows the number.
func TestRealFiles(t *testing.T) {
	var got strings.Builder
	for _, name := range realFiles(t) {
		report := Check(name, read(t, name))
		fmt.Fprintf(&got, "%s\n", name)
		var codes []string
		for _, f := range report.Findings {
			codes = append(codes, f.Code)
			line := fmt.Sprintf("  %s %s [%s] %s %s", f.Severity, f.Code, f.Place.Words().EN, f.Place.Words().ZH, strings.Join(f.Args, " ")+string(f.Reason))
			fmt.Fprintln(&got, strings.TrimRight(line, " "))
		}
		want, ok := must[strings.TrimSuffix(name, filepath.Ext(name))]
		if clean := strings.HasPrefix(name, "clean"); !ok && !clean {
			t.Errorf("%s: nothing is said of what must be found in it", name)
		} else if clean && len(codes) > 0 {
			t.Errorf("%s: %v in a clean file", name, codes)
		}
		for _, code := range want {
			if !slices.Contains(codes, code) {
				t.Errorf("%s: no %s: %v", name, code, codes)
			}
		}
	}
	if strings.Contains(got.String(), "19491231") || strings.Contains(got.String(), "王小明") {
		t.Error("a finding shows what it hides")
	}
	golden(t, got.String())
}

// TestBoxes: a black box over text is told. In a PDF it is known what lies under it; in a text document only that it lies there.
func TestBoxes(t *testing.T) {
	for name, want := range map[string]string{
		"box-over-text.docx": "attachment-black-box", "box-over-text.odt": "attachment-black-box", "box-over-text.pdf": "attachment-covered-text", "black-text.pdf": "attachment-covered-text",
	} {
		if found := Check(name, read(t, name)).Findings; !slices.ContainsFunc(found, func(f Finding) bool { return f.Code == want }) {
			t.Errorf("%s: no %s in %v", name, want, found)
		}
	}
}

func golden(t *testing.T, got string) {
	t.Helper()
	const file = "testdata/findings.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(file); err != nil || string(want) != got {
		t.Errorf("findings differ from %s (%v); go test -update rewrites it. Got:\n%s", file, err, got)
	}
}

// realFiles lists the documents and pictures of testdata.
func realFiles(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !slices.Contains([]string{".py", ".html"}, filepath.Ext(e.Name())) && e.Name() != "findings.txt" {
			names = append(names, e.Name())
		}
	}
	if len(names) < 60 {
		t.Fatalf("only %d files", len(names))
	}
	return names
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestReportIsPlain: a report survives being written as JSON, and is the same every time.
func TestReportIsPlain(t *testing.T) {
	for _, name := range realFiles(t) {
		report := Check(name, read(t, name))
		written, err := json.Marshal(report)
		if err != nil {
			t.Fatal(err)
		}
		var back Report
		if err := json.Unmarshal(written, &back); err != nil || !reflect.DeepEqual(back, report) {
			t.Errorf("%s: %v\n%v\n%v", name, err, report, back)
		}
		if again := Check(name, read(t, name)); !reflect.DeepEqual(again, report) {
			t.Errorf("%s: the second time %v, the first %v", name, again, report)
		}
	}
}

// TestHidden: of hidden content it counts that nothing less grave than a warning is said.
func TestHidden(t *testing.T) {
	for _, name := range realFiles(t) {
		for _, f := range Check(name, read(t, name)).Findings {
			if f.Severity == diag.Note {
				t.Errorf("%s: %s is only a note", name, f.Code)
			}
		}
	}
}
