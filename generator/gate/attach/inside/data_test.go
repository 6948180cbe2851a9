package inside

import (
	"strings"
	"testing"
)

func TestNextData(t *testing.T) {
	for _, c := range []struct{ name, text, kind, data string }{
		{"base64", `<img src="data:image/png;base64,5YWs5ZGK">`, "image/png", "公告"},
		{"without a type", `url(data:;base64,5YWs5ZGK)`, "text/plain", "公告"},
		{"with parameters", `"data:text/html;charset=utf-8;base64,5YWs5ZGK"`, "text/html", "公告"},
		{"in capitals", `"DATA:Text/HTML;BASE64,5YWs5ZGK"`, "text/html", "公告"},
		{"of addresses, not padded", `data:text/plain;base64,_-8 and more words.`, "text/plain", "\xff\xef"},
		{"padded", `'data:text/plain;base64,5YWs5ZE='`, "text/plain", "公\xe5\x91"},
		{"with percent signs", `data:text/plain;base64,5YWs%35ZGK"`, "text/plain", "公告"},
		{"over lines", "\"data:text/plain;base64,5YWs\n  5ZGK\"", "text/plain", "公告"},
		{"in JSON", `"<img src=\"data:image\/png;base64,5YWs\n5ZGK\">"`, "image/png", "公告"},
		{"words behind", `见 data:text/plain;base64,5YWs 5 ZGK，下同`, "text/plain", "公"},
		{"written out", `<a href="data:text/html,%3Cp%3E%E5%85%AC a%zz">`, "text/html", "<p>公 a%zz"},
		{"in a style sheet", `url(data:image/svg+xml,%3Csvg/%3E) no-repeat`, "image/svg+xml", "<svg/>"},
		{"a whole value", "data:,%E5%85%AC 告\n\nb", "text/plain", "公 告"},
		{"second", `data: one, two; "data:text/plain,a"`, "text/plain", "a"},
		{"no address", "metadata:text/plain,a; data: one, two; {data:a,b:c} data:", "", ""},
		{"an example", "data:image/png;base64,…", "", ""},
	} {
		d, found := NextData(c.text, 0)
		if found != (c.kind != "") || d.Type != c.kind || string(d.Bytes) != c.data || found && (!d.Whole || !strings.EqualFold(c.text[d.Start:d.Start+5], "data:")) {
			t.Errorf("%s: %v %+v %q", c.name, found, d, d.Bytes)
		}
	}
}

// TestNotWhole: what is no base64 is given as far as it goes, and said not to be whole.
func TestNotWhole(t *testing.T) {
	for _, text := range []string{"data:text/plain;base64,A", `"data:text/plain;base64,5YWsA"`} {
		if d, found := NextData(text, 0); !found || d.Whole {
			t.Errorf("%s: %v %+v", text, found, d)
		}
	}
}

func FuzzNextData(f *testing.F) {
	f.Add("data:image/png;base64,5YWs5ZGK", 0)
	f.Add(`url(data:text/html;charset="utf-8",%3Cp%3E)`, 3)
	f.Fuzz(func(t *testing.T, text string, from int) {
		if from < 0 || from > len(text) {
			return
		}
		d, found := NextData(text, from)
		if found && (d.Start < 0 || d.End > len(text) || d.End <= d.Start || len(d.Bytes) > len(text)) {
			t.Errorf("%+v", d)
		}
	})
}
