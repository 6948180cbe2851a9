package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator/config"
	"courtsite/generator/output"
	"courtsite/generator/publish"
	"courtsite/generator/verify"
)

// verifyFlags are the flags of "courtsite verify".
type verifyFlags struct {
	output, format string
	plain          bool
	jobs           int
}

func (a *app) verifyCommand() *cobra.Command {
	var f verifyFlags
	cmd := &cobra.Command{
		Use:   "verify URL|DIR",
		Short: a.text("Compare what is served with what was built", "核对网站上的内容与生成的内容是否一致"),
		Long: a.text(
			"Asks a web server for every page and file of the site, or reads a folder, and compares them with the manifest: bytes, types, headers, redirects, the page for addresses that do not exist.\nThe manifest is that of the build in public; where there is none, the one that is served.",
			"逐个读取网站（或文件夹）中的每个页面和文件，与清单核对：内容、类型、响应头、旧地址的跳转、404 页。\n清单取自 public 中的生成结果；没有时用网站上的清单。"),
		Example: a.text(
			"courtsite verify https://court.example   # what readers get now\ncourtsite verify /srv/court              # a folder",
			"courtsite verify https://court.example   # 核对读者现在看到的网站\ncourtsite verify /srv/court              # 核对文件夹"),
		Args: a.arguments("URL|DIR"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.verify(cmd.Context(), args[0], f) },
	}
	flags := cmd.Flags()
	flags.StringVarP(&f.output, "output", "o", "public", a.text("compare with the build in the folder `DIR`, relative to the site's", "以文件夹 `DIR` 中的生成结果为准（相对于站点文件夹）"))
	flags.BoolVar(&f.plain, "no-security-headers", false, a.text("the server is object storage, which cannot send security headers", "网站由对象存储直接提供，不能设置安全响应头"))
	flags.IntVar(&f.jobs, "jobs", verify.DefaultJobs, a.text("make `N` requests at a time", "同时发出 `N` 个请求"))
	a.formatFlag(cmd, &f.format)
	return cmd
}

func (a *app) verify(ctx context.Context, what string, f verifyFlags) error {
	if err := a.choice("format", f.format, formatText, formatJSON); err != nil {
		return err
	}
	if f.jobs < 1 || f.jobs > 64 {
		return wrong(a.text("--jobs is between 1 and 64", "--jobs 应在 1 与 64 之间"), "")
	}
	began := time.Now()
	bar := a.progress(a.text("comparing", "正在核对"))
	defer bar.clear()
	looked, found, err := a.compare(ctx, what, f)
	if err != nil {
		return err
	}
	return a.verified(f.format, looked, found, time.Since(began))
}

// compare gives how many files were looked at, and what differs.
func (a *app) compare(ctx context.Context, what string, f verifyFlags) (int, []verify.Finding, error) {
	if !strings.Contains(what, "://") {
		return a.compareFolder(ctx, what, f)
	}
	if !config.IsBaseURL(what) {
		return 0, nil, wrong(fmt.Sprintf(a.text("%q is no address of a website", "%q 不是网站的网址"), what), a.text("write https://court.example", "请写成 https://court.example"))
	}
	base, err := url.Parse(strings.TrimSuffix(what, "/") + "/")
	if err != nil {
		return 0, nil, err
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost, transport.ResponseHeaderTimeout = f.jobs, patience
	site := &verify.Site{Base: base, Client: verify.Client(publish.Vigilant(transport, patience)), Jobs: f.jobs, Plain: f.plain}
	raw, err := fs.ReadFile(os.DirFS(within(a.dir, f.output)), output.ManifestName)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, nil, err // the site's own manifest would pass for the build's
	}
	if err != nil {
		line(a.err, a.text("note: there is no build here to compare with; the site is compared with its own manifest", "提示：这里没有生成结果，以网站上的清单为准"))
		if raw, err = site.Manifest(ctx); err != nil {
			return 0, nil, &hintedError{err, a.text("see that the address is right and that the site was published with courtsite", "请检查网址是否正确，网站是否由 courtsite 发布")}
		}
	}
	m, err := output.ParseManifest(raw)
	if err != nil {
		return 0, nil, err
	}
	found, err := site.Compare(ctx, m, raw)
	return len(m.Files), found, err
}

