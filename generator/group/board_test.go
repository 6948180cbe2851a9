package group

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestBoardPrivate: a board that was public goes away from the public folder when it is to be private, and somebody else's file there stays.
func TestBoardPrivate(t *testing.T) {
	dir := newGroup(t, 2)
	settings := text(t, dir, "group.toml")
	write(t, dir, "group.toml", settings+"[board]\npublic = true\n")
	build(t, dir, Options{})
	text(t, dir, "public/board/court-c001.html")
	write(t, dir, "public/board/own.txt", "x")
	write(t, dir, "group.toml", settings)
	build(t, dir, Options{})
	entries, err := os.ReadDir(filepath.Join(dir, "public/board"))
	must(t, err)
	if len(entries) != 1 || entries[0].Name() != "own.txt" {
		t.Errorf("%v", entries)
	}
	must(t, os.Remove(filepath.Join(dir, "public/board/own.txt")))
	build(t, dir, Options{})
	if _, err := os.Stat(filepath.Join(dir, "public/board")); err == nil {
		t.Error("an empty folder stays")
	}
	text(t, dir, ".courtsite/board/court-c001.html")
}

// TestBoardCourts: every court has a page; that of a court that left goes away. The group's trend counts each court as it last stood.
func TestBoardCourts(t *testing.T) {
	dir := newGroup(t, 2)
	build(t, dir, Options{})
	write(t, dir, "courts/c001/content/basic/news/more.md", "+++\ntitle = \"又一公告\"\npublished = 2026-03-01\n+++\n\n本院又发公告。\n")
	build(t, dir, Options{Now: noon.Add(48 * time.Hour), Only: []string{"c001"}})
	sum := open(t, dir).Survey(noon.Add(48 * time.Hour))
	want := []Mark{{"2026-03-01", 4, 4, 72, 0, 0}, {"2026-03-03", 5, 4, 72, 0, 0}}
	for i := range sum.History {
		sum.History[i].Findings = 0
	}
	if !slices.Equal(sum.History, want) {
		t.Errorf("got %v, want %v", sum.History, want)
	}
	page := text(t, dir, ".courtsite/board/court-c001.html")
	for _, want := range []string{"第1人民法院", "basic/work-reports", "2026-03-01", "2026-03-03", "zh-Hans", `href="index.html"`} {
		if !strings.Contains(page, want) {
			t.Errorf("the court's page lacks %s", want)
		}
	}
	if !strings.Contains(text(t, dir, ".courtsite/board/index.html"), `href="court-c001.html"`) {
		t.Error("nothing leads to the court's page")
	}
	must(t, os.RemoveAll(filepath.Join(dir, "courts/c001")))
	write(t, dir, ".courtsite/board/.new-1", "of a run that was killed")
	build(t, dir, Options{})
	for _, name := range []string{"court-c001.html", ".new-1"} {
		if _, err := os.Stat(filepath.Join(dir, ".courtsite/board", name)); err == nil {
			t.Errorf("%s stays", name)
		}
	}
}

// TestElsewhereExample: the portal over the demonstration group, made from the courts' finished folders alone, is the portal that was made where they
// were built: documents that were offered, handed down, long, or are over, and other languages included.
func TestElsewhereExample(t *testing.T) {
	whole, parts := t.TempDir(), t.TempDir()
	must(t, os.CopyFS(whole, os.DirFS("../../examples/group")))
	must(t, os.RemoveAll(filepath.Join(whole, "public")))
	must(t, os.RemoveAll(filepath.Join(whole, ".courtsite")))
	write(t, whole, "courts/b990103/content/basic/news/expires.md", "+++\ntitle = \"短期公告\"\npublished = 2026-02-20\nexpires = 2026-02-25\n+++\n\n本公告数日后失效。\n")
	write(t, whole, "courts/b990103/content/basic/news/long.md", "+++\ntitle = \"长公告\"\npublished = 2026-02-20\n+++\n\n"+strings.Repeat("本公告的摘要很长。", 60)+"\n")
	_, outcomes := build(t, whole, Options{})
	allBuilt(t, outcomes)
	settings := text(t, whole, "group.toml")
	before, after, _ := strings.Cut(settings, "[[push]]")
	_, after, _ = strings.Cut(after, "[[take]]")
	members := "[[take]]" + after
	for _, m := range open(t, whole).Members {
		must(t, os.CopyFS(filepath.Join(parts, "delivered", m.ID), os.DirFS(filepath.Join(whole, "public", m.ID))))
		members += "\n[[member]]\nid = \"" + m.ID + "\"\nbuilt = \"delivered/" + m.ID + "\"\n" + inline(text(t, whole, "courts", m.ID, "site.toml"))
	}
	write(t, parts, "group.toml", strings.Replace(before, `members = ["courts/*"]`, "", 1)+members)
	must(t, os.CopyFS(filepath.Join(parts, "portal"), os.DirFS(filepath.Join(whole, "portal"))))
	_, outcomes = build(t, parts, Options{})
	allBuilt(t, outcomes)
	if d := differ(digests(t, filepath.Join(whole, "public/portal")), digests(t, filepath.Join(parts, "public/portal"))); len(d) > 0 {
		t.Errorf("the portals differ: %v", d)
	}
}

// inline makes a member's site.toml tables of a [[member]].
func inline(site string) string {
	var top, tables strings.Builder
	to := &top
	for line := range strings.Lines(site) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "["); ok {
			to = &tables
			line = "[member.site." + name + "\n"
		}
		to.WriteString(line)
	}
	return "[member.site]\n" + top.String() + tables.String()
}

