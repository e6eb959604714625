package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// resolve picks the subject that a mention means here.
func (s *state) resolve(m *mention, want budget.Side) *lexicon.Subject {
	bk := s.listBook()
	if m.sub != nil {
		return m.sub
	}
	if m.bare {
		return s.resolveBare(m)
	}
	if s.otherBalance(m) || s.paidFrom(m) {
		return nil
	}
	if sub, ok := s.contextual(m); ok {
		return sub
	}
	if sub, ok := s.leading(m); ok {
		return sub
	}
	if bk != budget.Debt && s.main >= 0 && s.out[s.main].Book == budget.Debt {
		if sub, ok := s.r.lex.Choose(m.term, budget.Debt, budget.Balance); ok && sub.InBook(budget.Debt) && len(sub.Books) == 1 {
			return sub
		}
	}
	sub, ok := s.r.lex.Choose(m.term, bk, want)
	if !ok && want != "" {
		sub, ok = s.r.lex.Choose(m.term, bk, "")
	}
	if !ok {
		sub, ok = s.r.lex.Choose(m.term, "", want)
	}
	if !ok {
		return nil
	}
	if want == budget.Expenditure && sub.Side == budget.Revenue && !strings.HasSuffix(m.raw, "收入") {
		if out, ok := s.r.lex.Subject(m.raw, s.book, want); ok && out.Side == want && out.InBook(s.book) {
			sub = out // 债务转贷 among expenditure
		}
	}
	if s.book == budget.SocialInsurance && sub.Role == budget.RoleGrandTotal && (m.raw == "总收入" || m.raw == "总支出") {
		if own, ok := s.r.lex.Subject(lexicon.SideSuffix(sub.Side), s.book, sub.Side); ok {
			return own // 总收入X万元，总支出Y万元，本年收支结余Z万元
		}
	}
	if m.raw == "财政支出" && s.ctx.Book == budget.GeneralPublic && s.ctx.Side == budget.Expenditure {
		if own, ok := s.r.lex.Subject("支出", s.ctx.Book, s.ctx.Side); ok {
			return own // under 一般公共预算支出情况 it is that
		}
	}
	if sub.Name == "总财力" && (s.book == budget.GovernmentFunds || s.book == budget.StateCapital) {
		sub, ok = s.r.lex.Subject("收入总计", s.book, budget.Revenue)
		if !ok {
			return nil
		}
	}
	if sub.Code == interestOnSpecialDebt && !strings.HasPrefix(m.raw, sub.Name) {
		if class, ok := s.r.lex.Subject("债务付息支出", budget.GovernmentFunds, budget.Expenditure); ok {
			return class // 专项债务付息支出 in a sentence is all that the class holds
		}
	}
	if bonds := s.bondsLent(sub); bonds != nil {
		return bonds
	}
	if own := s.fundOfWhole(sub); own != nil {
		return own
	}
	if own := s.flowOfFund(sub, m); own != nil {
		return own
	}
	if sub.Side == budget.Balance && sub.InBook(budget.SocialInsurance) && s.book != "" && !sub.InBook(s.book) {
		name, sd := "收支结余", budget.Balance // 收支相抵结余 of another book
		if sub.Role == budget.RoleOpening {
			name, sd = "上年结转", budget.Revenue // 上年滚存结余
		}
		sub, ok = s.r.lex.Subject(name, s.book, sd)
		if !ok {
			return nil
		}
	}
	if sub.Name == "收支结余" && (s.mode == components && s.side == budget.Expenditure || s.besideComponent()) {
		if left, ok := s.r.lex.Subject("结转下年", s.book, budget.Expenditure); ok && left.InBook(s.book) {
			return left // 加上解支出X万元、当年结余Y万元，支出总计Z万元
		}
	}
	return s.lent(s.received(s.spentHere(s.fundFlow(s.broughtForward(sub, m, want), m, want), m)))
}

