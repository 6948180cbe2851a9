// Package i18n embeds the languages: <tag>.toml holds the interface phrases of one, and where its dates and numbers are not those of the
// Unicode CLDR, these too; cldr/<tag>.toml holds those of the CLDR, script/<code>.toml the fonts that a script (ISO 15924) is set in. Package locale
// tells their form.
package i18n

import "embed"

// FS holds <tag>.toml at its root and in cldr, and <code>.toml in script.
//
//go:embed *.toml cldr/*.toml script/*.toml
var FS embed.FS
