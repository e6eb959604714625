// Command yusuan reads Chinese local budget reports, reconciles their figures
// and writes them as workbooks.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"yusuan/internal/collector"
)

// The exit statuses of the program.
const (
	exitOK          = 0
	exitUnreadable  = 1 // some file could not be read; the others were
	exitUsage       = 2 // the call was wrong, or nothing could be written
	exitFindings    = 3 // --fail-on was met
	exitInterrupted = 130
)

func main() {
	collector.Usual()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program without the process: it returns the exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(context.Background())
	if err == nil {
		return exitOK
	}
	var status exitStatus
	if errors.As(err, &status) {
		return int(status)
	}
	fmt.Fprintln(stderr, "yusuan:", err)
	return exitUsage
}

// exitStatus ends the program with a status after everything was said.
type exitStatus int

func (s exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(s)) }
