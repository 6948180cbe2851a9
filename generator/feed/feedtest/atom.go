package feedtest

import (
	"fmt"
	"strconv"
	"time"
)

// What RFC 4287 knows in a feed (4.1.1) and in an entry (4.1.2).
const (
	atomFeed  = "author category contributor generator icon id link logo rights subtitle title updated entry"
	atomEntry = "author category content contributor id link published rights source summary title updated"
)

// Atom says what is wrong with an Atom document.
func Atom(data []byte) []string {
	var r report
	root := r.parse(data)
	if root == nil {
		return r.found
	}
	if root.name.Local != "feed" || root.name.Space != atomSpace {
		r.add("feed", "the root is not a feed of %s", atomSpace)
		return r.found
	}
	r.known("feed", root, atomSpace, atomFeed)
	r.count("feed", root, atomSpace, 0, 1, "generator", "icon", "logo", "subtitle")
	if self := r.atomCommon("feed", root); self != 1 {
		r.add("feed", "has %d links to itself, not one", self)
	}
	r.xmlLanguage(root)
	for _, name := range []string{"icon", "logo"} {
		for _, x := range root.all(atomSpace, name) {
			r.address("feed/"+name, x.trimmed())
		}
	}
	ids := map[string]bool{}
	for i, entry := range root.all(atomSpace, "entry") {
		r.atomEntry(fmt.Sprintf("entry %d", i+1), entry, root, ids)
	}
	return r.found
}

// xmlLanguage wants the root to say the language of all text in it.
func (r *report) xmlLanguage(root *element) {
	for _, a := range root.attrs {
		if a.Name.Local == "lang" && (a.Name.Space == "xml" || a.Name.Space == "http://www.w3.org/XML/1998/namespace") {
			r.language("feed@xml:lang", a.Value)
			return
		}
	}
	r.add("feed", "has no xml:lang")
}

// atomCommon checks what a feed and an entry have in common, and counts the links to itself.
func (r *report) atomCommon(path string, e *element) (self int) {
	r.count(path, e, atomSpace, 1, 1, "id", "title", "updated")
	r.count(path, e, atomSpace, 0, 1, "rights")
	for _, x := range e.all(atomSpace, "id") {
		r.id(path+"/id", x.text)
	}
	for _, name := range []string{"updated", "published"} {
		for _, x := range e.all(atomSpace, name) {
			r.date(path+"/"+name, x.text)
		}
	}
	for _, name := range []string{"title", "subtitle", "summary", "rights"} {
		for _, x := range e.all(atomSpace, name) {
			r.atomText(path+"/"+name, x)
		}
	}
	for _, name := range []string{"author", "contributor"} {
		for _, x := range e.all(atomSpace, name) {
			r.atomPerson(path+"/"+name, x)
		}
	}
	for _, x := range e.all(atomSpace, "category") {
		if term, _ := x.attr("term"); term == "" {
			r.add(path+"/category", "has no term")
		}
	}
	alternates := map[string]bool{}
	for _, x := range e.all(atomSpace, "link") {
		r.atomLink(path+"/link", x)
		switch rel, is := x.attr("rel"); {
		case rel == "self":
			self++
		case !is || rel == "alternate":
			kind, _ := x.attr("type")
			lang, _ := x.attr("hreflang")
			r.once(path+"/link (alternate)", alternates, kind+" "+lang)
		}
	}
	return self
}

func (r *report) atomEntry(path string, e, feed *element, ids map[string]bool) {
	r.known(path, e, atomSpace, atomEntry)
	r.count(path, e, atomSpace, 0, 1, "content", "published", "source", "summary")
	r.atomCommon(path, e)
	for _, x := range e.all(atomSpace, "id") {
		r.once(path+"/id", ids, x.text)
	}
	if e.first(atomSpace, "author") == nil && feed.first(atomSpace, "author") == nil {
		r.add(path, "has no author, nor has the feed")
	}
	content := e.first(atomSpace, "content")
	if content == nil {
		alternate := false
		for _, x := range e.all(atomSpace, "link") {
			rel, is := x.attr("rel")
			alternate = alternate || !is || rel == "alternate"
		}
		if !alternate {
			r.add(path, "has neither content nor an alternate link")
		}
		return
	}
	if _, is := content.attr("src"); is && e.first(atomSpace, "summary") == nil {
		r.add(path, "has content elsewhere and no summary")
	}
	r.atomText(path+"/content", content)
}

// atomText: a text construct is plain text unless it says otherwise, and only XHTML has elements inside.
func (r *report) atomText(path string, e *element) {
	kind, is := e.attr("type")
	if !is {
		kind = "text"
	}
	switch kind {
	case "html":
		r.html(path, e.text)
		fallthrough
	case "text":
		if len(e.children) > 0 {
			r.add(path, "has elements inside, but its type is %s", kind)
		}
	case "xhtml":
		if len(e.children) != 1 || e.children[0].name.Local != "div" {
			r.add(path, "must have one div")
		}
	default:
		r.add(path, "its type is not text, html or xhtml: %q", kind)
	}
}

func (r *report) atomPerson(path string, e *element) {
	r.known(path, e, atomSpace, "name uri email")
	r.count(path, e, atomSpace, 1, 1, "name")
	r.count(path, e, atomSpace, 0, 1, "uri", "email")
	if name := e.first(atomSpace, "name"); name != nil && name.trimmed() == "" {
		r.add(path+"/name", "is blank")
	}
}

// atomLink also checks the links that an RSS document borrows from Atom.
func (r *report) atomLink(path string, e *element) {
	address, _ := e.attr("href")
	r.address(path+"@href", address)
	if rel, is := e.attr("rel"); is && rel == "" {
		r.add(path+"@rel", "is blank")
	}
	if kind, is := e.attr("type"); is {
		r.mediaType(path+"@type", kind)
	}
	if lang, is := e.attr("hreflang"); is {
		r.language(path+"@hreflang", lang)
	}
	if length, is := e.attr("length"); is {
		if _, err := strconv.ParseUint(length, 10, 63); err != nil {
			r.add(path+"@length", "not a number of bytes: %q", length)
		}
	}
	if len(e.children) > 0 || e.trimmed() != "" {
		r.add(path, "is not empty")
	}
}

// date: Atom and JSON Feed write dates as RFC 3339 does.
func (r *report) date(path, s string) {
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		r.add(path, "not a date of RFC 3339: %q", s)
	}
}
