package normalize

import (
	"context"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/flow"
	"yusuan/normalize/clause"
	"yusuan/normalize/grid"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// block is one stretch of the report in reading order: a paragraph or a table.
type block struct {
	line   int
	par    *flow.Paragraph
	tables []*extract.Table
}

// pass is the reading of one document from top to bottom.
type pass struct {
	n          *Normalizer
	clause     *clause.Reader
	doc        *extract.Document // in simplified characters
	folded     bool              // it was printed in traditional ones
	report     *budget.Report
	meta       outline.Meta
	outline    *outline.Outline
	paragraphs int
	carry      clause.Carry
	led        clause.Carry // what the line above the points of a list says of their scope
	captions   []string     // short lines since the last sentence or table
	unit       string       // last unit declared
	inherit    outline.Context
	ocr        map[int]bool // pages read from pictures
	starts     map[*budget.Figure]bool
	untitled   []untitled
	damage     damage
}

func newPass(n *Normalizer, id string, doc *extract.Document) *pass {
	p := &pass{n: n, clause: clause.New(n.lex), doc: simplified(doc), report: &budget.Report{ID: id, File: doc.File, Type: doc.Type}, ocr: map[int]bool{}, starts: map[*budget.Figure]bool{}}
	p.folded = p.doc != doc
	for i := range doc.Pages {
		pg := &doc.Pages[i]
		if pg.OCR {
			p.ocr[pg.Number] = true
		}
		p.report.Lines = slices.Grow(p.report.Lines, len(pg.Lines))
		for _, l := range pg.Lines {
			p.report.Lines = append(p.report.Lines, budget.SourceLine{Number: l.Number, Page: pg.Number, Text: l.Text})
		}
	}
	p.damage = newDamage(doc)
	return p
}

func (p *pass) run(ctx context.Context) error {
	blocks := p.blocks()
	p.meta = outline.ReadMeta(p.opening())
	p.outline = outline.New(p.meta)
	p.inherit = p.outline.Context()
	r := p.report
	r.Title, r.District, r.Kind, r.Year = p.meta.Title, p.meta.District, p.meta.Kind, p.meta.Year
	for i := range blocks {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.block(blocks, i)
	}
	for i, f := range r.Figures {
		f.ID = i + 1
	}
	if !p.meta.Government.Lowest() {
		settleLevels(r, p.untitled)
	}
	settleEarlier(r.Figures, p.starts)
	soleKinds(r.Figures)
	settleGross(r.Figures)
	settleLoose(r.Figures)
	settleSums(r.Figures)
	settleReturns(r.Figures)
	p.sumUpNotes()
	p.problems()
	if p.folded {
		p.asPrinted()
	}
	return nil
}

// block reads one block, and doubts what damage to the text may have changed in it.
func (p *pass) block(blocks []block, i int) {
	figures, tables := len(p.report.Figures), len(p.report.Tables)
	bad := p.damage.reach(&blocks[i])
	if blocks[i].par != nil {
		p.paragraphs++
		p.paragraph(blocks, i)
	} else {
		p.unitBelow(blocks, i)
		p.table(blocks[i].tables)
	}
	if bad || p.damage.lost {
		p.distrust(figures, tables)
	}
}

// opening returns the first lines of the report, where the title stands.
func (p *pass) opening() []string {
	var out, running []string
	for i := range p.doc.Pages {
		for _, l := range p.doc.Pages[i].Lines {
			switch n := len(out); {
			case l.Kind == extract.TableLn || strings.TrimSpace(l.Text) == "":
			case l.Kind == extract.Running:
				running = append(running, l.Text)
			case l.Joins && n > 0 && !strings.ContainsAny(out[n-1]+l.Text, "，。；"):
				out[n-1] += strings.TrimSpace(l.Text)
			default:
				out = append(out, l.Text)
			}
			if len(out) >= 60 {
				return out
			}
		}
	}
	return append(out, running...)
}

// blocks puts paragraphs and tables in reading order. Parts of a table that goes
// on over pages stand together at its beginning.
func (p *pass) blocks() []block {
	var out []block
	pars := flow.Paragraphs(p.doc)
	for i := range pars {
		plain := pars[i].Plain()
		if strings.TrimSpace(plain.Text) == "" {
			continue
		}
		out = append(out, block{line: plain.Line(), par: &plain})
	}
	for i := range p.doc.Tables {
		t := &p.doc.Tables[i]
		if t.Continues && i > 0 {
			last := &out[len(out)-1]
			last.tables = append(last.tables, t)
			continue
		}
		out = append(out, block{line: firstLine(t), tables: []*extract.Table{t}})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].line < out[j].line })
	return out
}

