package source

import (
	"reflect"
	"testing"

	"github.com/BurntSushi/toml"
)

// FuzzPlainTOML asks of any text: what is read without the library, the library reads to the same values.
func FuzzPlainTOML(f *testing.F) {
	for _, seed := range []string{
		"title = \"公告\" # 注\n\n[translation]\n\tsource = 'a\\b'\n", "a = \"\"\nb = ''\nc = \"a'b\"\n", `a = """b"""`, "a = '''b'''", `a = "\t"`, `a = "b"c"`,
		"n = 0\nm = 17", "w = 07", "x = -1", "y = 1_0", "z = 1.5", "big = 99999999999999999\n", "big = 999999999999999999999",
		"d = 2026-02-28", "d = 2026-02-30", "d = 2026-1-1", "d = 0000-01-01", "d = 2026-02-28T24:00:00", "d = 2026-02-28T10:00:00", "d = 2026-02-28T10:00:00Z",
		"d = 2026-02-28T10:00:00+08:00 # c", "d = 2026-02-28T10:00:00-00:00", "d = 2026-02-28T10:00:00+24:00", "d = 2026-02-28 10:00:00", "d = 2026-02-28T10:00:60",
		"yes = true\nno = false", "neither = True", "l = []\nm = [ 'a', \"b\", ]\n", "l = [,]", "l = ['a' 'b']", "l = ['a'", "l = [1]", "l = ['a',,]", "[ a ] # b\nc = 1\n[a]", "[a]\n[b]\n",
		"a = 1\n[a]", "[a.b]\nc = 1", "[[a]]\nb = 1", "[]", "[a", "a.b = 1", "a = 1\na = 2", "a = 1 b = 2", "a = # b", "= 1", "a", "a = \"b\x7f\"", "# \x00", "# \r\na = 1\r\n", "\ufeffa = 1",
		"a = \"\xff\"", "标题 = 1", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		got, ok := plainTOML(src)
		if !ok {
			return
		}
		want := map[string]any{}
		if err := toml.Unmarshal([]byte(src), &want); err != nil {
			t.Fatalf("%q was taken, but: %v", src, err)
		}
		if !reflect.DeepEqual(want, got) {
			t.Errorf("%q: got %#v, want %#v", src, got, want)
		}
	})
}

// TestPlainTOML: what it is made for is read without the library.
func TestPlainTOML(t *testing.T) {
	for _, src := range []string{
		"", "# a\n\n", "a = \"b\" # c\nd = 'e\\'\n", "a = 12\nb = 0", "a = []\nb = ['c', \"d\",]", "a = true\n[b]\na = false\n[c]",
		"a = 2026-03-01\nb = 2026-03-01T10:00:00\nc = 2026-03-01T10:00:00+08:00\nd = 2026-03-01T10:00:00Z",
	} {
		if _, ok := plainTOML(src); !ok {
			t.Errorf("%q was left to the library", src)
		}
	}
}

func BenchmarkTOML(b *testing.B) {
	src := []byte("title = \"关于公布2026年部门预算的公告\"\npublished = 2026-03-01T10:00:00+08:00\nsummary = \"为进一步深化司法公开，现将有关事项公告如下。\"\n" +
		"office = \"办公室\"\nnumber = \"2026-00017\"\nkeywords = [\"预算\", \"公开\"]\nweight = 3\n\n[translation]\nreviewed = 2026-03-02\n")
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		ParseTOML("a.md", src, 0, len(src))
	}
}
