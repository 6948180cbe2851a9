package main

import (
	"context"
	"os/exec"
	"runtime"
)

// browse opens an address in the reader's browser. If that fails, the address stands on the terminal anyway.
func (a *app) browse(ctx context.Context, url string) {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.CommandContext(ctx, "rundll32", "url.dll,FileProtocolHandler", url)
	case "darwin":
		cmd = exec.CommandContext(ctx, "open", url)
	default:
		cmd = exec.CommandContext(ctx, "xdg-open", url)
	}
	if err := cmd.Start(); err != nil {
		a.complain(a.text("no browser could be opened: ", "无法打开浏览器：")+err.Error(), "")
		return
	}
	go cmd.Wait() // some openers stay until the browser is closed
}
