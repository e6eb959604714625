package outline

import (
	"testing"

	"yusuan/budget"
)

func TestReadMeta(t *testing.T) {
	cases := []struct {
		lines           []string
		title, district string
		gov             Government
		kind            budget.ReportKind
		year, next      int
		scope           budget.Level
	}{
		{[]string{"某届人大会议文件（六）", "## 关于某某市东河区2023年预算 执行情况和2024年预算草案的报告", "东河区财政局"},
			"关于某某市东河区2023年预算执行情况和2024年预算草案的报告", "某某市东河区", '区', budget.KindBudget, 2023, 2024, ""},
		{[]string{"关于云山县2024年财政预算执行情况", "和2025年财政预算草案的报告"},
			"关于云山县2024年财政预算执行情况和2025年财政预算草案的报告", "云山县", '县', budget.KindBudget, 2024, 2025, ""},
		{[]string{"关于东河苗族自治县2024年县本级预算调整方案（草案）的报告"},
			"关于东河苗族自治县2024年县本级预算调整方案（草案）的报告", "东河苗族自治县", '县', budget.KindAdjustment, 2024, 0, budget.Own},
		{[]string{"关于江海市2023年财政决算（草案）的报告"},
			"关于江海市2023年财政决算（草案）的报告", "江海市", '市', budget.KindFinalAccounts, 2023, 0, ""},
		{[]string{"关于青石区2024年上半年预算执行情况的报告"},
			"关于青石区2024年上半年预算执行情况的报告", "青石区", '区', budget.KindHalfYear, 2024, 0, ""},
		{[]string{"东河县2024年度财政决算情况说明", "东河县财政局"},
			"东河县2024年度财政决算情况说明", "东河县", '县', budget.KindFinalAccounts, 2024, 0, ""},
		{[]string{"青石镇2024年上半年财政收支情况的报告", "一、收入", "2025年1—6月全镇一般公共预算支出执行情况"},
			"青石镇2024年上半年财政收支情况的报告", "青石镇", '镇', budget.KindHalfYear, 2024, 0, ""},
		{[]string{"青石县2024年上半年财政收支执行情况", "一般公共预算", "2025年上半年全县一般公共预算收入情况"},
			"青石县2024年上半年财政收支执行情况", "青石县", '县', budget.KindHalfYear, 2024, 0, ""},
		{[]string{"关于2024年部门预算及“三公”经费预算公开的说明", "东河市南岭区财政局"},
			"关于2024年部门预算及“三公”经费预算公开的说明", "东河市南岭区", '区', budget.KindBudget, 2023, 2024, ""},
		{[]string{"东河县２０２４年１—９月财政预算执行情况", "县财政局（２０２４年１０月２１日）"},
			"东河县２０２４年１—９月财政预算执行情况", "东河县", '县', budget.KindHalfYear, 2024, 0, ""},
		{[]string{"2024年财政收支情况简报（第7期）", "江州区财政局编  2024年7月8日"},
			"2024年财政收支情况简报（第7期）", "江州区", '区', budget.KindUnknown, 2024, 0, ""},
		{[]string{"南岭区2023年度地方政府债务情况专项报告", "一、限额余额情况"},
			"南岭区2023年度地方政府债务情况专项报告", "南岭区", '区', budget.KindUnknown, 2023, 0, ""},
		{[]string{"关于2023年全旗预算执行情况和2024年全旗预算草案的报告", "西林旗财政局"},
			"关于2023年全旗预算执行情况和2024年全旗预算草案的报告", "西林旗", '旗', budget.KindBudget, 2023, 2024, ""},
		{[]string{"关于云州市2023年预算执行情况和2024年预算草案的报告"},
			"关于云州市2023年预算执行情况和2024年预算草案的报告", "云州市", '市', budget.KindBudget, 2023, 2024, ""},
		{[]string{"关于云州市本级2024年预算调整方案的报告"},
			"关于云州市本级2024年预算调整方案的报告", "云州市", '市', budget.KindAdjustment, 2024, 0, budget.Own},
		{[]string{"关于江海市青州区2023年财政决算的报告"},
			"关于江海市青州区2023年财政决算的报告", "江海市青州区", '区', budget.KindFinalAccounts, 2023, 0, ""},
		{[]string{"关于白镇市东河区2023年财政决算的报告"},
			"关于白镇市东河区2023年财政决算的报告", "白镇市东河区", '区', budget.KindFinalAccounts, 2023, 0, ""},
		{[]string{"关于江海市石市区2023年财政决算的报告"},
			"关于江海市石市区2023年财政决算的报告", "江海市石市区", '区', budget.KindFinalAccounts, 2023, 0, ""},
		{[]string{"关于云州市东河区白桥镇2023年财政决算的报告"},
			"关于云州市东河区白桥镇2023年财政决算的报告", "云州市东河区白桥镇", '镇', budget.KindFinalAccounts, 2023, 0, ""},
		{[]string{"云山县人民政府", "关于2023年财政决算草案的报告", "由县财政局向盟财政局上报了决算"},
			"关于2023年财政决算草案的报告", "云山县", '县', budget.KindFinalAccounts, 2023, 0, ""},
		{[]string{"关于江海市市级2023年财政决算的报告"},
			"关于江海市市级2023年财政决算的报告", "江海市", '市', budget.KindFinalAccounts, 2023, 0, budget.Own},
		{[]string{"——2024年11月27日在县十八届人大常委会第三十五次会议上", "受县人民政府委托，现就2024年预算调整方案报告如下。", "根据云州省财政厅《关于下达债券额度的通知》，增加支出3000万元。"},
			"2024年预算调整方案", "", '县', budget.KindAdjustment, 2024, 0, ""},
		{[]string{"——2024年11月27日在区十八届人大常委会第三十五次会议通过", "一、区级预算调整事由", "二、区级预算调整方案"},
			"", "", '区', budget.KindAdjustment, 2024, 0, ""},
		{[]string{"发布时间：2024-07-12", "今年1至6月，全市一般公共预算收入35亿元。"},
			"", "", '市', budget.KindUnknown, 2024, 0, ""},
		{[]string{"（一）一般公共预算收入情况", "2024年5月，全县一般公共预算收入完成5000万元，居全市第九位。"},
			"", "", '县', budget.KindUnknown, 2024, 0, ""},
		{[]string{"东河县2024年地方政府一般债券资金安排计划及县级预算调整方案（2024年9月24日县十九届人大常委会第十次会议通过）根据《预算法》有关规定和省财政厅下达的额度，现将调整方案公示如下。"},
			"", "东河县", '县', budget.KindAdjustment, 2024, 0, ""},
		{[]string{"一般公共预算收入从2019年的2007万元上升到2024年的2468万元。"},
			"", "", 0, budget.KindUnknown, 2024, 0, ""},
	}
	for _, c := range cases {
		m := ReadMeta(c.lines)
		if m.Title != c.title || m.District != c.district || m.Government != c.gov || m.Kind != c.kind || m.Year != c.year || m.Next != c.next {
			t.Errorf("%q:\n got %+v", c.lines[0], m)
		}
		if c.scope != "" && m.base().Level != c.scope {
			t.Errorf("%q: level %q, want %q", c.title, m.base().Level, c.scope)
		}
	}
}

