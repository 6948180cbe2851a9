package theme

import (
	"bytes"
	"html/template"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFunctions shows what templates get in each kind of place.
func TestFunctions(t *testing.T) {
	const source = `<title>{{isolated .Title .Lang}}</title><h1>{{runs .Title .Lang}}</h1><a title="{{isolated .Title .Lang}}">{{runs .Title ""}}</a>{{runs "〔2026〕6号" .Lang}}`
	templates := template.Must(template.New("").Funcs(Functions()).Parse(source))
	for _, c := range []struct{ title, lang, want string }{
		{"سوت (2025)新1号", "ug", "<title>سوت \u2066(2025)新1号\u2069</title><h1>سوت <bdi lang=\"zh-Hans\" dir=\"ltr\">(2025)新1号</bdi></h1>" +
			"<a title=\"سوت \u2066(2025)新1号\u2069\">سوت <bdi lang=\"zh-Hans\" dir=\"ltr\">(2025)新1号</bdi></a><bdi lang=\"zh-Hans\" dir=\"ltr\">〔2026〕6号</bdi>"},
		{"关于<b>的公告", "zh-Hans", "<title>关于&lt;b&gt;的公告</title><h1>关于&lt;b&gt;的公告</h1><a title=\"关于&lt;b&gt;的公告\">关于&lt;b&gt;的公告</a>〔2026〕6号"},
		{"办公室", "ug", "<title>\u2066办公室\u2069</title><h1><bdi lang=\"zh-Hans\" dir=\"ltr\">办公室</bdi></h1><a title=\"\u2066办公室\u2069\">办公室</a><bdi lang=\"zh-Hans\" dir=\"ltr\">〔2026〕6号</bdi>"},
	} {
		var buf bytes.Buffer
		if err := templates.Execute(&buf, map[string]string{"Title": c.title, "Lang": c.lang}); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, buf.String()); diff != "" {
			t.Errorf("%s in %s (-want +got):\n%s", c.title, c.lang, diff)
		}
	}
}
