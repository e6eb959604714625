#!/usr/bin/env bash
# Build the release binaries without cgo, for each system, with checksums. The
# same source and Go version give the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
: "${VERSION:=$(git describe --tags --always --dirty)}" "${LDFLAGS:=-s -w -X main.version=$VERSION}"
rm -rf dist && mkdir dist
for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do
	os=${target%/*} arch=${target#*/}
	name="yusuan-$VERSION-$os-$arch"
	[ "$os" = windows ] && name="$name.exe"
	echo "  $name"
	CGO_ENABLED=0 GOOS=$os GOARCH=$arch go build -trimpath -buildvcs=false -ldflags "$LDFLAGS" -o "dist/$name" ./cmd/yusuan
done
(cd dist && sha256sum yusuan-* >SHA256SUMS)
cat dist/SHA256SUMS
