package clause

import (
	"strings"

	"yusuan/normalize/outline"
)

// cues tell which words a paragraph holds that change how amounts behind them are
// read: before each amount only those need be looked for in its sentence.
type cues struct {
	approval bool // 批准
	aim      bool // 力争
	part     bool // 上半年
}

func cuesOf(par string) cues {
	return cues{
		approval: holds(par, approvals),
		aim:      holds(par, aims) || strings.Contains(par, "争取"),
		part:     outline.PartYear(par),
	}
}

// aims are words before an amount that is hoped for.
var aims = []string{"力争", "奋力", "确保全年", "冲刺", "还需", "尚需", "仍需", "需完成"}

// holds reports whether a text holds one of the words.
func holds(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
