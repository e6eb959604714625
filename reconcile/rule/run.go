package rule

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
)

// Run adds the outcomes of one rule on one report to those of others.
type Run struct {
	Set   *facts.Set
	doc   Doc
	out   *Outcomes
	first int // of this rule's outcomes
}

// NewRun starts a run of a rule over a report.
func NewRun(d Doc, s *facts.Set, out *Outcomes) *Run {
	return &Run{Set: s, doc: d, out: out, first: len(out.Checks)}
}

// Claim is an identity with the words of its message.
type Claim struct {
	Identity identity.Identity
	Left     string          // name of the left side: 收入总计
	Right    string          // name of the right side: 各项之和
	Severity budget.Severity // of a break, where it differs from the rule's
	Subject  *facts.Fact     // whose key the check carries; the first left figure by default
	Note     string          // said at the end of the message
	Placed   bool            // where the figures belong is certain, though some names are not known
}

// Judge evaluates a claim and records the outcome.
func (r *Run) Judge(c Claim) budget.Verdict {
	id := r.out.keep(c.Identity)
	check := r.begin(subject(&c), id)
	if c.Severity != "" {
		check.Severity = c.Severity
	}
	r.fill(check, id)
	switch id.Evaluate() {
	case identity.Unusable:
		check.Verdict = budget.NotRun
		check.Message = Prefix(subject(&c)) + "基数为零或为负，无法核对比率。"
	case identity.Holds:
		check.Verdict = budget.Pass
		check.Message = agree(&r.out.text, &c, false)
	case identity.Rounds:
		check.Verdict = budget.Rounding
		check.Message = agree(&r.out.text, &c, true)
	default:
		check.Verdict = budget.Fail
		check.Message = differ(&c, check)
		switch {
		case c.doubtful():
			check.Verdict = budget.NotRun
			check.Message = Prefix(subject(&c)) + "有数据的归属存疑，不作结论：" + differBody(&c, check)
		case len(id.Left) == 1 && !id.Left[0].Fact.HasAmount():
			check.Verdict = budget.NotRun // a blank is no zero
			check.Message = Prefix(subject(&c)) + "原文此处空白，未核对：" + differBody(&c, check)
		}
	}
	return check.Verdict
}

// doubtful reports whether no finding may rest on the claim. A name that the vocabulary
// lacks is no doubt where something else says where its figure belongs.
func (c *Claim) doubtful() bool {
	if !c.Placed {
		return c.Identity.Doubtful()
	}
	for _, t := range c.Identity.Terms() {
		if t.Fact.Doubtful() && t.Fact.Doubt != budget.DoubtUnknown {
			return true
		}
	}
	return false
}

// Missing records that the rule could not run on f's account for want of inputs.
func (r *Run) Missing(f *facts.Fact, what string) {
	check := r.begin(f, nil)
	check.Verdict = budget.NotRun
	check.Message = Prefix(f) + "未核对，缺少" + what + "。"
	check.Evidence = r.about(f)
}

// Skip records that the rule found nothing to look at in the report.
func (r *Run) Skip(why string) {
	check := r.begin(nil, nil)
	check.Verdict = budget.NotRun
	check.Message = why
}

// Conflict records that inputs contradict each other (M301), so that nothing can
// be concluded.
func (r *Run) Conflict(fs ...*facts.Fact) {
	check := r.begin(fs[0], nil)
	check.Verdict = budget.Blocked
	check.Message = Prefix(fs[0]) + "未核对：" + fs[0].Label() + "在报告中前后不一（见M301）。"
	check.Evidence = r.about(fs...)
}

// Say records an outcome without arithmetic. The check may be changed until the next
// outcome is recorded.
func (r *Run) Say(v budget.Verdict, sev budget.Severity, f *facts.Fact, message string) *budget.Check {
	check := r.begin(f, nil)
	check.Verdict, check.Severity, check.Message = v, sev, message
	if f != nil {
		check.Evidence = r.about(f)
	}
	return check
}

