// Package i18n embeds the interface phrases: one TOML file for each language. Package locale tells their form.
package i18n

import "embed"

// FS holds <tag>.toml at its root.
//
//go:embed *.toml
var FS embed.FS
