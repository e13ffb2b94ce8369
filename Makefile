# make demo     open the playground in the browser
# make test     everything that is checked before a change is taken
# make bench    how fast it is
# make check    look at this installation (.env)
# make lock     write down the versions in use

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.PHONY: demo run check test bench lock

demo: .venv/ready
	$(BIN)/python -m bot demo

run check: .venv/ready
	$(BIN)/python -m bot $@

test: .venv/ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n logical --dist worksteal

bench: .venv/ready-to-test
	$(BIN)/python -m tests.bench

lock: .venv/ready-to-test
	$(BIN)/pip install --upgrade --upgrade-strategy eager --editable '.[dev]'
	echo '# The versions we test with; make takes them as constraints, so each machine gets what it needs of them.' > requirements.lock
	$(BIN)/pip freeze --exclude-editable \
		| sed -E "s/^((uvloop|httptools)==.*)/\1 ; sys_platform != 'win32'/" >> requirements.lock

.venv/ready: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable .
	touch $@

.venv/ready-to-test: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable '.[dev]'
	touch $@ .venv/ready

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo 'Python 3.11 or newer is needed. 需要 Python 3.11 或更新的版本。' >&2; exit 1; }
	$(PYTHON) -m venv .venv
