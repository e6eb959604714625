package grid

import (
	"regexp"
	"strings"

	"yusuan/extract"
	"yusuan/internal/phrase"
	"yusuan/normalize/money"
)

// headerWords tell a header row from a row of data that happens to be blank.
var headerWords = []string{"项目", "科目", "收入", "支出", "预算数", "执行数", "决算数", "完成", "增减", "增长", "单位", "名称", "合计", "金额", "编码", "预算", "执行", "决算", "比上年", "同比", "调整",
	"限额", "余额", "年度", "地区", "镇街", "乡镇", "备注", "序号", "数额", "一般债务", "专项债务", "占", "%", "险种", "基金", "级次", "年份", "指标"}

// takeTitles moves rows that hold a single text cell at the top (a title or the
// unit printed inside the grid) to the captions.
func (g *reading) takeTitles() {
	for len(g.rows) > 1 {
		text, n := single(g.rows[0].cells)
		if n > 2 || n == 0 || hasAmount(g.rows[0].cells) {
			return
		}
		unitRow := strings.Contains(squeeze(text), "单位：") || strings.Contains(squeeze(text), "单位:")
		if n == 2 && !unitRow {
			return
		}
		if n == 1 && len(g.rows[0].cells) > 1 && !unitRow && !titleLike(text) {
			return
		}
		g.in.Captions = append(g.in.Captions, text)
		g.rows = g.rows[1:]
	}
}

// tableNumber is the number of a table alone: 表1, 附表二.
var tableNumber = regexp.MustCompile(`^附?表[一二三四五六七八九十0-9]{1,3}(?:[-—之][0-9一二三四五六七八九十]{1,2})?[：:]?$`)

func titleLike(text string) bool {
	t := squeeze(text)
	if tableNumber.MatchString(t) {
		return true
	}
	return len([]rune(t)) >= 8 && (strings.HasSuffix(t, "表") || strings.HasSuffix(t, "情况") || strings.Contains(t, "预算") || strings.Contains(t, "决算"))
}

// single returns the joined text of a row and how many cells hold text.
func single(cells []extract.Cell) (string, int) {
	var parts []string
	for _, c := range cells {
		if strings.TrimSpace(c.Text) != "" {
			parts = append(parts, strings.TrimSpace(c.Text))
		}
	}
	return strings.Join(parts, " "), len(parts)
}

// hasAmount reports whether a row holds a number that is no year.
func hasAmount(cells []extract.Cell) bool {
	for _, c := range cells {
		if isAmount(c.Text) {
			return true
		}
	}
	return false
}

func isAmount(text string) bool {
	v := money.ParseCell(text)
	if !v.Number {
		return false
	}
	t := squeeze(text)
	if len(t) == 4 && (strings.HasPrefix(t, "19") || strings.HasPrefix(t, "20")) {
		return false // a year as a column head
	}
	return true
}

// findHeader counts the header rows: rows without amounts at the top that hold
// header words, and a row of column numbers (1 2 3=1+2) below them.
func (g *reading) findHeader() {
	g.spreadCodes()
	for g.header < len(g.rows) && g.header < 5 {
		cells := g.rows[g.header].cells
		if g.columnNumbers(cells) {
			g.header++
			return
		}
		if hasAmount(cells) {
			return
		}
		if _, texts := single(cells); !headerLike(cells) && !g.underSpan(cells, texts) && (g.header > 0 || texts < 2) {
			return // the first row, texts over numbers, is a header whatever its words
		}
		if g.header > 0 && g.dataLike(cells) {
			return
		}
		g.header++
	}
}

// underSpan reports whether a row of texts without a label stands below the first
// header row: it names the columns under a head that spans them, whatever its words.
func (g *reading) underSpan(cells []extract.Cell, texts int) bool {
	return g.header > 0 && texts >= 2 && squeeze(cells[0].Text) == "" && squeeze(g.rows[0].cells[0].Text) != ""
}

