"""Notebooks and Python files with anything in them changed: they are read, rebuilt on the source's cells and explained."""

from __future__ import annotations

import ast
import copy
import json
import random
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from autograder.course.guesses import Question, guess_in, has_text
from autograder.course.model import Assignment, Course
from autograder.errors import Missing, NotCallable, Raised, StudentFault, TimedOut, WrongArity
from autograder.grading.affected import affected_exercises
from autograder.grading.faults import Reader
from autograder.grading.stopped import note_of, stopped_cells, told
from autograder.grading.store import submission_digest
from autograder.similarity.pairs import answers_of
from autograder.submission.canonical import Canonical, canonicalise, recognise
from autograder.submission.excerpt import as_bank_entry, definition, shortened
from autograder.submission.own_cells import roles
from autograder.submission.read import Submission, read_notebook, read_python
from autograder.worker.cell_outcome import CellOutcome
from tests.engine import toy

from . import draw as drawn

ROOT = Path(__file__).resolve().parents[2]
REAL = 0.03  # of the notebooks are the course's own: they are ten times as slow
FOR_THE_CLASS = 0.15  # of the notebooks
QUESTIONS = (Question("x", "How high?", 1.0, near=1.0), Question("y", "Which?", "a", choices=("a", "b")))
EXPLAINED = 0.3  # of the notebooks: it takes as long as all before
SENTENCES = 3  # that are asked for of one notebook: each looks at all of its cells
NUISANCES: Sequence[Any] = (
    None,
    True,
    0,
    -1,
    1e400,
    10**30,
    "",
    "code",
    "markdown",
    "raw",
    "\ud800",
    "\x00",
    "x" * 5000,
    [],
    {},
    [[]],
    {"a": {}},
    ["a", 1, None],
    {"nbgrader": None},
    {"nbgrader": {"grade_id": []}},
    {"nbgrader": {"grade_id": "setup", "points": "NaN"}},
)
TOKENS = (
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "\n",
    "    ",
    "\t",
    "\\",
    "'",
    '"',
    "'''",
    "#",
    "%",
    "%%bash\n",
    "guess_x = ",
    "guess_y = ",
    "!ls\n",
    "?",
    "def f(x):\n",
    "class A:\n",
    "return",
    "lambda",
    "await ",
    "async ",
    "import numpy as np\n",
    "from x import *\n",
    "@",
    "f'{x!r:>{y}}'",
    "raise NotImplementedError()",
    "# YOUR CODE HERE",
    "### BEGIN SOLUTION",
    "### END SOLUTION",
    "\x00",
    "\ud800",
    "\u2028",
    "\r",
    "\x0c",
    "yield",
    "global x\n",
    "nonlocal y\n",
    "del x\n",
    "with a as b:\n",
    "try:\n",
    "except* E:\n",
    "match x:\n case {**y}:\n  pass\n",
    "0_0",
    "1e999",
    "0xg",
    "0x" + "f" * 4000,
    "1_0e3j",
    "é",
    "ﬁ",
    "=",
    ":=",
    "->",
    "...",
    ";",
    "# %%\n",
    "<<<<<<< HEAD\n",
    ">>>>>>> b\n",
    "\ufeff",
    "type X = int\n",
)


@cache
def bases() -> Sequence[tuple[Assignment, bytes]]:
    """Return notebooks to change, released and solved, each with its assignment; the toy's come first."""
    with tempfile.TemporaryDirectory(prefix="fuzz-") as folder:  # all that is needed of it has been read by then
        small = toy.write_course(Path(folder)).assignment(toy.NAME)
        found = [(small, small.path.read_bytes())]
    for assignment in Course(ROOT).assignments():
        released = ROOT / "release" / assignment.name / f"{assignment.name}.ipynb"
        found += [(assignment, path.read_bytes()) for path in (assignment.path, released) if path.is_file()]
    return found


def _document(index: int) -> Any:
    return json.loads(bases()[index][1])  # three times as fast as a copy


@cache
def _blank(index: int) -> Canonical:
    return canonicalise(Submission("mallory", ()), bases()[index][0])


def base(draw: random.Random) -> int:
    """Return the number of a notebook to change."""
    return draw.randrange(1, len(bases())) if draw.random() < REAL else 0


