"""`autograder grade`: a few files, each to a table and whatever files are asked for; trusted side."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from autograder.commands.options import need_hidden_tests
from autograder.commands.progress import progress_bar
from autograder.course.model import Assignment, Course
from autograder.errors import UsageError
from autograder.grading.grader import Graded, Grader, GradingSettings, lost_row
from autograder.grading.pool import Lost, Piece, processes_for, run_pieces
from autograder.language.localised import localised
from autograder.report.annotations import annotate, code_quality, github_commands, github_outputs
from autograder.report.files import gradescope_json, json_text, junit_xml, markdown
from autograder.report.page_cells import language_for, page_of
from autograder.report.terminal import print_result
from autograder.submission.canonical import recognise
from autograder.submission.read import Submission, read_submission
from autograder.whole_file import refuse_to_overwrite, write_wanted

GRADED, BELOW, UNREADABLE, BROKEN = 0, 1, 2, 3


@dataclass(frozen=True)
class GradeOptions:
    """The options of the command."""

    assignment: str | None
    json: Path | None
    junit: Path | None
    markdown: Path | None
    html: Path | None
    gradescope: Path | None
    fail_under: float | None
    isolation: str
    watch: bool = False
    github: Path | None = None  # the folder that the repository was checked out into, on a GitHub runner
    code_quality: Path | None = None


def run_grade(course: Course, files: Sequence[Path], options: GradeOptions) -> int:
    """Grade the files, print and write the results, and return the exit code.

    Raises:
        UsageError: a file is not there or its assignment cannot be told; nothing is graded then.
    """
    console = Console(stderr=str(options.json) == "-")
    if options.gradescope and len(files) > 1:
        raise UsageError("--gradescope takes one file: Gradescope grades one submission at a time.")
    if options.watch and (len(files) > 1 or options.fail_under is not None):
        raise UsageError("--watch takes one file, and no --fail-under: it grades again at every save until Ctrl-C.")
    refuse_to_overwrite(options.json, options.junit, options.markdown, options.html, options.gradescope, options.code_quality)
    wanted = [(file, *_read(course, file, options.assignment)) for file in files]
    if options.watch:
        return _watch(course, files[0], wanted[0][2], options, console)
    graded = _grade(wanted, options, console)
    for one in graded:
        print_result(console, one.result, language_for(one))
    _write_files(graded, options)
    _tell_ci([(file, assignment) for file, _, assignment in wanted], graded, options)
    if any(one.result.broken for one in graded):
        console.print("[magenta]The kit could not judge everything: see the rows marked !.[/magenta]")
        return BROKEN
    if any(submission.problem for _, submission, _ in wanted):
        return UNREADABLE
    if options.fail_under is not None and any(one.result.percent < options.fail_under for one in graded):
        return BELOW
    return GRADED


def _watch(course: Course, file: Path, assignment: Assignment, options: GradeOptions, console: Console) -> int:
    from autograder.commands.watch import Watched, run_watch

    def read() -> Submission:
        return _read_file(course, file)

    def write(graded: Graded) -> None:
        _write_files([graded], options)

    return run_watch(Watched(file, assignment, options.isolation, options.html is not None, read, write), console)


def _read_file(course: Course, file: Path) -> Submission:
    submitted = course.root / "submitted"
    return read_submission(file, root=submitted if submitted in file.absolute().parents else Path.cwd())


def _read(course: Course, file: Path, name: str | None) -> tuple[Submission, Assignment]:
    if not file.is_file():
        raise UsageError(f"There is no file {file}: check the path.")
    submission = _read_file(course, file)
    if name is not None:
        assignment = course.assignment(name)
    else:
        found = recognise(submission, course.assignments())
        if found is None:
            reason = submission.problem or "None of its cells or functions belongs to one."
            known = ", ".join(course.names()) or "none"
            raise UsageError(f"{file}: the assignment cannot be told. {reason} Name it with --assignment (one of: {known}).")
        assignment = found
    need_hidden_tests(assignment)
    return submission, assignment


@dataclass(frozen=True)
class _Grading:
    """What a process of the pool does for this command: `what` is the place of a file among those that were named."""

    wanted: tuple[tuple[Submission, Assignment], ...]
    isolation: str
    figures: bool

    @contextmanager
    def warm(self, group: str) -> Iterator[Callable[[int], Graded]]:
        """Grade one assignment's files with one grader."""
        assignment = next(one for _, one in self.wanted if one.name == group)
        with Grader(assignment, GradingSettings(isolation=self.isolation)) as grader:
            yield lambda index: grader.grade(self.wanted[index][0], figures=self.figures)


