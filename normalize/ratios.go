package normalize

import (
	"regexp"

	"yusuan/budget"
	"yusuan/extract/flow"
	"yusuan/normalize/money"
	"yusuan/normalize/outline"
	"yusuan/normalize/wordset"
)

// statedRatios are ratios that reports print without the amounts behind them, by
// the name under which the workbook shows them.
var statedRatios = []struct {
	name string
	word string // without which the expression need not be tried
	re   *regexp.Regexp
}{
	{"债务率", "债务率", regexp.MustCompile(`(?:政府)?(?:综合)?债务率(?:约)?(?:为|是|达到|达|降至|控制在)?\s*([0-9０-９]+(?:[.．][0-9０-９]+)?)\s*[%％]`)},
	{"税收占比", "占", regexp.MustCompile(`税收(?:收入)?占(?:地方)?一般公共预算收入的?(?:比重|比例)?(?:为|是|达到|达)?\s*([0-9０-９]+(?:[.．][0-9０-９]+)?)\s*[%％]`)},
	{"民生支出占比", "民生", regexp.MustCompile(`民生(?:类|领域)?支出[^，。；]{0,12}?占(?:全[区县市旗]|地方)?(?:一般公共预算|财政|总)?支出的?(?:比重|比例)?(?:为|是|达到|达|保持在)?\s*([0-9０-９]+(?:[.．][0-9０-９]+)?)\s*[%％]`)},
	{"民生支出占比", "用于民生的支出", regexp.MustCompile(`用于民生的支出[^。；]{0,24}占一般公共预算支出的\s*([0-9０-９]+(?:[.．][0-9０-９]+)?)\s*[%％]`)},
}

var ratioWords = func() *wordset.Set {
	var lists [][]string
	for _, k := range statedRatios {
		lists = append(lists, []string{k.word})
	}
	return wordset.New(lists...)
}()

// ratios notes the stated ratios of a paragraph. Each name is noted once a
// paragraph, by its first number.
func (p *pass) ratios(par *flow.Paragraph, text string, from int) {
	if p.inherit.Glossary {
		return
	}
	holds := ratioWords.In(text)
	if holds == 0 {
		return
	}
	seen := map[string]bool{}
	for i, k := range statedRatios {
		if seen[k.name] || holds&(1<<i) == 0 {
			continue
		}
		m := k.re.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		toks := money.Scan(text[m[2]:m[1]])
		if len(toks) != 1 || toks[0].Kind != money.Percent {
			continue
		}
		seen[k.name] = true
		line, start, end, _ := par.Locate(from+m[0], from+m[1])
		scope, level := p.ratioScope(text[:m[0]])
		p.report.Ratios = append(p.report.Ratios, budget.Ratio{
			Place: budget.Place{Page: p.pageOf(line, par.Page), Line: line, Start: start, End: end},
			Name:  k.name, Scope: scope, Level: level, Year: p.inherit.Year, Stage: p.inherit.Stage,
			Rate:  budget.Rate{Value: toks[0].Value, Step: toks[0].Step, Raw: text[m[2]:m[1]], Known: true},
			Quote: sentenceAround(text, m[0], m[1]).of(text)})
	}
}

// ratioScope is the last scope named before a ratio, else that of the section.
func (p *pass) ratioScope(before string) (string, budget.Level) {
	if sc := p.meta.Government.Scopes(before); len(sc) > 0 {
		last := sc[len(sc)-1]
		return last.Word, last.Level
	}
	if p.inherit.Level != "" {
		return p.inherit.Scope, p.inherit.Level
	}
	return outline.WholeScope(p.meta.Government), budget.Consolidated
}
