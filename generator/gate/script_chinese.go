package gate

import (
	"courtsite/generator/diag"
	"courtsite/generator/page"
	"courtsite/generator/script"
)

const (
	// fewVariants is how many different characters of the other kind are no mere name: a person or a company may write its name in them, so that
	// fewer are a note only.
	fewVariants = 4
	// mostVariants is how many of them are listed.
	mostVariants = 20
)

// wrongVariants are the characters of the other kind of Chinese that a text has.
type wrongVariants struct {
	list  []rune
	first diag.Pos
}

// wrongIn gives the kind of characters that a text in the language has not.
func wrongIn(w *script.Writing) script.Variant {
	switch w.Script() {
	case "Hans":
		return script.Traditional
	case "Hant":
		return script.Simplified
	}
	return script.Both
}

// variants gathers characters of the other kind.
func (s *scripts) variants(text string) {
	wrong := wrongIn(s.w)
	for i := 0; i+2 < len(text); i++ {
		if c := text[i]; c < 0xe4 || c > 0xe9 {
			continue
		}
		r := rune(text[i]&0xf)<<12 | rune(text[i+1]&0x3f)<<6 | rune(text[i+2]&0x3f)
		if script.VariantOf(r) == wrong {
			s.wrong.add(r, i, s.place)
		}
		i += 2
	}
}

func (v *wrongVariants) add(r rune, offset int, place func(int) diag.Pos) {
	for _, known := range v.list {
		if known == r {
			return
		}
	}
	if len(v.list) == 0 {
		v.first = place(offset)
	}
	if len(v.list) < mostVariants {
		v.list = append(v.list, r)
	}
}

// mixed tells of characters that have no place in a text's kind of Chinese.
func (s *scripts) mixed(h *page.Head) {
	if len(s.wrong.list) == 0 {
		return
	}
	name, chinese := "traditional", "繁体"
	if wrongIn(s.w) == script.Simplified {
		name, chinese = "simplified", "简体"
	}
	problem := diag.New(diag.ScriptMixed, s.wrong.first, name, h.Lang, string(s.wrong.list), chinese)
	if len(s.wrong.list) < fewVariants {
		problem = problem.As(diag.Note)
	}
	s.problems = append(s.problems, problem)
}
