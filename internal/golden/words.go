package golden

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Words says how two sets of golden files differ, at most limit differences a file.
func Words(old, now map[string]string, limit int) []string {
	names := map[string]bool{}
	for name := range old {
		names[name] = true
	}
	for name := range now {
		names[name] = true
	}
	var out []string
	for _, name := range slices.Sorted(maps.Keys(names)) {
		before, had := old[name]
		after, has := now[name]
		switch {
		case !had:
			out = append(out, name+": new")
		case !has:
			out = append(out, name+": gone")
		case before != after:
			out = append(out, limited(name, changes(name, before, after), limit)...)
		}
	}
	return out
}

func limited(name string, list []string, limit int) []string {
	if len(list) <= limit {
		return list
	}
	return append(list[:limit:limit], fmt.Sprintf("%s: and %d more", name, len(list)-limit))
}

func changes(name, before, after string) []string {
	if strings.HasSuffix(name, ".tsv") {
		return cellChanges(name, before, after)
	}
	return lineChanges(name, before, after)
}

// cellChanges compares cell lists: workbook, sheet, cell, old, new.
func cellChanges(name, before, after string) []string {
	was, is := cellMap(before), cellMap(after)
	var out []string
	for _, ref := range order(before, after) {
		a, had := was[ref]
		b, has := is[ref]
		switch {
		case had && !has:
			out = append(out, fmt.Sprintf("%s: %s was %s and is gone", name, ref, a))
		case !had && has:
			out = append(out, fmt.Sprintf("%s: %s is new: %s", name, ref, b))
		case a != b:
			out = append(out, fmt.Sprintf("%s: %s was %s, is %s", name, ref, a, b))
		}
	}
	return out
}

func splitCell(line string) (ref, value string) {
	parts := strings.SplitN(line, "\t", 4)
	if len(parts) < 4 {
		return line, ""
	}
	value = parts[2]
	if parts[3] != "" {
		value = "=" + parts[3] + " → " + value
	}
	return parts[0] + "!" + parts[1], value
}

func cellMap(text string) map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(text) {
		ref, value := splitCell(strings.TrimSuffix(line, "\n"))
		m[ref] = value
	}
	return m
}

// order lists the references of both texts, each once, as they come.
func order(texts ...string) []string {
	seen := map[string]bool{}
	var out []string
	for _, text := range texts {
		for line := range strings.Lines(text) {
			ref, _ := splitCell(strings.TrimSuffix(line, "\n"))
			if !seen[ref] {
				seen[ref] = true
				out = append(out, ref)
			}
		}
	}
	return out
}

// lineChanges compares lines as a multiset, in the order of the texts: what was
// moved only is told in one line.
func lineChanges(name, before, after string) []string {
	count := map[string]int{}
	for line := range strings.Lines(before) {
		count[line]++
	}
	var added []string
	for line := range strings.Lines(after) {
		if count[line] > 0 {
			count[line]--
			continue
		}
		added = append(added, fmt.Sprintf("%s: + %s", name, cut(line)))
	}
	var out []string
	for line := range strings.Lines(before) {
		if count[line] > 0 {
			count[line]--
			out = append(out, fmt.Sprintf("%s: - %s", name, cut(line)))
		}
	}
	out = append(out, added...)
	if len(out) == 0 {
		return []string{name + ": the same lines in another order"}
	}
	return out
}

func cut(line string) string {
	const longest = 240
	line = strings.TrimSuffix(line, "\n")
	if r := []rune(line); len(r) > longest {
		return string(r[:longest]) + "…"
	}
	return line
}
