package workbook

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"sync"
	"testing"

	"github.com/shopspring/decimal"

	"yusuan/budget"
)

// district is the sample report under another name, with other amounts.
func district(t *testing.T, i int) (*budget.Report, []budget.Check) {
	r, checks := sampleReport(t)
	r.ID, r.District = fmt.Sprintf("报告%03d", i), fmt.Sprintf("青江市第%02d区", i)
	for _, f := range r.Figures {
		f.Amount = f.Amount.Mul(decimal.New(int64(100+i%17), -2))
		if f.Growth.Known {
			f.Growth.Value = f.Growth.Value.Add(decimal.New(int64(i%13), -1))
		}
	}
	if i%3 == 0 {
		checks = checks[1:]
	}
	return r, checks
}

func panelOf(t *testing.T, n int, shuffled bool) []byte {
	t.Helper()
	var out bytes.Buffer
	p := NewPanel(&out)
	order := rand.Perm(n)
	var wait sync.WaitGroup
	for i := range n {
		k := i
		if shuffled {
			k = order[i]
		}
		wait.Go(func() {
			r, checks := district(t, k)
			if err := p.Add(r, checks); err != nil {
				t.Error(err)
			}
		})
		if !shuffled {
			wait.Wait()
		}
	}
	wait.Wait()
	p.AddUnread("in/坏.pdf", "文件已加密")
	p.AddAcross(Findings([]budget.Check{{Rule: "Y601", Verdict: budget.Fail, Severity: budget.Warning, Message: "上年结转与上年报告的结转下年不等。"}}))
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPanelIsTheSameInAnyOrder(t *testing.T) {
	first := panelOf(t, 30, false)
	if path := os.Getenv("YUSUAN_KEEP_PANEL"); path != "" {
		if err := os.WriteFile(path, first, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first, panelOf(t, 30, true)) {
		t.Error("the panel depends on the order in which reports are added")
	}
}

func TestPanelOfNothing(t *testing.T) {
	p := NewPanel(io.Discard)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestDamagedRecordIsRefused(t *testing.T) {
	r, checks := sampleReport(t)
	record := PanelRecord(r, checks)
	for _, n := range []int{0, 1, 10, len(record) / 20} {
		p := NewPanel(io.Discard)
		if err := p.AddRecord(record[:n]); err == nil {
			t.Errorf("a record cut at %d of %d bytes was taken", n, len(record))
		}
		p.Close()
	}
}

// BenchmarkPanel writes a panel of 100,000 figures.
func BenchmarkPanel(b *testing.B) {
	t := &testing.T{}
	r, checks := sampleReport(t)
	n := 100_000/len(r.Figures) + 1
	for b.Loop() {
		p := NewPanel(io.Discard)
		for i := range n {
			r.ID = fmt.Sprintf("报告%05d", i)
			if err := p.Add(r, checks); err != nil {
				b.Fatal(err)
			}
		}
		if err := p.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n*len(r.Figures)), "figures")
}

func BenchmarkReport(b *testing.B) {
	r, checks := sampleReport(&testing.T{})
	for b.Loop() {
		if err := Report(io.Discard, r, checks, WithSource("a.pdf")); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzAddRecord feeds the panel damaged records: it must refuse them or write a
// workbook, and never end in a panic.
func FuzzAddRecord(f *testing.F) {
	r, checks := sampleReport(&testing.T{})
	record := PanelRecord(r, checks)
	f.Add(record)
	f.Add(record[:len(record)/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		p := NewPanel(io.Discard)
		if err := p.AddRecord(b); err != nil {
			p.Discard()
			return
		}
		_ = p.Close() // figures may still be damaged: an error is an answer
	})
}
