package config

import (
	"cmp"
	"path"
	"regexp"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/source"
)

// Publish is a place that "courtsite publish" brings the site to: a folder, or a bucket in object storage.
type Publish struct {
	Name      string
	Directory string // of a folder; relative to the site's

	Bucket    string // of object storage, as what follows
	Endpoint  string // "https://s3.oss-cn-hangzhou.aliyuncs.com"
	Region    string
	Prefix    string // the folder in the bucket
	PathStyle bool   // the bucket's name stands in the path, not in the host's name
	Gzip      bool   // texts are stored compressed
	Redirects bool   // the store redirects old addresses by itself
	PageAge   int    // for how many seconds readers may keep a page

	PerSecond int // limit in kilobytes in a second; 0 for none
	Jobs      int // transfers at a time
}

// Target finds a place by its name.
func (s *Site) Target(name string) (Publish, bool) {
	i := slices.IndexFunc(s.Publish, func(p Publish) bool { return p.Name == name })
	if i < 0 {
		return Publish{}, false
	}
	return s.Publish[i], true
}

// Targets lists the names of all places.
func (s *Site) Targets() []string {
	var names []string
	for _, p := range s.Publish {
		names = append(names, p.Name)
	}
	return names
}

var (
	targetName = regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$`)
	// What all stores take for a bucket's name: it becomes a part of a host's (RFC 1123).
	bucketName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$`)
)

// secretKeys are what people call credentials; these never stand in site.toml, which many may read and which goes into backups and repositories.
var secretKeys = []string{
	"access_key", "access_key_id", "access_key_secret", "accesskey", "ak", "credentials", "key", "key_id", "password", "secret", "secret_access_key",
	"secret_id", "secret_key", "sk", "token",
}

func (r *reader) publish(s *Site, t *source.Table) {
	for _, name := range t.Keys() {
		p := t.Table(name)
		if !targetName.MatchString(name) {
			r.add(diag.PublishName, p.Pos(), name)
		}
		s.Publish = append(s.Publish, r.place(name, p))
		p.Done()
	}
	t.Done()
}

func (r *reader) place(name string, t *source.Table) Publish {
	p := Publish{
		Name:      name,
		Directory: t.Line("directory"),
		Bucket:    t.Line("bucket"),
		PerSecond: r.number(t, "kilobytes_per_second", 0, 0, 1_000_000),
		Jobs:      r.number(t, "jobs", 0, 1, 64),
	}
	for _, key := range t.Keys() {
		if slices.Contains(secretKeys, key) && t.Has(key) {
			r.add(diag.PublishSecret, t.Pos(key), key)
		}
	}
	switch {
	case t.Broken():
	case (p.Directory == "") == (p.Bucket == ""):
		r.add(diag.PublishPlace, t.Pos(), "publish."+name)
	case p.Bucket != "":
		r.bucket(&p, t)
	}
	return p
}

func (r *reader) bucket(p *Publish, t *source.Table) {
	p.Endpoint = strings.TrimSuffix(r.required(t, "endpoint", `endpoint = "https://s3.oss-cn-hangzhou.aliyuncs.com"`), "/")
	p.Region = r.required(t, "region", `region = "oss-cn-hangzhou"`)
	p.Prefix = strings.Trim(t.Line("prefix"), "/")
	p.PathStyle, p.Gzip = t.Bool("path_style"), t.Bool("gzip")
	p.PageAge = r.number(t, "page_age", standardPageAge, 0, mostPageAge)
	if u, ok := parseAddress(p.Endpoint); p.Endpoint != "" && (!ok || u.Path != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil) {
		r.add(diag.PublishEndpoint, t.Pos("endpoint"))
	} else if ok && strings.HasPrefix(u.Host, p.Bucket+".") {
		r.add(diag.PublishEndpoint, t.Pos("endpoint"))
	}
	if !bucketName.MatchString(p.Bucket) {
		r.add(diag.PublishBucket, t.Pos("bucket"), p.Bucket)
	}
	if p.Prefix != "" && path.Clean("/"+p.Prefix) != "/"+p.Prefix {
		r.add(diag.PublishPrefix, t.Pos("prefix"), p.Prefix)
	}
	switch how := cmp.Or(t.String("redirects"), "page"); how {
	case "page":
	case "header":
		p.Redirects = true
	default:
		r.add(diag.PublishRedirects, t.Pos("redirects"), how)
	}
}
