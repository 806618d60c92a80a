# The few commands this project needs. `make` alone lists them.
# Nothing has to be prepared: each target makes .venv when it is missing and renews it when its lock changes.
# Without make (Windows): the same steps as plain lines stand in README.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

# The lock is written by one version of uv, in its own folder, so that nobody needs uv for anything else.
UV := uv==0.13.9
LOCK_VENV := .cache/lock
COMPILE := $(LOCK_VENV)/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# Material's notice about MkDocs 2 is known and answered (docs/dependencies.md); in our output it hides what matters.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help packages setup serve site messages data hook new init test coverage check check-code browser card lock clean

help: ## List these commands
	@awk 'BEGIN { FS = ":.*## " } /^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "  ARGS adds options:     make serve ARGS='--dev-addr 127.0.0.1:8001'    make test ARGS='-k dates'"
	@echo "  PYTHON picks a Python: make setup PYTHON=python3.13                   (3.11 or newer)"
	@echo "  DOSSIER_BROWSER names the Chromium for browser tests, when it is neither on the PATH nor from 'make browser'"

# Two sets of packages: editors wait only for what a build needs.
# The larger one holds the smaller in the same versions, so what is tested is what is shipped.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  found=$$($(PYTHON) --version 2>/dev/null) || found="not there"; \
	  echo "This project needs Python 3.11 or newer, and '$(PYTHON)' is $$found." >&2; \
	  echo "Install a newer Python, or name one: make setup PYTHON=python3.13" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python could not make a virtual environment (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }

$(VENV)/.build-packages: requirements.lock | $(BIN)/python
	@echo "Installing what a build needs into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev-packages: requirements-dev.lock | $(BIN)/python
	@echo "Installing what tests and checks need into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $(VENV)/.build-packages $@

packages: $(VENV)/.build-packages

setup: $(VENV)/.dev-packages ## Install everything into .venv (the other commands do it by themselves)

# --livereload is said aloud because some releases of click switch it off (mkdocs/mkdocs#4032).
serve: $(VENV)/.build-packages ## Show the site on http://127.0.0.1:8000 and renew it at each save
	$(BIN)/mkdocs serve --livereload $(ARGS)

# The date of the last commit, not of the build, goes into the sitemap: the same commit gives the same bytes.
site: $(VENV)/.build-packages ## Build the site into site/, every warning an error
	@SOURCE_DATE_EPOCH="$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)}" \
	  $(BIN)/mkdocs build --strict $(ARGS)

messages: $(VENV)/.build-packages ## Renew the translations, and tell what is missing (a new language: ARGS='--new pt')
	$(BIN)/python scripts/messages.py $(ARGS)

pdf: $(VENV)/.dev-packages ## Make one PDF of the whole site, dossier.pdf (PAPER=Letter for that size)
	@$(MAKE) --no-print-directory site ARGS=
	@SOURCE_DATE_EPOCH="$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || date +%s)}" \
	  $(BIN)/python scripts/paper --paper $(PAPER) $(ARGS)

shots: $(VENV)/.dev-packages ## Take pictures of every kind of page, narrow and wide, light and dark, into shots/
	@$(MAKE) --no-print-directory site ARGS=
	$(BIN)/python scripts/shots.py $(ARGS)

data: $(VENV)/.build-packages ## Check the data only: a second or two
	@./dossier check $(ARGS)

# `exec` keeps the exit code; the hook of git is written only where there is none.
hook: packages ## Check the data before each commit (git calls it; `git commit --no-verify` does without)
	@at=$$(git rev-parse --git-path hooks/pre-commit) && mkdir -p "$$(dirname "$$at")" && \
	  if [ -e "$$at" ] && ! grep -q 'dossier check' "$$at"; then \
	    echo "There is a hook already: $$at. Add the line ./dossier check to it." >&2; exit 1; fi && \
	  printf '%s\n' '#!/bin/sh' '# Written by make hook; delete this file to be rid of it.' \
	    'git diff --cached --quiet -- data docs || exec ./dossier check' > "$$at" && chmod +x "$$at" && \
	  echo "From now on each commit that changes data/ or docs/ is checked first."

new: $(VENV)/.build-packages ## Write a new entry, asking for what it needs (ARGS=claim, event, actor, place, source …)
	@./dossier new $(ARGS)

init: $(VENV)/.build-packages ## Begin a dossier of your own in a new folder (ARGS=../my-dossier)
	@./dossier init $(ARGS)

# A dossier of one's own brings no tests of the program: there the data and a strict build are what can fail.
ifneq ($(wildcard tests),)
# A file of tests stays on one processor: what it builds is built once.
test: $(VENV)/.dev-packages ## Run all tests, those in a browser too
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)
else
test: data site ## Check the data and build the site strictly
endif

coverage: $(VENV)/.dev-packages ## Run all tests and show which lines none of them reached
	$(BIN)/coverage run -m pytest $(ARGS)
	$(BIN)/coverage report

check: check-code data ## Check style, types, workflows and data without running tests

check-code: $(VENV)/.dev-packages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/zizmor --offline --no-progress --quiet .github

browser: $(VENV)/.dev-packages ## Download a Chromium for the browser tests, when the system has none
	$(BIN)/playwright install chromium $(ARGS)

card: $(VENV)/.dev-packages ## Make the picture that links to the site show, and its icons, from title, colours and logo
	$(BIN)/python scripts/card.py $(ARGS)

$(LOCK_VENV)/bin/uv:
	$(PYTHON) -m venv $(LOCK_VENV)
	$(LOCK_VENV)/bin/python -m pip install --quiet '$(UV)'

lock: $(LOCK_VENV)/bin/uv ## Write both locks again; newest versions allowed: make lock ARGS=--upgrade
	$(COMPILE) $(ARGS) requirements.in -o requirements.lock
	$(COMPILE) $(ARGS) requirements-dev.in -o requirements-dev.lock

clean: ## Remove everything these commands made, .venv too
	rm -rf site $(VENV) .cache .hypothesis .pytest_cache .mypy_cache .ruff_cache .coverage htmlcov
	find hooks tests benchmarks scripts docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
