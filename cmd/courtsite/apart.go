package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"courtsite/generator/config"
	"courtsite/generator/page"
	"courtsite/generator/waiver"
)

// inputs are what a site is made from, in its folder.
var inputs = []string{page.Folder, "themes", "i18n", config.File, waiver.File}

// apart wants an output folder in which no file of the project's own is, and that is in none of its folders: what a build replaces there
// would be the source of the next one.
func (a *app) apart(dir, target string) error {
	site, out := whole(dir), whole(target)
	for at := site; ; at = filepath.Dir(at) {
		if same(at, out) {
			return a.notApart(target)
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	for at := out; at != filepath.Dir(at); at = filepath.Dir(at) {
		if same(filepath.Dir(at), site) && slices.Contains(inputs, strings.ToLower(filepath.Base(at))) {
			return a.notApart(target)
		}
	}
	return nil
}

func (a *app) notApart(target string) error {
	return wrong(fmt.Sprintf(a.text("%s holds what the site is made from, or is part of it", "%s 包含站点的源文件，或位于源文件之中"), target),
		a.text("name a folder for the finished site alone with -o, such as public", "请用 -o 指定专门存放生成结果的文件夹，如 public"))
}

// whole gives an absolute path without symbolic links, as far as it exists.
func whole(path string) string {
	path, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	for at, rest := path, ""; ; at, rest = filepath.Dir(at), filepath.Join(filepath.Base(at), rest) {
		if real, err := filepath.EvalSymlinks(at); err == nil {
			return filepath.Join(real, rest)
		}
		if at == filepath.Dir(at) {
			return path
		}
	}
}

// same tells whether two paths are one folder, also where case makes no difference.
func same(a, b string) bool {
	if a == b {
		return true
	}
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
