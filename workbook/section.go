package workbook

import (
	"cmp"
	"slices"
	"strings"

	"yusuan/budget"
)

// section is a block of a subject sheet: subjects down, accounts across.
type section struct {
	title    string
	side     budget.Side
	rows     []sectionRow
	accounts []account
	whole    string // the subject that shares are taken of, or empty
	sumOf    string // the label of the row that adds up the top rows, or empty
	checks   []sectionCheck
	earmarks []*budget.Figure
}

// sectionCheck is an identity between rows: the whole is its parts less what is
// deducted. With atLeast the whole must only not be less.
type sectionCheck struct {
	label   string
	whole   string
	parts   []string
	less    []string
	atLeast bool
}

type sectionRow struct {
	label   string
	code    string
	subject string
	side    budget.Side
	parents []string    // of the key: the parents under which the subject occurs
	role    budget.Role // of the key: opening or closing
	depth   int
	rank    int
	parts   bool // figures that are mere parts belong here, too
}

// in finds the figure of the row for an account.
func (r sectionRow) in(v *values, a account) chosen {
	k := a.key(r.side, r.subject)
	k.Role = r.role
	for _, parent := range r.parents {
		k.Parent = parent
		if c := v.get(k); c.Figure != nil && (r.parts || c.Figure.Role != budget.RolePart) {
			return c
		}
	}
	return chosen{}
}

// rowID tells the rows of a section apart. A stock of one fund is another row
// than the same stock of the next; parts of the debt are one row whether or not
// the sentence names the whole.
type rowID struct {
	subject, parent string
	side            budget.Side
	role            budget.Role
}

// subjectSections plans the subject sheets.
func (b *reportBook) subjectSections() map[string][]section {
	out := map[string][]section{}
	add := func(sheet string, s section) {
		if len(s.rows) > 0 && len(s.accounts) > 0 {
			out[sheet] = append(out[sheet], s)
		}
	}
	for _, s := range b.functionSections() {
		add(sheetFunctions, s)
	}
	for _, book := range []budget.Book{budget.GovernmentFunds, budget.StateCapital} {
		add(sheetFunctions, b.itemSection(book, budget.Expenditure))
	}
	add(sheetFunctions, b.earmarkSection())
	for _, book := range []budget.Book{budget.GeneralPublic, budget.GovernmentFunds, budget.StateCapital} {
		add(sheetRevenue, b.itemSection(book, budget.Revenue))
	}
	add(sheetDebt, b.debtSection())
	add(sheetThreeFees, b.threeFeesSection())
	add(sheetInsurance, b.insuranceSection())
	return out
}

// collect makes a section of the figures that pass: one row a subject, in the
// order of rank, code and first appearance.
func (b *reportBook) collect(s section, keep func(*budget.Figure) bool, rank func(*budget.Figure) (depth, order int)) section {
	rows := map[rowID]int{}
	use := func(f *budget.Figure) bool {
		return f.IsBudget() && !f.Delta && f.Basis == "" && f.Role != budget.RoleEarmark && f.Role != budget.RoleLump && f.Year != 0 && keep(f)
	}
	codes := b.codes()
	for _, f := range b.report.Figures {
		if !use(f) {
			continue
		}
		k := f.Key()
		id := rowID{subject: f.Subject, side: f.Side, role: k.Role}
		label := f.Subject
		if f.Book == budget.SocialInsurance && k.Parent != "" {
			id.parent = k.Parent
			label = k.Parent + "：" + label
		}
		at, known := rows[id]
		if !known {
			at = len(s.rows)
			rows[id] = at
			row := sectionRow{label: label, subject: f.Subject, side: f.Side, role: k.Role, code: codes[subjectSide{f.Book, f.Side, f.Subject}]}
			row.depth, row.rank = rank(f)
			s.rows = append(s.rows, row)
		}
		s.rows[at].parts = s.rows[at].parts || f.Role == budget.RolePart
		if !slices.Contains(s.rows[at].parents, k.Parent) {
			s.rows[at].parents = append(s.rows[at].parents, k.Parent)
		}
	}
	slices.SortStableFunc(s.rows, func(x, y sectionRow) int {
		return cmp.Or(cmp.Compare(x.rank, y.rank), compareCodes(x.code, y.code))
	})
	s.accounts = accounts(b.report.Figures, use)
	return s
}

