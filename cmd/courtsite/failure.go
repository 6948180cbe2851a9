package main

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"syscall"
)

// buildError is an error of the machine, with what it means for the site that stood before.
type buildError struct {
	error
	switching bool // the new site was about to take the place of the old one
}

func (e *buildError) Unwrap() error { return e.error }

// untouched is an error that came while the new site was made beside the old one.
func untouched(err error) error { return &buildError{err, false} }

// What says that a disk takes nothing more.
var (
	fullDisk     = append(diskFull, syscall.ENOSPC, syscall.EDQUOT)
	readOnlyDisk = append(writeProtected, syscall.EROFS)
)

// failures are what machines most often refuse, in words for those who have to do something about it.
var failures = []struct {
	causes         []error
	en, zh         string
	enHint, zhHint string
}{
	{fullDisk, "the disk is full", "磁盘已满",
		"make room, or name a folder on another disk with -o", "请清理磁盘，或用 -o 指定其他磁盘上的文件夹"},
	{readOnlyDisk, "the disk is read-only", "磁盘是只读的",
		"name a folder on another disk with -o", "请用 -o 指定其他磁盘上的文件夹"},
	{append(inUse, syscall.EBUSY, syscall.ETXTBSY), "another program holds a file or folder", "文件或文件夹正被其他程序占用",
		"close programs that have it open, and try again", "请关闭正在使用它的程序，再试一次"},
	{[]error{syscall.EMFILE, syscall.ENFILE}, "too many files are open", "同时打开的文件过多",
		"raise the system's limit (ulimit -n), or try again with --jobs 1 where the command has it", "请提高系统上限（ulimit -n），或在命令支持时加 --jobs 1 再试"},
	{[]error{syscall.ENOTDIR}, "a file stands where a folder should be", "应为文件夹的位置上是一个文件",
		"move the file away, or name another folder", "请移走该文件，或换一个文件夹"},
	{[]error{fs.ErrNotExist}, "a file or folder does not exist", "文件或文件夹不存在",
		"see that the path is right, and that nobody moved the folder", "请检查路径是否正确、文件夹是否被移走"},
	{[]error{fs.ErrPermission}, "permission is denied", "没有权限",
		"see to whom the file or folder belongs and who may write there", "请检查该文件或文件夹的所有者和写入权限"},
}

// ofGroup puts in place of a flag that commands of groups do not have what they have instead.
var ofGroup = strings.NewReplacer("with -o", "as out in group.toml", "用 -o 指定", "在 group.toml 的 out 中写")

// failure says what the machine refused, in the program's language, with the system's own words behind, and what to do.
func (a *app) failure(err error) (message, hint string) {
	message = err.Error()
	if during := (*buildError)(nil); errors.As(err, &during) {
		stands := a.text("the previous site is untouched: ", "原有站点保持不变：")
		if during.switching {
			stands = a.text("the previous site stands, or the next build completes the change: ", "原有站点仍在，或由下一次生成完成更换：")
		}
		message = stands + message
	}
	for _, f := range failures {
		if isAny(err, f.causes) {
			hint := a.text(f.enHint, f.zhHint)
			if a.inGroup {
				hint = ofGroup.Replace(hint)
			}
			return a.text(f.en, f.zh) + a.text("; ", "，") + message, hint
		}
	}
	return message, ""
}

func isAny(err error, causes []error) bool {
	return slices.ContainsFunc(causes, func(cause error) bool { return errors.Is(err, cause) })
}
