// Package n204 checks the parts that a sentence gives of a figure.
package n204

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/slip"
	"yusuan/reconcile/subject"
)

// Rule is N204.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "N204",
		Title:    "括号内或“其中”的分项与总数相符",
		Severity: budget.Error,
		What: "Parts in brackets or introduced by 分别为 and the like sum to the figure they split. " +
			"Parts after 其中 stay within it, each and together; so does a single part. Less than the whole is a warning where the list claims to be whole: " +
			"it ends in 其他收入, 其他支出; or where one wrong digit is all that keeps five parts or more from making up the whole.",
		Why:       "A part or its whole is wrong, or a part belongs to another figure.",
		Authority: "《预算法》第四十六条：报送审查的预算草案应当细化；第七十五条：编制决算草案应当做到收支真实、数额准确、内容完整。",
		Example: "2023年全县一般公共预算执行数：一般公共预算收入200万元，括号内分项之和190万元（县级150＋乡镇40），" +
			"前者比后者多10万元，超出舍入容差±1.5万元（第12行）。",
		Exclusions: []string{
			"lists that the text calls selective (主要, 其中): only more than the whole is an error",
			"two splits of one figure (税收 and 非税, 税务部门 and 财政部门): each is judged by itself",
			"subjects that cut across the classification (民生支出, “三保”支出, 八项支出, 主体税种): each stays within the whole, and they enter no sum",
			"parts below another part of the same list, and changes",
			"parts that sum to another figure of the same subject in the passage (the budget of the year, an earlier adjustment)",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, id := range r.Set.Wholes() {
		whole := r.Set.Fact(id)
		if whole == nil || !whole.Sums() || !whole.HasAmount() || whole.Kind != budget.Narrative {
			continue
		}
		for _, parts := range groups(whole, r.Set.Parts(id)) {
			ran = true
			judge(r, whole, parts)
		}
	}
	if !ran {
		r.Skip("文中没有带分项的数据，未核对。")
	}
}

// groups separates the listings of one whole, leaving out what cannot be summed:
// other years and stages, changes, parts of parts.
func groups(whole *facts.Fact, parts []*facts.Fact) [][]*facts.Fact {
	index := map[int]int{}
	var out [][]*facts.Fact
	for _, p := range parts {
		if p.Kind != budget.Narrative || !p.HasAmount() || p.Year != whole.Year || p.Stage != whole.Stage ||
			p.Side != whole.Side || p.Book != whole.Book || p.Basis != whole.Basis || p.Role == budget.RoleEarmark {
			continue
		}
		i, ok := index[p.Group]
		if !ok {
			i = len(out)
			index[p.Group] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], p)
	}
	var apart [][]*facts.Fact
	for i := range out {
		var rest []*facts.Fact
		for _, p := range topmost(out[i]) {
			if subject.Overlaps(p.Subject) || subject.Overlaps(p.SubjectRaw) {
				apart = append(apart, []*facts.Fact{p})
			} else {
				rest = append(rest, p)
			}
		}
		out[i] = rest
	}
	return append(out, apart...)
}

// topmost drops parts that are themselves below another part of the list.
func topmost(parts []*facts.Fact) []*facts.Fact {
	var out []*facts.Fact
	for _, p := range parts {
		if !below(p, parts) {
			out = append(out, p)
		}
	}
	return out
}

func below(p *facts.Fact, parts []*facts.Fact) bool {
	for _, q := range parts {
		if q == p || q.Subject == p.Subject {
			continue
		}
		if p.Parent == q.Subject && p.Parent != "" {
			return true
		}
		if q.Code != "" && len(p.Code) > len(q.Code) && strings.HasPrefix(p.Code, q.Code) {
			return true
		}
	}
	return false
}

