package page

import (
	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// Audience says whom a document is for (articles 3 and 14 of 法发〔2018〕20号: to the public, or to the parties of a case alone). Only what is for the
// public is ever published; a greater value is for fewer people.
type Audience uint8

// Unstated is the audience of a page that says nothing of it.
const (
	Unstated Audience = iota
	Public
	Parties
	Internal
)

// audiences are the words for it in front matter and in site.toml.
var audiences = map[string]Audience{"": Unstated, "public": Public, "parties": Parties, "internal": Internal}

// ReadAudience reads a key that holds an audience. One that cannot be understood keeps the page back, whatever it was meant to say.
func ReadAudience(t *source.Table, key string) (Audience, []diag.Problem) {
	if !t.Has(key) {
		if t.Mistyped(key) {
			return Internal, nil
		}
		return Unstated, nil
	}
	word := t.String(key)
	if a, known := audiences[word]; known && word != "" {
		return a, nil
	}
	if t.Mistyped(key) {
		return Internal, nil
	}
	return Internal, []diag.Problem{diag.New(diag.FrontAudience, t.Pos(key), word)}
}

// Withheld tells whether the audience is not the public.
func (a Audience) Withheld() bool { return a > Public }

// Words names an audience in a sentence.
func (a Audience) Words() diag.Words {
	switch a {
	case Parties:
		return diag.Words{EN: "the parties", ZH: "当事人"}
	case Internal:
		return diag.Words{EN: "internal use", ZH: "内部"}
	}
	return diag.Words{EN: "the public", ZH: "社会公众"}
}
