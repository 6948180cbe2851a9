package plain

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"courtsite/generator/diag"
	"courtsite/generator/gate/attach/inside"
)

// hiding is what makes an element invisible.
var hiding = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:[^.\d]|$)|opacity\s*:\s*0(?:[^.\d]|$)|mso-hide\s*:\s*all`)

// pale is white text without a background of its own.
var (
	pale   = regexp.MustCompile(`(?i)(?:^|[;\s])color\s*:\s*(?:white|#fff\b|#ffffff|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))`)
	filled = regexp.MustCompile(`(?i)background`)
)

// Markup reads HTML, and XML as if it were: the text, what stands in attributes and comments, scripts and styles too, for their words are published
// as well. Hidden elements with text are told.
func Markup(data []byte, take inside.Taker, work *inside.Work) {
	text, ok := open(data, take, work)
	if !ok {
		return
	}
	m := &markup{take: take, shown: &inside.Text{Source: text}, written: &inside.Text{Source: text}}
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(len(text) + 1)
	for {
		kind := z.Next()
		raw := string(z.Raw())
		m.token(kind, raw, z)
		m.advance(raw)
		if kind == html.ErrorToken {
			break
		}
	}
	take.Text(m.shown)
	take.Text(m.written)
}

// markup is the state of one reading.
type markup struct {
	take           inside.Taker
	shown, written *inside.Text // what readers see; attributes and comments
	at             int
	line, column   int // of at, from 0
	open           []element
	told           [2]bool // hidden, pale: told for the outermost element that is
}

type element struct {
	name         string
	hidden, pale bool
}

const deepest = 512

// void elements have no end tag (HTML Living Standard 13.1.2).
const void = " area base br col embed hr img input link meta source track wbr "

// blocks end a line of text.
const blocks = " p div br li tr td th h1 h2 h3 h4 h5 h6 table section article header footer title dd dt option script style text "

func (m *markup) token(kind html.TokenType, raw string, z *html.Tokenizer) {
	switch kind {
	case html.TextToken:
		m.text(raw, z)
	case html.CommentToken:
		m.note(string(z.Text()))
	case html.StartTagToken, html.SelfClosingTagToken:
		name, more := z.TagName()
		e := m.attributes(string(name), more, z)
		m.separate(e.name)
		if kind == html.StartTagToken && !strings.Contains(void, " "+e.name+" ") && len(m.open) < deepest {
			m.open = append(m.open, e)
		}
	case html.EndTagToken:
		name, _ := z.TagName()
		m.close(string(name))
		m.separate(string(name))
	}
}

func (m *markup) separate(name string) {
	switch {
	case name == "td" || name == "th":
		m.shown.Break("\t")
	case strings.Contains(blocks, " "+name+" "):
		m.shown.Break("\n")
	}
}

func (m *markup) attributes(name string, more bool, z *html.Tokenizer) element {
	e := element{name: name}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		v := string(value)
		switch string(key) {
		case "hidden":
			e.hidden = true
		case "style":
			e.hidden = e.hidden || hiding.MatchString(v)
			e.pale = pale.MatchString(v) && !filled.MatchString(v)
		case "color":
			e.pale = strings.EqualFold(v, "white") || strings.EqualFold(v, "#ffffff")
		case "type":
			if name == "input" && strings.EqualFold(v, "hidden") {
				e.hidden = true
			}
		}
		m.note(v)
	}
	if e.name == "input" && e.hidden {
		m.take.Trace(inside.Trace{Kind: diag.AttachmentHiddenText, Place: m.here()})
	}
	return e
}

func (m *markup) note(s string) {
	if len(s) > 2 {
		m.written.Derive(asAddress(s), m.at)
		m.written.Break("\n\n")
	}
}

// asAddress takes out of an address that holds a file itself what browsers take out of every address (URL Standard, 4.4).
func asAddress(s string) string {
	if plain := strings.TrimSpace(breaks.Replace(s)); len(plain) > len("data:") && strings.EqualFold(plain[:len("data:")], "data:") {
		return plain
	}
	return s
}

var breaks = strings.NewReplacer("\t", "", "\n", "", "\r", "")

// here is the place of the token.
func (m *markup) here() inside.Place {
	return inside.Place{Part: inside.Line, Row: m.line + 1, Column: m.column + 1}
}

// advance passes over a token.
func (m *markup) advance(raw string) {
	m.at += len(raw)
	if i := strings.LastIndexByte(raw, '\n'); i >= 0 {
		m.line += strings.Count(raw, "\n")
		m.column, raw = 0, raw[i+1:]
	}
	m.column += utf8.RuneCountInString(raw)
}

func (m *markup) text(raw string, z *html.Tokenizer) {
	text := string(z.Text())
	if text == raw {
		m.shown.Quote(text, m.at)
	} else {
		m.shown.Derive(text, m.at)
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	for _, e := range m.open {
		if e.hidden && e.name != "script" && e.name != "style" {
			m.trace(0, diag.AttachmentHiddenText)
		}
		if e.pale {
			m.trace(1, diag.AttachmentPaleText)
		}
	}
}

// trace tells a hidden element once, not each text in it.
func (m *markup) trace(i int, kind *diag.Kind) {
	if !m.told[i] {
		m.told[i] = true
		m.take.Trace(inside.Trace{Kind: kind, Place: m.here()})
	}
}

func (m *markup) close(name string) {
	for i := len(m.open) - 1; i >= 0; i-- {
		if m.open[i].name != name {
			continue
		}
		m.open = m.open[:i]
		m.told[0] = m.told[0] && slices.ContainsFunc(m.open, func(e element) bool { return e.hidden })
		m.told[1] = m.told[1] && slices.ContainsFunc(m.open, func(e element) bool { return e.pale })
		return
	}
}
