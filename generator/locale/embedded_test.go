package locale

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/BurntSushi/toml"
	"golang.org/x/text/unicode/norm"

	"courtsite/i18n"
)

// attested are the languages whose phrases must come from public texts: nobody of the project can judge a translation into them.
var attested = []string{"ug", "bo", "kk-Arab", "mn-Mong", "ii", "za"}

func TestLanguageFilesSayTheirSources(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, l := range table.Languages() {
		if len(l.Sources) == 0 {
			t.Errorf("%s: no sources", l.Tag)
		}
		if want := "draft"; l.Tag != Base && l.Status != want {
			t.Errorf("%s: status %q: who reviewed it?", l.Tag, l.Status)
		}
	}
}

var sourceName = regexp.MustCompile(`^([A-Za-z0-9]+) = `)

func TestAttestedPhrasesNameTheirSource(t *testing.T) {
	table, _ := load(t, attested, "ug", nil)
	for _, l := range table.Languages() {
		known := []string{"law"} // law texts online
		for _, s := range l.Sources {
			if m := sourceName.FindStringSubmatch(s); m != nil {
				known = append(known, m[1])
			}
		}
		text, err := fs.ReadFile(i18n.FS, builtinPath(l.Tag))
		if err != nil {
			t.Fatal(err)
		}
		_, phrases, _ := strings.Cut(string(text), "[phrases]")
		for line := range strings.Lines(phrases) {
			line = strings.TrimSpace(line)
			if line == "" || line[0] == '#' || strings.HasPrefix(line, "list_separator") {
				continue
			}
			_, source, _ := strings.Cut(line, "\" # ")
			if name := strings.FieldsFunc(source, func(r rune) bool { return r == ' ' || r == ',' || r == ';' }); len(name) == 0 || !slices.Contains(known, name[0]) {
				t.Errorf("%s: %s: none of the sources %v", l.Tag, line, known)
			}
		}
	}
}

// Where the writers of the program know the language, nothing is missing.
func TestForeignLanguagesAreComplete(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, l := range table.Languages() {
		if missing := l.Missing(); len(missing) > 0 && !slices.Contains(attested, l.Tag) {
			t.Errorf("%s lacks %v", l.Tag, missing)
		}
	}
}

// scripts are those in which a language's phrases are written.
var scripts = map[string][]*unicode.RangeTable{
	"zh-Hans": {unicode.Han}, "ja": {unicode.Han, unicode.Hiragana, unicode.Katakana}, "ko": {unicode.Hangul},
	"ug": {unicode.Arabic}, "kk-Arab": {unicode.Arabic}, "ar": {unicode.Arabic}, "bo": {unicode.Tibetan}, "mn-Mong": {unicode.Mongolian}, "ii": {unicode.Yi},
	"ru": {unicode.Cyrillic}, "za": {unicode.Latin}, "en": {unicode.Latin}, "fr": {unicode.Latin}, "es": {unicode.Latin},
}

// names are what every language writes in Latin letters.
var names = strings.NewReplacer("RSS", " ", "Atom", " ", "OPML", " ", "JSON Feed", " ", "JSON", " ", "{source_date}", " ", "{date}", " ", "{court}", " ")

func TestPhrasesAreInTheScriptOfTheirLanguage(t *testing.T) {
	table, _ := load(t, every(t), Base, nil)
	for _, l := range table.Languages() {
		for key, text := range l.phrases {
			for _, word := range strings.FieldsFunc(names.Replace(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
				if !unicode.In([]rune(word)[0], scripts[l.Tag]...) {
					t.Errorf("%s: %s is not in its script: %s", l.Tag, key, text)
				}
			}
			if !norm.NFC.IsNormalString(text) || strings.ContainsFunc(text, refused) {
				t.Errorf("%s: %s holds characters of an old encoding: %+q", l.Tag, key, text)
			}
		}
	}
}

// refused are the composed letters of Kazakh that Unicode advises against, and presentation forms of Arabic.
func refused(r rune) bool {
	return r >= 0x0675 && r <= 0x0678 || r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFE
}

// What a phrase file says of dates and numbers must differ from what the CLDR says, or it would hide a better one of a later release.
func TestPhraseFilesDoNotRepeatTheCLDR(t *testing.T) {
	for _, tag := range every(t) {
		ours, theirs := patternsOf(t, builtinPath(tag)), patternsOf(t, cldrPath(tag))
		for key, value := range ours {
			if theirs[key] == value {
				t.Errorf("%s: %s = %q is in the CLDR too", tag, key, value)
			}
		}
	}
}

func patternsOf(t *testing.T, name string) map[string]string {
	t.Helper()
	var file struct{ Date, Number map[string]any }
	if _, err := toml.DecodeFS(i18n.FS, name, &file); err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, table := range []map[string]any{file.Date, file.Number} {
		for key, value := range table {
			if s, ok := value.(string); ok {
				found[key] = s
			}
		}
	}
	return found
}
