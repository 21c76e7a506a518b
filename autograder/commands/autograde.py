"""`autograder autograde`: a class, judged in the pool, through nbgrader's autograde into its gradebook; trusted side."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from autograder.commands.notices import write_notices
from autograder.commands.options import need_hidden_tests
from autograder.commands.progress import progress_bar
from autograder.commands.regraded import as_csv, changes, print_changes
from autograder.course.model import Assignment, Course
from autograder.errors import KitError, UsageError
from autograder.grading.class_work import ClassWork, Judged, store_lost
from autograder.grading.pool import Lost, Piece, processes_for, run_pieces
from autograder.grading.regrading import Regrading, begin_or_go_on
from autograder.grading.store import Stored, load_result
from autograder.language.spoken import language_of
from autograder.nbgrader_plugin.environment import put_tools_on_path, quiet_nbgrader
from autograder.nbgrader_plugin.recorded import standing_key
from autograder.report.text import in_markup, number
from autograder.result import UNREADABLE
from autograder.term.allowances import read_allowances
from autograder.term.attempts import BEST, BestCounts, Lateness, read_attempts
from autograder.term.rules import read_term
from autograder.whole_file import write_wanted

GRADED, BROKEN = 0, 3
CONFIG = "nbgrader_config.py"
UNCHANGED = "Unchanged since it was graded: its grade stands."
STOPPED = "Stopped. What was judged is stored: run the command again, and it goes on from there."
LINES_EVERY = 100


@dataclass(frozen=True)
class AutogradeOptions:
    """The options of the command."""

    student: str | None = None
    jobs: int | None = None
    regrade: bool = False
    csv: Path | None = None
    notices: Path | None = None
    dask: str | None = None  # the address of a scheduler


@dataclass
class _Run:
    """What became of each student so far."""

    problems: dict[str, str] = field(default_factory=dict)
    standing: set[str] = field(default_factory=set)  # judged and recorded before: nothing was done
    reused: set[str] = field(default_factory=set)  # judged before, and recorded now
    refused: str = ""  # why the gradebook takes no more


def run_autograde(course: Course, assignment: str, options: AutogradeOptions) -> int:
    """Grade what is in submitted/, print the class, and return the exit code.

    Raises:
        UsageError: the assignment, its hidden tests or the student is not there, term.toml is wrong, or the gradebook
            cannot be written.
        KitError: the run was stopped, or nothing can be judged on this machine.
    """
    console, judged = Console(), course.assignment(assignment)
    need_hidden_tests(judged)
    read_term(course.root)  # what is wrong with it is known before the class is graded
    students = _students(course, assignment, options.student)
    if options.csv is not None:
        write_wanted(options.csv, "")  # a place that cannot be written is known before the class is graded
    regrading = begin_or_go_on(course, assignment, students) if options.regrade else None
    before = regrading.before(students) if regrading else _results(course, assignment, students)
    if regrading and (done := regrading.done(students)):
        where = in_markup(str(regrading.folder))
        console.print(f"Going on with a regrade that was stopped: {len(done)} are done. To begin anew, delete {where}.")
    started = time.perf_counter()
    try:
        run = _grade(console, judged, students, options, regrading)
    except KeyboardInterrupt:
        raise KitError(STOPPED) from None
    results = _results(course, assignment, students)
    _print_class(console, judged, students, results, run)
    found = changes(before, {name: one for name, one in results.items() if name not in run.problems})
    if options.regrade:
        print_changes(console, found, len(students) - len(run.problems))
    if regrading is not None and not run.problems and (options.student is None or regrading.complete):
        regrading.finish()
    if options.csv is not None:
        write_wanted(options.csv, as_csv(found))
    if options.notices is not None:
        told = write_notices(options.notices, found, before, results, language_of(course))
        console.print(f"{told} notices in {in_markup(str(options.notices))}: who gained or lost, and why.", highlight=False)
    _print_summary(console, students, results, run, time.perf_counter() - started)
    return BROKEN if run.problems or any(stored.result.broken for stored in results.values()) else GRADED


def _students(course: Course, assignment: str, student: str | None) -> list[str]:
    folder = course.root / "submitted"
    students = sorted(path.name for path in folder.glob("*") if _handed_in(path / assignment))
    if student is not None:
        students = [name for name in students if name == student]
    if not students:
        who = f"from {student} " if student else ""
        raise UsageError(f"There is no submission {who}of {assignment} in {folder}: collect them first (nbgrader collect).")
    return students


def _handed_in(path: Path) -> bool:
    """Is anything there? A file in the folder's place, and a folder that nobody may enter, are rows that say so."""
    try:
        path.lstat()
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def _results(course: Course, assignment: str, students: list[str]) -> dict[str, Stored]:
    return {name: stored for name in students if (stored := load_result(course, assignment, name))}


def _grade(
    console: Console, assignment: Assignment, students: list[str], options: AutogradeOptions, regrading: Regrading | None
) -> _Run:
    """Judge in the pool, and record each student as soon as the judgement is stored."""
    api, run = nbgrader_api(assignment.course), _Run()
    from autograder.nbgrader_plugin.recorder import GradebookRefused, recorder  # here, because nbgrader takes a second

    done = regrading.done(students) if regrading is not None else {}
    settle = _best_counts(assignment, api, again=options.regrade) if assignment.course.settings.attempts == BEST else None
    work = ClassWork(assignment.course, again=options.regrade, done=done, settle=settle)
    pieces = [Piece(assignment.name, name) for name in students]
    with (
        quiet_nbgrader(),
        recorder(api, assignment.name) as writer,
        closing(_judged(work, assignment, pieces, options)) as judged,
    ):
        known = writer.students(assignment.name)
        with progress_bar(console, f"grading {assignment.name}", len(students), lines_every=LINES_EVERY) as advance:
            for name, one in judged:
                if one.problem:
                    run.problems[name] = one.problem
                elif (not options.regrade or name in done) and name in known and _stands(assignment, name, one.key):
                    run.standing.add(name)
                elif not run.refused:
                    try:
                        problem = writer.record(name)
                    except GradebookRefused as error:
                        run.refused = str(error)
                    else:
                        run.problems |= {name: problem} if problem else {}
                        run.reused |= {name} if one.reused else set()
                        if regrading is not None and not problem:
                            regrading.note(name, one.key)
                if run.refused and name not in run.standing | run.problems.keys():
                    run.problems[name] = f"judged and stored, but not recorded: the gradebook refuses it ({run.refused})"
                advance(None)
    return run


