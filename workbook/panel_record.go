package workbook

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// PanelRecord is what a panel keeps of one report, packed. A run can store it
// and hand it to Panel.AddRecord later, without the report.
func PanelRecord(r *budget.Report, checks []budget.Check) []byte {
	v := newValues(r.Figures)
	s := summarize(r, checks, v)
	var p packer
	s.pack(&p)
	packMatrix(&p, r, v)
	packFigures(&p, r)
	return p.b
}

// panelSummary is the part of a record that stays in memory.
type panelSummary struct {
	id, district, title, kind, file string
	year                            int
	figures, budgeted, tables       int
	ocr, doubts                     int
	textRunes, readRunes            int
	verdicts                        [6]int // errors, warnings, hints, rounding, passes, not run
	rules                           []ruleCount
	findings                        []panelFinding
	main                            panelMain
	books                           [4]string // completeness of each book, in words
}

type ruleCount struct {
	rule     string
	severity budget.Severity
	n        int
}

type panelFinding struct {
	rule, message, cause string
	severity             budget.Severity
	line                 int
}

// panelMain is the account that stands for a report in 一览 and 排名.
type panelMain struct {
	scope  string
	year   int
	stage  budget.Stage
	values [panelValues]decimal.NullDecimal
	inputs [inputCount]decimal.NullDecimal
}

// The numbers of a main account beside the inputs of the indicators.
const (
	pvGrowth = iota
	pvSpendGrowth
	pvFundsSpending
	pvCapitalSpending
	pvInsuranceIn
	pvInsuranceOut
	pvNextRevenue
	pvNextSpending
	panelValues
)

func summarize(r *budget.Report, checks []budget.Check, v *values) panelSummary {
	s := panelSummary{id: r.ID, district: r.District, title: r.Title, kind: reportKindWord(r.Kind), file: baseName(r.File), year: r.Year,
		figures: len(r.Figures), tables: len(r.Tables), textRunes: r.TextRunes, readRunes: r.ReadRunes}
	for _, f := range r.Figures {
		s.budgeted += boolRank(f.IsBudget())
		s.ocr += boolRank(f.OCR)
		s.doubts += boolRank(f.Doubt != "")
	}
	s.countChecks(r, checks)
	s.main = mainAccount(r, v)
	for i, b := range bookOrder[:4] {
		s.books[i] = completeness(r, v, b)
	}
	return s
}

func (s *panelSummary) countChecks(r *budget.Report, checks []budget.Check) {
	counts := map[ruleCount]int{}
	for i := range checks {
		c := &checks[i]
		switch {
		case c.Finding() && c.Suppressed == "":
			s.verdicts[severityRank(c.Severity)%3]++
			counts[ruleCount{rule: c.Rule, severity: c.Severity}]++
			if c.Severity != budget.Info {
				s.findings = append(s.findings, panelFinding{c.Rule, c.Message, c.LikelyCause, c.Severity, findingLine(c, r.ID)})
			}
		case c.Verdict == budget.Rounding:
			s.verdicts[3]++
		case c.Verdict == budget.Pass:
			s.verdicts[4]++
		case c.Verdict == budget.NotRun:
			s.verdicts[5]++
		}
	}
	checked := map[string]bool{}
	for i := range checks {
		checked[checks[i].Rule] = true
	}
	for _, n := range r.Notes {
		if checked[n.Rule] {
			continue // among the findings
		}
		counts[ruleCount{rule: n.Rule, severity: n.Severity}]++
	}
	for k, n := range counts {
		k.n = n
		s.rules = append(s.rules, k)
	}
	slices.SortFunc(s.rules, func(a, b ruleCount) int {
		return cmp.Or(strings.Compare(a.rule, b.rule), cmp.Compare(severityRank(a.severity), severityRank(b.severity)))
	})
}

// findingLine is the line of the report that a finding points at, 0 for none.
func findingLine(c *budget.Check, report string) int {
	line := c.Place.Line
	for _, e := range c.Evidence {
		own := e.Figure != nil && (e.Report == "" || e.Report == report)
		if own && (line == 0 || e.Weight < 0) {
			line = e.Figure.Line
		}
	}
	return line
}

// mainAccount picks the account that stands for a report: the year reported on,
// at the stage that the form of the report is about, in the scope with the most
// figures (the wider one in a tie).
func mainAccount(r *budget.Report, v *values) panelMain {
	var best account
	bestScore := -1
	candidates := accounts(r.Figures, func(f *budget.Figure) bool { return f.Book == budget.GeneralPublic && f.Level != budget.Part })
	for _, a := range candidates {
		if n := mainScore(r, v, a); n > bestScore {
			best, bestScore = a, n
		}
	}
	m := panelMain{scope: scopeWords(r.Figures)[best], year: best.Year, stage: best.Stage}
	if bestScore < 0 {
		m.year = r.Year
	}
	levels := append([]budget.Level{best.Level}, budget.Consolidated, budget.Treasury, budget.Own)
	get := func(book budget.Book, side budget.Side, subject string, year int, stage budget.Stage) chosen {
		for _, level := range levels {
			a := account{Book: book, Level: level, Year: year, Stage: stage}
			if book == budget.GeneralPublic && level != best.Level {
				continue
			}
			for _, role := range []budget.Role{"", budget.RoleClosing} {
				k := a.key(side, subject)
				k.Role = role
				if c := v.get(k); c.Figure != nil && c.Figure.HasAmount() {
					return c
				}
			}
		}
		return chosen{}
	}
	for i, spec := range inputSpecs() {
		if c := get(spec.book, spec.side, spec.subject, best.Year, best.Stage); i != int(inReserve) || !isPart(c) {
			m.inputs[i] = amountOf(c)
		}
	}
	total := func(book budget.Book, side budget.Side, year int, stage budget.Stage) chosen {
		return get(book, side, ownTotal(book, side), year, stage)
	}
	m.values[pvGrowth] = growthOf(total(budget.GeneralPublic, budget.Revenue, best.Year, best.Stage))
	m.values[pvSpendGrowth] = growthOf(total(budget.GeneralPublic, budget.Expenditure, best.Year, best.Stage))
	m.values[pvFundsSpending] = amountOf(total(budget.GovernmentFunds, budget.Expenditure, best.Year, best.Stage))
	m.values[pvCapitalSpending] = amountOf(total(budget.StateCapital, budget.Expenditure, best.Year, best.Stage))
	m.values[pvInsuranceIn] = amountOf(total(budget.SocialInsurance, budget.Revenue, best.Year, best.Stage))
	m.values[pvInsuranceOut] = amountOf(total(budget.SocialInsurance, budget.Expenditure, best.Year, best.Stage))
	m.values[pvNextRevenue] = amountOf(total(budget.GeneralPublic, budget.Revenue, best.Year+1, budget.Budgeted))
	m.values[pvNextSpending] = amountOf(total(budget.GeneralPublic, budget.Expenditure, best.Year+1, budget.Budgeted))
	return m
}

