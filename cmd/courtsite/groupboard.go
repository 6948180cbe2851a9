package main

import (
	"cmp"
	"context"
	"errors"

	"courtsite/generator/diag"
	"courtsite/generator/group"
	"courtsite/generator/publish"
)

// board publishes the supervision board where group.toml says that it is public, and nowhere else; and takes it away from where it was published once it
// is public no more. The error is that of a run that was stopped.
func (r *groupPublication) board(ctx context.Context) error {
	public, name := r.group.Board.Public, r.targets.Name()
	if !public && !r.group.BoardPublished(name) {
		return nil
	}
	place, problems, err := r.targets.OfBoard()
	switch {
	case r.group.Portal != nil && r.group.Portal.Site == nil: // whose board it is, the portal's code tells
		r.fail(group.BoardID, r.text("the portal's configuration has errors", "门户的配置有错误"), "", exitProblems)
		return nil
	case errors.As(err, new(*group.ErrNoTarget)):
		if public {
			r.without = append(r.without, group.BoardID)
		} else {
			r.fail(group.BoardID, r.text("it is not public any more, but stands where it was published, and the target is gone", "已不公开，但仍在原来发布的位置，而该发布目标已不存在"),
				r.text("delete it there, then .courtsite/board/published.json of the group", "请在该处删除，再删除站群缓存文件夹中的 board/published.json"), exitProblems)
		}
		return nil
	case err == nil && diag.HasErrors(problems):
		r.tell(problems)
		r.fail(group.BoardID, r.text("its configuration has errors", "配置有错误"), "", exitProblems)
		return nil
	case err != nil:
		message, hint := r.misplaced(err)
		r.fail(group.BoardID, message, hint, exitProblems)
		return nil
	}
	f := r.flags
	if f.maxDelete < 0 {
		f.maxDelete = anyNumber // all of its files are made by the group, and from now on those of courts that left are wrong
	}
	tree := r.group.BoardDir()
	if !public {
		line(r.err, r.text("note: the board is not public any more: its files at the target are deleted", "提示：监督台已不公开，删除目标处的监督台文件"))
		empty, remove, err := r.group.NoBoard()
		if err != nil {
			return err
		}
		defer remove()
		tree = empty
	}
	p := publication{place: place, court: r.group.BoardOwner(), tree: tree}
	if public && !f.dryRun { // noted before anything is sent: a run that is stopped leaves a part of it there
		p.announce = func(*publish.Plan) { err = r.group.SetBoardPublished(name, true) }
	}
	published, stopped := r.one(ctx, group.BoardID, p, f)
	if err := cmp.Or(stopped, err); err != nil || public || !published {
		return err
	}
	return r.group.SetBoardPublished(name, false)
}

// anyNumber of objects may be deleted.
const anyNumber = 1 << 30
