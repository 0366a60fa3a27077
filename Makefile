PYTHON ?= python3
PORT ?= 8765
BIN := .venv/bin
# Demo and tests talk to this machine only: a proxy of the surroundings must not come in between.
DIRECT := env -u PYTHONDONTWRITEBYTECODE -u HTTP_PROXY -u HTTPS_PROXY -u ALL_PROXY -u http_proxy -u https_proxy -u all_proxy
LOCK := $(BIN)/uv pip compile pyproject.toml --group build --quiet --universal --generate-hashes --no-annotate \
	--custom-compile-command 'make lock' $(UPGRADE)

.PHONY: help demo test check browser bench lock clean

help: ## show this list
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

# exec: Ctrl-C reaches Python alone, and make has no interrupted shell to complain about.
demo: .venv/runtime ## start the sandbox workspace on http://127.0.0.1:8765 (PORT=… changes the port)
	@PORT=$(PORT) exec $(DIRECT) $(BIN)/python -m bot sandbox

test: .venv/dev ## run the tests on SQLite and PostgreSQL
	$(DIRECT) $(BIN)/python -m pytest -n auto -m 'not browser and not bench' $(OPTIONS)

check: .venv/dev ## lint, check types, import directions and locks
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/check_locks.py

browser: .venv/dev ## run the page tests in Chromium
	@command -v chromium >/dev/null || { echo 'Chromium is missing. Install it: sudo apt-get install chromium'; exit 1; }
	@command -v tidy >/dev/null || { echo 'Tidy, which checks HTML, is missing. Install it: sudo apt-get install tidy'; exit 1; }
	$(DIRECT) $(BIN)/python -m pytest -m browser

bench: .venv/dev ## measure
	$(DIRECT) $(BIN)/python -m pytest -m bench --capture=no

lock: .venv/dev ## write the locks anew (UPGRADE=--upgrade takes the newest versions)
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove what these commands made
	rm -rf .venv build *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

# A stamp is written last: an installation that was broken off is done again, a finished one never.
.venv/runtime: requirements.lock | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@
