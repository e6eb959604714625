package measure

import (
	"context"
	"testing"

	"yusuan/internal/generate"
)

// The floors below which a change to the reader is a step back. They stand a
// little under what is reached; raise them when more is.
const (
	floorMention   = 0.98
	floorRecall    = 0.95
	floorPrecision = 0.96
)

// seen leaves out the styles kept aside: a test that read them would tell of them
// with each change to the reader.
func seen(s *generate.Style) bool { return !s.HeldOut }

func TestReaderStaysAboveTheFloors(t *testing.T) {
	rs, err := Run(context.Background(), Plan{Reports: 2, First: 501, Only: seen})
	if err != nil {
		t.Fatal(err)
	}
	var sum StyleResult
	for i := range rs {
		sum.Add(rs[i].Result)
		sum.Failed += rs[i].Failed
	}
	if sum.Failed > 0 {
		t.Errorf("%d reports could not be read", sum.Failed)
	}
	for _, c := range []struct {
		name       string
		got, floor float64
	}{
		{"mention recall", sum.MentionRecall(), floorMention}, {"mention precision", sum.MentionPrecision(), floorMention},
		{"key recall", sum.KeyRecall(), floorRecall}, {"key precision", sum.KeyPrecision(), floorPrecision},
	} {
		if c.got < c.floor {
			t.Errorf("%s is %.4f, below %.4f", c.name, c.got, c.floor)
		}
	}
	if sum.PolicyTaken > 3 {
		t.Errorf("%d policy amounts were taken for budget figures", sum.PolicyTaken)
	}
}

// Clean samples raise no alarm, and the faults of a few reports are found.
func TestFaultsAreFound(t *testing.T) {
	only := func(s *generate.Style) bool { return s.Name == "03-final-accounts" || s.Name == "01-district-plain" }
	r, err := Faults(context.Background(), Plan{Reports: 1, First: 7, Only: only})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range r.Alarms {
		t.Errorf("clean %s: %s %s", a.Report, a.Rule, a.Message)
	}
	found, visible := 0, 0
	for _, k := range r.Kinds {
		found, visible = found+k.Found, visible+k.Detectable
	}
	if visible < 10 || found*10 < visible*7 {
		t.Errorf("%d of %d visible faults found", found, visible)
	}
}
