# A bare machine needs Python 3.11 or later and make; everything else is set up here.
PYTHON ?= python3
BIN := .venv/bin
SAMPLE := samples/nordisk-huvudstadskonferens

.PHONY: demo test lint format check faults grounding language speed template rules clean

demo: .venv/installed
	$(BIN)/drafter draft $(SAMPLE) --modell ingen --skriv-over

test: .venv/developed debian lint check grounding language

lint: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: .venv/developed
	$(BIN)/pytest

# The long form of the tests that kill processes, fill disks and break connections.
faults: .venv/developed
	$(BIN)/pytest -m long

# Fails when the checks see less of what is planted, or cry wolf more often, than they did.
grounding: .venv/developed
	$(BIN)/python -m benchmarks.grounding
	$(BIN)/python -m benchmarks.grounding --held-back
	$(BIN)/python -m benchmarks.matching

# Fails when the language rules are wrong too often on good texts, or miss what is planted.
language: .venv/developed
	$(BIN)/python -m benchmarks.language

# Wall time: let the machine do nothing else. Not a part of the tests.
speed: .venv/developed
	$(BIN)/python -m benchmarks.speed

format: .venv/developed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

template: .venv/developed
	$(BIN)/python tools/build_template.py

rules: .venv/developed
	$(BIN)/python -m tools.build_rule_docs

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	$(BIN)/python -m compileall -q drafter
	touch $@

.venv/developed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	$(BIN)/python -m compileall -q drafter
	touch $@ .venv/installed

# LibreOffice turns the Word file into pages for one test, which is skipped where it is missing.
.PHONY: debian
debian:
	@{ command -v soffice && command -v pdftotext; } >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq \
	  && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq libreoffice-writer-nogui poppler-utils >/dev/null; } \
	  || echo "LibreOffice saknas och kan inte installeras här: sidtestet hoppas över."
