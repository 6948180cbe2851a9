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

// TestInheritedCatalogue: what a court's columns lack, by a catalogue that all inherit, names the court. The portal's columns are the courts', and lack
// nothing.
func TestInheritedCatalogue(t *testing.T) {
	dir := newGroup(t, 2)
	write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), "[regions]", "[defaults.catalogue]\npage = true\n[regions]", 1))
	_, outcomes := build(t, dir, Options{Check: true})
	portal, err := BuildPortal(t.Context(), open(t, dir), Options{Now: noon, Check: true})
	must(t, err)
	var got []string
	for _, o := range append(outcomes, portal) {
		got = append(got, told(o.Problems)...)
	}
	if want := "courts/c000/site.toml:1:1 column-blank, courts/c000/site.toml:1:1 column-overdue, courts/c001/site.toml:1:1 column-blank, courts/c001/site.toml:1:1 column-overdue"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

// TestParents: a court that is missing, and one that is above itself, are told apart.
func TestParents(t *testing.T) {
	dir := newGroup(t, 3)
	for id, parent := range map[string]string{"c000": "c001", "c001": "c000", "c002": "c003"} {
		write(t, dir, "courts/"+id+"/site.toml", strings.Replace(text(t, dir, "courts", id, "site.toml"), "court = {", "court = { parent = \""+parent+"\",", 1))
	}
	g, _, err := Open(dir)
	must(t, err)
	for i, want := range []string{"本院之下", "本院之下", "不是站群成员"} {
		p := g.Members[i].Problems
		if len(p) != 1 || !strings.Contains(p[0].Message(diag.ZH), want) || strings.Contains(p[0].Hint(diag.ZH), "最接近") != (i == 2) {
			t.Errorf("%s: %v", g.Members[i].ID, p)
		}
	}
}