// columnNumbers matches the row of column numbers that official forms print
// under the header: 栏次 1 2 3, or A B C=B/A.
func (g *reading) columnNumbers(cells []extract.Cell) bool {
	if g.header == 0 {
		return false
	}
	n := 0
	for _, c := range cells {
		t := squeeze(c.Text)
		switch {
		case t == "" || t == "栏次" || t == "行次" || t == "列次" || t == "公式":
		case columnNumber(t, n+1) || strings.ContainsAny(t, "=÷/＝") && len(t) < 16:
			n++
		default:
			return false
		}
	}
	return n >= 2
}

// columnNumber reports whether a cell is the n-th number of columns, or the n-th letter.
func columnNumber(t string, n int) bool {
	if len(t) == 1 && n <= 26 && (t[0] == byte('A'+n-1) || t[0] == byte('a'+n-1)) {
		return true
	}
	v := money.ParseCell(t)
	return v.Number && v.Value.Equal(decimalInt(n))
}

func headerLike(cells []extract.Cell) bool {
	n, hits := 0, 0
	for _, c := range cells {
		t := squeeze(c.Text)
		if t == "" {
			continue
		}
		n++
		if phrase.Holds(t, headerWords...) || bareYear(t) != 0 {
			hits++
		}
	}
	return n > 0 && hits*2 >= n
}

// dataLike reports whether a row without amounts is a row of data: a label that
// the lexicon knows in the first cell and nothing but blanks or dashes beside it.
func (g *reading) dataLike(cells []extract.Cell) bool {
	label, others := "", 0
	for _, c := range cells {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		if label == "" {
			label = c.Text
			continue
		}
		if money.ParseCell(c.Text).Mark == "" {
			others++
		}
	}
	if others > 0 {
		return false
	}
	if strings.HasPrefix(squeeze(label), "一、") || strings.HasPrefix(squeeze(label), "（一）") {
		return true
	}
	_, ok := g.lex.Subject(label, "", "")
	return ok && g.header >= 1
}

// head returns the header text of a column over all header rows, joined. A cell
// that spans columns lends its text to the columns it covers.
func (g *reading) head(col int) string {
	var parts []string
	for i := 0; i < g.header; i++ {
		t := g.headCell(i, col)
		if t != "" && (len(parts) == 0 || parts[len(parts)-1] != t) {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "\n")
}

func (g *reading) headCell(i, col int) string {
	cells := g.rows[i].cells
	t := squeeze(cells[col].Text)
	if t != "" {
		return t
	}
	for c := col - 1; c >= 0; c-- {
		left := cells[c]
		if squeeze(left.Text) == "" {
			continue
		}
		if left.ColSpan > 1 && c+left.ColSpan > col {
			return squeeze(left.Text)
		}
		if left.ColSpan <= 1 && g.spansByText(i, c, col) {
			return squeeze(left.Text)
		}
		return ""
	}
	return ""
}

// begins reports whether a head above row i begins at column c: the blank below it is
// its own.
func (g *reading) begins(i, c int) bool {
	for k := range i {
		if squeeze(g.rows[k].cells[c].Text) != "" {
			return true
		}
	}
	return false
}

// spansByText guesses a span in a text table, which has no span data: the upper
// header cell covers the blanks to its right where the row below names each of
// them (its own column may stay blank) and the upper cell is no label column.
func (g *reading) spansByText(i, from, col int) bool {
	if i+1 >= g.header {
		return false
	}
	below := g.rows[i+1].cells
	first := from
	if squeeze(below[from].Text) == "" {
		if from == 0 || labelHead(squeeze(g.rows[i].cells[from].Text)) {
			return false
		}
		first++ // 债务限额 over a blank, 一般债务, 专项债务
	}
	for c := first; c <= col; c++ {
		if squeeze(below[c].Text) == "" || c > from && g.begins(i, c) {
			return false
		}
	}
	upper := squeeze(g.rows[i].cells[from].Text)
	return !labelHead(upper) || sideOfHead(upper) != "" && from > 0
}
