package group

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLook: the group's theme and phrases are every member's; a member's emblem and colours are its own; where the theme is locked, nothing else is.
func TestLook(t *testing.T) {
	dir := newGroup(t, 3)
	write(t, dir, "group.toml", "locked = [\"theme\"]\n"+text(t, dir, "group.toml"))
	write(t, dir, "themes/default/layouts/gone.html", "<p>shared layout</p>")
	write(t, dir, "themes/default/assets/css/95-group.css", ".of-group{color:#123456}")
	write(t, dir, "i18n/zh-Hans.toml", "[phrases]\nhome = \"省院首页\"\n")
	write(t, dir, "courts/c001/themes/default/assets/emblem.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 7 7"><path d="M0 0h7"/></svg>`)
	write(t, dir, "courts/c001/themes/default/assets/css/00-variables.css", ":root{--bar:#654321}")
	write(t, dir, "courts/c002/themes/default/assets/js/90-own.js", "alert(1)")
	status, _ := build(t, dir, Options{})
	if status["c000"] != Built || status["c001"] != Built || status["c002"] != Failed {
		t.Fatal(status)
	}
	style := func(id string) string {
		names, err := filepath.Glob(filepath.Join(dir, "public", id, "assets/style.*.css"))
		if err != nil || len(names) != 1 {
			t.Fatal(names, err)
		}
		return text(t, names[0])
	}
	emblem := func(id string) string {
		names, _ := filepath.Glob(filepath.Join(dir, "public", id, "assets/emblem.*.svg"))
		return text(t, names[0])
	}
	for _, id := range []string{"c000", "c001"} {
		if !strings.Contains(style(id), "of-group") || !strings.Contains(text(t, dir, "public", id, "index.html"), "省院首页") {
			t.Errorf("%s lacks the group's style or phrases", id)
		}
		if own := id == "c001"; strings.Contains(style(id), "#654321") != own || strings.Contains(emblem(id), "0 0 7 7") != own {
			t.Errorf("%s has the wrong look", id)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "public/c002")); err == nil {
		t.Error("a member with a script of its own was built")
	}
}

// TestLayers: what a member says comes before the list and group.toml, these before the defaults; tables are laid over each other.
func TestLayers(t *testing.T) {
	dir := newGroup(t, 2)
	write(t, dir, "group.toml", `members = ["courts/*"]
list = "courts.csv"
[defaults]
base_url = "https://{id}.court.example/x"
default_language = "zh-Hans"
lists = { size = 50 }
contact = { telephone = "12368", postcode = "000000" }
`)
	write(t, dir, "courts.csv", "id,court.parent,contact.postcode,languages.zh-Hans.court,base_url\nc001,c000,111111,第一法院,\nc000,,222222,,https://zero.example\n")
	write(t, dir, "courts/c001/site.toml", "contact = { postcode = \"333333\" }\n"+text(t, dir, "courts/c001/site.toml"))
	g := open(t, dir)
	zero, one := g.Members[0].Site, g.Members[1].Site
	if zero.BaseURL != "https://zero.example/" || one.BaseURL != "https://c001.court.example/x/" {
		t.Error(zero.BaseURL, one.BaseURL)
	}
	if zero.Contact.Postcode != "222222" || one.Contact.Postcode != "333333" || one.Contact.Telephone != "12368" || one.ListSize != 50 || one.Court.Parent != "c000" {
		t.Errorf("%+v %+v", zero.Contact, one)
	}
	if one.Languages[0].Court != "第一法院" || one.Languages[0].Title != "第1人民法院" {
		t.Errorf("%+v", one.Languages)
	}
	_, outcomes := build(t, dir, Options{})
	allBuilt(t, outcomes)

	// What is wrong with an inherited value is told where it stands.
	write(t, dir, "courts.csv", "id,lists.sise\nc001,7\n")
	write(t, dir, "group.toml", strings.Replace(text(t, dir, "group.toml"), "size = 50", "size = 5000", 1))
	_, outcomes = build(t, dir, Options{})
	if got := strings.Join(told(outcomes[1].Problems), "; "); got != "courts.csv:2:6 toml-unknown-key; group.toml:6:11 site-range" {
		t.Errorf("got %s", got)
	}
}
