package generate

import (
	"bytes"
	"strings"
	"testing"

	"yusuan/internal/generate/pen"
	"yusuan/internal/score"
)

func styles(t *testing.T) []*Style {
	t.Helper()
	ss, err := Styles()
	if err != nil {
		t.Fatal(err)
	}
	return ss
}

func TestEveryStyleWritesTheSameReportTwice(t *testing.T) {
	for _, s := range styles(t) {
		a, err := s.Make(3)
		if err != nil {
			t.Fatal(err)
		}
		b, err := s.Make(3)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a.Data, b.Data) && s.Out.Ext != "docx" {
			t.Errorf("%s: two reports of one seed differ", s.Name)
		}
	}
}

func TestTruthStandsInTheText(t *testing.T) {
	for _, s := range styles(t) {
		for seed := uint64(1); seed <= 5; seed++ {
			r, err := s.Make(seed)
			if err != nil {
				t.Fatal(err)
			}
			if s.Out.Ext != "docx" && bytes.ContainsFunc(r.Data, pen.IsMark) {
				t.Errorf("%s %d: marks are left in the text", s.Name, seed)
			}
			if len(r.Truth) < 20 {
				t.Errorf("%s %d: only %d figures", s.Name, seed, len(r.Truth))
			}
			if s.Out.Ext != "txt" || s.Out.Encoding != "" || s.Out.Wrap > 0 {
				continue
			}
			lines := strings.Split(strings.ReplaceAll(string(r.Data), "**", ""), "\n")
			for _, l := range r.Truth {
				if !strings.Contains(lines[l.Line-1], strings.ReplaceAll(l.Raw, "**", "")) {
					t.Errorf("%s %d line %d: %q is not in %q", s.Name, seed, l.Line, l.Raw, lines[l.Line-1])
				}
			}
		}
	}
}

func TestScoreOfTheTruthItselfIsFull(t *testing.T) {
	for _, s := range styles(t) {
		r, err := s.Make(9)
		if err != nil {
			t.Fatal(err)
		}
		got := score.Compare(r.Truth, r.Truth)
		if got.KeyRecall() != 1 || got.KeyPrecision() != 1 || got.PolicyTaken != 0 || got.MentionRecall() != 1 {
			t.Errorf("%s: %+v", s.Name, got)
		}
	}
}

func TestFamilyIsOneDistrict(t *testing.T) {
	reports, err := Family(styles(t), 5)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reports {
		if r.Accounts.District != reports[0].Accounts.District {
			t.Errorf("%s is of %s, not of %s", r.Name, r.Accounts.District.Name, reports[0].Accounts.District.Name)
		}
	}
	// what the first report drafts for the next year is the later one's original budget
	drafted := map[string]string{}
	for _, l := range reports[0].Truth {
		if l.Year == reports[0].Accounts.Year+1 && l.Stage == "budget" && l.Role == "total" && l.Kind == "table" {
			drafted[l.Book+l.Level+l.Side+l.Subject] = l.Amount
		}
	}
	seen := 0
	for _, l := range reports[2].Truth {
		want, ok := drafted[l.Book+l.Level+l.Side+l.Subject]
		if !ok || l.Stage != "budget" || l.Kind != "table" {
			continue
		}
		seen++
		if l.Amount != want {
			t.Errorf("%s: drafted %s, original budget %s", l.Subject, want, l.Amount)
		}
	}
	if seen == 0 {
		t.Error("no figure stands in both reports")
	}
}
