package pen

import (
	"strings"

	"github.com/shopspring/decimal"

	"yusuan/budget"
	"yusuan/internal/generate/accounts"
	"yusuan/internal/score"
)

// Hedge puts a word that makes an amount inexact before or behind it: 约, 近,
// 超过 before; 左右, 以上 behind.
func (p *Pen) Hedge(word, written string) string {
	switch word {
	case "左右", "以上", "以内":
		return written + word
	}
	return word + written
}

var numerals = []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// Chinese writes a policy amount in Chinese numerals: 三千万元, 五百万元.
func (p *Pen) Chinese(unit string, n int) string {
	digits := map[int]string{1000: "千", 100: "百", 10: "十"}
	var b strings.Builder
	rest := n
	for _, size := range []int{1000, 100, 10} {
		if d := rest / size; d > 0 {
			b.WriteString(numerals[d] + digits[size])
			rest %= size
		}
	}
	b.WriteString(numerals[rest])
	l := score.Label{Kind: string(budget.Narrative), Role: string(budget.RolePolicy), Raw: b.String() + unit, Amount: decimal.New(int64(n)*unitSize[unit], -4).String()}
	p.keep(l, accounts.Cell{}, unitSize[unit])
	return mark(p.lastAt, l.Raw)
}
