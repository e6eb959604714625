// Package workbook lays out reports for people who live in Excel. It knows
// sheets, formats, formulas and links, not how a figure was found.
package workbook

import (
	"io"

	"yusuan/budget"
)

// Report writes the workbook of one report.
func Report(w io.Writer, r *budget.Report, checks []budget.Check) error { return nil }
