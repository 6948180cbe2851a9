package page

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// fence stands on a line of its own before and after the front matter.
const fence = "+++"

// ParseHead reads the front matter of one page. The head is nil where the page cannot be placed or its front matter cannot be read.
func ParseHead(name string, text source.Text, langs Languages, zone *time.Location) (*Head, []diag.Problem) {
	where, problems := langs.place(name)
	if diag.HasErrors(problems) {
		return nil, problems
	}
	from, to, start, problem := front(name, text.Bytes)
	if problem != nil {
		return nil, append(problems, *problem)
	}
	if again := bytes.TrimLeft(text.Bytes[start:], "\n"); bytes.HasPrefix(again, []byte(fence)) && frontAgain.Match(again) {
		problems = append(problems, diag.New(diag.FrontTwice, diag.At(name, text.Bytes, len(text.Bytes)-len(again))))
	}
	doc, t := source.ParseTOML(name, text.Bytes, from, to)
	if !t.Readable() {
		return nil, append(problems, doc.Problems()...)
	}
	h := &Head{
		Path: name, ID: where.id, Slug: where.slug, Lang: where.lang, Bundle: where.bundle,
		Digest: text.Digest, Start: start, Front: bytes.Clone(text.Bytes[:to+len(fence)]),
	}
	f := fields{t: t, zone: zone}
	f.read(h)
	if h.Lang == langs.Default {
		h.Text = hashText(h.Title, h.Summary, text.Bytes[start:])
	}
	if h.Item == "" {
		h.Item = where.item
	}
	t.Done()
	problems = append(append(problems, doc.Problems()...), f.problems...)
	if h.Item == "" && !where.outside {
		return nil, append(problems, misplaced(name, where))
	}
	return h, problems
}

// frontAgain is a second front matter, as it is left behind when a page is made from another one.
var frontAgain = regexp.MustCompile(`^\+\+\+[ \t]*\n+[ \t]*[a-z_]+[ \t]*=`)

// misplaced says where a page belongs that stands in no item's folder. One that is index.md right in such a folder lacks a folder of its own.
func misplaced(name string, where placed) diag.Problem {
	if where.bundle && strings.Count(string(where.id), "/") == 1 {
		return diag.New(diag.PageIndex, diag.Pos{Path: name}, path.Dir(name))
	}
	return diag.New(diag.PagePlace, diag.Pos{Path: name})
}

// front finds the front matter: the TOML between two fences, and the start of the body.
func front(name string, src []byte) (from, to, start int, problem *diag.Problem) {
	fail := func(kind *diag.Kind, offset int) (int, int, int, *diag.Problem) {
		p := diag.New(kind, diag.At(name, src, offset))
		return 0, 0, 0, &p
	}
	line, rest := cutLine(src)
	switch trimmed := string(bytes.TrimRight(line, " \t")); trimmed {
	case fence:
	case "---":
		return fail(diag.FrontYAML, 0)
	case "＋＋＋":
		return fail(diag.FrontWideFence, 0)
	default:
		return fail(diag.FrontMissing, 0)
	}
	from = len(src) - len(rest)
	for at := from; at < len(src); {
		line, rest := cutLine(src[at:])
		next := len(src) - len(rest)
		switch string(bytes.TrimRight(line, " \t")) {
		case fence:
			return from, at, next, nil
		case "＋＋＋":
			return fail(diag.FrontWideFence, at)
		}
		at = next
	}
	return fail(diag.FrontOpen, 0)
}

func cutLine(b []byte) (line, rest []byte) {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return b[:i], b[i+1:]
	}
	return b, b[len(b):]
}

// fields reads the keys of a front matter.
type fields struct {
	t        *source.Table
	zone     *time.Location
	problems []diag.Problem
}

func (f *fields) add(kind *diag.Kind, key string, args ...any) {
	f.problems = append(f.problems, diag.New(kind, f.t.Pos(key), args...))
}

