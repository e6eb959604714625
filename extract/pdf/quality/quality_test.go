package quality

import (
	"strings"
	"testing"

	"yusuan/extract/pdf/glyph"
)

func chars(s string) []glyph.Char {
	var out []glyph.Char
	for _, r := range s {
		out = append(out, glyph.Char{Text: string(r), Space: r == ' '})
	}
	return out
}

func TestJudge(t *testing.T) {
	good := strings.Repeat("全县一般公共预算收入完成401746万元，增长10.2%。", 5)
	for _, c := range []struct {
		name, text    string
		bad, hopeless bool
	}{
		{"good", good, false, false},
		{"traditional", strings.Repeat("全縣一般公共預算收入為五億元，增長百分之十，稅收收入佔六成。", 3), false, false},
		{"Western", strings.Repeat("Annual budget of the district, 401,746 in all. ", 5), false, false},
		{"French", strings.Repeat("Le budget a été exécuté à Genève, déjà prévu. ", 5), false, false},
		{"empty", "", false, false},
		{"three bullets", "\uf06c\uf06c\uf06c" + good, false, false},
		{"names with rare characters", good + "喆堃淼", false, false},
		{"some lost", good + "\ufffd\ufffd\ufffd\ufffd\ufffd", true, false},
		{"most lost", "\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd万元", true, true},
		{"private use", strings.Repeat("\ue001\ue002", 50), true, true},
		{"other ideographs", strings.Repeat("鬱龘靐齉爩麤灪龗", 10), true, true},
		{"bytes as Latin", strings.Repeat("ÊÕÈëÔ¤Ëã", 10), true, true},
	} {
		r := Judge(chars(c.text))
		if bad := r.Bad(); (bad != "") != c.bad || r.Hopeless() != c.hopeless {
			t.Errorf("%s: %q, hopeless %v: %+v", c.name, bad, r.Hopeless(), r)
		}
	}
}

func TestBetter(t *testing.T) {
	lost := Judge(chars(strings.Repeat("\ufffd\ufffd万元", 20)))
	whole := Judge(chars(strings.Repeat("预算万元", 20)))
	fewer := Judge(chars("预算"))
	if !whole.Better(lost) || lost.Better(lost) || fewer.Better(lost) {
		t.Errorf("%v %v %v", whole.Better(lost), lost.Better(lost), fewer.Better(lost))
	}
}
