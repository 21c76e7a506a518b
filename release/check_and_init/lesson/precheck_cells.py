"""Are all answer cells there, once, of their own kind, and answered? Untrusted side."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lesson.precheck_expected import Expected, defined
from lesson.precheck_findings import MEND, NOTE, Finding, finding
from lesson.precheck_names import near
from lesson.precheck_notebook import Cell
from lesson.precheck_python import parsed

CODE_STUB, TEXT_STUB = "# YOUR CODE HERE", "YOUR ANSWER HERE"
KEY = {"code": "Y", "markdown": "M", "raw": "R"}
_NOTHING = re.compile(r"(?:raise NotImplementedError(?:\(.*\))?|pass|\.\.\.|return(?: None)?)?;?")


def with_marks(cells: Sequence[Cell], expected: Expected) -> list[Cell]:
    """The cells with the flags and the kind that the release gives them, whatever the file says."""
    released = expected.by_id
    return [
        replace(released[cell.grade_id], number=cell.number, source=cell.source)
        if cell.grade_id in released
        else replace(cell, grade_id=None, grade=False, solution=False, locked=False)
        for cell in cells
    ]


def check_cells(cells: Sequence[Cell], expected: Expected) -> Iterator[Finding]:
    """Missing, doubled, turned and changed cells."""
    found: dict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.grade_id in expected.by_id:
            found[str(cell.grade_id)].append(cell)
    if expected.answers and not any(cell.grade_id in found for cell in expected.answers):
        yield from _unmarked(cells, expected)
        return
    elsewhere = {name for cell in cells if cell.kind == "code" for name in defined(cell.source)}
    for released in expected.cells:
        copies = found[str(released.grade_id)]
        if not copies:
            yield from _gone(released, elsewhere)
            continue
        if len(copies) > 1:
            yield _doubled(released, copies)
        for cell in copies:
            if cell.kind != released.kind:
                yield _turned(cell, released)
            elif expected.pristine and not released.solution and released.kind == "code":
                yield from _changed(cell, released, expected)


def check_answers(cells: Sequence[Cell], expected: Expected) -> Iterator[Finding]:
    """Answers that are not there yet; `cells` carry the release's marks."""
    for cell in cells:
        if not cell.solution:
            continue
        released = expected.by_id[str(cell.grade_id)]
        stub = released.source if expected.pristine else ""
        if cell.kind == "code":
            elsewhere = {n for other in cells if other is not cell and other.by_student for n in defined(other.source)}
            found = _code_answer(cell, stub, elsewhere)
            yield from (_free(one) for one in found) if cell.grade_id in expected.optional else found
        elif _is_empty_text(cell.source, stub):
            level, costs = (MEND, "") if cell.points else (NOTE, " It costs no points, and writing it down teaches most.")
            yield finding("empty-text", level, cell, "Your answer in words is still empty.", f"Write a sentence or two.{costs}")


def _free(one: Finding) -> Finding:
    """Say of an answer without points that it may stay empty; what is wrong with one that was begun stays a trouble."""
    return replace(one, level=NOTE, remedy="It is worth no points, and may stay empty.") if one.kind == "not-started" else one


