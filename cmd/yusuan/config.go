package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sort"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// configFile is read where it exists and no other one is named.
const configFile = "yusuan.toml"

// applyConfig sets the flags that a configuration file names and the command
// line does not. A key that is no flag of the command is refused.
func applyConfig(cmd *cobra.Command, path string) error {
	named := path != ""
	if !named {
		path = configFile
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading the configuration: %w", err)
	}
	values := map[string]any{}
	if _, err := toml.Decode(string(text), &values); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	keys := make([]string, 0, len(values))
	for k := range values {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, key := range keys {
		if err := applyKey(cmd.Flags(), key, values[key]); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

func applyKey(flags *pflag.FlagSet, key string, value any) error {
	flag := flags.Lookup(key)
	if flag == nil || key == "config" || key == "help" {
		return fmt.Errorf("unknown key %q; the keys are the flags of the command without --", key)
	}
	if flag.Changed {
		return nil // the command line has the last word
	}
	for _, v := range listOf(value) {
		text, ok := scalar(v)
		if !ok {
			return fmt.Errorf("key %q: a text, number, true or false, or a list of them is wanted", key)
		}
		if err := flags.Set(key, text); err != nil {
			return fmt.Errorf("key %q: %w", key, err)
		}
	}
	return nil
}

func listOf(value any) []any {
	if list, ok := value.([]any); ok {
		return list
	}
	return []any{value}
}

func scalar(v any) (string, bool) {
	switch v.(type) {
	case string, int64, float64, bool:
		return strings.TrimSpace(fmt.Sprint(v)), true
	}
	return "", false
}
