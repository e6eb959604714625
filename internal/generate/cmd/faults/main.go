// Command faults plants faults into generated and sample reports, checks them
// with the program and prints what was found, and every alarm on clean reports.
//
//	go run ./internal/generate/cmd/faults -n 20
//	go run ./internal/generate/cmd/faults -style 01 -cases 5
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"yusuan/internal/generate"
	"yusuan/internal/generate/measure"
)

func main() {
	n := flag.Int("n", 10, "reports a style; each gets one fault of every kind")
	first := flag.Uint64("seed", 1, "first seed")
	style := flag.String("style", "", "only styles whose name contains this")
	cases := flag.Int("cases", 3, "misses and wrong causes to list, a kind")
	families := flag.Bool("families", false, "check reports of one district against each other instead; n districts")
	held := flag.Bool("held-out", false, "only the styles kept aside")
	write := flag.String("write", "", "write the reports with faults that were not found into this folder")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	begin := time.Now()
	if *families {
		reports, alarms, err := measure.Families(ctx, *n, *first)
		if err != nil {
			fmt.Fprintln(os.Stderr, "faults:", err)
			os.Exit(1)
		}
		fmt.Printf("%d reports of %d districts: %d alarms between reports\n", reports, *n, len(alarms))
		measure.PrintAlarms(os.Stdout, alarms)
		return
	}
	only := func(s *generate.Style) bool { return s.HeldOut == *held && strings.Contains(s.Name, *style) }
	r, err := measure.Faults(ctx, measure.Plan{Reports: *n, First: *first, Only: only})
	if err != nil {
		fmt.Fprintln(os.Stderr, "faults:", err)
		os.Exit(1)
	}
	measure.PrintFaults(os.Stdout, r)
	fmt.Println()
	if !*held {
		measure.PrintFaultCases(os.Stdout, r, *cases)
	}
	if *write != "" {
		if err := measure.WriteMisses(*write, r); err != nil {
			fmt.Fprintln(os.Stderr, "faults:", err)
			os.Exit(1)
		}
	}
	fmt.Fprintf(os.Stderr, "%.1f s\n", time.Since(begin).Seconds())
}
