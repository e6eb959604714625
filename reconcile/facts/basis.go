package facts

import "yusuan/internal/phrase"

// OtherBasis reports whether the sentence of a figure speaks of a comparable
// basis (同口径, 剔除…后): its growth cannot be recomputed from printed amounts.
func OtherBasis(f *Fact) bool {
	return f.Basis != "" || f.Growth.OtherBase || phrase.Holds(f.Quote, "同口径", "可比", "剔除", "扣除", "还原", "自然口径", "不变价", "两年平均")
}