// begin records a check, with what it takes from the rule and from a figure's key.
func (r *Run) begin(f *facts.Fact, id *identity.Identity) *budget.Check {
	c := r.out.add(id)
	c.Rule, c.Severity, c.Report = r.doc.ID, r.doc.Severity, r.Set.Report.ID
	if f != nil {
		c.Book, c.Scope, c.Year, c.Stage, c.Side = f.Book, f.Scope, f.Year, f.Stage, f.Side
		c.Place = f.Place
	}
	return c
}

func subject(c *Claim) *facts.Fact {
	if c.Subject != nil {
		return c.Subject
	}
	return c.Identity.Left[0].Fact
}

// fill writes the evidence and, of a linear identity, the amounts.
func (r *Run) fill(c *budget.Check, id *identity.Identity) {
	c.Evidence = r.evidence(id)
	if id.Rate != nil {
		return
	}
	actual, expected := identity.Total(id.Left), identity.Total(id.Right)
	c.Actual = valid(printed(id.Left, actual))
	c.Expected, c.Difference = c.Actual, valid(decimal.Zero)
	if actual != expected {
		c.Expected = valid(printed(id.Right, expected))
		c.Difference = valid(r.out.decimal(actual - expected))
	}
	c.Tolerance = valid(r.out.decimal(id.Tolerance()))
}

// printed is a sum as a decimal; that of one figure is the figure's own.
func printed(terms []identity.Term, sum interval.Amount) decimal.Decimal {
	if len(terms) == 1 && terms[0].Weight > 0 && terms[0].Fact.HasAmount() && sum.Abs() < interval.Limit {
		return terms[0].Fact.Amount
	}
	return sum.Decimal()
}

func valid(d decimal.Decimal) decimal.NullDecimal {
	return decimal.NullDecimal{Decimal: d, Valid: true}
}

// evidence lists the figures with their signs: the left side is compared with
// the right, whose addends have +1.
func (r *Run) evidence(id *identity.Identity) []budget.Evidence {
	out := r.out.evidence.take(len(id.Left) + len(id.Right))[:0]
	for _, t := range id.Left {
		role := "合计"
		if len(id.Right) == 1 {
			role = "对照"
		}
		out = append(out, budget.Evidence{Figure: t.Fact.Figure, Report: t.Fact.Report.ID, Weight: -t.Weight, Role: role})
	}
	for _, t := range id.Right {
		role := "加项"
		switch {
		case t.Weight < 0:
			role = "减项"
		case len(id.Right) == 1:
			role = "对照"
		}
		out = append(out, budget.Evidence{Figure: t.Fact.Figure, Report: t.Fact.Report.ID, Weight: t.Weight, Role: role})
	}
	return out
}

// about is the evidence of a check without arithmetic.
func (r *Run) about(fs ...*facts.Fact) []budget.Evidence {
	out := r.out.evidence.take(len(fs))
	for i, f := range fs {
		out[i] = budget.Evidence{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"}
	}
	return out
}

// Omission records a finding about a claim that holds, but only with figures
// that the text leaves out.
func (r *Run) Omission(c Claim, message string) {
	check := r.begin(subject(&c), nil)
	r.fill(check, &c.Identity)
	check.Verdict = budget.Fail
	check.Message = Prefix(subject(&c)) + message
}

// Book records an outcome about a book as a whole.
func (r *Run) Book(b budget.Book, v budget.Verdict, message string) {
	check := r.begin(nil, nil)
	check.Book, check.Verdict, check.Message = b, v, message
}

// Notes records the problems met while reading that carry the rule's id.
func (r *Run) Notes() {
	for _, n := range r.Set.Report.Notes {
		if n.Rule != r.doc.ID {
			continue
		}
		f := r.Set.Fact(n.Figure)
		check := r.begin(f, nil)
		check.Verdict, check.Message, check.Place = budget.Fail, n.Message, n.Place
		if n.Severity != "" {
			check.Severity = n.Severity
		}
		if f != nil {
			check.Evidence = r.about(f)
		}
	}
	if len(r.out.Checks) == r.first {
		check := r.begin(nil, nil)
		check.Verdict, check.Message = budget.Pass, "读取时没有遇到此类问题。"
	}
}
