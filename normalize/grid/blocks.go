package grid

import (
	"strings"

	"yusuan/budget"
)

// block is a run of label columns followed by number columns.
type block struct {
	labels []int
	codes  []int
	nums   []int
	side   budget.Side
}

// findBlocks groups the columns. It reports whether there is any label column
// with numbers beside it.
func (g *reading) findBlocks() bool {
	var cur block
	for c := range g.cols {
		switch g.cols[c].role {
		case label, codeCol:
			if len(cur.nums) > 0 {
				g.push(cur)
				cur = block{}
			}
			if g.cols[c].role == label {
				cur.labels = append(cur.labels, c)
			} else {
				cur.codes = append(cur.codes, c)
			}
		case number:
			cur.nums = append(cur.nums, c)
		}
	}
	g.push(cur)
	return len(g.blocks) > 0
}

func (g *reading) push(b block) {
	if len(b.labels) == 0 && len(b.codes) == 0 || len(b.nums) == 0 {
		return
	}
	for _, c := range b.labels {
		if s := sideOfHead(g.cols[c].head); s != "" {
			b.side = s
		}
	}
	g.blocks = append(g.blocks, b)
}

func sideOfHead(head string) budget.Side {
	in, out := strings.Contains(head, "收入"), strings.Contains(head, "支出")
	switch {
	case in && !out:
		return budget.Revenue
	case out && !in:
		return budget.Expenditure
	}
	return ""
}
