package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

// fill gives a draft its subject and everything that goes with it.
func (s *state) fill(d *Draft, sub *lexicon.Subject, raw string) {
	d.Subject, d.Code, d.SubjectRaw, d.Parent = sub.Name, sub.Code, raw, ""
	d.Book = s.bookOf(sub)
	d.Side = sub.Side
	if d.Book == budget.SocialInsurance && s.fund != "" && sub.Role == budget.RolePart && !strings.Contains(sub.Name, "保险基金") {
		sub = ofFund(sub, s.fund)
	}
	if sub.Role == budget.RoleTotal && s.mode == components && !s.closesSum(d, sub) {
		s.mode = plain // an own total begins anew
	}
	s.place(d)
	s.role(d, sub)
	if sub.Role == budget.RoleTotal || sub.Role == budget.RoleGrandTotal {
		if d.Book != budget.Debt || s.ctx.Book == budget.Debt {
			s.book = d.Book
		}
		s.side = sub.Side
	}
}

// bookOf keeps the book of the place where the subject belongs to it.
func (s *state) bookOf(sub *lexicon.Subject) budget.Book {
	if s.mode == components && s.book != "" && sub.Role == budget.RoleComponent {
		return s.book // what is added to a book's revenue is of that book, whatever its words name
	}
	if sub.Name == "债务还本支出" && s.book != "" && s.ctx.Book != budget.Debt && len(s.out) > s.lead {
		if last := &s.out[len(s.out)-1]; last.Side == budget.Expenditure && last.Book == s.book && (last.Role == budget.RoleComponent || last.Role == budget.RoleTotal) {
			return s.book // 上解X，偿还债务本金Y，结转下年Z: a component of the book like its neighbours
		}
	}
	for _, b := range []budget.Book{s.book, s.ctx.Book} {
		if b != "" && sub.InBook(b) {
			return b
		}
	}
	if len(sub.Books) == 0 {
		return s.book
	}
	return sub.Books[0]
}

// gross reports whether a subject is revenue with the shares handed up (财政总收入)
// or with transfers: its parts are another measure than those of local revenue.
func gross(subject string) bool {
	return subject == "财政总收入" || subject == "一般公共预算总收入"
}

// place gives a draft its scope, year, stage and basis.
func (s *state) place(d *Draft) {
	d.Scope, d.Level = s.scopeOf()
	d.Year, d.Stage = s.when()
	if p := &s.pend; p.opening && !p.closing && p.stage == "" && p.textRunes == 0 && d.Side != budget.Balance && d.Side != "" && !s.stock {
		d.Stage = budget.Budgeted // 收入年初X万元
	}
	if b := basisName(s.pend.basis); b != "" {
		d.Basis = b
	}
	s.likeWhole(d)
}

// likeWhole gives a part the year, stage and scope of what it is a part of, where
// the part does not say otherwise.
func (s *state) likeWhole(d *Draft) {
	at := s.whole
	if s.mode == components {
		at = s.main
	}
	if s.mode == plain || at < 0 || s.out[at].Side != d.Side && s.mode == components {
		return
	}
	p, w := &s.pend, &s.out[at]
	if len(p.scopes) == 0 && w.Scope != "" {
		d.Scope, d.Level = w.Scope, w.Level
	}
	if len(p.years) > 0 || p.yearWord || p.stage != "" || p.from || p.to {
		return
	}
	if w.Year != 0 {
		d.Year, d.Stage = w.Year, w.Stage
	}
}

// basisName leaves out the ordinary basis, which needs no name.
func basisName(word string) string {
	if word == "自然口径" || word == "" {
		return ""
	}
	return word
}

func (s *state) scopeOf() (string, budget.Level) {
	if n := len(s.pend.scopes); n > 0 {
		sc := s.pend.scopes[n-1]
		return sc.word, sc.level
	}
	if s.scope.word != "" {
		return s.scope.word, s.scope.level
	}
	if s.ctx.Scope != "" {
		return s.ctx.Scope, s.ctx.Level
	}
	if s.carry.Scope != "" {
		return s.carry.Scope, s.carry.Level
	}
	return outline.WholeScope(s.meta.Government), budget.Consolidated
}

func (s *state) when() (int, budget.Stage) {
	p := &s.pend
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
	case p.stage != "":
		st = s.stated(year)
	case p.to && (s.ctx.Adjustment || p.deltaPlan):
		st = budget.Adjusted
	case p.from && (s.ctx.Adjustment || s.revisedNext()), s.approved():
		st = budget.Budgeted
	}
	return year, st
}

