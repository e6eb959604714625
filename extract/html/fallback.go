package html

import (
	"context"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"yusuan/extract"
	"yusuan/extract/build"
)

// fallback reads the words of a page that has no tree: the tokens between tags,
// a line a block.
func fallback(ctx context.Context, d *build.Doc, s string) error {
	z := html.NewTokenizer(strings.NewReader(s))
	var b strings.Builder
	flush := func() {
		d.Line(extract.Line{Text: strings.TrimSpace(harden(b.String()))})
		b.Reset()
	}
	skip := 0
	for n := 0; ; n++ {
		if n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		kind := z.Next()
		if kind == html.ErrorToken {
			flush()
			if z.Err() == io.EOF {
				return nil
			}
			return z.Err()
		}
		name, _ := z.TagName()
		a := atom.Lookup(name)
		switch {
		case kind == html.TextToken && skip == 0:
			b.WriteString(collapse(string(z.Text()), b.Len() == 0, false))
		case a == atom.Script || a == atom.Style:
			skip = map[html.TokenType]int{html.StartTagToken: 1}[kind]
		case blocks[a] || a == atom.Br:
			flush()
		}
	}
}
