package digits

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

// The quick way to write a decimal is decimal.String.
func TestDecimalsAreWrittenAsTheyAre(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-25, 8).Draw(t, "exponent"))
		if got := string(Append([]byte("x"), d)); got != "x"+d.String() {
			t.Fatalf("%s, want x%s", got, d)
		}
		if _, fraction, _ := strings.Cut(d.String(), "."); Places(d) != len(fraction) {
			t.Fatalf("%s has %d decimals", d, Places(d))
		}
	})
}
