package theme

import (
	"cmp"
	"errors"
	"html/template"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	texttemplate "text/template"
	"text/template/parse"

	"courtsite/generator/diag"
)

// layouts is what the theme's templates come to.
type layouts struct {
	set     *template.Template
	phrases []Phrase
}

// parseLayouts parses all templates, squeezes them and lets html/template escape them, so that what can be known to
// be wrong with a template is known before the first page.
func parseLayouts(sources []source) (layouts, []diag.Problem) {
	var problems []diag.Problem
	trees := make(map[string]*parse.Tree)
	for _, s := range sources {
		if !strings.HasPrefix(s.name, "layouts/") {
			continue
		}
		if path.Ext(s.name) != ".html" {
			problems = append(problems, diag.New(diag.ThemeStray, diag.Pos{Path: s.path}, ".html"))
			continue
		}
		problems = append(problems, parseLayout(s, trees)...)
	}
	l := layouts{set: template.New("").Option("missingkey=error").Funcs(Functions()), phrases: findPhrases(trees)}
	if len(problems) == 0 {
		problems = append(problems, l.fill(trees)...)
	}
	return l, problems
}

// parseLayout parses one file: a template with the file's name, and those that it defines beside it.
func parseLayout(s source, trees map[string]*parse.Tree) []diag.Problem {
	written, err := texttemplate.New(s.path).Funcs(texttemplate.FuncMap(Functions())).Parse(string(s.data))
	if err != nil {
		return []diag.Problem{parseProblem(s.path, err)}
	}
	squeezed, err := squeeze(s.path, s.data)
	if err != nil {
		return []diag.Problem{diag.New(diag.ThemeLayout, diag.Pos{Path: s.path}, err.Error())}
	}
	var problems []diag.Problem
	for _, t := range written.Templates() {
		name := t.Name()
		if name == s.path {
			name = strings.TrimSuffix(path.Base(s.name), ".html")
			if parse.IsEmptyTree(t.Tree.Root) {
				continue // a file of definitions only
			}
		}
		if other, ok := trees[name]; ok {
			problems = append(problems, diag.New(diag.ThemeLayoutTwice, diag.Pos{Path: s.path}, name, other.ParseName))
			continue
		}
		if small := squeezed.Lookup(t.Name()); small != nil && small.Tree != nil {
			graft(t.Tree.Root, small.Tree.Root)
		}
		t.Tree.Name = name
		trees[name] = t.Tree
	}
	return problems
}

// fill makes the set of templates. Executing each without data has html/template escape it and all that it calls; that
// the execution itself fails is expected.
func (l layouts) fill(trees map[string]*parse.Tree) []diag.Problem {
	var problems []diag.Problem
	names := make([]string, 0, len(trees))
	for name, tree := range trees {
		if _, err := l.set.AddParseTree(name, tree); err != nil {
			problems = append(problems, parseProblem(tree.ParseName, err))
		}
		names = append(names, name)
	}
	for _, view := range Views {
		if trees[view] == nil {
			problems = append(problems, diag.New(diag.ThemeLayoutMissing, diag.Pos{Path: "themes"}, view))
		}
	}
	slices.Sort(names)
	for _, name := range names {
		err := l.set.ExecuteTemplate(io.Discard, name, nil)
		if e, ok := errors.AsType[*template.Error](err); ok {
			problems = append(problems, escapeProblem(trees, e))
		}
	}
	return problems
}

// escapeProblem places what html/template found, such as branches that end in different contexts.
func escapeProblem(trees map[string]*parse.Tree, e *template.Error) diag.Problem {
	at := diag.Pos{Path: "themes", Line: e.Line}
	if tree := trees[e.Name]; tree != nil {
		at.Path = tree.ParseName
	}
	if e.Node != nil {
		where, _ := (*parse.Tree)(nil).ErrorContext(e.Node)
		at = splitPlace(where, at)
	}
	return diag.New(diag.ThemeLayout, at, e.Description)
}

// parseProblem places an error of text/template's parser, which tells the line only in its text:
// "template: <path>:<line>: <message>", where the path is the one that we gave it.
func parseProblem(file string, err error) diag.Problem {
	message := err.Error()
	if rest, ok := strings.CutPrefix(message, "template: "+file+":"); ok {
		number, text, _ := strings.Cut(rest, ": ")
		if line, err := strconv.Atoi(number); err == nil {
			return diag.New(diag.ThemeLayout, diag.Pos{Path: file, Line: line}, text)
		}
	}
	return diag.New(diag.ThemeLayout, diag.Pos{Path: file}, message)
}

// splitPlace reads path:line:column, whose column counts bytes from 0.
func splitPlace(where string, otherwise diag.Pos) diag.Pos {
	parts := strings.Split(where, ":")
	if len(parts) < 3 {
		return otherwise
	}
	line, err1 := strconv.Atoi(parts[len(parts)-2])
	col, err2 := strconv.Atoi(parts[len(parts)-1])
	if cmp.Or(err1, err2) != nil {
		return otherwise
	}
	return diag.Pos{Path: strings.Join(parts[:len(parts)-2], ":"), Line: line, Col: col + 1}
}

// Failure places what went wrong while a template was executed, by the place at the head of the error's text.
func Failure(err error) diag.Problem {
	at := diag.Pos{Path: "themes"}
	message := err.Error()
	if failed, ok := errors.AsType[texttemplate.ExecError](err); ok {
		message = failed.Err.Error()
	}
	if rest, ok := strings.CutPrefix(message, "template: "); ok {
		if where, text, ok := strings.Cut(rest, ": "); ok {
			at, message = splitPlace(where, at), text
		}
	}
	return diag.New(diag.ThemeFailed, at, message)
}
