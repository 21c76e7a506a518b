"""`autograder diagnosis`: how often the hints are right, measured on the bank, as a Markdown table; trusted side."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from rich.console import Console

from autograder.commands.options import refuse_unknown
from autograder.commands.progress import progress_bar
from autograder.course import bank
from autograder.course.model import Course
from autograder.errors import KitBroken
from autograder.gate.held_out import NONE, RIGHT, WRONG, Bench, HeldOut, Pair, pairs_of_exercises, pairs_of_tensors
from autograder.gate.kept import Kept, Part
from autograder.grading.pool import Lost, Piece, run_pieces

ENTRIES_A_TASK, PAIRS = 10, 20
_HELD_OUT, _EXERCISES, _TENSORS = "held out", "two exercises", "two tensors"

DEFINITIONS = """\
A mistake is *held out*: it is judged like a submission, and diagnosed without its own entry and without every entry that
has the same hint. A hint of another entry of the bank then counts as **wrong**, however true it may be. A fact about the
answers counts as wrong unless fresh random inputs bear it out word for word. *Precision* is the share of right ones among the
hints and facts that were given; the questions of the tests themselves and the form of an answer are true by
construction and do not count. *Coverage* is the share of mistakes that get something specific: a fact that says what is wrong
(`fact`), or else that the answer has the wrong form, never comes, or takes other arguments (`form`), or else the
failed test's own question (`question`). `only a place` are facts that say which tensor is the first wrong one, or
whether numbers are too large or too small; they do not count as coverage, and count in the precision.
`same hint` is the share that another entry with the same hint recognises, when only the entry itself is held out.
A kind of fact is *said* where it is the best of those that are true of the answers, and *alone* where no other one is.
"""


@dataclass(frozen=True)
class _Task:
    assignment: str
    kind: str
    first: int = 0

    def part(self, sample: int | None) -> str:
        """Return the name under which what it gives is kept."""
        of_all = f"sample-{sample}" if sample else "all"
        return f"{of_all}-{self.kind.replace(' ', '-')}-{self.first}"


def run_measure(course: Course, names: Sequence[str], *, sample: int | None, jobs: int | None) -> int:
    """Measure the assignments named, or all; print the table; return the exit code.

    Raises:
        UsageError: a name is unknown.
    """
    refuse_unknown(names, course.names())
    jobs = jobs or os.cpu_count() or 1
    chosen = [name for name in course.names() if name in names or not names]
    print(measured_tables(course, chosen, sample=sample, jobs=jobs))
    print(DEFINITIONS)
    return 0


def measured_tables(course: Course, names: Sequence[str], *, sample: int | None, jobs: int) -> str:
    """Measure what is not kept from before, with a progress bar; return the tables, and what measuring them has cost.

    The tables are those of single mistakes, of two at once, and of the kinds of facts.
    """
    tasks = [task for name in names for task in _tasks(course, name, sample)]
    console = Console(stderr=True)
    with progress_bar(console, "measuring", len(tasks)) as advance:
        parts = _run(Measuring(course, sample), tasks, jobs, lambda task: advance(task.assignment))
    results = {task: part.rows for task, part in parts.items()}
    tables = [table(names, results) for table in (_held_out_table, _pairs_table, _facts_table)]
    return "\n".join([*tables, _cost(list(parts.values()))])


def _cost(parts: Sequence[Part]) -> str:
    days = sorted({part.day for part in parts})
    when = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"Measured on {when}: {sum(part.seconds for part in parts):.0f} seconds of computing, in {len(parts)} parts.\n"


_Results = dict[_Task, tuple[HeldOut | Pair, ...]]


def _tasks(course: Course, name: str, sample: int | None) -> list[_Task]:
    count = len(_chosen(course, name, sample))
    held_out = [_Task(name, _HELD_OUT, first) for first in range(0, count, ENTRIES_A_TASK)]
    return [*held_out, _Task(name, _EXERCISES), _Task(name, _TENSORS)]


def _chosen(course: Course, name: str, sample: int | None) -> Sequence[bank.Entry]:
    """Return the entries to hold out: all, or so many of them, evenly spread."""
    entries = bank.read_bank(course.hidden(name), bank.MISTAKES)
    if sample is None or sample >= len(entries):
        return entries
    return [entries[index * len(entries) // sample] for index in range(sample)]


@dataclass(frozen=True)
class Measuring:
    """What a process of the pool does for a measurement."""

    course: Course
    sample: int | None

    @contextmanager
    def warm(self, group: str) -> Iterator[Callable[[_Task], Part]]:
        """Measure with one bench for an assignment, and keep each part."""
        assignment = self.course.assignment(group)
        kept = Kept(assignment)
        with closing(Bench(assignment)) as bench:

            def do(task: _Task) -> Part:
                started = time.process_time()
                rows = _measure(bench, task, self.sample)
                return kept.keep(task.part(self.sample), rows, time.process_time() - started)

            yield do


def _run(work: Measuring, tasks: Sequence[_Task], jobs: int, on_done: Callable[[_Task], None]) -> dict[_Task, Part]:
    """Return each task's part: kept from before, or measured now."""
    names, parts = dict.fromkeys(task.assignment for task in tasks), dict[_Task, Part]()
    kept = {name: Kept(work.course.assignment(name)) for name in names}
    for task in tasks:
        part = kept[task.assignment].find(task.part(work.sample))
        if part is not None:
            parts[task] = part
            on_done(task)
    missing = [Piece(task.assignment, task) for task in tasks if task not in parts]
    for piece, answer in run_pieces(work, missing, jobs):
        if isinstance(answer, Lost):  # figures with a part left out would be wrong ones
            raise KitBroken(f"{piece.what.assignment}: {piece.what.kind} could not be measured: {answer.reason}")
        parts[piece.what] = answer
        on_done(piece.what)
    return {task: parts[task] for task in tasks}


