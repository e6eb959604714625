package flow

import (
	"regexp"
	"strings"

	"yusuan/extract"
	"yusuan/extract/runes"
)

// edge is how many printed lines at the top and bottom of a page may be running ones.
const edge = 3

// MarkRunning sets Kind Running on page numbers, running headers and footers.
//
// A page number is a line that can be nothing else (— 3 —, 第3页), or a bare number
// that counts on from page to page. A header or footer is a line that stands at
// the edge of several pages with the same words, digits aside. Where a text has no
// pages, its page numbers show where they end. What web sites print around a
// document is running too, and so are the lines of a table of contents.
func MarkRunning(doc *extract.Document) {
	MarkWebPage(doc)
	all := items(doc)
	for i := range all {
		if all[i].line.Kind == extract.Body && (isPageNumber(all[i].text) || isContents(all[i].text)) {
			all[i].line.Kind = extract.Running
		}
	}
	if len(doc.Pages) > 1 {
		markBareOnPages(all)
	} else {
		markBareInText(all)
	}
	recognised := false
	for i := range doc.Pages {
		recognised = recognised || doc.Pages[i].OCR
	}
	markRepeated(all, breaks(all), recognised)
}

// markBareOnPages marks bare numbers at the edge of pages whose distance from
// the number of the page is the same on two pages or more.
func markBareOnPages(all []item) {
	shift := map[int][]int{}
	eachPage(all, func(from, to int) {
		for _, i := range append(firstPrinted(all, from, to, 1), lastPrinted(all, from, to, 1)...) {
			if n, ok := asBareNumber(all[i].text); ok && all[i].line.Kind == extract.Body {
				d := n - all[i].page
				if s := shift[d]; len(s) == 0 || s[len(s)-1] != i {
					shift[d] = append(s, i)
				}
			}
		}
	})
	for _, s := range shift {
		for _, i := range s {
			if len(s) > 1 && all[s[0]].page != all[s[len(s)-1]].page {
				all[i].line.Kind = extract.Running
			}
		}
	}
}

// minPage is the least number of lines between two page numbers of a text.
const minPage = 8

// markBareInText marks bare numbers that count 1 2 3 … through a text without
// pages, each with room for a page before it and no other short line beside it:
// the cells of a table with one cell a line are neighbours of their like.
func markBareInText(all []item) {
	var run []int
	flush := func() {
		if len(run) >= 2 {
			for _, i := range run {
				all[i].line.Kind = extract.Running
			}
		}
		run = nil
	}
	want := 0
	for i := range all {
		n, ok := asBareNumber(all[i].text)
		if !ok || all[i].line.Kind != extract.Body || !standsAlone(all, i) {
			continue
		}
		if len(run) > 0 && n == want && i-run[len(run)-1] >= minPage {
			run, want = append(run, i), n+1
			continue
		}
		if len(run) == 0 || n == 1 {
			flush()
			run, want = []int{i}, n+1
		}
	}
	flush()
}

// standsAlone tells whether no number and no cell of a table is the printed line
// before or after line i.
func standsAlone(all []item, i int) bool {
	for _, step := range []int{-1, 1} {
		j := i + step
		for j >= 0 && j < len(all) && all[j].blank {
			j += step
		}
		if j >= 0 && j < len(all) && (runes.IsNumber(all[j].text) || runes.IsDash(all[j].text)) {
			return false
		}
	}
	return true
}

// breaks lists the places where a page ends: the index of the first line after it.
func breaks(all []item) []int {
	var out []int
	for i := 1; i < len(all); i++ {
		if all[i].page != all[i-1].page {
			out = append(out, i)
		}
	}
	if len(out) > 0 {
		return out
	}
	for i := range all {
		if all[i].line.Kind == extract.Running && (isPageNumber(all[i].text) || bareNumber.MatchString(all[i].text)) {
			out = append(out, i+1)
		}
	}
	return out
}

