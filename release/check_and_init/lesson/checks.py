"""The checks under an exercise: what was called, what came back, what was expected, and why.

with Checks("compute_cost", globals()) as check:
    check("compute_cost(half, Y_tiny)", np.log(2), "a coin flip costs ln 2")

Every call is run where your own functions live. Nothing stops at the first problem: one table at the end shows all of
the checks, and then one short error says that something is left to do. The variables that a call names are put back
afterwards, so that a function that changes its inputs cannot spoil the checks that follow.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Sequence
from types import CodeType
from typing import Any

import numpy as np

from lesson.compare import NO_RETURN, difference, pair, shape_difference
from lesson.copies import copied, put_back, same
from lesson.display import Mark, Row, describe, show
from lesson.errors import HERE, PROBLEMS, explain, missing_function
from lesson.hints import HINTS, RUNGS
from lesson.plain import plain
from lesson.several import PICK, NotSeveral, compiled, pick
from lesson.table import of_this_call, said_once, without_chance
from lesson.trace import KNOWN, steps
from lesson.validating import may_stay_empty, unlike, validating

Judge = Callable[[Any], str | None]
CLOSE = ("np.allclose", "np.array_equal")
ASKED = "_hints_asked_for"


class CheckFailed(AssertionError):
    """Something is left to do; the table above the message says what."""

    def __init__(self, left: str, lines: Sequence[str] = ()) -> None:
        super().__init__(left)
        self.lines = lines  # the table's rows, where the message is shown without the table

    def _render_traceback_(self) -> list[str]:
        """Jupyter shows these lines instead of a traceback."""
        return [f"CheckFailed: {self}", *self.lines]


class Checks:
    """A context manager that runs checks in `namespace` and shows one table at the end."""

    def __init__(self, name: str, namespace: dict[str, Any]) -> None:
        self.name = name
        self.namespace = namespace
        self.rows: list[Row] = []
        self.waiting: dict[str, list[str]] = {}  # function that is not there yet: what to do, once for each check

    def __enter__(self) -> Checks:
        self.rows, self.waiting = [], {}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        if error is not None:
            if not isinstance(error, PROBLEMS):
                return
            self._problem("preparing the checks", "", error)
        self.rows = said_once(without_chance(self.rows))
        passed = sum(row.mark is Mark.RIGHT for row in self.rows)
        total = len(self.rows) + sum(len(notes) for notes in self.waiting.values())
        waiting = [Row(Mark.WAITING, name, _once(notes)) for name, notes in self.waiting.items()]
        show(f"{self.name}: {passed} of {total} checks pass", [*self.rows, *waiting])
        validated = validating()
        if passed < total and (self.rows or not validated or not may_stay_empty(self.name)):
            left = f"{total - passed} of {total} checks to go" if self.rows else "not started yet"
            raise CheckFailed(f"{self.name}: {left}", unlike([*self.rows, *waiting]) if validated else ()) from None

    def __call__(self, call: str, expected: object, why: str = "", *, atol: float = 1e-6) -> None:
        """Require that `call` answers `expected`.

        `expected` is a number, a truth value, a text, an array (of exactly this shape), a tuple, or a dictionary (of
        which these entries are required). Where it is an array of floats, truth values do not pass for numbers.
        """
        code = _code(call)
        self._run(call, code, why, lambda answer: difference(answer, expected, atol, self._examples(code)))

    def shape(self, call: str, shape: tuple[int, ...], why: str = "") -> None:
        """Require that `call` answers with an array of this shape."""
        self._run(call, _code(call), why, lambda answer: shape_difference(answer, shape))

    def that(self, expression: str, why: str = "") -> None:
        """Require that `expression` is true; where a comparison is not, what it compares is shown."""
        tree = ast.parse(expression.strip(), HERE, "eval")
        if isinstance(tree.body, ast.BoolOp) and isinstance(tree.body.op, ast.And):
            self._run(expression, _code(expression), why, self._parted(tree.body.values))
            return
        operands = _take_operands(tree)
        if operands is None:
            self._run(expression, compiled(tree, HERE), why, _truth)
            return
        comparison = compile(tree, HERE, "eval")

        def judge(answers: Any) -> str | None:
            values = tuple(map(plain, answers))
            names = {_operand(i): value for i, value in enumerate(values)}
            own = _pythons_own(comparison, self.namespace)
            return _compared(values, lambda: eval(comparison, self.namespace, own | names), isinstance(tree.body, ast.Call))

        self._run(expression, compiled(operands, HERE), why, judge)

    def _parted(self, parts: list[ast.expr]) -> Judge:
        """A judge of `a and b`: it names the first part that does not hold, with what is compared in it."""

        def judge(answer: Any) -> str | None:
            inner = Checks(self.name, self.namespace)
            for part in map(ast.unparse, parts) if _truth(answer) else ():
                inner.that(part)
            wrong = [f"{row.call}: {row.note}" for row in inner.rows if row.mark is not Mark.RIGHT]
            return wrong[0] if wrong else _truth(answer)

        return judge

    def unchanged(self, call: str, *names: str) -> None:
        """Require that `names`, which the call also names, are the same after `call` as they were before."""

        def judge(answer: Any) -> str | None:
            changed = [name for name in names if not same(eval(name, self.namespace), before[name])]
            if changed:
                return f"the call has changed {' and '.join(changed)}: where is something assigned in place?"
            return NO_RETURN if answer is None else None

        before = {name: copied(eval(name, self.namespace)) for name in names}
        self._run(call, _code(call), f"must not change {' or '.join(names)}", judge)

    def raises(self, call: str, error: type[Exception], why: str = "") -> None:
        """Require that `call` raises this kind of error."""
        code = _code(call)
        self._run(call, code, why, lambda answer: f"returned {describe(answer)}, expected {_a(error)}", error)

    def hint(self, name: str | None = None) -> None:
        """Print the next of an exercise's three rungs (a place, a question, a number); asking costs nothing."""
        name = name or self.name
        if name not in HINTS:
            print(f"There is no hint for {name!r}. Write the exercise's name, as in check.hint({self.name!r}).")
            return
        asked = self.namespace.setdefault(ASKED, {})  # kept with the student's names: a new run of the cell forgets nothing
        rung = min(asked.get(name, 0), len(RUNGS) - 1)
        asked[name] = rung + 1
        more = f"   (ask again for {RUNGS[rung + 1]})" if rung + 1 < len(RUNGS) else ""
        print(f"{name}, {RUNGS[rung]}: {HINTS[name][rung]}{more}")

    def trace(self, function: Callable[..., Any]) -> None:
        """Show each slope of your backward pass beside a nudge of your own forward pass, and name the first that differs."""
        name = getattr(function, "__name__", str(function))
        if name not in KNOWN:
            print(f"A trace follows {' or '.join(KNOWN)}, as in check.trace({next(iter(KNOWN))}).")
            return
        rows, needed = [], " and ".join(KNOWN[name])
        try:
            for step in steps(name=name, namespace={**self.namespace, name: function}):
                rows.append(Row(Mark.WRONG if step.trouble else Mark.RIGHT, step.name, step.trouble or ""))
        except PROBLEMS as error:
            rows.append(Row(Mark.WRONG, f"{name} on made-up numbers", explain(error, self.namespace)))
        wrong = next((row.call for row in rows if row.mark is Mark.WRONG), None)
        first = f"the first that differs is {wrong}" if wrong else "nothing differs"
        show(f"{name} beside nudges of your own {needed}: {first}", rows)

    def _run(self, call: str, code: CodeType, why: str, judge: Judge, wanted: type[Exception] | None = None) -> None:
        """Run `code`, let `judge` say what is wrong with its answer, and put back the variables that it names."""
        before = {name: copied(self.namespace[name]) for name in _names(code) if name in self.namespace}
        named = {name: self.namespace[name] for name in before}
        self.namespace[PICK] = pick
        try:
            answer = eval(code, self.namespace, _pythons_own(code, self.namespace))
        except NotSeveral as error:
            self.rows.append(Row(Mark.WRONG, call, str(error), why))
        except PROBLEMS as error:
            self._problem(call, why, error, wanted)
        else:
            note = of_this_call(call, _judged(judge, answer))
            self.rows.append(Row(Mark.WRONG if note else Mark.RIGHT, call, note or "", why))
        finally:
            self.namespace.pop(PICK, None)
            for name, copy in before.items():  # an array whose shape was changed cannot be restored in place
                self.namespace[name] = put_back(named[name], copy)

    def _problem(self, call: str, why: str, error: BaseException, wanted: type[Exception] | None = None) -> None:
        """Record an exception; those of a function that is not there yet are gathered."""
        missing = missing_function(error, self.namespace, self.name)
        if missing is not None:
            name, note = missing
            self.waiting.setdefault(name, []).append(note)
        elif wanted and isinstance(error, wanted):
            self.rows.append(Row(Mark.RIGHT, call, "", why))
        else:
            note = explain(error, self.namespace) + (f", expected {_a(wanted)}" if wanted else "")
            self.rows.append(Row(Mark.WRONG, call, note, why))

    def _examples(self, code: CodeType) -> set[int]:
        """How many examples, one a column, the data hold that the call names: variables called X... or Y..."""
        values = [self.namespace.get(name) for name in _names(code) if name[0] in "XY"]
        return {value.shape[1] for value in values if isinstance(value, np.ndarray) and value.ndim == 2} - {1}


