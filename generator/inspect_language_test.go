package generator_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"courtsite/generator/script"
)

// heard is what the text of a page in one language is written in.
type heard struct {
	letters map[script.Script]int
	guesses map[string]int // letters that only one of the languages with that script has
}

func (h *heard) add(text string) {
	for _, r := range text {
		if s := script.Of(r); s >= script.Latin {
			h.letters[s]++
		}
	}
	for _, run := range script.Runs(text, "en") {
		if run.Lang != "" && !strings.HasPrefix(run.Lang, "und") {
			h.guesses[run.Lang] += len(run.Text)
		}
	}
}

// contradicts says why a text cannot be in a language: most of its letters are another script's, or those that tell languages apart are another's.
func (h *heard) contradicts(tag string) string {
	w := script.For(tag)
	if !w.Known() {
		return ""
	}
	own, all := 0, 0
	for s, n := range h.letters {
		all += n
		if w.Writes(s) {
			own += n
		}
	}
	latin := h.letters[script.Latin] // names of formats, codes and addresses: at home everywhere, but no text alone
	if few := all < 50 && (own > 0 || all == latin && all < 20); !few && (!w.Writes(script.Latin) && own*2 < all-latin || own*10 < all) {
		return "most of its letters are of another script"
	}
	if w.Script() == "Jpan" || w.Script() == "Latn" { // Chinese characters, or no letters, that would tell
		return ""
	}
	best := tag
	for lang, n := range h.guesses {
		if n > h.guesses[best] && script.Name(lang) == script.Name(tag) || script.Name(lang) != script.Name(tag) && n > h.guesses[tag]+all*2 {
			best = lang
		}
	}
	if best != tag && h.guesses[tag]*2 < h.guesses[best] {
		return "its letters are those of " + best
	}
	return ""
}

// inspectLanguages: a page's text, and that of each element, is in the language that its lang says. What has letters of another script stands in
// an element that says so.
func inspectLanguages(t *testing.T, name string, data []byte) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	l := &listener{t: t, name: name}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "body" {
			l.page(attribute(n.Parent, "lang"), n)
		}
	}
}

type listener struct {
	t    *testing.T
	name string
}

// page listens to an element that has a language, and to all within it that have others.
func (l *listener) page(lang string, element *html.Node) {
	h := &heard{map[script.Script]int{}, map[string]int{}}
	l.listen(h, lang, element)
	if why := h.contradicts(lang); why != "" {
		l.t.Errorf("%s: <%s> says lang=%q, but %s: %.200s", l.name, element.Data, lang, why, textOf(element))
	}
}

func (l *listener) listen(h *heard, lang string, n *html.Node) {
	for c := range n.ChildNodes() {
		switch own := attribute(c, "lang"); {
		case c.Type == html.TextNode:
			h.add(c.Data)
			l.foreign(lang, c)
		case c.Type != html.ElementNode || c.Data == "script" || c.Data == "style":
		case own != "" && strings.HasPrefix(textOf(c), own): // a language whose name the program does not know
		case own != "" && !strings.EqualFold(own, lang):
			l.page(own, c)
		default:
			l.listen(h, lang, c)
		}
	}
}

// foreign finds letters of another script than the language's in a text. Latin ones are at home everywhere, and some scripts share punctuation: Thaana has
// the Arabic comma.
func (l *listener) foreign(lang string, n *html.Node) {
	w := script.For(lang)
	for _, r := range n.Data {
		if s := script.Of(r); s > script.Latin && w.Known() && !w.Writes(s) && s < script.LeftToRight && !unicode.IsPunct(r) {
			l.t.Errorf("%s: %q in a text whose lang is %s: %.120s", l.name, r, lang, n.Data)
			return
		}
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && c.Parent.Data != "script" {
			b.WriteString(c.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// inspectFeedLanguage: a channel's three formats say one language, and its entries are in it.
func (s *built) inspectFeedLanguage(t *testing.T, folder string) {
	var channel struct {
		Language string
		Items    []struct {
			Title string
			HTML  string `json:"content_html"`
		}
	}
	data, _ := s.tree.Get(folder + "feed.json")
	if err := json.Unmarshal(data, &channel); err != nil {
		t.Errorf("%sfeed.json: %v", folder, err)
		return
	}
	var rss struct {
		Language string `xml:"channel>language"`
	}
	var atom struct {
		Lang string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	}
	for file, into := range map[string]any{"feed.xml": &rss, "atom.xml": &atom} {
		data, _ := s.tree.Get(folder + file)
		if err := xml.Unmarshal(data, into); err != nil {
			t.Errorf("%s%s: %v", folder, file, err)
		}
	}
	if page := s.pages[folder+"index.html"]; page == nil || channel.Language != page.lang || rss.Language != page.lang || atom.Lang != page.lang {
		t.Errorf("%s: its feeds say %q, %q and %q, its page %+v", folder, channel.Language, rss.Language, atom.Lang, page)
	}
	for _, item := range channel.Items {
		inspectLanguages(t, folder+"feed.json, "+item.Title, []byte(`<html lang="`+channel.Language+`"><body>`+item.HTML+"</body></html>"))
	}
}

// TestHeard: the inspection finds texts that are not in the language that they claim.
func TestHeard(t *testing.T) {
	const chinese, uyghur = "明镜县人民法院依法公开审判执行、诉讼服务、司法改革、司法行政事务等信息，接受社会监督，方便当事人诉讼，保障公众知情权。", "سوت مەھكىمىسى ئۆزىنىڭ خىزمىتىنى قانۇن بويىچە ئاشكارىلايدۇ ۋە ئاممىنىڭ نازارىتىنى قوبۇل قىلىدۇ"
	const english, russian = "The court publishes what it does, and whoever wants to know may read it here or subscribe to it.", "Суд публикует сведения о своей деятельности и принимает жалобы граждан на русском языке"
	for _, c := range []struct {
		text, tag string
		wrong     bool
	}{
		{chinese, "zh-Hans", false}, {chinese, "ug", true}, {chinese, "en", true}, {"依法公開審判執行、訴訟服務、司法改革資訊，接受社會監督", "zh-Hans", true},
		{uyghur, "ug", false}, {uyghur, "kk-Arab", true}, {uyghur, "ar", true}, {uyghur, "zh-Hans", true},
		{english, "en", false}, {english, "ug", true}, {english, "zh-Hans", true}, {russian, "ru", false}, {russian, "mn-Mong", true}, {russian, "kk", true},
		{uyghur + " RSS Atom JSON", "ug", false}, {"VIP", "not-a-tag-at-all", false},
	} {
		h := &heard{map[script.Script]int{}, map[string]int{}}
		h.add(c.text)
		if why := h.contradicts(c.tag); (why != "") != c.wrong {
			t.Errorf("%s as %s: %q", c.text, c.tag, why)
		}
	}
}
