package money

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// Cell is what a table cell prints.
type Cell struct {
	Mark    budget.Mark // Blank or Dash where there is no number
	Number  bool
	Percent bool // the cell itself carries a % sign
	Value   decimal.Decimal
	Step    decimal.Decimal // in the cell's own unit
	Unit    string          // where the cell itself names one
	Problem string
}

var cellRE = regexp.MustCompile(`^([-－−﹣+＋±▲△]|负|减)?\s*[(（]?\s*([-－−﹣+＋])?\s*(` + num + `)\s*(万亿元|亿元|万元|千元|元|%|％|﹪)?\s*[)）]?$`)

// dashes are what bureaus print for "not applicable".
var dashes = map[string]bool{"-": true, "—": true, "——": true, "－": true, "–": true, "--": true, "/": true, "\\": true,
	"…": true, "*": true, "−": true, "─": true, "——%": true, "-%": true, "—%": true, "一": true, "×": true, "无": true, "不适用": true}

// ParseCell reads one cell. A text cell has neither Number nor Mark set. A
// bracketed number (916) and one after ▲ or △ is negative, as accountants print it.
func ParseCell(text string) Cell {
	s := strings.TrimSpace(strings.Trim(text, "\u3000\u00a0 \t*"))
	if s == "" {
		return Cell{Mark: budget.Blank}
	}
	if dashes[s] {
		return Cell{Mark: budget.Dash}
	}
	if len(s) > 40 {
		return Cell{}
	}
	m := cellRE.FindStringSubmatch(s)
	if m == nil {
		return Cell{}
	}
	d, ok := parseDigits(m[3])
	if !ok {
		return Cell{}
	}
	c := Cell{Number: true, Problem: d.problem}
	bracketed := strings.ContainsAny(s, "(（") && strings.ContainsAny(s, ")）")
	negative := bracketed || strings.Contains("-－−﹣▲△负减", m[1]) && m[1] != "" || strings.Contains("-－−﹣", m[2]) && m[2] != ""
	switch m[4] {
	case "%", "％", "﹪":
		c.Percent = true
	default:
		c.Unit = m[4]
	}
	var err error
	c.Value, c.Step, err = scaled(d, 0, negative)
	if err != nil {
		return Cell{}
	}
	return c
}
