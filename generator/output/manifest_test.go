package output

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func sample() *Manifest {
	return &Manifest{Format: 1, Generator: "courtsite 1.0", BaseURL: "https://court.example", Gate: "strict", Files: []File{
		{Path: "assets/a.css", SHA256: Sum([]byte("a")).String(), Size: 1, MediaType: "text/css", Kind: Asset},
		{Path: "basic/news/x/index.html", SHA256: Sum([]byte("b")).String(), Size: 1, MediaType: "text/html; charset=utf-8", Kind: Page,
			Language: "zh-Hans", Item: "basic/news", Title: "<审判> & 执行", Published: "2026-02-10T09:00:00+08:00",
			Source: "content/basic/news/x.md", Fingerprint: "f00d"},
		{Path: "feed.xml", SHA256: Sum(nil).String(), Kind: Feed, Language: "zh-Hans"},
	}}
}

func TestManifestRoundTrip(t *testing.T) {
	m := sample()
	data, err := m.Encode()
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadManifest(fstest.MapFS{ManifestName: {Data: data}})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, got); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if lines := strings.Split(string(data), "\n"); len(lines) != 6 || !strings.Contains(lines[2], "<审判> & 执行") {
		t.Errorf("not one file a line, in plain text:\n%s", data)
	}
	slices.Reverse(m.Files)
	m.Format = 0
	if again, err := m.Encode(); err != nil || !bytes.Equal(data, again) {
		t.Errorf("the order matters: %s, %v", again, err)
	}
}

func TestManifestPublic(t *testing.T) {
	m := sample()
	data, err := m.Public().Encode()
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("content/")) || bytes.Contains(data, []byte("f00d")) {
		t.Errorf("private fields in public:\n%s", data)
	}
	if diff := cmp.Diff(sample(), m); diff != "" {
		t.Errorf("the manifest itself was changed: %s", diff)
	}
}

func TestManifestFile(t *testing.T) {
	m := sample()
	if f, found := m.File("feed.xml"); !found || f.Kind != Feed {
		t.Errorf("%v, %v", f, found)
	}
	if _, found := m.File("feed"); found {
		t.Error("found what isn't there")
	}
}

func TestPutOrder(t *testing.T) {
	var files []File
	for _, k := range []Kind{Sitemap, Feed, List, Redirect, Page, "font", Attachment, Asset} {
		files = append(files, File{Path: string(k) + "2", Kind: k}, File{Path: string(k) + "1", Kind: k})
	}
	var got []string
	for _, f := range PutOrder(files) {
		got = append(got, f.Path)
	}
	want := "font2 font1 asset2 asset1 attachment2 attachment1 page2 page1 redirect2 redirect1 list2 list1 feed2 feed1 sitemap2 sitemap1"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestReadManifestRefuses(t *testing.T) {
	sum := Sum(nil).String()
	for name, text := range map[string]string{
		"nothing":       ``,
		"cut short":     `{"format":1,"generator":"courtsite","files":[{"path":"a"`,
		"another tool":  `{"format":1,"generator":"courtsiteX 1","files":[]}`,
		"later format":  `{"format":2,"generator":"courtsite","files":[]}`,
		"escaping path": `{"format":1,"generator":"courtsite","files":[{"path":"../a","sha256":"` + sum + `"}]}`,
		"itself":        `{"format":1,"generator":"courtsite","files":[{"path":"manifest.json","sha256":"` + sum + `"}]}`,
		"short digest":  `{"format":1,"generator":"courtsite","files":[{"path":"a","sha256":"00"}]}`,
		"no digest":     `{"format":1,"generator":"courtsite","files":[{"path":"a","sha256":"` + strings.Repeat("x", 64) + `"}]}`,
		"capitals":      `{"format":1,"generator":"courtsite","files":[{"path":"a","sha256":"` + strings.ToUpper(sum) + `"}]}`,
		"negative size": `{"format":1,"generator":"courtsite","files":[{"path":"a","size":-1,"sha256":"` + sum + `"}]}`,
		"twice":         `{"format":1,"generator":"courtsite","files":[{"path":"a","sha256":"` + sum + `"},{"path":"a","sha256":"` + sum + `"}]}`,
	} {
		if m, err := ReadManifest(fstest.MapFS{ManifestName: {Data: []byte(text)}}); !errors.Is(err, ErrNotOurs) {
			t.Errorf("%s: %v, %v", name, m, err)
		}
	}
	if _, err := ReadManifest(fstest.MapFS{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// Whatever is accepted has only paths that may be deleted, and is written again as the same manifest.
func FuzzReadManifest(f *testing.F) {
	data, err := sample().Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"format":1,"generator":"courtsite","files":[]}`))
	f.Add([]byte(`{"format":1,"generator":"courtsite x","files":null,"public":"a"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := decode(data)
		if err != nil {
			return
		}
		for _, f := range m.Files {
			if CheckPath(f.Path) != nil {
				t.Fatalf("accepted %q", f.Path)
			}
		}
		again, err := m.Encode()
		if err != nil {
			t.Fatal(err)
		}
		got, err := decode(again)
		if err != nil || got.Generator != m.Generator || !slices.Equal(got.Files, m.Files) {
			t.Fatalf("%s\nbecame\n%s\n%v", data, again, err)
		}
	})
}
