package extract

// Options are the settings of a reader.
type Options struct {
	OCR      string // auto (default) or never
	CacheDir string // for compiled engines; empty: the user's cache folder
	MaxBytes int64  // largest input, 0 for the default of 512 MiB
}
