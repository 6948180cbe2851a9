package group

import (
	"path"
	"strings"
	"time"

	"courtsite/generator/diag"
)

// Place is where a new member belongs.
type Place struct {
	Folder  string // below the group's; "" where no pattern says
	Address bool   // its base_url is inherited

	Language string // the default language that it inherits; "" for none
	Locked   bool   // it may not have another
}

// Place finds the place of a new member. What is wrong with its id is a problem.
func (g *Group) Place(id string) (Place, *diag.Problem) {
	at := diag.Pos{Path: File}
	if !goodID(id) {
		p := diag.New(diag.GroupID, at, id)
		return Place{}, &p
	}
	for _, m := range g.Members {
		if m.ID == id {
			p := diag.New(diag.GroupTwice, at, id, m.pos.String())
			return Place{}, &p
		}
	}
	place := Place{Address: g.settings.defaults != nil && g.settings.defaults.Written("base_url")}
	if g.settings.defaults != nil {
		place.Language, place.Locked = g.settings.defaults.Fresh().String("default_language"), g.locked("default_language")
	}
	for _, p := range g.settings.patterns {
		if glob := path.Clean(p.glob); below(glob) && path.Base(glob) == "*" && strings.Count(glob, "*") == 1 && !strings.ContainsAny(glob, "?[") {
			place.Folder = path.Join(path.Dir(glob), id)
			break
		}
	}
	return place, nil
}

// Within finds the member, or the portal, whose folder this is, below the group's; nil for none.
func (g *Group) Within(folder string) *Member {
	for _, m := range g.all() {
		if m.Folder != "" && m.Folder == folder {
			return m
		}
	}
	return nil
}

// Zone is the time zone that the group's own dates are in: the portal's, else that of Beijing.
func (g *Group) Zone() *time.Location {
	if g.Portal != nil && g.Portal.Site != nil {
		return g.Portal.Site.Zone
	}
	return time.FixedZone("CST", 8*60*60)
}

// Fatal tells whether a problem keeps the whole group from being built: one in group.toml or in the list of members, which all depend on. What a rule
// names and what is not there any more, because its court has left or taken it away, touches the documents of that rule alone; any other problem
// leaves a single folder out.
func (g *Group) Fatal(p diag.Problem) bool {
	return p.Severity == diag.Error && (p.Path == File || p.Path == g.settings.list) && p.Kind != diag.GroupRuleMember && p.Kind != diag.GroupPush
}
