"""Answers without any thought in them, of exactly the right structure and shape: what a guess looks like; trusted side.

The solution itself is asked for the structure, so that a guess differs from right work in its numbers alone. The source
below runs behind the solution, in the gate's own worker: it is the kit's code, and students never have it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from autograder.course.model import Assignment, Exercise

FILLS = {
    "zeros": "np.zeros(shape)",
    "ones": "np.ones(shape)",
    "minus ones": "-np.ones(shape)",
    "halves": "np.full(shape, 0.5)",
    "nan": "np.full(shape, np.nan)",
    "random numbers": "np.random.default_rng(5).standard_normal(shape)",
    "the first argument": "_first(arguments, shape)",
    "the last argument": "_last(arguments, shape)",
    "huge numbers": "np.resize([1e200, -1e200, 1e200], shape)",
    "numbers of every kind": "np.resize([5e-324, -0.0, np.nan, -np.inf, 1e200], shape)",
    "zeros and ones in turns": "np.full(shape, next(_calls) % 2, float)",
}
TABLE, ERRORS = "the visible checks' answers", "errors"

_FILLED = """
import copy, inspect, itertools, pickle
import numpy as np

_calls = itertools.count()

def _last(arguments, shape):
    numbers = [v for v in (arguments or {}).values() if isinstance(v, (int, float, np.generic, np.ndarray))]
    fitting = [v for v in numbers if np.shape(v) == shape]
    return np.array(fitting[-1], float) if fitting else np.zeros(shape)

def _first(arguments, shape):
    first = next(iter(arguments.values()), 0.0) if arguments else 0.0
    if isinstance(first, dict):
        first = next((v for v in first.values() if np.shape(v) == shape), 0.0)
    return np.array(first, float) if np.shape(first) == shape and not isinstance(first, list) else np.zeros(shape)

def _fill(answer, arguments, whole=True):
    if isinstance(answer, (dict, list, tuple)) and _some_absent(answer):
        return {key: None for key in answer} if isinstance(answer, dict) else type(answer)(None for _ in answer)
    if isinstance(answer, dict):
        return {key: _fill(value, arguments, False) for key, value in answer.items()}
    if isinstance(answer, (list, tuple)):
        return type(answer)(_fill(value, arguments, whole) for value in answer)
    if isinstance(answer, np.ndarray):
        shape = answer.shape
        return np.asarray(FILL).astype(answer.dtype) if answer.dtype.kind != 'f' else np.asarray(FILL)
    if isinstance(answer, (bool, np.bool_)):
        shape = ()
        return bool(np.nan_to_num(FILL) > 0.5)
    if isinstance(answer, (int, np.integer)):
        shape = ()
        return int(np.nan_to_num(FILL)) if whole else float(FILL)
    if isinstance(answer, (float, np.floating)):
        shape = ()
        return float(FILL)
    if isinstance(answer, (complex, np.complexfloating)):
        shape = ()
        return complex(FILL)
    if isinstance(answer, str):
        return _first_text(arguments) if NAME == 'the first argument' else ''
    if isinstance(answer, bytes):
        return b''
    if isinstance(answer, (set, frozenset)):
        return type(answer)(_hashable(_fill(value, arguments, whole)) for value in answer)
    if hasattr(answer, '__next__'):
        return (_fill(value, arguments, whole) for value in answer)
    return answer

def _some_absent(answer):  # which texts are there is the answer then, and a guess does not know it
    values = list(answer.values() if isinstance(answer, dict) else answer)
    return any(value is None for value in values) and all(value is None or isinstance(value, str) for value in values)

def _first_text(arguments):
    return next((value for value in (arguments or {}).values() if isinstance(value, str)), '')

def _hashable(value):
    try:
        hash(value)
    except TypeError:
        return None
    return value

def _key(bound):
    plain = {k: v for k, v in bound.arguments.items() if not isinstance(v, np.random.Generator)}
    return pickle.dumps(plain)

def _guessing(solution, table):
    signature = inspect.signature(solution)
    if not signature.parameters:
        table = None  # it answers one thing, and a table of it is the answer
    def guess(*arguments, **named):
        try:
            bound = signature.bind(*arguments, **named)
            bound.apply_defaults()
            if table is not None and _key(bound) in table:
                return table[_key(bound)]
        except Exception:
            return None
        try:
            with np.errstate(all='ignore'):
                answer = solution(*[_copied(a) for a in arguments], **named)
        except Exception:
            return None
        return _fill(answer, {k: v for k, v in bound.arguments.items() if k != 'self'})
    return guess

def _copied(value):
    if isinstance(value, dict):
        return {k: _copied(v) for k, v in value.items()}
    if isinstance(value, np.ndarray):
        return np.array(value)
    return value if isinstance(value, np.random.Generator) else copy.deepcopy(value)

def _watching(solution, table):
    signature = inspect.signature(solution)
    def watched(*arguments, **named):
        bound = signature.bind(*arguments, **named)
        bound.apply_defaults()
        key = _key(bound)
        answer = solution(*arguments, **named)
        table[key] = answer
        return answer
    return watched

def _shell(name, solution, make):
    if not isinstance(solution, type):
        return make(solution, name)
    own = {key: value for key, value in vars(solution).items() if inspect.isfunction(value)}
    return type(name, (solution,), {
        key: _forgetting(value if key == '__init__' else make(value, key)) for key, value in own.items()
    })

def _forgetting(method):
    def forgetful(self, *arguments, **named):
        answer = method(self, *arguments, **named)
        for key, value in vars(self).items():
            if isinstance(value, np.ndarray) or isinstance(value, dict) and value:
                setattr(self, key, _fill(value, named))
        return answer
    return forgetful
"""


def guesses(assignment: Assignment, exercise: Exercise, functions: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield a label and the source of these functions of an exercise answering that nonsense, one kind after another."""
    for label, fill in FILLS.items():
        yield label, _source(functions, fill, label)
    yield ERRORS, "\n".join(f"def {name}(*_, **__):\n    raise ValueError" for name in functions)
    checks = [assignment.by_id[one.id].source for one in assignment.exercises]
    own = checks.index(assignment.by_id[exercise.id].source)
    yield TABLE, _source(functions, FILLS["zeros"], TABLE, before=checks[:own], watch=checks[own])


def _source(functions: Sequence[str], fill: str, label: str, before: Sequence[str] = (), watch: str | None = None) -> str:
    """Return the functions' source; with a cell to watch, they know what the solution answered in it.

    Cells that stand before it define what it uses; they are run unwatched.
    """
    filled = _FILLED.replace("FILL", fill).replace("NAME", repr(label))
    lines = [filled, f"_solutions = {{name: globals()[name] for name in {tuple(functions)!r}}}"]
    tables = "{name: None for name in _solutions}"
    if watch is not None:
        lines += [
            *(f"exec(compile({cell!r}, 'earlier checks', 'exec'), globals())" for cell in before),
            "_tables = {name: {} for name in _solutions}",
            "for _n, _s in _solutions.items():",
            "    if not isinstance(_s, type): globals()[_n] = _watching(_s, _tables[_n])",
            f"exec(compile({watch!r}, 'checks', 'exec'), globals())",
        ]
        tables = "_tables"
    lines.append(f"_known = {tables}")
    lines += [
        f"{name} = _shell({name!r}, _solutions[{name!r}], lambda s, k: _guessing(s, _known[{name!r}]))" for name in functions
    ]
    return "\n".join(lines)
