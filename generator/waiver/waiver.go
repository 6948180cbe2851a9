// Package waiver reads and writes waivers.toml: who took it upon them to publish in spite of a finding, why, and until when.
//
// A waiver is of one finding: a code, a file, and the fingerprint of what was found there, which does not show it. Elsewhere in the file the same match is
// waived too, since a text moves; another match is not. What is waived is told in every report, and a waiver that has expired passes nothing.
package waiver

import (
	"slices"
	"strings"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// File is the name of the file, in the site's folder.
const File = "waivers.toml"

// Waiver is one entry.
type Waiver struct {
	Code    string
	Path    string // of the file that the finding is in
	Match   string // fingerprint of the finding
	Reason  string
	By      string
	Office  string
	Date    time.Time
	Expires time.Time
	Pos     diag.Pos
}

// List is a site's waivers, and which of them were needed. It belongs to one build.
type List struct {
	valid []Waiver
	used  []bool
}

// Load reads the site's waivers. A waiver that is not complete, not of a finding that can be waived, or has expired, is an error and passes nothing.
func Load(snap *source.Snapshot, zone *time.Location, now time.Time) (*List, []diag.Problem) {
	if _, there := snap.Lookup(File); !there {
		return &List{}, nil
	}
	text, ok, problems := snap.Text(File)
	if !ok {
		return &List{}, problems
	}
	waivers, problems := Parse(text.Bytes, zone)
	list := &List{}
	for _, w := range waivers {
		if w.Expires.After(now) {
			list.valid = append(list.valid, w)
			continue
		}
		problems = append(problems, diag.New(diag.WaiverExpired, w.Pos, w.By, w.Expires.In(zone).Format(time.DateOnly)))
	}
	list.used = make([]bool, len(list.valid))
	return list, problems
}

// Parse reads the text of a waivers.toml. A date without an offset is in zone; one alone is its midnight.
func Parse(text []byte, zone *time.Location) ([]Waiver, []diag.Problem) {
	doc, root := source.ParseTOML(File, text, 0, len(text))
	var waivers []Waiver
	var problems []diag.Problem
	for _, t := range root.Tables("waiver") {
		w := Waiver{
			Code: t.Line("code"), Path: t.Line("path"), Match: t.Line("match"), Reason: t.Line("reason"),
			By: t.Line("by"), Office: t.Line("office"), Date: t.Time("date", zone), Expires: t.Until("expires", zone), Pos: t.Pos(),
		}
		t.Done()
		kind := diag.KindOf(w.Code)
		switch missing := w.missing(t); {
		case missing != "":
			problems = append(problems, diag.New(diag.WaiverRecord, w.Pos, missing))
		case w.Code != "" && (kind == nil || !kind.Waivable()):
			problems = append(problems, diag.New(diag.WaiverCode, t.Pos("code"), w.Code))
		case w.complete():
			waivers = append(waivers, w)
		}
	}
	root.Done()
	return waivers, append(doc.Problems(), problems...)
}

// missing gives the first key that lacks a value and is not told to be wrong already.
func (w *Waiver) missing(t *source.Table) string {
	for _, v := range w.values() {
		if v.empty && !t.Mistyped(v.key) && !t.Broken() {
			return v.key
		}
	}
	return ""
}

func (w *Waiver) complete() bool {
	return !slices.ContainsFunc(w.values(), func(v value) bool { return v.empty })
}

type value struct {
	key   string
	empty bool
}

func (w *Waiver) values() []value {
	blank := func(s string) bool { return strings.TrimSpace(s) == "" }
	return []value{
		{"code", blank(w.Code)}, {"path", blank(w.Path)}, {"match", blank(w.Match)}, {"reason", blank(w.Reason)},
		{"by", blank(w.By)}, {"office", blank(w.Office)}, {"date", w.Date.IsZero()}, {"expires", w.Expires.IsZero()},
	}
}

// Ends lists when waivers will expire.
func (l *List) Ends() []time.Time {
	var ends []time.Time
	for _, w := range l.valid {
		ends = append(ends, w.Expires)
	}
	return ends
}

// Pass finds the waiver of a problem. It is for one goroutine at a time.
func (l *List) Pass(p diag.Problem) (Waiver, bool) {
	for i, w := range l.valid {
		if w.Code == p.Kind.Code && w.Path == p.Path && w.Match == p.Fingerprint() {
			l.used[i] = true
			return w, true
		}
	}
	return Waiver{}, false
}

// Unused tells of waivers that fit nothing that was found. absent names files that were not looked at.
func (l *List) Unused(absent func(path string) bool) []diag.Problem {
	var problems []diag.Problem
	for i, w := range l.valid {
		if !l.used[i] && !absent(w.Path) {
			problems = append(problems, diag.New(diag.WaiverUnused, w.Pos))
		}
	}
	return problems
}
