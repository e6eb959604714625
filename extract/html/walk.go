package html

import (
	"context"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"yusuan/extract"
	"yusuan/extract/build"
	"yusuan/extract/runes"
)

// walker goes through the tree and puts its blocks on lines.
type walker struct {
	ctx   context.Context
	d     *build.Doc
	nav   map[*html.Node]bool
	items map[*html.Node]int // items printed so far of each numbered list
	inNav int
	buf   strings.Builder
	label string // number of a list item whose text is to come
	links int    // characters of the line inside links
	bold  int    // depth of bold elements
	bolds int    // characters of the line in bold
	nodes int
	err   error
}

// checkEvery is how many nodes pass between two looks at the context.
const checkEvery = 4096

func (w *walker) stopped() bool {
	if w.nodes++; w.nodes%checkEvery == 0 && w.err == nil {
		w.err = w.ctx.Err()
	}
	return w.err != nil
}

// blocks are the elements that begin and end a line.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
	atom.Ul: true, atom.Ol: true, atom.Li: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Table: true, atom.Tr: true, atom.Td: true, atom.Th: true, atom.Caption: true,
	atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Nav: true, atom.Aside: true, atom.Body: true, atom.Html: true,
	atom.Center: true, atom.Blockquote: true, atom.Pre: true, atom.Form: true, atom.Fieldset: true, atom.Legend: true, atom.Hr: true, atom.Address: true, atom.Figure: true, atom.Figcaption: true, atom.Ruby: false,
}

// block walks a node and its children.
func (w *walker) block(n *html.Node) {
	if w.stopped() {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text(n)
		return
	case html.DocumentNode, html.ElementNode:
	default:
		return
	}
	if w.nav[n] {
		w.flush()
		w.inNav++
		defer func() { w.flush(); w.inNav-- }()
	}
	switch n.DataAtom {
	case atom.Br:
		w.flush()
		return
	case atom.Table:
		if w.table(n) {
			return
		}
	case atom.Sup:
		if isFootnoteMark(n) {
			return
		}
	case atom.B, atom.Strong:
		w.bold++
		defer func() { w.bold-- }()
	}
	if blocks[n.DataAtom] {
		w.flush()
		defer w.flush()
	}
	if n.DataAtom == atom.Li {
		w.label = w.itemNumber(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.block(c)
	}
}

// text adds a text node to the current line: runs of blanks are one, none at the
// beginning; non-breaking and full-width blanks stay.
func (w *walker) text(n *html.Node) {
	s := collapse(n.Data, w.buf.Len() == 0 || endsInBlank(w.buf.String()), inside(n, atom.Pre))
	w.buf.WriteString(s)
	size := utf8.RuneCountInString(runes.Trim(s))
	if inside(n, atom.A) {
		w.links += size
	}
	if w.bold > 0 {
		w.bolds += size
	}
}

func endsInBlank(s string) bool {
	return strings.HasSuffix(s, " ") || strings.HasSuffix(s, "\n") || strings.HasSuffix(s, softBreak)
}

// softBreak stands for blanks with a line end of the source among them until the
// line is whole: between Chinese characters they print nothing.
const softBreak = "\x01"

// collapse writes runs of ASCII blanks as one, or as none after a blank.
func collapse(s string, after, pre bool) string {
	if pre {
		return s
	}
	var b strings.Builder
	run, end := false, false
	flush := func() {
		switch {
		case run && !after && end:
			b.WriteString(softBreak)
		case run && !after:
			b.WriteByte(' ')
		}
		after = after || run
		run, end = false, false
	}
	for _, r := range s {
		switch r {
		case '\n', '\r':
			run, end = true, true
		case ' ', '\t', '\f', '\x01':
			run = true
		default:
			flush()
			b.WriteRune(r)
			after = false
		}
	}
	flush()
	return b.String()
}

// harden makes soft breaks blanks, or nothing between Chinese characters and signs.
func harden(s string) string {
	parts := strings.Split(s, softBreak)
	var b strings.Builder
	for i, p := range parts {
		if i > 0 && p != "" && b.Len() > 0 {
			last, _ := utf8.DecodeLastRuneInString(b.String())
			first, _ := utf8.DecodeRuneInString(p)
			if last < chinese || first < chinese {
				b.WriteByte(' ')
			}
		}
		b.WriteString(p)
	}
	return b.String()
}

// chinese is where the scripts begin that are written without blanks.
const chinese = 0x2e80

// inside tells whether n stands in an element of kind a, up to the next block.
func inside(n *html.Node, a atom.Atom) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.DataAtom == a {
			return true
		}
		if blocks[p.DataAtom] {
			return false
		}
	}
	return false
}

// flush ends the current line. In navigation, and where a short line is nothing but
// links, it is a running one.
func (w *walker) flush() {
	s := harden(w.buf.String())
	size := utf8.RuneCountInString(runes.Trim(s))
	links, bolds := w.links, w.bolds
	w.buf.Reset()
	w.links, w.bolds = 0, 0
	if size == 0 {
		return
	}
	kind := extract.Body
	if w.inNav > 0 || links > 0 && links*10 >= size*8 && size < 200 {
		kind = extract.Running
	}
	s, w.label = w.label+s, ""
	for _, line := range strings.Split(s, "\n") {
		w.d.Line(extract.Line{Text: strings.TrimRight(line, " "), Kind: kind, Bold: bolds == size})
	}
}

// isFootnoteMark tells a raised number or sign that would run into a figure.
func isFootnoteMark(n *html.Node) bool {
	t := runes.Trim(plain(n))
	return strings.Trim(t, "0123456789[]()（）①②③④⑤⑥⑦⑧⑨*注") == ""
}

// plain is the text of a node.
func plain(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(plain(c))
	}
	return b.String()
}

// itemNumber is what a browser prints before an item of a numbered list.
func (w *walker) itemNumber(li *html.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return ""
	}
	n, known := w.items[list]
	if v, err := strconv.Atoi(attr(list, "start")); err == nil && !known {
		n = v - 1
	}
	w.items[list] = n + 1
	return strconv.Itoa(n+1) + ". "
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
