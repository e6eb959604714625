// Command samples writes the sample reports, their truth lists and the sample
// with mistakes into a folder.
//
//	go run ./internal/generate/cmd/samples samples
//	go run ./internal/generate/cmd/samples -docx NAME FOLDER
//
// With -docx it writes one sample as a Word document, from which an office suite
// makes the sample PDF (see samples/make-pdf.sh).
package main

import (
	"flag"
	"fmt"
	"os"

	"yusuan/internal/generate"
	"yusuan/internal/generate/plant"
)

func main() {
	docx := flag.String("docx", "", "write only this sample, as a Word document")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: samples [-docx NAME] FOLDER")
		os.Exit(2)
	}
	write := plant.SampleFiles
	if *docx != "" {
		write = func() ([]generate.File, error) { return generate.SampleAs(*docx, "docx") }
	}
	files, err := write()
	if err == nil {
		err = generate.WriteFiles(flag.Arg(0), files)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "samples:", err)
		os.Exit(1)
	}
}
