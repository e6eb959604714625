package r703

import (
	"regexp"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// togetherRE is the share of several amounts behind the last of them: how many, what
// they are a share of, and the number.
var togetherRE = regexp.MustCompile(`^[^，、。；]{0,4}[，,、]\s*(?:以上|上述|这)?([两二三四五六])(?:项|类|大类)(?:支出|收入|税种)?(?:合计|共|总和|之和|共计|一共|总计)?占([^，、。；占]{2,24}?)的?(?:比重|比例|比)?(?:为|是|达到|达)?\s*([0-9]+(?:\.[0-9]+)?)\s*[%％]`)

var counts = map[string]int{"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}

// together judges the share of a list of amounts that ends with f.
func together(r *rule.Run, f *facts.Fact) bool {
	m := togetherRE.FindStringSubmatch(behind(f))
	if m == nil {
		return false
	}
	parts := list(r.Set, f, counts[m[1]])
	whole, conflict := base(r.Set, f, m[2])
	share, ok := rate(m[3])
	if parts == nil || whole == nil || conflict || !ok {
		return false
	}
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(parts...), Right: identity.Add(whole), Rate: grid.NewRate(identity.Share, &share)},
		Left:     m[1] + "项合计占比列印为" + share.Value.String() + "%",
	})
	return true
}

// list is f with the amounts before it, n of them; nil where they are no equals of one
// account.
func list(s *facts.Set, f *facts.Fact, n int) []*facts.Fact {
	out := make([]*facts.Fact, n)
	for i := range out {
		g := s.Fact(f.ID - n + 1 + i)
		if g == nil || g.Quote != f.Quote || g.Account() != f.Account() || g.Side != f.Side || g.Role != f.Role || g.Kind != budget.Narrative ||
			!g.Sums() || !g.HasAmount() || g.Hedge != "" {
			return nil
		}
		out[i] = g
	}
	return out
}
