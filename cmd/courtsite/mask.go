package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"courtsite/generator/diag"
	"courtsite/generator/gate/detect"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

// maskFlags are the flags of "courtsite mask".
type maskFlags struct{ write, text bool }

func (a *app) maskCommand() *cobra.Command {
	var f maskFlags
	cmd := &cobra.Command{
		Use:   "mask FILE",
		Short: a.text("Propose the text of a file with its personal data masked", "给出隐去个人信息之后的文本"),
		Long: a.text(
			"Shows, as a diff, which characters would be hidden; --text shows the whole masked text instead, and --write changes the file. What words alone do not tell is not found: read the result.\nMarks of classification stay as they are. Hiding the mark would not open the paper: ask the secrecy officer.",
			"以差异形式列出将隐去哪些字符；--text 输出隐去后的全文，--write 直接修改文件。光看文字判断不了的查不出来，请通读结果。\n密级标志不会改动：隐去标志并不等于可以公开，请先交保密审查。"),
		Example: a.text(
			"courtsite mask content/service/announcements/notice.md           # what would change\ncourtsite mask content/service/announcements/notice.md --write   # change it",
			"courtsite mask content/service/announcements/notice.md           # 看将如何修改\ncourtsite mask content/service/announcements/notice.md --write   # 修改文件"),
		Args: a.arguments("FILE"),
		RunE: func(_ *cobra.Command, args []string) error { return a.mask(args[0], f) },
	}
	cmd.Flags().BoolVar(&f.write, "write", false, a.text("change the file", "修改文件"))
	cmd.Flags().BoolVar(&f.text, "text", false, a.text("show the whole masked text instead of a diff", "输出隐去后的全文，而不是差异"))
	return cmd
}

func (a *app) mask(name string, f maskFlags) error {
	if f.write && f.text {
		return wrong(a.text("--write and --text exclude each other", "--write 与 --text 不能同时使用"), "")
	}
	file := a.found(name)
	if info, err := os.Stat(file); err == nil && info.IsDir() {
		return wrong(fmt.Sprintf(a.text("%s is a folder", "%s 是文件夹"), name), a.text("name one file of it", "请写其中的一个文件"))
	}
	written, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return wrong(fmt.Sprintf(a.text("there is no file %s", "没有文件 %s"), name), "")
	}
	if err != nil {
		return err
	}
	if !utf8.Valid(written) || bytes.IndexByte(written, 0) >= 0 {
		return wrong(fmt.Sprintf(a.text("%s is not a text in UTF-8", "%s 不是 UTF-8 文本"), name),
			a.text("save it as UTF-8; documents and pictures cannot be masked here", "请另存为 UTF-8 编码；文档和图片不能用此命令处理"))
	}
	context := detect.Context{Date: a.publishedOn(name, written)}
	masked := detect.MaskIn(string(written), context)
	a.tellMasked(name, string(written), masked, context)
	switch {
	case masked == string(written):
		return nil
	case f.write:
		return replaceFile(file, []byte(masked))
	case f.text:
		_, err = a.out.Write([]byte(masked))
	default:
		_, err = a.out.Write(diff.Diff("a/"+name, written, "b/"+name, []byte(masked)))
	}
	return err
}

// found gives the file that a name means: as seen from here, or from the site's folder.
func (a *app) found(name string) string {
	if _, err := os.Stat(name); err == nil {
		return name
	}
	return within(a.dir, name)
}

// publishedOn is the day by which a page's birth dates are a minor's; the zero time for what is no page.
func (a *app) publishedOn(name string, written []byte) time.Time {
	site := settings(os.DirFS(a.dir))
	even := bytes.ReplaceAll(bytes.TrimPrefix(written, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	head, _ := page.ParseHead(a.inSite(name), source.Text{Bytes: even}, page.Languages{Tags: site.Tags(), Default: site.Default}, site.Zone)
	if head == nil {
		return time.Time{}
	}
	return head.Published
}

// tellMasked says, beside the result, what was masked and what a person has to decide.
func (a *app) tellMasked(name, written, masked string, context detect.Context) {
	hidden := 0
	for _, found := range detect.Text(written, context) {
		if found.Kind.Maskable {
			hidden++
		}
	}
	if hidden == 0 {
		fmt.Fprintf(a.err, a.text("%s: nothing to mask was found\n", "%s：没有找到需要隐去的内容\n"), name)
	} else {
		fmt.Fprintf(a.err, a.text("%s: %s masked; read the text, not everything can be found\n", "%s：隐去 %s；请通读全文，有些内容无法自动查出\n"), name, a.number(hidden, "place", "places", "处"))
	}
	for _, left := range detect.Text(masked, context) {
		if !left.Kind.Maskable {
			fmt.Fprintf(a.err, "%s: %s: %s\n", diag.At(name, []byte(masked), left.Start), left.Kind.Name(a.lang), left.Kind.Advice(a.lang))
		}
	}
}
