// Package diag describes what is wrong with an author's files.
//
// A [Problem] stands at a place in a file, has a [Kind] with a stable code, and arguments; its text
// exists in each language of the tool. Stages return problems or add them to a [Log], which tells
// them all together, sorted, once. A problem is about the author's files; what the machine refuses
// (disk, network) is an ordinary error.
package diag

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Severity says whether a problem keeps a site from being written.
type Severity uint8

const (
	Error   Severity = iota // nothing is written
	Warning                 // written, but somebody should look
	Note                    // something that the reader of the log may want to know
)

var severityNames = map[Lang][4]string{
	EN: {"error", "warning", "note", "off"},
	ZH: {"错误", "警告", "提示", "不检查"},
}

// String gives the severity's name in English, as machine-readable formats carry it.
func (s Severity) String() string { return severityNames[EN][s] }

// Name gives the severity's name in a language of the tool.
func (s Severity) Name(lang Lang) string { return severityNames[lang][s] }

// Lang is a language that the tool itself speaks.
type Lang string

const (
	EN Lang = "en"
	ZH Lang = "zh"
)

// Kind is one sort of problem. All kinds stand in one table, kinds.go.
type Kind struct {
	Code     string // stable, lower case with hyphens: "front-key"
	Severity Severity
	en, zh   text
}

// text is a message and what to do about it, both with fmt verbs for the same arguments.
type text struct{ message, hint string }

// Pos is a place in a file of the site. Line and Col are 1-based, and 0 where unknown; Col counts
// characters, not bytes.
type Pos struct {
	Path string `json:"path"`
	Line int    `json:"line,omitempty"`
	Col  int    `json:"column,omitempty"`
}

// At gives the place of a byte offset in a file's text. An offset inside a character is that character's place.
func At(path string, src []byte, offset int) Pos {
	offset = max(0, min(offset, len(src)))
	before := src[:offset-within(src, offset)]
	line := bytes.Count(before, []byte{'\n'}) + 1
	start := bytes.LastIndexByte(before, '\n') + 1
	col := 1
	for range string(before[start:]) { // utf8.RuneCount would make a copy
		col++
	}
	return Pos{Path: path, Line: line, Col: col}
}

// within gives how many bytes of a character lie before an offset that is inside it.
func within(src []byte, offset int) int {
	for n := 1; n < utf8.UTFMax && n <= offset; n++ {
		if r, size := utf8.DecodeRune(src[offset-n:]); r != utf8.RuneError && size > n {
			return n
		}
	}
	return 0
}

// String writes path:line:column, leaving out what is unknown.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.Path
	case p.Col == 0:
		return fmt.Sprintf("%s:%d", p.Path, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.Path, p.Line, p.Col)
}

// Problem is one thing that is wrong at one place. Immutable.
type Problem struct {
	Pos
	Kind *Kind
	// Severity is the kind's own unless the site's policy raised or lowered it.
	Severity Severity
	args     []any
	inside   Words  // the place within a file that is no text
	order    int    // of that place
	match    string // what was found, where the message does not show it in full
	print    string // the fingerprint, where the message was changed since
}

// New makes a problem; args fill the verbs of the kind's texts.
func New(kind *Kind, pos Pos, args ...any) Problem {
	return Problem{Pos: pos, Kind: kind, Severity: kind.Severity, args: args}
}

// Detach lets problems go on when the memory of the text that they quote is given to another: what they quote is copied.
func Detach(problems []Problem) []Problem {
	for i := range problems {
		p := &problems[i]
		p.args, p.match = slices.Clone(p.args), strings.Clone(p.match)
		for n, arg := range p.args {
			if s, ok := arg.(string); ok {
				p.args[n] = strings.Clone(s)
			}
		}
	}
	return problems
}

// As gives the same problem with another severity.
func (p Problem) As(s Severity) Problem {
	p.Severity = s
	return p
}

// Inside gives the same problem at a place within its file, for files that have no lines: a cell of a sheet, a page. Order sorts such places.
func (p Problem) Inside(place Words, order int) Problem {
	p.inside, p.order = place, order
	return p
}

