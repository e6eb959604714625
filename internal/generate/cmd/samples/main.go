// Command samples writes the sample reports and their truth lists into a folder.
//
//	go run ./internal/generate/cmd/samples samples
package main

import (
	"fmt"
	"os"

	"yusuan/internal/generate"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: samples FOLDER")
		os.Exit(2)
	}
	files, err := generate.SampleFiles()
	if err == nil {
		err = generate.WriteFiles(os.Args[1], files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "samples:", err)
		os.Exit(1)
	}
}
