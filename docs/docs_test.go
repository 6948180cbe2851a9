// Package docs_test keeps the documentation true: every command in it is run, every example is read by the code that it is about,
// every link in it leads somewhere, and every table that claims to be complete is compared with the code.
//
// What a fenced block is, its info string tells:
//
//	toml site.toml [PATH]     a whole site.toml
//	toml site.toml part       some keys of one
//	toml group.toml [PATH]    a whole group.toml
//	toml i18n [PATH]          a phrase file
//	toml theme.toml           a theme's description
//	css FILE, html layout FILE    a file of a theme, below assets/ or layouts/
//	markdown page [PATH]      a whole page
//	markdown body             a page's text without front matter
//	console                   commands after "$ ", and what they print
//	sh, bat                   commands alone
//	console fails             the last command ends with problems
//	txtar CODE                files laid over a small site, which then has the problem CODE
//	text                      anything else
//
// An example with the word "wrong" and a code after it has that problem; all others have none. One with a path that begins with court/ is
// written there before the next command runs.
package docs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// document is one file of the documentation.
type document struct {
	path string // from the repository's root
	text string
}

// documents reads the READMEs and everything in docs/.
func documents(t *testing.T) []document {
	t.Helper()
	inDocs, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	var all []document
	for _, name := range append([]string{"../README.md", "../README.zh-CN.md"}, inDocs...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, document{path: filepath.ToSlash(filepath.Join("docs", name)), text: string(text)})
	}
	return all
}

// read reads one file of docs/.
func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// block is one fenced block.
type block struct {
	info string
	text string
	line int
}

// kind is the first word of the info string.
func (b block) kind() string {
	word, _, _ := strings.Cut(b.info, " ")
	return word
}

// rest is the info string behind the given words, and whether it begins with them.
func (b block) rest(words string) (string, bool) {
	after, ok := strings.CutPrefix(b.info+" ", words+" ")
	return strings.TrimSpace(after), ok
}

// blocks lists a text's fenced blocks.
func blocks(text string) []block {
	var found []block
	var open block
	fence := ""
	for i, line := range strings.SplitAfter(text, "\n") {
		bare := strings.TrimRight(line, " \n")
		mark := bare[:len(bare)-len(strings.TrimLeft(bare, "`"))]
		switch {
		case fence == "" && len(mark) >= 3:
			fence, open = mark, block{info: strings.TrimSpace(bare[len(mark):]), line: i + 1}
		case fence != "" && bare == fence:
			found, fence = append(found, open), ""
		case fence != "":
			open.text += line
		}
	}
	return found
}

func TestBlocks(t *testing.T) {
	got := blocks("a\n````markdown page\nb\n```\nc\n```\n````\n```text\n```\n")
	if len(got) != 2 || got[0].info != "markdown page" || got[0].text != "b\n```\nc\n```\n" || got[0].line != 2 || got[1].text != "" {
		t.Errorf("got %+v", got)
	}
}
