package flow

import (
	"math"
	"regexp"
	"sort"

	"yusuan/extract"
)

// A title in large type that is too long for its line goes on in the next one, in
// the same type and with the same middle. What ends like a title is whole: the
// name of a bureau may stand below it in the same type.

// largeType is what titles are set in, in usual type sizes.
const largeType = 1.15

// titleGoesOn is how no title begins.
var titleGoesOn = regexp.MustCompile(`^(?:和|及|与|暨|的|并|、)`)

// wholeTitle is how a title ends.
var wholeTitle = regexp.MustCompile(`(?:报告|方案|草案|说明|议案|公告|公开|决议|情况|[）)》])$`)

// oneTitle tells whether line b goes on with the title a.
func (m measures) oneTitle(a, b *item) bool {
	la, lb := a.line, b.line
	if m.size == 0 || a.page != b.page || la.Size < largeType*m.size || math.Abs(la.Size-lb.Size) > 0.02*la.Size || la.Bold != lb.Bold {
		return false
	}
	if step := lb.Box[1] - la.Box[1]; step <= 0 || step > 2.3*la.Size {
		return false
	}
	if math.Abs(la.Box[0]+la.Box[2]-lb.Box[0]-lb.Box[2]) > la.Size || lb.Box[2]-lb.Box[0] > la.Box[2]-la.Box[0]+la.Size {
		return false
	}
	if wholeTitle.MatchString(a.text) && !titleGoesOn.MatchString(b.text) {
		return false
	}
	return !opens(a.text) && !opens(b.text) && !isProse(b.text) && !endsSentence(a.text)
}

// usualSize is the type size of most lines.
func usualSize(all []item) float64 {
	var sizes []float64
	for i := range all {
		if l := all[i].line; l.Kind == extract.Body && l.Size > 0 && l.Box != (extract.Box{}) {
			sizes = append(sizes, l.Size)
		}
	}
	if len(sizes) == 0 {
		return 0
	}
	sort.Float64s(sizes)
	return sizes[len(sizes)/2]
}
