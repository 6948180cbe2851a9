package attach

import (
	"encoding/base64"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// TestData: a file that stands in a text as an address is looked into as if it stood in an archive.
func TestData(t *testing.T) {
	packed := func(kind string, data []byte) string {
		return "data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)
	}
	line := "身份证号：" + number
	table := "姓名,身份证号\n王某," + number + "\n"
	for _, c := range []struct {
		name, file, text string
		want             []string
	}{
		{"a picture's place", "a.html", `<p><img src="` + packed("image/jpeg", read(t, "located.jpg")) + `">`,
			[]string{"picture-location 1:4 data:image/jpeg", "attachment-properties 1:4 data:image/jpeg › property Artist"}},
		{"a link to a page", "a.html", "<a\nhref='" + packed("text/html;charset=utf-8", []byte("<p>"+line)) + "'>", []string{"identity-number 1:1 data:text/html › line 1, column 9"}},
		{"a link to a table", "a.html", "<a href='" + packed("text/csv", []byte(table)) + "'>", []string{"identity-number 1:1 data:text/csv › line 2, column 4"}},
		{"a document", "a.html", "<a href=" + packed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", read(t, "sheet-number.xlsx")) + ">",
			[]string{"identity-number 1:1 data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet › sheet 名单, cell B3"}},
		{"a frame, written out", "a.html", "<iframe src='data:text/html," + url.PathEscape("<p hidden>"+line) + "'>",
			[]string{"identity-number line 1, column 1", "attachment-hidden-text 1:1 data:text/html › line 1, column 11", "identity-number 1:1 data:text/html › line 1, column 16"}},
		{"broken by blanks", "a.html", "<a href=' da\nta:text/plain;base64,\n" + base64.StdEncoding.EncodeToString([]byte(line)) + "'>", []string{"identity-number 1:1 data:text/plain › line 1, column 6"}},
		{"a style", "a.html", "<p style='background:url(" + packed("image/svg+xml", []byte("<svg><text>"+line)) + ")'>", []string{"identity-number 1:1 data:image/svg+xml › line 1, column 17"}},
		{"a style sheet", "a.css", "a{}\nb{background:url('" + packed("image/svg+xml", []byte("<svg><text>"+line)) + "')}", []string{"identity-number 2:19 data:image/svg+xml › line 1, column 17"}},
		{"a script", "a.html", "<script>a = \"" + packed("text/plain", []byte(line)) + "\"</script>", []string{"identity-number 1:14 data:text/plain › line 1, column 6"}},
		{"a drawing", "a.svg", `<svg><image xlink:href="` + packed("text/plain", []byte(line)) + `"/></svg>`, []string{"identity-number 1:6 data:text/plain › line 1, column 6"}},
		{"JSON", "a.json", `{"a": "` + strings.ReplaceAll(packed("text/plain", []byte(line)), "/", `\/`) + `"}`, []string{"identity-number 1:8 data:text/plain › line 1, column 6"}},
		{"in itself", "a.html", "<a href='" + packed("text/html", []byte("<a href='"+packed("text/plain", []byte(line))+"'>")) + "'>", []string{"identity-number 1:1 data:text/html › 1:1 data:text/plain › line 1, column 6"}},
		{"a mark of secrecy", "a.html", "<a href='" + packed("text/plain", []byte("机密★10年")) + "'>", []string{"secrecy-mark 1:1 data:text/plain › line 1, column 1"}},
		{"no base64", "a.html", "<a href='data:text/html;base64,A'>", []string{"attachment-not-checked 1:1 data:text/htmldamaged"}},
		{"not what it says", "a.html", "<img src='" + packed("image/png", []byte(line)) + "'>", []string{"identity-number 1:1 data:image/png › line 1, column 6", "attachment-not-checked 1:1 data:image/pngnot-its-name"}},
		{"a font that is none", "a.css", "src: url(" + packed("font/woff2", []byte(line)) + ")", []string{"identity-number 1:10 data:font/woff2 › line 1, column 6", "attachment-not-checked 1:10 data:font/woff2not-its-name"}},
		{"a sound", "a.html", "<audio src='" + packed("audio/mpeg", []byte("ID3")) + "'>", []string{"attachment-not-checked 1:1 data:audio/mpegmedia"}},
		{"of an unknown type", "a.html", "<a href='" + packed("application/octet-stream", []byte{0, 1, 2}) + "'>", []string{"attachment-not-checked 1:1 data:application/octet-streamunknown"}},
		{"a clean picture", "a.html", "<img src='" + packed("image/png", read(t, "clean.png")) + "'>", nil},
	} {
		got := told(Check(c.file, []byte(c.text)))
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestDataDeep: addresses in addresses are followed as deep as archives in archives, and no deeper.
func TestDataDeep(t *testing.T) {
	text := number
	for range deepest + 1 {
		text = "<a href='data:text/html;base64," + base64.StdEncoding.EncodeToString([]byte(text)) + "'>"
	}
	if got := told(Check("a.html", []byte(text))); len(got) != 1 || !strings.HasSuffix(got[0], "over-limit") {
		t.Errorf("got %q", got)
	}
}

// TestDataInRelations: what an office document links to is looked into as well.
func TestDataInRelations(t *testing.T) {
	target := "data:text/plain;base64," + base64.StdEncoding.EncodeToString([]byte("身份证号："+number))
	data := zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<document/>",
		"word/_rels/document.xml.rels", `<Relationships><Relationship Id="a" TargetMode="External" Target="`+target+`"/></Relationships>`)
	if got, want := told(Check("a.docx", data)), []string{"identity-number word/_rels/document.xml.rels data:text/plain › line 1, column 6"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
