package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// buildFlags are the flags of "courtsite build".
type buildFlags struct {
	output, now, baseURL, format string
	jobs                         int
	drafts, vanish, fresh        bool
	verify, explain              bool
	chosen                       bool // the output folder was named
}

func (a *app) buildCommand() *cobra.Command {
	var f buildFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.text("Check the site and make the files to publish", "检查站点并生成可发布的文件"),
		Long: a.text(
			"The new site takes the place of the old one only if nothing is wrong with it.\nElse every problem is listed with its file and line, and the old site stays as it is.",
			"全部检查通过后，新站点才会替换旧站点。\n如有错误，会逐条列出所在文件和行号，旧站点保持不变。"),
		Example: a.text(
			"courtsite build                      # the site in this folder, into public\ncourtsite build -C court -o www      # the site in court, into court/www\ncourtsite build --now 2026-10-01     # as it will be on that day",
			"courtsite build                      # 生成当前文件夹中的站点，放入 public\ncourtsite build -C court -o www      # 生成 court 中的站点，放入 court/www\ncourtsite build --now 2026-10-01     # 按该日期生成（定时发布、到期撤下）"),
		Args: a.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			f.chosen = cmd.Flags().Changed("output")
			return a.build(cmd.Context(), f)
		},
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.output, "output", "o", "public", a.text("write to the folder `DIR`, relative to the site's", "写入文件夹 `DIR`（相对于站点文件夹）"))
	flags.StringVar(&f.now, "now", "", a.text("build as at `TIME`: 2026-02-10 or 2026-02-10T09:00:00+08:00; else now", "按时间 `TIME` 生成：2026-02-10 或 2026-02-10T09:00:00+08:00；不写则为现在"))
	flags.StringVar(&f.baseURL, "base-url", "", a.text("the site's address `URL`, instead of the one in site.toml", "站点网址 `URL`，代替 site.toml 中的 base_url"))
	flags.IntVar(&f.jobs, "jobs", 0, a.text("work on `N` pages at a time; else one for each processor", "同时处理 `N` 个页面；不写则与处理器个数相同"))
	flags.BoolVar(&f.drafts, "drafts", false, a.text("include drafts and pages whose time has not come: not for publishing, so -o has to name another folder", "包含草稿和未到发布时间的页面；不可用于发布，须用 -o 指定别的文件夹"))
	flags.BoolVar(&f.vanish, "allow-vanish", false, a.text("go on although most pages of the previous site vanish", "原有站点的多数页面将会消失时，仍然生成"))
	flags.BoolVar(&f.fresh, "no-cache", false, a.text("make everything again, and take nothing over from the last build", "全部重新生成，不沿用上次生成的结果"))
	flags.BoolVar(&f.explain, "explain", false, a.text("say of each file that was made again why", "逐个说明重新生成的文件及其原因"))
	flags.BoolVar(&f.verify, "verify-cache", false, a.text("afterwards make everything once more without the last build, and compare", "生成之后不沿用上次结果再全部生成一遍，并逐个文件核对"))
	a.problemFormatFlag(cmd, &f.format)
	return cmd
}

// formatFlag adds --format, which commands that list problems have.
func (a *app) formatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", formatText, a.text("how to tell the outcome, `text|json`; JSON goes to standard output", "结果的格式 `text|json`；json 写到标准输出"))
	complete(cmd, "format", formatText, formatJSON)
}

// problemFormatFlag adds --format to a command whose outcome are problems.
func (a *app) problemFormatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", formatText, a.text("how to tell the outcome, `text|json|sarif`; JSON and SARIF go to standard output", "结果的格式 `text|json|sarif`；json 和 sarif 写到标准输出"))
	complete(cmd, "format", formatText, formatJSON, formatSARIF)
}

// build makes the site beside the old one and switches if nothing is wrong.
func (a *app) build(ctx context.Context, f buildFlags) (err error) {
	if err := a.checkBuild(f); err != nil {
		return err
	}
	dir, site, err := a.folder()
	if err != nil {
		return err
	}
	now, err := a.moment("now", f.now, settings(site).Zone)
	if err != nil {
		return err
	}
	began := time.Now()
	target := within(dir, f.output)
	if err := a.apart(dir, target); err != nil {
		return err
	}
	staging, err := output.Stage(target)
	if err != nil {
		return untouched(err)
	}
	defer func() { err = errors.Join(err, staging.Discard()) }() // does nothing after the switch

	bar := a.progress(a.text("building", "正在生成"))
	in := generator.Input{
		Site: site, Now: now, BaseURL: f.baseURL, Drafts: f.drafts, Preview: f.drafts, Version: programVersion(), Program: programFile(),
		Vanish: f.vanish, Jobs: f.jobs, Progress: bar.step, Past: a.past(staging, f.fresh), Clock: began,
	}
	if result, same := generator.Unchanged(in); same && staging.Intact(ctx, f.jobs) {
		bar.clear()
		if err := a.built(f, result, target, began, a.text("; nothing has changed", "；没有变化")); err != nil {
			return err
		}
		return a.proved(ctx, f, in, target)
	}
	result, amended, err := generator.Amend(ctx, in, staging)
	if err == nil && !amended {
		in.Previous = staging.Last()
		result, err = generator.Build(ctx, in, staging)
	}
	bar.clear()
	if err != nil {
		return untouched(err)
	}
	if diag.HasErrors(result.Problems) {
		return a.refuse(f.format, result)
	}
	if err := ctx.Err(); err != nil {
		return err // Ctrl-C in the last moment still counts
	}
	staging.SetPast(func(w io.Writer) error { return result.Past.Write(ctx, w) })
	if amended {
		err = staging.CommitAmended(result.Changed, nil)
	} else {
		err = staging.Commit(result.Manifest)
	}
	if err != nil {
		return &buildError{err, true}
	}
	if !f.explain {
		result.Made = nil
	} else if f.format == formatText {
		a.explainMade(result.Made)
	}
	if result.Lost {
		a.lostPast()
	}
	if err := a.built(f, result, target, began, ""); err != nil {
		return err
	}
	return a.proved(ctx, f, in, target)
}

