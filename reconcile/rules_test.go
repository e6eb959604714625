package reconcile

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/reconcile/internal/casefile"
	"yusuan/reconcile/internal/registry"
	"yusuan/reconcile/internal/rulepage"
	"yusuan/reconcile/rule"
)

// cases reads the case files of one folder.
func cases(t *testing.T, dir string) []*casefile.Case {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var out []*casefile.Case
	for _, n := range names {
		text, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		c, err := casefile.Parse(n, string(text))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// TestRules runs the cases of every rule's own folder: each rule has one that
// fires and one that must stay silent.
func TestRules(t *testing.T) {
	for _, r := range registered() {
		t.Run(r.ID, func(t *testing.T) {
			fires, silent := false, false
			for _, c := range cases(t, filepath.Join("rules", strings.ToLower(r.ID), "testdata")) {
				checks := runCase(r, c)
				expectAll(t, c, checks)
				if count(checks, budget.Fail) > 0 {
					fires = true
				} else {
					silent = true
				}
			}
			if !fires || !silent {
				t.Errorf("%s needs a case that fires and one that stays silent", r.ID)
			}
		})
	}
}

// runCase runs one rule alone.
func runCase(r rule.Rule, c *casefile.Case) []budget.Check {
	e := &Engine{rules: []rule.Rule{r}}
	var out []budget.Check
	for _, report := range c.Reports {
		out = append(out, e.Check(context.Background(), report)...)
	}
	if len(c.Reports) > 1 {
		out = append(out, e.Across(context.Background(), c.Reports)...)
	}
	return out
}

func expectAll(t *testing.T, c *casefile.Case, checks []budget.Check) {
	t.Helper()
	if len(c.Expect) == 0 {
		t.Errorf("%s expects nothing", c.Name)
	}
	for _, e := range c.Expect {
		switch e.Kind {
		case "says":
			if !says(checks, e.Text) {
				t.Errorf("%s:%d: no message says %q:\n%s", c.Name, e.Line, e.Text, list(checks))
			}
		default:
			if n := count(checks, budget.Verdict(e.Kind)); n != e.Count {
				t.Errorf("%s:%d: %d checks are %s, want %d:\n%s", c.Name, e.Line, n, e.Kind, e.Count, list(checks))
			}
		}
	}
}

func says(checks []budget.Check, text string) bool {
	for i := range checks {
		if strings.Contains(checks[i].Message+string(checks[i].Severity), text) {
			return true
		}
	}
	return false
}

func count(checks []budget.Check, v budget.Verdict) int {
	n := 0
	for i := range checks {
		if checks[i].Verdict == v {
			n++
		}
	}
	return n
}

func list(checks []budget.Check) string {
	var b strings.Builder
	for i := range checks {
		c := &checks[i]
		b.WriteString(c.Rule + " " + string(c.Verdict) + " " + string(c.Severity) + " " + c.Message)
		if c.LikelyCause != "" {
			b.WriteString(" 原因：" + c.LikelyCause)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// TestRegistry fails where a rule folder was added without go generate.
func TestRegistry(t *testing.T) {
	want, err := registry.Source("rules")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("registry.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("registry.go is stale: run go generate ./reconcile")
	}
}

// TestPages fails where a rule's documentation changed without go generate.
func TestPages(t *testing.T) {
	dir := filepath.Join("..", "docs", "rules")
	for _, d := range Rules() {
		got, err := os.ReadFile(filepath.Join(dir, d.ID+".md"))
		if err != nil || !bytes.Equal(got, rulepage.Page(d)) {
			t.Errorf("docs/rules/%s.md is stale: run go generate ./reconcile", d.ID)
		}
	}
	got, err := os.ReadFile(filepath.Join(dir, "README.md"))
	if err != nil || !bytes.Equal(got, rulepage.Index(Rules())) {
		t.Error("docs/rules/README.md is stale: run go generate ./reconcile")
	}
}

// TestDocsAreComplete fails where a rule leaves a part of its documentation out.
func TestDocsAreComplete(t *testing.T) {
	for _, d := range Rules() {
		for name, s := range map[string]string{"title": d.Title, "what": d.What, "why": d.Why,
			"authority": d.Authority, "example": d.Example, "severity": string(d.Severity), "since": d.Since} {
			if s == "" {
				t.Errorf("%s has no %s", d.ID, name)
			}
		}
	}
}
