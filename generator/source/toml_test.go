package source

import (
	"slices"
	"strings"
	"testing"
	"time"

	"courtsite/generator/diag"
)

func parse(t *testing.T, src string) (*Document, *Table) {
	t.Helper()
	doc, table := ParseTOML("a.toml", []byte(src), 0, len(src))
	if table.Broken() {
		t.Fatalf("%q: %v", src, told(doc.Problems()))
	}
	return doc, table
}

func told(problems []diag.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Pos.String()+" "+p.Kind.Code)
	}
	slices.Sort(list)
	return list
}

// TestPos: the place of a key is found wherever TOML allows a key to stand.
func TestPos(t *testing.T) {
	for _, c := range []struct {
		src  string
		key  []string
		want string
	}{
		{"a = 1\nb = 2\n", []string{"b"}, "a.toml:2:1"},
		{"  b=2", []string{"b"}, "a.toml:1:3"},
		{"a = 'b = 1'\nb = 2", []string{"b"}, "a.toml:2:1"},
		{"a = \"\\\"\\nb = 1\"\nb = 2", []string{"b"}, "a.toml:2:1"},
		{"a = \"\"\"\nb = 1\n\"\"\"\nb = 2", []string{"b"}, "a.toml:4:1"},
		{"a = '''\nb = 1\n'''\nb = 2", []string{"b"}, "a.toml:4:1"},
		{"# b = 1\nb = 2", []string{"b"}, "a.toml:2:1"},
		{"a = [1, # b = 1\n 2]\nb = 2", []string{"b"}, "a.toml:3:1"},
		{"t = { a = 1, b = 2 }", []string{"t", "b"}, "a.toml:1:14"},
		{"t = { a = { b = 2 } }", []string{"t", "a", "b"}, "a.toml:1:13"},
		{"t = [{ a = 1 }, { b = 2 }]", []string{"t", "b"}, "a.toml:1:19"},
		{"[t]\na = 1\n[u]\na = 2\nb = 3", []string{"u", "a"}, "a.toml:4:1"},
		{"x = 1\n[t]\n", []string{"t"}, "a.toml:2:1"},
		{"[ t . u ] # u\nb = 1", []string{"t", "u", "b"}, "a.toml:2:1"},
		{"t.u.b = 1", []string{"t", "u", "b"}, "a.toml:1:5"},
		{"\"甲\" = 1\n'乙 丙' = 2", []string{"乙 丙"}, "a.toml:2:1"},
		{"[languages.\"zh-Hans\"]\ntitle = 1", []string{"languages", "zh-Hans", "title"}, "a.toml:2:1"},
		{"[[t]]\na = 1\n[[t]]\nb = 2", []string{"t", "b"}, "a.toml:4:1"},
		{"a = 2026-01-01T00:00:00Z\nb = 1.5\nc = true", []string{"c"}, "a.toml:3:1"},
		{"a = 1", []string{"z"}, "a.toml:1:1"},
		{"x = 1\n[t]\na = 1", []string{"t", "z"}, "a.toml:2:1"},
	} {
		doc, _ := parse(t, c.src)
		if got := doc.Pos(c.key...).String(); got != c.want {
			t.Errorf("%q: %v is at %s, want %s", c.src, c.key, got, c.want)
		}
	}
}

// TestPart: positions are in the file, not in the TOML in it.
func TestPart(t *testing.T) {
	src := "+++\n标题 = 1\n+++\n"
	src = "+++\n\"标题\" = 1\nb = 2\n+++\nb = 3\n"
	doc, table := ParseTOML("a.md", []byte(src), 4, len(src)-10)
	if got := doc.Pos("b").String(); got != "a.md:3:1" {
		t.Error(got)
	}
	table.Done()
	if got := told(doc.Problems()); !slices.Equal(got, []string{"a.md:2:1 toml-unknown-key", "a.md:3:1 toml-unknown-key"}) {
		t.Error(got)
	}
}

// TestTypes asks for every key of a document in which every value has another type.
func TestTypes(t *testing.T) {
	doc, table := parse(t, "a = 1\nb = 'x'\nc = 'x'\nd = ['x', 1]\ne = 'x'\nf = 'x'\ng = 'x'\nh = 12:00:00\ni = ['x']\n")
	table.String("a")
	table.Bool("b")
	table.Int("c")
	table.Strings("d")
	sub := table.Table("e")
	table.Tables("f")
	table.Time("g", time.UTC)
	table.Time("h", time.UTC)
	table.Tables("i")
	table.Done()
	sub.Done()
	want := []string{
		"a.toml:1:1 toml-text", "a.toml:2:1 toml-bool", "a.toml:3:1 toml-number", "a.toml:4:1 toml-list", "a.toml:5:1 toml-table",
		"a.toml:6:1 toml-tables", "a.toml:7:1 front-date", "a.toml:8:1 front-date", "a.toml:9:1 toml-tables",
	}
	if got := told(doc.Problems()); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	for _, key := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i"} {
		if !table.Mistyped(key) {
			t.Errorf("%s is not known to be mistyped", key)
		}
	}
	if !sub.Broken() {
		t.Error("a table that is a text cannot lack keys")
	}
}

