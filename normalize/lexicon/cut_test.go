package lexicon

import (
	"strings"
	"sync"
	"testing"
)

// plain segments the whole text with the segmenter alone: what Cut must equal.
func plain(l *Lexicon, text string) []Token {
	var dst []Token
	for _, s := range l.seg.Segment([]byte(text)) {
		if term := l.terms[text[s.Start():s.End()]]; term != nil {
			dst = appendTerm(dst, 0, s.Start(), s.End(), term)
			continue
		}
		dst = appendUnknown(dst, 0, s.Start(), s.End())
	}
	return dst
}

func cost(tokens []Token) (terms, unknown int) {
	for _, t := range tokens {
		if t.Term == nil {
			unknown += t.End - t.Start
			continue
		}
		terms++
	}
	return terms, unknown
}

var sentences = []string{
	"全县一般公共预算收入完成12.36亿元，为年初预算的101.2%，比上年增加0.64亿元，增长5.5%",
	"加上级补助收入、动用预算稳定调节基金、调入资金、债务（转贷）收入、上年结转等512747万元后，收入总计816027万元",
	"加上解支出、债务还本支出、补助下级支出等118320万元，支出总计811421万元",
	"其中：税收收入、非税收入分别为3.1亿元、1.2亿元，同口径增长2%",
	"由年初预算的1.2亿元调整为1.5亿元，调增0.3亿元",
	"后续将进一步加强收入征管，节约一般性支出，落实减税降费政策2.1亿元",
}

func TestCutEqualsSegmenter(t *testing.T) {
	l := load(t)
	for _, s := range sentences {
		for _, clause := range strings.Split(s, "，") {
			gt, gu := cost(l.Cut(nil, clause))
			wt, wu := cost(plain(l, clause))
			if gt != wt || gu != wu {
				t.Errorf("%s: %d terms and %d unknown bytes, the segmenter alone finds %d and %d", clause, gt, gu, wt, wu)
			}
		}
	}
}

func TestCutCoversAll(t *testing.T) {
	l := load(t)
	for _, s := range sentences {
		checkCover(t, s, l.Cut(nil, s))
	}
}

func checkCover(t *testing.T, text string, tokens []Token) {
	t.Helper()
	at := 0
	for _, tok := range tokens {
		if tok.Start != at || tok.End <= tok.Start {
			t.Fatalf("%q: token %d–%d after %d", text, tok.Start, tok.End, at)
		}
		if tok.Term != nil && tok.Term.Word != text[tok.Start:tok.End] {
			t.Fatalf("%q: token %d–%d is not %s", text, tok.Start, tok.End, tok.Term.Word)
		}
		at = tok.End
	}
	if at != len(text) {
		t.Fatalf("%q: tokens end at %d of %d", text, at, len(text))
	}
}

func FuzzCut(f *testing.F) {
	l := load(f)
	for _, s := range sentences {
		f.Add(s)
	}
	f.Add("加\xff上级\x00补助收入")
	f.Fuzz(func(t *testing.T, text string) {
		checkCover(t, text, l.Cut(nil, text))
		l.Normalize(text)
		l.Subject(text, "", "")
	})
}

func TestCutAppends(t *testing.T) {
	l := load(t)
	dst := []Token{{Start: 0, End: 3}}
	if got := l.Cut(dst, "某某"); len(got) != 2 || got[1].Start != 0 {
		t.Errorf("Cut changed what was in dst: %v", got)
	}
}

func TestCutConcurrently(t *testing.T) {
	l := load(t)
	want := len(l.Cut(nil, sentences[0]))
	var wg sync.WaitGroup
	for i := 0; i < 8; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 50; j++ {
				if got := len(l.Cut(nil, sentences[0])); got != want {
					t.Errorf("%d tokens, want %d", got, want)
				}
			}
		}()
	}
	wg.Wait()
}

func BenchmarkLoad(b *testing.B) {
	for i := 0; i < b.N; i++ {
		load(b)
	}
}

func BenchmarkCut(b *testing.B) {
	l := load(b)
	var clauses []string
	n := 0
	for _, s := range sentences {
		for _, c := range strings.Split(s, "，") {
			clauses, n = append(clauses, c), n+len(c)
		}
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	b.ResetTimer()
	var dst []Token
	for i := 0; i < b.N; i++ {
		for _, c := range clauses {
			dst = l.Cut(dst[:0], c)
		}
	}
}

func BenchmarkSubject(b *testing.B) {
	l := load(b)
	labels := []string{"一、全区收入", "  （一）税收收入", "其中：国有资源(资产)有偿使用收入", "201 一般公共服务支出", "某某工程建设"}
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		l.Subject(labels[i%len(labels)], "general_public", "revenue")
	}
}

// A blank where a line of print ended does not part a word, one between words does.
func TestCutOverBlanks(t *testing.T) {
	l := load(t)
	for clause, want := range map[string]string{
		"本年调入预算稳定 调节基金": "本年|调入预算稳定 调节基金",
		"上年结转收入 支出合计":   "上年结转收入|支出合计",
	} {
		var got []string
		for _, tok := range l.Cut(nil, clause) {
			if tok.Term != nil {
				got = append(got, clause[tok.Start:tok.End])
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: %s, want %s", clause, s, want)
		}
	}
}
