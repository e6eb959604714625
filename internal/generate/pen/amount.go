package pen

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/score"
)

var unitSize = map[string]int64{"元": 1, "千元": 1000, "万元": 1e4, "亿元": 1e8}

// print formats an amount of v 元: the words as printed, and what they say in 万元.
func (p *Pen) print(v int64) (raw, unit, wan string, step int64) {
	unit = p.unit
	if unit == "" {
		unit = "万元"
	}
	abs := max(v, -v)
	switch {
	case unit == "mixed" && abs >= 1e8:
		unit = "亿元"
	case unit == "mixed", unit == "亿元" && abs < 2e6 && abs > 0 && !p.table:
		unit = "万元"
	}
	digits := p.digits(v, unit)
	scaled := roundDiv(v*pow10(digits), unitSize[unit])
	number := point(scaled, digits, p.Set.KeepZeros && unit == "亿元" || unit == "元")
	sep := p.Set.Separator
	if p.table {
		sep = p.Set.TableSep
	}
	wan = decimal.New(scaled*unitSize[unit], int32(-digits-4)).String()
	_, after, _ := strings.Cut(number, ".")
	return thousands(number, sep), unit, wan, unitSize[unit] / pow10(len(after))
}

func (p *Pen) digits(v int64, unit string) int {
	switch {
	case unit == "亿元":
		return p.Set.YiDigits
	case unit == "元":
		return 0
	case v%unitSize[unit] == 0:
		return 0
	case v%(unitSize[unit]/10) == 0:
		return 1
	}
	return 2
}

func pow10(n int) int64 {
	out := int64(1)
	for range n {
		out *= 10
	}
	return out
}

// roundDiv divides and rounds half away from zero.
func roundDiv(a, b int64) int64 {
	if a < 0 {
		return -roundDiv(-a, b)
	}
	return (a + b/2) / b
}

// point prints scaled with a decimal point before its last digits, zeros at the
// end dropped unless they are kept.
func point(scaled int64, digits int, keep bool) string {
	if digits == 0 {
		return strconv.FormatInt(scaled, 10)
	}
	sign := ""
	if scaled < 0 {
		sign, scaled = "-", -scaled
	}
	s := fmt.Sprintf("%s%d.%0*d", sign, scaled/pow10(digits), digits, scaled%pow10(digits))
	if keep {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

func thousands(number, sep string) string {
	if sep == "" {
		return number
	}
	whole, rest, _ := strings.Cut(number, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + sep + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	return sign + whole
}

// Amount writes the amount of a cell with its unit; in a table without, and as
// a blank where there is none. In a sentence it panics when the accounts have no
// such cell: that is a mistake in a template.
func (p *Pen) Amount(c accounts.Cell) string {
	v, ok := p.Acc.Get(c)
	if p.table && v == 0 {
		return p.blank(c)
	}
	if !ok {
		panic(fmt.Sprintf("pen: no amount for %+v", c))
	}
	p.last = c
	l := p.label(c)
	if p.isClass(c) {
		p.class = c.Subject
	}
	return p.write(v, l, c)
}

// write prints v with the label l.
func (p *Pen) write(v int64, l score.Label, c accounts.Cell) string {
	raw, unit, wan, step := p.print(v)
	l.Amount = wan
	if !p.table {
		if p.Set.FullWidth > p.Rng.IntN(100) {
			raw = fullWidth(raw)
		}
		shown := raw
		if p.Set.Bold > p.Rng.IntN(100) {
			shown = "**" + raw + "**"
		}
		l.Raw = raw + unit
		p.keep(l, c, step)
		return mark(p.lastAt, shown+unit)
	}
	l.Raw = raw
	p.keep(l, c, step)
	return mark(p.lastAt, raw)
}

// blank writes an empty cell of a table as the style has it, with its label.
func (p *Pen) blank(c accounts.Cell) string {
	p.last = c
	l := p.label(c)
	printed := p.Set.Dash
	l.Raw = printed
	if printed == "0" { // a printed zero is an amount
		l.Amount = "0"
	}
	p.keep(l, accounts.Cell{}, 0)
	return mark(p.lastAt, printed)
}

func (p *Pen) keep(l score.Label, c accounts.Cell, step int64) {
	p.lastAt = len(p.Truth)
	p.Truth = append(p.Truth, l)
	p.Cells = append(p.Cells, c)
	p.Steps = append(p.Steps, step)
}

func fullWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9':
			return r - '0' + '０'
		case r == '.':
			return '．'
		case r == ',':
			return '，'
		}
		return r
	}, s)
}

// Bare takes the unit off a written amount: A、B和C万元 prints it once.
func (p *Pen) Bare(written string) string {
	for _, u := range []string{"万元", "亿元", "千元", "元"} {
		if s, ok := strings.CutSuffix(written, u+string(markClose)); ok {
			p.Truth[p.lastAt].Raw = strings.TrimSuffix(p.Truth[p.lastAt].Raw, u)
			return s + string(markClose)
		}
	}
	return written
}

// label fills in what the truth list says of a cell.
func (p *Pen) label(c accounts.Cell) score.Label {
	kind := budget.Narrative
	if p.table {
		kind = budget.InTable
	}
	role, parent := roleOf(c, kind)
	l := score.Label{Kind: string(kind), Book: string(c.Book), Scope: p.scope(c), Level: string(c.Level), Year: c.Year,
		Stage: string(c.Stage), Side: string(c.Side), Subject: c.Subject, Parent: parent, Role: string(role)}
	return l
}

func (p *Pen) scope(c accounts.Cell) string {
	switch c.Level {
	case budget.Own:
		return p.Acc.District.Own
	case budget.Treasury:
		return p.Acc.District.Gov + "金库"
	case budget.Lower:
		return p.Acc.District.Below
	case budget.Part:
		return c.Parent
	}
	return p.Acc.District.All
}
