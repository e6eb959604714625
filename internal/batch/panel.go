package batch

import (
	"fmt"
	"io"

	"yusuan/workbook"
)

const panelFile = "panel.xlsx"

// writePanel writes the workbook that sets all reports side by side, from what
// was stored of each.
func (r *runState) writePanel(reports []*source, across []workbook.Finding) error {
	return publish(r.store.path(panelFile), func(w io.Writer) (err error) {
		panel := workbook.NewPanel(w, r.pipeline.workbook...)
		defer func() {
			if e := panel.Close(); err == nil && e != nil {
				err = fmt.Errorf("writing %s: %w", panelFile, e)
			}
		}()
		var record []byte
		for _, s := range reports {
			var err error
			if record, err = r.section(record, s, panelRecord); err != nil {
				return err
			}
			if err := panel.AddRecord(record); err != nil {
				return fmt.Errorf("adding %s to the panel: %w", s.path, err)
			}
		}
		panel.AddAcross(across)
		for _, s := range r.sources {
			if s.status == StatusUnreadable {
				panel.AddUnread(s.path, s.reason)
			}
		}
		return nil
	})
}
