package serve

import (
	"net/http"
	"path"
	"strings"
)

// mediaTypes are the types of the files that a site may hold. The system's own table is not asked: it differs between
// machines, and on Windows any program may have changed it.
var mediaTypes = map[string]string{
	".html": "text/html", ".htm": "text/html", ".shtml": "text/html", ".xhtml": "application/xhtml+xml",
	".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript",
	".txt": "text/plain", ".md": "text/markdown", ".csv": "text/csv", ".ics": "text/calendar",
	".xml": "application/xml", ".xsl": "application/xslt+xml", ".opml": "text/x-opml",
	".json": "application/json", ".webmanifest": "application/manifest+json", ".map": "application/json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".gif": "image/gif", ".webp": "image/webp", ".avif": "image/avif", ".ico": "image/x-icon",
	".woff2": "font/woff2", ".woff": "font/woff", ".ttf": "font/ttf", ".otf": "font/otf",
	".mp3": "audio/mpeg", ".mp4": "video/mp4", ".webm": "video/webm", ".vtt": "text/vtt",
	".pdf": "application/pdf", ".zip": "application/zip", ".ofd": "application/ofd",
	".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".wasm": "application/wasm",
}

// mediaType gives a file's media type by its name, with the charset where the type is text. An old address that is kept
// alive may have any ending, or none (".jspx", ".do"): what stands there is told by its first bytes.
func mediaType(name string, data []byte) string {
	kind, known := mediaTypes[strings.ToLower(path.Ext(name))]
	switch {
	case !known:
		return http.DetectContentType(data)
	case strings.HasPrefix(kind, "text/"), strings.HasSuffix(kind, "xml"), strings.HasSuffix(kind, "json"),
		strings.HasSuffix(kind, "javascript"):
		return kind + "; charset=utf-8"
	}
	return kind
}

// isHTML tells whether a browser shows the media type as a page into which a script can be put.
func isHTML(kind string) bool { return strings.HasPrefix(kind, "text/html") }
