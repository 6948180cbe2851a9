package locale

import (
	"io/fs"
	"path"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/script"
	"courtsite/generator/source"
)

// folder is where a site keeps its phrase files.
const folder = "i18n"

func sitePath(tag string) string    { return folder + "/" + tag + ".toml" }
func builtinPath(tag string) string { return tag + ".toml" }
func cldrPath(tag string) string    { return "cldr/" + tag + ".toml" }
func scriptPath(tag string) string  { return "script/" + script.Name(tag) + ".toml" }

// loader reads phrase files, and each language once.
type loader struct {
	builtin, site *source.Snapshot // nil: there is none
	languages     map[string]*Language
	used          map[string]bool // files of the site
	problems      []diag.Problem
}

func newLoader(builtin, site fs.FS) *loader {
	l := &loader{languages: map[string]*Language{}, used: map[string]bool{}}
	l.builtin, l.site = l.scan(builtin, "."), l.scan(site, folder)
	return l
}

func (l *loader) add(problems ...diag.Problem) { l.problems = append(l.problems, problems...) }

func (l *loader) scan(fsys fs.FS, dir string) *source.Snapshot {
	if fsys == nil {
		return nil
	}
	snapshot, problems, err := source.Scan(fsys, dir)
	l.add(problems...)
	if err != nil {
		l.add(diag.New(diag.SourceUnreadable, diag.Pos{Path: dir}))
		return nil
	}
	return snapshot
}

// language reads what the language's script is set in, over it what the CLDR knows, over it the embedded phrase file, and over that the site's.
func (l *loader) language(tag string) *Language {
	tag = canonical(tag)
	if lang, ok := l.languages[tag]; ok {
		return lang
	}
	lang := newLanguage(tag)
	l.languages[tag] = lang
	l.read(l.builtin, tag, scriptPath, lang)
	l.read(l.builtin, tag, cldrPath, lang)
	for _, from := range []struct {
		snapshot *source.Snapshot
		path     func(tag string) string
	}{{l.builtin, builtinPath}, {l.site, sitePath}} {
		if file := l.read(from.snapshot, tag, from.path, lang); file != nil {
			lang.files = append(lang.files, file)
		}
	}
	return lang
}

// foreign is a language that the site does not have, but that a few words on its pages may be in: only what its script is set in matters.
func (l *loader) foreign(tag string) *Language {
	lang := newLanguage(tag)
	l.read(l.builtin, tag, scriptPath, lang)
	return lang
}

// read lays the first file that may serve a tag over what is known of the language; nil where there is none that can be read.
func (l *loader) read(snapshot *source.Snapshot, tag string, path func(tag string) string, lang *Language) *source.Table {
	if snapshot == nil {
		return nil
	}
	for _, candidate := range candidates(tag) {
		name := path(candidate)
		if _, there := snapshot.Lookup(name); !there {
			continue
		}
		if snapshot == l.site {
			l.used[name] = true
		}
		text, ok, problems := snapshot.Text(name)
		l.add(problems...)
		if !ok {
			return nil
		}
		document, table := source.ParseTOML(name, text.Bytes, 0, len(text.Bytes))
		file := phraseFile{table: table}
		file.lay(lang)
		l.add(document.Problems()...)
		l.add(file.problems...)
		return table
	}
	return nil
}

// unused reports the site's phrase files that serve none of its languages: a file named after no tag would else do nothing, in silence.
func (l *loader) unused(languages []*Language) {
	if l.site == nil {
		return
	}
	var tags []string
	for _, lang := range languages {
		tags = append(tags, lang.Tag)
	}
	for _, f := range l.site.Files() {
		tag, ok := strings.CutSuffix(path.Base(f.Path), ".toml")
		if ok && path.Dir(f.Path) == folder && !l.used[f.Path] && !l.copied(tag) {
			l.add(diag.New(diag.PhrasesUnused, diag.Pos{Path: f.Path}, tag, diag.Nearest(tag, tags)))
		}
	}
}

// copied tells whether the site's phrase file is the program's own, untouched: a copy of the whole folder is a good start for a translator.
func (l *loader) copied(tag string) bool {
	if l.builtin == nil {
		return false
	}
	theirs, known, _ := l.builtin.Text(builtinPath(tag))
	ours, readable, _ := l.site.Text(sitePath(tag))
	return known && readable && theirs.Digest == ours.Digest
}
