# yusuan: the commands of a developer. `make help` lists them.

GO       ?= go
BIN      := bin/yusuan
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo devel)
LDFLAGS  := -s -w -X main.version=$(VERSION)
# What test-all adds to Go, as Debian packages.
DEBIAN   := libreoffice-calc libreoffice-writer poppler-utils tesseract-ocr tesseract-ocr-chi-sim chromium fonts-noto-cjk

.DEFAULT_GOAL := help
.PHONY: help build run test test-all tools soak golden bench measure bench-python lint docs fuzz release clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## build bin/yusuan
	@mkdir -p bin
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o $(BIN) ./cmd/yusuan

run: build ## read samples/ into out/ and say where to look
	$(BIN) run samples -o out
	@echo
	@echo "Open out/reports/*.xlsx for a report, out/panel.xlsx for all side by side,"
	@echo "out/anomalies.csv for what does not agree, out/figures.csv for every figure."

test: ## run the tests; Go alone is enough
	@scripts/test.sh

test-all: tools ## run the tests, also those that need LibreOffice, poppler and others
	@YUSUAN_TEST_ALL=1 scripts/test.sh

tools: ## install what test-all needs (Debian, as root); names what it could not
	@DEBIAN="$(DEBIAN)" scripts/tools.sh

soak: ## kill, damage and edit for long: 200 kills, 10,000 damaged files, 200 histories of edits
	YUSUAN_SOAK=1 $(GO) test -v -timeout 2h -run 'Killed|Damaged|Incremental' ./internal/batch

golden: ## write golden/ anew and say in words what changed
	@scripts/golden.sh

bench: measure ## measure, then run the benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

measure: ## recall and precision on generated reports, planted faults found (docs/measuring.md)
	$(GO) run ./internal/generate/cmd/measure -n 40 -misses 12
	$(GO) run ./internal/generate/cmd/faults -n 5 -cases 1

bench-python: build ## compare with a Python pipeline over the same reports
	@bench/compare.sh

lint: ## gofmt, go vet, and staticcheck and govulncheck where installed
	@scripts/lint.sh

docs: build ## write the pages that come from the code: rules, columns, man page
	@scripts/docs.sh

fuzz: ## fuzz everything that reads bytes, 20 seconds each
	@scripts/fuzz.sh

release: ## build dist/ for Linux, Windows and macOS, with checksums
	@VERSION="$(VERSION)" LDFLAGS="$(LDFLAGS)" scripts/release.sh

clean: ## remove what the other commands made
	rm -rf bin dist out
