#!/usr/bin/env bash
# Format, vet, and the analysers that are installed.
set -euo pipefail
cd "$(dirname "$0")/.."
unformatted=$(gofmt -l .)
if [ -n "$unformatted" ]; then
	echo "gofmt would change:" && echo "$unformatted" && exit 1
fi
go vet ./...
for tool in staticcheck govulncheck; do
	if command -v "$tool" >/dev/null 2>&1; then
		"$tool" ./...
	else
		echo "$tool is not installed: skipped"
	fi
done
