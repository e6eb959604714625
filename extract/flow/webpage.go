package flow

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"yusuan/extract"
	"yusuan/extract/runes"
)

//go:embed data/webpage.tsv
var webpageTSV string

// siteWords are the words of data/webpage.tsv by how they are compared.
type siteWords struct {
	prefix, contains []string
	exact            map[string]bool
}

var webpage = sync.OnceValue(func() siteWords { return parseSiteWords(webpageTSV) })

func parseSiteWords(tsv string) siteWords {
	w := siteWords{exact: map[string]bool{}}
	for _, line := range strings.Split(tsv, "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		switch f[0] {
		case "prefix":
			w.prefix = append(w.prefix, f[1])
		case "contains":
			w.contains = append(w.contains, f[1])
		case "exact":
			w.exact[f[1]] = true
		}
	}
	return w
}

// maxSiteLine is the longest line in characters that a web site prints around a
// document; longer ones are content that happens to hold the words.
const maxSiteLine = 120

// MarkWebPage sets Kind Running on what a web site prints around a document. A line
// that holds an amount of money is content whatever it begins with.
func MarkWebPage(doc *extract.Document) {
	w := webpage()
	for i := range doc.Pages {
		for j := range doc.Pages[i].Lines {
			l := &doc.Pages[i].Lines[j]
			if l.Kind == extract.Body && w.match(runes.Simplify(l.Text)) {
				l.Kind = extract.Running
			}
		}
	}
}

func (w siteWords) match(line string) bool {
	if len(line) > 4*maxSiteLine || utf8.RuneCountInString(line) > maxSiteLine || strings.Contains(line, "万元") || strings.Contains(line, "亿元") {
		return false
	}
	t := strings.Map(func(r rune) rune {
		if runes.IsSpace(r) {
			return -1
		}
		return r
	}, line)
	if w.exact[t] {
		return true
	}
	for _, p := range w.prefix {
		if strings.HasPrefix(t, p) {
			return true
		}
	}
	for _, p := range w.contains {
		if strings.Contains(t, p) {
			return true
		}
	}
	return false
}
