package main

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator/catalogue"
	"courtsite/generator/config"
	"courtsite/generator/diag"
)

// app is one run of the program: what it was told about its surroundings, and the flags that every command has.
type app struct {
	lang     diag.Lang
	out, err io.Writer
	terminal bool // err is read by a person
	now      func() time.Time
	env      func(string) string

	stray []diag.Problem // of a group, that are no member's

	dir     string // -C
	inGroup bool   // what is published is a group's
}

// run executes the arguments and gives the exit status.
func (a *app) run(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetOut(a.out)
	root.SetErr(a.err)
	err := root.ExecuteContext(ctx)
	if refusedFlag(err) { // one that stands before the command
		err = a.flagError(root, err)
	}
	return a.finish(err)
}

// root is the command line: all commands and the flags that they share.
func (a *app) root() *cobra.Command {
	// On Windows a double click on the program opens a window that would close at once; this stands in it.
	cobra.MousetrapHelpText = "请在命令提示符窗口中运行 courtsite，例如：courtsite serve\nRun courtsite in a command prompt: courtsite serve\n"
	root := a.group("courtsite", a.text(
		"courtsite builds a court's site of open information from Markdown files.",
		"courtsite 用 Markdown 文件生成法院的司法公开网站。"))
	root.Example = a.text(
		"courtsite new site court      # make a new site in the folder court\ncourtsite serve -C court      # see it in the browser while you write\ncourtsite build -C court      # make the files to publish, in court/public",
		"courtsite new site court      # 在文件夹 court 中新建站点\ncourtsite serve -C court      # 边写边在浏览器中预览\ncourtsite build -C court      # 生成可发布的文件，放在 court/public")
	flags := root.PersistentFlags()
	flags.StringVarP(&a.dir, "directory", "C", ".", a.text("the site's folder, `DIR`", "站点所在的文件夹 `DIR`"))
	flags.String("lang", string(a.lang), a.text("the language of this program, `zh|en`; else LC_ALL or LANG decide", "本程序使用的语言 `zh|en`；不写则由 LC_ALL、LANG 决定"))
	flags.BoolP("help", "h", false, a.text("explain the command", "显示用法说明"))
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		lang := root.PersistentFlags().Lookup("lang")
		if v := lang.Value.String(); lang.Changed && v != string(diag.ZH) && v != string(diag.EN) {
			return wrong(fmt.Sprintf(a.text("%q is no value for --lang: zh or en", "--lang 的值应为 zh 或 en，不能是 %q"), v), "")
		}
		return nil
	}
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error { return a.flagError(cmd, err) })
	root.SetHelpFunc(a.help)
	root.SetHelpCommand(a.helpCommand(root))
	root.CompletionOptions.DisableDefaultCmd = true
	root.SilenceErrors, root.SilenceUsage = true, true
	root.TraverseChildren = true // so that --lang before "new" is the program's, and after it the page's
	complete(root, "lang", "zh", "en")
	root.AddCommand(a.buildCommand(), a.checkCommand(), a.serveCommand(), a.publishCommand(), a.verifyCommand(), a.newCommand(), a.translateCommand(), a.signCommand(), a.reviewCommand(), a.waiveCommand(), a.reportCommand(), a.groupCommand(), a.explainCommand(), a.maskCommand(), a.versionCommand(), a.completionCommand())
	return root
}

// group is a command that only holds others: alone it is wrong usage.
func (a *app) group(use, short string) *cobra.Command {
	return &cobra.Command{
		Use: use, Short: short,
		SuggestionsMinimumDistance: 2,
		Args:                       cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				a.usage(cmd, a.err)
				return wrong(a.text("no command is given", "没有写命令"), "")
			}
			message := fmt.Sprintf(a.text("there is no command %q", "没有 %q 这个命令"), args[0])
			if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
				return wrong(message, fmt.Sprintf(a.text("did you mean %q?", "是否要写 %q？"), near[0]))
			}
			return wrong(message, a.seeHelp(cmd.CommandPath()))
		},
	}
}

// arguments checks that a command gets the arguments that its usage line names, no more and no fewer.
func (a *app) arguments(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return wrong(fmt.Sprintf(a.text("%s is missing", "缺少 %s"), names[len(args)]), a.seeHelp(cmd.CommandPath()))
		case len(args) > len(names):
			return wrong(fmt.Sprintf(a.text("%q is one argument too many", "多了参数 %q"), args[len(names)]), a.seeHelp(cmd.CommandPath()))
		}
		return nil
	}
}

// folder gives the site's folder, which has to exist.
func (a *app) folder() (string, fs.FS, error) {
	info, err := os.Stat(a.dir)
	if err != nil || !info.IsDir() {
		return "", nil, wrong(fmt.Sprintf(a.text("there is no folder %s", "没有文件夹 %s"), a.dir), a.text("name the site's folder with -C", "请用 -C 指明站点所在的文件夹"))
	}
	return a.dir, os.DirFS(a.dir), nil
}

// settings reads what a command itself needs of site.toml. What is wrong with the file, the build tells; here defaults stand
// in for it.
func settings(site fs.FS) *config.Site {
	standard := &config.Site{BasePath: "/", Default: catalogue.Wording, Zone: time.FixedZone("CST", 8*60*60)}
	text, err := fs.ReadFile(site, config.File)
	if err != nil {
		return standard
	}
	if read, _ := config.Parse(text, ""); read != nil {
		return read
	}
	return standard
}

// moment reads a flag's time: RFC 3339, or a date, which is its midnight in the site's time zone. An empty value is now.
func (a *app) moment(flag, value string, zone *time.Location) (time.Time, error) {
	if value == "" {
		return a.now(), nil
	}
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return t, nil
	}
	if t, err := time.ParseInLocation(time.DateOnly, value, zone); err == nil {
		return t, nil
	}
	return time.Time{}, wrong(
		fmt.Sprintf(a.text("%q is no time for --%s", "%q 不能作为 --%s 的时间"), value, flag),
		a.text("write 2026-02-10 or 2026-02-10T09:00:00+08:00", "请写成 2026-02-10 或 2026-02-10T09:00:00+08:00"))
}

// choice is a flag's value that must be one of a few.
func (a *app) choice(flag, value string, known ...string) error {
	for _, k := range known {
		if value == k {
			return nil
		}
	}
	return wrong(fmt.Sprintf(a.text("%q is no value for --%s", "%q 不能作为 --%s 的值"), value, flag),
		a.text("one of: ", "可写：")+strings.Join(known, ", "))
}

// complete lets the shell complete a flag's value.
func complete(cmd *cobra.Command, flag string, values ...string) {
	// The only error is a flag that does not exist, and the tests complete each.
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// within gives a path that a flag names relative to the site's folder.
func within(dir, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(dir, path)
}
