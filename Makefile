# Makegood's targets. Each prepares what it needs: Python 3.11 or newer, make and a package registry are all that must be there.
SHELL := bash
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
CODE := $(wildcard src tests bench fuzz)

##@ Look
help: ## list these targets
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {print substr($$0, 5)} /^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

run: ## walk through the example district, and write a statement to out/
	@scripts/install
	@scripts/tour

bench: ## measure speed and memory on made-up records
	@scripts/install dev bench
	$(BIN)/python -m bench.run $(ARGS)

fuzz: ## damage inputs in every way for ten minutes (ARGS="--minutes 1" for less)
	@scripts/install dev bench
	nice -n 19 $(BIN)/python -m fuzz.run $(ARGS)

walk: ## look at every page and paper as everybody, in both languages and widths; kill the site's server 100 times
	@scripts/install dev bench
	@scripts/browser
	MAKEGOOD_EVERY_PAGE=all MAKEGOOD_KILLS=100 $(BIN)/pytest \
		tests/web/test_every_page.py tests/web/test_language.py tests/web/test_zoom_and_print.py tests/web/test_kills.py tests/documents/test_letter.py

count: ## hold the account of 1,000 random folders, minute by minute, against an independent one
	@scripts/install dev bench
	MAKEGOOD_ORACLE_FOLDERS=1000 $(BIN)/pytest -n 2 tests/ledger/test_against_oracle.py

##@ Check
test: ## everything that CI checks; goes on after a failure, so that all of them are seen
	@scripts/install dev bench
	@scripts/browser
	@$(MAKE) --keep-going style types imports packs newer suite

lint: ## style, types and imports only
	@scripts/install dev
	@$(MAKE) --keep-going style types imports

format: ## write the code in the house's form
	@scripts/install dev
	$(BIN)/ruff check --fix-only --quiet $(CODE)
	$(BIN)/ruff format $(CODE)

##@ Parts of the above (they expect the tools to be there)
style: ## ruff: every rule, and the form
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check --quiet $(CODE)

types: ## mypy, strict
	$(BIN)/mypy --no-error-summary

imports: ## import-linter: rooms import downwards only
	$(BIN)/lint-imports

packs: ## the sentences that each policy pack is held to
	$(BIN)/makegood policy test

suite: ## pytest, on two processors
	$(BIN)/pytest -n 2 --dist worksteal

newer: ## the main tests once more on Python 3.13, where that is there too
	@scripts/newer

##@ Tidy
browser: ## a browser and PDF tools for the tests of pages (Debian, as root)
	@scripts/browser

clean: ## remove what was made here: .venv, out, caches
	rm -rf .venv .venv-3.13 out build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help run bench fuzz walk count test lint format style types imports packs suite newer browser clean
