package locale

import (
	"io/fs"
	"os"
	"regexp"
	"testing"
)

// used finds the phrases that a template refers to: .T.home, $.T.home, (index .T "home").
var used = regexp.MustCompile(`\.T(?:\.| ")([a-z][a-z0-9_]*)`)

func TestEveryPhraseOfTheThemeExists(t *testing.T) {
	table, _ := load(t, []string{"zh-Hans", "en"}, "zh-Hans", nil)
	layouts := os.DirFS("../../themes/default/layouts")
	found := 0
	err := fs.WalkDir(layouts, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(layouts, name)
		if err != nil {
			return err
		}
		for _, m := range used.FindAllSubmatch(text, -1) {
			found++
			for _, l := range table.Languages() {
				if _, lang := l.Phrase(string(m[1])); lang != l.Tag {
					t.Errorf("%s uses the phrase %s, which %s lacks", name, m[1], l.Tag)
				}
			}
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d phrases found in the layouts: %v", found, err)
	}
}
