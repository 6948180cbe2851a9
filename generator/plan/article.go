package plan

import (
	"cmp"
	"fmt"
	"html/template"
	"path"
	"strings"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/locale"
	"courtsite/generator/page"
	"courtsite/generator/script"
	"courtsite/generator/view"
)

// longDocument is how many headings a document has before it gets a table of contents.
const longDocument = 3

// View makes the view of an article from its page and what its body left behind. The body's HTML is put in while rendering.
func (p *Plan) View(a *Article, left Left, headings []page.Heading) *view.Article {
	s, pg := p.site, a.Page
	e := pg.Edition
	v := &view.Article{
		Frame:       s.articleFrame(pg, left),
		Fields:      s.fields(pg),
		Summary:     pg.Summary,
		Notices:     s.notices(pg),
		Attachments: p.attachments(pg),
		Published:   s.date(e, pg.Published),
		Office:      pg.Office,
		SourceName:  pg.Source,
		InCatalogue: pg.Column != nil,
		ImageAlt:    pg.ImageAlt,
	}
	if pg.Held != 0 {
		held := view.Notice{Kind: "draft-page", Text: s.phrases[e.Tag]["draft_page_notice"]}
		v.Notices = append([]view.Notice{held}, v.Notices...)
	}
	s.received(pg, v)
	if pg.Image != "" {
		v.Image = s.href(fileAddress(pg, pg.Image))
	}
	if len(headings) >= longDocument {
		for _, h := range headings {
			if h.Level <= 3 {
				v.Contents = append(v.Contents, view.Heading{Level: h.Level, ID: h.ID, Text: h.Text})
			}
		}
	}
	older, newer := pg.Neighbours()
	v.Previous, v.Next = s.neighbour(older), s.neighbour(newer)
	for _, set := range pg.Related {
		v.Related = append(v.Related, s.relatedEntry(e, set))
	}
	return v
}

func (s *site) articleFrame(p *corpus.Page, left Left) view.Frame {
	e := p.Edition
	sh := sheet{
		edition: e, kind: "article", address: p.Address, title: p.Title, description: left.Summary, keywords: p.Keywords,
		category: categoryOf(e, p.Column), column: p.Column, article: p,
		versions: s.versionsOf(p),
	}
	if p.Column != nil {
		sh.crumbs = s.signs.columns[p.Column].crumbs
	}
	if p.Image != "" {
		sh.image = s.abs(fileAddress(p, p.Image))
	}
	return s.frame(sh)
}

func (s *site) neighbour(p *corpus.Page) *view.Link {
	if p == nil {
		return nil
	}
	link := s.named(p.Edition, p.Title, p.Lang, p.Address)
	return &link
}

// relatedEntry shows a related document, in the page's language where it exists in it, else in the first language that it has.
func (s *site) relatedEntry(e *corpus.Edition, set *corpus.Set) view.Entry {
	p := set.In(e.Tag)
	if p == nil {
		p = set.Pages[0]
	}
	return view.Entry{Link: s.document(e, p), In: p.Lang, Lang: other(p.Lang, e.Tag), Published: s.date(e, p.Published), Number: p.Number, Expired: p.Expired(s.Corpus.Now)}
}

// fields are the catalogue fields of an article, in the order in which official documents show them.
func (s *site) fields(p *corpus.Page) []view.Field {
	e := p.Edition
	var fields []view.Field
	text := func(key, value string) {
		if value != "" {
			fields = append(fields, view.Field{Key: key, Name: s.phrases[e.Tag][key], Value: value})
		}
	}
	date := func(key string, at time.Time) {
		if !at.IsZero() {
			at = at.In(s.Corpus.Site.Zone)
			fields = append(fields, view.Field{Key: key, Name: s.phrases[e.Tag][key], Value: e.Locale.Date(at), Time: locale.ISO(at)})
		}
	}
	if p.Column != nil {
		text("index", p.Index)
	}
	text("number", p.Number)
	text("office", p.Office)
	text("co_offices", strings.Join(p.CoOffices, s.comma(e)))
	text("source", p.Source)
	text("author", p.Author)
	date("issued", p.Issued)
	date("published", p.Published)
	date("updated", p.Updated)
	date("expires", p.Expires)
	if text("keywords", strings.Join(p.Keywords, s.comma(e))); len(p.Subjects) > 0 {
		fields[len(fields)-1].Links = s.keywords(p)
	}
	text("translator", p.Translation.Translator)
	date("translated", p.Translation.Translated)
	text("reviewer", p.Translation.Reviewer)
	date("reviewed", p.Translation.Reviewed)
	return fields
}

