package ocr

import (
	"image"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Asterisks and other raised marks beside a number (footnotes, emphasis) come
// out of tesseract as ideographs or quotation marks of hardly any confidence.
// Two rules take them away, and neither touches a digit:
//
//  1. a single ideograph of low confidence beside a number whose ink fills only
//     the upper part of the line is a mark, for no ideograph is drawn so (its box
//     may reach into its neighbour, hence shares of columns);
//  2. marks that touch a number are left out where an asterisk is among them or
//     a unit of money follows.
//
// A third one mends brackets: 〈 that is closed by ) was an open bracket. A fourth takes
// out quotation marks that touch a number and have no other half: specks before the
// numbers of a table.
func dropMarks(img *image.Gray, line []word) {
	for i := range line {
		if besideNumber(line, i) && raised(img, &line[i]) {
			line[i].text = "*"
		}
	}
	text, owner := flatten(line)
	mendBrackets(text)
	drop := make([]bool, len(text))
	for i := 0; i < len(text); {
		j := i
		star := false
		for j < len(text) && isMark(text[j]) {
			star = star || text[j] == '*'
			j++
		}
		if j == i {
			i++
			continue
		}
		after := i > 0 && isDigit(text[i-1])
		before := j < len(text) && isDigit(text[j])
		money := j < len(text) && strings.ContainsRune("万亿元", text[j])
		if (after || before) && star || after && money {
			for k := i; k < j; k++ {
				drop[k] = true
			}
		}
		i = j
	}
	loneQuotes(text, drop)
	rewrite(line, text, owner, drop)
}

// loneQuotes is the fourth rule.
func loneQuotes(text []rune, drop []bool) {
	opened := -1 // the last opening mark that none has closed
	for i, r := range text {
		switch {
		case drop[i] || r != '“' && r != '”':
			continue
		case r == '“':
			lone(text, drop, opened)
			opened = i
		case opened >= 0:
			opened = -1
		default:
			lone(text, drop, i)
		}
	}
	lone(text, drop, opened)
}

// lone drops mark i where a number begins right behind it.
func lone(text []rune, drop []bool, i int) {
	if i >= 0 && i+1 < len(text) && isDigit(text[i+1]) {
		drop[i] = true
	}
}

// raisedPart is how far down from the top of the line a raised mark may reach.
const raisedPart = 0.5

// maxLower is the share of a mark's columns that may hold ink below: the boxes
// reach into the character beside it.
const maxLower = 0.45

func raised(img *image.Gray, w *word) bool {
	r, n := utf8.DecodeRuneInString(w.text)
	if n != len(w.text) || !unicode.Is(unicode.Han, r) || r == '一' || w.confidence >= doubtful {
		return false
	}
	x0, x1 := w.x0+1, w.x1-1
	middle := w.lineTop + int(raisedPart*float64(w.lineBottom-w.lineTop)) + 1
	upper := inked(img, x0, x1, w.lineTop-2, middle)
	lower := inked(img, x0, x1, middle, w.lineBottom+2)
	return upper > 0 && float64(lower) < maxLower*float64(x1-x0)
}

// inked counts the columns of a box that hold ink.
func inked(img *image.Gray, x0, x1, y0, y1 int) int {
	n := 0
	for x := max(x0, 0); x < min(x1, img.Rect.Dx()); x++ {
		for y := max(y0, 0); y < min(y1, img.Rect.Dy()); y++ {
			if img.Pix[y*img.Stride+x] < dark {
				n++
				break
			}
		}
	}
	return n
}

// mendBrackets is the third rule.
func mendBrackets(text []rune) {
	open := -1
	for i, r := range text {
		switch r {
		case '〈', '《':
			open = i
		case '〉', '》':
			open = -1
		case ')', '）':
			if open >= 0 && text[open] == '〈' {
				text[open] = '（'
			}
			open = -1
		case '(', '（':
			open = -1
		}
	}
}

// inkOf is the height of a line's print by its words of Chinese.
func inkOf(line []word) (top, bottom int) {
	top, bottom = line[0].y0, line[0].y1
	for i := range line {
		if line[i].confidence < doubtful {
			continue
		}
		top, bottom = min(top, line[i].y0), max(bottom, line[i].y1)
	}
	return top, bottom
}

func isMark(r rune) bool { return strings.ContainsRune("*＊#”“\"xX", r) }

// besideNumber tells whether a digit stands right before or after word i.
func besideNumber(line []word, i int) bool {
	if i > 0 {
		if r, _ := utf8.DecodeLastRuneInString(line[i-1].text); isDigit(r) || isMark(r) {
			return true
		}
	}
	if i+1 < len(line) {
		r, _ := utf8.DecodeRuneInString(line[i+1].text)
		return isDigit(r) || isMark(r)
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func flatten(line []word) (text []rune, owner []int) {
	for i := range line {
		for _, r := range line[i].text {
			text = append(text, r)
			owner = append(owner, i)
		}
	}
	return text, owner
}

func rewrite(line []word, text []rune, owner []int, drop []bool) {
	var b strings.Builder
	for i, k := 0, 0; i < len(line); i++ {
		b.Reset()
		for ; k < len(text) && owner[k] == i; k++ {
			if !drop[k] {
				b.WriteRune(text[k])
			}
		}
		line[i].text = b.String()
	}
}
