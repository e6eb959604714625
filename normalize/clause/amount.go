package clause

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

var one = decimal.NewFromInt(1)

// nearText is how many unknown characters may stand between a subject and its
// amount: particles that no list of words exhausts, never a clause of its own.
const nearText = 2

// amount attributes one amount, or keeps it as a policy mention.
func (s *state) amount(i int) {
	it := &s.items[i]
	d := &s.draft
	*d = Draft{Figure: amountOf(it.num), From: it.start, To: it.end}
	d.Hedge, d.Problem = s.hedgeOf(i), it.num.Problem
	d.Role = budget.RolePolicy
	how := s.attribute(i, d)
	d.Method = how
	if how == "" {
		d.Near = s.candidates()
		s.lostBook = s.lostBook || s.unknownAccount()
		s.out = append(s.out, *d)
		if s.pend.delta == 0 {
			s.cur = -1 // what follows may speak of this amount
		}
		s.list = nil
		opens := s.lead == len(s.out)-1 // its sentence: 其中 behind it is not of an older figure
		if (s.mode == plain || opens) && len(s.frames) == 0 {
			s.main = -1
		}
		s.leaveOpen()
		s.forget()
		return
	}
	if s.pend.ahead.Known && !d.Delta && !d.Growth.Known {
		d.Growth = s.pend.ahead
	}
	s.out = append(s.out, *d)
	s.settle(len(s.out)-1, how)
	s.forget()
}

// unknownAccount reports whether the amount just left unattributed is the revenue
// or expenditure of something that was not understood: a bare 支出 behind it is not
// that of the book before.
func (s *state) unknownAccount() bool {
	n := len(s.pend.subjects)
	if n == 0 || s.ctx.Policy || s.pend.textRunes > nearText {
		return false
	}
	m := &s.pend.subjects[n-1]
	return strings.HasSuffix(m.raw, "收入") || strings.HasSuffix(m.raw, "支出")
}

// forget clears what the amount has used up. A list goes on with its comma.
func (s *state) forget() {
	q := s.queue
	s.pend = pending{}
	s.queue = q
}

func (s *state) candidates() []string {
	var out []string
	for k := range s.pend.subjects {
		if sub := s.resolve(&s.pend.subjects[k], s.side); sub != nil {
			out = append(out, sub.Name)
		}
	}
	return out
}

// readings are the ways to read an amount, from the surest to the weakest. Each
// returns its name where it holds.
var readings = []func(s *state, i int, d *Draft) string{
	(*state).possessed,
	(*state).withinClass,
	(*state).oneWord,
	(*state).change,
	(*state).stockMove,
	(*state).reservePart,
	(*state).addedLabel,
	(*state).handedOn,
	(*state).byBook,
	(*state).byFund,
	(*state).ratedBase,
	(*state).directly,
	(*state).byYear,
	(*state).topical,
	(*state).carried,
	(*state).byScope,
	(*state).reserveUse,
	(*state).following,
	(*state).earmark,
	(*state).unknownLabel,
	(*state).partOfClass,
	(*state).listSum,
}

// attribute tries the readings and returns the name of the one that held.
func (s *state) attribute(i int, d *Draft) string {
	if s.ctx.Glossary || s.carry.Industry && dashed(strings.TrimSpace(s.par)) {
		return ""
	}
	p := &s.pend
	if len(s.queue) > 0 {
		return s.fromQueue(d)
	}
	if p.each && d.Amount.GreaterThan(mostForOne) {
		p.noBudget = false // 生均拨款3亿元: what all of them were given
	}
	if p.noBudget && p.clause > 0 && !s.refills(i) || s.perHead(i) || s.setAside(i) || p.several && len(p.years) == 0 && s.sentYear == 0 || s.overYears(i) {
		return ""
	}
	if n := len(p.subjects); n > 0 && s.singled(&p.subjects[n-1]) {
		return ""
	}
	for _, try := range readings {
		if how := try(s, i, d); how != "" {
			return how
		}
	}
	return ""
}

// perHead reports an amount for each person, household or piece of land: no figure of
// the accounts.
func (s *state) perHead(i int) bool {
	if s.items[i].num.Unit != "元" {
		return false
	}
	return phrase.Holds(s.said(s.clauseStart, s.items[i].start), eachWords...)
}

// setAside reports an amount that is only left out of a comparison: 剔除一次性非税收入
// X万元后，增长p.
func (s *state) setAside(i int) bool {
	if !strings.HasPrefix(s.par[s.items[i].end:], "后") && !strings.HasPrefix(s.par[s.items[i].end:], "因素") {
		return false
	}
	return phrase.Holds(s.said(s.clauseStart, s.items[i].start), "剔除", "扣除", "还原")
}

