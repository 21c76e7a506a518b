"""Passes over what Jupyter can do and a worker cannot: shell lines, and magics that need a front end; trusted side.

In Jupyter `!pip install x` never raises, whatever becomes of it; it shall not cost the function below it here. A file that
the notebook writes and uses itself (see `own_files`) is written here too.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from autograder.submission.own_files import run_here, written_here
from autograder.submission.plain_python import parsed

_SUSPECT = re.compile(r"^[ \t]*(?:[\w., \t\[\]]+=[ \t]*)?[!%?]|\?[ \t]*$|\bget_ipython\b", re.MULTILINE)
_COMMAND = re.compile(r"(?P<indent>[ \t]*)(?:(?P<target>[\w., \t\[\]]+?)[ \t]*=[ \t]*)?(?P<command>!.*|%.*)$", re.DOTALL)
_HELP = re.compile(r"(?P<indent>[ \t]*)(?P<command>\?{1,2}[\w.%*]+|%{0,2}[\w.*]+\?{1,2})[ \t]*$")
_WORKS = re.compile(r"%(?:time|timeit)\b|%matplotlib[ \t]+(?:inline|agg)\b|%(?:precision|who|whos)\b")
_CELL_MAGIC = re.compile(r"\s*%%(?P<name>\w+)")
_MISPLACED = re.compile(r"(?P<indent>[ \t]*)%%(?P<name>\w+)[^?]*$")
_MAKES_NOTHING = re.compile(
    r"[!%]{1,2}[ \t]*(?:(?:python3?|\{?sys\.executable\}?)[ \t]+-m[ \t]+)?(?:pip3?|conda|mamba|uv|apt|apt-get|matplotlib|"
    r"config|load_ext|reload_ext|autoreload|load|html|HTML|javascript|js|latex|markdown|svg|SVG|clear|cls|pdb|debug)\b|.*\?$|\?"
)
_RUNS_THE_CELL = ("time", "capture")
_HOLDS_PYTHON = ("timeit", "prun", "writefile", "file", "memit", "python", "python3")
_ASKING = frozenset({"system", "system_piped", "system_raw", "getoutput", "magic", "run_line_magic", "run_cell_magic"})
_PASSED_OVER = "passed over while grading: "


class Cost(Enum):
    """What it costs that a line is passed over."""

    NOTHING = "nothing"
    WHAT_IT_MAKES = "what it makes"  # a file, a value: what needs that will miss it
    MISPLACED = "misplaced"  # it works nowhere but on the first line of a cell


@dataclass(frozen=True)
class Passed:
    """A line that was passed over, where it stands in its cell, and what that costs."""

    text: str
    line: int
    cost: Cost


def pass_over(source: str, files: frozenset[str] = frozenset()) -> tuple[str, tuple[Passed, ...]]:
    """Return a cell's text with the lines that cannot work made harmless, in place, and those lines.

    `files` are those that the notebook writes and uses itself: what writes or runs one works.
    """
    gone: list[Passed] = []
    if not _SUSPECT.search(source) or written_here(source) in files:
        return source, ()
    lines = source.split("\n")
    magic = _CELL_MAGIC.match(source)
    if magic is not None:
        first = source.count("\n", 0, magic.start("name"))
        body, inner = pass_over("\n".join(lines[first + 1 :]), files)
        below = [Passed(one.text, one.line + first + 1, one.cost) for one in inner]
        return _cell_magic(lines[: first + 1], magic["name"], body, below)
    if parsed(source) is None:
        for number, count in _commands(lines, files):
            gone.append(_passed(lines, number, count))
            lines[number : number + count] = _harmless(lines[number : number + count])
    for first, last in _calls("\n".join(lines), files):
        gone.append(_passed(lines, first, last - first))
        lines[first:last] = _harmless(lines[first:last])
    return "\n".join(lines), tuple(gone)


def _passed(lines: list[str], number: int, count: int) -> Passed:
    text = " ".join(lines[number : number + count]).strip()
    cost = Cost.NOTHING if _MAKES_NOTHING.match(text) else Cost.WHAT_IT_MAKES
    return Passed(text, number + 1, Cost.MISPLACED if _MISPLACED.match(lines[number]) else cost)


def _cell_magic(head: list[str], name: str, body: str, below: list[Passed]) -> tuple[str, tuple[Passed, ...]]:
    """Keep a magic that runs its cell as Python, take the Python out of one that does something else with it, else nothing."""
    tree = parsed(body)
    defines = tree is not None and any(isinstance(one, ast.FunctionDef | ast.ClassDef) for one in tree.body)
    if name in _RUNS_THE_CELL or (name == "timeit" and not defines):
        return "\n".join([*head, body]), tuple(below)
    text = head[-1].strip()
    line = f"# {_PASSED_OVER}{text}"
    if tree is not None and (defines or name in _HOLDS_PYTHON):
        return "\n".join([*head[:-1], line, body]), (Passed(text, len(head), Cost.NOTHING), *below)
    cost = Cost.NOTHING if _MAKES_NOTHING.match(text) else Cost.WHAT_IT_MAKES
    rest = [f"# {one}".rstrip() for one in body.split("\n")]
    return "\n".join([*head[:-1], line, *rest]), (Passed(text, len(head), cost),)


def _commands(lines: list[str], files: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield where a line is one for the shell or a magic that does not work, and over how many lines it goes on."""
    within, depth, number = "", 0, 0
    while number < len(lines):
        line = lines[number]
        found = _command(line) if not within and not depth else None
        if found is None:
            within, depth = _after(line, within, depth)
            number += 1
            continue
        count = 1
        while lines[number + count - 1].endswith("\\") and number + count < len(lines):
            count += 1
        if _MISPLACED.match(line) and not _is_python_below(lines, number):
            yield number, len(lines) - number  # nothing of another language's is run, and what stands above it is
            return
        if not _WORKS.match(found["command"]) and run_here(found["command"]) not in files:
            yield number, count
        number += count