func mainScore(r *budget.Report, v *values, a account) int {
	n := 0
	for _, c := range v.inputs(a) {
		n += boolRank(c.Figure != nil && c.Figure.HasAmount())
	}
	if a.Year == r.Year {
		n += 100
	}
	for i, stage := range mainStages(r.Kind) {
		if a.Stage == stage {
			n += 90 - 20*i
		}
	}
	return n
}

// mainStages are the stages that a form of report is about, the first foremost.
func mainStages(k budget.ReportKind) []budget.Stage {
	switch k {
	case budget.KindFinalAccounts:
		return []budget.Stage{budget.Final, budget.Execution}
	case budget.KindAdjustment:
		return []budget.Stage{budget.Adjusted, budget.Budgeted}
	}
	return []budget.Stage{budget.Execution, budget.Final, budget.Adjusted, budget.Budgeted}
}

func amountOf(c chosen) decimal.NullDecimal {
	if c.Figure == nil || !c.Figure.HasAmount() {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(c.Figure.Amount)
}

func growthOf(c chosen) decimal.NullDecimal {
	if v, ok := rateOf(c, func(f *budget.Figure) budget.Rate { return f.Growth }).Value.(decimal.Decimal); ok {
		return decimal.NewNullDecimal(v)
	}
	return decimal.NullDecimal{}
}

// completeness words what a report gives of a book.
func completeness(r *budget.Report, v *values, b budget.Book) string {
	has := map[string]bool{}
	any := false
	for _, f := range r.Figures {
		if f.Book != b || !f.HasAmount() || f.Delta {
			continue
		}
		any = true
		if f.Role == budget.RoleGrandTotal {
			has["总"+sideWord(f.Side)] = true
		}
		if f.Subject == ownTotal(b, f.Side) {
			has[sideWord(f.Side)] = true
		}
	}
	mentioned := slices.ContainsFunc(r.Mentions, func(m budget.Mention) bool { return m.Book == b })
	switch {
	case has["收入"] && has["支出"] && has["总收入"] && has["总支出"]:
		return "收支及总计"
	case has["收入"] && has["支出"]:
		return "收支"
	case any:
		return "部分"
	case mentioned:
		return "另有说明"
	}
	return wordMissing
}

func (s *panelSummary) pack(p *packer) {
	for _, t := range []string{s.id, s.district, s.title, s.kind, s.file} {
		p.text(t)
	}
	for _, n := range []int{s.year, s.figures, s.budgeted, s.tables, s.ocr, s.doubts, s.textRunes, s.readRunes} {
		p.number(n)
	}
	for _, n := range s.verdicts {
		p.number(n)
	}
	p.number(len(s.rules))
	for _, r := range s.rules {
		p.text(r.rule)
		p.text(string(r.severity))
		p.number(r.n)
	}
	p.number(len(s.findings))
	for _, f := range s.findings {
		p.text(f.rule)
		p.text(f.message)
		p.text(f.cause)
		p.text(string(f.severity))
		p.number(f.line)
	}
	p.text(s.main.scope)
	p.number(s.main.year)
	p.text(string(s.main.stage))
	for _, d := range s.main.values {
		p.amount(d)
	}
	for _, d := range s.main.inputs {
		p.amount(d)
	}
	for _, w := range s.books {
		p.text(w)
	}
}

func unpackSummary(u *unpacker) panelSummary {
	var s panelSummary
	for _, t := range []*string{&s.id, &s.district, &s.title, &s.kind, &s.file} {
		*t = u.text()
	}
	for _, n := range []*int{&s.year, &s.figures, &s.budgeted, &s.tables, &s.ocr, &s.doubts, &s.textRunes, &s.readRunes} {
		*n = u.number()
	}
	for i := range s.verdicts {
		s.verdicts[i] = u.number()
	}
	for range u.count() {
		s.rules = append(s.rules, ruleCount{u.text(), budget.Severity(u.text()), u.number()})
	}
	for range u.count() {
		s.findings = append(s.findings, panelFinding{u.text(), u.text(), u.text(), budget.Severity(u.text()), u.number()})
	}
	s.main.scope, s.main.year, s.main.stage = u.text(), u.number(), budget.Stage(u.text())
	for i := range s.main.values {
		s.main.values[i] = u.amount()
	}
	for i := range s.main.inputs {
		s.main.inputs[i] = u.amount()
	}
	for i := range s.books {
		s.books[i] = u.text()
	}
	return s
}
