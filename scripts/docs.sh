#!/usr/bin/env bash
# Write the pages that come from the code.
set -euo pipefail
cd "$(dirname "$0")/.."
go generate ./reconcile
bin/yusuan columns >docs/columns.md
bin/yusuan man >docs/yusuan.1