def _code(call: str) -> CodeType:
    return compiled(ast.parse(call.strip(), HERE, "eval"), HERE)


def _pythons_own(code: CodeType, namespace: dict[str, Any]) -> dict[str, Any]:
    """Python's own `all`, `any`, `max` where `from numpy import *` has put others in their place: a check means Python's."""
    hidden = [name for name in code.co_names if name in namespace and namespace[name] is getattr(np, name, None)]
    return {name: getattr(builtins, name) for name in hidden if hasattr(builtins, name)}


def _names(code: CodeType) -> set[str]:
    """The names that a piece of code uses, those inside its lambdas and comprehensions included."""
    inner = [_names(const) for const in code.co_consts if isinstance(const, CodeType)]
    return set(code.co_names).union(*inner)


def _a(kind: type[BaseException]) -> str:
    return f"{'an' if kind.__name__[0] in 'AEIOU' else 'a'} {kind.__name__}"  # an error with its article


def _once(notes: list[str]) -> str:
    """One note for all the checks that wait for the same function."""
    return notes[0] + (f" ({len(notes)} checks wait for it)" if len(notes) > 1 else "")


def _judged(judge: Judge, answer: object) -> str | None:
    """What `judge` says; an answer that cannot even be compared is wrong."""
    try:
        return judge(answer)
    except Exception as error:
        return f"returned {describe(answer)}, which cannot be compared with what was expected ({type(error).__name__})"


