package budget

import "testing"

// A sentence that prints one amount twice: each figure sees the words around its own.
func TestAroundAmount(t *testing.T) {
	const quote = "收入总计500万元，支出总计500万元，收支平衡。"
	in := &Figure{Quote: quote, Raw: "500万元", At: len("收入总计")}
	out := &Figure{Quote: quote, Raw: "500万元", At: len("收入总计500万元，支出总计")}
	lost := &Figure{Quote: quote, Raw: "600万元"}
	for _, c := range []struct{ what, got, want string }{
		{"before the first", in.Before(), "收入总计"},
		{"behind the second", out.Behind(), "，收支平衡。"},
		{"before the second", out.Before(), "收入总计500万元，支出总计"},
		{"before one that is not there", lost.Before(), ""},
		{"behind one that is not there", lost.Behind(), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if words, ok := in.Until(out); !ok || words != "，支出总计" {
		t.Errorf("between: %q, %v", words, ok)
	}
	if tail := (&Figure{Quote: "收入125万元，增加25万元", Raw: "25万元"}); tail.Before() != "收入125万元，增加" {
		t.Errorf("the end of another number is taken: %q", tail.Before())
	}
	if _, ok := out.Until(in); ok {
		t.Error("the first stands behind the second")
	}
}
