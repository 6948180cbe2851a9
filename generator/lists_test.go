package generator_test

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/output"
)

// fewLists bounds how many lists one new page changes, whatever their length: home, map, category, column and its newest part, all documents and
// their newest part, the archive, its year and its month, and what the other language's list of documents shows of this one.
const fewLists = 13

// TestListsChangeLittle: a page more in a column changes a bounded number of lists, and no article but its older neighbour.
func TestListsChangeLittle(t *testing.T) {
	for _, n := range []int{1, 4, 5, 19, 20, 39, 40, 41, 100, 400} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			before, _ := mustBuild(t, sharing(generator.Input{Site: column(n)}))
			after, tree := mustBuild(t, sharing(generator.Input{Site: column(n + 1)}))
			if lists := changed(before, after, output.List); len(lists) > fewLists {
				t.Errorf("%d lists changed: %v", len(lists), lists)
			}
			want := []string{address(n - 1), address(n)}
			if articles := changed(before, after, output.Page); !slices.Equal(articles, want) {
				t.Errorf("the articles %v changed, want %v", articles, want)
			}
			inspect(t, after, tree)
			everyPageListed(t, after, tree, n+1)
		})
	}
}

// column is a site with n pages in one column, a day apart.
func column(n int) fstest.MapFS {
	fsys := files()
	for i := range n {
		text := fmt.Sprintf("+++\ntitle = \"公告%d\"\npublished = %s\n+++\n\n%s\n", i, standard.AddDate(0, 0, i-500).Format("2006-01-02"), bodyZH)
		fsys[fmt.Sprintf("content/basic/news/n%03d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func address(i int) string { return fmt.Sprintf("basic/news/n%03d/index.html", i) }

// everyPageListed follows the links from a column's first page to its last, and must meet each article once.
func everyPageListed(t *testing.T, m *output.Manifest, tree *output.Memory, n int) {
	met := map[string]int{}
	for _, f := range m.Files {
		if f.Kind != output.List || f.Item != "basic/news" {
			continue
		}
		d := parseDocument(t, f.Path, []byte(content(t, tree, f.Path)))
		seen := map[string]bool{}
		for _, link := range d.links {
			if !seen[link] {
				seen[link] = true
				met[link]++
			}
		}
	}
	for i := range n {
		if got := met[fmt.Sprintf("/basic/news/n%03d/", i)]; got != 1 {
			t.Errorf("the article %d stands on %d pages of its column", i, got)
		}
	}
}