type subjectSide struct {
	book    budget.Book
	side    budget.Side
	subject string
}

// codes finds the code of each subject: where one figure of it has one, all have.
func (b *reportBook) codes() map[subjectSide]string {
	out := map[subjectSide]string{}
	for _, f := range b.report.Figures {
		k := subjectSide{f.Book, f.Side, f.Subject}
		if f.Code != "" && out[k] == "" {
			out[k] = f.Code
		}
	}
	return out
}

// compareCodes orders 201 before 20101 before 202; no code comes last.
func compareCodes(x, y string) int {
	if (x == "") != (y == "") {
		if x == "" {
			return 1
		}
		return -1
	}
	return cmp.Compare(x, y)
}

// functionSections lists the functional classes. A scope or stage that names only
// one or two of them (预备费 of the initial budget) gets a block of its own, or
// its column would say 未取到 almost throughout.
func (b *reportBook) functionSections() []section {
	is := func(f *budget.Figure) bool {
		return f.Book == budget.GeneralPublic && f.Side == budget.Expenditure && f.Role == budget.RoleFunction
	}
	subjects := map[account]map[string]bool{}
	for _, f := range b.report.Figures {
		if a := accountOf(f); is(f) {
			if subjects[a] == nil {
				subjects[a] = map[string]bool{}
			}
			subjects[a][f.Subject] = true
		}
	}
	few := func(f *budget.Figure) bool { return len(subjects[accountOf(f)]) < fewFunctions }
	flat := func(*budget.Figure) (int, int) { return 0, 0 }
	whole := ownTotal(budget.GeneralPublic, budget.Expenditure)
	main := section{title: "一般公共预算支出（按功能分类）", side: budget.Expenditure, whole: whole, sumOf: "所列科目合计"}
	main = b.collect(main, func(f *budget.Figure) bool { return is(f) && !few(f) }, flat)
	rest := section{title: "零星列出的支出科目", side: budget.Expenditure, whole: whole}
	rest = b.collect(rest, func(f *budget.Figure) bool { return is(f) && few(f) }, flat)
	return []section{main, rest}
}

// fewFunctions is how many functional classes make a list.
const fewFunctions = 3

// itemSection lists the taxes, fees and funds of a book's own revenue, or its
// own expenditure, below the book's total.
func (b *reportBook) itemSection(book budget.Book, side budget.Side) section {
	whole := ownTotal(book, side)
	s := section{title: whole, side: side, whole: whole}
	groups := []string{whole, subjectTax, subjectNonTax}
	isItem := func(f *budget.Figure) bool {
		if f.Book != book || f.Side != side {
			return false
		}
		if f.Subject == subjectTax || f.Subject == subjectNonTax {
			return side == budget.Revenue
		}
		return f.Role == budget.RoleItem || slices.Contains(groups, f.Parent) && f.Role == budget.RolePart
	}
	if !anyFigure(b.report.Figures, isItem) {
		return section{}
	}
	s = b.collect(s, func(f *budget.Figure) bool {
		return isItem(f) || f.Book == book && f.Subject == whole && f.Role == budget.RoleTotal
	}, func(f *budget.Figure) (int, int) { return itemRank(f, whole) })
	s.accounts = slices.DeleteFunc(s.accounts, func(a account) bool {
		return !anyFigure(b.report.Figures, func(f *budget.Figure) bool { return isItem(f) && accountOf(f) == a })
	})
	return s
}

