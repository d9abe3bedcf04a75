# Two commands are all a newcomer needs:
#
#   make run     installs what is missing, builds, fills a fresh desk with the
#                sample case and serves it on http://127.0.0.1:8080
#   make test    installs what is missing and passes the tests
#
# The rest is for those who work on atleast.

GOLANGCI := bin/golangci-lint
GOLANGCI_VERSION := v2.15.0
ADDR ?= 127.0.0.1:8080

.PHONY: run build test lint unit browser test-long fuzz tools-run tools-test bench bench-count bench-match bench-claims

run: tools-run build
	./bin/atleast demo --addr $(ADDR)

build:
	go build -trimpath -o bin/atleast ./cmd/atleast

test: tools-test lint unit

unit: web/browser/node_modules
	go test ./...

lint: $(GOLANGCI)
	go vet ./...
	@if [ -x $(GOLANGCI) ]; then $(GOLANGCI) run ./...; \
	else echo "golangci-lint cannot be had here; staticcheck instead"; go run honnef.co/go/tools/cmd/staticcheck@2026.2.2 ./...; fi

$(GOLANGCI):
	-GOBIN=$(CURDIR)/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)

# The browser test's one dependency. Where npm is missing the test skips and says so.
web/browser/node_modules: web/browser/package-lock.json
	-cd web/browser && npm ci --no-audit --no-fund
	@mkdir -p $@ && touch $@

tools-run:
	@scripts/install run

tools-test:
	@scripts/install test

# Long suites: every random case of the count, and every fuzz target for a while.
test-long:
	scripts/long

fuzz:
	scripts/fuzz 30s

bench: bench-count bench-match bench-claims

bench-count bench-match bench-claims: build
	bench/$(@:bench-%=%)/run.sh
