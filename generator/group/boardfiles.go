package group

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"

	"courtsite/generator/catalogue"
	"courtsite/generator/par"
)

//go:embed board.html
var boardLayout string

//go:embed court.html
var courtLayout string

// The style stands in a file of its own: where the board is public, servers refuse inline styles as they do on all pages.
//
//go:embed board.css board.svg
var boardAssets embed.FS

var boardPage = template.Must(template.New("board").Funcs(template.FuncMap{
	"state": stateWords, "day": dayOf, "percent": percent, "codes": codes, "trend": trend, "latest": latest, "item": itemName, "late": late, "sort": sortOf,
}).Parse(boardLayout))

var courtPage = template.Must(template.Must(boardPage.Clone()).New("court").Parse(courtLayout))

// files makes all files of the board.
func (s *Sum) files() (map[string][]byte, error) {
	files := map[string][]byte{}
	rows, err := par.Map(context.Background(), 0, s.Rows, func(r Row) (rowPages, error) { return s.pages(r) })
	if err != nil {
		return nil, err
	}
	lines := make(map[string]template.HTML, len(rows))
	for i, r := range s.Rows {
		lines[r.ID] = rows[i].line
		files["court-"+r.ID+".html"] = rows[i].court
	}
	for i, by := range orders {
		page, err := s.page(by, lines)
		if err != nil {
			return nil, err
		}
		files["by-"+by.key+".html"] = page
		if i == 0 {
			files["index.html"] = page
		}
	}
	data, err := json.MarshalIndent(s, "", " ")
	if err != nil {
		return nil, err
	}
	files["board.json"] = append(data, '\n')
	for _, name := range []string{"board.css", "board.svg"} {
		if files[name], err = boardAssets.ReadFile(name); err != nil {
			return nil, err
		}
	}
	files["board.csv"], err = s.CSV()
	return files, err
}

// rowPages is a court's line in the group's pages, and its own page.
type rowPages struct {
	line  template.HTML
	court []byte
}

func (s *Sum) pages(r Row) (rowPages, error) {
	var line, court bytes.Buffer
	_, known := slices.BinarySearchFunc(s.Rows, r.Parent, func(r Row, id string) int { return cmp.Compare(r.ID, id) })
	err := errors.Join(boardPage.ExecuteTemplate(&line, "row", r), courtPage.Execute(&court, struct {
		Row
		Day   string
		Fresh int
		Known bool // the court above is on the board
	}{r, s.At[:len(time.DateOnly)], s.Fresh, known}))
	return rowPages{template.HTML(line.String()), court.Bytes()}, err
}

// page lists the courts in an order. Their lines are the same in all of them.
func (s *Sum) page(by order, lines map[string]template.HTML) ([]byte, error) {
	var b bytes.Buffer
	sorted := make([]template.HTML, 0, len(s.Rows))
	for _, r := range s.sorted(by) {
		sorted = append(sorted, lines[r.ID])
	}
	err := boardPage.Execute(&b, struct {
		*Sum
		Orders []order
		By     string
		Sorted []template.HTML
	}{s, orders, by.key, sorted})
	return b.Bytes(), err
}

// Key, EN and ZH are for the page.
func (o order) Key() string { return o.key }
func (o order) EN() string  { return o.en }
func (o order) ZH() string  { return o.zh }

// Sort is the direction as aria-sort names it.
func (o order) Sort() string { return o.sort }

