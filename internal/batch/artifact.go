package batch

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"slices"
	"sync"

	"github.com/klauspost/compress/s2"

	"yusuan/budget"
)

// An artifact is the stored form of a product without its workbook:
//
//	"yusuan-artifact-1\n"  magic
//	uint32                 length of the head
//	head                   JSON: entry, workbook's hash, sizes and checksums of the sections
//	sections               each compressed by itself, so that one can be read alone
const artifactMagic = "yusuan-artifact-1\n"

type artifactHead struct {
	Entry        Entry
	District     string
	Findings     []Finding
	WorkbookHash string
	WorkbookSize int64
	Sizes        [sectionCount]int
	Sums         [sectionCount]uint32
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func encodeArtifact(p *product) ([]byte, error) {
	var slim bytes.Buffer
	if err := gob.NewEncoder(&slim).Encode(p.slim); err != nil {
		return nil, fmt.Errorf("storing report %s: %w", p.entry.ID, err)
	}
	p.sections[slimGob] = slim.Bytes()
	head := artifactHead{Entry: p.entry, District: p.slim.District, Findings: p.findings, WorkbookHash: hashOf(p.workbook), WorkbookSize: int64(len(p.workbook))}
	scratch := scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	body := (*scratch)[:0]
	for i, s := range p.sections {
		from := len(body)
		body = slices.Grow(body, s2.MaxEncodedLen(len(s)))
		packed := s2.Encode(body[from:cap(body)], s)
		body = body[:from+len(packed)]
		head.Sizes[i], head.Sums[i] = len(packed), crc32.ChecksumIEEE(packed)
	}
	*scratch = body
	h, err := json.Marshal(head)
	if err != nil {
		return nil, err
	}
	out := make([]byte, 0, len(artifactMagic)+4+len(h)+len(body))
	out = append(out, artifactMagic...)
	out = binary.BigEndian.AppendUint32(out, uint32(len(h)))
	return append(append(out, h...), body...), nil
}

// scratches are buffers that sections are packed and unpacked in.
var scratches = sync.Pool{New: func() any { return new([]byte) }}

var errArtifact = errors.New("stored result is damaged")

// artifact reads a stored product part by part.
type artifact struct {
	head   artifactHead
	r      io.ReaderAt
	offset int64 // of the first section
}

func openArtifact(r io.ReaderAt) (*artifact, error) {
	fixed := make([]byte, len(artifactMagic)+4)
	if _, err := r.ReadAt(fixed, 0); err != nil || string(fixed[:len(artifactMagic)]) != artifactMagic {
		return nil, errArtifact
	}
	size := binary.BigEndian.Uint32(fixed[len(artifactMagic):])
	if size > 1<<24 {
		return nil, errArtifact
	}
	head := make([]byte, size)
	if _, err := r.ReadAt(head, int64(len(fixed))); err != nil {
		return nil, errArtifact
	}
	a := &artifact{r: r, offset: int64(len(fixed)) + int64(size)}
	if err := json.Unmarshal(head, &a.head); err != nil {
		return nil, errArtifact
	}
	return a, nil
}

// packed returns a section as it is stored, in dst where it has the room.
func (a *artifact) packed(dst []byte, n int) ([]byte, error) {
	at := a.offset
	for i := range n {
		at += int64(a.head.Sizes[i])
	}
	b := slices.Grow(dst[:0], a.head.Sizes[n])[:a.head.Sizes[n]]
	if read, _ := a.r.ReadAt(b, at); read < len(b) || crc32.ChecksumIEEE(b) != a.head.Sums[n] {
		return nil, errArtifact
	}
	return b, nil
}

// section returns a section, in dst where it has the room.
func (a *artifact) section(dst []byte, n int) ([]byte, error) {
	scratch := scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	packed, err := a.packed(*scratch, n)
	if err != nil {
		return nil, err
	}
	*scratch = packed
	b, err := s2.Decode(dst[:cap(dst)], packed)
	if err != nil {
		return nil, errArtifact
	}
	return b, nil
}

// slim returns the report as far as rules across reports need it.
func (a *artifact) slim() (*budget.Report, error) {
	b, err := a.section(nil, slimGob)
	if err != nil {
		return nil, err
	}
	r := &budget.Report{}
	if err := gob.NewDecoder(bytes.NewReader(b)).Decode(r); err != nil {
		return nil, errArtifact
	}
	return r, nil
}

// whole reports whether every section is as it was written.
func (a *artifact) whole() bool {
	scratch := scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	for i := range sectionCount {
		b, err := a.packed(*scratch, i)
		if err != nil {
			return false
		}
		*scratch = b
	}
	return true
}
