package records

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"yusuan/budget"
)

func sampleChecks(r *budget.Report) []budget.Check {
	other := &budget.Figure{ID: 1, Raw: "7万元", Amount: decimal.New(7, 0), Quote: "另一份"}
	return []budget.Check{
		{Rule: "T101", Verdict: budget.Pass, Report: "r", Message: "相符", Evidence: []budget.Evidence{{Figure: r.Figures[0], Weight: 1, Role: "加项"}, {Figure: r.Figures[2], Weight: -1}, {}}},
		{Rule: "X401", Verdict: budget.Fail, Report: "r", Message: "“两处”不一", Evidence: []budget.Evidence{{Figure: other, Report: "s", Weight: -1}, {Figure: r.Figures[1]}}},
		{Rule: "E002", Verdict: budget.Fail, Report: "r"},
	}
}

// Lines that point at figures unfold to the lines that spell them out.
func TestFoldedLinesUnfold(t *testing.T) {
	r := sample()
	figures := FigureLines(r)
	lookup := func(id string) *budget.Report {
		if id == r.ID {
			return r
		}
		return nil
	}
	all, findings := CheckLines(sampleChecks(r), lookup, figures)
	plainAll, plainFindings := CheckLines(sampleChecks(r), lookup, nil)
	for i, pair := range [][2][]byte{{all, plainAll}, {findings, plainFindings}} {
		got, err1 := Unfold(nil, pair[0], figures.JSON)
		want, err2 := Unfold(nil, pair[1], nil)
		if err1 != nil || err2 != nil || !bytes.Equal(got, want) {
			t.Errorf("%v %v\n%s\n%s", err1, err2, got, want)
		}
		lines := bytes.Split(bytes.TrimSpace(got), []byte("\n"))
		if len(lines) != 3-i {
			t.Errorf("%d lines", len(lines))
		}
		for _, line := range lines {
			if !json.Valid(line) {
				t.Errorf("no JSON: %s", line)
			}
		}
	}
	if len(all) >= len(plainAll) {
		t.Errorf("%d bytes folded, %d plain", len(all), len(plainAll))
	}
	if _, err := Unfold(nil, all[:len(all)-1], figures.JSON); err == nil {
		t.Error("what is cut short unfolds")
	}
	if _, err := Unfold(nil, all, figures.JSON[:100]); err == nil {
		t.Error("what points outside the figures unfolds")
	}
}

// A line of CSV is that of encoding/csv, but for the apostrophe before formulas.
func TestCSVIsThatOfTheStandardLibrary(t *testing.T) {
	piece := rapid.SampledFrom([]string{"", "a", "预算", ",", `"`, "\n", "\r", " ", "\t", `\.`, "'", "=", "-", "+", "@", "12", ".", "　"})
	rapid.Check(t, func(t *rapid.T) {
		var values []Value
		var want []string
		for range rapid.IntRange(2, 4).Draw(t, "cells") {
			s := piece.Draw(t, "first") + piece.Draw(t, "second") + piece.Draw(t, "third")
			values = append(values, Text(s))
			if isFormula(s) {
				s = "'" + s
			}
			want = append(want, s)
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.UseCRLF = true
		if err := w.Write(want); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if got := string(appendCSV(nil, values)); got != b.String() {
			t.Fatalf("%q, want %q", got, b.String())
		}
	})
}
