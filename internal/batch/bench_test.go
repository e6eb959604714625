package batch

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

// knownReport is the real report that stands beside the repository, where it does.
const knownReport = "../../../shared/reports/beibei-2024.txt"

// BenchmarkReport is the whole pipeline over one real report of 44 KB on one
// core: reading, understanding, reconciling, workbook, records.
func BenchmarkReport(b *testing.B) {
	info, err := os.Stat(knownReport)
	if err != nil {
		b.Skipf("the known report is not here: %v", err)
	}
	benchmarkFile(b, knownReport, info.Size())
}

// BenchmarkSample is the same over a report of samples/.
func BenchmarkSample(b *testing.B) {
	files, err := filepath.Glob("../../samples/*.txt")
	if err != nil || len(files) == 0 {
		b.Skip("no samples here")
	}
	info, err := os.Stat(files[0])
	if err != nil {
		b.Fatal(err)
	}
	benchmarkFile(b, files[0], info.Size())
}

func benchmarkFile(b *testing.B, path string, size int64) {
	p, err := newPipeline(Options{OCR: "never"})
	if err != nil {
		b.Fatal(err)
	}
	s := &source{path: path, file: path, id: "r"}
	inspect(s)
	b.SetBytes(size)
	b.ReportAllocs()
	stages := map[string]float64{}
	before := cpuTime()
	for b.Loop() {
		out, err := p.pack(context.Background(), s, nil)
		if err != nil {
			b.Fatal(err)
		}
		head, err := out.head()
		if err != nil {
			b.Fatal(err)
		}
		for stage, seconds := range head.Entry.Stages {
			stages[stage] += seconds
		}
	}
	b.ReportMetric(float64((cpuTime()-before).Microseconds())/1000/float64(b.N), "cpu-ms/op")
	for stage, seconds := range stages {
		b.ReportMetric(seconds*1000/float64(b.N), stage+"-ms/op")
	}
}
