package clause

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// kindNames are the subjects that one word names among the parts of another.
var kindNames = map[string]map[string]string{
	"债务转贷收入":   {"新增": "新增债券转贷收入", "再融资": "再融资债券转贷收入", "置换": "置换债券转贷收入"},
	"新增债券":     {"一般": "新增一般债券", "专项": "新增专项债券"},
	"再融资债券":    {"一般": "再融资一般债券", "专项": "再融资专项债券"},
	"政府债务限额":   {"一般": "一般债务限额", "专项": "专项债务限额"},
	"政府债务余额":   {"一般": "一般债务余额", "专项": "专项债务余额"},
	"地方政府债券发行": {"新增": "新增债券", "再融资": "再融资债券", "置换": "置换债券"},
	"上级补助收入":   {"返还性": "返还性收入", "税收返还": "返还性收入", "一般性": "一般性转移支付收入", "专项": "专项转移支付收入"},
	"补助下级支出":   {"返还性": "返还性支出", "税收返还": "返还性支出", "一般性": "一般性转移支付", "专项": "专项转移支付"},
}

// splitUp is the figure that the list under way splits, nil where there is none or the
// chapter is one on policy.
func (s *state) splitUp() *Draft {
	if s.mode != parts || s.whole < 0 || s.ctx.Policy {
		return nil
	}
	return &s.out[s.whole]
}

// oneWord reads the kinds of a loan, an issue of bonds or a transfer by one word:
// 债务转贷收入X万元（新增Y万元、再融资Z万元）, 上级补助收入X万元（一般性Y万元、专项Z万元）.
func (s *state) oneWord(i int, d *Draft) string {
	w := s.splitUp()
	if w == nil || kindNames[w.Subject] == nil {
		return ""
	}
	word := s.listWords(i, false)
	sub, ok := s.r.lex.Subject(kindNames[w.Subject][word], w.Book, w.Side)
	if !ok || !sub.InBook(w.Book) {
		return ""
	}
	s.pend.delta = 0
	s.fill(d, sub, word)
	d.Role, d.Parent = budget.RolePart, w.Subject
	s.tie(d)
	return "种类"
}

// byFund reads the balance of all social insurance funds split by fund: 年末滚存结余X
// 万元，其中：城乡居民基本养老保险基金Y万元.
func (s *state) byFund(i int, d *Draft) string {
	w := s.splitUp()
	if w == nil || w.Book != budget.SocialInsurance || w.Side != budget.Balance {
		return ""
	}
	words := s.listWords(i, true)
	name := s.r.Fund(words)
	if name == "" || strings.HasSuffix(words, "收入") || strings.HasSuffix(words, "支出") {
		return ""
	}
	s.copySubject(d, w)
	d.Scope, d.Level, d.Year, d.Stage = w.Scope, w.Level, w.Year, w.Stage
	d.Role, d.Parent = budget.RolePart, name
	s.tie(d)
	return "分险种"
}

// byBook reads a component that is split by budget: 年末结转X万元，其中一般公共预算
// Y万元、政府性基金预算Z万元. The whole is then of no single budget.
func (s *state) byBook(i int, d *Draft) string {
	w := s.splitUp()
	if w == nil || w.Role != budget.RoleComponent && w.Parent != "上级补助收入" && w.Method != acrossMethod || w.Book == budget.Debt {
		return ""
	}
	book := s.bookNamed(i, d, w)
	if book == "" {
		return ""
	}
	s.copySubject(d, w)
	d.Book = book
	if w.Parent == "" {
		d.Role = budget.RoleComponent
	}
	d.Scope, d.Level, d.Year, d.Stage = w.Scope, w.Level, w.Year, w.Stage
	w.Method = acrossMethod
	return "分预算"
}

// acrossMethod marks a sum over several budgets.
const acrossMethod = "跨本合计"

// bookNamed is the budget that the words before item i name in a list that splits w: by
// its name, or by that of its own total, which can be no part of a component
// (上级补助收入X万元，其中一般公共预算收入Y万元).
func (s *state) bookNamed(i int, d, w *Draft) budget.Book {
	words := s.listWords(i, false)
	if t, ok := s.r.lex.Term(words); ok && t.Class == lexicon.ClassBook {
		return budget.Book(t.Value)
	}
	if n := len(s.pend.subjects); n == 1 && !s.pend.subjects[0].bare && d.Amount.LessThan(w.Amount) {
		if sub := s.resolve(&s.pend.subjects[0], w.Side); sub != nil && sub.Role == budget.RoleTotal && sub.Side == w.Side && len(sub.Books) == 1 {
			return sub.Books[0]
		}
	}
	return ""
}

