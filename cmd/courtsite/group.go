package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator/diag"
	"courtsite/generator/group"
)

// groupFlags are the flags of the commands that run over the members of a group.
type groupFlags struct {
	only              []string
	shard, now        string
	format            string
	jobs              int
	fresh, vanish     bool
	drafts, checkOnly bool
}

func (a *app) groupCommand() *cobra.Command {
	cmd := a.group("group", a.text("Build, check and supervise the sites of many courts", "生成、检查、监督多个法院的站点（站群）"))
	cmd.Long = a.text(
		"A site group is a folder with group.toml, as docs/groups.md explains. -C names it.",
		"站群是含有 group.toml 的文件夹，用 -C 指明，写法见 docs/groups.md。")
	cmd.AddCommand(a.groupBuildCommand(), a.groupCheckCommand(), a.groupPortalCommand(), a.groupPublishCommand(), a.groupReportCommand(), a.groupAddCommand())
	return cmd
}

func (a *app) groupBuildCommand() *cobra.Command {
	var f groupFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: a.text("Build the members that have changed, then the portal and the board", "生成有改动的成员站点，再生成门户和监督台"),
		Long: a.text(
			"A member with an error keeps its last good site, and the others are published; the exit status is 1 then.\nWith --shard only a part of the members is built, and neither portal nor board: \"group portal\" makes them when all parts are done.",
			"某个成员有错误时，它保留上一次的站点，其他成员照常发布，退出状态为 1。\n用 --shard 时只生成一部分成员，不生成门户和监督台；各部分都完成后运行“group portal”。"),
		Example: "courtsite group build -C group\ncourtsite group build -C group --only b201,b202\ncourtsite group build -C group --shard 1/4",
		Args:    a.arguments(),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.groupBuild(cmd.Context(), f) },
	}
	a.memberFlags(cmd, &f)
	cmd.Flags().BoolVar(&f.fresh, "no-cache", false, a.text("build members too whose files have not changed", "没有改动的成员也重新生成"))
	cmd.Flags().BoolVar(&f.vanish, "allow-vanish", false, a.text("go on although most pages of a member's previous site vanish", "成员原有站点的多数页面将会消失时，仍然生成"))
	cmd.Flags().StringVar(&f.now, "now", "", a.text("build as at `TIME`: 2026-02-10 or 2026-02-10T09:00:00+08:00; else now", "按时间 `TIME` 生成：2026-02-10 或 2026-02-10T09:00:00+08:00；不写则为现在"))
	return cmd
}

func (a *app) groupCheckCommand() *cobra.Command {
	f := groupFlags{checkOnly: true}
	cmd := &cobra.Command{
		Use:   "check",
		Short: a.text("Check all members without writing anything", "只检查各成员，不写入任何文件"),
		Args:  a.arguments(),
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.groupBuild(cmd.Context(), f) },
	}
	a.memberFlags(cmd, &f)
	cmd.Flags().BoolVar(&f.drafts, "drafts", false, a.text("check drafts too, and pages whose time has not come", "同时检查草稿和未到发布时间的页面"))
	cmd.Flags().StringVar(&f.now, "as-of", "", a.text("check as at `DATE`, such as 2026-10-01; else now", "按日期 `DATE` 检查，如 2026-10-01；不写则为现在"))
	return cmd
}

func (a *app) groupPortalCommand() *cobra.Command {
	var f groupFlags
	cmd := &cobra.Command{
		Use:   "portal",
		Short: a.text("Make the portal and the board from what the members published", "根据各成员已发布的内容生成门户和监督台"),
		Args:  a.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			g, o, err := a.openGroup(f)
			if err != nil {
				return err
			}
			if g.Portal == nil && f.format != formatJSON {
				line(a.err, a.text("note: group.toml names no portal, so there is only the board to make", "提示：group.toml 没有写 portal，只生成监督台"))
			}
			return a.finishGroup(cmd.Context(), g, o, f, nil)
		},
	}
	cmd.Flags().StringVar(&f.now, "now", "", a.text("as at `TIME`; else now", "按时间 `TIME` 生成；不写则为现在"))
	a.formatFlag(cmd, &f.format)
	return cmd
}

