package generator_test

import (
	"io/fs"

	"courtsite/generator"
)

// common is the theme and the languages of sites that bring nothing of their own to them, loaded once for the tests that build many sites, as it is for a
// group's courts. Builds without it are what most other tests are about.
var common generator.Shared

func sharing(in generator.Input) generator.Input {
	in.Shared, in.OwnTheme, in.OwnPhrases = &common, brings(in.Site, "themes"), brings(in.Site, "i18n")
	return in
}

func brings(site fs.FS, name string) bool {
	_, err := fs.Stat(site, name)
	return err == nil
}
