package clause

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// Some bureaus call the grand total 收入合计, 一般公共预算总收入 or plainly
// 一般公共预算收入. What it is made of decides, not its name.

// closesSum reports whether an own total is named a second time at the end of a
// sum with transfers: 收入X，加上转移性收入Y，收入合计Z.
func (s *state) closesSum(d *Draft, sub *lexicon.Subject) bool {
	if sub.Role != budget.RoleTotal || s.pend.delta != 0 {
		return false
	}
	if s.mode != components && !strings.Contains(d.SubjectRaw, "合计") {
		return false
	}
	added := s.addedUnsaid()
	for k := len(s.out) - 1; k >= 0; k-- {
		f := &s.out[k]
		if f.Side != d.Side || f.Book != d.Book || f.Delta || f.Method == baseMethod {
			continue
		}
		switch f.Role {
		case budget.RoleComponent, budget.RoleSubtotal, budget.RoleLump:
			added = true
		case budget.RoleGrandTotal:
			return false
		case budget.RoleTotal:
			return added && f.Year == d.Year && f.Stage == d.Stage && f.Level == d.Level && f.Amount.LessThan(d.Amount)
		}
	}
	listed := s.mode == components || s.mode == parts && s.whole >= 0 && s.out[s.whole].Role == budget.RoleSubtotal // 转移性支出X，其中…，支出合计Y
	return added && listed && strings.Contains(d.SubjectRaw, "合计")                                                  // 收入决算数加上上级补助X万元…，收入合计Y万元
}

// addedUnsaid reports whether what was added to an own total was named without amounts:
// 加上上级补助、调入资金等，收入合计X万元.
func (s *state) addedUnsaid() bool {
	n := len(s.pend.subjects)
	if n < 2 {
		return false
	}
	first, last := s.pend.subjects[0].start, s.pend.subjects[n-1].start
	return strings.ContainsAny(s.said(first, last), "，,") && strings.Contains(s.said(s.sentStart, first), "加")
}

// asGrandTotal makes a figure the grand total of its side.
func (s *state) asGrandTotal(d *Draft) {
	name := "收入总计"
	if d.Side == budget.Expenditure {
		name = "支出总计"
	}
	d.Subject, d.Code, d.Parent, d.Basis, d.Role = name, "", "", "", budget.RoleGrandTotal
}

// wholeIsGrand reports whether a part shows that its whole is a grand total: own
// revenue has no transfers among its parts.
func (s *state) wholeIsGrand(d *Draft, sub *lexicon.Subject, w *Draft) bool {
	if d.Amount.GreaterThan(w.Amount) || s.taxed() {
		return false
	}
	if sub.Side != w.Side || sub.Name == "税收收入" || sub.Name == "非税收入" {
		return false
	}
	if w.Role != budget.RoleTotal && !gross(w.Subject) || withShares(w.Subject) && sub.Role != budget.RoleComponent {
		return false
	}
	return sub.Role == budget.RoleSubtotal || sub.Role == budget.RoleComponent && (w.Side == budget.Revenue || s.ownPart())
}

// ownPart reports whether the whole was split into own expenditure and more:
// 一般公共预算支出X，其中：本级支出Y，上解支出Z.
func (s *state) ownPart() bool {
	for k := s.whole + 1; k < len(s.out); k++ {
		f, w := &s.out[k], &s.out[s.whole]
		if f.Whole == s.whole+1 && f.Subject == w.Subject && f.Level == w.Level {
			return true
		}
	}
	return false
}

// wholeList is how many figures, the own total and transfers, behind a 收入合计 make it
// the grand total even where they don't add up to it.
const wholeList = 5

// settleGrand decides by arithmetic: an own total, or 一般公共预算总收入, that own
// revenue and transfers add up to is the grand total. from is the first figure to
// look at.
func (s *state) settleGrand(from int) {
	s.equalSums(from)
	for k := from; k < len(s.out); k++ {
		w := &s.out[k]
		wide := gross(w.Subject) || w.Subject == "总财力" || w.Subject == "财政总支出"
		named := summed(w) // 支出合计X，即一般公共预算支出Y、上解支出Z…
		if w.Role != budget.RoleTotal && !wide || w.Side != budget.Revenue && w.Subject != "财政总支出" && !named || w.Delta || w.Whole != 0 {
			continue
		}
		sum, n, transfers, own := w.Amount.Sub(w.Amount), 0, false, false
		for j := k + 1; j < len(s.out); j++ {
			f := &s.out[j]
			if f.Delta || f.Side != w.Side || f.Book != w.Book || f.Year != w.Year || f.Stage != w.Stage || f.Level != w.Level {
				continue
			}
			switch {
			case !wide && (f.Subject == "税收收入" || f.Subject == "非税收入"):
			case wide && (f.Subject == "一般公共预算收入" || f.Subject == "一般公共预算支出"):
			case named && f.Subject == w.Subject && f.Role == budget.RoleTotal && f.Amount.LessThan(w.Amount):
				own = true
			case wide && f.Whole == k+1 && s.added(f):
				transfers = true
			case f.Role == budget.RoleComponent && f.Subject != "税收收入" && f.Subject != "非税收入", f.Parent == "调入资金" && f.Whole == 0:
				transfers = true
			default:
				continue
			}
			sum, n = sum.Add(f.Amount), n+1
		}
		closes := sum.Sub(w.Amount).Abs().LessThan(w.Step.Mul(decimal.NewFromInt(int64(n + 1))))
		if transfers && n >= 2 && !s.summedUp(k) && (closes || own && n >= wholeList) {
			s.regrand(k)
		}
	}
}

