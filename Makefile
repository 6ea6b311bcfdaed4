# make demo: build the graph of the bundled sample.   make test: all tests.   make check: format, lint, types.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo sample test check page lock clean

demo: .venv/run
	$(BIN)/graphkit demo -o exports/demo

# What the repository holds of the demo, to be opened without installing anything
sample: demo
	mkdir -p exports/sample
	cp exports/demo/graph.html exports/demo/graph.graphml exports/demo/graph.gexf exports/demo/graph.json exports/sample/

test: .venv/dev
	$(BIN)/pytest -n auto

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

# The page's script: checked, tested, and bundled from graphkit/view/src into graphkit/view/page.js
page: node_modules/.package-lock.json
	npm run --silent check
	npm run --silent test
	npm run --silent build

node_modules/.package-lock.json: package-lock.json
	npm ci --silent

.venv/python:
	$(PYTHON) -m venv .venv
	touch $@

.venv/run: .venv/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps -e .
	touch $@

.venv/dev: .venv/python requirements-dev.lock pyproject.toml
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps -e .
	touch $@ .venv/run

# What checks the export for FollowTheMoney; beside the rest because it compiles against libicu-dev
.venv/ftm: .venv/dev requirements-ftm.lock
	$(PIP) install --require-hashes -r requirements-ftm.lock
	touch $@

# Needs uv; the lock files hold versions and hashes, no address
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade -q \
	  pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade -q \
	  --extra notebook --extra cypher --extra export --extra train --extra tables --extra test --extra fuzz --extra check -c requirements.lock pyproject.toml -o requirements-dev.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header --upgrade -q \
	  --extra ftm -c requirements-dev.lock pyproject.toml -o requirements-ftm.lock

clean:
	rm -rf .venv node_modules dist build exports/demo .pytest_cache .mypy_cache .ruff_cache
