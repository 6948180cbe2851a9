package script

// Run is a part of a text. The runs of a text put together are the text.
type Run struct {
	Text string
	Lang string // BCP 47, "" where it is the text's own or not to be told
	Dir  string // "ltr" or "rtl" where Isolate is set, else ""
	// Isolate: the run is of the other direction than the text, or would be taken apart by it.
	Isolate bool
}

// Own tells whether a run needs no element of its own.
func (r Run) Own() bool { return r.Lang == "" && !r.Isolate }

// Runs takes a text in a language apart.
func Runs(text, tag string) []Run { return For(tag).Runs(text) }

// Runs takes a text apart into runs of the text's own language and runs of others.
//
// What stands between two parts of a run belongs to it, and so do numbers, brackets with numbers and Chinese punctuation that touch it:
// `(2025)新01民初123号`, `法发〔2018〕20号` and 《民法典》 are one run each. Brackets are never torn apart. Chinese characters in a Korean
// text are Chinese only if one of them is simplified; the others may be Korean.
func (w *Writing) Runs(text string) []Run {
	if w.Plain(text) {
		return []Run{{Text: text}}
	}
	c := cutter{w: w, text: text}
	for c.at < len(text) {
		c.next()
	}
	c.ownUntil(len(text))
	return c.runs
}

// Plain tells without looking closer that a text is one run of its own language.
func (w *Writing) Plain(text string) bool {
	if !w.rtl {
		for i := 0; i < len(text); i++ {
			if text[i] >= 0x80 {
				return w.plainRunes(text[i:])
			}
		}
		return w.part[Latin] != foreign
	}
	return w.plainRunes(text)
}

func (w *Writing) plainRunes(text string) bool {
	for _, r := range text {
		s := Of(r)
		if w.part[s] == foreign || w.rtl && s == Common && (r >= '0' && r <= '9') {
			return false
		}
	}
	return true
}

// cutter goes over a text from its start to its end.
type cutter struct {
	w     *Writing
	text  string
	at    int // everything before it was looked at
	start int // of the text that is in no run yet
	prev  part
	runs  []Run
}

// next looks at one character, and takes the run that begins with it.
func (c *cutter) next() {
	r, size := decode(c.text[c.at:])
	s := Of(r)
	if c.w.part[s] != foreign {
		if s != Mark {
			c.prev = c.w.part[s]
		}
		c.at += size
		return
	}
	e := c.extend(c.at, s)
	from, to := c.left(c.at, e), 0
	if to = c.right(e); e.paired {
		to = max(to, e.pairEnd)
	}
	c.take(from, to, e)
}

// take ends a run.
func (c *cutter) take(from, to int, e extent) {
	run := Run{Text: c.text[from:to], Lang: guess(c.text[from:to], e.script)}
	if e.mostlyLatin() {
		run.Lang = ""
	}
	switch rtl := e.script == Arabic || e.script == RightToLeft; {
	case c.w.rtl:
		run.Dir, run.Isolate = "ltr", true
	case rtl:
		run.Dir, run.Isolate = "rtl", true
	}
	c.at, c.prev = to, foreign
	if c.w.name == "Kore" && e.script == Han && guessKorean(run.Text) {
		return
	}
	c.ownUntil(from)
	c.runs = append(c.runs, run)
	c.start = to
}

// ownUntil ends a run of the text's own language.
func (c *cutter) ownUntil(end int) {
	if c.start == end {
		return
	}
	part := c.text[c.start:end]
	if c.w.rtl {
		c.runs = appendNumbers(c.runs, part)
	} else {
		c.runs = append(c.runs, Run{Text: part})
	}
	c.start = end
}

// guessKorean tells whether Chinese characters may be Korean ones: none of them is simplified.
func guessKorean(text string) bool {
	for _, r := range text {
		if VariantOf(r) == Simplified {
			return false
		}
	}
	return true
}