// comma separates the words of a list in the edition's language.
func (s *site) comma(e *corpus.Edition) string {
	text, lang := e.Locale.Phrase("list_separator")
	if lang != e.Tag {
		return ", "
	}
	return text
}

func (s *site) notices(p *corpus.Page) []view.Notice {
	t := s.phrases[p.Edition.Tag]
	var list []view.Notice
	if p.Expired(s.Corpus.Now) {
		list = append(list, view.Notice{Kind: "expired", Text: t["expired_notice"]})
	}
	state := p.State()
	if state == corpus.Outdated {
		list = append(list, s.outdated(p))
	}
	switch {
	case state == corpus.Original:
		return list
	case p.Translation.Machine && p.Translation.Reviewer == "":
		list = append(list, view.Notice{Kind: "machine", Text: t["machine_translation_notice"]})
	case p.Translation.Draft || state == corpus.DraftText && p.Translation.Reviewer == "":
		list = append(list, view.Notice{Kind: "draft", Text: t["draft_translation_notice"]})
	}
	if source := p.Translates(); source != nil && len(list) > 0 {
		link := s.document(p.Edition, source)
		list[len(list)-1].Original = &link
	}
	return list
}

// outdated says that the text which a page translates has changed since, with both dates.
func (s *site) outdated(p *corpus.Page) view.Notice {
	translated := p.Translation.Translated
	if translated.IsZero() {
		translated = p.Published
	}
	key := "outdated_translation_notice"
	if p.Translates().Changed().Before(translated) {
		key = "outdated_translation_undated_notice" // the source was edited, but its front matter does not say when
	}
	text, lang := p.Edition.Locale.Phrase(key)
	in := p.Edition
	if e := s.Corpus.Edition(lang); e != nil {
		in = e
	}
	day := func(at time.Time) string { return in.Locale.Date(at.In(s.Corpus.Site.Zone)) }
	text = strings.NewReplacer("{source_date}", day(p.Translates().Changed()), "{date}", day(translated)).Replace(text)
	notice := view.Notice{Kind: "outdated", Text: template.HTML(script.For(in.Tag).HTML(text))}
	if lang != p.Lang {
		notice.Text = template.HTML(fmt.Sprintf(`<span lang="%s" dir="%s">%s</span>`, lang, s.dir(lang), notice.Text))
	}
	return notice
}

func (p *Plan) attachments(pg *corpus.Page) []view.Attachment {
	var list []view.Attachment
	for _, a := range pg.Attachments {
		name := fileName(pg, a.File)
		size := p.sizes[name]
		list = append(list, view.Attachment{
			Title: cmp.Or(a.Title, path.Base(a.File)), Href: p.href(fileAddress(pg, a.File)),
			Type: strings.ToUpper(strings.TrimPrefix(path.Ext(a.File), ".")), MediaType: MediaType(a.File),
			Size: pg.Edition.Locale.Bytes(size), Bytes: size,
		})
	}
	return list
}

func (s *site) redirect(p *corpus.Page) *view.Redirect {
	return &view.Redirect{Lang: p.Lang, Dir: p.Edition.Locale.Dir, Title: p.Title, Href: s.href(p.Address), Canonical: s.abs(p.Address), T: s.phrases[p.Lang]}
}

func (s *site) gone(e *corpus.Edition, g config.Gone) *view.Gone {
	title, lang := e.Locale.Phrase("gone")
	v := &view.Gone{Frame: s.frame(sheet{edition: e, kind: "gone", address: g.Address, title: title}), Reason: g.Reason}
	v.TitleLang = other(lang, e.Tag)
	v.Canonical = ""
	return v
}

// Back is what a footnote's way back is called in the page's language.
func (p *Plan) Back(pg *corpus.Page) string {
	text, lang := pg.Edition.Locale.Phrase("footnote_back")
	if lang != pg.Lang {
		return ""
	}
	return text
}
