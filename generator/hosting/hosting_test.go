package hosting_test

import (
	"strings"
	"testing"

	"courtsite/generator/hosting"
	"courtsite/generator/output"
)

var files = []output.File{
	{Path: "404.html", MediaType: "text/html; charset=utf-8", Kind: output.List},
	{Path: "article/旧 $1.shtml", MediaType: "text/html; charset=utf-8", Kind: output.Redirect, Redirect: "/court/a/$b/"},
	{Path: "assets/style.0123456789.css", MediaType: "text/css; charset=utf-8", Kind: output.Asset},
	{Path: "assets/style.0123456789.css.gz", MediaType: "application/gzip", Kind: output.Compressed},
	{Path: "feed.xml", MediaType: "application/rss+xml", Kind: output.Feed},
	{Path: "index.html", MediaType: "text/html; charset=utf-8", Kind: output.List},
	{Path: "old/index.html", MediaType: "text/html; charset=utf-8", Kind: output.Redirect, Redirect: "/court/new/"},
	{Path: "sitemap.xml", MediaType: "application/xml", Kind: output.Sitemap},
	{Path: "ug/404.html", MediaType: "text/html; charset=utf-8", Kind: output.List},
}

func made(s hosting.Settings) map[string]string {
	texts := map[string]string{}
	for _, m := range hosting.Make(s, files) {
		texts[m.Path] = string(m.Data)
	}
	return texts
}

var all = hosting.Settings{
	Servers: []string{"nginx", "caddy", "apache", "headers", "nginx"}, BasePath: "/court/", Secure: true, HSTSDays: 1, PageAge: 60, Gzip: true,
}

func TestMake(t *testing.T) {
	texts := made(all)
	if len(texts) != 5 || len(hosting.Paths(all.Servers)) != 5 {
		t.Errorf("%d files, %v", len(texts), hosting.Paths(all.Servers))
	}
	for _, path := range hosting.Paths(all.Servers) {
		if texts[path] == "" {
			t.Errorf("%s was not made", path)
		}
	}
	for path, wants := range map[string][]string{
		"_hosting/nginx.conf": {
			`location = "/court/old/" { return 301 "/court/new/"; }`, `location = "/court/article/旧 $1.shtml" { return 301 "/court/a/%24b/"; }`,
			`error_page 404 "/court/404.html";`, `location "/court/ug/" { error_page 404 "/court/ug/404.html"; }`, `gzip_static on;`,
			`add_header Content-Security-Policy "default-src 'self';`, `location ~ /feed\.xml$ { types { } default_type application/rss+xml; }`,
			"location ^~ \"/court/assets/\" {\n", "\n    add_header Cache-Control \"public, max-age=31536000, immutable\";\n", "\n    add_header X-Content-Type-Options \"nosniff\" always;\n",
			`add_header Strict-Transport-Security "max-age=86400" always;`, `add_header Cache-Control "public, max-age=60";`, "    application/xml xml;\n",
		},
		"_hosting/Caddyfile": {`redir "/court/old/" "/court/new/" 301`, `precompressed gzip`, `rewrite * "/court/ug/404.html"`, `header @assets Cache-Control "public, max-age=31536000, immutable"`},
		".htaccess": {
			`RedirectMatch 301 "^/court/article/旧 \$1\.shtml$" "/court/a/%24b/"`, `ErrorDocument 404 /court/404.html`, `Header always set X-Content-Type-Options "nosniff"`,
			`AddType "text/html; charset=utf-8" .html .shtml`,
		},
		"_headers":   {"/court/*\n  Content-Security-Policy: default-src 'self'", "/court/assets/*\n  Cache-Control: public, max-age=31536000, immutable"},
		"_redirects": {"/court/old/ /court/new/ 301\n", "/court/article/%E6%97%A7%20%241.shtml /court/a/%24b/ 301\n"},
	} {
		for _, want := range wants {
			if !strings.Contains(texts[path], want) {
				t.Errorf("%s has no line %s:\n%s", path, want, texts[path])
			}
		}
		if strings.Contains(texts[path], "unsafe") || strings.Contains(texts[path], "application/gzip") {
			t.Errorf("%s:\n%s", path, texts[path])
		}
	}
}

// What is off leaves no trace.
func TestSettings(t *testing.T) {
	plain := all
	plain.Secure, plain.Gzip = false, false
	for path, text := range made(plain) {
		if strings.Contains(text, "Strict-Transport") || strings.Contains(text, "gzip") {
			t.Errorf("%s:\n%s", path, text)
		}
	}
	if len(made(hosting.Settings{BasePath: "/"})) > 0 {
		t.Error("files for no server")
	}
}

// The same list gives the same bytes.
func TestDeterministic(t *testing.T) {
	first := made(all)
	for range 20 {
		for path, text := range made(all) {
			if text != first[path] {
				t.Fatalf("%s differs", path)
			}
		}
	}
}
