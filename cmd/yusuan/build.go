package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
)

// buildID identifies this very build: results of another one are not taken over.
func buildID() string {
	path, err := os.Executable()
	if err != nil {
		return programVersion()
	}
	f, err := os.Open(path)
	if err != nil {
		return programVersion()
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return programVersion()
	}
	return hex.EncodeToString(h.Sum(nil))
}
