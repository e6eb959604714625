package plant

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// What stands in samples/ is what this package writes.
func TestSamplesAreAsGenerated(t *testing.T) {
	files, err := SampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join("..", "..", "..", "samples", f.Name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, f.Data) {
			t.Errorf("samples/%s is not what go run ./internal/generate/cmd/samples samples writes", f.Name)
		}
	}
}
