package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/workbook/xl"
)

const (
	rankShown = 20 // districts in a ranking and its chart
)

// metric is what a ranking sorts by.
type metric struct {
	title, unit, how, format string
	value                    func(e *panelSummary) decimal.NullDecimal
}

func metrics() []metric {
	by := func(id string) func(*panelSummary) decimal.NullDecimal {
		return func(e *panelSummary) decimal.NullDecimal {
			for _, ind := range indicators() {
				if ind.id == id {
					return ind.of(e.main.inputs)
				}
			}
			return decimal.NullDecimal{}
		}
	}
	return []metric{
		{"一般公共预算收入增幅", "%", "报告列示的比上年增减", "0.0", func(e *panelSummary) decimal.NullDecimal { return e.main.values[pvGrowth] }},
		{"财政自给率", "%", "一般公共预算收入 ÷ 一般公共预算支出", "0.0", by("self_sufficiency")},
		{"税收占比", "%", "税收收入 ÷ 一般公共预算收入", "0.0", by("tax_share")},
		{"政府债务余额", "万元", "报告列示的年末余额", "#,##0", func(e *panelSummary) decimal.NullDecimal { return e.main.inputs[inDebt] }},
		{"债务余额占限额", "%", "政府债务余额 ÷ 政府债务限额", "0.0", by("debt_to_limit")},
	}
}

// contender is a report that stands for its district in the rankings.
type contender struct {
	id, place, title string
	stage            budget.Stage
	values           []decimal.NullDecimal // one a metric
}

type ranked struct {
	*contender
	value decimal.Decimal
}

func (b *panelBook) ranking() error {
	year := b.rankedYear()
	contenders, err := b.contenders(year)
	if err != nil || len(contenders) == 0 {
		return err
	}
	s := b.book.Sheet(sheetRanking)
	s.Tab, s.Widths = xl.Green, map[int]float64{1: 7, 2: 26, 3: 10, 4: 16, 5: 3}
	s.FreezeRows = 2
	s.Row(xl.Cell{Value: fmt.Sprintf("%d年排名", year), Style: styleTitle, Free: true})
	s.Row(xl.Cell{Value: fmt.Sprintf("各地区 %d 年的数，一地一份（有决算取决算）；口径见“一览”。每项列前 %d 名，缺数的地区不参加排名。", year, rankShown), Style: styleLead, Free: true})
	for i, m := range metrics() {
		var list []ranked
		for _, c := range contenders {
			if v := c.values[i]; v.Valid {
				list = append(list, ranked{c, v.Decimal})
			}
		}
		b.rankBlock(s, m, list)
	}
	return nil
}

// rankedYear is the year with the most reports, the later in a tie; 0 for none.
func (b *panelBook) rankedYear() int {
	counts := map[int]int{}
	year := 0
	for _, e := range b.entries {
		counts[e.year]++
		if y := e.year; y != 0 && (counts[y] > counts[year] || counts[y] == counts[year] && y > year) {
			year = y
		}
	}
	return year
}

// contenders picks one report a district, in the order of the reports.
func (b *panelBook) contenders(year int) ([]*contender, error) {
	best := map[string]*contender{}
	var out []*contender
	list := metrics()
	err := b.each(func(e *panelSummary) {
		if e.main.year != year || year == 0 {
			return
		}
		c := best[e.place()]
		if c == nil {
			c = &contender{}
			best[e.place()] = c
			out = append(out, c)
		} else if stageRank(e.main.stage) <= stageRank(c.stage) {
			return
		}
		*c = contender{id: e.id, place: e.place(), title: e.title, stage: e.main.stage}
		for _, m := range list {
			c.values = append(c.values, m.value(e))
		}
	})
	return out, err
}

// place is the district of a report, its id where the title names none.
func (s *panelSummary) place() string {
	if s.district != "" {
		return s.district
	}
	return s.id
}

func (b *panelBook) rankBlock(s *xl.Sheet, m metric, list []ranked) {
	if len(list) == 0 {
		return
	}
	slices.SortStableFunc(list, func(x, y ranked) int {
		return cmp.Or(y.value.Cmp(x.value), strings.Compare(x.place, y.place))
	})
	with := len(list)
	list = list[:min(rankShown, len(list))]
	height := 110 + 18*max(6, len(list)) // of the chart, in pixels
	block := max(len(list)+4, height/22+3)
	s.Together(block + 1)
	s.Skip(1)
	top := s.Row(xl.Cell{Value: fmt.Sprintf("%s（%s）", m.title, m.unit), Style: styleSection, Free: true}, xl.Cell{Style: styleSection}, xl.Cell{Style: styleSection}, xl.Cell{Style: styleSection})
	s.Row(xl.Cell{Value: fmt.Sprintf("%s；有数的地区 %d 个。", m.how, with), Style: styleLead, Free: true})
	s.Row(heads("名次", "地区", "阶段", fmt.Sprintf("%s（%s）", m.title, m.unit))...)
	first := s.Next()
	style := xl.Style{Edge: xl.Grid, Num: xl.AmountFormat(shownPlaces(list, m))}
	for i, r := range list {
		s.Row(xl.Cell{Value: place1(list, i), Style: styleNumber},
			xl.Cell{Value: r.place, Style: styleLink, Link: reportLink(r.id), Tip: r.title},
			center(stageWord(r.stage)), xl.Cell{Value: rounded(r.value, m), Style: style})
	}
	last := s.Next() - 1
	column := func(col string) string {
		return xl.On(sheetRanking, fmt.Sprintf("$%s$%d:$%s$%d", col, first, col, last))
	}
	s.Chart(xl.Chart{Col: 6, Row: top + 1, Title: m.title, ValueTitle: m.title + "（" + m.unit + "）", Format: m.format,
		Source: "地区（来源：各地财政预算报告）", Name: xl.On(sheetRanking, fmt.Sprintf("$D$%d", first-1)),
		Categories: column("B"), Values: column("D"), Color: xl.Blue, Width: 640, Height: uint(height),
		FromZero: !list[len(list)-1].value.IsNegative()})
	if used := s.Next() - top; used < block {
		s.Skip(block - used)
	}
}

// rounded shows ratios to two decimals and amounts as they are.
func rounded(d decimal.Decimal, m metric) decimal.Decimal {
	if m.unit == "%" {
		return d.Round(2)
	}
	return d
}

// shownPlaces gives all numbers of a ranking the same decimals.
func shownPlaces(list []ranked, m metric) int {
	n := 0
	for _, r := range list {
		n = max(n, places(rounded(r.value, m)))
	}
	return n
}

// place1 is the rank of the i-th: equal values share the better one.
func place1(list []ranked, i int) int {
	for i > 0 && list[i].value.Equal(list[i-1].value) {
		i--
	}
	return i + 1
}
