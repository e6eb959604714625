package plant

import (
	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

// level is a cell's book, level, year and stage alone.
func level(c accounts.Cell) accounts.Cell {
	return accounts.Cell{Book: c.Book, Level: c.Level, Year: c.Year, Stage: c.Stage}
}

func otherLevel(l budget.Level) budget.Level {
	if l == budget.Own {
		return budget.Consolidated
	}
	return budget.Own
}
