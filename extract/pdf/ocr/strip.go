package ocr

import (
	"context"
	"image"
	"image/draw"
	"regexp"
	"slices"
	"strings"
)

// Cells of a table are read one below the other instead of side by side: then no line of
// print leans into another one's, as a label over two rows of a header does into both.
const (
	stripMargin = 24    // white around a cell's print, in pixels
	stripHeight = 12000 // most of one strip
)

// placed is a cell on a strip, its boxes those on the page.
type placed struct {
	cell
	top int // of the print, on the strip
}

// strip is cells one below the other.
type strip struct {
	img   *image.Gray
	cells []placed
}

// strips puts the print of cells one below the other.
func strips(img *image.Gray, boxes []cell) []strip {
	var out []strip
	var list []placed
	width, height := 0, stripMargin
	flush := func() {
		if len(list) == 0 {
			return
		}
		s := strip{img: image.NewGray(image.Rect(0, 0, width+2*stripMargin, height)), cells: list}
		draw.Draw(s.img, s.img.Rect, image.White, image.Point{}, draw.Src)
		for _, p := range list {
			to := image.Rect(stripMargin, p.top, stripMargin+p.print.Dx(), p.top+p.print.Dy())
			draw.Draw(s.img, to, img, p.print.Min, draw.Src)
		}
		out = append(out, s)
		list, width, height = nil, 0, stripMargin
	}
	for _, b := range boxes {
		print := b.print.Inset(-1).Intersect(img.Rect)
		if height+print.Dy() > stripHeight {
			flush()
		}
		list = append(list, placed{cell: cell{b.box, print}, top: height})
		width = max(width, print.Dx())
		height += print.Dy() + stripMargin
	}
	flush()
	return out
}

// tables reads those cells of a page's tables again that lines of print across the page
// garble, and puts what it reads in the place of what was read there before.
func (e *Engine) tables(ctx context.Context, img *image.Gray, strokes []stroke, words []word) ([]word, error) {
	boxes := cells(img, strokes)
	if len(boxes) == 0 {
		return words, nil
	}
	for _, s := range strips(img, garbled(boxes, words)) {
		read, err := e.words(ctx, s.img, blockMode)
		if err != nil {
			return nil, err
		}
		words = s.replace(words, read)
	}
	return inCells(boxes, words), nil
}

// inCells joins the words of a line that stand in one cell and keeps them inside it: the
// boxes that tesseract gives reach into each other and over the rulings.
func inCells(boxes []cell, words []word) []word {
	out := words[:0:0]
	for i := 0; i < len(words); {
		k := cellOf(boxes, words[i])
		j := i + 1
		for k >= 0 && j < len(words) && words[j].line == words[i].line && cellOf(boxes, words[j]) == k {
			j++
		}
		if k < 0 {
			out = append(out, words[i])
			i++
			continue
		}
		w, print := oneWord(words[i:j]), boxes[k].print
		w.x0, w.x1 = max(w.x0, print.Min.X), min(w.x1, print.Max.X)
		if w.x1 <= w.x0 {
			w.x0, w.x1 = print.Min.X, print.Max.X
		}
		w.line = [4]int{-1 - len(out), k} // a line of its own
		if h := w.y1 - w.y0; w.lineBottom > w.y1+h/2 || w.lineTop < w.y0-h/2 {
			w.lineTop, w.lineBottom = w.y0, w.y1 // that of the page runs through the middle of another cell
		}
		w.text = withoutSpeck(w.text)
		out = append(out, w)
		i = j
	}
	return out
}

// withoutSpeck leaves out a quotation mark before a label that none closes: a speck.
func withoutSpeck(text string) string {
	rest := strings.TrimLeft(text, "“”‘’\"'")
	if rest == text || strings.ContainsAny(rest, "“”‘’\"'") {
		return text
	}
	return rest
}

// cellOf is the cell that the middle of a word is in, -1 where it is in none.
func cellOf(boxes []cell, w word) int {
	return slices.IndexFunc(boxes, func(c cell) bool { return w.in(c.box) })
}

