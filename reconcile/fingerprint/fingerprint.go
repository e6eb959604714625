// Package fingerprint names checks in a way that survives re-runs: by rule,
// report, account and subjects, never by line or value.
package fingerprint

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"

	"yusuan/budget"
)

// size is how many bytes of a sum make a fingerprint.
const size = 8

// Set gives every check its fingerprint. Checks that are alike in everything
// that counts are told apart by their order.
func Set(checks []budget.Check) {
	seen := make(map[[size]byte]int, len(checks))
	var d description
	for i := range checks {
		d.write(&checks[i])
		sum := sha256.Sum256(d.text)
		short := [size]byte(sum[:])
		var print [2*size + 12]byte
		b := hex.AppendEncode(print[:0], short[:])
		seen[short]++
		if n := seen[short]; n > 1 {
			b = strconv.AppendInt(append(b, '-'), int64(n), 10)
		}
		checks[i].Fingerprint = string(b)
	}
}

// description is what identifies a check, written over from one check to the next.
type description struct {
	text     []byte
	subjects []string
}

func (d *description) write(c *budget.Check) {
	b := append(d.text[:0], c.Rule...)
	for _, s := range [...]string{c.Report, string(c.Book), c.Scope, string(c.Stage), string(c.Side)} {
		b = append(b, 0)
		b = append(b, s...)
	}
	b = append(b, 0)
	b = strconv.AppendInt(b, int64(c.Year), 10)
	d.subjects = appendSubjects(d.subjects[:0], c)
	for _, s := range d.subjects {
		b = append(b, 0)
		b = append(b, s...)
	}
	d.text = b
}

// appendSubjects lists the subjects of the evidence: the first as it stands, the
// others sorted and once each, so that a longer list of alike addends keeps its
// name.
func appendSubjects(out []string, c *budget.Check) []string {
	if len(c.Evidence) == 0 {
		return out
	}
	for _, e := range c.Evidence[1:] {
		out = append(out, e.Figure.Subject)
	}
	slices.Sort(out)
	return append(slices.Compact(out), c.Evidence[0].Figure.Subject)
}
