package normalize

import "yusuan/budget"

// soleRefinancing gives refinancing bonds of one kind the name of the whole
// (再融资债券) in a report that prints neither the whole nor the other kind: then
// they are all there is.
func soleRefinancing(figures []*budget.Figure) {
	kinds := map[string]bool{}
	for _, f := range figures {
		switch f.Subject {
		case "再融资债券":
			return
		case "再融资一般债券", "再融资专项债券":
			kinds[f.Subject] = true
		}
	}
	if len(kinds) != 1 {
		return
	}
	for _, f := range figures {
		if kinds[f.Subject] {
			f.Subject = "再融资债券"
		}
	}
}
