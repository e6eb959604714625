package normalize

import (
	"strings"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/normalize/grid"
)

// unitNamed reports whether one of the lines above a table names its unit.
func unitNamed(captions []string) bool {
	for _, c := range captions {
		if grid.UnitLine(c) != "" {
			return true
		}
	}
	return false
}

// echoedUnit is the unit in which the text prints numbers of a table again, "" where
// it prints fewer than two or in several units: a table that names no unit is in the
// unit of the sentences that quote it, not in that of the table before.
func (p *pass) echoedUnit(parts []*extract.Table) string {
	units := map[string]string{}
	for _, f := range p.report.Figures {
		if f.Kind == budget.Narrative && f.IsBudget() && f.Unit != "" {
			if n := bareNumber(strings.TrimSuffix(f.Raw, f.Unit)); n != "" {
				units[n] = f.Unit
			}
		}
	}
	unit, n := "", 0
	for _, t := range parts {
		for _, row := range t.Rows {
			for _, c := range row {
				u := units[bareNumber(c.Text)]
				if u == "" {
					continue
				}
				if unit != "" && u != unit {
					return ""
				}
				unit = u
				n++
			}
		}
	}
	if n < 2 {
		return ""
	}
	return unit
}

// bareNumber is a printed number without separators, "" where the text is none of at
// least four digits: shorter ones meet by chance.
func bareNumber(text string) string {
	digits, plain := 0, true
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == ',' || c == ' ':
			plain = false
		case c != '.':
			return ""
		}
	}
	switch {
	case digits < 4:
		return ""
	case plain:
		return text
	}
	return separators.Replace(text)
}

var separators = strings.NewReplacer(",", "", " ", "")
