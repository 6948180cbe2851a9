package page

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"courtsite/generator/diag"
)

// codeInfo is what may follow the marks that begin code without being text: the name of a language, and its attributes.
var codeInfo = regexp.MustCompile(`^[A-Za-z0-9_+.#-]*(?:\s*\{[^{}]*\}|\s+[A-Za-z-]+=(?:"[^"]*"|[^\s"]+))*$`)

// code reads a block of code. Words beside its opening marks, which Markdown drops, become its first line.
func (r *reader) code(n *ast.FencedCodeBlock) {
	start := n.Pos()
	if n.Info != nil {
		start = n.Info.Segment.Start
	}
	start = bytes.LastIndexByte(r.body.source[:start], '\n') + 1
	fence := fenceOf(r.body.source[start:])
	if n.Info != nil {
		if words := n.Info.Segment.Value(r.body.source); !codeInfo.Match(words) {
			r.problem(diag.MarkdownCodeWords, n.Info.Segment.Start, excerpt(words), fence)
			first := text.NewSegment(n.Info.Segment.Start, afterLine(r.body.source, n.Info.Segment.Stop))
			first.ForceNewline = true
			lines := text.NewSegments()
			lines.Append(first)
			lines.AppendAll(n.Lines().Sliced(0, n.Lines().Len()))
			n.SetLines(lines)
		}
	}
	end := afterLine(r.body.source, start)
	if last := n.Lines().Len() - 1; last >= 0 {
		end = max(end, n.Lines().At(last).Stop)
	}
	if len(bytes.TrimSpace(r.body.source[end:])) == 0 { // else the line that ends it would stand there
		r.problem(diag.MarkdownCodeOpen, start, fence)
	}
	r.write(n.Lines().Value(r.body.source))
}

// afterLine gives where the line after an offset's begins.
func afterLine(src []byte, at int) int {
	if end := bytes.IndexByte(src[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(src)
}

// fenceOf gives the marks that begin code in a line: they may stand in a list or a quotation.
func fenceOf(line []byte) string {
	line = line[:afterLine(line, 0)]
	from := bytes.IndexAny(line, "`~")
	if from < 0 {
		return "```"
	}
	to := from
	for to < len(line) && line[to] == line[from] {
		to++
	}
	return string(line[from:to])
}
