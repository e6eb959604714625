package subject

import (
	_ "embed"
	"strings"
)

var (
	//go:embed data/overlapping.txt
	overlapping string
	//go:embed data/wide_totals.txt
	wideTotals string
	//go:embed data/shares.txt
	shares string
)

// Overlaps reports whether a subject cuts across the classification (民生支出, 主体税种),
// so that it is no addend beside other parts of its whole.
func Overlaps(name string) bool { return listed(overlapping, name) }

// Wide reports whether a total holds more than one book's own revenue or expenditure.
func Wide(name string) bool { return listed(wideTotals, name) }

// Share reports whether a subject is what higher levels hold in the revenue of a place.
func Share(name string) bool { return listed(shares, name) }

// listed reports whether a name is a line of a list.
func listed(list, name string) bool {
	return name != "" && name[0] != '#' && strings.Contains(list, "\n"+name+"\n")
}
