package workbook

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

// Names of the panel's sheets that the report workbook does not have.
const (
	sheetPanel     = "一览"
	sheetRanking   = "排名"
	sheetByRule    = "异常汇总"
	sheetFindList  = "异常清单"
	sheetComplete  = "完整性"
	sheetDict      = "数据字典"
	panelHeaderRow = 3
	maxSubjects    = 300 // columns of a matrix sheet
)

// panelBook is a panel being written.
type panelBook struct {
	*Panel
	book *xl.Book
}

func (b *panelBook) fill() error {
	b.overview()
	b.ranking()
	for _, book := range bookOrder {
		if err := b.matrix(book); err != nil {
			return err
		}
	}
	b.byRule()
	b.findingList()
	b.completeness()
	if err := b.allFigures(); err != nil {
		return err
	}
	b.dictionary()
	return nil
}

// sheet begins a sheet with a title, a lead and a filtered header.
func (b *panelBook) sheet(name, lead, color, table string, head []xl.Cell, widths map[int]float64) *xl.Sheet {
	s := b.book.Sheet(name)
	s.Tab, s.Widths, s.Table = color, widths, table
	s.FreezeRows, s.FreezeCols, s.Filter, s.TitleRows = panelHeaderRow, 2, panelHeaderRow, [2]int{panelHeaderRow, panelHeaderRow}
	s.Row(xl.Cell{Value: name, Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: lead, Style: styleLead, Free: true})
	s.RowHigh(32, head...)
	return s
}

// reportLink is the address of a report's workbook as seen from the panel.
func reportLink(id string) string {
	return "reports/" + strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F", " ", "%20").Replace(id) + ".xlsx"
}

// overviewColumn is a column of 一览.
type overviewColumn struct {
	name  string
	about string
	width float64
	cell  func(e *panelEntry, row int) xl.Cell
}

const overviewInputsFrom = 8 // the column of the first input

func overviewColumnList() []overviewColumn {
	word := func(get func(*panelEntry) string) func(*panelEntry, int) xl.Cell {
		return func(e *panelEntry, _ int) xl.Cell { return text(get(e)) }
	}
	value := func(i int) func(*panelEntry, int) xl.Cell {
		return func(e *panelEntry, _ int) xl.Cell { return panelNumber(e.main.values[i]) }
	}
	count := func(get func(*panelEntry) int) func(*panelEntry, int) xl.Cell {
		return func(e *panelEntry, _ int) xl.Cell { return xl.Cell{Value: get(e), Style: styleInt} }
	}
	out := []overviewColumn{
		{"地区", "报告标题中的地区", 0, word(func(e *panelEntry) string { return e.district })},
		{"报告", "点击打开该报告的工作簿", 0, func(e *panelEntry, _ int) xl.Cell {
			return xl.Cell{Value: e.id, Style: styleLink, Link: reportLink(e.id), Tip: e.title}
		}},
		{"文种", "", 24, word(func(e *panelEntry) string { return e.kind })},
		{"年度", "下列各数所属年度", 7, func(e *panelEntry, _ int) xl.Cell { return yearCell(e.main.year) }},
		{"阶段", "下列各数的阶段", 9, word(func(e *panelEntry) string { return stageWord(e.main.stage) })},
		{"口径", "一般公共预算各数的口径；其他预算没有同一口径时取最宽的", 9, word(func(e *panelEntry) string { return e.main.scope })},
		{"核对结论", "有差错、需留意、相符、未核对", 10, word(panelConclusion)},
	}
	for i, spec := range inputSpecs() {
		name := strings.TrimPrefix(spec.name, "其中：")
		out = append(out, overviewColumn{name, "万元", 15, func(e *panelEntry, _ int) xl.Cell { return panelNumber(e.main.inputs[i]) }})
	}
	out = append(out,
		overviewColumn{"政府性基金预算支出", "万元", 15, value(pvFundsSpending)},
		overviewColumn{"国有资本经营预算支出", "万元", 15, value(pvCapitalSpending)},
		overviewColumn{"社会保险基金收入", "万元", 15, value(pvInsuranceIn)},
		overviewColumn{"社会保险基金支出", "万元", 15, value(pvInsuranceOut)},
		overviewColumn{"收入增幅（%）", "一般公共预算收入比上年，报告列示", 9, value(pvGrowth)},
		overviewColumn{"支出增幅（%）", "一般公共预算支出比上年，报告列示", 9, value(pvSpendGrowth)},
		overviewColumn{"次年收入预算", "一般公共预算，万元", 15, value(pvNextRevenue)},
		overviewColumn{"次年支出预算", "一般公共预算，万元", 15, value(pvNextSpending)})
	for _, ind := range indicators() {
		out = append(out, overviewColumn{fmt.Sprintf("%s（%s）", ind.name, ind.unit()), ind.how, 12, func(e *panelEntry, row int) xl.Cell {
			return panelIndicator(ind, e, row)
		}})
	}
	return append(out,
		overviewColumn{"错误", "不符（错误）的项数", 7, count(func(e *panelEntry) int { return e.verdicts[0] })},
		overviewColumn{"警告", "不符（警告）的项数", 7, count(func(e *panelEntry) int { return e.verdicts[1] })},
		overviewColumn{"提示", "不符（提示）的项数", 7, count(func(e *panelEntry) int { return e.verdicts[2] })},
		overviewColumn{"尾差", "", 7, count(func(e *panelEntry) int { return e.verdicts[3] })},
		overviewColumn{"相符", "", 7, count(func(e *panelEntry) int { return e.verdicts[4] })},
		overviewColumn{"取到的数", "", 9, count(func(e *panelEntry) int { return e.figures })})
}

