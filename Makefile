# make help lists what can be done here. Every target does its work; what does not
# exist yet has no target.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

TIME ?= 10s
ARGS ?=

.PHONY: help
help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: demo
demo: ## a day of a fictional office, and its portal at a printed address; ARGS=--once ends after the table
	@go run ./cmd/tamga demo $(ARGS)

.PHONY: test
test: ## all tests, in a random order, and what was not checked here
	@.ci/test ./...

.PHONY: race
race: ## the tests of what runs side by side, under the race detector
	@.ci/race

KILLS ?= 50

.PHONY: crash
crash: ## kill nodes KILLS (50) times on each store while 32 callers lodge; then verify
	@TAMGA_CRASH=$(KILLS) go test -count=1 -timeout=20m -run='^TestCrash$$' -v ./cmd/tamga

.PHONY: fuzz
fuzz: ## each reader of outside bytes for TIME (10s)
	@.ci/fuzz $(TIME)

.PHONY: mutate
mutate: ## plant every small defect in the law and expect red tests (hours); ARGS='-sample 50' for some
	@.ci/mutate $(ARGS)

.PHONY: bench
bench: ## documents a second on one core, beside xmllint
	@.ci/bench

.PHONY: update
update: ## agree to what the tests got: write golden files, then read the diff
	@go test $$(git grep -l '"tamga/internal/golden"' -- '*_test.go' ':!internal/golden' ':!internal/house' | xargs -n1 dirname | sort -u | sed 's|^|./|') -update

.PHONY: fmt
fmt: ## format the code
	@gofmt -w $$(git ls-files '*.go')

.PHONY: lint
lint: ## vet and golangci-lint, in the version of .ci/tools/lint.mod
	@go vet ./...
	@go tool -modfile=.ci/tools/lint.mod golangci-lint run ./...

.PHONY: ci
ci: ## everything the server checks, on a clone of HEAD (half an hour)
	@.ci/run
