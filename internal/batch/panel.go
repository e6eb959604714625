package batch

import (
	"fmt"
	"io"

	"yusuan/workbook"
)

const panelFile = "panel.xlsx"

// writePanel writes the workbook that sets all reports side by side, from what
// was stored of each.
func (r *runState) writePanel(reports []*source, across *beyond) error {
	return publish(r.store.path(panelFile), func(w io.Writer) error {
		panel := workbook.NewPanel(w, r.pipeline.workbook...)
		defer panel.Discard()
		var packed, record []byte
		for _, s := range reports {
			var err error
			if packed, err = r.store.section(packed, s.key, panelRecord); err != nil {
				return s.unreadable(err)
			}
			if record, err = unpackSection(record, packed); err != nil {
				return s.unreadable(err)
			}
			if err := panel.AddRecord(record); err != nil {
				return fmt.Errorf("adding %s to the panel: %w", s.path, err)
			}
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
