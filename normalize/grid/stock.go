package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// stockSubject reads the bare labels of a table on the stabilisation fund
// (预算稳定调节基金): 年初余额, 动用, 补充, 年末余额.
func (g *reading) stockSubject(label string) (*lexicon.Subject, bool) {
	if !g.in.Context.Stock && !strings.Contains(g.frame.caption, "稳定调节基金") {
		return nil, false
	}
	t := squeeze(label)
	if phrase.Holds(t, "余额", "结余", "规模") {
		s, ok := g.lex.Subject("预算稳定调节基金余额", budget.GeneralPublic, budget.Balance)
		if ok && phrase.Holds(t, "年初", "期初") {
			opening := *s
			opening.Role = budget.RoleOpening
			s = &opening
		}
		return s, ok
	}
	word, side := "", budget.Revenue
	switch {
	case phrase.Holds(t, "动用", "使用", "调入", "调用"):
		word = "动用预算稳定调节基金"
	case phrase.Holds(t, "补充", "安排", "增加", "设置", "调出"):
		word, side = "安排预算稳定调节基金", budget.Expenditure
	default:
		return nil, false
	}
	s, ok := g.lex.Subject(word, budget.GeneralPublic, side)
	if !ok {
		return nil, false
	}
	moved := *s
	moved.Role = budget.RolePart // of the fund, no component of a balance in this table
	return &moved, true
}