func TestTime(t *testing.T) {
	zone := time.FixedZone("", 8*60*60)
	for value, want := range map[string]string{
		"2026-02-10":                "2026-02-10T00:00:00+08:00",
		"2026-02-10T09:30:00":       "2026-02-10T09:30:00+08:00",
		"2026-02-10 09:30:00":       "2026-02-10T09:30:00+08:00",
		"2026-02-10T09:30:00Z":      "2026-02-10T09:30:00Z",
		"2026-02-10T09:30:00+08:00": "2026-02-10T09:30:00+08:00",
		"2026-02-10T09:30:00-05:00": "2026-02-10T09:30:00-05:00",
	} {
		doc, table := parse(t, "at = "+value)
		if got := table.Time("at", zone).Format(time.RFC3339); got != want || len(doc.Problems()) > 0 {
			t.Errorf("%s is %s, want %s; %v", value, got, want, doc.Problems())
		}
	}
	if _, table := parse(t, ""); !table.Time("at", zone).IsZero() {
		t.Error("a date that is not written is not the zero time")
	}
}

// TestLists reads tables in a list, in both of the forms that TOML has for them, each key at its own place.
func TestLists(t *testing.T) {
	for src, want := range map[string][]string{
		"[[t]]\na = 1\nb = 1\n[[t]]\na = 2\nc = 1\n[[t]]\nb = 3": {"a.toml:3:1 toml-unknown-key", "a.toml:6:1 toml-unknown-key", "a.toml:8:1 toml-unknown-key"},
		"t = [{ a = 1 }, { a = 2, c = 3 }]":                      {"a.toml:1:26 toml-unknown-key"},
		"t = []":                                                 nil,
	} {
		doc, table := parse(t, src)
		for i, element := range table.Tables("t") {
			if got := element.Int("a"); element.Has("a") && got != i+1 {
				t.Errorf("%q: a is %d in table %d", src, got, i)
			}
			element.Done()
		}
		table.Done()
		if got := told(doc.Problems()); !slices.Equal(got, want) {
			t.Errorf("%q: got %q", src, got)
		}
	}
}

func TestKeys(t *testing.T) {
	_, table := parse(t, "[l.b]\nx = 1\n[l.a]\ny = 2\n[l.b.z]\nw = 1\n[m]\nc = 1\n")
	if got := table.Table("l").Keys(); !slices.Equal(got, []string{"b", "a"}) {
		t.Errorf("got %q", got)
	}
	if got := table.Keys(); !slices.Equal(got, []string{"l", "m"}) {
		t.Errorf("got %q", got)
	}
}

// TestNoKeyIsMissed: however a key is written, an unknown one is told.
func TestNoKeyIsMissed(t *testing.T) {
	for _, src := range []string{"a = 1", "\"a\" = 1", "'a' = 1", "\"\\u0061\" = 1", "\"a\\\"b\" = 1", "a.b = 1", "[a]", "[[a]]", "\"\" = 1", "a = { b = 1 }"} {
		doc, table := parse(t, src)
		table.Done()
		if got := told(doc.Problems()); !slices.Equal(got, []string{"a.toml:1:1 toml-unknown-key"}) {
			t.Errorf("%q: got %q", src, got)
		}
	}
}

// TestUntil: a day alone holds to its end, a moment as it is written, also where the table below has it.
func TestUntil(t *testing.T) {
	read := func(text string) *Table {
		_, table := ParseTOML("a.toml", []byte(text), 0, len(text))
		return table
	}
	zone := time.FixedZone("", 8*3600)
	for text, want := range map[string]time.Time{
		"until = 2027-03-01":           time.Date(2027, 3, 1, 23, 59, 59, 0, zone),
		"until = 2027-03-01T10:00:00":  time.Date(2027, 3, 1, 10, 0, 0, 0, zone),
		"until = 2027-03-01T10:00:00Z": time.Date(2027, 3, 1, 10, 0, 0, 0, time.UTC),
		"until = \"2027-03-01\"":       {},
		"other = 1":                    {},
	} {
		for _, table := range []*Table{read(text), read("mine = 1").Over(read(text))} {
			if got := table.Until("until", zone); !got.Equal(want) {
				t.Errorf("%s: %v, want %v", text, got, want)
			}
		}
	}
}

// TestTableHint: how a table is to be written is said with all that it lies in.
func TestTableHint(t *testing.T) {
	for src, want := range map[string]string{
		"court = 1\n":               "write [court] on",
		"[a]\nb = 1\n":              "write [a.b] on",
		"[a]\n\"basic/news\" = 1\n": "write [a.\"basic/news\"] on",
		"[a]\n[a.b]\n[[a.b.c]]\nd = 1\n[a.b.e]\nf = 1": "",
	} {
		doc, table := parse(t, src)
		for _, outer := range table.Keys() {
			for _, inner := range table.Table(outer).Keys() {
				table.Table(outer).Table(inner)
			}
		}
		var hints []string
		for _, p := range doc.Problems() {
			hints = append(hints, p.Text(diag.EN))
		}
		if got := strings.Join(hints, " "); (got == "") != (want == "") || !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %s", src, got, want)
		}
	}
}
