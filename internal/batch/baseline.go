package batch

import "path/filepath"

// baselineFile is the anomaly log of the run that a baseline names: its folder
// or the file itself.
func baselineFile(p string) string {
	if filepath.Ext(p) == ".jsonl" {
		return p
	}
	return filepath.Join(p, "anomalies.jsonl")
}
