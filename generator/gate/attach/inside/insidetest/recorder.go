// Package insidetest helps to test readers of file formats.
package insidetest

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"courtsite/generator/gate/attach/inside"
)

// Recorder keeps what a reader finds.
type Recorder struct {
	Texts   []*inside.Text
	Traces  []string // code and place
	Members []string
	Reasons []inside.Reason
}

// Text keeps a text.
func (r *Recorder) Text(t *inside.Text) { r.Texts = append(r.Texts, t) }

// Trace keeps a trace.
func (r *Recorder) Trace(t inside.Trace) {
	r.Traces = append(r.Traces, strings.TrimSpace(t.Kind.Code+" "+t.Place.Words().EN))
}

// Member keeps a name.
func (r *Recorder) Member(name string, _ []byte) { r.Members = append(r.Members, name) }

// Unread keeps a reason.
func (r *Recorder) Unread(u inside.Unread) { r.Reasons = append(r.Reasons, u.Reason) }

// All is all text.
func (r *Recorder) All() string {
	var b strings.Builder
	for _, t := range r.Texts {
		fmt.Fprintln(&b, t)
	}
	return b.String()
}

// Sound asks of what a reader gave that it can be told: texts in UTF-8, places that have words.
func (r *Recorder) Sound(t *testing.T) {
	t.Helper()
	for _, text := range r.Texts {
		if !utf8.ValidString(text.String()) {
			t.Errorf("%q is not UTF-8", text)
		}
		for _, at := range []int{0, text.Len() / 2, text.Len()} {
			if p := text.At(at); p.Row < 0 || p.Column < 0 || p.Number < 0 || p.Part == inside.Line && p.Row > strings.Count(text.Source, "\n")+1 {
				t.Errorf("%+v is no place", p)
			}
		}
	}
}
