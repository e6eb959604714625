package ocr

import (
	"strconv"
	"strings"
)

// word is one word in pixels of the picture.
type word struct {
	text       string
	x0, y0     int
	x1, y1     int
	line       [4]int // page, block, paragraph, line
	lineTop    int
	lineBottom int
	confidence float64
}

// The columns of tesseract's table.
const (
	colLevel = iota
	colPage
	colBlock
	colPar
	colLine
	colWord
	colLeft
	colTop
	colWidth
	colHeight
	colConf
	colText
	colCount
)

// parseTSV reads the table. Lines (level 4) come before their words (level 5).
func parseTSV(tsv string) []word {
	var out []word
	var top, bottom int
	for row := range strings.Lines(tsv) {
		f := strings.SplitN(strings.TrimRight(row, "\r\n"), "\t", colCount)
		if len(f) < colCount {
			continue
		}
		var n [colConf]int
		bad := false
		for i := range n {
			v, err := strconv.Atoi(f[i])
			bad = bad || err != nil
			n[i] = v
		}
		if bad {
			continue
		}
		switch n[colLevel] {
		case 4:
			top, bottom = n[colTop], n[colTop]+n[colHeight]
		case 5:
			text := strings.TrimSpace(f[colText])
			if text == "" || n[colWidth] <= 0 || n[colHeight] <= 0 {
				continue
			}
			conf, _ := strconv.ParseFloat(f[colConf], 64)
			out = append(out, word{
				text: mendGroups(text), x0: n[colLeft], y0: n[colTop], x1: n[colLeft] + n[colWidth], y1: n[colTop] + n[colHeight],
				line: [4]int{n[colPage], n[colBlock], n[colPar], n[colLine]}, lineTop: top, lineBottom: bottom, confidence: conf,
			})
		}
	}
	return out
}
