package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"yusuan/extract"
	"yusuan/extract/build"
	"yusuan/extract/runes"
)

// table reads a data table. It returns false for one that lays out a page: with
// tables or headings inside its cells.
func (w *walker) table(n *html.Node) bool {
	w.flush()
	if isLayout(n) {
		return false
	}
	for _, c := range find(n, atom.Caption) {
		w.d.Line(extract.Line{Text: runes.Trim(harden(collapse(plain(c), true, false))), Bold: true})
	}
	var rows [][]build.Cell
	var words strings.Builder
	for _, tr := range find(n, atom.Tr) {
		if w.stopped() {
			return true
		}
		var row []build.Cell
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			cell := w.cell(c)
			row = append(row, cell)
			words.WriteString(strings.Join(cell.Paras, "") + "\t")
		}
		rows = append(rows, row)
	}
	if w.inNav > 0 || isIndexCard(words.String()) {
		w.runningRows(rows)
		return true
	}
	w.d.Table(rows)
	return true
}

// runningRows keeps a table of navigation or an index card as running lines.
func (w *walker) runningRows(rows [][]build.Cell) {
	for _, row := range rows {
		var parts []string
		for _, c := range row {
			if t := runes.Trim(strings.Join(c.Paras, " ")); t != "" {
				parts = append(parts, t)
			}
		}
		w.d.Line(extract.Line{Text: strings.Join(parts, "  "), Kind: extract.Running})
	}
}

// indexWords name the fields of the card that government sites set above a document.
var indexWords = []string{"索引号", "索 引 号", "发文字号", "文　　号", "发布机构", "发文机关", "发布日期", "成文日期", "生成日期", "主题分类", "信息分类", "公开方式", "有效性", "主题词", "信息名称"}

func isIndexCard(words string) bool {
	if len(words) > 2000 {
		return false
	}
	n := 0
	for _, s := range indexWords {
		if strings.Contains(words, s) {
			n++
		}
	}
	return n >= 2
}

// isLayout tells a table that is a page's frame.
func isLayout(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.DataAtom {
		case atom.Table, atom.H1, atom.H2, atom.Ul, atom.Ol, atom.Form, atom.Article:
			return true
		}
		if isLayout(c) {
			return true
		}
	}
	return false
}

// find lists the elements of kind a inside n, not those of tables inside it.
func find(n *html.Node, a atom.Atom) []*html.Node {
	var out []*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == a:
			out = append(out, c)
		case c.DataAtom != atom.Table:
			out = append(out, find(c, a)...)
		}
	}
	return out
}

// maxRowSpan stands for rowspan="0": down to the table's end.
const maxRowSpan = 1 << 16

func (w *walker) cell(n *html.Node) build.Cell {
	in := &walker{ctx: w.ctx, d: build.New("", "", ""), nodes: w.nodes, items: w.items}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		in.block(c)
	}
	in.flush()
	w.nodes, w.err = in.nodes, in.err
	cell := build.Cell{RowSpan: number(attr(n, "rowspan")), ColSpan: number(attr(n, "colspan")), Indent: cssIndent(n)}
	if attr(n, "rowspan") == "0" {
		cell.RowSpan = maxRowSpan
	}
	for _, l := range in.d.Document().Pages[0].Lines {
		cell.Paras = append(cell.Paras, l.Text)
	}
	return cell
}

func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 1 {
		return 1
	}
	return n
}

// cssIndent is the indent of a cell's text by its style, in half-width units: of
// the cell or of the paragraph that it begins with.
func cssIndent(n *html.Node) int {
	units := 0.0
	for k := 0; n != nil && k < 4; k++ {
		for _, rule := range strings.Split(attr(n, "style"), ";") {
			key, val, _ := strings.Cut(rule, ":")
			switch strings.ToLower(strings.TrimSpace(key)) {
			case "text-indent", "padding-left", "mso-char-indent-count":
				units += length(strings.ToLower(strings.TrimSpace(val)))
			}
		}
		n = firstElement(n)
	}
	return int(units + 0.5)
}

func firstElement(n *html.Node) *html.Node {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			return c
		}
		if c.Type == html.TextNode && !runes.IsBlank(c.Data) {
			return nil
		}
	}
	return nil
}

// length turns a CSS length into half-width units; small ones are a cell's padding.
func length(v string) float64 {
	for unit, per := range map[string]float64{"em": 2, "pt": 1.0 / 6, "px": 1.0 / 8, "cm": 28.35 / 6} {
		if s, ok := strings.CutSuffix(v, unit); ok {
			f, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
			if err != nil || f*per < 1.5 || f*per > 60 {
				return 0
			}
			return f * per
		}
	}
	return 0
}
