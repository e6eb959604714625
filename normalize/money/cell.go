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

// hasDigit reports whether a text holds a digit of either width.
func hasDigit(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' || s[i] == 0xEF && i+2 < len(s) && s[i+1] == 0xBC && s[i+2] >= 0x90 && s[i+2] <= 0x99 {
			return true
		}
	}
	return false
}

// plainCell reads what nearly every cell is, digits with separators and a point,
// without the expression that the rest needs.
func plainCell(s string) (Cell, bool) {
	digits, negative := strings.CutPrefix(s, "-")
	if digits == "" || len(s) > 40 || digits[0] < '0' || digits[0] > '9' {
		return Cell{}, false
	}
	for i := 0; i < len(digits); i++ {
		if c := digits[i]; (c < '0' || c > '9') && c != ',' && c != '.' {
			return Cell{}, false
		}
	}
	if last := digits[len(digits)-1]; last == ',' || last == '.' {
		return Cell{}, false
	}
	d, ok := parseDigits(digits)
	if !ok {
		return Cell{}, false
	}
	v, step, err := scaled(d, 0, negative)
	if err != nil {
		return Cell{}, false
	}
	return Cell{Number: true, Problem: d.problem, Value: v, Step: step}, true
}

// ParseCell reads one cell. A text cell has neither Number nor Mark set. A
// bracketed number (916) and one after ▲ or △ is negative, as accountants print it.
func ParseCell(text string) Cell {
	if c, ok := plainCell(text); ok {
		return c
	}
	s := strings.TrimSpace(strings.Trim(text, "\u3000\u00a0 \t*"))
	if s == "" {
		return Cell{Mark: budget.Blank}
	}
	if dashes[s] {
		return Cell{Mark: budget.Dash}
	}
	if len(s) > 40 || !hasDigit(s) {
		return Cell{}
	}
	if c, ok := plainCell(s); ok {
		return c
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
