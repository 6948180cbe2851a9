package attach

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/detect"
)

// inspection is the state of looking into one attachment, with all files in it.
type inspection struct {
	work     *inside.Work
	members  []string // the path to the file that is open
	kinds    []string // of the files on that path, by extension
	files    int      // opened so far
	findings []Finding
	counts   map[tally]int
	codes    []string        // of counts, in the order of the first of each
	seen     map[string]bool // findings, to tell none twice
}

func newInspection(work *inside.Work) *inspection {
	return &inspection{work: work, counts: map[tally]int{}, seen: map[string]bool{}}
}

// tally is what findings are counted by: fifty warnings must not keep an error from being told.
type tally struct {
	code     string
	severity diag.Severity
}

// Bounds of what is told of one kind and severity in one file; the rest is counted.
const (
	mostErrors = 50
	mostOthers = 5
)

// add tells a finding, unless it was told already or there are many of its kind.
func (i *inspection) add(f Finding) {
	f.Place = shown(f.Place, i.members)
	key := fmt.Sprint(f.Code, f.Place, f.Args, f.Reason)
	if i.seen[key] {
		return
	}
	most := mostOthers
	if f.Severity == diag.Error {
		most = mostErrors
	}
	if i.count(tally{f.Code, f.Severity}) > most {
		return
	}
	i.seen[key] = true
	i.findings = append(i.findings, f)
}

// count counts one more.
func (i *inspection) count(t tally) int {
	if !slices.Contains(i.codes, t.code) {
		i.codes = append(i.codes, t.code)
	}
	i.counts[t]++
	return i.counts[t]
}

// shown is a place within a member as it may be shown: a sheet or a file may be called by a number.
func shown(p inside.Place, members []string) inside.Place {
	p.Name = detect.Mask(p.Name)
	all := slices.Concat(members, p.Members)
	for n := range all {
		all[n] = detect.Mask(all[n])
	}
	if p.Members = all; len(all) == 0 {
		p.Members = nil
	}
	return p
}

// report ends the inspection.
func (i *inspection) report() Report {
	for _, code := range i.codes {
		more := 0
		for severity := diag.Error; severity <= diag.Note; severity++ {
			more += i.counts[tally{code, severity}]
		}
		for _, f := range i.findings {
			if f.Code == code {
				more--
			}
		}
		if more > 0 {
			i.findings = append(i.findings, Finding{Code: diag.AttachmentMore.Code, Severity: diag.AttachmentMore.Severity, Args: []string{strconv.Itoa(more), code}})
		}
	}
	return Report{i.findings}
}

// workOfNumber is how much work it is to judge a number: what stands around each is looked at.
const workOfNumber = 64

// numbers counts the numbers of a text.
func numbers(text string) (n int) {
	before := false
	for i := range len(text) {
		digit := text[i]-'0' < 10
		if digit && !before {
			n++
		}
		before = digit
	}
	return n
}

// Text runs the detectors over a text.
func (i *inspection) Text(t *inside.Text) {
	text := t.String()
	if text == "" {
		return
	}
	if i.work.Spend(len(text)+workOfNumber*numbers(text)) != nil {
		i.Unread(inside.Unread{Reason: inside.OverLimit})
		return
	}
	for _, f := range detect.Text(text, detect.Context{Label: t.Label}) {
		if counted := (tally{f.Kind.Code, f.Severity()}); i.counts[counted] > mostErrors {
			i.count(counted) // places cost time
		} else {
			i.finding(f, t.At(f.Start))
		}
	}
	i.data(t, text)
}

func (i *inspection) finding(f detect.Finding, at inside.Place) {
	i.add(Finding{Code: f.Kind.Code, Detected: true, Severity: f.Severity(), Place: at, Args: []string{strings.Join(strings.Fields(f.Masked), " ")}})
}

// Trace tells a sign of hidden content.
func (i *inspection) Trace(t inside.Trace) {
	severity := t.Kind.Severity
	if t.Kind == diag.AttachmentProperties {
		var told bool
		if t.Args[1], severity, told = naming(t.Args[1]); !told {
			return
		}
	}
	var args []string
	for _, a := range t.Args {
		args = append(args, detect.Mask(a))
	}
	i.add(Finding{Code: t.Kind.Code, Severity: severity, Place: t.Place, Args: args})
}

// Unread tells what could not be looked at.
func (i *inspection) Unread(u inside.Unread) {
	sound := len(i.kinds) == 0 || slices.Contains(readable, i.kinds[len(i.kinds)-1])
	switch u.Reason {
	case inside.Scan, inside.Font, inside.Media, inside.Metafile, inside.Unknown, inside.OldOffice, inside.Binary, inside.Archive:
		sound = false
	}
	i.add(Finding{Code: diag.AttachmentUnread.Code, Severity: diag.AttachmentUnread.Severity, Place: u.Place, Reason: u.Reason, Sound: sound})
}

// Member looks into a file within the file.
func (i *inspection) Member(name string, data []byte) {
	i.within(name, func() { i.file(name, data) })
}

// within looks at a member's name, and does something at its place.
func (i *inspection) within(name string, do func()) {
	i.members = append(i.members, name)
	for _, f := range detect.FileName(name) {
		i.finding(f, inside.Place{})
	}
	do()
	i.members = i.members[:len(i.members)-1]
}

// Bounds of files in files.
const (
	deepest   = 5
	mostFiles = 5000
)

// file looks into one file.
func (i *inspection) file(name string, data []byte) {
	if i.files++; len(i.kinds) >= deepest || i.files > mostFiles || i.work.Spent() {
		i.Unread(inside.Unread{Reason: inside.OverLimit})
		return
	}
	i.kinds = append(i.kinds, strings.ToLower(path.Ext(name)))
	defer func() { i.kinds = i.kinds[:len(i.kinds)-1] }()
	defer func() {
		if recover() != nil { // a mistake of ours must not end a build, nor pass for a clean file
			i.Unread(inside.Unread{Reason: inside.Damaged})
		}
	}()
	if len(data) == 0 {
		if len(i.members) > 0 && slices.Contains(neverEmpty, i.kinds[len(i.kinds)-1]) { // of a file itself it is told elsewhere that it is empty
			i.Unread(inside.Unread{Reason: inside.Damaged})
		}
		return
	}
	i.open(strings.ToLower(path.Ext(name)), data)
}
