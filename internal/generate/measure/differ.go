package measure

import (
	"fmt"
	"strings"
)

// difference is a miss with what is wrong about it.
type difference struct {
	Miss
	what string
}

// differences pairs each missed key with a wrong one of the same amount in the
// same report, and says which of its fields the run had otherwise.
func differences(ms []Miss) []difference {
	extra := map[string][]Miss{}
	for _, m := range ms {
		if m.Extra {
			k := m.Report + m.Amount
			extra[k] = append(extra[k], m)
		}
	}
	var out []difference
	for _, m := range ms {
		if m.Extra {
			continue
		}
		k := m.Report + m.Amount
		best := nearest(m, extra[k])
		if best < 0 {
			out = append(out, difference{m, fmt.Sprintf("%-9s not attributed: %s %s %s %s", m.Kind, m.Book, m.Level, m.Stage, m.Side)})
			continue
		}
		got := extra[k][best]
		extra[k] = append(extra[k][:best:best], extra[k][best+1:]...)
		got.lendPlace(&m)
		out = append(out, difference{m, fmt.Sprintf("%-9s %s", m.Kind, strings.Join(fields(m, got), ", "))})
	}
	for _, m := range ms {
		k := m.Report + m.Amount
		if !m.Extra || len(extra[k]) == 0 {
			continue
		}
		for i, e := range extra[k] {
			if e == m {
				out = append(out, difference{m, fmt.Sprintf("%-9s not in the truth: %s %s %s %s", m.Kind, m.Book, m.Level, m.Stage, m.Side)})
				extra[k] = append(extra[k][:i:i], extra[k][i+1:]...)
				break
			}
		}
	}
	return out
}

// lendPlace lends the place of a wrong figure to a missed one whose own is unknown.
func (m *Miss) lendPlace(to *Miss) {
	if to.Text == "" {
		to.Line, to.Text = m.Line, m.Text
	}
}

func nearest(m Miss, es []Miss) int {
	best, few := -1, 99
	for i, e := range es {
		if n := len(fields(m, e)); n < few {
			best, few = i, n
		}
	}
	return best
}

// fields names the fields of the key that differ: truth⇒run.
func fields(want, got Miss) []string {
	var out []string
	add := func(name, a, b string) {
		if a != b {
			out = append(out, name+" "+a+"⇒"+b)
		}
	}
	add("book", want.Book, got.Book)
	add("level", want.Level, got.Level)
	add("stage", want.Stage, got.Stage)
	add("side", want.Side, got.Side)
	if want.Year != got.Year {
		out = append(out, fmt.Sprintf("year %+d", got.Year-want.Year))
	}
	if want.Subject != got.Subject {
		out = append(out, "subject ⇒"+got.Subject)
	}
	return out
}
