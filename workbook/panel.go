package workbook

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"yusuan/budget"
	"yusuan/internal/packed"
	"yusuan/workbook/xl"
)

// Panel writes the workbook that sets reports side by side. Reports may be added
// in any order and from several goroutines; the file does not depend on it.
// Memory stays bounded: what grows with the figures goes to temporary files.
type Panel struct {
	w    io.Writer
	opts options

	mu      sync.Mutex
	entries []panelEntry
	columns map[budget.Book]map[matrixSubject]*matrixColumn
	across  []Finding
	unread  []unreadFile
	bulk    spill
	closed  bool

	findings int // of single reports
	year     int // of the latest report
}

// panelEntry is a report in the panel: what it is sorted by, and where the rest is.
type panelEntry struct {
	id, district                   string
	year                           int // of its main account
	summaryAt, matrixAt, figuresAt segment
}

type unreadFile struct{ file, reason string }

// matrixColumn counts how many rows have a subject; the code is the smallest
// that any report gives it.
type matrixColumn struct {
	matrixSubject
	rows int
}

// NewPanel begins a panel that Close writes to w.
func NewPanel(w io.Writer, opts ...Option) *Panel {
	p := &Panel{w: w, columns: map[budget.Book]map[matrixSubject]*matrixColumn{}}
	for _, set := range opts {
		set(&p.opts)
	}
	p.bulk.dir = p.opts.tempDir
	return p
}

// Add adds a report with its checks.
func (p *Panel) Add(r *budget.Report, checks []budget.Check) error {
	return p.AddRecord(PanelRecord(r, checks))
}

// AddRecord adds a report by its record (see PanelRecord).
func (p *Panel) AddRecord(record []byte) error {
	u := &packed.Reader{Rest: record}
	summary := unpackSummary(u)
	matrixAt := len(record) - len(u.Rest)
	matrix := unpackMatrix(u, func(budget.Book) bool { return true })
	figuresAt := len(record) - len(u.Rest)
	if u.Err != nil {
		return fmt.Errorf("add a report to the panel: %w", u.Err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	at, err := p.bulk.add(record)
	if err != nil {
		return err
	}
	p.countSubjects(matrix)
	p.findings += len(summary.findings)
	p.year = max(p.year, summary.year)
	p.entries = append(p.entries, panelEntry{id: summary.id, district: summary.district, year: summary.main.year,
		summaryAt: at.part(0, matrixAt), matrixAt: at.part(matrixAt, figuresAt), figuresAt: at.part(figuresAt, len(record))})
	return nil
}

// AddAcross adds findings of the rules that compare reports.
func (p *Panel) AddAcross(findings []Finding) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.across = append(p.across, findings...)
}

// AddUnread names a file that could not be read, so that it is not missed.
func (p *Panel) AddUnread(file, reason string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.unread = append(p.unread, unreadFile{file, reason})
}

func (p *Panel) countSubjects(rows []matrixRow) {
	for _, row := range rows {
		columns := p.columns[row.account.Book]
		if columns == nil {
			columns = map[matrixSubject]*matrixColumn{}
			p.columns[row.account.Book] = columns
		}
		for _, c := range row.cells {
			id := matrixSubject{side: c.subject.side, subject: c.subject.subject}
			col := columns[id]
			if col == nil {
				col = &matrixColumn{matrixSubject: c.subject}
				columns[id] = col
			}
			col.rows++
			col.rank = min(col.rank, c.subject.rank)
			if compareCodes(c.subject.code, col.code) < 0 {
				col.code = c.subject.code
			}
		}
	}
}

// Discard gives the panel up and releases its temporary files.
func (p *Panel) Discard() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.bulk.close()
}

// Close writes the panel and releases its temporary files.
func (p *Panel) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil
	}
	p.closed = true
	defer p.bulk.close()
	p.sort()
	book, err := xl.New(xl.Properties{Title: "财政预算报告汇总", Subject: fmt.Sprintf("%d 份报告", len(p.entries)),
		Keywords: "财政预算,汇总,排名,核对", Year: p.year}, p.opts.tempDir)
	if err != nil {
		return fmt.Errorf("panel: %w", err)
	}
	defer book.Close()
	b := &panelBook{Panel: p, book: book}
	if err := b.fill(); err != nil {
		return fmt.Errorf("panel: %w", err)
	}
	if err := book.Write(p.w); err != nil {
		return fmt.Errorf("panel: %w", err)
	}
	return nil
}

func (p *Panel) sort() {
	slices.SortFunc(p.entries, func(a, b panelEntry) int {
		return cmp.Or(strings.Compare(a.district, b.district), cmp.Compare(a.year, b.year), strings.Compare(a.id, b.id))
	})
	slices.SortFunc(p.across, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(severityRank(a.severity), severityRank(b.severity)), strings.Compare(a.rule, b.rule), strings.Compare(a.message, b.message))
	})
	slices.SortFunc(p.unread, func(a, b unreadFile) int { return strings.Compare(a.file, b.file) })
}
