package normalize

import (
	"testing"

	"yusuan/budget"
)

// A total that the points below it add up to, transfers among them, is the grand total;
// what it is compared with is one too.
func TestSumBelow(t *testing.T) {
	r := readText(t, `关于青石县2023年财政决算的报告

一、2023年财政收支决算情况
（一）一般公共预算收支决算情况
1．收入决算情况
2023年，全县一般公共预算收入完成57534万元，比人代会报告数56711万元增加823万元。具体分项情况：
（1）本级收入4950万元，比上年增长2%。
（2）转移性收入43337万元。
（3）地方政府一般债券转贷收入7410万元，与报告数一致。
（4）上年结余收入1837万元。
`)
	want := []struct {
		amount, subject string
		role            budget.Role
	}{
		{"57534", "收入总计", budget.RoleGrandTotal},
		{"56711", "收入总计", budget.RoleGrandTotal},
		{"823", "收入总计", budget.RolePart},
		{"4950", "一般公共预算收入", budget.RoleTotal},
		{"43337", "转移性收入", budget.RoleSubtotal},
	}
	for i, w := range want {
		f := r.Figures[i]
		if f.Amount.String() != w.amount || f.Subject != w.subject || f.Role != w.role {
			t.Errorf("figure %d: %s %s %s, want %+v", i, f.Amount, f.Subject, f.Role, w)
		}
	}
}

// A list without 加上 that adds up to its 合计, and revenue that falls into the local share
// and those handed up.
func TestSumAbove(t *testing.T) {
	r := readText(t, `关于青石区2023年财政决算的报告

全区政府性基金上年结余26.38亿元，上级补助收入14.78亿元，债券转贷收入1.34亿元，收入合计42.5亿元，支出19.43亿元。
1至11月，全区完成一般公共预算收入97950万元，下降3.5%；地方财政收入67569万元，增长1.19%；上划中央收入23302万元；上划省级收入7079万元。
`)
	for i, want := range map[int]string{3: "收入总计", 4: "政府性基金预算支出", 5: "一般公共预算总收入", 6: "一般公共预算收入", 7: "中央级收入"} {
		if got := r.Figures[i].Subject; got != want {
			t.Errorf("figure %d (%s): %s, want %s", i, r.Figures[i].Raw, got, want)
		}
	}
}

// 一般公共预算支出总计 of the amount of own expenditure, beside another grand total, is
// own expenditure.
func TestOwnExpenditureNamedTotal(t *testing.T) {
	r := readText(t, `关于青石县2023年财政决算的报告

一、一般公共预算收支决算
2023年全县一般公共预算支出总计16572万元，比上年减支3752万元，下降18.4%。
2023年全县一般公共预算收入4534万元，上级补助收入14026万元，收入总计18560万元。全县一般公共预算支出16572万元，上解上级支出1988万元，支出总计18560万元。
`)
	if f := r.Figures[0]; f.Subject != "一般公共预算支出" || f.Role != budget.RoleTotal {
		t.Errorf("%s %s", f.Subject, f.Role)
	}
	if f := r.Figures[1]; f.Subject != "一般公共预算支出" || !f.Delta {
		t.Errorf("its change: %s delta %v", f.Subject, f.Delta)
	}
}
