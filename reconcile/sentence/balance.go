// Package sentence finds the balance identity that a sentence states:
// …收入X万元，加A、B、C后，收入总计Y万元.
package sentence

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/subject"
)

// Balance is one side of one account as a sentence states it.
type Balance struct {
	Account facts.Account
	Side    budget.Side
	Total   *facts.Fact   // 收入总计, 支出总计
	Addends []*facts.Fact // the book's own amount first
	Unread  bool          // the sentence has an amount among them that wasn't understood
	Changed bool          // it says of them what changed: what didn't change may be left out
}

// Balances lists the balance identities of all sentences, in reading order.
func Balances(s *facts.Set) []Balance { return facts.Once(s, "sentence.Balances", balances) }

func balances(s *facts.Set) []Balance {
	var out []Balance
	for _, st := range s.Statements() {
		for _, f := range st.Facts {
			if f.Role != budget.RoleGrandTotal || f.Kind != budget.Narrative || !f.HasAmount() {
				continue
			}
			b, ok := collect(s, st, f)
			if !ok {
				b, ok = announced(s, f)
			}
			if ok {
				out = append(out, b)
			}
		}
	}
	return out
}

// collect gathers the addends of a grand total from its sentence.
func collect(s *facts.Set, st facts.Statement, total *facts.Fact) (Balance, bool) {
	b := Balance{Account: total.Account(), Side: total.Side, Total: total}
	own := subject.Own(total.Book, total.Side)
	var first *facts.Fact
	var components, subtotals, others []*facts.Fact
	for _, f := range st.Facts {
		if f == total || f.Account() != b.Account || !f.HasAmount() || f.Basis != total.Basis && total.Basis != budget.BasisWithoutCarryOver {
			continue
		}
		switch {
		case f.Subject == own && (f.Role == budget.RoleTotal || f.Role == budget.RolePart):
			if first == nil || f.Role == budget.RoleTotal {
				first = f
			}
		case f.Whole > 0:
		case f.Role == budget.RoleComponent || f.Role == budget.RoleLump:
			components = append(components, f)
		case f.Role == budget.RoleSubtotal:
			subtotals = append(subtotals, f)
		case f.Subject != own && f.Role != budget.RoleGrandTotal && f.Role != budget.RoleEarmark:
			others = append(others, f)
		}
	}
	if len(components)+len(subtotals) == 0 && first == nil {
		return b, false
	}
	if first == nil {
		if f, conflict := s.Find(b.Account, b.Side, own); f != nil && !conflict {
			first = f
		}
		if wide := leading(others, components); wide != nil {
			// 财政收入X万元，加上A、B，财政收入总计Y万元: whether X is the book's own revenue
			// or that of several books, the sum says; where neither closes it, nothing does.
			first = closing(total, components, first, wide)
		}
	}
	if first == nil {
		return b, false
	}
	b.Addends = choose(total, first, components, subtotals)
	b.complete(append(others, unchanged(st, total)...))
	b.confine()
	b.gatherPoints(s)
	b.Unread = unread(s, &b)
	b.Changed = changed(s, &b)
	return b, true
}

// leading is the figure by another name than the book's own that a sentence begins
// with, before its components.
func leading(others, components []*facts.Fact) *facts.Fact {
	if len(others) == 0 || len(components) == 0 || others[0].ID > components[0].ID {
		return nil
	}
	return others[0]
}

// closing is the first of two figures that the components add up to the total with.
func closing(total *facts.Fact, components []*facts.Fact, firsts ...*facts.Fact) *facts.Fact {
	for _, f := range firsts {
		if f == nil {
			continue
		}
		id := identity.Identity{Left: identity.Add(total), Right: identity.Add(append([]*facts.Fact{f}, components...)...)}
		if id.Evaluate() != identity.Broken {
			return f
		}
	}
	return nil
}

