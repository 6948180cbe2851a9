package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/publish"
	"courtsite/generator/source"
)

// publishFlags are the flags of "courtsite publish".
type publishFlags struct {
	output, credentials, format string
	maxDelete                   int
	dryRun, takeOver            bool
}

func (a *app) publishCommand() *cobra.Command {
	var f publishFlags
	cmd := &cobra.Command{
		Use:   "publish TARGET",
		Short: a.text("Bring the finished site to object storage or another folder", "把生成好的站点发布到对象存储或文件夹"),
		Long: a.text(
			"TARGET is the name of a table [publish.TARGET] in site.toml, or, for a member of a group, of [defaults.publish.TARGET] in its group.toml. Only what changed is sent, in an order in which readers never meet a page without its style sheet; deletions come last. The same command goes on where a broken one stopped. Objects that were not published from here are never touched.\nCredentials come from COURTSITE_ACCESS_KEY_ID and COURTSITE_ACCESS_KEY_SECRET, or from a file that only you may read.",
			"TARGET 是 site.toml 中 [publish.TARGET] 一节的名称；站群成员则为 group.toml 中的 [defaults.publish.TARGET]。只传送有变化的内容，先传样式后传页面，最后删除；中断后再次运行同一命令会接着进行。不是由本站发布的对象一律不动。\n密钥取自环境变量 COURTSITE_ACCESS_KEY_ID 和 COURTSITE_ACCESS_KEY_SECRET，或只有您本人能读取的文件。"),
		Example: a.text(
			"courtsite build && courtsite publish main   # build and publish\ncourtsite publish main --dry-run            # only show what would be done",
			"courtsite build && courtsite publish main   # 生成并发布\ncourtsite publish main --dry-run            # 只看会做什么"),
		Args: a.arguments("TARGET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("output") {
				f.output = "" // a member of a group has its own
			}
			return a.publish(cmd.Context(), args[0], f)
		},
	}
	cmd.Flags().StringVarP(&f.output, "output", "o", "public", a.text("publish the site in the folder `DIR`, relative to the site's", "要发布的文件夹 `DIR`（相对于站点文件夹）"))
	a.publishingFlags(cmd, &f)
	return cmd
}

// publishingFlags are those that publishing one site and publishing many have in common.
func (a *app) publishingFlags(cmd *cobra.Command, f *publishFlags) {
	flags := cmd.Flags()
	flags.BoolVar(&f.dryRun, "dry-run", false, a.text("only show the plan", "只显示计划，不做任何改动"))
	flags.IntVar(&f.maxDelete, "max-delete", -1, a.text("delete at most `N` objects; else a tenth of what was published", "最多删除 `N` 个对象；不写则为已发布对象的十分之一"))
	flags.BoolVar(&f.takeOver, "take-over", false, a.text("replace objects of the same names that were not published from here", "目标处有不是由本站发布的同名对象时，也替换"))
	flags.StringVar(&f.credentials, "credentials", "", a.text("read credentials from `FILE`", "从文件 `FILE` 读取密钥"))
	a.formatFlag(cmd, &f.format)
}

func (a *app) publish(ctx context.Context, name string, f publishFlags) error {
	if err := a.publishChoices(f); err != nil {
		return err
	}
	p, err := a.publication(name)
	if err != nil {
		return err
	}
	if f.output != "" {
		p.tree = within(a.dir, f.output)
	}
	began := time.Now()
	bar := a.progress(a.text("publishing", "正在发布"))
	p.step, p.announce = bar.step, func(plan *publish.Plan) { a.announce(p.place, plan, f) }
	plan, err := a.publishOne(ctx, p, f)
	bar.clear()
	if err != nil {
		return err
	}
	return a.published(p.place, plan, f, time.Since(began))
}

// publication finds out where the site is published to: a member of a group as its group says, any other as site.toml does.
func (a *app) publication(name string) (publication, error) {
	if _, _, err := a.folder(); err != nil {
		return publication{}, err
	}
	in, problems, err := a.membership()
	if err != nil {
		return publication{}, err
	}
	if len(problems) > 0 {
		a.tell(problems)
		return publication{}, errProblems
	}
	if in != nil {
		return a.memberPublication(in, name)
	}
	place, court, err := a.place(name)
	return publication{place: place, court: court, tree: within(a.dir, "public"), lock: name}, err
}

// publishChoices refuses flags that make no sense.
func (a *app) publishChoices(f publishFlags) error {
	if err := a.choice("format", f.format, formatText, formatJSON); err != nil {
		return err
	}
	if f.maxDelete < -1 {
		return wrong(a.text("--max-delete cannot be negative", "--max-delete 不能是负数"), "")
	}
	return nil
}

// publication is one site on its way to one place.
type publication struct {
	place    config.Publish
	court    string // the court's code
	tree     string // folder of the finished site
	lock     string // the name under which this computer makes sure that it publishes there once at a time
	step     func(done, total int)
	announce func(*publish.Plan)
}

// publishOne opens a place and publishes a site there.
func (a *app) publishOne(ctx context.Context, p publication, f publishFlags) (*publish.Plan, error) {
	target, serving, done, err := a.openTarget(p.place, p.tree, f)
	if err != nil {
		return nil, err
	}
	defer done()
	publisher, release, err := a.publisher(p.lock, f.dryRun)
	if err != nil {
		return nil, &publishError{err, p.place.Name}
	}
	defer release()
	plan, err := publish.Run(ctx, publish.Input{
		Tree: os.DirFS(p.tree), Target: target, Serving: serving, Site: p.court, Publisher: publisher, Now: a.now(), Jobs: p.place.Jobs, PerSecond: p.place.PerSecond * 1000,
		MaxDelete: f.maxDelete, TakeOver: f.takeOver, DryRun: f.dryRun, Progress: p.step, Announce: p.announce,
	})
	if err != nil {
		return nil, &publishError{err, p.place.Name}
	}
	return plan, nil
}

// place reads what site.toml says of a target, and the code of the court whose site it is.
func (a *app) place(name string) (place config.Publish, court string, err error) {
	_, site, err := a.folder()
	if err != nil {
		return place, "", err
	}
	snap, problems, err := source.Scan(site, config.File)
	if err != nil {
		return place, "", err
	}
	read, more := config.Load(snap, "", nil)
	problems = append(problems, more...)
	if read == nil || diag.HasErrors(problems) {
		a.tell(problems)
		return place, "", errProblems
	}
	place, found := read.Target(name)
	if !found {
		return place, "", a.noTarget(name, read.Targets())
	}
	return place, read.Court.Code, nil
}

func (a *app) noTarget(name string, known []string) error {
	message := fmt.Sprintf(a.text("site.toml has no table [publish.%s]", "site.toml 中没有 [publish.%s] 一节"), name)
	if len(known) == 0 {
		return wrong(message, a.text("docs/publish.md explains, step by step, how to publish", "如何发布，见 docs/publish.md 中的分步说明"))
	}
	return wrong(message, a.text("it has: ", "已有：")+strings.Join(known, ", "))
}
