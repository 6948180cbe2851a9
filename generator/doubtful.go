package generator

import (
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"courtsite/generator/diag"
)

// What visitors open from a court's site they trust. Programs are refused; what a browser would run under the site's address is told of.
var (
	programs = []string{".exe", ".bat", ".cmd", ".com", ".msi", ".scr", ".ps1", ".sh", ".vbs", ".vbe", ".jse", ".wsf", ".hta", ".lnk", ".jar"}
	active   = []string{".html", ".htm", ".xhtml", ".shtml", ".mht", ".mhtml", ".js", ".mjs"}

	svgScript = regexp.MustCompile(`(?i)<script|\son\w+\s*=|javascript:`)
)

// mostSVG is how much of an SVG is looked through for scripts.
const mostSVG = 1 << 20

// doubtful finds what is wrong with a file that pages link to or attach.
func doubtful(name string, file fs.File) []diag.Problem {
	pos, kind := diag.Pos{Path: name}, strings.ToLower(path.Ext(name))
	if info, err := file.Stat(); err == nil && info.Size() == 0 {
		return []diag.Problem{diag.New(diag.FileEmpty, pos)}
	}
	switch {
	case slices.Contains(programs, kind):
		return []diag.Problem{diag.New(diag.FileProgram, pos, kind)}
	case slices.Contains(active, kind):
		return []diag.Problem{diag.New(diag.FileActive, pos, kind)}
	case kind == ".svg":
		text, err := io.ReadAll(io.LimitReader(file, mostSVG))
		if err != nil {
			return []diag.Problem{diag.New(diag.SourceUnreadable, pos)}
		}
		if at := svgScript.FindIndex(text); at != nil {
			return []diag.Problem{diag.New(diag.FileActive, diag.At(name, text, at[0]), strings.TrimSpace(string(text[at[0]:at[1]])))}
		}
	}
	return nil
}
