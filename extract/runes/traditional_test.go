package runes

import (
	"strings"
	"testing"
)

func TestSimplify(t *testing.T) {
	if got := Simplify("區級一般公共預算收入21.4億元，稅收占七成"); got != "区级一般公共预算收入21.4亿元，税收占七成" {
		t.Errorf("got %s", got)
	}
	if got := Simplify("乾县预算"); got != "乾县预算" {
		t.Errorf("a character of simplified print was changed: %s", got)
	}
}

// Spans of a simplified text are spans of the printed one.
func TestSimplifyKeepsOffsets(t *testing.T) {
	for _, pair := range strings.Fields(traditionalPairs) {
		if s := Simplify(pair); len(s) != len(pair) {
			t.Errorf("%s: %d bytes become %d", pair, len(pair), len(s))
		}
	}
}

// No character that a simplified one is read from may be a simplified one itself.
func TestTraditionalPairs(t *testing.T) {
	for _, line := range strings.Split(traditionalPairs, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, pair := range strings.Fields(line) {
			if n, all := Traditional(pair); n != 1 || all != 2 {
				t.Errorf("%s: %d traditional characters of %d", pair, n, all)
			}
		}
	}
}
