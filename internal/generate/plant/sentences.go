package plant

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/generate"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/generate/pen"
)

// omit leaves a component out of a sentence that adds up to a grand total. It shows
// where nothing else of the report gives the component: else it is no wrong sum.
func omit(d *generate.Draft, rng *rand.Rand) (*Fault, bool) {
	order := pen.Labels(d.Text)
	for _, n := range rng.Perm(len(order)) {
		i := order[n]
		c := d.Cells[i]
		if c.Book == "" || d.Labels[i].Amount == "" || !slices.Contains(accounts.Flows(c.Book, c.Side), c.Subject) {
			continue
		}
		before, printed, after, _ := pen.Marked(d.Text, i)
		from := strings.LastIndex(before, "、")
		name := before[max(from, 0):]
		if from < 0 || strings.ContainsAny(name, "\n，。；：（") || len(pen.Labels(name)) > 1 {
			continue
		}
		mark, rest := cutMark(after)
		if !strings.HasPrefix(rest, "、") || !sameParagraph(d, before, rest, c) {
			continue
		}
		f := &Fault{Kind: Omitted, Old: strings.TrimPrefix(pen.Strip(name+printed+mark, func(int, int) {}), "、"), Figure: d.Labels[i], OldAmount: d.Labels[i].Amount, label: i}
		f.Breaks = shortOf(d, i, order)
		f.Detectable = len(f.Breaks) > 0
		f.place(d)
		d.Text = before[:from] + rest
		return f, true
	}
	return nil, false
}

// cutMark cuts the mark that ends an amount.
func cutMark(after string) (mark, rest string) {
	for n, r := range after {
		if !pen.IsMark(r) {
			return after[:n], after[n:]
		}
	}
	return after, ""
}

// sameParagraph reports whether the grand total of a component's side stands in its
// paragraph.
func sameParagraph(d *generate.Draft, before, after string, c accounts.Cell) bool {
	grand := "收入总计"
	if c.Side == budget.Expenditure {
		grand = "支出总计"
	}
	around := before[strings.LastIndex(before, "\n")+1:]
	line, _, _ := strings.Cut(after, "\n")
	for _, i := range pen.Labels(around + line) {
		if g := d.Cells[i]; g.Subject == grand && level(g) == level(c) && g.Side == c.Side {
			return true
		}
	}
	return false
}

// shortOf names the sum that a sentence no longer makes without a label that nothing
// else of the report repeats.
func shortOf(d *generate.Draft, label int, order []int) []string {
	b := shelf(d, labelsOf(d))
	text := shelf(d, order)
	c := d.Cells[label]
	if len(b[c]) != 1 {
		return nil
	}
	for _, r := range relations(level(c), d.Style.Apart, d.Accounts.Funds) {
		if r.name == "grand total" && r.terms[0].cell.Side == c.Side && member(d, text, r, label) {
			return []string{"sum: " + r.name}
		}
	}
	return nil
}

// copied puts another year's amount of the subject in the place of an amount.
func copied(d *generate.Draft, rng *rand.Rand) (*Fault, bool) {
	order := labelsOf(d)
	for range 60 {
		i := order[rng.IntN(len(order))]
		c := d.Cells[i]
		if c.Book == "" || d.Labels[i].Amount == "" || d.Labels[i].Delta {
			continue
		}
		for _, j := range order {
			o := d.Cells[j]
			if o.Year == c.Year || o.Book != c.Book || o.Level != c.Level || o.Side != c.Side || o.Subject != c.Subject || o.Role != c.Role ||
				d.Labels[j].Amount == "" || d.Labels[j].Delta || d.Labels[j].Kind != d.Labels[i].Kind {
				continue
			}
			old, ok := printedText(d, i)
			now, also := printedText(d, j)
			if !ok || !also || old == now || strings.ContainsAny(old+now, "*０１２３４５６７８９") || unitOf(d, i, old) != unitOf(d, j, now) {
				continue
			}
			return replace(d, i, Copied, old, now)
		}
	}
	return nil, false
}

// rated changes a printed growth or completion: a digit of it, or its direction.
func rated(d *generate.Draft, rng *rand.Rand) (*Fault, bool) {
	order := pen.Labels(d.Text)
	for _, n := range rng.Perm(len(order)) {
		i := order[n]
		l := &d.Labels[i]
		if d.Cells[i].Book == "" || l.Amount == "" || l.Delta {
			continue
		}
		rate, growth := l.Growth, true
		if rate == "" || rng.IntN(3) == 0 && l.Completion != "" {
			rate, growth = l.Completion, false
		}
		before, printed, after, _ := pen.Marked(d.Text, i)
		at := behind(after, strings.TrimPrefix(rate, "-")+"%")
		if rate == "" || at < 0 {
			continue
		}
		now, text := misrate(d, rng, rate, after[:at], growth)
		if now == rate || now == "" {
			continue
		}
		f := &Fault{Kind: Rate, Old: rate + "%", New: now + "%", OldAmount: l.Amount, NewAmount: l.Amount, Figure: *l, Touched: []string{l.Amount}, label: i}
		d.Text = before + printed + text + strings.TrimPrefix(now, "-") + after[at+len(strings.TrimPrefix(rate, "-")):]
		if growth {
			l.Growth = now
		} else {
			l.Completion = now
		}
		f.Breaks = brokenRates(d, i, growth)
		f.Detectable = len(f.Breaks) > 0
		f.place(d)
		return f, true
	}
	return nil, false
}

