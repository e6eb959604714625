package clause

import (
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
)

// contextual reads words that mean something only beside the figure before:
// 一般债务 after a debt limit, 一般债券 after newly issued bonds.
func (s *state) contextual(m *mention) (*lexicon.Subject, bool) {
	if s.main < 0 {
		return nil, false
	}
	if sub, ok := s.sameKind(m); ok {
		return sub, true
	}
	if s.mode == parts && s.whole >= 0 && s.out[s.whole].Subject == "政府债务余额" && (m.raw == "政府债券" || m.raw == "地方政府债券") {
		return s.r.lex.Subject("政府债券余额", budget.Debt, budget.Balance)
	}
	if m.term == nil || m.term.Class != lexicon.ClassKind {
		return nil, false
	}
	kindOfDebt := "一般"
	if m.term.Value == "special" {
		kindOfDebt = "专项"
	}
	whole := s.out[s.main].Subject
	if s.mode == parts && s.whole >= 0 {
		whole = s.out[s.whole].Subject
	}
	name := ""
	switch {
	case whole == "新增债务限额" && strings.Contains(m.raw, "债券"):
		s.newBonds()
		name = "新增" + kindOfDebt + "债券"
	case whole == "新增债务限额":
		name = "新增" + kindOfDebt + "债务限额"
	case whole == "债务还本支出", whole == "债务付息支出":
		name = kindOfDebt + whole
	case strings.HasSuffix(whole, "限额"):
		name = kindOfDebt + "债务限额"
	case strings.HasSuffix(whole, "余额") && s.out[s.main].Book == budget.Debt:
		name = kindOfDebt + "债务余额"
	case strings.HasPrefix(whole, "新增"):
		name = "新增" + kindOfDebt + "债券"
	case strings.HasPrefix(whole, "再融资"):
		name = "再融资" + kindOfDebt + "债券"
	default:
		return nil, false
	}
	return s.r.lex.Subject(name, budget.Debt, "")
}

// sameKind reads 余额 right behind the limit of one kind of debt: 其中一般债务限额X万元、
// 余额Y万元；专项债务余额Z万元（限额W万元）.
func (s *state) sameKind(m *mention) (*lexicon.Subject, bool) {
	if s.cur < s.lead || s.cur < 0 || m.raw != "余额" && m.raw != "限额" && m.raw != "债务余额" && m.raw != "债务限额" {
		return nil, false
	}
	f := &s.out[s.cur]
	kind, ok := strings.CutSuffix(f.Subject, "限额")
	if !ok {
		kind, ok = strings.CutSuffix(f.Subject, "余额")
	}
	if !ok || kind != "一般债务" && kind != "专项债务" || strings.Trim(s.said(f.To, m.start), "，,、 （(") != "" {
		return nil, false
	}
	return s.r.lex.Subject(kind+strings.TrimPrefix(m.raw, "债务"), budget.Debt, "")
}

// glued returns the whole word where unknown text runs into a bare 收入 or 支出
// (土地指标调剂收入): it is no total but a subject that the lexicon lacks.
func (s *state) glued(m *mention) (string, bool) {
	if !m.bare {
		return "", false
	}
	k := s.itemAt(m.start)
	if k <= 0 {
		return "", false
	}
	start := m.start
	for j := k - 1; j >= 0; j-- {
		it := s.items[j]
		if it.kind == text && strings.Trim(it.word, "0123456789.．-— \u3000") == "" {
			break // 1.收入预算X万元
		}
		if at := s.openOf(j); at > 0 && it.end == start && s.items[at-1].end == s.items[at].start && (s.items[at-1].kind == text || s.items[at-1].kind == subject) {
			j, start = at-1, s.items[at-1].start // 地方债券（置换）支出
			continue
		}
		if it.end != start || s.lowerUnit(j) || it.kind != text && it.kind != subject && it.kind != book && it.kind != side && it.kind != purpose && it.word != "各" &&
			!(it.word == "安排" && s.items[j+1].word == "的") { // 专项债券安排的支出
			break
		}
		start = it.start
	}
	if start == m.start {
		return "", false
	}
	return s.said(start, m.end), true
}

// openOf returns the bracket that item j closes where there is no amount between the
// two, else -1.
func (s *state) openOf(j int) int {
	if s.items[j].kind != shut {
		return -1
	}
	for k := j - 1; k >= 0; k-- {
		switch s.items[k].kind {
		case open:
			return k
		case amount, percent, shut, stop:
			return -1
		}
	}
	return -1
}

