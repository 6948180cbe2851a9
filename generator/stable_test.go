package generator_test

import (
	"encoding/json"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/output"
)

type feedItem struct {
	ID    string `json:"id"`
	URL   string `json:"url"`
	Title string `json:"title"`
}

func feedItems(t *testing.T, tree *output.Memory, path string) []feedItem {
	t.Helper()
	var feed struct{ Items []feedItem }
	if err := json.Unmarshal([]byte(content(t, tree, path)), &feed); err != nil {
		t.Fatal(err)
	}
	return feed.Items
}

// TestFeedIDs: the identifiers of a feed and of what is in it outlive a move of the site to another address, and a correction of the text; another
// language has its own.
func TestFeedIDs(t *testing.T) {
	const name = "content/basic/news/a.md"
	site := files(name, "content/basic/news/a.en.md")
	_, before := mustBuild(t, generator.Input{Site: site})
	site[name] = pageFile(name, "updated = 2026-02-20\n")
	_, after := mustBuild(t, generator.Input{Site: site, BaseURL: "https://moved.example/court/"})

	old, moved := feedItems(t, before, "feed.json"), feedItems(t, after, "feed.json")
	if len(old) != 1 || old[0].ID != moved[0].ID || old[0].URL == moved[0].URL {
		t.Errorf("moved from %v to %v", old, moved)
	}
	if en := feedItems(t, before, "en/feed.json"); en[0].ID == old[0].ID {
		t.Errorf("two languages have one identifier: %v", en)
	}
	for _, path := range []string{"atom.xml", "basic/atom.xml", "basic/news/atom.xml", "en/atom.xml"} {
		if x, y := feedID(content(t, before, path)), feedID(content(t, after, path)); x != y || x == "" {
			t.Errorf("%s was %s and became %s", path, x, y)
		}
	}
}

// feedID is the first identifier of an Atom feed: its own.
func feedID(atom string) string {
	_, rest, _ := strings.Cut(atom, "<id>")
	id, _, _ := strings.Cut(rest, "</id>")
	return id
}

// TestIndexNumbers: the number that a document was given stays the same whatever documents come, go, or are translated.
func TestIndexNumbers(t *testing.T) {
	const kept = "content/basic/news/kept.md"
	alone := indexNumbers(t, files(kept))["kept"]
	if !strings.HasPrefix(alone, "A101/2026-") {
		t.Fatalf("the number %q", alone)
	}
	many := files(kept, "content/basic/news/a.md", "content/basic/news/z.md", "content/team/party/kept2.md", "content/basic/news/kept.en.md", "content/basic/news/only.en.md")
	numbers := indexNumbers(t, many)
	if numbers["kept"] != alone {
		t.Errorf("%q became %q", alone, numbers["kept"])
	}
	distinct := slices.Compact(slices.Sorted(maps.Values(numbers)))
	if len(distinct) != len(numbers) {
		t.Errorf("a number stands twice: %v", numbers)
	}
}

// TestIndexNumbersClash: a document that says a number which another would be given has it, and the other gets a different one.
func TestIndexNumbersClash(t *testing.T) {
	given := indexNumbers(t, files("content/basic/news/a.md"))["a"]
	site := files("content/basic/news/a.md")
	site["content/basic/news/b.md"] = pageFile("b", "index = \""+given+"\"\n")
	numbers := indexNumbers(t, site)
	if numbers["b"] != given || numbers["a"] == given {
		t.Errorf("%v, where %s was said", numbers, given)
	}
}

var number = regexp.MustCompile(`A101/[0-9]{4}-[0-9]{8}`)

// indexNumbers reads the numbers from the finished pages, by slug.
func indexNumbers(t *testing.T, site fstest.MapFS) map[string]string {
	t.Helper()
	m, tree := mustBuild(t, generator.Input{Site: site})
	numbers := map[string]string{}
	for _, f := range m.Files {
		if f.Kind != output.Page || f.Item == "" {
			continue
		}
		parts := strings.Split(f.Path, "/")
		numbers[parts[len(parts)-2]] = number.FindString(content(t, tree, f.Path))
	}
	return numbers
}
