package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"courtsite/generator"
	"courtsite/generator/diag"
	"courtsite/generator/output"
	"courtsite/generator/serve"
)

// serveFlags are the flags of "courtsite serve".
type serveFlags struct {
	addr         string
	open, drafts bool
}

func (a *app) serveCommand() *cobra.Command {
	var f serveFlags
	cmd := &cobra.Command{
		Use:   "serve",
		Short: a.text("Show the site in the browser while you write", "在浏览器中实时预览站点"),
		Long: a.text(
			"The page in the browser changes as soon as a file is saved; problems are shown over it.\nOnly this computer can see the preview, unless --addr says otherwise. Nothing is written to disk.",
			"保存文件后，浏览器中的页面会自动刷新，问题会显示在页面上。\n除非用 --addr 另行指定，只有本机能看到预览。不会写入任何文件。"),
		Example: a.text(
			"courtsite serve --open               # and open the browser\ncourtsite serve --drafts             # with drafts\ncourtsite serve --addr :8080         # for other computers too, on port 8080",
			"courtsite serve --open               # 同时打开浏览器\ncourtsite serve --drafts             # 连同草稿\ncourtsite serve --addr :8080         # 其他电脑也能通过 8080 端口查看"),
		Args: a.arguments(),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.serve(cmd.Context(), f) },
	}
	cmd.Flags().StringVar(&f.addr, "addr", serve.DefaultAddr, a.text("listen on `HOST:PORT`", "监听地址 `HOST:PORT`"))
	cmd.Flags().BoolVar(&f.open, "open", false, a.text("open the browser", "打开浏览器"))
	cmd.Flags().BoolVar(&f.drafts, "drafts", false, a.text("show drafts too, and pages whose time has not come", "同时显示草稿和未到发布时间的页面"))
	return cmd
}

func (a *app) serve(ctx context.Context, f serveFlags) error {
	if err := a.checkAddr(ctx, f.addr); err != nil {
		return err
	}
	dir, site, err := a.folder()
	if err != nil {
		return err
	}
	in, err := a.asMember(generator.Input{Site: site, Drafts: f.drafts, Preview: true, Version: programVersion()})
	if err != nil {
		return err
	}
	p := previewer{app: a, in: in, base: in.BaseURL, tree: output.NewMemory()}
	err = serve.Run(ctx, serve.Config{
		Addr: f.addr, Root: dir, Lang: a.lang, Logger: slog.New(slog.NewTextHandler(a.err, nil)),
		Build: p.build,
		Ready: func(url string) {
			fmt.Fprintf(a.out, a.text("preview: %s (Ctrl-C ends it)\n", "预览地址：%s （按 Ctrl-C 结束）\n"), url)
			if f.open {
				a.browse(ctx, url)
			}
		},
	})
	if op := (*net.OpError)(nil); errors.As(err, &op) && op.Op == "listen" {
		return &hintedError{err, a.text("another program may use the port; choose another: --addr 127.0.0.1:1314", "端口可能已被占用，请换一个：--addr 127.0.0.1:1314")}
	}
	return err
}

// checkAddr wants HOST:PORT; either may be empty.
func (a *app) checkAddr(ctx context.Context, addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = net.DefaultResolver.LookupPort(ctx, "tcp", port)
	}
	if err == nil || addr == "" {
		return nil
	}
	return wrong(fmt.Sprintf(a.text("%q is no value for --addr", "%q 不能作为 --addr 的值"), addr),
		a.text("write HOST:PORT with a port up to 65535: 127.0.0.1:1314, or :8080 for all computers", "请写成 主机:端口，端口不超过 65535，如 127.0.0.1:1314；:8080 表示其他电脑也能查看"))
}

// previewer builds the site into memory, again and again. It remembers the last build, so that a change costs what depends on it.
type previewer struct {
	*app
	in   generator.Input // what is the same every time: of a member, what it inherits and what was handed to it too
	base string          // a member's address; "" for a site of its own
	past *generator.Past
	tree *output.Memory // the last good one
}

// build builds the site under the preview's own origin: so a link to the whole address stays in the preview.
func (a *previewer) build(ctx context.Context, origin string, touched serve.Touched) (serve.Built, error) {
	base := a.basePath()
	tree := a.tree.After()
	bar := a.progress(a.text("building", "正在生成"))
	in := a.in
	in.Now, in.BaseURL, in.Progress, in.Past, in.Clock = a.now(), origin+base, bar.step, a.past, time.Now()
	if !touched.All {
		in.Touched = touched.Paths
	}
	result, amended, err := generator.Amend(ctx, in, tree)
	if err == nil && !amended {
		result, err = generator.Build(ctx, in, tree)
	}
	bar.clear()
	if err != nil || ctx.Err() != nil {
		return serve.Built{}, err
	}
	a.past = result.Past
	a.tell(result.Problems)
	a.tellWaived(result.Waived)
	built := serve.Built{Base: base, Problems: result.Problems}
	if !diag.HasErrors(result.Problems) {
		a.tree, built.Files = tree, tree
		line(a.out, a.summary(result)+a.held(result, a.in.Drafts))
	}
	return built, nil
}

// basePath is where below its origin the site will stand.
func (a *previewer) basePath() string {
	if at, err := url.Parse(a.base); err == nil && a.base != "" {
		return strings.TrimSuffix(at.EscapedPath(), "/") + "/"
	}
	return settings(a.in.Site).BasePath
}