// proved proves that what was taken over is what would be made, where that is asked for.
func (a *app) proved(ctx context.Context, f buildFlags, in generator.Input, target string) error {
	if !f.verify {
		return nil
	}
	return a.verifyCache(ctx, in, target)
}

func (a *app) lostPast() {
	line(a.err, a.text("note: the record of the last build cannot be read; everything is made again", "提示：上次生成的记录无法读取，将全部重新生成"))
}

// built tells what a build came to.
func (a *app) built(f buildFlags, result *generator.Result, target string, began time.Time, remark string) error {
	if err := a.report(f.format, target, result); err != nil || f.format != formatText {
		return err
	}
	line(a.out, a.summary(result)+fmt.Sprintf(a.text(", in %s (%.1f s)", "，位于 %s（%.1f 秒）"), target, time.Since(began).Seconds())+a.held(result, f.drafts)+remark)
	return nil
}

// past reads what the last build of this place found out. One that cannot be read is passed over: everything is made again.
func (a *app) past(staging *output.Staging, fresh bool) *generator.Past {
	data := staging.Past()
	if fresh || data == nil {
		return nil
	}
	past, err := generator.ReadPast(data, data.Size())
	if err != nil {
		a.lostPast()
		return nil
	}
	return past
}

// checkBuild refuses flags that cannot be meant.
func (a *app) checkBuild(f buildFlags) error {
	switch {
	case f.jobs < 0:
		return wrong(a.text("--jobs cannot be negative", "--jobs 不能是负数"), "")
	case f.baseURL != "" && !config.IsBaseURL(f.baseURL):
		return wrong(fmt.Sprintf(a.text("%q is no value for --base-url: an absolute http or https address without query", "%q 不能作为 --base-url 的值：应为完整的 http 或 https 网址，不带参数"), f.baseURL),
			a.text("write --base-url https://court.example", "请写成 --base-url https://court.example"))
	case f.drafts && !f.chosen:
		return wrong(a.text("--drafts would put what is not published into the folder for publishing", "--drafts 会把未发布的内容写入用于发布的文件夹"),
			a.text("name another folder: --drafts -o preview; or look at them with: courtsite serve --drafts", "请指定别的文件夹：--drafts -o preview；或用 courtsite serve --drafts 预览"))
	}
	return a.choice("format", f.format, formatText, formatJSON, formatSARIF)
}

// refuse tells the problems of a site that is not written.
func (a *app) refuse(format string, result *generator.Result) error {
	if err := a.report(format, "", result); err != nil {
		return err
	}
	if format == formatText {
		line(a.out, a.text("nothing was written; the previous site is untouched", "没有写入任何内容，原有站点保持不变"))
	}
	return errProblems
}

// summary says what a site is made of.
func (a *app) summary(result *generator.Result) string {
	return fmt.Sprintf(a.text("%s in %s (%s): %s, %s", "%s，%s（%s）；%s，%s"),
		a.number(result.Pages, "page", "pages", "个页面"),
		a.number(len(result.Languages), "language", "languages", "种语言"), strings.Join(result.Languages, ", "),
		a.number(result.Files, "file", "files", "个文件"), size(result.Bytes))
}

// held says which pages exist and are not public; nothing where there are none.
func (a *app) held(result *generator.Result, shown bool) string {
	var parts []string
	if n := result.Held.Drafts; n > 0 {
		parts = append(parts, a.number(n, "draft", "drafts", "个草稿"))
	}
	if n := result.Held.Embargoed; n > 0 {
		parts = append(parts, a.number(n, "page whose time has not come", "pages whose time has not come", "个未到发布时间")+
			fmt.Sprintf(a.text(" (next %s)", "（最近 %s）"), day(result.Held.Next)))
	}
	var text string
	switch {
	case len(parts) > 0 && shown:
		text = a.text("; for preview only: ", "；仅供预览：") + strings.Join(parts, a.text(", ", "、"))
	case len(parts) > 0:
		text = a.text("; not published: ", "；未发布：") + strings.Join(parts, a.text(", ", "、"))
	}
	if n := result.Held.Withheld; n > 0 {
		text += a.text("; not for the public: ", "；不对社会公开：") + a.number(n, "page", "pages", "个页面")
	}
	return text
}

// day writes a moment, without the time where that is midnight.
func day(at time.Time) string {
	return strings.TrimSuffix(at.Format("2006-01-02 15:04"), " 00:00")
}
