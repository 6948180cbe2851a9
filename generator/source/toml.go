package source

import (
	"cmp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/BurntSushi/toml"

	"courtsite/generator/diag"
)

// Document is one piece of TOML that people wrote: a whole file, or the front matter of a page. Values are asked for by name and type through
// its [Table]s; what has the wrong type, and what nobody asked for, is a problem at its place.
type Document struct {
	path     string
	src      []byte     // the whole file, so that positions are in the file
	from, to int        // the TOML in it
	read     []byte     // the whole file with blanks for the lines that are not TOML
	lost     [][]string // keys that stood on those lines; nil is any key
	places   []place
	problems []diag.Problem
}

// mostMistakes is how many lines that are not TOML are told of one document; one with more is something else.
const mostMistakes = 20

// ParseTOML reads the TOML between two offsets of a file. A line that cannot be read is a problem and passed over, so that one mistake does not
// hide others; its key is known as lost. Where nothing can be read, the table is empty and broken.
func ParseTOML(path string, src []byte, from, to int) (*Document, *Table) {
	d := &Document{path: path, src: src, from: from, to: to, read: src}
	if values, ok := plainTOML(string(src[from:to])); ok {
		return d, &Table{doc: d, values: values}
	}
	for range mostMistakes {
		values := map[string]any{}
		err := toml.Unmarshal(d.read[from:to], &values)
		if err == nil {
			return d, &Table{doc: d, values: values}
		}
		if !d.passOver(err) {
			break
		}
	}
	return d, &Table{doc: d, broken: true}
}

// Problems gives what was found wrong so far.
func (d *Document) Problems() []diag.Problem { return d.problems }

// Pos is the place of a key, given as its path of names; the start of the document where the key does not stand in it.
func (d *Document) Pos(key ...string) diag.Pos { return d.pos(key, 0, 0) }

// pos is the place of a key between two offsets; 0, 0 for anywhere.
func (d *Document) pos(key []string, from, to int) diag.Pos {
	for _, p := range d.keys() {
		if equal(p.key, key) && (to == 0 || from <= p.offset && p.offset < to) {
			return diag.At(d.path, d.src, p.offset)
		}
	}
	if len(key) > 1 {
		return d.pos(key[:len(key)-1], from, to)
	}
	return diag.At(d.path, d.src, d.from)
}

func (d *Document) add(kind *diag.Kind, pos diag.Pos, args ...any) {
	d.problems = append(d.problems, diag.New(kind, pos, args...))
}

// Table reads the values of one TOML table. The nil Table is an empty one.
type Table struct {
	doc      *Document
	path     []string
	values   map[string]any
	asked    []string
	mistyped []string
	broken   bool   // it could not be read: what seems to be missing may be there
	from, to int    // of a table in a list: where its keys stand in the file; 0, 0 for anywhere
	under    *Table // answers for the keys that this one does not have; nil for none
}

// Has tells whether a key is written.
func (t *Table) Has(key string) bool {
	t.ask(key)
	return t.holder(key) != nil
}

// Mistyped tells whether a key has a value that could not be read, which is reported already.
func (t *Table) Mistyped(key string) bool {
	if contains(t.mistyped, key) || t.doc.isLost(append(t.path[:len(t.path):len(t.path)], key)) {
		return true
	}
	return t.under != nil && t.under.Mistyped(key)
}

// Readable tells whether anything could be read of the document, if only with some lines passed over.
func (t *Table) Readable() bool { return !t.broken }

// Broken tells whether some line of the table that could be any key could not be read, so that nothing should be said about missing keys.
func (t *Table) Broken() bool {
	return t.broken || t.doc.isLost(t.path) || t.under != nil && t.under.Broken()
}

// Pos is the place of a key of this table.
func (t *Table) Pos(key ...string) diag.Pos {
	if len(key) > 0 && t.under != nil && t.values[key[0]] == nil && t.under.holder(key[0]) != nil {
		return t.under.Pos(key...)
	}
	return t.doc.pos(append(t.path[:len(t.path):len(t.path)], key...), t.from, t.to)
}

