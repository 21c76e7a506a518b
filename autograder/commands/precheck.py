"""`autograder precheck`: what a student's notebook needs before it is handed in; a student's own command; untrusted side.

It needs no hidden tests, no solutions and no course: the released notebook's own marks are enough. All that it knows is in the
handout (`lesson.precheck`), so that the notebook's last cell says the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from autograder.course.model import find_course
from autograder.errors import UsageError
from autograder.language.spoken import Language, language_of
from autograder.report.text import in_markup

if TYPE_CHECKING:
    from lesson.precheck_expected import Expected
    from lesson.precheck_findings import Finding
    from lesson.precheck_notebook import Cell

DOMAIN = "precheck"  # of the course's catalogues
NOTHING_TO_MEND, SOMETHING_TO_MEND, UNREADABLE = 0, 1, 2


@dataclass(frozen=True)
class PrecheckOptions:
    """Where the released notebook is, where it is not found by itself; whether to run, and whether to answer in JSON."""

    release: Path | None = None
    run: bool = True
    json: bool = False


def run_precheck(path: Path, options: PrecheckOptions) -> int:
    """Say what is to mend in a notebook and return the exit code.

    Raises:
        UsageError: `--release` names nothing that was released.
    """
    _find_lesson(path)
    from lesson.precheck_notebook import Unreadable, read_file

    try:
        cells = read_file(path)
    except Unreadable as problem:
        return _unreadable(path, *map(str, problem.args), as_json=options.json)
    expected = _expected(path, cells, options.release)
    with Console(stderr=True).status("running it afresh, two minutes at most") if options.run else _Quiet():
        findings = _findings(path, cells, expected, run=options.run)
    mend = any(one.level == "mend" for one in findings)
    if options.json:
        report = {"assignment": expected.name, "file": str(path), "findings": [asdict(one) for one in findings]}
        print(json.dumps({**report, "nothing_to_mend": not mend}, ensure_ascii=False, indent=2))
    else:
        _print(expected.name, findings, language_of(find_course(path.parent), DOMAIN))
    return SOMETHING_TO_MEND if mend else NOTHING_TO_MEND


class _Quiet:
    """A status that shows nothing."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None


def _find_lesson(path: Path) -> None:
    """Let `lesson` be imported as in a student's folder: from beside the notebook, or from the course.

    Raises:
        UsageError: there is none.
    """
    places = [path.resolve().parent, find_course(path.parent).handout]
    found = next((place for place in places if (place / "lesson" / "precheck.py").is_file()), None)
    if found is None:
        raise UsageError(f"There is no lesson/precheck.py beside {path} or in a course around it: fetch the assignment again.")
    if str(found) not in sys.path:
        sys.path.append(str(found))


def _findings(path: Path, cells: Sequence[Cell], expected: Expected, *, run: bool) -> list[Finding]:
    import lesson as helpers
    from lesson.precheck import examine
    from lesson.precheck_findings import NOTE, in_order
    from lesson.precheck_static import check_file_name

    lesson = Path(str(helpers.__file__)).parent
    found = [*examine(cells, expected, run=run, lesson=lesson), *check_file_name(path.resolve(), expected)]
    if path.suffix == ".py":  # a file of functions is handed in as it is, and has no marks to lose
        found = [replace(one, level=NOTE, remedy="") if one.kind == "lost-marks" else one for one in found]
    return in_order(found)


def _expected(path: Path, cells: Sequence[Cell], release: Path | None) -> Expected:
    """What was handed out: what `--release` names, what lies beside the file or in the course around it, or its own marks."""
    from lesson.precheck import choose
    from lesson.precheck_expected import FILE, expected_of, read_expected

    if release is not None:
        files = sorted(release.glob("*.ipynb")) if release.is_dir() else [release]
        named = [one for one in map(read_expected, files) if one is not None]
        if not named:
            raise UsageError(f"{release} is no released notebook, nor a folder with one.")
        return choose(cells, named) or named[0]
    beside = read_expected(path.resolve().parent / "lesson" / FILE)
    if beside is not None and choose(cells, [beside]):
        return beside
    known = [one for one in map(read_expected, _releases(path)) if one is not None]
    own = expected_of(path.stem, cells, pristine=False)
    return choose(cells, known) or beside or own


def _releases(path: Path) -> Iterator[Path]:
    """Yield the released notebooks of the course around the file or the working folder, or of the kit's own."""
    starts = [path.resolve().parent, Path.cwd(), find_course(path.parent).root]
    for folder in dict.fromkeys(folder for start in starts for folder in (start, *start.parents)):
        if (folder / "release").is_dir():
            yield from sorted((folder / "release").glob("*/*.ipynb"))
            return


def _print(name: str, findings: Sequence[Finding], language: Language) -> None:
    from lesson.precheck_findings import rows, title

    console = Console()  # no colours where the output is no terminal
    console.print(f"[bold]{in_markup(language.say(title(name, findings)))}[/bold]", highlight=False)
    table = Table(show_header=False, box=None, padding=(0, 1), show_edge=False)
    for overflow in ("fold", "fold", "fold"):
        table.add_column(overflow=overflow)
    for row in rows(findings):
        what = in_markup(language.say(row.note)) + (f"\n→ {in_markup(language.say(row.why))}" if row.why else "")
        where = "\n".join(map(language.say, row.call.split("\n")))
        table.add_row(f"[{row.mark.value[3]}]{row.mark.symbol}[/]", f"[bold]{in_markup(where)}[/bold]", what)
    console.print(table)


def _unreadable(path: Path, what: str, remedy: str = "", *, as_json: bool) -> int:
    if as_json:
        print(json.dumps({"file": str(path), "problem": what, "remedy": remedy}, ensure_ascii=False, indent=2))
    else:
        console = Console(stderr=True)
        console.print(f"[red]error:[/red] {in_markup(what)} {in_markup(remedy)}", highlight=False, soft_wrap=True)
    return UNREADABLE
