package view

import "html/template"

// Field is one row of an article's catalogue fields.
type Field struct {
	Key   string // index, number, issued, published, updated, expires, office, source, author, keywords
	Name  template.HTML
	Value string
	Time  string // RFC 3339 where the value is a date
	Links []Link // where the value is made of several, each with a page of its own: keywords
}

// Heading is a line of the table of contents.
type Heading struct {
	Level int // 2 to 6
	ID    string
	Text  string
}

// Attachment is a file to download.
type Attachment struct {
	Title     string
	Href      string
	Type      string // "PDF", "XLSX"
	MediaType string
	Size      string // "120 KB" in the page's language
	Bytes     int64
}

// Notice is a remark at the top of an article: not published, expired, draft translation, machine translation.
type Notice struct {
	Kind string // draft-page, expired, outdated, draft, machine
	Text template.HTML
	// Original is the text that a translation was made from, or nil.
	Original *Link
}

// Article is one document. Body is filled while rendering and is not part of the view's digest;
// Source stands for it.
type Article struct {
	Frame
	Fields      []Field
	Summary     string
	Notices     []Notice
	Contents    []Heading // empty for a short document
	Body        template.HTML
	Image       string
	ImageAlt    string
	Attachments []Attachment
	Previous    *Link // the next older page of the column
	Next        *Link // the next newer page of the column
	Related     []Entry
	Published   Date
	Office      string
	SourceName  string
	// InCatalogue is false for pages outside the catalogue (about, privacy).
	InCatalogue bool
	Source      string // digest of the source file
}
