// Package i18n embeds the languages: <tag>.toml holds the interface phrases of one, and where its dates and numbers are not those of the
// Unicode CLDR, these too; cldr/<tag>.toml holds those of the CLDR. Package locale tells their form.
package i18n

import "embed"

// FS holds <tag>.toml at its root and in cldr.
//
//go:embed *.toml cldr/*.toml
var FS embed.FS
