package generator_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "courtsite"

// mayImport is the architecture: which packages of the project each package may import, besides the standard library and other modules. Imports
// point downwards only. docs/design.md explains the packages.
var mayImport = map[string]string{
	"i18n":                  "",
	"themes":                "",
	"docs":                  "",
	"generator/diag":        "",
	"generator/par":         "",
	"generator/view":        "",
	"generator/script":      "",
	"generator/font":        "",
	"generator/source":      "diag par",
	"generator/config":      "diag source page",
	"generator/catalogue":   "diag source script",
	"generator/locale":      "diag source script font",
	"generator/theme":       "diag source script font locale",
	"generator/page":        "diag source par script",
	"generator/corpus":      "diag config catalogue locale page",
	"generator/coverage":    "diag config catalogue locale page corpus",
	"generator/gate":        "diag config catalogue locale page corpus coverage gate/detect gate/attach gate/attach/inside script font signoff",
	"generator/gate/detect": "diag",
	"generator/gate/attach": "diag gate/detect gate/attach/inside gate/attach/office gate/attach/pdf gate/attach/picture gate/attach/plain",

	"generator/gate/attach/inside":            "diag",
	"generator/gate/attach/inside/insidetest": "gate/attach/inside",
	"generator/gate/attach/office":            "diag gate/attach/inside gate/attach/plain",
	"generator/gate/attach/pdf":               "diag gate/attach/inside",
	"generator/gate/attach/picture":           "",
	"generator/gate/attach/plain":             "diag gate/attach/inside",

	"generator/directory":           "",
	"generator/plan":                "diag source directory config catalogue locale page corpus coverage theme view script hosting",
	"generator/feed":                "view",
	"generator/feed/feedtest":       "",
	"generator/output":              "par",
	"generator/waiver":              "diag source",
	"generator/signoff":             "diag source config page",
	"generator/render":              "diag par page locale theme view feed plan output render/compiled",
	"generator/render/compiled":     "",
	"generator/publish":             "output par",
	"generator/publish/publishtest": "output par publish",
	"generator/verify":              "output par",
	"generator/hosting":             "output",
	"generator/group":               "* diag source par config catalogue page corpus coverage gate/detect plan directory output signoff",
	"generator/serve":               "diag output",
	"generator/sarif":               "diag",
	"generator":                     "diag par source directory config catalogue locale theme page corpus coverage gate gate/attach signoff view plan feed render render/compiled output hosting waiver i18n themes",
	"cmd/courtsite":                 "* diag source config catalogue locale page corpus coverage gate/detect output publish verify group sarif serve signoff waiver docs i18n themes",
}

func TestImports(t *testing.T) {
	for _, f := range projectFiles(t) {
		allowed, known := mayImport[f.pkg]
		if !known {
			t.Errorf("%s: the table of imports does not know the package %s", f.name, f.pkg)
			continue
		}
		for _, spec := range f.syntax.Imports {
			imported, ours := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), module+"/")
			if ours && !slices.Contains(strings.Fields(allowed), short(imported)) {
				t.Errorf("%s imports %s; the table allows: %s", f.name, imported, allowed)
			}
		}
	}
}

// short is what the table calls an imported package; the pipeline itself is *.
func short(imported string) string {
	if imported == "generator" {
		return "*"
	}
	return strings.TrimPrefix(imported, "generator/")
}

// onlyCommand are the calls that belong to cmd: everything below it is given what it needs, and returns what it has to say.
var onlyCommand = []string{
	"os.Exit", "os.Getenv", "os.LookupEnv", "os.Environ", "os.Args", "os.Stdout", "os.Stderr", "os.Stdin",
	"fmt.Print", "fmt.Println", "fmt.Printf", "fmt.Scan", "fmt.Scanln",
	"log.Print", "log.Println", "log.Printf", "log.Fatal", "log.Fatalf", "log.Fatalln", "log.Panic", "log.Panicf",
	"slog.Info", "slog.Warn", "slog.Error", "slog.Debug",
}

// clock are the calls that would make a build depend on when it runs. The preview waits, and staging writes the time into its lock.
var clock = []string{"time.Now", "time.Since", "time.Until"}

// starters may start goroutines, and ask what time it is.
var starters = []string{"generator/par", "generator/serve"}

func TestOnlyCommandPrints(t *testing.T) {
	for _, f := range projectFiles(t) {
		if !strings.HasPrefix(f.pkg, "generator") {
			continue
		}
		ast.Inspect(f.syntax, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				f.forbid(t, n, onlyCommand)
				if f.pkg != "generator/serve" && f.pkg != "generator/output" {
					f.forbid(t, n, clock)
				}
			case *ast.GoStmt:
				f.starts(t, n)
			case *ast.CallExpr:
				if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Go" {
					f.starts(t, n)
				}
			}
			return true
		})
	}
}

func (f projectFile) forbid(t *testing.T, n *ast.SelectorExpr, names []string) {
	if x, ok := n.X.(*ast.Ident); ok && slices.Contains(names, x.Name+"."+n.Sel.Name) {
		t.Errorf("%s: %s.%s belongs to cmd", f.set.Position(n.Pos()), x.Name, n.Sel.Name)
	}
}

func (f projectFile) starts(t *testing.T, n ast.Node) {
	if !slices.Contains(starters, f.pkg) {
		t.Errorf("%s: goroutines start in %v only", f.set.Position(n.Pos()), starters)
	}
}

// projectFile is one Go file of the project that is not a test.
type projectFile struct {
	name   string
	pkg    string // its folder: "generator/page"
	set    *token.FileSet
	syntax *ast.File
}

func projectFiles(t *testing.T) []projectFile {
	t.Helper()
	var files []projectFile
	set := token.NewFileSet()
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		base := filepath.Base(name)
		switch {
		case err != nil:
			return err
		case d.IsDir() && (base == "testdata" || base == "bench" || base != ".." && strings.HasPrefix(base, ".")):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		syntax, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err == nil && syntax.Name.Name == "main" && !strings.Contains(filepath.ToSlash(name), "/cmd/") {
			return nil // makes data, on a developer's machine
		}
		name = strings.TrimPrefix(filepath.ToSlash(name), "../")
		files = append(files, projectFile{name: name, pkg: path.Dir(name), set: set, syntax: syntax})
		return err
	})
	if err != nil || len(files) < 50 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	return files
}
