package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"courtsite/generator/diag"
)

// documents are those that LibreOffice made for the package that looks into attachments.
const documents = "../../generator/gate/attach/testdata"

// TestAttachmentsRefused: one document with a number in a hidden place keeps the site from being written, leaves the old site as it was, and the
// message leads to the place without showing the number.
func TestAttachmentsRefused(t *testing.T) {
	dir := newTestSite(t)
	build := func() (int, string) {
		a, _, err := newTestApp(diag.ZH)
		return a.run(t.Context(), []string{"build", "-C", dir, "--now", "2026-03-01"}), err.String()
	}
	if status, said := build(); status != exitDone {
		t.Fatalf("exit status %d: %s", status, said)
	}
	before := digests(t, filepath.Join(dir, "public"))
	for _, c := range []struct{ file, want string }{
		{"hidden-sheet.xlsx", "工作表“底稿”B2 单元格：公民身份号码：110105********002X"},
		{"hidden-columns.ods", "工作表“名单”：有内容的行、列被隐藏：B"},
		{"deleted-text.docx", "第 1 段：公民身份号码：110105********002X"},
		{"comment.odt", "批注 1：公民身份号码：110105********002X"},
		{"covered.pdf", "第 1 页：黑块遮盖下仍有文字"},
		{"slide-notes.pptx", "第 1 张幻灯片备注：公民身份号码：110105********002X"},
		{"no-copying.pdf", "第 1 页：公民身份号码：110105********002X"},
		{"embedded.docx", "word/embeddings/oleObject1.xlsx › 工作表“Sheet1”A1 单元格：公民身份号码：110105********002X"},
	} {
		attachDocument(t, dir, c.file)
		status, said := build()
		if status != exitProblems || !strings.Contains(said, c.file+": ") || !strings.Contains(said, c.want) || strings.Contains(said, "19491231") {
			t.Errorf("%s: exit status %d:\n%s", c.file, status, said)
		}
		if after := digests(t, filepath.Join(dir, "public")); !slices.Equal(before, after) {
			t.Errorf("%s: the site in place was changed", c.file)
		}
	}
}

// TestAttachmentsWarned: what is hidden but no secret, and what cannot be looked at, is a warning; under the strict profile it is an error that a
// document is locked.
func TestAttachmentsWarned(t *testing.T) {
	dir := newTestSite(t)
	for _, c := range []struct {
		file, want string
		strict     int
	}{
		{"author.docx", "文件属性中有姓名或单位：creator = 王**", exitDone},
		{"inserted-text.odt", "留有修订记录：1 处", exitDone},
		{"located.jpg", "图片带有拍摄地点（GPS）", exitDone},
		{"picture.docx", "word/media/image1.jpeg：图片带有拍摄地点（GPS）", exitDone},
		{"scan.pdf", "第 1 页：未能检查是否有个人信息和涉密内容：只有图像", exitDone},
		{"old.doc", "未能检查是否有个人信息和涉密内容：是旧版办公软件格式", exitDone},
		{"locked.xlsx", "未能检查是否有个人信息和涉密内容：设有密码", exitProblems},
		{"locked.pdf", "未能检查是否有个人信息和涉密内容：设有密码", exitProblems},
	} {
		attachDocument(t, dir, c.file)
		for _, profile := range []string{"relaxed", "strict"} {
			a, _, err := newTestApp(diag.ZH)
			want := exitDone
			if profile == "strict" {
				want = c.strict
			}
			setProfile(t, dir, profile)
			if status := a.run(t.Context(), []string{"check", "-C", dir, "--as-of", "2026-03-01"}); status != want || !strings.Contains(err.String(), c.want) {
				t.Errorf("%s, %s: exit status %d:\n%s", c.file, profile, status, err)
			}
		}
	}
}

// attachDocument makes a page whose only attachment is a document.
func attachDocument(t *testing.T, dir, file string) {
	t.Helper()
	folder := filepath.Join(dir, "content", "basic", "news", "attached")
	data, err := os.ReadFile(filepath.Join(documents, file))
	if err == nil {
		err = os.RemoveAll(folder)
	}
	if err == nil {
		err = os.MkdirAll(folder, 0o777)
	}
	if err == nil {
		err = os.WriteFile(filepath.Join(folder, file), data, 0o666)
	}
	if err == nil {
		page := fmt.Sprintf("+++\ntitle = \"附件\"\npublished = 2026-02-10\nattachments = [%q]\n+++\n\n见附件。\n", file)
		err = os.WriteFile(filepath.Join(folder, "index.md"), []byte(page), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func setProfile(t *testing.T, dir, profile string) {
	t.Helper()
	name := filepath.Join(dir, "site.toml")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := strings.Cut(string(text), "[gate]")
	if err := os.WriteFile(name, []byte(before+"[gate]\nroles = []\nprofile = \""+profile+"\"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
}

// digests lists the files of a folder with their contents.
func digests(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		list = append(list, fmt.Sprintf("%s %x", name, sha256.Sum256(data)))
		return err
	})
	if err != nil || len(list) == 0 {
		t.Fatal(len(list), err)
	}
	return list
}
