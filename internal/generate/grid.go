package generate

import (
	"fmt"
	"strings"

	"yusuan/budget"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// A table written out in a template stands between grid and endgrid, a row a line:
//
//	⟨grid "表1　收支平衡表" "万元"⟩
//	!项目|预算数|执行数
//	税收收入|⟨ks "bud" "r" "税收收入"⟩|⟨ks "act" "r" "税收收入"⟩
//	*注：…
//	⟨endgrid⟩
//
// A line with ! in front is one of the header, one with * a note below. Full-width
// spaces before a label indent it. A cell << belongs to the cell left of it, a
// cell ^^ to the one above.
const (
	covered      = "<<"
	coveredAbove = "^^"
	gridMark     = '\uE020' // opens and closes a table in the text
)

// grid begins a table: a caption, then the unit of its amounts (the style's for
// tables unless given) and the words that say it (单位：万元; empty for none).
func (w *writer) grid(caption string, unit ...string) (string, error) {
	if w.close != nil {
		return "", fmt.Errorf("grid %q inside a grid", caption)
	}
	w.close = w.OpenTable()
	t := &render.Table{Caption: caption, Unit: "单位：" + w.Set.TableUnit}
	if len(unit) > 0 {
		w.Unit(unit[0])
		t.Unit = "单位：" + unit[0]
	}
	if len(unit) > 1 {
		t.Unit = unit[1]
	}
	w.grids = append(w.grids, t)
	return "\n" + string(gridMark), nil
}

func (w *writer) endGrid() (string, error) {
	if w.close == nil {
		return "", fmt.Errorf("endgrid without a grid")
	}
	w.close()
	w.close = nil
	return string(gridMark), nil
}

// setGrids makes tables of what stands between the marks.
func (w *writer) setGrids(text string) (string, error) {
	parts := strings.Split(text, string(gridMark))
	if len(parts) != 2*len(w.grids)+1 {
		return "", fmt.Errorf("a grid without its end")
	}
	var b strings.Builder
	for i, part := range parts {
		if i%2 == 0 {
			b.WriteString(part)
			continue
		}
		t := w.grids[i/2]
		fillGrid(t, part)
		w.tables = append(w.tables, t)
		b.WriteString(render.TableMark(len(w.tables) - 1))
	}
	return b.String(), nil
}

func fillGrid(t *render.Table, text string) {
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, " ")
		switch {
		case line == "":
		case line[0] == '*':
			t.Notes = append(t.Notes, line[1:])
		case line[0] == '!':
			t.Header = append(t.Header, gridRow(line[1:]))
		default:
			t.Rows = append(t.Rows, gridRow(line))
		}
	}
	for _, head := range t.Header { // set like the numbers below
		for j := range head {
			head[j].Number = len(t.Rows) > 0 && j < len(t.Rows[0]) && t.Rows[0][j].Number
		}
	}
	mergeDown(append(append([][]render.Cell{}, t.Header...), t.Rows...))
}

func gridRow(line string) []render.Cell {
	var out []render.Cell
	over := 0 // the cell that covers what follows it
	for i, text := range strings.Split(line, "|") {
		if text == covered && i > 0 {
			out[over].ColSpan = max(2, out[over].ColSpan+1)
			out = append(out, render.Cell{ColSpan: -1})
			continue
		}
		over = i
		label := strings.TrimLeft(text, "　")
		c := render.Cell{Text: label, Indent: len([]rune(text)) - len([]rune(label))}
		c.Number = strings.ContainsFunc(text, pen.IsMark)
		out = append(out, c)
	}
	return out
}

// mergeDown sets the spans of cells that go on in the rows below them.
func mergeDown(rows [][]render.Cell) {
	for i := len(rows) - 1; i > 0; i-- {
		for j := range rows[i] {
			if rows[i][j].Text != coveredAbove || j >= len(rows[i-1]) {
				continue
			}
			rows[i-1][j].RowSpan = max(1, rows[i][j].RowSpan) + 1
			rows[i][j] = render.Cell{RowSpan: -1}
		}
	}
}

// cell writes a cell of a table in the context, the dash where there is no amount.
func (w *writer) cell(side budget.Side, subject string) string {
	c := w.Cell(side, subject)
	if v, ok := w.Acc.Get(c); !ok || v == 0 {
		return w.Blank(c, w.Set.Dash)
	}
	return w.Amount(c)
}

func (w *writer) cellAtStage(stage, side, subject string) string {
	was := w.Now()
	defer w.Back(was)
	w.Stage(stage)
	written := w.cell(sides[side], subject)
	if stage == "prev" { // 上年决算数 beside 决算数
		w.Confirmed()
	}
	return written
}

func (w *writer) cellAtLevel(level, side, subject string) string {
	was := w.Now()
	defer w.Back(was)
	w.Level(level)
	return w.cell(sides[side], subject)
}

// doneNumber is the completion of the last amount as a table has it.
func (w *writer) doneNumber(stage string) string {
	if s := w.DoneNumber(stage); s != "" {
		return s
	}
	return w.Set.Dash
}

// part is the share of the last amount in another subject of the context: 占…的X%.
func (w *writer) part(side, subject string) string {
	return w.ShareOf(w.Cell(sides[side], subject))
}