func panelConclusion(e *panelEntry) string {
	switch {
	case e.verdicts[0] > 0:
		return "✗ 有差错"
	case e.verdicts[1] > 0:
		return "！需留意"
	case e.verdicts[3]+e.verdicts[4] > 0:
		return "✓ 相符"
	}
	return "— 未核对"
}

func panelNumber(d decimal.NullDecimal) xl.Cell {
	return nullNumber(d, xl.Blue)
}

// panelIndicator is the indicator's formula over the inputs of the same row.
func panelIndicator(ind indicator, e *panelEntry, row int) xl.Cell {
	ref := func(list []input) string {
		var out []string
		for _, i := range list {
			out = append(out, xl.Ref(overviewInputsFrom+int(i), row))
		}
		return strings.Join(out, ",")
	}
	all := slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(ind.above), ind.below...))))
	body := fmt.Sprintf("SUM(%s)", ref(ind.above))
	if len(ind.below) > 0 {
		body = fmt.Sprintf(`IF(SUM(%[2]s)=0,"",SUM(%[1]s)/SUM(%[2]s)*100)`, ref(ind.above), ref(ind.below))
	}
	cell := xl.Cell{Formula: fmt.Sprintf(`IF(COUNT(%s)<%d,"",%s)`, ref(all), len(all), body), Value: "", Style: xl.Style{Edge: xl.Grid, Num: xl.RateFormat(1)}}
	if v := ind.of(e.main.inputs); v.Valid {
		cell.Value = v.Decimal
		if len(ind.below) == 0 {
			cell.Style = amountStyle(v.Decimal, xl.Black)
		}
	}
	return cell
}

