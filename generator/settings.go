package generator

import (
	"crypto/sha256"
	"io/fs"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/gate"
	"courtsite/generator/gate/attach"
	"courtsite/generator/output"
	"courtsite/generator/source"
)

// settings looks through the texts of site.toml, and those that it inherits, for what must not be published: the names of offices, reasons, notices
// of what was withdrawn stand on pages too. What is wrong with the file otherwise is told by config.
func (b *build) settings() {
	look := func(text string, at diag.Pos) { b.log.Add(gate.Setting(text, at)...) }
	if text, ok, _ := b.snap.Text(config.File); ok {
		_, table := source.ParseTOML(config.File, text.Bytes, 0, len(text.Bytes))
		table.Texts(look)
	}
	b.in.Inherited.Texts(look)
}

// themeFiles looks into the files of the site's own themes. Those in the program were looked into before it was made.
func themeFiles(site fs.FS) []diag.Problem {
	snap, _, err := source.Scan(site, "themes")
	if err != nil {
		return nil // theme.Load tells
	}
	var problems []diag.Problem
	for _, f := range snap.Files() {
		if data, err := fs.ReadFile(site, f.Path); err == nil {
			digest := output.Digest(sha256.Sum256(data))
			problems = append(problems, gate.ThemeFile(f.Path, digest.String(), attach.Check(f.Path, data))...)
		}
	}
	return problems
}
