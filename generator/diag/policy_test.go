package diag

import (
	"strings"
	"testing"
)

// TestSeverities: a site weighs findings as it wants, and no guess becomes more than that.
func TestSeverities(t *testing.T) {
	for _, c := range []struct {
		what       string
		kind       *Kind
		is, wanted Severity
		want       Severity
		keep       bool
	}{
		{"lowered", LinkBroken, Error, Warning, Warning, true},
		{"raised", FileUnused, Warning, Error, Error, true},
		{"off", FileUnused, Warning, Off, Off, false},
		{"a certain finding, raised", PersonalMobile, Warning, Error, Error, true},
		{"a guess, raised", PersonalMobile, Note, Error, Note, true},
		{"a guess, off", PersonalMobile, Note, Off, Off, false},
		{"a note, raised", PhrasesMissing, Note, Error, Error, true},
		{"what a profile raised", AddressVanished, Error, Warning, Warning, true},
		{"what a preview lowered", SignOffMissing, Warning, Error, Error, true},
	} {
		p, keep := (Severities{c.kind: c.wanted}).Apply(New(c.kind, Pos{}).As(c.is))
		if p.Severity != c.want || keep != c.keep {
			t.Errorf("%s: %s, kept is %t", c.what, p.Severity, keep)
		}
	}
	if p, keep := (Severities{FileUnused: Off}).Apply(New(LinkBroken, Pos{})); p.Severity != Error || !keep {
		t.Error("another kind weighs what it did")
	}
}

// TestGuarded: what nobody may lower can be waived, if at all, and nothing else keeps an error from being told.
func TestGuarded(t *testing.T) {
	for _, k := range Kinds() {
		guarded := strings.HasPrefix(k.Code, "secrecy-") || strings.HasPrefix(k.Code, "audience-") || k.Code == "personal-identity-number"
		if k.Guarded() != guarded {
			t.Errorf("%s: guarded is %t", k.Code, k.Guarded())
		}
		for _, to := range []Severity{Warning, Note, Off} {
			if guarded && k.Adjustable(to) {
				t.Errorf("%s can be made a %s", k.Code, to)
			}
		}
		if !k.Adjustable(Error) {
			t.Errorf("%s cannot be an error", k.Code)
		}
	}
	for kind, want := range map[*Kind]bool{
		SecrecyMark: true, SecrecyFileName: true, PersonalIdentity: true, AudienceFile: true, LinkBroken: true, FileUnused: true,
		AudienceLink: false, AudienceOutput: false, TOMLSyntax: false, PlanTwice: false, SignOffMissing: false, WaiverExpired: false, WaiverUnused: false,
	} {
		if kind.Waivable() != want {
			t.Errorf("%s: waivable is %t", kind.Code, !want)
		}
	}
	if TOMLSyntax.Adjustable(Warning) || !LinkBroken.Adjustable(Off) || !SignOffMissing.Adjustable(Warning) || !FileUnused.Adjustable(Off) {
		t.Error("an error without whose correction no page can be made stands; others do not have to")
	}
}

// TestTrust: a rule that rests on a copy of low trust [C] or on general knowledge [G] is no error by itself.
func TestTrust(t *testing.T) {
	weak := 0
	for _, k := range Kinds() {
		texts := k.en.message + k.en.hint + k.zh.message + k.zh.hint
		if !strings.Contains(texts, "[C]") && !strings.Contains(texts, "[G]") {
			continue
		}
		if weak++; k.Severity == Error {
			t.Errorf("%s rests on a norm that is known at second hand, and is an error", k.Code)
		}
	}
	if weak < 5 {
		t.Errorf("only %d kinds show such a mark", weak)
	}
}

// TestUnder: a log's policy judges what was collected before it was known, too.
func TestUnder(t *testing.T) {
	var log Log
	log.Add(New(LinkBroken, Pos{Path: "a"}, "x", "y"))
	log.Under(func(p Problem) (Problem, bool) { return p.As(Warning), p.Path != "b" })
	log.Add(New(LinkBroken, Pos{Path: "b"}, "x", "y"), New(LinkBroken, Pos{Path: "c"}, "x", "y"))
	if got := log.Problems(); len(got) != 2 || got[0].Path != "a" || got[1].Path != "c" || log.HasErrors() {
		t.Errorf("got %v", got)
	}
}
