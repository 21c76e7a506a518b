"""The bank of mistakes and variants: read as text, and put among the notebook's own names."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from autograder.course import bank
from autograder.course.model import Course
from autograder.course.plots import without_unused_plots
from autograder.errors import KitBroken

from . import toy


@pytest.fixture
def hidden(tmp_path: Path) -> Path:
    """A toy's hidden folder, for this test to spoil."""
    return toy.write_course(tmp_path).hidden(toy.NAME)


def test_entries_come_in_the_files_order_with_their_hints(hidden: Path) -> None:
    """Each top-level function is an entry: what it stands in for, its name, its docstring."""
    entries = bank.read_bank(hidden, bank.MISTAKES)
    assert [(one.function, one.name) for one in entries] == [
        ("double", "double__adds_two"),
        ("double", "double__no_answer"),
    ]
    assert entries[0].text == "Is 2 a number that tells doubling from adding?"


def test_an_entry_stands_in_for_the_function_and_finds_its_neighbours(hidden: Path) -> None:
    """An entry is run under the function's own name, with imports, helpers and the notebook's functions around it."""
    (hidden / "mistakes.py").write_text(
        "import numpy as np\n\nSTEP = 3\n\n\ndef _shift(x):\n    return x + STEP\n\n\n"
        'def double__shifted(x):\n    """Why?"""\n    return np.asarray(_shift(half(x)))\n'
    )
    (entry,) = bank.read_bank(hidden, bank.MISTAKES)
    implementation = bank.implement(entry, {"half": lambda x: x / 2})
    assert implementation.__name__ == "double" and implementation(4.0) == np.asarray(5.0)


def test_a_missing_bank_is_empty(hidden: Path) -> None:
    """An assignment without mistakes or variants has none."""
    (hidden / "variants.py").unlink()
    assert bank.read_bank(hidden, bank.VARIANTS) == ()


FAULTS = {
    "no hint": ("def double__wrong(x):\n    return x\n", r"mistakes\.py:1: double__wrong needs a docstring"),
    "no name": ('def wrong(x):\n    """Why?"""\n', r"mistakes\.py:1: wrong needs a docstring and a name like"),
    "twice": ('def double__a(x):\n    """Why?"""\n\n\n' * 2, r"mistakes\.py: these names occur twice: double__a"),
}


@pytest.mark.parametrize(("text", "said"), FAULTS.values(), ids=FAULTS)
def test_a_faulty_entry_is_named_with_its_line(hidden: Path, text: str, said: str) -> None:
    """An entry without a hint or a function, or that is there twice, is the kit's fault, with place and remedy."""
    (hidden / "mistakes.py").write_text(text)
    with pytest.raises(KitBroken, match=said):
        bank.read_bank(hidden, bank.MISTAKES)


def test_an_entry_prints_nothing(hidden: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What an entry prints was computed from hidden inputs: it reaches no terminal."""
    (hidden / "mistakes.py").write_text('def double__talks(x):\n    """Why?"""\n    print("secret", x)\n    return x\n')
    (entry,) = bank.read_bank(hidden, bank.MISTAKES)
    bank.implement(entry, {})(7.0)
    assert capfd.readouterr() == ("", "")


def test_variants_that_mutate_say_so(hidden: Path) -> None:
    """A variant may lose the purity tests only where its docstring begins with "Mutates"."""
    (hidden / "variants.py").write_text(
        'def double__in_place(x):\n    """Mutates its argument."""\n    x *= 2\n    return x\n\n\n'
        'def double__sum(x):\n    """Adds."""\n    return x + x\n'
    )
    assert [one.mutates for one in bank.read_bank(hidden, bank.VARIANTS)] == [True, False]


def test_the_reference_is_the_notebooks_own_code(toy_course: Course) -> None:
    """The reference namespace holds the solution's functions, and ran neither study nor visible check."""
    names = bank.reference_namespace(toy_course.assignment(toy.NAME))
    assert names["double"](4.0) == 8.0 and names["third"](6.0) == 2.0 and names["np"] is np


def test_every_entry_of_the_real_bank_stands_in_for_a_function(course: Course) -> None:
    """Each mistake and variant of every assignment names a function that the notebook's exercises define."""
    for assignment in course.assignments():
        functions = {name for exercise in assignment.exercises for name in exercise.functions}
        for kind in (bank.MISTAKES, bank.VARIANTS):
            entries = bank.read_bank(assignment.hidden, kind)
            assert {one.function for one in entries} <= functions, (assignment.name, kind)
            assert all("?" in one.text for one in entries if kind == bank.MISTAKES), assignment.name


def test_the_reference_runs_without_plots_that_no_cell_uses(tmp_path: Path) -> None:
    """Plotting that only study cells use is not imported, by whatever road; all else, and every line's number, stays."""
    lesson = tmp_path / "lesson"
    lesson.mkdir()
    (lesson / "plots.py").write_text("import matplotlib.pyplot as plt\n")
    (lesson / "data.py").write_text("import numpy as np\n")
    cells = [
        "import numpy as np\nimport matplotlib.pyplot as plt\nfrom lesson import data, plots\n"
        "from lesson.plots import (\n    curve,\n)\nimport math; import matplotlib\nx = 1",
        "def f(): return used.curve()",
        "from lesson import plots as used",
    ]
    first, *rest = without_unused_plots(cells, tmp_path)
    assert first.split("\n") == [
        "import numpy as np", "", "from lesson import data", "", "", "", "import math; import matplotlib", "x = 1",
    ]  # fmt: skip
    assert rest == cells[1:]
