package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/group"
	"courtsite/generator/publish"
)

func (a *app) groupPublishCommand() *cobra.Command {
	var members groupFlags
	var f publishFlags
	cmd := &cobra.Command{
		Use:   "publish TARGET",
		Short: a.text("Bring the finished sites of the members and the portal to object storage or folders", "把各成员和门户已生成的站点发布到对象存储或文件夹"),
		Long: a.text(
			"TARGET is the name of a table [defaults.publish.TARGET] in group.toml, which members inherit; {id} in its prefix or directory is the member's id. Members are published one after the other, each as \"courtsite publish\" does it; one that fails keeps what it has there, and the others go on.",
			"TARGET 是 group.toml 中 [defaults.publish.TARGET] 一节的名称，由各成员继承，其 prefix 或 directory 中的 {id} 代表成员的 id。各成员依次发布，做法同“courtsite publish”；某个成员失败时，目标处保留其原有内容，其他成员照常发布。"),
		Example: "courtsite group build -C group && courtsite group publish main -C group\ncourtsite group publish main -C group --only b201,b202 --dry-run",
		Args:    a.arguments("TARGET"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.groupPublish(cmd.Context(), args[0], members, f)
		},
	}
	a.chosenFlags(cmd, &members)
	a.publishingFlags(cmd, &f)
	return cmd
}

// groupPublish publishes one member after the other: the limits of a target are meant for all that goes there.
func (a *app) groupPublish(ctx context.Context, target string, members groupFlags, f publishFlags) error {
	if err := a.publishChoices(f); err != nil {
		return err
	}
	g, o, err := a.openGroup(members)
	if err != nil {
		return err
	}
	chosen, _ := g.Chosen(o)
	if g.Portal != nil && len(o.Only) == 0 && o.Shard.K <= 1 {
		chosen = append(chosen, g.Portal)
	}
	run := &groupPublication{app: a, group: g, targets: g.Targets(target), flags: f, reports: []memberPublication{}, status: exitDone}
	for _, m := range chosen {
		if err := run.member(ctx, m); err != nil {
			return err
		}
	}
	if len(o.Only) == 0 && o.Shard.K <= 1 {
		if err := run.board(ctx); err != nil {
			return err
		}
	}
	if run.with == 0 && run.status == exitDone {
		return wrong(fmt.Sprintf(a.text("no member has a target %s", "没有成员有发布目标 %s"), target),
			fmt.Sprintf(a.text("write [defaults.publish.%s] in group.toml; docs/groups.md tells how", "请在 group.toml 中写 [defaults.publish.%s]；写法见 docs/groups.md"), target))
	}
	return run.finish()
}

// groupPublication is one run over the members.
type groupPublication struct {
	*app
	group   *group.Group
	targets *group.Targets
	flags   publishFlags

	reports []memberPublication
	with    int      // members that have the target
	without []string // and those that don't
	failed  []string
	status  int // the exit status
}

// memberPublication is what "courtsite group publish" tells other programs of a member. Its fields are a contract.
type memberPublication struct {
	ID    string `json:"id"`
	Error string `json:"error,omitempty"`
	*publishReport
}

// groupStatus ends the program with a status after all has been told.
type groupStatus int

func (s groupStatus) Error() string { return "some members were not published" }

// member publishes one member. The error is that of a run that was stopped.
func (r *groupPublication) member(ctx context.Context, m *group.Member) error {
	place, problems, err := r.targets.Of(m)
	switch {
	case errors.As(err, new(*group.ErrNoTarget)):
		r.without = append(r.without, m.ID)
		return nil
	case err == nil && diag.HasErrors(problems):
		r.tell(problems)
		r.fail(m.ID, r.text("its configuration has errors", "配置有错误"), "", exitProblems)
		return nil
	case err != nil:
		message, hint := r.misplaced(err)
		r.fail(m.ID, message, hint, exitProblems)
		return nil
	}
	_, err = r.one(ctx, m.ID, publication{place: place, court: m.Site.Court.Code, tree: r.group.Out(m)}, r.flags)
	return err
}