// dropAcross leaves sums over several budgets unattributed: no book holds them.
func (s *state) dropAcross() {
	for k := range s.out {
		w := &s.out[k]
		if w.Method != acrossMethod {
			continue
		}
		bare := Draft{From: w.From, To: w.To, Problem: w.Problem, Near: []string{w.Subject}}
		bare.Amount, bare.Step, bare.Raw, bare.Unit, bare.Kind, bare.Hedge = w.Amount, w.Step, w.Raw, w.Unit, w.Kind, w.Hedge
		bare.Role = budget.RolePolicy
		*w = bare
	}
}

// leftOver turns a year's balance from which 结转下年 is subtracted into that: what is
// carried over is only a part of it.
func (s *state) leftOver() {
	sub, ok := s.r.lex.Subject("收支结余", s.out[s.cur].Book, budget.Balance)
	if !ok {
		return
	}
	f := &s.out[s.cur]
	f.Subject, f.Code, f.Side, f.Role, f.Parent = sub.Name, sub.Code, sub.Side, sub.Role, ""
}

// carriedOver reads 年终结余X，其中：结转下年Y，净结余Z: what is carried over is the
// part, the whole is the balance of the year.
func (s *state) carriedOver() {
	for k := s.whole + 1; k < len(s.out); k++ {
		if f := &s.out[k]; f.Whole == s.whole+1 && f.Subject == "结转下年" {
			f.Role, f.Parent, f.Basis, f.Whole, f.Group, f.Split = budget.RoleComponent, "", "", 0, 0, budget.NoSplit
		}
	}
	keep := s.cur
	s.cur = s.whole
	s.leftOver()
	s.cur = keep
}

// listSum reads the sum of what was just added: 加上级补助X万元、上年结转Y万元等Z万元.
// Only the arithmetic tells it from one more member of the list.
func (s *state) listSum(_ int, d *Draft) string {
	p := &s.pend
	if how := s.listTotal(d); how != "" {
		return how
	}
	if s.mode != components || !p.etc || len(p.subjects) > 0 || p.textRunes > 0 || s.side == "" || s.ctx.Policy {
		return ""
	}
	sum, n := decimal.Zero, int64(0)
	for k := s.lead; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Side == s.side && f.Book == s.book && f.Whole == 0 && f.Role != budget.RoleTotal && !f.Delta {
			sum, n = sum.Add(f.Amount), n+1
		}
	}
	if n < 2 || sum.Sub(d.Amount).Abs().GreaterThan(d.Step.Mul(decimal.NewFromInt(n+1)).Div(decimal.NewFromInt(2))) {
		return ""
	}
	word := "转移性收入"
	if s.side == budget.Expenditure {
		word = "转移性支出"
	}
	sub, ok := s.r.lex.Subject(word, s.book, s.side)
	if !ok {
		return ""
	}
	s.fill(d, sub, "")
	return "列举合计"
}

// listTotal reads 收入方：收入X万元，上级补助Y万元，合计Z万元: the bare 合计 of an own
// total and components, which the arithmetic makes the grand total.
func (s *state) listTotal(d *Draft) string {
	p := &s.pend
	if len(p.subjects) > 0 || p.textRunes > 0 || p.delta != 0 || s.ctx.Policy || s.side == "" || s.at == 0 || !sumWord(&s.items[s.at-1]) {
		return ""
	}
	sum, n := decimal.Zero, int64(0)
	own := -1
	for k := s.lead; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Side != s.side || f.Book != s.book || f.Whole != 0 || f.Delta || f.Role == budget.RoleEarmark {
			continue
		}
		if f.Role == budget.RoleTotal {
			own = k
		}
		sum, n = sum.Add(f.Amount), n+1
	}
	if own < 0 || n < 2 || sum.Sub(d.Amount).Abs().GreaterThan(d.Step.Mul(decimal.NewFromInt(n+1)).Div(decimal.NewFromInt(2))) {
		return ""
	}
	s.copySubject(d, &s.out[own])
	s.place(d)
	d.Scope, d.Level, d.Year, d.Stage = s.out[own].Scope, s.out[own].Level, s.out[own].Year, s.out[own].Stage
	d.SubjectRaw = s.items[s.at-1].word
	s.asGrandTotal(d)
	return "列举合计"
}

// sumWord reports whether an item is a bare word for a sum.
func sumWord(it *item) bool {
	switch it.word {
	case "合计", "总计", "共计", "合计为", "总计为":
		return true
	}
	return false
}
