package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/coverage"
	"courtsite/generator/diag"
)

// coverageFlags are the flags of "courtsite report".
type coverageFlags struct {
	format, now string
	compare     int
}

// The formats that only the report has.
const (
	formatCSV  = "csv"
	formatHTML = "html"
)

func (a *app) reportCommand() *cobra.Command {
	var f coverageFlags
	formats := []string{formatText, formatJSON, formatCSV, formatHTML}
	cmd := &cobra.Command{
		Use:   "report",
		Short: a.text("Tell how far the site covers the disclosure catalogue", "公开目录覆盖情况、更新情况和译文情况"),
		Long: a.text(
			"Lists every item of the catalogue: its documents, languages, last update, whether it is overdue, which office answers for it, why it may be empty; then how fresh each language is and what translations are owed.\nA report is not a check: it ends with status 0 whatever it finds.",
			"逐项列出公开目录：文件数、语言、最近更新、是否超期、责任部门、不适用的理由；并列出各语言的更新情况和待办译文。\n报告不是检查：无论结果如何，退出状态都是 0。"),
		Example: a.text(
			"courtsite report                                # as a table in the terminal\ncourtsite report --format csv > report.csv      # for a spreadsheet\ncourtsite report --compare 2025                 # what changed in the catalogue since 2025",
			"courtsite report                                # 在终端中列表\ncourtsite report --format csv > report.csv      # 用表格软件打开\ncourtsite report --compare 2025                 # 公开目录自 2025 年以来的变化"),
		Args: a.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.coverage(cmd.Context(), f, formats) },
	}
	cmd.Flags().StringVar(&f.format, "format", formatText, a.text("how to write the report, `text|json|csv|html`", "报告的格式 `text|json|csv|html`"))
	cmd.Flags().StringVar(&f.now, "now", "", a.text("report as at `TIME`: 2026-02-10 or 2026-02-10T09:00:00+08:00; else now", "按时间 `TIME` 报告：2026-02-10 或 2026-02-10T09:00:00+08:00；不写则为现在"))
	cmd.Flags().IntVar(&f.compare, "compare", 0, a.text("tell what changed in the catalogue since the year `YEAR`", "列出公开目录自 `YEAR` 年以来的变化"))
	complete(cmd, "format", formats...)
	return cmd
}

func (a *app) coverage(ctx context.Context, f coverageFlags, formats []string) error {
	if err := a.choice("format", f.format, formats...); err != nil {
		return err
	}
	_, site, err := a.folder()
	if err != nil {
		return err
	}
	now, err := a.moment("now", f.now, settings(site).Zone)
	if err != nil {
		return err
	}
	in, err := a.asMember(generator.Input{Site: site, Now: now, Version: programVersion()})
	if err != nil {
		return err
	}
	r, problems, err := generator.Report(ctx, in, f.compare)
	if err != nil {
		return err
	}
	// What is wrong with the site would make its numbers wrong, but for what leads from page to page.
	if r == nil || slices.ContainsFunc(problems, miscounts) {
		a.tell(problems)
		return errProblems
	}
	if diag.HasErrors(problems) {
		a.tell(problems)
	}
	return a.write(r, f.format)
}

// miscounts tells an error that changes what a report counts. A page may be related to one that is not published on the day of the report, or to none: it
// is counted all the same.
func miscounts(p diag.Problem) bool {
	switch p.Kind {
	case diag.FrontRelated, diag.FrontRelatedSelf, diag.AudienceLink:
		return false
	}
	return p.Severity == diag.Error
}

func (a *app) write(r *coverage.Report, format string) error {
	switch format {
	case formatJSON:
		return a.encode(r)
	case formatCSV:
		return r.CSV(a.out, a.lang)
	case formatHTML:
		return r.HTML(a.out, a.lang)
	}
	return r.Text(a.out, a.lang)
}
