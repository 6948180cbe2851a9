package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/diag"
)

// checkFlags are the flags of "courtsite check".
type checkFlags struct {
	asOf, format string
	drafts       bool
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.text("Check the site without writing anything", "只检查站点，不写入任何文件"),
		Long: a.text(
			"Lists every problem with its file, line and what to do. Errors keep a site from being built; warnings do not.",
			"逐条列出问题所在的文件、行号和解决办法。有错误则不能生成站点，警告不影响生成。"),
		Example: a.text(
			"courtsite check                      # the site in this folder\ncourtsite check --as-of 2026-10-01   # what will be wrong on that day",
			"courtsite check                      # 检查当前文件夹中的站点\ncourtsite check --as-of 2026-10-01   # 看该日期时会有什么问题"),
		Args: a.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.check(cmd.Context(), f) },
	}
	cmd.Flags().StringVar(&f.asOf, "as-of", "", a.text("check as at `DATE`, such as 2026-10-01; else now", "按日期 `DATE` 检查，如 2026-10-01；不写则为现在"))
	cmd.Flags().BoolVar(&f.drafts, "drafts", false, a.text("check drafts too, and pages whose time has not come", "同时检查草稿和未到发布时间的页面"))
	a.problemFormatFlag(cmd, &f.format)
	return cmd
}

func (a *app) check(ctx context.Context, f checkFlags) error {
	if err := a.choice("format", f.format, formatText, formatJSON, formatSARIF); err != nil {
		return err
	}
	_, site, err := a.folder()
	if err != nil {
		return err
	}
	now, err := a.moment("as-of", f.asOf, settings(site).Zone)
	if err != nil {
		return err
	}
	in, err := a.asMember(generator.Input{Site: site, Now: now, Drafts: f.drafts, Version: programVersion()})
	if err != nil {
		return err
	}
	bar := a.progress(a.text("checking", "正在检查"))
	in.Progress = bar.step
	result, err := generator.Check(ctx, in)
	bar.clear()
	if err != nil {
		return err
	}
	if err := a.report(f.format, "", result); err != nil {
		return err
	}
	if diag.HasErrors(result.Problems) {
		return errProblems
	}
	if f.format == formatText {
		line(a.out, fmt.Sprintf(a.text("%s checked: the site can be built", "已检查 %s，可以生成站点"), a.number(result.Pages, "page", "pages", "个页面"))+a.held(result, f.drafts))
	}
	return nil
}
