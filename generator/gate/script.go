package gate

import (
	"courtsite/generator/diag"
	"courtsite/generator/font"
	"courtsite/generator/page"
	"courtsite/generator/script"
)

// mostTold is how often one kind of problem is told for one page: who sees five knows what to look for.
const mostTold = 5

// scripts checks the words of one page for what is wrong with their letters. Code is left alone.
type scripts struct {
	*signs
	place    func(offset int) diag.Pos // of what is being looked at
	told     map[*diag.Kind]int
	problems []diag.Problem
	wrong    wrongVariants
	boxes    string // characters without a font that were told already
	doubtful bool   // a passage has so many letters of others that it may be in another language
}

// letters runs the script checks on a page's text, and on what its front matter shows to readers. doubtful tells whether a passage of the text has
// too many letters of others to be of the page's language for certain.
func letters(h *page.Head, b *page.Body, fonts *font.Set) (problems []diag.Problem, doubtful bool) {
	table := signTables.Get().(*tables)
	defer signTables.Put(table)
	s := &scripts{signs: table.of(script.For(h.Lang), fonts)}
	s.front(h)
	base := 0
	s.place = func(offset int) diag.Pos { return b.Pos(base + offset) }
	s.doubtful = false
	for at, text := range b.Passages() {
		base = at
		s.passage(text)
	}
	s.mixed(h)
	return s.problems, s.doubtful
}

func (s *scripts) front(h *page.Head) {
	key := ""
	s.place = func(int) diag.Pos { return h.Pos(key) }
	value := func(k, text string) {
		if text != "" {
			key = k
			s.passage(text)
		}
	}
	value("title", h.Title)
	value("summary", h.Summary)
	value("source", h.Source)
	value("author", h.Author)
	value("office", h.Office)
	value("image_alt", h.ImageAlt)
	for _, word := range h.Keywords {
		value("keywords", word)
	}
	for _, a := range h.Attachments {
		value("attachments", a.Title)
	}
}

func (s *scripts) tell(kind *diag.Kind, offset int, args ...any) {
	if s.told == nil {
		s.told = map[*diag.Kind]int{}
	}
	if s.told[kind]++; s.told[kind] <= mostTold {
		s.problems = append(s.problems, diag.New(kind, s.place(offset), args...))
	}
}

// passage runs the checks for which the text gives a reason. Most text of most pages gives none.
func (s *scripts) passage(text string) {
	found, others := s.look(text)
	if others > fewLetters-fewLetters/10 {
		s.doubtful = true
	}
	if found&reasons == 0 {
		return
	}
	for _, c := range scriptChecks {
		if found&c.any != 0 && found&c.all == c.all {
			c.check(s, text)
		}
	}
}

// scriptChecks are the checks, with what a text has to have for them: one of the signs any, and all of the signs all.
var scriptChecks = [...]struct {
	any, all sign
	check    func(s *scripts, text string)
}{
	{variant, 0, (*scripts).variants},
	{odd, 0, (*scripts).kazakh},
	{odd, 0, (*scripts).presentation},
	{mongol, 0, (*scripts).mongolian},
	{joining | secondMark, combining, (*scripts).normal},
	{reading, 0, (*scripts).pinyin},
	{odd, 0, (*scripts).damage},
	{code, 0, (*scripts).markup},
	{odd, 0, (*scripts).invisible},
	{boxed, rarely, (*scripts).glyphs},
	{half, 0, (*scripts).halfWidth},
	{secondStop, 0, (*scripts).doubled},
}