// patience is how long a server may stand still.
const patience = time.Minute

func (a *app) compareFolder(ctx context.Context, dir string, f verifyFlags) (int, []verify.Finding, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return 0, nil, wrong(fmt.Sprintf(a.text("there is no folder %s", "没有文件夹 %s"), dir), a.text("name a folder, or an address that begins with https://", "请写文件夹，或以 https:// 开头的网址"))
	}
	folder := os.DirFS(dir)
	m, err := output.ReadManifest(folder)
	if err != nil {
		return 0, nil, wrong(fmt.Sprintf(a.text("%s has no manifest.json of this program", "%s 中没有本程序生成的 manifest.json"), dir), "")
	}
	found, err := verify.Folder(ctx, folder, m, f.jobs)
	return len(m.Files), found, err
}

// verification is what "courtsite verify" tells other programs. Its fields are a contract.
type verification struct {
	Files    int              `json:"files"`
	Findings []verify.Finding `json:"findings"`
}

func (a *app) verified(format string, looked int, found []verify.Finding, took time.Duration) error {
	different := verify.Differences(found)
	if format == formatJSON {
		if err := a.encode(verification{looked, append([]verify.Finding{}, found...)}); err != nil {
			return err
		}
	} else {
		a.tellFindings(found)
		if len(different) == 0 {
			line(a.out, fmt.Sprintf(a.text("%s: all as it was built (%.1f s)", "%s：全部与生成的内容一致（%.1f 秒）"), a.number(looked, "file", "files", "个文件"), took.Seconds()))
		} else {
			line(a.out, fmt.Sprintf(a.text("%s looked at, %s", "核对了 %s，%s"), a.number(looked, "file", "files", "个文件"), a.number(len(different), "difference", "differences", "处不一致")))
		}
	}
	if len(different) > 0 {
		return errProblems
	}
	return nil
}

// fewAlike is how many findings of one kind are listed one by one.
const fewAlike = 20

// tellFindings lists findings, those of one kind together.
func (a *app) tellFindings(found []verify.Finding) {
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(x, y verify.Finding) int {
		return cmp.Or(cmp.Compare(x.What, y.What), cmp.Compare(x.Name, y.Name))
	})
	for len(found) > 0 {
		first := found[0]
		n := 1
		for n < len(found) && found[n].What == first.What && found[n].Name == first.Name {
			n++
		}
		for _, f := range found[:min(n, fewAlike)] {
			line(a.err, a.finding(f))
		}
		if n > fewAlike {
			line(a.err, fmt.Sprintf(a.text("  and %d more of this kind", "  另有 %d 处同类情况"), n-fewAlike))
		}
		found = found[n:]
	}
}

func (a *app) finding(f verify.Finding) string {
	switch f.What {
	case verify.Missing:
		return fmt.Sprintf(a.text("%s: is missing", "%s：缺失"), f.Path)
	case verify.Content:
		return fmt.Sprintf(a.text("%s: its content is not what was built", "%s：内容与生成的不一致"), f.Path)
	case verify.Status:
		return fmt.Sprintf(a.text("%s: the server answers %s, not %s", "%s：服务器返回 %s，应为 %s"), f.Path, f.Got, f.Want)
	case verify.MediaType:
		return fmt.Sprintf(a.text("%s: is served as %q, not %q", "%s：内容类型为 %q，应为 %q"), f.Path, f.Got, f.Want)
	case verify.Header:
		return fmt.Sprintf(a.text("%s: %s is %q; wanted: %s", "%s：响应头 %s 为 %q，应为：%s"), f.Path, f.Name, f.Got, f.Want)
	case verify.Redirect:
		return fmt.Sprintf(a.text("%s: leads to %q, not %q", "%s：跳转为 %q，应为 %q"), f.Path, f.Got, f.Want)
	case verify.NotFound:
		return fmt.Sprintf(a.text("%s: is not what addresses that do not exist are answered with (%s, not %s)", "%s：不存在的地址没有返回此页（得到 %s，应为 %s）"), f.Path, f.Got, f.Want)
	}
	return fmt.Sprintf(a.text("note: %s is not part of the site", "提示：%s 不属于本站"), f.Path)
}