// memberFlags are the flags by which members are chosen, and worked on.
func (a *app) memberFlags(cmd *cobra.Command, f *groupFlags) {
	a.chosenFlags(cmd, f)
	cmd.Flags().IntVar(&f.jobs, "jobs", 0, a.text("work on `N` members at a time; else one for each processor", "同时处理 `N` 个成员；不写则与处理器个数相同"))
	a.formatFlag(cmd, &f.format)
}

// chosenFlags are the flags by which members are chosen.
func (a *app) chosenFlags(cmd *cobra.Command, f *groupFlags) {
	flags := cmd.Flags()
	flags.StringSliceVar(&f.only, "only", nil, a.text("only the members `ID,...`", "只处理成员 `ID,...`"))
	flags.StringVar(&f.shard, "shard", "", a.text("only part `K/N` of the members; auto takes both from Kubernetes or Slurm", "只处理 N 份中的第 K 份，写作 `K/N`；auto 由 Kubernetes 或 Slurm 的环境变量决定"))
}

// openGroup reads the group and turns flags into options.
func (a *app) openGroup(f groupFlags) (*group.Group, group.Options, error) {
	a.inGroup = true
	o := group.Options{Version: programVersion(), Jobs: f.jobs, Only: f.only, Program: programFile(), Fresh: f.fresh, Vanish: f.vanish, Check: f.checkOnly, Drafts: f.drafts}
	if f.format == "" {
		f.format = formatText
	}
	if err := a.choice("format", f.format, formatText, formatJSON); err != nil {
		return nil, o, err
	}
	if f.jobs < 0 {
		return nil, o, wrong(a.text("--jobs cannot be negative", "--jobs 不能是负数"), "")
	}
	if o.Only != nil && len(o.Only) == 0 { // a script's variable that is not set must not mean everybody
		return nil, o, wrong(a.text("--only names no member", "--only 后面没有写成员"), a.text("write --only b101,b102, or leave it out for all", "请写成 --only b101,b102；要处理全部成员，请不要写 --only"))
	}
	for i, id := range o.Only { // "b101, b102" is written as easily as "b101,b102"
		o.Only[i] = strings.TrimSpace(id)
	}
	shard, err := a.shard(f.shard)
	if err != nil {
		return nil, o, err
	}
	o.Shard = shard
	dir, _, err := a.folder()
	if err != nil {
		return nil, o, err
	}
	g, problems, err := group.Open(dir)
	if err != nil {
		return nil, o, err
	}
	if g == nil || slices.ContainsFunc(problems, g.Fatal) {
		a.tell(problems)
		return nil, o, errProblems
	}
	if _, unknown := g.Chosen(o); len(unknown) > 0 {
		return nil, o, a.noMember(g, unknown[0])
	}
	flag := "now"
	if f.checkOnly {
		flag = "as-of"
	}
	o.Now, err = a.moment(flag, f.now, g.Zone())
	a.stray = diag.Sort(append(problems, g.Orphans()...))
	return g, o, err
}

// noMember says that --only names nobody, and whom it may mean.
func (a *app) noMember(g *group.Group, id string) error {
	message := fmt.Sprintf(a.text("the group has no member %q", "站群没有成员 %q"), id)
	if id == group.PortalID {
		return wrong(message, a.text("the portal is built by itself with: courtsite group portal", "单独生成门户请运行：courtsite group portal"))
	}
	var ids []string
	for _, m := range g.Members {
		ids = append(ids, m.ID)
	}
	nearest := diag.Nearest(id, ids)
	if nearest == "" {
		return wrong(message, a.text("courtsite group report lists the ids of all members", "courtsite group report 可列出全部成员的 id"))
	}
	return wrong(message, fmt.Sprintf(a.text("the nearest is %q", "最接近的是 %q"), nearest))
}

// shard reads --shard.
func (a *app) shard(value string) (group.Shard, error) {
	if value == "" {
		return group.Shard{}, nil
	}
	if value == "auto" {
		return a.engineShard()
	}
	k, n, found := strings.Cut(value, "/")
	s := group.Shard{K: natural(k), N: natural(n)}
	if !found || s.K < 1 || s.N < s.K {
		return s, wrong(fmt.Sprintf(a.text("%q is no value for --shard", "%q 不能作为 --shard 的值"), value), a.text("write 2/4 for the second of four parts", "四份中的第二份写作 2/4"))
	}
	return s, nil
}

