package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"courtsite/generator"
	"courtsite/generator/config"
	"courtsite/generator/diag"
	"courtsite/generator/group"
)

// membership is a site's place in a group: the group's folder, as a person here would name it, and the member's id.
type membership struct {
	group  *group.Group
	member *group.Member
	dir    string
}

// membership finds the group that the site in our folder belongs to; nil for a site of its own. A group that cannot be read has problems.
func (a *app) membership() (*membership, []diag.Problem, error) {
	site := whole(a.dir)
	for at := filepath.Dir(site); ; at = filepath.Dir(at) {
		if info, err := os.Stat(filepath.Join(at, group.File)); err == nil && info.Mode().IsRegular() {
			return member(site, at)
		}
		if at == filepath.Dir(at) {
			return nil, nil, nil
		}
	}
}

// member finds a site among the members of the group in a folder above it.
func member(site, dir string) (*membership, []diag.Problem, error) {
	g, problems, err := group.Open(dir)
	if err != nil {
		return nil, nil, err
	}
	if g == nil || slices.ContainsFunc(problems, g.Fatal) {
		return nil, problems, nil
	}
	rel, err := filepath.Rel(dir, site)
	if err != nil {
		return nil, nil, nil // on another drive: not in the group's folder
	}
	m := g.Within(filepath.ToSlash(rel))
	if m == nil {
		return nil, nil, nil
	}
	return &membership{g, m, near(dir)}, nil, nil
}

// near is a folder's path from where we are, if that is shorter.
func near(dir string) string {
	here, err := os.Getwd()
	if err != nil {
		return dir
	}
	if rel, err := filepath.Rel(whole(here), dir); err == nil && len(rel) < len(dir) {
		return rel
	}
	return dir
}

// inherits tells whoever works on a member's site alone, which lacks what it inherits, how to reach it through its group.
func (a *app) inherits(problems []diag.Problem) {
	if !slices.ContainsFunc(problems, func(p diag.Problem) bool {
		return p.Path == config.File && (p.Kind == diag.SiteRequired || p.Kind == diag.SiteMissing)
	}) {
		return
	}
	in, _, err := a.membership()
	if err != nil || in == nil {
		return
	}
	only := " --only " + in.member.ID
	if in.member == in.group.Portal {
		only = ""
	}
	line(a.err, fmt.Sprintf(a.text(
		"this site is %[1]s in the group in %[2]s, from whose group.toml it inherits: courtsite group check -C %[2]s%[3]s",
		"本站点是站群 %[2]s 中的 %[1]s，缺少的内容由 group.toml 继承，请运行：courtsite group check -C %[2]s%[3]s"), in.member.ID, in.dir, only))
}

// asMember gives a site that belongs to a group what it inherits, and what was handed to it: without that a signature would be for another page than the
// group publishes.
func (a *app) asMember(in generator.Input) (generator.Input, error) {
	home, problems, err := a.membership()
	switch {
	case err != nil:
		return in, err
	case diag.HasErrors(problems):
		a.tell(problems)
		return in, errProblems
	case home == nil:
		return in, nil
	case home.member.HasOwnErrors():
		a.tell(home.member.Problems)
		return in, errProblems
	}
	return home.group.Input(home.member, in)
}

// memberPublication says where a member of a group is published to, by what it inherits, and what.
func (a *app) memberPublication(in *membership, target string) (p publication, err error) {
	a.inGroup = true
	place, problems, err := in.group.Targets(target).Of(in.member)
	switch {
	case errors.As(err, new(*group.ErrNoTarget)):
		return p, wrong(fmt.Sprintf(a.text("neither the site nor its group has a target %s", "本站点和所属站群都没有发布目标 %s"), target),
			fmt.Sprintf(a.text("write [defaults.publish.%s] in %s; docs/groups.md tells how", "请在 %[2]s 中写 [defaults.publish.%[1]s]；写法见 docs/groups.md"),
				target, filepath.Join(in.dir, group.File)))
	case err == nil && diag.HasErrors(problems):
		a.tell(problems)
		return p, errProblems
	case err != nil:
		message, hint := (&groupPublication{app: a}).misplaced(err)
		a.complain(in.member.ID+a.text(": ", "：")+message, hint)
		return p, errProblems
	}
	return publication{
		place: place, court: in.member.Site.Court.Code, tree: in.group.Out(in.member), lock: strings.Join([]string{in.member.ID, place.Name}, "."),
	}, nil
}
