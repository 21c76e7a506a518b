"""A course on disk and its assignments, read from the source notebooks: cells, exercises and points; trusted side."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.course import helpers
from autograder.course.beside import Files, files_beside, modules_of, texts_of_modules
from autograder.course.settings import FILE, CourseSettings, notebooks_of, read_settings
from autograder.errors import UsageError

CODE_STUB = ("# YOUR CODE HERE", "raise NotImplementedError()")
TEXT_STUB = ("YOUR ANSWER HERE",)
STUDY_TAG = "study"
TESTS = "tests"
_CHECKOUT = Path(__file__).resolve().parents[2]
_BEGIN, _END = "BEGIN SOLUTION", "END SOLUTION"


@dataclass(frozen=True)
class SourceCell:
    """One cell of a source notebook; `source` holds the reference solution, `released` what students get."""

    kind: str  # "code" or "markdown"
    source: str
    released: str
    grade_id: str | None
    cell_id: str
    grade: bool
    solution: bool
    locked: bool
    points: float
    study: bool
    tags: tuple[str, ...] = ()

    @property
    def manual(self) -> bool:
        """Is this an answer that a person grades?"""
        return self.grade and self.solution

    @property
    def answer(self) -> bool:
        """Does a student write here?"""
        return self.solution

    @property
    def runs_while_grading(self) -> bool:
        """Is this a code cell that an exercise may need: neither a study, nor visible checks, nor graded by hand?"""
        return self.kind == "code" and not self.study and not self.grade


@dataclass(frozen=True)
class Exercise:
    """One graded unit: a grade cell, the solution cells above it, and the functions and classes those define."""

    id: str
    points: float
    solution_cells: tuple[str, ...]
    functions: tuple[str, ...]


@dataclass(frozen=True)
class Assignment:
    """One source notebook."""

    name: str
    path: Path
    course: Course
    cells: tuple[SourceCell, ...]
    exercises: tuple[Exercise, ...]

    @property
    def points(self) -> float:
        """The points that are graded automatically."""
        return sum(exercise.points for exercise in self.exercises)

    @cached_property
    def by_id(self) -> dict[str, SourceCell]:
        """The cells that have a grade_id."""
        return {cell.grade_id: cell for cell in self.cells if cell.grade_id is not None}

    @cached_property
    def helpers(self) -> tuple[str, ...]:
        """The modules of the students' helper package that the notebook, with all its cells, and the modules beside it need."""
        sources = [cell.source for cell in self.cells if cell.kind == "code"] + texts_of_modules(self.beside)
        return helpers.needed((name for source in sources for name in helpers.imports(source)), self.course.handout)

    @property
    def helper_files(self) -> list[Path]:
        """The files of those modules."""
        return helpers.files(self.helpers, self.course.handout)

    @property
    def beside(self) -> Files:
        """The files beside the notebook, data and modules of its own, by name."""
        return files_beside(self.path.parent, self.course.handout)

    @cached_property
    def preload(self) -> tuple[str, ...]:
        """The modules that the cells import, for the zygote to import once; those beside the notebook are each worker's own."""
        own = modules_of(self.beside)
        read = (helpers.preloadable(cell.source) for cell in self.cells if cell.runs_while_grading)
        names = {name for found in read for name in found if name.partition(".")[0] not in own}
        return tuple(sorted(names | set(self.helpers)))

    def exercise(self, name: str) -> Exercise:
        """Return the exercise of this id, or the one that defines this function.

        Raises:
            KeyError: there is none.
        """
        for exercise in self.exercises:
            if name == exercise.id or name in exercise.functions:
                return exercise
        raise KeyError(name)

    @property
    def has_hidden_tests(self) -> bool:
        """Does the course hold hidden tests for this assignment, or is it left to stock nbgrader?"""
        return self.course.has_hidden_tests(self.name)

    @property
    def hidden(self) -> Path:
        """The folder of the assignment's hidden tests, mistakes and variants."""
        return self.course.hidden(self.name)


