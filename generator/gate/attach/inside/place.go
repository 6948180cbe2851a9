package inside

import (
	"fmt"
	"strings"

	"courtsite/generator/diag"
)

// Part is a sort of place inside of a file. Stable, for caches.
type Part string

// The parts, with what the other fields of a [Place] hold.
const (
	Line      Part = "line"      // Row, Column: of a text; Column counts characters
	Cell      Part = "cell"      // Name: the sheet; Row, Column: 1-based, of a single cell, or 0
	Page      Part = "page"      // Number
	Slide     Part = "slide"     // Number
	Notes     Part = "notes"     // Number: of the slide that they belong to
	Paragraph Part = "paragraph" // Number
	Table     Part = "table"     // Number; Row, Column
	Header    Part = "header"
	Footer    Part = "footer"
	Footnote  Part = "footnote" // Number
	Endnote   Part = "endnote"  // Number
	Comment   Part = "comment"  // Number, or Name: the cell
	Property  Part = "property" // Name
	Element   Part = "part"     // Name: the path within the file
)

// Place is where inside of a file something stands. The zero value is the file itself.
type Place struct {
	Members []string `json:"members,omitempty"` // the path through archives and embedded files
	Part    Part     `json:"part,omitempty"`
	Name    string   `json:"name,omitempty"`
	Number  int      `json:"number,omitempty"`
	Row     int      `json:"row,omitempty"`
	Column  int      `json:"column,omitempty"`
}

// Words writes the place as people say it.
func (p Place) Words() diag.Words {
	en, zh := p.en(), p.zh()
	for i := len(p.Members) - 1; i >= 0; i-- {
		en, zh = join(p.Members[i], en), join(p.Members[i], zh)
	}
	return diag.Words{EN: en, ZH: zh}
}

func join(member, rest string) string {
	if rest == "" {
		return member
	}
	return member + " › " + rest
}

func (p Place) en() string {
	switch p.Part {
	case "":
		return ""
	case Line:
		return fmt.Sprintf("line %d, column %d", p.Row, p.Column)
	case Cell:
		if p.Row == 0 {
			return "sheet " + p.Name
		}
		return fmt.Sprintf("sheet %s, cell %s", p.Name, p.cell())
	case Table:
		return fmt.Sprintf("table %d, row %d, column %d", p.Number, p.Row, p.Column)
	case Notes:
		return fmt.Sprintf("notes of slide %d", p.Number)
	case Element:
		return p.Name
	}
	return strings.TrimSpace(string(p.Part) + " " + p.Name + p.number())
}

func (p Place) zh() string {
	switch p.Part {
	case "":
		return ""
	case Line:
		return fmt.Sprintf("第 %d 行第 %d 列", p.Row, p.Column)
	case Cell:
		if p.Row == 0 {
			return "工作表“" + p.Name + "”"
		}
		return fmt.Sprintf("工作表“%s”%s 单元格", p.Name, p.cell())
	case Table:
		return fmt.Sprintf("表 %d 第 %d 行第 %d 列", p.Number, p.Row, p.Column)
	case Notes:
		return fmt.Sprintf("第 %d 张幻灯片备注", p.Number)
	case Page:
		return fmt.Sprintf("第 %d 页", p.Number)
	case Slide:
		return fmt.Sprintf("第 %d 张幻灯片", p.Number)
	case Paragraph:
		return fmt.Sprintf("第 %d 段", p.Number)
	case Element:
		return p.Name
	}
	name := map[Part]string{Header: "页眉", Footer: "页脚", Footnote: "脚注", Endnote: "尾注", Comment: "批注", Property: "文档属性"}[p.Part]
	return strings.TrimSpace(name + " " + p.Name + p.number())
}

func (p Place) number() string {
	if p.Number == 0 {
		return ""
	}
	return fmt.Sprint(p.Number)
}

func (p Place) cell() string { return ColumnName(p.Column) + fmt.Sprint(p.Row) }

// ColumnName writes a column of a sheet in letters: 1 is A, 28 is AB.
func ColumnName(n int) string {
	var letters []byte
	for ; n > 0; n = (n - 1) / 26 {
		letters = append([]byte{byte('A' + (n-1)%26)}, letters...)
	}
	return string(letters)
}

// CellAt reads the reference of a cell: B3 is row 3, column 2. What is none gives zeros.
func CellAt(ref string) (row, column int) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] | 0x20
		if c < 'a' || c > 'z' {
			break
		}
		column = column*26 + int(c-'a') + 1
	}
	for ; i < len(ref); i++ {
		if ref[i] < '0' || ref[i] > '9' || row > 1<<24 {
			return 0, 0
		}
		row = row*10 + int(ref[i]-'0')
	}
	return row, column
}
