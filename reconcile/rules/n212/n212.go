// Package n212 checks totals that hold the shares of higher levels or several books.
package n212

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is N212.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N212",
		Title:    "文中财政总收入（总支出）与所列各项之和相符",
		Severity: budget.Error,
		What: "Where a sentence says what 财政总收入, 大口径财政收入 or 财政总支出 is made of (the books' own revenue, what goes to the centre and to the province), the parts stay within it; " +
			"a list with the shares of both higher levels, or of all expenditure by book, makes it up (less is a warning).",
		Why:       "The total or a part of it is wrong.",
		Authority: "《预算法》第四条：预算由预算收入和预算支出组成，政府的全部收入和支出都应当纳入预算；第七十五条：数额准确、内容完整。",
		Example: "2023年全县一般公共预算执行数：财政总收入140万元，所列各项之和150万元（一般公共预算收入100＋中央级收入40＋省级收入10），" +
			"前者比后者少10万元，超出舍入容差±2万元（第12行）。",
		Exclusions: []string{
			"lists without the share of one higher level: less than the total is no finding",
			"what is missing is the own revenue or expenditure of another book",
			"amounts in the sentence that could not be read",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, whole := range r.Set.Facts {
		if whole.Kind != budget.Narrative || !subject.Wide(whole.Subject) || !whole.Sums() || !whole.HasAmount() || whole.Hedge != "" || whole.Role == budget.RoleGrandTotal {
			continue
		}
		if l, ok := find(r.Set, whole); ok {
			ran = true
			judge(r, whole, l)
		}
	}
	if !ran {
		r.Skip("文中没有列出构成的财政总收入、总支出，未核对。")
	}
}

// list is what a sentence says a wide total is made of.
type list struct {
	parts []*facts.Fact
	more  bool // it names something else beside them
}

// find collects the parts that one sentence, that of the total or the next, lists behind it.
func find(s *facts.Set, whole *facts.Fact) (list, bool) {
	var l list
	quote := ""
	for id := whole.ID + 1; ; id++ {
		f := s.Fact(id)
		if f == nil || f.Kind != budget.Narrative || !f.Beside(whole.Figure) && f.Quote != whole.Quote || quote != "" && f.Quote != quote || subject.Wide(f.Subject) {
			break
		}
		if !part(whole, f) {
			l.more = l.more || !l.belongs(f)
			continue
		}
		if quote == "" && !introduced(whole, f) {
			break
		}
		quote = f.Quote
		l.parts = append(l.parts, f)
	}
	return l, len(l.parts) > 1 && (l.has(subject.Share) || l.books() > 1)
}

// part reports whether a figure can be an addend of a wide total.
func part(whole, f *facts.Fact) bool {
	return f.Sums() && f.HasAmount() && f.Level == whole.Level && f.Year == whole.Year && f.Stage == whole.Stage && f.Side == whole.Side &&
		(f.Subject == subject.Own(f.Book, f.Side) || subject.Share(f.Subject))
}

// introduced reports whether the words before the first part announce a list.
func introduced(whole, f *facts.Fact) bool {
	words, ok := whole.Until(f.Figure)
	if !ok {
		words = f.Before()
	}
	return phrase.Holds(words, "其中", "包括", "：", ":", "分别为", "由")
}

// belongs reports whether a figure is about a part that was listed: its budget, its
// change, what it is made of.
func (l *list) belongs(f *facts.Fact) bool {
	if len(l.parts) == 0 || f.Delta {
		return true
	}
	if !f.IsBudget() {
		return false
	}
	for _, p := range l.parts {
		if f.Subject == p.Subject || f.Parent == p.Subject || f.Whole == p.ID {
			return true
		}
	}
	return false
}

func (l *list) has(is func(string) bool) bool {
	for _, p := range l.parts {
		if is(p.Subject) {
			return true
		}
	}
	return false
}

// books counts the books whose own revenue or expenditure is listed.
func (l *list) books() int {
	seen := map[budget.Book]bool{}
	for _, p := range l.parts {
		if p.Subject == subject.Own(p.Book, p.Side) {
			seen[p.Book] = true
		}
	}
	return len(seen)
}

// complete reports whether the list makes up its whole: own revenue with the shares of
// centre and province, or expenditure by books.
func (l *list) complete(side budget.Side) bool {
	if l.more {
		return false
	}
	if side == budget.Expenditure {
		return true
	}
	centre := l.has(func(name string) bool { return subject.Share(name) && strings.Contains(name, "中央") })
	province := l.has(func(name string) bool { return subject.Share(name) && strings.Contains(name, "省") })
	return l.books() > 0 && centre && province
}

func judge(r *rule.Run, whole *facts.Fact, l list) {
	claim := rule.Claim{
		Identity: identity.Identity{Left: identity.Add(whole), Right: identity.Add(l.parts...), Relation: identity.AtLeast},
		Right:    "所列各项之和",
	}
	if claim.Identity.Evaluate() != identity.Broken && l.complete(whole.Side) && !otherBook(r.Set, whole, l) {
		claim.Identity.Relation, claim.Severity = identity.Equal, budget.Warning
	}
	r.Judge(claim)
}

// otherBook reports whether what the list lacks is a book that it does not name.
func otherBook(s *facts.Set, whole *facts.Fact, l list) bool {
	a := whole.Account()
	for _, b := range [...]budget.Book{budget.GovernmentFunds, budget.StateCapital, budget.SocialInsurance} {
		a.Book = b
		own, _ := s.Find(a, whole.Side, subject.Own(b, whole.Side))
		if own == nil {
			continue
		}
		id := identity.Identity{Left: identity.Add(whole), Right: identity.Add(append([]*facts.Fact{own}, l.parts...)...)}
		if id.Evaluate() != identity.Broken {
			return true
		}
	}
	return false
}
