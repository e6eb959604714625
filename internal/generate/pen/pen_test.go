package pen

import (
	"strings"
	"testing"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
)

func plain(s string) string { return Strip(s, func(int, int) {}) }

func newPen(set Settings) *Pen {
	if set.TableUnit == "" {
		set.TableUnit = "万元"
	}
	p := New(accounts.Build(accounts.Plan{Seed: 1, Forms: []accounts.Form{accounts.Xian}}), set, 1)
	p.At("gp", "all", "act")
	return p
}

func TestPrint(t *testing.T) {
	for _, c := range []struct {
		set              Settings
		v                int64
		raw, unit, truth string
		step             int64
	}{
		{Settings{Unit: "万元"}, 12345670000, "1234567", "万元", "1234567", 10000},
		{Settings{Unit: "万元", Separator: ","}, 12345670000, "1,234,567", "万元", "1234567", 10000},
		{Settings{Unit: "万元"}, 20216000, "2021.6", "万元", "2021.6", 1000},
		{Settings{Unit: "亿元"}, 6300000000, "63", "亿元", "630000", 1e8},
		{Settings{Unit: "亿元", KeepZeros: true}, 6300000000, "63.00", "亿元", "630000", 1e6},
		{Settings{Unit: "亿元"}, 412949999, "4.13", "亿元", "41300", 1e6},
		{Settings{Unit: "亿元"}, 750000, "75", "万元", "75", 10000},
		{Settings{Unit: "mixed"}, 99990000, "9999", "万元", "9999", 10000},
		{Settings{Unit: "mixed"}, 100000000, "1", "亿元", "10000", 1e8},
		{Settings{Unit: "元", Separator: ","}, 1234567, "1,234,567", "元", "123.4567", 1},
		{Settings{Unit: "千元"}, 1234000, "1234", "千元", "123.4", 1000},
		{Settings{Unit: "万元", Separator: ","}, -9160000, "-916", "万元", "-916", 10000},
	} {
		raw, unit, truth, step := newPen(c.set).print(c.v)
		if raw != c.raw || unit != c.unit || truth != c.truth || step != c.step {
			t.Errorf("%d in %s: %s %s, truth %s, step %d; not %s %s, %s, %d", c.v, c.set.Unit, raw, unit, truth, step, c.raw, c.unit, c.truth, c.step)
		}
	}
}

func TestGrowthBelongsToTheAmountBeforeIt(t *testing.T) {
	p := newPen(Settings{Unit: "万元"})
	p.Amount(p.Cell(budget.Revenue, accounts.GPRevenue))
	change, growth := plain(p.Change("增收", "减收", "持平")), p.Growth()
	l := p.Truth[0]
	if l.Growth == "" || p.Truth[1].Growth != "" || !p.Truth[1].Delta {
		t.Errorf("growth stands at %+v, change at %+v", l, p.Truth[1])
	}
	if up := strings.HasPrefix(change, "增收"); up == strings.HasPrefix(l.Growth, "-") || up != strings.HasPrefix(growth, "，增长") {
		t.Errorf("%s%s, but the truth is %s", change, growth, l.Growth)
	}
}

func TestEarmarksStayWithinTheirClass(t *testing.T) {
	p := newPen(Settings{Unit: "万元"})
	c := p.Cell(budget.Expenditure, "教育支出")
	p.Amount(c)
	for range 40 {
		p.Earmark()
	}
	var sum int64
	for _, v := range p.earmarks {
		sum += v
	}
	if whole, _ := p.Acc.Get(c); sum > whole {
		t.Errorf("earmarks of %d in a class of %d", sum, whole)
	}
}

func TestBareAndStrip(t *testing.T) {
	p := newPen(Settings{Unit: "万元"})
	a := p.Bare(p.Amount(p.Cell(budget.Revenue, "税收收入")))
	if text := plain(a); strings.HasSuffix(text, "元") || p.Truth[0].Raw != text {
		t.Errorf("bare amount %q, truth %q", text, p.Truth[0].Raw)
	}
	var lines []int
	Strip("甲\n"+a+"\n乙", func(_, line int) { lines = append(lines, line) })
	if len(lines) != 1 || lines[0] != 2 {
		t.Errorf("lines %v", lines)
	}
}

func TestDivideSumsToTheWhole(t *testing.T) {
	p := newPen(Settings{Unit: "元"})
	p.At("debt", "all", "act")
	c := p.Cell(budget.Revenue, "新增专项债券")
	for n := 1; n <= 8; n++ {
		from := len(p.Truth)
		p.Divide(c, n)
		var sum int64
		for _, l := range p.Truth[from:] {
			var v int64
			for _, r := range strings.TrimSuffix(l.Raw, "元") {
				v = v*10 + int64(r-'0')
			}
			sum += v
		}
		if whole, _ := p.Acc.Get(c); sum != whole {
			t.Errorf("%d parts sum to %d, not %d", n, sum, whole)
		}
	}
}

func TestTableWritesCells(t *testing.T) {
	p := newPen(Settings{Unit: "亿元", Dash: "—"})
	end := p.BeginTable("万元")
	p.At("gf", "own", "bud")
	cell := plain(p.Amount(p.Cell(budget.Revenue, accounts.GFRevenue)))
	blank := plain(p.Amount(p.Cell(budget.Revenue, "没有的科目")))
	end()
	if strings.Contains(cell, "元") || blank != "—" {
		t.Errorf("cell %q, blank %q", cell, blank)
	}
	if p.Now().Book != budget.GeneralPublic || !strings.HasSuffix(plain(p.Amount(p.Cell(budget.Revenue, accounts.GPRevenue))), "亿元") {
		t.Error("context or unit did not come back")
	}
	if p.Truth[0].Kind != "table" || p.Truth[1].Amount != "" || p.Truth[2].Kind != "narrative" {
		t.Errorf("truth %+v", p.Truth)
	}
}
