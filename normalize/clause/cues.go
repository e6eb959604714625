package clause

import (
	"yusuan/normalize/outline"
	"yusuan/normalize/wordset"
)

// cues tell which words a paragraph holds that change how amounts behind them are
// read: before each amount only those need be looked for in its sentence.
type cues struct {
	approval bool // 批准
	aim      bool // 力争
	part     bool // 上半年
	ofBudget bool // 的年初预算
}

func cuesOf(par string) cues {
	found := cueWords.In(par)
	return cues{
		approval: found&cueApproval != 0,
		aim:      found&cueAim != 0,
		part:     found&cuePart != 0 && (outline.PartYear(par) || outline.UntilMonth(par)),
		ofBudget: found&cueOfBudget != 0,
	}
}

// The lists of cueWords.
const (
	cueApproval wordset.List = 1 << iota
	cueAim
	cuePart
	cueOfBudget
)

var cueWords = wordset.New(approvals, append([]string{"争取"}, aims...), outline.PartYearWords, []string{"的年初预算"})

// aims are words before an amount that is hoped for.
var aims = []string{"力争", "奋力", "确保全年", "冲刺", "还需", "尚需", "仍需", "需完成"}
