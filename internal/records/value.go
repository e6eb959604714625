// Package records writes what a run found as plain records: JSON lines and CSV,
// with the columns that scripts may rely on.
package records

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"yusuan/internal/digits"
)

type kind int

const (
	null kind = iota
	text
	number
	boolean
	amount
)

// Value is one field of a record: null, a text, a whole number, a truth value or
// an exact decimal.
type Value struct {
	kind kind
	n    int
	s    string
	d    decimal.Decimal
}

// Null is the value of a field that has none.
var Null = Value{}

// Text is a text, kept also where it is empty.
func Text(s string) Value { return Value{kind: text, s: s} }

// Optional is a text, null where it is empty.
func Optional(s string) Value {
	if s == "" {
		return Null
	}
	return Text(s)
}

// Number is a whole number.
func Number(n int) Value { return Value{kind: number, n: n} }

// OptionalNumber is a whole number, null where it is 0.
func OptionalNumber(n int) Value {
	if n == 0 {
		return Null
	}
	return Number(n)
}

// Truth is true or false.
func Truth(b bool) Value {
	if b {
		return Value{kind: boolean, n: 1}
	}
	return Value{kind: boolean}
}

// Amount is an exact decimal, written as a text so that no reader rounds it.
func Amount(d decimal.Decimal) Value { return Value{kind: amount, d: d} }

// OptionalAmount is an exact decimal or null.
func OptionalAmount(d decimal.NullDecimal) Value {
	if !d.Valid {
		return Null
	}
	return Amount(d.Decimal)
}

// append writes the value as it stands in a CSV cell, but for quotes: nothing
// for null.
func (v *Value) append(b []byte) []byte {
	switch v.kind {
	case text:
		return append(b, v.s...)
	case number:
		return strconv.AppendInt(b, int64(v.n), 10)
	case boolean:
		return strconv.AppendBool(b, v.n == 1)
	case amount:
		return digits.Append(b, v.d)
	}
	return b
}

func (v *Value) appendJSON(b []byte) []byte {
	switch v.kind {
	case text:
		return appendString(b, v.s)
	case number, boolean:
		return v.append(b)
	case amount:
		return append(v.append(append(b, '"')), '"')
	}
	return append(b, "null"...)
}

// appendString appends a JSON string. Chinese stays readable: nothing is
// escaped but what JSON demands.
func appendString(b []byte, s string) []byte {
	if !plain(s) {
		quoted, _ := json.Marshal(s) // a string always marshals
		return append(b, quoted...)
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' {
			return false
		}
	}
	return utf8.ValidString(s)
}