func firstLine(t *extract.Table) int {
	for _, row := range t.Rows {
		for _, c := range row {
			if c.Line > 0 {
				return c.Line
			}
		}
	}
	return 0
}

// paragraph reads a heading, a caption or running text.
func (p *pass) paragraph(blocks []block, i int) {
	par := blocks[i].par
	text := par.Text
	if u := grid.UnitLine(text); u != "" {
		p.unit = u
	}
	if outline.Caption(text) || p.beforeTable(blocks, i) && outline.ShortLine(text) {
		p.captions = append(p.captions, text)
		if h, ok := outline.ParseHeading(text); ok && h.Numbered {
			p.enter(h)
		}
		return
	}
	if h, ok := outline.ParseHeading(text); ok {
		p.enter(h)
		if h.Rest == "" {
			p.captions = append(p.captions[:0], h.Title)
			return
		}
		p.sentence(par, p.bodyStart(text, h), len(text))
		return
	}
	if strings.Contains(text, "。") || strings.Contains(text, "；") || utf8.RuneCountInString(text) > 60 {
		p.captions = p.captions[:0]
	}
	if tail := gluedCaption(text); tail > 0 && p.beforeTable(blocks, i) {
		p.captions = append(p.captions, text[tail:])
		p.sentence(par, 0, tail)
		return
	}
	p.sentence(par, 0, len(text))
}

// bodyStart is where the sentence of a heading with text behind it begins: at the
// text, or at the title itself where that is a subject (1.县级收入：年初预算数X万元).
func (p *pass) bodyStart(text string, h outline.Heading) int {
	rest := len(text) - len(h.Rest)
	at := strings.LastIndex(text[:rest], h.Title)
	if at < 0 {
		return rest
	}
	sub, ok := p.n.lex.Subject(clause.TopicOf(h.Title), p.inherit.Book, p.inherit.Side)
	if ok && (strings.ContainsAny(text[at:rest], "：:") || sub.Role == budget.RoleTotal || clause.Heads(sub)) {
		return at
	}
	return rest
}

// gluedCaption returns where a caption begins that a reader joined to the end of
// the paragraph above it, 0 where there is none: what follows the last full stop
// is short, holds no amount and does not end as a sentence.
func gluedCaption(text string) int {
	at := strings.LastIndex(text, "。")
	if at < 0 || at+len("。") == len(text) {
		return 0
	}
	tail := text[at+len("。"):]
	if !outline.ShortLine(tail) || len(money.Scan(tail)) > 0 || strings.ContainsAny(tail, "，") {
		return 0
	}
	return at + len("。")
}

// unitBelow takes the unit of table i from the line behind it, where some pages print
// it: a line that holds nothing else and that no table follows.
func (p *pass) unitBelow(blocks []block, i int) {
	if i+1 >= len(blocks) || blocks[i+1].par == nil || p.unitAbove() {
		return
	}
	text := strings.Trim(blocks[i+1].par.Text, "（()） 	　")
	u := grid.UnitLine(blocks[i+1].par.Text)
	if u == "" || !strings.HasPrefix(text, "单位") || utf8.RuneCountInString(text) > 10 {
		return
	}
	for j := i + 2; j < len(blocks) && j <= i+3; j++ {
		if blocks[j].par == nil {
			return
		}
	}
	p.unit = u
}

// unitAbove reports whether the captions of the table under way declare its unit.
func (p *pass) unitAbove() bool {
	for _, c := range p.captions {
		if grid.UnitLine(c) != "" {
			return true
		}
	}
	return false
}