// TestElsewhereLinks: nothing in a folder that somebody delivered leads out of it.
func TestElsewhereLinks(t *testing.T) {
	for _, name := range []string{"manifest.json", "feed.json"} {
		dir := newGroup(t, 2)
		_, outcomes := build(t, dir, Options{})
		allBuilt(t, outcomes)
		must(t, os.CopyFS(filepath.Join(dir, "delivered"), os.DirFS(filepath.Join(dir, "public/c001"))))
		must(t, os.Rename(filepath.Join(dir, "delivered", name), filepath.Join(dir, name)))
		must(t, os.Symlink(filepath.Join(dir, name), filepath.Join(dir, "delivered", name)))
		members := "[[member]]\nid = \"x1\"\nbuilt = \"delivered\"\nsite = { court = { code = \"X1\", level = \"basic\", region = \"99001\" }, languages = { zh-Hans = { title = \"外院\" } } }\n"
		write(t, dir, "group.toml", text(t, dir, "group.toml")+members)
		status, _ := build(t, dir, Options{})
		if want := map[string]Status{"manifest.json": Failed, "feed.json": Elsewhere}[name]; status["x1"] != want {
			t.Errorf("%s: x1 is %s, want %s", name, status["x1"], want)
		}
	}
}

// TestTrendBackward: a build as at an earlier day, or by a clock that is slow, leaves what is known of later days; the board of a day shows none that
// comes after it, such as of a clock that was fast.
func TestTrendBackward(t *testing.T) {
	dir := newGroup(t, 1)
	days := func(now time.Time) (list []string) {
		for _, m := range open(t, dir).Survey(now).Rows[0].History {
			list = append(list, m.Day)
		}
		return list
	}
	for _, after := range []int{0, 4, 2, 2, -30} {
		build(t, dir, Options{Now: noon.Add(time.Duration(after) * 24 * time.Hour), Fresh: true})
	}
	if got := strings.Join(days(noon.Add(96*time.Hour)), " "); got != "2026-01-30 2026-03-01 2026-03-03 2026-03-05" {
		t.Error(got)
	}
	if got := strings.Join(days(noon), " "); got != "2026-01-30 2026-03-01" {
		t.Error(got)
	}
	if row := open(t, dir).Survey(noon.Add(-90 * 24 * time.Hour)).Rows[0]; row.Idle != 0 || row.Stale {
		t.Errorf("idle for %d days before its newest document", row.Idle)
	}
}

// TestBoardUnread: the board goes on knowing a court whose site.toml cannot be read any more, as it was when its site was built.
func TestBoardUnread(t *testing.T) {
	dir := newGroup(t, 2)
	build(t, dir, Options{})
	before := open(t, dir).Survey(noon).Rows
	for _, spoiled := range []string{"[court\ncode = \"A000\"\n", "\xb7\xa8\xd4\xba\n"} {
		write(t, dir, "courts/c000/site.toml", spoiled)
		build(t, dir, Options{})
		row := open(t, dir).Survey(noon).Rows[0]
		if row.State != Failed || row.Failure == nil {
			t.Errorf("%q: %s", spoiled, row.State)
		}
		row.State, row.Failure = before[0].State, nil
		if !reflect.DeepEqual(row, before[0]) {
			t.Errorf("%q: got %+v, want %+v", spoiled, row, before[0])
		}
	}
}

// TestFailureMended: a court that failed because of another is not failed any more once the other is back, though none of its own files has changed.
func TestFailureMended(t *testing.T) {
	dir := newGroup(t, 2)
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)
	state := func() Status { return open(t, dir).Survey(noon).Rows[len(open(t, dir).Members)-1].State }
	// Another court takes its code while its own record is away.
	taken := strings.Replace(text(t, dir, "courts/c000/site.toml"), "A000", "A001", 1)
	must(t, os.Rename(filepath.Join(dir, "courts/c001"), filepath.Join(dir, "away")))
	write(t, dir, "courts/c000/site.toml", taken)
	build(t, dir, Options{})
	must(t, os.Rename(filepath.Join(dir, "away"), filepath.Join(dir, "courts/c001")))
	if status, _ := build(t, dir, Options{}); status["c001"] != Failed || state() != Failed {
		t.Errorf("%v %s", status, state())
	}
	must(t, os.Rename(filepath.Join(dir, "courts/c000"), filepath.Join(dir, "away")))
	if status, _ := build(t, dir, Options{}); status["c001"] != Unchanged || state() != Built {
		t.Errorf("%v %s", status, state())
	}
}

// TestBoardLinks: a court that stands below one that is none of the group's is not linked to a page that is not there.
func TestBoardLinks(t *testing.T) {
	dir := newGroup(t, 3)
	for id, parent := range map[string]string{"c001": "c000", "c002": "c009"} {
		write(t, dir, "courts/"+id+"/site.toml", strings.Replace(text(t, dir, "courts/"+id+"/site.toml"), "court = {", "court = { parent = \""+parent+"\",", 1))
	}
	build(t, dir, Options{})
	links := 0
	for name := range digests(t, filepath.Join(dir, ".courtsite/board")) {
		for _, part := range strings.Split(text(t, dir, ".courtsite/board", name), `href="`)[1:] {
			to, _, _ := strings.Cut(part, `"`)
			if _, err := os.Stat(filepath.Join(dir, ".courtsite/board", to)); err != nil && !strings.HasPrefix(to, "https://") {
				t.Errorf("%s: %v", name, err)
			}
			links++
		}
	}
	if page := text(t, dir, ".courtsite/board/court-c002.html"); links < 10 || !strings.Contains(page, "<dd>c009</dd>") {
		t.Errorf("%d links; %s", links, page)
	}
}
