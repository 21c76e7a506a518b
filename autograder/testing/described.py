"""Says in words what kind of value a student handed back, never what it holds; trusted side."""

from __future__ import annotations

import numpy as np

_CALL = "(are its parentheses missing?)"
_LAZY = "(it has not been run through yet)"

_PLAIN: dict[type, str] = {
    bool: "a truth value", int: "an int", float: "a float", str: "a text", list: "a list", tuple: "a tuple",
    dict: "a dictionary", complex: "a complex number", bytes: "bytes", frozenset: "a set",
}  # fmt: skip

# What arrives as an opaque object, by the name of its type: a closed list. A student chooses the names of their own classes,
# and could choose one by what a hidden test passed in, so no other name is ever repeated.
_OPAQUE = {
    "matrix": "a np.matrix of objects or texts", "MaskedArray": "a masked array",
    "ndarray": "an array of objects or texts", "csr_matrix": "a sparse matrix", "ufunc": f"a NumPy function {_CALL}",
    "function": f"a function {_CALL}", "builtin_function_or_method": f"a function {_CALL}", "method": f"a method {_CALL}",
    "partial": f"a function {_CALL}", "type": f"a class {_CALL}", "module": "a module", "dict_keys": "the keys of a dictionary",
    "dict_values": "the values of a dictionary", "dict_items": "the items of a dictionary", "generator": f"a generator {_LAZY}",
    "range": "a range", "map": f"a map {_LAZY}", "zip": f"a zip {_LAZY}", "filter": f"a filter {_LAZY}",
    "enumerate": f"an enumerate {_LAZY}", "reversed": f"a reversed {_LAZY}", "Fraction": "a Fraction", "Decimal": "a Decimal",
    "ellipsis": "an ellipsis (...)", "NotImplementedType": "NotImplemented", "array": "an array of the module array",
    "deque": "a deque", "slice": "a slice", "memoryview": "a memoryview", "bytearray": "bytes",
}  # fmt: skip


def kind_of_value(value: object) -> str:
    """Name the kind of a value; an opaque one is known by the name of its type, where that is one of a closed list."""
    if value is None:
        return "None (does every path through the function end in a return?)"
    if isinstance(value, np.ndarray):
        return f"an array of {value.ndim} dimension{'s' * (value.ndim != 1)} and dtype kind {value.dtype.kind!r}"
    if isinstance(value, np.generic):
        return "a number"
    opaque = _OPAQUE.get(str(getattr(value, "_type_name", "")), "some other object")
    return _PLAIN.get(type(value), opaque)
