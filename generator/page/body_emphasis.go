package page

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"golang.org/x/text/width"
)

// flankingParser reads *, _ and ~~ as the public amendment "CommonMark CJK-friendly" has it: CommonMark
// decides by spaces and punctuation whether a run of asterisks opens or closes, and so fails in
// 这是**“重点”**文字. Tibetan, which also sets no spaces, is treated like Chinese.
//
// Three rules of our own keep masked data as it was written, since losing the asterisks of 138****5678
// or 王**、李** would forge the text: a run of four or more is text, and so is one between digits; one or three
// asterisks right after a Chinese character or a digit never open; nothing opens before a mark that
// cannot begin a phrase (、，。), nothing closes after one that cannot end it (（《).
type flankingParser struct{}

func (flankingParser) Trigger() []byte { return []byte{'*', '_', '~'} }

func (flankingParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	previous := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	mark, n := line[0], 1
	for n < len(line) && line[n] == mark {
		n++
	}
	if mark == '~' && (n != 2 || previous == '~') {
		return nil
	}
	before := besideBefore(block.Source()[:segment.Start], previous)
	after := beside{kind: blank}
	if n < len(line) {
		r, _ := utf8.DecodeRune(line[n:])
		after = besideOf(r)
	}
	open, closing := flanks(mark, n, before, after)
	closing = closing || mark == '*' && n == 2 && previous == '\u3000' && articleNumber(block.Source()[:segment.Start])
	s := scratchOf(pc)
	d := s.delimiter(pc)
	d.CanOpen, d.CanClose, d.Length, d.OriginalLength, d.Char, d.Processor = open, closing, n, n, mark, spans{s}
	if mark == '~' {
		d.Processor = strikes{spans{s}}
	}
	d.Segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	pc.PushDelimiter(d)
	return d
}

// articleNumber tells whether a text ends in two asterisks and the number of an article with its space, **第一条　: word processors set both in bold. Asterisks
// that hide a name are never followed by 第.
func articleNumber(src []byte) bool {
	src = src[max(0, len(src)-longestArticle):]
	at := bytes.LastIndex(src, []byte("**第"))
	return at >= 0 && !bytes.ContainsAny(src[at+len("**"):], "*\n")
}

// longestArticle is more bytes than **第一千二百六十条之一　 has.
const longestArticle = 60

// flanks says whether a run of n marks may open and may close a span.
func flanks(mark byte, n int, before, after beside) (open, closing bool) {
	open = after.kind != blank && (after.kind != sign || before.kind != letter)
	closing = before.kind != blank && (before.kind != sign || after.kind != letter)
	if mark == '_' {
		return open && (!closing || before.punct), closing && (!open || after.punct)
	}
	if mark == '*' {
		if n > 3 || before.digit && after.digit {
			return false, false
		}
		if n != 2 && (before.digit || before.kind == cjk && !before.punct) {
			open = false
		}
	}
	return open && !after.ends, closing && !before.begins
}

type besideKind uint8

const (
	letter besideKind = iota // of a script that separates words
	blank                    // white space, or the line's end
	sign                     // punctuation or a symbol outside the scripts below
	cjk                      // of a script that sets no spaces, its punctuation included
)

// beside is the character beside a run of marks.
type beside struct {
	kind                       besideKind
	punct, digit, begins, ends bool
}

func besideOf(r rune) beside {
	if r >= 0x4e00 && r <= 0x9fff {
		return beside{kind: cjk}
	}
	b := beside{punct: unicode.IsPunct(r) || unicode.IsSymbol(r), digit: unicode.IsDigit(r)}
	switch {
	case unicode.IsSpace(r):
		b.kind = blank
	case unspaced(r):
		b.kind = cjk
		b.begins = unicode.In(r, unicode.Ps, unicode.Pi)
		b.ends = b.punct && !b.begins && isWide(r) && unicode.In(r, unicode.Pe, unicode.Pf, unicode.Po)
	case b.punct:
		b.kind = sign
	}
	return b
}

// besideBefore looks through a variation selector at the character that it varies.
func besideBefore(src []byte, previous rune) beside {
	if !unicode.Is(unicode.Variation_Selector, previous) || previous == '\ufe0f' {
		return besideOf(previous)
	}
	_, size := utf8.DecodeLastRune(src)
	base, _ := utf8.DecodeLastRune(src[:len(src)-size])
	b := besideOf(base)
	if b.kind == sign && width.LookupRune(base).Kind() == width.EastAsianAmbiguous {
		b.kind = cjk // “ with U+FE01 is the full-width form
	}
	return b
}

// unspaced tells whether a character is of a script that is written without spaces between words, or
// of Korean, whose particles follow a closing mark directly.
func unspaced(r rune) bool {
	switch {
	case r < 0x0f00:
		return false
	case r <= 0x0fff: // Tibetan
		return true
	case r >= 0x1f000 && unicode.IsSymbol(r): // emoji
		return false
	}
	return isWide(r) || unicode.Is(unicode.Hangul, r)
}

func isWide(r rune) bool {
	if r < 0x1100 {
		return false
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianHalfwidth:
		return true
	}
	return false
}

type spans struct{ memory *scratch }

func (spans) IsDelimiter(b byte) bool                   { return b == '*' || b == '_' }
func (spans) CanOpenCloser(a, b *parser.Delimiter) bool { return a.Char == b.Char }

func (s spans) OnMatch(n int) ast.Node {
	e := s.memory.emphases.next()
	e.Level = n
	return e
}

type strikes struct{ spans }

func (strikes) IsDelimiter(b byte) bool { return b == '~' }
func (strikes) OnMatch(int) ast.Node    { return east.NewStrikethrough() }
