package t102

import (
	"slices"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/grid"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/subject"
)

// complete says how sure it is that the children exhaust their section.
type complete int

const (
	sure complete = iota
	unsure
	mainOnly
)

// completeness judges a list that falls short of its section. Transfers and
// balances are complete by construction; a class of expenditure rarely lists all
// its items; few taxes that fall short in every column are main ones.
func completeness(c *grid.Column, item int, parts []int) complete {
	it := &c.Block.Items[item]
	name := it.Subject
	if turned(c, item, parts) || closesElsewhere(c, item, parts) || endsInRest(c, parts) {
		return sure
	}
	if len(parts) == 1 && !severalKinds(name) && c.Block.Items[parts[0]].Subject != subject.NonTax {
		return mainOnly
	}
	if (function(it.Code) || classBelow(c, parts)) && listed(c) {
		return sure
	}
	if function(it.Code) || strings.HasSuffix(name, "支出") && classBelow(c, parts) {
		return mainOnly
	}
	if (name == subject.Tax || name == subject.NonTax) && siblingCloses(c, item) {
		return sure
	}
	limit := 0
	switch name {
	case subject.Tax:
		limit = 8
	case subject.NonTax:
		limit = 5 // the four that every county has, and no 其他收入
	case subject.Own(budget.GovernmentFunds, budget.Revenue), subject.Own(budget.GovernmentFunds, budget.Expenditure):
		limit = 5
	}
	if len(parts) < limit && shortEverywhere(c, item, parts) || lacking(c, parts, everywhere[name]) >= 2 {
		return unsure
	}
	return sure
}

// endsInRest reports whether the last child of a list of taxes is the rest of them
// (其他税收): the others are not a choice of main ones.
func endsInRest(c *grid.Column, parts []int) bool {
	return len(parts) >= severalItems && c.Block.Items[slices.Max(parts)].Subject == "其他税收"
}

// turned reports whether a child of the wrong sign is all that the children lack.
func turned(c *grid.Column, item int, parts []int) bool {
	fs, ok := c.Sum(parts)
	if !ok {
		return false
	}
	for i, f := range fs {
		if !f.Amount.IsNegative() {
			continue
		}
		others := slices.Delete(slices.Clone(fs), i, i+1)
		id := identity.Identity{Left: identity.Add(c.Fact(item)), Right: append(identity.Add(others...), identity.Sub(f)...)}
		if id.Evaluate() != identity.Broken {
			return true
		}
	}
	return false
}

// severalItems is how many children can close only because they are all there are.
const severalItems = 3

// closesElsewhere reports whether the children make up their section in another
// amount column of the same level: the list is no choice of main items.
func closesElsewhere(c *grid.Column, item int, parts []int) bool {
	if len(parts) < severalItems {
		return false
	}
	for i, col := range c.Block.Columns {
		if col.Kind != budget.ColAmount || i == c.Index {
			continue
		}
		other := c.At(i)
		if whole := other.Fact(item); whole == nil || whole.Level != c.Fact(item).Level {
			continue
		}
		if closes, _ := adds(other, item, parts); closes {
			return true
		}
	}
	return false
}

// adds reports whether children make up their section in a column, and whether both are
// printed there.
func adds(c *grid.Column, item int, parts []int) (closes, printed bool) {
	whole := c.Fact(item)
	if whole == nil || !whole.HasAmount() {
		return false, false
	}
	fs, ok := c.Sum(parts)
	if !ok {
		return false, false
	}
	id := identity.Identity{Left: identity.Add(whole), Right: identity.Add(fs...)}
	return id.Evaluate() != identity.Broken, true
}

// siblingCloses reports whether the taxes of the table add up beside short fees, or the fees
// beside short taxes: a table that lists one in full lists the other in full.
func siblingCloses(c *grid.Column, item int) bool {
	for i := range c.Block.Items {
		if name := c.Block.Items[i].Subject; i == item || name != subject.Tax && name != subject.NonTax {
			continue
		}
		parts := c.Parts(i)
		if closes, _ := adds(c, i, parts); closes && len(parts) >= severalItems {
			return true
		}
	}
	return false
}

// everywhere are the taxes and fees that every county has: a list without two of them
// names the main ones. (One may have been lost.)
var everywhere = map[string][]string{
	subject.Tax:    {"增值税", "企业所得税", "个人所得税", "城市维护建设税", "房产税", "印花税", "城镇土地使用税", "土地增值税", "车船税", "契税"},
	subject.NonTax: {"专项收入", "行政事业性收费收入", "罚没收入", "国有资源（资产）有偿使用收入"},
}

// lacking counts the subjects of a list that no child has.
func lacking(c *grid.Column, parts []int, all []string) int {
	has := map[string]bool{}
	for _, p := range parts {
		has[c.Block.Items[p].Subject] = true
	}
	n := 0
	for _, name := range all {
		if !has[name] {
			n++
		}
	}
	return n
}

// severalKinds reports whether a section always has more than one item below it,
// so that a single one means a lost row.
func severalKinds(name string) bool {
	switch name {
	case subject.TransfersIn, subject.TransfersOut, subject.Limit, subject.Outstanding, subject.Issued:
		return true
	}
	return false
}

// listed reports whether the table lists every item of its classes: nearly all
// classes with items close, and at least three do.
func listed(c *grid.Column) bool {
	good, all := 0, 0
	for i := range c.Block.Items {
		parts := c.Parts(i)
		if len(parts) == 0 || !function(c.Block.Items[i].Code) {
			continue
		}
		closes, printed := adds(c, i, parts)
		if printed {
			all++
		}
		if closes {
			good++
		}
	}
	return good >= 3 && good*10 >= all*8
}

// function reports whether a code is a functional class or below.
func function(code string) bool {
	return strings.HasPrefix(code, "2") && !strings.HasPrefix(code, "230") && len(code) >= 3
}

// classBelow reports whether the children are sub-items of a class.
func classBelow(c *grid.Column, parts []int) bool {
	for _, p := range parts {
		if !function(c.Block.Items[p].Code) || len(c.Block.Items[p].Code) < 5 {
			return false
		}
	}
	return true
}

// shortEverywhere reports whether the children stay below their section in
// every amount column.
func shortEverywhere(c *grid.Column, item int, parts []int) bool {
	for i, col := range c.Block.Columns {
		if col.Kind != budget.ColAmount {
			continue
		}
		other := c.At(i)
		whole := other.Fact(item)
		fs, ok := other.Sum(parts)
		if whole == nil || !ok || whole.Level == budget.Lower && c.Fact(item).Level != budget.Lower {
			continue // the list may be of what lower levels have
		}
		if !below(whole, fs) {
			return false
		}
	}
	return true
}

func below(whole *facts.Fact, fs []*facts.Fact) bool {
	id := identity.Identity{Left: identity.Add(whole), Right: identity.Add(fs...)}
	return id.Evaluate() == identity.Broken && identity.Total(id.Left) > identity.Total(id.Right)
}
