#!/usr/bin/env bash
# Write golden/ anew and say in words what changed.
set -euo pipefail
cd "$(dirname "$0")/.."
go run ./internal/golden/cmd/golden
