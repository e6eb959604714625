package table

import "fmt"

// gradeBeside reports figures on the line of a table's row that stand outside its
// box: a column may have been missed. Running text beside a table is none of its
// business. used marks the characters in tables.
func gradeBeside(p *Page, fs []Found, used []bool) {
	for _, l := range textLines(p, nil) {
		k, row := rowAt(fs, l, used)
		if k < 0 {
			continue
		}
		left := ""
		for _, w := range l.words {
			if used[w.chars[0]] {
				continue
			}
			if !isAmount(w.text) || w.x1 > fs[k].Box[0] && w.x0 < fs[k].Box[2] {
				left = ""
				break
			}
			left = w.text
		}
		if left == "" {
			continue
		}
		fs[k].lower(textLeft, fmt.Sprintf("a figure beside the table on the line of row %d", row+1))
		fs[k].problem(fmt.Sprintf("表格第%d行旁、表格之外另有数字“%s”，可能漏读一栏，请对照原文核对", row+1, left))
	}
}

// rowAt is the only table that holds words of a line, and its row; -1 for none or
// several.
func rowAt(fs []Found, l *line, used []bool) (table, row int) {
	table = -1
	y := middleOf(l)
	any := false
	for _, w := range l.words {
		any = any || used[w.chars[0]]
	}
	for k := range fs {
		if b := fs[k].Box; !any || y <= b[1] || y >= b[3] || l.x1 < b[0] || l.x0 > b[2] {
			continue
		}
		if table >= 0 {
			return -1, 0
		}
		table, row = k, slot(fs[k].Ys, y)
	}
	return table, row
}
