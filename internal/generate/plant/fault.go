package plant

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/internal/generate"
	"yusuan/internal/generate/pen"
	"yusuan/internal/score"
)

// Kind is a kind of fault.
type Kind string

// The kinds of faults.
const (
	Digit     Kind = "digit"         // one digit is another
	Swap      Kind = "swap"          // two neighbouring digits changed places
	Tenfold   Kind = "tenfold"       // ten times as much
	Unit      Kind = "unit"          // 万元 for 亿元 or the other way
	Exchanged Kind = "row_exchanged" // the numbers of two neighbouring rows
	Lost      Kind = "row_lost"
	Doubled   Kind = "row_doubled"
	Sign      Kind = "sign"        // a minus before it, or none any more
	Caption   Kind = "caption"     // the table's caption names the other level
	HeadYear  Kind = "header_year" // the table's caption names another year
	Omitted   Kind = "omitted"     // a component left out of a sentence
	Copied    Kind = "copied"      // another year's amount of the subject
	Rate      Kind = "rate"        // a growth or completion, or the direction of it
	Direction Kind = "direction"   // 调增 for 调减, 增加 for 减少
)

// Kinds are all kinds, in the order in which they are reported.
var Kinds = []Kind{Digit, Swap, Tenfold, Unit, Exchanged, Lost, Doubled, Sign, Caption, HeadYear, Omitted, Copied, Rate, Direction}

// Fault is the truth about one planted fault.
type Fault struct {
	Kind       Kind        `json:"kind"`
	Line       int         `json:"line"` // where the faulty text stands
	Old        string      `json:"old"`
	New        string      `json:"new"`
	OldAmount  string      `json:"old_amount_wan,omitempty"`
	NewAmount  string      `json:"new_amount_wan,omitempty"`
	Figure     score.Label `json:"figure"` // as it should be
	Detectable bool        `json:"detectable"`
	Breaks     []string    `json:"breaks,omitempty"`  // what no longer holds
	Touched    []string    `json:"touched,omitempty"` // amounts (万元) as printed that are evidence of it

	label int
}

// Plant puts one fault of a kind into a draft, at a place that the seed
// chooses. It reports false where the draft has no place for that kind.
func Plant(d *generate.Draft, k Kind, seed uint64) (*Fault, bool) {
	rng := rand.New(rand.NewPCG(seed, 4711))
	switch k {
	case Exchanged, Lost, Doubled:
		return rows(d, k, rng)
	case Caption, HeadYear:
		return captions(d, k, rng)
	case Omitted:
		return omit(d, rng)
	case Copied:
		return copied(d, rng)
	case Rate:
		return rated(d, rng)
	case Direction:
		return turned(d, rng)
	}
	order := labelsOf(d)
	for range 60 {
		i := order[rng.IntN(len(order))]
		if d.Labels[i].Book == "" || d.Labels[i].Amount == "" {
			continue
		}
		if f, ok := At(d, i, k, rng); ok {
			return f, true
		}
	}
	return nil, false
}

// At plants a fault in one amount.
func At(d *generate.Draft, label int, k Kind, rng *rand.Rand) (*Fault, bool) {
	old, ok := printedText(d, label)
	if !ok || strings.ContainsAny(old, "*０１２３４５６７８９") {
		return nil, false
	}
	now, ok := change(old, k, rng)
	if !ok || now == old {
		return nil, false
	}
	return replace(d, label, k, old, now)
}

func replace(d *generate.Draft, label int, k Kind, old, now string) (*Fault, bool) {
	l := &d.Labels[label]
	was := decimal.RequireFromString(l.Amount)
	amount, step, ok := parse(now, unitOf(d, label, old))
	if !ok {
		return nil, false
	}
	if was.Sign() < 0 && l.Kind == "narrative" && k != Sign { // a word says the sign
		amount = amount.Neg()
	}
	if amount.Equal(was) {
		return nil, false
	}
	f := &Fault{Kind: k, Old: old, New: now, OldAmount: l.Amount, Figure: *l, NewAmount: amount.String(), label: label}
	setText(d, label, now)
	l.Raw, l.Amount = now, amount.String()
	d.Steps[label] = step
	f.Touched = []string{l.Amount}
	f.Breaks = Broken(d, label)
	f.Detectable = len(f.Breaks) > 0
	f.place(d)
	return f, true
}

