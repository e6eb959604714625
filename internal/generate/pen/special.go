package pen

import (
	"fmt"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/score"
)

// Lump writes the sum of everything beside the book's own total, as 等X万元 for
// a list of subjects has it.
func (p *Pen) Lump(side string) string {
	s := sideNames[side]
	own, grand := accounts.TotalOf(p.at.Book, s), "收入总计"
	subject := "转移性收入"
	if s == budget.Expenditure {
		grand, subject = "支出总计", "转移性支出"
	}
	a, ok := p.Acc.Get(p.Cell(s, grand))
	b, ok2 := p.Acc.Get(p.Cell(s, own))
	if !ok || !ok2 {
		panic(fmt.Sprintf("pen: no lump for %+v", p.at))
	}
	l := p.label(p.Cell(s, subject))
	l.Role = string(budget.RoleLump)
	return p.write(a-b, l, accounts.Cell{})
}

// BeforeCarry writes what was spent in all, without what is carried over to the
// next year: 支出总量 of a writer who then goes on 收支相抵，结转下年.
func (p *Pen) BeforeCarry() string {
	c := p.Cell(budget.Expenditure, "支出总计")
	all, _ := p.Acc.Get(c)
	left, _ := p.Acc.Get(p.Cell(budget.Expenditure, "结转下年"))
	return p.write(all-left, p.label(c), accounts.Cell{})
}

// Earmark writes an amount set aside for a purpose inside the last functional
// class; all of a class together stay within it.
func (p *Pen) Earmark() string {
	if p.class == "" {
		panic("pen: an earmark without a class")
	}
	c := p.Cell(budget.Expenditure, p.class)
	whole, _ := p.Acc.Get(c)
	key := fmt.Sprint(c)
	v := (whole - p.earmarks[key]) / int64(6+p.Rng.IntN(20)) / 10000 * 10000
	if v == 0 {
		v = 10000
	}
	p.earmarks[key] += v
	l := p.label(c)
	l.Role, l.Parent = string(budget.RoleEarmark), p.class
	return p.write(v, l, accounts.Cell{})
}

// Policy writes an amount that is no figure of a budget, between lo and hi of
// the unit, with one or two digits after the point where the unit is 亿元.
func (p *Pen) Policy(unit string, lo, hi float64) string {
	was := p.unit
	defer func() { p.unit = was }()
	p.unit = unit
	size := unitSize[unit]
	step := size
	if unit == "亿元" {
		step = size / int64([]int{1, 10, 100}[p.Rng.IntN(3)])
	}
	v := int64((lo+(hi-lo)*p.Rng.Float64())*float64(size)) / step * step
	if v == 0 {
		v = step
	}
	kind := budget.Narrative
	return p.writePolicy(v, string(kind))
}

func (p *Pen) writePolicy(v int64, kind string) string {
	keep := p.Set.YiDigits
	p.Set.YiDigits = 2
	s := p.write(v, score.Label{Kind: kind, Role: string(budget.RolePolicy)}, accounts.Cell{})
	p.Set.YiDigits = keep
	return s
}
