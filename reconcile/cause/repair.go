package cause

import (
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// candidate is a repair that closes at least one broken identity and breaks none.
type candidate struct {
	kind      kind
	fact      *facts.Fact
	overrides []identity.Override
	closes    []int // open identities that it closes
	words     string
}

// repair finds a repair that is clearly best for what it closes, groups what it
// explains, and reports whether it found one.
func (s *search) repair() bool {
	all := s.candidates()
	var best *candidate
	for _, c := range all {
		if best != nil && !s.better(c, best) {
			continue
		}
		if !rivalled(c, all) {
			best = c
		}
	}
	if best == nil {
		return false
	}
	leader := s.take(best.closes)
	check := s.outcomes[leader].Check
	check.LikelyCause = best.words
	if best.words == "" {
		check.LikelyCause = describe(best)
	}
	check.CauseFigure = best.fact.ID
	if check.Severity == budget.Info && (best.unit() || best.kind <= scaled && exact(s.outcomes[leader].Identity, best.kind)) {
		// A note that only a wrong unit explains, or two digits, is more than a note.
		check.Severity = budget.Warning
	}
	if best.kind == missing {
		check.Evidence = append(check.Evidence, budget.Evidence{Figure: best.fact.Figure, Report: best.fact.Report.ID, Role: "疑似漏列"})
	}
	return true
}

// beyond reports whether a factor is that of a unit, not of a shifted digit.
func beyond(factor float64) bool { return factor >= 1e4 || factor <= 1e-4 }

// rivalled reports whether a repair of another figure explains as much of the
// same.
func rivalled(c *candidate, all []*candidate) bool {
	for _, d := range all {
		if c.unit() && d.kind > scaled {
			continue // a digit may fit by chance; ten thousand times as much doesn't
		}
		if d.fact != c.fact && len(d.closes) >= len(c.closes) && overlap(c.closes, d.closes) {
			return true
		}
	}
	return false
}

// unit reports whether a repair is that of a wrong unit.
func (c *candidate) unit() bool { return c.kind == scaled && beyond(c.overrides[0].Factor) }

func overlap(a, b []int) bool {
	for _, i := range a {
		for _, j := range b {
			if i == j {
				return true
			}
		}
	}
	return false
}

// better orders repairs of equal reach: the likelier kind of misprint, then the
// one that closes more exactly.
func (s *search) better(c, d *candidate) bool {
	if len(c.closes) != len(d.closes) {
		return len(c.closes) > len(d.closes)
	}
	if c.kind != d.kind {
		return c.kind < d.kind
	}
	return s.residual(c) < s.residual(d)
}

// residual is what a repair leaves open in the sums that it closes.
func (s *search) residual(c *candidate) interval.Amount {
	var sum interval.Amount
	for _, i := range c.closes {
		id := s.outcomes[i].Identity
		if id.Rate != nil || len(c.overrides) == 0 {
			continue
		}
		diff := identity.Total(id.Left) - identity.Total(id.Right)
		for _, t := range id.Terms() {
			if t.Fact == c.fact {
				diff += (c.overrides[0].Value - c.fact.Value) * interval.Amount(t.Weight)
			}
		}
		sum = sum.Plus(diff.Abs())
	}
	return sum
}

// candidates lists every repair of the open identities.
func (s *search) candidates() []*candidate {
	var out []*candidate
	tried := map[*facts.Fact]bool{}
	for _, i := range s.open {
		for _, t := range s.outcomes[i].Identity.Terms() {
			if tried[t.Fact] {
				continue
			}
			tried[t.Fact] = true
			out = append(out, s.ofFigure(t.Fact)...)
		}
		out = append(out, s.ofRows(i)...)
	}
	return out
}

// ofFigure lists the repairs of one figure.
func (s *search) ofFigure(f *facts.Fact) []*candidate {
	var out []*candidate
	at := s.holding[f]
	for _, e := range edits(f) {
		if !s.near(f, at, e) {
			continue
		}
		o := []identity.Override{{Fact: f, Value: e.value, Factor: e.factor}}
		if closes, ok := s.test(at, o); ok && s.telling(f, e, closes) {
			out = append(out, &candidate{kind: e.kind, fact: f, overrides: o, closes: closes})
		}
	}
	return out
}

// near is a quick look at whether an edit can close any open sum.
func (s *search) near(f *facts.Fact, at []int, e edit) bool {
	for _, i := range at {
		id := s.outcomes[i].Identity
		if id.Rate != nil || id.Relation != identity.Equal {
			return true
		}
		if !s.isOpen(i) {
			continue
		}
		diff := identity.Total(id.Left) - identity.Total(id.Right)
		shift := (e.value - f.Value).Abs()
		slack := id.Tolerance().Plus(f.Step().Times(int64(e.factor) + 1))
		if (shift - diff.Abs()).Abs() <= slack {
			return true
		}
	}
	return false
}

// test lists the open identities that a repair closes; ok is false where it
// closes none or breaks one that held.
func (s *search) test(at []int, o []identity.Override) (closes []int, ok bool) {
	for _, i := range at {
		state := s.outcomes[i].Identity.With(o)
		if s.isOpen(i) {
			if state == identity.Holds || state == identity.Rounds {
				closes = append(closes, i)
			}
			continue
		}
		if state == identity.Broken && s.held(i) {
			return nil, false
		}
	}
	return closes, len(closes) > 0
}

// held reports whether an identity holds as printed.
func (s *search) held(i int) bool {
	v := s.outcomes[i].Check.Verdict
	return v == budget.Pass || v == budget.Rounding
}

// ofRows looks for a row left out of a sum.
func (s *search) ofRows(i int) []*candidate {
	id := s.outcomes[i].Identity
	if id.Rate != nil || id.Relation != identity.Equal || len(id.Left) != 1 || len(id.Right) < 2 {
		return nil
	}
	var out []*candidate
	if c := s.missing(i, id); c != nil {
		out = append(out, c)
	}
	return out
}

// twice finds an addend that stands twice and closes when taken once.
func (s *search) twice(i int, id *identity.Identity) *candidate {
	for a, t := range id.Right {
		for _, u := range id.Right[:a] {
			if t.Fact.Label() != u.Fact.Label() || t.Fact.Value != u.Fact.Value || t.Fact.Value == 0 {
				continue
			}
			without := identity.Identity{Left: id.Left, Right: append(append([]identity.Term{}, id.Right[:a]...), id.Right[a+1:]...), Relation: id.Relation}
			if without.Evaluate() != identity.Broken {
				return &candidate{kind: twice, fact: t.Fact, closes: []int{i}, words: rule.Place(t.Fact) + "“" + t.Fact.Label() + "”" +
					t.Fact.Value.String() + "万元与" + rule.Place(u.Fact) + "重复，疑似重复计列，去掉一处后相符。"}
			}
		}
	}
	return nil
}

// missing finds a component of the account that the sum lacks and that closes it.
func (s *search) missing(i int, id *identity.Identity) *candidate {
	total := id.Left[0].Fact
	diff := identity.Total(id.Left) - identity.Total(id.Right)
	if diff <= 0 {
		return nil
	}
	named := map[string]bool{total.Subject: true}
	for _, t := range id.Right {
		named[t.Fact.Subject] = true
	}
	slack := id.Tolerance()
	var found *facts.Fact
	for _, f := range s.pool(total) {
		if named[f.Subject] || (f.Value-diff).Abs() > slack {
			continue
		}
		if found != nil && found.Subject != f.Subject {
			return nil
		}
		found = f
	}
	if found == nil {
		return nil
	}
	return &candidate{kind: missing, fact: found, closes: []int{i}, words: "差额与" + rule.Place(found) + "“" + found.Label() + "”" +
		found.Value.String() + "万元相等，疑似漏列这一项。"}
}

// pool lists the components of an account that other outcomes rest on.
func (s *search) pool(total *facts.Fact) []*facts.Fact {
	seen := map[*facts.Fact]bool{}
	var out []*facts.Fact
	s.each(func(_ int, f *facts.Fact) {
		if seen[f] || f.Account() != total.Account() || f.Side != total.Side || f.Value == 0 || f.Report != total.Report {
			return
		}
		seen[f] = true
		switch f.Role {
		case budget.RoleComponent, budget.RoleItem, budget.RoleFunction:
			out = append(out, f)
		}
	})
	return out
}

// describe says a repair: the figure, what is printed, what it should be.
func describe(c *candidate) string {
	words := rule.Place(c.fact) + "“" + c.fact.Label() + "”列印" + inUnit(c.fact, c.fact.Value) + "，疑为" + inUnit(c.fact, c.overrides[0].Value) +
		"（" + said[c.kind] + "）"
	if len(c.closes) > 1 {
		return words + "，改正后" + strconv.Itoa(len(c.closes)) + "项核对均相符。"
	}
	return words + "，改正后相符。"
}

// inUnit prints an amount in the unit that the figure is printed in.
func inUnit(f *facts.Fact, v interval.Amount) string {
	d := v.Decimal()
	switch f.Unit {
	case "亿元":
		return d.Shift(-4).String() + "亿元"
	case "千元":
		return d.Shift(1).String() + "千元"
	case "元":
		return d.Shift(4).String() + "元"
	}
	return d.String() + "万元"
}
