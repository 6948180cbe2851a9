package generator_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/waiver"
)

// TestToleratedLink: a link that leads nowhere, where the site wants no error of it, has a whole address in feeds all the same.
func TestToleratedLink(t *testing.T) {
	const page = "content/basic/news/a.md"
	site := files(page)
	site["site.toml"].Data = append(site["site.toml"].Data, "[gate.severity]\nlink-broken = \"warning\"\n"...)
	site[page] = text("甲", "", "见[乙](../other/no%20where.md#x)与[丙](../../../out.md)。\n")
	_, tree := mustBuild(t, generator.Input{Site: site})
	for _, want := range []string{"https://court.example/basic/other/no%20where.md#x", "https://court.example/out.md"} {
		if !strings.Contains(content(t, tree, "feed.xml"), want) {
			t.Errorf("no %s in the feed", want)
		}
	}
}

// TestWaivedIsNotShown: what is waived is published, and neither the finding nor the reason shows it in the report.
func TestWaivedIsNotShown(t *testing.T) {
	const page, number = "content/service/guides/a.md", "110101199003077475"
	site := files(page)
	site[page] = text("甲", "", "样例："+number+"。\n\n另一处："+number+"。\n")
	in := generator.Input{Site: site, Now: standard}
	found, _, err := generator.Waivable(t.Context(), in, diag.Pos{Path: page}, "personal-identity-number")
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	w := found[0]
	w.Reason, w.By, w.Office, w.Date, w.Expires = "号码 "+number+" 系虚构", "王丽", "保密办", standard, standard.AddDate(1, 0, 0)
	site[waiver.File] = &fstest.MapFile{Data: waiver.Append(nil, w)}
	result, err := generator.Build(t.Context(), in, output.NewMemory())
	if err != nil || result.Manifest == nil || len(result.Waived) != 2 {
		t.Fatalf("%v, %d waived, %v", told(result.Problems), len(result.Waived), err)
	}
	for _, w := range result.Waived {
		if shown := w.Problem.Text(diag.ZH) + w.Waiver.Reason + w.Waiver.Match; strings.Contains(shown, number) || !strings.Contains(w.Waiver.Reason, "系虚构") {
			t.Errorf("the report shows %s", shown)
		}
	}
	if slices.ContainsFunc(result.Manifest.Files, func(f output.File) bool { return strings.Contains(f.Path, "waivers") }) {
		t.Error("waivers are published")
	}
	again, _, err := generator.Waivable(t.Context(), in, diag.Pos{Path: page}, "personal-identity-number")
	if err != nil || len(again) > 0 {
		t.Errorf("what is waived can be waived again: %v, %v", again, err)
	}
}
