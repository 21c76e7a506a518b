"""Mutants of the reference solution: every small change that the operators make to a graded function, once; trusted side.

What the hidden tests do not notice is either equivalent, with a reason in `hidden/<assignment>/equivalent.py`, or shows
that a hidden test is missing.
"""

from __future__ import annotations

import ast
import hashlib
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from autograder.course.bank import Entry
from autograder.course.model import Assignment
from autograder.gate.mutation_operators import OPERATORS, Vocabulary

SHORT = 12  # characters: what is shorter is shown with what is around it


@dataclass(frozen=True)
class Mutant:
    """One small change to one graded function; `before` and `after` are the smallest telling pieces of code around it."""

    assignment: str
    function: str  # the top-level function or class
    place: str  # the same, or the method
    operator: str
    before: str
    after: str
    nth: int  # of those with the same place, operator and texts
    line: tuple[str, str]  # the whole statement, before and after
    source: str

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What names this mutant in a table, within its assignment."""
        return self.place, self.operator, self.before, self.after, self.nth

    @property
    def entry(self) -> Entry:
        """The mutant as a bank entry, to be judged like one."""
        digest = hashlib.sha256(repr(self.key).encode()).hexdigest()[:8]
        return Entry(self.assignment, self.function, f"{self.place}__{self.operator}_{digest}", self.after, self.source)


@lru_cache(maxsize=16)
def mutants_of(assignment: Assignment, sample: int | None = None) -> tuple[Mutant, ...]:
    """Return the mutants of all graded functions, or a sample of them that is the same every time."""
    found = [
        mutant
        for exercise in assignment.exercises
        for cell in exercise.solution_cells
        for mutant in mutate(assignment.by_id[cell].source, assignment.name)
    ]
    if sample is None or sample >= len(found):
        return tuple(found)
    chosen = random.Random(0).sample(range(len(found)), sample)
    return tuple(found[index] for index in sorted(chosen))


def mutate(source: str, assignment: str = "") -> Iterator[Mutant]:
    """Yield the mutants of the functions and classes that a cell defines; none twice, and none that does not compile."""
    for definition in ast.parse(source).body:
        if isinstance(definition, ast.FunctionDef | ast.ClassDef):
            yield from _mutants_of_definition(definition, assignment)


def _mutants_of_definition(definition: ast.FunctionDef | ast.ClassDef, assignment: str) -> Iterator[Mutant]:
    _drop_docstrings(definition)
    seen = {ast.unparse(definition)}
    counts: Counter[tuple[str, str, str, str]] = Counter()
    known = _vocabulary(definition)
    for site in list(_sites(definition, (definition,))):
        for name, operator in OPERATORS.items():
            for new in operator(site.node, known):
                before, after, lines, whole = _applied(site, new, definition)
                if whole in seen or not _compiles(whole):
                    continue
                seen.add(whole)
                key = (_place(site, definition), name, before, after)
                counts[key] += 1
                yield Mutant(assignment, definition.name, *key, counts[key], lines, whole)


@dataclass(frozen=True)
class _Site:
    """A place in the tree: the node, and how its parent holds it."""

    node: ast.AST
    ancestors: tuple[ast.AST, ...]  # from the definition down to the parent
    field: str
    index: int | None

    def put(self, node: ast.AST) -> None:
        """Let the parent hold another node."""
        if self.index is None:
            setattr(self.ancestors[-1], self.field, node)
        else:
            getattr(self.ancestors[-1], self.field)[self.index] = node


def _sites(node: ast.AST, ancestors: tuple[ast.AST, ...]) -> Iterator[_Site]:
    """Yield every place below a node, but for annotations and for what an exception says, which nobody grades."""
    if isinstance(node, ast.Raise):
        return
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "format_spec"):
            continue
        for index, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if isinstance(child, ast.AST):
                yield _Site(child, ancestors, field, index)
                yield from _sites(child, (*ancestors, child))


def _applied(site: _Site, new: ast.AST, definition: ast.AST) -> tuple[str, str, tuple[str, str], str]:
    """Return the texts around a change, before and after, the statement's lines, and the whole changed definition."""
    chain = (*site.ancestors, site.node)
    holder = next((one for one in reversed(chain) if _tells(one)), definition)
    line = next(one for one in reversed(chain) if isinstance(one, ast.stmt))
    before, line_before = _text(holder), _text(line)
    site.put(new)
    after = _text(new if holder is site.node else holder)
    line_after = _text(new if line is site.node else line)
    whole = ast.unparse(ast.fix_missing_locations(definition))
    site.put(site.node)
    return before, after, (line_before, line_after), whole


def _tells(node: ast.AST) -> bool:
    """Is this a piece of code that says where it is?"""
    return isinstance(node, ast.stmt) or (isinstance(node, ast.expr) and len(ast.unparse(node)) >= SHORT)


def _text(node: ast.AST) -> str:
    """A node in one line: the head of a compound statement, with the `break` that was put at its end."""
    head = ast.unparse(ast.fix_missing_locations(node)).split("\n")[0]
    body = getattr(node, "body", None)
    return f"{head} ... break" if isinstance(body, list) and isinstance(body[-1], ast.Break) else head


def _place(site: _Site, definition: ast.FunctionDef | ast.ClassDef) -> str:
    chain = (*site.ancestors[1:], site.node)
    methods = [one.name for one in chain if isinstance(one, ast.FunctionDef)] if isinstance(definition, ast.ClassDef) else []
    return ".".join([definition.name, *methods[:1]])


def _vocabulary(definition: ast.AST) -> Vocabulary:
    names: list[str] = []
    strings: list[str] = []
    raised = {id(below) for node in ast.walk(definition) if isinstance(node, ast.Raise) for below in ast.walk(node)}
    for node in ast.walk(definition):
        if isinstance(node, ast.arg):
            names.append(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.append(node.id)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in raised:
            strings.append(node.value)
    return Vocabulary(tuple(dict.fromkeys(names)), tuple(dict.fromkeys(strings)))


def _drop_docstrings(definition: ast.AST) -> None:
    for node in ast.walk(definition):
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]


def _compiles(source: str) -> bool:
    try:
        compile(source, "<mutant>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True
