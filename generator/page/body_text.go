package page

import (
	"bytes"
	"html"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"

	"courtsite/generator/diag"
)

// merge joins t with the texts after it that goldmark left apart, so that addresses stand in one piece.
func (r *reader) merge(t *ast.Text) {
	for t.Segment.Len() > 0 {
		next := t.NextSibling()
		if next == nil || !t.Merge(next, r.body.source) {
			return
		}
		t.Parent().RemoveChild(t.Parent(), next)
	}
}

func (r *reader) plain(t *ast.Text) {
	if r.brk != nil || r.atStart() { // a comment may have stood before it
		t.Segment = t.Segment.TrimLeftSpace(r.body.source)
	}
	raw := t.Segment.Value(r.body.source)
	r.body.passages = append(r.body.passages, passage{t.Segment.Start, t.Segment.Stop})
	if r.rare.comment {
		if i := bytes.Index(raw, commentOpen); i == 0 || i > 0 && raw[i-1] != '\\' {
			r.few(diag.MarkdownRawHTML, t.Segment.Start+i, raw[i:])
		}
	}
	if t.IsRaw() {
		r.write(raw)
	} else {
		if (r.rare.link || r.rare.note) && (r.rare.wide || bytes.IndexByte(raw, ']') >= 0) {
			r.warnText(raw, t.Segment.Start)
		}
		if r.rare.brace && bytes.IndexByte(raw, '{') >= 0 {
			r.warnAttributes(raw, t.Segment.Start)
		}
		if r.rare.escape {
			raw = unescape(raw)
		}
		r.write(raw)
	}
	if r.rare.address && r.within == nil && !t.IsRaw() {
		t = r.linkAddresses(t)
	}
	switch {
	case t.HardLineBreak():
		r.endBlock()
	case t.SoftLineBreak():
		r.brk = t
	}
}

// rare is what most texts do not have. A text is searched once for what else each piece of it would have to be.
type rare struct{ comment, escape, link, wide, note, address, brace bool }

func findRare(src []byte) rare {
	has := func(what string) bool { return bytes.Contains(src, []byte(what)) }
	return rare{
		comment: has("<!--"),
		escape:  bytes.IndexByte(src, '\\') >= 0 || bytes.IndexByte(src, '&') >= 0,
		link:    hasLinkMiddle(src),
		wide:    has("】") || has("］"),
		note:    has("[^"),
		address: bytes.IndexByte(src, '@') >= 0 || has("://") || has("www."),
		brace:   bytes.IndexByte(src, '{') >= 0,
	}
}

// rawHTML keeps a tag as text; a comment vanishes.
func (r *reader) rawHTML(n *ast.RawHTML) {
	tag := n.Segments.Value(r.body.source)
	if bytes.HasPrefix(tag, commentOpen) {
		n.Parent().RemoveChild(n.Parent(), n)
		return
	}
	r.few(diag.MarkdownRawHTML, n.Pos(), tag)
	r.write(bytes.ReplaceAll(tag, []byte{'\n'}, []byte{' '}))
}

func (r *reader) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			r.write(bytes.ReplaceAll(t.Segment.Value(r.body.source), []byte{'\n'}, []byte{' '}))
		}
	}
}

// unescape resolves backslashes and entities as the HTML will.
func unescape(raw []byte) []byte {
	if bytes.IndexByte(raw, '\\') < 0 && bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	var out plainWriter
	ghtml.DefaultWriter.Write(&out, raw)
	return []byte(html.UnescapeString(out.String()))
}

type plainWriter struct{ bytes.Buffer }

func (*plainWriter) Buffered() int { return 0 }
func (*plainWriter) Flush() error  { return nil }

// write adds text to the block that is being read.
func (r *reader) write(s []byte) {
	if len(s) == 0 {
		return
	}
	if r.brk != nil {
		before, _ := utf8.DecodeLastRune(r.text)
		after, _ := utf8.DecodeRune(s)
		if joins(before, after) {
			r.brk.SetSoftLineBreak(false)
		} else {
			r.text = append(r.text, ' ')
		}
		r.brk = nil
	}
	r.text = append(r.text, s...)
}

// since gives the text from a place on; a line break may have trimmed the text to before it.
func (r *reader) since(start int) []byte { return r.text[min(start, len(r.text)):] }

// atStart tells whether a block has no text yet.
func (r *reader) atStart() bool {
	n := len(r.text)
	return n == 0 || r.text[n-1] == '\n' || r.text[n-1] == '\t'
}

// endBlock ends a line of the text, unless it is empty.
func (r *reader) endBlock() {
	r.brk = nil
	r.text = bytes.TrimRight(r.text, " ")
	if n := len(r.text); n > 0 && r.text[n-1] != '\n' {
		r.text = append(r.text, '\n')
	}
}

// joins tells whether a line break in the source leaves no space between two characters: the segment break
// rules of CSS Text level 3, and Tibetan, whose syllables follow each other without spaces. goldmark's own
// rule also joins after every comma of a Latin or Arabic text, and before every change to bold.
func joins(before, after rune) bool {
	switch {
	case before == '\u200b' || after == '\u200b':
		return true
	case unicode.Is(unicode.Hangul, before) || unicode.Is(unicode.Hangul, after):
		return false
	case isWide(before) && isWide(after):
		return true
	case isWide(before) && (unicode.IsPunct(before) || unicode.IsPunct(after) && after > unicode.MaxASCII):
		return true
	case isWide(after) && (unicode.IsPunct(after) || unicode.IsPunct(before) && before > unicode.MaxASCII):
		return true
	}
	return before == '\u0f0b' && unicode.Is(unicode.Tibetan, after)
}
