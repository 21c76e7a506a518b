"""Says why a student's function gave no answer, as far as its own source shows it; trusted side.

What a function raises while hidden tests run can carry their inputs, and so can the line that raises. Nothing is asked of the
worker but the kind of exception: names, lines and code are found by reading the student's cells (docs/decisions/0010).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from autograder.errors import Missing, Raised, StudentFault, WrongArity
from autograder.grading.stopped import Stopped, left_out, where
from autograder.submission import names
from autograder.submission.canonical import Canonical
from autograder.submission.canonical_cell import line_in_file
from autograder.submission.first_use import too_early
from autograder.submission.names import Binding
from autograder.submission.student_text import line

MAX_NAMED = 3
_CACHES = ("lru_cache", "cache")


@dataclass(frozen=True)
class _Home:
    """Where a name is bound: the cell's position among the cells, and the statement."""

    index: int
    binding: Binding


class Reader:
    """The student's cells, read once for all the faults of a submission."""

    def __init__(self, canonical: Canonical, stopped: Collection[Stopped]) -> None:
        self.canonical = canonical
        self.all_stopped = tuple(stopped)
        self.stopped = {one.index: one for one in stopped if not one.went_on}
        self._passed = {(one.index, one.line): one for one in stopped if one.went_on}
        self._used_by: dict[_Home, Mapping[str, int]] = {}

    def sentence(self, fault: StudentFault, upstream: Collection[str] = ()) -> str:
        """Return what to tell the student; `upstream` names functions that the judge answered for, as right work."""
        name = fault.name.partition(".")[0]
        said: str | None = None
        if isinstance(fault, Missing):
            said = self._missing(name)
        elif isinstance(fault, WrongArity):
            said = self._arity(name)
        elif isinstance(fault, Raised) and name in self._homes:
            said = next(self._raised(fault, self._reached(name, frozenset(upstream))), None)
        return line(said) if said else fault.sentence

    @cached_property
    def _run(self) -> dict[int, str]:
        return {index: cell.source for index, cell in enumerate(self.canonical.cells) if cell.run}

    @cached_property
    def _bindings(self) -> dict[int, list[Binding]]:
        return {index: names.bindings(source) for index, source in self._run.items()}

    @cached_property
    def _homes(self) -> Mapping[str, _Home]:
        """Where each name was bound last, of what was run."""
        homes: dict[str, _Home] = {}
        for index, found in self._bindings.items():
            for binding in found:
                if self._was_run(index, binding):
                    homes[binding.name] = _Home(index, binding)
        return homes

    @cached_property
    def _never_run(self) -> Mapping[str, _Home]:
        """Where a name would be bound, if its cell had not stopped above it."""
        homes = {b.name: _Home(index, b) for index, found in self._bindings.items() for b in found}
        return {name: home for name, home in homes.items() if name not in self._homes}

    @cached_property
    def _left_out(self) -> frozenset[str]:
        """The names that the notebook's own cells bind which are not run while grading."""
        return left_out(self.canonical)

    def _was_run(self, index: int, binding: Binding) -> bool:
        stopped = self.stopped.get(index)
        if self._failed_import(_Home(index, binding)) is not None:
            return False
        if stopped is None:
            return True
        return stopped.line is not None and binding.end < stopped.line and names.parsed(self._run[index]) is not None

    def _failed_import(self, home: _Home) -> Stopped | None:
        """Return the import that should have bound this name and failed, if one did."""
        cell = self.canonical.cells[home.index]
        return self._passed.get((home.index, line_in_file(cell, home.binding.line)))

    def _reached(self, name: str, upstream: frozenset[str]) -> list[_Home]:
        """Return the statements of the student's that a call of this function can come to, itself first."""
        todo, found = [name], dict[str, _Home]()
        while todo:
            here = todo.pop(0)
            home = self._homes.get(here)
            if home is None or here in found or (here in upstream and here != name):
                continue
            found[here] = home
            todo += sorted(names.mentioned(home.binding.node))
        return [home for home in found.values() if self.canonical.cells[home.index].by_student]

    def _missing(self, name: str) -> str | None:
        if name in self._never_run:
            return f"{name} is not defined: it {self._would_be(name)}"
        other = self._near(name)
        if other is not None:
            return f"{name} is not defined; you defined {other}: the names must agree letter for letter."
        inside = self._inside.get(name)
        if inside is not None and inside.as_function:
            return f"{name} is defined only inside {inside.homes[0]}: is its first line indented too far?"
        return None

    def _arity(self, name: str) -> str | None:
        home = self._homes.get(name)
        own = names.signature(home.binding.node) if home is not None else None
        asked = self._asked(name)
        if own is None or asked is None or own == asked:
            return None
        return f"{name} does not take the arguments that the exercise describes: you wrote `{own}`, it asks for `{asked}`."

    def _asked(self, name: str) -> str | None:
        """Return the `def` line as the released notebook has it."""
        released = [cell.origin.released for cell in self.canonical.cells if cell.origin is not None and cell.origin.answer]
        found = [b for source in released for b in names.bindings(source) if b.name == name]
        return names.signature(found[0].node) if found else None

    @cached_property
    def _inside(self) -> Mapping[str, names.Inside]:
        return names.only_inside(source for index, source in self._run.items() if self.canonical.cells[index].by_student)

    def _used(self, home: _Home) -> Mapping[str, int]:
        """Return what `names.used` does, once for each statement: many exercises may come to the same one."""
        if home not in self._used_by:
            self._used_by[home] = names.used(home.binding.node)
        return self._used_by[home]

    def _near(self, name: str) -> str | None:
        own = {other for other, home in self._homes.items() if self.canonical.cells[home.index].by_student}
        return names.near(name, own - {function for one in self.canonical.assignment.exercises for function in one.functions})

    def _raised(self, fault: Raised, reached: list[_Home]) -> Iterator[str]:
        if fault.kind == "NameError":
            yield from self._undefined(fault.name, reached)
        elif fault.kind == "UnboundLocalError":
            yield from self._unbound(fault.name, reached)
        elif fault.kind == "AttributeError":
            yield from self._absent(fault.name, reached)
        elif fault.kind == "ImportError":
            yield from self._not_installed(fault.name, reached)
        elif fault.kind == "AssertionError":
            yield from self._asserted(fault.name, reached)
        elif fault.kind == "TypeError":
            yield from self._cached(fault.name, reached)

    def _undefined(self, function: str, reached: list[_Home]) -> Iterator[str]:
        if any(names.is_dynamic(source) for source in self._run.values()):
            return  # names may be there that nobody sees
        told: dict[str, str] = {}
        for home in reached:
            for name, number in self._used(home).items():
                if name not in names.BUILTINS and name not in self._homes and len(told) < MAX_NAMED:
                    told.setdefault(name, f"{function} uses {self._nowhere(name)} {self._quoted(home, number)}")
        if told:
            yield " ".join(told.values())

    def _nowhere(self, name: str) -> str:
        """Complete "compute_cost uses"."""
        if name in self._never_run:
            return f"{name}, which {self._would_be(name)}"
        if name in self._left_out:
            return f"the name {name}, which is defined nowhere but in cells that are not run while grading: is it an argument?"
        other = self._near(name)
        if other is not None:
            return f"the name {name}, which is defined nowhere; you defined {other}."
        inside = self._inside.get(name)
        seen = f" (inside {inside.homes[0]} there is one, which no other function sees)" if inside is not None else ""
        return f"the name {name}, which is defined nowhere{seen}."

    def _would_be(self, name: str) -> str:
        home = self._never_run[name]
        cell = self._failed_import(home) or self.stopped[home.index]
        return f"would be defined in {cell.where}; {cell.briefly.rstrip('.')}."

    def _unbound(self, function: str, reached: list[_Home]) -> Iterator[str]:
        for home in reached:
            for name, number in too_early(home.binding.node).items():
                yield f"{function} uses the name {name} before it has a value. {self._quoted(home, number)}"

    def _absent(self, function: str, reached: list[_Home]) -> Iterator[str]:
        modules = names.module_names(self._run.values())
        for home in reached:
            for name, (number, module) in names.absent_attributes(home.binding.node, modules).items():
                version = f"NumPy {np.__version__.partition('.')[0]}" if module == "numpy" else f"the module {module}"
                yield f"{function} uses {name}, which does not exist in {version}. {self._quoted(home, number)}"

    def _not_installed(self, function: str, reached: list[_Home]) -> Iterator[str]:
        for home in reached:
            for module, number in names.imported_within(home.binding.node).items():
                if not _is_installed(module):
                    yield f"{function} imports {module}, which is not there while grading. {self._quoted(home, number)}"

    def _asserted(self, function: str, reached: list[_Home]) -> Iterator[str]:
        found = [(home, number) for home in reached for number in names.own_asserts(home.binding.node)]
        quoted = [f"{self._at(home, number)}: {self._code(home, number)}" for home, number in found]
        if len(quoted) == 1:
            yield f"{function} stopped: an assert of your own failed: {quoted[0]}"
        elif quoted:
            more = f" (and {len(quoted) - MAX_NAMED} more)" if len(quoted) > MAX_NAMED else ""
            yield f"{function} stopped: one of your own asserts failed: {'; '.join(quoted[:MAX_NAMED])}{more}"

    def _cached(self, function: str, reached: list[_Home]) -> Iterator[str]:
        for home in reached:
            for decorator, number in names.decorators(home.binding.node).items():
                if decorator in _CACHES:
                    said = f"@{decorator} looks answers up by the arguments, which arrays do not allow"
                    quoted = self._quoted(home, number)
                    yield f"{function} stopped with a TypeError: {said} (unhashable type: numpy.ndarray). {quoted}"

    def _quoted(self, home: _Home, number: int) -> str:
        """Return the line as a sentence of its own."""
        at = self._at(home, number)
        return f"{at[0].upper()}{at[1:]}: {self._code(home, number)}"  # begins with a word of ours

    def _at(self, home: _Home, number: int) -> str:
        return f"line {line_in_file(self.canonical.cells[home.index], number)} of {where(self.canonical, home.index)}"

    def _code(self, home: _Home, number: int) -> str:
        return names.place(self._run[home.index], number).code


def _is_installed(module: str) -> bool:
    """Is there such a module? Only its first name is looked for, since a deeper one would have to be imported."""
    try:
        return importlib.util.find_spec(module.partition(".")[0]) is not None
    except (ImportError, ValueError):
        return False
