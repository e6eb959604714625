package cause

import (
	"math"
	"strconv"
	"strings"

	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
	"yusuan/reconcile/rule"
)

// misrated explains a broken rate whose two amounts other identities confirm: then the
// rate itself was misprinted, or not recomputed.
func (s *search) misrated() {
	for _, i := range append([]int{}, s.open...) {
		id := s.outcomes[i].Identity
		if id.Rate == nil || !printed(s.outcomes[i].Check.Rule) || s.outcomes[i].Check.LikelyCause != "" || !s.confirmed(id, i) {
			continue
		}
		f := id.Left[0].Fact
		s.take([]int{i})
		check := s.outcomes[i].Check
		check.LikelyCause = rule.Place(f) + "“" + f.Label() + "”的两数另有核对印证，疑似所列比率有误，按两数计算应为" + computed(id) + "。"
		if g := id.Right[0].Fact; len(id.Right) == 1 && f.Value == g.Value && f.Year != g.Year {
			check.LikelyCause = rule.Place(f) + "与" + rule.Place(g) + "“" + f.Label() + "”完全相同而年度不同，疑似一处的年度标错，或误用了另一年的数。"
		}
		check.CauseFigure = f.ID
	}
}

// printed reports whether a rule judges rates that are printed, not bounds of the law.
func printed(id string) bool {
	switch id {
	case "Y603", "R701", "R703", "T104":
		return true
	}
	return false
}

// confirmed reports whether each figure of a rate takes part in another identity that
// holds, and would not if the figure were what the rate makes of the other.
func (s *search) confirmed(id *identity.Identity, but int) bool {
	for _, t := range id.Terms() {
		o := []identity.Override{{Fact: t.Fact, Value: t.Fact.Value + s.shift(id, t.Fact), Factor: 1}}
		held := false
		for _, i := range s.holding[t.Fact] {
			other := s.outcomes[i].Identity
			held = held || i != but && s.held(i) && other.Relation == identity.Equal && !within(other, id) && other.With(o) == identity.Broken
		}
		if !held {
			return false
		}
	}
	return true
}

// shift is what must be added to a figure for the printed rate to be right.
func (s *search) shift(id *identity.Identity, f *facts.Fact) interval.Amount {
	rate := (id.Rate.Narrow.Lo + id.Rate.Narrow.Hi) / 2
	if id.Rate.Kind == identity.Growth {
		rate++
	}
	of, base := float64(identity.Total(id.Left)), float64(identity.Total(id.Right))
	if id.Left[0].Fact == f {
		return interval.Amount(base*rate - of)
	}
	if rate == 0 {
		return 0
	}
	return interval.Amount(of/rate - base)
}

// within reports whether an identity rests on nothing but the figures of another.
func within(id, other *identity.Identity) bool {
	of := map[*facts.Fact]bool{}
	for _, t := range other.Terms() {
		of[t.Fact] = true
	}
	for _, t := range id.Terms() {
		if !of[t.Fact] {
			return false
		}
	}
	return true
}

// quotient is the rate that the amounts of an identity give, in percent.
func quotient(id *identity.Identity) float64 {
	q := float64(identity.Total(id.Left)) / float64(identity.Total(id.Right)) * 100
	if id.Rate.Kind == identity.Growth {
		q -= 100
	}
	return q
}

func computed(id *identity.Identity) string {
	return strconv.FormatFloat(quotient(id), 'f', rateDigits(id), 64) + "%"
}

// rateDigits is how many digits a rate is printed with after its point.
func rateDigits(id *identity.Identity) int {
	step := (id.Rate.Narrow.Hi - id.Rate.Narrow.Lo) * 100
	return max(0, int(math.Round(-math.Log10(step))))
}

// misprinted reports whether a rate is what its amounts give but for one digit, two
// neighbouring ones, or the sign: then the rate may be at fault as well as an amount.
func misprinted(id *identity.Identity) bool {
	n := rateDigits(id)
	is := strconv.FormatFloat(quotient(id), 'f', n, 64)
	was := strconv.FormatFloat((id.Rate.Narrow.Hi+id.Rate.Narrow.Lo)/2*100, 'f', n, 64)
	if strings.TrimPrefix(is, "-") == strings.TrimPrefix(was, "-") {
		return true
	}
	if len(is) != len(was) {
		return false
	}
	var off []int
	for k := range is {
		if is[k] != was[k] {
			off = append(off, k)
		}
	}
	switch len(off) {
	case 1:
		return true
	case 2:
		return is[off[0]] == was[off[1]] && is[off[1]] == was[off[0]]
	}
	return false
}
