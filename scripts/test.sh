#!/usr/bin/env bash
# Run every test and end with go test's own closing lines, then what was skipped and why.
set -uo pipefail
cd "$(dirname "$0")/.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# -v names the skipped tests; the listing itself is kept out of sight.
go test -v -timeout 20m ${GO_TEST_FLAGS:-} ./... >"$log" 2>&1
status=$?
grep -E '^(--- FAIL|FAIL|panic:|#|[^ ]+\.go:[0-9]+:[0-9]+:)|^    --- FAIL' "$log" || true
[ $status -eq 0 ] || grep -B 30 -E '^ *--- FAIL' "$log" | grep -vE '^(=== |--- PASS|    --- PASS)' | head -200
grep -E '^(ok|FAIL)\s' "$log"
grep -E '^(ok|FAIL)\s' "$log" | awk '{ n[$1]++ } END { printf "\npackages: %d ok, %d failed\n", n["ok"], n["FAIL"] }'
passed=$(grep -cE '^ *--- PASS' "$log"); failed=$(grep -cE '^ *--- FAIL' "$log"); skipped=$(grep -cE '^ *--- SKIP' "$log")
echo "tests: $passed passed, $failed failed, $skipped skipped"
if [ "$skipped" -gt 0 ]; then
	echo "skipped (make test-all installs what they need, where it can):"
	awk '/^ *--- SKIP/ { sub(/^ +/, "", last); print "  " $3 ": " last } { last = $0 }' "$log" | sort -u | head -40
fi
exit $status
