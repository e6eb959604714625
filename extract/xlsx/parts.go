package xlsx

import (
	"strings"

	"yusuan/extract/build"
	"yusuan/extract/runes"
)

// parts cuts the rows of a sheet into tables: at a blank row with a caption or a
// header behind it. A blank row inside a table is left out.
func parts(rows [][]build.Cell) [][][]build.Cell {
	var out [][][]build.Cell
	start, blank, numbers := 0, false, false
	for i, row := range rows {
		words, figures := count(row)
		switch {
		case words+figures == 0:
			blank = true
			continue
		case blank && numbers && figures == 0:
			out = append(out, rows[start:i])
			start, numbers = i, false
		}
		blank = false
		numbers = numbers || figures > 0
	}
	if start < len(rows) {
		out = append(out, rows[start:])
	}
	return out
}

// count counts the cells of a row that print words and those that print numbers.
func count(row []build.Cell) (words, figures int) {
	for _, c := range row {
		s := strings.Join(c.Paras, "")
		switch {
		case runes.IsBlank(s):
		case runes.IsNumber(s):
			figures++
		default:
			words++
		}
	}
	return words, figures
}
