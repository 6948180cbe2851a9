package config

import (
	"slices"

	"courtsite/generator/diag"
	"courtsite/generator/page"
	"courtsite/generator/source"
)

// Role is what somebody answers for who signs a page (article 16 of 法发〔2018〕20号: checked, approved, risk-assessed where it is sensitive; article 17:
// reviewed for secrecy; article 23 and the practice of language offices: a translation has a second pair of eyes).
type Role string

// The roles, in the order in which a page usually goes from desk to desk.
const (
	RoleContent  Role = "content"
	RoleLanguage Role = "language"
	RoleRisk     Role = "risk"
	RoleSecrecy  Role = "secrecy"
	RoleApproval Role = "approval"
)

// Roles are all roles in their order.
var Roles = []Role{RoleContent, RoleLanguage, RoleRisk, RoleSecrecy, RoleApproval}

// Words names a role in a sentence.
func (r Role) Words() diag.Words {
	switch r {
	case RoleContent:
		return diag.Words{EN: "content review", ZH: "内容审核"}
	case RoleLanguage:
		return diag.Words{EN: "language review", ZH: "译文审校"}
	case RoleRisk:
		return diag.Words{EN: "risk assessment", ZH: "风险评估"}
	case RoleSecrecy:
		return diag.Words{EN: "secrecy review", ZH: "保密审查"}
	}
	return diag.Words{EN: "approval", ZH: "审批签发"}
}

// Review says which roles a page has to be signed in, and by whom not together.
type Review struct {
	Asked     bool   // the site asks for sign-offs at all
	Roles     []Role // of every page for which Require says nothing else
	Require   []Require
	Sensitive []Named // parts of the site whose pages need a risk assessment
	Apart     [][]Role
	Offices   map[Role]string // that sign in a role; the page's own office where it is not given
}

// Require says which roles the pages of a part of the site have to be signed in.
type Require struct {
	Named
	Roles []Role
}

// Under the strict profile three roles have to be signed, and whoever checked the content may neither approve it nor review it for secrecy.
var (
	strictRoles   = []Role{RoleContent, RoleSecrecy, RoleApproval}
	standardApart = [][]Role{{RoleContent, RoleApproval}, {RoleContent, RoleSecrecy}}
)

func (r *reader) review(v *Review, g *source.Table, strict bool) {
	if g.Has("roles") {
		v.Roles = r.roles(g, "roles", g.Strings("roles"))
	} else if strict {
		v.Roles = strictRoles
	}
	require := g.Table("require")
	for _, id := range require.Keys() {
		v.Require = append(v.Require, Require{Named{id, require.Pos(id)}, r.roles(require, id, require.Strings(id))})
	}
	require.Done()
	for _, id := range g.Strings("sensitive") {
		v.Sensitive = append(v.Sensitive, Named{id, g.Pos("sensitive")})
	}
	v.Apart = standardApart
	if g.Has("apart") {
		v.Apart = r.apart(g)
	}
	offices := g.Table("offices")
	v.Offices = map[Role]string{}
	for _, role := range r.roles(offices, "", offices.Keys()) {
		v.Offices[role] = offices.Line(string(role))
	}
	offices.Done()
	v.Asked = len(v.Roles) > 0 || slices.ContainsFunc(v.Require, func(n Require) bool { return len(n.Roles) > 0 })
}

// roles reads names of roles that stand at a key, or are keys themselves.
func (r *reader) roles(t *source.Table, key string, names []string) []Role {
	var roles []Role
	for _, name := range names {
		if !slices.Contains(Roles, Role(name)) {
			pos := t.Pos(key)
			if key == "" {
				t.Has(name)
				pos = t.Pos(name)
			}
			r.add(diag.GateRole, pos, name, string(nearestRole(name)))
			continue
		}
		roles = append(roles, Role(name))
	}
	return roles
}

func nearestRole(name string) Role {
	var all []string
	for _, role := range Roles {
		all = append(all, string(role))
	}
	return Role(diag.Nearest(name, all))
}

// apart reads a list of lists of roles.
func (r *reader) apart(g *source.Table) [][]Role {
	var apart [][]Role
	for _, group := range g.List("apart") {
		var names []string
		list, ok := group.([]any)
		for _, v := range list {
			name, is := v.(string)
			ok = ok && is
			names = append(names, name)
		}
		if !ok || len(list) < 2 {
			r.add(diag.GateApart, g.Pos("apart"))
			return apart
		}
		apart = append(apart, r.roles(g, "apart", names))
	}
	return apart
}

// Needs lists the roles that a page has to be signed in, in their order: those of the nearest part of the site, and besides, where the site asks for
// sign-offs, the review of a translation and the assessment of what is sensitive.
func (v *Review) Needs(id page.ID, item string, translation, sensitive bool) []Role {
	if !v.Asked {
		return nil
	}
	roles, best := v.Roles, -1
	for _, n := range v.Require {
		if n.Has(id, item) && len(n.ID) > best {
			roles, best = n.Roles, len(n.ID)
		}
	}
	if len(roles) == 0 {
		return nil
	}
	sensitive = sensitive || slices.ContainsFunc(v.Sensitive, func(n Named) bool { return n.Has(id, item) })
	if !translation && !sensitive {
		return ordered(roles)
	}
	roles = slices.Clone(roles)
	if translation {
		roles = append(roles, RoleLanguage)
	}
	if sensitive {
		roles = append(roles, RoleRisk)
	}
	return ordered(roles)
}

// ordered gives each role once, in the order of all roles.
func ordered(roles []Role) []Role {
	var list []Role
	for _, role := range Roles {
		if slices.Contains(roles, role) {
			list = append(list, role)
		}
	}
	return list
}