// engineShard takes the part from the variables of an engine that runs many copies of this command: an indexed Job of Kubernetes (which tells the
// index alone; the manifest has to set JOB_COMPLETIONS to the number of copies), or an array of Slurm.
func (a *app) engineShard() (group.Shard, error) {
	get := func(name string) int { return natural(a.env(name)) }
	if a.env("JOB_COMPLETION_INDEX") != "" {
		s := group.Shard{K: get("JOB_COMPLETION_INDEX") + 1, N: get("JOB_COMPLETIONS")}
		if s.K >= 1 && s.K <= s.N {
			return s, nil
		}
	}
	if a.env("SLURM_ARRAY_TASK_ID") != "" {
		step := max(1, get("SLURM_ARRAY_TASK_STEP"))
		s := group.Shard{K: (get("SLURM_ARRAY_TASK_ID")-max(0, get("SLURM_ARRAY_TASK_MIN")))/step + 1, N: get("SLURM_ARRAY_TASK_COUNT")}
		if s.K >= 1 && s.K <= s.N {
			return s, nil
		}
	}
	return group.Shard{}, wrong(a.text("no engine says which part this is", "环境变量中没有分份信息"),
		a.text("--shard auto needs JOB_COMPLETION_INDEX and JOB_COMPLETIONS, or SLURM_ARRAY_TASK_ID and SLURM_ARRAY_TASK_COUNT",
			"--shard auto 需要 JOB_COMPLETION_INDEX 与 JOB_COMPLETIONS，或 SLURM_ARRAY_TASK_ID 与 SLURM_ARRAY_TASK_COUNT"))
}

// natural reads a number that is not negative; -1 for anything else.
func natural(text string) int {
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return -1
	}
	return int(n)
}

// groupBuild runs over the members, and makes portal and board where all of them were meant.
func (a *app) groupBuild(ctx context.Context, f groupFlags) error {
	g, o, err := a.openGroup(f)
	if err != nil {
		return err
	}
	began := time.Now()
	bar := a.progress(a.text("courts", "法院"))
	o.Progress = func(done, total, pages int) {
		bar.stepNoting(done, total, a.rate(done, total, pages, time.Since(began)))
	}
	outcomes, err := group.Build(ctx, g, o)
	bar.clear()
	if err != nil {
		return err
	}
	if o.Shard.N > 0 || o.Check && len(o.Only) > 0 {
		return a.tellGroup(g, f, outcomes, nil)
	}
	if o.Check {
		portal, err := group.BuildPortal(ctx, g, o)
		if err != nil {
			return err
		}
		return a.tellGroup(g, f, outcomes, &portal)
	}
	return a.finishGroup(ctx, g, o, f, outcomes)
}

// rate says how fast it goes and how long it will yet take.
func (a *app) rate(done, total, pages int, taken time.Duration) string {
	left := time.Duration(float64(taken) / float64(max(1, done)) * float64(total-done)).Round(time.Second)
	return fmt.Sprintf(a.text("%.0f pages/s, %s left", "每秒 %.0f 页，约余 %s"), float64(pages)/max(taken.Seconds(), 0.001), left)
}

// finishGroup makes portal and board.
func (a *app) finishGroup(ctx context.Context, g *group.Group, o group.Options, f groupFlags, outcomes []group.Outcome) error {
	portal, err := group.BuildPortal(ctx, g, o)
	if err != nil {
		return err
	}
	board := g.WriteBoard(g.Survey(o.Now))
	if err := a.tellGroup(g, f, outcomes, &portal); board == nil {
		return err
	}
	return board
}

// tellGroup says how it went.
func (a *app) tellGroup(g *group.Group, f groupFlags, outcomes []group.Outcome, portal *group.Outcome) error {
	all := outcomes
	if portal != nil && portal.Status != "" {
		all = append(slices.Clone(outcomes), *portal)
	}
	// What a person has to mend comes before what the machine refused: the same command again would not help.
	content := diag.HasErrors(a.stray) || slices.ContainsFunc(all, func(o group.Outcome) bool { return o.Status == group.Failed && o.Err == nil })
	machine := slices.ContainsFunc(all, func(o group.Outcome) bool { return o.Err != nil })
	if f.format == formatJSON {
		if err := a.groupJSON(all); err != nil {
			return err
		}
	} else {
		a.groupText(g, f, all)
	}
	switch {
	case content:
		return errProblems
	case machine:
		return groupStatus(exitMachine)
	}
	return nil
}
