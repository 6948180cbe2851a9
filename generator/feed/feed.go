// Package feed writes what machines read of a site: its channels in three formats (RSS 2.0, Atom, JSON Feed 1.1), the
// list of channels (OPML 2.0), the sitemap and robots.txt.
//
// In goes a view, out come the bytes of one file, or of one document in a channel. They depend on the view alone: no clock, no map order. Whatever stands
// in a view's strings, the document is well-formed; a character that XML does not allow becomes U+FFFD.
//
// The channels are gorilla/feeds' types, embedded and shadowed where they fall short: an item has one category and one
// enclosure, Atom neither a language nor links to the other formats, an attachment in JSON Feed the wrong key for its
// size. Its writers are not used, since they indent, which makes a channel of full documents larger and slower to write.
package feed

import (
	"bufio"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	stdhtml "html"
	"io"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
	"unsafe"

	"courtsite/generator/view"
)

// Media types of the three formats, as links between them name them.
const (
	RSSType  = "application/rss+xml"
	AtomType = "application/atom+xml"
	JSONType = "application/feed+json"
)

// Item is a document as it stands in channels of each format. The same document stands in those of its site, its category and its item: it is encoded
// once for all of them.
type Item struct{ rss, atom, json []byte }

// NewItem encodes a document of channels in a language.
func NewItem(item view.FeedItem, lang string) (*Item, error) {
	var x Item
	var err [3]error
	x.rss, err[0] = encodeXML(newRSSItem(item), "item")
	x.atom, err[1] = encodeXML(newAtomEntry(item), "entry")
	x.json, err[2] = encodeJSON(newJSONItem(item, lang))
	return &x, errors.Join(err[:]...)
}

// writeXML writes a whole document, without indentation: a channel, and its items before its end.
func writeXML(w io.Writer, channel any, end string, items []*Item, of func(*Item) []byte) error {
	shell, err := encodeXML(channel, "")
	if err != nil {
		return err
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	return fill(w, shell, end, items, of, "")
}

// fill writes an encoded channel with its items before its end.
func fill(w io.Writer, shell []byte, end string, items []*Item, of func(*Item) []byte, between string) error {
	head, ok := bytes.CutSuffix(shell, []byte(end))
	if !ok {
		return fmt.Errorf("the channel does not end in %s", end)
	}
	parts := [][]byte{head}
	for i, item := range items {
		if i > 0 {
			parts = append(parts, []byte(between))
		}
		parts = append(parts, of(item))
	}
	for _, part := range append(parts, []byte(end), []byte("\n")) {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// encoder is what encoding takes, for one element after another.
type encoder struct {
	out bytes.Buffer
	w   *bufio.Writer
}

var encoders = sync.Pool{New: func() any {
	e := new(encoder)
	e.w = bufio.NewWriter(&e.out)
	return e
}}

// encodeXML encodes an element, under its own name if none is given.
func encodeXML(v any, name string) ([]byte, error) {
	x := encoders.Get().(*encoder)
	defer x.giveBack()
	e := xml.NewEncoder(x.w)
	var err error
	if name == "" {
		err = e.Encode(v)
	} else {
		err = e.EncodeElement(v, xml.StartElement{Name: xml.Name{Local: name}})
	}
	return bytes.Clone(x.out.Bytes()), err
}

// encodeJSON encodes a value as it is, HTML in it too.
func encodeJSON(v any) ([]byte, error) {
	x := encoders.Get().(*encoder)
	defer x.giveBack()
	e := json.NewEncoder(&x.out)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.Clone(bytes.TrimSuffix(x.out.Bytes(), []byte("\n"))), err
}

// roomy is how many bytes of room an encoder keeps for the next element: an outsize document must not stay in memory.
const roomy = 256 << 10

// giveBack gives the encoder to the next element. After an error there may be something left in it.
func (x *encoder) giveBack() {
	if x.out.Cap() > roomy {
		return
	}
	x.out.Reset()
	x.w.Reset(&x.out)
	encoders.Put(x)
}

// updated is when the channel last changed, or the zero time if nothing in it has a date.
func updated(f *view.Feed) time.Time {
	last := f.Updated
	if last.IsZero() {
		for _, item := range f.Items {
			if t := changed(item); t.After(last) {
				last = t
			}
		}
	}
	return last
}

// changed is when an item last changed.
func changed(item view.FeedItem) time.Time {
	if item.Updated.IsZero() {
		return item.Published
	}
	return item.Updated
}

// stamp writes a date in a format, and no date as "".
func stamp(t time.Time, layout string) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(layout)
}

// mediaType gives an enclosure's media type, which no format lets be absent.
func mediaType(e view.Enclosure) string {
	if e.MediaType == "" {
		return "application/octet-stream"
	}
	return e.MediaType
}

// legal gives s with every character that XML 1.0 (2.2) does not allow replaced by U+FFFD. encoding/xml does that by
// itself, but not inside CDATA.
func legal(s string) string {
	if allLegal(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == '\uFFFE' || r == '\uFFFF' {
			return utf8.RuneError
		}
		return r
	}, s)
}

// allLegal looks at bytes, since it has to look at whole documents and nearly all of them pass: characters would take
// twice as long.
func allLegal(s string) bool {
	for i := range len(s) {
		switch b := s[i]; {
		case b < ' ' && b != '\n' && b != '\t' && b != '\r':
			return false
		case b == 0xEF && (strings.HasPrefix(s[i:], "\uFFFE") || strings.HasPrefix(s[i:], "\uFFFF")):
			return false
		}
	}
	return utf8.ValidString(s)
}

// Content makes a document's HTML ready for feeds. It wraps it in its language and direction: readers show it inside a page of their own, and
// few of them pass on what the channel says. What is not a document stays "".
func Content(html, lang, dir string) view.Content {
	if html == "" {
		return ""
	}
	return view.Content(legal("<div" + attribute("lang", lang) + attribute("dir", dir) + ">" + html + "</div>"))
}

// raw gives a text's bytes without a copy of them, for a writer that only looks at them.
func raw(c view.Content) []byte { return unsafe.Slice(unsafe.StringData(string(c)), len(c)) }

func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + stdhtml.EscapeString(value) + `"`
}
