package group

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// TestUnread: where a court's site.toml cannot be read, or only in part, its mistake is told and nothing else: not what then seems to be missing, and not
// what the court would have inherited in place of its own.
func TestUnread(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(t *testing.T, file string)
		want  string
	}{
		"a table that is not closed": {replaced("[court]", "[court"), "courts/c000/site.toml:1:1 toml-unclosed"},
		"text that is not closed":    {replaced("level = \"basic\"", "level = \"\"\"basic"), "courts/c000/site.toml:3:9 toml-unclosed"},
		"another encoding":           {replaced("法院", "\xb7\xa8\xd4\xba"), "courts/c000/site.toml:5:10 source-encoding"},
		"a link": {func(t *testing.T, file string) {
			must(t, os.Rename(file, file+".else"))
			must(t, os.Symlink("site.toml.else", file))
		}, "courts/c000/site.toml source-symlink"},
		"a folder": {func(t *testing.T, file string) {
			must(t, os.Remove(file))
			must(t, os.Mkdir(file, 0o755))
		}, "courts/c000/site.toml site-missing"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := newGroup(t, 2)
			write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), "[regions]", "[defaults.court]\nparent = \"c000\"\nregion = \"88\"\n[regions]", 1))
			write(t, dir, "courts/c000/site.toml", "[court]\ncode = \"A000\"\nlevel = \"basic\"\n[languages.zh-Hans]\ntitle = \"法院\"\n")
			c.spoil(t, filepath.Join(dir, "courts/c000/site.toml"))
			g, problems, err := Open(dir)
			must(t, err)
			outcomes, err := Build(t.Context(), g, Options{Now: noon})
			must(t, err)
			for _, o := range outcomes {
				if o.Err != nil {
					t.Error(o.ID, o.Err)
				}
				for _, p := range o.Problems {
					if p.Severity == diag.Error {
						problems = append(problems, p)
					}
				}
			}
			if got := strings.Join(told(problems), "; "); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func replaced(from, to string) func(*testing.T, string) {
	return func(t *testing.T, file string) {
		write(t, filepath.Dir(file), filepath.Base(file), strings.Replace(text(t, file), from, to, 1))
	}
}