// CSV writes the rows for spreadsheets: with a byte-order mark, by which they know UTF-8, and CRLF (RFC 4180).
func (s *Sum) CSV() ([]byte, error) {
	b := bytes.NewBufferString("\ufeff")
	out := csv.NewWriter(b)
	out.UseCRLF = true
	rows := [][]string{{
		"id", "法院 name", "代码 code", "层级 level", "类型 kind", "地区 region", "上级 parent", "网址 base_url", "状态 state", "页面 pages", "最近更新 updated", "距今天数 idle",
		"超期 stale", "应公开事项 items", "已覆盖 covered", "空白 blank", "超期事项 overdue", "缺译文 missing", "译文过期 outdated", "译文未审校 draft", "警告 findings", "豁免 waived", "失效链接 links", "失败原因 failure",
	}}
	for _, r := range s.Rows {
		rows = append(rows, r.cells())
	}
	for _, row := range rows {
		for i := range row {
			row[i] = inert(row[i])
		}
	}
	if err := out.WriteAll(rows); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (r Row) cells() []string {
	items, covered, blank, why := "", "", "", ""
	if r.Figures != nil {
		items, covered, blank = strconv.Itoa(r.Figures.Items), strconv.Itoa(r.Figures.Covered), strings.Join(r.Figures.Blank, " ")
	}
	if r.Failure != nil {
		why = r.Failure.First + r.Failure.Machine
	}
	idle := ""
	if r.Idle >= 0 {
		idle = strconv.Itoa(r.Idle)
	}
	counted := func(n int) string {
		if r.Figures == nil {
			return ""
		}
		return strconv.Itoa(n)
	}
	return []string{
		r.ID, r.Name, r.Code, r.Level, r.Kind, r.Region, r.Parent, r.BaseURL, string(r.State), strconv.Itoa(r.Pages), dayOf(r.Updated), idle, strconv.FormatBool(r.Stale),
		items, covered, blank, counted(r.Overdue), counted(r.Missing), counted(r.Outdated), counted(r.Draft), counted(r.Findings), counted(r.Waived), counted(r.Links), why,
	}
}

// inert keeps a spreadsheet from taking a text for a formula.
func inert(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

// Number tells whether a column is of numbers.
func (o order) Number() bool { return o.key != "id" && o.key != "state" }

// courtSorts are what levels and kinds of courts are called.
var courtSorts = map[string]string{
	"basic": "基层", "intermediate": "中级", "high": "高级", "supreme": "最高",
	"maritime": "海事", "military": "军事", "railway": "铁路", "ip": "知识产权", "internet": "互联网", "financial": "金融", "bankruptcy": "破产",
	"forestry": "林区", "reclamation": "垦区", "oilfield": "油田",
}

// sortOf says of what level and kind a court is; a general court's kind goes without saying.
func sortOf(level, kind string) string {
	var words []string
	for _, w := range []string{level, kind} {
		if w != "" && w != "general" {
			words = append(words, strings.TrimSpace(courtSorts[w]+" "+w))
		}
	}
	return strings.Join(words, " ")
}

func stateWords(s Status) string {
	switch s {
	case Built:
		return "正常 built"
	case Failed:
		return "失败 failed"
	case Elsewhere:
		return "外部生成 elsewhere"
	}
	return "尚无站点 never"
}

func dayOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Format(time.DateOnly)
}

func percent(covered, items int) string {
	if items == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(covered)/float64(items))
}

// codes lists findings with their numbers.
func codes(findings map[string]int) string {
	var parts []string
	for code, n := range findings {
		parts = append(parts, fmt.Sprintf("%s %d", code, n))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}

// latest gives the newest marks first, as many as a page shows.
func latest(marks []Mark) []Mark {
	marks = slices.Clone(marks[max(0, len(marks)-60):])
	slices.Reverse(marks)
	return marks
}

// itemName is what the catalogue, or the court that adds it, calls an item.
func itemName(id string, added map[string]string) string {
	item, known := catalogue.Default().Item(id)
	if !known {
		return added[id]
	}
	name, _ := item.Name(catalogue.Wording)
	return name
}

// late tells whether a day has passed on another.
func late(by, day string) bool { return by[:min(len(by), len(day))] < day }

// trend says how a member stands against its first mark within the last 30 marks.
func trend(marks []Mark) string {
	if len(marks) < 2 {
		return ""
	}
	first, last := marks[max(0, len(marks)-30)], marks[len(marks)-1]
	return fmt.Sprintf("%s → %s：%+d 页 pages，%+d 事项 items，%+d 待办 debt，%+d 警告 warnings", first.Day, last.Day,
		last.Pages-first.Pages, last.Covered-first.Covered, last.Debt-first.Debt, last.Findings-first.Findings)
}
