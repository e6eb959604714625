package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

//go:embed data/*.tsv
var data embed.FS

// row is one data line of a vocabulary file.
type row struct {
	file   string
	line   int
	kind   rowKind
	header []string // names of the columns
	cells  []string // the last ones may be left out
	user   bool
}

// get returns the cell of a column, "" where the line has none.
func (r row) get(column string) string {
	for i, c := range r.cells {
		if r.header[i] == column {
			return c
		}
	}
	return ""
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// rowKind tells the tables of the vocabulary apart by their header row.
type rowKind int

const (
	subjectRow    rowKind = iota // name code book side role parent edition use aliases
	aliasRow                     // alias subject book side years use
	termRow                      // word class value
	patternRow                   // pattern subject book side years use
	governmentRow                // government rank
)

// columns are the columns of each table; the first one identifies the table.
var columns = [...][]string{
	subjectRow:    {"name", "code", "book", "side", "role", "parent", "edition", "use", "aliases"},
	aliasRow:      {"alias", "subject", "book", "side", "years", "use"},
	termRow:       {"word", "class", "value"},
	patternRow:    {"pattern", "subject", "book", "side", "years", "use"},
	governmentRow: {"government", "rank"},
}

// readAll reads the built-in files in the order of their names, then the user's.
func readAll(files []string) ([]row, error) {
	names, err := fs.Glob(data, "data/*.tsv")
	if err != nil {
		return nil, fmt.Errorf("listing the built-in vocabulary: %w", err)
	}
	var rows []row
	for _, name := range names {
		b, err := data.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading the built-in vocabulary: %w", err)
		}
		got, err := parse(path.Base(name), string(b), false)
		if err != nil {
			return nil, err
		}
		rows = append(rows, got...)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("reading the vocabulary file: %w", err)
		}
		got, err := parse(name, string(b), true)
		if err != nil {
			return nil, err
		}
		rows = append(rows, got...)
	}
	return rows, nil
}

// parse reads one file. Lines that begin with # and empty lines are skipped. A
// header row names the columns of the rows after it; a file without one holds
// aliases (alias, subject, book, side, years, use).
func parse(file, text string, user bool) ([]row, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	kind, header := aliasRow, columns[aliasRow]
	var rows []row
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if k, ok := headerKind(cells); ok {
			if err := checkHeader(k, cells); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", file, i+1, err)
			}
			kind, header = k, cells
			continue
		}
		r := row{file: file, line: i + 1, kind: kind, header: header, cells: cells, user: user}
		if len(cells) > len(header) {
			return nil, r.errorf("%d cells, but the header has %d columns", len(cells), len(header))
		}
		for j, c := range cells {
			cells[j] = strings.TrimSpace(c)
		}
		if cells[0] == "" {
			return nil, r.errorf("the first cell (%s) is empty", header[0])
		}
		rows = append(rows, r)
	}
	return rows, nil
}

func headerKind(cells []string) (rowKind, bool) {
	for k := range columns {
		if cells[0] == columns[k][0] {
			return rowKind(k), true
		}
	}
	return 0, false
}

func checkHeader(kind rowKind, cells []string) error {
	known := make(map[string]bool)
	for _, c := range columns[kind] {
		known[c] = true
	}
	for _, c := range cells {
		if !known[c] {
			return fmt.Errorf("unknown column %q; the columns are %s", c, strings.Join(columns[kind], ", "))
		}
	}
	return nil
}
