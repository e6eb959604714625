package main

import (
	"fmt"
	"io"

	"yusuan/internal/batch"
)

// finalTable says in a few lines what a run came to.
func finalTable(w io.Writer, res *batch.Result, out string) {
	line := func(name, format string, args ...any) {
		fmt.Fprintf(w, "  %s  %s\n", name, fmt.Sprintf(format, args...))
	}
	fmt.Fprintln(w)
	line("报告", "%d 份（其中 %d 份未变动，沿用上次结果）", res.Reports, res.Reused)
	line("数字", "%d 个", res.Figures)
	line("核对", "差错 %d，警示 %d，提示 %d", res.Errors, res.Warnings, res.Notes)
	line("未读", "读不出 %d，跳过 %d，重复 %d", res.Unreadable, res.Skipped, res.Duplicates)
	if res.Interrupted {
		line("中断", "尚有 %d 份未处理，再次运行将接着做", res.Unrun)
	}
	line("用时", "%.1f 秒", res.Seconds)
	line("结果", "%s", out)
}
