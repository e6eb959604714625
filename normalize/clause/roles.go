package clause

import (
	"strings"
	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// role gives a draft its role in the identities.
func (s *state) role(d *Draft, sub *lexicon.Subject) {
	d.Role = sub.Role
	if d.Role == "" {
		d.Role = budget.RoleItem
	}
	if s.closesSum(d, sub) {
		s.asGrandTotal(d)
		return
	}
	switch {
	case d.Role == budget.RoleFunction:
		s.tieFunction(d)
		return
	case s.mode == parts && s.whole >= 0:
		s.rolePart(d, sub)
	case d.Role == budget.RoleItem, d.Role == budget.RolePart:
		d.Role, d.Parent = budget.RolePart, sub.Parent
	case d.Side == budget.Balance && (sub.Name == "预算稳定调节基金" || d.Role == budget.RoleClosing || d.Role == budget.RoleOpening):
		s.roleStock(d)
	}
	if d.Role == budget.RoleComponent && (sub.Name == "税收收入" || sub.Name == "非税收入") && s.mode == plain {
		s.underTotal(d)
	}
	if d.Book == budget.Debt && d.Side == budget.Balance && strings.HasSuffix(sub.Name, "余额") {
		if s.pend.opening {
			d.Role = budget.RoleOpening
		}
		s.fromOpening(d)
	}
}

// underTotal makes 税收收入 named right after the own total a part of it, though no
// 其中 says so.
func (s *state) underTotal(d *Draft) {
	for k := len(s.out) - 1; k >= s.splitSince(); k-- {
		f := &s.out[k]
		if f.Role == budget.RoleTotal && f.Side == d.Side && f.Book == d.Book && f.Year == d.Year && f.Stage == d.Stage && f.Level == d.Level && !f.Delta {
			d.Role, d.Parent, d.Whole, d.Split, d.Open = budget.RolePart, f.Subject, k+1, budget.Among, true
			return
		}
	}
}

// splitSince is where to look for the total that 税收收入 or 非税收入 is a part of: in the
// sentence, or from the total on whose other half ended the sentence before (其中税收收入
// X万元，增长p。非税收入Y万元).
func (s *state) splitSince() int {
	last := len(s.out) - 1
	for last >= 0 && s.out[last].Delta {
		last--
	}
	if last < 0 || s.out[last].Whole == 0 || s.out[last].Subject != "税收收入" && s.out[last].Subject != "非税收入" {
		return s.lead
	}
	return s.out[last].Whole - 1
}

// roleStock tells the opening balance from the closing one.
func (s *state) roleStock(d *Draft) {
	d.Role = budget.RoleClosing
	if s.pend.opening && !s.pend.closing {
		d.Role = budget.RoleOpening
	}
	s.fromOpening(d)
}

// fromOpening reads 余额由年初的X万元增加到Y万元: a balance is not budgeted.
func (s *state) fromOpening(d *Draft) {
	if p := &s.pend; p.from && strings.Contains(p.stageWord, "年初") && !strings.Contains(p.stageWord, "预算") {
		d.Role, d.Stage = budget.RoleOpening, s.meta.ReportStage()
	}
}

// leaveTaxes ends an inner list of taxes that makes up its total, where a component of the
// outer list goes on behind a comma: 总收入X，其中：本级收入Y，其中：税收收入A，非税收入B，上级补助
// 收入Z.
func (s *state) leaveTaxes(d *Draft, sub *lexicon.Subject) {
	w := &s.out[s.whole]
	if s.outer == nil || len(s.frames) > 0 || w.Subject != ownRevenue || w.Side != budget.Revenue || sub.Side != w.Side || sub.Role != budget.RoleComponent && sub.Role != budget.RoleSubtotal ||
		sub.Name == "税收收入" || sub.Name == "非税收入" || !s.exhausted(s.whole) {
		return
	}
	s.leaveInner()
}

// wholeOfSubject moves a list of parts from a figure that its first part exceeds to the
// one before that is of the part's own subject: 可用财力合计X，主要包括…调入资金Y。其中：
// 区本级可用财力Z.
func (s *state) wholeOfSubject(d *Draft, sub *lexicon.Subject) {
	w := &s.out[s.whole]
	if len(s.frames) > 0 || w.Subject == sub.Name || !d.Amount.GreaterThan(w.Amount) || s.whole+1 < len(s.out) {
		return
	}
	for k := s.whole - 1; k >= 0; k-- {
		if f := &s.out[k]; f.Subject == sub.Name && f.Side == d.Side && f.Year == d.Year && f.Level != d.Level && !f.Delta && !d.Amount.GreaterThan(f.Amount) {
			s.whole = k
			return
		}
	}
}

// rolePart makes a figure a part of the one that 其中 or a bracket splits.
func (s *state) rolePart(d *Draft, sub *lexicon.Subject) {
	s.wholeOfSubject(d, sub)
	s.leaveTaxes(d, sub)
	if s.mode != parts || s.whole < 0 {
		return
	}
	w := &s.out[s.whole]
	if d.Side != w.Side || d.Role == budget.RoleGrandTotal {
		return
	}
	if sub.Name == "净结余" && w.Subject == "结转下年" {
		s.carriedOver()
		d.Role, d.Parent = budget.RoleComponent, ""
		return
	}
	if w.Subject == ownRevenue && handedUp[sub.Name] && d.Amount.LessThan(w.Amount) {
		s.widen(s.whole)
	}
	if w.Role == budget.RoleSubtotal && sub.Role == budget.RoleComponent && len(s.frames) == 0 && s.exhausted(s.whole) {
		s.mode, s.whole = components, -1 // 转移性收入X，其中甲Y、乙Z（X=Y+Z），债务收入W
		return
	}
	if s.wholeIsGrand(d, sub, w) {
		s.regrand(s.whole)
	} else if w.Role == budget.RoleTotal && sub.Side == w.Side && (sub.Role == budget.RoleSubtotal || sub.Role == budget.RoleComponent && w.Side == budget.Revenue) &&
		sub.Name != "税收收入" && sub.Name != "非税收入" && len(s.frames) == 0 {
		s.mode, s.whole = components, -1 // 其中：税收X、非税Y，上级补助Z: the list of parts is over
		return
	}
	if w.Role == budget.RoleTotal && sub.Name == w.Subject && ofTheYear(d.SubjectRaw) && d.Level == w.Level && d.Amount.LessThan(w.Amount) {
		s.regrand(s.whole) // 总收入X，其中当年收入Y，上年结余Z
		d.Role, d.Parent = budget.RoleTotal, ""
		return
	}
	if w.Role == budget.RoleTotal && w.Side == budget.Expenditure && sub.Role == budget.RoleComponent && sub.Side == w.Side && s.classed() && len(s.frames) == 0 {
		s.mode, s.whole = components, -1 // 其中：教育支出X；调出资金Y: the classes are over
		return
	}
	if w.Role == budget.RoleComponent && sub.Role == budget.RoleComponent && sub.Parent != w.Subject && sub.Name != w.Subject && len(s.frames) == 0 {
		s.mode, s.whole = components, -1 // 上级补助X，其中…，上年结转Y: the next component
		return
	}
	if w.Role == budget.RoleGrandTotal && (sub.Role == budget.RoleTotal || sub.Role == budget.RoleComponent || sub.Role == budget.RoleSubtotal) &&
		sub.Name != "税收收入" && sub.Name != "非税收入" {
		return // the components of the identity, named after its total
	}
	if sub.Role == budget.RoleTotal && sub.Name != w.Subject && !gross(w.Subject) {
		s.mode, s.whole = plain, -1 // a total of its own ends the list of parts
		return
	}
	if len(s.pend.scopes) > 0 && d.Level != w.Level && sub.Parent == w.Subject && w.Subject == "调入资金" {
		// （其中乡镇从其他资金调入X万元）: the same subject at another level.
		s.copySubject(d, w)
		d.Role, d.Parent = budget.RolePart, ""
		s.tie(d)
		return
	}
	if !s.within(sub, w.Subject) {
		if d.Role == budget.RoleItem {
			d.Role = budget.RolePart
		}
		d.Parent = sub.Parent
		return
	}
	d.Role = budget.RolePart
	d.Parent = w.Subject
	if sub.Parent != "" {
		d.Parent = sub.Parent
	}
	if d.Subject == w.Subject {
		d.Parent = w.Parent
		if d.Level == w.Level && d.Scope == w.Scope {
			d.Basis = "分项" // 年终结余X万元，其中结转下年Y万元: one name for whole and part
		}
	}
	if withShares(w.Subject) && sub.Role != budget.RoleTotal {
		d.Parent, d.Basis = w.Subject, w.Subject // they hold the shares of higher levels too
	}
	s.tie(d)
}

// exhausted reports whether the parts read so far make up their whole.
func (s *state) exhausted(whole int) bool {
	w := &s.out[whole]
	rest, n := w.Amount, 0
	for k := whole + 1; k < len(s.out); k++ {
		if f := &s.out[k]; f.Whole == whole+1 && !f.Delta && f.Stage == w.Stage && f.Year == w.Year {
			rest = rest.Sub(f.Amount)
			n++
		}
	}
	return n >= 2 && rest.Abs().LessThan(w.Step)
}

const ownRevenue = "一般公共预算收入"

// HandedUp reports whether a subject is a share of a higher government in what was
// collected.
func HandedUp(subject string) bool { return handedUp[subject] }

// handedUp are the shares of higher governments in what was collected.
var handedUp = map[string]bool{"中央级收入": true, "省级收入": true, "上划中央和省级收入": true, "上划中央“两税”收入": true}

// widen gives revenue that has shares handed up among its parts the wide name: 一般公共预算
// 收入X万元，其中：地方收入Y万元，上划中央收入Z万元.
func (s *state) widen(whole int) {
	for k := whole; k < len(s.out); k++ {
		f := &s.out[k]
		switch {
		case f.Subject != ownRevenue:
		case k == whole || f.Whole == 0 && k == whole+1 && (f.Delta || f.Stage != s.out[whole].Stage): // and the budget or change beside it
			f.Subject, f.Code, f.Parent, f.Role = "一般公共预算总收入", "", "", budget.RolePart
		case f.Whole == whole+1:
			f.Role, f.Basis = budget.RoleTotal, ""
		}
	}
}

// ofTheYear reports whether a name says that it leaves out what came from other years.
func ofTheYear(raw string) bool {
	return strings.HasPrefix(raw, "当年") || strings.HasPrefix(raw, "本年")
}

// classed reports whether the whole was already split into functional classes, or into
// something else than own expenditure and components.
func (s *state) classed() bool {
	for k := s.whole + 1; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Role == budget.RoleFunction || f.Whole == s.whole+1 && f.Subject != s.out[s.whole].Subject && f.Method == "科目" && s.item(f) {
			return true
		}
	}
	return false
}