func (f *fields) read(h *Head) {
	t := f.t
	h.Title = trimmed(t.Line("title"))
	h.Summary = trimmed(t.Line("summary"))
	h.Item = t.Line("item")
	h.Number = trimmed(t.Line("number"))
	h.Index = trimmed(t.Line("index"))
	h.Issued = t.Time("issued", f.zone)
	h.Published = t.Time("published", f.zone)
	h.Updated = t.Time("updated", f.zone)
	h.Expires = t.Time("expires", f.zone)
	h.Source = trimmed(t.Line("source"))
	h.Author = trimmed(t.Line("author"))
	h.Office = trimmed(t.Line("office"))
	h.CoOffices = written(t.Lines("co_offices"))
	h.Keywords = t.Lines("keywords")
	h.Aliases = t.Lines("aliases")
	h.Attachments = f.attachments()
	h.Image = t.Line("image")
	h.ImageAlt = t.Line("image_alt")
	h.Weight = t.Int("weight")
	h.Draft = t.Bool("draft")
	h.Audience = f.audience(t, "audience")
	h.Sensitive = t.Bool("sensitive")
	h.Offer = t.Bool("offer")
	h.Related = t.Lines("related")
	h.Translation = f.translation()
	f.check(h)
}

// trimmed is a text that readers see. Blanks around it, as they come along from Word, are no part of it: a number of blanks is none.
func trimmed(text string) string { return strings.TrimSpace(text) }

// written leaves out of a list what shows nothing.
func written(list []string) []string { return slices.DeleteFunc(list, empty) }

func (f *fields) audience(t *source.Table, key string) Audience {
	audience, problems := ReadAudience(t, key)
	f.problems = append(f.problems, problems...)
	return audience
}

// check finds what is missing or contradicts itself.
func (f *fields) check(h *Head) {
	if empty(h.Title) && !f.t.Mistyped("title") {
		f.add(diag.FrontTitle, "title")
	}
	if h.Published.IsZero() && !f.t.Mistyped("published") {
		f.add(diag.FrontPublished, "published")
	}
	if !h.Updated.IsZero() && h.Updated.Before(h.Published) {
		f.add(diag.FrontUpdated, "updated")
	}
	if !h.Expires.IsZero() && h.Expires.Before(h.Published) {
		f.add(diag.FrontExpires, "expires")
	}
	f.keywords(h.Keywords)
	f.markup("title", h.Title)
	f.markup("summary", h.Summary)
	if s := h.Translation.Source; s != "" && !s.valid() {
		f.problems = append(f.problems, diag.New(diag.FrontTranslationSource, f.t.Pos("translation", "source")))
	}
	if h.Image != "" && empty(h.ImageAlt) && !f.t.Mistyped("image_alt") {
		f.add(diag.FrontImageAlt, "image")
	}
}

// keywords are words of an index: each stands for itself.
func (f *fields) keywords(words []string) {
	for _, word := range words {
		switch {
		case empty(word):
			f.add(diag.FrontKeywordEmpty, "keywords")
		case strings.ContainsAny(word, "、，；;"):
			f.add(diag.FrontKeywordSeveral, "keywords", word)
		}
	}
}

// tagOrEntity is HTML as it is pasted from pages: <br>, &amp;. Other words between angle brackets are text, and so is a single letter. The blanks of the web
// (&nbsp;) are looked for in all texts, by the gate.
var tagOrEntity = regexp.MustCompile(`(?i)</?(?:br|center|div|em|font|h[1-6]|span|strong|sub|sup)(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|apos|copy|middot|times|hellip|[lr][ds]quo|[mn]dash|#3[0-9]|#x2[0-9a-f]);`)

// markup tells of tags and entities in a text that is no HTML.
func (f *fields) markup(key, text string) {
	if !strings.ContainsAny(text, "<&") {
		return
	}
	if found := tagOrEntity.FindString(text); found != "" {
		f.add(diag.FrontMarkup, key, key, found)
	}
}

// empty tells whether a text shows nothing: none at all, or only blanks of any kind.
func empty(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// attachments are file names, or tables with file and title.
func (f *fields) attachments() []Attachment {
	var list []Attachment
	for _, v := range f.t.List("attachments") {
		switch v := v.(type) {
		case string:
			list = append(list, Attachment{File: v})
			continue
		case map[string]any:
			file, fileOK := v["file"].(string)
			title, titleOK := v["title"].(string)
			if fileOK && (titleOK && len(v) == 2 || len(v) == 1) {
				list = append(list, Attachment{file, title})
				continue
			}
		}
		f.add(diag.FrontAttachments, "attachments")
		return list
	}
	return list
}
