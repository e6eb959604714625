package main

import "github.com/spf13/cobra"

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "yusuan",
		Short: "Read, reconcile and tabulate Chinese local budget reports",
		Long: `yusuan reads a folder of Chinese local budget reports (PDF, TXT, HTML, DOCX),
captures every amount with its year, stage, book and scope, proves that the
figures agree with each other, and writes Excel workbooks and an anomaly log.`,
		Example: `  yusuan run reports/ -o out
  yusuan inspect reports/2024.pdf
  yusuan explain T101`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(newRun(), newMerge(), newInspect(), newRules(), newExplain(), newLexicon(), newVersion(), newMan(), newColumns(), newWorker())
	return root
}
