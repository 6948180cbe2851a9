package config

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
	"courtsite/generator/page"
)

// gateOf reads a site.toml with some lines about the gate.
func gateOf(t *testing.T, lines string) (*Site, []string) {
	t.Helper()
	site, problems := Parse([]byte("base_url = \"https://court.example\"\ncourt = { code = \"A101\" }\ndefault_language = \"zh-Hans\"\n[languages.zh-Hans]\ntitle = \"法院\"\n[gate]\n"+lines), "")
	var codes []string
	for _, p := range problems {
		codes = append(codes, fmt.Sprintf("%d %s", p.Line-6, p.Kind.Code))
	}
	return site, codes
}

func TestNeeds(t *testing.T) {
	const strict = "profile = \"strict\"\n"
	for _, c := range []struct {
		lines                  string
		id                     page.ID
		item                   string
		translation, sensitive bool
		want                   string
	}{
		{"", "basic/news/a", "basic/news", true, true, ""},
		{strict, "basic/news/a", "basic/news", false, false, "content secrecy approval"},
		{strict, "pages/about", "", false, false, "content secrecy approval"},
		{strict, "basic/news/a", "basic/news", true, false, "content language secrecy approval"},
		{strict, "basic/news/a", "basic/news", true, true, "content language risk secrecy approval"},
		{strict + "sensitive = [\"basic\"]", "basic/news/a", "basic/news", false, false, "content risk secrecy approval"},
		{strict + "sensitive = [\"trial\"]", "basic/news/a", "trial/statistics", false, false, "content risk secrecy approval"},
		{strict + "roles = [\"approval\", \"content\", \"content\"]", "basic/news/a", "basic/news", false, false, "content approval"},
		{strict + "roles = []", "basic/news/a", "basic/news", true, true, ""},
		{"roles = [\"content\"]", "basic/news/a", "basic/news", false, false, "content"},
		{strict + "[gate.require]\nbasic = [\"content\"]\n\"basic/news/a\" = []\n\"basic/news\" = [\"risk\"]", "basic/news/a", "basic/news", true, true, ""},
		{strict + "[gate.require]\nbasic = [\"content\"]\n\"basic/news/a\" = []\n\"basic/news\" = [\"risk\"]", "basic/news/ab", "basic/news", false, false, "risk"},
		{strict + "[gate.require]\nbasic = [\"content\"]", "basic/other/b", "basic/other", false, false, "content"},
		{"[gate.require]\n\"basic/news\" = [\"content\"]", "basic/news/b", "basic/news", true, false, "content language"},
		{"[gate.require]\n\"basic/news\" = [\"content\"]", "basic/other/b", "basic/other", true, true, ""},
		{strict + "[gate.require]\npages = []", "pages/about", "", false, false, ""},
	} {
		site, problems := gateOf(t, c.lines)
		var got []string
		for _, role := range site.Gate.Needs(c.id, c.item, c.translation, c.sensitive) {
			got = append(got, string(role))
		}
		if len(problems) > 0 || strings.Join(got, " ") != c.want {
			t.Errorf("%s: %s needs %q, %v", c.lines, c.id, got, problems)
		}
	}
}

func TestAudienceFor(t *testing.T) {
	site, problems := gateOf(t, "[gate.audience]\nservice = \"internal\"\n\"service/guides\" = \"public\"\n\"service/guides/a\" = \"parties\"\npages = \"parties\"\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		id   page.ID
		item string
		want page.Audience
	}{
		{"service/petitions/a", "service/petitions", page.Internal},
		{"service/guides/b", "service/guides", page.Public},
		{"service/guides/a", "service/guides", page.Parties},
		{"service/guides/ab", "service/guides", page.Public},
		{"basic/news/a", "service/petitions", page.Internal},
		{"pages/about", "", page.Parties},
		{"basic/news/a", "basic/news", page.Public},
	} {
		if got := site.Gate.AudienceFor(c.id, c.item); got != c.want {
			t.Errorf("%s in %s is for %d, want %d", c.id, c.item, got, c.want)
		}
	}
}

func TestGateProblems(t *testing.T) {
	for lines, want := range map[string][]string{
		"profile = \"strict\"\napart = [[\"content\", \"approval\"], [\"risk\", \"secrecy\", \"language\"]]\n[gate.offices]\nsecrecy = \"保密办\"\n": nil,
		"roles = [\"boss\"]":                                      {"1 gate-role"},
		"roles = \"content\"":                                     {"1 toml-list"},
		"[gate.require]\nbasic = [\"content\", \"x\"]":            {"2 gate-role"},
		"[gate.require]\nbasic = 1":                               {"2 toml-list"},
		"[gate.offices]\nboss = \"办公室\"":                          {"2 gate-role"},
		"apart = [[\"content\"]]":                                 {"1 gate-apart"},
		"apart = [[\"content\", 1]]":                              {"1 gate-apart"},
		"apart = [\"content\"]":                                   {"1 gate-apart"},
		"apart = [[\"content\", \"x\"]]":                          {"1 gate-role"},
		"[gate.audience]\nbasic = \"all\"":                        {"2 front-audience"},
		"[gate.audience]\nbasic = true":                           {"2 toml-text"},
		"[gate.severity]\nx = \"off\"":                            {"2 gate-severity-code"},
		"[gate.severity]\nfile-unused = \"none\"":                 {"2 gate-severity-value"},
		"[gate.severity]\nfile-unused = 1":                        {"2 toml-text"},
		"[gate.severity]\npersonal-identity-number = \"warning\"": {"2 gate-severity-fixed"},
		"[gate.severity]\npersonal-identity-number = \"error\"":   nil,
		"[gate.severity]\naudience-file = \"off\"":                {"2 gate-severity-fixed"},
		"[gate.severity]\ntoml-syntax = \"note\"":                 {"2 gate-severity-fixed"},
		"roles = []\nrole = []":                                   {"2 toml-unknown-key"},
	} {
		if _, got := gateOf(t, lines); !slices.Equal(got, want) {
			t.Errorf("%s: %q", lines, got)
		}
	}
	site, _ := gateOf(t, "[gate.audience]\nbasic = \"all\"\n[gate.severity]\nfile-unused = \"off\"\n")
	if site.Gate.AudienceFor("basic/news/a", "") != page.Internal {
		t.Error("an audience that is none keeps nothing back")
	}
	if len(site.Gate.Severities) != 1 || site.Gate.Severities[diag.FileUnused] != diag.Off {
		t.Errorf("severities: %v", site.Gate.Severities)
	}
}
