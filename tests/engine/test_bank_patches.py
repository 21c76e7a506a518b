"""Mistakes as patches: read from `mistakes.toml`, applied to the functions of `bases.py`."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from autograder.course import bank
from autograder.course.bank_patches import read_bases, read_patches
from autograder.course.model import Course
from autograder.errors import KitBroken

from . import toy


@pytest.fixture
def hidden(tmp_path: Path) -> Path:
    """A toy's hidden folder, for this test to spoil."""
    return toy.write_course(tmp_path).hidden(toy.NAME)


BASES = '''
import numpy as np

STEP = 1


def double(x):
    """Right."""
    total = x + x
    return total


def double_loop(x):
    """Right, by counting."""
    total = 0 * x
    for _ in range(2):
        total = total + x
    return total
'''

PATCHES = """
[double__once]
hint = "How often is x added?"
replace = [['x + x', 'x']]
[double__adds_two]

[double__three_times]
hint = "How often does the loop run?"
base = "double_loop"
replace = [['range(2)', 'range(3)']]
"""


def write_patches(hidden: Path, patches: str, bases: str = BASES) -> None:
    """Give the toy bases and patches."""
    (hidden / "bases.py").write_text(bases)
    (hidden / "mistakes.toml").write_text(patches)
    bank.forget()


def write_one(hidden: Path, *keys: str) -> bank.Entry:
    """Read one patch, made of a hint and these keys."""
    write_patches(hidden, "\n".join(["[double__wrong]", 'hint = "Why?"', *keys]))
    return bank.read_bank(hidden, bank.MISTAKES)[0]


def test_the_tables_say_the_order_and_whole_functions_without_one_follow(hidden: Path) -> None:
    """An empty table is a whole function's place; a function that no table names comes last."""
    write_patches(hidden, PATCHES)
    entries = bank.read_bank(hidden, bank.MISTAKES)
    assert [(one.name, one.file) for one in entries] == [
        ("double__once", "mistakes.toml"),
        ("double__adds_two", "mistakes.py"),
        ("double__three_times", "mistakes.toml"),
        ("double__no_answer", "mistakes.py"),
    ]
    assert [one.function for one in entries] == ["double"] * 4
    assert [bank.implement(one, {})(5) for one in entries[:3]] == [5, 7, 15]


def test_a_patch_reads_like_the_function_that_it_makes(hidden: Path) -> None:
    """Written as a patch or whole, with another layout and comments, a mistake is the same entry in all but its file."""
    write_patches(hidden, PATCHES)
    patched = bank.read_bank(hidden, bank.MISTAKES)[0]
    (hidden / "mistakes.toml").unlink()
    (hidden / "mistakes.py").write_text(
        'def double__once(x):\n    """How often is\n    x added?"""\n    total = (x)  # once\n    return total\n'
    )
    bank.forget()
    (whole,) = bank.read_bank(hidden, bank.MISTAKES)
    assert (whole.name, whole.text) == (patched.name, patched.text)
    assert whole.source.replace("How often is\n    x added?", "How often is x added?") == patched.source
    assert "STEP = 1" in patched.source and patched.source.count("import numpy") == 1


def test_changes_are_made_at_once(hidden: Path) -> None:
    """What one replacement writes, another does not find: both look at the base as it stands."""
    entry = write_one(hidden, "replace = [['x + x', 'total'], ['return total', 'return x + x']]")
    assert "total = total\n    return x + x" in entry.source


ADDED = {
    "below a line": ("['total = x + x', 'total = 2 * total']", "    total = x + x\n    total = 2 * total\n    return"),
    "below a part of one": ("['x + x', 'total += 1']", "    total = x + x\n    total += 1\n    return"),
    "at the top of a block": ("['def double', 'x = x + 1']", "    x = x + 1\n    total = x + x"),
    "several, one of them deeper": (
        r'["x + x", "if total:\n    total = 0"]',
        "    total = x + x\n    if total:\n        total = 0\n    return",
    ),
    "the last line": ("['return total', 'print(x)']", "    return total\n    print(x)\n"),
}


