package feedtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// breakage is one change to a valid document and a piece of what must be said about it.
type breakage struct{ old, new, want string }

// broken holds a checker against a valid document of the package that writes them, then against each change to it.
func broken(t *testing.T, name string, check func([]byte) []string, breakages []breakage) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	for _, violation := range check(data) {
		t.Errorf("%s as it is: %s", name, violation)
	}
	for _, b := range breakages {
		changed := strings.Replace(string(data), b.old, b.new, 1)
		if changed == string(data) {
			t.Errorf("%s does not hold %q", name, b.old)
			continue
		}
		if got := strings.Join(check([]byte(changed)), "\n"); !strings.Contains(got, b.want) {
			t.Errorf("%q -> %q: want %q, got:\n%s", b.old, b.new, b.want, got)
		}
	}
}

func TestXML(t *testing.T) {
	broken(t, "en-feed.xml", RSS, []breakage{
		{`<?xml version="1.0" encoding="UTF-8"?>`, ``, "no XML declaration"},
		{`</channel>`, ``, "not well-formed"},
		{`</rss>`, `</rss><rss/>`, "one root"},
		{`Budgets`, "\x01", "not well-formed"},
		{`Budgets`, "\xff", "not UTF-8"},
		{`Budgets`, "\ufffd", "replacement character"},
		{` xmlns:dc="http://purl.org/dc/elements/1.1/"`, ``, `"dc" is not declared`},
		{`<channel>`, `<channel x:y="">`, `"x" is not declared`},
		{` rel="self"`, ` rel="self" rel="self"`, `"rel" stands twice`},
	})
}

func TestRSS(t *testing.T) {
	broken(t, "en-feed.xml", RSS, []breakage{
		{`version="2.0"`, `version="0.91"`, "root is not"},
		{`<channel><title>Budgets · Mingjing County People’s Court</title>`, `<channel>`, "channel: title is missing"},
		{`<channel><title>Budgets · Mingjing County People’s Court</title>`, `<channel><title> </title>`, "channel/title: is blank"},
		{`<description>Budgets and final accounts of the court</description>`, ``, "channel: description is missing"},
		{`<language>en</language>`, ``, "language is missing"},
		{`<language>en</language>`, `<language>e_n</language>`, "not a language tag"},
		{`<link>https://court.example/en/administration/budgets/</link>`, `<link>/en/</link>`, "not an absolute web address"},
		{`<lastBuildDate>Thu, `, `<lastBuildDate>Someday, `, "not a date of RFC 822"},
		{`rel="self"`, `rel="via"`, "0 atom:link elements to itself"},
		{`</image><atom:link`, `</image><webmaster/><atom:link`, "webmaster has no place here"},
		{`emblem.png`, `emblem.svg`, "is no PNG"},
		{`<image><url>https://court.example/assets/emblem.png</url><title>B`, `<image><url>https://court.example/assets/emblem.png</url><title>b`, "is not the channel's"},
		{`<item><title>`, `<item><author>Li</author><title>`, "not an e-mail address"},
		{`<item><title>`, `<item><category/><title>`, "item 1/category: is blank"},
		{`%E9%A2%84`, `预`, "need percent-encoding"},
		{`<guid isPermaLink="false">`, `<guid>`, "not an absolute web address"},
		{`<guid isPermaLink="false">`, `<guid isPermaLink="no">`, "neither true nor false"},
		{`<guid isPermaLink="false">urn:uuid:6f1e`, `<guid isPermaLink="false">urn:uuid:6F1E`, "not a UUID"},
		{`8695-000000000001`, `8695-000000000000`, "stands twice"},
		{`<pubDate>`, `<pubDate>2026-`, "not a date of RFC 822"},
		{`<description>The budget for 2026, as approved by the county’s people’s congress.</description>`, ``, "without a description"},
		{`<enclosure `, `<enclosure url="https://court.example/" length="1" type="a/b"/><enclosure `, "enclosure stands 2 times"},
		{`<enclosure url="https://court.example`, `<enclosure url="`, "enclosure@url"},
		{`length="123456"`, `length="-1"`, "not a number of bytes"},
		{`type="application/pdf"`, `type="pdf"`, "not a media type"},
		{`<a href="https://court.example/`, `<a href="/`, "href is not absolute"},
		{`<a href="https://court.example/`, `<a href="#fn:1`, "href is not absolute"},
		{`<table>`, `<script></script><table>`, "readers strip: <script>"},
	})
}

