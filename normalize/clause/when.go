package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/outline"
)

func (s *state) yearWord(i int) {
	it := &s.items[i]
	p := &s.pend
	if !s.plausible(it.year) && !s.ofAmount(i) {
		return
	}
	if p.against || s.comparedWith(i) {
		p.against, p.baseYear = true, it.year
		return
	}
	if s.ground(i) {
		return
	}
	p.years = append(p.years, it.year)
	if s.lead == len(s.out) && i > 0 && s.items[i-1].kind == colon {
		s.sentYear = it.year // 地方政府债务：2019年末…
	}
	if len(s.frames) > 0 {
		return
	}
	if !s.headOfSentence(i) && !s.setFor(i) {
		if s.turnsTo(i) || s.introduced(i) {
			s.sentYear = it.year
		}
		return
	}
	s.sentYear = it.year
	if s.pastStock(i) {
		return
	}
	if i == 0 || s.year == 0 || s.sentStart > 0 {
		s.year = it.year
	}
}

// ground reports whether a year stands in the clause that says what an adjustment rests
// on: 根据2022年财政结算情况，拟将上级补助收入由X万元调整为Y万元.
func (s *state) ground(i int) bool {
	if !s.ctx.Adjustment || s.lead != len(s.out) || s.items[i].year >= s.ctx.Year {
		return false
	}
	if !phrase.Begins(strings.TrimSpace(s.said(s.clauseStart, s.items[i].start)), "根据", "按照", "依据") {
		return false
	}
	for j := i + 1; j < len(s.items); j++ {
		switch s.items[j].kind {
		case comma:
			return true
		case amount, stop, semicolon:
			return false
		}
	}
	return false
}

// introduced reports whether the first clause with figures of a sentence begins with a
// year, behind one that only says who tells of it: 报告提出，2024年全县收入安排X万元.
func (s *state) introduced(i int) bool {
	if s.mode != plain && s.whole >= 0 || s.lead != len(s.out) || i == 0 || s.items[i-1].kind != comma || i+1 >= len(s.items) || s.sentYear != 0 {
		return false
	}
	next := &s.items[i+1]
	return next.start == s.items[i].end && (next.kind == scope || next.kind == subject)
}

// turnsTo reports whether a clause in the midst of a sentence begins with a year and
// names a subject of its own behind it: what follows is of that year. 2023年末余额X，
// 2024年新增债券Y，再融资债券Z.
func (s *state) turnsTo(i int) bool {
	if s.mode != plain || i == 0 || s.items[i-1].kind != comma && s.items[i-1].kind != semicolon || i+1 >= len(s.items) {
		return false
	}
	if s.stock && s.items[i].year > s.sentYear {
		return s.sentYear != 0 // 2023年末余额X万元，2024年全部动用；年终补充Y万元
	}
	next := s.pastVerb(i + 1)
	return next < len(s.items) && s.items[next].kind == subject && (next > i+1 || s.items[next].start == s.items[i].end) && s.sentYear != 0
}

// pastVerb is the item behind a verb at item i with a remark in brackets: 发行（转贷）|政府债券.
func (s *state) pastVerb(i int) int {
	if i+1 >= len(s.items) || s.items[i].kind != filler && s.items[i].kind != spend || s.items[i+1].kind != open {
		return i
	}
	for j := i + 2; j < len(s.items); j++ {
		switch s.items[j].kind {
		case shut:
			return j + 1
		case amount, percent, stop, comma, open:
			return i
		}
	}
	return i
}

// pastStock reports whether the year of item i dates only a balance of an earlier year
// (2023年末余额): the paragraph goes on with the year of its chapter.
func (s *state) pastStock(i int) bool {
	return i+1 < len(s.items) && s.items[i+1].kind == closing && s.items[i].year < s.ctx.Year
}

// ofAmount reports whether a year belongs to the amount right behind it: 从2015年的X万元
// 上升到2020年的Y万元.
func (s *state) ofAmount(i int) bool {
	if i+1 < len(s.items) && s.items[i+1].word == "的" {
		i++
	}
	year := s.items[i].year
	if year == 0 {
		year = s.items[i-1].year
	}
	return i+1 < len(s.items) && s.items[i+1].kind == amount && year >= 2000 && (s.meta.Year == 0 || year <= s.meta.Year)
}

// setFor reports whether a sentence begins with who set something for the year: 省核定
// 2023年全市政府债务限额.
func (s *state) setFor(i int) bool {
	if s.sentYear != 0 || s.lead != len(s.out) {
		return false
	}
	said := strings.TrimSpace(s.said(s.sentStart, s.items[i].start))
	return phrase.Ends(said, "核定", "下达", "批准", "核准", "确定")
}

