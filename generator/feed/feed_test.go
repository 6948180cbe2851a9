package feed

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"courtsite/generator/feed/feedtest"
	"courtsite/generator/view"
)

var update = flag.Bool("update", false, "rewrite testdata")

// formats are the three ways to write a channel, each with its file's name and what says whether the file is valid.
var formats = []struct {
	name  string
	write func(io.Writer, *view.Feed) error
	check func([]byte) []string
}{
	{"feed.xml", encoding(RSS), feedtest.RSS},
	{"atom.xml", encoding(Atom), feedtest.Atom},
	{"feed.json", encoding(JSON), feedtest.JSONFeed},
}

// encoding writes a channel with its items encoded first.
func encoding(write func(io.Writer, *view.Feed, []*Item) error) func(io.Writer, *view.Feed) error {
	return func(w io.Writer, f *view.Feed) error {
		items := make([]*Item, len(f.Items))
		for i, item := range f.Items {
			var err error
			if items[i], err = NewItem(item, f.Lang); err != nil {
				return err
			}
		}
		return write(w, f, items)
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// write gives a document that must be valid.
func write(t *testing.T, format int, f *view.Feed) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := formats[format].write(&b, f); err != nil {
		t.Fatal(err)
	}
	for _, violation := range formats[format].check(b.Bytes()) {
		t.Errorf("%s %s: %s", f.Lang, formats[format].name, violation)
	}
	return b.Bytes()
}

func TestFeeds(t *testing.T) {
	for _, w := range samples {
		for i, format := range formats {
			golden(t, w.lang+"-"+format.name, write(t, i, sample(w, 3)))
		}
	}
}

// A channel with nothing in it, and an item with nothing but what it must have, are valid too.
func TestBareFeeds(t *testing.T) {
	empty := sample(samples[1], 0)
	empty.Updated, empty.Author, empty.Icon = time.Time{}, "", ""
	bare := sample(samples[1], 1)
	old := bare.Items[0]
	bare.Items[0] = view.FeedItem{ID: old.ID, Title: old.Title, URL: old.URL, Published: old.Published}
	bare.Updated, bare.Icon = time.Time{}, "https://court.example/icon.svg"
	for i, format := range formats {
		golden(t, "empty-"+format.name, write(t, i, empty))
		golden(t, "bare-"+format.name, write(t, i, bare))
	}
}

// What a reader gets back is what the author wrote, in each format, except what XML cannot carry.
func TestText(t *testing.T) {
	const said = "a ]]> <b>&amp; \u0000\u000b\ufffe\xff end"
	const heard = "a ]]> <b>&amp; \ufffd\ufffd\ufffd\ufffd end"
	f := sample(samples[1], 1)
	f.Lang, f.Dir = "", ""
	f.Items[0].Title, f.Items[0].Content = said, Content(said, "", "")
	texts := [3]struct{ title, content string }{}
	var b bytes.Buffer
	var rss struct {
		Title   string `xml:"channel>item>title"`
		Content string `xml:"channel>item>encoded"`
	}
	var atom struct {
		Title   string `xml:"entry>title"`
		Content string `xml:"entry>content"`
	}
	var doc struct {
		Items []struct {
			Title   string
			Content string `json:"content_html"`
		}
	}
	for i, into := range []any{&rss, &atom, &doc} {
		b.Reset()
		if err := formats[i].write(&b, f); err != nil {
			t.Fatal(err)
		}
		unmarshal := xml.Unmarshal
		if i == 2 {
			unmarshal = json.Unmarshal
		}
		if err := unmarshal(b.Bytes(), into); err != nil {
			t.Fatalf("%s: %v", formats[i].name, err)
		}
	}
	texts[0].title, texts[0].content = rss.Title, rss.Content
	texts[1].title, texts[1].content = atom.Title, atom.Content
	for i, got := range texts[:2] {
		if got.title != heard || got.content != "<div>"+heard+"</div>" {
			t.Errorf("%s: title %q, content %q, want %q", formats[i].name, got.title, got.content, heard)
		}
	}
	// JSON can carry everything but what is not UTF-8; the content is the same in all formats.
	want := strings.ToValidUTF8(said, "\ufffd")
	if got := doc.Items[0]; got.Title != want || got.Content != "<div>"+heard+"</div>" {
		t.Errorf("feed.json: %q, want %q", got, want)
	}
}

// RSS readers take a description for HTML, so plain text has to arrive there escaped.
func TestRSSDescription(t *testing.T) {
	f := sample(samples[1], 1)
	f.Items[0].Summary = "costs < 5 & more"
	if got := string(write(t, 0, f)); !strings.Contains(got, "<description>costs &amp;lt; 5 &amp;amp; more</description>") {
		t.Errorf("the summary is not HTML inside RSS:\n%s", got)
	}
}

// JSON is written as it is meant to be read.
func TestJSONIsNotEscapedForHTML(t *testing.T) {
	if got := string(write(t, 2, sample(samples[0], 1))); !strings.Contains(got, "<p>") || strings.Contains(got, `\u00`) {
		t.Errorf("escaped without need:\n%s", got)
	}
}

func TestLargeEnclosure(t *testing.T) {
	f := sample(samples[1], 1)
	f.Items[0].Enclosures = []view.Enclosure{{URL: "https://court.example/hearing.bin", Bytes: 5 << 30}}
	for i := range formats {
		got := string(write(t, i, f))
		if !strings.Contains(got, "5368709120") || !strings.Contains(got, "application/octet-stream") {
			t.Errorf("%s: size or type is missing:\n%s", formats[i].name, got)
		}
	}
}

// Readers put a document into a page of their own, so it says its language and direction itself.
func TestDirection(t *testing.T) {
	const want = `<div lang="ug" dir="rtl"><p>`
	for i, format := range formats {
		if got := strings.ReplaceAll(string(write(t, i, sample(samples[2], 1))), `\"`, `"`); !strings.Contains(got, want) {
			t.Errorf("%s: no %s:\n%s", format.name, want, got)
		}
	}
}

// Full disks and broken connections are told, by every writer.
func TestWriteError(t *testing.T) {
	broken := errors.New("disk full")
	w := writerFunc(func([]byte) (int, error) { return 0, broken })
	f := sample(samples[0], 1)
	for i, format := range formats {
		if err := formats[i].write(w, f); !errors.Is(err, broken) {
			t.Errorf("%s: %v", format.name, err)
		}
	}
	for name, err := range map[string]error{
		"opml": OPML(w, "", nil), "sitemap": Sitemap(w, nil), "index": SitemapIndex(w, nil), "robots": Robots(w, ""),
	} {
		if !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func BenchmarkFeeds(b *testing.B) {
	f := full()
	for _, format := range formats {
		b.Run(format.name, func(b *testing.B) {
			var out bytes.Buffer
			b.ReportAllocs()
			for b.Loop() {
				out.Reset()
				if err := format.write(&out, f); err != nil {
					b.Fatal(err)
				}
			}
			b.SetBytes(int64(out.Len()))
		})
	}
}
