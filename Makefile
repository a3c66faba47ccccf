# Every target sets up what it needs: a fresh clone, python3 (with venv and pip), make and git are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: report test coverage lint eval mutations check schemas benchmark clean

report: $(VENV)/.installed
	$(BIN)/crosscheck report seeds/

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

coverage: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# make eval CORPORA=PATH measures on annotated corpora as well; python -m training.datasets says which.
eval: $(VENV)/.installed-dev
	$(BIN)/python -m evaluation.run
ifdef CORPORA
	$(BIN)/python -m evaluation.run corpora --corpora $(CORPORA)
endif

mutations: $(VENV)/.installed-dev
	$(BIN)/python -m evaluation.mutations

check: $(VENV)/.installed
	$(BIN)/crosscheck check

schemas: $(VENV)/.installed-dev
	$(BIN)/python -m pytest tests/report tests/claims -k schema -q

benchmark: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.throughput
	$(BIN)/python -m benchmarks.claims
	$(BIN)/python -m benchmarks.matching_share
	$(BIN)/python -m benchmarks.entities
	$(BIN)/python -m benchmarks.matching --quick

# The exact versions that were tested, by hash; then crosscheck itself.
$(VENV)/.installed: constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed constraints-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints-dev.txt
	touch $@

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
