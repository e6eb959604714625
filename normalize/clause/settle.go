package clause

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// settle updates the walk after a figure was attributed.
func (s *state) settle(k int, how string) {
	f := &s.out[k]
	s.carriesOver(f)
	s.number(f)
	s.scopeFromTotal(k)
	if f.Role != budget.RoleEarmark {
		s.keepScope() // 村级 in what an earmark is for is no scope
	}
	if f.Delta {
		return
	}
	if f.Role == budget.RoleEarmark {
		s.cur = k
		return
	}
	if how == baseMethod {
		return
	}
	if how == rateMethod {
		s.backTo(f)
		return
	}
	if how == "承前" && s.cur >= 0 && f.Year < s.out[s.cur].Year {
		return
	}
	if how == "承前" {
		if !s.pend.to && f.Stage != s.ctx.Stage {
			return
		}
	}
	s.cur = k
	if how == "预备费使用" {
		return
	}
	s.main = k
	switch {
	case f.Role == budget.RoleFunction, f.Book == budget.Debt && f.Side == budget.Revenue, ofFundUse(f):
		s.function = k
	case f.Role == budget.RoleTotal, f.Role == budget.RoleGrandTotal:
		s.function = -1
	}
	if f.Book == budget.SocialInsurance {
		s.noteFund(f)
	}
	if strings.HasPrefix(f.Subject, "预算稳定调节基金") {
		s.stock = true
	}
}

// ofFundUse reports expenditure from one fund revenue (国有土地使用权出让收入安排的
// 支出), whose projects a sentence may list.
func ofFundUse(f *Draft) bool {
	return f.Book == budget.GovernmentFunds && f.Side == budget.Expenditure && f.Role == budget.RolePart
}

// scopeFromTotal gives the figures of a sum the scope that only its grand total names:
// 上级补助收入X万元，上年结转Y万元，县本级收入总计Z万元.
func (s *state) scopeFromTotal(k int) {
	f := &s.out[k]
	if f.Role != budget.RoleGrandTotal || len(s.pend.scopes) == 0 || s.scope.word != "" || s.ctx.Scope != "" || len(s.frames) > 0 || f.Level == budget.Part {
		return
	}
	for j := s.lead; j < k; j++ {
		g := &s.out[j]
		if g.Side == f.Side && g.Book == f.Book && g.Year == f.Year && g.Stage == f.Stage && g.Level == budget.Consolidated {
			g.Scope, g.Level = f.Scope, f.Level
		}
	}
}

// ofFund makes a subject of all funds (保险费收入) that of one.
func ofFund(sub *lexicon.Subject, fund string) *lexicon.Subject {
	own := *sub
	own.Parent = fund
	return &own
}

// noteFund remembers the social insurance fund that 收入, 支出 and 结余 belong to.
func (s *state) noteFund(f *Draft) {
	if f.Subject == "社会保险基金预算收入" || f.Subject == "社会保险基金预算支出" {
		s.fund = ""
		return
	}
	for _, end := range []string{"收入", "支出"} {
		if name, ok := strings.CutSuffix(f.Subject, end); ok && strings.HasSuffix(name, "基金") {
			s.fund = name
			return
		}
	}
	if f.Side == budget.Balance && s.fund != "" && !s.listedFund() {
		f.Parent, f.Role = s.fund, budget.RolePart
	}
}

// isFund reports whether a subject is the revenue or expenditure of one fund.
func isFund(subject string) bool {
	name := strings.TrimSuffix(strings.TrimSuffix(subject, "收入"), "支出")
	return strings.HasSuffix(name, "基金")
}

// endFunds forgets a fund that only a list named, with the list.
func (s *state) endFunds() {
	if s.fund != "" && s.listedFund() {
		s.fund = s.carry.Fund
	}
}

// listedFund reports whether the last fund was only named in a list that splits the
// revenue or expenditure of all funds: what comes behind the list is of all.
func (s *state) listedFund() bool {
	listed, other := false, false
	for k := s.lead; k < len(s.out); k++ {
		f := &s.out[k]
		if !strings.HasPrefix(f.Subject, s.fund) {
			continue
		}
		if f.Whole > 0 && s.out[f.Whole-1].Role == budget.RoleTotal {
			listed = true
		} else {
			other = true
		}
	}
	return listed && !other
}

// number puts a figure into the statement of its identity.
func (s *state) number(f *Draft) {
	key := statementKey{f.Book, f.Level, f.Scope, f.Year, f.Stage, f.Side}
	if s.ctx.Adjustment && f.Stage == budget.Budgeted {
		key.stage = budget.Adjusted // 甲由X调整为Y，乙由Z调整为W，丙V不变: one identity at two stages
	}
	identity := f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal || f.Role == budget.RoleComponent || f.Role == budget.RoleLump || f.Role == budget.RoleSubtotal
	if n, ok := s.closesEarlier(f, key); ok {
		f.Statement = n
		return
	}
	switch {
	case s.statement == s.carry.Statement, identity && f.Method != "承前" && f.Method != baseMethod && key != s.stKey, identity && s.closed():
		s.statement++
		s.stKey = key
	}
	f.Statement = s.statement
}

// closesEarlier finds the statement of this paragraph that a grand total closes though
// others stand between: 收入X，补助Y。支出Z，上解W。收入合计V，支出合计U.
func (s *state) closesEarlier(f *Draft, key statementKey) (int, bool) {
	if f.Role != budget.RoleGrandTotal || f.Delta || key == s.stKey {
		return 0, false
	}
	sum, n, statement := decimal.Zero, 0, 0
	for k := range s.out {
		g := &s.out[k]
		if (statementKey{g.Book, g.Level, g.Scope, g.Year, g.Stage, g.Side}) != key || g.Delta || g.Whole != 0 || g == f {
			continue
		}
		switch g.Role {
		case budget.RoleTotal, budget.RoleComponent, budget.RoleSubtotal, budget.RoleLump:
			sum, n, statement = sum.Add(g.Amount), n+1, g.Statement
		case budget.RoleGrandTotal:
			return 0, false
		}
	}
	return statement, n > 1 && sum.Sub(f.Amount).Abs().LessThanOrEqual(f.Step)
}

// closed reports whether the present statement already ended in its grand total.
// A grand total that stands first is split by what follows it.
func (s *state) closed() bool {
	total := false
	for k := len(s.out) - 2; k >= 0 && s.out[k].Statement == s.statement; k-- {
		switch s.out[k].Role {
		case budget.RoleGrandTotal:
			total = true
		case budget.RoleTotal, budget.RoleComponent, budget.RoleLump:
			if total {
				return true
			}
		}
	}
	return false
}