func TestAtom(t *testing.T) {
	broken(t, "en-atom.xml", Atom, []breakage{
		{`http://www.w3.org/2005/Atom`, `http://www.w3.org/2005/atom`, "root is not a feed"},
		{` xml:lang="en"`, ``, "no xml:lang"},
		{`<id>urn:uuid:0f3c2a4e-7b1d-5c8e-9a60-1d2e3f405162</id>`, ``, "feed: id is missing"},
		{`<id>urn:uuid:`, `<id>`, "not an absolute URI"},
		{`<updated>2026-02-12T09:30:00+08:00`, `<updated>2026-02-12`, "not a date of RFC 3339"},
		{`<title>`, `<title>a</title><title>`, "feed: title stands 2 times"},
		{`<title>`, `<title type="markdown">`, "type is not text, html or xhtml"},
		{`<title>`, `<title type="xhtml">`, "must have one div"},
		{`<title>`, `<title><b/>`, "has elements inside"},
		{`<subtitle>`, `<summary/><subtitle>`, "summary has no place here"},
		{`<icon>https:`, `<icon>`, "feed/icon: not an absolute web address"},
		{`<name>Mingjing County People’s Court</name>`, ``, "name is missing"},
		{`<name>Mingjing County People’s Court</name>`, `<name/>`, "name: is blank"},
		{`rel="self"`, `rel="via"`, "0 links to itself"},
		{`rel="self"`, `rel=""`, "@rel: is blank"},
		{`type="application/rss+xml"`, `type="text/html" hreflang="en"`, `stands twice: "text/html en"`},
		{`hreflang="en"`, `hreflang="English language"`, "not a language tag"},
		{`length="123456"`, `length="1 KB"`, "not a number of bytes"},
		{`hreflang="en"></link>`, `hreflang="en">x</link>`, "is not empty"},
		{`8695-000000000001`, `8695-000000000000`, "stands twice"},
		{`<category term="Budgets">`, `<category>`, "has no term"},
		{`<published>2026`, `<published>26`, "published: not a date"},
		{`<summary type="text">`, `<summary/><summary type="text">`, "summary stands 2 times"},
		{`<content type="html">`, `<content type="html" src="https://court.example/"><b/>`, "has elements inside"},
		{`<a href="https://court.example/`, `<a href="../`, "href is not absolute"},
	})
}

// What a valid Atom document can do in more than one way needs a document of its own.
func TestAtomAlternatives(t *testing.T) {
	const head = `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">` +
		`<id>https://court.example/</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">T</div></title>` +
		`<updated>2026-02-12T09:30:00Z</updated><link rel="self" href="https://court.example/atom.xml"/>` +
		`<entry><id>https://court.example/1</id><title>T</title><updated>2026-02-12T09:30:00Z</updated>`
	const tail = `</entry></feed>`
	for _, test := range []struct{ inside, want string }{
		{`<author><name>Li</name></author><link href="https://court.example/1"/>`, ""},
		{`<link href="https://court.example/1"/>`, "entry 1: has no author, nor has the feed"},
		{`<author><name>Li</name></author>`, "entry 1: has neither content nor an alternate link"},
		{`<author><name>Li</name></author><content type="html" src="https://court.example/1"/>`, "entry 1: has content elsewhere and no summary"},
	} {
		if got := strings.Join(Atom([]byte(head+test.inside+tail)), "\n"); got != test.want {
			t.Errorf("%s: %q, want %q", test.inside, got, test.want)
		}
	}
}

func TestJSONFeed(t *testing.T) {
	broken(t, "en-feed.json", JSONFeed, []breakage{
		{`{`, `[`, "not a JSON object"},
		{`version/1.1`, `version/1`, "not that of 1.1"},
		{`"title":"Budgets · Mingjing County People’s Court"`, `"_own":1`, "feed: title is missing"},
		{`"icon":`, `"banner":`, `unknown key "banner"`},
		{`"language":"en"`, `"language":"e_n"`, "not a language tag"},
		{`"home_page_url":"https://court.example`, `"home_page_url":"`, "not an absolute web address"},
		{`"items":[`, `"items":["x",`, "item 1: is not an object"},
		{`"items":[`, `"items":0,"_own":[`, "items is missing"},
		{`"authors":[{"name":"Mingjing County People’s Court"}]`, `"authors":[{}]`, "not an author"},
		{`"authors":[{"name":"Mingjing County People’s Court"}]`, `"authors":{}`, "not an array"},
		{`"authors":[{"name":`, `"authors":[{"fullname":`, `unknown key "fullname"`},
		{`"authors":[{"name":"Mingjing County People’s Court"}]`, `"authors":[{"name":""}]`, "name is missing or blank"},
		{`"id":"urn:uuid:6f1e2d3c-4b5a-5978-8695-000000000000"`, `"id":7`, "not a text: 7"},
		{`"id":"urn:uuid:6f1e2d3c-4b5a-5978-8695-000000000000",`, ``, "id is missing"},
		{`8695-000000000001`, `8695-000000000000`, "stands twice"},
		{`"content_html":`, `"_html":`, "neither content_html nor content_text"},
		{`<a href=\"https://court.example/`, `<a href=\"//`, "href is not absolute"},
		{`"date_published":"2026-02-10T09`, `"date_published":"2026-02-10 09`, "not a date of RFC 3339"},
		{`"tags":["Budgets"`, `"tags":[""`, "item 1/tags"},
		{`"attachments":[`, `"attachments":[1,`, "not an attachment"},
		{`"mime_type":"application/pdf",`, ``, "mime_type is missing"},
		{`"size_in_bytes":123456`, `"size":123456`, `unknown key "size"`},
		{`"size_in_bytes":123456`, `"size_in_bytes":"123456"`, "not a number"},
	})
}
