"""The part of the release gate that tries the handout's callables as answers: none may earn anything; trusted side.

Each callable is first tried on the calls that the hidden tests make of the solution, with the arguments in every sensible
order; one that gives a right answer anywhere is then judged as a student's function would be.
"""

from __future__ import annotations

import inspect
import itertools
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autograder.course import bank
from autograder.course.content import importable
from autograder.course.model import Assignment, Course, Exercise, defined_names
from autograder.gate import handout_callables
from autograder.gate.files import Problem
from autograder.gate.handout_callables import TOOLS, Named, quiet, read_once
from autograder.grading.grader import Grader
from autograder.judge.proxy import Record
from autograder.judge.replay import equal, records_of, replay
from autograder.result import PASSED
from autograder.submission.canonical import Canonical
from autograder.worker.session import Answer

Behind = Callable[[Assignment, str], Canonical]  # the solution with other definitions behind it

TRIVIAL_SHARE = 0.05  # of an exercise's points: what nonsense may earn anyway
_STUDENT = "the gate"
_MISSES, _MISSES_REORDERED = 4, 2  # calls that a callable may get wrong before it is passed over, arguments as they are or not
_CALLS = 16  # of one function, from as many tests as there are
_JUDGED = 30  # of one function's candidates, those first that answer most calls
_WRONG_SECONDS = 0.5  # of computing, in which a callable must have answered a call of a function right to be tried further
_EVERY_ORDER = 3  # arguments up to this many are tried in every order and number


@dataclass(frozen=True)
class Candidate:
    """A callable as an answer: what gives it, which of the call's arguments it gets, and which part of its answer counts."""

    expression: str
    order: tuple[int, ...] | None = None  # None: the arguments as they are
    part: object = None

    def source(self, function: str) -> str:
        """Return the definition that a student would write."""
        if self.order is None and self.part is None:
            return f"{function} = {self.expression}"
        arguments = "*a" if self.order is None else ", ".join(f"a[{index}]" for index in self.order)
        part = "" if self.part is None else f"[{self.part!r}]"
        return f"_candidate = {self.expression}\ndef {function}(*a):\n    return _candidate({arguments}){part}"


def check_helpers(course: Course, assignment: Assignment) -> Iterator[Problem]:
    """The source folder and the release hold the helper modules that the notebook imports, and no others."""
    wanted = {path.relative_to(course.handout) for path in assignment.helper_files}
    known = {path.relative_to(course.handout) for path in course.handout.glob("*/*.py")}
    for folder in (course.source(assignment.name).parent, course.release(assignment.name).parent):
        for path in sorted(path for path in known if (folder / path).exists() != (path in wanted)):
            problem = "is needed and not there" if path in wanted else "is there, and the notebook does not import it"
            yield (str(folder / path), problem, f"Run `autograder build {assignment.name}`.")


def check_handout(grader: Grader, behind: Behind) -> Iterator[Problem]:
    """No callable that a student is given, in the helpers or in the notebook's own cells, answers one of its exercises."""
    assignment = grader.assignment
    reference = bank.reference_namespace(assignment)
    with importable(assignment):
        handed_out = handout_callables.callables(assignment.helpers)
    given: Named = {**handed_out, **_given(assignment, reference)}
    solved = grader.judge.judge(behind(assignment, ""), _STUDENT, upstream_is_right=True, shared=True).outcomes
    for exercise in assignment.exercises:
        records = [outcome.transcript.records for outcome in solved.get(exercise.id, ())]
        for function in exercise.functions:
            found = suspicious(function, given, records)
            trivial = _trivial(function, records) if found else []
            trivially = list(_shares(grader, behind, exercise, function, trivial))
            for candidate, share in zip(found, _shares(grader, behind, exercise, function, found), strict=True):
                if share > max([TRIVIAL_SHARE, *trivially]) + 1e-9:
                    problem = f"earns {share:.0%} of {exercise.id}: {candidate.source(function)!r}"
                    remedy = "Move it where this notebook does not import it, or give it another way to be called."
                    yield (f"handout of {assignment.name}: {candidate.expression}", problem, remedy)
                    break  # one way is enough to know


def suspicious(function: str, given: Named, tests: Sequence[Sequence[Record]]) -> list[Candidate]:
    """Return the ways of calling what is given that answer a recorded call right, those first that answer most."""
    with quiet(), read_once():
        return _suspicious(function, given, tests)


def _suspicious(function: str, given: Named, tests: Sequence[Sequence[Record]]) -> list[Candidate]:
    if any(record.name.startswith(f"{function}.") for records in tests for record in records):
        return [Candidate(expression) for expression, value in given.items() if _lives(function, value, tests)]
    calls = _sample(function, tests)
    counted: dict[Candidate, int] = {}
    most = max((len(record.arguments) for record in calls), default=0)
    for expression, value in given.items():
        taken = [count for count in range(most + 1) if _takes(value, count)]
        end, right = time.process_time() + _WRONG_SECONDS, False
        for order in _orders(most):
            if order is not None and len(order) not in taken:
                continue
            if not right and time.process_time() > end:
                break
            for part in _right_parts(function, value, order, calls, taken):
                one, right = Candidate(expression, order, part), True
                counted[one] = counted.get(one, 0) + 1
    return sorted(counted, key=lambda one: -counted[one])[:_JUDGED]


