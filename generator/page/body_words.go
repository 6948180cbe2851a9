package page

import (
	"bytes"
	"encoding/binary"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// wordsParser takes all text up to the next character that means something, or to the end of the line, in one piece. Without it goldmark looks at each
// byte for itself, with the same result: nearly all of an official text is words.
type wordsParser struct{}

// meaning are the characters that some inline parser is for, and the backslash, which takes the meaning from the next.
const meaning = "`![]<*_~\\"

var means = func() (table [0x100]bool) {
	for _, c := range []byte(meaning + "\n") {
		table[c] = true
	}
	return table
}()

// Trigger gives all other punctuation; the space stands for any character at the beginning of a line or after what another parser took.
func (wordsParser) Trigger() []byte { return []byte("\"#$%&'()+,-./:;=>?@^{|} ") }

func (wordsParser) Parse(block ast.Node, reader text.Reader, pc parser.Context) ast.Node {
	line, segment := reader.PeekLine()
	memory := scratchOf(pc)
	if segment.Padding != 0 || segment.ForceNewline || memory.mayBeEscaped(block, reader, segment.Start) {
		return nil
	}
	end := wordsEnd(line)
	if end == 0 {
		return nil
	}
	t := memory.texts.next()
	if end < len(line) && line[end] != '\n' {
		t.Segment = segment.WithStop(segment.Start + end)
		reader.Advance(end)
		return t
	}
	src := reader.Source()
	if t.Segment = segment.TrimRightSpace(src); t.Segment.IsEmpty() {
		t.Segment = trimBefore(block, t.Segment, src)
	}
	if end < len(line) {
		hard := end > 1 && bytes.HasSuffix(src[:segment.Stop], []byte("  \n")) || end == 1 && spaceAfterBackslash(src[:segment.Stop])
		t.SetHardLineBreak(hard)
		t.SetSoftLineBreak(!hard)
	}
	reader.AdvanceLine()
	return t
}

// mayBeEscaped tells whether goldmark may still be at a backslash that takes the meaning from the next character: one that stands right before it, or at
// the end of any line before, since goldmark keeps it in mind over what other parsers take. Behind a space that was left to it, it has none in mind.
func (s *words) mayBeEscaped(block ast.Node, reader text.Reader, at int) bool {
	src := reader.Source()
	n, _ := reader.Position()
	if at > block.Lines().At(n).Start && util.IsSpace(src[at-1]) {
		return false
	}
	if s.block != block {
		s.block, s.lines, s.backslash = block, 0, false
	}
	for ; s.lines < n && !s.backslash; s.lines++ {
		line := block.Lines().At(s.lines)
		s.backslash = bytes.HasSuffix(bytes.TrimRight(src[line.Start:line.Stop], " \n"), []byte{'\\'})
	}
	return s.backslash || at > 0 && src[at-1] == '\\'
}

// trimBefore takes the spaces off the end of a text before an empty one, with which it makes the end of a line: an escaped space was left to goldmark.
func trimBefore(block ast.Node, empty text.Segment, src []byte) text.Segment {
	before, ok := block.LastChild().(*ast.Text)
	if !ok || before.Segment.Stop != empty.Start || before.SoftLineBreak() || before.HardLineBreak() {
		return empty
	}
	if before.Segment = before.Segment.TrimRightSpace(src); before.Segment.IsEmpty() {
		block.RemoveChild(block, before)
	}
	return text.NewSegment(before.Segment.Stop, before.Segment.Stop)
}

// spaceAfterBackslash tells of a text that ends in one more space than the one after a backslash, and the end of the line.
func spaceAfterBackslash(text []byte) bool {
	return bytes.HasSuffix(text, []byte("\\  \n"))
}

// wordsEnd finds the first character of a line that means something. Eight bytes at a time can be passed over where none is ASCII.
func wordsEnd(line []byte) int {
	i := 0
	for i <= len(line)-8 {
		if binary.LittleEndian.Uint64(line[i:i+8])&0x8080808080808080 == 0x8080808080808080 {
			i += 8
			continue
		}
		for end := i + 8; i < end; i++ {
			if means[line[i]] {
				return i
			}
		}
	}
	for i < len(line) && !means[line[i]] {
		i++
	}
	return i
}

// definitions is goldmark's reader of link reference definitions, which a paragraph begins with or has not: it asks for a reader of its own per paragraph.
type definitions struct{}

func (definitions) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if n.Lines().Len() > 0 {
		first := n.Lines().At(0)
		line := bytes.TrimLeft(first.Value(reader.Source()), " \t\v\f\r\n")
		if len(line) > 0 && line[0] != '[' {
			return
		}
	}
	parser.LinkReferenceParagraphTransformer.Transform(n, reader, pc)
}

// words is what the parser keeps in mind over the block that is being read.
type words struct {
	block     ast.Node
	lines     int  // of it, which were looked at
	backslash bool // one of them ends in a backslash
}
