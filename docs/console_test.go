package docs_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// root is the repository's root.
const root = ".."

// TestCommands runs every command of every document, each document in a folder of its own, from its first command to its last.
func TestCommands(t *testing.T) {
	program := buildProgram(t)
	for _, d := range documents(t) {
		t.Run(d.path, func(t *testing.T) {
			t.Parallel()
			s := &shell{program: program, dir: t.TempDir()}
			for _, b := range blocks(d.text) {
				s.block(t, b)
			}
		})
	}
}

func buildProgram(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "courtsite")
	if runtime.GOOS == "windows" {
		program += ".exe"
	}
	build := exec.Command("go", "build", "-o", program, "./cmd/courtsite")
	build.Dir = root
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

// shell is what a reader does who types a document's commands one after another.
type shell struct {
	program string
	dir     string
}

func (s *shell) block(t *testing.T, b block) {
	switch b.kind() {
	case "bat", "sh":
		for command := range strings.Lines(b.text) {
			s.run(t, b, strings.TrimSpace(command))
		}
	case "console":
		s.console(t, b)
	case "markdown", "toml":
		if words := strings.Fields(b.info); strings.HasPrefix(words[len(words)-1], "court/") {
			s.write(t, words[len(words)-1], b.text)
		}
	}
}

func (s *shell) write(t *testing.T, path, text string) {
	name := filepath.Join(s.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// console runs the lines that begin with "$ "; what follows one is what it prints, where "…" stands for anything.
func (s *shell) console(t *testing.T, b block) {
	for part := range strings.SplitSeq("\n"+b.text, "\n$ ") {
		command, wanted, _ := strings.Cut(part, "\n")
		if command == "" {
			continue
		}
		printed := s.run(t, b, command)
		at := 0
		for line := range strings.Lines(wanted) {
			line = strings.TrimSpace(line)
			pattern := strings.ReplaceAll(regexp.QuoteMeta(line), "…", ".*")
			match := regexp.MustCompile(pattern).FindStringIndex(printed[at:])
			if match == nil {
				t.Errorf("line %d: %s does not print %q, but:\n%s", b.line, command, line, printed)
				return
			}
			at += match[1]
		}
	}
}

// run runs one command and gives what it prints. Only what is known here may stand in a document.
func (s *shell) run(t *testing.T, b block, command string) string {
	words := splitWords(command)
	switch {
	case len(words) == 2 && words[0] == "cd":
		s.dir = filepath.Join(s.dir, words[1])
		return ""
	case words[0] == "courtsite":
		return s.courtsite(t, b, s.dir, words[1:])
	case len(words) > 3 && slices.Equal(words[:3], []string{"go", "run", "./cmd/courtsite"}):
		return s.sample(t, b, words[3:])
	case slices.Contains(untested, command):
		return ""
	}
	t.Errorf("line %d: nothing is known about the command %q", b.line, command)
	return ""
}

// untested are commands that tests can't run: those that run the tests, and those that buildProgram has run already.
var untested = []string{
	"go test ./...",
	"go test ./docs -update",
	"go build -trimpath ./cmd/courtsite",
	"CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go build -trimpath ./cmd/courtsite",
	"go run ./.ci/bench -n 10000",
	"COURTSITE_PAGES=site/content go test ./generator/gate -run NONE -bench AgainstParsing -benchtime 1x",
	"go run ./.ci/bench/group -members 100 -pages 100 -out group",
}

// sample runs a command on the sample site, without leaving its output there.
func (s *shell) sample(t *testing.T, b block, args []string) string {
	if args[0] == "build" {
		args = append(args, "-o", filepath.Join(t.TempDir(), "public"))
	}
	return s.courtsite(t, b, root, args)
}

func (s *shell) courtsite(t *testing.T, b block, dir string, args []string) string {
	if slices.Contains(args, "serve") {
		return s.serve(t, dir, args)
	}
	cmd := exec.Command(s.program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=en_GB.UTF-8")
	out, err := cmd.CombinedOutput()
	if failed := err != nil; failed != strings.HasSuffix(b.info, " fails") {
		t.Errorf("line %d: courtsite %s: %v\n%s", b.line, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// serve starts the preview, on a free port and without a browser, and ends it when it says where it is.
func (s *shell) serve(t *testing.T, dir string, args []string) string {
	args = slices.DeleteFunc(slices.Clone(args), func(a string) bool { return a == "--open" })
	cmd := exec.Command(s.program, append(args, "--addr", "127.0.0.1:0")...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=en_GB.UTF-8")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Wait() // an error: it was killed
	defer cmd.Process.Kill()
	var printed strings.Builder
	for lines := bufio.NewScanner(out); lines.Scan(); {
		fmt.Fprintln(&printed, lines.Text())
		if strings.HasPrefix(lines.Text(), "preview: http://") {
			return printed.String()
		}
	}
	t.Errorf("courtsite %s ended:\n%s", strings.Join(args, " "), printed.String())
	return printed.String()
}

var word = regexp.MustCompile(`"[^"]*"|\S+`)

// splitWords splits a command as a shell does, as far as documents need it; what follows " # " is a remark.
func splitWords(command string) []string {
	command, _, _ = strings.Cut(command, " # ")
	words := word.FindAllString(command, -1)
	for i := range words {
		words[i] = strings.Trim(words[i], `"`)
	}
	return words
}