// Keys lists the keys of the table in the order in which they are written.
func (t *Table) Keys() []string {
	var keys []string
	for _, p := range t.doc.keys() {
		if n := len(t.path); len(p.key) > n && equal(p.key[:n], t.path) {
			if k := p.key[n]; t.has(k, p.offset) && !contains(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	return t.with(keys)
}

// String reads a text; "" where there is none.
func (t *Table) String(key string) string { return value[string](t, key, diag.TOMLString) }

// Line reads a text of one line; what stands in headings, lists and addresses has no use for line breaks and control characters.
func (t *Table) Line(key string) string {
	s := t.String(key)
	if strings.ContainsFunc(s, notInLine) {
		t.mistype(diag.TOMLLine, key)
		return ""
	}
	return s
}

// Lines reads a list of texts of one line each.
func (t *Table) Lines(key string) []string {
	list := t.Strings(key)
	for _, s := range list {
		if strings.ContainsFunc(s, notInLine) {
			t.mistype(diag.TOMLLine, key)
			return nil
		}
	}
	return list
}

func notInLine(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// Bool reads true or false; false where there is none.
func (t *Table) Bool(key string) bool { return value[bool](t, key, diag.TOMLBool) }

// Int reads a whole number; 0 where there is none.
func (t *Table) Int(key string) int { return int(value[int64](t, key, diag.TOMLInt)) }

// Strings reads a list of texts.
func (t *Table) Strings(key string) []string {
	list := value[[]any](t, key, diag.TOMLStrings)
	var texts []string
	for _, v := range list {
		s, ok := v.(string)
		if !ok {
			t.mistype(diag.TOMLStrings, key)
			return nil
		}
		texts = append(texts, s)
	}
	return texts
}

// List reads a list of anything.
func (t *Table) List(key string) []any {
	t.ask(key)
	if own := t.holder(key); own != nil && own != t {
		return own.List(key)
	}
	if tables, ok := t.values[key].([]map[string]any); ok { // [[key]]
		list := make([]any, len(tables))
		for i, values := range tables {
			list[i] = values
		}
		return list
	}
	return value[[]any](t, key, diag.TOMLStrings)
}

// Table reads a table; an empty one where there is none.
func (t *Table) Table(key string) *Table {
	t.ask(key)
	if own := t.holder(key); own != nil && own != t {
		inner := own.Table(key)
		inner.broken = inner.broken || t.Mistyped(key) // what could not be read above may have set keys of it
		return inner
	}
	values := value[map[string]any](t, key, diag.TOMLTable)
	return &Table{doc: t.doc, path: append(t.path[:len(t.path):len(t.path)], key), values: values,
		broken: t.broken || t.Mistyped(key), from: t.from, to: t.to, under: t.below(key)}
}

// Tables reads a list of tables: [[key]] lines, or [{ ... }, { ... }].
func (t *Table) Tables(key string) []*Table {
	t.ask(key)
	if own := t.holder(key); own != nil && own != t {
		return own.Tables(key)
	}
	list, ok := t.values[key].([]map[string]any)
	if inline, is := t.values[key].([]any); is {
		list, ok = tablesOf(inline)
	}
	if !ok && t.values[key] != nil {
		t.mistype(diag.TOMLTables, key)
	}
	var tables []*Table
	for i, values := range list {
		element := &Table{doc: t.doc, path: append(t.path[:len(t.path):len(t.path)], key), values: values}
		element.from, element.to = t.doc.element(element.path, i, len(list))
		tables = append(tables, element)
	}
	return tables
}

func tablesOf(list []any) (tables []map[string]any, ok bool) {
	for _, v := range list {
		values, ok := v.(map[string]any)
		if !ok {
			return nil, false
		}
		tables = append(tables, values)
	}
	return tables, true
}

// element gives the part of the file that the i-th of n tables with a [[key]] line each stands in.
func (d *Document) element(key []string, i, n int) (from, to int) {
	var starts []int
	for _, p := range d.keys() {
		if equal(p.key, key) {
			starts = append(starts, p.offset)
		}
	}
	if len(starts) != n {
		return 0, 0 // written in one line, { ... }, { ... }
	}
	return starts[i], append(starts, d.to+1)[i+1]
}

// Time reads a moment. A date or time without an offset is in loc; a date alone is its midnight.
func (t *Table) Time(key string, loc *time.Location) time.Time {
	at := value[time.Time](t, key, diag.FrontDate)
	switch at.Location().String() {
	case "time-local":
		t.mistype(diag.FrontDate, key)
		return time.Time{}
	case "datetime-local", "date-local":
		y, m, d := at.Date()
		return time.Date(y, m, d, at.Hour(), at.Minute(), at.Second(), 0, loc)
	}
	return at
}

// Until reads until when something holds. A date alone is the end of its day: what is valid until 1 March is valid on 1 March.
func (t *Table) Until(key string, loc *time.Location) time.Time {
	at := t.Time(key, loc)
	if at.IsZero() || t.holder(key).values[key].(time.Time).Location().String() != "date-local" {
		return at
	}
	return EndOfDay(at)
}

// EndOfDay is the last second of a day.
func EndOfDay(at time.Time) time.Time {
	y, m, d := at.Date()
	return time.Date(y, m, d, 23, 59, 59, 0, at.Location())
}

// WriteUntil writes until when something holds, as [Table.Until] reads it.
func WriteUntil(at time.Time) string {
	if at.Equal(EndOfDay(at)) {
		return at.Format(time.DateOnly)
	}
	return at.Format(time.RFC3339)
}

// Done reports the keys that were written and never asked for.
func (t *Table) Done() {
	for key := range t.values {
		if contains(t.asked, key) {
			continue
		}
		t.doc.add(diag.TOMLUnknownKey, t.Pos(key), key, cmp.Or(inEnglish[key], diag.Nearest(key, t.asked)))
	}
	if t.under != nil {
		t.under.Done()
	}
}

func value[T any](t *Table, key string, mismatch *diag.Kind) T {
	t.ask(key)
	v, ok := t.values[key]
	if !ok {
		if own := t.holder(key); own != nil {
			return value[T](own, key, mismatch)
		}
		return *new(T)
	}
	typed, ok := v.(T)
	if !ok {
		t.mistype(mismatch, key)
	}
	return typed
}

func (t *Table) mistype(kind *diag.Kind, key string) {
	t.mistyped = append(t.mistyped, key)
	name := key
	if kind == diag.TOMLTable || kind == diag.TOMLTables { // its line is to be written with all that it lies in: [languages.zh-Hans]
		name = dotted(append(t.path[:len(t.path):len(t.path)], key))
	}
	t.doc.add(kind, t.Pos(key), name)
}

// dotted writes the path of a key as TOML does.
func dotted(path []string) string {
	names := make([]string, len(path))
	for i, name := range path {
		if names[i] = name; name == "" || strings.Trim(name, bareLetters) != "" {
			names[i] = strconv.Quote(name)
		}
	}
	return strings.Join(names, ".")
}

// bareLetters are what a key has that needs no quotation marks.
const bareLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