def _code_answer(cell: Cell, stub: str, elsewhere: set[str]) -> Iterator[Finding]:
    tree, released = parsed(cell.source), parsed(stub)
    stubs = {node.name: node for node in _definitions(released)}
    written = {node.name: node for node in _definitions(tree)}
    wanted = [node.name for node in released.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    if _says_nothing(cell.source, stub):
        if not wanted or not set(wanted) <= elsewhere:
            what = "This answer is not started: the cell is as it was handed out."
            yield finding("not-started", MEND, cell, what, f"Replace `{CODE_STUB}` and the `raise` below it by your answer.")
        return
    if not tree.body:
        return
    for name in wanted:
        if name not in written and name not in elsewhere and name not in _assigned(tree):
            meant = near(name, [*written, *_assigned(tree)])
            instead = f"; you defined {meant}" if meant else ""
            remedy = f"Call it `{name}` again, as in the `def` line that you were given."
            yield finding("missing-function", MEND, cell, f"The function {name} is not defined here{instead}.", remedy)
    for name, node in written.items():
        if isinstance(node, ast.ClassDef):
            continue
        if _empty(node) or (name in stubs and ast.dump(_bare(node)) == ast.dump(_bare(stubs[name]))):
            what = f"{name.split('.')[-1]} is not started: nothing stands in it yet."
            yield finding("not-started", MEND, cell, what, "Write its answer below its docstring.", node.lineno)
        else:
            yield from _raises_left(cell, name, node)
    if not written and (line := _raise_in(cell.source, tree.body)):
        yield _left(cell, "this cell", line)


def _raises_left(cell: Cell, name: str, node: ast.AST) -> Iterator[Finding]:
    """A raise that was handed out and still stands under an answer."""
    body = getattr(node, "body", [])
    if line := _raise_in(cell.source, body):
        yield _left(cell, name, line)


def _left(cell: Cell, name: str, line: int) -> Finding:
    what = f"`raise NotImplementedError()` still stands in {name}: whatever stands above it, the function stops there."
    return finding("left-raise", MEND, cell, what, "Delete this line.", line)


def _raise_in(source: str, body: Sequence[ast.stmt]) -> int | None:
    """The line of a left raise: in the body itself, or anywhere inside under the comment that came with it."""
    lines = source.split("\n")
    for number, node in enumerate(body):
        if isinstance(node, ast.Return):
            return None
        if _is_raise(node):
            return node.lineno
        if number == 0 and isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        inner = [one for one in ast.walk(node) if isinstance(one, ast.Raise) and _is_raise(one)]
        for one in inner:
            if CODE_STUB in " ".join(lines[max(0, one.lineno - 2) : one.lineno - 1]):
                return one.lineno
    return None


def _is_raise(node: ast.stmt) -> bool:
    return isinstance(node, ast.Raise) and node.exc is not None and "NotImplementedError" in ast.unparse(node.exc)


def _definitions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Yield the functions and classes at the top, and the methods of the classes under their full name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node
        for inner in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(inner, ast.FunctionDef):
                named = ast.FunctionDef(**{field: getattr(inner, field) for field in inner._fields})
                named.name = f"{node.name if isinstance(node, ast.ClassDef) else ''}.{inner.name}"
                yield ast.copy_location(named, inner)


def _bare(node: ast.FunctionDef | ast.ClassDef) -> ast.Module:
    """The body without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return ast.Module(list(body), [])


def _empty(node: ast.FunctionDef) -> bool:
    return all(_NOTHING.fullmatch(ast.unparse(one)) for one in _bare(node).body) and not (
        len(_bare(node).body) == 1 and isinstance(_bare(node).body[0], ast.Pass) and node.name.endswith(".__init__")
    )


def _assigned(tree: ast.Module) -> set[str]:
    return {
        one.id for node in tree.body for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    }


def _says_nothing(source: str, stub: str) -> bool:
    """Does no line say anything that the stub does not say? Without a stub: is there nothing but its two lines?"""
    if not stub:
        tree = parsed(source)
        return (not tree.body and not source.split("#")[0].strip()) or (
            CODE_STUB in source and all(_is_raise(node) for node in tree.body) and bool(tree.body)
        )  # fmt: skip
    return _lines(source) <= _lines(stub)


def _lines(source: str) -> set[str]:
    text = re.sub(r"""^[ \t]*[rRuU]?("{3}|'{3}).*?\1""", "", source, flags=re.MULTILINE | re.DOTALL)
    lines = (re.sub(r"\s+", " ", line.split("#")[0]).strip() for line in text.split("\n"))
    return {line for line in lines if not _NOTHING.fullmatch(line)}


def _is_empty_text(source: str, stub: str) -> bool:
    if stub:
        known = {_words(line) for line in stub.split("\n")}
        return all(_words(line.replace(TEXT_STUB, "")) in known | {""} for line in source.split("\n"))
    return source.rstrip().endswith(TEXT_STUB) or not source.strip()


def _words(line: str) -> str:
    """A line's letters and digits: what is only formatted, or only dots and dashes, says nothing."""
    return " ".join(re.findall(r"\w+", line.replace("_", " ")))


def _unmarked(cells: Sequence[Cell], expected: Expected) -> Iterator[Finding]:
    """No answer cell carries the course's marks: functions of these names are found all the same, and nothing else."""
    wanted = [name for cell in expected.answers for name in defined(cell.source)]
    here = {name for cell in cells if cell.kind == "code" for name in defined(cell.source)}
    if not here & set(wanted):
        what = f"This does not look like {expected.name}: none of its answer cells is here."
        remedy = "Is it another assignment's notebook, or an empty copy? Check which file you hand in."
        yield Finding("wrong-file", MEND, "the whole notebook", what, remedy)
        return
    what = "The cells have lost the course's marks: only functions count, by their names, and no answer in words."
    remedy = "Download the notebook once more, and paste your answers into its cells."
    yield Finding("lost-marks", MEND, "the whole notebook", what, remedy)
    for name in wanted:
        if name not in here:
            yield Finding("missing-cell", MEND, name, "This function is not here.", "Paste it into a cell.")


def _gone(released: Cell, elsewhere: set[str]) -> Iterator[Finding]:
    functions = defined(released.source)
    label = f"{', '.join(functions) or released.grade_id} (its cell is gone)"
    again = "Take the cell from a fresh download (copy the whole cell, not its text), and paste your answer into it."
    if released.study:
        return  # nothing of it counts
    if not released.solution:
        what = f"The given cell {released.grade_id} is gone: it is put back while grading."
        yield Finding("missing-given", NOTE, f"the given cell {released.grade_id}", what, "You need do nothing.")
    elif functions and set(functions) <= elsewhere:
        what = "The answer cell is gone, but another cell defines the function, and that one counts."
        yield Finding("missing-cell", NOTE, label, what, "Better: " + again[0].lower() + again[1:])
    else:
        what = f"The answer cell {released.grade_id} is missing: it counts as not answered."
        yield Finding("missing-cell", MEND, label, what, again)


def _doubled(released: Cell, copies: Sequence[Cell]) -> Finding:
    numbers = " and ".join(str(cell.number) for cell in copies)
    shown = replace(released, number=copies[0].number)
    if len({cell.source.strip() for cell in copies}) == 1:
        remedy = "They are alike: delete one of them."
    else:
        remedy = "Bring your answer into one of them, and delete the other."
    what = f"Cells {numbers} are the same answer cell, {released.grade_id}, twice: which one do you mean?"
    if not released.solution:
        return finding(
            "doubled-given", NOTE, shown, f"The given cell {released.grade_id} is here twice.", "Delete one of them."
        )
    return finding("doubled-cell", MEND, shown, what, remedy)


def _turned(cell: Cell, released: Cell) -> Finding:
    key = KEY[released.kind]
    remedy = f"Click beside the cell, press Esc, then {key}: that makes it a {released.kind} cell again."
    level = MEND if released.solution else NOTE
    shown = replace(released, number=cell.number, source=cell.source if cell.kind != "markdown" else released.source)
    return finding("turned-cell", level, shown, f"This {released.kind} cell has become a {cell.kind} cell.", remedy)


def _changed(cell: Cell, released: Cell, expected: Expected) -> Iterator[Finding]:
    """A given cell whose text is not the given one; a function of an exercise in it is an answer in the wrong place."""
    if _squeezed(cell.source) == _squeezed(released.source):
        return
    wanted = {name for one in expected.answers for name in defined(one.source)}
    shown = replace(released, number=cell.number)
    if typed := sorted(set(defined(cell.source)) & wanted - set(defined(released.source))):
        what = f"{', '.join(typed)} is defined in a given cell, which is put back as it was while grading."
        yield finding("answer-in-given-cell", MEND, shown, what, "Move the definition into its answer cell.")
    else:
        what = "This given cell was changed: it is put back while grading, and your change does not count."
        yield finding(
            "changed-given", NOTE, shown, what, "If an answer of yours needs the change, move it into a cell of your own."
        )


def _squeezed(source: str) -> str:
    return re.sub(r"\s+", " ", source).strip()
