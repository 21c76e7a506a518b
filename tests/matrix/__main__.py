"""`make matrix`: the kit's tests and the students' notebooks in other Pythons, with the lowest and the newest libraries.

    python -m tests.matrix [--only TEXT] [--tests FILE ...] [--notebooks NAME ...]

What ran is kept in build/matrix, and the table of the last run of each environment stands in docs/environments.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from autograder.course.model import Course, find_course
from tests.tally import ROOT, Tally, put

from .environments import KIT, WANTED, Missing, Wanted, made

PAGE = ROOT / "docs" / "environments.md"
FEW = (
    "tests/engine/test_grading.py",
    "tests/sandbox/test_wire.py",
    "tests/nbgrader/test_loop.py",
    "tests/sandbox/test_doctor.py",
)
SECONDS = 3600.0


def main() -> int:
    """Try every environment; returns 1 where one that can be had does not work."""
    parser = argparse.ArgumentParser(prog="python -m tests.matrix")
    parser.add_argument("--only", default="", help="environments whose side, Python and libraries hold this text: 'kit 3.12'")
    parser.add_argument("--tests", nargs="+", default=FEW, help="what is run of the kit's tests: files, or `tests` for all")
    parser.add_argument("--notebooks", nargs="*", help="which notebooks students run (default: all)")
    given = parser.parse_args()
    uv, tally = _uv(), Tally("matrix")
    course = find_course(ROOT)
    for wanted in WANTED:
        if given.only not in f"{wanted.side} {wanted.python} {wanted.libraries}":
            continue
        try:
            python = made(wanted, uv)
            works, said = _kit(python, given.tests) if wanted.side == KIT else _student(python, course, given.notebooks)
        except Missing as error:
            works, said = None, f"not tried: {error}"
        tally.add(side=wanted.side, python=wanted.python, libraries=wanted.libraries, works=works, said=said)
        print(f"{wanted.side} {wanted.python} {wanted.libraries}: {said}", flush=True)
    put(PAGE, "matrix", _table(tally))
    return int(any(entry["works"] is False for entry in _latest(tally).values()))


def _uv() -> str:
    found = shutil.which("uv") or str(ROOT / "build" / "uv" / "bin" / "uv")
    if not Path(found).is_file():
        sys.exit("There is no uv: `make matrix` installs it, or `pip install uv`.")
    return found


def _kit(python: str, tests: Sequence[str]) -> tuple[bool, str]:
    """Run tests of the kit; the sources are this checkout's."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PATH": f"{Path(python).parent}:{os.environ['PATH']}"}
    command = [python, "-m", "pytest", "-q", "--no-header", "-W", "default", *tests]  # another version's warning is no failure
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=SECONDS, check=False)
    lines = done.stdout.strip().splitlines() or done.stderr.strip().splitlines() or ["nothing was said"]
    failed = [line.removeprefix("FAILED ").split(" - ")[0] for line in lines if line.startswith(("FAILED", "ERROR"))]
    said = lines[-1].partition(" in ")[0].strip("= ")
    what = ", ".join(path.removeprefix("tests/").removesuffix(".py") for path in tests)
    return done.returncode == 0, f"{said} of {what}{': ' if failed else ''}{', '.join(failed[:4])}"


def _student(python: str, course: Course, notebooks: list[str] | None) -> tuple[bool, str]:
    """Run the cells that are handed out, with right answers, and the visible checks; studies are left out for their time."""
    with tempfile.TemporaryDirectory(prefix="matrix-") as text:
        todo = {}
        for assignment in course.assignments():
            if notebooks and assignment.name not in notebooks:
                continue
            folder = Path(text) / assignment.name
            shutil.copytree(ROOT / "release" / assignment.name, folder)
            cells = [cell.source for cell in assignment.cells if cell.kind == "code" and not cell.study]
            todo[assignment.name] = {"folder": str(folder), "cells": cells}
        place = Path(text) / "cells.json"
        place.write_text(json.dumps(todo))
        program = str(Path(__file__).with_name("student.py"))
        environment = {"PATH": os.environ["PATH"], "HOME": text, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        done = subprocess.run(
            [python, program, str(place)],
            env=environment,
            cwd=text,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        if done.returncode != 0:
            return False, (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1][:300]
        found = json.loads(done.stdout)
    wrong = [f"{name}, {what}" for name, what in found.items() if what]
    return not wrong, "; ".join(
        wrong[:3]
    ) or f"{', '.join(found) if len(found) < 4 else f'{len(found)} notebooks'}: every cell and every visible check"


def _latest(tally: Tally) -> dict[Wanted, dict[str, object]]:
    return {Wanted(one["side"], one["python"], one["libraries"]): dict(one) for one in tally.entries}


def _table(tally: Tally) -> list[str]:
    latest = _latest(tally)
    rows = ["| Side | Python | libraries | |", "|---|---|---|---|"]
    signs = {True: "✓", False: "✗", None: "–"}
    for wanted in WANTED:
        if (one := latest.get(wanted)) is not None:
            works = one["works"]
            assert works is None or isinstance(works, bool)
            said = str(one["said"]).replace("|", "/")
            rows.append(f"| {wanted.side} | {wanted.python} | {wanted.libraries} | {signs[works]} {said} |")
    return [*rows, "", tally.measured_at()]


if __name__ == "__main__":
    sys.exit(main())
