package ocr

import "testing"

func TestMendGroups(t *testing.T) {
	for in, want := range map[string]string{
		"105.713.55": "105,713.55",
		"204;931.10": "204,931.10",
		"6.640.65":   "6,640.65",
		"1:234,567":  "1,234,567",
		"-1.234.567": "-1,234,567",
		"25.349":     "25.349", // decimals, perhaps
		"12,345.67":  "12,345.67",
		"2024.12.31": "2024.12.31",
		"1.2.3":      "1.2.3",
		"一般公共预算收入合计": "一般公共预算收入合计",
	} {
		if got := mendGroups(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}