// place finds the line of the faulty text once the draft is laid out.
func (f *Fault) place(d *generate.Draft) {
	r, err := d.Finish()
	if err != nil {
		return
	}
	for n, i := range r.Numbers {
		if i == f.label {
			f.Line = r.Truth[n].Line
			f.Figure.Line = f.Line
			return
		}
	}
}

// change returns a printed amount with a fault of a kind.
func change(s string, k Kind, rng *rand.Rand) (string, bool) {
	number := strings.TrimRight(s, "万亿千元")
	unit := s[len(number):]
	at := digits(number)
	if len(at) == 0 {
		return "", false
	}
	b := []byte(number)
	switch k {
	case Digit:
		i := at[rng.IntN(min(len(at), 4))]
		b[i] = '0' + byte((int(b[i]-'0')+1+rng.IntN(8))%10)
		if i == at[0] && b[i] == '0' {
			b[i] = '9'
		}
	case Swap:
		var places []int
		for n := 1; n < len(at); n++ {
			if b[at[n]] != b[at[n-1]] && !(n == 1 && b[at[n]] == '0') {
				places = append(places, n)
			}
		}
		if len(places) == 0 {
			return "", false
		}
		n := places[rng.IntN(len(places))]
		b[at[n]], b[at[n-1]] = b[at[n-1]], b[at[n]]
	case Tenfold:
		return tenfold(number) + unit, true
	case Unit:
		switch unit {
		case "万元":
			return number + "亿元", true
		case "亿元":
			return number + "万元", true
		}
		return "", false
	case Sign:
		if unit != "" {
			return "", false
		}
		if strings.HasPrefix(number, "-") {
			return number[1:], true
		}
		return "-" + number, true
	}
	return string(b) + unit, true
}

func digits(s string) []int {
	var out []int
	for i := 0; i < len(s); i++ {
		if s[i] >= '0' && s[i] <= '9' {
			out = append(out, i)
		}
	}
	return out
}

func tenfold(number string) string {
	sep := strings.Contains(number, ",")
	plain := strings.ReplaceAll(number, ",", "")
	d, err := decimal.NewFromString(plain)
	if err != nil {
		return number
	}
	out := d.Mul(decimal.NewFromInt(10)).String()
	if sep {
		whole, rest, _ := strings.Cut(out, ".")
		first := len(whole) - len(strings.TrimLeft(whole, "-"))
		for i := len(whole) - 3; i > first; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		if out = whole; rest != "" {
			out += "." + rest
		}
	}
	return out
}

// parse reads a printed amount: 万元, and the size of its last digit in 元.
func parse(s, tableUnit string) (decimal.Decimal, int64, bool) {
	number := strings.TrimRight(s, "万亿千元")
	unit := s[len(number):]
	if unit == "" {
		unit = tableUnit
	}
	size := map[string]int64{"元": 1, "千元": 1e3, "万元": 1e4, "亿元": 1e8}[unit]
	d, err := decimal.NewFromString(strings.ReplaceAll(number, ",", ""))
	if err != nil || size == 0 {
		return d, 0, false
	}
	step := size
	for range max(0, -int(d.Exponent())) {
		step /= 10
	}
	return d.Mul(decimal.NewFromInt(size)).Div(decimal.NewFromInt(10000)), max(step, 1), true
}

// unitOf is the unit of a number in a table: that of the style, or the one in which it
// is the amount that its label has.
func unitOf(d *generate.Draft, label int, text string) string {
	was := decimal.RequireFromString(d.Labels[label].Amount)
	for _, unit := range []string{d.Style.Pen.TableUnit, "元", "千元", "万元", "亿元"} {
		if v, _, ok := parse(text, unit); ok && v.Equal(was) {
			return unit
		}
	}
	return d.Style.Pen.TableUnit
}

func printedText(d *generate.Draft, label int) (string, bool) {
	if _, s, _, ok := pen.Marked(d.Text, label); ok {
		return s, true
	}
	for _, t := range d.Tables {
		for _, row := range t.Rows {
			for i := range row {
				if _, s, _, ok := pen.Marked(row[i].Text, label); ok {
					return s, s != ""
				}
			}
		}
	}
	return "", false
}

func setText(d *generate.Draft, label int, now string) {
	if a, _, b, ok := pen.Marked(d.Text, label); ok {
		d.Text = a + now + b
		return
	}
	for _, t := range d.Tables {
		for _, row := range t.Rows {
			for i := range row {
				if a, _, b, ok := pen.Marked(row[i].Text, label); ok {
					row[i].Text = a + now + b
					return
				}
			}
		}
	}
	panic(fmt.Sprintf("plant: label %d is not in the text", label))
}
