package grid

import "yusuan/extract"

// levels of the classification, in the order in which their columns stand.
var codeLevels = []string{"类", "款", "项", "目"}

// spreadCodes puts the first header row over its columns where text has lost that 科目编码
// spans those of 类, 款 and 项 below it: the head then has fewer cells than the rows.
func (g *reading) spreadCodes() {
	if len(g.rows) < 3 {
		return
	}
	head := g.rows[0].cells
	k := columnsOfCodes(g.rows[1].cells)
	if k < 2 || len(head) < k || squeeze(head[1].Text) == "" {
		return
	}
	last := 0
	for _, l := range g.rows[2:] {
		last = max(last, lastText(l.cells))
	}
	if at := lastText(head); at+k-1 != last || last >= len(head) {
		return
	}
	spread := make([]extract.Cell, len(head))
	spread[0] = head[0]
	spread[0].ColSpan = k
	for i := 1; i < k; i++ {
		spread[i].Covered = true
	}
	copy(spread[k:], head[1:])
	g.rows[0].cells = spread
}

// columnsOfCodes counts the columns that a row names 类, 款, 项, if it names nothing else.
func columnsOfCodes(cells []extract.Cell) int {
	k := 0
	for i, c := range cells {
		text := squeeze(c.Text)
		switch {
		case text == "":
		case i < len(codeLevels) && i == k && text == codeLevels[i]:
			k++
		default:
			return 0
		}
	}
	return k
}

// lastText is the place of the last cell of a row that holds text.
func lastText(cells []extract.Cell) int {
	last := 0
	for i, c := range cells {
		if squeeze(c.Text) != "" {
			last = i
		}
	}
	return last
}
