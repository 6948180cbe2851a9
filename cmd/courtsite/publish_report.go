package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"courtsite/generator/config"
	"courtsite/generator/publish"
)

// fewSteps is how many steps of a plan are listed where nobody asked for all.
const fewSteps = 40

// reasons say why an object is stored or deleted, in the program's languages.
var reasons = map[publish.Reason][2]string{
	publish.New:        {"new", "新增"},
	publish.Changed:    {"changed", "有改动"},
	publish.Headers:    {"its headers changed", "响应头有变化"},
	publish.Lost:       {"was published and is missing there", "曾经发布，现已缺失"},
	publish.Altered:    {"somebody else changed it there", "在目标处被他人改动"},
	publish.Unfinished: {"left by a run that broke off", "上次中断时遗留"},
	publish.TakenOver:  {"not published from here, replaced because of --take-over", "不是由本站发布，因 --take-over 而替换"},
	publish.Vanished:   {"no longer in the site", "站点中已没有"},
}

func (a *app) reason(r publish.Reason) string { return a.text(reasons[r][0], reasons[r][1]) }

// where names a target's place.
func where(p config.Publish) string {
	if p.Directory != "" {
		return p.Directory
	}
	return p.Endpoint + "/" + p.Bucket + "/" + p.Prefix
}

// announce tells the plan before it is carried out.
func (a *app) announce(p config.Publish, plan *publish.Plan, f publishFlags) {
	if f.format == formatJSON {
		return
	}
	line(a.out, fmt.Sprintf(a.text("%s is at %s", "%s 位于 %s"), p.Name, where(p)))
	for i, s := range remarkable(plan.Steps) {
		if i == fewSteps && !f.dryRun {
			line(a.out, fmt.Sprintf(a.text("  and %d more; --dry-run lists all", "  另有 %d 项；加 --dry-run 可全部列出"), len(plan.Steps)-i))
			break
		}
		verb := a.text("upload", "上传")
		if s.Delete {
			verb = a.text("delete", "删除")
		}
		line(a.out, fmt.Sprintf(a.text("  %s %s (%s)", "  %s %s（%s）"), verb, s.Name, a.reason(s.Reason)))
	}
	for _, name := range plan.Left {
		line(a.out, fmt.Sprintf(a.text("  leave %s (no longer in the site, but somebody else changed it there)", "  保留 %s（站点中已没有，但在目标处被他人改动过）"), name))
	}
}

// remarkable puts first what somebody should look at, then deletions; the usual comes last.
func remarkable(steps []publish.Step) []publish.Step {
	rank := map[publish.Reason]int{publish.Vanished: 1, publish.Headers: 2, publish.Changed: 2, publish.New: 3}
	return slices.SortedStableFunc(slices.Values(steps), func(a, b publish.Step) int { return cmp.Compare(rank[a.Reason], rank[b.Reason]) })
}

// published tells what was done, or would be.
func (a *app) published(p config.Publish, plan *publish.Plan, f publishFlags, took time.Duration) error {
	if f.format == formatJSON {
		return a.publishedJSON(p, plan, f)
	}
	line(a.out, a.done(plan, f, took))
	return nil
}

// done says what was done, or would be.
func (a *app) done(plan *publish.Plan, f publishFlags, took time.Duration) string {
	puts := len(plan.Puts())
	counts := fmt.Sprintf(a.text("%d uploaded (%s), %d deleted, %d unchanged", "上传 %d 个（%s），删除 %d 个，%d 个没有变化"), puts, size(plan.Bytes), len(plan.Steps)-puts, plan.Unchanged)
	switch {
	case f.dryRun:
		return a.text("nothing was done; there would be: ", "未作任何改动；将会：") + counts
	case len(plan.Steps) == 0:
		return fmt.Sprintf(a.text("nothing to do: all %d objects are there", "无需发布：全部 %d 个对象都已在目标处"), plan.Unchanged)
	}
	return fmt.Sprintf(a.text("published: %s (%.1f s)", "已发布：%s（%.1f 秒）"), counts, took.Seconds())
}

// publishReport is what "courtsite publish" tells other programs. Its fields are a contract.
type publishReport struct {
	Target    string        `json:"target"`
	Place     string        `json:"place"`
	DryRun    bool          `json:"dry_run"`
	Uploads   []publishStep `json:"uploads"`
	Deletions []publishStep `json:"deletions"`
	Left      []string      `json:"left"` // published once, gone from the site, changed by somebody else
	Unchanged int           `json:"unchanged"`
	Bytes     int64         `json:"bytes"`
}

type publishStep struct {
	Path   string         `json:"path"`
	Reason publish.Reason `json:"reason"`
	Bytes  int64          `json:"bytes,omitempty"`
}

func (a *app) publishedJSON(p config.Publish, plan *publish.Plan, f publishFlags) error {
	return a.encode(publishedReport(p, plan, f))
}

func publishedReport(p config.Publish, plan *publish.Plan, f publishFlags) publishReport {
	told := publishReport{
		Target: p.Name, Place: where(p), DryRun: f.dryRun, Uploads: []publishStep{}, Deletions: []publishStep{},
		Left: append([]string{}, plan.Left...), Unchanged: plan.Unchanged, Bytes: plan.Bytes,
	}
	for _, s := range plan.Steps {
		list := &told.Uploads
		if s.Delete {
			list = &told.Deletions
		}
		*list = append(*list, publishStep{s.Name, s.Reason, s.Size})
	}
	slices.Sort(told.Left)
	return told
}
