// Package casefile reads the test cases of rules: hand-built reports as text,
// with the outcomes that they must have. A case is
//
//	report year=2023 kind=budget          a new report; several for rules across reports
//	at book=general_public level=consolidated scope=全县 year=2023 stage=execution
//	sentence revenue                      the figures below belong to one sentence
//	一般公共预算收入 200 total
//	税收收入 1.5亿 part in=一般公共预算收入 split=among group=1 growth=10.2
//	收入总计 500 grand_total
//	table                                 a table, with one block a side
//	block revenue | execution | growth
//	! 收入总计 | 500 | 5.2                ! grand total (1! over its own rows), 1 2 3 depth, ~ 其中, m memo
//	1 一般公共预算收入 | 200 | —
//	expect fail 1                         how many outcomes of the rule have this verdict
//	expect says 多20万元                   some message holds these words
//
// Amounts are in 万元 unless they end in 亿 or 元. Lines that begin with # are
// comments.
package casefile

import (
	"fmt"
	"strconv"
	"strings"

	"yusuan/budget"
)

// Case is one parsed file.
type Case struct {
	Name    string
	Reports []*budget.Report
	Expect  []Expectation
}

// Expectation is one line of what must come out.
type Expectation struct {
	Kind  string // a verdict, or says, cause, findings
	Count int
	Text  string
	Line  int
}

// parser is the state while reading a case.
type parser struct {
	c         *Case
	r         *budget.Report
	at        budget.Figure
	statement int
	line      int
	table     *budget.Table
	stack     []int          // open items by depth
	levels    []budget.Level // of the columns, where they differ from the context
}

// Parse reads a case; errors name the line.
func Parse(name, text string) (*Case, error) {
	p := &parser{c: &Case{Name: name}}
	for i, raw := range strings.Split(text, "\n") {
		p.line = i + 1
		s := strings.TrimRight(raw, " \t\r")
		if s == "" || strings.HasPrefix(s, "#") {
			continue
		}
		if err := p.read(s); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, p.line, err)
		}
	}
	return p.c, nil
}

func (p *parser) read(s string) error {
	word, rest, _ := strings.Cut(s, " ")
	switch word {
	case "report":
		return p.report(rest)
	case "at":
		return p.context(&p.at, strings.Fields(rest))
	case "sentence":
		p.statement++
		p.table = nil
		p.at.Side = budget.Side(strings.TrimSpace(rest))
		return nil
	case "table":
		return p.openTable(rest)
	case "block":
		return p.openBlock(rest)
	case "mention":
		p.r.Mentions = append(p.r.Mentions, budget.Mention{Book: budget.Book(strings.TrimSpace(rest)), Quote: s})
		return nil
	case "note":
		return p.note(rest)
	case "expect":
		return p.expect(rest)
	}
	if p.r == nil {
		return fmt.Errorf("no report yet")
	}
	if p.table != nil {
		return p.row(s)
	}
	return p.figure(s)
}

func (p *parser) report(rest string) error {
	id := string(rune('a' + len(p.c.Reports)))
	p.r = &budget.Report{ID: id, District: "甲县", Kind: budget.KindBudget}
	p.c.Reports = append(p.c.Reports, p.r)
	p.at = budget.Figure{}
	p.table = nil
	for _, o := range strings.Fields(rest) {
		k, v, _ := strings.Cut(o, "=")
		switch k {
		case "year":
			y, err := strconv.Atoi(v)
			if err != nil {
				return err
			}
			p.r.Year = y
		case "kind":
			p.r.Kind = budget.ReportKind(v)
		case "district":
			p.r.District = v
		case "title":
			p.r.Title = v
		case "id":
			p.r.ID = v
		default:
			return fmt.Errorf("report: unknown option %q", o)
		}
	}
	return nil
}

func (p *parser) expect(rest string) error {
	kind, arg, _ := strings.Cut(rest, " ")
	e := Expectation{Kind: kind, Text: arg, Line: p.line}
	switch kind {
	case "says", "cause":
	default:
		n, err := strconv.Atoi(arg)
		if err != nil {
			return fmt.Errorf("expect %s needs a count", kind)
		}
		e.Count = n
	}
	p.c.Expect = append(p.c.Expect, e)
	return nil
}

func (p *parser) note(rest string) error {
	f := strings.SplitN(rest, " ", 3)
	if len(f) < 3 {
		return fmt.Errorf("note needs a rule, a severity and a message")
	}
	p.r.Notes = append(p.r.Notes, budget.Note{Rule: f[0], Severity: budget.Severity(f[1]), Message: f[2], Quote: quoted(f[2]), Place: budget.Place{Page: 1, Line: p.line}})
	return nil
}

// figure reads one figure of a sentence.
func (p *parser) figure(s string) error {
	words := strings.Fields(s)
	if len(words) < 2 {
		return fmt.Errorf("a figure needs a subject and an amount")
	}
	f := p.at
	f.Kind, f.Statement, f.Line, f.Page = budget.Narrative, p.statement, p.line, 1
	f.Role = budget.RoleComponent
	f.Subject, f.SubjectRaw, f.Quote = words[0], words[0], s
	if err := amount(&f, words[1]); err != nil {
		return err
	}
	if err := p.context(&f, words[2:]); err != nil {
		return err
	}
	f.Paragraph = f.Line // as in a text whose lines are paragraphs
	p.add(&f)
	return nil
}

func (p *parser) add(f *budget.Figure) int {
	f.ID = len(p.r.Figures) + 1
	kept := *f
	p.r.Figures = append(p.r.Figures, &kept)
	return f.ID
}

// quoted is what stands in quotation marks in a message.
func quoted(s string) string {
	_, s, _ = strings.Cut(s, "“")
	s, _, _ = strings.Cut(s, "”")
	return s
}
