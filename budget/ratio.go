package budget

// Ratio is a ratio that a report states without giving the amounts behind it:
// 债务率, 民生支出占比. It enters no sum.
type Ratio struct {
	Place
	Name  string // 债务率, 民生支出占比, as the lexicon names it
	Scope string
	Level Level
	Year  int
	Stage Stage
	Rate  Rate
	Quote string
}
