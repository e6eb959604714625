// Package r703 checks the shares that a report states against its amounts.
package r703

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// Rule is R703.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "R703",
		Title:    "占比与两数相符",
		Severity: budget.Warning,
		What: "A share that a sentence prints behind an amount (占一般公共预算收入的63.3%, 占比29.8%), and the share of taxes that a report states by itself, " +
			"is the amount over its whole of the same scope, year and stage; so is a share of several amounts that a list ends in (三项合计占一般公共预算支出的52.5%).",
		Why:       "The share, the amount or its whole is wrong, or the share was not recomputed.",
		Authority: "《预算法》第四十八条、第七十九条：人民代表大会重点审查预算执行情况和决算；《数值修约规则与极限数值的表示和判定》（GB/T 8170）。",
		Example:   "2023年全县一般公共预算执行数：占比列印为63.3%，按税收收入61万元与一般公共预算收入100万元计算为61.00%，不相符（第12行）。",
		Exclusions: []string{
			"shares of a budget (占调整预算的X%), which are completion rates, and changes of a share (提高X个百分点)",
			"shares of anything but an own revenue or expenditure, taxes, or the figure that the list splits",
			"comparable bases (同口径, 剔除, 扣除), wholes that contradict each other",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	ran := false
	for _, f := range r.Set.Facts {
		if f.Kind != budget.Narrative || !f.Sums() || !f.HasAmount() || f.Hedge != "" || f.Ambiguous() || !strings.Contains(f.Quote, "占") || facts.OtherBasis(f) {
			continue
		}
		ran = together(r, f) || ran
		for _, m := range shareRE.FindAllStringSubmatch(behind(f), -1) {
			whole, conflict := base(r.Set, f, m[1])
			share, ok := rate(m[2])
			if whole == nil || conflict || !ok {
				continue
			}
			ran = true
			judge(r, f, whole, &share)
			break
		}
	}
	for i := range r.Set.Report.Ratios {
		ran = taxes(r, &r.Set.Report.Ratios[i]) || ran
	}
	if !ran {
		r.Skip("文中没有能与金额核对的占比，未核对。")
	}
}

func judge(r *rule.Run, part, whole *facts.Fact, share *budget.Rate) {
	r.Judge(rule.Claim{
		Identity: identity.Identity{Left: identity.Add(part), Right: identity.Add(whole), Rate: grid.NewRate(identity.Share, share)},
		Left:     "占比列印为" + share.Value.String() + "%",
	})
}

// shareRE is a share behind an amount, with no subject of its own (税收占比): what it
// is a share of, and the number.
var shareRE = regexp.MustCompile(`(?:^|[，,、（(])\s*(?:约)?占(比|[^，、。；占]{0,24}?)的?(?:比重|比例|比)?(?:为|是|达到|达)?\s*([0-9]+(?:\.[0-9]+)?)\s*[%％]`)

// behind is what a sentence says between an amount and the next one.
func behind(f *facts.Fact) string {
	if f.Raw == "" {
		return ""
	}
	rest := outside(f.Behind())
	if i := strings.IndexAny(rest, "。；"); i >= 0 {
		rest = rest[:i]
	}
	for _, unit := range [...]string{"万元", "亿元"} {
		if i := strings.Index(rest, unit); i >= 0 {
			rest = rest[:i]
		}
	}
	return rest
}

// listRE is a bracket that lists other amounts.
var listRE = regexp.MustCompile(`[（(][^（）()]*[万亿]元[^（）()]*[）)]`)

// outside leaves out what a text says in brackets with amounts of their own, and all
// behind the bracket that the text began in: （其中：甲X万元），占Y的60% says nothing of 甲.
func outside(text string) string {
	for {
		at := listRE.FindStringIndex(text)
		if at == nil {
			break
		}
		text = text[:at[0]] + text[at[1]:]
	}
	depth := 0
	for i, c := range text {
		switch c {
		case '（', '(':
			depth++
		case '）', ')':
			if depth--; depth < 0 {
				return text[:i]
			}
		}
	}
	return text
}

func rate(s string) (budget.Rate, bool) {
	v, err := decimal.NewFromString(s)
	if err != nil {
		return budget.Rate{}, false
	}
	return budget.Rate{Value: v, Step: decimal.New(1, v.Exponent()), Known: true}, true
}

// base finds what a figure is said to be a share of.
func base(s *facts.Set, f *facts.Fact, of string) (*facts.Fact, bool) {
	if of == "比" || of == "" {
		return split(s, f)
	}
	if phrase.Holds(of, "调整", "变动", "年初", "年度", "计划", "任务", "总计", "财政总", "本级", "税") {
		return nil, false
	}
	if head, ok := strings.CutSuffix(of, "支出预算"); ok && f.Stage == budget.Budgeted { // within a budget, 支出预算 is its 预算支出
		of = strings.TrimSuffix(head, "预算") + "预算支出"
	}
	var side budget.Side
	switch {
	case strings.HasSuffix(of, "预算收入"):
		side = budget.Revenue
	case strings.HasSuffix(of, "预算支出"):
		side = budget.Expenditure
	default:
		return nil, false
	}
	name := subject.Own(f.Book, side)
	if side != f.Side || !strings.Contains(name, strings.TrimPrefix(of, "地方")) {
		return nil, false
	}
	return find(s, f, name)
}

// split finds what the list of a figure splits: its whole, or for taxes and fees
// the revenue.
func split(s *facts.Set, f *facts.Fact) (*facts.Fact, bool) {
	if whole := s.Fact(f.Whole); whole != nil {
		if !whole.HasAmount() || whole.Year != f.Year || whole.Stage != f.Stage || whole.Side != f.Side || whole.Ambiguous() {
			return nil, false
		}
		return whole, false
	}
	if f.Subject == subject.Tax || f.Subject == subject.NonTax {
		return find(s, f, subject.Own(f.Book, f.Side))
	}
	return nil, false
}

func find(s *facts.Set, f *facts.Fact, name string) (*facts.Fact, bool) {
	k := f.Key
	k.Subject, k.Parent, k.Role = name, "", ""
	whole, conflict := s.Best(k)
	if whole == nil || !whole.HasAmount() || whole == f {
		return nil, false
	}
	return whole, conflict
}

// taxes judges a share of taxes that is stated without amounts.
func taxes(r *rule.Run, x *budget.Ratio) bool {
	if x.Name != "税收占比" || strings.Contains(x.Quote, "同口径") || !x.Rate.Known {
		return false
	}
	a := facts.Account{Book: budget.GeneralPublic, Level: x.Level, Year: x.Year, Stage: x.Stage}
	tax, c := r.Set.Find(a, budget.Revenue, subject.Tax)
	own, d := r.Set.Find(a, budget.Revenue, subject.Own(a.Book, budget.Revenue))
	if tax == nil || own == nil || c || d || !tax.HasAmount() || !own.HasAmount() || tax.Kind == budget.Narrative && tax.Quote == x.Quote {
		return false // a share behind its amount is judged with that
	}
	judge(r, tax, own, &x.Rate)
	return true
}
