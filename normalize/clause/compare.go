package clause

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// compared notes what 较年初预算 and 比上年 compare with: an amount right behind
// them is that base itself, not a figure of the year.
func (s *state) compared(it *item) {
	p := &s.pend
	p.base, p.baseStage, p.baseLast = 1, "", false
	last := strings.Contains(it.word, "上年") || strings.Contains(it.word, "去年")
	p.lastYear = last
	switch {
	case last && strings.Contains(it.word, "预算") && !strings.Contains(it.word, "调整"):
		p.baseStage, p.baseLast = budget.Budgeted, true
	case strings.Contains(it.word, "调整预算"), strings.Contains(it.word, "变动预算"):
		p.baseStage = budget.Adjusted
	case last && strings.Contains(it.word, "决算"):
		p.baseStage, p.baseLast = budget.Final, true
	case last, strings.Contains(it.word, "同期"):
	case strings.Contains(it.word, "预算"), strings.Contains(it.word, "年初") && s.flow():
		p.baseStage = budget.Budgeted
	default:
		p.base = 0
	}
}

// flow reports whether the last amount is a revenue or an expenditure as adjusted: 年初 behind it
// is the budget of the beginning of the year, no balance of that day.
func (s *state) flow() bool {
	if s.cur < s.lead || s.cur < 0 {
		return false
	}
	f := &s.out[s.cur]
	return f.Stage == budget.Adjusted && (f.Side == budget.Revenue || f.Side == budget.Expenditure) && f.Role != budget.RoleOpening && f.Role != budget.RoleClosing
}

// comparedWith reports whether a year or a stage is what is compared with:
// 与2020年执行数相比增加X万元.
func (s *state) comparedWith(i int) bool {
	it := &s.items[i]
	if s.pend.against {
		return it.kind == stage && strings.HasPrefix(s.par[it.end:], "相比")
	}
	if !strings.HasSuffix(s.par[:it.start], "与") {
		return false
	}
	k := strings.Index(s.par[it.end:], "相比")
	if k < 0 || strings.ContainsAny(s.said(it.end, it.end+k), "，、。；") {
		return false
	}
	return it.kind == year || !strings.ContainsAny(s.said(it.end, it.end+k), "0123456789") // 与年初预算X万元相比: a figure of its own
}

// comparesWith reports whether the amount is the year before's, named with its own
// subject behind 比上年: 比上年税收收入X万元减少Y万元.
func (s *state) comparesWith() bool {
	p := &s.pend
	return p.against && p.base == 1 && p.baseStage == "" && p.delta == 0 && p.growth == 0 &&
		(strings.HasPrefix(p.versus, "比") || strings.HasPrefix(p.versus, "较"))
}

// namedBase moves a figure that is only compared with to the year before. What the
// change behind it measures is the figure of this year, where that was given.
func (s *state) namedBase(d *Draft) string {
	d.Year--
	d.Stage = s.stageFor(d.Year)
	if d.Stage == budget.Budgeted {
		d.Stage = s.meta.ReportStage()
	}
	for k := len(s.out) - 1; k >= 0; k-- {
		if f := &s.out[k]; f.Subject == d.Subject && f.Book == d.Book && f.Level == d.Level && f.Year == d.Year+1 && !f.Delta {
			s.cur = k
			return baseMethod
		}
	}
	return lastYearMethod
}

const (
	baseMethod     = "比较基数" // what another figure is compared with
	lastYearMethod = "上年基数" // the same, where this year's figure is not given
	rateMethod     = "完成基数" // the budget of which a rate says how much was done
)

// comparedFigure is the figure that a comparison with the amount at item i is about: the
// last one, or the whole that the last ones split where base and change add up to that
// (转移性收入X万元，其中：甲Y万元、乙Z万元，比报告数V万元增加W万元).
func (s *state) comparedFigure(i int) int {
	change, ok := s.changeBehind(i)
	if !ok {
		return s.cur
	}
	sum := s.items[i].num.Value.Add(change)
	for k := s.cur; ; k = s.out[k].Whole - 1 {
		if f := &s.out[k]; f.Amount.Sub(sum).Abs().LessThanOrEqual(f.Step) {
			return k
		}
		if whole := s.out[k].Whole; whole == 0 || whole-1 < s.lead && len(s.out) > s.lead {
			return s.cur
		}
	}
}

// changeBehind is the signed change that follows the amount at item i at once.
func (s *state) changeBehind(i int) (decimal.Decimal, bool) {
	if i+2 >= len(s.items) || s.items[i+2].kind != amount {
		return decimal.Decimal{}, false
	}
	switch v := s.items[i+2].num.Value; s.items[i+1].kind {
	case rise:
		return v, true
	case fall:
		return v.Neg(), true
	}
	return decimal.Decimal{}, false
}

