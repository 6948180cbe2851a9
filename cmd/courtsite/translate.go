package main

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/diag"
	"courtsite/generator/page"
)

func (a *app) translateCommand() *cobra.Command {
	group := a.group("translate", a.text("See how translations stand, and record that one matches its source", "查看译文状态，登记译文与原文一致"))
	group.AddCommand(a.translateStatusCommand(), a.translateMarkCommand())
	return group
}

// statusFlags are the flags of "courtsite translate status".
type statusFlags struct {
	format, language string
	all              bool
}

func (a *app) translateStatusCommand() *cobra.Command {
	var f statusFlags
	cmd := &cobra.Command{
		Use:   "status",
		Short: a.text("List missing, draft, outdated and orphaned translations", "列出缺少、草稿、过期和无原文的译文"),
		Long: a.text(
			"Counts, for each language, what is missing, draft, current, outdated (the source changed since) and orphaned (there is no source), and lists what needs work.",
			"按语言统计译文：缺少、草稿、有效、过期（原文后来有改动）、无原文，并列出需要处理的文件。"),
		Args: a.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.translateStatus(cmd.Context(), f) },
	}
	cmd.Flags().StringVar(&f.language, "language", "", a.text("only this language, `TAG`", "只看一种语言 `TAG`"))
	cmd.Flags().BoolVar(&f.all, "all", false, a.text("list missing and current ones too", "同时列出缺少的和有效的"))
	a.formatFlag(cmd, &f.format)
	return cmd
}

func (a *app) translateStatus(ctx context.Context, f statusFlags) error {
	if err := a.choice("format", f.format, formatText, formatJSON); err != nil {
		return err
	}
	arranged, problems, err := a.arrange(ctx)
	if err != nil {
		return err
	}
	list := generator.Translations(arranged)
	if f.language != "" {
		if arranged.Edition(f.language) == nil {
			return wrong(fmt.Sprintf(a.text("the site has no language %q", "本站没有 %q 这种语言"), f.language), strings.Join(arranged.Site.Tags(), ", "))
		}
		list = slices.DeleteFunc(list, func(t generator.Translation) bool { return t.Language != f.language })
	}
	if f.format == formatJSON {
		return cmp.Or(a.encode(append([]generator.Translation{}, list...)), a.unread(problems))
	}
	for _, e := range arranged.Editions[1:] {
		if f.language == "" || f.language == e.Tag {
			a.translateLanguage(e, list, f.all)
		}
	}
	return a.unread(problems)
}

// unread tells what keeps some pages from being read: what was said of the others stands, and is not all.
func (a *app) unread(problems []diag.Problem) error {
	if !diag.HasErrors(problems) {
		return nil
	}
	a.tell(problems)
	return errProblems
}

// states are listed in this order; those that need nobody's work only where all are asked for.
var states = []struct {
	state  corpus.State
	en, zh string
	idle   bool
}{
	{corpus.Outdated, "outdated", "过期", false},
	{corpus.Orphaned, "orphaned", "无原文", false},
	{corpus.DraftText, "draft", "草稿", false},
	{corpus.Current, "current", "有效", true},
	{corpus.Missing, "missing", "缺少", true},
}

// translateLanguage tells how one language stands.
func (a *app) translateLanguage(e *corpus.Edition, list []generator.Translation, all bool) {
	var counts []string
	var lines []string
	for _, s := range states {
		n := 0
		for _, t := range list {
			if t.Language != e.Tag || t.State != s.state {
				continue
			}
			n++
			if all || !s.idle {
				lines = append(lines, fmt.Sprintf("  %s: %s", a.text(s.en, s.zh), cmp.Or(t.Path, t.Document)))
			}
		}
		counts = append(counts, fmt.Sprintf("%s %d", a.text(s.en, s.zh), n))
	}
	line(a.out, fmt.Sprintf("%s (%s): %s", e.Tag, e.Locale.Name, strings.Join(counts, a.text(", ", "，"))))
	for _, l := range lines {
		line(a.out, l)
	}
}

// arrange reads the site without its bodies. A page with an error is left out of it, or stands in it as far as it could be read; the problems tell.
func (a *app) arrange(ctx context.Context) (*corpus.Corpus, []diag.Problem, error) {
	_, site, err := a.folder()
	if err != nil {
		return nil, nil, err
	}
	in, err := a.asMember(generator.Input{Site: site, Now: a.now(), Drafts: true, Version: programVersion()})
	if err != nil {
		return nil, nil, err
	}
	arranged, problems, err := generator.Arrange(ctx, in)
	if err == nil && arranged == nil {
		err = a.unread(problems)
	}
	return arranged, problems, err
}

