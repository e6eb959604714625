package clause

import (
	"strings"

	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// received turns the transfer of one government above (市级补助) that is the first of
// its kind among what is added to a book's revenue into all that was received from
// above, where no other follows it.
func (s *state) received(sub *lexicon.Subject) *lexicon.Subject {
	if s.mode != components || sub.Parent != "上级补助收入" || sub.Role != budget.RolePart || !strings.HasSuffix(sub.Name, "补助") || s.transfers(sub.Parent) != 1 {
		return sub
	}
	if all, ok := s.r.lex.Subject(sub.Parent, s.book, budget.Revenue); ok {
		return all
	}
	return sub
}

// fundOfWhole reads the name of a social insurance fund in a list that splits the revenue
// or expenditure of all funds: 社会保险基金收入X万元，其中：失业保险基金Y万元.
func (s *state) fundOfWhole(sub *lexicon.Subject) *lexicon.Subject {
	w := s.splitUp()
	if w == nil {
		w = s.listedBelow()
	}
	if w == nil || w.Book != budget.SocialInsurance || w.Side == budget.Balance || sub.Side != budget.Balance || !strings.HasSuffix(sub.Name, "基金") {
		return nil
	}
	own, ok := s.r.lex.Subject(sub.Name+lexicon.SideSuffix(w.Side), budget.SocialInsurance, w.Side)
	if !ok {
		return nil
	}
	return own
}

// listedBelow is the total of the sentence whose parts a colon announces: 社会保险基金收入X
// 万元：①城乡居民基本养老保险基金Y万元.
func (s *state) listedBelow() *Draft {
	for k := len(s.out) - 1; k >= s.lead; k-- {
		if f := &s.out[k]; f.Role == budget.RoleTotal && !f.Delta {
			if strings.HasPrefix(s.par[f.To:], "：") {
				return f
			}
			return nil
		}
	}
	return nil
}

// transfers counts the subjects of the sentence under way that are, or are parts of,
// the named transfer.
func (s *state) transfers(name string) int {
	first := s.at
	for first > 0 && s.items[first-1].kind != stop {
		first--
	}
	n := 0
	for i := first; i < len(s.items) && s.items[i].kind != stop; i++ {
		if s.items[i].kind != subject || s.items[i].term == nil {
			continue
		}
		if sub, ok := s.r.lex.Choose(s.items[i].term, s.book, budget.Revenue); ok && (sub.Name == name || sub.Parent == name) {
			n++
		}
	}
	return n
}
