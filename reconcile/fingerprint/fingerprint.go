// Package fingerprint names checks in a way that survives re-runs: by rule,
// report, account and subjects, never by line or value.
package fingerprint

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strconv"

	"yusuan/budget"
)

// Set gives every check its fingerprint. Checks that are alike in everything
// that counts are told apart by their order.
func Set(checks []budget.Check) {
	seen := make(map[string]int, len(checks))
	buf := make([]byte, 0, 256)
	for i := range checks {
		buf = describe(buf[:0], &checks[i])
		sum := sha256.Sum256(buf)
		print := hex.EncodeToString(sum[:8])
		n := seen[print]
		seen[print] = n + 1
		if n > 0 {
			print += "-" + strconv.Itoa(n+1)
		}
		checks[i].Fingerprint = print
	}
}

// describe writes what identifies a check.
func describe(b []byte, c *budget.Check) []byte {
	b = append(b, c.Rule...)
	for _, s := range [...]string{c.Report, string(c.Book), c.Scope, string(c.Stage), string(c.Side)} {
		b = append(b, 0)
		b = append(b, s...)
	}
	b = append(b, 0)
	b = strconv.AppendInt(b, int64(c.Year), 10)
	for _, s := range subjects(c) {
		b = append(b, 0)
		b = append(b, s...)
	}
	return b
}

// subjects lists the subjects of the evidence: the first as it stands, the
// others sorted and once each, so that a longer list of alike addends keeps its
// name.
func subjects(c *budget.Check) []string {
	if len(c.Evidence) == 0 {
		return nil
	}
	out := make([]string, 0, len(c.Evidence))
	for _, e := range c.Evidence[1:] {
		out = append(out, e.Figure.Subject)
	}
	sort.Strings(out)
	kept := out[:0]
	for i, s := range out {
		if i == 0 || s != out[i-1] {
			kept = append(kept, s)
		}
	}
	return append(kept, c.Evidence[0].Figure.Subject)
}
