package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/corpus"
	"courtsite/generator/page"
	"courtsite/generator/signoff"
	"courtsite/generator/source"
)

// signFlags are the flags of "courtsite sign".
type signFlags struct {
	role, by, office, expires, now string
}

func (a *app) signCommand() *cobra.Command {
	var f signFlags
	cmd := &cobra.Command{
		Use:   "sign PAGE...",
		Short: a.text("Sign pages: content, language, risk, secrecy, approval", "签批页面：内容审核、译文审校、风险评估、保密审查、审批签发"),
		Long: a.text(
			"Adds a signature to the file beside the page (open-day.signoff.toml for open-day.md). It is for the page exactly as it is now, with its attachments and pictures: any change makes it void.\nSigning in the role language writes the reviewer and the date into the translation's front matter too.",
			"在页面旁的文件（open-day.md 旁为 open-day.signoff.toml）中添加一条签批。签批只对页面现在的文字、附件、图片有效，改动即失效。\n以 language 角色签批译文时，同时把审校者和日期写入译文的文档属性。"),
		Example: a.text(
			"courtsite sign content/basic/news/open-day.md --role secrecy --by \"Wang Li\" --office \"General Office\"",
			"courtsite sign content/basic/news/open-day.md --role secrecy --by 王丽 --office 保密办公室"),
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return a.arguments("PAGE")(cmd, args)
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.sign(cmd.Context(), f, args) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.role, "role", "", a.text("in which role, `ROLE`: content, language, risk, secrecy or approval", "签批角色 `ROLE`：content 内容审核、language 译文审校、risk 风险评估、secrecy 保密审查、approval 审批签发"))
	flags.StringVar(&f.by, "by", "", a.text("who signs, `NAME`", "签批人姓名 `NAME`"))
	flags.StringVar(&f.office, "office", "", a.text("for which office, `OFFICE`", "签批人所在部门 `OFFICE`"))
	flags.StringVar(&f.expires, "expires", "", a.text("valid until `DATE`; else for as long as the page stays as it is", "有效期至 `DATE`；不写则页面不改动就一直有效"))
	flags.StringVar(&f.now, "now", "", a.text("sign as at `TIME`; else now", "签批时间 `TIME`；不写则为现在"))
	complete(cmd, "role", roleNames()...)
	return cmd
}

func roleNames() []string {
	var names []string
	for _, role := range config.Roles {
		names = append(names, string(role))
	}
	return names
}

func (a *app) sign(ctx context.Context, f signFlags, names []string) error {
	record, err := a.record(f)
	if err != nil {
		return err
	}
	reviews, err := a.reviewsOf(ctx, names, record.At)
	if err != nil {
		return err
	}
	if record.Role == config.RoleLanguage {
		if reviews, err = a.reviewed(ctx, reviews, record, names); err != nil {
			return err
		}
	}
	for _, r := range reviews {
		if err := a.mayNot(r, record); err != nil {
			return err
		}
	}
	for _, r := range reviews {
		if err := a.addSignature(r, record); err != nil {
			return err
		}
	}
	return nil
}

// record makes a signature of the flags.
func (a *app) record(f signFlags) (signoff.Record, error) {
	_, site, err := a.folder()
	if err != nil {
		return signoff.Record{}, err
	}
	if err := a.choice("role", f.role, roleNames()...); err != nil {
		return signoff.Record{}, err
	}
	if err := cmp.Or(a.given("by", f.by), a.given("office", f.office)); err != nil {
		return signoff.Record{}, err
	}
	zone := settings(site).Zone
	r := signoff.Record{Role: config.Role(f.role), By: strings.TrimSpace(f.by), Office: strings.TrimSpace(f.office)}
	if r.At, err = a.moment("now", f.now, zone); err != nil {
		return r, err
	}
	r.At = r.At.In(zone).Truncate(time.Second)
	r.Expires, err = a.until(f.expires, r.At, zone)
	return r, err
}

// given wants a flag to have a text of one line.
func (a *app) given(flag, value string) error {
	if strings.TrimSpace(value) == "" || !source.ValidLine(value) {
		return wrong(fmt.Sprintf(a.text("--%s is missing", "缺少 --%s"), flag), fmt.Sprintf(a.text("write --%s \"...\", on one line", "请写 --%s \"……\"，不换行"), flag))
	}
	return nil
}

// until reads --expires, which has to lie ahead; zero where it is not given. A date alone is the end of its day.
func (a *app) until(value string, now time.Time, zone *time.Location) (time.Time, error) {
	if value == "" {
		return time.Time{}, nil
	}
	at, err := a.moment("expires", value, zone)
	if len(value) == len(time.DateOnly) {
		at = source.EndOfDay(at)
	}
	if err == nil && !at.After(now) {
		err = wrong(fmt.Sprintf(a.text("--expires %s is past", "--expires %s 已经过去"), value), "")
	}
	return at.In(zone), err
}

