package object

import (
	"bytes"
	"testing"

	"yusuan/extract/pdf/internal/make"
)

// FuzzOpen reads the structure and decodes the first streams of whatever comes.
func FuzzOpen(f *testing.F) {
	f.Add(make.Text("883,868"))
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj trailer<</Root 1 0 R/Prev 0>>startxref 0"))
	f.Add([]byte("%PDF-1.5 1 0 obj<</Type/XRef/W[1 8 8]/Size 99999999999/Index[0 9999999999]/Root 1 0 R/Length 1 0 R>>stream\nx endstream startxref 9"))
	f.Add([]byte("%PDF-1.4 1 0 obj<</Type/ObjStm/N 999999999/First 9/Extends 1 0 R/Length 5>>stream\n1 0 2 0\nendstream"))
	f.Add([]byte("%PDF-1.4 1 0 obj<</Filter/Standard/V 4/R 4/O(00000000000000000000000000000000)/U(00000000000000000000000000000000)/CF<</A<</CFM/AESV2>>>>/StmF/A/StrF/A>>endobj trailer<</Encrypt 1 0 R/Root 2 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(bytes.NewReader(data))
		if err != nil {
			return
		}
		n := 0
		file.Pages(func(i int, p PageNode) bool {
			if i != n+1 {
				t.Fatalf("page %d after %d", i, n)
			}
			n = i
			if s := file.Stream(p.Dict["Contents"]); s != nil {
				if out, _ := file.Decode(s, 1<<20); len(out) > 1<<20 {
					t.Fatalf("%d bytes decoded", len(out))
				}
			}
			return n < 100
		})
	})
}
