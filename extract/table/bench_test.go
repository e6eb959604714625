package table_test

import (
	"testing"

	"yusuan/extract/table"
)

// BenchmarkFind reads a page of running text with one table of 30 rows: lines
// drawn, and without them.
func BenchmarkFind(b *testing.B) {
	for _, c := range []struct {
		name string
		make func() *table.Page
	}{
		{"ruled", func() *table.Page { return drawnPage(30, 6, allRules) }},
		{"aligned", func() *table.Page { return drawnPage(30, 6, noRules) }},
		{"prose", func() *table.Page { return prosePage(40) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			p := c.make()
			b.ReportAllocs()
			for b.Loop() {
				table.Find(p)
			}
		})
	}
}