// plausible bounds the fiscal years that a report gives figures of.
func (s *state) plausible(y int) bool {
	if s.meta.Year == 0 {
		return y >= 2000 && y <= 2100
	}
	last := s.meta.Year + 1
	return y >= s.meta.Year-3 && y <= last
}

func (s *state) when() (int, budget.Stage) {
	p := &s.pend
	if s.planned() {
		return s.meta.Next, budget.Budgeted
	}
	year := s.ctx.Year
	explicit := false
	for _, y := range []int{s.year, s.sentYear} {
		if y != 0 {
			year, explicit = y, true
		}
	}
	if n := len(p.years); n > 0 {
		year, explicit = p.years[n-1], true
	}
	st := s.ctx.Stage
	if explicit {
		st = s.stageFor(year)
	}
	if p.yearWord {
		year--
		st = s.stageFor(year)
		if st == budget.Budgeted {
			st = s.meta.ReportStage()
		}
	}
	switch {
	case (p.stage == "" || p.stage == budget.Budgeted) && s.approvedRevision():
		st = budget.Adjusted
	case p.stage != "":
		st = s.stated(year)
	case p.to && (s.ctx.Adjustment || p.deltaPlan):
		st = budget.Adjusted
	case p.from && s.revisedBefore():
		st = budget.Adjusted
	case p.from && (s.ctx.Adjustment || s.revisedNext()), s.approved(), s.budgetBehind():
		st = budget.Budgeted
	}
	return year, st
}

// planned reports a verb of plans (计划安排, 拟安排, 预期) in a chapter on execution
// that gave way to the next year without a heading.
func (s *state) planned() bool {
	if s.meta.Next == 0 || s.meta.Kind != budget.KindBudget || s.ctx.Stage != budget.Execution || s.pend.stage != "" || len(s.pend.years) > 0 {
		return false
	}
	clause := s.said(s.clauseStart, s.items[s.at].start)
	if s.carry.Year == s.meta.Next && s.year == 0 && strings.Contains(clause, "安排") {
		return true // the paragraph before was of the next year: 市级收入安排X万元
	}
	return strings.Contains(clause, "计划安排") || strings.Contains(clause, "计划组织") || strings.Contains(clause, "拟安排")
}

// stated is the stage that a word names, seen from the report: the budget of the
// year reported on, in final accounts the accounts where 执行 is said of them.
func (s *state) stated(year int) budget.Stage {
	st := s.pend.stage
	if s.pend.against {
		return st // 决算数比执行数X万元增加Y万元: two steps of one year
	}
	if st == budget.Execution && s.meta.Kind == budget.KindFinalAccounts && year == s.meta.Year {
		if strings.HasSuffix(s.said(s.clauseStart, s.items[s.at].start), "报告的"+s.pend.stageWord) {
			return st // 与向人代会报告的执行数X万元相比
		}
		return budget.Final
	}
	return st
}

// stageFor is the stage of a year that the text names outright.
func (s *state) stageFor(year int) budget.Stage {
	switch {
	case s.ctx.Year == year:
		return s.ctx.Stage
	case s.meta.Next != 0 && year == s.meta.Next:
		return budget.Budgeted
	case year == s.meta.Year:
		return s.meta.ReportStage()
	case s.meta.Kind == budget.KindFinalAccounts:
		return budget.Final
	}
	return budget.Execution
}

// budgetBehind reports whether the words behind an amount, or behind one before it in the
// sentence, call it the budget: 围绕收入X万元（税收Y万元）的年初预算，保障教育支出Z万元.
func (s *state) budgetBehind() bool {
	if !s.cues.ofBudget {
		return false
	}
	said := s.said(s.sentStart, s.items[s.at].start)
	if _, behind, ok := strings.Cut(said, "元的年初预算"); ok && !phrase.Holds(behind, doneWords...) {
		return true
	}
	after := s.par[s.items[s.at].end:]
	if strings.HasPrefix(after, "（") {
		if i := strings.Index(after, "）"); i > 0 {
			after = after[i+len("）"):]
		}
	}
	return strings.HasPrefix(after, "的年初预算") && !strings.HasPrefix(after, "的年初预算的")
}

// aimed reports whether the words behind an amount call it a target: X万元的预期目标.
func aimed(after string) bool {
	after = strings.TrimPrefix(after, "的")
	return phrase.Begins(after, "预期目标", "目标", "年度目标", "全年目标", "收入目标", "预算目标", "年度任务", "目标任务")
}

// partial reports whether the place or the sentence speaks of a part of the year
// in a report on whole years.
func (s *state) partial(d *Draft) bool {
	if s.meta.Kind == budget.KindHalfYear {
		return false
	}
	if s.ctx.Partial {
		return true
	}
	if !s.cues.part {
		return false
	}
	said := s.said(s.sentStart, d.From)
	return outline.PartYear(said) || d.Side != budget.Balance && outline.UntilMonth(said)
}
