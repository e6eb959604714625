package generate

import (
	"bytes"
	"fmt"
	"text/template"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/layout"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
	"yusuan/internal/generate/words"
)

// writer is what a template's functions work on.
type writer struct {
	*pen.Pen
	words  *words.Source
	text   bytes.Buffer // what the template has written
	tables []*render.Table
	grid   *grid // the table that the template is writing out
}

// names returns the functions that templates call, without a report behind them,
// for parsing.
func names() template.FuncMap { return (&writer{}).funcs() }

// funcs are the functions of a template. In context, which these set:
//
//	at BOOK LEVEL STAGE   a book, level and stage (gp gf sc si debt; all own low; act bud adj next prev)
//	lv, st, u             level, stage, unit alone
//
// Amounts:
//
//	r, e, b SUBJECT       of the revenue, expenditure or balance side
//	R E RT ET RX EX       own totals, grand totals, lumps
//	x STAGE SIDE SUBJECT  at another stage;  xl LEVEL SIDE SUBJECT: at another level
//	bf SUBJECT FUND       a balance of one insurance fund;  bo, bc: an opening, a closing stock
//	tf SUBJECT TOWN       a transfer to one township
//	af AREA               the revenue of a sub-area beside the treasury's
//	mid SIDE SUBJECT      what an earlier adjustment had set
//	spent                 支出总量 where 结转下年 is told apart from it
//	reserve               the reserve fund: drafted, used, left
//	ear, pol              an earmark of the last class; an amount that belongs to no budget
//	about HEDGE, zh, bare a hedged amount (约), one in Chinese numerals, one without its unit
//
// What belongs to the last amount:
//
//	g, gw, sg             growth after a comma, without it, as a signed number
//	c, cn STAGE           completion in percent; as a number
//	cof STAGE             the amount at a stage and the completion: X万元的Y%
//	pace STAGE WORDS      points before or behind half a year's completion
//	was                   the amount of the year before
//	d, ad MORE LESS SAME  change against last year, adjustment of the budget;  admid: since an earlier one
//	keep, apiece, apieceof STAGE   keeps it; growth, completions of those kept, apiece: 增长A%、B%
//
//	ratio SIDE PART WHOLE one amount in percent of another
//
// Lists to range over:
//
//	classes N, items WHOLE N, flows SIDE, insured, towns, named SUBJECT   subjects
//	both, beside          several lists as one; two lists side by side
//	projects, works, shares   a quota of bonds, an expenditure by project; a revenue by collector
//	economic ITEMS        the expenditure by economic classification
//	joined SIDE, has SIDE SUBJECT   the names of flows, for a lump; whether there is an amount
//
// Tables:
//
//	table NAME CAPTION    one of package layout
//	grid CAPTION UNITLINE … notes … endgrid   one written out in the template, see grid.go
//	cols SIDE SUBJECT COLUMNS   several number cells of a subject in it
//	code, cut, add        the code of a subject, a piece of a text, a sum
//
// Other text: policy, noise, gloss, purpose, say, pick, maybe, n, f, and the names of the
// district and its years.
func (w *writer) funcs() template.FuncMap {
	return template.FuncMap{
		"at": func(b, l, s string) string { return w.At(b, l, s) },
		"lv": func(l string) string { return w.Level(l) },
		"st": func(s string) string { return w.Stage(s) },
		"u":  func(u string) string { return w.Unit(u) },

		"r":       func(s string) string { return w.amount(budget.Revenue, s) },
		"e":       func(s string) string { return w.amount(budget.Expenditure, s) },
		"b":       func(s string) string { return w.amount(budget.Balance, s) },
		"R":       func() string { return w.amount(budget.Revenue, accounts.TotalOf(w.Now().Book, budget.Revenue)) },
		"E":       func() string { return w.amount(budget.Expenditure, accounts.TotalOf(w.Now().Book, budget.Expenditure)) },
		"RT":      func() string { return w.amount(budget.Revenue, "收入总计") },
		"ET":      func() string { return w.amount(budget.Expenditure, "支出总计") },
		"RX":      func() string { return w.Lump("r") },
		"EX":      func() string { return w.Lump("e") },
		"x":       w.atStage,
		"xl":      w.atLevel,
		"bf":      w.fundBalance,
		"bo":      func(s string) string { return w.stock(s, budget.RoleOpening) },
		"bc":      func(s string) string { return w.stock(s, budget.RoleClosing) },
		"tf":      w.townTransfer,
		"af":      w.areaRevenue,
		"mid":     w.mid,
		"spent":   func() string { return w.BeforeCarry() },
		"reserve": w.reserve,
		"ear":     func() string { return w.Earmark() },
		"pol":     func(u string, lo, hi float64) string { return w.Policy(u, lo, hi) },
		"about":   func(hedge, written string) string { return w.Hedge(hedge, written) },
		"zh":      func(u string, n int) string { return w.Chinese(u, n) },
		"bare":    func(s string) string { return w.Bare(s) },

		"g":        func(ws ...string) string { return w.Growth(ws...) },
		"gw":       func(ws ...string) string { return w.GrowthWords(ws...) },
		"sg":       func() string { return w.SignedGrowth() },
		"c":        func(s string) string { return w.Done(s) },
		"cn":       func(s string) string { return w.DoneNumber(s) },
		"cof":      func(s string) string { return w.DoneOf(s) },
		"pace":     func(s string, ws ...string) string { return w.Pace(s, ws...) },
		"was":      func() string { return w.Before() },
		"d":        func(ws ...string) string { return w.Change(ws...) },
		"ad":       func(ws ...string) string { return w.Adjusted(ws...) },
		"admid":    func(ws ...string) string { return w.AdjustedAgain(ws...) },
		"keep":     func() string { return w.Keep() },
		"apiece":   func() string { return w.Apiece() },
		"apieceof": func(s string) string { return w.ApieceOf(s) },
		"ratio":    w.ratio,

		"classes":  func(n int) []Item { return w.list(w.Largest(n)) },
		"items":    w.items,
		"flows":    w.flows,
		"insured":  func() []Item { return w.list(w.Acc.Funds) },
		"towns":    func() []Item { return w.list(w.Acc.Towns) },
		"named":    func(s string) []Item { return w.list([]string{s}) },
		"both":     both,
		"beside":   beside,
		"projects": w.projects,
		"works":    w.works,
		"shares":   w.shares,
		"economic": w.economic,
		"joined":   w.joined,
		"has":      w.has,

		"table":   w.table,
		"grid":    w.beginGrid,
		"notes":   w.beginNotes,
		"endgrid": w.endGrid,
		"cols":    w.cols,
		"code":    layout.CodeOf,
		"cut":     func(s string, from, to int) string { return s[from:min(to, len(s))] },
		"add":     func(a, b int) int { return a + b },

		"policy":  func(n int) string { return w.words.Policy(w.Pen, n) },
		"noise":   func(n int) string { return w.words.Noise(w.Pen, n) },
		"gloss":   func(n int) string { return w.words.Glossary(w.Pen, n) },
		"purpose": func(class string) string { return w.words.Purpose(w.Pen, class) },
		"say":     func(s string) string { return w.Say(s) },
		"pick":    func(ws ...string) string { return w.Pick(ws...) },
		"maybe":   func(n int) bool { return w.Chance(n) },
		"n":       func(lo, hi int) string { return fmt.Sprint(lo + w.Rng.IntN(hi-lo+1)) },
		"f":       func(lo, hi float64) string { return fmt.Sprintf("%.1f", lo+(hi-lo)*w.Rng.Float64()) },

		"name":  func() string { return w.Acc.District.Name },
		"all":   func() string { return w.Acc.District.All },
		"own":   func() string { return w.Acc.District.Own },
		"gov":   func() string { return w.Acc.District.Gov },
		"below": func() string { return w.Acc.District.Below },
		"upper": func() string { return w.Acc.District.Upper },
		"flat":  func() bool { return w.Acc.District.Flat },
		"y":     func() int { return w.Acc.Year },
		"y1":    func() int { return w.Acc.Year + 1 },
		"y0":    func() int { return w.Acc.Year - 1 },
		"term":  func() int { return 5 + w.Acc.Year%14 },
	}
}

