package group

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"courtsite/generator/diag"
)

var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

const groupFile = `-- group.toml --
members = ["courts/*"]
portal = "portal"
[defaults]
base_url = "https://{id}.court.example"
default_language = "zh-Hans"
[regions]
"99" = { zh-Hans = "澄江省" }
-- portal/site.toml --
base_url = "https://portal.court.example"
court = { code = "P", level = "high", region = "99" }
[languages.zh-Hans]
title = "门户"
-- portal/content/pages/about.md --
+++
title = "关于"
published = 2026-01-01
+++

门户汇集各院信息。
`

// lay writes an archive into a folder, over what is there. All files are an hour old, so that builds trust their times.
func lay(t *testing.T, dir, archive string) {
	t.Helper()
	for _, f := range txtar.Parse([]byte(archive)).Files {
		write(t, dir, f.Name, string(f.Data))
	}
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(path), 0o755))
	must(t, os.WriteFile(path, []byte(text), 0o644))
	old := time.Now().Add(-time.Hour)
	must(t, os.Chtimes(path, old, old))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// court writes a member with a page of news and one of another item.
func court(t *testing.T, dir string, n int) string {
	id := fmt.Sprintf("c%03d", n)
	lay(t, filepath.Join(dir, "courts", id), fmt.Sprintf(`-- site.toml --
court = { code = "A%03d", level = "basic", region = "99%03d" }
[languages.zh-Hans]
title = "第%d人民法院"
-- content/basic/news/open.md --
+++
title = "第%[1]d号公告"
published = 2026-01-05
+++

本院网站今日开通。见[机构](../institution/overview.md)。
-- content/basic/institution/overview.md --
+++
title = "机构设置"
published = 2026-01-04
+++

本院设立案庭等内设机构。
`, n, n, n))
	return id
}

// newGroup writes a group of n courts with a portal.
func newGroup(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	lay(t, dir, groupFile)
	for i := range n {
		court(t, dir, i)
	}
	return dir
}

func open(t *testing.T, dir string) *Group {
	t.Helper()
	g, problems, err := Open(dir)
	if err != nil || g == nil {
		t.Fatal(err, told(problems))
	}
	for _, p := range told(problems) {
		t.Error(p)
	}
	return g
}

// build builds what is to be built, and the portal, and gives each member's status.
func build(t *testing.T, dir string, o Options) (map[string]Status, []Outcome) {
	t.Helper()
	if o.Now.IsZero() {
		o.Now = noon
	}
	o.Version = "test"
	g := open(t, dir)
	outcomes, err := Build(t.Context(), g, o)
	must(t, err)
	if o.Shard.N == 0 && !o.Check {
		portal, err := BuildPortal(t.Context(), g, o)
		must(t, err)
		if portal.Status != "" {
			outcomes = append(outcomes, portal)
		}
		must(t, g.WriteBoard(g.Survey(o.Now)))
	}
	status := map[string]Status{}
	for _, out := range outcomes {
		status[out.ID] = out.Status
	}
	return status, outcomes
}

// allBuilt wants every member built, and tells why one is not.
func allBuilt(t *testing.T, outcomes []Outcome) {
	t.Helper()
	for _, o := range outcomes {
		if o.Status == Failed {
			t.Errorf("%s: %v %v", o.ID, told(o.Problems), o.Err)
		}
	}
}

func told(problems []diag.Problem) []string {
	var list []string
	for _, p := range problems {
		if p.Severity != diag.Note {
			list = append(list, p.Pos.String()+" "+p.Kind.Code)
		}
	}
	return list
}

// digests gives the digest of every file below a folder by its path.
func digests(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if d.Type()&fs.ModeSymlink != 0 { // the link itself: what it leads to is found elsewhere, or is none of the tree's
			var to string
			to, err = os.Readlink(name)
			data = []byte("link " + to)
		}
		sum := sha256.Sum256(data)
		rel, _ := filepath.Rel(dir, name)
		if !strings.HasSuffix(rel, ".courtsite-lock") {
			found[filepath.ToSlash(rel)] = hex.EncodeToString(sum[:])
		}
		return err
	})
	must(t, err)
	return found
}

// differ lists the files that two trees do not have in common.
func differ(a, b map[string]string) []string {
	var list []string
	for name, sum := range a {
		if b[name] != sum {
			list = append(list, name)
		}
	}
	for name := range b {
		if a[name] == "" {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list
}

func text(t *testing.T, elements ...string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(elements...))
	must(t, err)
	return string(data)
}