// procedural reports whether the clause so far only says who decided: 经…批准,
// 根据…, 执行中….
func (s *state) procedural() bool {
	c := strings.TrimLeft(s.par[s.clauseStart:], " \u3000")
	return phrase.Begins(c, "经", "根据", "按", "执行中", "年中", "年度中", "拟", "报", "因", "由于") || strings.Contains(s.said(s.clauseStart, s.items[s.at].start), "批准")
}

// gaveReason reports whether the clause that ends with item i only says why: what it
// lists has no amount of its own.
func (s *state) gaveReason(i int) bool {
	if len(s.pend.subjects) == 0 || len(s.frames) > 0 {
		return false
	}
	clause := s.said(s.clauseStart, s.items[i].start)
	return phrase.Holds(clause, "因", "由于", "受", "考虑") && phrase.Ends(clause, "因素", "因素影响", "等原因", "等影响", "的影响")
}

// measuresBy reports a budget that stands between its subject and the rate by which
// the outturn is measured: 一般公共预算收入为年初预算X万元的97.1%.
func (s *state) measuresBy(i int, d *Draft) bool {
	if d.Delta || d.Stage != budget.Budgeted && d.Stage != budget.Adjusted || d.Year > s.meta.Year {
		return false
	}
	return i+2 < len(s.items) && s.items[i+1].word == "的" && s.items[i+2].kind == percent
}

// backTo goes back to the outturn that an inserted budget measures: the rates and parts
// behind it are those of the outturn, of nothing where it was not told.
func (s *state) backTo(base *Draft) {
	s.cur, s.main = -1, -1
	if k := s.outturnBefore(base, len(s.out)-1); k >= 0 {
		s.cur, s.main = k, k
	}
}

// outturnBefore is the last figure before out[n] of what base is the budget of, -1
// where there is none.
func (s *state) outturnBefore(base *Draft, n int) int {
	for k := n - 1; k >= 0; k-- {
		f := &s.out[k]
		if f.Subject == base.Subject && f.Book == base.Book && f.Level == base.Level && f.Year == base.Year && !f.Delta && f.Stage != base.Stage {
			return k
		}
	}
	return -1
}

// dropCauses forgets the subjects that a clause names only as causes of a change of what
// the sentence speaks of: 年初预算X万元，执行中因上级补助增加等调整为Y万元.
func (s *state) dropCauses(i int) {
	n := len(s.pend.subjects)
	if n == 0 || s.cur < s.lead || s.cur < 0 {
		return
	}
	m := &s.pend.subjects[n-1]
	if m.start < s.clauseStart || !phrase.Holds(s.said(s.clauseStart, m.start), "因", "由于", "受") || m.end == s.items[i].start {
		return
	}
	s.pend.subjects, s.pend.delta, s.pend.etc = nil, 0, false
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

// leadsTo reports a change word that a particle makes one of what it leads to:
// 下调|到X万元. The lexicon has only the most common of these as words.
func (s *state) leadsTo(i int) bool {
	if i+2 >= len(s.items) || s.items[i+1].kind != text || s.items[i+1].start != s.items[i].end {
		return false
	}
	next := s.items[i+2].kind
	return (s.items[i+1].word == "到" || s.items[i+1].word == "至") && (next == amount || next == hedge)
}

// arrives reports a 达到 right before an amount that says what the change before it
// leads to: 上解支出调增X万元，达到Y万元. Outside an adjustment only a change that names
// its subject has a level behind it.
func (s *state) arrives(i int) bool {
	last := len(s.out) - 1
	if !strings.HasPrefix(s.items[i].word, "达") || last < s.lead || !s.out[last].Delta || len(s.pend.subjects) > 0 || s.pend.textRunes > 0 || s.pend.delta != 0 && !s.pend.paused {
		return false
	}
	if i+1 >= len(s.items) || s.items[i+1].kind != amount && s.items[i+1].kind != hedge {
		return false
	}
	return s.ctx.Adjustment || s.changed.sub != nil && s.changed.at == last
}

// besideYear reports whether a word like 上年 only says what a comparison is with: 与
// 上年同口径相比，教育支出X万元 is of this year.
func (s *state) besideYear(i int) bool {
	if i == 0 || !phrase.Ends(s.items[i-1].word, "与", "同", "和") {
		return false
	}
	for j := i + 1; j < len(s.items) && s.items[j].kind != amount && s.items[j].kind != stop; j++ {
		if strings.Contains(s.items[j].word, "相比") || strings.Contains(s.items[j].word, "比较") {
			return true
		}
	}
	return false
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
