package xl

// What floats above the cells, charts and notes, is placed by its corners: a
// column or row, and how far into it.

const (
	// rowPixels is the height of an ordinary row on the screen.
	rowPixels = int(rowHeight * 4 / 3)
	// usualColumn is the width on the screen of a column that has none of its own.
	usualColumn = 64
	// emuPerPixel is the unit of drawings.
	emuPerPixel = 9525
)

// corner is a place on a sheet; columns and rows count from 0.
type corner struct{ col, colPixels, row, rowPixels int }

// columnPixels is the width of a column on the screen; col counts from 0.
func (s *Sheet) columnPixels(col int) int {
	if col >= s.cols {
		return usualColumn
	}
	return int(s.width(col+1)*pixelsPerUnit + 5)
}

// opposite is the lower right corner of what has its upper left one at from.
func (s *Sheet) opposite(from corner, width, height int) corner {
	to := corner{col: from.col, colPixels: from.colPixels + width, row: from.row, rowPixels: from.rowPixels + height}
	for to.colPixels >= s.columnPixels(to.col) {
		to.colPixels -= s.columnPixels(to.col)
		to.col++
	}
	to.row, to.rowPixels = to.row+to.rowPixels/rowPixels, to.rowPixels%rowPixels
	return to
}
