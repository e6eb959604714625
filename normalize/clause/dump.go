package clause

import (
	"fmt"
	"strings"

	"yusuan/normalize/money"
	"yusuan/normalize/outline"
)

// Dump shows how a paragraph was cut, for bug reports.
func (r *Reader) Dump(par string, meta outline.Meta) string {
	names := map[kind]string{text: "text", subject: "SUBJ", side: "SIDE", book: "BOOK", scope: "SCOPE", year: "YEAR", relYear: "relyear", stage: "STAGE", add: "ADD",
		among: "AMONG", divided: "RESPECTIVELY", etcetera: "ETC", rise: "RISE", fall: "FALL", from: "FROM", to: "TO", against: "against", up: "UP", down: "DOWN", same: "SAME",
		share: "share", hedge: "hedge", spend: "SPEND", use: "USE", opening: "OPENING", closing: "CLOSING", filler: "fill", basis: "BASIS", noBudget: "POLICY",
		ordinal: "ordinal", purpose: "for", ofBudget: "OF", amount: "¥", percent: "%", points: "pts"}
	var b strings.Builder
	for _, it := range r.items(par, money.Scan(par), meta) {
		if n, ok := names[it.kind]; ok {
			fmt.Fprintf(&b, "%s<%s> ", it.word, n)
			continue
		}
		b.WriteString(it.word + " ")
	}
	return b.String()
}