func TestHeadings(t *testing.T) {
	meta := Meta{Government: '县', Kind: budget.KindBudget, Year: 2023, Next: 2024}
	o := New(meta)
	steps := []struct {
		line   string
		book   budget.Book
		level  budget.Level
		year   int
		stage  budget.Stage
		side   budget.Side
		policy bool
	}{
		{"一、2023年预算执行情况", "", "", 2023, budget.Execution, "", false},
		{"（一）一般公共预算收支情况", budget.GeneralPublic, "", 2023, budget.Execution, "", false},
		{"1.县级收入情况。县级完成3亿元", budget.GeneralPublic, budget.Own, 2023, budget.Execution, budget.Revenue, false},
		{"2．支出", budget.GeneralPublic, "", 2023, budget.Execution, budget.Expenditure, false},
		{"（二）县级政府性基金预算", budget.GovernmentFunds, budget.Own, 2023, budget.Execution, "", false},
		{"（三）财政改革与管理", "", "", 2023, budget.Execution, "", true},
		{"二、2023年财政重点工作情况", "", "", 2023, budget.Execution, "", true},
		{"（一）着力稳住经济基本盘", "", "", 2023, budget.Execution, "", true},
		{"三、2024年财政预算（草案）", "", "", 2024, budget.Budgeted, "", false},
		{"（一）政府债务限额和余额情况", budget.Debt, "", 2024, budget.Budgeted, "", false},
		{"名 词 解 释", "", "", 0, "", "", true},
	}
	for _, s := range steps {
		h, ok := ParseHeading(s.line)
		if !ok {
			t.Fatalf("%q is no heading", s.line)
		}
		c := o.Enter(h)
		if c.Book != s.book || c.Level != s.level || c.Year != s.year || c.Stage != s.stage || c.Side != s.side || c.Policy != s.policy {
			t.Errorf("%q: %+v", s.line, c)
		}
	}
}

func TestNoHeadings(t *testing.T) {
	for _, line := range []string{
		"全县一般公共预算收入12亿元，增长3%。",
		"1.5亿元用于教育",
		"各位代表：",
		"东河县财政局",
		"（一）收入完成12.3亿元，增长2%，其中税收8亿元",
	} {
		if h, ok := ParseHeading(line); ok && h.Rest == "" {
			t.Errorf("%q read as heading %+v", line, h)
		}
	}
}

func TestScopes(t *testing.T) {
	cases := []struct {
		gov  Government
		text string
		want string
	}{
		{'区', "全区（区金库）", "全区 consolidated;区金库 treasury;"},
		{'区', "市级补助收入", ""},
		{'市', "市级收入", "市级 own;"},
		{'县', "补助乡镇支出", ""},
		{'县', "乡镇支出", "乡镇 lower;"},
		{'县', "县本级", "县本级 own;"},
		{'镇', "全镇", "全镇 consolidated;"},
		{'县', "全市场、全区域", ""},
		{'市', "县区收入", "县区 lower;"},
	}
	for _, c := range cases {
		got := ""
		for _, s := range c.gov.Scopes(c.text) {
			got += s.Word + " " + string(s.Level) + ";"
		}
		if got != c.want {
			t.Errorf("%c %q: %q, want %q", c.gov, c.text, got, c.want)
		}
	}
}
