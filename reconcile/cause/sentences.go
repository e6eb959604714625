package cause

import (
	"strconv"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// exchangedFigures lists pairs of figures of one sentence whose amounts, exchanged, close
// at least two of what is broken and break nothing; or close one, where another place
// gives the second figure the amount that stands by the first.
func (s *search) exchangedFigures() []*rowFault {
	var out []*rowFault
	tried := map[*facts.Fact]bool{}
	for _, i := range s.open {
		for _, t := range s.outcomes[i].Identity.Terms() {
			if f := t.Fact; !tried[f] && f.Kind == budget.Narrative && f.HasAmount() {
				tried[f] = true
				out = append(out, s.exchangesOf(f)...)
			}
		}
	}
	return out
}

// exchangesOf lists the exchanges of one figure that a broken identity holds.
func (s *search) exchangesOf(f *facts.Fact) []*rowFault {
	var out []*rowFault
	for _, g := range s.known {
		if g == f || g.Kind != budget.Narrative || g.Quote != f.Quote || g.Report != f.Report ||
			g.Subject == f.Subject || g.Value == f.Value || !g.HasAmount() || g.Delta != f.Delta {
			continue
		}
		o := exchange(f, g)
		closes, ok := s.test(s.touched(o), o)
		if !ok || !s.exactly(closes) || len(closes) < 2 && !s.givenElsewhere(g, f) {
			continue
		}
		out = append(out, &rowFault{fact: f, closes: closes, words: rule.Place(f) + "“" + f.Label() + "”" + inUnit(f, f.Value) + "与“" + g.Label() + "”" + inUnit(g, g.Value) +
			"疑似互换，换回后" + strconv.Itoa(len(closes)) + "项核对均相符。"})
	}
	return out
}

// exactly reports whether all of the identities are sums broken by so much that nothing
// closes them by chance.
func (s *search) exactly(all []int) bool {
	for _, i := range all {
		if !exact(s.outcomes[i].Identity, scaled) {
			return false
		}
	}
	return true
}

// givenElsewhere reports whether another sentence or table gives a figure's subject the
// amount that is printed by another figure.
func (s *search) givenElsewhere(g, f *facts.Fact) bool {
	for _, k := range s.known {
		if k.Subject == g.Subject && k.Value == f.Value && !k.Beside(g.Figure) && k.Report == g.Report {
			return true
		}
	}
	return false
}
