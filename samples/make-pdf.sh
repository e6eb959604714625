#!/bin/sh
# Remakes the sample PDF from its text with LibreOffice. Run from the repository root.
set -eu
name=lanzhi-district-2023-final
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go run ./internal/generate/cmd/samples -docx "$name" "$work"
soffice -env:UserInstallation="file://$work/profile" --headless --convert-to pdf --outdir "$work" "$work/$name.docx" >/dev/null
cp "$work/$name.pdf" "samples/$name.pdf"
