package pdf

import (
	"context"
	"errors"
	"fmt"

	"yusuan/extract"
	"yusuan/extract/pdf/content"
	"yusuan/extract/pdf/object"
	"yusuan/extract/table"
)

// errSeen ends reading once the page that was asked for is drawn.
var errSeen = errors.New("page seen")

// Picture draws one page (from 1) as the table finder sees it, as SVG: words,
// drawn lines and their crossings, shades, cells. It is for finding out why a
// table was read wrongly. Tables that go on over a page break are drawn as they
// are found on this page alone.
func Picture(ctx context.Context, src object.Source, page int, o extract.Options) ([]byte, error) {
	c := &chooser{ctx: ctx, src: src, options: o}
	defer c.close()
	var svg []byte
	_, err := pages(ctx, src, func(r *content.Reader, p *content.Result) error {
		if p.Page.Number != page {
			return nil
		}
		if err := c.choose(r.File(), p); err != nil {
			return err
		}
		t := tablePage(p.Page, nil)
		svg = table.Picture(t, table.Find(t))
		return errSeen
	})
	if err != nil && !errors.Is(err, errSeen) {
		return nil, fmt.Errorf("draw page %d: %w", page, err)
	}
	if svg == nil {
		return nil, fmt.Errorf("draw page %d: the file has no such page", page)
	}
	return svg, nil
}
