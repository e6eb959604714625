//go:build unix

package batch

import (
	"syscall"
	"time"
)

// cpuTime is what the process has used of the processor: on a machine that is
// shared it can be compared with other measurements, wall clock cannot.
func cpuTime() time.Duration {
	var use syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &use) != nil {
		return 0
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
