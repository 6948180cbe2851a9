package theme_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/theme"
	"courtsite/themes"
)

// Scripts are joined as they would run apart: one that begins with a bracket is no call of the one before.
func TestScriptsStayApart(t *testing.T) {
	site := fstest.MapFS{
		"themes/a/assets/js/91-one.js": {Data: []byte("var one = function () { return 1; };\n")},
		"themes/a/assets/js/92-two.js": {Data: []byte("(function () { document.title = \"two\"; })();\n")},
	}
	th, problems := theme.Load(site, "a", themes.FS, languages(t, nil))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, f := range th.Files() {
		if f.Path == th.Path("site.js") {
			one, two, found := strings.Cut(string(f.Data), "(function(){document.title")
			if !found || !strings.HasSuffix(strings.TrimSpace(one), ";") {
				t.Errorf("...%s(function(){document.title%s", one[max(0, len(one)-80):], two)
			}
			return
		}
	}
	t.Fatal("no site.js")
}
