package workbook

import (
	"encoding/binary"
	"errors"
	"strings"

	"github.com/shopspring/decimal"
)

// packer writes the record that a panel keeps of a report: short, quick to read,
// and the same bytes for the same report.
type packer struct{ b []byte }

func (p *packer) number(n int)  { p.b = binary.AppendVarint(p.b, int64(n)) }
func (p *packer) text(s string) { p.number(len(s)); p.b = append(p.b, s...) }

// amount writes a number that may be absent.
func (p *packer) amount(d decimal.NullDecimal) {
	if !d.Valid {
		p.text("")
		return
	}
	p.text(d.Decimal.String())
}

var errRecord = errors.New("damaged panel record")

// unpacker reads it. The first damage stops it; err tells.
type unpacker struct {
	b   []byte
	err error
}

func (u *unpacker) number() int {
	n, size := binary.Varint(u.b)
	if size <= 0 {
		u.err, u.b = errRecord, nil
		return 0
	}
	u.b = u.b[size:]
	return int(n)
}

// count reads a length that cannot exceed what is left.
func (u *unpacker) count() int {
	n := u.number()
	if n < 0 || n > len(u.b) {
		u.err, u.b = errRecord, nil
		return 0
	}
	return n
}

func (u *unpacker) text() string {
	n := u.count()
	s := string(u.b[:n])
	u.b = u.b[n:]
	return s
}

func (u *unpacker) amount() decimal.NullDecimal {
	s := u.text()
	if s == "" {
		return decimal.NullDecimal{}
	}
	d, err := decimal.NewFromString(s)
	if err != nil || !plainNumber(s) {
		u.err = errRecord
		return decimal.NullDecimal{}
	}
	return decimal.NewNullDecimal(d)
}

// plainNumber reports whether a text is digits with a sign and a point: no
// exponent, which could stand for a number of a billion digits.
func plainNumber(s string) bool {
	digits := strings.TrimPrefix(s, "-")
	return digits != "" && len(digits) < 60 && strings.Trim(digits, "0123456789.") == ""
}
