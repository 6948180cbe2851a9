package gate

import (
	"strings"
	"testing"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach"
	"courtsite/generator/gate/attach/inside"
	"courtsite/generator/gate/detect"
)

// TestAttachmentKinds: every finding of a detector, and every trace, has a problem.
func TestAttachmentKinds(t *testing.T) {
	for _, k := range detect.Kinds() {
		p := Attachment("a.docx", "", attach.Report{Findings: []attach.Finding{{Code: k.Code, Detected: true, Args: []string{"×"}}}}, false)
		if len(p) != 1 || p[0].Kind == nil || strings.Contains(p[0].Text(diag.ZH), "%!") {
			t.Errorf("%s has no problem", k.Code)
		}
	}
	for _, k := range []*diag.Kind{
		diag.AttachmentHiddenSheet, diag.AttachmentHiddenCells, diag.AttachmentHiddenSlide, diag.AttachmentTracked, diag.AttachmentComments, diag.AttachmentNotes, diag.AttachmentHiddenText,
		diag.AttachmentPaleText, diag.AttachmentCovered, diag.AttachmentProperties, diag.PictureLocation, diag.ArchivePath, diag.AttachmentUnread, diag.AttachmentMore,
	} {
		if kindOf(attach.Finding{Code: k.Code}) != k {
			t.Errorf("%s has no problem", k.Code)
		}
	}
}

func TestAttachmentPlaces(t *testing.T) {
	report := attach.Report{Findings: []attach.Finding{
		{Code: detect.IdentityNumber.Code, Detected: true, Place: inside.Place{Part: inside.Line, Row: 3, Column: 5}, Args: []string{"×"}},
		{Code: detect.IdentityNumber.Code, Detected: true, Place: inside.Place{Members: []string{"b.csv"}, Part: inside.Line, Row: 3, Column: 5}, Args: []string{"×"}},
		{Code: diag.AttachmentMore.Code, Args: []string{"7", detect.MobileNumber.Code}},
	}}
	problems := Attachment("a.zip", "", report, false)
	for i, want := range []string{"a.zip:3:5: 错误: 公民身份号码：×", "a.zip: 错误: b.csv › 第 3 行第 5 列：公民身份号码：×", "a.zip: 错误: 此文件中还有 7 处 personal-mobile-number"} {
		if got := problems[i].Text(diag.ZH); !strings.HasPrefix(got, want) {
			t.Errorf("got %s", got)
		}
	}
}

func TestUnreadUnderStrict(t *testing.T) {
	for _, c := range []struct {
		sound, strict bool
		want          diag.Severity
	}{{true, true, diag.Error}, {true, false, diag.Warning}, {false, true, diag.Warning}} {
		finding := attach.Finding{Code: diag.AttachmentUnread.Code, Severity: diag.Warning, Reason: inside.Encrypted, Sound: c.sound}
		if p := Attachment("a.docx", "", attach.Report{Findings: []attach.Finding{finding}}, c.strict); p[0].Severity != c.want {
			t.Errorf("%+v: %s", c, p[0].Severity)
		}
	}
}
