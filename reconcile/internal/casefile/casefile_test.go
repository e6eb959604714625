package casefile

import (
	"strings"
	"testing"
)

func TestErrorsNameTheLine(t *testing.T) {
	for text, want := range map[string]string{
		"一般公共预算收入 5":                                                     "c:1: no report",
		"report year=x":                                                  "c:1:",
		"report year=2023\n税收收入":                                         "c:2: a figure needs",
		"report year=2023\n税收收入 5 nonsense":                              "c:2: unknown word",
		"report year=2023\n税收收入 5 in=非税收入":                               "c:2: no figure",
		"report year=2023\n税收收入 five":                                    "c:2: amount",
		"report year=2023\ntable\n1 税收收入 | 5":                            "c:3: row before a block",
		"report year=2023\ntable\nblock revenue | execution\n2 税收收入 | 5": "c:4: no parent",
		"report year=2023\nexpect fail many":                             "c:2: expect fail needs a count",
	} {
		if _, err := Parse("c", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", text, err, want)
		}
	}
}
