package main

import (
	"bytes"
	"encoding/hex"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestMain lets the test program be the program, and the worker process of its
// own runs.
func TestMain(m *testing.M) {
	if os.Getenv("YUSUAN_TEST_PROGRAM") != "" || len(os.Args) > 1 && os.Args[1] == workerCommand {
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	os.Exit(m.Run())
}

// TestScripts runs testdata/script. Each file is a session at a terminal in the
// form of a txtar archive: commands first, then the files that they find.
//
//	exec yusuan …          run it, exit status 0      status N yusuan …   exit status N
//	stdout RE, stderr RE   what the last one wrote    stdout -count=N RE  that many times
//	grep RE FILE           a line of a file           cmp A B             equal files
//	exists FILE…           stdin FILE                 mkdir DIR           chmod MODE FILE
//	bytes FILE HEX…        write a file that no text archive can hold
//
// A ! before a command wants the contrary; [!root] and [root] make it depend on
// who runs the test.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runScript(t, string(text)) })
	}
}

type session struct {
	stdin          string
	stdout, stderr bytes.Buffer
}

func runScript(t *testing.T, text string) {
	t.Chdir(t.TempDir())
	commands, files := splitArchive(text)
	for name, content := range files {
		must(t, os.MkdirAll(filepath.Dir(name), 0o755))
		must(t, os.WriteFile(name, []byte(content), 0o644))
	}
	s := &session{}
	for i, line := range strings.Split(commands, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		if problem := s.do(t, line); problem != "" {
			t.Fatalf("line %d: %s: %s\nstdout:\n%s\nstderr:\n%s", i+1, line, problem, s.stdout.String(), s.stderr.String())
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var fileMark = regexp.MustCompile(`(?m)^-- (.+) --\n`)

func splitArchive(text string) (commands string, files map[string]string) {
	marks := fileMark.FindAllStringSubmatchIndex(text, -1)
	files = map[string]string{}
	if len(marks) == 0 {
		return text, files
	}
	for i, m := range marks {
		end := len(text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		files[text[m[2]:m[3]]] = text[m[1]:end]
	}
	return text[:marks[0][0]], files
}

// do runs one line and says what is wrong, or nothing.
func (s *session) do(t *testing.T, line string) string {
	if rest, ok := strings.CutPrefix(line, "[!root] "); ok {
		if os.Geteuid() == 0 {
			return ""
		}
		line = rest
	}
	words := split(line)
	want := words[0] != "!"
	if !want {
		words = words[1:]
	}
	name, args := words[0], words[1:]
	switch name {
	case "exec":
		return s.exec("0", args)
	case "status":
		return s.exec(args[0], args[1:])
	case "stdout":
		return match(s.stdout.String(), args, want)
	case "stderr":
		return match(s.stderr.String(), args, want)
	case "grep":
		b, err := os.ReadFile(args[len(args)-1])
		must(t, err)
		return match(string(b), args[:len(args)-1], want)
	case "exists":
		return exists(args, want)
	case "cmp":
		a, errA := os.ReadFile(args[0])
		must(t, errA)
		b, errB := os.ReadFile(args[1])
		must(t, errB)
		if bytes.Equal(a, b) != want {
			return "the comparison fails"
		}
	case "stdin":
		b, err := os.ReadFile(args[0])
		must(t, err)
		s.stdin = string(b)
	case "mkdir":
		must(t, os.MkdirAll(args[0], 0o755))
	case "chmod":
		mode, err := strconv.ParseUint(args[0], 8, 32)
		must(t, err)
		must(t, os.Chmod(args[1], os.FileMode(mode)))
	case "bytes":
		b, err := hex.DecodeString(strings.Join(args[1:], ""))
		must(t, err)
		must(t, os.WriteFile(args[0], b, 0o644))
	default:
		return "unknown command"
	}
	return ""
}

func (s *session) exec(want string, args []string) string {
	if len(args) == 0 || args[0] != "yusuan" {
		return "only yusuan can be run"
	}
	s.stdout.Reset()
	s.stderr.Reset()
	got := strconv.Itoa(run(args[1:], strings.NewReader(s.stdin), &s.stdout, &s.stderr))
	s.stdin = ""
	if got != want {
		return "exit status " + got + ", want " + want
	}
	return ""
}

// match looks for a pattern in a text, line by line.
func match(text string, args []string, want bool) string {
	count := -1
	if n, ok := strings.CutPrefix(args[0], "-count="); ok {
		count, _ = strconv.Atoi(n) // a wrong number never matches
		args = args[1:]
	}
	found := len(regexp.MustCompile("(?m)"+args[0]).FindAllString(text, -1))
	switch {
	case count >= 0 && found != count:
		return "found " + strconv.Itoa(found) + " times"
	case count < 0 && (found > 0) != want:
		return "found " + strconv.Itoa(found) + " times"
	}
	return ""
}

func exists(paths []string, want bool) string {
	for _, p := range paths {
		if _, err := os.Stat(p); (err == nil) != want {
			return p + ": unexpected"
		}
	}
	return ""
}

// split cuts a line into words; single quotes keep blanks.
func split(line string) []string {
	var words []string
	var word strings.Builder
	quoted, open := false, false
	for _, r := range line {
		switch {
		case r == '\'':
			quoted, open = !quoted, true
		case r == ' ' && !quoted:
			if open {
				words = append(words, word.String())
			}
			word.Reset()
			open = false
		default:
			word.WriteRune(r)
			open = true
		}
	}
	if open {
		words = append(words, word.String())
	}
	return words
}
