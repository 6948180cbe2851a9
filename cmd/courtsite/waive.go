package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/waiver"
)

// waiveFlags are the flags of "courtsite waive".
type waiveFlags struct {
	code, reason, by, office, expires, now string
}

func (a *app) waiveCommand() *cobra.Command {
	var f waiveFlags
	cmd := &cobra.Command{
		Use:   "waive PATH:LINE",
		Short: a.text("Answer for a finding, so that the site is published in spite of it", "对某个问题负责豁免，站点得以照常发布"),
		Long: a.text(
			"Adds a waiver to waivers.toml: of the findings with this code in this line, by whom, why, and until when. It holds for as long as the match stays the same, and every report lists it.",
			"在 waivers.toml 中添加一条豁免：针对该行、该代码的问题，写明何人、因何、至何时。所指内容不变才有效，每次检查都会列出。"),
		Example: a.text(
			"courtsite waive content/service/guides/form.md:14 --code personal-identity-number --reason \"a sample of the form\" --by \"Wang Li\" --office \"General Office\" --expires 2027-03-01",
			"courtsite waive content/service/guides/form.md:14 --code personal-identity-number --reason 表格样例 --by 王丽 --office 保密办公室 --expires 2027-03-01"),
		Args: a.arguments("PATH:LINE"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.waive(cmd.Context(), f, args[0]) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.code, "code", "", a.text("the code of the finding, `CODE`, as a check prints it in brackets", "问题代码 `CODE`，即检查结果方括号中的代码"))
	flags.StringVar(&f.reason, "reason", "", a.text("why, `TEXT`", "理由 `TEXT`"))
	flags.StringVar(&f.by, "by", "", a.text("who answers for it, `NAME`", "负责人姓名 `NAME`"))
	flags.StringVar(&f.office, "office", "", a.text("for which office, `OFFICE`", "负责人所在部门 `OFFICE`"))
	flags.StringVar(&f.expires, "expires", "", a.text("valid until `DATE`", "有效期至 `DATE`"))
	flags.StringVar(&f.now, "now", "", a.text("as at `TIME`; else now", "按时间 `TIME` 豁免；不写则为现在"))
	return cmd
}

func (a *app) waive(ctx context.Context, f waiveFlags, place string) error {
	_, site, err := a.folder()
	if err != nil {
		return err
	}
	zone := settings(site).Zone
	now, err := a.moment("now", f.now, zone)
	if err != nil {
		return err
	}
	if err := cmp.Or(a.given("reason", f.reason), a.given("by", f.by), a.given("office", f.office), a.given("expires", f.expires), a.waivable(f.code)); err != nil {
		return err
	}
	expires, err := a.until(f.expires, now, zone)
	if err != nil {
		return err
	}
	in, err := a.asMember(generator.Input{Site: site, Now: now, Version: programVersion()})
	if err != nil {
		return err
	}
	found, problems, err := generator.Waivable(ctx, in, a.placed(place), f.code)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		return a.noFinding(place, f.code, problems)
	}
	for i := range found {
		w := &found[i]
		w.Reason, w.By, w.Office = strings.TrimSpace(f.reason), strings.TrimSpace(f.by), strings.TrimSpace(f.office)
		w.Date, w.Expires = now.In(zone), expires
	}
	return a.addWaivers(found)
}

// waivable wants a code that somebody may answer for.
func (a *app) waivable(code string) error {
	switch kind := diag.KindOf(code); {
	case kind == nil:
		near := diag.Nearest(code, diag.Codes())
		if near != "" {
			near = fmt.Sprintf(a.text("did you mean %q?", "是否要写 %q？"), near)
		}
		return wrong(fmt.Sprintf(a.text("no problem has the code %q", "没有 %q 这个问题代码"), code), near)
	case !kind.Waivable():
		return wrong(fmt.Sprintf(a.text("%s cannot be waived: it has to be put right", "%s 不能豁免，须予改正"), code), "")
	}
	return nil
}

// placed reads PATH:LINE, or PATH alone.
func (a *app) placed(place string) diag.Pos {
	path, line := place, 0
	for range 2 { // a column is welcome and not needed
		i := strings.LastIndexByte(path, ':')
		n, err := strconv.Atoi(path[i+1:])
		if i < 0 || err != nil {
			break
		}
		path, line = path[:i], max(n, 0)
	}
	return diag.Pos{Path: a.inSite(path), Line: line}
}

// noFinding says that nothing is there, and what is there instead.
func (a *app) noFinding(place, code string, problems []diag.Problem) error {
	at := a.placed(place)
	for _, p := range problems {
		if p.Path == at.Path {
			line(a.err, p.Text(a.lang))
		}
	}
	return wrong(fmt.Sprintf(a.text("there is no %s at %s", "%[2]s 处没有 %[1]s"), code, place), a.text("courtsite check lists what there is", "请用 courtsite check 查看现有问题"))
}

func (a *app) addWaivers(list []waiver.Waiver) error {
	file := filepath.Join(a.dir, waiver.File)
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, problems := waiver.Parse(text, time.UTC); len(problems) > 0 {
		a.tell(problems)
		return errProblems
	}
	if err := replaceFile(file, waiver.Append(text, list...)); err != nil {
		return err
	}
	line(a.out, fmt.Sprintf(a.text("%s waived until %s, in %s", "已豁免 %s，至 %s，记入 %s"),
		a.number(len(list), "finding", "findings", "个问题"), list[0].Expires.Format(time.DateOnly), waiver.File))
	return nil
}