// yearsRE finds a stretch of years: 2019～2023年, 2019年至2023年.
var yearsRE = regexp.MustCompile(`20\d\d\s*年?\s*[-—－~～至到]+\s*20\d\d\s*年`)

// overYears reports a sum of several years (2019～2023年累计收入X万元): no figure of one.
func (s *state) overYears(i int) bool {
	said := s.said(s.sentStart, s.items[i].start)
	return strings.Contains(said, "累计") && yearsRE.MatchString(said)
}

// mostForOne is more than one person, household or pupil is given, in 万元.
var mostForOne = decimal.NewFromInt(100)

// eachWords say that an amount is for one of many.
var eachWords = []string{"人均", "户均", "亩均", "每人", "每户", "每月", "每亩", "每生", "生均", "每平方米"}

// fromQueue takes the next subject of a 分别为 list.
func (s *state) fromQueue(d *Draft) string {
	q := s.queue[0]
	s.queue = s.queue[1:]
	sub := s.resolve(q.m, s.side)
	if sub == nil || !s.allowed(sub) {
		return ""
	}
	if q.scope.word != "" {
		s.pend.scopes = []item{q.scope}
	}
	if q.year != 0 {
		s.pend.years = []int{q.year}
	}
	s.fill(d, sub, q.m.raw)
	s.list = append(s.list, len(s.out))
	return "分别"
}

// allowed keeps the chapters on policy work out: there only a book's own total
// is taken for a budget figure.
func (s *state) allowed(sub *lexicon.Subject) bool {
	if (s.ctx.Policy || s.ctx.Stage != budget.Budgeted) && s.hoped() {
		return false
	}
	if !s.ctx.Policy {
		return true
	}
	return sub.Role == budget.RoleTotal || sub.Role == budget.RoleGrandTotal || s.splitsTotal(sub)
}

// splitsTotal reports whether the list under way splits a total of this sentence of
// which the subject is a part: 收入X万元，其中税收收入Y万元.
func (s *state) splitsTotal(sub *lexicon.Subject) bool {
	return s.mode == parts && s.whole >= s.lead && s.out[s.whole].Role == budget.RoleTotal && sub.Side == s.out[s.whole].Side && sub.InBook(s.out[s.whole].Book)
}

// hoped reports whether the clause tells of an aim (力争全年完成…): no figure of the
// accounts.
func (s *state) hoped() bool {
	if !s.cues.aim {
		return false
	}
	clause := s.said(s.sentStart, s.items[s.at].start)
	return phrase.Holds(clause, aims...) || s.ctx.Policy && strings.Contains(clause, "争取")
}

// wantSide is the side that an ambiguous word takes: that of the figure being
// split, else that of the statement, else that of the last figure.
func (s *state) wantSide() budget.Side {
	switch {
	case s.pend.receiver:
		return budget.Expenditure
	case s.toUs():
		return budget.Revenue
	case s.mode == parts && s.whole >= 0 && s.out[s.whole].Side != budget.Balance:
		return s.out[s.whole].Side
	case s.side != "":
		return s.side
	case s.main >= 0 && s.out[s.main].Side != budget.Balance:
		return s.out[s.main].Side
	}
	return ""
}

// splitsAbove reads a part of the total of the paragraph above: 按级次分：县本级X万元，
// 高新区Y万元.
func (s *state) splitsAbove(d *Draft) string {
	w := s.carry.Total
	if w == nil || !s.loose || s.lead != 0 {
		return ""
	}
	s.copySubject(d, w)
	s.place(d)
	d.Year, d.Stage = w.Year, w.Stage
	d.Role, d.Parent = budget.RolePart, ""
	return "分口径"
}

// byScope reads a part that names only its scope: 其中区本级X万元,（区金库Y万元）.
func (s *state) byScope(i int, d *Draft) string {
	p := &s.pend
	if s.mode != parts || len(p.scopes) == 0 || s.ctx.Policy || p.textRunes > nearText && len(s.frames) == 0 {
		return ""
	}
	if s.whole < 0 {
		return s.splitsAbove(d)
	}
	s.copySubject(d, &s.out[s.whole])
	s.place(d)
	d.Year, d.Stage = s.out[s.whole].Year, s.out[s.whole].Stage
	d.Role, d.Parent = budget.RolePart, ""
	s.tie(d)
	return "分口径"
}
