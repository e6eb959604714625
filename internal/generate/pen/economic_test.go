package pen

import (
	"testing"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

func TestEconomicSumsToTheWhole(t *testing.T) {
	p := newPen(Settings{Unit: "万元"})
	p.At("gp", "own", "next")
	c := p.Cell(budget.Expenditure, accounts.GPSpending)
	p.Economic(c, []Outlay{{"501", "机关工资福利支出", 60}, {"50101", "工资奖金津补贴", 70}, {"50103", "住房公积金", 30}, {"502", "机关商品和服务支出", 40}})
	sums := map[string]decimal.Decimal{}
	have := map[string]decimal.Decimal{}
	for _, l := range p.Truth {
		have[l.Subject] = decimal.RequireFromString(l.Amount)
		sums[l.Parent] = sums[l.Parent].Add(have[l.Subject])
	}
	whole, _ := p.Acc.Get(c)
	if got := sums[accounts.GPSpending]; !got.Equal(decimal.New(whole, -4)) {
		t.Errorf("types sum to %s, not %d 元", got, whole)
	}
	if !sums["机关工资福利支出"].Equal(have["机关工资福利支出"]) {
		t.Errorf("items sum to %s, not %s", sums["机关工资福利支出"], have["机关工资福利支出"])
	}
	if len(p.Truth) != 4 || have["机关商品和服务支出"].Sign() <= 0 {
		t.Errorf("amounts %v", have)
	}
}
