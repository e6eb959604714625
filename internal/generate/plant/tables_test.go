package plant

import (
	"testing"

	"yusuan/internal/generate"
	"yusuan/internal/generate/pen"
	"yusuan/internal/generate/render"
)

func TestCellsOfATableToldApart(t *testing.T) {
	for _, c := range []struct {
		text        string
		label, rate bool
	}{
		{"教育支出", true, false},
		{"20502", false, false},
		{"-3.2", false, true},
		{"103.4%", false, true},
		{"—", false, true},
		{"", false, true},
	} {
		cell := render.Cell{Text: c.text}
		if isLabel(cell) != c.label || isRate(cell) != c.rate {
			t.Errorf("%q: label %v, rate %v", c.text, isLabel(cell), isRate(cell))
		}
	}
}

// Rows that change places take their rates along, wherever those stand.
func TestExchangedRowsTakeTheirRatesAlong(t *testing.T) {
	styles, err := generate.Styles()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range styles {
		if s.Name != "m1-ridge-county" {
			continue
		}
		d, err := s.Draft(1)
		if err != nil {
			t.Fatal(err)
		}
		table := d.Tables[0]
		up, down := table.Rows[3], table.Rows[4]
		rate, below := up[6].Text, down[6].Text
		if _, ok := exchange(d, table, 3, numbered(up), numbered(down)); !ok {
			t.Fatal("the rows do not change places")
		}
		if up[6].Text != below || down[6].Text != rate || rate == below || len(pen.Labels(rate)) > 0 {
			t.Errorf("rates %q and %q became %q and %q", rate, below, up[6].Text, down[6].Text)
		}
		if twoSided(table) {
			t.Error("a table of one label column is taken for two-sided")
		}
		return
	}
	t.Fatal("no style with rates in its table")
}
