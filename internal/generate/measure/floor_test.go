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

	// of the styles kept aside: under what their first run reached
	floorAsideRecall    = 0.79
	floorAsidePrecision = 0.83
)

func TestReaderStaysAboveTheFloors(t *testing.T) {
	rs, err := Run(context.Background(), Plan{Reports: 2, First: 501})
	if err != nil {
		t.Fatal(err)
	}
	var seen, held StyleResult
	for i := range rs {
		sum := &seen
		if rs[i].Style.HeldOut {
			sum = &held
		}
		sum.Add(rs[i].Result)
		sum.Failed += rs[i].Failed
	}
	if seen.Failed+held.Failed > 0 {
		t.Errorf("%d reports could not be read", seen.Failed+held.Failed)
	}
	for _, c := range []struct {
		name       string
		got, floor float64
	}{
		{"mention recall", seen.MentionRecall(), floorMention}, {"mention precision", seen.MentionPrecision(), floorMention},
		{"key recall", seen.KeyRecall(), floorRecall}, {"key precision", seen.KeyPrecision(), floorPrecision},
		{"key recall of styles kept aside", held.KeyRecall(), floorAsideRecall}, {"key precision of styles kept aside", held.KeyPrecision(), floorAsidePrecision},
	} {
		if c.got < c.floor {
			t.Errorf("%s is %.4f, below %.4f", c.name, c.got, c.floor)
		}
	}
	if seen.PolicyTaken > 3 {
		t.Errorf("%d policy amounts were taken for budget figures", seen.PolicyTaken)
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
