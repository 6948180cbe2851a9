package inside

import "testing"

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		place  Place
		en, zh string
	}{
		{Place{}, "", ""},
		{Place{Members: []string{"a.zip", "b.csv"}, Part: Line, Row: 3, Column: 5}, "a.zip › b.csv › line 3, column 5", "a.zip › b.csv › 第 3 行第 5 列"},
		{Place{Part: Cell, Name: "名单", Row: 12, Column: 28}, "sheet 名单, cell AB12", "工作表“名单”AB12 单元格"},
		{Place{Part: Cell, Name: "名单"}, "sheet 名单", "工作表“名单”"},
		{Place{Part: Page, Number: 2}, "page 2", "第 2 页"},
		{Place{Part: Table, Number: 1, Row: 2, Column: 3}, "table 1, row 2, column 3", "表 1 第 2 行第 3 列"},
		{Place{Part: Notes, Number: 4}, "notes of slide 4", "第 4 张幻灯片备注"},
		{Place{Part: Header}, "header", "页眉"},
		{Place{Part: Comment, Name: "B2"}, "comment B2", "批注 B2"},
		{Place{Members: []string{"a.docx"}}, "a.docx", "a.docx"},
	} {
		if w := c.place.Words(); w.EN != c.en || w.ZH != c.zh {
			t.Errorf("%+v: %q, %q", c.place, w.EN, w.ZH)
		}
	}
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		ref         string
		row, column int
	}{{"A1", 1, 1}, {"Z9", 9, 26}, {"AA10", 10, 27}, {"XFD1048576", 1048576, 16384}, {"b3", 3, 2}, {"", 0, 0}, {"A", 0, 1}, {"1", 1, 0}, {"A1x", 0, 0}, {"A99999999999999", 0, 0}} {
		if row, column := CellAt(c.ref); row != c.row || column != c.column {
			t.Errorf("%s: %d, %d", c.ref, row, column)
		}
	}
	for n, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := ColumnName(n); got != want {
			t.Errorf("%d is %s", n, got)
		}
	}
}

func TestTextAt(t *testing.T) {
	text := &Text{Source: "甲,\"乙\"\n丙,丁"}
	text.Quote("甲", 0)
	text.Break("\t")
	text.Quote("乙", 5)
	text.Break("\n")
	text.Quote("丙", 10)
	for offset, want := range map[int]Place{0: {Part: Line, Row: 1, Column: 1}, 4: {Part: Line, Row: 1, Column: 4}, 8: {Part: Line, Row: 2, Column: 1}} {
		if got := text.At(offset); got.Row != want.Row || got.Column != want.Column {
			t.Errorf("%d: %+v", offset, got)
		}
	}
	if got := new(Text).At(0); got.Part != "" {
		t.Errorf("an empty text has the place %+v", got)
	}
}

func TestReasonsSpeak(t *testing.T) {
	for r := range reasons {
		for _, w := range []string{r.What().EN, r.What().ZH, r.Advice().EN, r.Advice().ZH} {
			if w == "" {
				t.Errorf("%s is silent", r)
			}
		}
	}
	if Reason("nonsense").What() != Unknown.What() {
		t.Error("an unknown reason says nothing")
	}
}

func TestWork(t *testing.T) {
	w := NewWork(10)
	if w.Spend(10) != nil || w.Spent() || w.Spend(1) != ErrLimit || !w.Spent() {
		t.Error("work is not counted")
	}
}
