package lexicon

import "testing"

func TestLevel(t *testing.T) {
	l := load(t)
	for _, c := range cases(t, "level.tsv") {
		got, ok := l.Level(c[0], c[1])
		if !ok {
			got = "?"
		}
		if string(got) != c[2] {
			t.Errorf("Level(%s, %s) = %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

func TestArea(t *testing.T) {
	l := load(t)
	for clause, want := range map[string]string{
		"东湖片区":          "东湖片区",
		"其中：东湖片区":       "东湖片区",
		"、南山工业园区完成":     "南山工业园区",
		"高新区完成":         "高新区",
		"支持很多很多很多的地方新区": "新区",
	} {
		tokens := l.Cut(nil, clause)
		got := ""
		for i, tok := range tokens {
			if tok.Term != nil && tok.Term.Value == "part" {
				got = clause[l.Area(clause, tokens, i):tok.End]
			}
		}
		if got != want {
			t.Errorf("Area in %s = %q, want %q", clause, got, want)
		}
	}
}

func TestPlace(t *testing.T) {
	l := load(t)
	for label, want := range map[string]bool{
		"双柳乡": true, "1.石堰镇": true, "望渚街道": true, "某某经济技术开发区": true, "某某县": true,
		"镇": false, "补助乡镇": false, "城乡社区": false, "合计": false, "税收收入": false,
	} {
		if got := l.Place(label); got != want {
			t.Errorf("Place(%s) = %v", label, got)
		}
	}
}
