# Two commands do everything on a machine that has git, make and Python >= 3.11:
#   make site    environment, install, the demonstration site into output/, the handbook into output/docs/
#   make test    environment, install, lint, types, all tests

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: site docs test lint types clean

site: $(VENV)/installed
	$(BIN)/ichsite build
	$(MAKE) docs

# the next build of the demonstration keeps what it finds below output/docs/
docs: $(VENV)/installed
	$(BIN)/ichsite -C docs build --strict
	rm -rf output/docs
	mkdir -p output
	cp -R docs/output output/docs

test: $(VENV)/installed-dev lint types
	$(BIN)/python -m pytest -n 3 --dist worksteal

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check ichsite tests benchmarks tools

types: $(VENV)/installed-dev
	$(BIN)/basedpyright

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "ichsite needs Python 3.11 or newer; set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml constraints.txt $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/installed-dev: pyproject.toml constraints.txt $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) .ichsite output .output.next docs/.ichsite docs/output docs/.output.next .pytest_cache .hypothesis .ruff_cache
