package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
	"yusuan/normalize/lexicon"
	"yusuan/normalize/outline"
)

type role int

const (
	ignored role = iota
	label
	codeCol
	number
)

// column is one column of the grid.
type column struct {
	role   role
	head   string
	spec   budget.Column
	unit   string
	book   budget.Book   // where each column is of another book
	scope  outline.Scope // where the head names one: 全县 | 其中：县本级
	scoped bool
	part   bool // the head names a month or quarter
	sure   bool // the head leaves no doubt about the kind
	text   int  // cells with text
	nums   int  // cells with numbers, dashes included
}

// labelHead matches the head of a label column.
func labelHead(h string) bool {
	switch h {
	case "收入", "支出", "项目", "科目", "收入项目", "支出项目", "预算科目", "科目名称", "项目名称", "名称", "收入科目", "支出科目", "功能科目", "功能分类科目", "单位", "单位名称", "镇街", "乡镇", "乡镇名称", "镇街名称", "地区",
		"险种", "基金名称", "预算项目", "项目（科目）", "收支项目", "指标", "年度", "年份", "类别", "内容", "款项", "类", "款", "项", "收入内容", "支出内容", "收入名称", "支出名称", "街镇", "地区名称", "支出功能分类", "功能分类", "区域":
		return true
	}
	return false
}

func (g *reading) readColumns() {
	width := 0
	if len(g.rows) > 0 {
		width = len(g.rows[0].cells)
	}
	g.cols = make([]column, width)
	for c := range g.cols {
		col := &g.cols[c]
		col.head = g.head(c)
		for _, r := range g.rows[g.header:] {
			switch v := r.vals[c]; {
			case v.Number, v.Mark == budget.Dash:
				col.nums++
			case v.Mark == budget.Blank:
			default:
				col.text++
			}
		}
	}
	g.lendHeads()
	g.shareHeads()
	for c := range g.cols {
		g.classify(c)
	}
	g.adjustedAmounts()
	g.columnBooks()
	g.wholeColumns()
	g.sharedColumns()
}

// adjustedAmounts reads 预算调整数 as what the budget was adjusted to in a table that has
// no column for the budget before: there is nothing that it could be the change of.
func (g *reading) adjustedAmounts() {
	for c := range g.cols {
		col := &g.cols[c]
		if col.role != number || col.spec.Kind != budget.ColDelta || !strings.Contains(squeeze(col.head), "预算调整数") {
			continue
		}
		alone := true
		for _, other := range g.cols {
			planned := other.spec.Stage == budget.Budgeted || other.spec.Stage == budget.Adjusted
			alone = alone && !(other.role == number && other.spec.Kind == budget.ColAmount && planned && other.spec.Year == col.spec.Year)
		}
		if alone {
			col.spec.Kind = budget.ColAmount
		}
	}
}

// sharedColumns leaves columns of the governments above unread, and 合计 beside them:
// it sums what they share, which is not the report's own.
func (g *reading) sharedColumns() {
	upper := false
	for c := range g.cols {
		if col := &g.cols[c]; col.role != number || col.scoped || col.spec.Kind != budget.ColAmount {
			continue
		}
		if g.upper(lastLine(g.cols[c].head)) {
			upper = true
			g.unreadColumn(c, "是上级政府的数")
		}
	}
	if !upper {
		return
	}
	for c := range g.cols {
		if col := &g.cols[c]; col.role == number && col.spec.Kind == budget.ColAmount && neutral(lastLine(col.head)) {
			g.unreadColumn(c, "含上级政府分享部分")
		}
	}
}

// upper reports whether a head is the name of a government above the report's own.
func (g *reading) upper(head string) bool {
	switch head {
	case "中央", "中央级", "自治区", "自治区级", "上级":
		return true
	}
	level, ok := g.lex.Level(head, g.in.Meta.Reporter())
	return ok && level == lexicon.Upper
}

// wholeColumns reads 合计 beside a column of the own level as the whole, where the
// caption speaks of the own level too.
func (g *reading) wholeColumns() {
	own := false
	for c := range g.cols {
		own = own || g.cols[c].role == number && g.cols[c].scoped && g.cols[c].scope.Level == budget.Own
	}
	if !own || g.frame.level != budget.Own {
		return
	}
	for c := range g.cols {
		col := &g.cols[c]
		if col.role == number && !col.scoped && col.spec.Kind == budget.ColAmount && neutral(lastLine(col.head)) {
			col.scope, col.scoped = outline.Scope{Word: outline.WholeScope(g.in.Meta.Government), Level: budget.Consolidated}, true
		}
	}
}

// columnBooks notes the book of each column in a table that sets the books side
// by side.
func (g *reading) columnBooks() {
	named := map[budget.Book]int{}
	for c := range g.cols {
		if g.cols[c].role == number {
			if b := outline.BookOf(g.cols[c].head); b != "" {
				named[b]++
			}
		}
	}
	if len(named) < 2 {
		return
	}
	for c := range g.cols {
		if g.cols[c].role == number {
			g.cols[c].book = outline.BookOf(g.cols[c].head)
		}
	}
}

