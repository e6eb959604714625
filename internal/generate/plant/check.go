package plant

import (
	"fmt"
	"math/big"

	"yusuan/budget"
	"yusuan/internal/generate"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
)

// Broken names the relations among the printed amounts of a draft that do not
// hold within rounding: all of them, or with a label from 0 only those that this
// amount takes part in.
func Broken(d *generate.Draft, label int) []string {
	order := labelsOf(d)
	b := shelf(d, order)
	var out []string
	seen := map[string]bool{}
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	contexts := map[accounts.Cell]bool{}
	for _, i := range order {
		c := d.Cells[i]
		if c.Book == "" {
			continue
		}
		if label < 0 || c == d.Cells[label] {
			duplicates(b[c], label, c, add)
		}
		c = accounts.Cell{Book: c.Book, Level: c.Level, Year: c.Year, Stage: c.Stage}
		if contexts[c] || c.Level == budget.Part {
			continue
		}
		contexts[c] = true
		for _, r := range relations(c, d.Style.Apart, d.Accounts.Funds) {
			sums(d, b, r, label, add)
		}
		bounds(d, b, c, label, add)
	}
	for _, i := range order {
		rates(d, b, i, label, add)
	}
	if label >= 0 {
		loose(d, order, label, add)
	}
	return out
}

// labelsOf lists the labels that are in print: those of sentences, then those of
// tables.
func labelsOf(d *generate.Draft) []int {
	out := pen.Labels(d.Text)
	for _, t := range d.Tables {
		for _, row := range t.Rows {
			out = append(out, numbered(row)...)
		}
	}
	return out
}

// duplicates tells whether one thing stated twice is stated differently.
func duplicates(ps []printed, label int, c accounts.Cell, add func(string)) {
	for i := range ps {
		for j := range ps[:i] {
			if label >= 0 && ps[i].label != label && ps[j].label != label {
				continue
			}
			if apart(ps[i].amount, ps[j].amount, new(big.Rat).Add(ps[i].half, ps[j].half)) {
				add(fmt.Sprintf("stated twice: %s %s %d %s", c.Book, c.Subject, c.Year, c.Stage))
			}
		}
	}
}

func apart(a, b, tolerance *big.Rat) bool {
	diff := new(big.Rat).Sub(a, b)
	return diff.Abs(diff).Cmp(tolerance) > 0
}

// sums checks one relation; a member that the accounts hold at nothing may be
// left out of print, any other missing member leaves the relation unchecked.
func sums(d *generate.Draft, b book, r relation, label int, add func(string)) {
	total, slack := new(big.Rat), new(big.Rat)
	touched := label < 0
	n := 0
	for _, t := range r.terms {
		v, ok := d.Accounts.Get(t.cell)
		if !ok && t.cell.Role != "" {
			return
		}
		if !ok || v == 0 {
			continue
		}
		ps := b[t.cell]
		if len(ps) == 0 {
			return
		}
		p := ps[0]
		for _, q := range ps {
			if q.label == label {
				p, touched = q, true
			}
		}
		total.Add(total, new(big.Rat).Mul(p.amount, big.NewRat(t.sign, 1)))
		slack.Add(slack, p.half)
		n++
	}
	if touched && n > 1 && apart(total, new(big.Rat), slack) {
		add("sum: " + r.name)
	}
}

// rates checks a printed growth or completion against the amount it is of and
// the amount it compares with, where both are printed.
func rates(d *generate.Draft, b book, i, label int, add func(string)) {
	l, c := &d.Labels[i], d.Cells[i]
	if c.Book == "" || l.Amount == "" {
		return
	}
	one := func(name, rate string, base accounts.Cell, minus int64) {
		if rate == "" || len(b[base]) == 0 {
			return
		}
		p := b[base][0]
		touched := label < 0 || i == label
		for _, q := range b[base] {
			if q.label == label {
				p, touched = q, true
			}
		}
		if touched && !rateHolds(read(d, i), p, rate, minus) {
			add(name + " of " + c.Subject)
		}
	}
	before := c
	before.Year, before.Stage = c.Year-1, budget.Execution
	if before.Year == d.Accounts.Year {
		before.Stage = d.Accounts.Actual
	}
	one("growth", l.Growth, before, 1)
	of := c
	of.Stage = budget.Stage(l.Of)
	one("completion", l.Completion, of, 0)
}

func rateHolds(v, base printed, rate string, minus int64) bool {
	want, ok := new(big.Rat).SetString(rate)
	if !ok {
		return true
	}
	half := big.NewRat(1, 20)
	if dot := len(rate) - 1; dot > 2 && rate[dot-2] == '.' {
		half = big.NewRat(1, 200)
	}
	low := new(big.Rat).Sub(v.amount, v.half)
	high := new(big.Rat).Add(v.amount, v.half)
	more, less := new(big.Rat).Add(base.amount, base.half), new(big.Rat).Sub(base.amount, base.half)
	if less.Sign() <= 0 {
		return true
	}
	percent := func(a, b *big.Rat) *big.Rat {
		x := new(big.Rat).Quo(a, b)
		x.Sub(x, big.NewRat(minus, 1))
		return x.Mul(x, big.NewRat(100, 1))
	}
	return percent(low, more).Cmp(new(big.Rat).Add(want, half)) <= 0 && percent(high, less).Cmp(new(big.Rat).Sub(want, half)) >= 0
}

// loose handles amounts that are no cell of the accounts: lumps and changes.
func loose(d *generate.Draft, order []int, label int, add func(string)) {
	l := &d.Labels[label]
	same := func(stage, subject string) *printed {
		for _, i := range order {
			o := &d.Labels[i]
			if o.Delta || o.Amount == "" || o.Role == string(budget.RoleLump) {
				continue
			}
			if o.Book == l.Book && o.Level == l.Level && o.Year == l.Year && o.Side == l.Side && o.Stage == stage && o.Subject == subject {
				p := read(d, i)
				return &p
			}
		}
		return nil
	}
	me := read(d, label)
	switch {
	case l.Role == string(budget.RoleLump):
		side := budget.Side(l.Side)
		grand := "收入总计"
		if side == budget.Expenditure {
			grand = "支出总计"
		}
		a, b := same(l.Stage, accounts.TotalOf(budget.Book(l.Book), side)), same(l.Stage, grand)
		if a != nil && b != nil {
			all := new(big.Rat).Add(a.amount, me.amount)
			if apart(all, b.amount, new(big.Rat).Add(a.half, new(big.Rat).Add(b.half, me.half))) {
				add("sum: lump")
			}
		}
	case l.Delta:
		was, now := same(string(budget.Budgeted), l.Subject), same(string(budget.Adjusted), l.Subject)
		if was != nil && now != nil && d.Style.Kind == budget.KindAdjustment {
			all := new(big.Rat).Add(was.amount, me.amount)
			if apart(all, now.amount, new(big.Rat).Add(was.half, new(big.Rat).Add(now.half, me.half))) {
				add("adjustment of " + l.Subject)
			}
		}
	}
}
