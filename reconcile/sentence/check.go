package sentence

import (
	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
)

// Check judges the balance sentences of one side (N201, N202).
func Check(r *rule.Run, side budget.Side) {
	stated := map[*facts.Fact]bool{}
	for _, b := range Balances(r.Set) {
		if b.Side != side || len(b.Addends) < 2 {
			continue
		}
		stated[b.Total] = true
		if len(b.Omitted(r.Set)) > 0 {
			r.Missing(b.Total, "句中未列的组成部分（见N207）")
			continue
		}
		id := b.Identity()
		if (b.Unread || b.Total.Ambiguous()) && id.Evaluate() == identity.Broken {
			r.Missing(b.Total, "同句中另一个金额的含义")
			continue
		}
		if b.partial() && id.Evaluate() == identity.Broken {
			r.Missing(b.Total, "句中没有列出的部分")
			continue
		}
		r.Judge(rule.Claim{Identity: id, Right: "各项之和"})
	}
	for _, f := range r.Set.Facts {
		if f.Kind == budget.Narrative && f.Role == budget.RoleGrandTotal && f.Side == side && f.Sums() && !stated[f] {
			r.Missing(f, "同句所列的组成部分")
		}
	}
}