// one publishes a member's site, or the board. The error is that of a run that was stopped.
func (r *groupPublication) one(ctx context.Context, id string, p publication, f publishFlags) (published bool, err error) {
	r.with++
	began := time.Now()
	bar := r.progress(id)
	also := p.announce
	p.lock, p.step, p.announce = id+"."+p.place.Name, bar.step, func(plan *publish.Plan) {
		r.announceMember(id, p.place, plan)
		if also != nil {
			also(plan)
		}
	}
	plan, err := r.publishOne(ctx, p, f)
	bar.clear()
	var usage *usageError
	switch {
	case errors.Is(err, context.Canceled):
		return false, err
	case errors.As(err, &usage): // such as missing credentials: the same for all
		return false, err
	case err != nil:
		message, hint, status := r.publishFailure(err)
		r.fail(id, message, hint, status)
		return false, nil
	}
	r.done(id, p.place, plan, time.Since(began))
	return !f.dryRun, nil
}

func (r *groupPublication) announceMember(id string, place config.Publish, p *publish.Plan) {
	if r.flags.dryRun {
		place.Name = id
		r.announce(place, p, r.flags)
	}
}

// done tells what was done for a member.
func (r *groupPublication) done(id string, place config.Publish, plan *publish.Plan, took time.Duration) {
	report := publishedReport(place, plan, r.flags)
	r.reports = append(r.reports, memberPublication{ID: id, publishReport: &report})
	if r.flags.format == formatText {
		line(r.out, id+r.text(": ", "：")+r.app.done(plan, r.flags, took))
	}
}

// fail tells why a member was not published. What the machine refused weighs more than what a person can set right.
func (r *groupPublication) fail(id, message, hint string, status int) {
	r.complain(id+r.text(": ", "：")+message, hint)
	r.reports = append(r.reports, memberPublication{ID: id, Error: message})
	r.failed = append(r.failed, id)
	r.status = max(r.status, status)
}

// misplaced says what is wrong with the place that a member would be published to.
func (r *groupPublication) misplaced(err error) (message, hint string) {
	var own *group.ErrOwnPlace
	var shared *group.ErrSharedPlace
	var within *group.ErrWithinGroup
	switch {
	case errors.As(err, &own):
		return fmt.Sprintf(r.text("%s sets %s, which is the group's to decide", "%s 设置了 %s，应由站群决定"), own.File, own.Key),
			r.text("take it out, and set it for this member in group.toml ([[member]], site)", "请删去，改在 group.toml 中为该成员设置（[[member]] 的 site）")
	case errors.As(err, &shared):
		return fmt.Sprintf(r.text("it would be published to the same place as %s", "发布位置与 %s 相同"), shared.Other),
			r.text("write {id} into prefix or directory", "请在 prefix 或 directory 中写 {id}")
	case errors.As(err, &within):
		return fmt.Sprintf(r.text("%s belongs to the group, or holds it", "%s 属于站群，或包含站群"), within.Dir),
			r.text("name another directory in group.toml", "请在 group.toml 中写别的 directory")
	}
	return r.failure(err)
}

// finish tells the outcome of the run.
func (r *groupPublication) finish() error {
	if r.flags.format == formatJSON {
		if err := r.encode(struct {
			Members []memberPublication `json:"members"`
			Without []string            `json:"without"` // members without this target
		}{r.reports, append([]string{}, r.without...)}); err != nil {
			return err
		}
	} else {
		if len(r.without) > 0 {
			line(r.out, r.text("without this target: ", "没有此发布目标：")+strings.Join(r.without, ", "))
		}
		if len(r.failed) > 0 {
			line(r.out, r.text("not published: ", "未发布：")+strings.Join(r.failed, ", "))
		}
	}
	if r.status != exitDone {
		return groupStatus(r.status)
	}
	return nil
}
