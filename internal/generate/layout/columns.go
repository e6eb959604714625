// Package layout builds the tables of reports from the accounts: one layout a
// file, all of them named in registry.go.
package layout

import (
	"fmt"
	"strings"

	"yusuan/budget"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// row is one subject of a table.
type row struct {
	label   string // as printed
	side    budget.Side
	subject string
	indent  int
	heading bool // a label without numbers
}

// column is what stands in one number column, in the words of Cell.
type column struct {
	what   string
	header string
}

// filled writes one cell of a row.
func filled(p *pen.Pen, r row, what string) render.Cell {
	if r.heading {
		return render.Cell{Number: true}
	}
	return render.Cell{Text: Cell(p, r.side, r.subject, what), Number: true}
}

// Cell writes a number cell of a subject. It is said in a word what stands there: a
// stage (bud, adj, act, prev, next), which is the context's from then on; or a rate or
// difference of the amount before: growth, done:STAGE, over:STAGE (in percent of a
// stage, no completion), change (± against the year before), adjusted (± between the
// budgets), was (the amount of the year before). A rate with % behind it has the sign.
func Cell(p *pen.Pen, side budget.Side, subject, what string) string {
	what, signed := strings.CutSuffix(what, "%")
	kind, stage, _ := strings.Cut(what, ":")
	rate := ""
	switch kind {
	case "growth":
		rate = p.SignedGrowth()
	case "done":
		rate = p.DoneNumber(stage)
	case "over":
		rate = p.Against(stage)
	case "change":
		return p.Change("", "", "")
	case "adjusted":
		return p.Adjusted("", "", "")
	case "was":
		return p.Before()
	default:
		p.Stage(what)
		return p.Amount(p.Cell(side, subject))
	}
	if signed && rate != p.Set.Dash {
		rate += "%"
	}
	return rate
}

// oneSided builds a table of one label column and number columns.
func oneSided(p *pen.Pen, caption, first string, rows []row, cols []column) *render.Table {
	t := &render.Table{Caption: caption, Unit: unitLine(p)}
	head := render.Texts(first)
	for _, c := range cols {
		head = append(head, render.Cell{Text: c.header, Number: true})
	}
	t.Header = [][]render.Cell{head}
	for _, r := range rows {
		line := []render.Cell{{Text: r.label, Indent: r.indent}}
		for _, c := range cols {
			line = append(line, filled(p, r, c.what))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

func unitLine(p *pen.Pen) string { return "单位：" + p.Set.TableUnit }

// headerOf names a stage's column as tables do.
func headerOf(p *pen.Pen, stage string) string {
	y := p.Acc.Year
	switch stage {
	case "bud":
		return p.Pick("年初预算数", "年初预算")
	case "adj":
		return p.Pick("调整预算数", "调整预算")
	case "act":
		if p.Acc.Actual == budget.Final {
			return "决算数"
		}
		return p.Pick("执行数", "完成数")
	case "next":
		return fmt.Sprintf("%d年预算数", y+1)
	case "prev":
		return p.Pick("上年执行数", "上年完成数", fmt.Sprintf("%d年执行数", y-1))
	}
	return stage
}

// stageOf names the current stage for the only number column of a table.
func stageOf(p *pen.Pen) string {
	switch p.Now().Stage {
	case budget.Budgeted:
		return "预算数"
	case budget.Adjusted:
		return "调整预算数"
	case budget.Final:
		return "决算数"
	}
	return "执行数"
}

// held reports whether the current context has a positive amount.
func held(p *pen.Pen, side budget.Side, subject string) bool {
	v, ok := p.Acc.Get(p.Cell(side, subject))
	return ok && v > 0
}
