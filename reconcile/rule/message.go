package rule

import (
	"bytes"
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/identity"
	"yusuan/reconcile/interval"
)

// Prefix says whose account a message is about: 2023年区级一般公共预算执行数：
func Prefix(f *facts.Fact) string {
	var b bytes.Buffer
	writePrefix(&b, f)
	return b.String()
}

func writePrefix(b *bytes.Buffer, f *facts.Fact) {
	if f == nil {
		return
	}
	if f.Year > 0 {
		b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(f.Year), 10))
		b.WriteString("年")
	}
	b.WriteString(f.Scope)
	b.WriteString(f.Book.Name())
	if f.Side != budget.Balance {
		b.WriteString(StageName(f.Stage))
	}
	if b.Len() > 0 {
		b.WriteString("：")
	}
}

func writeAmount(b *bytes.Buffer, a interval.Amount) {
	b.Write(a.Append(b.AvailableBuffer()))
}

// agree is the message of a pass: both sides and the addends. It is written in b.
func agree(b *bytes.Buffer, c *Claim, rounding bool) string {
	b.Reset()
	writePrefix(b, subject(c))
	if c.Identity.Rate != nil {
		writeRate(b, c)
		b.WriteString("，相符")
		if rounding {
			b.WriteString("（仅末位取舍不同）")
		}
		return end(b, c)
	}
	diff := identity.Total(c.Identity.Left) - identity.Total(c.Identity.Right)
	writeSide(b, c.Left, c.Identity.Left)
	b.WriteString(relation(c.Identity.Relation))
	writeSide(b, c.Right, c.Identity.Right)
	switch {
	case c.Identity.Relation != identity.Equal || diff == 0:
		b.WriteString("，相符")
	case rounding:
		b.WriteString("，相差" + diff.Abs().String() + "万元，按各数末位的舍入（±" + tolerance(&c.Identity) + "万元）可以解释，但同处其他数更精确，请留意")
	default:
		b.WriteString("，相差" + diff.Abs().String() + "万元，在舍入容差±" + tolerance(&c.Identity) + "万元内")
	}
	return end(b, c)
}

// differ is the message of a break: both sides, the difference with its
// direction, the tolerance and the places.
func differ(c *Claim, check *budget.Check) string {
	return Prefix(subject(c)) + differBody(c, check)
}

func differBody(c *Claim, _ *budget.Check) string {
	var b bytes.Buffer
	if c.Identity.Rate != nil {
		writeRate(&b, c)
		b.WriteString("，不相符")
		writePlaces(&b, &c.Identity)
		return end(&b, c)
	}
	diff := identity.Total(c.Identity.Left) - identity.Total(c.Identity.Right)
	writeSide(&b, c.Left, c.Identity.Left)
	b.WriteString("，")
	writeSide(&b, c.Right, c.Identity.Right)
	b.WriteString("，前者比后者")
	b.WriteString(direction(diff))
	b.WriteString(diff.Abs().String())
	b.WriteString("万元，超出舍入容差±")
	b.WriteString(tolerance(&c.Identity))
	b.WriteString("万元")
	writePlaces(&b, &c.Identity)
	return end(&b, c)
}

func end(b *bytes.Buffer, c *Claim) string {
	if c.Note != "" {
		b.WriteString("；")
		b.WriteString(c.Note)
	}
	b.WriteString("。")
	return b.String()
}

func tolerance(id *identity.Identity) string { return id.Tolerance().String() }

func direction(d interval.Amount) string {
	if d < 0 {
		return "少"
	}
	return "多"
}

func relation(r identity.Relation) string {
	switch r {
	case identity.AtMost:
		return "，不超过"
	case identity.AtLeast:
		return "，不小于"
	}
	return "，"
}

// writeSide writes a name, its sum and, where there are several, the addends.
func writeSide(b *bytes.Buffer, name string, terms []identity.Term) {
	if name == "" {
		name = terms[0].Fact.Label()
	}
	b.WriteString(name)
	writeAmount(b, identity.Total(terms))
	b.WriteString("万元")
	if len(terms) == 1 && terms[0].Weight > 0 {
		return
	}
	b.WriteString("（")
	for i, t := range terms {
		if i > 0 || t.Weight < 0 {
			b.WriteString(sign(t.Weight))
		}
		b.WriteString(t.Fact.Label())
		writeAmount(b, t.Fact.Value)
	}
	b.WriteString("）")
}

func sign(w int) string {
	if w < 0 {
		return "－"
	}
	return "＋"
}

// writeRate writes a printed rate and the recomputed one.
func writeRate(b *bytes.Buffer, c *Claim) {
	b.WriteString(c.Left)
	b.WriteString("，按")
	left, right := c.Identity.Left, c.Identity.Right
	writeSide(b, "", left)
	b.WriteString("与")
	writeSide(b, c.Right, right)
	b.WriteString("计算为")
	l, r := identity.Total(left), identity.Total(right)
	q := float64(l) / float64(r) * 100
	if c.Identity.Rate.Kind == identity.Growth {
		q -= 100
	}
	b.WriteString(strconv.FormatFloat(q, 'f', 2, 64))
	b.WriteString("%")
}

// writePlaces writes where the figures stand, each place once.
func writePlaces(b *bytes.Buffer, id *identity.Identity) {
	seen := map[string]bool{}
	var places []string
	for _, side := range [][]identity.Term{id.Left, id.Right} {
		for _, t := range side {
			p := Place(t.Fact)
			if !seen[p] {
				seen[p] = true
				places = append(places, p)
			}
		}
	}
	b.WriteString("（")
	b.WriteString(strings.Join(places, "、"))
	b.WriteString("）")
}

// Place says where a figure stands.
func Place(f *facts.Fact) string {
	if f.Kind == budget.InTable {
		return "表" + strconv.Itoa(f.Table) + "第" + strconv.Itoa(f.Row+1) + "行"
	}
	return "第" + strconv.Itoa(f.Line) + "行"
}
