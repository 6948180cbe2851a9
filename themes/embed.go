// Package themes carries the themes that come with the program, so that a site needs no files of its own
// beside its content. A site lays its own theme over them: themes/<name>/ in the site may hold single files.
package themes

import "embed"

// FS holds one folder for each theme; "default" is the one that all others inherit.
//
//go:embed all:default
var FS embed.FS