// bondsLent is the bonds that a chapter on debt calls by what they bring in: 新增债券转贷收入
// X万元，再融资债券转贷收入Y万元; nil elsewhere.
func (s *state) bondsLent(sub *lexicon.Subject) *lexicon.Subject {
	name, ok := strings.CutSuffix(sub.Name, "转贷收入")
	if !ok || s.ctx.Book != budget.Debt || sub.InBook(budget.Debt) {
		return nil
	}
	bonds, ok := s.r.lex.Subject(name, budget.Debt, budget.Revenue)
	if !ok || !bonds.InBook(budget.Debt) {
		return nil
	}
	return bonds
}

// besideComponent reports whether a 、 joins what follows to a component of expenditure.
func (s *state) besideComponent() bool {
	k := len(s.out) - 1
	return k >= s.lead && s.pend.paused && s.out[k].Role == budget.RoleComponent && s.out[k].Side == budget.Expenditure && !s.out[k].Delta
}

// broughtForward reads 结转 among what is added to a book's revenue: what the year
// before had left.
func (s *state) broughtForward(sub *lexicon.Subject, m *mention, want budget.Side) *lexicon.Subject {
	if s.mode != components || want != budget.Revenue || sub.Name != "结转下年" || phrase.Holds(m.raw, "下年", "年终", "年末", "支出") {
		return sub
	}
	if in, ok := s.r.lex.Subject("上年结转", s.book, budget.Revenue); ok && in.InBook(s.book) {
		return in
	}
	return sub
}

// moneyHeld are the ends of words for money held or lent: 库款余额 and 贷款余额 are no
// balance of debt.
var moneyHeld = []string{"款", "资金", "账户", "专户", "担保", "基金", "结余"}

// otherBalance reports whether unknown text runs into a bare 余额 and makes it the
// balance of something else.
func (s *state) otherBalance(m *mention) bool {
	if m.raw != "余额" && m.raw != "总余额" {
		return false
	}
	k := s.itemAt(m.start)
	return k > 0 && s.items[k-1].kind == text && s.items[k-1].end == m.start && phrase.Ends(s.items[k-1].word, moneyHeld...)
}

// paidFrom reports whether 项目支出 is that of money named right before it
// (专项债券项目支出), not the kind of expenditure in departmental budgets.
func (s *state) paidFrom(m *mention) bool {
	if m.raw != "项目支出" && m.raw != "基本支出" {
		return false
	}
	if s.book != "" && s.book != budget.GeneralPublic {
		return true // 专项债券安排项目支出 among the funds
	}
	k := s.itemAt(m.start)
	return k > 0 && s.items[k-1].end == m.start && (s.items[k-1].kind == subject || s.items[k-1].kind == text)
}

// lent turns bonds that are named among what is added to a book's revenue into the
// loan (债务转贷收入) that the book receives of them.
func (s *state) lent(sub *lexicon.Subject) *lexicon.Subject {
	if s.mode == parts && s.whole >= 0 && s.out[s.whole].Side == budget.Expenditure && s.out[s.whole].Book != budget.Debt &&
		sub.Side == budget.Revenue && sub.InBook(budget.Debt) {
		return nil // what bonds pay for
	}
	if s.mode != components && !s.amongComponents() || s.wantSide() != budget.Revenue || sub.Side != budget.Revenue || !sub.InBook(budget.Debt) || s.book == budget.Debt {
		return sub
	}
	for _, name := range []string{sub.Name + "转贷收入", "债务转贷收入"} {
		if loan, ok := s.r.lex.Subject(name, s.book, budget.Revenue); ok && loan.InBook(s.book) {
			return loan
		}
	}
	return sub
}

