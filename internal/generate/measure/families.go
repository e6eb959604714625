package measure

import (
	"context"

	"yusuan/budget"
	"yusuan/extract"
	"yusuan/extract/open"
	"yusuan/internal/generate"
	"yusuan/reconcile"
)

// Families checks the reports of n districts over two years against each other.
// Every alarm is a false one or a misreading.
func Families(ctx context.Context, n int, first uint64) (reports int, out []Alarm, err error) {
	styles, err := generate.Styles()
	if err != nil {
		return 0, nil, err
	}
	rd, err := newReader()
	if err != nil {
		return 0, nil, err
	}
	for seed := first; seed < first+uint64(n); seed++ {
		family, err := generate.Family(styles, seed)
		if err != nil {
			return 0, nil, err
		}
		var read []*budget.Report
		for _, made := range family {
			doc, err := open.Bytes(ctx, made.Name, made.Data, extract.Options{OCR: "never"})
			if err != nil {
				return 0, nil, err
			}
			rep, err := rd.norm.Read(ctx, made.Name, doc)
			if err != nil {
				return 0, nil, err
			}
			read = append(read, reconcile.Slim(rep))
		}
		reports += len(read)
		for _, c := range alarms(rd.engine.Across(ctx, read)) {
			out = append(out, Alarm{c.Report, c})
		}
	}
	return reports, out, nil
}
