// Package attach looks into attachments and pictures: what a court publishes with a page is published as much as the page.
//
// [Check] takes a file's bytes and its name and gives a [Report]: personal data and marks of secrecy in every text in it (package detect judges
// them), content that is hidden and yet there, and what could not be looked at. The last is never left out: a file that nobody could read is
// not a clean one. A report is a plain value of its arguments, and shows nothing of what was found but masked: it can be kept, by the
// digest of the content, where the content itself must not be.
//
// Readers of formats stand in packages of their own: plain, office, pdf, picture. The bytes may be anybody's: all readers are bounded in
// what they unpack, in depth and in number, and a panic in one of them is a file that could not be looked at.
package attach

import (
	"path"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/detect"
)

// MostBytes is how large a file may be to be looked at.
const MostBytes = 64 << 20

// mostWork is how many bytes are unpacked and read for one attachment.
const mostWork = 256 << 20

// Finding is one thing found in a file. Immutable; it can be written as JSON.
type Finding struct {
	Code     string        `json:"code"` // of detect.Kind where Detected, else of diag.Kind
	Detected bool          `json:"detected,omitempty"`
	Severity diag.Severity `json:"severity"`
	Place    inside.Place  `json:"place"`
	Args     []string      `json:"args,omitempty"`   // of the problem's message; what was found is masked
	Reason   inside.Reason `json:"reason,omitempty"` // of what was not looked at
	Sound    bool          `json:"sound,omitempty"`  // what was not looked at is of a format that can be
}

// Report is all that was found in a file.
type Report struct {
	Findings []Finding `json:"findings,omitempty"` // in reading order
}

// Key is what of a file's name its report depends on. Files of the same content and the same key have the same report.
func Key(name string) string { return strings.ToLower(path.Ext(name)) }

// Check looks into a file. Of its name only the [Key] counts.
func Check(name string, data []byte) Report { return check(name, data, mostWork) }

func check(name string, data []byte, work int64) Report {
	i := newInspection(inside.NewWork(work))
	if len(data) > MostBytes {
		i.Unread(inside.Unread{Reason: inside.OverLimit})
	} else {
		i.file("x"+Key(name), data)
	}
	return i.report()
}

// detected are the detectors' kinds by their codes.
var detected = func() map[string]*detect.Kind {
	kinds := map[string]*detect.Kind{}
	for _, k := range detect.Kinds() {
		kinds[k.Code] = k
	}
	return kinds
}()

// Kind gives the detector's kind of a finding, nil if it is none of a detector's.
func (f Finding) Kind() *detect.Kind {
	if !f.Detected {
		return nil
	}
	return detected[f.Code]
}
