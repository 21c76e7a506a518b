"""Passes over what Jupyter can do and a worker cannot: shell lines, and magics that need a front end; trusted side.

In Jupyter `!pip install x` never raises, whatever becomes of it; it shall not cost the function below it here.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.submission.plain_python import parsed

_SUSPECT = re.compile(r"^[ \t]*(?:[\w., \t\[\]]+=[ \t]*)?[!%?]|\?[ \t]*$|\bget_ipython\b", re.MULTILINE)
_COMMAND = re.compile(r"(?P<indent>[ \t]*)(?:(?P<target>[\w., \t\[\]]+?)[ \t]*=[ \t]*)?(?P<command>!.*|%(?!%).*)$", re.DOTALL)
_HELP = re.compile(r"(?P<indent>[ \t]*)(?P<command>\?{1,2}[\w.%*]+|%{0,2}[\w.*]+\?{1,2})[ \t]*$")
_WORKS = re.compile(r"%(?:time|timeit)\b|%matplotlib[ \t]+(?:inline|agg)\b|%(?:precision|who|whos)\b")
_CELL_MAGIC = re.compile(r"\s*%%(?P<name>\w+)")
_RUNS_THE_CELL = ("time", "capture")
_HOLDS_PYTHON = ("timeit", "prun", "writefile", "file", "memit", "python", "python3")
_ASKING = frozenset({"system", "system_piped", "system_raw", "getoutput", "magic", "run_line_magic", "run_cell_magic"})
_PASSED_OVER = "passed over while grading: "


def pass_over(source: str) -> tuple[str, tuple[str, ...]]:
    """Return a cell's text with the lines that cannot work made harmless, in place, and those lines."""
    if not _SUSPECT.search(source):
        return source, ()
    lines = source.split("\n")
    gone: list[str] = []
    magic = _CELL_MAGIC.match(source)
    if magic is not None:
        first = source.count("\n", 0, magic.start("name"))
        body, inner = pass_over("\n".join(lines[first + 1 :]))
        return _cell_magic(lines[: first + 1], magic["name"], body, inner)
    if parsed(source) is None:
        for number, count in _commands(lines):
            gone.append(" ".join(lines[number : number + count]).strip())
            lines[number : number + count] = _harmless(lines[number : number + count])
    for first, last in _calls("\n".join(lines)):
        gone.append(" ".join(lines[first:last]).strip())
        lines[first:last] = _harmless(lines[first:last])
    return "\n".join(lines), tuple(gone)


def _cell_magic(head: list[str], name: str, body: str, inner: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Keep a magic that runs its cell as Python, take the Python out of one that does something else with it, else nothing."""
    tree = parsed(body)
    defines = tree is not None and any(isinstance(one, ast.FunctionDef | ast.ClassDef) for one in tree.body)
    if name in _RUNS_THE_CELL or (name == "timeit" and not defines):
        return "\n".join([*head, body]), inner
    line = f"# {_PASSED_OVER}{head[-1].strip()}"
    if tree is not None and (defines or name in _HOLDS_PYTHON):
        return "\n".join([*head[:-1], line, body]), (head[-1].strip(), *inner)
    text = [f"# {one}".rstrip() for one in body.split("\n")]
    return "\n".join([*head[:-1], line, *text]), (head[-1].strip(),)


def _commands(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where a line is one for the shell or a magic that does not work, and over how many lines it goes on."""
    within, depth, number = "", 0, 0
    while number < len(lines):
        line = lines[number]
        found = (_COMMAND.match(line) or _HELP.match(line)) if not within and not depth else None
        if found is None:
            within, depth = _after(line, within, depth)
            number += 1
            continue
        count = 1
        while lines[number + count - 1].endswith("\\") and number + count < len(lines):
            count += 1
        if not _WORKS.match(found["command"]):
            yield number, count
        number += count


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
    found = _COMMAND.match(lines[0]) or _HELP.match(lines[0])
    indent = re.match(r"[ \t]*", lines[0])
    space = indent[0] if indent else ""
    call = re.match(r"[ \t]*([\w., \t\[\]]+?)[ \t]*=(?!=)", lines[0])
    target = found.groupdict().get("target") if found is not None else (call[1] if call else None)
    instead = f"{target.strip()} = []" if target else "pass"
    return [
        f"{space}{instead}  # {_PASSED_OVER}{lines[0].strip()}",
        *(f"{space}# {line.strip()}" for line in lines[1:]),
    ]


def _calls(source: str) -> Iterator[tuple[int, int]]:
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
        works = "magic" in asked.attr and (_WORKS.match(command) or words[:1] in (["time"], ["capture"]))
        if not works and node.end_lineno is not None:
            yield node.lineno - 1, node.end_lineno