// added reports whether a part of a wide total is what is added to own revenue: a
// component of the balance, or a kind of what came from above.
func (s *state) added(f *Draft) bool {
	if f.Parent == "上级补助收入" {
		return true
	}
	sub, ok := s.r.lex.Subject(f.Subject, f.Book, f.Side)
	return ok && sub.Role == budget.RoleComponent && sub.Name != "税收收入" && sub.Name != "非税收入"
}

// summedUp reports whether a grand total closes the sum that a figure begins.
func (s *state) summedUp(k int) bool {
	w := &s.out[k]
	for j := k + 1; j < len(s.out); j++ {
		if f := &s.out[j]; f.Role == budget.RoleGrandTotal && f.Side == w.Side && f.Book == w.Book && f.Year == w.Year && f.Stage == w.Stage && f.Level == w.Level {
			return f.Amount.GreaterThan(w.Amount)
		}
	}
	return false
}

// equalSums makes 收入合计X，支出合计X of one scope the grand totals of their sides:
// own revenue and own expenditure are not the same to the last digit.
func (s *state) equalSums(from int) {
	for k := max(from-1, 0); k+1 < len(s.out); k++ {
		in, out := &s.out[k], &s.out[k+1]
		if in.Role == budget.RoleGrandTotal && in.Side == budget.Revenue && out.Role == budget.RoleTotal && out.SubjectRaw == "支出" && in.Amount.Equal(out.Amount) &&
			in.Book == out.Book && in.Level == out.Level && in.Year == out.Year && in.Stage == out.Stage {
			s.regrand(k + 1) // 收入总量X。支出相应安排X
			continue
		}
		if !summed(in) || !summed(out) || in.Side == out.Side || !in.Amount.Equal(out.Amount) {
			continue
		}
		if in.Book == out.Book && in.Level == out.Level && in.Year == out.Year && in.Stage == out.Stage {
			s.asGrandTotal(in)
			s.asGrandTotal(out)
		}
	}
}

func summed(f *Draft) bool {
	return f.Role == budget.RoleTotal && !f.Delta && f.Side != budget.Balance && strings.Contains(f.SubjectRaw, "合计")
}

// taxed reports whether the whole was already split into taxes, fees or profits:
// then it is own revenue, and a transfer named next is no part of it.
func (s *state) taxed() bool {
	for k := s.whole + 1; k < len(s.out); k++ {
		if f := &s.out[k]; f.Whole == s.whole+1 && f.Subject != s.out[s.whole].Subject && f.Subject != "一般公共预算收入" && f.Doubt == "" {
			return true
		}
	}
	return false
}

// regrand turns the whole of a list into the grand total that its parts make it,
// and the own total among them into that.
func (s *state) regrand(whole int) {
	w := &s.out[whole]
	for k := whole + 1; k < len(s.out); k++ {
		f := &s.out[k]
		if (f.Method == "承前" || f.Method == baseMethod) && f.Subject == w.Subject && f.Book == w.Book && f.Level == w.Level && f.Whole == w.Whole && !f.Delta {
			s.asGrandTotal(f) // 收入X万元，为年度目标Y万元的p，其中…
			continue
		}
		if f.Whole != whole+1 {
			continue
		}
		if f.Subject == w.Subject || f.Subject == "一般公共预算收入" {
			f.Role, f.Basis = budget.RoleTotal, ""
		}
		if sub, ok := s.r.lex.Subject(f.Subject, f.Book, f.Side); ok && sub.Role == budget.RoleComponent {
			f.Role = budget.RoleComponent
		}
		f.Parent, f.Whole, f.Split, f.Group = "", 0, budget.NoSplit, 0
	}
	s.asGrandTotal(w)
}

// lastExpended is the grand total of expenditure that 收支相抵 closes, -1 where there
// is none.
func (s *state) lastExpended() int {
	for k := len(s.out) - 1; k >= 0; k-- {
		if f := &s.out[k]; f.Role == budget.RoleGrandTotal && f.Side == budget.Expenditure && f.Basis == "" {
			return k
		}
	}
	return -1
}

// carriesOver gives a total of expenditure the basis 不含结转下年 where revenue exceeds
// it by what is carried over behind 收支相抵.
func (s *state) carriesOver(f *Draft) {
	if s.netted < 0 || f.Subject != "结转下年" || f.Delta {
		return
	}
	w := &s.out[s.netted]
	for k := range s.out {
		in := &s.out[k]
		if in.Role != budget.RoleGrandTotal || in.Side != budget.Revenue || in.Book != w.Book || in.Level != w.Level || in.Year != w.Year || in.Stage != w.Stage {
			continue
		}
		if in.Amount.Sub(w.Amount).Sub(f.Amount).Abs().LessThan(w.Step.Add(f.Step)) {
			w.Basis = budget.BasisWithoutCarryOver
		}
	}
	s.netted = -1
}
