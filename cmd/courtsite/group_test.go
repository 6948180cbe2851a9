package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// A run over a group that is stopped has built some courts and not others; it does not say that nothing was written.
func TestGroupStopped(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "group")
	if err := os.CopyFS(dir, os.DirFS("../../examples/group")); err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[diag.Lang]string{diag.EN: "each court has its new site or its previous one", diag.ZH: "各院保留新站点或原有站点"} {
		ctx, stop := context.WithCancel(t.Context())
		stop()
		a, out, stderr := newTestApp(lang)
		if got := a.run(ctx, []string{"group", "build", "-C", dir}); got != exitStopped || !strings.Contains(stderr.String(), want) {
			t.Errorf("exit status %d: %s%s", got, out, stderr)
		}
	}
}

// Ids that machines refuse in one way are told once for all of them after the first few.
func TestGroupRefusedOften(t *testing.T) {
	dir := t.TempDir()
	list := "id,folder,court.code,court.level,languages.zh-Hans.title\n"
	for i := range 26 {
		id := "c" + string(rune('a'+i))
		list += id + ",courts/" + id + "," + strings.ToUpper(id) + ",basic," + id + "人民法院\n"
		page := filepath.Join(dir, "courts", id, "content", "pages", "about.md")
		if err := os.MkdirAll(filepath.Dir(page), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(page, []byte("+++\ntitle = \"关于\"\npublished = 2026-01-05\n+++\n\n本站由办公室维护。\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{
		"group.toml": "list = \"courts.csv\"\n[defaults]\nbase_url = \"https://{id}.court.example\"\ndefault_language = \"zh-Hans\"\n", "courts.csv": list, "public": "a file\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	a, out, stderr := newTestApp(diag.EN)
	got := a.run(t.Context(), []string{"group", "build", "-C", dir})
	if n := strings.Count(stderr.String(), "courtsite: error: c"); got != exitMachine || n != fewAlike || !strings.Contains(stderr.String(), "and 6 more that the machine refused") {
		t.Errorf("exit status %d, %d errors: %s%s", got, n, out, stderr)
	}
}
