package xl

import (
	"archive/zip"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/klauspost/compress/flate"
)

// deflaters are kept from one workbook to the next: each holds over a megabyte,
// which would be cleared anew for every small report.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	if err != nil {
		panic(err) // only for a level that does not exist
	}
	return w
}}

// dosEpoch is 1 January 1980, the earliest date of a zip entry: no entry tells when
// it was made.
const dosEpoch = 1<<5 | 1

// writeArchive writes parts as a zip archive. Only one of them is in memory at a
// time, and a large one spills to a file in dir.
func writeArchive(w io.Writer, dir string, parts []part) error {
	z := &archive{zip: zip.NewWriter(w), dir: dir, deflate: deflaters.Get().(*flate.Writer)}
	defer deflaters.Put(z.deflate)
	for _, p := range parts {
		if err := z.add(p); err != nil {
			return fmt.Errorf("part %s: %w", p.name, err)
		}
	}
	return z.zip.Close()
}

type archive struct {
	zip     *zip.Writer
	dir     string
	deflate *flate.Writer
}

// add compresses a part aside, so that its size is known before it is written, and
// the entry needs no trailer that some programs stumble over.
func (z *archive) add(p part) error {
	body := &rowBuffer{dir: z.dir}
	defer body.close()
	sum, packed := crc32.NewIEEE(), &counter{to: spilling{body}}
	z.deflate.Reset(packed)
	plain := &counter{to: io.MultiWriter(z.deflate, sum)}
	if err := p.write(plain); err != nil {
		return err
	}
	if err := z.deflate.Close(); err != nil {
		return err
	}
	entry, err := z.zip.CreateRaw(&zip.FileHeader{
		Name: p.name, Method: zip.Deflate, CRC32: sum.Sum32(),
		CompressedSize64: packed.n, UncompressedSize64: plain.n,
		ModifiedDate: dosEpoch, //lint:ignore SA1019 Modified would add an extra field; the date alone keeps the bytes plain
	})
	if err != nil {
		return err
	}
	_, err = body.WriteTo(entry)
	return err
}

type counter struct {
	to io.Writer
	n  uint64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.to.Write(p)
	c.n += uint64(n)
	return n, err
}

// spilling appends to a rowBuffer.
type spilling struct{ *rowBuffer }

func (s spilling) Write(p []byte) (int, error) {
	s.begin()
	s.mem = append(s.mem, p...)
	s.turn()
	return len(p), s.err
}

var _ io.WriterTo = (*rowBuffer)(nil)
