package accounts

import "yusuan/budget"

// page is one book at one level, year and stage: what the fill functions write.
type page struct {
	a     *Accounts
	book  budget.Book
	level budget.Level
	year  int
	stage budget.Stage
}

func (a *Accounts) page(book budget.Book, level budget.Level, s *slot) page {
	return page{a, book, level, s.year, s.stage}
}

func (p page) cell(side budget.Side, subject string) Cell {
	return Cell{Book: p.book, Level: p.level, Year: p.year, Stage: p.stage, Side: side, Subject: subject}
}

func (p page) in(subject string, v int64)  { p.a.put(p.cell(budget.Revenue, subject), v) }
func (p page) out(subject string, v int64) { p.a.put(p.cell(budget.Expenditure, subject), v) }
func (p page) bal(subject string, v int64) { p.a.put(p.cell(budget.Balance, subject), v) }

// flow is one subject beside the own total of a book.
type flow struct {
	name string
	v    int64
}

// close writes a book's components, their section sums and both grand totals.
// It panics when the book does not balance: that is a mistake of this package.
func (p page) close(revenue, spending int64, ins, outs []flow) {
	moved := func(side budget.Side, own int64, flows []flow, section, debt, grand string) int64 {
		var all, owed int64
		for _, f := range flows {
			p.a.put(p.cell(side, f.name), f.v)
			all += f.v
			if f.name == debt {
				owed = f.v
			}
		}
		section2 := all
		if p.a.DebtApart {
			section2 -= owed
		}
		p.a.put(p.cell(side, section), section2)
		p.a.put(p.cell(side, grand), own+all)
		return own + all
	}
	r := moved(budget.Revenue, revenue, ins, "转移性收入", "债务转贷收入", "收入总计")
	e := moved(budget.Expenditure, spending, outs, "转移性支出", "债务还本支出", "支出总计")
	if r != e {
		panic("accounts: a book does not balance")
	}
}

func total(fs []flow) int64 {
	var t int64
	for _, f := range fs {
		t += f.v
	}
	return t
}