def _grade(wanted: Sequence[tuple[Path, Submission, Assignment]], options: GradeOptions, console: Console) -> list[Graded]:
    """Grade the files, several in the pool and one right here, and return the results in the files' order."""
    work = _Grading(tuple((submission, its) for _, submission, its in wanted), options.isolation, options.html is not None)
    if len(wanted) == 1:
        with work.warm(wanted[0][2].name) as grade:
            return [grade(0)]
    results: dict[int, Graded] = {}
    pieces = [Piece(its.name, index) for index, (_, _, its) in enumerate(wanted)]
    with progress_bar(console, "grading", len(wanted)) as advance:
        for piece, answer in run_pieces(work, pieces, processes_for(len(pieces))):
            submission, assignment = work.wanted[piece.what]
            lost = isinstance(answer, Lost)
            results[piece.what] = lost_row(submission, assignment, options.isolation, answer.reason) if lost else answer
            advance(None)
    return [results[index] for index in range(len(wanted))]


def _write_files(graded: Sequence[Graded], options: GradeOptions) -> None:
    results, languages = [one.result for one in graded], [language_for(one) for one in graded]
    if str(options.json) == "-":
        print(json_text(results), end="")
    elif options.json:
        write_wanted(options.json, json_text(results))
    if options.junit:
        write_wanted(options.junit, junit_xml(results))
    if options.markdown:
        write_wanted(options.markdown, markdown(results, languages))
    if options.gradescope:
        write_wanted(options.gradescope, gradescope_json(results[0], language=languages[0]))
    if options.html:
        _write_pages(graded, options.html)


def _tell_ci(wanted: Sequence[tuple[Path, Assignment]], graded: Sequence[Graded], options: GradeOptions) -> None:
    """Show the results at the student's lines: to a GitHub runner, with the job's summary and outputs, or to GitLab."""
    if options.github is None and options.code_quality is None:
        return
    root, languages = options.github or Path.cwd(), [language_for(one) for one in graded]
    results = [localised(one.result, language) for one, language in zip(graded, languages, strict=True)]
    found = []
    for (file, assignment), result in zip(wanted, results, strict=True):
        found += annotate(result, file, root, {one.id: one.functions for one in assignment.exercises})
    if options.code_quality:
        write_wanted(options.code_quality, code_quality(found))
    if options.github is not None:
        print(github_commands(found, results), end="")
        summary = markdown([one.result for one in graded], languages)
        for variable, text in (("GITHUB_STEP_SUMMARY", summary), ("GITHUB_OUTPUT", github_outputs(results))):
            if path := os.environ.get(variable):
                _append(Path(path), text, variable)


def _write_pages(graded: Sequence[Graded], target: Path) -> None:
    """Write one page as a file, several into a folder with an index; a target that is a folder gets a folder."""
    from autograder.report.page import INDEX, file_names, render_index, render_page  # slow to import, and seldom asked for

    pages = [page_of(one) for one in graded]
    if len(pages) == 1 and not target.is_dir():
        write_wanted(target, render_page(pages[0], language_for(graded[0])))
        return
    names = file_names(pages)
    for name, page, one in zip(names, pages, graded, strict=True):
        write_wanted(target / name, render_page(page, language_for(one)))
    write_wanted(target / INDEX, render_index(list(zip(names, pages, strict=True))))


def _append(path: Path, text: str, variable: str) -> None:
    try:
        with path.open("a", encoding="utf-8") as target:
            target.write(text)
    except OSError as error:
        remedy = f"{variable} names it: it has to be a file that this job may write."
        raise UsageError(f"{path} cannot be written: {error.strerror}. {remedy}") from error