func (s *state) itemAt(start int) int {
	for k := range s.items {
		if s.items[k].start == start {
			return k
		}
	}
	return -1
}

// labelled attributes an amount to a subject that the lexicon does not know,
// only inside a list of parts or components, where its place says what it is.
func (s *state) labelled(d *Draft, label string) string {
	if s.ctx.Policy || s.book == "" || s.mode == plain || s.whole < 0 && s.mode == parts {
		return ""
	}
	if s.mode == parts && s.whole == s.function && s.out[s.whole].Role == budget.RoleFunction && s.pend.delta == 0 && !s.loose {
		return s.asEarmark(d) // 教育支出X万元，其中义务教育公用经费Y万元
	}
	label = s.r.lex.Normalize(label)
	if strings.HasPrefix(label, "的") {
		return "" // 专项债券安排的支出: the label began before a verb
	}
	if n := utf8.RuneCountInString(label); n < 3 || n > 16 {
		return ""
	}
	sd := s.side
	switch {
	case strings.HasSuffix(label, "收入"):
		sd = budget.Revenue
	case strings.HasSuffix(label, "支出"):
		sd = budget.Expenditure
	}
	if s.whole >= 0 && s.out[s.whole].Side != sd {
		return ""
	}
	s.fill(d, &lexicon.Subject{Name: label, Books: []budget.Book{s.book}, Side: sd, Role: budget.RoleItem}, label)
	d.Doubt = budget.DoubtUnknown
	if s.pend.delta != 0 && s.pend.deltaText <= nearText {
		s.asChange(d)
	}
	return "未收录科目"
}

// unknownLabel reads 其中：某某资金X万元: words directly before an amount in a list
// of parts.
func (s *state) unknownLabel(i int, d *Draft) string {
	if i == 0 || s.pend.spend || !s.listing(i) {
		return ""
	}
	word := s.listWords(i, true)
	sub := s.shortName(word)
	if n := len(s.pend.subjects); n > 0 && sub == nil && s.resolve(&s.pend.subjects[n-1], s.wantSide()) != nil {
		return ""
	}
	if sub == nil {
		word = s.listWords(i, false)
		sub = s.shortName(word)
	}
	if sub != nil {
		if s.mode == components || s.amongComponents() {
			s.pend.scopes = nil // 街道上解: a word of the label
		}
		s.fill(d, sub, word)
		return "列内简称"
	}
	if s.mode != parts || s.whole < 0 || !properLabel(word) {
		return ""
	}
	return s.labelled(d, word)
}

// listing reports whether item i stands in a list of parts, or goes on with one of
// functional classes (教育支出X万元、科技Y万元).
func (s *state) listing(i int) bool {
	if s.ctx.Policy {
		return false
	}
	if s.mode == parts && s.whole >= 0 || s.mode == components && s.wantSide() != "" {
		return true
	}
	if s.carry.Listing && len(s.out) == 0 {
		return true
	}
	if s.amongComponents() {
		return true // 调出资金X万元，结转Y万元
	}
	if s.cur < s.lead || s.cur < 0 {
		return s.opensClasses(i)
	}
	if s.out[s.cur].Role != budget.RoleFunction {
		return false
	}
	ends := "。；"
	if s.carry.Listing {
		ends = "。" // 支出主要用于：教育X万元，增长p；科技Y万元
	}
	return !strings.ContainsAny(s.said(s.out[s.cur].To, s.items[i].start), ends)
}

// amongComponents reports whether the last figure of the sentence is a component of
// the identity that no 加 introduced: short labels behind it are components too.
func (s *state) amongComponents() bool {
	if s.mode != plain || s.cur < s.lead || s.cur < 0 {
		return false
	}
	f := &s.out[s.cur]
	if f.Role == budget.RoleTotal && f.Side == budget.Expenditure && f.Book != budget.Debt && f.Book != budget.SocialInsurance {
		if k := s.cur - 1; k >= s.lead && s.out[k].Role == budget.RoleGrandTotal && s.out[k].Side == f.Side {
			return true // 支出总计X万元：当年支出Y万元，补助下级Z万元
		}
		before := s.said(s.clauseStart, s.items[s.at].start)
		return before == "结转" || before == "结余" // 支出X万元，结转Y万元
	}
	if f.Role == budget.RolePart && f.Parent == "上级补助收入" && f.Whole == 0 && !f.Delta && f.Side == s.wantSide() {
		return true // 一般性转移支付X万元＋专项转移支付Y万元＋一般债券Z万元
	}
	return f.Role == budget.RoleComponent && f.Side == s.wantSide() && f.Subject != "税收收入" && f.Subject != "非税收入"
}

