"""The control: what an attack does to a grader that runs it in its own process, as stock tools do; shows that it bites.

Usage, always as a process of its own with bounds of time and memory: `python -m tests.attacks.control NAME`, with the cell
that describes the world on standard input. It prints the exercises that passed, at the end: who does not get that far has
lost the row.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import resource
import sys
import warnings
from types import SimpleNamespace
from typing import Any

import numpy as np

from . import suite, target

MEMORY = 3 << 30
HIDDEN = np.array([8675309.0, 1.5, -2.25])


def naive_compare() -> SimpleNamespace:
    """Return comparisons as most assert them."""

    def number(value: Any, expected: Any) -> None:
        assert abs(value - expected) < 1e-6

    def close(value: Any, expected: Any) -> None:
        assert np.allclose(value, expected)

    def holds(value: Any, what: str) -> None:
        assert value, what

    return SimpleNamespace(number=number, close=close, holds=holds)


def passed(attack: suite.Attack, world: str) -> list[str]:
    """Run the attack among the checks, and return the exercises that would have been given their points."""
    names: dict[str, Any] = {"np": np}
    exec(world, names)
    for cell in re.split(r"^# %%.*\n", attack.text, flags=re.MULTILINE):
        with contextlib.suppress(Exception):
            exec(cell, names)
    if attack.kind == suite.CALL:
        names |= dict.fromkeys(attack.at.split() or target.ATTACKED, names["attack"])
    found = []
    for one in target.TARGETS:
        if one.name not in names:
            continue
        known = {"np": np, "HIDDEN": HIDDEN.copy(), "compare": naive_compare(), "x": np.array([0.3, -1.2, 2.0])}
        student = SimpleNamespace(**{name: names[name] for name in target.NAMES if name in names})
        try:
            exec(one.holds, known | {"student": student})
            exec(one.drawn, known | {"student": student})
            found.append(one.name)
        except Exception:
            continue
    return found


def main(name: str) -> None:
    """Run one attack."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (100, 100))
    warnings.simplefilter("ignore")
    attack, world = suite.read(suite.CASES / f"{name}.py"), sys.stdin.read()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        found = passed(attack, world)
    sys.__stdout__.write(json.dumps({"passed": found}) + "\n")  # type: ignore[union-attr]  # there is one


if __name__ == "__main__":
    main(sys.argv[1])
