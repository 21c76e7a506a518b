"""Which of the libraries that a notebook imports are installed where it is graded; trusted side."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec

from autograder.course import helpers
from autograder.course.model import Assignment
from autograder.errors import KitBroken


def preload_of(assignment: Assignment) -> tuple[str, ...]:
    """Return what a zygote imports for a notebook: what it imports and is installed here.

    An import that stands in a block (in `try`, say) may be one that the notebook can do without.

    Raises:
        KitBroken: a library is not installed that a cell imports in any case.
    """
    absent = _absent(name for name in assignment.preload if name not in assignment.helpers)
    lines = (line for cell in assignment.cells if cell.runs_while_grading for line in cell.source.split("\n"))
    always = helpers.preloadable("\n".join(line for line in lines if not line.startswith((" ", "\t"))))
    if needed := sorted(absent & {name.partition(".")[0] for name in always}):
        raise KitBroken(
            f"{assignment.path} imports {', '.join(needed)}, which is not installed in the environment that grades. Install "
            f"what provides it there: {sys.executable} -m pip install {' '.join(needed)}"
        )
    return tuple(name for name in assignment.preload if name.partition(".")[0] not in absent)


def _absent(names: Iterable[str]) -> set[str]:
    """Return the packages, of these modules', that are not installed."""
    return {top for top in {name.partition(".")[0] for name in names} if not _is_installed(top)}


def _is_installed(name: str) -> bool:
    try:
        return name in sys.modules or find_spec(name) is not None
    except (ImportError, ValueError):
        return False
