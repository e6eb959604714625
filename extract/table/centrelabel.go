package table

import "strings"

// joinCentred joins the first two columns where the second holds nothing but what a
// column of labels has in its middle: its heading and its total, beside labels that
// begin at the left. A short rest of a long table shows white between the two.
func (g *grid) joinCentred() {
	if g.cols() < 3 || g.rows() < 2 || !g.centredLabels() {
		return
	}
	for i := range g.areas {
		a := &g.areas[i]
		a.c0, a.c1 = max(0, a.c0-1), max(0, a.c1-1)
	}
	g.xs = append(g.xs[:1:1], g.xs[2:]...)
	if len(g.white) > 0 {
		g.white = g.white[1:]
	}
}

// centredLabels reports whether every row has a word in one of the first two columns at
// most, the heading and totals in the second and labels in the first.
func (g *grid) centredLabels() bool {
	side := make([]int, g.rows())
	labels, middle := 0, 0
	for i, a := range g.areas {
		if len(g.words[i]) == 0 || a.c0 > 1 {
			continue
		}
		if a.c1 != a.c0 || a.r1 != a.r0 || side[a.r0] != 0 {
			return false
		}
		text, _ := cellText(g.words[i])
		text = strings.Join(strings.Fields(text), "")
		if isDatum(text) {
			return false
		}
		side[a.r0] = 1 + a.c0
		switch {
		case a.c0 == 0 && a.r0 == 0:
			return false
		case a.c0 == 0:
			labels++
		case a.r0 > 0 && !totalWord(text):
			return false
		default:
			middle++
		}
	}
	return labels > 0 && middle > 0 && side[0] == 2
}

// totalWord tells the label of a total, which stands in the middle of its column.
func totalWord(text string) bool {
	switch text {
	case "合计", "总计", "小计", "收入合计", "支出合计", "收入总计", "支出总计":
		return true
	}
	return false
}
