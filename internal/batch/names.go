package batch

import (
	"path/filepath"
	"strings"
)

// What a file is, its content says. But every program and every table of data is
// a text too: below a folder, texts with these names are left aside. A file that
// is named on the command line is read whatever its name.
var otherTexts = map[string]string{
	".json": "数据文件", ".jsonl": "数据文件", ".ndjson": "数据文件", ".tsv": "数据文件", ".xml": "数据文件",
	".sql": "数据文件", ".log": "日志", ".toml": "配置文件", ".yaml": "配置文件", ".yml": "配置文件",
	".ini": "配置文件", ".cfg": "配置文件", ".conf": "配置文件", ".lock": "配置文件", ".sum": "校验文件",
	".md5": "校验文件", ".sha256": "校验文件", ".sh": "程序", ".bat": "程序", ".cmd": "程序", ".ps1": "程序",
	".py": "程序", ".r": "程序", ".go": "程序", ".js": "程序", ".ts": "程序", ".css": "程序", ".java": "程序",
	".c": "程序", ".h": "程序", ".cpp": "程序", ".rs": "程序", ".ipynb": "程序", ".tex": "排版源文件", ".bib": "排版源文件",
}

// otherNames are files that stand in folders of every kind.
var otherNames = map[string]bool{"readme": true, "license": true, "changelog": true, "makefile": true, "dockerfile": true}

// otherText says what a text below a folder is when it is no report, or nothing.
func otherText(path string) string {
	name := strings.ToLower(filepath.Base(path))
	if what := otherTexts[filepath.Ext(name)]; what != "" {
		return what + "，不是报告"
	}
	if stem, _, _ := strings.Cut(name, "."); otherNames[stem] {
		return "说明文件，不是报告"
	}
	return ""
}
