package coverage_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"courtsite/generator"
	"courtsite/generator/corpus"
	"courtsite/generator/coverage"
	"courtsite/generator/diag"
)

var november = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func reportOf(t *testing.T, archive string, compare int) *coverage.Report {
	t.Helper()
	site := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		site[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	r, problems, err := generator.Report(context.Background(), generator.Input{Site: site, Now: november}, compare)
	if err != nil || r == nil || diag.HasErrors(problems) {
		t.Fatal(err, problems)
	}
	return r
}

func find(t *testing.T, r *coverage.Report, id string) coverage.Item {
	t.Helper()
	n := slices.IndexFunc(r.Items, func(i coverage.Item) bool { return i.ID == id })
	if n < 0 {
		t.Fatalf("no row for %s", id)
	}
	return r.Items[n]
}

const court = `-- site.toml --
base_url = "https://court.example"
default_language = "zh-Hans"
court = { code = "A101", level = "basic", kind = "maritime" }
[languages.zh-Hans]
title = "明镜海事法院"
[languages.en]
title = "Mingjing Maritime Court"
required = ["basic/institution"]
[catalogue.items."basic"]
office = "办公室"
[catalogue.items."basic/institution"]
office = "政治部"
update = "year"
[catalogue.items."service/circuit"]
name = "巡回审判"
since = 2026
[catalogue.items."team/culture"]
until = 2025
reason = "并入党建"
[catalogue.items."reform/cases"]
not_applicable = "本院没有试点任务"
-- content/basic/institution/overview.md --
+++
title = "机构设置"
published = 2025-11-01
updated = 2026-06-01
office = "立案庭"
+++
一
-- content/basic/institution/overview.en.md --
+++
title = "Organisation"
published = 2025-11-20
+++
One
-- content/basic/institution/leadership.md --
+++
title = "院领导"
published = 2024-01-01
+++
二
-- content/basic/news/old.md --
+++
title = "旧闻"
published = 2026-11-08
+++
三
-- content/basic/news/draft.md --
+++
title = "草稿"
published = 2026-11-20
draft = true
+++
四
-- content/basic/news/future.md --
+++
title = "以后"
published = 2026-12-01
+++
五
-- content/team/culture/history.md --
+++
title = "院史"
published = 2024-01-01
office = "政治部"
+++
六
`

func TestRows(t *testing.T) {
	r := reportOf(t, court, 2025)
	institution := find(t, r, "basic/institution")
	if institution.Status != coverage.Covered || institution.Documents != 2 || institution.Pages != 3 || institution.Office != "政治部" || institution.OfficeFrom != "site.toml" ||
		institution.Updated != "2026-06-01T00:00:00+08:00" || institution.Due != "2027-06-01T00:00:00+08:00" || institution.Newest != "content/basic/institution/overview.md" ||
		!slices.Equal(institution.Languages, []coverage.Tag{{Tag: "zh-Hans", Pages: 2}, {Tag: "en", Pages: 1}}) {
		t.Errorf("institution: %+v", institution)
	}
	for id, want := range map[string]coverage.Status{
		"basic/news": coverage.Overdue, "basic/work-reports": coverage.Blank, "basic/other": coverage.Open, "reform/cases": coverage.Exempt,
		"trial/commutation": coverage.Exempt, "team/culture": coverage.Retired, "service/circuit": coverage.Blank,
	} {
		if got := find(t, r, id); got.Status != want {
			t.Errorf("%s is %s, want %s", id, got.Status, want)
		}
	}
	if news := find(t, r, "basic/news"); news.Documents != 1 || news.Office != "办公室" || news.PeriodNorm == "" || news.Due != "2026-11-22T00:00:00+08:00" {
		t.Errorf("news: %+v", news)
	}
	if culture := find(t, r, "team/culture"); culture.Office != "政治部" || culture.OfficeFrom != "pages" || culture.Reason != "并入党建" || culture.Due != "" {
		t.Errorf("culture: %+v", culture)
	}
	total := 0
	for _, n := range r.Counts {
		total += n
	}
	if total != len(r.Items) || len(r.Items) != 44 {
		t.Errorf("%d items, %d counted", len(r.Items), total)
	}
	if c := r.Changes; len(c.Items) != 2 || c.Items[0].ID != "service/circuit" || c.Items[1].ID != "team/culture" {
		t.Errorf("changes: %+v", c)
	}
}

func TestTranslationsOwed(t *testing.T) {
	r := reportOf(t, court, 0)
	var owed []string
	for _, o := range r.Translations {
		owed = append(owed, o.Document+" "+string(o.State))
	}
	if !slices.Equal(owed, []string{"basic/institution/leadership missing", "basic/institution/overview draft"}) {
		t.Errorf("owed: %q", owed)
	}
	en := r.Languages[1]
	if en.Pages != 1 || en.States[corpus.Missing] != 3 || en.States[corpus.DraftText] != 1 || en.Year != 0 || en.Recent != 0 {
		t.Errorf("en: %+v", en)
	}
	if zh := r.Languages[0]; zh.Pages != 4 || zh.Recent != 1 || zh.Year != 2 || zh.States != nil {
		t.Errorf("zh: %+v", zh)
	}
}

func TestFormats(t *testing.T) {
	r := reportOf(t, strings.Replace(court, `office = "政治部"`, `office = "=1+1"`, 1), 2025)
	for _, lang := range []diag.Lang{diag.ZH, diag.EN} {
		var table, text, page bytes.Buffer
		if err := r.CSV(&table, lang); err != nil || !bytes.HasPrefix(table.Bytes(), []byte("\xef\xbb\xbf")) {
			t.Fatalf("%v, %.20q", err, table.String())
		}
		rows, err := csv.NewReader(bytes.NewReader(table.Bytes()[3:])).ReadAll()
		if err != nil || len(rows) != 45 || len(rows[0]) != 14 {
			t.Fatalf("%v, %d rows", err, len(rows))
		}
		if office := rows[1][12]; office != "'=1+1" {
			t.Errorf("an office that a spreadsheet takes for a formula: %s", office)
		}
		if err := r.Text(&text, lang); err != nil {
			t.Error(err)
		}
		for _, i := range r.Items {
			if !strings.Contains(text.String(), i.ID) {
				t.Errorf("the text has no %s", i.ID)
			}
		}
		if err := r.HTML(&page, lang); err != nil || !strings.Contains(page.String(), "<table>") || strings.Contains(page.String(), "<no value>") || strings.Contains(page.String(), "<script") {
			t.Errorf("HTML: %v", err)
		}
	}
}

// counted is what was counted in the folders of the sample site without the program, file by file: for each item the documents and, in all languages, the pages
// that are public on 23 November 2026 (no draft, no later date).
var counted = map[string][2]int{
	"basic/institution": {5, 21}, "basic/normative-documents": {11, 11}, "basic/work-reports": {3, 3}, "basic/news": {13, 22}, "basic/other": {1, 1},
	"trial/statistics": {4, 4}, "trial/process": {5, 5}, "trial/hearings": {3, 3}, "trial/judgments": {1, 1}, "trial/major-cases": {1, 1},
	"trial/enforcement": {8, 8}, "trial/commutation": {3, 3}, "trial/bankruptcy": {5, 5}, "trial/annual-review": {2, 2}, "trial/data-reports": {1, 1},
	"trial/research": {1, 1}, "trial/other": {3, 3},
	"service/guides": {5, 35}, "service/announcements": {11, 14}, "service/auctions": {6, 6}, "service/professionals": {3, 3}, "service/mediators": {4, 4},
	"service/petitions": {2, 6}, "service/other": {6, 6},
	"reform/documents": {6, 6}, "reform/progress": {3, 3}, "reform/cases": {3, 3}, "reform/other": {1, 1},
	"administration/proposals": {2, 2}, "administration/budgets": {8, 17}, "administration/it-standards": {1, 1}, "administration/other": {1, 1},
	"exchange/activities": {2, 4}, "exchange/conferences": {1, 2}, "exchange/other": {0, 0},
	"team/party": {2, 2}, "team/personnel": {3, 3}, "team/discipline": {2, 2}, "team/role-models": {1, 1}, "team/training": {1, 1}, "team/police": {2, 2},
	"team/culture": {1, 1}, "team/other": {1, 1},
}

// TestSampleSite compares with the hand count. Whoever adds a page to the sample site counts its column again.
func TestSampleSite(t *testing.T) {
	r, problems, err := generator.Report(context.Background(), generator.Input{Site: os.DirFS("../.."), Now: november}, 0)
	if err != nil || diag.HasErrors(problems) {
		t.Fatal(err, problems)
	}
	if len(r.Items) != len(counted) {
		t.Errorf("%d items reported, %d counted", len(r.Items), len(counted))
	}
	for _, i := range r.Items {
		want := counted[i.ID]
		if i.Documents != want[0] || i.Pages != want[1] {
			t.Errorf("%s: %d documents, %d pages; counted %v", i.ID, i.Documents, i.Pages, want)
		}
		if covered := i.Status == coverage.Covered; covered != (want[0] > 0) {
			t.Errorf("%s is %s with %d documents", i.ID, i.Status, want[0])
		}
	}
}
