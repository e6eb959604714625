package pen

import (
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

func TestRatesApiece(t *testing.T) {
	p := newPen(Settings{Unit: "万元"})
	want := []string{}
	for _, s := range []string{"税收收入", "非税收入"} {
		p.Amount(p.Cell(budget.Revenue, s))
		p.Keep()
		want = append(want, p.Done("bud"))
	}
	if got := p.ApieceOf("bud"); got != strings.Join(want, "、") {
		t.Errorf("completions %q, want %q", got, want)
	}
	got := p.Apiece()
	if n := strings.Count(got, "%"); n != 2 || !strings.Contains(got, "、") {
		t.Errorf("growth of two amounts: %q", got)
	}
	for i, l := range p.Truth[:2] {
		if l.Growth == "" || l.Completion+"%" != want[i] || l.Of != "budget" {
			t.Errorf("truth %d: %+v", i, l)
		}
	}
	p.Amount(p.Cell(budget.Revenue, accounts.GPRevenue))
	p.Keep() // those before are told
	if got := p.ApieceOf("bud"); strings.Contains(got, "、") {
		t.Errorf("completions of one amount: %q", got)
	}
}

func TestBeforeCarryLeavesOutWhatIsCarriedOver(t *testing.T) {
	p := newPen(Settings{Unit: "万元"})
	p.Level("own")
	all, _ := p.Acc.Get(p.Cell(budget.Expenditure, "支出总计"))
	left, _ := p.Acc.Get(p.Cell(budget.Expenditure, "结转下年"))
	_, _, wan, _ := p.print(all - left)
	p.BeforeCarry()
	if l := p.Truth[0]; l.Amount != wan || l.Subject != "支出总计" || left == 0 {
		t.Errorf("%+v, want %s with %d carried over", l, wan, left)
	}
}
