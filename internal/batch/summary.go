package batch

import "fmt"

// summarise writes one line a report, in the order of their paths, and says
// what could not be read.
func (r *runState) summarise(m *Manifest) {
	defer r.sayFollowUp(m)
	for _, e := range m.Inputs {
		switch e.Status {
		case StatusReport:
			fmt.Fprintln(r.options.Summary, summaryLine(e))
		case StatusUnreadable:
			r.options.Log.Error("未能读取", "file", e.Path, "reason", e.Reason)
		case StatusSkipped:
			r.options.Log.Info("跳过", "file", e.Path, "reason", e.Reason)
		case StatusDuplicate:
			r.options.Log.Info("重复", "file", e.Path, "reason", e.Reason)
		}
	}
	r.sayFollowUp(m)
}

// sayFollowUp tells of acceptances without use and of findings that are mended.
func (r *runState) sayFollowUp(m *Manifest) {
	for _, e := range m.Stale {
		r.options.Log.Warn("接受条目已无对应的异常，可以删除", "rule", e.Rule, "report", e.Report, "reason", e.Reason)
	}
	if n := len(m.Gone); n > 0 {
		r.options.Log.Info("上次的异常已消除", "count", fmt.Sprintf("%d项", n))
	}
}

func summaryLine(e Entry) string {
	c := e.Counts
	if c.Figures == 0 {
		return fmt.Sprintf("%s：未见预算数字（%d页）", e.ID, e.Pages)
	}
	return fmt.Sprintf("%s：数字%d个，核对%d项，相符%d，舍入差%d，差错%d，警示%d，提示%d",
		e.ID, c.Figures, c.Pass+c.Rounding+c.Errors+c.Warnings, c.Pass, c.Rounding, c.Errors, c.Warnings, c.Notes)
}
