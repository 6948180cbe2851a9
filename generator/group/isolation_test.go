package group

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// secret stands in a page of the first member that is a draft, and must be on nobody's site.
const secret = "不得外传的草稿"

// TestIsolation: whatever a member writes, it shows nothing of another's, and leaves another's site as it is.
func TestIsolation(t *testing.T) {
	page := func(front, body string) string {
		return "+++\ntitle = \"公告\"\npublished = 2026-01-05\n" + front + "+++\n\n" + body + "\n"
	}
	tries := []struct {
		name string
		do   func(t *testing.T, dir string)
	}{
		{"a page that is a link", func(t *testing.T, dir string) {
			link(t, dir, "content/basic/news/x.md", "content/basic/news/secret.md")
		}},
		{"a folder that is a link", func(t *testing.T, dir string) { link(t, dir, "content/team", "content/basic") }},
		{"a site.toml that is a link", func(t *testing.T, dir string) {
			must(t, os.Remove(filepath.Join(dir, "courts/c001/site.toml")))
			link(t, dir, "site.toml", "site.toml")
		}},
		{"a theme that is a link", func(t *testing.T, dir string) { link(t, dir, "themes", "content") }},
		{"phrases that are a link", func(t *testing.T, dir string) { link(t, dir, "i18n", "content") }},
		{"a theme's asset that is a link", func(t *testing.T, dir string) {
			link(t, dir, "themes/default/assets/secret.txt", "content/basic/news/secret.md")
		}},
		{"a theme by a path", func(t *testing.T, dir string) {
			configure(t, dir, "theme = \"../../c000/themes/own\"\n")
		}},
		{"an attachment by a path", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("attachments = [\"../../../../c000/content/basic/news/secret.md\"]\n", "见附件。"))
		}},
		{"an image by a path", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("image = \"../../../../c000/content/basic/news/a.png\"\nimage_alt = \"图\"\n", "见图。"))
		}},
		{"a link by a path", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("", "见[文件](../../../../c000/content/basic/news/secret.md)和[表](../../../../c000/content/basic/news/a.csv)。"))
		}},
		{"an absolute link", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("", "见[文件]("+filepath.ToSlash(dir)+"/courts/c000/content/basic/news/a.csv)。"))
		}},
		{"an alias by a path", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("aliases = [\"/../c000/index.html\", \"/%2e%2e/c000/x/\"]\n", "本院公告。"))
		}},
		{"a withdrawn address by a path", func(t *testing.T, dir string) {
			configure(t, dir, "[[gone]]\naddress = \"/../c000/\"\nreason = \"撤回\"\n")
		}},
		{"another's code", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/site.toml", text(t, dir, "courts/c000/site.toml"))
		}},
		{"another's address", func(t *testing.T, dir string) { configure(t, dir, "base_url = \"https://c000.court.example\"\n") }},
		{"a page by a language", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x...c000.md", page("", "本院公告。"))
		}},
		{"an item by a path", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("item = \"../c000/basic/news\"\n", "本院公告。"))
		}},
		{"content that is a link", func(t *testing.T, dir string) {
			must(t, os.RemoveAll(filepath.Join(dir, "courts/c001/content")))
			link(t, dir, "content", "content")
		}},
		{"a relative link", func(t *testing.T, dir string) {
			must(t, os.Symlink("../../../../c000/content/basic/news/secret.md", filepath.Join(dir, "courts/c001/content/basic/news/x.md")))
		}},
		{"a link through a link", func(t *testing.T, dir string) {
			must(t, os.Symlink("../../..", filepath.Join(dir, "courts/c001/content/basic/up")))
			must(t, os.Symlink("../up/c000/content/basic/news/secret.md", filepath.Join(dir, "courts/c001/content/basic/news/x.md")))
		}},
		{"an attachment that is a link", func(t *testing.T, dir string) {
			link(t, dir, "content/basic/news/a.csv", "content/basic/news/a.csv")
			write(t, dir, "courts/c001/content/basic/news/x.md", page("attachments = [\"a.csv\"]\n", "见附件。"))
		}},
		{"an attachment below a folder that is a link", func(t *testing.T, dir string) {
			link(t, dir, "content/basic/news/files", "content/basic/news")
			write(t, dir, "courts/c001/content/basic/news/x.md", page("attachments = [\"files/a.csv\"]\n", "见附件。"))
		}},
		{"a link with an encoded path", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("", "见[表](..%2f..%2f..%2f..%2fc000/content/basic/news/a.csv)和[表](%2e%2e/%2e%2e/%2e%2e/%2e%2e/c000/content/basic/news/a.csv)。"))
		}},
		{"a link with the other slash", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("attachments = ['..\\..\\..\\..\\c000\\content\\basic\\news\\a.csv']\n", "见附件。"))
		}},
		{"a picture in the text by a path", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("", "![图](../../../../c000/content/basic/news/a.csv)"))
		}},
		{"an absolute attachment", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("attachments = [\""+filepath.ToSlash(dir)+"/courts/c000/content/basic/news/a.csv\"]\n", "见附件。"))
		}},
		{"a file address", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("", "见[表](file://"+filepath.ToSlash(dir)+"/courts/c000/content/basic/news/a.csv)。"))
		}},
		{"an absolute theme", func(t *testing.T, dir string) {
			configure(t, dir, "theme = \""+filepath.ToSlash(dir)+"/courts/c000/content\"\n")
		}},
		{"a layout that is a link", func(t *testing.T, dir string) {
			link(t, dir, "themes/default/layouts/article.html", "content/basic/news/secret.md")
		}},
		{"a phrases file that is a link", func(t *testing.T, dir string) {
			link(t, dir, "i18n/zh-Hans.toml", "site.toml")
		}},
		{"a layout that includes a file", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/themes/default/layouts/article.html", "{{readFile \"../../../c000/content/basic/news/secret.md\"}}")
		}},
		{"waivers that are a link", func(t *testing.T, dir string) { link(t, dir, "waivers.toml", "content/basic/news/secret.md") }},
		{"an output that is a link", func(t *testing.T, dir string) {
			must(t, os.Symlink("c000", filepath.Join(dir, "public/c001")))
		}},
		{"an output whose folders are links", func(t *testing.T, dir string) {
			must(t, os.MkdirAll(filepath.Join(dir, "public/c001"), 0o755))
			must(t, os.Symlink("../c000/basic", filepath.Join(dir, "public/c001/basic")))
		}},
		{"a place to publish to", func(t *testing.T, dir string) {
			configure(t, dir, "[publish.x]\ndirectory = \"../../public/c000\"\n")
		}},
		{"a key of the group", func(t *testing.T, dir string) { configure(t, dir, "out = \"../../public/c000\"\n") }},
		{"an address below another's", func(t *testing.T, dir string) {
			configure(t, dir, "base_url = \"https://c000.court.example/x/../\"\n")
		}},
		{"an alias of another's address", func(t *testing.T, dir string) {
			write(t, dir, "courts/c001/content/basic/news/x.md", page("aliases = [\"https://c000.court.example/index.html\", \"//c000/x.html\", \"/..\\\\c000\\\\x.html\"]\n", "本院公告。"))
		}},
		{"a translation record that is a link", func(t *testing.T, dir string) {
			link(t, dir, "content/basic/news/open.sign.toml", "content/basic/news/secret.md")
		}},
		{"a folder of the whole member that is a link", func(t *testing.T, dir string) {
			must(t, os.RemoveAll(filepath.Join(dir, "courts/c001")))
			must(t, os.Symlink("c000", filepath.Join(dir, "courts/c001")))
		}},
	}
	for _, c := range tries {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := newGroup(t, 2)
			write(t, dir, "courts/c000/content/basic/news/secret.md", "+++\ntitle = \""+secret+"\"\npublished = 2026-01-05\ndraft = true\n+++\n\n"+secret+"\n")
			write(t, dir, "courts/c000/content/basic/news/a.csv", secret+"\n")
			before := first(t, dir)
			c.do(t, dir)
			laid := digests(t, filepath.Join(dir, "public")) // with the attempt's own links
			g, _, err := Open(dir)
			must(t, err)
			outcomes, err := Build(t.Context(), g, Options{Now: noon, Version: "test", Fresh: true})
			must(t, err)
			if outcomes[0].ID != "c000" || outcomes[0].Status != Built {
				t.Errorf("c000 is %s: %v", outcomes[0].Status, told(outcomes[0].Problems))
			}
			if d := differ(before, digests(t, filepath.Join(dir, "public/c000"))); len(d) > 0 {
				t.Errorf("c000 changed: %v", d)
			}
			for name, sum := range digests(t, filepath.Join(dir, "public")) {
				if info, err := os.Lstat(filepath.Join(dir, "public", name)); err == nil && !info.Mode().IsRegular() {
					if laid[name] != sum {
						t.Errorf("%s is a link that the build made", name)
					}
					continue // the attempt's own, which stands as it did
				}
				if strings.Contains(text(t, dir, "public", name), secret) {
					t.Errorf("%s shows what is another's", name)
				}
			}
			entries, err := os.ReadDir(filepath.Join(dir, "public"))
			must(t, err)
			for _, e := range entries {
				if !strings.HasPrefix(strings.TrimPrefix(e.Name(), "."), "c00") {
					t.Errorf("%s was written", e.Name())
				}
			}
		})
	}
}

// first builds the first member alone, undisturbed.
func first(t *testing.T, dir string) map[string]string {
	t.Helper()
	_, outcomes := build(t, dir, Options{Only: []string{"c000"}, Shard: Shard{1, 1}})
	allBuilt(t, outcomes)
	return digests(t, filepath.Join(dir, "public/c000"))
}

// link makes a path of the second member a link to one of the first's.
func link(t *testing.T, dir, name, to string) {
	t.Helper()
	at := filepath.Join(dir, "courts/c001", filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(at), 0o755))
	must(t, os.Symlink(filepath.Join(dir, "courts/c000", filepath.FromSlash(to)), at))
}

// configure puts keys before the second member's own.
func configure(t *testing.T, dir, keys string) {
	t.Helper()
	own := text(t, dir, "courts/c001/site.toml")
	if strings.HasPrefix(keys, "[") {
		write(t, dir, "courts/c001/site.toml", fmt.Sprintf("%s\n%s", own, keys))
		return
	}
	write(t, dir, "courts/c001/site.toml", keys+own)
}