def trial(draw: random.Random) -> None:
    """Read one changed notebook or file, rebuild it, and explain what is in it."""
    index = base(draw)
    original = bases()[index][1]
    way = draw.random()
    if way < 0.15:
        submission = read_notebook(_bytes_changed(draw, original), "mallory")
    elif way < 0.3:
        submission = read_python(_as_python(draw, index), "mallory")
    else:
        document = _document(index)
        for _ in range(draw.choice((1, 1, 2, 4, 8))):
            draw.choice(_CHANGES)(draw, document)
        submission = read_notebook(_written(draw, document), "mallory")
    rebuilt(draw, submission, index)


def rebuilt(draw: random.Random, submission: Submission, index: int) -> None:
    """Rebuild a submission: every cell of the source is there once and in order, and what is locked is the source's own."""
    assignment = bases()[index][0]
    assert (submission.problem is None) or not submission.cells
    canonical = canonicalise(submission, assignment)
    assert [cell.origin for cell in canonical.cells if cell.origin is not None] == list(assignment.cells)
    for cell in canonical.cells:
        if cell.origin is not None and not cell.origin.answer:
            assert (cell.source, cell.kind) == (cell.origin.source, cell.origin.kind)
        cell.source.encode()
    for said in canonical.messages:
        said.encode()
    submission_digest(submission)
    recognise(submission, [assignment])
    roles(canonical)
    way = draw.random()
    if way < 0.2:
        affected_exercises(_blank(index), canonical, {})
    elif way < 0.3:
        assert affected_exercises(canonical, canonical, {}) in (frozenset(), None)
    if draw.random() < FOR_THE_CLASS:
        _read_for_the_class(draw, canonical)
    if draw.random() < EXPLAINED:
        _explained(draw, canonical)


def _read_for_the_class(draw: random.Random, canonical: Canonical) -> None:
    """Read what the class report and `autograder similar` read: pieces of answers, one function's code, guesses."""
    answers_of(canonical)
    sources = [cell.source for cell in canonical.cells if cell.kind == "code"]
    function = draw.choice([name for exercise in canonical.assignment.exercises for name in exercise.functions])
    code = definition(sources, function, draw.choice(sources))
    shortened(code.source).encode(errors="surrogatepass")
    entry = as_bank_entry(code, f"{function}__new", ())
    assert entry is None or ast.parse(entry)
    for question in QUESTIONS:
        guess_in(question, sources)
        has_text(question, draw.choice(sources))


def _explained(draw: random.Random, canonical: Canonical) -> None:
    """Say why a function gave no answer, for faults of every kind and cells that stopped anywhere."""
    share = draw.choice((0.0, 0.0, 0.2))
    stopped: Mapping[int, CellOutcome] = {
        index: CellOutcome(
            False, ({"output_type": "error", "ename": drawn.text(draw), "evalue": drawn.text(draw)},), None, line
        )
        for index, cell in enumerate(canonical.cells)
        if cell.run and draw.random() < share
        for line in [draw.choice((None, 1, 2, 10**6))]
    }
    found = stopped_cells(canonical, stopped)
    reader = Reader(canonical, found)
    said = told(found, canonical)
    for exercise in canonical.assignment.exercises:
        said.append(note_of(found, canonical, exercise.solution_cells) or "")
    names = [name for exercise in canonical.assignment.exercises for name in exercise.functions]
    said += [reader.sentence(_fault(draw, draw.choice(names))) for _ in range(SENTENCES)]
    for one in said:
        one.encode()


def _fault(draw: random.Random, name: str) -> StudentFault:
    kinds = (
        "NameError",
        "TypeError",
        "AttributeError",
        "IndexError",
        "UnboundLocalError",
        "ImportError",
        "AssertionError",
        "Evil",
    )
    if draw.random() < 0.5:
        return Raised(name, draw.choice(kinds))
    return draw.choice((Missing, WrongArity, NotCallable, TimedOut))(name)


def _bytes_changed(draw: random.Random, data: bytes) -> bytes:
    body = bytearray(data)
    for _ in range(draw.choice((1, 2, 5, 20))):
        place = draw.randrange(len(body) + 1)
        way = draw.randrange(4)
        if way == 0:
            body[place : place + 1] = bytes([draw.randrange(256)])
        elif way == 1:
            del body[place : place + draw.randrange(1, 400)]
        elif way == 2:
            body[place:place] = draw.choice((b"\\u0000", b"\xff\xfe", b"{", b"[", b'"', b"1e999", b"NaN", b"\\ud800", b"}" * 9))
        else:
            body[place:place] = body[draw.randrange(len(body) + 1) :][: draw.randrange(900)]
    return bytes(body)


