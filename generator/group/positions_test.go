package group

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// TestPositions: what is wrong with a member's settings is told where the setting that counts stands: in its own site.toml, in what the group says of
// it, or in what all inherit.
func TestPositions(t *testing.T) {
	dir := newGroup(t, 3)
	write(t, dir, "courts/c000/site.toml", "[languages.zh-Hans]\ntitle = \"第0人民法院\"\n\n[court]\ncode = \"A000\"\nlevel = \"basic\"\nregion = \"77\"\nparent = \"x1\"\n")
	write(t, dir, "courts/c001/site.toml", "[court]\ncode = \"A001\"\nlevel = \"basic\"\n[languages.zh-Hans]\ntitle = \"第1人民法院\"\n")
	write(t, dir, "courts/c002/site.toml", "[languages.zh-Hans]\ntitle = \"第2人民法院\"\n[court]\ncode = \"A000\"\nlevel = \"basic\"\nregion = \"99\"\n")
	write(t, dir, "courts.csv", "id,folder,court.code,court.region,court.parent\nc000,,,88,x0\nc001,,,66,\n")
	write(t, dir, "group.toml", "list = \"courts.csv\"\n"+strings.Replace(text(t, dir, "group.toml"), "[regions]", "[defaults.court]\nparent = \"x2\"\n[regions]", 1))
	g, problems := opened(t, dir)
	if len(problems) > 0 {
		t.Error(problems)
	}
	for id, want := range map[string][]string{
		"c000": {"courts/c000/site.toml:7:1 group-region", "courts/c000/site.toml:8:1 group-parent"},
		"c001": {"courts.csv:3:8 group-region", "group.toml:8:1 group-parent"},
		"c002": {"courts/c002/site.toml:4:1 group-twice", "group.toml:8:1 group-parent"},
	} {
		if got := told(diag.Sort(g.byID(id).Problems)); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", id, got, want)
		}
	}
}

// TestPositionWithoutFile: a member that has no site.toml is told of where it is listed, not in a file that is not there.
func TestPositionWithoutFile(t *testing.T) {
	dir := newGroup(t, 1)
	must(t, os.Remove(filepath.Join(dir, "courts/c000/site.toml")))
	write(t, dir, "courts.csv", "id,folder,court.code,court.level,languages.zh-Hans.title\nc000,courts/c000,A000,basic,第0人民法院\n")
	write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), `members = ["courts/*"]`, `list = "courts.csv"`, 1))
	g, _ := opened(t, dir)
	if got := told(g.byID("c000").Problems); !slices.Equal(got, []string{"courts.csv:2:1 group-no-region"}) {
		t.Error(got)
	}
}

// TestIDs: an id is a folder of output on every system.
func TestIDs(t *testing.T) {
	for id, want := range map[string]bool{
		"b1": true, "1": true, "public": true, "a-b": true, "xn--fiq": true, "com": true, "console": true, strings.Repeat("a", 63): true,
		"": false, "B1": false, "-b": false, "b-": false, "a_b": false, "a b": false, "a.b": false, "法院": false, "con": false, "nul": false, "com1": false, "lpt9": false,
		"portal": false, "board": false, strings.Repeat("a", 64): false,
	} {
		if goodID(id) != want {
			t.Errorf("%q: %v", id, !want)
		}
	}
}

// TestRegionText: a region with a name alone is told once, with how it is written.
func TestRegionText(t *testing.T) {
	_, problems := parse([]byte("[regions]\n\"9904\" = \"云\"\n"))
	if got := told(problems); !slices.Equal(got, []string{"group.toml:2:1 toml-table"}) || !strings.Contains(problems[0].Text(diag.EN), "[regions.9904]") {
		t.Errorf("%v", problems)
	}
}
