// Package packed writes and reads short records: numbers, texts and decimals in a
// row, without names. They are quick to read and the same bytes for the same content.
package packed

import (
	"encoding/binary"
	"errors"

	"github.com/shopspring/decimal"

	"yusuan/internal/digits"
)

// Writer appends to a record.
type Writer struct{ Bytes []byte }

// Number writes a whole number.
func (w *Writer) Number(n int) { w.Bytes = binary.AppendVarint(w.Bytes, int64(n)) }

// Text writes a text.
func (w *Writer) Text(s string) {
	w.Number(len(s))
	w.Bytes = append(w.Bytes, s...)
}

// Span writes what another Writer wrote, as one piece.
func (w *Writer) Span(b []byte) {
	w.Number(len(b))
	w.Bytes = append(w.Bytes, b...)
}

// Truth writes true or false.
func (w *Writer) Truth(b bool) {
	n := byte(0)
	if b {
		n = 1
	}
	w.Bytes = append(w.Bytes, n)
}

// Digits writes a decimal as a text of digits.
func (w *Writer) Digits(d decimal.Decimal) {
	var buf [64]byte
	w.Span(digits.Append(buf[:0], d))
}

// OptionalDigits writes a decimal that may be absent: then an empty text.
func (w *Writer) OptionalDigits(d decimal.NullDecimal) {
	if !d.Valid {
		w.Text("")
		return
	}
	w.Digits(d.Decimal)
}

// Exact writes a decimal with the number of its decimals: 1.50 stays 1.50.
func (w *Writer) Exact(d decimal.Decimal) {
	w.Number(int(d.Exponent()))
	short := d.NumDigits() <= shortDigits
	w.Truth(short)
	if short {
		w.Number(int(d.CoefficientInt64()))
		return
	}
	w.Text(d.Coefficient().String())
}

// shortDigits is how many digits surely fit a number.
const shortDigits = 18

// ErrDamaged says that a record is not as it was written.
var ErrDamaged = errors.New("damaged record")

// Reader reads a record. The first damage stops it; Err tells.
type Reader struct {
	Rest []byte
	Err  error
}

func (r *Reader) fail() { r.Err, r.Rest = ErrDamaged, nil }

// Number reads a whole number.
func (r *Reader) Number() int {
	n, size := binary.Varint(r.Rest)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.Rest = r.Rest[size:]
	return int(n)
}

// Count reads a length that cannot exceed what is left.
func (r *Reader) Count() int {
	n := r.Number()
	if n < 0 || n > len(r.Rest) {
		r.fail()
		return 0
	}
	return n
}

// Span reads a piece or a text without copying it out of the record.
func (r *Reader) Span() []byte {
	n := r.Count()
	b := r.Rest[:n]
	r.Rest = r.Rest[n:]
	return b
}

// Text reads a text.
func (r *Reader) Text() string { return string(r.Span()) }

// Truth reads true or false.
func (r *Reader) Truth() bool {
	if len(r.Rest) == 0 {
		r.fail()
		return false
	}
	b := r.Rest[0]
	r.Rest = r.Rest[1:]
	return b == 1
}

// OptionalDigits reads a decimal written as digits, or its absence.
func (r *Reader) OptionalDigits() decimal.NullDecimal {
	s := r.Text()
	if s == "" {
		return decimal.NullDecimal{}
	}
	d, err := decimal.NewFromString(s)
	if err != nil || !digits.Plain(s) {
		r.fail()
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(d)
}

// Exact reads a decimal with the number of its decimals.
func (r *Reader) Exact() decimal.Decimal {
	exponent := int32(r.Number())
	if r.Truth() {
		return decimal.New(int64(r.Number()), exponent)
	}
	s := r.Text()
	if !digits.Plain(s) {
		r.fail()
		return decimal.Decimal{}
	}
	d, err := decimal.NewFromString(s)
	if err != nil {
		r.fail()
		return decimal.Decimal{}
	}
	return decimal.NewFromBigInt(d.Coefficient(), exponent)
}
