package plan

import (
	"iter"
	"strings"

	"courtsite/generator/diag"
)

// claim says who wants an output.
type claim struct {
	path string   // as it is written
	by   string   // the source's path, or what the output is
	pos  diag.Pos // in the source; the output's own path where no author wrote it
}

// generated tells that the output comes from no file of an author's, so that the other one has to give way.
func (c claim) generated() bool { return c.pos.Path == c.path }

// claim takes an output for a source; a second claim on the same path is a problem. Paths that differ in case only are the same on many machines.
func (m *maker) claim(path string, pos diag.Pos, by string) bool {
	key := strings.ToLower(path)
	mine := claim{path, by, pos}
	if other, taken := m.claims[key]; taken {
		m.collide(mine, other)
		return false
	}
	m.claims[key] = mine
	return true
}

// collide reports two claims at the place that an author can change.
func (m *maker) collide(mine, other claim) {
	if mine.generated() && !other.generated() {
		mine, other = other, mine
	}
	m.problems = append(m.problems, diag.New(diag.PlanTwice, mine.pos, address(mine.path), other.who()))
}

// who says in words what wants an output, where no author wrote it.
func (c claim) who() any {
	template, ours := strings.CutPrefix(c.by, listed)
	switch {
	case c.by == c.path:
		return diag.Words{EN: "the site's own " + c.by, ZH: "本站自动生成的 " + c.by}
	case !ours:
		return c.by
	}
	if w, known := listNames[template]; known {
		return w
	}
	return diag.Words{EN: "a list page of the site", ZH: "本站的列表页"}
}

// listed comes before the template of a page that the program makes itself.
const listed = "courtsite: "

// listNames are the templates of such pages, as readers know the pages.
var listNames = map[string]diag.Words{
	"home":      {EN: "the home page", ZH: "首页"},
	"category":  {EN: "the page of a category", ZH: "类别页"},
	"column":    {EN: "the list of an item's pages", ZH: "事项的列表页"},
	"documents": {EN: "the list of documents", ZH: "公开文件列表页"},
	"archive":   {EN: "the archive", ZH: "归档页"},
	"subjects":  {EN: "the subject index", ZH: "主题词索引"},
	"subject":   {EN: "the list of a keyword's documents", ZH: "主题词的文件列表页"},
	"subscribe": {EN: "the page of subscriptions", ZH: "订阅页"},
	"catalogue": {EN: "the page of the catalogue", ZH: "公开目录页"},
	"map":       {EN: "the map of the site", ZH: "网站地图"},
	"missing":   {EN: "the page for addresses that do not exist", ZH: "“页面不存在”提示页"},
}

func (m *maker) reserve(paths ...string) {
	for _, path := range paths {
		m.claim(path, diag.Pos{Path: path}, path)
	}
}

// folders finds files that stand where another output needs a folder, as an old address "/show.jsp" does above "/show.jsp/1/".
func (m *maker) folders() {
	for key, c := range m.claims {
		if over, found := m.above(key); found {
			m.collide(c, over)
		}
	}
}

func (p *Plan) above(key string) (claim, bool) {
	for i := strings.LastIndexByte(key, '/'); i > 0; i = strings.LastIndexByte(key[:i], '/') {
		if c, found := p.claims[key[:i]]; found {
			return c, true
		}
	}
	return claim{}, false
}

// Taken tells whether something already wants an output's path, or a file in the place of its folder, and what, as a problem's argument.
func (p *Plan) Taken(path string) (by any, taken bool) {
	key := strings.ToLower(path)
	c, taken := p.claims[key]
	if !taken {
		c, taken = p.above(key)
	}
	return c.who(), taken
}

// Has tells whether an address of the site leads to a planned output.
func (p *Plan) Has(address string) bool {
	_, ok := p.claims[strings.ToLower(outputPath(address))]
	return ok
}

// Output is a planned output.
type Output struct {
	Path string
	By   string   // the file that it is made of, or what the output is
	Pos  diag.Pos // the place that asked for it
}

// Outputs goes over all planned outputs, in no order. Files that texts link to are not among them.
func (p *Plan) Outputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for _, c := range p.claims {
			if !yield(Output{c.path, c.by, c.pos}) {
				return
			}
		}
	}
}
