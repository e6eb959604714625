package clause

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// Clauses of the case files in any order make no sense, but every amount in them must
// come out once, in its place, whatever the state that the clauses before it left.
func TestShuffledClauses(t *testing.T) {
	clauses := allClauses(t)
	r := newReader(t)
	rnd := rand.New(rand.NewPCG(2024, 35))
	books := []budget.Book{budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital, budget.SocialInsurance, budget.Debt, ""}
	stages := []budget.Stage{budget.Execution, budget.Budgeted, budget.Final, budget.Adjusted}
	kinds := []budget.ReportKind{budget.KindBudget, budget.KindFinalAccounts, budget.KindAdjustment, budget.KindHalfYear}
	var carry Carry
	for range 20000 {
		var b strings.Builder
		for range 1 + rnd.IntN(8) {
			b.WriteString(clauses[rnd.IntN(len(clauses))])
		}
		par := b.String()
		ctx := outline.Context{Book: books[rnd.IntN(len(books))], Stage: stages[rnd.IntN(len(stages))], Year: 2023, Adjustment: rnd.IntN(3) == 0, Policy: rnd.IntN(6) == 0}
		meta := outline.Meta{District: "某省某市某县", Government: '县', Kind: kinds[rnd.IntN(len(kinds))], Year: 2023, Next: 2024}
		var drafts []Draft
		drafts, carry = r.Read(par, ctx, meta, carry)
		inPlace(t, par, drafts)
	}
}

// allClauses cuts the paragraphs of the case files behind every mark.
func allClauses(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	var out []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(data), "\n") {
			if par, ok := strings.CutPrefix(line, ">"); ok {
				out = append(out, cutBehind(par)...)
			}
		}
	}
	return out
}

func cutBehind(par string) []string {
	var out []string
	from := 0
	for i, c := range par {
		if strings.ContainsRune("，；。：、（）", c) {
			out = append(out, par[from:i+len(string(c))])
			from = i + len(string(c))
		}
	}
	return out
}

// inPlace checks that the drafts are the amounts of the paragraph, in their order.
func inPlace(t *testing.T, par string, drafts []Draft) {
	t.Helper()
	var amounts []money.Token
	for _, n := range money.Scan(par) {
		if n.Kind != money.Percent && n.Kind != money.Points {
			amounts = append(amounts, n)
		}
	}
	if len(drafts) != len(amounts) {
		t.Fatalf("%d figures of %d amounts in %q", len(drafts), len(amounts), par)
	}
	for k := range drafts {
		d := &drafts[k]
		if par[d.From:d.To] != amounts[k].Raw || d.Whole < 0 || d.Whole > len(drafts) {
			t.Fatalf("figure %d is %q of %d, want %q, in %q", k, par[d.From:d.To], d.Whole, amounts[k].Raw, par)
		}
	}
}
