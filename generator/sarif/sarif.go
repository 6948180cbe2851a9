// Package sarif writes problems in the Static Analysis Results Interchange Format (SARIF) 2.1.0, an OASIS Standard that code hosts and editors read.
//
// In go problems and what the documentation says of their kinds; out comes one log with one run. Every kind that occurs is a rule with its default
// severity, its norm and the norm's mark of trust; every problem is a result at its place. Paths are relative to the site's folder, and columns count
// characters. The same problems give the same bytes.
package sarif

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/url"

	"courtsite/generator/diag"
)

const (
	version = "2.1.0"
	schema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	// base stands for the site's folder, by the name that code hosts know.
	base = "%SRCROOT%"
)

// Tool says who found the problems, and how its rules are explained.
type Tool struct {
	Version string
	Lang    diag.Lang
	// Explain gives the text that explains a kind; "" where there is none.
	Explain func(*diag.Kind) string
}

// Write writes a log of the problems.
func Write(w io.Writer, tool Tool, problems []diag.Problem) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(log{Schema: schema, Version: version, Runs: []run{tool.run(problems)}})
}

func (t Tool) run(problems []diag.Problem) run {
	r := run{
		Tool: toolOf{component{Name: "courtsite", Version: t.Version, Language: t.language(), Rules: []rule{}}}, ColumnKind: "unicodeCodePoints",
		Language: t.language(), Results: []result{},
	}
	index := map[*diag.Kind]int{}
	for _, p := range problems {
		n, known := index[p.Kind]
		if !known {
			n = len(r.Tool.Driver.Rules)
			index[p.Kind] = n
			r.Tool.Driver.Rules = append(r.Tool.Driver.Rules, t.rule(p.Kind))
		}
		r.Results = append(r.Results, t.result(p, n))
	}
	return r
}

func (t Tool) language() string {
	if t.Lang == diag.ZH {
		return "zh-CN"
	}
	return "en"
}

func (t Tool) rule(k *diag.Kind) rule {
	norm := k.Norm()
	r := rule{ID: k.Code, Default: configuration{k.Severity.String()}, Properties: properties{
		Norm: norm.Text(t.Lang), Trust: string(norm.Trust), TrustMeaning: norm.Trust.Meaning(t.Lang), Page: k.Page(),
	}}
	if text := t.Explain(k); text != "" {
		r.Help = &message{text}
	}
	return r
}

func (t Tool) result(p diag.Problem, rule int) result {
	text := p.Message(t.Lang)
	if hint := p.Hint(t.Lang); hint != "" {
		text += "\n" + hint
	}
	r := result{RuleID: p.Kind.Code, Rule: rule, Level: p.Severity.String(), Message: message{text}, Fingerprints: map[string]string{"courtsite/v1": fingerprint(p)}}
	if p.Path == "" {
		return r
	}
	at := physical{Artifact: artifact{(&url.URL{Path: p.Path}).String(), base}}
	if p.Line > 0 {
		at.Region = &region{p.Line, p.Col}
	}
	r.Locations = []location{{at}}
	return r
}

// fingerprint tells the same problem again after the lines before it have moved: it does not depend on the place within the file.
func fingerprint(p diag.Problem) string {
	sum := sha256.Sum256([]byte(p.Kind.Code + "\x00" + p.Path + "\x00" + p.Message(diag.EN)))
	return hex.EncodeToString(sum[:16])
}
