package xl

import "strings"

// Format is a number format. Units stand in the headers, not in the cells.
type Format uint8

// The formats that are not made with a number of decimals.
const (
	General Format = iota
	Integer
	Plain // digits alone: years, numbers of lines
	Percent
	Text
	amounts              = Text + 1
	rates                = amounts + maxPlaces + 1
	maxPlaces     Format = 8
	builtInText          = 49 // Excel's own number of Text
	firstFormatID        = 164
)

// AmountFormat is the thousands-separated format with a fixed number of decimals.
func AmountFormat(places int) Format { return amounts + Format(min(places, int(maxPlaces))) }

// RateFormat is the format of a printed percentage with its decimals.
func RateFormat(places int) Format { return rates + Format(min(places, int(maxPlaces))) }

// Code is the format as Excel spells it. "_ " leaves the room of a space between
// a number and the border.
func (f Format) Code() string {
	switch f {
	case General:
		return ""
	case Integer:
		return `#,##0_ ;[Red]-#,##0_ ;0_ `
	case Plain:
		return `0`
	case Percent:
		return `0.0%_ ;[Red]-0.0%_ ;0.0%_ `
	case Text:
		return `@`
	}
	shown := f.shape()
	code := "0"
	if shown.thousands {
		code = "#,##0"
	}
	if shown.places > 0 {
		code += "." + strings.Repeat("0", shown.places)
	}
	code += "_ "
	return code + ";[Red]-" + code + ";" + code
}

// shape is what a format shows of a number.
type shape struct {
	thousands, percent bool
	places             int
}

func (f Format) shape() shape {
	switch {
	case f == Integer:
		return shape{thousands: true}
	case f == Percent:
		return shape{percent: true, places: 1}
	case f >= rates:
		return shape{places: int(f - rates)}
	case f >= amounts:
		return shape{thousands: true, places: int(f - amounts)}
	}
	return shape{}
}
