// Package collector says how far the heap may grow beyond what is in use before the
// garbage collector runs. Whoever sets GOGC decides that for himself.
package collector

import (
	"os"
	"runtime/debug"
)

const (
	usual   = 250 // percent; a twentieth less time than 200 for some 15 MB more
	shared  = 200 // a sixth less time than 100 for some 20 MB more
	thrifty = 50  // a fifth more time for two thirds of the memory of a thousand pages
	large   = 4 << 20
)

// Usual sets what is right for most files, for the whole process.
func Usual() { set(usual) }

// Shared is Usual for a process that is one of several.
func Shared() { set(shared) }

func set(percent int) {
	if !chosen() {
		debug.SetGCPercent(percent)
	}
}

// File saves memory while a process works on one file of so many bytes, if it is a
// large one: what the heap may grow by goes with what is in use. It lasts until done
// is called.
func File(size int64) (done func()) {
	if size < large || chosen() {
		return func() {}
	}
	before := debug.SetGCPercent(thrifty)
	return func() { debug.SetGCPercent(before) }
}

func chosen() bool { return os.Getenv("GOGC") != "" }
