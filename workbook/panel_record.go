package workbook

import (
	"cmp"
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/internal/packed"
)

// panelBytes is about what a figure takes in the record of a report.
const panelBytes = 300

// PanelRecord is what a panel keeps of one report, packed. A run can store it
// and hand it to Panel.AddRecord later, without the report.
func PanelRecord(r *budget.Report, checks []budget.Check) []byte {
	v := newValues(r.Figures)
	s := summarize(r, checks, v)
	p := packed.Writer{Bytes: make([]byte, 0, panelBytes*(1+len(r.Figures)))}
	s.pack(&p)
	packMatrix(&p, r, v)
	packFigures(&p, r)
	return p.Bytes
}

// panelSummary is the part of a record that most sheets of a panel are made of.
type panelSummary struct {
	id, district, title, kind, file string
	year                            int
	figures, budgeted, tables       int
	ocr, doubts                     int
	textRunes, readRunes            int
	verdicts                        [6]int // errors, warnings, hints, rounding, passes, not run
	rules                           []ruleCount
	findings                        []Finding
	main                            panelMain
	books                           [4]string // completeness of each book, in words
}

type ruleCount struct {
	rule     string
	severity budget.Severity
	n        int
}

// Finding is a check that did not pass, as a panel lists it.
type Finding struct {
	rule, message, cause string
	severity             budget.Severity
	line                 int
}

// Findings are what a panel lists of checks.
func Findings(checks []budget.Check) []Finding {
	var out []Finding
	for i := range checks {
		c := &checks[i]
		if c.Finding() && c.Suppressed == "" {
			out = append(out, Finding{c.Rule, c.Message, c.LikelyCause, c.Severity, findingLine(c, c.Report)})
		}
	}
	return out
}

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
				s.findings = append(s.findings, Finding{c.Rule, c.Message, c.LikelyCause, c.Severity, findingLine(c, r.ID)})
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

func (s *panelSummary) pack(p *packed.Writer) {
	for _, t := range []string{s.id, s.district, s.title, s.kind, s.file} {
		p.Text(t)
	}
	for _, n := range []int{s.year, s.figures, s.budgeted, s.tables, s.ocr, s.doubts, s.textRunes, s.readRunes} {
		p.Number(n)
	}
	for _, n := range s.verdicts {
		p.Number(n)
	}
	p.Number(len(s.rules))
	for _, r := range s.rules {
		p.Text(r.rule)
		p.Text(string(r.severity))
		p.Number(r.n)
	}
	p.Number(len(s.findings))
	for _, f := range s.findings {
		p.Text(f.rule)
		p.Text(f.message)
		p.Text(f.cause)
		p.Text(string(f.severity))
		p.Number(f.line)
	}
	p.Text(s.main.scope)
	p.Number(s.main.year)
	p.Text(string(s.main.stage))
	for _, d := range s.main.values {
		p.OptionalDigits(d)
	}
	for _, d := range s.main.inputs {
		p.OptionalDigits(d)
	}
	for _, w := range s.books {
		p.Text(w)
	}
}

func unpackSummary(u *packed.Reader) panelSummary {
	var s panelSummary
	for _, t := range []*string{&s.id, &s.district, &s.title, &s.kind, &s.file} {
		*t = u.Text()
	}
	for _, n := range []*int{&s.year, &s.figures, &s.budgeted, &s.tables, &s.ocr, &s.doubts, &s.textRunes, &s.readRunes} {
		*n = u.Number()
	}
	for i := range s.verdicts {
		s.verdicts[i] = u.Number()
	}
	for range u.Count() {
		s.rules = append(s.rules, ruleCount{u.Text(), budget.Severity(u.Text()), u.Number()})
	}
	for range u.Count() {
		s.findings = append(s.findings, Finding{u.Text(), u.Text(), u.Text(), budget.Severity(u.Text()), u.Number()})
	}
	s.main.scope, s.main.year, s.main.stage = u.Text(), u.Number(), budget.Stage(u.Text())
	for i := range s.main.values {
		s.main.values[i] = u.OptionalDigits()
	}
	for i := range s.main.inputs {
		s.main.inputs[i] = u.OptionalDigits()
	}
	for i := range s.books {
		s.books[i] = u.Text()
	}
	return s
}
