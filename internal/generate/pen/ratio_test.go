package pen

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

func TestRatioAndAgainst(t *testing.T) {
	p := newPen(Settings{Unit: "万元"})
	ratio := p.Ratio(p.Cell(budget.Revenue, "税收收入"), p.Cell(budget.Revenue, accounts.GPRevenue))
	part, _ := p.Acc.Get(p.Cell(budget.Revenue, "税收收入"))
	whole, _ := p.Acc.Get(p.Cell(budget.Revenue, accounts.GPRevenue))
	if want := decimal.NewFromInt(100*part).DivRound(decimal.NewFromInt(whole), 1); !decimal.RequireFromString(strings.TrimSuffix(ratio, "%")).Equal(want) {
		t.Errorf("ratio %s, not %s", ratio, want)
	}
	p.Stage("next")
	p.Amount(p.Cell(budget.Revenue, "税收收入"))
	if s := p.Against("act"); s == "" || p.Truth[p.lastAt].Completion != "" {
		t.Errorf("%q in percent of the outturn; completion %q", s, p.Truth[p.lastAt].Completion)
	}
}

func TestPaceFollowsThePrintedRate(t *testing.T) {
	p := New(accounts.Build(accounts.Plan{Seed: 4, Forms: []accounts.Form{accounts.Xian}, Kind: budget.KindHalfYear}), Settings{Unit: "万元"}, 1)
	p.At("gp", "all", "act")
	p.Amount(p.Cell(budget.Revenue, accounts.GPRevenue))
	done := decimal.RequireFromString(p.DoneNumber("bud")).Sub(decimal.NewFromInt(50))
	want := "持平"
	if done.Sign() > 0 {
		want = "快" + done.String() + "个百分点"
	} else if done.Sign() < 0 {
		want = "慢" + done.Neg().String() + "个百分点"
	}
	if got := p.Pace("bud", "快", "慢", "持平"); got != want {
		t.Errorf("pace %s, not %s", got, want)
	}
}