func (w *writer) amount(side budget.Side, subject string) string {
	return w.Amount(w.Cell(side, subject))
}

func (w *writer) fundBalance(subject, fund string) string {
	c := w.Cell(budget.Balance, subject)
	c.Parent = fund
	return w.Amount(c)
}

func (w *writer) stock(subject string, role budget.Role) string {
	c := w.Cell(budget.Balance, subject)
	c.Role = role
	return w.Amount(c)
}

func (w *writer) townTransfer(subject, town string) string {
	return w.Amount(accounts.TownCell(w.Cell(budget.Expenditure, subject), town))
}

// areaRevenue writes the revenue of the sub-area beside the treasury.
func (w *writer) areaRevenue(area string) string {
	c := w.Cell(budget.Revenue, accounts.GPRevenue)
	c.Level, c.Parent = budget.Part, area
	return w.Amount(c)
}

func (w *writer) atStage(stage, side, subject string) string {
	was := w.Now()
	defer w.Back(was)
	w.Stage(stage)
	written := w.amount(sides[side], subject)
	if w.inCells() && stage == "prev" {
		w.Confirmed()
	}
	return written
}

func (w *writer) atLevel(level, side, subject string) string {
	was := w.Now()
	defer w.Back(was)
	w.Level(level)
	return w.amount(sides[side], subject)
}

// ratio writes one amount of a side in percent of another.
func (w *writer) ratio(side, part, whole string) string {
	return w.Ratio(w.Cell(sides[side], part), w.Cell(sides[side], whole))
}

var sides = map[string]budget.Side{"r": budget.Revenue, "e": budget.Expenditure, "b": budget.Balance}

// shares divides a revenue between two collectors, the first with about so many
// of a hundred.
func (w *writer) shares(subject string, percent int, first, second string) []string {
	return w.Shares(w.Cell(budget.Revenue, subject), percent, first, second)
}

// mid writes what an earlier adjustment had set.
func (w *writer) mid(side, subject string) string {
	return w.Midway(w.Cell(sides[side], subject))
}

// reserve writes the reserve fund: as drafted, used and left.
func (w *writer) reserve() []string {
	was := w.Now()
	defer w.Back(was)
	w.Stage("bud")
	return w.Reserve(w.Cell(budget.Expenditure, "预备费"))
}

// table builds a table of the current context; a caption is optional.
func (w *writer) table(name string, caption ...string) (string, error) {
	l, ok := layout.Named()[name]
	if !ok {
		return "", fmt.Errorf("no layout %q", name)
	}
	text := ""
	if len(caption) > 0 {
		text = caption[0]
	}
	end := w.BeginTable(w.Set.TableUnit)
	defer end()
	return w.place(l(w.Pen, text)), nil
}
