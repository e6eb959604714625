package object

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/ledongthuc/pdf"
)

// officeFile is a report typeset by an office suite.
const officeFile = "../../../../shared/reports/pdf/ruled-office.pdf"

func readShared(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		tb.Skip("skipped: no shared reports beside the repository")
	}
	return data
}

// contents gives the decoded content of each page.
func contents(tb testing.TB, data []byte) (out [][]byte) {
	f, err := Open(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	f.Pages(func(_ int, p PageNode) bool {
		b, err := f.Decode(f.Stream(p.Dict["Contents"]), 1<<24)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, b)
		return true
	})
	return out
}

// peerContents is the same by ledongthuc/pdf's objects.
func peerContents(tb testing.TB, data []byte) (out [][]byte) {
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	kids := r.Trailer().Key("Root").Key("Pages").Key("Kids")
	for i := range kids.Len() {
		b, err := io.ReadAll(kids.Index(i).Key("Contents").Reader())
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, b)
	}
	return out
}

// On a sound file both object layers read the same bytes.
func TestAgreesWithPeer(t *testing.T) {
	data := readShared(t, officeFile)
	ours, theirs := contents(t, data), peerContents(t, data)
	if len(ours) != len(theirs) || len(ours) == 0 {
		t.Fatalf("%d pages, the other layer %d", len(ours), len(theirs))
	}
	for i := range ours {
		if !bytes.Equal(ours[i], theirs[i]) {
			t.Errorf("page %d differs", i+1)
		}
	}
}

func BenchmarkContents(b *testing.B) {
	data := readShared(b, officeFile)
	b.Run("own", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			contents(b, data)
		}
	})
	b.Run("ledongthuc", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			peerContents(b, data)
		}
	})
}
