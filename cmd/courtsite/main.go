// Command courtsite builds a court's site of open information, checks it, and previews it.
//
// It takes flags, talks to the terminal and turns outcomes into exit statuses; what a site is, and what is wrong with
// one, the packages below generator decide. Results go to standard output; problems, errors and progress go to
// standard error. Exit statuses:
//
//	0    done
//	1    the content has problems, and nothing was written; or what is served is not the site
//	2    wrong usage: a flag, an argument, or an output folder that is not ours to replace
//	3    the machine failed: disk, network, or another build or publisher that is at work in the same place
//	130  stopped by Ctrl-C
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	tuneMemory()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	args := os.Args[1:]
	a := &app{
		lang:     toolLanguage(args, os.Getenv, systemLanguage()),
		out:      os.Stdout,
		err:      os.Stderr,
		terminal: isTerminal(os.Stderr),
		now:      time.Now,
		env:      os.Getenv,
	}
	os.Exit(a.run(ctx, args))
}

// isTerminal tells whether a person reads the file as it is written.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