@dataclass(frozen=True)
class Course:
    """A course folder: the one that holds `course.toml` and `source/`."""

    root: Path

    @cached_property
    def settings(self) -> CourseSettings:
        """What `course.toml` says.

        Raises:
            UsageError: it cannot be read.
        """
        return read_settings(self.root)

    @property
    def content(self) -> Path:
        """The package of hidden tests, mistakes, oracles and students' helpers."""
        return self.settings.content

    @property
    def handout(self) -> Path:
        """The folder of the students' helper packages."""
        return self.content / "handout"

    def hidden(self, assignment: str) -> Path:
        """Return the folder of an assignment's hidden tests, mistakes and variants."""
        return self.content / assignment

    def has_hidden_tests(self, assignment: str) -> bool:
        """Does the course hold hidden tests for this assignment?"""
        return any((self.hidden(assignment) / TESTS).glob("test_*.py"))

    def source(self, assignment: str) -> Path:
        """Return the path of an assignment's source notebook."""
        return self.root / "source" / assignment / f"{assignment}.ipynb"

    def release(self, assignment: str) -> Path:
        """Return the path of an assignment's released notebook."""
        return self.root / "release" / assignment / f"{assignment}.ipynb"

    def script(self, assignment: str) -> Path:
        """Return the path of the source notebook's pair in Python."""
        return self.root / "solutions" / assignment / f"{assignment}.py"

    def names(self) -> list[str]:
        """Return the names of the assignments, in the order of the curriculum where it is known."""
        found, order = self._notebooks() - set(self.settings.ungraded), self.settings.assignments
        return [name for name in order if name in found] + sorted(found - set(order))

    def ungraded(self) -> list[str]:
        """Return the names of the notebooks that hold no exercise: built, run and handed out like the others, never graded."""
        found = self._notebooks()
        return [name for name in self.settings.ungraded if name in found]

    def _notebooks(self) -> set[str]:
        return notebooks_of(self.root)

    def assignment(self, name: str) -> Assignment:
        """Read one assignment.

        Raises:
            UsageError: there is no such assignment.
        """
        path = self.source(name)
        if not path.is_file():
            known = ", ".join(self.names()) or "none"
            raise UsageError(f"There is no assignment {name!r} in {self.root / 'source'}; it holds: {known}.")
        return read_assignment(path, self)

    def assignments(self) -> list[Assignment]:
        """Read every assignment."""
        return [self.assignment(name) for name in self.names()]


def find_course(start: Path | None = None, *, beside_engine: bool = True) -> Course:
    """Return the course around `start` (by default the working folder), or else the one that this engine stands beside.

    Without `beside_engine` there is no such second choice: what is written shall not land in another course.

    Raises:
        UsageError: there is none.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents, *([_CHECKOUT] if beside_engine else [])):
        if (folder / FILE).is_file() or (folder / "source").is_dir():
            return Course(folder)
    raise UsageError(
        f"There is no course here: neither {FILE} nor a folder named source in {here} or above it. "
        "Go into the course's folder, name it with --course FOLDER, or make one with `autograder new course NAME`."
    )


def read_assignment(path: Path, course: Course) -> Assignment:
    """Read a source notebook of a course.

    Raises:
        UsageError: the file is no notebook.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = tuple(_source_cell(cell) for cell in notebook["cells"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path} is no readable notebook ({error}): make it again with `autograder build`.") from error
    return Assignment(path.stem, path, course, cells, tuple(_exercises(cells)))


def released(source: str, kind: str, *, solution: bool) -> str:
    """Return a cell's text as nbgrader's ClearSolutions leaves it: regions, or a whole solution cell, become a stub."""
    stub = CODE_STUB if kind == "code" else TEXT_STUB
    lines: list[str] = []
    inside = replaced = False
    for line in source.split("\n"):
        if _BEGIN in line:
            inside = replaced = True
            indent = line[: len(line) - len(line.lstrip())]
            lines += [indent + text for text in stub]
        elif _END in line:
            inside = False
        elif not inside:
            lines.append(line)
    if solution and not replaced:
        return "\n".join(stub)
    return "\n".join(lines)


def defined_names(source: str) -> list[str]:
    """Return the functions and classes that a cell defines at its top level; none where it does not parse."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def _source_cell(cell: dict[str, Any]) -> SourceCell:
    metadata = cell.get("metadata", {})
    grading = metadata.get("nbgrader", {})
    source = "".join(cell["source"])
    solution = bool(grading.get("solution"))
    return SourceCell(
        kind=cell["cell_type"],
        source=source,
        released=released(source, cell["cell_type"], solution=solution),
        grade_id=grading.get("grade_id"),
        cell_id=cell.get("id", ""),
        grade=bool(grading.get("grade")),
        solution=solution,
        locked=bool(grading.get("locked")),
        points=float(grading.get("points", 0)),
        study=STUDY_TAG in metadata.get("tags", []),
        tags=tuple(str(tag) for tag in metadata.get("tags", [])),
    )


def _exercises(cells: tuple[SourceCell, ...]) -> Iterator[Exercise]:
    """Give each automatically graded cell the solution cells between the grade cell before it and itself."""
    waiting: list[SourceCell] = []
    for cell in cells:
        if cell.solution and not cell.grade and cell.kind == "code":
            waiting.append(cell)
        elif cell.grade and not cell.solution and cell.grade_id is not None:
            functions = tuple(name for one in waiting for name in defined_names(one.source))
            yield Exercise(cell.grade_id, cell.points, tuple(str(one.grade_id) for one in waiting), functions)
            waiting = []