// behind finds a rate behind an amount, before the next amount and the next sentence;
// -1 where it isn't there.
func behind(after, rate string) int {
	_, rest := cutMark(after)
	skip := len(after) - len(rest)
	end := len(rest)
	for n, r := range rest {
		if pen.IsMark(r) || r == '。' || r == '；' || r == '\n' {
			end = n
			break
		}
	}
	at := strings.Index(rest[:end], rate)
	if at < 0 || at > 0 && strings.ContainsRune("0123456789.", rune(rest[at-1])) {
		return -1
	}
	return skip + at
}

// misrate returns a wrong rate, and the text before it as it should then be.
func misrate(d *generate.Draft, rng *rand.Rand, rate, before string, growth bool) (now, text string) {
	up, down := d.Style.Pen.Growth[0], d.Style.Pen.Growth[1]
	if growth && up != "" && down != "" && rng.IntN(2) == 0 {
		from, to := up, down
		if strings.HasPrefix(rate, "-") {
			from, to = down, up
		}
		if head, ok := strings.CutSuffix(before, from); ok && strings.Trim(rate, "-0.") != "" {
			now := strings.TrimPrefix(rate, "-")
			if now == rate {
				now = "-" + rate
			}
			return now, head + to
		}
	}
	sign := ""
	digits := rate
	if strings.HasPrefix(rate, "-") {
		sign, digits = "-", rate[1:]
	}
	b := []byte(digits)
	k := rng.IntN(len(b))
	if b[k] == '.' {
		k--
	}
	b[k] = '0' + byte((int(b[k]-'0')+1+rng.IntN(8))%10)
	if b[0] == '0' && len(b) > 1 && b[1] != '.' {
		return "", before
	}
	return sign + string(b), before
}

// brokenRates names the rates of a label that its printed base contradicts, and those
// that another place prints otherwise.
func brokenRates(d *generate.Draft, label int, growth bool) []string {
	var out []string
	for _, s := range Broken(d, label) {
		if strings.HasPrefix(s, "growth") == growth && (strings.HasPrefix(s, "growth") || strings.HasPrefix(s, "completion")) {
			out = append(out, s)
		}
	}
	l := &d.Labels[label]
	for _, i := range labelsOf(d) {
		o := &d.Labels[i]
		if i == label || d.Cells[i] != d.Cells[label] || o.Amount == "" {
			continue
		}
		a, b := l.Growth, o.Growth
		if !growth {
			a, b = l.Completion, o.Completion
			if l.Of != o.Of {
				continue
			}
		}
		if a != "" && b != "" && farFrom(a, b) {
			out = append(out, "rate stated twice")
		}
	}
	return out
}

// farFrom reports whether two printed rates are more than their rounding apart.
func farFrom(a, b string) bool {
	x, err := decimal.NewFromString(a)
	y, err2 := decimal.NewFromString(b)
	if err != nil || err2 != nil {
		return false
	}
	coarse := decimal.New(1, max(x.Exponent(), y.Exponent()))
	return x.Sub(y).Abs().GreaterThan(coarse)
}

// directions are words before a change and their opposites.
var directions = [][2]string{{"调增", "调减"}, {"增加", "减少"}, {"增收", "减收"}, {"增支", "减支"}, {"调增了", "调减了"}, {"净增", "净减"}, {"追加", "核减"}}

// turned says of a change that it goes the other way.
func turned(d *generate.Draft, rng *rand.Rand) (*Fault, bool) {
	order := pen.Labels(d.Text)
	for _, n := range rng.Perm(len(order)) {
		i := order[n]
		l := &d.Labels[i]
		if !l.Delta || l.Amount == "" || l.Book == "" {
			continue
		}
		before, printed, after, _ := pen.Marked(d.Text, i)
		marks := before[len(strings.TrimRightFunc(before, pen.IsMark)):]
		head, word, opposite := cutDirection(before[:len(before)-len(marks)])
		if word == "" {
			continue
		}
		was := decimal.RequireFromString(l.Amount)
		f := &Fault{Kind: Direction, Old: word + printed, New: opposite + printed, OldAmount: l.Amount, NewAmount: was.Neg().String(), Figure: *l, label: i}
		d.Text = head + opposite + marks + printed + after
		l.Amount = was.Neg().String()
		f.Touched = []string{l.Amount}
		f.Breaks = Broken(d, i)
		f.Detectable = len(f.Breaks) > 0
		f.place(d)
		return f, true
	}
	return nil, false
}

func cutDirection(before string) (head, word, opposite string) {
	for _, pair := range directions {
		for k := range pair {
			if head, ok := strings.CutSuffix(before, pair[k]); ok {
				return head, pair[k], pair[1-k]
			}
		}
	}
	return "", "", ""
}

// bounds names the limits of debt that its balances exceed.
func bounds(d *generate.Draft, b book, c accounts.Cell, label int, add func(string)) {
	if c.Book != budget.Debt {
		return
	}
	at := func(name string) *printed {
		x := c
		x.Side, x.Subject = budget.Balance, name
		for k := range b[x] {
			if b[x][k].label == label {
				return &b[x][k]
			}
		}
		if len(b[x]) == 0 {
			return nil
		}
		return &b[x][0]
	}
	for _, kind := range [...]string{"政府债务", "一般债务", "专项债务"} {
		limit, debt := at(kind+"限额"), at(kind+"余额")
		if limit == nil || debt == nil || label >= 0 && limit.label != label && debt.label != label {
			continue
		}
		over := new(big.Rat).Sub(debt.amount, limit.amount)
		if over.Cmp(new(big.Rat).Add(debt.half, limit.half)) > 0 {
			add("limit of " + kind)
		}
	}
}
