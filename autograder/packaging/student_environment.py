"""What students install to run a notebook at home: `requirements.txt` and `environment.yml` beside it, pinned; trusted side."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.course.beside import modules_of, texts_of_modules
from autograder.course.model import Assignment, Course
from autograder.packaging.requirements import distributions, imported_tops, pinned

REQUIREMENTS, ENVIRONMENT, CONSTRAINTS = "requirements.txt", "environment.yml", "constraints.txt"
PYTHON = "3.12"  # one that every pinned library has wheels for; the engine itself runs on 3.11 and newer
_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==(\S+)$", re.MULTILINE)


def environment_files(course: Course, assignment: Assignment) -> dict[Path, str]:
    """Return the files and their texts: the same on every machine; none for a notebook that imports no library."""
    folder = course.source(assignment.name).parent
    pins = _pins(course, assignment, folder / REQUIREMENTS)
    if not pins:
        return {}
    return {folder / REQUIREMENTS: _requirements(assignment, pins), folder / ENVIRONMENT: _environment(course)}


def _pins(course: Course, assignment: Assignment, before: Path) -> list[str]:
    """Return the pins of what the notebook, its helpers and the modules beside it import.

    A version is that of the course's constraints.txt; without one it is what the file says already, and only for a new
    library what is installed here: whoever builds the release on another machine changes nothing.
    """
    sources = [cell.released for cell in assignment.cells if cell.kind == "code"]
    sources += [path.read_text(encoding="utf-8") for path in assignment.helper_files] + texts_of_modules(assignment.beside)
    own = {name.partition(".")[0] for name in assignment.helpers} | modules_of(assignment.beside)
    known = _read_pins(before) | _read_pins(course.root / CONSTRAINTS)
    found = (pin.partition("==") for pin in pinned(distributions(imported_tops(sources) - own)))
    return [f"{name}=={known.get(name, version)}" for name, _, version in found]


def _read_pins(path: Path) -> dict[str, str]:
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return {name.lower().replace("_", "-").replace(".", "-"): version for name, version in _PIN.findall(text)}


def _requirements(assignment: Assignment, pins: list[str]) -> str:
    said = f"# What {assignment.name} needs, in the versions it is graded with: pip install -r {REQUIREMENTS}"
    return "\n".join([said, *pins]) + "\n"


def _environment(course: Course) -> str:
    return (
        f"# conda env create -f {ENVIRONMENT}; then conda activate {course.settings.name}, and jupyter lab\n"
        f"name: {course.settings.name}\n"
        "channels:\n  - conda-forge\n"
        f"dependencies:\n  - python={PYTHON}\n  - jupyterlab\n  - pip\n  - pip:\n      - -r {REQUIREMENTS}\n"
    )
