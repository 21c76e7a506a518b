# Everything a fresh machine needs is Python 3.11 or newer and make.
#   make demo    set up, then play the whole loop with three students
#   make test    set up, then run every check, every test and the release gate
#   make help    the other targets

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
READY := $(VENV)/.ready
DOCS_READY := $(VENV)/.docs
# every file that is installed is one whose hash stands in the lock; a mirror that packs anew needs LOCKED= (nothing)
LOCKED := --require-hashes
# compiled when it is imported, if ever; the rest on all processors: pip compiles everything, one file after another
RARELY := /tests?/|/(debugpy|fontTools|jedi|mypy|mypyc|parso|pip|prompt_toolkit|setuptools|wcwidth|sqlalchemy/dialects/[^s]\w*|pygments/lexers/[^p]\w*)/|/pygments/lexers/[^p_]
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# what is compiled once is read by the hundreds of processes that follow, also where the shell asks for no caches
export PYTHONDONTWRITEBYTECODE :=
export PATH := $(abspath $(BIN)):$(PATH)
# one thread a process: workers are many, and a busy machine makes threaded linear algebra many times slower
export OMP_NUM_THREADS := 1
export OPENBLAS_NUM_THREADS := 1

.PHONY: demo test suite gate setup lint attacks fuzz faults conformance determinism lock matrix audit verify seeds bench scale figures docs walks links build doctor help clean
.DEFAULT_GOAL := help

# pip takes one file after another, on one processor: two of it take half of the lock each
$(READY): pyproject.toml constraints.txt requirements.lock
	@test -n "$(PYTHON)" || { echo "error: no Python 3.11 or newer with venv was found. Install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 2; }
	@echo "setting up $(VENV) with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@awk '/^[^ ]/ { n++ } { print > ("$(VENV)/half-" (n % 6 < 3) ".txt") }' requirements.lock
	@$(PIP) --no-compile $(LOCKED) --no-deps -r $(VENV)/half-0.txt & other=$$!; \
		$(PIP) --no-compile $(LOCKED) --no-deps -r $(VENV)/half-1.txt; code=$$?; wait $$other && exit $$code
	@$(PIP) --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -qq -j 0 -x '$(RARELY)' $(VENV)/lib autograder course/handout || true  # not all that is installed is Python 3
	@touch $@

$(DOCS_READY): $(READY) requirements-docs.lock
	@$(PIP) $(LOCKED) --no-deps -r requirements-docs.lock
	@touch $@

setup: $(READY)         ## make the environment

demo: $(READY)          ## three students through release, submit, collect, grade, feedback
	@$(BIN)/python -m autograder.demo
	@echo && echo "A made-up class, and the report that its instructor gets:"
	@rm -rf .demo/class && $(BIN)/autograder simulate neuron_activations --students 40 --into .demo/class
	@$(BIN)/autograder report neuron_activations --course .demo/class

test: $(READY)          ## format, lint, types, every test, the release gate, and mutants of the solutions
	@$(MAKE) --no-print-directory --keep-going --jobs 2 suite gate

# the two halves of `make test`: beside each other, since both wait at times, and neither ends with all processors at work;
# what the gate says is shown when it is done, in one piece; it waits for nothing, so it fills what the suite leaves free
suite: $(READY)
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -q tests

gate: $(READY) lint
	@mkdir -p build
	@nice -n 5 $(BIN)/autograder verify --mutants > build/gate.txt 2>&1; code=$$?; cat build/gate.txt; exit $$code

lint: $(READY)          ## format, lint and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

attacks: $(READY)       ## every hostile submission in every environment, and the table in docs/threat-model.md
	@$(BIN)/python -m tests.attacks

fuzz: $(READY)          ## drawn frames, notebooks, values and reports; fewer with ARGS="--minutes 10"
	@$(BIN)/python -m tests.fuzz $(ARGS)

faults: $(READY)        ## class runs whose processes are killed, whose disk is full, whose files move: N of them (200)
	@$(BIN)/python -m tests.faults --times $(or $(N),200)

conformance: $(READY)   ## nbgrader's own tests with and without the plug-in, and the table in docs/conformance.md; some with ARGS
	@$(BIN)/python -m tests.conformance $(ARGS)

determinism: $(READY)   ## everything shipped graded 200 times in four ways, and 5,000 submissions in one run; fewer with ARGS
	@$(BIN)/python -m tests.determinism $(ARGS)

UV := build/uv/bin/uv
$(UV):
	@$(PYTHON) -m venv build/uv && build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv

LOCK := compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate --custom-compile-command "make lock"
lock: $(UV)             ## write requirements.lock: constraints.txt's versions, with the hashes of all their files
	@$(UV) pip $(LOCK) --extra dev -c constraints.txt pyproject.toml -o requirements.lock
	@$(UV) pip $(LOCK) --extra docs -c constraints.txt pyproject.toml -o requirements-docs.lock

matrix: $(READY) $(UV)  ## other Pythons, the lowest and the newest libraries, students' and ours; the table in docs/environments.md
	@$(BIN)/python -m tests.matrix $(ARGS)

audit: $(READY)         ## known holes in what is locked; says so where the advisories cannot be reached
	@$(BIN)/python -m tests.audit

verify: $(READY)        ## the release gate alone
	@$(BIN)/autograder verify

seeds: $(READY)         ## hidden tests that draw, under 200 seeds instead of 10; what notebooks say of a training, from all its starts instead of one
	@AUTOGRADER_SEEDS=200 $(BIN)/python -m pytest -n 2 -q tests/curriculum/test_random_tests.py tests/curriculum/test_*_claims.py

bench: $(READY)         ## what grading costs, beside a bare process, stock nbgrader and otter; BENCH="--students 400" for a large class
	@$(BIN)/python -m benchmarks.run $(BENCH)

scale: $(READY)         ## what shows only over a whole class or with several workers: 38 CPU-minutes; one part with ARGS="memory"
	@$(BIN)/python -m benchmarks.scale $(ARGS)

figures: $(READY)       ## every figure of the notebooks at two widths on one page, build/figures/index.html
	@$(BIN)/python benchmarks/figures.py

docs: $(DOCS_READY)     ## the documentation as a site, build/docs/index.html: its commands, examples and links are checked
	@$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --nitpicky -d build/docs-trees docs build/docs
	@AUTOGRADER_DOCS=1 $(BIN)/python -m pytest -q tests/documentation
	@echo "build/docs/index.html"

walks: $(READY)         ## a course on JupyterHub, walked through in a browser, and its pictures: as root, with jupyterhub and its proxy
	@$(BIN)/python -m tests.walks.hub

links: $(DOCS_READY)    ## the documentation's links to other sites; needs a network
	@$(BIN)/sphinx-build --quiet -b linkcheck -d build/docs-trees docs build/links

build: $(READY)         ## sync the notebooks with their Python pairs, make release/ again
	@$(BIN)/autograder build

doctor: $(READY)        ## what isolation this machine gives, proven
	@$(BIN)/autograder doctor

help:                   ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## */\t/' | sort | while IFS="$$(printf '\t')" read -r t d; do printf '  make %-10s %s\n' "$$t" "$$d"; done

clean:                  ## remove the environment and everything generated locally
	rm -rf $(VENV) .demo build .pytest_cache .mypy_cache .ruff_cache
