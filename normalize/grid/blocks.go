package grid

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
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
	if len(g.blocks) == 0 {
		g.labelsLast()
	}
	return len(g.blocks) > 0
}

// labelsLast reads a table whose only label column stands behind its numbers.
func (g *reading) labelsLast() {
	var b block
	for c := range g.cols {
		switch g.cols[c].role {
		case label:
			b.labels = append(b.labels, c)
		case number:
			b.nums = append(b.nums, c)
		}
	}
	if len(b.labels) == 1 && labelHead(squeeze(lastLine(g.cols[b.labels[0]].head))) {
		g.push(b)
	}
}

func (g *reading) push(b block) {
	if len(b.labels) == 0 && len(b.codes) == 0 || len(b.nums) == 0 {
		return
	}
	b.labels = g.mainLabels(b.labels)
	for _, c := range b.labels {
		if s := sideOfHead(g.cols[c].head); s != "" {
			b.side = s
		}
	}
	g.blocks = append(g.blocks, b)
}

// mainLabels leaves out columns of text that describe the subject and are not it:
// 债券类型, 主管部门, 项目单位 beside 项目名称.
func (g *reading) mainLabels(labels []int) []int {
	named, subjects := false, false
	for _, c := range labels {
		h := squeeze(lastLine(g.cols[c].head))
		named = named || labelHead(h)
		subjects = subjects || namesSubjects(h)
	}
	if !named || len(labels) < 2 {
		return labels
	}
	var out []int
	for _, c := range labels {
		h := squeeze(lastLine(g.cols[c].head))
		if h == "" || labelHead(h) && (namesSubjects(h) || !subjects) {
			out = append(out, c)
		}
	}
	return out
}

// namesSubjects matches the heads of columns of subjects and projects, against those
// of units and places that may stand beside them.
func namesSubjects(h string) bool {
	return phrase.Holds(h, "项目", "科目", "收入", "支出", "内容", "指标", "类", "款", "项") || h == "名称"
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
