package publishtest

import (
	"bytes"
	"crypto/md5"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/output"
	"courtsite/generator/par"
	"courtsite/generator/publish"
)

// Names are object names of the kinds that courts' sites have.
var Names = []string{
	"index.html", "basic/news/法院开放日/index.html", "ug/ئۇيغۇرچە/خەۋەر.html", "bo/བོད་ཡིག/གསར་འགྱུར།.html", "mn/ᠮᠣᠩᠭᠣᠯ.html", "ii/ꆈꌠ.html",
	"a b/c+d&e=f.pdf", "附件（2026）/预算 表%20.xlsx", "x'y/(z)~!@$,;.txt", "deep/er/and/deeper/file",
}

// Contract checks that a target keeps its promises. Each call of fresh gives an empty one.
func Contract(t *testing.T, fresh func(t *testing.T) publish.Target) {
	for name, check := range map[string]func(*testing.T, publish.Target){
		"empty": empty, "round trip": roundTrip, "replacing": replacing, "deleting": deleting, "prefixes": prefixes, "many at once": manyAtOnce, "large": large,
	} {
		t.Run(name, func(t *testing.T) { check(t, fresh(t)) })
	}
}

// object describes a body.
func object(name string, data []byte) publish.Object {
	sum := output.Sum(data).String()
	return publish.Object{
		Name: name, Size: int64(len(data)), MD5: md5.Sum(data), BodySHA256: sum, Stamp: sum,
		MediaType: "text/html; charset=utf-8", CacheControl: publish.Age(300),
	}
}

func put(t *testing.T, target publish.Target, name, text string) string {
	t.Helper()
	version, err := target.Put(t.Context(), object(name, []byte(text)), strings.NewReader(text))
	if err != nil || version == "" {
		t.Fatalf("put %s: version %q, %v", name, version, err)
	}
	return version
}

// listing gives the versions of all objects below a prefix.
func listing(t *testing.T, target publish.Target, prefix string) map[string]string {
	t.Helper()
	list, err := target.List(t.Context(), prefix)
	if err != nil {
		t.Fatal(err)
	}
	versions := map[string]string{}
	for _, o := range list {
		if o.Modified.IsZero() {
			t.Errorf("%s has no time", o.Name)
		}
		versions[o.Name] = o.Version
	}
	if len(versions) != len(list) {
		t.Errorf("some of %d objects are listed twice", len(list))
	}
	return versions
}

func empty(t *testing.T, target publish.Target) {
	if got := listing(t, target, ""); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if got := listing(t, target, "no/such/"); len(got) != 0 {
		t.Errorf("got %v", got)
	}
	if _, err := target.Get(t.Context(), "missing"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("get: %v", err)
	}
	if _, err := target.Stat(t.Context(), "missing/deeper"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("stat: %v", err)
	}
	if err := target.Delete(t.Context(), "missing/deeper"); err != nil {
		t.Errorf("delete: %v", err)
	}
}

func roundTrip(t *testing.T, target publish.Target) {
	want := map[string]string{}
	for _, name := range Names {
		want[name] = put(t, target, name, "text of "+name)
	}
	if got := listing(t, target, ""); !maps.Equal(got, want) {
		t.Errorf("listed %v\nwant   %v", got, want)
	}
	for _, name := range Names {
		data, err := target.Get(t.Context(), name)
		if err != nil || string(data) != "text of "+name {
			t.Errorf("%s: %q, %v", name, data, err)
		}
		mark, err := target.Stat(t.Context(), name)
		sum := output.Sum([]byte("text of " + name)).String()
		if err != nil || mark.Stamp != sum && (mark.Stamp != "" || mark.SHA256 != sum) {
			t.Errorf("%s: %+v, %v", name, mark, err)
		}
	}
}

func replacing(t *testing.T, target publish.Target) {
	first := put(t, target, "a/b.html", "one")
	second := put(t, target, "a/b.html", "two")
	if first == second {
		t.Error("the version is the same after another text of the same length")
	}
	if got := listing(t, target, ""); !maps.Equal(got, map[string]string{"a/b.html": second}) {
		t.Errorf("listed %v, want %s", got, second)
	}
	if data, err := target.Get(t.Context(), "a/b.html"); err != nil || string(data) != "two" {
		t.Errorf("%q, %v", data, err)
	}
	put(t, target, "a/empty", "")
	if data, err := target.Get(t.Context(), "a/empty"); err != nil || len(data) != 0 {
		t.Errorf("%q, %v", data, err)
	}
}

func deleting(t *testing.T, target publish.Target) {
	put(t, target, "a/b/c", "1")
	put(t, target, "a/d", "2")
	for range 2 {
		if err := target.Delete(t.Context(), "a/b/c"); err != nil {
			t.Fatal(err)
		}
	}
	if got := slices.Collect(maps.Keys(listing(t, target, ""))); !slices.Equal(got, []string{"a/d"}) {
		t.Errorf("left %v", got)
	}
	put(t, target, "a/b", "a file where a folder was")
	if data, err := target.Get(t.Context(), "a/b"); err != nil || len(data) == 0 {
		t.Errorf("%q, %v", data, err)
	}
}

func prefixes(t *testing.T, target publish.Target) {
	put(t, target, ".courtsite/claims/one", "1")
	put(t, target, ".courtsite/record", "2")
	put(t, target, "court/page", "3")
	if got := slices.Collect(maps.Keys(listing(t, target, ".courtsite/claims/"))); !slices.Equal(got, []string{".courtsite/claims/one"}) {
		t.Errorf("got %v", got)
	}
	if got := listing(t, target, ""); len(got) != 3 {
		t.Errorf("got %v", got)
	}
}

func manyAtOnce(t *testing.T, target publish.Target) {
	err := par.Each(t.Context(), 16, 50, func(i int) error {
		data := bytes.Repeat([]byte{byte(i)}, i*100)
		_, err := target.Put(t.Context(), object(fmt.Sprint("shared/folder/", i), data), bytes.NewReader(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := listing(t, target, "shared/"); len(got) != 50 {
		t.Errorf("%d objects", len(got))
	}
}

func large(t *testing.T, target publish.Target) {
	data := bytes.Repeat([]byte("明镜县人民法院\n"), 400_000) // 8.8 MB: more than one part where a library splits
	if _, err := target.Put(t.Context(), object("large.txt", data), bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	if got, err := target.Get(t.Context(), "large.txt"); err != nil || !bytes.Equal(got, data) {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}
