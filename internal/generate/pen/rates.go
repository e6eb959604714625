package pen

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// before returns what the last amount is compared with: the outturn of the year
// before.
func (p *Pen) before() (int64, bool) {
	c := p.last
	c.Year--
	c.Stage = budget.Execution
	if c.Year == p.Acc.Year {
		c.Stage = p.Acc.Actual
	}
	return p.Acc.Get(c)
}

func (p *Pen) percent(a, b int64) string {
	return point(roundDiv(a*100*pow10(p.Set.PctDigits), b), p.Set.PctDigits, true)
}

// Growth writes the growth of the last amount after a comma: ，增长10.2%. The
// words for up, down and unchanged may be given. Nothing where there is no base.
func (p *Pen) Growth(words ...string) string {
	s := p.GrowthWords(words...)
	if s == "" {
		return ""
	}
	return "，" + s
}

// GrowthWords is Growth without the comma.
func (p *Pen) GrowthWords(words ...string) string {
	up, down, same := p.Set.Growth[0], p.Set.Growth[1], p.Set.Growth[2]
	if len(words) >= 2 {
		up, down = words[0], words[1]
	}
	if len(words) >= 3 {
		same = words[2]
	}
	v, _ := p.Acc.Get(p.last)
	b, ok := p.before()
	if !ok || b <= 0 || v < 0 {
		return ""
	}
	rate := p.percent(v-b, b)
	if v != b && roundDiv((v-b)*100*pow10(p.Set.PctDigits), b) == 0 {
		return "" // neither grew nor stayed, in print
	}
	p.Truth[p.lastAt].Growth = rate
	switch {
	case v == b:
		p.Truth[p.lastAt].Growth = "0"
		return same
	case v > b:
		return up + rate + "%"
	}
	return down + rate[1:] + "%"
}

// SignedGrowth writes the growth of the last amount as a number: -3.2 or 10.2;
// the style's dash where there is no base.
func (p *Pen) SignedGrowth() string {
	v, _ := p.Acc.Get(p.last)
	b, ok := p.before()
	if !ok || b <= 0 || v <= 0 {
		return p.Set.Dash
	}
	rate := p.percent(v-b, b)
	p.Truth[p.lastAt].Growth = rate
	return rate
}

// Done writes the completion of the last amount, as a number with the percent
// sign, against the same subject at a stage (bud, adj).
func (p *Pen) Done(stage string) string {
	rate, ok := p.done(stage)
	if !ok {
		return "100.0%"
	}
	return rate + "%"
}

// DoneNumber is Done without the sign; the style's dash where there is no base.
func (p *Pen) DoneNumber(stage string) string {
	rate, ok := p.done(stage)
	if !ok {
		return p.Set.Dash
	}
	return rate
}

func (p *Pen) done(stage string) (rate string, ok bool) {
	c := p.last
	c.Year, c.Stage = p.stage(stage)
	rate, ok = p.of(p.last, c)
	if ok {
		p.Truth[p.lastAt].Completion, p.Truth[p.lastAt].Of = rate, string(c.Stage)
	}
	return rate, ok
}

// DoneOf writes the base of the last amount and its share, 412000万元的57.4%: the
// completion belongs to the amount before.
func (p *Pen) DoneOf(stage string) string {
	what, at := p.last, p.lastAt
	base := what
	base.Year, base.Stage = p.stage(stage)
	written := p.Amount(base)
	p.last, p.lastAt = what, at
	return written + "的" + p.Done(stage)
}

// Before writes the amount of the year before; what follows still belongs to the
// amount that stood last.
func (p *Pen) Before() string {
	what, at := p.last, p.lastAt
	c := what
	c.Year, c.Stage = what.Year-1, budget.Execution
	if c.Year == p.Acc.Year {
		c.Stage = p.Acc.Actual
	}
	written := p.Amount(c)
	if p.Acc.Actual == budget.Final { // beside a final account stands the one before it
		p.Truth[p.lastAt].Stage = string(budget.Final)
	}
	p.last, p.lastAt = what, at
	return written
}

// Confirmed makes the last amount, of the year before, the final account that
// stands beside a final account.
func (p *Pen) Confirmed() {
	if p.Acc.Actual == budget.Final {
		p.Truth[p.lastAt].Stage = string(budget.Final)
	}
}

// Change writes the difference between the last amount and the year before:
// 增收10400万元. Words: for more, for less, for none.
func (p *Pen) Change(words ...string) string {
	v, _ := p.Acc.Get(p.last)
	b, ok := p.before()
	if !ok && !p.table { // a table takes nothing for nought
		return words[2]
	}
	return p.change(v-b, p.last, words)
}

// Adjusted writes the difference between the adjusted and the original budget of
// the last subject. Words as for Change.
func (p *Pen) Adjusted(words ...string) string {
	bud, adj := p.last, p.last
	bud.Year, bud.Stage = p.stage("bud")
	adj.Year, adj.Stage = p.stage("adj")
	a, _ := p.Acc.Get(adj)
	b, _ := p.Acc.Get(bud)
	return p.change(a-b, adj, words)
}

func (p *Pen) change(d int64, c accounts.Cell, words []string) string {
	at := p.lastAt // what follows (a rate) belongs to the amount, not to its change
	defer func() { p.lastAt = at }()
	if len(words) < 3 {
		panic("pen: a change wants three words")
	}
	if d == 0 {
		return words[2]
	}
	l := p.label(c)
	l.Delta = true
	if !p.table {
		l.Role = string(budget.RolePart)
	}
	if !p.table && d < 0 { // the word says the sign
		s := p.write(-d, l, accounts.Cell{})
		p.Truth[p.lastAt].Amount = "-" + p.Truth[p.lastAt].Amount
		return words[1] + s
	}
	if d < 0 {
		return p.write(d, l, accounts.Cell{})
	}
	word := words[0]
	if p.table {
		word = ""
	}
	return word + p.write(d, l, accounts.Cell{})
}
