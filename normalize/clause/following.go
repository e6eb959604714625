package clause

import (
	"strings"

	"yusuan/budget"
)

// possessed reads X亿元的教育支出, whatever was named before.
func (s *state) possessed(i int, d *Draft) string {
	if i+2 >= len(s.items) || s.items[i+1].word != "的" || s.items[i+2].kind != subject {
		return ""
	}
	s.pend.subjects = nil
	return s.following(i, d)
}

// following reads an amount that stands before its subject: X万元为税收收入.
func (s *state) following(i int, d *Draft) string {
	if s.ctx.Policy || (len(s.pend.subjects) > 0 || s.pend.delta != 0) && !s.refills(i) {
		return ""
	}
	j := s.afterLink(i)
	if j < 0 || s.items[j].kind != subject || s.items[j].term == nil {
		return s.followingLabel(i, d)
	}
	k := j + 1
	for k < len(s.items) && (s.items[k].kind == filler || s.items[k].kind == hedge) { // X亿元限额以内
		k++
	}
	if k < len(s.items) && !mark(s.items[k].kind) {
		return ""
	}
	next := &s.items[j]
	m := mention{term: next.term, raw: next.word, start: next.start, end: next.end}
	sub := s.resolve(&m, s.wantSide())
	if sub == nil || !s.allowed(sub) {
		return ""
	}
	next.kind = filler // it has its amount
	s.fill(d, sub, m.raw)
	return "后置科目"
}

// refills reports whether the amount goes into the stabilisation fund by the words
// behind it, whatever it came from: 将超收收入X万元补充预算稳定调节基金.
func (s *state) refills(i int) bool {
	j := s.afterLink(i)
	if j < 0 || s.items[j].term == nil {
		return false
	}
	sub, ok := s.r.lex.Choose(s.items[j].term, s.book, budget.Expenditure)
	if !ok || sub.Name != "安排预算稳定调节基金" {
		return false
	}
	s.stock = true // 年末余额Y万元 is the fund's
	return true
}

// followingLabel reads X万元来自税收 in a list of parts: words that are a subject only
// as a label.
func (s *state) followingLabel(i int, d *Draft) string {
	if i+1 >= len(s.items) || s.items[i+1].kind != text || i+2 < len(s.items) && !mark(s.items[i+2].kind) || s.mode != parts || s.whole < 0 {
		return ""
	}
	label, ok := strings.CutPrefix(s.items[i+1].word, "来自")
	if !ok {
		return ""
	}
	sub := s.shortName(label)
	if sub == nil {
		return ""
	}
	s.fill(d, sub, label)
	return "后置科目"
}

// afterLink returns the item behind what may stand between an amount and the
// subject after it: nothing, 为, 作为, 的, and in a list of expenditure 用于.
func (s *state) afterLink(i int) int {
	j := i + 1
	if j >= len(s.items) {
		return -1
	}
	switch it := s.items[j]; {
	case it.kind == subject && it.start == s.items[i].end:
		return j
	case it.kind == purpose && (s.spending() || s.itemOfSpending(i)):
		j++
	case it.kind == open && it.start == s.items[i].end && j+2 < len(s.items) && s.items[j+1].kind == subject && s.items[j+2].kind == shut &&
		s.items[j+1].start == it.end && s.items[j+2].start == s.items[j+1].end:
		return j + 1 // X万元（上级补助收入）＋Y万元（调入资金）
	case it.kind == filler || it.kind == text || it.kind == noBudget:
		switch it.word {
		case "为", "是", "系", "属于", "来自", "的", "作为", "计入", "列入":
			j++
		default:
			return -1
		}
	default:
		return -1
	}
	if j >= len(s.items) {
		return -1
	}
	return j
}

// spending reports whether the paragraph lists what its own expenditure was used
// for; elsewhere X万元用于教育支出 is an earmark of something else.
func (s *state) spending() bool {
	if s.pend.spend {
		return false
	}
	for k := len(s.out) - 1; k >= 0; k-- {
		f := &s.out[k]
		if f.Role == budget.RoleTotal && f.Side == budget.Expenditure {
			return true
		}
		if f.Role == budget.RoleTotal || f.Role == budget.RoleEarmark {
			return false
		}
	}
	return false
}

// itemOfSpending reports a paragraph that begins with its amount, below the expenditure
// that it is an item of: ②97万元用于国防支出.
func (s *state) itemOfSpending(i int) bool {
	total := s.carry.Total
	return total != nil && total.Role == budget.RoleTotal && total.Side == budget.Expenditure && s.book == total.Book &&
		strings.Trim(s.par[:s.items[i].start], enumerators) == ""
}

// enumerators are the characters of an item's number.
const enumerators = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789.．、（）() 　—－-·"

func mark(k kind) bool {
	return k == comma || k == pause || k == stop || k == semicolon || k == shut
}
