package extract

import (
	"fmt"
	"strings"
)

// PageRanges writes page numbers as 1—3、7.
func PageRanges(pages []int) string {
	var out []string
	for i := 0; i < len(pages); {
		j := i
		for j+1 < len(pages) && pages[j+1] == pages[j]+1 {
			j++
		}
		if j == i {
			out = append(out, fmt.Sprint(pages[i]))
		} else {
			out = append(out, fmt.Sprintf("%d—%d", pages[i], pages[j]))
		}
		i = j + 1
	}
	return strings.Join(out, "、")
}