// in tells whether the middle of a word is in a box.
func (w *word) in(box image.Rectangle) bool {
	return image.Pt((w.x0+w.x1)/2, (w.y0+w.y1)/2).In(box)
}

// tall is how much higher than most a cell is that reaches over several rows, and the
// print of one that has several lines.
const tall = 1.6

// garbled are the cells that stand over several rows or hold several lines, and those
// that were read with little confidence and are no number.
func garbled(boxes []cell, words []word) []cell {
	heights := make([]int, len(boxes))
	for i, b := range boxes {
		heights[i] = b.box.Dy()
	}
	slices.Sort(heights)
	usual, body := float64(heights[len(heights)/2]), bodySize(words)
	var out []cell
	for _, b := range boxes {
		text, sure := readIn(words, b.box)
		high := float64(b.box.Dy()) > tall*usual || float64(b.print.Dy()) > tall*body
		if high || !sure && !numeric.MatchString(text) {
			out = append(out, b)
		}
	}
	return out
}

// numeric is a number and nothing else.
var numeric = regexp.MustCompile(`^[-+]?[0-9]{1,3}(?:[,，]?[0-9]{3})*(?:\.[0-9]+)?%?$`)

// readIn is what was read in a cell; sure is false where a word of it is doubtful or none
// was read.
func readIn(words []word, box image.Rectangle) (text string, sure bool) {
	sure = true
	for _, w := range words {
		if w.in(box) {
			text += w.text
			sure = sure && w.confidence >= doubtful
		}
	}
	return text, sure && text != ""
}

// replace takes the words out of the cells of the page that the strip has words for, and
// puts those in.
func (s *strip) replace(words, read []word) []word {
	byCell := make([][]word, len(s.cells))
	for i := 0; i < len(read); {
		j := i + 1
		for j < len(read) && read[j].line == read[i].line {
			j++
		}
		w := oneWord(read[i:j])
		if k := s.at((w.y0 + w.y1) / 2); k >= 0 {
			byCell[k] = append(byCell[k], s.back(w, k))
		}
		i = j
	}
	kept := words[:0:0]
	for _, w := range words {
		if k := s.holds(w); k < 0 || len(byCell[k]) == 0 {
			kept = append(kept, w)
		}
	}
	for _, ws := range byCell {
		kept = append(kept, ws...)
	}
	return kept
}

// oneWord joins the words of a line: in the strip it holds nothing but one cell's print.
func oneWord(line []word) word {
	w := line[0]
	for _, next := range line[1:] {
		w.text += next.text
		w.x0, w.y0, w.x1, w.y1 = min(w.x0, next.x0), min(w.y0, next.y0), max(w.x1, next.x1), max(w.y1, next.y1)
		w.confidence = min(w.confidence, next.confidence)
	}
	return w
}

// at is the cell that a height on the strip is in, -1 where it is in none.
func (s *strip) at(y int) int {
	for k, p := range s.cells {
		if y >= p.top-stripMargin/3 && y <= p.top+p.print.Dy()+stripMargin/3 {
			return k
		}
	}
	return -1
}

// holds is the cell of the page that the middle of a word is in, -1 where it is in none.
func (s *strip) holds(w word) int {
	return slices.IndexFunc(s.cells, func(p placed) bool { return w.in(p.box) })
}

// back moves a word of the strip to its place on the page. Its line is the strip's own.
func (s *strip) back(w word, k int) word {
	p := s.cells[k]
	dx, dy := p.print.Min.X-stripMargin, p.print.Min.Y-p.top
	w.x0, w.x1, w.y0, w.y1 = w.x0+dx, w.x1+dx, w.y0+dy, w.y1+dy
	w.lineTop, w.lineBottom = w.lineTop+dy, w.lineBottom+dy
	w.x0, w.x1 = max(w.x0, p.print.Min.X), min(w.x1, p.print.Max.X)
	w.line[0] = -1 - k // no line of the page
	return w
}
