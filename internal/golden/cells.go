package golden

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Cells lists the cells of a workbook: sheet, cell, value as stored, formula.
func Cells(path string) (string, error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	b.WriteString("sheet\tcell\tvalue\tformula\n")
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			return "", fmt.Errorf("sheet %s: %w", sheet, err)
		}
		for i, row := range rows {
			for j, value := range row {
				if err := cell(&b, f, sheet, i+1, j+1, value); err != nil {
					return "", err
				}
			}
		}
	}
	return b.String(), nil
}

var oneLine = strings.NewReplacer("\\", `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

func cell(b *strings.Builder, f *excelize.File, sheet string, row, col int, value string) error {
	ref, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return err
	}
	formula, err := f.GetCellFormula(sheet, ref)
	if err != nil {
		return fmt.Errorf("sheet %s, cell %s: %w", sheet, ref, err)
	}
	if value == "" && formula == "" {
		return nil
	}
	fmt.Fprintf(b, "%s\t%s\t%s\t%s\n", sheet, ref, oneLine.Replace(value), oneLine.Replace(formula))
	return nil
}
