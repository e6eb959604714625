// Package cause searches the single repair that explains why identities are
// broken, and groups the findings that one figure explains.
package cause

import (
	"strconv"

	"yusuan/reconcile/facts"
	"yusuan/reconcile/interval"
)

// kind is a way in which a printed number goes wrong.
type kind int

const (
	swapped kind = iota // two adjacent digits exchanged
	scaled              // another unit: ten thousand times, ten times
	sign                // the sign lost
	digit               // one digit wrong
	lost                // a digit lost in print
	doubled             // a digit printed twice or too many
	twice               // a row counted twice
	missing             // a row left out
)

// said describes the kinds in Chinese.
var said = [...]string{
	swapped: "相邻两位数字颠倒", scaled: "计量单位或位数有误", sign: "正负号有误", digit: "一位数字有误", lost: "漏印一位数字",
	doubled: "多印一位数字", twice: "重复计列", missing: "漏列",
}

// edit is a value that a figure may have had before it was misprinted.
type edit struct {
	kind   kind
	value  interval.Amount
	factor float64 // of the figure's step
}

// scales are the factors of unit slips: 元, 万元 and 亿元 taken for each other, and
// a shifted decimal point.
var scales = [...]float64{1e4, 1e-4, 10, 0.1, 1e8, 1e-8, 100, 0.01, 1000, 0.001}

// edits lists what a figure may have been, by one mistake each.
func edits(f *facts.Fact) []edit {
	if !f.HasAmount() || f.Step() <= 0 || f.Value.Abs() >= interval.Limit {
		return nil
	}
	out := units(f)
	if f.Value != 0 {
		out = append(out, edit{sign, -f.Value, 1})
	}
	return append(out, digits(f)...)
}

func units(f *facts.Fact) []edit {
	var out []edit
	for _, s := range scales {
		v := float64(f.Value) * s
		if v == 0 || v > float64(interval.Limit) || v < -float64(interval.Limit) {
			continue
		}
		out = append(out, edit{scaled, interval.Amount(v), s})
	}
	return out
}

// digits lists the numbers that differ in one place: a swap, a digit, one more
// or one less.
func digits(f *facts.Fact) []edit {
	step := f.Step()
	text := []byte(strconv.FormatInt(int64(f.Value.Abs()/step), 10))
	if len(text) > 15 {
		return nil
	}
	var out []edit
	add := func(k kind, s []byte) {
		n, err := strconv.ParseInt(string(s), 10, 64)
		if err != nil {
			return
		}
		v := interval.Amount(n) * step
		if f.Value < 0 {
			v = -v
		}
		if v != f.Value && v != 0 && v.Abs() < interval.Limit {
			out = append(out, edit{k, v, 1})
		}
	}
	for i := range text {
		if i+1 < len(text) && text[i] != text[i+1] {
			s := append([]byte{}, text...)
			s[i], s[i+1] = s[i+1], s[i]
			add(swapped, s)
		}
		for d := byte('0'); d <= '9'; d++ {
			if d != text[i] {
				s := append([]byte{}, text...)
				s[i] = d
				add(digit, s)
			}
		}
		if len(text) > 1 {
			add(doubled, append(append([]byte{}, text[:i]...), text[i+1:]...))
		}
	}
	for i := 0; i <= len(text); i++ {
		for d := byte('0'); d <= '9'; d++ {
			add(lost, append(append(append([]byte{}, text[:i]...), d), text[i:]...))
		}
	}
	return out
}
