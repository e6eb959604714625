package ocr

import "image"

// The cells of a ruled table are the white areas that its rulings close in. Looked for at
// half the size of the picture:
const (
	cellScale  = 2
	leastCell  = 8    // width and height of a cell at that size
	rectangled = 0.85 // part of its box that a cell fills
	leastCells = 6    // fewer boxes are a frame around text
)

// cell is a box of a picture's rulings, with the box of the print inside it.
type cell struct{ box, print image.Rectangle }

// cells finds the boxes of a picture's rulings that hold ink, row by row.
func cells(img *image.Gray, strokes []stroke) []cell {
	w, h := img.Rect.Dx()/cellScale, img.Rect.Dy()/cellScale
	m := &areas{w: w, h: h, of: make([]int32, w*h)}
	for _, s := range strokes {
		m.draw(s)
	}
	var out []cell
	for at := range m.of {
		if m.of[at] != 0 {
			continue
		}
		box, size := m.fill(int32(at))
		if box.Min.X == 0 || box.Min.Y == 0 || box.Max.X == w || box.Max.Y == h || box.Dx() < leastCell || box.Dy() < leastCell ||
			float64(size) < rectangled*float64(box.Dx()*box.Dy()) {
			continue
		}
		box = image.Rect(box.Min.X*cellScale, box.Min.Y*cellScale, box.Max.X*cellScale, box.Max.Y*cellScale)
		if print := printIn(img, box.Inset(2)); !print.Empty() {
			out = append(out, cell{box, print})
		}
	}
	if len(out) < leastCells {
		return nil
	}
	return out
}

// areas tells the white areas of a small picture apart: 0 not seen, 1 ruling, 2 seen.
type areas struct {
	w, h  int
	of    []int32
	stack []int32
}

// draw marks a ruling, with the row or column on either side of it.
func (m *areas) draw(s stroke) {
	for a := s.at0/cellScale - 1; a <= s.at1/cellScale+1; a++ {
		for i := s.from / cellScale; i <= s.to/cellScale; i++ {
			x, y := i, a
			if !s.horizontal {
				x, y = a, i
			}
			if x >= 0 && y >= 0 && x < m.w && y < m.h {
				m.of[y*m.w+x] = 1
			}
		}
	}
}

// fill walks over the area that a place is in and gives its box and size.
func (m *areas) fill(at int32) (box image.Rectangle, size int) {
	x, y := int(at)%m.w, int(at)/m.w
	box = image.Rect(x, y, x+1, y+1)
	m.stack = append(m.stack[:0], at)
	m.of[at] = 2
	for len(m.stack) > 0 {
		at := m.stack[len(m.stack)-1]
		m.stack = m.stack[:len(m.stack)-1]
		x, y := int(at)%m.w, int(at)/m.w
		size++
		box = box.Union(image.Rect(x, y, x+1, y+1))
		for _, n := range [4]struct{ x, y int }{{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}} {
			if n.x < 0 || n.y < 0 || n.x >= m.w || n.y >= m.h || m.of[n.y*m.w+n.x] != 0 {
				continue
			}
			m.of[n.y*m.w+n.x] = 2
			m.stack = append(m.stack, int32(n.y*m.w+n.x))
		}
	}
	return box, size
}

// printIn is the box of the ink inside a box, specks aside.
func printIn(img *image.Gray, box image.Rectangle) image.Rectangle {
	box = box.Intersect(img.Rect)
	out := image.Rectangle{}
	n := 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if img.Pix[y*img.Stride+x] < dark {
				out = out.Union(image.Rect(x, y, x+1, y+1))
				n++
			}
		}
	}
	if n < leastInk {
		return image.Rectangle{}
	}
	return out
}

// leastInk is how many dark pixels are print.
const leastInk = 6
