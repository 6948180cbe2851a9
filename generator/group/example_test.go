package group

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestExampleBoard: the board's figures of the demonstration group are what somebody counts by hand in its folders.
func TestExampleBoard(t *testing.T) {
	dir := t.TempDir()
	must(t, os.CopyFS(dir, os.DirFS("../../examples/group")))
	now := time.Date(2026, 11, 1, 0, 0, 0, 0, time.FixedZone("CST", 8*60*60))
	must(t, os.RemoveAll(filepath.Join(dir, "public")))
	must(t, os.RemoveAll(filepath.Join(dir, ".courtsite")))
	_, outcomes := build(t, dir, Options{Now: now})
	allBuilt(t, outcomes)
	g := open(t, dir)
	sum := g.Survey(now)
	// By hand, from the folders. Of the catalogue's 45 items 7 are open-ended and 2 are the Supreme Court's alone: 36. Every court has overview,
	// site-opened, open-day and holiday-hours: four pages in three items; all but the high court received two guides: a fourth item.
	want := map[string]struct{ pages, covered, missing, draft, idle int }{
		"h99":     {8, 5, 6, 1, 16}, // filing in two languages, fees, plan; English lacks six of seven
		"m9901":   {6, 4, 0, 0, 8},  // received: filing, fees
		"m9902":   {8, 4, 6, 1, 21}, // its own announcement in two languages; Uyghur lacks six
		"b990101": {7, 5, 0, 0, 28}, // budget
		"b990102": {7, 5, 0, 0, 26}, // training
		"b990103": {6, 4, 0, 0, 24}, //
		"b990104": {6, 4, 0, 0, 22}, //
		"b990105": {6, 4, 0, 0, 20}, //
		"b990201": {9, 4, 5, 2, 18}, // overview in Uyghur; the announcement in two languages
		"b990202": {7, 4, 0, 0, 16}, // the announcement
		"b990203": {7, 4, 0, 0, 14}, //
		"b990204": {7, 4, 0, 0, 12}, //
		"hs99":    {9, 4, 3, 3, 19}, // overview and open-day in English, filing received in two languages
	}
	pages, covered, stale := 0, 0, 0
	for _, row := range sum.Rows {
		w, known := want[row.ID]
		if !known {
			t.Errorf("nobody counted %s", row.ID)
			continue
		}
		f := row.Figures
		items, late := 36, 1 // news has to be renewed every two weeks; only these two courts had any after 18 October
		switch row.ID {
		case "hs99":
			items = 35 // a maritime court commutes no sentences
		case "m9901", "b990204":
			late = 0
		}
		if row.Overdue != late {
			t.Errorf("%s has %d items overdue, counted by hand: %d", row.ID, row.Overdue, late)
		}
		if row.Pages != w.pages || f.Items != items || f.Covered != w.covered || len(f.Blank) != items-w.covered || row.Missing != w.missing || row.Draft != w.draft || row.Idle != w.idle || row.Outdated != 0 {
			t.Errorf("%s: pages %d, covered %d of %d, missing %d, draft %d, idle %d; counted by hand: %+v", row.ID, row.Pages, f.Covered, f.Items, row.Missing, row.Draft, row.Idle, w)
		}
		if row.Stale != (w.idle > 14) {
			t.Errorf("%s is stale: %t", row.ID, row.Stale)
		}
		pages, covered = pages+w.pages, covered+w.covered
		if w.idle > 14 {
			stale++
		}
	}
	if sum.Courts != 13 || sum.Built != 13 || sum.Pages != pages || sum.Covered != covered || sum.Items != 12*36+35 || sum.Overdue != 11 || sum.Stale != stale {
		t.Errorf("%+v", sum)
	}
	boardFiles(t, filepath.Join(dir, ".courtsite/board"), sum)
	portalFiles(t, filepath.Join(dir, "public/portal"))
	if _, err := os.Stat(filepath.Join(dir, "public/board")); err == nil {
		t.Error("the board is public")
	}
}

// boardFiles: the three forms of the board say the same, and each page is in its order.
func boardFiles(t *testing.T, dir string, sum *Sum) {
	var read Sum
	must(t, json.Unmarshal([]byte(text(t, dir, "board.json")), &read))
	if read.Pages != sum.Pages || len(read.Rows) != len(sum.Rows) {
		t.Errorf("board.json has %d pages of %d courts", read.Pages, len(read.Rows))
	}
	table := strings.TrimPrefix(text(t, dir, "board.csv"), "\ufeff")
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	must(t, err)
	if len(rows) != len(sum.Rows)+1 || len(rows[0]) != len(rows[1]) {
		t.Errorf("board.csv has %d rows", len(rows))
	}
	for _, o := range orders {
		page := text(t, dir, "by-"+o.key+".html")
		at := -1
		for _, row := range sum.sorted(o) {
			i := strings.Index(page, "<small>"+row.ID+" ")
			if i < at {
				t.Errorf("by-%s.html: %s is out of its order", o.key, row.ID)
			}
			at = i
		}
		if strings.Contains(page, "<script") {
			t.Errorf("by-%s.html needs a script", o.key)
		}
	}
	idle := sum.sorted(orders[slices.IndexFunc(orders, func(o order) bool { return o.key == "idle" })])
	if idle[0].ID != "b990101" || idle[len(idle)-1].ID != "m9901" {
		t.Errorf("the idlest is %s, the freshest %s", idle[0].ID, idle[len(idle)-1].ID)
	}
}

// portalFiles: the portal names every court in each of its languages, and its lists of feeds lead to feeds that exist.
func portalFiles(t *testing.T, dir string) {
	directory := text(t, dir, "ug/courts/region/9902/index.html")
	for _, want := range []string{"يۈنلىڭ ئاپتونوم ناھىيەلىك خەلق سوت مەھكىمىسى", "松原市人民法院", `lang="zh-Hans"`} {
		if !strings.Contains(directory, want) {
			t.Errorf("the directory lacks %s", want)
		}
	}
	feeds := 0
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".opml" {
			return err
		}
		var outline struct {
			Outlines []struct {
				Feed     string `xml:"xmlUrl,attr"`
				Outlines []struct {
					Feed string `xml:"xmlUrl,attr"`
				} `xml:"outline"`
			} `xml:"body>outline"`
		}
		must(t, xml.Unmarshal([]byte(text(t, name)), &outline))
		for _, o := range outline.Outlines {
			urls := []string{o.Feed}
			for _, inner := range o.Outlines {
				urls = append(urls, inner.Feed)
			}
			for _, url := range urls {
				rest, ok := strings.CutPrefix(url, "https://")
				site, path, _ := strings.Cut(rest, "/")
				if id, _, _ := strings.Cut(site, "."); ok {
					feeds++
					text(t, filepath.Dir(dir), id, path)
				}
			}
		}
		return nil
	})
	must(t, err)
	if feeds < 100 {
		t.Errorf("only %d feeds are listed", feeds)
	}
}