// opensClasses reports whether the words before the amount at item i name a class
// behind a colon and a further class follows it: 重点支出：一般公共服务X万元，教育支出Y万元.
func (s *state) opensClasses(i int) bool {
	if s.book != budget.GeneralPublic || len(s.out) != s.lead || !s.pend.colon {
		return false
	}
	sub := s.shortName(s.listWords(i, false))
	if sub == nil || sub.Role != budget.RoleFunction {
		return false
	}
	for _, it := range s.items[i+1:] {
		if it.kind == subject && it.term != nil {
			next, ok := s.r.lex.Choose(it.term, s.book, budget.Expenditure)
			return ok && next.Role == budget.RoleFunction
		}
	}
	return false
}

// listWords are the words between the last mark and the amount at item i, without
// verbs and hedges, whatever the lexicon makes of them. joined goes on over 与 and 和
// (医疗卫生与计划生育).
func (s *state) listWords(i int, joined bool) string {
	last := i - 1
	for last >= 0 && (s.items[last].kind == filler || s.items[last].kind == hedge) {
		last--
	}
	first := last
	for first >= 0 {
		k := s.items[first].kind
		if mark(k) && (!joined || s.items[first].term == nil) || k == among || k == colon || k == open {
			break
		}
		if k == text && strings.Trim(s.items[first].word, " +＋=＝") == "" {
			break // 专项转移支付X万元＋一般债券Y万元
		}
		if k == amount || k == percent || k == year || k == scope && s.mode != components && !s.amongComponents() || k == side || k == relYear {
			return ""
		}
		first--
	}
	if first++; first > last {
		return ""
	}
	return strings.TrimSpace(s.said(s.items[first].start, s.items[last].end))
}

// shortName is the subject that a label of a list names: as printed, or without
// its 支出 or 收入 (其中：教育X万元、科技Y万元).
func (s *state) shortName(word string) *lexicon.Subject {
	if word == "" {
		return nil
	}
	side, book := budget.Expenditure, s.book
	switch {
	case s.mode == parts && s.whole >= 0:
		side, book = s.out[s.whole].Side, s.out[s.whole].Book
	case s.mode == components, s.amongComponents():
		return s.addedName(word)
	}
	for _, w := range []string{word, word + lexicon.SideSuffix(side)} {
		sub, ok := s.r.lex.Subject(w, book, side)
		if !ok || sub.Side != side || !s.allowed(sub) || !sub.InBook(book) {
			continue
		}
		if w != word && s.mode == parts && s.whole >= 0 && s.out[s.whole].Role == budget.RoleComponent && !s.r.lex.Below(sub, s.out[s.whole].Subject, s.book) {
			continue // 转移支付收入X万元（专项Y万元） is no 专项收入
		}
		return sub
	}
	return nil
}

// addedLabel reads a short label with a government's name in it, which byScope would
// take for a scope: 转移性支出X万元（补助下级Y万元、结转下年Z万元）.
func (s *state) addedLabel(i int, d *Draft) string {
	if s.mode != parts || s.whole < 0 || s.out[s.whole].Role != budget.RoleSubtotal && s.out[s.whole].Role != budget.RoleGrandTotal || len(s.pend.scopes) == 0 || s.ctx.Policy {
		return ""
	}
	s.mode = components // so that a government's name may stand in the label
	word := s.listWords(i, false)
	s.mode = parts
	sub := s.addedName(word)
	if word == "" || sub == nil {
		return ""
	}
	s.pend.scopes = nil
	s.fill(d, sub, word)
	return "列内简称"
}

// addedName is the component that a short label names among what is added to a
// total (加：上级补助X万元，街道上解Y万元，一般债券Z万元).
func (s *state) addedName(word string) *lexicon.Subject {
	side := s.wantSide()
	for _, w := range []string{word, word + lexicon.SideSuffix(side)} {
		sub, ok := s.r.lex.Subject(w, s.book, side)
		if ok && sub.Side == side && sub.InBook(s.book) && (sub.Role == budget.RoleComponent || sub.Role == budget.RoleSubtotal) {
			return sub
		}
	}
	return nil
}

// properLabel accepts words that end as subjects do.
func properLabel(word string) bool {
	return phrase.Ends(word, "税", "费", "收入", "支出", "附加", "基金")
}
