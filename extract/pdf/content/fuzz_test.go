package content

import (
	"bytes"
	"context"
	"math"
	"testing"

	"yusuan/extract/pdf/object"
)

// FuzzPage interprets whatever stands in the content of a page.
func FuzzPage(f *testing.F) {
	for _, s := range []string{
		"BT /F1 10 Tf 20 200 Td (883,868) Tj [(A) -1000 (B)] TJ T* (C) ' 1 2 (D) \" ET",
		"q 2 0 0 2 0 0 cm 9 9 m 90 9 l S 5 5 9 0.5 re f 1 2 3 4 5 6 c h B* Q Q",
		"BI /W 2 /H 1 ID \x00EI EI BT /F1 1e9 Tf -5 Tz 9 TL 1 0 0 1 1e30 0 Tm <41> Tj ET",
		"/F1 0 Tf [[[(a)]] 3] TJ << /A [ 1 >> Do 0.5 g 1 0 0 rg /P scn",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := object.Open(bytes.NewReader(one(string(data), "", "")))
		if err != nil {
			return // the content ended the object early
		}
		r := NewReader(file)
		file.Pages(func(n int, p object.PageNode) bool {
			page, err := r.Page(context.Background(), n, p)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range page.Chars {
				if c.X1 < c.X0 || c.Y1 < c.Y0 || math.IsNaN(c.X0) || math.IsInf(c.X1, 0) || c.Text == "" {
					t.Fatalf("%+v", c)
				}
			}
			for _, e := range page.Edges {
				if e.X1 < e.X0 || e.Y1 < e.Y0 || math.IsNaN(e.X0) || math.IsNaN(e.Width) {
					t.Fatalf("%+v", e)
				}
			}
			return n < 9
		})
	})
}
