package generator_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator"
	"courtsite/generator/output"
)

// described is a site with n pages of one column, each with a keyword of its own, one that all share, and one that it shares with a single other.
func described(n int) fstest.MapFS {
	fsys := column(n)
	for i := range n {
		file := fsys[fmt.Sprintf("content/basic/news/n%03d.md", i)]
		words := fmt.Sprintf("keywords = [\"公告\", \"第%d号\", \"第%d组\"]\n+++\n\n", i, i/2)
		file.Data = []byte(strings.Replace(string(file.Data), "+++\n\n", words, 1))
	}
	return fsys
}

// TestSubjectsChangeLittle: a page with three keywords changes a bounded number of lists, and of articles only its neighbour and those whose keyword
// had no other document.
func TestSubjectsChangeLittle(t *testing.T) {
	for _, n := range []int{2, 5, 99, 199, 200, 399} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			t.Parallel()
			before, _ := mustBuild(t, sharing(generator.Input{Site: described(n)}))
			after, tree := mustBuild(t, sharing(generator.Input{Site: described(n + 1)}))
			if lists := changed(before, after, output.List); len(lists) > fewLists+5 { // the index, the list of 公告 with its two newest parts, that of the group
				t.Errorf("%d lists changed: %v", len(lists), lists)
			}
			want := []string{address(n - 1), address(n)}
			if articles := changed(before, after, output.Page); !slices.Equal(articles, want) {
				t.Errorf("the articles %v changed, want %v", articles, want)
			}
			inspect(t, after, tree)
		})
	}
}

// TestLargeIndex: an index that is too long for a page has one for each heading, and the keywords of documents lead to the right one.
func TestLargeIndex(t *testing.T) {
	var words []string
	for i := range 1000 {
		words = append(words, fmt.Sprintf("%q", fmt.Sprint("第", i, "号")))
	}
	fsys := files()
	fsys["content/basic/news/first.md"] = pageFile("first.md", "keywords = ["+strings.Join(words, ", ")+"]\n")
	fsys["content/basic/news/last.md"] = pageFile("last.md", "keywords = [\"调解\", \"执行\"]\n")
	manifest, tree := mustBuild(t, generator.Input{Site: fsys})
	inspect(t, manifest, tree)
	for path, want := range map[string]string{
		"subjects/index.html":                 `<a href="/subjects/index/heading-T/">T</a>`,
		"subjects/index/heading-T/index.html": `<li id="word-调解"><a href="/basic/news/last/">调解</a>`,
		"basic/news/last/index.html":          `<a href="/subjects/index/heading-T/#word-%E8%B0%83%E8%A7%A3" rel="tag">调解</a>`,
	} {
		if got := content(t, tree, path); !strings.Contains(got, want) {
			t.Errorf("%s has no %s", path, want)
		}
	}
	if strings.Contains(content(t, tree, "subjects/index.html"), "word-") {
		t.Error("the first page of a large index lists keywords")
	}
}
