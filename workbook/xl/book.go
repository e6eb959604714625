// Package xl builds workbooks: cells with styles, exact decimals, formulas with
// their results, links, notes, print set-up, and files that are the same bytes
// for the same content. It knows Excel and WPS; it knows nothing of budgets.
//
// excelize keeps the workbook together: sheets, relations, comments, charts,
// tables, names, print set-up. What there is much of is encoded here: rows (see
// rowBuffer), their texts, styles, links, colouring by condition.
package xl

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
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
	file   *excelize.File
	sheets []*Sheet
	styles styleTable
	texts  sharedTexts
	dir    string
	err    error
}

// New begins a workbook. dir is where large sheets spill to; empty means the
// system's folder for temporary files.
func New(p Properties, dir string) (*Book, error) {
	b := &Book{file: excelize.NewFile(), dir: dir}
	if err := b.file.SetDefaultFont(Font); err != nil {
		return nil, fmt.Errorf("set the default font: %w", err)
	}
	return b, b.properties(p)
}

func (b *Book) properties(p Properties) error {
	year := p.Year
	if year < 1980 || year > 9999 {
		year = 2000
	}
	date := fmt.Sprintf("%04d-01-01T00:00:00Z", year)
	err := b.file.SetDocProps(&excelize.DocProperties{
		Title: clean(p.Title), Subject: clean(p.Subject), Keywords: clean(p.Keywords), Description: clean(p.Notes),
		Creator: "yusuan", LastModifiedBy: "yusuan", Created: date, Modified: date, Language: "zh-CN",
	})
	if err != nil {
		return fmt.Errorf("set the document properties: %w", err)
	}
	return nil
}

// Sheet appends a sheet. The name is made valid: forbidden signs become spaces,
// it is cut at 31 UTF-16 units, and a name that is taken gets a number.
func (b *Book) Sheet(name string) *Sheet {
	name = b.freeName(name)
	var err error
	if len(b.sheets) == 0 {
		err = b.file.SetSheetName("Sheet1", name)
	} else {
		_, err = b.file.NewSheet(name)
	}
	b.fail(err)
	s := &Sheet{book: b, Name: name, rows: rowBuffer{dir: b.dir, texts: &b.texts},
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
func (b *Book) Name(name, ref string) {
	b.fail(b.file.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: ref}))
}

func (b *Book) fail(err error) {
	if b.err == nil {
		b.err = err
	}
}

// Close releases temporary files. Write does it too.
func (b *Book) Close() error {
	for _, s := range b.sheets {
		s.rows.close()
		s.links.close()
	}
	return b.file.Close()
}

// Write finishes the workbook and writes it. The first sheet and its first cell
// are selected.
func (b *Book) Write(w io.Writer) error {
	defer b.Close()
	out := &sortedZip{target: w, dir: b.dir, sheets: map[string]*sheetParts{}, extra: map[string]*rowBuffer{}, own: map[string][]byte{}}
	for i, s := range b.sheets {
		b.fail(s.finish())
		out.add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s)
	}
	b.fail(b.announceTexts())
	out.own["xl/styles.xml"], out.own["xl/sharedStrings.xml"] = b.styles.part(), b.texts.content()
	if b.err != nil {
		return fmt.Errorf("build workbook: %w", b.err)
	}
	b.file.SetActiveSheet(0)
	// excelize keeps content types in the order of a map
	types := b.file.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return out })
	if _, err := b.file.WriteTo(io.Discard); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// announceTexts has excelize name the part of shared texts among the parts of the
// workbook: it does so with the first text it is given itself.
func (b *Book) announceTexts() error {
	if len(b.sheets) == 0 {
		return nil
	}
	return b.file.SetCellStr(b.sheets[0].Name, "A1", "")
}

// clean makes a text safe for the parts that excelize encodes.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, s)
}
