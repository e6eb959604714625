// Package u111 looks at the digits of printed numbers.
package u111

import (
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// Rule is U111.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:         "U111",
		Title:      "千位分隔错误或数字残缺",
		Severity:   budget.Warning,
		What:       "In a number printed with separators every group after the first has three digits; separators stand before the decimal point.",
		Why:        "A digit was lost or doubled, or a separator moved: the number may be ten times too large or small.",
		Authority:  "《出版物上数字用法》（GB/T 15835）：千分位分隔，每三位数字一组。",
		Example:    "2023年全县一般公共预算执行数：收入总计印作“88,4350”，千位分隔的位数不对，可能多印或漏印数字（第12行）。",
		Exclusions: []string{"numbers without separators"},
		Since:      "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	r.Notes()
	noted := map[int]bool{}
	for _, n := range r.Set.Report.Notes {
		if n.Rule == "U111" {
			noted[n.Figure] = true
		}
	}
	for _, f := range r.Set.Facts {
		if !noted[f.ID] && malformed(f.Raw) {
			say(r, f)
		}
	}
}

func say(r *rule.Run, f *facts.Fact) {
	r.Say(budget.Fail, budget.Warning, f, rule.Prefix(f)+f.Label()+"印作“"+f.Raw+"”，千位分隔的位数不对，可能多印或漏印数字（"+rule.Place(f)+"）。")
}

// malformed reports whether a printed number has separators in wrong places.
func malformed(raw string) bool {
	if !strings.Contains(raw, ",") && !strings.Contains(raw, "，") {
		return false
	}
	digits := number(raw)
	whole, fraction, _ := strings.Cut(digits, ".")
	groups := strings.Split(whole, ",")
	if strings.Contains(fraction, ",") {
		return true
	}
	if len(groups) < 2 {
		return false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return true
		}
	}
	return len(groups[0]) == 0 || len(groups[0]) > 3
}

// number cuts the first number out of what was printed, folded to ASCII.
func number(raw string) string {
	var b strings.Builder
	b.Grow(len(raw))
	for _, c := range raw {
		switch {
		case c >= '0' && c <= '9' || c == ',' || c == '.':
			b.WriteRune(c)
		case c >= '０' && c <= '９':
			b.WriteRune(c - '０' + '0')
		case c == '，':
			b.WriteByte(',')
		case c == '．':
			b.WriteByte('.')
		default:
			if b.Len() > 0 {
				return strings.TrimRight(b.String(), ",.")
			}
		}
	}
	return strings.TrimRight(b.String(), ",.")
}
