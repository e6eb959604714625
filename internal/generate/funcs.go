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

// Item is one member of a list that a template ranges over.
type Item struct {
	Name        string // canonical subject
	Say         string // the style's words for it
	N           int    // from 1
	First, Last bool
}

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

// funcs are the functions of a template. The short ones, in context:
//
//	at BOOK LEVEL STAGE   sets the context (gp gf sc si debt; all own low; act bud adj next prev)
//	lv, st, u             set level, stage, unit alone
//	r, e, b SUBJECT       an amount of the revenue, expenditure or balance side
//	R E RT ET RX EX       own totals, grand totals, lumps
//	bf SUBJECT FUND       a balance of one insurance fund;  bo, bc: an opening, a closing stock
//	tf SUBJECT TOWN       a transfer to one township
//	af AREA               the revenue of a sub-area beside the treasury's
//	about HEDGE, zh       a hedged amount (约), an amount in Chinese numerals
//	x STAGE SIDE SUBJECT  an amount at another stage;  xl LEVEL SIDE SUBJECT: at another level
//	g, gw, sg             growth after a comma, without it, as a signed number
//	c STAGE               completion of the last amount, in percent
//	cof STAGE             the amount at a stage and the completion of the last amount: X万元的Y%
//	was                   the amount of the year before
//	d, ad MORE LESS SAME  change against last year, adjustment of the budget
//	bare                  takes the unit off an amount
//	works, shares         an expenditure by project; a revenue by collector
//	mid, admid            what an earlier adjustment had set, and the change since
//	projects, reserve     a quota of bonds by project; the reserve fund drafted, used, left
//	table NAME CAPTION    a table of package layout
//	grid CAPTION UNITLINE … notes … endgrid   a table written out in the template, see grid.go
//	cols SIDE SUBJECT COLUMNS   several number cells of a subject in it
//	cn STAGE              completion as a number, without the percent sign
//	ratio SIDE PART WHOLE   one amount in percent of another
//	pace STAGE WORDS      points before or behind half a year's completion
//	economic ITEMS        the expenditure by economic classification
//	code, cut, add        the code of a subject, a piece of a text, a sum
//	ear, pol, policy, noise, gloss, purpose   earmarks, policy amounts and other text
func (w *writer) funcs() template.FuncMap {
	return template.FuncMap{
		"at":    func(b, l, s string) string { return w.At(b, l, s) },
		"lv":    func(l string) string { return w.Level(l) },
		"st":    func(s string) string { return w.Stage(s) },
		"u":     func(u string) string { return w.Unit(u) },
		"r":     func(s string) string { return w.amount(budget.Revenue, s) },
		"e":     func(s string) string { return w.amount(budget.Expenditure, s) },
		"b":     func(s string) string { return w.amount(budget.Balance, s) },
		"R":     func() string { return w.amount(budget.Revenue, accounts.TotalOf(w.Now().Book, budget.Revenue)) },
		"E":     func() string { return w.amount(budget.Expenditure, accounts.TotalOf(w.Now().Book, budget.Expenditure)) },
		"RT":    func() string { return w.amount(budget.Revenue, "收入总计") },
		"ET":    func() string { return w.amount(budget.Expenditure, "支出总计") },
		"RX":    func() string { return w.Lump("r") },
		"EX":    func() string { return w.Lump("e") },
		"bf":    w.fundBalance,
		"bo":    func(s string) string { return w.stock(s, budget.RoleOpening) },
		"bc":    func(s string) string { return w.stock(s, budget.RoleClosing) },
		"tf":    w.townTransfer,
		"af":    w.areaRevenue,
		"about": func(hedge, written string) string { return w.Hedge(hedge, written) },
		"zh":    func(u string, n int) string { return w.Chinese(u, n) },
		"x":     w.atStage,
		"xl":    w.atLevel,
		"g":     func(ws ...string) string { return w.Growth(ws...) },
		"gw":    func(ws ...string) string { return w.GrowthWords(ws...) },
		"sg":    func() string { return w.SignedGrowth() },
		"c":     func(s string) string { return w.Done(s) },
		"cof":   func(s string) string { return w.DoneOf(s) },
		"was":   func() string { return w.Before() },
		"d":     func(ws ...string) string { return w.Change(ws...) },
		"ad":    func(ws ...string) string { return w.Adjusted(ws...) },
		"bare":  func(s string) string { return w.Bare(s) },
		"ear":   func() string { return w.Earmark() },
		"pol":   func(u string, lo, hi float64) string { return w.Policy(u, lo, hi) },
		"say":   func(s string) string { return w.Say(s) },
		"pick":  func(ws ...string) string { return w.Pick(ws...) },
		"maybe": func(n int) bool { return w.Chance(n) },
		"n":     func(lo, hi int) string { return fmt.Sprint(lo + w.Rng.IntN(hi-lo+1)) },
		"f":     func(lo, hi float64) string { return fmt.Sprintf("%.1f", lo+(hi-lo)*w.Rng.Float64()) },

		"name": func() string { return w.Acc.District.Name }, "all": func() string { return w.Acc.District.All },
		"own": func() string { return w.Acc.District.Own }, "gov": func() string { return w.Acc.District.Gov },
		"below": func() string { return w.Acc.District.Below }, "upper": func() string { return w.Acc.District.Upper },
		"y": func() int { return w.Acc.Year }, "y1": func() int { return w.Acc.Year + 1 }, "y0": func() int { return w.Acc.Year - 1 },
		"flat": func() bool { return w.Acc.District.Flat }, "term": func() int { return 5 + w.Acc.Year%14 },

		"classes": func(n int) []Item { return w.list(w.Largest(n)) },
		"items":   func(whole string, n int) []Item { return w.items(whole, n) },
		"flows":   w.flows, "joined": w.joined, "has": w.has,
		"insured": func() []Item { return w.list(w.Acc.Funds) },
		"towns":   func() []Item { return w.list(w.Acc.Towns) },

		"projects": w.projects,
		"works":    w.works,
		"economic": w.economic,
		"shares":   w.shares,
		"mid":      w.mid,
		"admid":    func(ws ...string) string { return w.AdjustedAgain(ws...) },
		"reserve":  w.reserve,

		"table":   w.table,
		"grid":    w.beginGrid,
		"notes":   w.beginNotes,
		"endgrid": w.endGrid,
		"cols":    w.cols,
		"cn":      func(s string) string { return w.DoneNumber(s) },
		"ratio":   w.ratio,
		"pace":    func(s string, ws ...string) string { return w.Pace(s, ws...) },
		"code":    layout.CodeOf,
		"cut":     func(s string, from, to int) string { return s[from:min(to, len(s))] },
		"add":     func(a, b int) int { return a + b },

		"policy":  func(n int) string { return w.words.Policy(w.Pen, n) },
		"noise":   func(n int) string { return w.words.Noise(w.Pen, n) },
		"purpose": func(class string) string { return w.words.Purpose(w.Pen, class) },
		"gloss":   func(n int) string { return w.words.Glossary(w.Pen, n) },
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

func (w *writer) has(side, subject string) bool {
	v, ok := w.Acc.Get(w.Cell(sides[side], subject))
	return ok && v > 0
}

func (w *writer) list(names []string) []Item {
	out := make([]Item, len(names))
	for i, n := range names {
		out[i] = Item{Name: n, Say: w.Say(n), N: i + 1, First: i == 0, Last: i == len(names)-1}
	}
	return out
}

// items lists up to n of what a whole consists of, those with an amount.
func (w *writer) items(whole string, n int) []Item {
	side := "r"
	if whole != "税收收入" && whole != "非税收入" && whole != accounts.TotalOf(w.Now().Book, budget.Revenue) {
		side = "e"
	}
	var have []string
	for _, s := range accounts.Items(w.Now().Book, whole) {
		if w.has(side, s) && len(have) < n {
			have = append(have, s)
		}
	}
	return w.list(have)
}

// flows lists what stands beside a book's own total, those with an amount.
func (w *writer) flows(side string) []Item {
	var have []string
	for _, s := range accounts.Flows(w.Now().Book, sides[side]) {
		if w.has(side, s) {
			have = append(have, s)
		}
	}
	return w.list(have)
}

// joined names the flows of a side, for a lump.
func (w *writer) joined(side string) string {
	out := ""
	for _, it := range w.flows(side) {
		if !it.First {
			out += "、"
		}
		out += it.Say
	}
	return out
}

// Project is one project paid from a quota of bonds.
type Project struct {
	Name, Amount string
	N            int
	Last         bool
}

// projects divides a quota of bonds among n projects; they sum to it.
func (w *writer) projects(subject string, n int) []Project {
	return w.divided(budget.Revenue, subject, n)
}

// works divides an expenditure among n projects; they sum to it.
func (w *writer) works(subject string, n int) []Project {
	return w.divided(budget.Expenditure, subject, n)
}

func (w *writer) divided(side budget.Side, subject string, n int) []Project {
	names := w.words.Projects(w.Pen, n)
	amounts := w.Divide(w.Cell(side, subject), len(names))
	out := make([]Project, len(names))
	for i := range names {
		out[i] = Project{names[i], amounts[i], i + 1, i == len(names)-1}
	}
	return out
}

// Outlay is one line of the expenditure by economic classification.
type Outlay struct {
	Code, Name, Amount string
	Item               bool // 款, under the 类 above it
}

// economic writes the general public expenditure of the context by economic
// classification, with the items of each type where they are wanted.
func (w *writer) economic(items bool) []Outlay {
	lines := w.words.Economic(items)
	amounts := w.Economic(w.Cell(budget.Expenditure, accounts.GPSpending), lines)
	out := make([]Outlay, len(lines))
	for i, l := range lines {
		out[i] = Outlay{l.Code, l.Name, amounts[i], l.IsItem()}
	}
	return out
}

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
