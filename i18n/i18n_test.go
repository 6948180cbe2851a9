package i18n_test

import (
	"io/fs"
	"strings"
	"testing"

	"courtsite/generator/catalogue"
	"courtsite/generator/locale"
	"courtsite/i18n"
)

// A name for a category or an item that the catalogue does not have would never be shown.
func TestColumnsAreThoseOfTheCatalogue(t *testing.T) {
	files, err := fs.Glob(i18n.FS, "*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	var tags []string
	for _, name := range files {
		tags = append(tags, strings.TrimSuffix(name, ".toml"))
	}
	table, _ := locale.Load(tags, locale.Base, i18n.FS, nil)
	c := catalogue.Default()
	for _, p := range table.CheckColumns(c.Has, c.Nearest) {
		t.Error(p)
	}
}
