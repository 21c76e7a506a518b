"""The students' helper package: a release and a worker hold the modules that their notebook imports, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.course import helpers
from autograder.course.model import Course, find_course
from autograder.errors import IsolationMissing
from autograder.gate.build import link_helpers
from autograder.grading.grader import zygote_settings
from autograder.worker.zygote import Zygote

from . import toy
from .handmade import cell

HANDOUT = find_course().handout
OTHERS = "suspects"  # the one module that only one notebook imports
IMPORTS = {
    "plain": "import tools.first",
    "from a package": "from tools import first",
    "from a module": "from tools.first import thing",
    "under another name": "import tools.first as t",
    "inside a function": "def f():\n    from tools import first",
    "with a magic above": "%matplotlib inline\n!ls\nfrom tools import first, nothing",
    "in several lines": "from tools import (\n    first,\n)",
    "beside a line that does not parse": "x = = 1\nfrom tools import first",
}


@pytest.fixture
def handout(tmp_path: Path) -> Path:
    """A handout of three modules, of which the first imports the second."""
    package = tmp_path / "tools"
    package.mkdir()
    for name, text in {"__init__": "", "first": "from tools.second import x", "second": "x = 1", "third": ""}.items():
        (package / f"{name}.py").write_text(text)
    return tmp_path


RELATIVE = {
    "from a module": "from .second import x",
    "from the package": "from . import second",
    "from a package below": "from .inner import deep",
    "from a module below": "from .inner.deep import y",
    "from above": "import tools.inner.up",
}


@pytest.mark.parametrize("source", RELATIVE.values(), ids=RELATIVE.keys())
def test_a_helper_may_import_by_dots(handout: Path, source: str) -> None:
    """Relative imports of a helper are followed as absolute ones are, up, down and through packages."""
    inner = handout / "tools" / "inner"
    inner.mkdir()
    for name, text in {"__init__": "", "deep": "y = 1", "up": "from ..second import x\nfrom .. import third"}.items():
        (inner / f"{name}.py").write_text(text)
    (handout / "tools" / "first.py").write_text(source)
    found = set(helpers.needed(["tools.first"], handout))
    if "inner.up" in source:
        assert found == {"tools", "tools.first", "tools.inner", "tools.inner.up", "tools.second", "tools.third"}
    elif "inner" in source:
        assert found == {"tools", "tools.first", "tools.inner", "tools.inner.deep"}
    else:
        assert found == {"tools", "tools.first", "tools.second"}


@pytest.mark.parametrize("source", IMPORTS.values(), ids=IMPORTS.keys())
def test_needed_is_what_is_imported_and_what_that_imports(handout: Path, source: str) -> None:
    """However a cell writes its import, the module, its package and what the module imports are needed, and no more."""
    assert helpers.needed(helpers.imports(source), handout) == ("tools", "tools.first", "tools.second")


def test_every_kind_of_helper_is_linked_and_unlinked(tmp_path: Path) -> None:
    """A module alone, a package in a package, and what a module beside the notebook imports are linked; the rest is not."""
    course = toy.write_course(tmp_path, (cell("import alone\nimport own", "setup", **toy._LOCKED), *toy.CELLS[1:]), {})
    inner = course.handout / "tools" / "inner"
    inner.mkdir(parents=True)
    for path in (course.handout / "alone.py", course.handout / "unused.py", inner / "deep.py", inner / "__init__.py"):
        path.write_text("")
    folder = course.source(toy.NAME).parent
    (folder / "own.py").write_text("from tools.inner import deep\n")
    link_helpers(course, toy.NAME)
    linked = {path.relative_to(folder).as_posix() for path in folder.rglob("*.py") if path.is_symlink()}
    assert linked == {"alone.py", "tools/inner/deep.py", "tools/inner/__init__.py"}
    (folder / "own.py").write_text("")
    link_helpers(Course(course.root), toy.NAME)
    assert {path.name for path in folder.iterdir()} == {f"{toy.NAME}.ipynb", "own.py", "alone.py"}


def test_a_notebook_without_helpers_needs_none(handout: Path) -> None:
    """Libraries are no helpers."""
    assert helpers.needed(helpers.imports("import numpy as np\nfrom math import pi"), handout) == ()


def test_each_release_holds_the_helpers_of_its_notebook(course: Course) -> None:
    """No release has a helper that its notebook does not import; the bug hunt's passes go with the bug hunt alone."""
    for assignment in course.assignments():
        folder = course.release(assignment.name).parent
        held = {path.relative_to(folder) for path in folder.rglob("*.py") if "__pycache__" not in path.parts}
        assert held == {path.relative_to(course.handout) for path in assignment.helper_files}
    assert [one.name for one in course.assignments() if f"lesson.{OTHERS}" in one.helpers] == ["check_and_init"]


@pytest.fixture(scope="module", params=["auto", "portable", "none"])
def zygote(request: pytest.FixtureRequest, course: Course) -> Iterator[Zygote]:
    """A zygote for a notebook that does not import the bug hunt, at each level."""
    try:
        zygote = Zygote(zygote_settings(course.assignment("one_hidden_layer"), request.param))
    except IsolationMissing as error:
        pytest.skip(str(error))
    with zygote:
        yield zygote


REACHES = {
    "import": "from lesson import suspects",
    "importlib": "import importlib\nimportlib.invalidate_caches()\nimportlib.import_module('lesson.suspects')",
    "a new copy of the package": "import sys\nfor n in [n for n in sys.modules if n.startswith('lesson')]: del sys.modules[n]\n"
    "from lesson import suspects",
}
READS = {
    "reading the file": f"open({str(HANDOUT / 'lesson' / OTHERS)!r}.strip()).read()",
    "its folder on the path": f"import sys\nsys.path.insert(0, {str(HANDOUT / 'lesson')!r})\nimport {OTHERS}",
}


def _fails(zygote: Zygote, cell: str) -> bool:
    worker = zygote.spawn()
    try:
        (outcome,) = worker.run_cells([cell], 20.0, figures=False)
    finally:
        worker.close()
    return outcome["ok"] is False


@pytest.mark.parametrize("cell", REACHES.values(), ids=REACHES.keys())
def test_no_other_helper_can_be_imported_while_grading(zygote: Zygote, cell: str) -> None:
    """A helper of another notebook is not available by importing it, at any level of isolation."""
    assert _fails(zygote, cell)


@pytest.mark.parametrize("cell", READS.values(), ids=READS.keys())
def test_no_other_helper_can_be_read_while_grading(zygote: Zygote, cell: str) -> None:
    """Where anything isolates, the file itself cannot be read either."""
    if zygote.layers.level == "none":
        pytest.skip("without isolation every file can be read")
    assert _fails(zygote, cell)


def test_the_notebooks_own_helpers_are_there(zygote: Zygote) -> None:
    """What the notebook imports can be imported, in every way, and its text is there for a traceback."""
    cell = (
        "import lesson, inspect\nfrom lesson import compare, facts\nfrom lesson.checks import Checks\ninspect.getsource(Checks)"
    )
    assert not _fails(zygote, cell)