func judge(r *rule.Run, whole *facts.Fact, parts []*facts.Fact) {
	if len(parts) == 0 {
		return
	}
	id := identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts...), Relation: identity.AtLeast}
	claim := rule.Claim{Identity: id, Right: "所列分项之和"}
	if exhaustive(whole, parts) {
		claim.Identity.Relation = identity.Equal
		claim.Right = "各分项之和"
	}
	if claim.Identity.Evaluate() == identity.Broken && len(parts) > 1 && (twoSplits(r, whole, parts) || ofAnother(r, whole, parts)) {
		return
	}
	if claim.Identity.Relation == identity.AtLeast && claim.Identity.Evaluate() != identity.Broken && (claimsAll(parts) || slip.Explains(whole, parts)) {
		claim.Identity.Relation, claim.Severity = identity.Equal, budget.Warning
		claim.Right = "各分项之和"
		if claim.Identity.Evaluate() == identity.Broken && ofAnother(r, whole, parts) {
			return
		}
	}
	r.Judge(claim)
}

// ofAnother handles a list that doesn't close with its whole, but with another
// figure of the same subject in the passage: the year's budget, what an earlier
// adjustment had set. Parts that the passage gives twice over belong to one of
// them, nobody knows which.
func ofAnother(r *rule.Run, whole *facts.Fact, parts []*facts.Fact) bool {
	for _, p := range parts {
		if p.Ambiguous() {
			r.Missing(whole, "把同处另一个“"+p.Label()+"”区分开的依据")
			return true
		}
	}
	for _, f := range r.Set.Facts {
		if f == whole || !f.Beside(whole.Figure) || f.Kind != whole.Kind || f.Subject != whole.Subject || f.Book != whole.Book || f.Side != whole.Side ||
			!f.Sums() || !f.HasAmount() {
			continue
		}
		id := identity.Identity{Left: identity.Add(f), Right: identity.Add(parts...)}
		if id.Evaluate() != identity.Broken {
			r.Missing(whole, "确定分项属于哪一个“"+whole.Label()+"”的依据")
			return true
		}
	}
	return false
}

// exhaustive reports whether the list is said to make up its whole.
func exhaustive(whole *facts.Fact, parts []*facts.Fact) bool {
	if len(parts) < 2 {
		return false
	}
	if byLevels(whole, parts) {
		return true
	}
	for _, p := range parts {
		if p.Open || p.Split == budget.Among || p.Split == budget.NoSplit || p.Hedge != "" {
			return false
		}
	}
	return true
}

// byLevels reports whether a figure of all levels is split into the own level and the
// lower ones: there are no others, whatever introduces the list.
func byLevels(whole *facts.Fact, parts []*facts.Fact) bool {
	if len(parts) != 2 || whole.Level != budget.Consolidated || subject.Between(whole.Subject, whole.Parent) {
		return false
	}
	for _, p := range parts {
		if p.Subject != whole.Subject || p.Hedge != "" || p.Open {
			return false
		}
	}
	a, b := parts[0].Level, parts[1].Level
	return a == budget.Own && b == budget.Lower || a == budget.Lower && b == budget.Own
}

// claimsAll reports whether a list after 其中 leaves nothing out, since it ends in what is
// other.
func claimsAll(parts []*facts.Fact) bool {
	for _, p := range parts {
		if p.Hedge != "" || p.Open {
			return false
		}
	}
	return endsInOther(parts)
}

// fewest is how many parts a list has whose 其他 stands for all the rest.
const fewest = 3

// endsInOther reports whether the last of several parts is what no other part holds:
// 其他收入, 其他支出. The class 229 其他支出 is one of many.
func endsInOther(parts []*facts.Fact) bool {
	last := parts[len(parts)-1]
	return len(parts) >= fewest && strings.HasPrefix(last.SubjectRaw, "其他") && last.Role != budget.RoleFunction && !strings.HasPrefix(last.Code, "229")
}

// twoSplits handles a list that splits the whole twice over: it finds the place
// where both halves sum to the whole, and judges each.
func twoSplits(r *rule.Run, whole *facts.Fact, parts []*facts.Fact) bool {
	for cut := 1; cut < len(parts); cut++ {
		a := identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts[:cut]...)}
		b := identity.Identity{Left: identity.Add(whole), Right: identity.Add(parts[cut:]...)}
		if a.Evaluate() == identity.Broken || b.Evaluate() == identity.Broken {
			continue
		}
		r.Judge(rule.Claim{Identity: a, Right: "各分项之和"})
		r.Judge(rule.Claim{Identity: b, Right: "各分项之和"})
		return true
	}
	return false
}
