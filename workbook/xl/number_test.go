package xl

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// The width of a number is that of its rounded whole part with what its format adds.
func TestNumberWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64Range(-1e12, 1e12).Draw(t, "coefficient"), rapid.Int32Range(-6, 2).Draw(t, "exponent"))
		format := rapid.SampledFrom([]Format{General, Integer, Plain, Percent, AmountFormat(0), AmountFormat(3), RateFormat(1)}).Draw(t, "format")
		shown := d
		if format == Percent {
			shown = d.Shift(2).Truncate(0)
		}
		digits := strings.TrimPrefix(shown.Abs().StringFixed(0), "-")
		want := len(digits)
		if strings.Contains(format.Code(), "#,") {
			want += (len(digits) - 1) / 3
		}
		code, _, _ := strings.Cut(format.Code(), "_")
		if _, places, ok := strings.Cut(code, "."); ok {
			want += 1 + len(places) // with the sign of a percentage
		}
		if d.IsNegative() {
			want++
		}
		if got := numberWidth(d.String(), format); got != want {
			t.Fatalf("%s in %q is %d wide, want %d", d, format.Code(), got, want)
		}
	})
}

func TestTextIsEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"一般公共预算": "一般公共预算", "a&b<c>d": "a&amp;b&lt;c&gt;d", "_x000D_": "_x005F_x000D_", "_x00": "_x00", "\x01\r": "\uFFFD_x000D_",
		"\uFFFE￿，（": "\uFFFD\uFFFD，（", "坏\xff": "坏\uFFFD", "行\n\t": "行\n\t",
	} {
		if got := string(appendText(nil, text)); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
}