// beforeTable reports whether only short lines stand between paragraph i and the
// next table.
func (p *pass) beforeTable(blocks []block, i int) bool {
	for j := i + 1; j < len(blocks) && j <= i+3; j++ {
		if blocks[j].par == nil {
			return true
		}
		if !outline.ShortLine(blocks[j].par.Text) {
			return false
		}
	}
	return false
}

func (p *pass) enter(h outline.Heading) {
	p.inherit = p.outline.Enter(h)
	p.damage.heading(h)
	p.carry = clause.Carry{Statement: p.carry.Statement, Group: p.carry.Group}
	if p.inherit.Book != budget.Debt {
		p.carry.Scope, p.carry.Level = p.soleScope()
	}
	if !h.Point() {
		p.led = clause.Carry{}
	} else if p.led.Scope != "" {
		p.carry.Scope, p.carry.Level = p.led.Scope, p.led.Level
	}
	if p.inherit.Book == "" {
		p.carry.Book = p.soleBook()
	}
	if p.inherit.Book == budget.SocialInsurance {
		p.carry.Fund = p.clause.Fund(h.Title)
	}
	p.captions = p.captions[:0]
}

// soleScope is the scope of a report all of whose figures so far are of one: the
// accounts of the own level need not say so in every chapter.
func (p *pass) soleScope() (string, budget.Level) {
	f := p.sole(func(f *budget.Figure) bool { return f.Book != budget.Debt }, func(a, b *budget.Figure) bool { return a.Level == b.Level })
	if f == nil {
		return "", ""
	}
	return f.Scope, f.Level
}

// soleBook is the book of a report that has spoken of one only so far: a township
// that has no other does not say 一般公共预算 again and again.
func (p *pass) soleBook() budget.Book {
	f := p.sole(func(*budget.Figure) bool { return true }, func(a, b *budget.Figure) bool { return a.Book == b.Book })
	if f == nil {
		return ""
	}
	return f.Book
}

// sole is the first of the budget figures so far that count, where all of them are
// alike and they are enough to tell, else nil.
func (p *pass) sole(counts func(*budget.Figure) bool, alike func(a, b *budget.Figure) bool) *budget.Figure {
	var first *budget.Figure
	n := 0
	for _, f := range p.report.Figures {
		if !f.IsBudget() || !counts(f) {
			continue
		}
		if n++; n == 1 {
			first = f
		}
		if !alike(first, f) {
			return nil
		}
	}
	if n < 5 {
		return nil
	}
	return first
}

// sentence reads the running text of a paragraph between two byte offsets.
func (p *pass) sentence(par *flow.Paragraph, from, to int) {
	text := par.Text[from:to]
	p.report.TextRunes += utf8.RuneCountInString(text)
	drafts, carry := p.clause.Read(text, p.inherit, p.meta, p.carry)
	p.carry = carry
	base := len(p.report.Figures)
	var sent span
	for k := range drafts {
		d := &drafts[k]
		if a, b := from+d.From, from+d.To; a < sent.from || b > sent.to {
			sent = sentenceAround(par.Text, a, b)
		}
		d.Quote, d.At = sent.quote(par.Text, from+d.From)
		p.add(par, from, d, base)
	}
	if len(drafts) == 0 {
		p.lead(text)
		p.mentions(par, text)
	}
	if strings.Contains(text, "%") || strings.Contains(text, "％") {
		p.ratios(par, text, from)
	}
}

// lead notes a line that only names whose accounts the points below it are: 市本级情况：
func (p *pass) lead(text string) {
	t := strings.TrimSpace(text)
	if utf8.RuneCountInString(t) <= 16 && (strings.HasSuffix(t, "：") || strings.HasSuffix(t, ":")) {
		p.led = p.carry
	}
}

// mentions notes sentences that speak of a book without a figure.
func (p *pass) mentions(par *flow.Paragraph, text string) {
	if p.inherit.Glossary || p.inherit.Policy || utf8.RuneCountInString(text) > 200 {
		return
	}
	b := outline.BookOf(text)
	if b == "" || !strings.ContainsAny(text, "无未由统纳") {
		return
	}
	line, start, end, _ := par.Locate(0, len(par.Text))
	p.report.Mentions = append(p.report.Mentions, budget.Mention{Book: b, Quote: text,
		Place: budget.Place{Page: par.Page, Line: line, Start: start, End: end}})
}
