package batch

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"time"
)

// lookEvery is how often Watch looks for changes.
const lookEvery = time.Second

// Watch runs, and runs again whenever files arrive, change or go, once they have
// been left alone for a moment. It ends with ctx, or with an error that another
// look cannot mend. each is told the outcome of every run.
func Watch(ctx context.Context, o Options, each func(*Result, error)) error {
	last := ""
	for {
		now, err := settled(ctx, o)
		if err != nil {
			return nil // interrupted between two runs
		}
		if now == last {
			continue
		}
		last = now
		res, err := Run(ctx, o)
		each(res, err)
		if err != nil && !errors.Is(err, ErrNothing) {
			return err
		}
		if ctx.Err() != nil {
			return nil
		}
	}
}

// settled waits until two looks at the files agree and returns what was seen.
func settled(ctx context.Context, o Options) (string, error) {
	before := look(o)
	for {
		select {
		case <-ctx.Done():
			return "", ctx.Err()
		case <-time.After(lookEvery):
		}
		now := look(o)
		if now == before {
			return now, nil
		}
		before = now
	}
}

// look sums up names, sizes and times of the files.
func look(o Options) string {
	h := sha256.New()
	for _, s := range scan(o.Paths, o.Out) {
		fmt.Fprintf(h, "%s\x00%d\x00%d\x00%s\x00", s.path, s.size, s.changed.UnixNano(), s.status)
	}
	return string(h.Sum(nil))
}
