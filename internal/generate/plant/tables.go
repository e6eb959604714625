package plant

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode"

	"yusuan/internal/generate"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
	"yusuan/internal/score"
)

// rows plants a fault in whole rows of a table.
func rows(d *generate.Draft, k Kind, rng *rand.Rand) (*Fault, bool) {
	if len(d.Tables) == 0 {
		return nil, false
	}
	for range 60 {
		t := d.Tables[rng.IntN(len(d.Tables))]
		if len(t.Rows) < 4 {
			continue
		}
		i := rng.IntN(len(t.Rows) - 1)
		here, next := numbered(t.Rows[i]), numbered(t.Rows[i+1])
		if len(here) == 0 || len(here) != len(next) || printedLabels(d, here) == 0 {
			continue
		}
		switch k {
		case Exchanged:
			if f, ok := exchange(d, t, i, here, next); ok {
				return f, true
			}
		case Lost:
			if twoSided(t) {
				continue // a row there holds two subjects
			}
			return lose(d, t, i, here), true
		case Doubled:
			if twoSided(t) {
				continue
			}
			return double(d, t, i, here), true
		}
	}
	return nil, false
}

func twoSided(t *render.Table) bool {
	labels := 0
	for _, c := range t.Rows[len(t.Rows)-1] {
		if isLabel(c) {
			labels++
		}
	}
	return labels > 1
}

