package measure

import (
	"context"

	"yusuan/budget"
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
			_, rep, err := rd.read(ctx, made)
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