// unchanged lists the components that a sentence on an adjustment gives once, because
// the adjustment leaves them as they were (债务还本支出X万元，不作调整): they belong to
// the total before the adjustment too.
func unchanged(st facts.Statement, total *facts.Fact) []*facts.Fact {
	if total.Stage != budget.Budgeted && total.Basis == "" {
		return nil
	}
	was := map[string]bool{}
	for _, f := range st.Facts {
		if f.Account() == total.Account() && f.Basis == total.Basis {
			was[f.Subject] = true
		}
	}
	var out []*facts.Fact
	for _, f := range st.Facts {
		same := f.Book == total.Book && f.Level == total.Level && f.Scope == total.Scope && f.Year == total.Year
		if same && f.Stage == budget.Adjusted && f.Basis == "" && f.Role == budget.RoleComponent && f.Whole == 0 && f.HasAmount() && !was[f.Subject] {
			out = append(out, f)
		}
	}
	return out
}

// complete adds figures of the sentence whose role isn't known, components in
// local words, where that closes the identity or comes closer to it.
func (b *Balance) complete(others []*facts.Fact) {
	id := b.Identity()
	if len(others) == 0 || id.Evaluate() != identity.Broken {
		return
	}
	for i := range others {
		if b.closes(others[i]) {
			b.Addends = append(b.Addends, others[i])
			return
		}
	}
	if b.closes(others...) || b.gap(others...) < b.gap() {
		b.Addends = append(b.Addends, others...)
	}
}

// nearPoints is how many paragraphs above its total a list of points may have begun.
const nearPoints = 12

// gatherPoints adds the components that points above the sentence give (（2）上级补助收入X
// 万元。↵（3）上年结余Y万元。收入总量Z万元。), where all of them close the identity.
func (b *Balance) gatherPoints(s *facts.Set) {
	id := b.Identity()
	if id.Evaluate() != identity.Broken {
		return
	}
	named := map[string]bool{}
	for _, f := range b.Addends {
		named[f.Subject] = true
	}
	var above []*facts.Fact
	for _, f := range s.Facts {
		if f.Kind != budget.Narrative || f.Role != budget.RoleComponent || f.Account() != b.Account || f.Side != b.Side || named[f.Subject] ||
			!f.HasAmount() || f.Delta || f.Whole > 0 || f.Basis != b.Total.Basis || f.ID > b.Total.ID || !f.Within(b.Total.Figure, nearPoints) {
			continue
		}
		named[f.Subject] = true
		above = append(above, f)
	}
	if len(above) > 0 && b.closes(above...) {
		b.Addends = append(b.Addends, above...)
	}
}

// confine leaves out what other sentences of the paragraph add (年终结余X万元 behind
// a total of expenditure that closes without it), or what stands behind the total.
func (b *Balance) confine() {
	id := b.Identity()
	if id.Evaluate() != identity.Broken {
		return
	}
	var inside, before []*facts.Fact
	for _, f := range b.Addends {
		if f.Quote == b.Total.Quote && !Apart(b.Total, f) {
			inside = append(inside, f)
		}
		if f.Subject != subject.CarryOut || f.ID < b.Total.ID {
			before = append(before, f)
		}
	}
	for _, some := range [][]*facts.Fact{inside, before} {
		if len(some) < 2 || len(some) == len(b.Addends) {
			continue
		}
		id = identity.Identity{Left: identity.Add(b.Total), Right: identity.Add(some...)}
		if id.Evaluate() != identity.Broken {
			b.Addends = some
			return
		}
	}
}

// Apart reports whether a remainder is stated behind a total of expenditure and a
// semicolon: 支出总计X万元，其中…；年终结余Y万元.
func Apart(total, f *facts.Fact) bool {
	if f.Subject != subject.CarryOut {
		return false
	}
	between, ok := total.Until(f.Figure)
	return ok && strings.Contains(between, "；")
}

// gap is the difference between the total and the addends with more of them.
func (b *Balance) gap(more ...*facts.Fact) interval.Amount {
	d := b.Total.Value
	for _, f := range b.Addends {
		d -= f.Value
	}
	for _, f := range more {
		d -= f.Value
	}
	return d.Abs()
}

// unread reports whether the sentence has an amount among the addends that no
// rule of reading attributed.
func unread(s *facts.Set, b *Balance) bool {
	first := b.Total.ID
	for _, f := range b.Addends {
		if f.Quote == b.Total.Quote && f.ID < first {
			first = f.ID
		}
	}
	for _, f := range s.Facts {
		if f.ID > first && f.ID < b.Total.ID && !f.IsBudget() && f.HasAmount() && f.Quote == b.Total.Quote {
			return true
		}
	}
	return false
}

