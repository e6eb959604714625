// Package xl builds workbooks: cells with styles, exact decimals, formulas with
// their results, links, notes, print set-up, and files that are the same bytes
// for the same content. It knows Excel and WPS; it knows nothing of budgets.
//
// excelize draws the charts of a panel. The other parts of a workbook are written
// here (see parts.go for the list of them): a report has a dozen sheets, and a
// general library would build each part as a tree, encode it by reflection, and look
// through all it has for each new thing. excelize reads them back in the tests.
package xl

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf16"
)

// Properties are the document properties.
type Properties struct {
	Title    string
	Subject  string
	Keywords string
	Notes    string
	// Year dates the document: the first of January of that year. The clock
	// has no part in it, so the same input gives the same bytes.
	Year int
}

// Book is a workbook under construction. It is not safe for concurrent use.
type Book struct {
	properties Properties
	sheets     []*Sheet
	styles     styleTable
	texts      sharedTexts
	names      []definedName
	dir        string
}

type definedName struct{ name, refers string }

// New begins a workbook. dir is where large sheets spill to; empty means the
// system's folder for temporary files.
func New(p Properties, dir string) *Book {
	return &Book{properties: p, dir: dir, texts: sharedTexts{elements: rowBuffer{dir: dir}}}
}

// Sheet appends a sheet. The name is made valid: forbidden signs become spaces,
// it is cut at 31 UTF-16 units, and a name that is taken gets a number.
func (b *Book) Sheet(name string) *Sheet {
	s := &Sheet{book: b, Name: b.freeName(name), rows: rowBuffer{dir: b.dir, texts: &b.texts},
		links: sheetLinks{elements: rowBuffer{dir: b.dir}, relations: rowBuffer{dir: b.dir}}}
	b.sheets = append(b.sheets, s)
	return s
}

func (b *Book) freeName(name string) string {
	name = strings.Trim(strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, name), " '")
	if name == "" {
		name = "表"
	}
	taken := func(n string) bool {
		return slices.ContainsFunc(b.sheets, func(s *Sheet) bool { return strings.EqualFold(s.Name, n) })
	}
	name = cutUnits(name, 31)
	for i, base := 2, name; taken(name); i++ {
		tail := fmt.Sprintf("(%d)", i)
		name = cutUnits(base, 31-len(tail)) + tail
	}
	return name
}

// cutUnits cuts a text at n UTF-16 units.
func cutUnits(s string, n int) string {
	if len(s) <= n { // a unit takes at least a byte
		return s
	}
	used := 0
	for i, r := range s {
		used += utf16.RuneLen(r)
		if used > n {
			return s[:i]
		}
	}
	return s
}

// Name gives a range a name for formulas. ref is absolute and names its sheet.
func (b *Book) Name(name, ref string) { b.names = append(b.names, definedName{name, ref}) }

// Close releases temporary files. Write does it too.
func (b *Book) Close() {
	for _, s := range b.sheets {
		s.rows.close()
		s.links.close()
	}
	b.texts.elements.close()
}

// Write finishes the workbook and writes it. The first sheet and its first cell
// are selected.
func (b *Book) Write(w io.Writer) error {
	defer b.Close()
	for _, s := range b.sheets {
		s.finish()
	}
	if err := b.writeParts(w); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}
