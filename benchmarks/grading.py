"""How fast grading is, as ratios within one run: `make bench`; nothing tests these figures."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable

from autograder.course import bank
from autograder.course.model import find_course
from autograder.gate.stand_in import solution_submission, with_entry
from autograder.grading.grader import Grader, GradingSettings
from autograder.submission.canonical import canonicalise

ROUNDS = 20
PLAIN = "import numpy, matplotlib.pyplot, IPython"


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the mean seconds of one round, after one that does not count."""
    work()
    started = time.perf_counter()
    for _ in range(rounds):
        work()
    return (time.perf_counter() - started) / rounds


def judge_alone(grader: Grader, entry: bank.Entry) -> None:
    """Judge the exercise of one mistake."""
    exercise = grader.assignment.exercise(entry.function).id
    grader.judge.judge(with_entry(grader.assignment, entry), "x", exercises=[exercise], upstream_is_right=True)


def main(name: str) -> None:
    """Print each figure, and how many times a plain Python start with the same imports it takes."""
    assignment = find_course().assignment(name)
    yardstick = seconds(lambda: subprocess.run([sys.executable, "-c", PLAIN], check=True), 5)
    solution = solution_submission(assignment)
    canonical = canonicalise(solution, assignment)
    entries = bank.read_bank(assignment.hidden, bank.MISTAKES)
    entries = entries[:: len(entries) // ROUNDS]
    with Grader(assignment, GradingSettings(secret="benchmark")) as grader:
        mistakes = iter(entries * 2)
        figures = {
            "a Python process that imports NumPy, matplotlib and IPython": yardstick,
            "a locked-up worker, ready for code": seconds(lambda: grader.zygote.spawn().close()),
            "judging the solution": seconds(lambda: grader.judge.judge(canonical, "x")),
            "grading the solution, diagnosis and result included": seconds(lambda: grader.grade(solution)),
            "judging one mistake, in a worker of its own": seconds(lambda: judge_alone(grader, next(mistakes))),
        }
    for label, figure in figures.items():
        print(f"{label:60} {1000 * figure:8.1f} ms  {figure / yardstick:6.3f} of a Python start")
    print(f"{'400 students, on one core':60} {400 * figures['grading the solution, diagnosis and result included']:8.1f} s")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "one_hidden_layer")
