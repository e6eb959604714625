#!/usr/bin/env python3
"""A pipeline as it is usually written in Python, to compare with: it reads the text of each report (PyMuPDF or pdfminer for PDF), cuts the
sentences with jieba, finds amounts with a regular expression and the words before them, and writes one workbook a report with openpyxl.
It does much less than yusuan: no tables, no scope, no reconciliation, no links.

    pipeline.py [--pdf mupdf|pdfminer] [--processes 2] IN OUT

Needs (Debian): python3-jieba python3-openpyxl python3-fitz python3-pdfminer.
"""
import argparse
import multiprocessing
import os
import pathlib
import re
import resource
import time

AMOUNT = re.compile(r"(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(亿元|万元|元)")
SCALE = {"亿元": 10000.0, "万元": 1.0, "元": 0.0001}


def read(path, engine):
    if path.suffix.lower() != ".pdf":
        data = path.read_bytes()
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
        return data.decode("utf-8", "replace")
    if engine == "mupdf":
        import fitz
        with fitz.open(path) as doc:
            return "\n".join(page.get_text() for page in doc)
    from pdfminer.high_level import extract_text
    return extract_text(str(path))


def figures(text):
    import jieba
    year = None
    for number, line in enumerate(text.splitlines(), 1):
        found = re.search(r"(20\d\d)年", line)
        if found:
            year = int(found.group(1))
        matches = list(AMOUNT.finditer(line))
        tokens = list(jieba.tokenize(line)) if matches else []
        for match in matches:
            words = [word for word, _, end in tokens if end <= match.start() and len(word) > 1]
            yield number, year, "".join(words[-2:]), float(match.group(1).replace(",", "")) * SCALE[match.group(2)], match.group(0), line


def convert(job):
    path, out, engine = job
    import openpyxl
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["行", "年度", "科目", "金额（万元）", "原文数字", "原文"])
    count = 0
    for row in figures(read(path, engine)):
        sheet.append(row)
        count += 1
    book.save(os.path.join(out, path.stem + ".xlsx"))
    return count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pdf", choices=["mupdf", "pdfminer"], default="mupdf")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("input")
    parser.add_argument("output")
    args = parser.parse_args()
    os.makedirs(args.output, exist_ok=True)
    files = sorted(p for p in pathlib.Path(args.input).rglob("*") if p.is_file())
    start = time.time()
    with multiprocessing.Pool(args.processes) as pool:
        counts = pool.map(convert, [(p, args.output, args.pdf) for p in files], chunksize=1)
    seconds = time.time() - start
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{len(files)} files, {sum(counts)} amounts, {seconds:.2f} s, {len(files) / seconds:.1f} files/s, "
          f"cpu {children.ru_utime + children.ru_stime:.2f} s, largest process {children.ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
