package generator

import (
	"encoding/binary"
	"time"

	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

// A packed value is its leaves one after the other, without names or types: texts and lists with their length, numbers as varints. Nothing is found out
// by reflection: ten thousand pages are read before an edit of one. A test fills every field and wants all of them back.

type packer struct{ b []byte }

func (p *packer) text(s string) {
	p.b = append(binary.AppendUvarint(p.b, uint64(len(s))), s...)
}

func (p *packer) number(n int64) { p.b = binary.AppendVarint(p.b, n) }

func (p *packer) count(n int) { p.b = binary.AppendUvarint(p.b, uint64(n)) }

// flags packs up to eight truths.
func (p *packer) flags(flags ...bool) {
	var b byte
	for i, f := range flags {
		if f {
			b |= 1 << i
		}
	}
	p.b = append(p.b, b)
}

func (p *packer) texts(list []string) {
	p.count(len(list))
	for _, s := range list {
		p.text(s)
	}
}

// moment packs a time as its seconds, the part of one, and how far its zone is off.
func (p *packer) moment(t time.Time) {
	if t.IsZero() {
		p.number(0)
		return
	}
	_, offset := t.Zone()
	p.number(1)
	p.number(t.Unix())
	p.number(int64(t.Nanosecond()))
	p.number(int64(offset))
}

func (p *packer) file(f *source.File) {
	p.text(f.Path)
	p.number(f.Size)
	p.moment(f.Modified)
}

func (p *packer) head(h *page.Head) {
	for _, s := range []string{
		h.Path, string(h.ID), h.Slug, h.Lang, h.Item, h.Title, h.Summary, h.Number, h.Index, h.Source, h.Author, h.Office, h.Image, h.ImageAlt,
		string(h.Text), h.Translation.Translator, h.Translation.Reviewer, string(h.Translation.Source),
	} {
		p.text(s)
	}
	for _, at := range []time.Time{h.Issued, h.Published, h.Updated, h.Expires, h.Translation.Translated, h.Translation.Reviewed} {
		p.moment(at)
	}
	for _, list := range [][]string{h.CoOffices, h.Keywords, h.Aliases, h.Related} {
		p.texts(list)
	}
	p.count(len(h.Attachments))
	for _, a := range h.Attachments {
		p.text(a.File)
		p.text(a.Title)
	}
	p.flags(h.Bundle, h.Draft, h.Sensitive, h.Offer, h.Translation.Machine, h.Translation.Draft)
	p.number(int64(h.Weight))
	p.number(int64(h.Audience))
	p.number(int64(h.Start))
	p.b = append(p.b, h.Digest[:]...)
	p.text(string(h.Front))
}

func (p *packer) known(k *knownHead) {
	p.file(&k.file)
	p.head(k.head)
	p.problems(k.problems)
}

// body packs what is known of a page's body, under its page's path. The links go without the path in each place.
func (p *packer) body(path string, s *said) {
	if s.packed != "" {
		p.b = append(p.b, s.packed...)
		return
	}
	p.text(path)
	p.b = append(append(p.b, s.digest[:]...), s.text[:]...)
	p.problems(s.problems)
	p.text(s.summary)
	p.texts(s.anchors)
	p.count(len(s.headings))
	for _, h := range s.headings {
		p.number(int64(h.Level))
		p.text(h.ID)
		p.text(h.Text)
	}
	p.count(len(s.links))
	for _, l := range s.links {
		p.text(l.Dest)
		p.text(l.Alt)
		p.flags(l.Image)
		p.number(int64(l.Pos.Line))
		p.number(int64(l.Pos.Col))
	}
}

func (p *packer) output(f *output.File) {
	for _, s := range []string{
		f.Path, f.SHA256, f.MediaType, string(f.Kind), f.Language, f.Item, f.Title, f.Published, f.Updated, f.Expires, f.Office, f.Canonical, f.Redirect, f.Source, f.Fingerprint,
	} {
		p.text(s)
	}
	p.number(f.Size)
	p.flags(f.Offered)
}

// problems packs problems, which few pages have, in gob: their arguments are of any type.
func (p *packer) problems(list []diag.Problem) {
	if len(list) == 0 {
		p.count(0)
		return
	}
	p.text(string(packGob(records(list))))
}

// unpacker reads packed values out of one text, of which all texts are parts. After one that is none it gives zero values, and broken is set.
type unpacker struct {
	rest   string
	zones  map[int]*time.Location
	broken bool
}

func (u *unpacker) fail() { u.rest, u.broken = "", true }

func (u *unpacker) unsigned() (n uint64) {
	for shift := 0; shift < 64 && u.rest != ""; shift += 7 {
		c := u.rest[0]
		u.rest = u.rest[1:]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	u.fail()
	return 0
}

func (u *unpacker) number() int64 {
	n := u.unsigned()
	return int64(n>>1) ^ -int64(n&1)
}

// count reads a length. Nothing that is counted is shorter than a byte.
func (u *unpacker) count() int {
	n := u.unsigned()
	if n > uint64(len(u.rest)) {
		u.fail()
		return 0
	}
	return int(n)
}

func (u *unpacker) bytes(n int) string {
	if n > len(u.rest) {
		u.fail()
		return ""
	}
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *unpacker) text() string { return u.bytes(u.count()) }

func (u *unpacker) digest(d *[32]byte) { copy(d[:], u.bytes(len(d))) }

func (u *unpacker) flags(flags ...*bool) {
	b := u.bytes(1)
	for i, f := range flags {
		*f = b != "" && b[0]&(1<<i) != 0
	}
}

func (u *unpacker) texts() []string {
	n := u.count()
	if n == 0 {
		return nil
	}
	list := make([]string, n)
	for i := range list {
		list[i] = u.text()
	}
	return list
}

func (u *unpacker) moment() time.Time {
	if u.number() == 0 {
		return time.Time{}
	}
	seconds, part, offset := u.number(), u.number(), int(u.number())
	if offset == 0 {
		return time.Unix(seconds, part).UTC()
	}
	zone := u.zones[offset]
	if zone == nil {
		zone = time.FixedZone("", offset)
		if u.zones == nil {
			u.zones = map[int]*time.Location{}
		}
		u.zones[offset] = zone
	}
	return time.Unix(seconds, part).In(zone)
}

func (u *unpacker) file() source.File {
	return source.File{Path: u.text(), Size: u.number(), Modified: u.moment()}
}

func (u *unpacker) head(h *page.Head) {
	for _, s := range []*string{
		&h.Path, (*string)(&h.ID), &h.Slug, &h.Lang, &h.Item, &h.Title, &h.Summary, &h.Number, &h.Index, &h.Source, &h.Author, &h.Office, &h.Image, &h.ImageAlt,
		(*string)(&h.Text), &h.Translation.Translator, &h.Translation.Reviewer, (*string)(&h.Translation.Source),
	} {
		*s = u.text()
	}
	for _, at := range []*time.Time{&h.Issued, &h.Published, &h.Updated, &h.Expires, &h.Translation.Translated, &h.Translation.Reviewed} {
		*at = u.moment()
	}
	for _, list := range []*[]string{&h.CoOffices, &h.Keywords, &h.Aliases, &h.Related} {
		*list = u.texts()
	}
	if n := u.count(); n > 0 {
		h.Attachments = make([]page.Attachment, n)
		for i := range h.Attachments {
			h.Attachments[i] = page.Attachment{File: u.text(), Title: u.text()}
		}
	}
	u.flags(&h.Bundle, &h.Draft, &h.Sensitive, &h.Offer, &h.Translation.Machine, &h.Translation.Draft)
	h.Weight, h.Audience, h.Start = int(u.number()), page.Audience(u.number()), int(u.number())
	u.digest(&h.Digest)
	h.Front = []byte(u.text())
}

func (u *unpacker) known() knownHead {
	k := knownHead{file: u.file(), head: new(page.Head)}
	u.head(k.head)
	k.problems = u.problems()
	return k
}

func (u *unpacker) body() (path string, s *said) {
	from := u.rest
	path, s = u.text(), new(said)
	u.digest(&s.digest)
	u.digest(&s.text)
	s.problems, s.summary, s.anchors = u.problems(), u.text(), u.texts()
	if n := u.count(); n > 0 {
		s.headings = make([]page.Heading, n)
		for i := range s.headings {
			s.headings[i] = page.Heading{Level: int(u.number()), ID: u.text(), Text: u.text()}
		}
	}
	if n := u.count(); n > 0 {
		s.links = make([]page.Link, n)
		for i := range s.links {
			l := &s.links[i]
			l.Dest, l.Alt = u.text(), u.text()
			u.flags(&l.Image)
			l.Pos = diag.Pos{Path: path, Line: int(u.number()), Col: int(u.number())}
		}
	}
	s.packed = from[:len(from)-len(u.rest)]
	return path, s
}

func (u *unpacker) output() (f output.File) {
	for _, s := range []*string{
		&f.Path, &f.SHA256, &f.MediaType, (*string)(&f.Kind), &f.Language, &f.Item, &f.Title, &f.Published, &f.Updated, &f.Expires, &f.Office, &f.Canonical, &f.Redirect, &f.Source, &f.Fingerprint,
	} {
		*s = u.text()
	}
	f.Size = u.number()
	u.flags(&f.Offered)
	return f
}

func (u *unpacker) problems() []diag.Problem {
	data := u.text()
	if data == "" {
		return nil
	}
	var list []diag.Record
	if decodeGob(data, &list) != nil {
		u.fail()
		return nil
	}
	problems, err := problemsOf(list)
	if err != nil {
		u.fail()
	}
	return problems
}