// Message says what is wrong, in one sentence without a full stop. A place within the file stands before it.
func (p Problem) Message(lang Lang) string {
	message := p.fill(lang, func(t text) string { return t.message })
	switch place := p.inside.in(lang); {
	case place == "":
		return message
	case lang == ZH:
		return place + "：" + message
	default:
		return place + ": " + message
	}
}

// Hint says what to do; it may be empty. A hint that would end in an empty name (no known key is near) is left out.
func (p Problem) Hint(lang Lang) string {
	if n := len(p.args); n > 0 && p.args[n-1] == "" {
		return ""
	}
	return p.fill(lang, func(t text) string { return t.hint })
}

func (p Problem) fill(lang Lang, part func(text) string) string {
	t := p.Kind.en
	if lang == ZH {
		t = p.Kind.zh
	}
	format := part(t)
	if !strings.Contains(format, "%") {
		return format
	}
	args := slices.Clone(p.args)
	for i, arg := range args {
		if w, ok := arg.(Words); ok {
			args[i] = w.in(lang)
		}
	}
	return fmt.Sprintf(format, args...)
}

// Words are an argument that is not a name of the author's and so has to be said in each language.
type Words struct{ EN, ZH string }

func (w Words) in(lang Lang) string {
	if lang == ZH {
		return w.ZH
	}
	return w.EN
}

// Text is the problem as a terminal shows it: place, severity, message, code, and the hint on a
// line of its own.
func (p Problem) Text(lang Lang) string {
	var b strings.Builder
	if p.Path != "" {
		fmt.Fprintf(&b, "%s: ", p.Pos)
	}
	fmt.Fprintf(&b, "%s: %s [%s]", p.Severity.Name(lang), p.Message(lang), p.Kind.Code)
	if hint := p.Hint(lang); hint != "" {
		label := "hint: "
		if lang == ZH {
			label = "办法："
		}
		fmt.Fprintf(&b, "\n    %s%s", label, hint)
	}
	return b.String()
}

// Sort orders problems by place, then by severity, code and message, and drops exact repetitions.
func Sort(problems []Problem) []Problem {
	slices.SortStableFunc(problems, compare)
	return slices.CompactFunc(problems, func(a, b Problem) bool { return compare(a, b) == 0 })
}

func compare(a, b Problem) int {
	return cmp.Or(
		cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.order, b.order),
		cmp.Compare(a.Severity, b.Severity), cmp.Compare(a.Kind.Code, b.Kind.Code),
		cmp.Compare(a.Message(EN), b.Message(EN)))
}

// HasErrors tells whether any of the problems keeps the site from being written.
func HasErrors(problems []Problem) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Severity == Error })
}

// Log collects the problems of a run. Safe for concurrent use.
type Log struct {
	mu       sync.Mutex
	problems []Problem
	errors   bool // among the problems: every page asks
	judge    Judge
}

// Judge gives a problem as the site's policy sees it; keep is false for one that is not to be told.
type Judge func(Problem) (judged Problem, keep bool)

// Under puts the log under a policy: what was collected already is judged too. The policy is asked by one goroutine at a time.
func (l *Log) Under(judge Judge) {
	l.mu.Lock()
	defer l.mu.Unlock()
	early := l.problems
	l.judge, l.problems, l.errors = judge, nil, false
	l.add(early)
}

// Add collects problems.
func (l *Log) Add(problems ...Problem) {
	if len(problems) == 0 {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.add(problems)
}

func (l *Log) add(problems []Problem) {
	for _, p := range problems {
		keep := true
		if l.judge != nil {
			p, keep = l.judge(p)
		}
		if keep {
			l.problems, l.errors = append(l.problems, p), l.errors || p.Severity == Error
		}
	}
}

// Problems gives all problems collected so far, sorted.
func (l *Log) Problems() []Problem {
	l.mu.Lock()
	defer l.mu.Unlock()
	return Sort(slices.Clone(l.problems))
}

// HasErrors tells whether an error was collected.
func (l *Log) HasErrors() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.errors
}
