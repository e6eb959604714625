package content

import (
	"math"

	"yusuan/extract/pdf/glyph"
)

// dedup finds a character that is drawn again over itself, which is how some
// writers make bold. Only a character of an earlier show operator counts, and
// only one that moves the pen: fonts without widths draw "88" at one place.
type dedup struct {
	slots []slot
	gen   uint32
	used  int
}

type slot struct {
	key   uint64
	index int32
	shown int32
	gen   uint32
}

const cellSize = 4.0 // points

func (d *dedup) reset() {
	if d.slots == nil || d.used > 1<<16 {
		d.slots = make([]slot, 1<<12)
	}
	d.gen++
	d.used = 0
}

// twice says whether c is such a character, marking the first one bold; else
// it remembers c as the next one of chars.
func (d *dedup) twice(chars []glyph.Char, c *glyph.Char, shown int32, advances bool) bool {
	if !advances || c.Space || len(c.Text) == 0 {
		return false
	}
	tol := min(c.Size*0.12, cellSize)
	cx, cy := cells(c.OriginX, tol), cells(c.BaselineY, tol)
	for _, x := range cx {
		for _, y := range cy {
			if i := d.find(key(c.Text, x, y), shown, chars, c, tol); i >= 0 {
				chars[i].Bold = true
				return true
			}
			if cy[0] == cy[1] {
				break
			}
		}
		if cx[0] == cx[1] {
			break
		}
	}
	d.put(key(c.Text, cell(c.OriginX), cell(c.BaselineY)), int32(len(chars)), shown)
	return false
}

func cell(v float64) int32 { return int32(math.Floor(v / cellSize)) }

func cells(v, tol float64) [2]int32 { return [2]int32{cell(v - tol), cell(v + tol)} }

func key(text string, x, y int32) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(text); i++ {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	h = (h ^ uint64(uint32(x))) * 0x9E3779B97F4A7C15
	h = (h ^ uint64(uint32(y))) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

func (d *dedup) find(k uint64, shown int32, chars []glyph.Char, c *glyph.Char, tol float64) int {
	mask := uint64(len(d.slots) - 1)
	for i := k & mask; d.slots[i].gen == d.gen; i = (i + 1) & mask {
		s := &d.slots[i]
		if s.key != k || s.shown == shown || int(s.index) >= len(chars) {
			continue
		}
		o := &chars[s.index]
		if o.Text == c.Text && o.Turn == c.Turn && math.Abs(o.OriginX-c.OriginX) <= tol &&
			math.Abs(o.BaselineY-c.BaselineY) <= tol && math.Abs(o.Size-c.Size) < 0.1*c.Size {
			return int(s.index)
		}
	}
	return -1
}

func (d *dedup) put(k uint64, index, shown int32) {
	if d.used*2 >= len(d.slots) {
		d.grow()
	}
	d.used++
	d.insert(slot{k, index, shown, d.gen})
}

func (d *dedup) insert(s slot) {
	mask := uint64(len(d.slots) - 1)
	i := s.key & mask
	for d.slots[i].gen == d.gen {
		i = (i + 1) & mask
	}
	d.slots[i] = s
}

func (d *dedup) grow() {
	old := d.slots
	d.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.gen == d.gen {
			d.insert(s)
		}
	}
}
