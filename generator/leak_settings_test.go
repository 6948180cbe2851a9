package generator_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"courtsite/generator/diag"
)

// settingPlants are places in site.toml and in the site's other files that stand on pages.
func settingPlants(secret string) map[string]map[string]string {
	toml := func(more string) map[string]string {
		return map[string]string{"site.toml": leakSite + fmt.Sprintf(strings.ReplaceAll(more, "%s", "%[1]s"), secret)}
	}
	return map[string]map[string]string{
		"description of the site":  toml("description = \"%s\"\n"),
		"keywords of the site":     toml("keywords = [\"court\", \"%s\"]\n"),
		"organizer":                toml("organizer = \"%s\"\n"),
		"address":                  toml("address = \"Road 1, %s\"\n"),
		"telephone":                toml("[contact]\ntelephone = \"%s\"\n"),
		"mailbox":                  toml("[contact]\nemail = \"%s@court.example\"\n"),
		"office of an item":        toml("[catalogue.items.\"basic/news\"]\noffice = \"张某 %s\"\n"),
		"reason of a court":        toml("[catalogue.items.\"trial/commutation\"]\nnot_applicable = \"因%s\"\n"),
		"name of an item":          toml("[catalogue.items.\"service/circuit-courts\"]\nname = \"巡回%s\"\nsince = 2026\n"),
		"reason of a withdrawal":   toml("[[gone]]\naddress = \"/basic/news/old/\"\nreason = \"误公开%s\"\n"),
		"address of a withdrawal":  toml("[[gone]]\naddress = \"/basic/news/%s/\"\nreason = \"误公开\"\n"),
		"number by its characters": toml("organizer = \"" + byNumber(secret) + "\"\n"),
		"percent signs":            toml("[[gone]]\naddress = \"/basic/news/" + strings.ReplaceAll(percent(secret), "%", "%%") + "/\"\nreason = \"误公开\"\n"),
		"phrase":                   {"i18n/en.toml": "[phrases]\nhome = \"Home " + secret + "\"\n"},
		"template":                 {"themes/default/layouts/extra.html": "<p>" + secret + "</p>"},
		"picture of the theme":     {"themes/default/assets/extra.png": string(picture(secret))},
	}
}

func byNumber(s string) string {
	var b strings.Builder
	for _, c := range s {
		fmt.Fprintf(&b, "\\u%04X", c)
	}
	return b.String()
}

// TestLeakOfSettings: what stands in the site's other files is published as much as what stands in pages. A secret there keeps the site from being
// written, is told at its place, and is not shown; the same site without it is written.
func TestLeakOfSettings(t *testing.T) {
	secret := identity(len(plants) + 1)
	for place, files := range settingPlants(secret) {
		site := fstest.MapFS{"site.toml": {Data: []byte(leakSite)}}
		for name, data := range page("a", "", "正文。") {
			site["content/basic/news/"+name] = &fstest.MapFile{Data: data}
		}
		path := ""
		for name, text := range files {
			path, site[name] = name, &fstest.MapFile{Data: []byte(text)}
		}
		result, _ := buildLeak(t, site)
		found := false
		for _, p := range result.Problems {
			found = found || p.Kind == diag.PersonalIdentity && p.Severity == diag.Error && p.Path == path
			if path == "site.toml" && p.Kind == diag.PersonalIdentity && p.Line < 8 {
				t.Errorf("%s: told at line %d", place, p.Line)
			}
		}
		if !found || result.Manifest != nil {
			t.Errorf("%s: the site is written, or nothing is said of %s:\n%s", place, path, logOf(t, result))
		}
		if leaks(logOf(t, result), secret) {
			t.Errorf("%s: a message shows the secret", place)
		}
	}
}

// TestOfficesOfSettings: a court's own telephone, mailbox and address are no findings; nor is what a theme says of its makers.
func TestOfficesOfSettings(t *testing.T) {
	site := fstest.MapFS{"site.toml": {Data: []byte(leakSite + "address = \"明镜县清正路1号3单元502室\"\n[contact]\ntelephone = \"13812345678\"\nemail = \"zhangsan@qq.com\"\npostcode = \"100000\"\n" +
		"[registration]\nicp = \"京ICP备12345678号\"\npolice = \"京公网安备11010502030143号\"\nsite_code = \"bm12345678\"\n")}}
	site["themes/default/LICENSE"] = &fstest.MapFile{Data: []byte("Copyright (c) Zhang San <zhangsan@qq.com> 13812345678")}
	for name, data := range page("a", "", "正文。") {
		site["content/basic/news/"+name] = &fstest.MapFile{Data: data}
	}
	result, _ := buildLeak(t, site)
	for _, p := range result.Problems {
		if strings.HasPrefix(p.Kind.Code, "personal-") || strings.HasPrefix(p.Kind.Code, "attachment-") {
			t.Errorf("%s: %s", p.Path, p.Text(diag.EN))
		}
	}
	if result.Manifest == nil {
		t.Errorf("the site is not written:\n%s", logOf(t, result))
	}
}