// spentHere reads 专项转移支付 among what pays for a government's own expenditure:
// transfers received, for those handed down are no part of it.
func (s *state) spentHere(sub *lexicon.Subject, m *mention) *lexicon.Subject {
	if s.mode != parts || s.whole < 0 || sub.Parent != "补助下级支出" || m.term == nil {
		return sub
	}
	if w := &s.out[s.whole]; w.Role != budget.RoleTotal || w.Side != budget.Expenditure {
		return sub
	}
	if got, ok := s.r.lex.Choose(m.term, s.book, budget.Revenue); ok && got.Side == budget.Revenue {
		return got
	}
	return sub
}

// listBook is the book of the list of functional classes under way, else that of
// the place.
func (s *state) listBook() budget.Book {
	if last := len(s.out) - 1; last >= s.lead && s.out[last].Role == budget.RoleFunction {
		return s.out[last].Book
	}
	switch {
	case s.book != "":
	case s.mode == parts && s.whole >= s.lead && s.whole >= 0:
		return s.out[s.whole].Book // 一般公共预算总收入X万元，其中：当年收入Y万元
	case s.mode == components && s.main >= s.lead && s.main >= 0:
		return s.out[s.main].Book // 财政收入X万元，加上债务转贷收入Y万元、上年结余Z万元
	}
	return s.book
}

// leading reads 国有资本经营收入 at the head of a sentence outside the chapter on
// another book as that book's total.
func (s *state) leading(m *mention) (*lexicon.Subject, bool) {
	if m.term == nil || s.ctx.Book != "" || s.mode == parts || !s.headOfSentence(s.itemAt(m.start)) {
		return nil, false
	}
	return s.r.lex.Total(m.term)
}

// fundFlow reads 预算稳定调节基金 in a list of revenue or expenditure: what was
// drawn from it, or put into it.
func (s *state) fundFlow(sub *lexicon.Subject, m *mention, want budget.Side) *lexicon.Subject {
	if s.mode == plain || phrase.Holds(m.raw, "余额", "结余", "累计", "规模") || !strings.HasPrefix(sub.Name, "预算稳定调节基金") || sub.Side != budget.Balance {
		return sub
	}
	word := ""
	switch want {
	case budget.Revenue:
		word = "动用预算稳定调节基金"
	case budget.Expenditure:
		word = "安排预算稳定调节基金"
	default:
		return sub
	}
	if flow, ok := s.r.lex.Subject(word, budget.GeneralPublic, want); ok {
		return flow
	}
	return sub
}

// flowOfFund reads 基金收入 and 基金支出 behind the name of the one fund that is told of: its
// own, not those of all social insurance funds.
func (s *state) flowOfFund(sub *lexicon.Subject, m *mention) *lexicon.Subject {
	if s.fund == "" || !sub.InBook(budget.SocialInsurance) || m.raw != "基金收入" && m.raw != "基金支出" {
		return nil
	}
	own, ok := s.r.lex.Subject(s.fund+lexicon.SideSuffix(sub.Side), budget.SocialInsurance, sub.Side)
	if !ok {
		return nil
	}
	return own
}

// resolveBare reads 收入 and 支出 alone: the fund's, or the book's own total.
func (s *state) resolveBare(m *mention) *lexicon.Subject {
	bk := s.listBook()
	if bk == "" || bk == budget.Debt || s.lostBook {
		return nil
	}
	if s.fund != "" {
		if sub, ok := s.r.lex.Subject(s.fund+strings.TrimPrefix(strings.TrimPrefix(m.raw, "当年"), "本年"), budget.SocialInsurance, ""); ok {
			return sub
		}
	}
	if m.raw == "支出" && s.function >= s.lead && s.function >= 0 && s.out[s.function].Role == budget.RoleFunction && s.at+1 < len(s.items) && s.items[s.at+1].kind == text {
		return nil // 社会保障和就业支出X万元；支出Y万元落实就业补助: of the class, not of the book
	}
	sub, ok := s.r.lex.Subject(m.raw, bk, "")
	if !ok {
		return nil
	}
	return sub
}

// interestOnSpecialDebt is 地方政府专项债务付息支出 in the classification.
const interestOnSpecialDebt = "23204"
