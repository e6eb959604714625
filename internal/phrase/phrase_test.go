package phrase

import "testing"

func TestOneOfSeveral(t *testing.T) {
	const text = "比上年增加"
	for _, c := range []struct {
		name string
		got  bool
		want bool
	}{
		{"holds", Holds(text, "减少", "上年"), true},
		{"holds none", Holds(text, "减少", "预算"), false},
		{"begins", Begins(text, "较", "比"), true},
		{"begins further on", Begins(text, "上年"), false},
		{"ends", Ends(text, "减少", "增加"), true},
		{"ends before", Ends(text, "上年"), false},
		{"no words", Holds(text) || Begins(text) || Ends(text), false},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v", c.name, c.got)
		}
	}
}
