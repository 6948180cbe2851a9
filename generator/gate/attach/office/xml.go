package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/attach/plain"
)

// deepest is how deep elements may stand in each other.
const deepest = 1000

// element is one that is open, by its name without prefix.
type element struct {
	name  string
	attrs []xml.Attr
}

// attr gives an attribute by its name without prefix.
func (e element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on reads an attribute that is a switch: its absence turns it on, as in <w:vanish/>.
func (e element) on(name string) bool {
	switch e.attr(name) {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// path is where in the XML the reader stands.
type tree []element

// in tells whether an element of that name is open.
func (t tree) in(name string) bool { return t.find(name) >= 0 }

func (t tree) find(name string) int {
	for i := len(t) - 1; i >= 0; i-- {
		if t[i].name == name {
			return i
		}
	}
	return -1
}

// parent is the name of the element that the innermost one stands in.
func (t tree) parent() string {
	if len(t) < 2 {
		return ""
	}
	return t[len(t)-2].name
}

// top is the innermost element.
func (t tree) top() element {
	if len(t) == 0 {
		return element{}
	}
	return t[len(t)-1]
}

// handler is told of a part's elements and texts. The element in question is the tree's top at its start and its end.
type handler struct {
	start, end func(tree)
	text       func(tree, string)
}

var errDeep = errors.New("elements too deep")

// walk reads a part. Namespaces are not looked at: names without prefix are enough to tell what stands where, and prefixes are free.
func walk(data []byte, work *inside.Work, h handler) error {
	if err := work.Spend(len(data)); err != nil {
		return err
	}
	if text, ok := plain.Decode(data); ok && len(data) > 1 && data[0] >= 0xfe {
		data = []byte(text)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var open tree
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			if len(open) > 0 {
				return io.ErrUnexpectedEOF
			}
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if len(open) >= deepest {
				return errDeep
			}
			open = append(open, element{token.Name.Local, token.Attr})
			if h.start != nil {
				h.start(open)
			}
		case xml.EndElement:
			if len(open) == 0 || open.top().name != token.Name.Local {
				return errors.New("elements cross")
			}
			if h.end != nil {
				h.end(open)
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if h.text != nil && len(open) > 0 {
				h.text(open, string(token))
			}
		}
	}
}

// walk reads a part of the package, and tells what is wrong with it. Numbers that stand in attributes are looked at whatever the attribute is: names of
// bookmarks, ranges and authors are anybody's to choose, and programs think of new ones.
func (p *pack) walk(name string, data []byte, h handler) {
	start, numbers := h.start, &inside.Text{}
	h.start = func(t tree) {
		for _, a := range t.top().attrs {
			if longNumber(a) {
				numbers.Write(a.Value, inside.Place{Part: inside.Element, Name: name})
				numbers.Break("\n\n")
			}
		}
		if start != nil {
			start(t)
		}
	}
	defer func() { p.take.Text(numbers) }()
	switch err := walk(data, p.work, h); {
	case errors.Is(err, inside.ErrLimit), errors.Is(err, errDeep):
		p.unread(inside.OverLimit, name)
	case err != nil:
		p.unread(inside.Damaged, name)
	}
}

// longNumber tells an attribute in which a long number may stand that no reader of its part looks at. Coordinates are many numbers.
func longNumber(a xml.Attr) bool {
	const longest, fewest = 200, 15
	if len(a.Value) < fewest || len(a.Value) > longest {
		return false
	}
	switch a.Name.Local {
	case "path", "d", "points", "coordsize", "viewBox", "style", "transform", "enhanced-path", "modifiers",
		"descr", "title", "alt", "string-value", "href", "formula", "help-message", "description", "v", "value", "Target": // read where they stand
		return false
	}
	digits := 0
	for _, c := range a.Value {
		if '0' <= c && c <= '9' || '０' <= c && c <= '９' {
			digits++
		}
	}
	return digits >= fewest
}

// root is the name of a part's outermost element.
func root(data []byte) string {
	if text, ok := plain.Decode(data); ok && len(data) > 1 && data[0] >= 0xfe {
		data = []byte(text)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok {
			return start.Name.Local
		}
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
