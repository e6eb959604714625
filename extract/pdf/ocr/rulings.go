package ocr

import (
	"image"

	"yusuan/extract/pdf/glyph"
)

// Rulings in a picture are long dark runs. In pixels at DPI.
const (
	dark       = 150 // gray below this is ink
	faint      = 210 // and below this may be a ruling: hairlines are drawn gray
	minRun     = DPI * 2 / 5
	gapInRun   = 3  // pixels that a scanned line may break off
	maxThick   = 10 // of a ruling; thicker is a shade or a picture
	joinWithin = 4  // rows that a leaning line may wander from run to run
	// beside a ruling, so many pixels from it, most of its length is white
	besideRuling = 3
	mostlyAlone  = 0.6
)

// stroke is a ruling in pixels: from, to along it, at across it.
type stroke struct {
	from, to   int
	at0, at1   int // first and last row (or column) of it
	horizontal bool
}

// rulings finds the drawn lines of a picture.
func rulings(img *image.Gray) []stroke {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	pixel := func(x, y int) bool { return img.Pix[y*img.Stride+x] < faint }
	level := trace(w, h, pixel)
	upright := trace(h, w, func(x, y int) bool { return pixel(y, x) })
	for i := range level {
		level[i].horizontal = true
	}
	return append(level, upright...)
}

// trace joins the long dark runs of neighbouring rows to strokes.
func trace(w, h int, pixel func(x, y int) bool) []stroke {
	var done, open []stroke
	for y := range h {
		runs := darkRuns(w, func(x int) bool { return pixel(x, y) })
		keep := open[:0]
		used := make([]bool, len(runs))
		for _, s := range open {
			grown := false
			for i, r := range runs {
				if r[0] <= s.to+joinWithin && r[1] >= s.from-joinWithin {
					s.from, s.to, s.at1 = min(s.from, r[0]), max(s.to, r[1]), y
					used[i], grown = true, true
				}
			}
			if grown || y-s.at1 < 2 {
				keep = append(keep, s)
			} else {
				done = append(done, s)
			}
		}
		open = keep
		for i, r := range runs {
			if !used[i] {
				open = append(open, stroke{from: r[0], to: r[1], at0: y, at1: y})
			}
		}
	}
	done = append(done, open...)
	out := done[:0]
	for _, s := range done {
		if s.at1-s.at0 < maxThick && alone(s, h, pixel) {
			out = append(out, s)
		}
	}
	return out
}

// alone tells a ruling from the strokes of bold characters side by side: white runs along
// most of it on both sides, where characters go on above or below.
func alone(s stroke, h int, pixel func(x, y int) bool) bool {
	above, below, white := s.at0-besideRuling, s.at1+besideRuling, 0
	for i := s.from; i <= s.to; i++ {
		if (above < 0 || !pixel(i, above)) && (below >= h || !pixel(i, below)) {
			white++
		}
	}
	return float64(white) >= mostlyAlone*float64(s.to-s.from+1)
}

// darkRuns finds the runs of ink of at least minRun, bridging small breaks.
func darkRuns(n int, ink func(i int) bool) [][2]int {
	var out [][2]int
	start, last := -1, -1
	for i := range n {
		if ink(i) {
			if start < 0 || i-last > gapInRun {
				if start >= 0 && last-start >= minRun {
					out = append(out, [2]int{start, last})
				}
				start = i
			}
			last = i
		}
	}
	if start >= 0 && last-start >= minRun {
		out = append(out, [2]int{start, last})
	}
	return out
}

// erase whitens the rulings: tesseract would read them as | and 一.
func erase(img *image.Gray, strokes []stroke) {
	for _, s := range strokes {
		for a := max(s.at0-1, 0); a <= s.at1+1; a++ {
			for i := s.from; i <= s.to; i++ {
				x, y := i, a
				if !s.horizontal {
					x, y = a, i
				}
				if x < img.Rect.Dx() && y < img.Rect.Dy() {
					img.Pix[y*img.Stride+x] = 255
				}
			}
		}
	}
}

// edge gives a stroke in points.
func (s stroke) edge(scale float64) glyph.Edge {
	at := (float64(s.at0) + float64(s.at1) + 1) / 2 * scale
	from, to := float64(s.from)*scale, float64(s.to+1)*scale
	width := float64(s.at1-s.at0+1) * scale
	if s.horizontal {
		return glyph.Edge{Kind: glyph.Horizontal, X0: from, X1: to, Y0: at, Y1: at, Width: width}
	}
	return glyph.Edge{Kind: glyph.Vertical, X0: at, X1: at, Y0: from, Y1: to, Width: width}
}