// of is the indicator over plain numbers, all of which must be there.
func (i indicator) of(in [inputCount]decimal.NullDecimal) decimal.NullDecimal {
	sum := func(list []input) (decimal.Decimal, bool) {
		total := decimal.Zero
		for _, k := range list {
			if !in[k].Valid {
				return total, false
			}
			total = total.Add(in[k].Decimal)
		}
		return total, true
	}
	above, ok := sum(i.above)
	if !ok || len(i.below) == 0 {
		return decimal.NullDecimal{Decimal: above, Valid: ok}
	}
	below, ok := sum(i.below)
	if !ok || below.IsZero() {
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(above.Shift(2).DivRound(below, ratioPlaces))
}

// overview writes 一览. All columns stay, also empty ones: formulas and names rely on
// their places, and a reader of two panels finds the same layout.
func (b *panelBook) overview() {
	columns := overviewColumnList()
	head := make([]xl.Cell, len(columns))
	widths := map[int]float64{}
	for i, c := range columns {
		head[i] = xl.Cell{Value: c.name, Style: styleHead}
		if c.width > 0 { // the others follow their content
			widths[i+1] = c.width
		}
	}
	s := b.sheet(sheetPanel, fmt.Sprintf("共 %d 份报告，一份一行。金额单位：万元。蓝色为报告所列数，黑色为公式；缺数留空。点击报告名打开该报告的工作簿。", len(b.entries)), xl.Navy, "报告一览", head, widths)
	row := make([]xl.Cell, len(columns))
	for i := range b.entries {
		at := s.Next()
		for j, c := range columns {
			row[j] = c.cell(&b.entries[i], at)
		}
		s.Row(row...)
	}
	if len(b.entries) == 0 {
		return
	}
	ref := fmt.Sprintf("G%d:G%d", panelHeaderRow+1, s.Next())
	s.Tone(ref, xl.Tone{Contains: "有差错", Color: xl.Red, Fill: xl.FillNo})
	s.Tone(ref, xl.Tone{Contains: "需留意", Color: xl.Amber, Fill: xl.FillHm})
	s.Tone(ref, xl.Tone{Contains: "相符", Color: xl.Green, Fill: xl.FillOK})
	for i, c := range columns {
		name, _, _ := strings.Cut(c.name, "（")
		col := xl.ColumnName(i + 1)
		b.book.Name("一览_"+name, xl.On(sheetPanel, fmt.Sprintf("$%s$%d:$%s$%d", col, panelHeaderRow+1, col, s.Next()-1)))
	}
}

// matrix writes the sheet of a book: one row a district, scope, year and stage,
// one column a subject.
func (b *panelBook) matrix(book budget.Book) error {
	columns, dropped := b.matrixColumns(book)
	if len(columns) == 0 {
		return nil
	}
	fixed := heads("地区", "报告", "口径", "级次", "年度", "阶段")
	widths := map[int]float64{3: 10, 4: 8, 5: 7, 6: 10}
	at := map[matrixSubject]int{}
	head := fixed
	seen := map[string]bool{}
	for i, c := range columns {
		at[matrixSubject{side: c.side, subject: c.subject}] = i
		name := c.subject
		if c.code != "" {
			name = c.code + " " + name
		}
		if seen[name] {
			name += "（" + sideWord(c.side) + "）"
		}
		seen[name] = true
		head = append(head, xl.Cell{Value: name, Style: styleHead})
		widths[len(head)] = float64(min(22, max(14, xl.TextWidth(name)/2+3)))
	}
	lead := "一行是一份报告的一个口径、年度、阶段。金额单位：万元；空格为该报告没有列出。科目先收入后支出，列名前为科目编码。"
	if dropped > 0 {
		lead += fmt.Sprintf("另有 %d 个少见的科目未成列，见“全部数据”。", dropped)
	}
	s := b.sheet(bookWord(book), lead, xl.Blue, bookWord(book)+"表", head, widths)
	s.FreezeCols = 6
	for i := range b.entries {
		e := &b.entries[i]
		rows, err := b.matrixRows(e)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if row.account.Book == book {
				s.Row(matrixCellsOf(e, row, at, len(columns))...)
			}
		}
	}
	return nil
}

func (b *panelBook) matrixRows(e *panelEntry) ([]matrixRow, error) {
	raw, err := b.bulk.read(e.matrixAt)
	if err != nil {
		return nil, err
	}
	u := &unpacker{b: raw}
	rows := unpackMatrix(u)
	return rows, u.err
}

func matrixCellsOf(e *panelEntry, row matrixRow, at map[matrixSubject]int, n int) []xl.Cell {
	cells := make([]xl.Cell, 6+n)
	cells[0], cells[1], cells[2], cells[3] = text(e.district), text(e.id), text(row.scope), text(levelWord(row.account.Level))
	cells[4], cells[5] = yearCell(row.account.Year), text(stageWord(row.account.Stage))
	for i := 6; i < len(cells); i++ {
		cells[i] = xl.Cell{}
	}
	for _, c := range row.cells {
		if i, ok := at[matrixSubject{side: c.subject.side, subject: c.subject.subject}]; ok {
			cells[6+i] = xl.Cell{Value: c.amount, Style: amountStyle(c.amount, xl.Blue)}
		}
	}
	return cells
}

