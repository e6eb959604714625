package batch

import (
	"bytes"
	"encoding/json"
	"testing"
)

// A manifest that is written piece by piece is what the encoder makes of the whole.
func TestManifestIsWrittenInPieces(t *testing.T) {
	inputs := []Entry{
		{Path: "a <b> & \"c\".txt", ID: "甲", Status: StatusReport, Size: 7, Stages: map[string]float64{"read": 0.5, "records": 1}},
		{Path: "\"inputs\": []", Status: StatusSkipped, Reason: "隐藏文件"},
	}
	for n := range len(inputs) + 1 {
		m := &Manifest{Version: "1", Settings: settings{OCR: "auto"}, Complete: true, Inputs: inputs[:n], Clock: &Clock{Started: "x"},
			Stale: []Acceptance{{Rule: "T101", Reason: "<&>"}}}
		var got, want bytes.Buffer
		if err := m.Write(&got); err != nil {
			t.Fatal(err)
		}
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(m); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%d inputs: got\n%s\nwant\n%s", n, &got, &want)
		}
	}
}
