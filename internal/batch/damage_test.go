package batch

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// damaged returns a file with a few bytes changed, cut, doubled or mixed in.
func damaged(random *rand.Rand, b []byte) []byte {
	out := append([]byte{}, b...)
	for range 1 + random.IntN(8) {
		if len(out) < 2 {
			break
		}
		at := random.IntN(len(out))
		n := min(1+random.IntN(64), len(out)-at)
		switch random.IntN(5) {
		case 0:
			out[at] ^= byte(1 << random.IntN(8))
		case 1:
			out = out[:at+1]
		case 2:
			out = append(out[:at], out[at+n:]...)
		case 3:
			out = append(out[:at+n:at+n], out[at:]...)
		case 4:
			for i := range n {
				out[at+i] = byte(random.IntN(256))
			}
		}
	}
	return out
}

// Damaged inputs of every kind end as a report or as a finding, each of them in
// the manifest, none beyond its time.
func TestDamagedInputs(t *testing.T) {
	n := effort(60, 1000, 10_000)
	seeds, err := filepath.Glob("../../samples/*.*")
	if err != nil || len(seeds) == 0 {
		t.Fatalf("no samples: %v", err)
	}
	random := rand.New(rand.NewPCG(3, 4))
	in := t.TempDir()
	for i := range n {
		seed := seeds[i%len(seeds)]
		b, err := os.ReadFile(seed)
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(in, fmt.Sprintf("%05d%s", i, filepath.Ext(seed))), string(damaged(random, b)))
	}
	o := options(filepath.Join(t.TempDir(), "out"), in)
	o.Isolate, o.Worker, o.Timeout = IsolateRisky, testWorker(t), 20*time.Second
	res := mustRun(t, o)
	if total := res.Reports + res.Unreadable + res.Skipped + res.Duplicates; total != n || len(manifest(t, o.Out).Inputs) != n {
		t.Errorf("%d of %d inputs accounted for: %+v", total, n, res)
	}
	for _, e := range manifest(t, o.Out).Inputs {
		if e.Status != StatusReport && e.Reason == "" {
			t.Errorf("%s: %s without a reason", e.Path, e.Status)
		}
		if e.Seconds > o.Timeout.Seconds() {
			t.Errorf("%s took %.1f s", e.Path, e.Seconds)
		}
	}
	t.Logf("%d reports, %d unreadable, %d skipped, %d duplicates", res.Reports, res.Unreadable, res.Skipped, res.Duplicates)
}
