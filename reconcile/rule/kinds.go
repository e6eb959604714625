package rule

import (
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
)

// Find looks up a figure by the name of its subject, and says whether the report
// gives it differently in several places.
type Find func(name string) (f *facts.Fact, conflict bool)

// Kinds judges that a figure is the sum of the two kinds it is made of; names are
// those of the whole and of the kinds. adjust, if any, has the last word on the
// claim. It returns false where one of the three is not stated.
func (r *Run) Kinds(find Find, names [3]string, right string, adjust func(*Claim)) bool {
	whole, c := find(names[0])
	one, c1 := find(names[1])
	two, c2 := find(names[2])
	if whole == nil || one == nil || two == nil {
		return false
	}
	if c || c1 || c2 {
		r.Conflict(whole, one, two)
		return true
	}
	claim := Claim{Identity: identity.Identity{Left: identity.Add(whole), Right: identity.Add(one, two)}, Right: right}
	if adjust != nil {
		adjust(&claim)
	}
	r.Judge(claim)
	return true
}