// itemRank puts the total first, then taxes, then the rest.
func itemRank(f *budget.Figure, whole string) (depth, order int) {
	switch {
	case f.Subject == whole:
		return 0, 0
	case f.Subject == subjectTax:
		return 1, 1
	case f.Subject == subjectNonTax:
		return 1, 3
	case f.Parent == subjectTax || strings.HasPrefix(f.Code, "101"):
		return 2, 2
	case f.Book == budget.GeneralPublic && (f.Parent == subjectNonTax || strings.HasPrefix(f.Code, "103")):
		return 2, 4
	}
	return 1, 5
}

func (b *reportBook) debtSection() section {
	s := section{title: "政府债务", side: budget.Balance, checks: []sectionCheck{
		{label: "限额 = 一般＋专项", whole: subjectDebtLimit, parts: []string{"一般债务限额", "专项债务限额"}},
		{label: "余额 = 一般＋专项", whole: subjectDebt, parts: []string{"一般债务余额", "专项债务余额"}},
		{label: "限额 ≥ 余额（差额为剩余额度）", whole: subjectDebtLimit, parts: []string{subjectDebt}, atLeast: true},
		{label: "发行 = 新增＋再融资", whole: "地方政府债券发行", parts: []string{"新增债券", "再融资债券"}},
		{label: "新增 = 一般＋专项", whole: "新增债券", parts: []string{"新增一般债券", "新增专项债券"}},
		{label: "还本付息 = 还本＋付息", whole: "政府债务还本付息支出", parts: []string{"债务还本支出", "债务付息支出"}},
	}}
	words := []string{"限额", "余额", "发行", "新增", "再融资", "还本付息", "还本", "付息"}
	return b.collect(s, func(f *budget.Figure) bool { return f.Book == budget.Debt },
		func(f *budget.Figure) (int, int) {
			depth := 0
			if f.Role == budget.RolePart || f.Parent != "" {
				depth = 1
			}
			for i, w := range words {
				if strings.Contains(f.Subject, w) {
					return depth, 10 * i
				}
			}
			return depth, 10 * len(words)
		})
}

func (b *reportBook) threeFeesSection() section {
	s := section{title: "“三公”经费", side: budget.Expenditure, whole: subjectThreeFees, checks: []sectionCheck{
		{label: "总额 = 三项之和", whole: subjectThreeFees, parts: []string{"因公出国（境）费", "公务接待费", "公务用车购置及运行维护费"}},
	}}
	return b.collect(s, func(f *budget.Figure) bool {
		return f.Subject == subjectThreeFees || f.Parent == subjectThreeFees
	}, func(f *budget.Figure) (int, int) {
		if f.Subject == subjectThreeFees {
			return 0, 0
		}
		return 1, 1
	})
}

func (b *reportBook) insuranceSection() section {
	whole := func(side budget.Side) string { return ownTotal(budget.SocialInsurance, side) }
	s := section{title: "社会保险基金预算", side: budget.Revenue, checks: []sectionCheck{
		{label: "本年收支结余 = 收入－支出", whole: "本年收支结余", parts: []string{whole(budget.Revenue)}, less: []string{whole(budget.Expenditure)}},
	}}
	return b.collect(s, func(f *budget.Figure) bool { return f.Book == budget.SocialInsurance },
		func(f *budget.Figure) (int, int) {
			order := map[budget.Side]int{budget.Revenue: 0, budget.Expenditure: 10, budget.Balance: 20}[f.Side]
			if f.Role == budget.RolePart || f.Role == budget.RoleItem || f.Parent != "" {
				return 1, order + 1
			}
			return 0, order
		})
}

// earmarkSection lists what a functional class is said to be spent on.
func (b *reportBook) earmarkSection() section {
	s := section{title: "支出中写明用途的安排"}
	for _, f := range b.report.Figures {
		if f.Role == budget.RoleEarmark && f.IsBudget() && f.Book != budget.Debt && f.HasAmount() {
			s.earmarks = append(s.earmarks, f)
			s.rows = append(s.rows, sectionRow{label: f.Subject})
		}
	}
	s.accounts = accounts(s.earmarks, func(*budget.Figure) bool { return true })
	return s
}
