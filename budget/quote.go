package budget

import "strings"

// at is where the amount is printed in the quoted sentence: as it was read, else the
// first place where its digits stand alone; -1 where it is not there.
func (f *Figure) at() int {
	if f.At < len(f.Quote) && f.At >= 0 && strings.HasPrefix(f.Quote[f.At:], f.Raw) {
		return f.At
	}
	for from := 0; ; {
		i := strings.Index(f.Quote[from:], f.Raw)
		if i < 0 {
			return -1
		}
		if i += from; i == 0 || !strings.ContainsRune("0123456789.,", rune(f.Quote[i-1])) {
			return i
		}
		from = i + 1
	}
}

// Before is what the quoted sentence says before the amount; nothing, where the amount
// is not in it.
func (f *Figure) Before() string {
	if i := f.at(); i >= 0 {
		return f.Quote[:i]
	}
	return ""
}

// Behind is what the quoted sentence says behind the amount; nothing, where the amount
// is not in it.
func (f *Figure) Behind() string {
	if i := f.at(); i >= 0 {
		return f.Quote[i+len(f.Raw):]
	}
	return ""
}

// Until is what one sentence says between the amount of f and that of g behind it; ok
// is false where g does not stand behind f in that sentence.
func (f *Figure) Until(g *Figure) (words string, ok bool) {
	if f.Quote != g.Quote {
		return "", false
	}
	i, j := f.at(), g.at()
	if i < 0 || j < i+len(f.Raw) {
		return "", false
	}
	return f.Quote[i+len(f.Raw) : j], true
}
