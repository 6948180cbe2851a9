// Package detect finds in a text what a court must not publish: personal data, marks of secrecy, and names hidden that should be read.
//
// [Text] takes a text as a reader sees it (a page's body, a cell, a file's text) or its source, and a [Context] with what the text alone
// doesn't tell. It gives findings: a [Kind] with its norm and how far the norm is to be trusted, the range of bytes, the masked form
// and the evidence. [Mask] proposes the text with the personal data masked. Everything is a pure function of its arguments, reads
// each text once, and needs no memory where there is nothing to find.
//
// Three rules hold throughout. A number that proves itself (a resident identity number with its check digit) is a finding
// wherever it stands; one that proves nothing (eleven digits) is judged by the words around it, and the nearest word wins: a court's
// own telephone is public, a party's is not. Where only a guess is possible the confidence says so, and the severity follows. And
// what is published on purpose stays silent: case numbers, unified social credit codes, index numbers, public telephones, sums, dates.
package detect

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"courtsite/generator/diag"
)

// Context is what is known about a text from outside it. The zero value knows nothing.
type Context struct {
	// Label names the place: the header of a column, the field of a form, the key of a front matter value.
	Label string
	// Date is the day of publication; with it a birth date tells a minor.
	Date time.Time
	// Form says that the text is a form or a sample, where × stands for what is to be filled in.
	Form bool
}

// Confidence says how sure a finding is.
type Confidence uint8

const (
	Possible Confidence = iota // a reader should look
	Likely                     // form and surroundings agree
	Certain                    // the match proves itself, or is named for what it is
)

// String gives the confidence as machine-readable formats carry it.
func (c Confidence) String() string {
	return [...]string{"possible", "likely", "certain"}[min(c, Certain)]
}

// Finding is one match. Immutable.
type Finding struct {
	Kind       *Kind
	Start, End int    // bytes of the text, on boundaries of characters
	Match      string // in clear: to compare findings, never to be shown
	Masked     string
	Confidence Confidence
	Evidence   []Evidence
}

// Severity is what the finding weighs by default: a certain one is an error, unless its norm is only known at second hand.
func (f Finding) Severity() diag.Severity {
	switch {
	case f.Confidence == Possible:
		return diag.Note
	case f.Confidence == Likely || f.Kind.Trust.weak():
		return diag.Warning
	}
	return diag.Error
}

// Text finds what should not be published in a text, in reading order and without overlaps.
func Text(text string, context Context) []Finding {
	found, _ := find(text, context)
	return found
}

// Markdown is [Text] for a text as it stands in a file of Markdown. torn tells whether markup stands within or beside a number, or escapes something: only
// then can readers see a number that is not written so.
func Markdown(text string, context Context) (found []Finding, torn bool) {
	return find(text, context)
}

func find(text string, context Context) (found []Finding, torn bool) {
	text = text[:min(len(text), mostBytes)]
	s := stores.Get().(*store)
	defer stores.Put(s)
	d := detector{text: text, context: context, digits: s.digits[:0], groups: s.groups[:0]}
	d.scan()
	s.digits, s.groups = d.digits, d.groups
	d.judgeNumbers()
	if context.Label != "" {
		d.chatField()
	}
	return d.arranged(), d.torn
}

// store is the room for a text's digits, used again for the next text. Findings keep nothing of it.
type store struct {
	digits []byte
	groups []group
}

var stores = sync.Pool{New: func() any { return new(store) }}

// detector is the state of one call of Text.
type detector struct {
	text    string
	context Context
	digits  []byte  // of all groups, as values 0 to 9
	groups  []group // runs of digits, in reading order
	found   []Finding
	tables  tables
	form    answer // is it a form?
	torn    bool   // markup stands within or beside a number, or escapes something
	named   answer // has the text one of identityWords at all?
	told    map[tally]int
	births  bool // it has one of birthWords
	homes   bool // it had one of the characters that each of addressWords has, up to where it was read
}

// answer is a question about the whole text that is asked only when it matters, and once.
type answer uint8

const (
	unasked answer = iota
	no
	yes
)

// tally is what findings are counted by: however many guesses a text is full of, the sure ones are told.
type tally struct {
	kind       *Kind
	confidence Confidence
}

// mostFound is how many findings of a kind and a confidence are kept. A text with more is a list of nothing else, and would fill the memory.
const mostFound = 10_000

func (d *detector) add(kind *Kind, start, end int, confidence Confidence, evidence ...Evidence) {
	if len(d.found) >= mostFound {
		if d.told == nil {
			d.told = map[tally]int{}
			for _, f := range d.found {
				d.told[tally{f.Kind, f.Confidence}]++
			}
		}
		if d.told[tally{kind, confidence}]++; d.told[tally{kind, confidence}] > mostFound {
			return
		}
	}
	d.found = append(d.found, Finding{
		Kind: kind, Start: start, End: end, Match: d.text[start:end], Masked: kind.mask(d.text[start:end]), Confidence: confidence, Evidence: evidence,
	})
}

// arranged sorts the findings and keeps, of two that overlap, the one whose kind stands first in the table.
func (d *detector) arranged() []Finding {
	slices.SortStableFunc(d.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.Kind.rank, b.Kind.rank), cmp.Compare(b.End, a.End))
	})
	kept := d.found[:0]
	for _, f := range d.found {
		last := len(kept) - 1
		switch {
		case last < 0 || kept[last].End <= f.Start:
			kept = append(kept, f)
		case f.Kind.rank < kept[last].Kind.rank:
			kept[last] = f
		}
	}
	return kept
}
