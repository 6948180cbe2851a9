package plan

import (
	"path"
	"strings"

	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// fileName is the site's file that a page means by a relative name.
func fileName(p *corpus.Page, name string) string { return path.Join(p.Dir(), name) }

// fileAddress is the address of a file beside a page: its place below content/.
func fileAddress(p *corpus.Page, name string) string {
	return strings.TrimPrefix(fileName(p, name), page.Folder)
}

// frontFiles checks the files that front matter names, and plans their copies.
func (m *maker) frontFiles() {
	for _, p := range m.Corpus.Pages {
		seen := map[string]bool{}
		for _, a := range p.Attachments {
			m.file(p, "attachments", a.File)
			if name := fileName(p, a.File); seen[name] {
				m.problems = append(m.problems, diag.New(diag.FrontAttachmentTwice, p.Pos("attachments"), a.File))
			} else {
				seen[name] = true
			}
		}
		if p.Image != "" {
			m.file(p, "image", p.Image)
		}
	}
}

func (m *maker) file(p *corpus.Page, key, name string) {
	full := fileName(p, name)
	if !m.IsFile(full) {
		m.problems = append(m.problems, diag.New(diag.FrontFile, p.Pos(key), name, diag.Nearest(name, m.beside(p))))
		return
	}
	m.Named[full] = true
	m.problems = append(m.problems, m.open(full, name, p.Pos(key))...)
}

// open wants a file that a public page names to be public: one that belongs to another page as well has the narrower of the two audiences.
func (p *Plan) open(full, name string, pos diag.Pos) []diag.Problem {
	if w := p.reserved[full]; w != nil {
		return []diag.Problem{diag.New(diag.AudienceFile, pos, name, w.Path, w.Audience.Words())}
	}
	return nil
}

// beside lists the files of a page's folder, for hints.
func (m *maker) beside(p *corpus.Page) []string {
	var names []string
	for _, f := range m.snap.Folder(p.Dir()) {
		if page.IsAttachment(f.Path) {
			names = append(names, path.Base(f.Path))
		}
	}
	return names
}

// IsFile tells whether a path names a file below content/ that is not a page.
func (p *Plan) IsFile(name string) bool {
	_, ok := p.sizes[name]
	return ok
}

// mediaTypes of the files that courts publish; the standard library's table depends on the machine.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8", ".shtml": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".xml": "application/xml", ".json": "application/json", ".opml": "text/x-opml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".pdf": "application/pdf", ".ofd": "application/ofd", ".zip": "application/zip", ".rar": "application/vnd.rar", ".7z": "application/x-7z-compressed",
	".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint", ".wps": "application/vnd.ms-works", ".rtf": "application/rtf",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":  "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet",
	".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".svg": "image/svg+xml", ".ico": "image/x-icon", ".tif": "image/tiff", ".tiff": "image/tiff", ".bmp": "image/bmp",
	".mp3": "audio/mpeg", ".wav": "audio/wav", ".mp4": "video/mp4", ".webm": "video/webm", ".woff2": "font/woff2", ".woff": "font/woff",
}

// MediaType gives the media type of a file by its name.
func MediaType(name string) string {
	switch path.Base(name) {
	case "feed.xml":
		return "application/rss+xml"
	case "atom.xml":
		return "application/atom+xml"
	case "feed.json":
		return "application/feed+json"
	}
	if t, ok := mediaTypes[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}
