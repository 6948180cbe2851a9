package locale

import (
	"io/fs"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// folder is where a site keeps its phrase files.
const folder = "i18n"

func sitePath(tag string) string { return folder + "/" + tag + ".toml" }

// loader reads phrase files, and each language once.
type loader struct {
	builtin, site *source.Snapshot // nil: there is none
	languages     map[string]*Language
	problems      []diag.Problem
}

func newLoader(builtin, site fs.FS) *loader {
	l := &loader{languages: map[string]*Language{}}
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

// language reads the embedded file of a language, and the site's over it.
func (l *loader) language(tag string) *Language {
	tag = canonical(tag)
	if lang, ok := l.languages[tag]; ok {
		return lang
	}
	lang := newLanguage(tag)
	l.languages[tag] = lang
	l.read(l.builtin, tag, func(tag string) string { return tag + ".toml" }, lang)
	l.read(l.site, tag, sitePath, lang)
	return lang
}

// read lays the first file that may serve a tag over what is known of the language.
func (l *loader) read(snapshot *source.Snapshot, tag string, path func(tag string) string, lang *Language) {
	if snapshot == nil {
		return
	}
	for _, candidate := range candidates(tag) {
		name := path(candidate)
		if _, there := snapshot.Lookup(name); !there {
			continue
		}
		text, ok, problems := snapshot.Text(name)
		l.add(problems...)
		if ok {
			document, table := source.ParseTOML(name, text.Bytes, 0, len(text.Bytes))
			file := phraseFile{table: table}
			file.lay(lang)
			l.add(document.Problems()...)
			l.add(file.problems...)
		}
		return
	}
}
