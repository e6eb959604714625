package table_test

import (
	"flag"
	"os"
	"testing"
)

// Random tests start from one seed, so that a run tells the same twice. Other
// grids: go test ./extract/table -rapid.seed=N -rapid.checks=3000.
func TestMain(m *testing.M) {
	flag.Parse()
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == "rapid.seed" })
	if !given {
		if err := flag.Set("rapid.seed", "1"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
