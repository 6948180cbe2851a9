package output

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// splice gives the manifest that another one becomes with some files changed or new, and others gone: what [Manifest.Encode] would give, without taking
// apart and putting together what stays. A manifest has a line for each file.
func splice(old []byte, changed []File, gone []string) ([]byte, error) {
	const first, last = `"files":[`, "\n]}\n"
	start := bytes.Index(old, []byte(first)) + len(first)
	if start < len(first) || !bytes.HasSuffix(old, []byte(last)) {
		return nil, ErrNotOurs
	}
	changed = slices.SortedFunc(slices.Values(changed), func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	left := map[string]bool{}
	for _, path := range gone {
		left[path] = true
	}
	s := &splicer{b: append(make([]byte, 0, len(old)+len(changed)<<10), old[:start]...)}
	rest := old[start : len(old)-len(last)]
	for len(rest) > 0 {
		line := rest[1:]
		if i := bytes.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		rest = rest[1+len(line):]
		path, err := pathOf(line)
		if err != nil {
			return nil, err
		}
		for len(changed) > 0 && changed[0].Path < path {
			s.file(changed[0])
			changed = changed[1:]
		}
		switch {
		case len(changed) > 0 && changed[0].Path == path:
			s.file(changed[0])
			changed = changed[1:]
		case !left[path]:
			s.line(bytes.TrimSuffix(line, []byte(",")))
		}
	}
	for _, f := range changed {
		s.file(f)
	}
	return append(s.b, last...), s.err
}

type splicer struct {
	b     []byte
	lines int
	err   error
}

func (s *splicer) line(line []byte) {
	if s.lines++; s.lines > 1 {
		s.b = append(s.b, ',')
	}
	s.b = append(append(s.b, '\n'), line...)
}

func (s *splicer) file(f File) {
	line, err := f.encode()
	if err != nil {
		s.err = err
	}
	s.line(line)
}

// encode gives a file's line in a manifest.
func (f File) encode() ([]byte, error) {
	f.Source, f.Fingerprint = "", ""
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	err := out.Encode(f)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// pathOf reads the path of a file's line.
func pathOf(line []byte) (string, error) {
	const before = `{"path":`
	text, ok := bytes.CutPrefix(line, []byte(before+`"`))
	end := bytes.IndexByte(text, '"')
	if !ok || end < 0 {
		return "", fmt.Errorf("%w: %.40q", ErrNotOurs, line)
	}
	if bytes.IndexByte(text[:end], '\\') < 0 {
		return string(text[:end]), nil
	}
	var f File
	err := json.Unmarshal(bytes.TrimSuffix(line, []byte(",")), &f)
	return f.Path, err
}
