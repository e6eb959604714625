package rule

import (
	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
)

// Outcome is a check with the identity that it judged, where it has one.
type Outcome struct {
	Check    budget.Check
	Identity *identity.Identity
}

// Run collects the outcomes of one rule on one report.
type Run struct {
	Set      *facts.Set
	doc      Doc
	Outcomes []Outcome // of this rule, after those that were there before
	first    int
}

// NewRun starts a run of a rule over a report, adding to the outcomes of others.
func NewRun(d Doc, s *facts.Set, before []Outcome) *Run {
	return &Run{Set: s, doc: d, Outcomes: before, first: len(before)}
}

// Claim is an identity with the words of its message.
type Claim struct {
	Identity identity.Identity
	Left     string          // name of the left side: 收入总计
	Right    string          // name of the right side: 各项之和
	Severity budget.Severity // of a break, where it differs from the rule's
	Subject  *facts.Fact     // whose key the check carries; the first left figure by default
	Note     string          // said at the end of the message
}

// Judge evaluates a claim and records the outcome.
func (r *Run) Judge(c Claim) budget.Verdict {
	id := c.Identity
	check := r.base(subject(&c))
	if c.Severity != "" {
		check.Severity = c.Severity
	}
	state := id.Evaluate()
	fill(&check, &id)
	check.Evidence = evidence(&id)
	switch state {
	case identity.Unusable:
		check.Verdict = budget.NotRun
		check.Message = Prefix(subject(&c)) + "基数为零或为负，无法核对比率。"
	case identity.Holds:
		check.Verdict = budget.Pass
		check.Message = agree(&c, &check, false)
	case identity.Rounds:
		check.Verdict = budget.Rounding
		check.Message = agree(&c, &check, true)
	default:
		check.Verdict = budget.Fail
		check.Message = differ(&c, &check)
		if id.Doubtful() {
			check.Verdict = budget.NotRun
			check.Message = Prefix(subject(&c)) + "有数据的归属存疑，不作结论：" + differBody(&c, &check)
		}
	}
	r.Outcomes = append(r.Outcomes, Outcome{check, &id})
	return check.Verdict
}

// Missing records that the rule could not run on f's account for want of inputs.
func (r *Run) Missing(f *facts.Fact, what string) {
	check := r.base(f)
	check.Verdict = budget.NotRun
	check.Message = Prefix(f) + "未核对，缺少" + what + "。"
	check.Evidence = []budget.Evidence{{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"}}
	r.Outcomes = append(r.Outcomes, Outcome{Check: check})
}

// Skip records that the rule found nothing to look at in the report.
func (r *Run) Skip(why string) {
	check := r.base(nil)
	check.Verdict = budget.NotRun
	check.Message = why
	r.Outcomes = append(r.Outcomes, Outcome{Check: check})
}

// Conflict records that inputs contradict each other (M301), so that nothing can
// be concluded.
func (r *Run) Conflict(fs ...*facts.Fact) {
	check := r.base(fs[0])
	check.Verdict = budget.Blocked
	check.Message = Prefix(fs[0]) + "未核对：" + fs[0].Label() + "在报告中前后不一（见M301）。"
	for _, f := range fs {
		check.Evidence = append(check.Evidence, budget.Evidence{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"})
	}
	r.Outcomes = append(r.Outcomes, Outcome{Check: check})
}

// Say records an outcome without arithmetic.
func (r *Run) Say(v budget.Verdict, sev budget.Severity, f *facts.Fact, message string) *budget.Check {
	check := r.base(f)
	check.Verdict, check.Severity, check.Message = v, sev, message
	if f != nil {
		check.Evidence = []budget.Evidence{{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"}}
	}
	r.Outcomes = append(r.Outcomes, Outcome{Check: check})
	return &r.Outcomes[len(r.Outcomes)-1].Check
}

// base fills what a check takes from the rule and from a figure's key.
func (r *Run) base(f *facts.Fact) budget.Check {
	c := budget.Check{Rule: r.doc.ID, Severity: r.doc.Severity, Report: r.Set.Report.ID}
	if f == nil {
		return c
	}
	c.Book, c.Scope, c.Year, c.Stage, c.Side = f.Book, f.Scope, f.Year, f.Stage, f.Side
	c.Place = f.Place
	return c
}

func subject(c *Claim) *facts.Fact {
	if c.Subject != nil {
		return c.Subject
	}
	return c.Identity.Left[0].Fact
}

// fill writes the amounts of a linear identity.
func fill(c *budget.Check, id *identity.Identity) {
	if id.Rate != nil {
		return
	}
	actual, expected := identity.Total(id.Left), identity.Total(id.Right)
	c.Actual = valid(printed(id.Left, actual))
	c.Expected, c.Difference = c.Actual, valid(decimal.Zero)
	if actual != expected {
		c.Expected = valid(printed(id.Right, expected))
		c.Difference = valid((actual - expected).Decimal())
	}
	c.Tolerance = valid(id.Tolerance().Decimal())
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
func evidence(id *identity.Identity) []budget.Evidence {
	out := make([]budget.Evidence, 0, len(id.Left)+len(id.Right))
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

// Omission records a finding about a claim that holds, but only with figures
// that the text leaves out.
func (r *Run) Omission(c Claim, message string) {
	check := r.base(subject(&c))
	fill(&check, &c.Identity)
	check.Evidence = evidence(&c.Identity)
	check.Verdict = budget.Fail
	check.Message = Prefix(subject(&c)) + message
	r.Outcomes = append(r.Outcomes, Outcome{Check: check})
}

// Book records an outcome about a book as a whole.
func (r *Run) Book(b budget.Book, v budget.Verdict, message string) {
	check := r.base(nil)
	check.Book, check.Verdict, check.Message = b, v, message
	r.Outcomes = append(r.Outcomes, Outcome{Check: check})
}

// Notes records the problems met while reading that carry the rule's id.
func (r *Run) Notes() {
	for _, n := range r.Set.Report.Notes {
		if n.Rule != r.doc.ID {
			continue
		}
		f := r.Set.Fact(n.Figure)
		check := r.base(f)
		check.Verdict, check.Message, check.Place = budget.Fail, n.Message, n.Place
		if n.Severity != "" {
			check.Severity = n.Severity
		}
		if f != nil {
			check.Evidence = []budget.Evidence{{Figure: f.Figure, Report: r.Set.Report.ID, Weight: 1, Role: "对照"}}
		}
		r.Outcomes = append(r.Outcomes, Outcome{Check: check})
	}
	if len(r.Outcomes) == r.first {
		check := r.base(nil)
		check.Verdict, check.Message = budget.Pass, "读取时没有遇到此类问题。"
		r.Outcomes = append(r.Outcomes, Outcome{Check: check})
	}
}
