package measure

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"sort"
	"strings"
)

// Print writes one line a style and the sums of the seen ones and of those kept
// aside. Styles kept aside show only their sum unless all is set.
func Print(w io.Writer, rs []StyleResult, all bool) {
	fmt.Fprintf(w, "%-30s %7s %7s  %8s %8s  %8s %8s  %6s %6s  %s\n", "style", "reports", "figures", "m.recall", "m.prec", "k.recall", "k.prec", "growth", "compl", "policy taken")
	var seen, held StyleResult
	for i := range rs {
		r := &rs[i]
		sum := &seen
		if r.Style.HeldOut {
			sum = &held
		}
		sum.Reports += r.Reports
		sum.Failed += r.Failed
		sum.Add(r.Result)
		if !r.Style.HeldOut || all {
			line(w, r.Style.Name, r)
		}
	}
	if seen.Reports > 0 {
		line(w, "SEEN", &seen)
	}
	if held.Reports > 0 {
		line(w, "HELD OUT", &held)
	}
}

func line(w io.Writer, name string, r *StyleResult) {
	fmt.Fprintf(w, "%-30s %7d %7d  %8.4f %8.4f  %8.4f %8.4f  %6.3f %6.3f  %d", name, r.Reports, r.Wanted,
		r.MentionRecall(), r.MentionPrecision(), r.KeyRecall(), r.KeyPrecision(), rate(r.GrowthRight, r.GrowthWanted), rate(r.ComplOK, r.CompletionWanted), r.PolicyTaken)
	if r.Failed > 0 {
		fmt.Fprintf(w, "  (%d unreadable)", r.Failed)
	}
	fmt.Fprintln(w)
}

func rate(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

// Commonest writes what is wrong, grouped by style and by the difference between
// the truth and the run, the most frequent first, each with one example.
func Commonest(w io.Writer, rs []StyleResult, n int, all bool) {
	groups := map[string]*group{}
	for i := range rs {
		if rs[i].Style.HeldOut && !all {
			continue
		}
		for _, d := range differences(rs[i].Misses) {
			k := fmt.Sprintf("%-20s %s", rs[i].Style.Name, d.what)
			g := groups[k]
			if g == nil {
				g = &group{what: k, example: d.Miss, subjects: map[string]bool{}}
				groups[k] = g
			}
			g.count++
			g.subjects[d.Subject] = true
		}
	}
	order := make([]*group, 0, len(groups))
	for _, g := range groups {
		order = append(order, g)
	}
	sort.Slice(order, func(i, j int) bool {
		if order[i].count != order[j].count {
			return order[i].count > order[j].count
		}
		return order[i].what < order[j].what
	})
	for _, g := range order[:min(n, len(order))] {
		e := g.example
		fmt.Fprintf(w, "%5d  %s  [%s]\n       %s line %d %d %s %s (%s 万元)  %s\n", g.count, g.what, g.names(), e.Report, e.Line, e.Year, e.Subject, e.Raw, e.Amount, around(e.Text, e.Raw))
	}
}

// WrongRates writes growth and completion rates that were read otherwise, by
// style, with examples.
func WrongRates(w io.Writer, rs []StyleResult, n int, all bool) {
	for i := range rs {
		r := &rs[i]
		if len(r.Rates) == 0 || r.Style.HeldOut && !all {
			continue
		}
		fmt.Fprintf(w, "%5d  %-20s rates read otherwise\n", len(r.Rates), r.Style.Name)
		for _, m := range r.Rates[:min(n, len(r.Rates))] {
			fmt.Fprintf(w, "       %s line %d %s %s %s: %s is %q, read as %q  %s\n", m.Report, m.Line, m.Stage, m.Subject, m.Raw, m.Rate, m.Want, m.WrongRate.Got, around(m.Text, m.Raw))
		}
	}
}

// OnPaperOnly counts the errors and warnings that reports raise on paper and not as
// text, by rule and by report: false alarms all. Then come the n reports that lose most.
func OnPaperOnly(w io.Writer, rs []StyleResult, n int) {
	var all []Alarm
	reports, raised, lost := 0, map[string]int{}, map[string]int{}
	for i := range rs {
		reports += rs[i].Reports
		for _, a := range rs[i].Alarms {
			all = append(all, a)
			raised[a.Report]++
		}
		for _, m := range rs[i].Misses {
			lost[m.Report]++
		}
	}
	fmt.Fprintf(w, "\nerrors and warnings on paper only: %d, in %d of %d reports\n", len(all), len(raised), reports)
	PrintAlarms(w, all)
	most(w, "alarms", raised, n)
	most(w, "misses", lost, n)
}

// most writes the n names that have the highest counts.
func most(w io.Writer, what string, counts map[string]int, n int) {
	names := slices.SortedFunc(maps.Keys(counts), func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	for _, name := range names[:min(n, len(names))] {
		fmt.Fprintf(w, "%5d %s  %s\n", counts[name], what, name)
	}
}

type group struct {
	what     string
	count    int
	example  Miss
	subjects map[string]bool
}

// names lists a few of the subjects of a group.
func (g *group) names() string {
	var ns []string
	for s := range g.subjects {
		ns = append(ns, s)
	}
	sort.Strings(ns)
	if len(ns) > 4 {
		return fmt.Sprintf("%s … %d subjects", strings.Join(ns[:4], " "), len(ns))
	}
	return strings.Join(ns, " ")
}

// around cuts a line of text to what stands near the amount.
func around(text, raw string) string {
	text = strings.ReplaceAll(text, "\t", "⇥")
	i := strings.Index(text, raw)
	if i < 0 {
		i = 0
	}
	before, after := []rune(text[:i]), []rune(text[i:])
	if len(before) > 40 {
		before = append([]rune{'…'}, before[len(before)-40:]...)
	}
	if len(after) > 30 {
		after = append(after[:30], '…')
	}
	return string(before) + string(after)
}