def _as_python(draw: random.Random, index: int) -> bytes:
    cells = [cell for cell in _document(index)["cells"] if cell["cell_type"] == "code"]
    texts = ["".join(cell["source"]) for cell in draw.sample(cells, draw.randrange(1, len(cells) + 1))]
    marker = "\n\n# %%\n" if draw.random() < 0.3 else "\n\n"
    text = marker + marker.join(_text_changed(draw, one) if draw.random() < 0.5 else one for one in texts)
    return text.encode(draw.choice(("utf-8", "utf-8", "utf-16", "utf-8-sig")), "replace")


def _text_changed(draw: random.Random, text: str) -> str:
    for _ in range(draw.choice((1, 1, 2, 5))):
        place = draw.randrange(len(text) + 1)
        way = draw.randrange(4)
        if way == 0:
            text = text[:place] + draw.choice(TOKENS) + text[place:]
        elif way == 1:
            text = text[:place] + text[place + draw.randrange(1, 40) :]
        elif way == 2:
            lines = text.split("\n")
            draw.shuffle(lines)
            text = "\n".join(lines)
        else:
            text = text.replace(draw.choice(("x", "return", "np", "    ", "(", ":")), draw.choice(TOKENS), draw.randrange(1, 4))
    return text


def _written(draw: random.Random, document: Any) -> bytes:
    text = json.dumps(document, ensure_ascii=draw.random() < 0.5, indent=1 if draw.random() < 0.1 else None)
    return text.encode(draw.choice(("utf-8", "utf-8", "utf-16")), "surrogatepass" if draw.random() < 0.5 else "replace")


def _some_cell(draw: random.Random, document: Any) -> Any:
    cells = document.get("cells") if isinstance(document, dict) else None
    found = [cell for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []
    return draw.choice(found) if found else {}


def _edit(draw: random.Random, document: Any) -> None:
    cell = _some_cell(draw, document)
    source = cell.get("source", "")
    text = "".join(map(str, source)) if isinstance(source, list) else str(source)
    changed = _text_changed(draw, text)
    cell["source"] = changed.splitlines(keepends=True) if draw.random() < 0.5 else changed


def _nuisance(draw: random.Random, document: Any) -> None:
    """Put something odd in some place of the document."""
    here: Any = document
    while True:
        places = list(here) if isinstance(here, dict) else list(range(len(here))) if isinstance(here, list) else []
        if not places:
            return
        place = draw.choice(places)
        if not isinstance(here[place], dict | list) or draw.random() < 0.25:
            here[place] = copy.deepcopy(draw.choice(NUISANCES))  # else a later change would be one of the next trials' as well
            return
        here = here[place]


def _remove(draw: random.Random, document: Any) -> None:
    cells = document.get("cells")
    if isinstance(cells, list) and cells:
        del cells[draw.randrange(len(cells))]


def _move(draw: random.Random, document: Any) -> None:
    cells = document.get("cells")
    if isinstance(cells, list):
        draw.shuffle(cells)


def _double(draw: random.Random, document: Any) -> None:
    """Copy a cell, and change the copy."""
    cells = document.get("cells")
    if isinstance(cells, list) and cells:
        twin = copy.deepcopy(draw.choice(cells))
        cells.insert(draw.randrange(len(cells) + 1), twin)
        if isinstance(twin, dict) and draw.random() < 0.5:
            twin["source"] = _text_changed(draw, str(twin.get("source")))


def _own(draw: random.Random, document: Any) -> None:
    cells = document.get("cells")
    if isinstance(cells, list):
        text = "".join(draw.choice(TOKENS) for _ in range(draw.randrange(12)))
        cells.insert(draw.randrange(len(cells) + 1), {"cell_type": draw.choice(("code", "markdown")), "source": text})


def _identity(draw: random.Random, document: Any) -> None:
    """Give a cell another's name, or none."""
    one, other = _some_cell(draw, document), _some_cell(draw, document)
    way = draw.randrange(3)
    if way == 0:
        one["metadata"] = copy.deepcopy(other.get("metadata"))
    elif way == 1:
        one.pop("metadata", None)
    else:
        one["id"], one["cell_type"] = other.get("id"), draw.choice(("code", "markdown", "raw", "heading"))


_CHANGES: Sequence[Callable[[random.Random, Any], None]] = (
    _edit,
    _edit,
    _edit,
    _nuisance,
    _nuisance,
    _remove,
    _move,
    _double,
    _own,
    _identity,
)
