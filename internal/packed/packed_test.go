package packed

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s, b := rapid.Int().Draw(t, "number"), rapid.String().Draw(t, "text"), rapid.Bool().Draw(t, "truth")
		exact := decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-12, 4).Draw(t, "exponent"))
		var w Writer
		w.Number(n)
		w.Text(s)
		w.Truth(b)
		w.Exact(exact)
		w.OptionalDigits(decimal.NewNullDecimal(exact))
		w.OptionalDigits(decimal.NullDecimal{})
		r := Reader{Rest: w.Bytes}
		if got := r.Number(); got != n {
			t.Fatalf("%d, want %d", got, n)
		}
		if got := r.Text(); got != s {
			t.Fatalf("%q, want %q", got, s)
		}
		if got := r.Truth(); got != b {
			t.Fatalf("%t, want %t", got, b)
		}
		if got := r.Exact(); !got.Equal(exact) || got.Exponent() != exact.Exponent() {
			t.Fatalf("%s·10^%d, want %s·10^%d", got, got.Exponent(), exact, exact.Exponent())
		}
		if got := r.OptionalDigits(); !got.Valid || !got.Decimal.Equal(exact) {
			t.Fatalf("%v, want %s", got, exact)
		}
		if got := r.OptionalDigits(); got.Valid || r.Err != nil || len(r.Rest) > 0 {
			t.Fatalf("%v, %v, %d bytes left", got, r.Err, len(r.Rest))
		}
	})
}

func TestLongDecimals(t *testing.T) {
	for _, text := range []string{"123456789012345678901234567890", "-99999999999999999999"} {
		n, _ := new(big.Int).SetString(text, 10)
		want := decimal.NewFromBigInt(n, -4)
		var w Writer
		w.Exact(want)
		r := Reader{Rest: w.Bytes}
		if got := r.Exact(); !got.Equal(want) || got.Exponent() != -4 || r.Err != nil {
			t.Errorf("%s, want %s (%v)", got, want, r.Err)
		}
	}
}

func TestDamageIsTold(t *testing.T) {
	for _, b := range [][]byte{{}, {20, 'a'}, {1}, {0x80}} {
		r := Reader{Rest: b}
		if r.Text(); r.Err == nil {
			t.Errorf("%v reads as a text", b)
		}
	}
	r := Reader{Rest: []byte("\x0a1e999")}
	if d := r.OptionalDigits(); d.Valid || r.Err == nil {
		t.Errorf("%v, %v", d, r.Err)
	}
}
