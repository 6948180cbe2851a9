package config

import (
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// Hosting says which files for web servers a build makes, and what they tell browsers.
type Hosting struct {
	Servers  []string // of [Servers]
	Gzip     bool     // every text stands beside its compressed copy, name.gz
	HSTSDays int      // for how long browsers insist on https; 0 for not at all
	PageAge  int      // for how many seconds they may keep a page
}

// Servers are the kinds of web servers that configuration can be made for. The last is for hosts that read _headers and _redirects.
var Servers = []string{"nginx", "caddy", "apache", "headers"}

const (
	standardPageAge = 300       // seconds
	mostPageAge     = 24 * 3600 // a correction has to reach readers within a day
)

func (r *reader) hosting(t *source.Table) Hosting {
	h := t.Table("hosting")
	defer h.Done()
	for _, name := range h.Strings("servers") {
		if !slices.Contains(Servers, name) {
			r.add(diag.HostingServer, h.Pos("servers"), name, strings.Join(Servers, ", "))
		}
	}
	return Hosting{
		Servers:  h.Strings("servers"),
		Gzip:     h.Bool("gzip"),
		HSTSDays: r.number(h, "hsts_days", 365, 0, 3650),
		PageAge:  r.number(h, "page_age", standardPageAge, 0, mostPageAge),
	}
}
