package compiled

import (
	"bytes"
	"html/template"
	"reflect"
	"strings"
)

// content is what html/template takes a text for, by its type.
type content uint8

const (
	plain   content = iota
	html            // template.HTML
	address         // template.URL
	script          // template.JS
	special         // not known here
)

func contentOf(typ reflect.Type) content {
	switch typ {
	case reflect.TypeFor[template.HTML]():
		return html
	case reflect.TypeFor[template.URL]():
		return address
	case reflect.TypeFor[template.JS]():
		return script
	case reflect.TypeFor[template.CSS](), reflect.TypeFor[template.HTMLAttr](), reflect.TypeFor[template.JSStr](), reflect.TypeFor[template.Srcset]():
		return special
	}
	if typ.Kind() == reflect.String && typ.NumMethod() == 0 {
		return plain
	}
	return special // a Stringer, or no text at all
}

// textWriter writes a text escaped. It tells whether it could: html/template strips the tags of HTML in an attribute, and nobody else knows quite how.
type textWriter func(w *bytes.Buffer, s string) bool

// stage is an escaper in front of the last one.
type stage func(s string) string

func unchanged(s string) string { return s }

// forText gives the way to write texts of a type; nil where html/template has to do it.
func (e *escaper) forText(typ reflect.Type) textWriter {
	kind := contentOf(typ)
	if kind == special {
		return nil
	}
	var stages []stage
	for i, name := range e.names {
		if i == len(e.names)-1 {
			if write := lastStage(name, kind); write != nil {
				return after(stages, write)
			}
		}
		next := stageFor(name, kind)
		if next == nil {
			return nil
		}
		stages = append(stages, next)
		kind = plain // what an escaper gives is a mere text
	}
	return after(stages, writeRaw)
}

// stageFor gives an escaper for a kind of content; nil where it is not known.
func stageFor(name string, kind content) stage {
	switch {
	case name == "_html_template_urlfilter" && kind == address, name == "_html_template_jsvalescaper" && kind == script:
		return unchanged
	case name == "_html_template_urlfilter":
		return filterURL
	case name == "_html_template_urlnormalizer", name == "_html_template_urlescaper" && kind == address:
		return normalizeURL
	case name == "_html_template_urlescaper":
		return escapeURL
	}
	return nil
}

// lastStage gives the escapers that end most chains.
func lastStage(name string, kind content) textWriter {
	switch name {
	case "_html_template_htmlescaper":
		if kind == html {
			return writeRaw
		}
	case "_html_template_attrescaper":
		if kind == html {
			return writeWithoutTags
		}
	case "_html_template_rcdataescaper":
		if kind == html {
			return func(w *bytes.Buffer, s string) bool { return replace(w, s, &references) }
		}
	default:
		return nil
	}
	return func(w *bytes.Buffer, s string) bool { return replace(w, s, &specials) }
}

func after(stages []stage, write textWriter) textWriter {
	if len(stages) == 0 {
		return write
	}
	return func(w *bytes.Buffer, s string) bool {
		for _, next := range stages {
			s = next(s)
		}
		return write(w, s)
	}
}

func writeRaw(w *bytes.Buffer, s string) bool {
	w.WriteString(s)
	return true
}

// writeWithoutTags writes HTML into an attribute, if it has no tags.
func writeWithoutTags(w *bytes.Buffer, s string) bool {
	return strings.IndexByte(s, '<') < 0 && replace(w, s, &references)
}

// replacements are the texts for bytes that must not stand as they are; "" for all others.
type replacements [256]string

// specials are the bytes that html/template writes otherwise in texts and attributes; references are the same without &, so that the character
// references of what is HTML already stay.
var (
	references = replacements{0: "\uFFFD", '"': "&#34;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}
	specials   = replacements{0: "\uFFFD", '"': "&#34;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;", '&': "&amp;"}
)

func replace(w *bytes.Buffer, s string, by *replacements) bool {
	written := 0
	for i := range len(s) {
		if r := by[s[i]]; r != "" {
			w.WriteString(s[written:i])
			w.WriteString(r)
			written = i + 1
		}
	}
	w.WriteString(s[written:])
	return true
}