def _measure(bench: Bench, task: _Task, sample: int | None) -> Sequence[HeldOut | Pair]:
    """Do one task; runs in a process of the pool."""
    pairs = min(PAIRS, sample or PAIRS)
    if task.kind == _EXERCISES:
        return [bench.in_two_exercises(*pair) for pair in pairs_of_exercises(bench.assignment, bench.entries, pairs)]
    if task.kind == _TENSORS:
        mixed = (bench.in_one_function(*pair) for pair in pairs_of_tensors(bench, pairs))
        return [pair for pair in mixed if pair is not None]
    entries = _chosen(bench.assignment.course, task.assignment, sample)[task.first : task.first + ENTRIES_A_TASK]
    return [bench.hold_out(entry) for entry in entries]


def _held_out_table(names: Sequence[str], results: _Results) -> str:
    header = [
        "assignment",
        "mistakes",
        "same hint",
        "fact",
        "form",
        "question",
        "**coverage**",
        "only a place",
        "**precision**",
    ]
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    everything = _of(results, names)
    for name in names:
        lines.append(_held_out_row(name, _of(results, [name])))
    lines.append(_held_out_row("**all**", everything))
    return "\n".join(lines) + "\n"


def _of(results: _Results, names: Sequence[str]) -> list[HeldOut]:
    rows = [one for task, found in results.items() if task.assignment in names for one in found]
    return [row for row in rows if isinstance(row, HeldOut) and row.caught]


def _held_out_row(name: str, rows: Sequence[HeldOut]) -> str:
    facts = [row for row in rows if row.fact == RIGHT]
    form = [row for row in rows if row.form and row.fact != RIGHT]
    question = [row for row in rows if row.question and not row.form and row.fact != RIGHT]
    place = [row for row in rows if row.place == RIGHT]
    given = [verdict for row in rows for verdict in (row.siblings_removed, row.fact, row.place) if verdict != NONE]
    cells = [
        name, str(len(rows)), _share(sum(row.siblings_kept == RIGHT for row in rows), len(rows)),
        *(_share(len(part), len(rows)) for part in (facts, form, question, [*facts, *form, *question], place)),
        f"{_share(given.count(RIGHT), len(given))} ({given.count(WRONG)} wrong of {len(given)})",
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def _pairs_table(names: Sequence[str], results: _Results) -> str:
    lines = ["| two mistakes at once | pairs | right | nothing specific | wrong |", "|---|---:|---:|---:|---:|"]
    rows = [one for task, found in results.items() if task.assignment in names for one in found if isinstance(one, Pair)]
    for label, together in (
        ("in two exercises: each diagnosed as it is alone", False),
        ("in one function, in different tensors", True),
    ):
        verdicts = [row.verdict for row in rows if row.together is together]
        counts = [_share(verdicts.count(verdict), len(verdicts)) for verdict in (RIGHT, NONE, WRONG)]
        lines.append(f"| {label} | {len(verdicts)} | {' | '.join(counts)} |")
    return "\n".join(lines) + "\n"


def _facts_table(names: Sequence[str], results: _Results) -> str:
    """Return how often each kind of fact is said, wrong, and all that could be said: one that never is may go."""
    rows = [row for row in _of(results, names) if row.facts]
    lines = ["| kind of fact | said | of these wrong | alone |", "|---|---:|---:|---:|"]
    for kind in sorted({kind for row in rows for kind in row.facts}):
        said = [row for row in rows if row.facts[0] == kind]
        wrong = sum(WRONG in (row.fact, row.place) for row in said)
        lines.append(f"| {kind} | {len(said)} | {wrong} | {sum(row.facts == (kind,) for row in rows)} |")
    return "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "-"
