package script

import (
	"html/template"
	"strings"
)

// HTML writes a text in the language as HTML, with an element around each run of another: span with its lang, or, where it has to be isolated, bdi;
// and around each number that stands upright in a vertical line.
func (w *Writing) HTML(text string) string {
	if w.Plain(text) {
		return template.HTMLEscapeString(text)
	}
	var b strings.Builder
	for _, run := range w.Runs(text) {
		open, shut := run.Tags()
		b.WriteString(open)
		b.WriteString(template.HTMLEscapeString(run.Text))
		b.WriteString(shut)
	}
	return b.String()
}

// Tags gives the element that stands around a run, two empty strings for the text's own.
func (r Run) Tags() (open, shut string) {
	switch {
	case r.Isolate && r.Lang != "":
		return `<bdi lang="` + r.Lang + `" dir="` + r.Dir + `">`, "</bdi>"
	case r.Isolate:
		return `<bdi dir="` + r.Dir + `">`, "</bdi>"
	case r.Lang != "":
		return `<span lang="` + r.Lang + `">`, "</span>"
	case r.Upright:
		return `<span class="upright">`, "</span>"
	}
	return "", ""
}

// The isolates of Unicode, for places where no element can stand.
const (
	leftToRightIsolate = "\u2066"
	rightToLeftIsolate = "\u2067"
	popIsolate         = "\u2069"
)

// Isolated writes a text for a place where no element can stand, such as a title element or an attribute: runs that have to be isolated are so by
// characters.
func (w *Writing) Isolated(text string) string {
	if w.Plain(text) {
		return text
	}
	var b strings.Builder
	for _, run := range w.Runs(text) {
		switch {
		case !run.Isolate:
			b.WriteString(run.Text)
		case run.Dir == "rtl":
			b.WriteString(rightToLeftIsolate + run.Text + popIsolate)
		default:
			b.WriteString(leftToRightIsolate + run.Text + popIsolate)
		}
	}
	return b.String()
}
