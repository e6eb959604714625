package suppress

import (
	"strings"
	"testing"

	"yusuan/budget"
)

const two = `
[[suppress]]
rule = "X401"
report = "county-*"
scope = "全县"
reason = "从其他资金调入，已核实"
author = "李某"
date = "2024-03-01"

[[suppress]]
rule = "T101"
report = "elsewhere"
reason = "r"
author = "a"
date = "2024-03-01"
`

func TestApply(t *testing.T) {
	l, err := Parse(two)
	if err != nil {
		t.Fatal(err)
	}
	checks := []budget.Check{
		{Rule: "X401", Report: "county-1", Scope: "全县", Verdict: budget.Fail},
		{Rule: "X401", Report: "county-1", Scope: "县级", Verdict: budget.Fail},
		{Rule: "X401", Report: "county-1", Scope: "全县", Verdict: budget.Pass},
		{Rule: "T101", Report: "county-1", Verdict: budget.Fail},
	}
	l.Apply(checks)
	for i, want := range []string{"从其他资金调入，已核实", "", "", ""} {
		if checks[i].Suppressed != want {
			t.Errorf("check %d: suppressed %q, want %q", i, checks[i].Suppressed, want)
		}
	}
	if stale := l.Stale(); len(stale) != 1 || stale[0].Rule != "T101" {
		t.Errorf("stale %+v, want the entry of T101", stale)
	}
}

func TestParseErrors(t *testing.T) {
	for text, want := range map[string]string{
		strings.Replace(two, `reason = "r"`, "", 1):                  "entry 2: reason is missing",
		strings.Replace(two, `author = "a"`, "", 1):                  "entry 2: author is missing",
		strings.Replace(two, `author = "a"`, `who = "a"`, 1):         `unknown key "suppress.who"`,
		strings.Replace(two, `"2024-03-01"`, `"soon"`, 1):            "not of the form",
		strings.Replace(two, `report = "elsewhere"`, `report = `, 1): "line 12",
		strings.Replace(two, `"elsewhere"`, `"[a"`, 1):               "no pattern",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want one with %q", err, want)
		}
	}
}

func TestLoadNamesTheFile(t *testing.T) {
	if _, err := Load("testdata/none.toml"); err == nil || !strings.Contains(err.Error(), "none.toml") {
		t.Errorf("error %v does not name the file", err)
	}
}
