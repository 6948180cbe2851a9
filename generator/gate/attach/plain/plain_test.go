package plain

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/inside/insidetest"
)

func TestDecode(t *testing.T) {
	gb, err := simplifiedchinese.GB18030.NewEncoder().String("明镜县人民法院")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, data, want string
		ok               bool
	}{
		{"UTF-8", "甲", "甲", true},
		{"with a mark", "\ufeff甲", "甲", true},
		{"UTF-16", "\xff\xfe\x32\x75", "甲", true},
		{"UTF-16 the other way round", "\xfe\xff\x75\x32", "甲", true},
		{"GB18030", gb, "明镜县人民法院", true},
		{"binary", "\x00\x01\x02\xff\x80", "", false},
		{"zeros", "a\x00b", "", false},
	} {
		if got, ok := Decode([]byte(c.data)); ok != c.ok || ok && got != c.want {
			t.Errorf("%s: %q, %v", c.name, got, ok)
		}
	}
}

// TestTable: rows become lines with tabs, and each cell knows where it stands.
func TestTable(t *testing.T) {
	r := &insidetest.Recorder{}
	Table([]byte("a;b\r\n\"c;d\";\"e\nf\"\n;\"\"\"g\"\n"), r, inside.NewWork(1<<10))
	text := r.Texts[0]
	if want := "a\tb \nc;d\te f\n\t\"\"g\n"; text.String() != want {
		t.Errorf("got %q, want %q", text, want)
	}
	if at := text.At(strings.Index(text.String(), "g")); at.Row != 4 || at.Column != 5 {
		t.Errorf("g stands at %d:%d", at.Row, at.Column)
	}
}

// TestEncodedParts: what a letter or a card has in an encoding of mail is not taken for read.
func TestEncodedParts(t *testing.T) {
	for text, want := range map[string]bool{
		"MIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n5LiA\r\n": true,
		"content-transfer-encoding: Quoted-Printable\n\n=E4=B8=80\n":             true,
		"BEGIN:VCARD\nNOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E4\n":        true,
		"BEGIN:VCARD\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\n":                         true,
		"Content-Transfer-Encoding: 8bit\n\n一\n":                                 false,
		"The encoding: base64 is explained here.\n":                              false,
	} {
		r := &insidetest.Recorder{}
		Text([]byte(text), r, inside.NewWork(1<<10))
		if got := slices.Contains(r.Reasons, inside.Mail); got != want || len(r.Texts) != 1 {
			t.Errorf("%q: %v", text, r.Reasons)
		}
	}
}

func TestMarkup(t *testing.T) {
	for _, c := range []struct{ name, markup, text, traces string }{
		{"text", "<p>a&amp;b</p><p>c</p>", "a&b\n\nc", ""},
		{"hidden", "<div hidden><p>a</p><p>b</p></div>", "a", "attachment-hidden-text line 1, column 16"},
		{"hidden by its style", "\n<p style='color:red;DISPLAY : none'>a", "a", "attachment-hidden-text line 2, column 37"},
		{"hidden and empty", "<p hidden> </p>", "", ""},
		{"shown after", "<p hidden>a</p><p>b</p>", "b", "attachment-hidden-text line 1, column 11"},
		{"white", "<p style='color:#fff'>a", "a", "attachment-pale-text line 1, column 23"},
		{"white on colour", "<p style='color:#fff;background:navy'>a", "a", ""},
		{"a comment", "<!-- secret -->", "secret", ""},
		{"an attribute", "<p title='secret'>", "secret", ""},
		{"a script", "<script>var a = 'secret'</script>", "secret", ""},
		{"a table", "<table><tr><td>a<td>b</table>", "a", ""},
	} {
		r := &insidetest.Recorder{}
		Markup([]byte(c.markup), r, inside.NewWork(1<<10))
		if got := strings.Join(r.Traces, "; "); got != c.traces || !strings.Contains(r.All(), c.text) {
			t.Errorf("%s: %q in %q", c.name, got, r.All())
		}
	}
}

func TestOverLimit(t *testing.T) {
	r := &insidetest.Recorder{}
	Text([]byte("abc"), r, inside.NewWork(2))
	if !slices.Equal(r.Reasons, []inside.Reason{inside.OverLimit}) {
		t.Errorf("got %v", r.Reasons)
	}
}