// reviewsOf finds pages by their files. All of them have to exist, and to be readable.
func (a *app) reviewsOf(ctx context.Context, names []string, now time.Time) ([]generator.Review, error) {
	_, site, err := a.folder()
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, name := range names {
		wanted[a.inSite(name)] = true
	}
	in, err := a.asMember(generator.Input{Site: site, Now: now, Version: programVersion()})
	if err != nil {
		return nil, err
	}
	reviews, arranged, problems, err := generator.Reviews(ctx, in, func(path string) bool { return wanted[path] })
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		path := a.inSite(name)
		if slices.ContainsFunc(reviews, func(r generator.Review) bool { return r.Page.Path == path }) {
			continue
		}
		a.tell(problems)
		if arranged != nil && arranged.WithheldFile(path) != nil {
			return nil, wrong(fmt.Sprintf(a.text("%s is not for the public: it needs no signatures", "%s 不对社会公开，无需签批"), name), "")
		}
		return nil, wrong(fmt.Sprintf(a.text("there is no page %s", "没有页面 %s"), name), a.text("name its file as seen from the site's folder: content/...", "请写从站点文件夹看的文件路径：content/……"))
	}
	return reviews, nil
}

// reviewed writes the reviewer into translations, which then have to be read again: the record is a part of what is signed.
func (a *app) reviewed(ctx context.Context, reviews []generator.Review, record signoff.Record, names []string) ([]generator.Review, error) {
	for _, r := range reviews {
		p := r.Page
		switch {
		case p.Translates() == nil:
			return nil, wrong(fmt.Sprintf(a.text("%s is not a translation of a page of this site", "%s 不是本站页面的译文"), p.Path), "")
		case p.Translation.Source == "" || p.State() == corpus.Outdated:
			return nil, wrong(fmt.Sprintf(a.text("nobody has recorded that %s matches %s as it is now", "尚未登记 %s 与现在的 %s 一致"), p.Path, p.Translates().Path),
				"courtsite translate mark "+p.Path)
		}
		if err := a.mayNot(r, record); err != nil {
			return nil, err
		}
	}
	for _, r := range reviews {
		file := filepath.Join(a.dir, filepath.FromSlash(r.Page.Path))
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		marked, ok := page.MarkReview(text, record.By, record.At)
		if !ok {
			return nil, wrong(fmt.Sprintf(a.text("the front matter of %s cannot take the record", "无法写入 %s 的文档属性"), r.Page.Path),
				a.text("write [translation] on a line of its own, with its keys below", "请把 [translation] 单独写一行，其下写各个键"))
		}
		if err := replaceFile(file, marked); err != nil {
			return nil, err
		}
	}
	return a.reviewsOf(ctx, names, record.At)
}

// mayNot says why somebody may not sign a page in a role: for what else they have done with it.
func (a *app) mayNot(r generator.Review, record signoff.Record) error {
	c := r.Case
	record.Digest = c.Digest(record.Role)
	c.Records = append(slices.Clone(c.Records), record)
	for _, s := range c.Judge() {
		other := a.text("the translation", "翻译")
		switch {
		case s.State != signoff.Apart || s.Role != record.Role && s.Other != record.Role:
			continue
		case s.Role != record.Role:
			other = a.text(s.Role.Words().EN, s.Role.Words().ZH)
		case s.Other != "":
			other = a.text(s.Other.Words().EN, s.Other.Words().ZH)
		}
		return wrong(fmt.Sprintf(a.text("%s has done %s of %s, and may not sign %s as well", "%s 已承担%s（%s），不得再签%s"),
			record.By, other, r.Page.Path, a.text(record.Role.Words().EN, record.Role.Words().ZH)), a.text("another person has to sign", "请由另一人签批"))
	}
	return nil
}

// addSignature writes a signature, unless the very same stands there already.
func (a *app) addSignature(r generator.Review, record signoff.Record) error {
	record.Digest = r.Case.Digest(record.Role)
	name := signoff.File(r.Page.Path)
	if last := signoff.Last(r.Case.Records, record.Role); last != nil && last.Digest == record.Digest && last.By == record.By && last.Office == record.Office && last.Expires.Equal(record.Expires) {
		line(a.out, fmt.Sprintf(a.text("%s: signed already", "%s：此前已签批"), r.Page.Path))
		return nil
	}
	file := filepath.Join(a.dir, filepath.FromSlash(name))
	text, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, problems := signoff.Parse(name, text, time.UTC); len(problems) > 0 {
		a.tell(problems)
		return errProblems
	}
	// A page that was handed down has its folder elsewhere.
	if err := cmp.Or(os.MkdirAll(filepath.Dir(file), 0o755), replaceFile(file, signoff.Append(text, record))); err != nil {
		return err
	}
	line(a.out, fmt.Sprintf(a.text("%s: %s signed by %s (%s), in %s", "%s：%s，%s（%s），记入 %s"),
		r.Page.Path, a.text(record.Role.Words().EN, record.Role.Words().ZH), record.By, record.Office, name))
	return nil
}