func (g *reading) classify(c int) {
	col := &g.cols[c]
	flat := strings.ReplaceAll(col.head, "\n", "")
	switch {
	case phrase.Holds(flat, "编码", "代码"), (col.head == "" || phrase.Holds(flat, "科目", "分类")) && g.codes(c):
		col.role = codeCol
		return
	case flat == "序号" || flat == "行次" || flat == "栏次" || flat == "编号":
		col.role = ignored
		return
	case phrase.Holds(flat, "备注", "说明", "附注", "原因"):
		col.role = ignored
		return
	case col.text > 0 && col.text >= col.nums:
		col.role = label
		return
	case col.nums == 0 && col.text == 0 && (labelHead(lastLine(col.head)) || col.head == ""):
		col.role = ignored
		if labelHead(lastLine(col.head)) {
			col.role = label
		}
		return
	}
	col.role = number
	if sc := g.in.Meta.Government.Scopes(flat); len(sc) == 1 {
		col.scope, col.scoped = sc[0], true
	} else if lower := lastLine(col.head); lower == "下级" || lower == "所属下级" || lower == "县以下" {
		col.scope, col.scoped = outline.Scope{Word: lower, Level: budget.Lower}, true
	}
	col.spec = budget.Column{Col: c, Header: strings.ReplaceAll(col.head, "\n", " ")}
	g.kind(c)
	col.unit = inlineUnit(flat)
	if partOfYear(lastLine(col.head)) && g.in.Meta.Kind != budget.KindHalfYear {
		col.part, col.sure = true, true
	}
}

func lastLine(s string) string {
	if i := strings.LastIndex(s, "\n"); i >= 0 {
		return s[i+1:]
	}
	return s
}

// codes reports whether a headless column holds subject codes.
func (g *reading) codes(c int) bool {
	n := 0
	for _, r := range g.rows[g.header:] {
		t := squeeze(r.cells[c].Text)
		if t == "" {
			continue
		}
		if len(t) < 3 || len(t) > 7 || len(t)%2 == 0 || strings.Trim(t, "0123456789") != "" || t[0] != '1' && t[0] != '2' {
			return false
		}
		n++
	}
	return n >= 3 || n >= 2 && g.cols[c].head != ""
}

// columnYear is the fiscal year that a head names, else that of the table.
func (g *reading) columnYear(h string) int {
	if ys := outline.Years(h + "年"); len(ys) >= 1 {
		return ys[0]
	}
	if y := bareYear(h); y != 0 {
		return y
	}
	if !phrase.Holds(h, "上年", "去年") {
		return 0
	}
	year := g.frame.year
	if year == 0 {
		year = g.latestHead()
	}
	if year == 0 {
		return 0
	}
	return year - 1
}

// latestHead is the last year that a head of the table names, for tables whose caption
// names none.
func (g *reading) latestHead() int {
	last := 0
	for _, c := range g.cols {
		for _, y := range outline.Years(c.head) {
			last = max(last, y)
		}
	}
	return last
}

// bareYear reads a head that is nothing but a year: 2023, 2023决算数.
func bareYear(h string) int {
	if len(h) < 4 || h[0] != '2' && h[0] != '1' {
		return 0
	}
	y := 0
	for i := 0; i < 4; i++ {
		if h[i] < '0' || h[i] > '9' {
			return 0
		}
		y = y*10 + int(h[i]-'0')
	}
	if len(h) > 4 && h[4] >= '0' && h[4] <= '9' || y < 1990 || y > 2100 {
		return 0
	}
	return y
}

// columnStage is the stage that a head names. Year 0 is filled in from the stage:
// a draft budget has 上年执行数 and 预算数 side by side.
func (g *reading) columnStage(h string, year int) budget.Stage {
	m := g.in.Meta
	switch {
	case phrase.Holds(h, "调整前"):
		return budget.Budgeted
	case phrase.Holds(h, "调整预算", "变动预算", "调整后", "预算调整", "变动数", "调整数"):
		return budget.Adjusted
	case phrase.Holds(h, "决算"):
		if phrase.Holds(h, "执行") && m.Kind != budget.KindFinalAccounts {
			return budget.Execution
		}
		return budget.Final
	case phrase.Holds(h, "执行", "完成", "实际", "累计", "实绩", "收入数", "支出数", "入库"):
		if m.Kind == budget.KindFinalAccounts && (year == 0 || year == m.Year) && !phrase.Holds(h, "执行") {
			return budget.Final
		}
		return budget.Execution
	case phrase.Holds(h, "预算", "年初", "安排", "草案", "计划", "预计", "建议", "批准"), phrase.Holds(h, "任务", "目标") && !phrase.Holds(h, "类"):
		return budget.Budgeted
	case phrase.Holds(h, "上年", "去年"):
		if m.Kind == budget.KindFinalAccounts {
			return budget.Final
		}
		return budget.Execution
	}
	if year != 0 && year != g.frame.year {
		return g.stageFor(year)
	}
	return ""
}

// settleColumn fills in the year and stage that a head leaves open.
func (g *reading) settleColumn(spec *budget.Column) {
	m := g.in.Meta
	if spec.Stage == "" {
		spec.Stage = g.frame.stage
	}
	if spec.Year == 0 {
		spec.Year = g.frame.year
	}
	draft := m.Next != 0 && spec.Year == m.Next
	if draft && (spec.Stage == budget.Execution || spec.Stage == budget.Final || spec.Stage == budget.Adjusted) {
		spec.Year = m.Year
	}
}
