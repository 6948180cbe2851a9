package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/signoff"
)

// reviewFlags are the flags of "courtsite review".
type reviewFlags struct {
	role, office, format, now string
	all                       bool
}

func (a *app) reviewCommand() *cobra.Command {
	var f reviewFlags
	cmd := &cobra.Command{
		Use:   "review",
		Short: a.text("List which pages wait for whose signature", "列出哪些页面等谁签批"),
		Long: a.text(
			"Lists, by role and office, the pages that have to be signed before they may be published: never signed, changed since, expired, or signed by the wrong person. Drafts are listed too.\nA role's office stands in site.toml under [gate.offices]; else it is the page's own.",
			"按角色和部门列出须签批后才能发布的页面：尚未签批、签批后有改动、已到期、签批人不符合规定。草稿也列入。\n各角色的部门写在 site.toml 的 [gate.offices] 中；不写则为页面的责任部门。"),
		Args: a.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.review(cmd.Context(), f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.role, "role", "", a.text("only this role, `ROLE`", "只看一个角色 `ROLE`"))
	flags.StringVar(&f.office, "office", "", a.text("only what waits for this office, `OFFICE`", "只看等这个部门签批的 `OFFICE`"))
	flags.BoolVar(&f.all, "all", false, a.text("list valid signatures too", "同时列出有效的签批"))
	flags.StringVar(&f.now, "now", "", a.text("as at `TIME`; else now", "按时间 `TIME` 查看；不写则为现在"))
	complete(cmd, "role", roleNames()...)
	a.formatFlag(cmd, &f.format)
	return cmd
}

// waiting is one role of one page. Its fields are a contract.
type waiting struct {
	Path   string        `json:"path"`
	Title  string        `json:"title"`
	Lang   string        `json:"language"`
	Role   config.Role   `json:"role"`
	Office string        `json:"office,omitempty"` // that has to sign
	State  signoff.State `json:"state"`            // missing, void, expired, apart, signed
	Needed bool          `json:"needed"`
	Draft  bool          `json:"draft"` // or its time has not come
	By     string        `json:"by,omitempty"`
	At     string        `json:"at,omitempty"`
	Until  string        `json:"until,omitempty"`
}

func (a *app) review(ctx context.Context, f reviewFlags) error {
	if f.role != "" {
		if err := a.choice("role", f.role, roleNames()...); err != nil {
			return err
		}
	}
	if err := a.choice("format", f.format, formatText, formatJSON); err != nil {
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
	reviews, arranged, problems, err := generator.Reviews(ctx, in, func(string) bool { return true })
	if err != nil {
		return err
	}
	if arranged == nil {
		a.tell(problems)
		return errProblems
	}
	list := waitingFor(arranged.Site, reviews, f)
	if f.format == formatJSON {
		return a.encode(list)
	}
	if unread := countErrors(problems); unread > 0 {
		line(a.err, fmt.Sprintf(a.text("%s in the pages: see courtsite check; a page that cannot be read is not listed", "页面中有 %s，详见 courtsite check；无法读取的页面未列出"), a.number(unread, "error", "errors", "个错误")))
	}
	a.tellWaiting(list, arranged.Site.Gate.Asked)
	return nil
}

func countErrors(problems []diag.Problem) int {
	n := 0
	for _, p := range problems {
		if p.Severity == diag.Error && !slices.Contains([]*diag.Kind{diag.SignOffMissing, diag.SignOffVoid, diag.SignOffExpired, diag.SignOffApart}, p.Kind) {
			n++
		}
	}
	return n
}

// waitingFor lists what the flags ask for: by role in the order of work, then by office and file.
func waitingFor(site *config.Site, reviews []generator.Review, f reviewFlags) []waiting {
	list := []waiting{}
	for _, r := range reviews {
		for _, s := range r.Standings {
			w := waitingOf(site, r, s)
			if (f.all || s.Waits()) && (f.role == "" || f.role == string(s.Role)) && (f.office == "" || f.office == w.Office) {
				list = append(list, w)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y waiting) int {
		return cmp.Or(slices.Index(config.Roles, x.Role)-slices.Index(config.Roles, y.Role), cmp.Compare(x.Office, y.Office))
	})
	return list
}

func waitingOf(site *config.Site, r generator.Review, s signoff.Standing) waiting {
	p := r.Page
	w := waiting{Path: p.Path, Title: p.Title, Lang: p.Lang, Role: s.Role, Office: site.Gate.Offices[s.Role], State: s.State, Needed: s.Needed, Draft: p.Held != 0}
	if w.Office == "" {
		w.Office = p.Office
	}
	if s.Record != nil {
		w.By, w.At = s.Record.By, s.Record.At.In(site.Zone).Format(time.RFC3339)
		if !s.Record.Expires.IsZero() {
			w.Until = s.Record.Expires.In(site.Zone).Format(time.RFC3339)
		}
	}
	return w
}

// tellWaiting writes the list: a heading for each role and office, and the pages below.
func (a *app) tellWaiting(list []waiting, asked bool) {
	heading, waits := "", 0
	pages := map[string]bool{}
	for _, w := range list {
		office := w.Office
		if office == "" {
			office = a.text("office not given", "未写责任部门")
		}
		words := w.Role.Words()
		if h := fmt.Sprintf(a.text("%s (%s):", "%s（%s）："), a.text(words.EN, words.ZH), office); h != heading {
			heading = h
			line(a.out, h)
		}
		line(a.out, fmt.Sprintf(a.text("  %s: %s", "  %s：%s"), w.Path, a.stands(w)))
		if w.Needed && w.State != signoff.Signed {
			waits++
			pages[w.Path] = true
		}
	}
	switch {
	case waits > 0:
		line(a.out, fmt.Sprintf(a.text("%s missing, on %s", "共缺 %s，涉及 %s"), a.number(waits, "signature", "signatures", "项签批"), a.number(len(pages), "page", "pages", "个页面")))
	case !asked:
		line(a.out, a.text("the site asks for no signatures: profile = \"strict\" under [gate] in site.toml does", "本站不要求签批；在 site.toml 的 [gate] 中写 profile = \"strict\" 即要求"))
	default:
		line(a.out, a.text("nothing waits", "没有等待签批的页面"))
	}
}

// stands says in words how a page stands to a role.
func (a *app) stands(w waiting) string {
	signed := fmt.Sprintf(a.text("%s signed on %.10s", "%s 于 %.10s 签批"), w.By, w.At)
	var text string
	switch w.State {
	case signoff.Void:
		text = a.text("changed since ", "签批后有改动：") + signed
	case signoff.Expired:
		text = signed + fmt.Sprintf(a.text(", expired on %.10s", "，已于 %.10s 到期"), w.Until)
	case signoff.Apart:
		text = signed + a.text(", and may not sign this besides", "，但不得兼签此项")
	case signoff.Signed:
		text = signed
	default:
		text = a.text("never signed", "尚未签批")
	}
	if w.Draft {
		text += a.text(" (not published yet)", "（尚未发布）")
	}
	return text
}
