package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"courtsite/generator/group"
)

func (a *app) groupReportCommand() *cobra.Command {
	var format, now string
	cmd := &cobra.Command{
		Use:   "report",
		Short: a.text("Tell how each court stands: coverage, freshness, translations, warnings", "报告各法院情况：目录覆盖、更新、译文、警告"),
		Long: a.text(
			"Reads what the last builds left behind, and builds nothing. The board in the folder of the cache is written anew.",
			"只读取最近一次生成留下的数据，不重新生成站点；同时更新缓存文件夹中的监督台页面。"),
		Args: a.arguments(),
		RunE: func(*cobra.Command, []string) error { return a.groupReport(format, now) },
	}
	cmd.Flags().StringVar(&format, "format", formatText, a.text("`text|json|csv`", "格式 `text|json|csv`"))
	cmd.Flags().StringVar(&now, "now", "", a.text("as at `TIME`; else now", "按时间 `TIME` 计算；不写则为现在"))
	complete(cmd, "format", formatText, formatJSON, formatCSV)
	return cmd
}

func (a *app) groupReport(format, now string) error {
	if err := a.choice("format", format, formatText, formatJSON, formatCSV); err != nil {
		return err
	}
	g, o, err := a.openGroup(groupFlags{now: now})
	if err != nil {
		return err
	}
	sum := g.Survey(o.Now)
	if err := g.WriteBoard(sum); err != nil {
		return err
	}
	switch format {
	case formatJSON:
		out := json.NewEncoder(a.out)
		out.SetEscapeHTML(false)
		out.SetIndent("", " ")
		return out.Encode(sum)
	case formatCSV:
		data, err := sum.CSV()
		if err == nil {
			_, err = a.out.Write(data)
		}
		return err
	}
	for _, r := range sum.Rows {
		line(a.out, a.rowText(r))
	}
	line(a.out, fmt.Sprintf(a.text(
		"%d courts: %d with a site, %d failed, %d without; %d stale; coverage %d of %d; board: %s",
		"%d 个法院：正常 %d，失败 %d，尚无站点 %d；超期未更新 %d；目录覆盖 %d/%d；监督台：%s"),
		sum.Courts, sum.Built, sum.Failed, sum.Never, sum.Stale, sum.Covered, sum.Items, g.BoardDir()))
	return nil
}

// rowText tells of one court in a line; its name comes last, as the width of Chinese characters differs between terminals.
func (a *app) rowText(r group.Row) string {
	coverage, debt := "-", "-"
	if r.Figures != nil {
		coverage = fmt.Sprintf("%d/%d", r.Figures.Covered, r.Figures.Items)
		debt = fmt.Sprintf("%d+%d+%d", r.Missing, r.Outdated, r.Draft)
	}
	mark := " "
	if r.Stale || r.State == group.Failed || r.State == group.Never {
		mark = "!"
	}
	idle := "-"
	if r.Idle >= 0 {
		idle = fmt.Sprint(r.Idle)
	}
	return fmt.Sprintf(a.text("%s %-12s %-9s coverage %-6s idle %-4s pages %-5d translations %-8s warnings %-4d %s", "%s %-12s %-9s 覆盖 %-6s 未更新天数 %-4s 页面 %-5d 待办译文 %-8s 警告 %-4d %s"),
		mark, r.ID, r.State, coverage, idle, r.Pages, debt, r.Findings, r.Name)
}
