package script

// Run is a part of a text. The runs of a text put together are the text.
type Run struct {
	Text string
	Lang string // BCP 47, "" where it is the text's own or not to be told
	Dir  string // "ltr" or "rtl" where Isolate is set, else ""
	// Isolate: the run is of the other direction than the text, or would be taken apart by it.
	Isolate bool
	// Upright: a number of one or two digits that stands upright in a vertical line, its digits beside each other.
	Upright bool
}

// Own tells whether a run needs no element of its own.
func (r Run) Own() bool { return r.Lang == "" && !r.Isolate && !r.Upright }

// Runs takes a text in a language apart.
func Runs(text, tag string) []Run { return For(tag).Runs(text) }

// Runs takes a text apart into runs of the text's own language and runs of others.
//
// What stands between two parts of a run belongs to it, and so do numbers, brackets with numbers and Chinese punctuation that touch it:
// `(2025)新01民初123号`, `法发〔2018〕20号` and 《民法典》 are one run each. Brackets are never torn apart. Chinese characters in a Korean
// text are Chinese only if one of them is simplified; the others may be Korean.
func (w *Writing) Runs(text string) []Run { return w.AppendRuns(nil, text) }

// AppendRuns appends the runs of a text to a list.
func (w *Writing) AppendRuns(runs []Run, text string) []Run {
	if w.Plain(text) {
		return append(runs, Run{Text: text})
	}
	c := cutter{w: w, text: text, runs: runs}
	stops := uint8(0)
	if w.part[Latin] == foreign {
		stops = letter
	}
	for {
		c.at += plain(w, text[c.at:], stops)
		if c.at == len(text) {
			break
		}
		c.next()
	}
	c.ownUntil(len(text))
	return c.runs
}

// cutter goes over a text from its start to its end.
type cutter struct {
	w     *Writing
	text  string
	at    int // everything before it was looked at
	start int // of the text that is in no run yet
	runs  []Run
}

// next takes the run that begins with the character of another language that comes next.
func (c *cutter) next() {
	e := c.extend(c.at)
	from, to := c.paired(c.left(e), c.right(e), e)
	c.at = to
	if c.w.name == "Kore" && e.script == Han && maybeKorean(c.text[from:to]) {
		return
	}
	c.ownUntil(from)
	c.runs = append(c.runs, c.run(c.text[from:to], e))
	c.start = to
}

func (c *cutter) run(text string, e extent) Run {
	run := Run{Text: text, Lang: guess(text, e.script)}
	if e.latin > 3*e.han && e.script != Kana {
		run.Lang = "" // a text of Latin words with a Chinese name in it
	}
	switch rtl := e.script == Arabic || e.script == RightToLeft; {
	case rtl:
		run.Dir, run.Isolate = "rtl", true
	case c.w.rtl:
		run.Dir, run.Isolate = "ltr", true
	}
	return run
}

// ownUntil ends a run of the text's own language.
func (c *cutter) ownUntil(end int) {
	if c.start == end {
		return
	}
	part := c.text[c.start:end]
	switch {
	case c.w.rtl:
		c.runs = appendNumbers(c.runs, part)
	case c.w.vertical:
		c.runs = appendUpright(c.runs, part)
	default:
		c.runs = append(c.runs, Run{Text: part})
	}
	c.start = end
}

// maybeKorean tells whether Chinese characters may be Korean ones: none of them is simplified.
func maybeKorean(text string) bool {
	for _, r := range text {
		if VariantOf(r) == Simplified {
			return false
		}
	}
	return true
}
