package table_test

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"yusuan/extract/table"
)

// Random grids are drawn and must be read back exactly: any number of rows and
// columns, empty cells, lines missing, positions off by a little.
func TestRandomGrids(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 7))
		rows, cols := rapid.IntRange(5, 24).Draw(rt, "rows"), rapid.IntRange(2, 8).Draw(rt, "cols")
		how := rapid.SampledFrom([]ruling{allRules, levelRules, threeRules, noRules}).Draw(rt, "ruling")
		blanks := 0
		if how == allRules {
			blanks = rapid.IntRange(0, 60).Draw(rt, "blanks")
		} else {
			blanks = rapid.IntRange(0, 15).Draw(rt, "blanks")
		}
		s := newSheet(rows, cols, blanks, r)
		s.pitch = rapid.Float64Range(15, 26).Draw(rt, "pitch")
		d := newDrawing(rapid.Float64Range(7.5, 10.5).Draw(rt, "size"))
		d.rand, d.slip = r, rapid.Float64Range(0, 0.3).Draw(rt, "slip")
		d.drawSheet(s, 50, 60, how)
		fs := table.Find(d.page)
		if len(fs) != 1 {
			rt.Fatalf("%d tables", len(fs))
		}
		got := fs[0].Grid()
		if len(got) != rows {
			rt.Fatalf("%d rows, want %d: %q", len(got), rows, got)
		}
		for i := range got {
			for j := range s.rows[i] {
				if j >= len(got[i]) || got[i][j] != s.rows[i][j] {
					rt.Fatalf("row %d: %q, want %q", i, got[i], s.rows[i])
				}
			}
		}
	})
}

// A ruled grid with single lines left out keeps every number in its row and
// column: what is merged is reported or empty, never moved.
func TestMissingLines(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 9))
		s := newSheet(rapid.IntRange(5, 15).Draw(rt, "rows"), rapid.IntRange(3, 6).Draw(rt, "cols"), 0, r)
		d := newDrawing(10)
		d.drawSheet(s, 50, 60, allRules)
		lost := rapid.IntRange(1, len(s.rows)-1).Draw(rt, "lost") // a line between two rows
		d.page.Edges = append(d.page.Edges[:lost], d.page.Edges[lost+1:]...)
		fs := table.Find(d.page)
		if len(fs) != 1 {
			rt.Fatalf("%d tables", len(fs))
		}
		got := fs[0].Grid()
		if len(got) == len(s.rows) {
			for i := range got {
				for j := range got[i] {
					if got[i][j] != s.rows[i][j] {
						rt.Fatalf("row %d: %q, want %q", i, got[i], s.rows[i])
					}
				}
			}
			return
		}
		if len(fs[0].Problems) == 0 && lost > 1 {
			rt.Fatalf("rows %d and %d are one without a problem: %q", lost-1, lost, got)
		}
	})
}

// FuzzFind reads characters and lines from bytes: no input may panic, and what
// is found must hold together.
func FuzzFind(f *testing.F) {
	f.Add(encode(drawnPage(5, 3, allRules)))
	f.Add(encode(drawnPage(6, 4, noRules)))
	f.Add(encode(prosePage(6)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p := decode(data)
		fs := table.Find(p)
		checkFound(t, p, fs)
		q := decode(data)
		q.Number = 2
		up, low := table.Continue(p, fs, q, table.Find(q))
		checkFound(t, p, up)
		checkFound(t, q, low)
		table.Lay(nil, low, 1, 1)
		table.Picture(p, fs)
	})
}

const record = 11 // bytes: kind, rune, four coordinates in half points

// encode writes a page as the records that decode reads.
func encode(p *table.Page) []byte {
	var out []byte
	put := func(kind byte, r rune, vs ...float64) {
		out = append(out, kind)
		out = binary.LittleEndian.AppendUint16(out, uint16(r))
		for _, v := range vs {
			out = binary.LittleEndian.AppendUint16(out, uint16(int16(math.Round(2*v))))
		}
	}
	for _, c := range p.Chars {
		put(0, []rune(c.Text)[0], c.X0, c.Base, c.X1-c.X0, c.Size)
	}
	for _, e := range p.Edges {
		put(1, 0, e.X0, e.Y0, e.X1, e.Y1)
	}
	for _, b := range p.Bands {
		put(2, 0, b.X0, b.Y0, b.X1, b.Y1)
	}
	return out
}

func decode(data []byte) *table.Page {
	p := &table.Page{Number: 1, Width: 595, Height: 842}
	for ; len(data) >= record && len(p.Chars) < 4000; data = data[record:] {
		var v [4]float64
		for i := range v {
			v[i] = float64(int16(binary.LittleEndian.Uint16(data[3+2*i:]))) / 2
		}
		switch data[0] % 3 {
		case 0:
			p.Chars = append(p.Chars, table.Char{Text: string(rune(binary.LittleEndian.Uint16(data[1:]))),
				X0: v[0], X1: v[0] + v[2], Y0: v[1] - v[3], Y1: v[1], Base: v[1], Size: v[3]})
		case 1:
			p.Edges = append(p.Edges, table.Edge{X0: v[0], Y0: v[1], X1: v[2], Y1: v[3]})
		case 2:
			p.Bands = append(p.Bands, table.Band{X0: v[0], Y0: v[1], X1: v[2], Y1: v[3], Gray: 0.5})
		}
	}
	return p
}
