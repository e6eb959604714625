// Package html reads web pages: saved from government sites, exported by office
// suites, or made by converters. Navigation, index cards and page feet stay in
// the document as running lines; scripts, styles and hidden parts don't.
package html

import (
	"context"
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"yusuan/extract"
	"yusuan/extract/build"
	"yusuan/extract/text"
)

// hidden selects what a browser doesn't print.
const hidden = `script, style, noscript, template, svg, math, head, select, textarea, input, button, iframe, object, audio, video, canvas, del, s, strike,
[hidden], [style*="display:none"], [style*="display: none"], [style*="visibility:hidden"], [style*="visibility: hidden"], [style*="mso-hide:all"]`

// navigation selects the parts of a site that are no part of the report.
const navigation = `nav, footer, aside, [role=navigation], [role=banner], [role=contentinfo], [role=search],
[class*=breadcrumb], [class*=crumbs], [class*=navbar], [class*=topnav], [class*=sidebar], [class*=footer], [class*=copyright], [class*=friendlink], [class*=toolbar], [class*=share],
[id*=breadcrumb], [id*=crumbs], [id*=navbar], [id*=topnav], [id*=sidebar], [id*=footer], [id*=copyright], [id*=friendlink], [id*=toolbar], [id*=share],
.nav, #nav, .menu, #menu, .location, .position, .dqwz, .crumb`

// Read reads the bytes of a web page called name.
func Read(ctx context.Context, name string, b []byte, o extract.Options) (*extract.Document, error) {
	if len(b) > text.MaxBytes {
		return nil, text.ErrTooLarge
	}
	s, enc, err := decode(b)
	if err != nil {
		return nil, err
	}
	d := build.New(name, "html", "html")
	d.Document().Encoding = string(enc)
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		if err := fallback(ctx, d, s); err != nil {
			return nil, err
		}
		d.Problem("E003", "网页标签嵌套过深，未按结构读取，表格未识别，仅保留文字")
		return finish(ctx, d)
	}
	q := goquery.NewDocumentFromNode(root)
	q.Find(hidden).Remove()
	w := &walker{ctx: ctx, d: d, nav: map[*html.Node]bool{}, items: map[*html.Node]int{}}
	for _, n := range q.Find(navigation).Nodes {
		w.nav[n] = true
	}
	w.block(root)
	w.flush()
	if w.err != nil {
		return nil, fmt.Errorf("read page: %w", w.err)
	}
	return finish(ctx, d)
}

// finish marks what stands around the report, tables set as text, and joined lines.
func finish(ctx context.Context, d *build.Doc) (*extract.Document, error) {
	doc := d.Document()
	if err := text.Mark(ctx, doc); err != nil {
		return nil, err
	}
	return doc, nil
}
