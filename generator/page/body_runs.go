package page

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
)

// renderText writes text as goldmark does, but puts an element around each run that is not in the script of the page's language.
// Code never comes here.
func renderText(w *htmlWriter, src []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	t := n.(*ast.Text)
	raw := t.Segment.Value(src)
	writeWords(w, raw, t.IsRaw())
	switch {
	case t.IsRaw():
	case t.HardLineBreak():
		w.WriteString("<br>\n")
	case t.SoftLineBreak():
		w.WriteByte('\n')
	}
	return ast.WalkContinue
}

// renderString writes a text that doesn't stand in the source as it is: the address of a link without words.
func renderString(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if s := n.(*ast.String); entering {
		writeWords(w, s.Value, s.IsRaw() || s.IsCode())
	}
	return ast.WalkContinue
}

// writeWords writes text; where it is not literal, backslashes and entities in it are resolved.
func writeWords(w *htmlWriter, raw []byte, literal bool) {
	if w.writing.Verbatim(raw) {
		_, _ = w.Write(raw)
		return
	}
	if w.writing.PlainBytes(raw) && bytes.IndexByte(raw, '&') < 0 {
		if literal {
			ghtml.DefaultWriter.RawWrite(w, raw)
		} else {
			ghtml.DefaultWriter.Write(w, raw)
		}
		return
	}
	if !literal {
		raw = unescape(raw)
	}
	w.runs = w.writing.AppendRuns(w.runs[:0], asString(raw))
	for _, run := range w.runs {
		open, shut := run.Tags()
		w.WriteString(open)
		w.escape(run.Text)
		w.WriteString(shut)
	}
}
