package clause

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// amongWord opens a list of parts of the last main figure.
func (s *state) amongWord(it *item) {
	if s.lead == len(s.out) && len(s.frames) == 0 {
		s.keepScope() // 市本级收入分项目完成情况：
	}
	s.pend = pending{}
	if s.mode != plain && len(s.frames) == 0 && s.outer == nil && it.start > s.sentStart {
		s.outer = &enclosing{s.mode, s.whole, s.group}
	}
	s.loose = !strings.HasPrefix(it.word, "其中")
	s.including = strings.Contains(it.word, "含")
	s.mode = parts
	s.group++
	s.whole = s.main
	if !strings.HasPrefix(it.word, "其中") {
		s.whole = s.lastWhole()
	}
	if n := len(s.frames); n > 0 && s.frames[n-1].anchor >= 0 {
		s.whole = s.frames[n-1].anchor
		s.frames[n-1].among = strings.HasPrefix(it.word, "其中") || s.including
	}
	last := len(s.out) - 1
	s.ofUnknown = s.whole < 0 && last >= s.lead && s.out[last].Subject == ""
}

// endFull ends the list of parts that already sums to its whole: what stands behind
// the semicolon is no further part.
func (s *state) endFull() {
	if s.mode != parts || s.whole < 0 || len(s.frames) > 0 || s.outer != nil {
		return
	}
	w := &s.out[s.whole]
	stock := w.Book == budget.Debt && w.Side == budget.Balance
	if w.Role != budget.RoleComponent && w.Role != budget.RoleSubtotal && !stock {
		return
	}
	sum, n := decimal.Zero, int64(0)
	for k := s.whole + 1; k < len(s.out); k++ {
		if f := &s.out[k]; f.Whole == s.whole+1 && f.Group == s.group && !f.Delta {
			sum, n = sum.Add(f.Amount), n+1
		}
	}
	if n >= 2 && sum.Sub(w.Amount).Abs().LessThanOrEqual(w.Step.Mul(decimal.NewFromInt(n+1)).Div(decimal.NewFromInt(2))) {
		if stock {
			s.group++ // 一般债务X，专项债务Y；政府债券Z，其他W: split once more
			return
		}
		s.mode, s.whole = plain, -1
	}
}

// lastWhole is the last figure of the paragraph that is no part of another:
// what 分级次看 and 从部门看 split again.
func (s *state) lastWhole() int {
	for k := len(s.out) - 1; k >= 0; k-- {
		f := &s.out[k]
		if f.Method == rateMethod {
			return s.outturnBefore(f, k)
		}
		if f.Subject == "" || f.Delta || f.Whole != 0 || f.Method == "承前" || f.Method == baseMethod || f.Role == budget.RoleEarmark || f.Role == budget.RoleFunction {
			continue
		}
		return s.outturnOf(k)
	}
	return -1
}

// outturnOf is the last figure of the same subject behind a budgeted one: 年初预算X，
// 调整为Y，完成Z，分项目看…: Z is split.
func (s *state) outturnOf(k int) int {
	w := &s.out[k]
	if w.Stage != budget.Budgeted && w.Stage != budget.Adjusted || w.Stage == s.ctx.Stage {
		return k
	}
	for j := len(s.out) - 1; j > k; j-- {
		f := &s.out[j]
		if f.Method == "承前" && f.Subject == w.Subject && f.Level == w.Level && f.Year == w.Year && !f.Delta && f.Stage == s.meta.ReportStage() {
			return j
		}
	}
	return k
}

// divide prepares 甲、乙分别为X、Y: the subjects (or scopes) wait in order.
func (s *state) divide(i int) {
	p := &s.pend
	if s.queueRates(i) {
		s.rateSign = 0
		switch {
		case strings.Contains(s.items[i].word, "增长"):
			s.rateSign = 1
		case strings.Contains(s.items[i].word, "下降"):
			s.rateSign = -1
		}
		return
	}
	if p.growth != 0 || p.against {
		return
	}
	if len(p.subjects) == 0 && len(p.scopes) == 0 && s.cur >= s.lead && s.listsPlaces(i) {
		s.amongWord(&s.items[i]) // 对乡镇转移支付X万元，分别为：甲镇Y、乙镇Z
		return
	}
	s.list = nil
	n := s.amountsAhead(i)
	switch {
	case s.threeYears(i, n), s.sameOfYear(n):
	case len(p.subjects) >= 2 && len(p.subjects) == n:
		s.queue = s.queue[:0]
		for k := range p.subjects {
			s.queue = append(s.queue, queued{m: &p.subjects[k]})
		}
	case len(p.scopes) >= 2 && len(p.scopes) == n && len(p.subjects) == 1:
		s.queue = s.queue[:0]
		for k := range p.scopes {
			s.queue = append(s.queue, queued{m: &p.subjects[0], scope: p.scopes[k]})
		}
	case len(p.years) >= 2 && len(p.years) == n && len(p.subjects) == 1:
		s.queue = s.queue[:0]
		for k := range p.years {
			s.queue = append(s.queue, queued{m: &p.subjects[0], year: p.years[k]})
		}
	}
	s.rateQueue = nil
}

// queueRates makes the figures of the list before 分别 wait for their rates: those of
// a 分别为 list, else as many of the sentence as there are rates.
func (s *state) queueRates(i int) bool {
	if len(s.pend.subjects) > 0 {
		return false
	}
	s.rateOf = ""
	if len(s.list) > 0 {
		s.rateQueue = append(s.rateQueue[:0], s.list...)
		return true
	}
	n := s.percentsAhead(i)
	at := len(s.out) - n
	if n < 2 || at < s.lead {
		return false
	}
	s.rateQueue = s.rateQueue[:0]
	for k := at; k < len(s.out); k++ {
		if f := &s.out[k]; f.Subject == "" || f.Delta || f.Whole != s.out[at].Whole {
			s.rateQueue = s.rateQueue[:0]
			return false
		}
		s.rateQueue = append(s.rateQueue, k)
	}
	return true
}

// percentsAhead counts the rates of the list that follows item i.
func (s *state) percentsAhead(i int) int {
	n := 0
	for _, it := range s.items[i+1:] {
		switch it.kind {
		case percent, same:
			n++
		case pause, filler, up, down, rise, fall, against, ofBudget, stage, relYear:
		case comma:
			if n > 0 {
				return n
			}
		case text:
			if it.runes > nearText {
				return n
			}
		default:
			return n
		}
	}
	return n
}

// listsPlaces reports whether what follows item i is a list by place.
func (s *state) listsPlaces(i int) bool {
	for j := i + 1; j < len(s.items) && j <= i+2; j++ {
		switch it := &s.items[j]; it.kind {
		case colon:
			continue
		case text:
			return placeName(it)
		default:
			return false
		}
	}
	return false
}

// amountsAhead counts the amounts of the list that follows: numbers parted only
// by pauses, commas and filler.
func (s *state) amountsAhead(i int) int {
	n := 0
	for _, it := range s.items[i+1:] {
		switch it.kind {
		case amount:
			n++
		case pause, comma, filler, hedge, stage:
		case text:
			if it.runes > 1 {
				return n
			}
		default:
			return n
		}
	}
	return n
}
