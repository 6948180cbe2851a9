// Command cldr writes what the Unicode CLDR knows of the languages' dates, numbers and plurals, in the form of phrase files.
//
//	npm pack cldr-core@48.2.0 cldr-dates-full@48.2.0 cldr-numbers-full@48.2.0
//	for p in cldr-*.tgz; do mkdir -p data/${p%-48*}; tar xzf $p -C data/${p%-48*} --strip-components=1; done
//	go run ./i18n/cldr data
//
// It writes i18n/cldr/<tag>.toml, one for each language, and i18n/cldr/testdata/plurals.toml, the samples that the
// plural rules of package locale are tested with. What it writes is committed, so a build needs neither it nor the network. The phrase files
// i18n/<tag>.toml stand over these files: where texts in China write a date in another way than the CLDR, they say so, with the source.
//
// The data are under the Unicode License V3: i18n/LICENSE-Unicode-3.0.txt.
package main

import (
	"flag"
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
	out := flag.String("o", filepath.Join("i18n", "cldr"), "the folder to write to")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: go run ./i18n/cldr [-o DIR] DATA")
		os.Exit(2)
	}
	if err := generate(data(flag.Arg(0)), *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func generate(from data, out string) error {
	if err := from.check(); err != nil {
		return err
	}
	for _, l := range languages {
		text, err := from.language(l.tag, l.cldr)
		if err != nil {
			return fmt.Errorf("%s: %w", l.cldr, err)
		}
		if err := os.WriteFile(filepath.Join(out, l.tag+".toml"), []byte(text), 0o644); err != nil {
			return err
		}
	}
	text, err := from.plurals()
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "testdata", "plurals.toml"), []byte(text), 0o644)
}
