package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// inLayout finds the phrases that a template refers to: .T.home, $.T.home, (index .T "home").
var inLayout = regexp.MustCompile(`\.T(?:\.| ")([a-z][a-z0-9_]*)`)

// layoutPhrases lists the phrases of the default theme, with a place where each is used.
func layoutPhrases(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	layouts := os.DirFS("../../themes/default/layouts")
	err := fs.WalkDir(layouts, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(layouts, name)
		for _, m := range inLayout.FindAllSubmatch(text, -1) {
			found[string(m[1])] = name
		}
		return err
	})
	if err != nil || len(found) < 20 {
		t.Fatalf("%d phrases in the layouts: %v", len(found), err)
	}
	return found
}

// takesKey names the functions and the maps of package plan that are given a phrase's key, and the tables that hold keys.
var (
	takesKey = []string{"Phrase", "Count", "phrase", "text", "date"}
	keyed    = []string{"t", "phrases"}
	holdKeys = []string{"siteLists", "portalLists", "platforms"}
)

// planPhrases lists the phrases that package plan refers to, with a file that does; and every text in it that could be a key.
func planPhrases(t *testing.T) (found, perhaps map[string]string) {
	t.Helper()
	files, err := filepath.Glob("../plan/*.go")
	if err != nil {
		t.Fatal(err)
	}
	found, perhaps = map[string]string{}, map[string]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			for _, key := range keysIn(n) {
				found[key] = filepath.Base(name)
			}
			if e, ok := n.(ast.Expr); ok {
				for _, key := range literals(e) {
					perhaps[key] = filepath.Base(name)
				}
			}
			return true
		})
	}
	if len(found) < 20 {
		t.Fatalf("only %d phrases in package plan: %v", len(found), found)
	}
	return found, perhaps
}

// keysIn gives the keys that stand directly in one node of a program.
func keysIn(n ast.Node) []string {
	switch n := n.(type) {
	case *ast.CallExpr:
		if slices.Contains(takesKey, lastName(n.Fun)) {
			return literals(n.Args...)
		}
	case *ast.IndexExpr:
		if inner, ok := n.X.(*ast.IndexExpr); slices.Contains(keyed, lastName(n.X)) || ok && slices.Contains(keyed, lastName(inner.X)) {
			return literals(n.Index)
		}
	case *ast.ValueSpec:
		if len(n.Names) == 1 && slices.Contains(holdKeys, n.Names[0].Name) {
			return firstOfEach(n.Values[0])
		}
	}
	return nil
}

func firstOfEach(table ast.Expr) []string {
	var keys []string
	for _, row := range table.(*ast.CompositeLit).Elts {
		keys = append(keys, literals(row.(*ast.CompositeLit).Elts[0])...)
	}
	return keys
}

func lastName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

var isKey = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

func literals(list ...ast.Expr) []string {
	var keys []string
	for _, e := range list {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if key, err := strconv.Unquote(lit.Value); err == nil && isKey.MatchString(key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

func TestEveryPhraseThatIsUsedExists(t *testing.T) {
	table, _ := load(t, []string{"zh-Hans", "en"}, "zh-Hans", nil)
	used := layoutPhrases(t)
	inPlan, _ := planPhrases(t)
	maps.Copy(used, inPlan)
	for key, where := range used {
		for _, l := range table.Languages() {
			if _, lang := l.Phrase(key); lang != l.Tag && l.counted[key] == nil {
				t.Errorf("%s uses the phrase %s, which %s lacks", where, key, l.Tag)
			}
		}
	}
}

// A phrase that nothing uses would be translated for nothing.
func TestEveryPhraseIsUsed(t *testing.T) {
	used := layoutPhrases(t)
	_, perhaps := planPhrases(t)
	maps.Copy(used, perhaps)
	table, _ := load(t, []string{Base}, Base, nil)
	for _, key := range table.Default().keys {
		if used[strings.TrimSuffix(key, "_about")] == "" {
			t.Errorf("nothing uses the phrase %s", key)
		}
	}
}
