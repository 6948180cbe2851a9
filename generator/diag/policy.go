package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// Off is the severity of what a site does not want to be told at all. No problem of a log has it.
const Off Severity = Note + 1

// Severities are what a site weighs otherwise than the kinds' own table does.
type Severities map[*Kind]Severity

// Apply gives a problem the severity that the site wants. A guess, which is a note where a finding that is sure would be more, is never made more than
// that. keep is false for what the site does not want to be told.
func (s Severities) Apply(p Problem) (judged Problem, keep bool) {
	want, ok := s[p.Kind]
	guess := p.Severity == Note && p.Kind.Severity != Note
	if ok && !(guess && want < p.Severity) {
		p.Severity = want
	}
	return p, p.Severity != Off
}

// judged are the errors that do not keep a page from being made: a site may think otherwise of them. Of all other errors the severity stands.
var judged = []*Kind{
	LinkBroken, LinkAnchor, FrontRelated, FrontRelatedSelf, FrontIndexTwice, FrontUpdated, FrontExpires,
	GateItemDiffers, GateLanguage, ScriptDamage, MarkdownTableCells, MarkdownLinkScheme, FileProgram,
	PersonalAccount, PersonalMinorName, PersonalMinorSchool, AttachmentCovered,
	SignOffMissing, SignOffVoid, SignOffExpired, SignOffApart,
}

// Guarded tells of the kinds that no site may lower: secrecy, audience, and identity numbers. Only a waiver passes a finding of them, one by one.
func (k *Kind) Guarded() bool {
	return strings.HasPrefix(k.Code, "secrecy-") || strings.HasPrefix(k.Code, "audience-") || k == PersonalIdentity
}

// Adjustable tells whether a site may give the kind a severity.
func (k *Kind) Adjustable(to Severity) bool {
	switch {
	case to == Error:
		return true
	case k.Guarded():
		return false
	}
	return k.Severity != Error || slices.Contains(judged, k)
}

// Waivable tells whether somebody may take it upon them to publish in spite of a finding. What keeps a page from being made, or would leave a link
// to what is not published, no signature can pass; nor can one pass another one that is missing.
func (k *Kind) Waivable() bool {
	if strings.HasPrefix(k.Code, "sign-off-") || strings.HasPrefix(k.Code, "waiver-") || k == AudienceLink || k == AudienceOutput {
		return false
	}
	return k.Guarded() || k.Severity != Error || slices.Contains(judged, k)
}

// KindOf finds a kind by its code; nil where there is none.
func KindOf(code string) *Kind {
	if i := slices.IndexFunc(kinds, func(k *Kind) bool { return k.Code == code }); i >= 0 {
		return kinds[i]
	}
	return nil
}

// Codes lists the codes of all kinds.
func Codes() []string {
	codes := make([]string, len(kinds))
	for i, k := range kinds {
		codes[i] = k.Code
	}
	return codes
}

// Matching gives the same problem with the text that was found, which no message shows in full. It is what a waiver of the problem is bound to.
func (p Problem) Matching(text string) Problem {
	p.match = text
	return p
}

// Fingerprint stands for the finding wherever it stands in its file: for its kind, its file, and the text that was found, or else what the message
// says. It is half of a SHA-256 in hexadecimal.
func (p Problem) Fingerprint() string {
	if p.print != "" {
		return p.print
	}
	match := p.match
	if match == "" {
		match = p.Message(EN)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s", p.Kind.Code, p.Path, match))
	return hex.EncodeToString(sum[:sha256.Size/2])
}