// stated is the stage that a word names, seen from the report: the budget of the
// year reported on, in final accounts the accounts where 执行 is said of them.
func (s *state) stated(year int) budget.Stage {
	st := s.pend.stage
	if st == budget.Execution && s.meta.Kind == budget.KindFinalAccounts && year == s.meta.Year {
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
	if d.Book == budget.Debt && d.Side == budget.Balance && s.pend.opening && strings.HasSuffix(sub.Name, "余额") {
		d.Role = budget.RoleOpening
	}
}

// underTotal makes 税收收入 named right after the own total a part of it, though no
// 其中 says so.
func (s *state) underTotal(d *Draft) {
	for k := len(s.out) - 1; k >= s.lead; k-- {
		f := &s.out[k]
		if f.Role == budget.RoleTotal && f.Side == d.Side && f.Book == d.Book && f.Year == d.Year && f.Stage == d.Stage && f.Level == d.Level && !f.Delta {
			d.Role, d.Parent, d.Whole, d.Split, d.Open = budget.RolePart, f.Subject, k+1, budget.Among, true
			return
		}
	}
}

// roleStock tells the opening balance from the closing one.
func (s *state) roleStock(d *Draft) {
	d.Role = budget.RoleClosing
	if s.pend.opening && !s.pend.closing {
		d.Role = budget.RoleOpening
	}
}

// rolePart makes a figure a part of the one that 其中 or a bracket splits.
func (s *state) rolePart(d *Draft, sub *lexicon.Subject) {
	w := &s.out[s.whole]
	if d.Side != w.Side || d.Role == budget.RoleGrandTotal {
		return
	}
	if s.wholeIsGrand(d, sub, w) {
		s.regrand(s.whole)
	} else if w.Role == budget.RoleTotal && sub.Side == w.Side && (sub.Role == budget.RoleSubtotal || sub.Role == budget.RoleComponent && w.Side == budget.Revenue) &&
		sub.Name != "税收收入" && sub.Name != "非税收入" && len(s.frames) == 0 {
		s.mode, s.whole = components, -1 // 其中：税收X、非税Y，上级补助Z: the list of parts is over
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
	if len(s.pend.scopes) > 0 && d.Level != w.Level && sub.Parent == w.Subject {
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
	if w.Subject == "财政总收入" && sub.Role != budget.RoleTotal {
		d.Parent, d.Basis = w.Subject, w.Subject // they hold the shares of higher levels too
	}
	s.tie(d)
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
	for name, depth := sub.Parent, 0; name != "" && depth < 6; depth++ {
		if name == whole {
			return true
		}
		up, ok := s.r.lex.Subject(name, s.book, sub.Side)
		if !ok || up.Parent == name {
			return false
		}
		name = up.Parent
	}
	return false
}

// tie links a part to its whole.
func (s *state) tie(d *Draft) {
	w := &s.out[s.whole]
	if w.Book != d.Book && d.Book != budget.Debt {
		return
	}
	if s.loose && d.Amount.GreaterThan(w.Amount) {
		return // 分…看 may speak of another figure than the last
	}
	d.Whole, d.Group, d.Split = s.whole+1, s.group, budget.Among
	if n := len(s.frames); n > 0 && s.frames[n-1].anchor == s.whole {
		d.Split = budget.InBracket
	}
	d.Open = d.Open || s.group == s.unreadGroup && s.group != 0
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

// settle updates the walk after a figure was attributed.
func (s *state) settle(k int, how string) {
	f := &s.out[k]
	s.number(f)
	s.keepScope()
	if f.Delta {
		return
	}
	if f.Role == budget.RoleEarmark {
		s.cur = k
		return
	}
	if how == "比较基数" {
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
	case f.Role == budget.RoleFunction, f.Book == budget.Debt && f.Side == budget.Revenue:
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
	if f.Side == budget.Balance && s.fund != "" {
		f.Parent, f.Role = s.fund, budget.RolePart
	}
}

// number puts a figure into the statement of its identity.
func (s *state) number(f *Draft) {
	key := statementKey{f.Book, f.Level, f.Scope, f.Year, f.Stage, f.Side}
	identity := f.Role == budget.RoleTotal || f.Role == budget.RoleGrandTotal || f.Role == budget.RoleComponent || f.Role == budget.RoleLump
	switch {
	case s.statement == s.carry.Statement, identity && f.Method != "承前" && f.Method != "比较基数" && key != s.stKey, identity && s.closed():
		s.statement++
		s.stKey = key
	}
	f.Statement = s.statement
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
