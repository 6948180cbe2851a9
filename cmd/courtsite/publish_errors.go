package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"

	"courtsite/generator/config"
	"courtsite/generator/group"
	"courtsite/generator/output"
	"courtsite/generator/publish"
)

// publishError is an error that came while publishing.
type publishError struct {
	error
	target string
}

func (e *publishError) Unwrap() error { return e.error }

// finishPublish tells what kept a site from being published.
func (a *app) finishPublish(err error) int {
	message, hint, status := a.publishFailure(err)
	a.complain(message, hint)
	return status
}

// publishFailure says what kept a site from being published, what to do, and with which exit status the program ends because of it.
func (a *app) publishFailure(err error) (message, hint string, status int) {
	if message, hint, status := a.refusedPublish(err); message != "" {
		return message, hint, status
	}
	message, hint = a.failure(err)
	switch { // -o names the site that is published, not where it goes
	case isAny(err, fullDisk):
		hint = a.text("make room there and run this command again: it goes on from where it stopped", "请清理目标磁盘后再次运行此命令，会从中断处接着进行")
	case isAny(err, readOnlyDisk):
		hint = fmt.Sprintf(a.text("see why nothing can be written there, or name another directory in %s", "请检查目标磁盘为何不能写入，或在 %s 中写别的 directory"), a.placesFile())
	case errors.Is(err, fs.ErrNotExist):
		hint = fmt.Sprintf(a.text("make the folder that it is to lie in, or name another directory in %s", "请先建立它的上一级文件夹，或在 %s 中写别的 directory"), a.placesFile())
	}
	return message, cmp.Or(hint, a.text("the same command goes on from where it stopped", "再次运行同一命令，会从中断处接着进行")), exitMachine
}

// placesFile is the file that says where a site is published to.
func (a *app) placesFile() string {
	if a.inGroup {
		return group.File
	}
	return config.File
}

// refusedPublish is what a person can set right before anything is sent; "" for what the machine refuses.
func (a *app) refusedPublish(err error) (message, hint string, status int) {
	var file *publish.ErrTree
	var early *publish.ErrEarly
	var foreign *publish.ErrForeign
	var other *publish.ErrOtherSite
	var deletions *publish.ErrDeletions
	var reserved *publish.ErrReserved
	command := "courtsite build"
	if a.inGroup {
		command = "courtsite group build"
	}
	build := a.text("build it first: ", "请先生成：") + command
	switch {
	case errors.Is(err, publish.ErrGate):
		return a.text("this is a preview, which must not be published: its manifest records no gate that it passed", "这是预览，不能发布：清单中没有通过发布检查的记录"),
			a.text("build it without --drafts: ", "请不带 --drafts 重新生成：") + command, exitUsage
	case errors.As(err, &file) && file.Path == output.ManifestName && errors.Is(err, fs.ErrNotExist):
		return a.text("there is no finished site to publish", "没有可发布的站点"), build, exitUsage
	case errors.As(err, &file) && file.Path == output.ManifestName:
		return a.text("the folder's manifest.json is not a manifest of this program", "文件夹中的 manifest.json 不是本程序生成的清单"), build, exitUsage
	case errors.As(err, &file):
		return fmt.Sprintf(a.text("%s is not what the build made: somebody changed or removed it since", "%s 与生成时不同：之后被改动或删除"), file.Path),
			a.text("nothing of it was sent; build again: ", "该文件没有发出；请重新生成：") + command, exitUsage
	case errors.As(err, &early):
		return fmt.Sprintf(a.text("%s must not be published before %s", "%s 在 %s 之前不得发布"), early.Path, early.Published),
			a.text("the site was built as at a later time; build without --now", "站点是按以后的时间生成的；请不带 --now 重新生成"), exitUsage
	case errors.As(err, &foreign):
		return fmt.Sprintf(a.text("%d objects there were not published from here and have names that the site needs, such as %s", "目标处有 %d 个不是由本站发布的同名对象，如 %s"), len(foreign.Names), foreign.Names[0]),
			a.text("nothing was done; choose another place or prefix, or replace them with --take-over", "未作任何改动；请换一个位置或 prefix，确要替换则加 --take-over"), exitUsage
	case errors.As(err, &other):
		return fmt.Sprintf(a.text("another court's site is published there (its code is %s)", "目标处发布的是另一法院的站点（代码 %s）"), other.Site),
			a.text("nothing was done; choose another place or prefix; if it is this court under a new code, add --take-over", "未作任何改动；请换一个位置或 prefix；如只是本院代码有变，请加 --take-over"), exitUsage
	case errors.As(err, &deletions):
		return fmt.Sprintf(a.text("%d objects would be deleted, more than the %d that may be", "将删除 %d 个对象，超过允许的 %d 个"), deletions.Planned, deletions.Allowed),
			fmt.Sprintf(a.text("nothing was done; look with --dry-run; if it is meant: --max-delete %d", "未作任何改动；请用 --dry-run 查看；确要如此则加 --max-delete %d"), deletions.Planned), exitUsage
	case errors.As(err, &reserved):
		return fmt.Sprintf(a.text("the site has a file %s, in a folder that publishing keeps for itself", "站点中有文件 %s，该文件夹由发布功能专用"), reserved.Path),
			a.text("rename it", "请改名"), exitUsage
	}
	return a.stoppedPublish(err)
}

// stoppedPublish is what stands in a publisher's way at the target.
func (a *app) stoppedPublish(err error) (message, hint string, status int) {
	var busy *publish.ErrBusy
	var refused *publish.Refused
	switch {
	case errors.As(err, &busy):
		return fmt.Sprintf(a.text("another publisher is at work there (%s)", "另一处正在向该目标发布（%s）"), busy.Publisher),
			a.text("wait until it has ended; if it was killed, try again in two minutes", "请等它结束；如它是被强行终止的，两分钟后再试"), exitMachine
	case errors.Is(err, publish.ErrOvertaken):
		return a.text("another publisher began to work there, and this one stopped", "另一处开始向该目标发布，本次发布已停止"),
			a.text("see who it is, then run this command again", "请先弄清是谁，再运行此命令"), exitMachine
	case errors.Is(err, publish.ErrRecord):
		return a.text("the record of what was published, .courtsite/published.json, cannot be read", "目标处的发布记录 .courtsite/published.json 无法读取"),
			a.text("a later version of this program may have written it; if it is damaged, delete it and publish with --take-over", "可能由更新版本的程序写成；如已损坏，请删除它，并加 --take-over 发布"), exitMachine
	case errors.As(err, &refused):
		return refused.Error(), a.refusedHint(refused.Code), exitMachine
	}
	return "", "", 0
}

// refusedHint says what to do about an answer of an object store.
func (a *app) refusedHint(code string) string {
	switch code {
	case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidSecurity":
		return a.text("see that the access key and its secret are right and belong together, and that the region is right", "请检查密钥是否正确、是否成对，region 是否正确")
	case "AccessDenied", "AllAccessDisabled", "Forbidden":
		return a.text("the key needs the rights to list, read, write and delete objects in this bucket", "该密钥需要有此存储桶的列举、读取、写入、删除权限")
	case "NoSuchBucket":
		return a.text("see that bucket, endpoint and region are as the console shows them; the bucket has to exist", "请核对 bucket、endpoint、region 与控制台一致；存储桶要先建好")
	case "RequestTimeTooSkewed":
		return a.text("this computer's clock is wrong: set it", "本机时钟不准，请校准时间")
	case "SecondLevelDomainForbidden":
		return a.text("the store wants the bucket's name in the host's: take path_style out", "该服务要求存储桶名在域名中：请删去 path_style")
	}
	return ""
}
