package page

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// linkAddresses makes links of the web and mail addresses in a text, and gives the last piece of
// it. An address may follow any character but an ASCII letter or digit (网址：https://court.example), and ends
// before the first character that is not ASCII, so that no Chinese word or comma becomes part of it.
func (r *reader) linkAddresses(t *ast.Text) *ast.Text {
	for {
		raw := t.Segment.Value(r.body.source)
		a, ok := findAddress(raw)
		if !ok {
			return t
		}
		parent, at := t.Parent(), t.Segment.Start
		link := ast.NewLink()
		link.SetPos(at + a.from)
		link.Destination = []byte(destination([]byte(a.prefix + string(raw[a.from:a.to]))))
		label := ast.NewTextSegment(text.NewSegment(at+a.from, at+a.to))
		link.AppendChild(link, label)
		parent.InsertBefore(parent, t, ast.NewTextSegment(t.Segment.WithStop(at+a.from)))
		parent.InsertBefore(parent, t, link)
		t.Segment = t.Segment.WithStart(at + a.to)
		r.body.links = append(r.body.links, Link{Dest: string(link.Destination), Pos: r.pos(at + a.from)})
		r.body.nodes = append(r.body.nodes, link)
	}
}

// address is where an address stands in a text, and what its link needs before it.
type address struct {
	from, to int
	prefix   string
}

// findAddress finds the first address of a text.
func findAddress(raw []byte) (address, bool) {
	if bytes.IndexByte(raw, '@') < 0 && !bytes.Contains(raw, []byte("://")) && !bytes.Contains(raw, []byte("www.")) {
		return address{}, false
	}
	for i, c := range raw {
		switch c {
		case ':':
			if a, ok := webAddress(raw, i); ok {
				return a, true
			}
		case 'w':
			if bytes.HasPrefix(raw[i:], []byte("www.")) && !joined(raw[:i]) {
				if end := addressEnd(raw, i, i); end > 0 {
					return address{i, end, "http://"}, true
				}
			}
		case '@':
			if a, ok := mailAddress(raw, i); ok {
				return a, true
			}
		}
	}
	return address{}, false
}

func webAddress(raw []byte, colon int) (address, bool) {
	if !bytes.HasPrefix(raw[colon:], []byte("://")) {
		return address{}, false
	}
	for _, s := range []string{"https", "http"} {
		from := colon - len(s)
		if from >= 0 && string(raw[from:colon]) == s && !joined(raw[:from]) {
			if end := addressEnd(raw, from, colon+3); end > 0 {
				return address{from: from, to: end}, true
			}
		}
	}
	return address{}, false
}

// joined tells whether a text ends in a character that makes what follows a part of something longer.
func joined(before []byte) bool {
	if len(before) == 0 {
		return false
	}
	last := before[len(before)-1]
	return util.IsAlphaNumeric(last) || strings.IndexByte("-_./@", last) >= 0
}

// addressEnd gives the end of an address whose host starts at an index, or 0 where it is none.
func addressEnd(raw []byte, from, host int) int {
	end := host
	for end < len(raw) && isHostByte(raw[end]) {
		end++
	}
	end = host + len(bytes.TrimRight(raw[host:end], ".-"))
	if !isHost(raw[host:end]) {
		return 0
	}
	if end == len(raw) || strings.IndexByte("/?#:", raw[end]) < 0 {
		return end
	}
	for end < len(raw) && raw[end] > ' ' && raw[end] < 0x7f && strings.IndexByte("<>\"`{}|^", raw[end]) < 0 {
		if raw[end] == '\\' {
			if !escapedMark(raw[end+1:]) {
				break
			}
			end++
		}
		end++
	}
	return trimAddress(raw, from, end)
}

// escapedMark tells whether what follows a backslash is a mark of emphasis: programs that write Markdown escape these within addresses too.
func escapedMark(rest []byte) bool { return len(rest) > 0 && strings.IndexByte("_*~", rest[0]) >= 0 }

// trimAddress leaves out the punctuation that ends a sentence, and brackets that were opened before it.
func trimAddress(raw []byte, from, end int) int {
	for end > from {
		last := raw[end-1]
		open := bytes.IndexByte([]byte(")]"), last)
		switch {
		case strings.IndexByte("?!.,:;*_~'\\", last) >= 0:
		case open >= 0 && bytes.Count(raw[from:end], []byte{last}) > bytes.Count(raw[from:end], []byte{"(["[open]}):
		default:
			return end
		}
		end--
	}
	return end
}

func isHostByte(c byte) bool { return util.IsAlphaNumeric(c) || c == '-' || c == '.' }

// isHost tells whether a name of such bytes has a dot inside.
func isHost(name []byte) bool {
	dot := bytes.IndexByte(name, '.')
	return dot > 0 && dot < len(name)-1
}

func mailAddress(raw []byte, at int) (address, bool) {
	from, end := at, at+1
	for from > 0 && (util.IsAlphaNumeric(raw[from-1]) || strings.IndexByte("._+-", raw[from-1]) >= 0) {
		from--
	}
	for end < len(raw) && isHostByte(raw[end]) {
		end++
	}
	host := bytes.TrimRight(raw[at+1:end], ".-")
	if from == at || !isHost(host) {
		return address{}, false
	}
	return address{from, at + 1 + len(host), "mailto:"}, true
}
