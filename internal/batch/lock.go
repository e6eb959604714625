package batch

import (
	"fmt"
	"os"
)

// lock keeps a second run out of the folder. The system releases it when the
// process ends, however it ends.
func (s store) lock() (release func(), err error) {
	f, err := os.OpenFile(s.state("lock"), os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("locking the output folder: %w", err)
	}
	ok, err := tryLock(f)
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("locking the output folder: %w", err)
	}
	if !ok {
		f.Close()
		return nil, fmt.Errorf("%w: %s", ErrLocked, s.out)
	}
	return func() { f.Close() }, nil
}
