// Package signoff reads and writes the sign-offs of a page: who answered for what, and for exactly which text.
//
// They stand beside the page in a file of their own, open-day.signoff.toml for open-day.md, one entry for each signature, the newest last. A signature
// is bound to a [Digest] of what was signed. The tool writes the file; people may delete it, move it with its page, and read it, and nothing else.
//
// A sign-off is a record, and no proof of who typed it: that has to come from where the site's files are kept.
package signoff

import (
	"path"
	"slices"
	"strings"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

// File is the file of a page's sign-offs.
func File(name string) string { return strings.TrimSuffix(name, path.Ext(name)) + page.SignOffs }

// Record is one signature.
type Record struct {
	Role    config.Role
	By      string
	Office  string
	At      time.Time
	Expires time.Time // zero for never
	Digest  string    // of what was signed
	Pos     diag.Pos
}

// Parse reads a file of sign-offs, in the order in which they were given. A date without an offset is in zone. What is not whole is an error, and left out.
func Parse(name string, text []byte, zone *time.Location) ([]Record, []diag.Problem) {
	doc, root := source.ParseTOML(name, text, 0, len(text))
	var records []Record
	var problems []diag.Problem
	for _, t := range root.Tables("sign") {
		r := Record{
			Role: config.Role(t.Line("role")), By: strings.TrimSpace(t.Line("by")), Office: t.Line("office"), At: t.Time("at", zone),
			Expires: t.Until("expires", zone), Digest: t.Line("digest"), Pos: t.Pos(),
		}
		t.Done()
		missing := r.missing()
		switch {
		case missing != "" && (t.Mistyped(missing) || t.Broken()):
		case missing != "":
			problems = append(problems, diag.New(diag.SignOffRecord, r.Pos, missing))
		case !slices.Contains(config.Roles, r.Role):
			problems = append(problems, diag.New(diag.SignOffRole, t.Pos("role"), string(r.Role)))
		default:
			records = append(records, r)
		}
	}
	root.Done()
	return records, append(doc.Problems(), problems...)
}

func (r *Record) missing() string {
	switch {
	case r.Role == "":
		return "role"
	case r.By == "":
		return "by"
	case strings.TrimSpace(r.Office) == "":
		return "office"
	case r.At.IsZero():
		return "at"
	case r.Digest == "":
		return "digest"
	}
	return ""
}

// Last gives the newest signature in a role, which alone counts; nil for none.
func Last(records []Record, role config.Role) *Record {
	for i := len(records) - 1; i >= 0; i-- {
		if records[i].Role == role {
			return &records[i]
		}
	}
	return nil
}
