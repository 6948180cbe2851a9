package gate

import (
	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/locale"
	"courtsite/generator/script"
)

// Wording checks what languages put on every page by themselves: a phrase in letters that no font has is a row of boxes.
func Wording(languages *locale.Table, fonts *font.Set) []diag.Problem {
	var problems []diag.Problem
	for _, l := range languages.Languages() {
		s := &scripts{w: script.For(l.Tag), told: map[*diag.Kind]int{}, fonts: fonts}
		for pos, text := range l.Texts() {
			s.place = func(int) diag.Pos { return pos }
			if look(text)&rarely != 0 {
				s.glyphs(text)
			}
		}
		problems = append(problems, s.problems...)
	}
	return problems
}