// markRepeated marks lines beside page ends that come back with the same words in
// the same place: the first, second or third line from the top or bottom of a page.
// The first of them stays content where nothing shows that it is a header too: a
// report's title is often its running header. On recognised pages the same words come out
// with other characters here and there.
func markRepeated(all []item, ends []int, recognised bool) {
	if len(ends) == 0 {
		return
	}
	top := firstPrinted(all, 0, ends[0], edge)
	places := map[spot][]int{}
	var order []spot
	for _, end := range ends {
		for side, near := range [][]int{lastPrinted(all, 0, end, edge), firstPrinted(all, end, len(all), edge)} {
			for nth, i := range near {
				k := spot{side, nth, repeatKey(all[i])}
				if k.text == "" || len(top) > 0 && i <= top[len(top)-1] {
					continue
				}
				if recognised && !caption.MatchString(all[i].text) {
					k = likest(order, k)
				}
				if len(places[k]) == 0 {
					order = append(order, k)
				}
				places[k] = append(places[k], i)
			}
		}
	}
	for _, k := range order {
		p := places[k]
		first := firstWith(all, top, k.text, p[0])
		if len(p) < 2 && (first < 0 || len(ends) > 2) || len(p)*3 < len(ends) {
			continue
		}
		for _, i := range p {
			all[i].line.Kind = extract.Running
		}
		if first >= 0 && samePlace(all[first].line, all[p[0]].line) {
			all[first].line.Kind = extract.Running
		}
	}
}

// likest is the spot known before whose text could be this one's, misread in less than
// half of its characters; the spot itself where there is none.
func likest(known []spot, k spot) spot {
	for _, o := range known {
		if o.side == k.side && o.nth == k.nth && misread(o.text, k.text) {
			return o
		}
	}
	return k
}

// misread tells whether two texts are as long and have most characters alike.
func misread(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 4 {
		return a == b
	}
	other := 0
	for i := range x {
		if x[i] != y[i] {
			other++
		}
	}
	return other*2 < len(x)
}

// spot is a place beside a page end and what stands there: side 0 before it, 1
// behind it, nth line from there.
type spot struct {
	side, nth int
	text      string
}

// firstWith finds the line with key k among the first lines of the document,
// before line p; -1 where there is none.
func firstWith(all []item, top []int, k string, p int) int {
	for _, i := range top {
		if i < p && repeatKey(all[i]) == k {
			return i
		}
	}
	return -1
}

// samePlace tells whether two lines stand at the same height of their pages.
func samePlace(a, b *extract.Line) bool {
	d := a.Box[1] - b.Box[1]
	return a.Box != extract.Box{} && d > -4 && d < 4
}

// repeatKey is the text of a line that may be a running header, its page number
// masked; empty for a line that may not: a heading, a number, a unit, a row of a
// table, a long line.
func repeatKey(it item) string {
	t := it.text
	printed := 0 // blanks between the parts of a header don't count
	for _, r := range t {
		if !runes.IsSpace(r) {
			printed++
		}
	}
	if it.line.Kind != extract.Body || printed < 3 || printed > 60 {
		return ""
	}
	if isUnitLine(t) || isNumbered(t) || isListItem(t) || runes.IsNumber(t) || endsSentence(t) || strings.ContainsAny(t, "\t|") || columns(t) > 2 {
		return ""
	}
	if !caption.MatchString(t) {
		t = pageInLine.ReplaceAllString(folded(t), "#")
	}
	return strings.ReplaceAll(t, " ", "")
}

// pageInLine is a page number beside the words of a running line.
var pageInLine = regexp.MustCompile(`第 *\d+ *页|共 *\d+ *页|^\d{1,4} +|^[—–―─－\-·]+ *\d{1,4} *[—–―─－\-·]+|[—–―─－\-·]+ *\d{1,4} *[—–―─－\-·]+$| +\d{1,4}$`)

// columns counts the parts of a line that runs of blanks set apart.
func columns(t string) int {
	n, gap := 1, 0
	for _, r := range t {
		if runes.IsSpace(r) {
			gap += runes.Width(r)
			continue
		}
		if gap >= 2 {
			n++
		}
		gap = 0
	}
	return n
}

func eachPage(all []item, do func(from, to int)) {
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].page == all[from].page {
			to++
		}
		do(from, to)
		from = to
	}
}

// firstPrinted lists the first n printed lines of all[from:to]; page numbers don't count.
func firstPrinted(all []item, from, to, n int) []int {
	var out []int
	for i := from; i < to && len(out) < n; i++ {
		if !all[i].blank && all[i].line.Kind != extract.Running {
			out = append(out, i)
		}
	}
	return out
}

// lastPrinted lists the last n printed lines of all[from:to], the lowest first.
func lastPrinted(all []item, from, to, n int) []int {
	var out []int
	for i := to - 1; i >= from && len(out) < n; i-- {
		if !all[i].blank && all[i].line.Kind != extract.Running {
			out = append(out, i)
		}
	}
	return out
}
