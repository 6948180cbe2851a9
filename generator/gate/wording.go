package gate

import (
	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/locale"
	"courtsite/generator/script"
)

// Wording checks what languages put on every page by themselves: a phrase in letters that no font has is a row of boxes, and personal data in one would
// be everywhere.
func Wording(languages *locale.Table, fonts *font.Set) []diag.Problem {
	var problems []diag.Problem
	table := new(tables)
	for _, l := range languages.Languages() {
		s := &scripts{signs: table.of(script.For(l.Tag), fonts)}
		for pos, text := range l.Texts() {
			s.place = func(int) diag.Pos { return pos }
			if found, _ := s.look(text); found&boxed != 0 && found&rarely != 0 {
				s.glyphs(text)
			}
			s.problems = append(s.problems, Setting(text, pos)...)
		}
		problems = append(problems, s.problems...)
	}
	return problems
}
