package page

import (
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// renderTable makes a table a region of its own, since a wide one scrolls sideways and the keyboard has to
// reach it.
func renderTable(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		if n.LastChild() != nil && n.LastChild().Kind() == east.KindTableRow {
			w.WriteString("</tbody>\n")
		}
		w.WriteString("</table></div>\n")
		return ast.WalkContinue
	}
	w.WriteString(`<div class="table" role="region" tabindex="0" aria-label="`)
	w.escape(w.body.labels[w.tables])
	w.tables++
	w.WriteString("\"><table>\n")
	return ast.WalkContinue
}

func renderCaption(w *htmlWriter, _ []byte, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		w.WriteString("<caption>")
	} else {
		w.WriteString("</caption>\n")
	}
	return ast.WalkContinue
}

func renderHeaderRow(w *htmlWriter, _ []byte, _ ast.Node, entering bool) ast.WalkStatus {
	if entering {
		w.WriteString("<thead>\n<tr>")
	} else {
		w.WriteString("</tr>\n</thead>\n")
	}
	return ast.WalkContinue
}

func renderRow(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		w.WriteString("</tr>\n")
		return ast.WalkContinue
	}
	if before := n.PreviousSibling(); before == nil || before.Kind() != east.KindTableRow {
		w.WriteString("<tbody>\n")
	}
	w.WriteString("<tr>")
	return ast.WalkContinue
}

// cellTags are the opening tags of cells by alignment: left, right, center, none. Classes, because a strict
// Content-Security-Policy refuses the style attributes of goldmark.
var cellTags = struct{ header, data [5]string }{
	[5]string{
		east.AlignLeft: `<th scope="col" class="a-l">`, east.AlignRight: `<th scope="col" class="a-r">`,
		east.AlignCenter: `<th scope="col" class="a-c">`, east.AlignNone: `<th scope="col">`,
	},
	[5]string{
		east.AlignLeft: `<td class="a-l">`, east.AlignRight: `<td class="a-r">`,
		east.AlignCenter: `<td class="a-c">`, east.AlignNone: `<td>`,
	},
}

// renderCell makes an empty header cell a td: it is the header of nothing.
func renderCell(w *htmlWriter, _ []byte, n ast.Node, entering bool) ast.WalkStatus {
	cell := n.(*east.TableCell)
	header := n.Parent().Kind() == east.KindTableHeader && n.FirstChild() != nil
	switch {
	case entering && header:
		w.WriteString(cellTags.header[cell.Alignment])
	case entering:
		w.WriteString(cellTags.data[cell.Alignment])
	case header:
		w.WriteString("</th>")
	default:
		w.WriteString("</td>")
	}
	return ast.WalkContinue
}