// matrixColumns chooses and orders the subjects of a book; dropped counts those
// beyond the limit, the rarest.
func (b *panelBook) matrixColumns(book budget.Book) (columns []*matrixColumn, dropped int) {
	columns = slices.Collect(maps.Values(b.columns[book]))
	slices.SortFunc(columns, func(x, y *matrixColumn) int {
		return cmp.Or(cmp.Compare(y.rows, x.rows), strings.Compare(x.subject, y.subject), strings.Compare(string(x.side), string(y.side)))
	})
	if len(columns) > maxSubjects {
		dropped = len(columns) - maxSubjects
		columns = columns[:maxSubjects]
	}
	sides := map[budget.Side]int{budget.Revenue: 0, budget.Expenditure: 1, budget.Balance: 2}
	slices.SortFunc(columns, func(x, y *matrixColumn) int {
		return cmp.Or(cmp.Compare(sides[x.side], sides[y.side]), cmp.Compare(x.rank, y.rank), compareCodes(x.code, y.code), strings.Compare(x.subject, y.subject))
	})
	return columns, dropped
}

// allFigures writes every figure of every report, over as many sheets as Excel's
// limit of rows asks for.
func (b *panelBook) allFigures() error {
	columns := panelColumns()
	head := heads("地区", "报告")
	widths := map[int]float64{}
	for _, c := range columns {
		head = append(head, xl.Cell{Value: c.name, Style: styleHead})
		widths[len(head)] = c.width
	}
	var s *xl.Sheet
	n := 0
	row := make([]xl.Cell, len(head))
	for i := range b.entries {
		e := &b.entries[i]
		raw, err := b.bulk.read(e.figuresAt)
		if err != nil {
			return err
		}
		u := &unpacker{b: raw}
		for range u.count() {
			if s == nil || s.Next() > xl.MaxRows {
				n++
				s = b.figuresSheet(n, head, widths)
			}
			row[0], row[1] = text(e.district), text(e.id)
			for j := range columns {
				row[2+j] = longCell(columns[j].kind, u.text())
			}
			s.RowHigh(xl.PlainHeight, row...)
		}
		if u.err != nil {
			return fmt.Errorf("figures of %s: %w", e.id, u.err)
		}
	}
	return nil
}

func (b *panelBook) figuresSheet(n int, head []xl.Cell, widths map[int]float64) *xl.Sheet {
	name, table := sheetFigures, "全部数据表"
	if n > 1 {
		name, table = fmt.Sprintf("%s%d", name, n), fmt.Sprintf("%s%d", table, n)
	}
	return b.sheet(name, "每份报告的每一个金额，一个一行；代码与中文分列，便于透视与建模。金额单位：万元。出处在该报告的工作簿中逐个可点。", xl.Grey, table, head, widths)
}

var (
	longText   = xl.Style{Edge: xl.Grid}
	longPlain  = xl.Style{Edge: xl.Grid, Num: xl.Plain, Align: "center"}
	longAmount = longAmountStyles()
)

func longAmountStyles() [9]xl.Style {
	var out [9]xl.Style
	for i := range out {
		out[i] = xl.Style{Edge: xl.Grid, Num: xl.AmountFormat(i)}
	}
	return out
}

func longCell(kind byte, s string) xl.Cell {
	if s == "" {
		return xl.Cell{}
	}
	switch kind {
	case 'n':
		return xl.Cell{Value: xl.Digits(s), Style: longPlain}
	case 'a', 'r':
		_, fraction, _ := strings.Cut(s, ".")
		return xl.Cell{Value: xl.Digits(s), Style: longAmount[min(8, len(fraction))]}
	}
	return xl.Cell{Value: s, Style: longText}
}