// changed reports whether a passage gives the addends of an adjusted total with
// their changes (由X调整为Y，调增Z).
func changed(s *facts.Set, b *Balance) bool {
	if b.Total.Stage != budget.Adjusted {
		return false
	}
	for _, f := range s.Facts {
		if !f.Delta || f.Kind != budget.Narrative || f.Side != b.Side {
			continue
		}
		for _, a := range b.Addends {
			if f.Subject == a.Subject && f.Beside(a.Figure) && f.Account() == a.Account() {
				return true
			}
		}
	}
	return false
}

// partial reports whether the addends need not be all: they are those that changed
// and stay below the total, or the total came first under another name (支出X万元，
// 其中：…) and its parts stay below it: such a list need not name them all.
func (b *Balance) partial() bool {
	var sum interval.Amount
	for _, f := range b.Addends {
		sum = sum.Plus(f.Value)
	}
	if sum >= b.Total.Value {
		return false
	}
	if b.Changed {
		return true
	}
	if q := b.Total.Quote; len(b.Addends) <= 2 && b.Addends[0].Quote == q && !strings.ContainsAny(q, "加含括中即由：＋+") {
		return true // 收入X万元，调出资金Y万元，支出总量Z万元: no list that claims to be whole
	}
	named := strings.Contains(b.Total.SubjectRaw, "总") || strings.Contains(b.Total.SubjectRaw, "合计")
	return !named && b.Total.SubjectRaw != "" && len(b.Addends) > 0 && b.Total.ID < b.Addends[0].ID
}

// choose takes the components, or the subtotals where a sentence gives both and
// only they close.
func choose(total, first *facts.Fact, components, subtotals []*facts.Fact) []*facts.Fact {
	with := func(rest []*facts.Fact) []*facts.Fact { return append([]*facts.Fact{first}, rest...) }
	if len(subtotals) == 0 {
		return with(components)
	}
	all := append(append([]*facts.Fact{}, components...), subtotals...)
	for _, rest := range [][]*facts.Fact{all, components, subtotals} {
		id := identity.Identity{Left: identity.Add(total), Right: identity.Add(with(rest)...)}
		if id.Evaluate() != identity.Broken {
			return with(rest)
		}
	}
	return with(all)
}

// Identity asserts that the total is the sum of the addends.
func (b *Balance) Identity() identity.Identity {
	return identity.Identity{Left: identity.Add(b.Total), Right: identity.Add(b.Addends...)}
}

// Omitted finds the components of the account that the report's tables have and
// the sentence leaves out, if adding them (one, two, or all) closes the identity. To
// leave out what didn't change is no omission.
func (b *Balance) Omitted(s *facts.Set) []*facts.Fact {
	id := b.Identity()
	if b.Changed || id.Evaluate() != identity.Broken {
		return nil
	}
	absent := b.absent(s)
	for i, f := range absent {
		if b.closes(f) {
			return absent[i : i+1]
		}
	}
	for i, f := range absent {
		for _, g := range absent[i+1:] {
			if b.closes(f, g) {
				return []*facts.Fact{f, g}
			}
		}
	}
	if len(absent) > 2 && b.closes(absent...) {
		return absent
	}
	return nil
}

func (b *Balance) closes(more ...*facts.Fact) bool {
	all := append(append([]*facts.Fact{}, b.Addends...), more...)
	id := identity.Identity{Left: identity.Add(b.Total), Right: identity.Add(all...)}
	return id.Evaluate() != identity.Broken
}

// absent lists the table components of the account whose subjects the sentence
// doesn't name.
func (b *Balance) absent(s *facts.Set) []*facts.Fact {
	named := map[string]bool{}
	for _, f := range b.Addends {
		named[f.Subject] = true
		for _, l := range f.Listed {
			named[l] = true
		}
	}
	var out []*facts.Fact
	for _, f := range s.Facts {
		if f.Kind != budget.InTable || f.Role != budget.RoleComponent || f.Account() != b.Account ||
			f.Side != b.Side || f.Value == 0 || named[f.Subject] || f.Doubtful() || !f.Sums() {
			continue
		}
		if f.Subject == subject.Tax || f.Subject == subject.NonTax {
			continue
		}
		named[f.Subject] = true
		out = append(out, f)
	}
	return out
}
