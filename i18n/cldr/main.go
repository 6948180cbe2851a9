// Command cldr writes what the Unicode CLDR knows of the languages' dates, numbers and plurals, in the form of phrase files.
//
//	npm pack cldr-core@48.2.0 cldr-dates-full@48.2.0 cldr-numbers-full@48.2.0
//	for p in cldr-*.tgz; do mkdir -p data/${p%-48*}; tar xzf $p -C data/${p%-48*} --strip-components=1; done
//	go run ./i18n/cldr data
//
// It writes, from the folder that holds go.mod,
//
//	i18n/cldr/<tag>.toml                      dates and numbers, one file for each language
//	generator/locale/plural_rules.go          the plural rules of all languages, as functions
//	i18n/cldr/testdata/plurals.toml           the CLDR's own samples, with which these are tested
//
// What it writes is committed, so a build needs neither it nor the network. The phrase files
// i18n/<tag>.toml stand over these files: where texts in China write a date in another way than the CLDR, they say so, with the source.
//
// The data are under the Unicode License V3: i18n/LICENSE-Unicode-3.0.txt.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// version is the release that the files are made from; another one has to be looked at before it is taken.
const version = "48.2.0"

// languages are the tags of the files and the CLDR's names for the languages. The first fourteen have phrases; those after them
// only have dates and numbers, for a site whose court serves their speakers: its neighbours' languages, and those of treaties.
var languages = []struct{ tag, cldr string }{
	{"zh-Hans", "zh-Hans"}, {"ug", "ug"}, {"kk-Arab", "kk-Arab"}, {"mn-Mong", "mn-Mong"}, {"bo", "bo"}, {"ko", "ko"}, {"ii", "ii"}, {"za", "za"},
	{"en", "en-001"}, // the day before the month, and no a.m.: English of no single country
	{"ru", "ru"}, {"fr", "fr"}, {"ar", "ar"}, {"ja", "ja"}, {"es", "es"},
	{"zh-Hant", "zh-Hant"}, {"vi", "vi"}, {"lo", "lo"}, {"mn", "mn"}, {"kk", "kk"}, {"ky", "ky"}, {"tg", "tg"}, {"uz", "uz"},
	{"id", "id"}, {"ms", "ms"}, {"de", "de"}, {"it", "it"}, {"pt", "pt"}, {"tr", "tr"},
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: go run ./i18n/cldr DATA")
		os.Exit(2)
	}
	if err := generate(data(os.Args[1])); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(from data) error {
	if err := from.check(); err != nil {
		return err
	}
	for _, l := range languages {
		text, err := from.language(l.tag, l.cldr)
		if err := write(filepath.Join("i18n", "cldr", l.tag+".toml"), []byte(text), err); err != nil {
			return fmt.Errorf("%s: %w", l.cldr, err)
		}
	}
	functions, err := from.pluralFunctions()
	if err := write(filepath.Join("generator", "locale", "plural_rules.go"), functions, err); err != nil {
		return err
	}
	numbers, err := from.pluralSamples()
	return write(filepath.Join("i18n", "cldr", "testdata", "plurals.toml"), numbers, err)
}

// write writes what was made without an error.
func write(path string, text []byte, err error) error {
	if err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}