@pytest.mark.parametrize(("pair", "made"), ADDED.values(), ids=ADDED)
def test_added_lines_are_indented_like_the_line_above(hidden: Path, pair: str, made: str) -> None:
    """`after` adds whole lines, one step deeper where the line above opens a block."""
    assert made in write_one(hidden, f"after = [{pair}]").source


def test_a_class_and_a_decorated_function_are_bases_too(hidden: Path) -> None:
    """What a patch changes is one definition, decorators and all."""
    bases = (
        'class double:\n    """Right."""\n\n    def __init__(self, x):\n        self.x = x\n\n\n'
        '@staticmethod\ndef half(x):\n    """Right."""\n    return x / 2\n'
    )
    patches = (
        "[double__kept_twice]\nhint = 'Once?'\nreplace = [['self.x = x', 'self.x = 2 * x']]\n"
        "[half__third]\nhint = 'Half?'\nreplace = [['x / 2', 'x / 3']]\n"
    )
    write_patches(hidden, patches, bases)
    kept, third = bank.read_bank(hidden, bank.MISTAKES)[:2]
    assert bank.implement(kept, {})(3).x == 6
    assert "@staticmethod\ndef half(x):" in third.source and bank.implement(third, {})(6) == 2


PATCH_FAULTS = {
    "unknown base": (
        "base = 'dobule'\nreplace = [['x + x', 'x']]",
        r"toml:1: .* patch of dobule, which is no base.* has: double, d",
    ),
    "absent": ("replace = [['x  +  x', 'x']]", r"looks for 'x  \+  x', which does not stand in double \(.*bases\.py:7\)"),
    "in the docstring only": ("replace = [['Right', 'x']]", "does not stand in double"),
    "twice": ("replace = [['total', 'x']]", "stands 2 times in double .* so that it stands there once"),
    "twice, after": ("after = [['total', 'x']]", "stands 2 times in double"),
    "changes nothing": ("replace = [['x + x', '(x  +  x)']]", "changes nothing in double"),
    "a comment": ("after = [['x + x', '# twice']]", "changes nothing in double"),
    "another name only": ("replace = [['def double', 'def twice']]", "changes nothing in double"),
    "no Python": ("replace = [['x + x', 'x +']]", r"makes no Python \(invalid syntax\): 'total = x \+'"),
    "two definitions": (
        r'replace = [["return total", "return total\ndef f(): return 0"]]',
        "one function or class, and nothing",
    ),
    "overlap": ("replace = [['x + x', 'x'], ['= x +', '= 2 *']]", "two changes of double__wrong overlap in double"),
    "unknown key": (
        "replaces = [['x + x', 'x']]",
        "keys that mean nothing here: replaces. Known are hint, base, replace, after",
    ),
    "a text": ("replace = 'x'", "replace of double__wrong must be a list of pairs"),
    "no pair": ("replace = ['x + x', 'x']", "must be a list of pairs"),
    "three": ("replace = [['x + x', 'x', 'y']]", "must be a list of pairs"),
    "a number": ("after = [['x + x', 2]]", "after of double__wrong must be a list of pairs"),
    "nothing to look for": ("replace = [['', 'x']]", "must be a list of pairs"),
    "no patch": ("", "needs a hint, and a patch"),
    "an empty patch": ("replace = []", "needs a hint, and a patch"),
    "a base that is no text": ("base = 2", "hint and base of double__wrong must be texts"),
}


@pytest.mark.parametrize(("keys", "said"), PATCH_FAULTS.values(), ids=PATCH_FAULTS)
def test_a_patch_that_does_not_fit_is_named_with_the_remedy(hidden: Path, keys: str, said: str) -> None:
    """A patch that cannot be read or applied is the kit's fault, with the file, the entry and the text."""
    with pytest.raises(KitBroken, match=said) as raised:
        write_one(hidden, *keys.split("\n"))
    assert re.search(r"mistakes\.toml:1: .*double__wrong", str(raised.value))


