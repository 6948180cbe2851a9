package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"courtsite/generator/diag"
	"courtsite/generator/output"
)

// The exit statuses; the package comment explains them.
const (
	exitDone     = 0
	exitProblems = 1
	exitUsage    = 2
	exitMachine  = 3
	exitStopped  = 130 // 128 + SIGINT, as shells report it
)

// errProblems says that the content has errors; they have been told already.
var errProblems = errors.New("the content has problems")

// usageError says that the command was called wrongly, in the program's language.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// wrong makes a usage error; hint may be empty.
func wrong(message, hint string) error { return &usageError{message, hint} }

// hintedError is an error of the machine about which a person can do something.
type hintedError struct {
	error
	hint string
}

func (e *hintedError) Unwrap() error { return e.error }

// finish tells what went wrong, if anything, and gives the exit status.
func (a *app) finish(err error) int {
	var usage *usageError
	var some groupStatus
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &some):
		return int(some)
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.As(err, &usage):
		a.complain(usage.message, usage.hint)
		return exitUsage
	case errors.Is(err, context.Canceled) && errors.As(err, new(*publishError)):
		a.complain(a.text("stopped; the same command goes on from here", "已中止；再次运行同一命令会接着进行"), "")
		return exitStopped
	case errors.Is(err, context.Canceled) && a.inGroup:
		a.complain(a.text("stopped; each court has its new site or its previous one, and the same command goes on from here", "已中止；各院保留新站点或原有站点，再次运行同一命令会接着进行"), "")
		return exitStopped
	case errors.Is(err, context.Canceled):
		a.complain(a.text("stopped; nothing was written", "已中止，没有写入任何内容"), "")
		return exitStopped
	}
	if errors.As(err, new(*publishError)) {
		return a.finishPublish(err)
	}
	return a.finishOutput(err)
}

// finishOutput does it for what the output folder, or the machine, refuses.
func (a *app) finishOutput(err error) int {
	message, hint, status := a.outputFailure(err)
	a.complain(message, hint)
	return status
}

// outputFailure says what the output folder, or the machine, refuses, what to do, and with which exit status the program ends because of it.
func (a *app) outputFailure(err error) (message, hint string, status int) {
	var foreign *output.ErrForeign
	var collision *output.ErrCollision
	var busy *output.ErrBusy
	var hinted *hintedError
	switch {
	case errors.As(err, &foreign):
		hint = a.text("name an empty or a new folder with -o", "请用 -o 指定一个空的或新的文件夹")
		if a.inGroup {
			hint = a.text("move them away, or name another folder as out in group.toml", "请移走这些文件，或在 group.toml 的 out 中写别的文件夹")
		}
		return fmt.Sprintf(a.text("%s holds files that no build of courtsite made", "%s 中有不是由 courtsite 生成的文件"), foreign.Dir), hint, exitUsage
	case errors.As(err, &collision):
		return fmt.Sprintf(a.text("%s in %s was put there by hand, and the new site has a file or folder of that name", "%[2]s 中的 %[1]s 是手工放入的，与新站点的文件或文件夹同名"), collision.Path, collision.Dir),
			a.text("move the file away, or rename the page", "请移走该文件，或给页面改名"), exitUsage
	case errors.As(err, &busy):
		hint = a.text("wait until it has ended, or name another folder with -o", "请等它结束，或用 -o 指定别的文件夹")
		if a.inGroup {
			hint = a.text("wait until it has ended, then run this again", "请等它结束，再运行此命令")
		}
		return fmt.Sprintf(a.text("another build is writing to %s", "另一次生成正在写入 %s"), busy.Dir), hint, exitMachine
	case errors.Is(err, output.ErrAfterSwitch):
		return a.text("", "新站点已就位，但清理未完成：") + err.Error(), a.text("the new site can be published; build again to tidy up", "新站点已可发布；再生成一次即可清理"), exitMachine
	case errors.As(err, &hinted):
		return err.Error(), hinted.hint, exitMachine
	}
	message, hint = a.failure(err)
	return message, hint, exitMachine
}

// complain writes an error that has no place in a file.
func (a *app) complain(message, hint string) {
	fmt.Fprintf(a.err, "courtsite: %s%s\n", a.text("error: ", "错误："), message)
	if hint != "" {
		fmt.Fprintf(a.err, "    %s%s\n", a.text("hint: ", "办法："), hint)
	}
}

// flagError puts what the flag parser refuses into the program's language.
func (a *app) flagError(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	message, hint := err.Error(), a.seeHelp(cmd.CommandPath())
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + unknown.GetSpecifiedName()
		} else if near := nearestFlag(cmd, unknown.GetSpecifiedName()); near != "" {
			hint = fmt.Sprintf(a.text("did you mean %s? %s", "是否要写 %s？%s"), near, hint)
		}
		message = a.text("there is no flag ", "没有这个选项：") + name
	case errors.As(err, &lacking):
		message = fmt.Sprintf(a.text("the flag --%s needs a value", "选项 --%s 后面要写值"), lacking.GetFlag().Name)
	case errors.As(err, &invalid):
		message = fmt.Sprintf(a.text("%q is no value for --%s", "%q 不能作为 --%s 的值"), invalid.GetValue(), invalid.GetFlag().Name)
	case errors.As(err, &syntax):
		message = a.text("this is not how a flag is written: ", "选项的写法不对：") + syntax.GetSpecifiedFlag()
	}
	return wrong(message, hint)
}

// nearestFlag is the flag or the command that was meant: --address for --addr, --version for version.
func nearestFlag(cmd *cobra.Command, name string) string {
	for _, c := range cmd.Commands() {
		if c.Name() == name {
			return cmd.CommandPath() + " " + name
		}
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if near := diag.Nearest(name, known); near != "" {
		return "--" + near
	}
	return ""
}

// refusedFlag tells whether an error is the flag parser's own.
func refusedFlag(err error) bool {
	var unknown *pflag.NotExistError
	var lacking *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	return errors.As(err, &unknown) || errors.As(err, &lacking) || errors.As(err, &invalid) || errors.As(err, &syntax)
}

func (a *app) seeHelp(command string) string {
	return fmt.Sprintf(a.text(`"%s --help" explains the command`, "“%s --help” 有用法说明"), command)
}

// line writes a line of text and leaves out what is empty.
func line(w io.Writer, text string) {
	if text != "" {
		fmt.Fprintln(w, text)
	}
}
