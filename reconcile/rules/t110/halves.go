package t110

import (
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
	"yusuan/reconcile/subject"
)

// half is 税收收入 or 非税收入 in a table, with the items of its kind.
type half struct {
	name string
	code string // of its items, by their beginning
	row  *budget.Item
	item *facts.Fact // the first of the items
	n    int
}

// manyItems is how many items show that a table breaks a kind down.
const manyItems = 3

// halves looks for taxes without fees, or fees without taxes, where the table shows
// that it means to give both: one of the two under the revenue that they make up, or
// one with its items and the items of the other.
func halves(r *rule.Run, b *budget.Block) bool {
	both := [2]half{{name: subject.Tax, code: "101"}, {name: subject.NonTax, code: "103"}}
	for i := range b.Items {
		it := &b.Items[i]
		for k := range both {
			h := &both[k]
			switch {
			case it.Subject == h.name:
				h.row = it
			case len(it.Code) == 5 && strings.HasPrefix(it.Code, h.code):
				if f := amount(r.Set, it); f != nil && h.item == nil {
					h.item = f
				}
				h.n++
			}
		}
	}
	has, lacks := &both[0], &both[1]
	if has.row == nil {
		has, lacks = lacks, has
	}
	if has.row == nil || lacks.row != nil || has.row.Among {
		return false
	}
	if f, whole := alone(r.Set, b, has.row); f != nil {
		say(r, f, "表"+strconv.Itoa(f.Table)+"“"+whole.Label()+"”（第"+strconv.Itoa(whole.Row+1)+"行）下列有“"+f.Label()+"”而没有“"+lacks.name+"”，差额"+
			(whole.Value-f.Value).String()+"万元，疑似漏列一行。")
		return true
	}
	if has.n < manyItems || lacks.n < manyItems || lacks.item == nil {
		return false
	}
	say(r, lacks.item, "表"+strconv.Itoa(lacks.item.Table)+"列有“"+has.name+"”及其各项，又列有“"+lacks.item.Label()+"”（第"+strconv.Itoa(lacks.item.Row+1)+
		"行）等"+strconv.Itoa(lacks.n)+"项，但没有“"+lacks.name+"”的行，疑似漏列一行。")
	return true
}

// alone returns a row's amount and that of the revenue above it, which it doesn't make
// up by itself.
func alone(s *facts.Set, b *budget.Block, row *budget.Item) (f, whole *facts.Fact) {
	if row.Parent < 0 {
		return nil, nil
	}
	f, whole = amount(s, row), amount(s, &b.Items[row.Parent])
	if f == nil || whole == nil || f.Col != whole.Col || f.Delta || whole.Subject != subject.Own(budget.GeneralPublic, budget.Revenue) ||
		f.Level != whole.Level || f.Value >= whole.Value || f.Wide.Overlaps(whole.Wide) {
		return nil, nil
	}
	return f, whole
}
