package main

import (
	"os"

	"github.com/spf13/cobra"

	"yusuan/internal/batch"
)

// workerCommand is what a run calls itself with to process risky files apart.
const workerCommand = "worker"

func newWorker() *cobra.Command {
	return &cobra.Command{
		Use:    workerCommand,
		Short:  "Process files for a run (started by the program itself)",
		Hidden: true,
		Args:   cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			out := cmd.OutOrStdout()
			os.Stdout = os.Stderr // a library that prints must not break the protocol
			return batch.Work(cmd.InOrStdin(), out)
		},
	}
}

// selfAsWorker is the command that starts this program as a worker.
func selfAsWorker() []string {
	self, err := os.Executable()
	if err != nil {
		return nil
	}
	return []string{self, workerCommand}
}