// isLabel reports whether a cell names something: no amount, rate, code or dash.
func isLabel(c render.Cell) bool {
	return len(pen.Labels(c.Text)) == 0 && strings.ContainsFunc(c.Text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// isRate reports whether a cell holds a growth or completion rate, or nothing in
// the place of one; codes and running numbers have no decimal point.
func isRate(c render.Cell) bool {
	if strings.Trim(c.Text, "-—") == "" {
		return true
	}
	text := strings.TrimSuffix(c.Text, "%")
	_, err := strconv.ParseFloat(text, 64)
	return err == nil && strings.Contains(text, ".") && len(pen.Labels(c.Text)) == 0
}

// numbered returns the labels of a row, by column.
func numbered(row []render.Cell) []int {
	var out []int
	for _, c := range row {
		out = append(out, pen.Labels(c.Text)...)
	}
	return out
}

func printedLabels(d *generate.Draft, labels []int) int {
	n := 0
	for _, i := range labels {
		if d.Labels[i].Amount != "" {
			n++
		}
	}
	return n
}

// exchange changes the places of two rows' first numbers.
func exchange(d *generate.Draft, t *render.Table, i int, here, next []int) (*Fault, bool) {
	a, b := here[0], next[0]
	x, okX := printedText(d, a)
	y, okY := printedText(d, b)
	if !okX || !okY || x == y || d.Labels[a].Amount == "" || d.Labels[b].Amount == "" {
		return nil, false
	}
	f := &Fault{Kind: Exchanged, Old: x + " / " + y, New: y + " / " + x, Figure: d.Labels[a], OldAmount: d.Labels[a].Amount, NewAmount: d.Labels[b].Amount, label: a}
	for n := range here {
		p, q := here[n], next[n]
		s, _ := printedText(d, p)
		r, _ := printedText(d, q)
		setText(d, p, r)
		setText(d, q, s)
		lp, lq := &d.Labels[p], &d.Labels[q]
		lp.Amount, lq.Amount, lp.Raw, lq.Raw = lq.Amount, lp.Amount, lq.Raw, lp.Raw
		d.Steps[p], d.Steps[q] = d.Steps[q], d.Steps[p]
		f.Touched = append(f.Touched, lp.Amount, lq.Amount)
	}
	up, down := t.Rows[i], t.Rows[i+1]
	for j := range min(len(up), len(down)) { // growth and completion go with the numbers
		if isRate(up[j]) && isRate(down[j]) {
			up[j].Text, down[j].Text = down[j].Text, up[j].Text
		}
	}
	for n := range here {
		lp, lq := &d.Labels[here[n]], &d.Labels[next[n]]
		lp.Growth, lq.Growth = lq.Growth, lp.Growth
		lp.Completion, lq.Completion = lq.Completion, lp.Completion
	}
	for n := range here {
		f.Breaks = append(f.Breaks, Broken(d, here[n])...)
		f.Breaks = append(f.Breaks, Broken(d, next[n])...)
	}
	f.Detectable = len(f.Breaks) > 0
	f.place(d)
	return f, true
}

// lose takes a row out. It shows where the table holds the whole of a sum and
// every other part of it.
func lose(d *generate.Draft, t *render.Table, i int, here []int) *Fault {
	f := &Fault{Kind: Lost, Old: text(t.Rows[i]), New: "", label: here[0]}
	describe(d, f, here)
	f.Breaks = sumsInTable(d, t, here, true)
	f.Detectable = len(f.Breaks) > 0
	t.Rows = append(t.Rows[:i:i], t.Rows[i+1:]...)
	f.Line = lineNear(d, numbered(t.Rows[min(i, len(t.Rows)-1)]))
	return f
}

// double prints a row twice.
func double(d *generate.Draft, t *render.Table, i int, here []int) *Fault {
	f := &Fault{Kind: Doubled, Old: text(t.Rows[i]), New: text(t.Rows[i]) + " ×2", label: here[0]}
	describe(d, f, here)
	f.Breaks = sumsInTable(d, t, here, false)
	f.Detectable = len(f.Breaks) > 0
	copied := append([]render.Cell{}, t.Rows[i]...)
	for j := range copied {
		for _, label := range pen.Labels(copied[j].Text) {
			d.Labels = append(d.Labels, d.Labels[label])
			d.Steps = append(d.Steps, d.Steps[label])
			d.Cells = append(d.Cells, d.Cells[label])
			copied[j].Text = pen.Relabel(copied[j].Text, label, len(d.Labels)-1)
		}
	}
	t.Rows = append(t.Rows[:i+1:i+1], append([][]render.Cell{copied}, t.Rows[i+1:]...)...)
	f.place(d)
	return f
}

// describe names the row by its first printed amount.
func describe(d *generate.Draft, f *Fault, here []int) {
	for _, l := range here {
		if d.Labels[l].Amount == "" {
			continue
		}
		if f.OldAmount == "" {
			f.Figure, f.OldAmount, f.label = d.Labels[l], d.Labels[l].Amount, l
		}
		f.Touched = append(f.Touched, d.Labels[l].Amount)
	}
}

// sumsInTable names the sums that a row takes part in, wholly printed in its
// table. A row that is lost shows in no sum whose whole goes with it, and in no
// difference of two figures.
func sumsInTable(d *generate.Draft, t *render.Table, here []int, lost bool) []string {
	var in []int
	for _, row := range t.Rows {
		in = append(in, numbered(row)...)
	}
	b := shelf(d, in)
	var out []string
	for _, l := range here {
		c := d.Cells[l]
		if c.Book == "" || d.Labels[l].Amount == "" {
			continue
		}
		for _, r := range relations(level(c), d.Style.Apart, d.Accounts.Funds) {
			if member(d, b, r, l) && !(lost && (r.mixed() || holds(d, here, r.terms[0].cell))) {
				out = append(out, "sum: "+r.name)
			}
		}
	}
	return out
}

// holds reports whether one of the labels is of a cell.
func holds(d *generate.Draft, labels []int, c accounts.Cell) bool {
	for _, l := range labels {
		if d.Cells[l] == c {
			return true
		}
	}
	return false
}

// member reports whether a label is a part of a relation whose members are all printed.
func member(d *generate.Draft, b book, r relation, label int) bool {
	in := false
	for n, t := range r.terms {
		v, ok := d.Accounts.Get(t.cell)
		if !ok || v == 0 {
			continue
		}
		if len(b[t.cell]) == 0 {
			return false
		}
		if t.cell == d.Cells[label] && n > 0 {
			p := read(d, label)
			slack := p.half
			for _, t := range r.terms {
				for _, q := range b[t.cell][:min(1, len(b[t.cell]))] {
					slack = new(big.Rat).Add(slack, q.half)
				}
			}
			in = new(big.Rat).Abs(p.amount).Cmp(slack) > 0
		}
	}
	return in
}

func text(row []render.Cell) string {
	var ts []string
	for _, c := range row {
		ts = append(ts, pen.Strip(c.Text, func(int, int) {}))
	}
	return strings.Join(ts, " ")
}

func lineNear(d *generate.Draft, labels []int) int {
	if len(labels) == 0 {
		return 0
	}
	f := Fault{label: labels[0], Figure: score.Label{}}
	f.place(d)
	return f.Line
}
