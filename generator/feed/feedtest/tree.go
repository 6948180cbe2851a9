package feedtest

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// element is an XML element with its text and the elements inside it.
type element struct {
	name     xml.Name
	attrs    []xml.Attr
	children []*element
	text     string
}

// parse reads a whole document. It refuses what encoding/xml lets pass though XML does not: an undeclared prefix, an
// attribute that stands twice, a second root.
func (r *report) parse(data []byte) *element {
	r.encoding(data)
	if !bytes.HasPrefix(data, []byte(`<?xml version="1.0" encoding="UTF-8"?>`)) {
		r.add("document", "has no XML declaration with its encoding")
	}
	top := &element{}
	open := []*element{top}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			r.add("document", "is not well-formed: %v", err)
			return nil
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{name: t.Name, attrs: t.Copy().Attr}
			r.names(e)
			last.children = append(last.children, e)
			open = append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(t)
		}
	}
	if len(top.children) != 1 || strings.TrimSpace(top.text) != "" {
		r.add("document", "must have one root and no text beside it")
		return nil
	}
	return top.children[0]
}

// names checks an element's own name and its attributes' names. An undeclared prefix stays as it is, so a name
// space without a colon or a slash is one.
func (r *report) names(e *element) {
	seen := map[xml.Name]bool{}
	undeclared := func(space string) bool {
		return space != "" && space != "xmlns" && !strings.ContainsAny(space, ":/")
	}
	if undeclared(e.name.Space) {
		r.add(e.name.Local, "the prefix %q is not declared", e.name.Space)
	}
	for _, a := range e.attrs {
		if undeclared(a.Name.Space) && a.Name.Space != "xml" {
			r.add(e.name.Local, "the prefix %q is not declared", a.Name.Space)
		}
		if seen[a.Name] {
			r.add(e.name.Local, "the attribute %q stands twice", a.Name.Local)
		}
		seen[a.Name] = true
	}
}

// all gives the children of a name.
func (e *element) all(space, local string) []*element {
	var list []*element
	for _, c := range e.children {
		if c.name.Space == space && c.name.Local == local {
			list = append(list, c)
		}
	}
	return list
}

// first gives the first child of a name, or nil.
func (e *element) first(space, local string) *element {
	if list := e.all(space, local); len(list) > 0 {
		return list[0]
	}
	return nil
}

// attr gives an attribute without a name space, and whether it is there.
func (e *element) attr(local string) (string, bool) {
	for _, a := range e.attrs {
		if a.Name.Space == "" && a.Name.Local == local {
			return a.Value, true
		}
	}
	return "", false
}

func (e *element) trimmed() string { return strings.TrimSpace(e.text) }

// count wants from least to most children of each name.
func (r *report) count(path string, e *element, space string, least, most int, names ...string) {
	for _, name := range names {
		switch n := len(e.all(space, name)); {
		case n < least:
			r.add(path, "%s is missing", name)
		case n > most:
			r.add(path, "%s stands %d times", name, n)
		}
	}
}

// known wants every child in a name space to be one of names.
func (r *report) known(path string, e *element, space, names string) {
	for _, c := range e.children {
		if c.name.Space == space && !strings.Contains(" "+names+" ", " "+c.name.Local+" ") {
			r.add(path, "%s has no place here", c.name.Local)
		}
	}
}
