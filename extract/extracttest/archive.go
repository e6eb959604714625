package extracttest

import (
	"bytes"
	"os"
)

// Archive is a case file in the txtar form: a comment, then files, each below a
// line "-- name --".
type Archive struct {
	Comment []byte
	Files   []File
}

// File is one file of an archive.
type File struct {
	Name string
	Data []byte
}

// File gives the data of a file, nil where there is none.
func (a *Archive) File(name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

func (a *Archive) set(name string, data []byte) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = data
			return
		}
	}
	a.Files = append(a.Files, File{name, data})
}

// readArchive reads a case file.
func readArchive(path string) (*Archive, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	a := &Archive{}
	for _, line := range bytes.SplitAfter(b, []byte("\n")) {
		name, ok := bytes.CutPrefix(line, []byte("-- "))
		if name, end := bytes.CutSuffix(bytes.TrimRight(name, "\n"), []byte(" --")); ok && end {
			a.Files = append(a.Files, File{Name: string(name)})
			continue
		}
		if n := len(a.Files); n > 0 {
			a.Files[n-1].Data = append(a.Files[n-1].Data, line...)
		} else {
			a.Comment = append(a.Comment, line...)
		}
	}
	return a, nil
}

// write writes a case file.
func (a *Archive) write(path string) error {
	var b bytes.Buffer
	b.Write(a.Comment)
	for _, f := range a.Files {
		b.WriteString("-- " + f.Name + " --\n")
		b.Write(f.Data)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
