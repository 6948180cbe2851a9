package diag

import (
	"slices"
	"testing"
)

func TestAt(t *testing.T) {
	src := []byte("甲乙\n\nab丙d\n")
	for _, c := range []struct {
		offset int
		want   string
	}{
		{0, "f:1:1"}, {3, "f:1:2"}, {6, "f:1:3"}, {7, "f:2:1"}, {8, "f:3:1"}, {10, "f:3:3"}, {13, "f:3:4"}, {14, "f:3:5"},
		{15, "f:4:1"}, {99, "f:4:1"}, {-1, "f:1:1"}, {1, "f:1:1"}, {5, "f:1:2"},
	} {
		if got := At("f", src, c.offset).String(); got != c.want {
			t.Errorf("offset %d is at %s, want %s", c.offset, got, c.want)
		}
	}
	if got := (Pos{Path: "f"}).String() + (Pos{Path: "f", Line: 2}).String(); got != "ff:2" {
		t.Error(got)
	}
}

func TestText(t *testing.T) {
	p := New(TOMLUnknownKey, Pos{"site.toml", 2, 1}, "cuort", "court")
	for lang, want := range map[Lang]string{
		EN: "site.toml:2:1: error: unknown key \"cuort\" [toml-unknown-key]\n    hint: the nearest known key is \"court\"; docs/front-matter.md, docs/site-toml.md and docs/groups.md list all keys",
		ZH: "site.toml:2:1: 错误: 没有 \"cuort\" 这个键 [toml-unknown-key]\n    办法：最接近的键是 \"court\"；全部的键见 docs/front-matter.md、docs/site-toml.md 和 docs/groups.md",
	} {
		if got := p.Text(lang); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
	if hint := New(TOMLUnknownKey, Pos{}, "cuort", "").Hint(EN); hint != "" {
		t.Errorf("a hint at nothing: %s", hint)
	}
	if s := New(GateLanguage, Pos{}, "en", 12).Message(ZH); s != "正文不是文件名所标的语言：只有 12% 的字母属于 en 的文字" {
		t.Error(s)
	}
}

// TestWords: an argument may have to be said in each language.
func TestWords(t *testing.T) {
	p := New(PlanTwice, Pos{}, "/", Words{EN: "the home page", ZH: "首页"})
	if en, zh := p.Message(EN), p.Message(ZH); en != "two sources for one address /: this one and the home page" || zh != "两个来源的地址同为 /：本处与 首页" {
		t.Error(en, zh)
	}
}

func TestSort(t *testing.T) {
	a := New(FrontTitle, Pos{"a", 2, 1})
	warn := New(GateEmpty, Pos{"a", 2, 1})
	var log Log
	log.Add(New(FrontTitle, Pos{"b", 1, 1}), New(FrontTitle, Pos{"a", 10, 1}), warn, a, a, New(FrontTitle, Pos{Path: "a"}), New(FrontPublished, Pos{"a", 2, 1}))
	var got []string
	for _, p := range log.Problems() {
		got = append(got, p.Pos.String()+" "+p.Kind.Code)
	}
	want := []string{"a front-title", "a:2:1 front-published", "a:2:1 front-title", "a:2:1 gate-empty", "a:10:1 front-title", "b:1:1 front-title"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestSeverity(t *testing.T) {
	warn := New(GateEmpty, Pos{})
	if HasErrors([]Problem{warn}) || !HasErrors([]Problem{warn, warn.As(Error)}) || warn.Severity != Warning {
		t.Error("a raised problem has to be an error, and the first one has to stay as it was")
	}
	var log Log
	log.Add()
	if log.HasErrors() || len(log.Problems()) != 0 {
		t.Error("an empty log has problems")
	}
	log.Add(warn.As(Error))
	if !log.HasErrors() {
		t.Error("the error was lost")
	}
}
