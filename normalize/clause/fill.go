package clause

import (
	"yusuan/budget"
	"yusuan/normalize/lexicon"
)

// fill gives a draft its subject and everything that goes with it.
func (s *state) fill(d *Draft, sub *lexicon.Subject, raw string) {
	d.Subject, d.Code, d.SubjectRaw, d.Parent = sub.Name, sub.Code, raw, ""
	d.Book = s.bookOf(sub)
	d.Side = sub.Side
	if sub.InBook(budget.Debt) && d.Book != budget.Debt && !sub.InBook(d.Book) {
		if own, ok := s.r.lex.Subject(sub.Name, d.Book, sub.Side); ok && own.InBook(d.Book) {
			sub = own // 偿还债务本金 among the components of a book
			d.Code, d.Parent = sub.Code, ""
		}
	}
	if d.Book == budget.SocialInsurance && s.fund != "" && (sub.Role == budget.RolePart || sub.Role == budget.RoleItem) && !isFund(sub.Name) {
		sub = ofFund(sub, s.fund)
	}
	if sub.Role == budget.RoleTotal && s.mode == components && !s.closesSum(d, sub) {
		s.mode = plain // an own total begins anew
	}
	s.place(d)
	s.role(d, sub)
	if sub.Role == budget.RoleTotal || sub.Role == budget.RoleGrandTotal {
		if d.Book != budget.Debt || s.ctx.Book == budget.Debt {
			s.book = d.Book
		}
		s.side = sub.Side
	}
	if sub.Role == budget.RoleSubtotal && s.mode == plain {
		s.side = sub.Side
	}
}

// bookOf keeps the book of the place where the subject belongs to it.
func (s *state) bookOf(sub *lexicon.Subject) budget.Book {
	if s.mode == components && s.book != "" && sub.Role == budget.RoleComponent {
		return s.book // what is added to a book's revenue is of that book, whatever its words name
	}
	if sub.Name == "债务还本支出" && s.book != "" && s.ctx.Book != budget.Debt && len(s.out) > s.lead {
		if last := &s.out[len(s.out)-1]; last.Side == budget.Expenditure && last.Book == s.book && (last.Role == budget.RoleComponent || last.Role == budget.RoleTotal) {
			return s.book // 上解X，偿还债务本金Y，结转下年Z: a component of the book like its neighbours
		}
	}
	for _, b := range []budget.Book{s.listBook(), s.book, s.ctx.Book} {
		if b != "" && sub.InBook(b) {
			return b
		}
	}
	if len(sub.Books) == 0 {
		return s.book
	}
	return sub.Books[0]
}

// gross reports whether a subject is revenue with the shares handed up (财政总收入)
// or with transfers: its parts are another measure than those of local revenue.
func gross(subject string) bool {
	return withShares(subject) || subject == "一般公共预算总收入"
}

// withShares reports whether a subject is revenue that holds the shares handed up.
func withShares(subject string) bool {
	return subject == "财政总收入" || subject == "财税总收入"
}