def _best_counts(assignment: Assignment, api: Any, *, again: bool) -> BestCounts:
    """Return how the best attempt is found: with the due date and the students' extensions, as they are now."""
    from autograder.nbgrader_plugin.late import due_date  # here, because nbgrader takes a second

    term, allowances = read_term(assignment.course.root), read_allowances(assignment.course.root)
    due = term.due.get(assignment.name)
    if due is None:
        with api.gradebook as gradebook:
            due = due_date(gradebook, assignment.name, term)
    until = {student: moment for (name, student), moment in allowances.until.items() if name == assignment.name}
    return BestCounts(Lateness(due, until, term.late), again=again)


def _judged(
    work: ClassWork, assignment: Assignment, pieces: list[Piece], options: AutogradeOptions
) -> Generator[tuple[str, Judged]]:
    """Yield each student with what became of the judgement; one whose process ended gets a row that waits for a person."""
    with closing(_answers(work, pieces, options)) as answers:
        for piece, answer in answers:
            if isinstance(answer, Lost):
                answer = store_lost(work.course, assignment, piece.what, answer.reason)
            assert isinstance(answer, Judged)
            yield piece.what, answer


def _answers(work: ClassWork, pieces: list[Piece], options: AutogradeOptions) -> Generator[tuple[Piece, Any]]:
    """Judge on this machine's cores, or on a Dask cluster."""
    if options.dask is None:
        return run_pieces(work, pieces, options.jobs or processes_for(len(pieces)))
    from autograder.grading.cluster import judged_on_cluster  # here: Dask is an extra

    return judged_on_cluster(options.dask, work, pieces)


def _stands(assignment: Assignment, student: str, key: str) -> bool:
    """Is everything there that recording this judgement leaves behind, beside the gradebook's row?"""
    stored = load_result(assignment.course, assignment.name, student)
    graded = assignment.course.root / "autograded" / student / assignment.name / f"{assignment.name}.ipynb"
    return stored is not None and stored.key == key and standing_key(graded) == key


def nbgrader_api(course: Course) -> Any:
    """Return nbgrader's API with the course's own configuration."""
    put_tools_on_path()
    from nbgrader.apps import NbGraderAPI
    from traitlets.config.loader import PyFileConfigLoader

    if not (course.root / CONFIG).is_file():
        raise UsageError(f"There is no {CONFIG} in {course.root}: copy the kit's, which plugs the judge into nbgrader.")
    config = PyFileConfigLoader(CONFIG, path=str(course.root)).load_config()
    config.CourseDirectory.root = str(course.root)
    return NbGraderAPI(config=config)


def _print_class(
    console: Console, assignment: Assignment, students: list[str], results: Mapping[str, Stored], run: _Run
) -> None:
    table = Table(title=f"{assignment.name}: {len(students)} submissions", title_justify="left")
    for column, justify in (("student", "left"), ("points", "right"), ("remarks", "left")):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]  # rich types this as a literal
    for name in students:
        shown = in_markup(name)
        if name in run.problems or name not in results:
            why = run.problems.get(name, "there is no result").strip().split("\n")[-1]
            table.add_row(shown, "ungraded", f"[red]{in_markup(why)}[/red]")
            continue
        stored = results[name]
        result = stored.result
        remarks = [UNCHANGED] if name in run.standing else []
        remarks += _attempts_said(assignment, stored)
        remarks += [f"to review by hand: {', '.join(result.broken)}"] if result.broken else []
        said = in_markup(" ".join([*remarks, *result.messages]))
        table.add_row(shown, f"{number(result.score)} / {number(result.max_score)}", said)
    console.print(table)


def _attempts_said(assignment: Assignment, stored: Stored) -> list[str]:
    """Say which of several attempts counts."""
    found = read_attempts(assignment.course, assignment.name, stored.student)
    here = [place for place, one in enumerate(found, 1) if one.stored.key == stored.key]
    if len(found) < 2 or not here:
        return []
    return [f"Attempt {here[-1]} of {len(found)} counts ({assignment.course.settings.attempts})."]


def _print_summary(console: Console, students: list[str], results: Mapping[str, Stored], run: _Run, seconds: float) -> None:
    done = [name for name in students if name in results and name not in run.problems]
    counts = {
        "graded": len(done) - len(run.standing) - len(run.reused),
        "reused": len(run.standing) + len(run.reused),
        "unreadable": sum(UNREADABLE in results[name].result.flags for name in done),
        "to review": sum(bool(results[name].result.broken) for name in done),
        "ungraded": len(students) - len(done),
    }
    said = ", ".join(f"{count} {what}" for what, count in counts.items())
    console.print(f"{said}; {seconds:.0f} s", highlight=False)
    if run.refused:
        remedy = "Close what uses it, and run the command again: nothing that is stored is judged twice."
        console.print(f"[red]The gradebook refused what was to be recorded ({in_markup(run.refused)}).[/red] {remedy}")
