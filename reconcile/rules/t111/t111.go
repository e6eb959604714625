// Package t111 checks that the code of a row belongs to its name.
package t111

import (
	"strconv"
	"strings"

	"yusuan/budget"
	"yusuan/reconcile/facts"
	"yusuan/reconcile/rule"
)

// Rule is T111.
func Rule() rule.Rule {
	return rule.Rule{Doc: rule.Doc{
		ID:       "T111",
		Title:    "科目编码与科目名称相对应",
		Severity: budget.Warning,
		What: "The code printed in a row is not that of another subject of the classification: where the name of the row has another code, " +
			"and the printed one is the code of another name that the report uses, the code or the name was exchanged.",
		Why:       "Two rows exchanged their codes or their names, so that one of their amounts stands under a wrong subject; or a code was mistyped.",
		Authority: "《预算法》第三十二条：各级政府、部门、单位应当按照国务院财政部门制定的政府收支分类科目编制预算草案；《政府收支分类科目》。",
		Example:   "2023年全县一般公共预算决算数：“房产税”的科目编码列印为10112，该编码为“城镇土地使用税”，“房产税”应为10110（表1第8行）。",
		Exclusions: []string{
			"codes of older editions of the classification, and codes of names that the report does not use",
			"names that the vocabulary has no code for",
		},
		Since: "1.0",
	}, Check: check}
}

func check(r *rule.Run) {
	owners := byCode(r.Set)
	ran := false
	for ti := range r.Set.Report.Tables {
		t := &r.Set.Report.Tables[ti]
		var good []*facts.Fact
		for bi := range t.Blocks {
			for ii := range t.Blocks[bi].Items {
				f, verdict := judge(r, &t.Blocks[bi].Items[ii], owners)
				ran = ran || verdict != budget.NotRun
				if verdict == budget.Pass {
					good = append(good, f)
				}
			}
		}
		if len(good) > 0 {
			f := good[0]
			r.Say(budget.Pass, budget.Warning, f, "表"+strconv.Itoa(f.Table)+"列印的科目编码有"+strconv.Itoa(len(good))+"行与名称相符。")
		}
	}
	if !ran {
		r.Skip("报告中没有列印科目编码且名称有编码可对的表，未核对。")
	}
}

// byCode gives the name that owns a code, by the names that the report uses. A code that
// several names have is nobody's.
func byCode(s *facts.Set) map[string]string {
	own := map[string]string{}
	for _, f := range s.Facts {
		if f.Code == "" || f.Subject == "" || f.Doubt != "" {
			continue
		}
		if name, ok := own[f.Code]; ok && name != f.Subject {
			own[f.Code] = ""
		} else if !ok {
			own[f.Code] = f.Subject
		}
	}
	return own
}

// judge compares the code that a row prints with that of its name, and says where it is
// that of another.
func judge(r *rule.Run, it *budget.Item, owners map[string]string) (*facts.Fact, budget.Verdict) {
	f := first(r.Set, it)
	if f == nil || f.Doubt != "" || f.Code == "" || !number(it.Code) || len(it.Code) != len(f.Code) || !strings.Contains(f.Quote, it.Code) {
		return f, budget.NotRun
	}
	owner := owners[it.Code]
	switch {
	case it.Code == f.Code:
		return f, budget.Pass
	case owner == "" || owner == f.Subject:
		return f, budget.NotRun
	}
	r.Say(budget.Fail, budget.Warning, f, rule.Prefix(f)+"“"+f.Label()+"”的科目编码列印为"+it.Code+"，该编码为“"+owner+"”，“"+f.Label()+"”应为"+f.Code+"（"+rule.Place(f)+"）。")
	return f, budget.Fail
}

// first is the first figure of a row.
func first(s *facts.Set, it *budget.Item) *facts.Fact {
	for i := range it.Cells {
		if f := s.Cell(it, i); f != nil {
			return f
		}
	}
	return nil
}

func number(code string) bool {
	_, err := strconv.Atoi(code)
	return err == nil && len(code) >= 3 && !strings.HasPrefix(code, "0")
}
