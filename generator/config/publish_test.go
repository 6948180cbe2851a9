package config

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPublish(t *testing.T) {
	s, problems := Parse([]byte(least+`
[publish.main]
bucket = "mingjing-court"
endpoint = "https://s3.oss-cn-hangzhou.aliyuncs.com/"
region = "oss-cn-hangzhou"
prefix = "/courts/明镜/"
gzip = true
redirects = "header"
page_age = 60
kilobytes_per_second = 500
jobs = 4

[publish.local]
directory = "/srv/court"
`), "")
	if len(problems) > 0 {
		t.Fatal(told(problems))
	}
	want := []Publish{
		{Name: "main", Bucket: "mingjing-court", Endpoint: "https://s3.oss-cn-hangzhou.aliyuncs.com", Region: "oss-cn-hangzhou", Prefix: "courts/明镜",
			Gzip: true, Redirects: true, PageAge: 60, PerSecond: 500, Jobs: 4},
		{Name: "local", Directory: "/srv/court"},
	}
	if diff := cmp.Diff(want, s.Publish); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if p, ok := s.Target("local"); !ok || p.Directory != "/srv/court" || !slices.Equal(s.Targets(), []string{"main", "local"}) {
		t.Errorf("%v, %v", p, s.Targets())
	}
	if _, ok := s.Target("none"); ok {
		t.Error("found what isn't there")
	}
}

func TestPublishProblems(t *testing.T) {
	bucket := "[publish.a]\nbucket = \"court\"\nendpoint = \"https://store.example\"\nregion = \"r\"\n"
	for text, want := range map[string]string{
		"[publish.a]\n": "6:1 publish-place",
		"[publish.a]\ndirectory = \"x\"\nbucket = \"court\"":               "6:1 publish-place",
		"[publish.A]\ndirectory = \"x\"":                                   "6:1 publish-name",
		"[publish.a]\ndirectory = \"x\"\nsecret_key = \"x\"":               "8:1 publish-secret",
		"[publish.a]\ndirectory = \"x\"\nprefix = \"x\"":                   "8:1 toml-unknown-key",
		bucket + "prefix = \"a/../b\"":                                     "10:1 publish-prefix",
		bucket + "redirects = \"no\"":                                      "10:1 publish-redirects",
		bucket + "page_age = -1":                                           "10:1 site-range",
		strings.Replace(bucket, `"court"`, `"Court_1"`, 1):                 "7:1 publish-bucket",
		strings.Replace(bucket, "store.example", "court.store.example", 1): "8:1 publish-endpoint",
		strings.Replace(bucket, "https://", "", 1):                         "8:1 publish-endpoint",
		strings.Replace(bucket, ".example", ".example/court", 1):           "8:1 publish-endpoint",
		strings.Replace(bucket, "region = \"r\"\n", "", 1):                 "6:1 site-required",
		"[hosting]\nservers = [\"iis\"]":                                   "7:1 hosting-server",
		"[hosting]\nhsts_days = -1":                                        "7:1 site-range",
		"[hosting]\nserver = \"nginx\"":                                    "7:1 toml-unknown-key",
	} {
		if _, problems := Parse([]byte(least+text), ""); !slices.Equal(told(problems), []string{"site.toml:" + want}) {
			t.Errorf("%s\ngives %v, want %s", text, told(problems), want)
		}
	}
}

func TestHosting(t *testing.T) {
	s, problems := Parse([]byte(least+"[hosting]\nservers = [\"nginx\"]\ngzip = true\nhsts_days = 0\n"), "")
	if diff := cmp.Diff(Hosting{Servers: []string{"nginx"}, Gzip: true, PageAge: 300}, s.Hosting); diff != "" || len(problems) > 0 {
		t.Errorf("%s %v", diff, told(problems))
	}
	if s, _ := Parse([]byte(least), ""); len(s.Hosting.Servers) > 0 || s.Hosting.HSTSDays != 365 {
		t.Errorf("%+v", s.Hosting)
	}
}