// item reports whether the lexicon has a figure's subject as an item of its book.
func (s *state) item(f *Draft) bool {
	sub, ok := s.r.lex.Subject(f.Subject, f.Book, f.Side)
	return ok && sub.Role == budget.RoleItem
}

// within reports whether the classification lets a subject be a part of whole. A
// subject without parent may stand anywhere.
func (s *state) within(sub *lexicon.Subject, whole string) bool {
	if sub.Parent == "" || gross(whole) || sub.Name == whole || whole == "转移性收入" || whole == "转移性支出" || whole == "债务转贷收入" {
		return true
	}
	if n := len(s.frames); n > 0 && s.frames[n-1].anchor == s.whole {
		return sub.Parent != s.out[s.whole].Parent // a bracket splits what stands before it, not its siblings
	}
	return s.r.lex.Below(sub, whole, s.book)
}

// tie links a part to its whole.
func (s *state) tie(d *Draft) {
	w := &s.out[s.whole]
	if w.Book != d.Book && d.Book != budget.Debt || strings.HasSuffix(d.Subject, "限额") != strings.HasSuffix(w.Subject, "限额") {
		return // a limit is no part of a balance
	}
	if s.loose && d.Amount.GreaterThan(w.Amount) {
		return // 分…看 may speak of another figure than the last
	}
	d.Whole, d.Group, d.Split = s.whole+1, s.group, budget.Among
	if n := len(s.frames); n > 0 && s.frames[n-1].anchor == s.whole && !s.frames[n-1].among {
		d.Split = budget.InBracket
	}
	d.Open = d.Open || s.including || s.group == s.unreadGroup && s.group != 0
}

// tieFunction links a functional class to the expenditure that it is a class of.
func (s *state) tieFunction(d *Draft) {
	d.Open = true
	for k := len(s.out) - 1; k >= 0; k-- {
		f := &s.out[k]
		if f.Role == budget.RoleTotal && f.Side == d.Side && f.Book == d.Book && f.Level == d.Level && f.Year == d.Year {
			d.Whole, d.Split = k+1, budget.Among
			return
		}
	}
}
