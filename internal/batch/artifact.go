package batch

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"sync"

	"github.com/klauspost/compress/s2"

	"yusuan/budget"
	"yusuan/internal/records"
	"yusuan/reconcile"
)

// An artifact is the stored form of a product without its workbook:
//
//	"yusuan-artifact-3\n"  magic
//	uint32 ×2              size and checksum of each section
//	sections               each compressed by itself, so that one can be read alone
const artifactMagic = "yusuan-artifact-3\n"

// sectionsAt is where the first section begins.
const sectionsAt = len(artifactMagic) + 8*sectionCount

// artifactHead is what a run must know of a product before it reads the rest.
type artifactHead struct {
	Entry        Entry
	District     string
	Findings     []Finding
	WorkbookHash string
	WorkbookSize int64
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func encodeArtifact(p *product) ([]byte, *artifactHead, error) {
	head := &artifactHead{Entry: p.entry, District: p.district, Findings: p.findings, WorkbookHash: hashOf(p.workbook), WorkbookSize: int64(len(p.workbook))}
	var err error
	if p.sections[headJSON], err = json.Marshal(head); err != nil {
		return nil, nil, fmt.Errorf("storing report %s: %w", p.entry.ID, err)
	}
	scratch := scratches.Get().(*[]byte)
	defer scratches.Put(scratch)
	b := append((*scratch)[:0], artifactMagic...)
	b = append(b, make([]byte, sectionsAt-len(b))...)
	for i, s := range p.sections {
		from := len(b)
		b = slices.Grow(b, s2.MaxEncodedLen(len(s)))
		stored := s2.Encode(b[from:cap(b)], s)
		b = b[:from+len(stored)]
		at := b[len(artifactMagic)+8*i:]
		binary.BigEndian.PutUint32(at, uint32(len(stored)))
		binary.BigEndian.PutUint32(at[4:], crc32.ChecksumIEEE(stored))
	}
	*scratch = b
	return slices.Clone(b), head, nil
}

// scratches are buffers that artifacts are put together in.
var scratches = sync.Pool{New: func() any { return new([]byte) }}

var errArtifact = errors.New("stored result is damaged")

// artifact reads a stored product part by part.
type artifact struct {
	b      []byte
	places [sectionCount + 1]int // where each section begins, and where the last ends
}

func openArtifact(b []byte) (*artifact, error) {
	if len(b) < sectionsAt {
		return nil, errArtifact
	}
	places, err := placesOf(b[:sectionsAt], int64(len(b)))
	if err != nil {
		return nil, err
	}
	return &artifact{b: b, places: places}, nil
}

// placesOf reads from the head of an artifact where each section begins, and where the last ends.
func placesOf(head []byte, size int64) (places [sectionCount + 1]int, err error) {
	if string(head[:len(artifactMagic)]) != artifactMagic {
		return places, errArtifact
	}
	at := sectionsAt
	for i := range sectionCount {
		places[i] = at
		at += int(binary.BigEndian.Uint32(head[len(artifactMagic)+8*i:]))
	}
	if places[sectionCount] = at; int64(at) != size {
		return places, errArtifact
	}
	return places, nil
}

// checksumOf is what the head of an artifact says of a section.
func checksumOf(head []byte, n int) uint32 {
	return binary.BigEndian.Uint32(head[len(artifactMagic)+8*n+4:])
}

// stored returns a section as it is stored; ok tells that it is as it was written.
func (a *artifact) stored(n int) (b []byte, ok bool) {
	b = a.b[a.places[n]:a.places[n+1]]
	return b, crc32.ChecksumIEEE(b) == checksumOf(a.b, n)
}

// section returns a section, in dst where it has the room.
func (a *artifact) section(dst []byte, n int) ([]byte, error) {
	stored, ok := a.stored(n)
	if !ok {
		return nil, errArtifact
	}
	return unpackSection(dst, stored)
}

func unpackSection(dst, stored []byte) ([]byte, error) {
	b, err := s2.Decode(dst[:cap(dst)], stored)
	if err != nil {
		return nil, errArtifact
	}
	return b, nil
}

func (a *artifact) head() (*artifactHead, error) {
	b, err := a.section(nil, headJSON)
	if err != nil {
		return nil, err
	}
	head := &artifactHead{}
	if err := json.Unmarshal(b, head); err != nil {
		return nil, errArtifact
	}
	return head, nil
}

// slim returns the report as far as rules across reports need it.
func (a *artifact) slim() (*budget.Report, error) {
	b, err := a.section(nil, slimReport)
	if err != nil {
		return nil, err
	}
	r, err := reconcile.UnpackSlim(b)
	if err != nil {
		return nil, errArtifact
	}
	return r, nil
}

// whole reports whether every section is as it was written.
func (a *artifact) whole() bool {
	for i := range sectionCount {
		if _, ok := a.stored(i); !ok {
			return false
		}
	}
	return true
}

// unpacker unpacks one artifact after the other in buffers of its own: what it
// returns holds until the next.
type unpacker struct {
	sections [sectionCount][]byte
	lines    []byte
}

func (u *unpacker) section(a *artifact, n int) ([]byte, error) {
	b, err := a.section(u.sections[n], n)
	if err == nil {
		u.sections[n] = b
	}
	return b, err
}

// unfolded returns the lines of a section that points into the figures, which
// must have been unpacked before.
func (u *unpacker) unfolded(a *artifact, n int) ([]byte, error) {
	b, err := u.section(a, n)
	if err != nil {
		return nil, err
	}
	lines, err := records.Unfold(u.lines[:0], b, u.sections[figuresJSON])
	if err != nil {
		return nil, errArtifact
	}
	u.lines = lines
	return lines, nil
}
