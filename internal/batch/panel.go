package batch

import (
	"fmt"
	"io"

	"yusuan/workbook"
)

const panelFile = "panel.xlsx"

// writePanel writes the workbook that sets all reports side by side, from what
// was stored of each, and on the way the files that hold the lines of all reports.
func (r *runState) writePanel(reports []*source, across *beyond) error {
	return publish(r.store.path(panelFile), func(w io.Writer) error {
		panel := workbook.NewPanel(w, r.pipeline.workbook...)
		defer panel.Discard()
		err := r.writeLines(reports, across, func(s *source, record []byte) error {
			if err := panel.AddRecord(record); err != nil {
				return fmt.Errorf("adding %s to the panel: %w", s.path, err)
			}
			return nil
		})
		if err != nil {
			return err
		}
		panel.AddAcross(across.findings)
		for _, s := range r.sources {
			if s.status == StatusUnreadable {
				panel.AddUnread(s.path, s.reason)
			}
		}
		return panel.Close()
	})
}
