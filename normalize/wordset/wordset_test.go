package wordset

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A set finds what looking for every word by itself finds.
func TestIn(t *testing.T) {
	lists := [][]string{{"批准", "通过的"}, {"力争", "批复"}, {"月"}, {"PPP", "é", "%"}}
	set := New(lists...)
	piece := rapid.SampledFrom([]string{"批", "准", "复", "通过", "的", "力争", "月", "P", "％", "%", "é", "万元", "𠮷", " "})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(piece).Draw(t, "text"), "")
		want := List(0)
		for i, words := range lists {
			for _, w := range words {
				if strings.Contains(text, w) {
					want |= 1 << i
				}
			}
		}
		if got := set.In(text); got != want {
			t.Fatalf("%q: %b, not %b", text, got, want)
		}
	})
}
