package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// figure builds the figure of a cell.
func (g *reading) figure(lines []line, i int, sub *lexicon.Subject, spec budget.Column, src extract.Cell, v money.Cell) budget.Figure {
	l := &lines[i]
	f := budget.Figure{Kind: budget.InTable, Table: g.in.Number,
		Place: budget.Place{Page: g.rows[l.row].part.Page, Line: src.Line, Start: src.Start, End: src.End},
		Scope: g.frame.scope, Level: g.frame.level, Year: spec.Year, Stage: spec.Stage,
		Subject: sub.Name, Code: sub.Code, SubjectRaw: strings.TrimSpace(l.label), Side: sub.Side, Role: sub.Role,
		Raw: strings.TrimSpace(src.Text), Mark: v.Mark, Quote: g.quote(l.row), Method: "表格"}
	if f.Code == "" {
		f.Code = l.code
	}
	if sub.Side == budget.Balance || sub.InBook(budget.Debt) || strings.Contains(sub.Name, "稳定调节基金") && sub.Role == budget.RolePart {
		if y := labelYear(lines, i); y != 0 && y != f.Year {
			f.Year, f.Stage = y, g.stageFor(y) // 一、2022年末债务余额 in a table of 2023
		}
	}
	if col := g.cols[spec.Col]; col.scoped {
		f.Scope, f.Level = col.scope.Word, col.scope.Level
	}
	if l.level {
		f.Scope, f.Level = l.scope.Word, l.scope.Level
	}
	f.Unit = g.unitOf(spec, v)
	f.Book = g.bookOf(sub)
	if l.book != "" {
		f.Book = l.book
	}
	if v.Number {
		e := scale(f.Unit)
		f.Amount, f.Step = v.Value.Shift(e), v.Step.Shift(e)
	}
	if g.frame.partial && f.Stage == budget.Execution || g.cols[spec.Col].part {
		f.Basis = budget.BasisPartYear
	}
	if !l.known {
		f.Doubt = budget.DoubtUnknown
	}
	g.roles(&f, lines, i, sub)
	if spec.Kind == budget.ColDelta {
		f.Delta = true
		f.Role = budget.RolePart
	}
	if v.Problem != "" {
		g.out.Notes = append(g.out.Notes, budget.Note{Rule: "U111", Severity: budget.Warning, Place: f.Place, Quote: f.Quote, Figure: len(g.out.Figures) + 1,
			Message: "“" + f.Raw + "”" + v.Problem + "，请核对数字。"})
	}
	return f
}

// labelYear is the year that the label of a line names, or of the line it is a part of.
func labelYear(lines []line, i int) int {
	for n := 0; i >= 0 && n < 10; n++ {
		if ys := outline.Years(lines[i].label); len(ys) == 1 {
			return ys[0]
		}
		i = lines[i].parent
	}
	return 0
}

func (g *reading) unitOf(spec budget.Column, v money.Cell) string {
	if v.Unit != "" {
		return v.Unit
	}
	if u := g.cols[spec.Col].unit; u != "" {
		return u
	}
	return g.frame.unit
}

// bookOf is the table's book where the subject belongs to it.
func (g *reading) bookOf(sub *lexicon.Subject) budget.Book {
	bonds := len(sub.Books) == 1 && sub.Books[0] == budget.Debt
	if g.frame.book != "" && !(bonds && sub.Role != budget.RoleComponent) {
		return g.frame.book // a table is of one book, whatever its labels name elsewhere
	}
	if len(sub.Books) > 0 && sub.Books[0] != "" {
		return sub.Books[0]
	}
	return g.frame.book
}

// roles gives parent and role by the place in the hierarchy.
func (g *reading) roles(f *budget.Figure, lines []line, i int, sub *lexicon.Subject) {
	l := &lines[i]
	if f.Role == budget.RoleItem || f.Role == budget.RolePart {
		f.Parent = sub.Parent
	}
	if l.parent < 0 {
		return
	}
	p := &lines[l.parent]
	if !l.known && p.known {
		f.Parent = p.sub.Name
		f.Role = budget.RolePart
	}
	if sub.Role == budget.RoleTotal && p.known && p.sub.Name == sub.Name { // 全区支出 = 区级支出 + 镇级支出
		f.Role = budget.RolePart
		if l.scoped {
			f.Scope, f.Level = l.scope.Word, l.scope.Level
		}
	}
	if f.Side == budget.Balance && f.Parent == "" && p.known && sub.Role == budget.RolePart {
		f.Parent = p.sub.Name
	}
}

// quote is the row as it is quoted, put together once for all its figures.
func (g *reading) quote(i int) string {
	r := &g.rows[i]
	if r.quote != "" {
		return r.quote
	}
	parts := make([]string, 0, len(r.cells))
	for _, c := range r.cells {
		if t := strings.TrimSpace(strings.ReplaceAll(c.Text, "\n", "")); t != "" {
			parts = append(parts, t)
		}
	}
	r.quote = strings.Join(parts, " | ")
	return r.quote
}