func (a *app) translateMarkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "mark PAGE",
		Short: a.text("Record that a translation matches its source as it is now", "登记译文与现在的原文一致"),
		Long: a.text(
			"Writes the hash of the source's text and today's date into the translation's front matter, under [translation]. Do this only after the translation was brought up to date: nothing else makes an outdated translation current.",
			"把原文的校验值和当天日期写入译文文档属性的 [translation] 一节。更新译文之后才能登记：过期的译文只有登记才会变为有效。"),
		Example: "courtsite translate mark content/basic/news/opening.ug.md",
		Args:    a.arguments("PAGE"),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.translateMark(cmd.Context(), args[0]) },
	}
}

func (a *app) translateMark(ctx context.Context, name string) error {
	arranged, problems, err := a.arrange(ctx)
	if err != nil {
		return err
	}
	p := arranged.ByFile(a.inSite(name))
	// A hash that is none is what this writes anew.
	others := slices.DeleteFunc(about(problems, a.inSite(name), p), func(q diag.Problem) bool { return q.Kind == diag.FrontTranslationSource })
	if err := a.unread(others); err != nil {
		return err
	}
	switch {
	case p == nil:
		return wrong(fmt.Sprintf(a.text("there is no page %s", "没有页面 %s"), name), a.text("name its file as seen from the site's folder: content/...", "请写从站点文件夹看的文件路径：content/……"))
	case p.Edition == p.Edition.Default:
		return wrong(fmt.Sprintf(a.text("%s is not a translation: it is in the site's default language", "%s 是默认语言的页面，不是译文"), name), "")
	case p.Translates() == nil:
		return wrong(fmt.Sprintf(a.text("%s has no source: there is no page for it in the default language", "%s 没有原文：默认语言中没有对应的页面"), name), "")
	}
	file := filepath.Join(a.dir, filepath.FromSlash(p.Path))
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	marked, ok := page.MarkTranslation(text, p.Translates().Text, a.now().In(arranged.Site.Zone))
	if !ok {
		return wrong(fmt.Sprintf(a.text("the front matter of %s cannot take the record", "无法写入 %s 的文档属性"), name),
			a.text("write [translation] on a line of its own, with its keys below", "请把 [translation] 单独写一行，其下写各个键"))
	}
	if err := replaceFile(file, marked); err != nil {
		return err
	}
	line(a.out, fmt.Sprintf(a.text("%s now matches %s", "已登记：%s 与 %s 一致"), p.Path, p.Translates().Path))
	switch {
	case p.Translation.Draft:
		line(a.out, a.text("it stays a draft: its [translation] says draft = true", "仍为草稿：[translation] 中写有 draft = true"))
	case p.Translation.Machine && p.Translation.Reviewer == "":
		line(a.out, a.text("it stays a draft: a machine made it, and [translation] names no reviewer", "仍为草稿：机器翻译，[translation] 中没有写明审校者（reviewer）"))
	}
	return nil
}

// about picks the problems of a page, of the text that it translates, and of site.toml: those of other pages are no reason not to mark it. Where the page or
// its source could not be found, any may be the reason.
func about(problems []diag.Problem, name string, p *corpus.Page) []diag.Problem {
	if p == nil || p.Translates() == nil && p.Edition != p.Edition.Default {
		return problems
	}
	return slices.DeleteFunc(slices.Clone(problems), func(one diag.Problem) bool {
		return one.Path != name && one.Path != config.File && (p.Translates() == nil || one.Path != p.Translates().Path)
	})
}

// inSite gives a path that was typed, as seen from the site's folder or from the current one.
func (a *app) inSite(name string) string {
	name = filepath.ToSlash(filepath.Clean(name))
	if rel, err := filepath.Rel(a.dir, name); err == nil && filepath.IsLocal(rel) && !strings.HasPrefix(name, page.Folder+"/") {
		return filepath.ToSlash(rel)
	}
	return name
}

// replaceFile writes a file whole or not at all, with the mode that it has.
func replaceFile(name string, data []byte) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(name); err == nil {
		mode = info.Mode().Perm()
	}
	temp, err := os.CreateTemp(filepath.Dir(name), ".courtsite-*.tmp")
	if err != nil {
		return err
	}
	defer os.Remove(temp.Name())
	if _, err := temp.Write(data); err != nil {
		temp.Close()
		return err
	}
	if err := cmp.Or(temp.Chmod(mode), temp.Sync(), temp.Close()); err != nil {
		return err
	}
	return os.Rename(temp.Name(), name)
}
