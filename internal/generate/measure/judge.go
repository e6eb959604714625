package measure

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/generate/plant"
)

// alarms are the findings a person would have to look at.
func alarms(cs []budget.Check) []budget.Check {
	var out []budget.Check
	for _, c := range cs {
		if c.Finding() && (c.Severity == budget.Error || c.Severity == budget.Warning) {
			out = append(out, c)
		}
	}
	return out
}

func fresh(cs []budget.Check, known map[string]bool) []budget.Check {
	var out []budget.Check
	for _, c := range cs {
		if !known[c.Message] {
			out = append(out, c)
		}
	}
	return out
}

func judge(r *FaultResult, c FaultCase) {
	r.Planted++
	if !c.Fault.Detectable {
		if len(c.New) > 0 {
			r.Surprising++
		}
		return
	}
	r.Detectable++
	if len(c.New) == 0 {
		r.Misses = append(r.Misses, c)
		return
	}
	r.Found++
	r.Findings += grouped(c.New)
	caused, right, seen := false, false, false
	for i := range c.New {
		for _, e := range c.New[i].Evidence {
			if e.Figure == nil || !touched(c.Fault, e.Figure) {
				continue
			}
			seen = true
			if c.New[i].CauseFigure == e.Figure.ID {
				right = true
			}
		}
		right = right || names(c.Fault.Kind, c.New[i].LikelyCause)
		caused = caused || c.New[i].LikelyCause != ""
	}
	if seen {
		r.Evidence++
	}
	if caused {
		r.Caused++
		if right {
			r.CauseRight++
		} else {
			r.Wrong = append(r.Wrong, c)
		}
	}
}

// names reports whether a likely cause speaks of the kind of fault where no one
// figure is at fault.
func names(k plant.Kind, cause string) bool {
	words := map[plant.Kind][]string{
		plant.Lost: {"漏", "缺"}, plant.Doubled: {"重复", "重列"}, plant.Exchanged: {"错行", "互换", "颠倒", "对调"},
		plant.Caption: {"口径", "级次"}, plant.HeadYear: {"年度", "年份"}, plant.Unit: {"单位"},
		plant.Omitted: {"漏"}, plant.Copied: {"误用"}, plant.Rate: {"比率"}, plant.Direction: {"正负号"},
	}[k]
	for _, w := range words {
		if strings.Contains(cause, w) {
			return true
		}
	}
	return false
}

// touched reports whether a figure is one that the fault changed (a lost row
// has none: then the sum that misses it).
func touched(f *plant.Fault, g *budget.Figure) bool {
	if f.Kind == plant.Lost || f.Kind == plant.Omitted {
		return true
	}
	for _, a := range f.Touched {
		d, err := decimal.NewFromString(strings.TrimSpace(a))
		if err == nil && g.HasAmount() && d.Equal(g.Amount) {
			return true
		}
	}
	return false
}

// grouped counts findings, those of one group once.
func grouped(cs []budget.Check) int {
	groups := map[string]bool{}
	n := 0
	for _, c := range cs {
		if c.Group == "" {
			n++
		} else if !groups[c.Group] {
			groups[c.Group] = true
			n++
		}
	}
	return n
}
