package output

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// PathError says why a path can't stand in a tree.
type PathError struct {
	Path   string
	Reason string
}

func (e *PathError) Error() string { return fmt.Sprintf("path %q: %s", e.Path, e.Reason) }

// maxName is the longest name of a file or folder in bytes that the usual file systems take.
const maxName = 255

// CheckPath tells whether a path can stand in a tree on every system that a site is built on or copied to: relative,
// slash-separated, in clean form, and free of what Windows keeps for itself. What one system refuses is refused on
// all, so that a site that builds here builds anywhere. The error is a [*PathError].
func CheckPath(path string) error {
	if reason := refuse(path); reason != "" {
		return &PathError{Path: path, Reason: reason}
	}
	return nil
}

func refuse(path string) string {
	switch {
	case path == "":
		return "empty"
	case path[0] == '/':
		return "absolute"
	case !utf8.ValidString(path):
		return "not UTF-8"
	}
	if first, _, _ := strings.Cut(path, "/"); strings.EqualFold(first, ManifestName) {
		return "kept for the manifest"
	}
	for name := range strings.SplitSeq(path, "/") {
		if reason := refuseName(name); reason != "" {
			return reason
		}
	}
	return ""
}

func refuseName(name string) string {
	switch {
	case name == "":
		return "empty name between slashes"
	case name == "." || name == "..":
		return "not in clean form"
	case len(name) > maxName:
		return "name longer than 255 bytes"
	case name[len(name)-1] == '.' || name[len(name)-1] == ' ':
		return "name ends with a full stop or a space"
	case name[0] == '.' && isOwnName(name):
		return "name kept for staging"
	case isDevice(name):
		return "name kept by Windows for a device"
	}
	for i := range len(name) {
		if c := name[i]; forbidden(c) {
			return fmt.Sprintf("character %q is not allowed", c)
		}
	}
	return ""
}

func forbidden(c byte) bool {
	switch c {
	case '\\', ':', '*', '?', '"', '<', '>', '|', 0x7f:
		return true
	}
	return c < ' '
}

// isDevice knows the names that Windows gives to devices in every folder, with any extension.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, found := strings.CutPrefix(stem, "COM")
	if !found {
		port, found = strings.CutPrefix(stem, "LPT")
	}
	switch port {
	case "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³":
		return found
	}
	return false
}
