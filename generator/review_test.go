package generator_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/signoff"
)

// TestSignedInPreview: a preview knows a page from the last build, when nobody had signed anything; then it is signed, and then its attachment changes.
func TestSignedInPreview(t *testing.T) {
	const page = "content/basic/news/a.md"
	site := files(page)
	site[page] = text("甲", "attachments = [\"f.txt\"]\n", bodyZH+"\n")
	site["content/basic/news/f.txt"] = &fstest.MapFile{Data: []byte("f")}
	var past *generator.Past
	build := func(want string) {
		t.Helper()
		in := generator.Input{Site: site, Now: standard, Past: past, Preview: true}
		result, err := generator.Check(t.Context(), in)
		if err != nil {
			t.Fatal(err)
		}
		past = result.Past
		if got := strings.Join(told(result.Problems), "\n"); !strings.Contains(got, want) || (got == "") != (want == "") {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	build("")
	reviews, _, _, err := generator.Reviews(t.Context(), generator.Input{Site: site, Now: standard}, func(p string) bool { return p == page })
	if err != nil || len(reviews) != 1 {
		t.Fatal(reviews, err)
	}
	r := signoff.Record{Role: config.RoleSecrecy, By: "王丽", Office: "办公室", At: standard, Digest: reviews[0].Case.Digest(config.RoleSecrecy)}
	site[signoff.File(page)] = &fstest.MapFile{Data: signoff.Append(nil, r)}
	build("")
	site["content/basic/news/f.txt"] = &fstest.MapFile{Data: []byte("g")}
	build("[sign-off-void]")
	site["content/basic/news/f.txt"] = &fstest.MapFile{Data: []byte("f")}
	build("")
	site[page] = text("甲", "attachments = [\"f.txt\"]\n", strings.Replace(bodyZH, "。", "！", 1)+"\n")
	build("warning: secrecy review by 王丽")
	site["site.toml"].Data = append(site["site.toml"].Data, "[gate]\nprofile = \"strict\"\n"...)
	build("warning: the page waits to be signed: content review, approval")
}
