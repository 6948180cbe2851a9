package page

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// paragraphParser is goldmark's, but takes indented lines too. Without a parser for them goldmark
// would stop reading at the first one.
type paragraphParser struct{ parser.BlockParser }

func (paragraphParser) CanAcceptIndentedLine() bool { return true }

func (paragraphParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	node := scratchOf(pc).paragraphs.next()
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

const ideographicSpace = "\u3000"

// ideographicParser starts a paragraph at a line that starts with an ideographic space, as Chinese
// paragraphs do in Word; CommonMark would run such lines together. The spaces themselves are
// dropped: the theme indents.
type ideographicParser struct{ paragraphParser }

func (ideographicParser) Trigger() []byte             { return []byte{ideographicSpace[0]} }
func (ideographicParser) CanInterruptParagraph() bool { return true }

func (ideographicParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], []byte(ideographicSpace)) {
		return nil, parser.NoChildren
	}
	rest := bytes.TrimLeft(line, " \t"+ideographicSpace)
	if util.IsBlank(rest) {
		return nil, parser.NoChildren // a paragraph's line cannot be empty
	}
	node := scratchOf(pc).paragraphs.next()
	node.Lines().Append(text.NewSegment(segment.Stop-len(rest), segment.Stop))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

var (
	kindComment  = ast.NewNodeKind("CourtsiteComment")
	commentOpen  = []byte("<!--")
	commentClose = []byte("-->")
)

// comment is an HTML comment that stands on lines of its own.
type comment struct {
	ast.BaseBlock
	closed bool
}

func (*comment) Kind() ast.NodeKind       { return kindComment }
func (*comment) IsRaw() bool              { return true }
func (c *comment) Dump(src []byte, l int) { ast.DumpHelper(c, src, l, nil, nil) }

// commentParser reads comments. Unlike CommonMark's HTML blocks it never takes text with it: not what
// follows "-->" in the same line, and not the rest of the file where "-->" is missing.
type commentParser struct{}

func (commentParser) Trigger() []byte                             { return []byte{'<'} }
func (commentParser) CanInterruptParagraph() bool                 { return true }
func (commentParser) CanAcceptIndentedLine() bool                 { return false }
func (commentParser) Close(ast.Node, text.Reader, parser.Context) {}

func (commentParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	at := pc.BlockOffset()
	if at < 0 || !bytes.HasPrefix(line[at:], commentOpen) {
		return nil, parser.NoChildren
	}
	after, closed := afterComment(line[at+2:])
	switch {
	case closed && !util.IsBlank(after):
		return nil, parser.NoChildren // the inline parser takes it
	case !closed && !bytes.Contains(reader.Source()[segment.Stop:], commentClose):
		return nil, parser.NoChildren
	}
	reader.AdvanceToEOL()
	return &comment{closed: closed}, parser.NoChildren
}

func (commentParser) Continue(node ast.Node, reader text.Reader, _ parser.Context) parser.State {
	c := node.(*comment)
	if c.closed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	after, closed := afterComment(line)
	c.closed = closed
	if closed && !util.IsBlank(after) {
		reader.Advance(len(line) - len(after))
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

// afterComment gives what follows the end of a comment in a line.
func afterComment(line []byte) (after []byte, closed bool) {
	_, after, closed = bytes.Cut(line, commentClose)
	return after, closed
}