def _truth(answer: object) -> str | None:
    return NO_RETURN if answer is None else None if np.all(np.asarray(answer, dtype=bool)) else "this is False"


def _operand(i: int) -> str:
    """What stands for a value in a comparison; no variable can have this name."""
    return f"operand {i}"


def _take_operands(tree: ast.Expression) -> ast.Expression | None:
    """Take the operands out of `a < b`, `a < b < c` or `np.allclose(a, b)`, leaving names; None for all others."""
    node = tree.body
    if isinstance(node, ast.Compare) and len(node.ops) <= 2:
        operands = [node.left, *node.comparators]
        node.left = ast.Name(_operand(0), ast.Load())
        node.comparators = [ast.Name(_operand(i), ast.Load()) for i in range(1, len(operands))]
    elif isinstance(node, ast.Call) and ast.unparse(node.func) in CLOSE and len(node.args) >= 2:
        operands = node.args[:2]
        node.args[:2] = [ast.Name(_operand(i), ast.Load()) for i in range(2)]
    else:
        return None
    ast.fix_missing_locations(tree)
    return ast.fix_missing_locations(ast.Expression(ast.Tuple(operands, ast.Load())))


def _compared(values: tuple[object, ...], holds: Callable[[], object], arrays: bool) -> str | None:
    """What the operands are where they do not compare as they should."""
    try:
        if np.all(np.asarray(holds(), dtype=bool)):
            return None
    except TypeError:
        if all(value is not None for value in values):
            raise
    if values[0] is None or values[-2] is None:
        return NO_RETURN
    if len(values) == 3:
        return f"the value in the middle is {describe(values[1])}"
    fact = difference(values[0], values[1], lead="the first is ") if arrays else None
    left, right = pair(values[0], values[1])
    if left == right and same(values[0], values[1]):
        return f"both sides are {left}"
    return fact or f"the left side is {left}, the right side is {right}"
