"""The processor seconds of grading one file from cold, against a bare import in the same run; part of `make bench`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.course.model import find_course

ROUNDS = 3
PLAIN = "import numpy, matplotlib.pyplot, IPython"


def processor_seconds(command: Sequence[str | Path]) -> float:
    """Return the least processor time, user and system, of a command with all that it starts; others use the machine too."""
    found = []
    for _ in range(ROUNDS):
        before = os.times()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        after = os.times()
        found.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(found)


def main(name: str) -> None:
    """Print both figures and their ratio."""
    plain = processor_seconds([sys.executable, "-c", PLAIN])
    cold = processor_seconds([sys.executable, "-m", "autograder", "grade", find_course().source(name)])
    print(f"{PLAIN}: {plain:.2f} CPU-s")
    print(f"autograder grade {name}.ipynb, from cold: {cold:.2f} CPU-s, {cold / plain:.2f} times that")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "one_hidden_layer")
