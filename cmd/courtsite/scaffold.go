package main

import (
	"bytes"
	"embed"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
	"time"

	"github.com/BurntSushi/toml"
)

// scaffolds are the files that new sites and pages begin with. What explains is in the program's language, what is published
// in the site's.
//
//go:embed scaffold
var scaffolds embed.FS

var templates = template.New("").Funcs(template.FuncMap{"quote": quote})

// quote writes a text as TOML does.
func quote(text string) (string, error) {
	line, err := toml.Marshal(struct{ V string }{text})
	if err != nil {
		return "", err
	}
	return strings.TrimSuffix(strings.TrimPrefix(string(line), "V = "), "\n"), nil
}

// fill fills in one of the scaffolds.
func fill(name string, data any) ([]byte, error) {
	text, err := scaffolds.ReadFile("scaffold/" + name)
	if err != nil {
		return nil, err
	}
	t, err := template.Must(templates.Clone()).Parse(string(text))
	if err != nil {
		return nil, fmt.Errorf("scaffold %s: %w", name, err)
	}
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return nil, fmt.Errorf("scaffold %s: %w", name, err)
	}
	return b.Bytes(), nil
}

// create writes a file that must not exist yet, and its folders.
func create(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// publishedAt writes a moment as front matter has it, to the minute, so that a page made now is public now.
func publishedAt(now time.Time, zone *time.Location) string {
	return now.In(zone).Truncate(time.Minute).Format(time.RFC3339)
}
