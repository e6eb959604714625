#!/usr/bin/env bash
# Run yusuan and the Python pipeline over the same files and print one line for
# each: wall clock, CPU time, peak memory. IN is a folder (default: samples/), N the
# number of copies of each file.
set -euo pipefail
cd "$(dirname "$0")/.."
in=${IN:-samples} n=${N:-50} python=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
measure() { python3 bench/measure.py "$@" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }; }
copies() { # kind
	mkdir -p "$work/$1"
	for f in "$in"/*."$1"; do
		[ -e "$f" ] || continue
		for i in $(seq "$n"); do
			cp "$f" "$work/$1/$(basename "${f%.*}")-$i.$1"
			# A copy must differ to be a report of its own.
			[ "$1" = txt ] && printf '\n%s\n' "$i" >>"$work/$1/$(basename "${f%.*}")-$i.$1" || printf '\n%%%s\n' "$i" >>"$work/$1/$(basename "${f%.*}")-$i.$1"
		done
	done
	ls "$work/$1" | wc -l
}
for kind in txt pdf; do
	count=$(copies $kind)
	echo "$count files of type $kind"
	[ "$count" -gt 0 ] || continue
	measure "yusuan -j 2" bin/yusuan run "$work/$kind" -o "$work/out-$kind" -j 2 --quiet
	if "$python" -c 'import jieba, openpyxl' 2>/dev/null; then
		if [ $kind = txt ]; then
			measure "python, jieba" "$python" bench/pipeline.py "$work/$kind" "$work/py-$kind"
		else
			"$python" -c 'import fitz' 2>/dev/null && measure "python, PyMuPDF" "$python" bench/pipeline.py --pdf mupdf "$work/$kind" "$work/py-$kind"
			"$python" -c 'import pdfminer' 2>/dev/null && measure "python, pdfminer" "$python" bench/pipeline.py --pdf pdfminer "$work/$kind" "$work/py2-$kind"
		fi
	else
		echo "  the Python pipeline is left out: $python has no jieba or openpyxl"
	fi
done
