package batch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"

	"yusuan/extract"
	"yusuan/extract/open"

	"golang.org/x/sync/errgroup"
)

const (
	maxInput  = 512 << 20 // largest file
	headBytes = 64 << 10  // enough to tell a film from a report
)

// prepare reads each file once to learn its content hash and its kind, opens
// archives, and names the reports. The sources come back in the order of their paths.
func prepare(ctx context.Context, sources []*source, jobs int) []*source {
	inspectAll(ctx, sources, jobs)
	var all, members []*source
	for _, s := range sources {
		all = append(all, s)
		if s.isOpen() && s.kind == open.Zip {
			members = append(members, listArchive(s)...)
		}
	}
	inspectAll(ctx, members, jobs)
	all = append(all, members...)
	sortSources(all)
	markDuplicates(all)
	assignIDs(all)
	return all
}

func inspectAll(ctx context.Context, sources []*source, jobs int) {
	var g errgroup.Group
	g.SetLimit(jobs)
	for _, s := range sources {
		if !s.isOpen() || ctx.Err() != nil {
			continue
		}
		g.Go(func() error {
			inspect(s)
			return nil
		})
	}
	_ = g.Wait() // the outcome of each is in its source
}

// inspect learns a source's hash and kind, and whether it is a report at all.
func inspect(s *source) {
	b, err := s.bytes()
	if errors.Is(err, errForeign) {
		s.skip(err.Error())
		return
	}
	if err != nil {
		s.fail(readReason(err))
		return
	}
	s.size = int64(len(b))
	sum := sha256.Sum256(b)
	s.sha256 = hex.EncodeToString(sum[:])
	s.kind = open.Detect(b)
	switch s.kind {
	case open.PDF, open.DOCX, open.XLSX, open.HTML:
	case open.Text:
		if what := otherText(s.path); what != "" && s.walked {
			s.skip(what)
		}
	case open.Zip:
		if s.member != "" {
			s.skip("压缩包里的压缩包")
		}
	default:
		s.refuse(b)
	}
}

// refuse says why a file without a reader has none: it is either something else
// than a report, or a report that must be converted first.
func (s *source) refuse(b []byte) {
	_, err := open.Bytes(context.Background(), s.path, b, extract.Options{OCR: "never"})
	switch {
	case errors.Is(err, open.ErrUnknownType):
		s.skip(err.Error())
	case err != nil:
		s.fail(err.Error())
	}
}

var (
	errTooLarge = errors.New("文件过大")
	errChanged  = errors.New("读取期间文件不断被改动")
	errForeign  = errors.New("不是可识别的文件类型")
)

func readReason(err error) string {
	switch {
	case errors.Is(err, errTooLarge):
		return fmt.Sprintf("文件超过 %d MB 的上限", maxInput>>20)
	case errors.Is(err, errChanged), errors.Is(err, errForeign):
		return err.Error()
	}
	return openReason(err)
}

// bytes returns the content of a source. A file that changes while it is read is
// read again, a few times.
func (s *source) bytes() ([]byte, error) {
	if s.member != "" {
		return readMember(s.file, s.member)
	}
	for range 3 {
		b, stable, err := readStable(s.file)
		if err != nil || stable {
			return b, err
		}
	}
	return nil, errChanged
}

func readStable(path string) (b []byte, stable bool, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, false, err
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return nil, false, err
	}
	if before.Size() > headBytes && foreign(f) {
		return nil, false, errForeign
	}
	if before.Size() > maxInput {
		return nil, false, errTooLarge
	}
	b = make([]byte, 0, before.Size()+1)
	b, err = appendAll(b, io.LimitReader(f, maxInput+1))
	if err != nil {
		return nil, false, err
	}
	if len(b) > maxInput {
		return nil, false, errTooLarge
	}
	after, err := f.Stat()
	if err != nil {
		return nil, false, err
	}
	stable = after.Size() == int64(len(b)) && after.ModTime().Equal(before.ModTime())
	return b, stable, nil
}

// foreign tells by the beginning of a large file that it is no report: a film
// need not be read to its end.
func foreign(f *os.File) bool {
	head := make([]byte, headBytes)
	if _, err := f.ReadAt(head, 0); err != nil {
		return false
	}
	if open.Detect(head) != open.Unknown {
		return false
	}
	_, err := open.Bytes(context.Background(), f.Name(), head, extract.Options{OCR: "never"})
	return errors.Is(err, open.ErrUnknownType)
}

// appendAll is io.ReadAll into a buffer of the size that is expected.
func appendAll(b []byte, r io.Reader) ([]byte, error) {
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
	}
}
