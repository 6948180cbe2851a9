package generator_test

import (
	"bytes"
	"encoding/base64"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/tools/txtar"

	"courtsite/generator"
	"courtsite/generator/output"
)

const problemsFile = "problems"

// standard is the moment of every build that does not say another.
var standard = time.Date(2026, 3, 1, 12, 0, 0, 0, time.FixedZone("", 8*60*60))

// site is one archive of testdata/sites.
type site struct {
	in       generator.Input
	wants    []want
	unmade   []string
	problems []string
}

func parseSite(t *testing.T, archive *txtar.Archive) *site {
	files := fstest.MapFS{}
	s := &site{in: generator.Input{Site: files, Now: standard, Version: "test", Jobs: 2}}
	if len(bytes.TrimSpace(archive.Comment)) == 0 {
		t.Error("the archive does not say what it is about")
	}
	for _, f := range archive.Files {
		if w, ok := wanted(f); ok {
			s.wants = append(s.wants, w)
		} else if !s.setting(t, f.Name, string(f.Data)) {
			name, data := encoded(t, f)
			files[name] = &fstest.MapFile{Data: data, Mode: 0o644}
		}
	}
	return s
}

// setting reads a file of the archive that is not of the project.
func (s *site) setting(t *testing.T, name, text string) bool {
	switch name {
	case "now":
		at, err := time.Parse(time.RFC3339, strings.TrimSpace(text))
		if err != nil {
			t.Fatal(err)
		}
		s.in.Now = at
	case "drafts":
		s.in.Drafts = true
	case "base_url":
		s.in.BaseURL = strings.TrimSpace(text)
	case "version":
		s.in.Version = strings.TrimSpace(text)
	case "vanish":
		s.in.Vanish = true
	case "previous":
		s.in.Previous = published(lines(text))
	case "unreadable":
		s.in.Site = locked{s.in.Site, lines(text)}
	case "unmade":
		s.unmade = lines(text)
	case problemsFile:
		s.problems = lines(text)
	default:
		return false
	}
	return true
}

func lines(text string) []string { return strings.Split(strings.TrimSpace(text), "\n") }

// published is the manifest of a site that had pages, and attachments, at the given addresses.
func published(addresses []string) *output.Manifest {
	m := &output.Manifest{}
	for _, a := range addresses {
		name := strings.TrimPrefix(a, "/")
		if path.Ext(name) != "" {
			m.Files = append(m.Files, output.File{Path: name, Kind: output.Attachment, Source: "content/" + name})
			continue
		}
		m.Files = append(m.Files, output.File{Path: name + "index.html", Kind: output.Page})
	}
	return m
}

func wanted(f txtar.File) (want, bool) {
	path, ok := strings.CutPrefix(f.Name, "want/")
	w := want{path: path, lines: string(f.Data)}
	for _, how := range []string{"contains", "absent"} {
		if p, found := strings.CutSuffix(path, "."+how); found {
			w.path, w.how = p, how
		}
	}
	return w, ok
}

// encoded gives a file in the encoding that its name asks for.
func encoded(t *testing.T, f txtar.File) (name string, data []byte) {
	var err error
	data = f.Data
	for _, e := range []struct {
		suffix string
		encode func([]byte) ([]byte, error)
	}{
		{".gb18030", simplifiedchinese.GB18030.NewEncoder().Bytes},
		{".utf16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes},
		{".base64", func(b []byte) ([]byte, error) { return base64.StdEncoding.DecodeString(strings.TrimSpace(string(b))) }},
		{".crlf", func(b []byte) ([]byte, error) { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r\n")), nil }},
		{".bom", func(b []byte) ([]byte, error) { return append([]byte("\ufeff"), b...), nil }},
	} {
		if base, found := strings.CutSuffix(f.Name, e.suffix); found {
			if data, err = e.encode(data); err != nil {
				t.Fatal(err)
			}
			return base, data
		}
	}
	return f.Name, data
}

// locked is a file system in which some files may not be opened.
type locked struct {
	fs.FS
	names []string
}

func (l locked) Open(name string) (fs.File, error) {
	for _, n := range l.names {
		if n == name {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
		}
	}
	return l.FS.Open(name)
}

// Stat tells of a file that may not be opened that it is there, as systems do.
func (l locked) Stat(name string) (fs.FileInfo, error) { return fs.Stat(l.FS, name) }
