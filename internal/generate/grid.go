package generate

import (
	"fmt"
	"strings"

	"yusuan/internal/generate/layout"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

// A table written out in a template stands between grid and endgrid, a row a line,
// its cells between bars; amounts are cells there, without their unit:
//
//	⟨grid "表1　收支平衡表" "单位：万元"⟩
//	!>项目|预算数|<
//	!>^|本级|下级
//	税收收入|⟨x "bud" "r" "税收收入"⟩|⟨xl "low" "r" "税收收入"⟩
//	　增值税|⟨cols "r" "增值税" "own/bud low/bud"⟩
//	⟨notes⟩
//	注：…
//	⟨endgrid⟩
//
// A line with ! in front is one of the header, with !> one whose cells are set like
// the numbers below them. Full-width spaces before a label indent it. A cell < belongs
// to the cell left of it, a cell ^ to the one above. A cell is a number if it holds an
// amount or begins with >, as rates and empty places for numbers may.
const (
	headerMark   = "!"
	numberMark   = ">"
	covered      = "<"
	coveredAbove = "^"
)

// grid is the table that a template is writing out.
type grid struct {
	table *render.Table
	from  int    // where its rows, or its notes, begin in the text
	end   func() // back to sentences
	notes bool   // the rows are taken, notes follow
}

// beginGrid begins a table. The unit of its amounts is the one that its unit line
// names, or else its caption, or else the style's. Without a unit line the table
// has that of the style.
func (w *writer) beginGrid(caption string, unitLine ...string) (string, error) {
	if w.grid != nil {
		return "", fmt.Errorf("grid %q inside grid %q", caption, w.grid.table.Caption)
	}
	line := "单位：" + w.Set.TableUnit
	if len(unitLine) > 0 {
		line = unitLine[0]
	}
	w.grid = &grid{
		table: &render.Table{Caption: caption, Unit: line},
		from:  w.text.Len(),
		end:   w.BeginTable(unitNamed(line, caption, w.Set.TableUnit)),
	}
	return "", nil
}

// unitNamed is the first unit that the texts name.
func unitNamed(texts ...string) string {
	for _, text := range texts {
		for _, u := range []string{"亿元", "万元", "千元", "元"} {
			if strings.Contains(text, u) {
				return u
			}
		}
	}
	return "万元"
}

// takeText takes what the template has written since the grid began, or since its
// notes did, out of the text.
func (w *writer) takeText() string {
	s := string(w.text.Bytes()[w.grid.from:])
	w.text.Truncate(w.grid.from)
	return s
}

// beginNotes ends the rows: each line that follows is a note, written as sentences are.
func (w *writer) beginNotes() (string, error) {
	if w.grid == nil || w.grid.notes {
		return "", fmt.Errorf("notes without the rows of a grid")
	}
	w.grid.notes = true
	w.grid.end()
	return "", fillGrid(w.grid.table, w.takeText())
}

// endGrid ends the table and stands for it in the text.
func (w *writer) endGrid() (string, error) {
	if w.grid == nil {
		return "", fmt.Errorf("endgrid without a grid")
	}
	if !w.grid.notes {
		if _, err := w.beginNotes(); err != nil {
			return "", err
		}
	}
	t := w.grid.table
	for _, line := range strings.Split(w.takeText(), "\n") {
		if line != "" {
			t.Notes = append(t.Notes, line)
		}
	}
	w.grid = nil
	return w.place(t), nil
}

// place adds a table to those of the report and stands for it in the text.
func (w *writer) place(t *render.Table) string {
	w.tables = append(w.tables, t)
	return render.TableMark(len(w.tables) - 1)
}

// inCells reports whether amounts are cells of a table written out.
func (w *writer) inCells() bool { return w.grid != nil && !w.grid.notes }

// cols writes several number cells of one subject; what each holds is said as layouts
// say it: own/act is a stage at a level, over:STAGE a percentage against that stage, a %
// behind a rate its sign. The context stays.
func (w *writer) cols(side, subject, what string) string {
	was := w.Now()
	defer w.Back(was)
	words := strings.Fields(what)
	for i, word := range words {
		if level, stage, ok := strings.Cut(word, "/"); ok {
			w.Level(level)
			word = stage
		}
		words[i] = numberMark + layout.Cell(w.Pen, sides[side], subject, word)
		if word == "prev" { // 上年决算数 beside 决算数
			w.Confirmed()
		}
	}
	return strings.Join(words, "|")
}

// fillGrid takes the lines of a grid into its table.
func fillGrid(t *render.Table, text string) error {
	var aligned [][]render.Cell // header rows set like the numbers below
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSuffix(line, " ")
		if line == "" {
			continue
		}
		head, isHead := strings.CutPrefix(line, headerMark)
		if !isHead {
			t.Rows = append(t.Rows, gridRow(line))
			continue
		}
		head, above := strings.CutPrefix(head, numberMark)
		t.Header = append(t.Header, gridRow(head))
		if above {
			aligned = append(aligned, t.Header[len(t.Header)-1])
		}
	}
	rows := append(append([][]render.Cell{}, t.Header...), t.Rows...)
	for _, row := range rows {
		if len(row) != len(rows[0]) {
			return fmt.Errorf("grid %q: %d cells in a row of %d: %q", t.Caption, len(row), len(rows[0]), row[0].Text)
		}
	}
	if len(t.Rows) == 0 {
		return fmt.Errorf("grid %q has no rows", t.Caption)
	}
	for _, head := range aligned {
		for j := range head {
			head[j].Number = t.Rows[0][j].Number
		}
	}
	mergeDown(rows)
	return nil
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
		text, number := strings.CutPrefix(text, numberMark)
		label := strings.TrimLeft(text, "　")
		out = append(out, render.Cell{
			Text:   label,
			Indent: len([]rune(text)) - len([]rune(label)),
			Number: number || strings.ContainsFunc(text, pen.IsMark),
		})
	}
	return out
}

// mergeDown sets the spans of cells that go on in the rows below them.
func mergeDown(rows [][]render.Cell) {
	for i := len(rows) - 1; i > 0; i-- {
		for j := range rows[i] {
			if rows[i][j].Text != coveredAbove {
				continue
			}
			rows[i-1][j].RowSpan = max(1, rows[i][j].RowSpan) + 1
			rows[i][j] = render.Cell{RowSpan: -1}
		}
	}
}
