package signoff

import (
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"courtsite/generator/config"
)

// State is how a page stands to a role.
type State string

// The states. Only Signed is good.
const (
	Signed  State = "signed"
	Missing State = "missing" // nobody has signed yet
	Void    State = "void"    // the page, or what it translates, was changed since
	Expired State = "expired"
	Apart   State = "apart" // signed by somebody who must not, for what they have signed or done besides
)

// Standing is how a page stands to one role.
type Standing struct {
	Role   config.Role
	State  State
	Needed bool
	Record *Record     // the newest signature; nil for none
	Other  config.Role // what the same person has signed, where the state is Apart; "" for the translation itself
}

// Waits tells whether somebody has to sign.
func (s Standing) Waits() bool { return s.Needed && s.State != Signed }

// Case is what has to be known of a page to judge its signatures.
type Case struct {
	Records    []Record
	Needs      []config.Role
	Apart      [][]config.Role
	Outdated   bool   // it translates a text that has changed since
	Translator string // "" where it is no translation, or nobody is named
	Now        time.Time
	Digest     func(config.Role) string // of the page as it is
}

// Judge gives the standing of a page to every role that it needs, or that somebody has signed in, in the order of roles.
func (c Case) Judge() []Standing {
	var list []Standing
	for _, role := range config.Roles {
		s := Standing{Role: role, State: Missing, Needed: slices.Contains(c.Needs, role), Record: Last(c.Records, role)}
		if s.Record != nil {
			s.State = c.state(*s.Record)
		}
		if s.Needed || s.Record != nil {
			list = append(list, s)
		}
	}
	c.keepApart(list)
	return list
}

func (c Case) state(r Record) State {
	switch {
	case r.Digest != c.Digest(r.Role) || r.Role == config.RoleLanguage && c.Outdated:
		return Void
	case !r.Expires.IsZero() && !r.Expires.After(c.Now):
		return Expired
	case r.Role == config.RoleLanguage && same(r.By, c.Translator):
		return Apart
	}
	return Signed
}

// keepApart finds signatures by one person in roles that the site keeps apart. The later of two has to be given by somebody else.
func (c Case) keepApart(list []Standing) {
	for _, group := range c.Apart {
		for i := range list {
			for j := range list {
				a, b := &list[i], &list[j]
				if a.State == Signed && b.State == Signed && i != j && slices.Contains(group, a.Role) && slices.Contains(group, b.Role) &&
					same(a.Record.By, b.Record.By) && !a.Record.before(b.Record) {
					a.State, a.Other = Apart, b.Role
				}
			}
		}
	}
}

// before tells which of two signatures was given first: by its time, or else by its place in the file.
func (r *Record) before(other *Record) bool {
	if c := r.At.Compare(other.At); c != 0 {
		return c < 0
	}
	return r.Pos.Line < other.Pos.Line
}

// same tells whether two names are one person's: blanks in and around Chinese names are layout.
func same(a, b string) bool {
	bare := func(s string) string { return strings.ToLower(strings.Join(strings.Fields(norm.NFKC.String(s)), "")) }
	return bare(a) != "" && bare(a) == bare(b)
}