def _sample(function: str, tests: Sequence[Sequence[Record]]) -> list[Record]:
    """Return calls that have an answer, the first of every test before the second of any."""
    answered = [[one for one in records_of(function, records) if isinstance(one.outcome, Answer)] for records in tests]
    rounds = itertools.zip_longest(*answered)
    return [record for one in rounds for record in one if record is not None and record.action == "call"][:_CALLS]


def _right_parts(
    function: str, value: Callable[..., Any], order: tuple[int, ...] | None, calls: Sequence[Record], takes: Sequence[int]
) -> Iterator[object]:
    """Yield, for each call that is answered right, which part of the answer is; gives up after a few that are not."""
    misses, most = 0, _MISSES if order is None else _MISSES_REORDERED
    for record in calls:
        taken = range(len(record.arguments)) if order is None else order
        if misses >= most or len(taken) not in takes or max(taken, default=0) >= len(record.arguments):
            return
        (replayed,) = replay(function, _arranged(value, taken), [record], ours=True)
        right = [part for part, item in _parts(replayed.value) if item is not None and _is_answer(record, item)]
        yield from right
        refused = replayed.fault is not None and order is not None  # in the wrong order most callables refuse every call
        misses += 0 if right else most if refused else 1


def _is_answer(record: Record, item: object) -> bool:
    return isinstance(record.outcome, Answer) and equal(record.outcome.value, item)


def _lives(function: str, value: Callable[..., Any], tests: Sequence[Sequence[Record]]) -> bool:
    """Does an object of this class answer anything as the solution's does?

    That it can be made is no answer, nor is what the judge keeps in the worker for a test. Where it cannot be made, the test's
    other calls cannot be answered either.
    """
    for records in tests:
        mine = [record for record in records_of(function, records) if isinstance(record.outcome, Answer)]
        for record, replayed in zip(mine, replay(function, value, mine), strict=True):
            if record.name == function and replayed.fault is not None:
                break
            if record.name.startswith(f"{function}.") and replayed.value is not None and _is_answer(record, replayed.value):
                return True
    return False


def _orders(count: int) -> Iterator[tuple[int, ...] | None]:
    """Yield how the arguments of a call may be passed on: as they are, fewer of them, and in another order."""
    yield None
    sizes = range(1, count + 1) if count <= _EVERY_ORDER else (1, 2)
    for size in sizes:
        yield from (order for order in itertools.permutations(range(count), size) if order != tuple(range(count)))


def _takes(value: Callable[..., Any], count: int) -> bool:
    try:
        inspect.signature(value).bind(*range(count))
    except TypeError:
        return False
    except ValueError:
        return True  # it has no signature to look at
    return True


def _arranged(value: Callable[..., Any], order: Sequence[int]) -> Callable[..., Any]:
    return lambda *arguments: value(*(arguments[index] for index in order))


def _parts(value: object) -> Iterator[tuple[object, object]]:
    """Yield an answer, and what it holds: a function may return an exercise's answer among other things."""
    yield None, value
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list | tuple) and len(value) < 20:
        yield from enumerate(value)


def _trivial(function: str, tests: Sequence[Sequence[Record]]) -> list[Candidate]:
    """Return the ways to answer with one's own arguments, which everybody can write."""
    count = max((len(record.arguments) for record in _sample(function, tests)), default=0)
    return [Candidate("(lambda x: _copy.deepcopy(x))", (index,)) for index in range(count)]


def _shares(
    grader: Grader, behind: Behind, exercise: Exercise, function: str, candidates: Sequence[Candidate]
) -> Iterator[float]:
    """Yield which share of an exercise each candidate earns, with nothing else of the exercise solved."""
    others = "\n".join(f"def {name}(*_): raise NotImplementedError()" for name in exercise.functions if name != function)
    for candidate in candidates:
        cells = behind(grader.assignment, f"{TOOLS}\nimport copy as _copy\n{others}\n{candidate.source(function)}")
        judged = grader.judge.judge(cells, _STUDENT, exercises=[exercise.id], upstream_is_right=True, shared=True)
        outcomes = judged.outcomes[exercise.id]
        total = sum(outcome.weight for outcome in grader.judge.tests(exercise.id))
        yield sum(outcome.weight for outcome in outcomes if outcome.verdict == PASSED) / total


def _given(assignment: Assignment, reference: Mapping[str, Any]) -> Named:
    """Return the functions and classes that the notebook itself gives: those of its locked cells."""
    cells = [cell for cell in assignment.cells if cell.runs_while_grading and not cell.solution]
    names = [name for cell in cells for name in defined_names(cell.source)]
    return {name: reference[name] for name in names if name in reference}
