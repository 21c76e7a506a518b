"""Answers of the right structure and the wrong content, against which every hidden test must hold; trusted side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from autograder.course.model import Assignment
from autograder.testing import returns
from autograder.testing.returns import Returns

_LEAVES = {
    "None": "None",
    "a text": "'x'",
    "nan": "float('nan')",
    "an int": "7",
    "minus one": "-1",
    "True": "True",
    "an empty array": "np.array([])",
    "an array without examples": "np.zeros((2, 0))",
    "an infinite array": "np.full((1, 1), np.inf)",
    "a nan array": "np.full((1, 3), np.nan)",
    "a bool array": "np.zeros((2, 2), bool)",
    "an int array": "np.arange(6).reshape(2, 3)",
    "a 0-d array": "np.array(3.0)",
    "three dimensions": "np.ones((1, 7, 2))",
    "an empty list": "[]",
    "an empty dictionary": "{}",
    "an object": "object()",
    "a function": "(lambda *_: 1.0)",
    "a class": "object",
    "a module": "np",
    "an int of many digits": "10 ** 5000",
    "a complex number": "1j",
    "bytes": "b'x'",
    "a set": "{1.0}",
    "an array of objects": "np.array([[None]], object)",
    "a dictionary with a huge key": "{10 ** 400: 1.0}",
    "a text of no character": "'\\x00'",
    "lists of unequal lengths": "[[1.0], [1.0, 2.0]]",
}

_HASHABLE = frozenset(leaf for leaf in _LEAVES.values() if not leaf.startswith(("np.", "[", "{")))


def definitions(assignment: Assignment, signatures: Mapping[str, Returns]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield a label, the source of functions or classes giving that garbage, and their names, one kind after another."""
    names = [name for exercise in assignment.exercises for name in exercise.functions if name in signatures]
    for label, leaf in _LEAVES.items():
        yield label, "\n".join(f"def {name}(*_): return {_shaped(signatures[name], leaf)}" for name in names), names
    yield from _classes(names, signatures)
    for label, way in _OBJECTS.items():
        things = "\n".join(f"def {name}(*_): return Thing()" for name in names)
        yield label, f"import numpy as np\n{way}\n{things}", names


def _classes(names: Sequence[str], signatures: Mapping[str, Returns]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Yield classes whose members are all attributes, or all methods: one of the two is not what the exercise asks for."""
    classes = [name for name in names if isinstance(signatures[name], returns.Instance)]
    for label, leaf in _LEAVES.items() if classes else ():
        for what, member in _MEMBERS.items():
            lines = []
            for name in classes:
                lines += [f"class {name}:", "    def __init__(self, *_): pass"]
                own = [one for one in signatures if one.startswith(f"{name}.")]
                lines += ["    " + member.format(one.partition(".")[2], _shaped(signatures[one], leaf)) for one in own]
            yield f"{label}, all {what}", "\n".join(lines), classes


_MEMBERS = {"attributes": "{0} = property(lambda self: {1})", "methods": "def {0}(self, *_): return {1}"}
_OBJECTS = {
    "an object that has every attribute": "class Thing:\n    def __getattr__(self, name): return 1.0",
    "an object whose attributes raise": "class Thing:\n    def __getattr__(self, name): raise ValueError(name)",
    "an object whose attributes are functions": "class Thing:\n    def __getattr__(self, name): return lambda *_: 1.0",
}


def _shaped(spec: Returns, leaf: str) -> str:
    """Return the source text of a value of this structure with `leaf` in every place."""
    if isinstance(spec, returns.Tuple):
        return "(" + "".join(_shaped(item, leaf) + ", " for item in spec.items) + ")"
    if isinstance(spec, returns.Dict):
        keys = spec.keys or ("W1", "b1", "dW1", "db1")
        return "{" + ", ".join(f"{key!r}: {_shaped(spec.each, leaf)}" for key in keys) + "}"
    if isinstance(spec, returns.Record):
        return "{" + ", ".join(f"{key!r}: {_shaped(item, leaf)}" for key, item in spec.fields.items()) + "}"
    if isinstance(spec, returns.Maybe):
        return _shaped(spec.item, leaf)
    if isinstance(spec, returns.SetOf):
        return "{" + _shaped(spec.item, leaf if leaf in _HASHABLE else "'x'") + "}"
    if isinstance(spec, returns.Stream):
        return f"iter([{_shaped(spec.item, leaf)}, {_shaped(spec.item, leaf)}])"
    if isinstance(spec, returns.ListOf):
        return f"[{_shaped(spec.item, leaf)}, {_shaped(spec.item, leaf)}]"
    return f"[{leaf}, {leaf}]" if isinstance(spec, returns.Numbers) else leaf
