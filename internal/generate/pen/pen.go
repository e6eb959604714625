// Package pen writes amounts of the accounts into text and keeps the truth of
// each: every amount stands between marks that name its label, until the text
// has its final lines.
package pen

import (
	"math/rand/v2"
	"strings"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/score"
)

// Settings are how a style prints amounts and names.
type Settings struct {
	Unit      string            // 万元, 亿元, 元, 千元 or mixed
	Separator string            // of thousands in sentences: empty or ","
	TableSep  string            // of thousands in tables
	TableUnit string            // 万元 unless set
	KeepZeros bool              // 26.10亿元 rather than 26.1亿元
	YiDigits  int               // digits after the point of 亿元, 2 unless set
	PctDigits int               // digits after the point of percentages
	Bold      int               // percent of amounts in sentences that stand in ** **
	FullWidth int               // percent of amounts printed in full-width digits
	Say       map[string]string // the style's words for canonical subjects
	Growth    [3]string         // 增长, 下降, 与上年持平
	Dash      string            // printed where a table cell has no number
}

// Context is what an amount belongs to unless a call says otherwise.
type Context struct {
	Book  budget.Book
	Level budget.Level
	Year  int
	Stage budget.Stage
}

// Pen writes one report.
type Pen struct {
	Acc   *accounts.Accounts
	Set   Settings
	Rng   *rand.Rand
	Truth []score.Label

	at       Context
	unit     string
	table    bool
	last     accounts.Cell
	lastAt   int // label of the last amount
	class    string
	earmarks map[string]int64
	kept     []kept
	told     bool            // the rates of those kept have been written
	Cells    []accounts.Cell // of each label; Book empty where it has none
	Steps    []int64         // size of each label's last printed digit, in 元
}

// New returns a pen for accounts. The seed decides words, not amounts.
func New(a *accounts.Accounts, s Settings, seed uint64) *Pen {
	if s.PctDigits == 0 {
		s.PctDigits = 1
	}
	if s.YiDigits == 0 {
		s.YiDigits = 2
	}
	if s.Growth[0] == "" {
		s.Growth = [3]string{"增长", "下降", "与上年持平"}
	}
	return &Pen{Acc: a, Set: s, Rng: rand.New(rand.NewPCG(seed, 77)), earmarks: map[string]int64{}, unit: s.Unit}
}

var bookNames = map[string]budget.Book{"gp": budget.GeneralPublic, "gf": budget.GovernmentFunds, "sc": budget.StateCapital, "si": budget.SocialInsurance, "debt": budget.Debt}

var levelNames = map[string]budget.Level{"all": budget.Consolidated, "own": budget.Own, "low": budget.Lower, "tre": budget.Treasury}

var sideNames = map[string]budget.Side{"r": budget.Revenue, "e": budget.Expenditure, "b": budget.Balance}

// stage gives the year and stage for act, bud, adj, next and prev.
func (p *Pen) stage(name string) (int, budget.Stage) {
	y := p.Acc.Year
	switch name {
	case "act":
		return y, p.Acc.Actual
	case "bud":
		return y, budget.Budgeted
	case "adj":
		return y, budget.Adjusted
	case "next":
		return y + 1, budget.Budgeted
	case "prev":
		return y - 1, budget.Execution
	}
	panic("pen: no stage " + name)
}

// At sets the context: a book (gp, gf, sc, si, debt), a level (all, own, low)
// and a stage (act, bud, adj, next, prev).
func (p *Pen) At(book, level, stage string) string {
	b, ok := bookNames[book]
	l, ok2 := levelNames[level]
	if !ok || !ok2 {
		panic("pen: no context " + book + " " + level)
	}
	p.at.Book, p.at.Level = b, l
	p.at.Year, p.at.Stage = p.stage(stage)
	return ""
}

// Level sets the level alone.
func (p *Pen) Level(level string) string { p.at.Level = levelNames[level]; return "" }

// Stage sets year and stage alone.
func (p *Pen) Stage(stage string) string { p.at.Year, p.at.Stage = p.stage(stage); return "" }

// Unit sets the unit for what follows; an empty one returns to the style's.
func (p *Pen) Unit(u string) string {
	p.unit = u
	if u == "" {
		p.unit = p.Set.Unit
	}
	return ""
}

// Now returns the context.
func (p *Pen) Now() Context { return p.at }

// BeginTable has amounts written as cells of a table, in a unit, until the
// returned function is called; unit and context are then what they were.
func (p *Pen) BeginTable(unit string) (end func()) {
	was, at := p.unit, p.at
	p.table, p.unit = true, unit
	return func() { p.table, p.unit, p.at = false, was, at }
}

// Cell returns the cell of a subject in the context.
func (p *Pen) Cell(side budget.Side, subject string) accounts.Cell {
	return accounts.Cell{Book: p.at.Book, Level: p.at.Level, Year: p.at.Year, Stage: p.at.Stage, Side: side, Subject: subject}
}

// Say returns the style's words for a subject. A word for the general book alone
// (一般债务) is put right in the funds book (专项债务).
func (p *Pen) Say(subject string) string {
	w := p.say(subject)
	if p.at.Book == budget.GovernmentFunds {
		w = strings.Replace(w, "一般债", "专项债", 1)
	}
	return w
}

func (p *Pen) say(subject string) string {
	if w, ok := p.Set.Say[subject]; ok {
		if strings.Contains(w, "|") {
			ws := strings.Split(w, "|")
			return ws[p.Rng.IntN(len(ws))]
		}
		return w
	}
	return subject
}

// Back returns to an earlier context.
func (p *Pen) Back(c Context) { p.at = c }