FILE_FAULTS = {
    "twice": ("[double__a]\n[double__a]\n", BASES, r"mistakes\.toml cannot be read as TOML: .*double__a.* a name used twice"),
    "no TOML": ("[double__a\n", BASES, r"mistakes\.toml cannot be read as TOML"),
    "no hint": ("[double__a]\nreplace = [['x + x', 'x']]\n", BASES, r"toml:1: double__a needs a hint"),
    "an empty hint": ("[double__a]\nhint = ' '\nreplace = [['x + x', 'x']]\n", BASES, r"toml:1: double__a needs a hint"),
    "no such function": (
        "[double__a]\n",
        BASES,
        r"toml:1: double__a has neither a patch here nor a function in .*mistakes\.py",
    ),
    "in both files": (
        "\n[double__adds_two]\nhint = 'Why?'\nreplace = [['x + x', 'x + 2']]\n",
        BASES,
        r"toml:2: double__adds_two stands in mistakes\.py as well",
    ),
    "no name": ("[double]\n", BASES, r"toml:1: double needs a name like"),
    "no function": ("[__a]\n", BASES, r"toml:1: __a needs a name like"),
    "no table": ("double__a = 'Why?'\n", BASES, r"mistakes\.toml: double__a is no table"),
    "a list of tables": ("[[double__a]]\nhint = 'Why?'\n", BASES, r"mistakes\.toml: double__a is no table"),
    "a base without docstring": ("", "def double(x):\n    return x\n", r"bases\.py:1: the base double needs a docstring"),
    "a base without body": ("", 'def double(x):\n    """Right."""\n', r"bases\.py:1: the base double needs a body"),
    "a base on one line": ("", 'def double(x): """Right."""; return x\n', r"bases\.py:1: the base double needs a body"),
    "two bases": ("", 'def double(x):\n    """Right."""\n    return x\n' * 2, r"bases\.py:4: there are two bases named double"),
    "bases that are no Python": ("", "def double(x)\n", r"bases\.py:1: this is no Python"),
}


@pytest.mark.parametrize(("patches", "bases", "said"), FILE_FAULTS.values(), ids=FILE_FAULTS)
def test_a_faulty_file_is_named_with_its_line(hidden: Path, patches: str, bases: str, said: str) -> None:
    """Tables, names, hints and bases that cannot be used are the kit's fault, with the place and the remedy."""
    write_patches(hidden, patches, bases)
    with pytest.raises(KitBroken, match=said):
        bank.read_bank(hidden, bank.MISTAKES)


@pytest.mark.parametrize("name", ["mistakes.toml", "mistakes.py", "bases.py"])
@pytest.mark.parametrize("content", [b"\xff\xfe", b"x = '\0'"])
def test_a_file_that_is_no_text_is_named(hidden: Path, name: str, content: bytes) -> None:
    """Bytes that are no UTF-8, or hold a null, cost no traceback."""
    write_patches(hidden, PATCHES)
    (hidden / name).write_bytes(content)
    with pytest.raises(KitBroken, match=re.escape(name)):
        bank.read_bank(hidden, bank.MISTAKES)


def test_each_base_of_the_real_bank_carries_at_least_three_mistakes(course: Course) -> None:
    """A base that serves fewer costs more to read than whole functions."""
    for assignment in course.assignments():
        folder = assignment.hidden
        used = Counter(patch.base for patch in read_patches(folder / "mistakes.toml") if not patch.whole)
        assert {name: used[name] for name in read_bases(folder / "bases.py") if used[name] < 3} == {}, assignment.name


def test_the_example_in_the_docs_is_read(hidden: Path, course: Course) -> None:
    """What the page on writing an exercise shows, pasted into the three files, gives three mistakes."""
    page = (course.root / "docs" / "write-an-exercise.md").read_text(encoding="utf-8").partition("## Mistakes")[2]
    base, whole = re.findall(r"```python\n(.*?)```", page, re.DOTALL)[:2]
    (patches,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    (hidden / "mistakes.py").write_text(whole)
    write_patches(hidden, patches, base)
    entries = bank.read_bank(hidden, bank.MISTAKES)
    assert [one.function for one in entries] == ["compute_cost"] * 3
    assert len({one.source for one in entries}) == 3 and all(one.text.endswith("?") for one in entries)
