package main

import (
	"fmt"
	"slices"
	"strings"

	"courtsite/generator/diag"
	"courtsite/generator/group"
)

// groupReport is the outcome of a run over a group for other programs. Its fields are a contract.
type groupReport struct {
	Problems []reportedProblem `json:"problems"` // of the group itself
	Members  []memberReport    `json:"members"`  // the portal is the last, under the id "portal"
}

type memberReport struct {
	ID       string            `json:"id"`
	Status   group.Status      `json:"status"` // built, unchanged, elsewhere, failed
	Pages    int               `json:"pages"`
	Files    int               `json:"files"`
	Bytes    int64             `json:"bytes"`
	Error    string            `json:"error,omitempty"` // what the machine refused
	Problems []reportedProblem `json:"problems"`
}

func (a *app) groupJSON(outcomes []group.Outcome) error {
	r := groupReport{Problems: a.allReported(a.stray), Members: []memberReport{}}
	for _, o := range outcomes {
		m := memberReport{ID: o.ID, Status: o.Status, Pages: o.Pages, Files: o.Files, Bytes: o.Bytes, Problems: a.allReported(o.Problems)}
		if o.Err != nil {
			m.Error = o.Err.Error()
		}
		r.Members = append(r.Members, m)
	}
	return a.encode(r)
}

func (a *app) allReported(problems []diag.Problem) []reportedProblem {
	list := []reportedProblem{}
	for _, p := range problems {
		list = append(list, a.reported(p))
	}
	return list
}

// leftOut are the warnings that a run tells beside errors, though it only builds: that something that was handed down is not on a court's site, and that a
// site that was delivered seems to be another court's, or speaks of what can be no document.
var leftOut = []*diag.Kind{diag.GroupRefused, diag.GroupPushTwice, diag.GroupWithdrawn, diag.GroupBuiltAddress, diag.GroupBuiltEntry}

// groupText tells errors, and with check everything, once: a problem in a file that members share is theirs all.
func (a *app) groupText(g *group.Group, f groupFlags, outcomes []group.Outcome) {
	problems := slices.Clone(a.stray)
	var kept, none []string // of those that failed: with a site that stands, and without
	refused := 0
	count := map[group.Status]int{}
	pages, warnings, courts := 0, 0, 0
	for _, o := range outcomes {
		if o.ID != group.PortalID {
			courts++
		}
		count[o.Status]++
		pages += o.Pages
		for _, p := range o.Problems {
			if p.Severity == diag.Error || f.checkOnly || o.ID == group.PortalID || slices.Contains(leftOut, p.Kind) {
				problems = append(problems, p)
			} else if p.Severity == diag.Warning {
				warnings++
			}
		}
		if o.Status != group.Failed {
			continue
		}
		if g.Stands(o.ID) {
			kept = append(kept, o.ID)
		} else {
			none = append(none, o.ID)
		}
		if o.Err == nil {
			continue
		}
		if refused++; refused <= fewAlike {
			message, hint, _ := a.outputFailure(o.Err)
			a.complain(o.ID+a.text(": ", "：")+message, hint)
		}
	}
	if refused > fewAlike {
		line(a.err, fmt.Sprintf(a.text("  and %d more that the machine refused", "  另有 %d 个成员遇到同类情况"), refused-fewAlike))
	}
	a.tell(diag.Sort(problems))
	if f.checkOnly {
		line(a.out, fmt.Sprintf(a.text("%s checked, %s; %d with errors", "已检查 %s，%s，%d 个有错误"),
			a.number(courts, "court", "courts", "个法院"), a.number(pages, "page", "pages", "个页面"), count[group.Failed]))
	} else {
		text := fmt.Sprintf(a.text("built %d, unchanged %d, elsewhere %d, failed %d; %s made", "生成 %d，未改动 %d，外部生成 %d，失败 %d；共生成 %s"),
			count[group.Built], count[group.Unchanged], count[group.Elsewhere], count[group.Failed], a.number(pages, "page", "pages", "个页面"))
		if warnings > 0 {
			text += fmt.Sprintf(a.text("; %d warnings (courtsite group check lists them)", "；%d 个警告（可用 courtsite group check 列出）"), warnings)
		}
		line(a.out, text)
	}
	if len(kept) > 0 && !f.checkOnly {
		line(a.out, a.text("these keep their previous sites: ", "以下成员保留原有站点：")+strings.Join(kept, ", "))
	}
	if len(none) > 0 && !f.checkOnly {
		line(a.out, a.text("these have no site yet: ", "以下成员尚无站点：")+strings.Join(none, ", "))
	}
}
