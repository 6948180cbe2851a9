package generator

import (
	"bytes"
	"reflect"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

// TestPack: no field of what is kept of pages and outputs gets lost, nor will one that is added later.
func TestPack(t *testing.T) {
	for _, v := range []any{&source.File{}, &page.Head{}, &[]page.Heading{}, &[]page.Link{}, &output.File{}} {
		fill(reflect.ValueOf(v).Elem(), 1)
		var k packer
		var read func(*unpacker) any
		switch v := v.(type) {
		case *source.File:
			k.file(v)
			read = func(u *unpacker) any { f := u.file(); return &f }
		case *page.Head:
			k.head(v)
			read = func(u *unpacker) any { h := new(page.Head); u.head(h); return h }
		case *[]page.Heading:
			k.body("p", &said{headings: *v})
			read = func(u *unpacker) any { _, s := u.body(); return &s.headings }
		case *[]page.Link:
			for i := range *v {
				(*v)[i].Pos.Path = "p" // of the page, always
			}
			k.body("p", &said{links: *v})
			read = func(u *unpacker) any { _, s := u.body(); return &s.links }
		case *output.File:
			k.output(v)
			read = func(u *unpacker) any { f := u.output(); return &f }
		}
		u := &unpacker{rest: string(k.b)}
		got := read(u)
		if u.broken || len(u.rest) > 0 {
			t.Errorf("%T: %d bytes are left, broken: %v", v, len(u.rest), u.broken)
		}
		if diff := cmp.Diff(v, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%T (-want +got):\n%s", v, diff)
		}
	}
}

// TestPackPage: a page comes back with its links, and with problems of any arguments.
func TestPackPage(t *testing.T) {
	head := &page.Head{Path: "content/a.md"}
	problem := diag.New(diag.MarkdownControl, diag.Pos{Path: "content/a.md", Line: 3}, byte(7))
	words := diag.New(diag.PlanTwice, diag.Pos{Path: "content/a.md"}, "/", diag.Words{EN: "the home page", ZH: "首页"})
	p := &Past{
		heads: map[string]knownHead{head.Path: {source.File{Path: head.Path}, head, []diag.Problem{problem}}},
		bodies: map[string]*said{head.Path: {
			problems: []diag.Problem{words}, summary: "s", anchors: []string{"a"}, headings: []page.Heading{{Level: 2, ID: "a", Text: "A"}},
			links: []page.Link{{Dest: "b.md", Image: true, Alt: "c", Pos: diag.Pos{Path: head.Path, Line: 5, Col: 7}}, {Dest: "d"}},
		}},
	}
	var k packer
	known := p.heads[head.Path]
	k.known(&known)
	k.body(head.Path, p.bodies[head.Path])
	got := newPast()
	u := &unpacker{rest: string(k.b)}
	got.heads[head.Path] = u.known()
	if _, got.bodies[head.Path] = u.body(); u.broken || u.rest != "" {
		t.Fatal("the page cannot be read")
	}
	p.bodies[head.Path].links[1].Pos.Path = head.Path
	if diff := cmp.Diff(p.bodies[head.Path].links, got.bodies[head.Path].links); diff != "" {
		t.Errorf("links (-want +got):\n%s", diff)
	}
	for i, want := range []diag.Problem{problem, words} {
		back := [][]diag.Problem{got.heads[head.Path].problems, got.bodies[head.Path].problems}[i][0]
		if back.Pos != want.Pos || back.Message(diag.ZH) != want.Message(diag.ZH) || back.Message(diag.EN) != want.Message(diag.EN) {
			t.Errorf("got %v: %s, want %s", back.Pos, back.Message(diag.ZH), want.Message(diag.ZH))
		}
	}
}

// TestDamagedPart: that somebody asked before for what is in a damaged part does not make the record a whole one.
func TestDamagedPart(t *testing.T) {
	head := &page.Head{Path: "content/a.md"}
	p := newPast()
	p.heads[head.Path] = knownHead{file: source.File{Path: head.Path}, head: head}
	p.bodies[head.Path] = &said{summary: "s"}
	p.outputs["a/index.html"] = output.File{Path: "a/index.html"}
	var b bytes.Buffer
	if err := p.Write(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	read := func(data []byte) *Past {
		past, err := ReadPast(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		past.said(head)
		past.output("a/index.html")
		return past
	}
	whole := read(b.Bytes())
	if whole.said(head) == nil || whole.whole(t.Context()) == nil {
		t.Fatal("the record cannot be read")
	}
	for _, kind := range []int{bodiesPart, outputsPart} {
		damaged := bytes.Clone(b.Bytes())
		damaged[whole.file.parts[whole.file.of(kind)[0]].offset]++
		if read(damaged).whole(t.Context()) != nil {
			t.Errorf("damage in a part of kind %d goes unnoticed", kind)
		}
	}
}

// TestTextsAreBounded: no more than [keptTexts] waits in memory, and a text that is too long keeps no shorter one out.
func TestTextsAreBounded(t *testing.T) {
	var waiting texts
	text := func(size int) source.Text { return source.Text{Bytes: make([]byte, size)} }
	for i, test := range []struct {
		size int
		kept bool
	}{{keptTexts / 2, true}, {keptTexts, false}, {keptTexts / 2, true}, {1, false}} {
		if kept := waiting.keep(strconv.Itoa(i), text(test.size)); kept != test.kept {
			t.Errorf("text %d of %d bytes: kept %t", i, test.size, kept)
		}
	}
	if _, kept := waiting.take("0"); !kept {
		t.Error("a text that was kept is not there")
	}
	if _, again := waiting.take("0"); again {
		t.Error("a text was given twice")
	}
}

// fill gives every field a value that is not its zero, each another one.
func fill(v reflect.Value, n int) int {
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(rune('甲' + n)))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(-n))
	case reflect.Uint8:
		v.SetUint(uint64(n % 256))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		n = fill(v.Index(1), fill(v.Index(0), n))
	case reflect.Array:
		for i := range v.Len() {
			n = fill(v.Index(i), n)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Date(2026, 2, n%28+1, 9, 30, 0, n, time.FixedZone("", 8*3600))))
			return n + 1
		}
		for i := range v.NumField() {
			n = fill(v.Field(i), n)
		}
	}
	return n + 1
}
