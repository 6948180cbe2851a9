package page

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"

	"courtsite/generator/diag"
)

// What looks like Markdown but is none is published as it was typed. The checks here tell of it, and keep to what no official
// text has: brackets count only around the name of a file, bars and list marks only where lines have them one after another.

var (
	// missedLink is a link whose address has a blank. The address is a file's name, or starts like an address.
	missedLink = regexp.MustCompile(`\]\([ \t]*((?:https?://|\.{0,2}/)[^()]*|[^\[\]]*?\.[A-Za-z][A-Za-z0-9]{0,4}(?:#[^\s()]*)?)[ \t]*\)`)
	// wideLink is a link whose brackets may be full-width. Web addresses are left out: a text names its sources so, and they are links anyway.
	wideLink   = regexp.MustCompile(`([\]】］])([(（])[ \t]*(\.\.?/[^\s()（）]*|[^()（）\[\]]+\.(?i:md|html?|pdf|ofd|docx?|xlsx?|pptx?|wps|et|txt|csv|zip|rar|7z|png|jpe?g|gif|webp|svg|mp3|mp4)(?:#[^\s()（）]*)?)[ \t]*([)）])`)
	missedNote = regexp.MustCompile(`\[\^([^\[\]\s^]{1,30})\]`)
)

// linkMiddles stand between the words and the address of what is looked for; searching them first is quick.
var linkMiddles = [][]byte{[]byte("]("), []byte("]（"), []byte("】("), []byte("】（"), []byte("］("), []byte("］（")}

func hasLinkMiddle(raw []byte) bool {
	if bytes.IndexByte(raw, ']') < 0 && !bytes.Contains(raw, []byte("】")) && !bytes.Contains(raw, []byte("］")) {
		return false
	}
	return slices.ContainsFunc(linkMiddles, func(m []byte) bool { return bytes.Contains(raw, m) })
}

// warnText tells of links and footnote marks that stayed text.
func (r *reader) warnText(raw []byte, at int) {
	if hasLinkMiddle(raw) {
		for _, m := range missedLink.FindAllSubmatchIndex(raw, -1) {
			if dest := string(raw[m[2]:m[3]]); strings.ContainsAny(dest, " \t") && !escaped(raw, m[0]) {
				r.problem(diag.MarkdownLinkBlank, at+openingBracket(raw, m[0]), excerpt([]byte(dest)), bracketed(dest))
			}
		}
		for _, m := range wideLink.FindAllSubmatchIndex(raw, -1) {
			brackets := string(raw[m[2]:m[3]]) + string(raw[m[4]:m[5]]) + string(raw[m[8]:m[9]])
			if brackets != "]()" && !escaped(raw, m[0]) {
				open := openingBracket(raw, m[0])
				r.problem(diag.MarkdownLinkWide, at+open, excerpt(raw[open:m[9]]), bracketed(string(raw[m[6]:m[7]])))
			}
		}
	}
	if !bytes.Contains(raw, []byte("[^")) {
		return
	}
	for _, m := range missedNote.FindAllSubmatchIndex(raw, -1) {
		if !escaped(raw, m[0]) {
			r.problem(diag.MarkdownFootnoteMissing, at+m[0], string(raw[m[2]:m[3]]))
		}
	}
}

func escaped(raw []byte, at int) bool { return at > 0 && raw[at-1] == '\\' }

// openingBracket finds where the words of a link start, given where they end. Without a bracket in the same piece of text it is there.
func openingBracket(raw []byte, end int) int {
	open := -1
	for _, b := range []string{"[", "【", "［"} {
		open = max(open, bytes.LastIndex(raw[:end], []byte(b)))
	}
	if open < 0 {
		return end
	}
	if open > 0 && raw[open-1] == '!' {
		open--
	}
	return open
}

// bracketed writes an address so that Markdown takes it. In a file's name, # and ? would begin another part of the address.
func bracketed(dest string) string {
	if name, rest, ok := strings.Cut(dest, "#"); ok && !strings.Contains(name, ".") {
		dest = name + "%23" + strings.ReplaceAll(rest, "#", "%23")
	}
	if strings.ContainsAny(dest, " \t") {
		return "<" + dest + ">"
	}
	return dest
}

// warnTable tells of a table without its line of dashes, and of one whose bars are full-width. What has such a line is told of elsewhere.
func (r *reader) warnTable(n ast.Node) {
	ascii, wide := -1, -1
	bars, wideBars, delimited := 0, 0, false
	for i := range n.Lines().Len() {
		segment := n.Lines().At(i)
		line := bytes.TrimSpace(segment.Value(r.body.source))
		delimited = delimited || looksLikeDelimiter(line)
		if looksLikeRow(line, "｜") {
			if wideBars++; wideBars == 1 {
				wide = segment.Start
			}
		}
		switch {
		case !looksLikeRow(line, "|"):
			if bars < 2 {
				bars = 0
			}
		case bars == 0:
			bars, ascii = 1, segment.Start
		default:
			bars++
		}
	}
	if wideBars >= 2 {
		r.problem(diag.MarkdownTableWide, wide)
	}
	if bars >= 2 && !delimited {
		r.problem(diag.MarkdownTableLine, ascii)
	}
}

func looksLikeRow(line []byte, bar string) bool {
	return bytes.HasPrefix(line, []byte(bar)) && bytes.Count(line, []byte(bar)) > 1
}
