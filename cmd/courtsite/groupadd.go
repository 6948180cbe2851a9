package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/group"
)

// newMember are the flags of "courtsite group add".
type newMember struct{ lang, title, code, level, kind, region, parent string }

func (a *app) groupAddCommand() *cobra.Command {
	var f newMember
	cmd := &cobra.Command{
		Use:   "add ID",
		Short: a.text("Make the folder of a new member", "新建一个成员的文件夹"),
		Long: a.text(
			"The folder is made where the first pattern of members in group.toml finds it. It gets a site.toml with what no other court has, and pages to begin with.",
			"文件夹建在 group.toml 中 members 的第一个模式所指的位置，其中放入只写本院信息的 site.toml 和示例页面。"),
		Example: a.text(
			`courtsite group add b203 -C group --title "Mingjing County People's Court" --code A203 --level basic --region 990203`,
			`courtsite group add b203 -C group --title 明镜县人民法院 --code A203 --level basic --region 990203`),
		Args: a.arguments("ID"),
		RunE: func(_ *cobra.Command, args []string) error { return a.groupAdd(args[0], f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.lang, "lang", "", a.text("the default language, and that of the first pages, `TAG`: zh-Hans or en; else what the group's members inherit", "默认语言，也是示例页面的语言 `TAG`：zh-Hans 或 en；不写则为站群统一设置的默认语言"))
	flags.StringVar(&f.title, "title", "", a.text("the court's `NAME`", "法院名称 `NAME`"))
	flags.StringVar(&f.code, "code", "", a.text("the court's `CODE`; else the id in capital letters", "法院代码 `CODE`；不写则为大写的 id"))
	flags.StringVar(&f.level, "level", "basic", a.text("`LEVEL`: basic, intermediate, high", "层级 `LEVEL`：basic、intermediate、high"))
	flags.StringVar(&f.kind, "kind", "general", a.text("`KIND`: general, maritime, ...", "类型 `KIND`：general、maritime 等"))
	flags.StringVar(&f.region, "region", "", a.text("`CODE` of the region", "地区代码 `CODE`"))
	flags.StringVar(&f.parent, "parent", "", a.text("the court above, by its `ID`", "上级法院的 `ID`"))
	complete(cmd, "lang", "zh-Hans", "en")
	return cmd
}

func (a *app) groupAdd(id string, f newMember) error {
	dir, _, err := a.folder()
	if err != nil {
		return err
	}
	g, problems, err := group.Open(dir)
	if err != nil {
		return err
	}
	if g == nil || slices.ContainsFunc(problems, unreadable) {
		a.tell(problems)
		return errProblems
	}
	if err := a.newMemberChoices(g, f); err != nil {
		return err
	}
	place, problem := g.Place(id)
	if problem != nil {
		a.tell([]diag.Problem{*problem})
		return errProblems
	}
	if place.Folder == "" {
		return wrong(a.text("group.toml has no pattern of members with one *", "group.toml 的 members 中没有含一个 * 的模式"), a.text(`write members = ["courts/*"]`, `请写 members = ["courts/*"]`))
	}
	sample, err := a.memberSample(&f, place)
	if err != nil {
		return err
	}
	folder := filepath.Join(dir, filepath.FromSlash(place.Folder))
	if _, err := os.Lstat(folder); err == nil {
		return wrong(fmt.Sprintf(a.text("%s exists", "%s 已存在"), folder), "")
	}
	untitled := f.title == ""
	if untitled {
		f.title = sample.title
	}
	if f.code == "" {
		f.code = strings.ToUpper(id)
	}
	data := map[string]string{
		"ID": id, "Lang": f.lang, "Title": f.title, "Description": f.title, "Code": f.code, "Level": f.level, "Kind": f.kind, "Region": f.region, "Parent": f.parent,
		"Published": publishedAt(a.now(), g.Zone()),
	}
	if f.lang != place.Language {
		data["Default"] = f.lang
	}
	if !place.Address {
		data["BaseURL"] = "https://" + id + ".court.example"
	}
	if err := a.scaffoldMember(folder, f.lang, data); err != nil {
		return fmt.Errorf("make the site: %w", err)
	}
	if untitled {
		line(a.err, fmt.Sprintf(a.text("note: the court's name in it is an example, %q: write its own into site.toml, or use --title", "提示：其中的法院名称 %q 是示例，请在 site.toml 中改为本院名称，或用 --title 指定"), f.title))
	}
	line(a.out, fmt.Sprintf(a.text("made %s; build it with: courtsite group build -C %s --only %s", "已新建 %s，生成请运行：courtsite group build -C %s --only %s"), folder, dir, id))
	return nil
}

// unreadable tells whether a problem is that group.toml could not be read: what the new member inherits is not known then.
func unreadable(p diag.Problem) bool {
	return p.Path == group.File && strings.HasPrefix(p.Kind.Code, "toml-")
}

// newMemberChoices refuses what the new member's first build would find wrong.
func (a *app) newMemberChoices(g *group.Group, f newMember) error {
	if err := a.choice("level", f.level, config.Levels...); err != nil {
		return err
	}
	if err := a.choice("kind", f.kind, catalogue.Kinds...); err != nil {
		return err
	}
	if f.region != "" && !group.RegionCode(f.region) {
		return wrong(fmt.Sprintf(a.text("%q is no value for --region", "%q 不能作为 --region 的值"), f.region), a.text("digits and letters only", "只用数字和字母"))
	}
	if f.parent != "" && !slices.ContainsFunc(g.Members, func(m *group.Member) bool { return m.ID == f.parent }) {
		return a.noMember(g, f.parent)
	}
	return nil
}

// memberSample finds the pages that a new member begins with, in the language that is asked for, or else that it inherits.
func (a *app) memberSample(f *newMember, place group.Place) (sampleSite, error) {
	asked := f.lang != ""
	switch f.lang {
	case "":
		f.lang = cmp.Or(place.Language, catalogue.Wording)
	case string(diag.ZH):
		f.lang = catalogue.Wording
	}
	sample, ok := samples[f.lang]
	switch {
	case !ok && !asked: // pages in another language than the site's own would be errors
		return sample, wrong(fmt.Sprintf(a.text("there are no sample pages in %q, the default language of the group", "没有站群默认语言 %q 的示例页面"), f.lang), a.text("take --lang zh-Hans or --lang en", "请用 --lang zh-Hans 或 --lang en"))
	case !ok:
		return sample, wrong(fmt.Sprintf(a.text("there are no sample pages in %q", "没有 %q 的示例页面"), f.lang), a.text("take zh-Hans or en", "请用 zh-Hans 或 en"))
	case place.Locked && f.lang != place.Language:
		return sample, wrong(fmt.Sprintf(a.text("the group has locked default_language, which is %q", "站群已锁定默认语言 %q"), place.Language), a.text("leave --lang out", "请不要写 --lang"))
	}
	return sample, nil
}
