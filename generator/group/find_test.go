package group

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// opened gives a group and what is wrong with its list of members.
func opened(t *testing.T, dir string) (*Group, []string) {
	t.Helper()
	g, problems, err := Open(dir)
	must(t, err)
	return g, told(problems)
}

func ids(g *Group) (list []string) {
	for _, m := range g.Members {
		list = append(list, m.ID)
	}
	return list
}

// TestPassedOver: a folder that a pattern finds and that is no member is told where it looks like one, and not where another pattern or the list has it.
func TestPassedOver(t *testing.T) {
	dir := newGroup(t, 2)
	must(t, os.MkdirAll(filepath.Join(dir, "courts/city"), 0o755))
	must(t, os.Rename(filepath.Join(dir, "courts/c001"), filepath.Join(dir, "courts/city/c001")))
	must(t, os.MkdirAll(filepath.Join(dir, "courts/notes"), 0o755))
	write(t, dir, "courts/README.md", "notes\n")
	write(t, dir, "courts/c007/content/pages/about.md", "+++\ntitle = \"x\"\n+++\n")
	write(t, dir, "courts/.template/content/pages/about.md", "+++\ntitle = \"x\"\n+++\n")
	g, problems := opened(t, dir)
	if want := []string{"courts/c007 group-no-site", "courts/city group-passed-over"}; !slices.Equal(problems, want) || !slices.Equal(ids(g), []string{"c000"}) {
		t.Errorf("%v %v", ids(g), problems)
	}
	write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), `["courts/*"]`, `["courts/*", "courts/*/*"]`, 1)+
		"[[member]]\nid = \"c007\"\nfolder = \"courts/c007\"\nsite = { court = { code = \"A007\", level = \"basic\" }, languages = { zh-Hans = { title = \"第七人民法院\" } } }\n")
	if g, problems := opened(t, dir); len(problems) > 0 || !slices.Equal(ids(g), []string{"c000", "c001", "c007"}) {
		t.Errorf("%v %v", ids(g), problems)
	}
}

// TestListedFolder: a folder that is listed under an id of its own is not taken for another member by its name, nor is the portal's.
func TestListedFolder(t *testing.T) {
	dir := newGroup(t, 1)
	must(t, os.Rename(filepath.Join(dir, "courts/c000"), filepath.Join(dir, "courts/明镜 县")))
	if _, problems := opened(t, dir); !slices.Contains(problems, "courts/明镜 县 group-id") {
		t.Error(problems)
	}
	write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), `["courts/*"]`, `["courts/*", "*"]`, 1)+"[[member]]\nid = \"c000\"\nfolder = \"courts/明镜 县\"\n")
	g, problems := opened(t, dir)
	if len(problems) > 0 || !slices.Equal(ids(g), []string{"c000"}) || g.Portal == nil {
		t.Errorf("%v %v", ids(g), problems)
	}
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
}

// TestSameID: two folders have one id. Which is meant nobody can tell: neither is built, what was published stays, and there is one error.
func TestSameID(t *testing.T) {
	dir := newGroup(t, 2)
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	before := digests(t, filepath.Join(dir, "public/c001"))
	must(t, os.CopyFS(filepath.Join(dir, "more/c001"), os.DirFS(filepath.Join(dir, "courts/c001"))))
	write(t, dir, "more/c001/site.toml", "base_url = \"https://other.court.example\"\ncourt = { code = \"B001\", level = \"basic\", region = \"99\" }\n[languages.zh-Hans]\ntitle = \"别的法院\"\n")
	write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), `["courts/*"]`, `["courts/*", "more/*"]`, 1))
	status, outcomes := build(t, dir, Options{Fresh: true})
	if status["c000"] != Built || status["c001"] != Failed || len(outcomes) != 3 {
		t.Errorf("%v", status)
	}
	if got := told(outcomes[1].Problems); !slices.Equal(got, []string{"more/c001 group-twice"}) {
		t.Errorf("%v", got)
	}
	if d := differ(before, digests(t, filepath.Join(dir, "public/c001"))); len(d) > 0 {
		t.Errorf("its site has changed: %v", d)
	}
}

// TestCodeTaken: a court that takes the code or the address of another, whatever their names, stops itself and not the other.
func TestCodeTaken(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"code":    func(s string) string { return strings.Replace(s, "A000", "A001", 1) },
		"address": func(s string) string { return "base_url = \"https://c001.court.example\"\n" + s },
		"scheme":  func(s string) string { return "base_url = \"http://c001.court.example\"\n" + s },
		"host":    func(s string) string { return "base_url = \"https://C001.Court.example:443/\"\n" + s },
		"portal":  func(s string) string { return strings.Replace(s, "\"A000\"", "\"P\"", 1) },
	} {
		dir := newGroup(t, 2)
		_, outcomes := build(t, dir, Options{})
		allBuilt(t, outcomes)
		write(t, dir, "courts/c000/site.toml", change(text(t, dir, "courts/c000/site.toml")))
		status, outcomes := build(t, dir, Options{Fresh: true})
		if status["c000"] != Failed || status["c001"] != Built || status["portal"] != Built {
			t.Errorf("%s: %v", name, status)
		}
		if got := told(outcomes[0].Problems); len(got) != 1 || !strings.HasPrefix(got[0], "courts/c000/site.toml") || !strings.HasSuffix(got[0], "group-twice") {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// TestNoAddress: members without an address are told that they have none, and not that they have the same.
func TestNoAddress(t *testing.T) {
	dir := newGroup(t, 2)
	write(t, dir, "group.toml", "members = [\"courts/*\"]\n[defaults]\ndefault_language = \"zh-Hans\"\n")
	_, outcomes := build(t, dir, Options{})
	for i, o := range outcomes {
		if got, want := told(o.Problems), "courts/"+o.ID+"/site.toml:1:1 site-required"; o.Status != Failed || len(got) != 1 || got[0] != want {
			t.Errorf("%d: %s %v", i, o.Status, got)
		}
	}
}

// TestFolderReason: why a folder cannot be a member's is said.
func TestFolderReason(t *testing.T) {
	dir := newGroup(t, 1)
	write(t, dir, "elsewhere/x/site.toml", "")
	must(t, os.Symlink(filepath.Join(dir, "elsewhere/x"), filepath.Join(dir, "linked")))
	listed := ""
	for id, folder := range map[string]string{"m1": "none", "m2": "linked", "m3": "courts/c000/content", "m4": "public/x", "m5": "group.toml", "m6": "../out"} {
		listed += "[[member]]\nid = \"" + id + "\"\nfolder = \"" + folder + "\"\n"
	}
	write(t, dir, "group.toml", text(t, dir, "group.toml")+listed)
	must(t, os.MkdirAll(filepath.Join(dir, "public/x"), 0o755))
	g, _, err := Open(dir)
	must(t, err)
	for id, want := range map[string]string{
		"m1": "there is no none", "m2": "linked is a symbolic link", "m3": "it is the folder of c000, or lies in it", "m4": "it lies in public, which is the group's own",
		"m5": "group.toml is no folder", "m6": "it is not below group.toml",
	} {
		m := g.byID(id)
		i := slices.IndexFunc(m.Problems, func(p diag.Problem) bool { return p.Kind == diag.GroupFolder })
		if i < 0 || !strings.Contains(m.Problems[i].Text(diag.EN), want) {
			t.Errorf("%s: %v", id, m.Problems)
		}
	}
}
