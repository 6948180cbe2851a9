package main

import (
	"encoding/json"
	"fmt"
	"time"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/sarif"
)

// The values of --format.
const (
	formatText  = "text"
	formatJSON  = "json"
	formatSARIF = "sarif" // for problems
)

// report is a run's outcome for other programs. Its fields are a contract.
type report struct {
	Problems  []reportedProblem `json:"problems"`
	Waived    []reportedWaiver  `json:"waived"` // findings that stand, and that somebody answers for
	Pages     int               `json:"pages"`
	Files     int               `json:"files"`
	Bytes     int64             `json:"bytes"`
	Drafts    int               `json:"drafts"`         // pages held back as drafts, or shown for preview only
	Embargoed int               `json:"embargoed"`      // pages whose time has not come
	Withheld  int               `json:"withheld"`       // pages that are not for the public
	Next      string            `json:"next,omitempty"` // RFC 3339: when the first of them is due
	Languages []string          `json:"languages"`
	Output    string            `json:"output,omitempty"` // the folder that now holds the site; empty if nothing was written
	Made      []generator.Made  `json:"made,omitempty"`   // with --explain
}

type reportedProblem struct {
	diag.Pos
	Severity string `json:"severity"` // error, warning, note, in any language of the program
	Code     string `json:"code"`
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	Norm     string `json:"norm,omitempty"`  // that the rule rests on
	Trust    string `json:"trust,omitempty"` // how well the norm is known: A, B, C, G
	Page     string `json:"page"`            // that explains the code
}

// report tells a run's outcome in the format that was asked for. Where text was, only problems are told here: the sentence about what
// was done is the command's.
func (a *app) report(format, written string, result *generator.Result) error {
	switch format {
	case formatText:
		a.tell(result.Problems)
		a.tellWaived(result.Waived)
		return nil
	case formatSARIF:
		return sarif.Write(a.out, sarif.Tool{Version: programVersion(), Lang: a.lang, Explain: a.explanation}, result.Problems)
	}
	r := report{
		Problems: []reportedProblem{}, Waived: a.waived(result.Waived), Pages: result.Pages, Files: result.Files, Bytes: result.Bytes,
		Drafts: result.Held.Drafts, Embargoed: result.Held.Embargoed, Withheld: result.Held.Withheld,
		Languages: append([]string{}, result.Languages...), Output: written, Made: result.Made,
	}
	if next := result.Held.Next; !next.IsZero() {
		r.Next = next.Format(time.RFC3339)
	}
	for _, p := range result.Problems {
		r.Problems = append(r.Problems, a.reported(p))
	}
	return a.encode(r)
}

func (a *app) reported(p diag.Problem) reportedProblem {
	return reportedProblem{
		Pos: p.Pos, Severity: p.Severity.String(), Code: p.Kind.Code, Message: p.Message(a.lang), Hint: p.Hint(a.lang),
		Norm: p.Kind.Norm().Text(a.lang), Trust: string(p.Kind.Norm().Trust), Page: p.Kind.Page(),
	}
}

// encode writes a result for other programs.
func (a *app) encode(v any) error {
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(v)
}

// tell writes problems, and how many there are, to standard error.
func (a *app) tell(problems []diag.Problem) {
	for _, p := range problems {
		line(a.err, p.Text(a.lang))
	}
	if len(problems) > 0 {
		line(a.err, a.count(problems))
		a.inherits(problems)
	}
}

// count says how many errors, warnings and notes there are.
func (a *app) count(problems []diag.Problem) string {
	var n [3]int
	for _, p := range problems {
		n[p.Severity]++
	}
	return fmt.Sprintf(a.text("%s, %s, %s", "%s，%s，%s"),
		a.number(n[diag.Error], "error", "errors", "个错误"),
		a.number(n[diag.Warning], "warning", "warnings", "个警告"),
		a.number(n[diag.Note], "note", "notes", "条提示"))
}

// number writes a number with its noun.
func (a *app) number(n int, one, many, zh string) string {
	noun := many
	if n == 1 {
		noun = one
	}
	return fmt.Sprintf("%d ", n) + a.text(noun, zh)
}

// size writes a number of bytes as people read it.
func size(bytes int64) string {
	const kilo = 1000
	value, unit := float64(bytes), "B"
	for _, next := range []string{"kB", "MB", "GB", "TB"} {
		if value < kilo {
			break
		}
		value, unit = value/kilo, next
	}
	if unit == "B" {
		return fmt.Sprintf("%d B", bytes)
	}
	return fmt.Sprintf("%.1f %s", value, unit)
}
