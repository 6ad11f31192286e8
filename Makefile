# Two commands are enough: `make report` and `make test`. `make help` lists the others.
# Needed: make, and Python 3.11 or later with pip and venv (PYTHON=python3.12 picks one).

PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin
ARTICLE = seeds/000_ac0c80e46e859d09.txt
ACTORS = seeds/douma.actors.toml
INSTALL = $(RUN)/python -m pip install -qq --disable-pip-version-check
DATA ?= $(FRAMING_DATA)
LOCK = uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-header --no-annotate

.PHONY: help report test check evaluate notebooks reference wheel lock clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' Makefile

report: $(VENV)/installed  ## report on the seed article, in the terminal and in report/
	$(RUN)/framing-report run $(ARTICLE) --actors $(ACTORS)
	$(RUN)/framing-report run $(ARTICLE) --actors $(ACTORS) -o report/

test: $(VENV)/installed-dev  ## run all tests
	$(RUN)/python -m pytest

check: $(VENV)/installed-dev  ## lint, formatting, types
	$(RUN)/ruff check .
	$(RUN)/ruff format --check .
	$(RUN)/mypy

evaluate: $(VENV)/installed  ## score the tool on PolNeAR in the folder DATA, hold it to its floors
	@test -n "$(DATA)" || { echo "which folder? make evaluate DATA=..." >&2; exit 1; }
	$(RUN)/framing-report evaluate polnear $(DATA)/polnear/dev.jsonl.gz --floors

notebooks: $(VENV)/installed-dev  ## run the notebooks and keep their outputs
	$(RUN)/jupyter execute --inplace notebooks/*.ipynb

reference: $(VENV)/installed-dev  ## write docs/cli.md from the command itself
	$(RUN)/python tests/cli/cli_reference.py

wheel: $(VENV)/installed  ## build the wheel in dist/
	$(RUN)/python -m pip wheel -qq --no-deps --no-build-isolation --wheel-dir dist .

lock:  ## resolve the dependencies anew (needs uv)
	$(LOCK) --group build -o requirements.lock
	$(LOCK) --group build --group test --group lint --group notebook \
		--constraints requirements.lock -o requirements-dev.lock

clean:  ## remove what the other targets made
	rm -rf $(VENV) build dist report

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; name one: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Every package comes with its hash; this one is then installed without looking for others.
$(VENV)/installed: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.lock $(VENV)/installed
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
