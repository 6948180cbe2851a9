package attach

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"courtsite/generator/gate/attach/inside"
)

// data looks into the files that stand in a text themselves, as addresses: pictures of a web page, a table in a link, fonts of a style sheet.
func (i *inspection) data(t *inside.Text, text string) {
	for at := 0; ; {
		d, found := inside.NextData(text, at)
		if !found {
			return
		}
		if i.files > mostFiles || i.work.Spent() {
			i.Unread(inside.Unread{Reason: inside.OverLimit})
			return
		}
		at = max(d.End, d.Start+len("data:"))
		i.dataAt(d, t.At(d.Start))
	}
}

func (i *inspection) dataAt(d inside.Data, place inside.Place) {
	outer := i.members
	defer func() { i.members = outer }()
	i.members = append(outer[:len(outer):len(outer)], place.Members...)
	i.within(dataName(d.Type, place), func() {
		if !d.Whole {
			i.Unread(inside.Unread{Reason: inside.Damaged})
		}
		if i.work.Spend(len(d.Bytes)) != nil {
			i.Unread(inside.Unread{Reason: inside.OverLimit})
			return
		}
		i.file("x"+extensionOf(d.Type), d.Bytes)
	})
}

// dataName is what a file is called that has no name: its place and its type.
func dataName(kind string, p inside.Place) string {
	const longest = 100
	name := "data:" + kind[:min(len(kind), longest)]
	switch {
	case p.Part == inside.Line:
		return fmt.Sprintf("%d:%d %s", p.Row, p.Column, name)
	case p.Part == inside.Element:
		return p.Name + " " + name
	}
	return strings.TrimSpace(p.Name + " " + name)
}

// Embedded is a file that stands in a text, and what was found in it.
type Embedded struct {
	At     int               // where in the text
	Digest [sha256.Size]byte // of the file
	Report
}

// InText looks into the files that stand in a text as addresses. Together they may ask for as much work as one attachment.
func InText(text string) []Embedded {
	var list []Embedded
	var work *inside.Work
	for at := 0; ; {
		d, found := inside.NextData(text, at)
		if !found {
			return list
		}
		if work == nil {
			work = inside.NewWork(mostWork)
		}
		if work.Spent() {
			return list // said of the one before
		}
		at = max(d.End, d.Start+len("data:"))
		i := newInspection(work)
		i.dataAt(d, inside.Place{})
		if report := i.report(); len(report.Findings) > 0 {
			list = append(list, Embedded{d.Start, sha256.Sum256(d.Bytes), report})
		}
	}
}

// extensions are those of files by their media types. Pictures are known by their bytes.
var extensions = map[string]string{
	"text/html": ".html", "application/xhtml+xml": ".xhtml", "image/svg+xml": ".svg", "text/xml": ".xml", "application/xml": ".xml",
	"text/csv": ".csv", "text/tab-separated-values": ".tsv", "text/markdown": ".md", "text/css": ".css", "text/calendar": ".ics", "text/vcard": ".vcf",
	"message/rfc822": ".eml", "application/json": ".json", "text/json": ".json", "text/javascript": ".js", "application/javascript": ".js", "application/x-javascript": ".js", "application/ecmascript": ".js",
	"application/pdf": ".pdf", "application/zip": ".zip", "application/gzip": ".gz", "application/rtf": ".rtf", "text/rtf": ".rtf",
	"application/msword": ".doc", "application/vnd.ms-excel": ".xls", "application/vnd.ms-powerpoint": ".ppt",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   ".docx",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         ".xlsx",
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
	"application/vnd.oasis.opendocument.text":                                   ".odt",
	"application/vnd.oasis.opendocument.spreadsheet":                            ".ods",
	"application/vnd.oasis.opendocument.presentation":                           ".odp",
	"application/vnd.ms-fontobject":                                             ".eot",
}

func extensionOf(kind string) string {
	if ext := extensions[kind]; ext != "" {
		return ext
	}
	family, name, _ := strings.Cut(kind, "/")
	switch {
	case strings.HasSuffix(name, "+json"):
		return ".json"
	case strings.HasSuffix(name, "+xml"):
		return ".xml"
	case family == "text":
		return ".txt"
	case family == "image":
		return ".png" // what is no picture is told not to be what it says
	case family == "font", strings.Contains(name, "font"):
		return ".woff"
	case family == "audio", family == "video":
		return ".mp4"
	}
	return ""
}
