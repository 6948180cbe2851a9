package office

import (
	"slices"
	"strings"
	"testing"

	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/inside/insidetest"
)

func readParts(t *testing.T, parts ...string) *insidetest.Recorder {
	t.Helper()
	r := &insidetest.Recorder{}
	Read(packed(t, parts...), r, inside.NewWork(1<<20))
	r.Sound(t)
	return r
}

func TestWordLooks(t *testing.T) {
	const styles = `<w:styles><w:style w:styleId="gone"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="child"><w:basedOn w:val="gone"/></w:style>` +
		`<w:style w:styleId="grid"><w:tblStylePr><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style></w:styles>`
	for _, c := range []struct{ name, body, want string }{
		{"plain", `<w:p><w:r><w:t>a</w:t></w:r></w:p>`, ""},
		{"vanish", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>`, "attachment-hidden-text paragraph 1"},
		{"vanish turned off", `<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r></w:p>`, ""},
		{"only the mark of the paragraph", `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`, ""},
		{"by a style that rests on another", `<w:p><w:r><w:rPr><w:rStyle w:val="child"/></w:rPr><w:t>a</w:t></w:r></w:p>`, "attachment-hidden-text paragraph 1"},
		{"white", `<w:p/><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r></w:p>`, "attachment-pale-text paragraph 2"},
		{"white on a filled cell", `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, ""},
		{"white in a table whose style fills", `<w:tbl><w:tblPr><w:tblStyle w:val="grid"/></w:tblPr><w:tr><w:tc><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, ""},
		{"white in a text box", `<w:p><w:r><w:txbxContent><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r></w:p></w:txbxContent></w:r></w:p>`, ""},
		{"white in a plain table", `<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`, "attachment-pale-text table 1, row 1, column 1"},
		{"black highlight", `<w:p><w:r><w:rPr><w:highlight w:val="black"/></w:rPr><w:t>a</w:t></w:r></w:p>`, "attachment-covered-text paragraph 1"},
		{"white on a black highlight", `<w:p><w:r><w:rPr><w:highlight w:val="black"/><w:color w:val="FFFFFF"/></w:rPr><w:t>a</w:t></w:r></w:p>`, ""},
		{"automatic colour on black", `<w:p><w:r><w:rPr><w:shd w:fill="000000"/></w:rPr><w:t>a</w:t></w:r></w:p>`, ""},
		{"black on black", `<w:p><w:r><w:rPr><w:shd w:fill="000000"/><w:color w:val="000000"/></w:rPr><w:t>a</w:t></w:r></w:p>`, "attachment-covered-text paragraph 1"},
		{"of one point", `<w:p><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>a</w:t></w:r></w:p>`, "attachment-hidden-text paragraph 1"},
	} {
		r := readParts(t, markers[0], "<Types/>", "word/styles.xml", styles, "word/document.xml", "<w:document><w:body>"+c.body+"</w:body></w:document>")
		if got := strings.Join(r.Traces, "; "); got != c.want || len(r.Reasons) > 0 {
			t.Errorf("%s: %q %v", c.name, got, r.Reasons)
		}
	}
}

// TestEqualDigits: a sheet in OpenDocument has one cell for several that are equal side by side.
func TestEqualDigits(t *testing.T) {
	r := readParts(t, markers[1], "application/vnd.oasis.opendocument.spreadsheet", "content.xml", `<document-content><spreadsheet><table name="a"><table-row>`+
		`<table-cell><p>5</p></table-cell><table-cell number-columns-repeated="3"><p>1</p></table-cell><table-cell number-columns-repeated="2"><p>合计</p></table-cell><table-cell number-columns-repeated="16777216"><p>0</p></table-cell></table-row></table></spreadsheet></document-content>`)
	if text := r.All(); !strings.Contains(text, "5\t1\t1\t1\t合计\t\t0\t0") || strings.Count(text, "0") != mostEqual {
		t.Errorf("got %q", text)
	}
}

func TestSheets(t *testing.T) {
	const frame = `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`
	for _, c := range []struct{ name, state, styles, sheet, text, traces string }{
		{"a long number is written out", "", "", `<row r="1"><c r="A1"><v>1.1010519491231E+17</v></c></row>`, "110105194912310000", ""},
		{"a date", "", `<cellXfs><xf/><xf numFmtId="14"/></cellXfs>`, `<row r="1"><c r="A1" s="1"><v>45000</v></c></row>`, "2023-03-15", ""},
		{"a date of a format of its own", "", `<numFmts><numFmt numFmtId="176" formatCode="yyyy年m月d日"/></numFmts><cellXfs><xf numFmtId="176"/></cellXfs>`, `<row r="1"><c r="A1" s="0"><v>45000</v></c></row>`, "2023-03-15", ""},
		{"a header and a gap", "", "", `<row r="1"><c r="A1" t="str"><v>a</v></c><c r="C1" t="str"><v>c</v></c></row><row r="3"><c r="A3" t="str"><v>x</v></c></row>`, "a\t\tc\nx\t\n", ""},
		{"very hidden", "veryHidden", "", `<row r="1"><c r="A1" t="str"><v>a</v></c></row>`, "a", "attachment-hidden-sheet sheet s"},
		{"rows without height", "", "", `<row r="1" ht="0"><c r="A1" t="str"><v>a</v></c></row><row r="2" hidden="1"/>`, "a", "attachment-hidden-cells sheet s"},
		{"a hidden column without content", "", "", `<cols><col min="2" max="16384" hidden="1"/></cols><row r="1"><c r="A1" t="str"><v>a</v></c></row>`, "a", ""},
		{"a format that shows nothing", "", `<numFmts><numFmt numFmtId="177" formatCode=";;;"/></numFmts><cellXfs><xf numFmtId="177"/></cellXfs>`, `<row r="1"><c r="A1" s="0"><v>7</v></c></row>`, "7", "attachment-hidden-text sheet s, cell A1"},
		{"white on blue", "", `<fonts><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill></fills><cellXfs><xf fontId="0" fillId="0"/></cellXfs>`,
			`<row r="1"><c r="A1" s="0" t="str"><v>a</v></c></row>`, "a", ""},
		{"white on a colour of the theme", "", `<fonts><font><color theme="0"/></font></fonts><fills><fill><patternFill patternType="solid"><fgColor theme="4"/></patternFill></fill></fills><cellXfs><xf fontId="0" fillId="0"/></cellXfs>`,
			`<row r="1"><c r="A1" s="0" t="str"><v>a</v></c></row>`, "a", ""},
		{"white on nothing", "", `<fonts><font><color theme="0"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><cellXfs><xf fontId="0" fillId="0"/></cellXfs>`,
			`<row r="1"><c r="A1" s="0" t="str"><v>a</v></c></row>`, "a", "attachment-pale-text sheet s, cell A1"},
		{"a far cell", "", "", `<row r="1"><c r="XFD1" t="str"><v>a</v></c></row>`, "a", ""},
	} {
		r := readParts(t, markers[0], "<Types/>", "xl/_rels/workbook.xml.rels", frame, "xl/workbook.xml", `<workbook><sheets><sheet name="s" id="r1" state="`+c.state+`"/></sheets></workbook>`,
			"xl/styles.xml", "<styleSheet>"+c.styles+"</styleSheet>", "xl/worksheets/sheet1.xml", "<worksheet>"+c.sheet+"</worksheet>")
		if got := strings.Join(r.Traces, "; "); got != c.traces || !strings.Contains(r.All(), c.text) {
			t.Errorf("%s: %q in %q", c.name, got, r.All())
		}
	}
}

// TestHostile: what is made to be read for ever is told not to have been read.
func TestHostile(t *testing.T) {
	deep := "<document>" + strings.Repeat("<p>", 2000) + strings.Repeat("</p>", 2000) + "</document>"
	for _, c := range []struct {
		name  string
		parts []string
		want  inside.Reason
	}{
		{"elements in elements", []string{markers[0], "<Types/>", "word/document.xml", deep}, inside.OverLimit},
		{"cut off", []string{markers[0], "<Types/>", "word/document.xml", "<document><body>"}, inside.Damaged},
		{"crossing", []string{markers[0], "<Types/>", "word/document.xml", "<document><p></document></p>"}, inside.Damaged},
		{"a part twice", []string{markers[0], "<Types/>", "word/document.xml", "<document/>", "word/document.xml", "<document/>"}, inside.Damaged},
		{"a macro", []string{markers[0], "<Types/>", "word/vbaProject.bin", "x"}, inside.Binary},
		{"a style that rests on itself", []string{markers[0], "<Types/>", "word/styles.xml", `<styles><style styleId="a"><basedOn val="a"/></style></styles>`, "word/document.xml", `<document><p><r><rPr><rStyle val="a"/></rPr><t>a</t></r></p></document>`}, ""},
		{"a row repeated without end", []string{markers[1], "application/vnd.oasis.opendocument.spreadsheet", "content.xml", `<document-content><spreadsheet><table name="a"><table-row number-rows-repeated="99999999999"><table-cell number-columns-repeated="16777216"><p>a</p></table-cell><table-cell><p>b</p></table-cell></table-row></table></spreadsheet></document-content>`}, ""},
		{"locked", []string{markers[1], "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml", `<manifest><encryption-data/></manifest>`}, inside.Encrypted},
	} {
		r := readParts(t, c.parts...)
		if want := []inside.Reason{c.want}; c.want != "" && !slices.Equal(r.Reasons, want) || c.want == "" && len(r.Reasons) > 0 {
			t.Errorf("%s: got %v", c.name, r.Reasons)
		}
	}
}

// TestOtherArchives: what only looks like a document is read as an archive.
func TestOtherArchives(t *testing.T) {
	for _, c := range []struct {
		parts []string
		want  bool
	}{
		{[]string{"[Content_Types].xml", "<Types/>", "word/document.xml", "<document/>"}, true},
		{[]string{"[Content_Types].xml", "<Types/>", "visio/document.xml", "<document/>"}, false},
		{[]string{"mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>"}, true},
		{[]string{"mimetype", "application/epub+zip", "a.xhtml", "<x/>"}, false},
		{[]string{"OFD.xml", "<OFD/>"}, true},
		{[]string{"a.txt", "a"}, false},
	} {
		if got := Is(packed(t, c.parts...)); got != c.want {
			t.Errorf("%q: %v", c.parts, got)
		}
	}
}
