package xl

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
)

// sortedZip is the archive writer handed to excelize. It writes the entries in
// the order of their names (excelize walks maps), without any time stamp, and
// puts the rows of each sheet into the place that excelize left empty. It
// writes to its own target, so a large workbook is never whole in memory.
type sortedZip struct {
	target  io.Writer
	dir     string                 // for temporary files
	sheets  map[string]*sheetParts // by part name
	extra   map[string]*rowBuffer  // relations to add, by part name
	own     map[string][]byte      // parts that take the place of excelize's
	entries []*zipEntry
	open    *bytes.Buffer
	name    string
	deflate *flate.Writer // one for all entries
}

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

type zipEntry struct {
	header zip.FileHeader
	body   *rowBuffer
}

// Create begins an entry; it is complete when the next begins.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	if err := z.finish(); err != nil {
		return nil, err
	}
	z.name, z.open = name, new(bytes.Buffer)
	return z.open, nil
}

// AddFS is part of excelize's interface and not used by it.
func (z *sortedZip) AddFS(fs.FS) error { return fmt.Errorf("xl: AddFS is not supported") }

// Close writes the archive.
func (z *sortedZip) Close() error {
	defer z.discard()
	if err := z.finish(); err != nil {
		return err
	}
	if err := z.createRelations(); err != nil {
		return err
	}
	slices.SortFunc(z.entries, func(a, b *zipEntry) int { return strings.Compare(a.header.Name, b.header.Name) })
	if b, ok := z.target.(*bytes.Buffer); ok {
		b.Grow(z.size())
	}
	zw := zip.NewWriter(z.target)
	for _, e := range z.entries {
		w, err := zw.CreateRaw(&e.header)
		if err != nil {
			return err
		}
		if _, err := e.body.WriteTo(w); err != nil {
			return err
		}
	}
	return zw.Close()
}

// size is about what the archive comes to.
func (z *sortedZip) size() int {
	n := 0
	for _, e := range z.entries {
		n += int(e.header.CompressedSize64) + 2*len(e.header.Name) + 128
	}
	return n
}

func (z *sortedZip) discard() {
	if z.deflate != nil {
		deflaters.Put(z.deflate)
		z.deflate = nil
	}
	for _, e := range z.entries {
		e.body.close()
	}
}

func (z *sortedZip) finish() error {
	if z.open == nil {
		return nil
	}
	content := z.open.Bytes()
	z.open = nil
	body := &rowBuffer{dir: z.dir}
	sum, packed := crc32.NewIEEE(), &counter{to: spilling{body}}
	if z.deflate == nil {
		z.deflate = deflaters.Get().(*flate.Writer)
	}
	z.deflate.Reset(packed)
	plain := &counter{to: io.MultiWriter(z.deflate, sum)}
	if err := z.copyPart(plain, content); err != nil {
		return fmt.Errorf("part %s: %w", z.name, err)
	}
	if err := z.deflate.Close(); err != nil {
		return err
	}
	z.entries = append(z.entries, &zipEntry{body: body, header: zip.FileHeader{
		Name: z.name, Method: zip.Deflate, CRC32: sum.Sum32(),
		CompressedSize64: packed.n, UncompressedSize64: plain.n,
		ModifiedDate: dosEpoch, //lint:ignore SA1019 Modified would add an extra field; the date alone keeps the bytes plain
	}})
	return nil
}

func (z *sortedZip) copyPart(w io.Writer, content []byte) error {
	if part, ok := z.own[z.name]; ok {
		_, err := w.Write(part)
		return err
	}
	sheet := z.sheets[z.name]
	if sheet == nil {
		return z.writePlain(w, content)
	}
	before, after, err := cutSheetData(content)
	if err != nil {
		return err
	}
	// The schema wants the colouring and the links before printOptions, which every
	// sheet has.
	at := bytes.Index(after, []byte("<printOptions"))
	if at < 0 {
		return fmt.Errorf("no printOptions element")
	}
	if err := writeAll(w, before, sheet.columns, []byte("<sheetData>")); err != nil {
		return err
	}
	if _, err := sheet.rows.WriteTo(w); err != nil {
		return err
	}
	if err := writeAll(w, []byte("</sheetData>"), after[:at], sheet.tones); err != nil {
		return err
	}
	if _, err := sheet.links.WriteTo(w); err != nil {
		return err
	}
	return writeAll(w, after[at:])
}

func writeAll(w io.Writer, parts ...[]byte) error {
	for _, p := range parts {
		if _, err := w.Write(p); err != nil {
			return err
		}
	}
	return nil
}

// sheetParts is what a sheet adds to the part that excelize writes for it.
type sheetParts struct {
	rows           *rowBuffer
	columns, tones []byte
	links          *sheetLinks
}

// add has a sheet put what is its own into a part.
func (z *sortedZip) add(part string, s *Sheet) {
	z.sheets[part] = &sheetParts{&s.rows, s.columnElements(), s.toneElements(), &s.links}
	if len(s.links.ids) > 0 {
		z.extra[path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")] = &s.links.relations
	}
}

// writePlain writes a part that is no sheet, with relations added to one that
// holds relations.
func (z *sortedZip) writePlain(w io.Writer, content []byte) error {
	relations, ok := z.extra[z.name]
	if !ok {
		return writeAll(w, content)
	}
	delete(z.extra, z.name)
	head, ok := bytes.CutSuffix(bytes.TrimSpace(content), []byte(relationsTail))
	if !ok {
		head = []byte(relationsHead)
	}
	if err := writeAll(w, head); err != nil {
		return err
	}
	if _, err := relations.WriteTo(w); err != nil {
		return err
	}
	return writeAll(w, []byte(relationsTail))
}

// createRelations makes the parts of relations that excelize had no need of.
func (z *sortedZip) createRelations() error {
	for _, name := range slices.Sorted(maps.Keys(z.extra)) {
		if _, err := z.Create(name); err != nil {
			return err
		}
		if err := z.finish(); err != nil {
			return err
		}
	}
	return nil
}

// cutSheetData splits a sheet around its cols and sheetData elements.
func cutSheetData(content []byte) (before, after []byte, err error) {
	before, rest, ok := bytes.Cut(content, []byte("<sheetData>"))
	if !ok {
		return nil, nil, fmt.Errorf("no sheetData element")
	}
	if _, after, ok = bytes.Cut(rest, []byte("</sheetData>")); !ok {
		return nil, nil, fmt.Errorf("sheetData is not closed")
	}
	before, _, _ = bytes.Cut(before, []byte("<cols>"))
	return before, after, nil
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
