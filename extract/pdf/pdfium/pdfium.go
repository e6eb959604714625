// Package pdfium is the second engine: Google's PDFium, compiled to WebAssembly
// and run by wazero. It sees no file and no network, only the bytes that it is
// given, and has a cap of memory. It costs seconds to compile once and a tenth
// of a second to start from the compile cache, so it is started only when asked.
package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	gopdfium "github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// ErrPassword says that the file wants a password.
var ErrPassword = errors.New("encrypted with a user password")

// memoryPages caps the guest's memory, in pages of 64 KiB.
const memoryPages = 256 << 20 >> 16

// Document is a file that PDFium has opened. It is not safe for concurrent use.
type Document struct {
	ctx      context.Context
	pool     gopdfium.Pool
	instance gopdfium.Pdfium
	ref      references.FPDF_DOCUMENT
	cache    wazero.CompilationCache
	release  func() bool
	broken   error // after a trap the instance is of no more use
}

// Open starts PDFium and opens a file. cacheDir is where compiled code is kept;
// empty means the user's cache folder. When ctx ends, whatever PDFium is doing
// ends too.
func Open(ctx context.Context, data []byte, cacheDir string) (*Document, error) {
	d := &Document{ctx: ctx}
	if err := d.start(cacheDir); err != nil {
		d.Close()
		return nil, fmt.Errorf("start pdfium: %w", err)
	}
	res, err := d.instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		d.Close()
		if errors.Is(err, pdferrors.ErrPassword) {
			return nil, ErrPassword
		}
		return nil, fmt.Errorf("pdfium: open: %w", err)
	}
	d.ref = res.Document
	return d, nil
}

func (d *Document) start(cacheDir string) error {
	if err := d.ctx.Err(); err != nil {
		return err
	}
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(true)
	if cache := compileCache(cacheDir); cache != nil {
		d.cache = cache
		config = config.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 0, MaxIdle: 1, MaxTotal: 1,
		FSConfig:      wazero.NewFSConfig(), // nil would mount the whole file system
		RuntimeConfig: config,
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	if err != nil {
		return err
	}
	d.pool = pool
	if d.instance, err = pool.GetInstanceWithContext(d.ctx); err != nil {
		return err
	}
	d.release = context.AfterFunc(d.ctx, func() { _ = d.instance.Kill() })
	return nil
}

// compileCache keeps compiled code on disk; nil where that cannot be.
func compileCache(dir string) wazero.CompilationCache {
	if dir == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(user, "yusuan")
	}
	dir = filepath.Join(dir, "pdfium")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}

// Close gives everything back.
func (d *Document) Close() {
	if d.release != nil {
		d.release()
	}
	if d.pool != nil {
		_ = d.pool.Close()
	}
	if d.cache != nil {
		_ = d.cache.Close(context.Background())
	}
	d.pool, d.cache, d.broken = nil, nil, errors.New("closed")
}

// guard runs a call into the guest; a trap or a panic of the bindings ends the
// document but nothing else.
func (d *Document) guard(what string, call func() error) (err error) {
	if d.broken != nil {
		return fmt.Errorf("pdfium: %s: %w", what, d.broken)
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("trapped: %v", p)
			d.broken = err
		}
		if cerr := d.ctx.Err(); cerr != nil {
			err = cerr
			d.broken = err
		}
		if err != nil {
			err = fmt.Errorf("pdfium: %s: %w", what, err)
		}
	}()
	return call()
}

// Pages is the number of pages.
func (d *Document) Pages() (n int, err error) {
	err = d.guard("count pages", func() error {
		res, err := d.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
		if err == nil {
			n = res.PageCount
		}
		return err
	})
	return n, err
}

func (d *Document) page(index int) requests.Page {
	return requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: index}}
}