def _command(line: str) -> re.Match[str] | None:
    return _COMMAND.match(line) or _HELP.match(line)


def _is_python_below(lines: list[str], number: int) -> bool:
    """May what follows a misplaced magic be Python: by the magic's name, or because it is?"""
    magic = _MISPLACED.match(lines[number])
    if magic is None or magic["name"] in (*_RUNS_THE_CELL, *_HOLDS_PYTHON):
        return True
    return parsed(textwrap.dedent("\n".join(lines[number + 1 :]))) is not None


def _after(line: str, within: str, depth: int) -> tuple[str, int]:
    """Return the quotes of a string that is open at a line's end, and how many brackets are."""
    place = 0
    while place < len(line):
        if within:
            if line[place] == "\\":
                place += 2
                continue
            if line.startswith(within, place):
                place += len(within)
                within = ""
                continue
        elif line[place] == "#":
            break
        elif line[place] in "\"'":
            within = line[place] * 3 if line.startswith(line[place] * 3, place) else line[place]
            place += len(within)
            continue
        else:
            depth = max(0, depth + (line[place] in "([{") - (line[place] in ")]}"))
        place += 1
    return (within if len(within) == 3 else ""), depth


def _harmless(lines: list[str]) -> list[str]:
    """Return as many lines that do nothing; a name that a command's output was given to gets an empty list."""
    found = _command(lines[0])
    indent = re.match(r"[ \t]*", lines[0])
    space = indent[0] if indent else ""
    call = re.match(r"[ \t]*([\w., \t\[\]]+?)[ \t]*=(?!=)", lines[0])
    target = found.groupdict().get("target") if found is not None else (call[1] if call else None)
    instead = f"{target.strip()} = []" if target else "pass"
    return [
        f"{space}{instead}  # {_PASSED_OVER}{lines[0].strip()}",
        *(f"{space}# {line.strip()}" for line in lines[1:]),
    ]


def _calls(source: str, files: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the lines of each statement that asks IPython for the same, as nbconvert writes it into a .py file."""
    tree = parsed(source) if "get_ipython" in source else None
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, ast.Expr | ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        asked = node.value.func
        if not isinstance(asked, ast.Attribute) or asked.attr not in _ASKING or not isinstance(asked.value, ast.Call):
            continue
        shell = asked.value.func
        if "get_ipython" not in (getattr(shell, "id", None), getattr(shell, "attr", None)):
            continue
        words = [one.value for one in node.value.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        command = "%" + " ".join(words[:2])
        own = {run_here(command), written_here(f"%{command}")} & files
        works = "magic" in asked.attr and (_WORKS.match(command) or words[:1] in (["time"], ["capture"]) or own)
        if not works and node.end_lineno is not None:
            yield node.lineno - 1, node.end_lineno
