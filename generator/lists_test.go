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
			everyPageListed(t, tree, n+1)
		})
	}
}

// TestArchiveOfFew: an archive of few documents lists them itself; one of more has a page for each year, to which the list of all documents leads.
func TestArchiveOfFew(t *testing.T) {
	t.Parallel()
	for n, years := range map[int]bool{1: false, 60: false, 61: true} {
		_, tree := mustBuild(t, sharing(generator.Input{Site: column(n)}))
		text := content(t, tree, "archive/index.html")
		if got := strings.Count(text, `<li class="entry`); got != n && !years || got != 0 && years {
			t.Errorf("the archive of %d documents lists %d", n, got)
		}
		_, made := tree.Get("archive/2024/index.html")
		if leads := strings.Contains(content(t, tree, "documents/index.html"), `href="/archive/2024/"`); made != years || leads != years || strings.Contains(text, `href="/archive/2024/"`) != years {
			t.Errorf("%d documents: a page of 2024 %v, the list leads to it %v", n, made, leads)
		}
	}
}

// TestArchive: a year of few documents lists them itself; one of more has a page for each of its months, which leads to the same month of the other
// languages that have such a page too.
func TestArchive(t *testing.T) {
	t.Parallel()
	site := files()
	add := func(name, date, tag, body string) {
		site["content/basic/news/"+name+tag+".md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"" + name + "\"\npublished = " + date + "\n+++\n\n" + body + "\n")}
	}
	const english = "The court will sit in public on Monday in its main building."
	for i := range 60 {
		add(fmt.Sprintf("few%02d", i), fmt.Sprintf("2023-%02d-01", i%12+1), "", bodyZH)
	}
	for i := range 61 {
		add(fmt.Sprintf("many%02d", i), fmt.Sprintf("2024-%02d-01", i%2+1), "", bodyZH)
		add(fmt.Sprintf("many%02d", i), fmt.Sprintf("2024-%02d-01", i%2+1), ".en", english)
	}
	for i := range 61 {
		add(fmt.Sprintf("once%02d", i), "2025-05-01", "", bodyZH)
	}
	add("once00", "2025-05-01", ".en", english)
	_, tree := mustBuild(t, sharing(generator.Input{Site: site}))
	for _, c := range []struct {
		path         string
		entries      int
		contains, no []string
	}{
		{"archive/2023/", 60, nil, []string{"archive/2023/0"}},
		{"archive/2024/", 0, []string{`href="/archive/2024/01/"`, `href="/archive/2024/02/"`, `href="/en/archive/2024/"`}, []string{"archive/2024/03/"}},
		{"archive/2024/01/", 31, []string{`href="/en/archive/2024/01/"`}, nil},
		{"en/archive/2024/02/", 30, []string{`href="/archive/2024/02/"`}, nil},
		{"archive/2025/", 0, []string{`href="/archive/2025/05/"`, `href="/en/archive/2025/"`}, nil},
		{"archive/2025/05/", 61, nil, []string{"/en/archive/2025/05/"}},
		{"en/archive/2025/", 1, nil, []string{"archive/2025/05/"}},
	} {
		text := content(t, tree, c.path+"index.html")
		if got := strings.Count(text, `<li class="entry`); got != c.entries {
			t.Errorf("%s lists %d documents, want %d", c.path, got, c.entries)
		}
		for _, part := range c.contains {
			if !strings.Contains(text, part) {
				t.Errorf("%s has no %s", c.path, part)
			}
		}
		for _, part := range c.no {
			if strings.Contains(text, part) {
				t.Errorf("%s has %s", c.path, part)
			}
		}
	}
	for _, path := range []string{"archive/2023/01/index.html", "en/archive/2025/05/index.html"} {
		if _, made := tree.Get(path); made {
			t.Errorf("%s was made", path)
		}
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
func everyPageListed(t *testing.T, tree *output.Memory, n int) {
	met := map[string]int{}
	next, known := []string{"/basic/news/"}, map[string]bool{"/basic/news/": true}
	for len(next) > 0 {
		path := strings.TrimPrefix(next[0], "/") + "index.html"
		next = next[1:]
		seen := map[string]bool{}
		for _, link := range parseDocument(t, path, []byte(content(t, tree, path))).links {
			if !seen[link] {
				seen[link] = true
				met[link]++
			}
			if strings.HasPrefix(link, "/basic/news/page/") && !known[link] {
				known[link] = true
				next = append(next, link)
			}
		}
	}
	for i := range n {
		if got := met[fmt.Sprintf("/basic/news/n%03d/", i)]; got != 1 {
			t.Errorf("the article %d stands on %d pages of its column", i, got)
		}
	}
}
