package pen

import (
	"github.com/shopspring/decimal"

	"yusuan/internal/generate/accounts"
)

// of gives one amount in percent of another, if both are more than nothing.
func (p *Pen) of(part, whole accounts.Cell) (rate string, ok bool) {
	a, _ := p.Acc.Get(part)
	b, _ := p.Acc.Get(whole)
	if a <= 0 || b <= 0 {
		return "", false
	}
	return p.percent(a, b), true
}

// Ratio writes one amount in percent of another, with the sign: 税收占比. The
// style's dash stands where one of them is nothing.
func (p *Pen) Ratio(part, whole accounts.Cell) string {
	rate, ok := p.of(part, whole)
	if !ok {
		return p.Set.Dash
	}
	return rate + "%"
}

// Against writes the last amount in percent of the same subject at another stage
// (next year's budget against this year's outturn), as a number: no completion.
func (p *Pen) Against(stage string) string {
	c := p.last
	c.Year, c.Stage = p.stage(stage)
	rate, ok := p.of(p.last, c)
	if !ok {
		return p.Set.Dash
	}
	return rate
}

// Pace writes how far the completion of the last amount is from half a year's, in
// points of the printed rate: 快于序时进度2.3个百分点. Words: for ahead, for behind, for level.
func (p *Pen) Pace(stage string, words ...string) string {
	done, err := decimal.NewFromString(p.DoneNumber(stage))
	if err != nil || len(words) < 3 {
		panic("pen: a pace wants a completion and three words")
	}
	switch d := done.Sub(decimal.NewFromInt(50)); d.Sign() {
	case 1:
		return words[0] + d.String() + "个百分点"
	case -1:
		return words[1] + d.Neg().String() + "个百分点"
	}
	return words[2]
}
