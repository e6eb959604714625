package facts

import (
	"strings"

	"yusuan/budget"
	"yusuan/internal/phrase"
)

// OtherBasis reports whether the sentence of a figure speaks of a comparable
// basis (同口径, 剔除…后): its growth cannot be recomputed from printed amounts.
func OtherBasis(f *Fact) bool {
	return f.Basis != "" || Incomparable(f)
}

// Incomparable is OtherBasis for a figure whose own basis (a part of the year, say) is
// shared by what it is compared with.
func Incomparable(f *Fact) bool {
	return f.Growth.OtherBase || speaksOfBasis(statement(f))
}

// speaksOfBasis reports whether words name a comparable basis; 专项附加扣除 and the like
// are of a tax law, not of a comparison.
func speaksOfBasis(words string) bool {
	if phrase.Holds(words, "同口径", "可比", "剔除", "还原", "不变价", "两年平均") {
		return true
	}
	for before, rest, ok := strings.Cut(words, "扣除"); ok; before, rest, ok = strings.Cut(rest, "扣除") {
		if !phrase.Ends(before, "附加", "加计", "税前", "专项") {
			return true
		}
	}
	return false
}

// statement is what of the quoted sentence may be about the figure: all up to the first
// semicolon behind its amount.
func statement(f *Fact) string {
	if f.Kind != budget.Narrative || !strings.ContainsAny(f.Quote, "；;") {
		return f.Quote
	}
	before, behind := f.Before(), f.Behind()
	if before == "" && behind == "" {
		return f.Quote
	}
	if i := strings.IndexAny(behind, "；;"); i >= 0 {
		behind = behind[:i]
	}
	return before + behind
}
