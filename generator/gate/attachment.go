package gate

import (
	"fmt"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach"
	"courtsite/generator/gate/attach/inside"
)

// Attachment makes problems of what was found in a file that is published with a page. Under a strict policy it is an error that a file cannot be
// looked at though its format could be: damaged, locked, too large. The rest that was not looked at (scans, old formats) is a warning, for a
// person has to look. content is the digest of the file: a waiver of a finding holds for that content alone.
func Attachment(name, content string, report attach.Report, strict bool) []diag.Problem {
	var problems []diag.Problem
	for i, f := range report.Findings {
		pos := diag.Pos{Path: name}
		if f.Place.Part == inside.Line && len(f.Place.Members) == 0 {
			pos.Line, pos.Col = f.Place.Row, f.Place.Column
		}
		p := diag.New(kindOf(f), pos, arguments(f)...).As(f.Severity)
		if f.Reason != "" && f.Sound && strict {
			p = p.As(diag.Error)
		}
		if pos.Line == 0 {
			p = p.Inside(f.Place.Words(), i)
		}
		problems = append(problems, p.Matching(fmt.Sprint(content, i, f.Code, f.Args)))
	}
	return problems
}

func kindOf(f attach.Finding) *diag.Kind {
	if kind := f.Kind(); kind != nil {
		return personalKinds[kind]
	}
	return attachmentKinds[f.Code]
}

// arguments are those of the problem's message.
func arguments(f attach.Finding) []any {
	if f.Reason != "" {
		return []any{f.Reason.What(), f.Reason.Advice()}
	}
	var args []any
	for _, a := range f.Args {
		// What a detector calls its finding is not what the problem is called.
		if kind := (attach.Finding{Code: a, Detected: true}).Kind(); f.Code == diag.AttachmentMore.Code && kind != nil {
			a = personalKinds[kind].Code
		}
		args = append(args, a)
	}
	return args
}

// attachmentKinds are the problems of hidden content, by their codes.
var attachmentKinds = func() map[string]*diag.Kind {
	kinds := map[string]*diag.Kind{}
	for _, k := range diag.Kinds() {
		if strings.HasPrefix(k.Code, "attachment-") || strings.HasPrefix(k.Code, "picture-") {
			kinds[k.Code] = k
		}
	}
	return kinds
}()
