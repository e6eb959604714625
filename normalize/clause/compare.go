package clause

import (
	"strings"
	"yusuan/budget"
)

// compared notes what 较年初预算 and 比上年 compare with: an amount right behind
// them is that base itself, not a figure of the year.
func (s *state) compared(it *item) {
	p := &s.pend
	p.base, p.baseStage, p.baseLast = 1, "", false
	last := strings.Contains(it.word, "上年") || strings.Contains(it.word, "去年")
	switch {
	case last && strings.Contains(it.word, "预算") && !strings.Contains(it.word, "调整"):
		p.baseStage, p.baseLast = budget.Budgeted, true
	case strings.Contains(it.word, "调整预算"), strings.Contains(it.word, "变动预算"):
		p.baseStage = budget.Adjusted
	case strings.Contains(it.word, "上年"), strings.Contains(it.word, "去年"), strings.Contains(it.word, "同期"):
	case strings.Contains(it.word, "预算"):
		p.baseStage = budget.Budgeted
	default:
		p.base = 0
	}
}

// procedural reports whether the clause so far only says who decided: 经…批准,
// 根据…, 执行中….
func (s *state) procedural() bool {
	c := strings.TrimLeft(s.par[s.clauseStart:], " \u3000")
	for _, w := range []string{"经", "根据", "按", "执行中", "年中", "年度中", "拟", "报", "因", "由于"} {
		if strings.HasPrefix(c, w) {
			return true
		}
	}
	return strings.Contains(s.par[s.clauseStart:s.items[s.at].start], "批准")
}

// reaches reads the 至 of 由甲调增乙至丙: a particle between a change and the
// amount that it leads to.
func (s *state) reaches(i int) bool {
	it := &s.items[i]
	if it.word != "至" && it.word != "到" || i == 0 || i+1 >= len(s.items) || len(s.out) == 0 {
		return false
	}
	return s.items[i-1].kind == amount && s.items[i+1].kind == amount && s.out[len(s.out)-1].Delta
}

// planned reports whether a change word speaks of changing the budget.
func planned(word string) bool {
	return strings.Contains(word, "调") || strings.Contains(word, "追加") || strings.Contains(word, "核减") || strings.Contains(word, "变更") || strings.Contains(word, "变动")
}

// ofStage is the budget that a completion word names, or "".
func ofStage(word string) budget.Stage {
	switch {
	case strings.Contains(word, "调整"), strings.Contains(word, "变动"), strings.Contains(word, "变更"):
		return budget.Adjusted
	case strings.Contains(word, "年初"):
		return budget.Budgeted
	}
	return ""
}
