package casefile

import (
	"fmt"
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/subject"
)

func (p *parser) openTable(rest string) error {
	if p.r == nil {
		return fmt.Errorf("no report yet")
	}
	t := budget.Table{Number: len(p.r.Tables) + 1, Page: 1, Line: p.line, Unit: "万元",
		Book: p.at.Book, Scope: p.at.Scope, Level: p.at.Level, Year: p.at.Year}
	switch strings.TrimSpace(rest) {
	case "doubt":
		t.Doubt = "结构存疑"
	case "cross":
		t.Doubt = budget.CrossTable
	}
	if caption, ok := strings.CutPrefix(rest, "caption="); ok {
		t.Caption = caption
	}
	p.r.Tables = append(p.r.Tables, t)
	p.table = &p.r.Tables[len(p.r.Tables)-1]
	return nil
}

// openBlock reads a side and the columns: a stage (with :year), or delta,
// growth, completion (with :stage), index, other. @own gives a column its level.
func (p *parser) openBlock(rest string) error {
	if p.table == nil {
		return fmt.Errorf("block outside a table")
	}
	cells := split(rest)
	b := budget.Block{Side: budget.Side(cells[0])}
	p.levels = nil
	first := len(p.table.Blocks) * 10
	b.LabelCol = first
	for i, c := range cells[1:] {
		col := budget.Column{Col: first + i + 1, Header: c, Year: p.at.Year, Stage: p.at.Stage}
		c, level, _ := strings.Cut(c, "@")
		p.levels = append(p.levels, budget.Level(level))
		kind, arg, _ := strings.Cut(c, ":")
		switch kind {
		case "growth":
			col.Kind = budget.ColGrowth
		case "completion":
			col.Kind, col.Of = budget.ColCompletion, budget.Stage(arg)
		case "delta":
			col.Kind, col.Of = budget.ColDelta, budget.Stage(arg)
			col.Stage = budget.Adjusted
		case "index":
			col.Kind = budget.ColIndex
		case "other":
			col.Kind = budget.ColOther
		default:
			col.Kind, col.Stage = budget.ColAmount, budget.Stage(kind)
			if arg != "" {
				y, err := strconv.Atoi(arg)
				if err != nil {
					return err
				}
				col.Year = y
			}
		}
		b.Columns = append(b.Columns, col)
	}
	p.table.Blocks = append(p.table.Blocks, b)
	p.stack = nil
	return nil
}

func split(s string) []string {
	parts := strings.Split(s, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}

// row reads one item with its cells.
func (p *parser) row(s string) error {
	if len(p.table.Blocks) == 0 {
		return fmt.Errorf("row before a block")
	}
	b := &p.table.Blocks[len(p.table.Blocks)-1]
	cells := split(s)
	marks, label, ok := strings.Cut(cells[0], " ")
	if !ok {
		return fmt.Errorf("a row needs a mark and a label")
	}
	words := strings.Fields(label)
	it := budget.Item{Row: len(b.Items) + 1, Line: p.line, Label: words[0], Subject: words[0], Parent: -1}
	if err := p.place(&it, b, marks); err != nil {
		return err
	}
	base := p.at
	base.Role = budget.RoleComponent
	base.Side = b.Side
	printed := ""
	if last := words[len(words)-1]; strings.HasPrefix(last, "printed=") { // a code that is not that of the name
		printed, words = strings.TrimPrefix(last, "printed="), words[:len(words)-1]
	}
	if err := p.context(&base, words[1:]); err != nil {
		return err
	}
	p.name(&it, b, &base, len(words) > 1)
	it.Code = base.Code
	if printed != "" {
		it.Code = printed
	}
	for i, col := range b.Columns {
		text := ""
		if i+1 < len(cells) {
			text = cells[i+1]
		}
		if err := p.cell(&it, base, col, text, s); err != nil {
			return err
		}
	}
	p.attach(&it, b)
	b.Items = append(b.Items, it)
	return nil
}

// place reads the marks of a row: ! ~ m and the depth. 1! is a total over the rows set
// in below it.
func (p *parser) place(it *budget.Item, b *budget.Block, marks string) error {
	for _, m := range marks {
		switch {
		case m == '!':
			it.Grand = true
		case m == '~':
			it.Among = true
		case m == 'm':
			it.Memo = true
		case m >= '1' && m <= '9':
			it.Depth = int(m - '1')
		default:
			return fmt.Errorf("unknown row mark %q", marks)
		}
	}
	if it.Grand || it.Memo || it.Depth == 0 {
		if !it.Grand && !it.Memo || strings.Contains(marks, "1") {
			p.stack = []int{len(b.Items)}
		}
		return nil
	}
	if len(p.stack) < it.Depth {
		return fmt.Errorf("no parent for depth %d", it.Depth+1)
	}
	it.Parent = p.stack[it.Depth-1]
	p.stack = append(p.stack[:it.Depth], len(b.Items))
	return nil
}

// name gives the item the role that its subject has in a balance.
func (p *parser) name(it *budget.Item, b *budget.Block, base *budget.Figure, said bool) {
	base.Subject = it.Label
	if base.SubjectRaw == "" {
		base.SubjectRaw = it.Label
	}
	if it.Grand {
		it.Subject = subject.Grand(b.Side)
		base.Subject, base.Role = it.Subject, budget.RoleGrandTotal
		if it.Label != "总计" && it.Label != it.Subject {
			base.Subject, base.Role = it.Label, budget.RoleTotal
		}
		return
	}
	if said {
		return
	}
	switch it.Subject {
	case subject.Own(base.Book, b.Side):
		base.Role = budget.RoleTotal
	case subject.Transfers(b.Side):
		base.Role = budget.RoleSubtotal
	}
}

func (p *parser) cell(it *budget.Item, base budget.Figure, col budget.Column, text, quote string) error {
	it.Cells = append(it.Cells, 0)
	it.Rates = append(it.Rates, budget.Rate{})
	last := len(it.Cells) - 1
	switch col.Kind {
	case budget.ColGrowth, budget.ColCompletion, budget.ColIndex:
		if text == "" || text == "—" {
			return nil
		}
		r, err := rate(text)
		it.Rates[last] = r
		return err
	case budget.ColOther:
		return nil
	}
	if text == "none" {
		return nil
	}
	f := base
	f.Kind, f.Table, f.Row, f.Col = budget.InTable, p.table.Number, it.Row, col.Col
	f.Line, f.Page, f.Year, f.Stage, f.Quote = p.line, 1, col.Year, col.Stage, quote
	f.Delta = col.Kind == budget.ColDelta
	if l := p.levels[last]; l != "" {
		f.Level = l
	}
	if err := amount(&f, text); err != nil {
		return err
	}
	it.Cells[last] = p.add(&f)
	return nil
}

// attach gives the rates of a row to its figures, as the normalizer does.
func (p *parser) attach(it *budget.Item, b *budget.Block) {
	for i, col := range b.Columns {
		if col.Kind != budget.ColGrowth && col.Kind != budget.ColCompletion || !it.Rates[i].Known {
			continue
		}
		for j := i - 1; j >= 0; j-- {
			f := p.r.Figure(it.Cells[j])
			if f == nil || f.Delta || f.Stage != budget.Execution && f.Stage != budget.Final {
				continue
			}
			if col.Kind == budget.ColGrowth {
				f.Growth = it.Rates[i]
			} else {
				f.Completion, f.CompletionOf = it.Rates[i], col.Of
			}
			break
		}
	}
}
