package grid

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// frame is what captions and headings say of the whole table.
type frame struct {
	caption string
	book    budget.Book
	scope   string
	level   budget.Level
	year    int
	stage   budget.Stage
	side    budget.Side
	unit    string
	named   bool // the unit was printed with this table
	yearSet bool // the caption names the year
	// levelNamed is set where a caption names the level, levelSaid where caption or
	// heading do
	levelNamed, levelSaid bool
	partial               bool // a part of the year in a report on whole years
}

var unitRE = regexp.MustCompile(`单\s*位\s*[：:﹕]?\s*(?:人民币)?\s*(万亿元|亿元|千万元|百万元|万元|千元|元)`)
var inlineUnitRE = regexp.MustCompile(`[（(]\s*(?:单位[：:])?\s*(亿元|百万元|万元|千元|元)\s*[)）]`)

// unitIn finds a unit declared in a line.
func unitIn(line string) string {
	if !strings.Contains(line, "元") {
		return ""
	}
	if strings.Contains(line, "单") {
		if m := unitRE.FindStringSubmatch(line); m != nil {
			return m[1]
		}
	}
	return inlineUnit(line)
}

// inlineUnit finds a unit that stands alone in a bracket: （万元）.
func inlineUnit(line string) string {
	if !closesUnit(line) {
		return ""
	}
	if m := inlineUnitRE.FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// closesUnit reports whether a bracket closes behind a 元.
func closesUnit(line string) bool {
	for {
		_, after, ok := strings.Cut(line, "元")
		if !ok {
			return false
		}
		line = after
		if next := strings.TrimLeft(after, " \t\n\f\r"); strings.HasPrefix(next, "）") || strings.HasPrefix(next, ")") {
			return true
		}
	}
}

// UnitLine reports the unit that a line declares (单位：万元), or "".
func UnitLine(line string) string { return unitIn(line) }

// readFrame reads captions from the nearest up, then the heading context.
func (g *reading) readFrame() {
	f := &g.frame
	ctx := g.in.Context
	f.partial = ctx.Partial
	for i := len(g.in.Captions) - 1; i >= 0; i-- {
		g.caption(g.in.Captions[i])
	}
	if f.book == "" && g.annexOfTransfers() {
		f.book = budget.GeneralPublic
	}
	if f.book == "" {
		f.book = ctx.Book
	}
	if g.in.Own.Word != "" {
		f.scope, f.level = g.in.Own.Word, g.in.Own.Level
	}
	f.levelNamed = f.level != ""
	if f.level == "" {
		f.scope, f.level = ctx.Scope, ctx.Level
	}
	f.levelSaid = f.level != ""
	if f.level == "" {
		f.scope, f.level = g.in.Scope, g.in.Level
	}
	if f.level == "" {
		f.scope, f.level = outline.WholeScope(g.in.Meta.Government), budget.Consolidated
	}
	if f.year == 0 {
		f.year = ctx.Year
	}
	if f.stage == "" {
		f.stage = g.stageFor(f.year)
	}
	if f.side == "" {
		f.side = ctx.Side
	}
	for i := 0; i < g.header && f.unit == ""; i++ {
		for _, c := range g.rows[i].cells {
			if u := unitRE.FindStringSubmatch(c.Text); u != nil {
				f.unit, f.named = u[1], true
			}
		}
	}
	if f.unit == "" {
		f.unit = g.in.Unit
	}
	if f.unit == "亿元" && !f.named && g.tooLarge() {
		f.unit = "" // the unit of another table, or of sentences
	}
	if f.unit == "" {
		f.unit = "万元"
	}
}

// tooLarge reports whether the table holds whole numbers that no local government has in
// 亿元: most of them have five digits or more.
func (g *reading) tooLarge() bool {
	large, all := 0, 0
	for _, r := range g.rows[g.header:] {
		for _, v := range r.vals {
			if !v.Number || v.Percent || v.Value.IsZero() {
				continue
			}
			all++
			if v.Value.Exponent() >= 0 && v.Value.Abs().GreaterThanOrEqual(leastLarge) {
				large++
			}
		}
	}
	return large*2 > all
}

var leastLarge = decimal.NewFromInt(10000)

// annexOfTransfers reports an annex on transfers that names no book: they are of the
// general public budget, whatever the last chapter of the text was about.
func (g *reading) annexOfTransfers() bool {
	annex, transfers := false, false
	for _, c := range g.in.Captions {
		t := squeeze(c)
		annex = annex || phrase.Begins(t, "附表", "附件")
		transfers = transfers || strings.Contains(t, "转移支付")
	}
	return annex && transfers
}

// stageFor is the stage of a table of a year whose caption names none.
func (g *reading) stageFor(year int) budget.Stage {
	m := g.in.Meta
	switch {
	case year == g.in.Context.Year && g.in.Context.Stage != "":
		return g.in.Context.Stage
	case m.Next != 0 && year >= m.Next:
		return budget.Budgeted
	}
	return m.ReportStage()
}

func (g *reading) caption(line string) {
	f := &g.frame
	t := squeeze(line)
	if u := unitIn(line); u != "" && f.unit == "" {
		f.unit, f.named = u, true
		if len([]rune(t)) < 14 {
			return
		}
	}
	if f.caption == "" {
		f.caption = strings.Trim(strings.TrimSpace(line), "#* ")
	}
	if b := outline.BookOf(t); b != "" && f.book == "" {
		f.book = b
	}
	if sc := g.in.Meta.Government.Scopes(t); len(sc) > 0 && f.level == "" {
		best := nearestScope(sc)
		f.scope, f.level = best.Word, best.Level
	}
	if ys := outline.Years(t); len(ys) == 1 && f.year == 0 {
		f.year, f.yearSet = ys[0], true
	}
	if outline.PartYear(t) && g.in.Meta.Kind != budget.KindHalfYear {
		f.partial = true
	}
	if st := outline.StageOf(t); st != "" && f.stage == "" {
		f.stage = st
		if !f.partial {
			f.stage = g.seen2final(st)
		}
	}
	if s := outline.SideOf(t); s != "" && f.side == "" {
		f.side = s
	}
}

// nearestScope is the last scope of a caption: 全区…（区金库） is of the treasury.
// 区级…（区金库） stays the own level, whose treasury it is.
func nearestScope(sc []outline.Scope) outline.Scope {
	last := sc[len(sc)-1]
	if last.Level != budget.Treasury {
		return last
	}
	for _, s := range sc {
		if s.Level == budget.Own {
			return s
		}
	}
	return last
}

// seen2final reads 执行 as 决算 in final accounts of the year reported on.
func (g *reading) seen2final(st budget.Stage) budget.Stage {
	if st == budget.Execution && g.in.Meta.Kind == budget.KindFinalAccounts {
		return budget.Final
	}
	return st
}

func decimalInt(n int) decimal.Decimal { return decimal.NewFromInt(int64(n)) }

// scale returns the power of ten of a unit, 万元 being 0.
func scale(unit string) int32 {
	e, _ := money.Exp10(unit)
	return e
}
