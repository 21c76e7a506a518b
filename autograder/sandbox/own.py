"""What a student's functions answered in containers of their own kind, so that it comes back to them as itself; untrusted side.

A namedtuple crosses as a tuple, a defaultdict or a class of the student's as a dictionary: the judge needs no more. The
student's next function does: `cache.Z_hat` is what it was written for. So the worker remembers such answers by their bytes.
"""

from __future__ import annotations

import copy
from typing import Any

from autograder.sandbox import wire
from autograder.sandbox.plain import CONTAINERS, is_plain_key

MAX_OWN = 256
MAX_LEVELS = 4


class Own:
    """The answers that the wire has simplified, by what it made of them."""

    def __init__(self) -> None:
        self._things: dict[bytes, object] = {}
        self._forms: set[tuple[type, int]] = set()

    def clear(self) -> None:
        """Forget all: the cells are about to run anew."""
        self._things.clear()
        self._forms.clear()

    def note(self, value: Any, level: int = 0) -> bool:
        """Remember every container in an answer that the wire simplifies, or that holds such a one; say whether it is one."""
        if not isinstance(value, CONTAINERS) or level > MAX_LEVELS or not len(value):
            return False
        own = type(value) not in (dict, list, tuple) or (isinstance(value, dict) and not all(map(is_plain_key, value)))
        inside = list(value) if isinstance(value, list | tuple) else list(value.values())
        for item in inside:
            own = self.note(item, level + 1) or own
        if own:
            if len(self._things) >= MAX_OWN:
                del self._things[next(iter(self._things))]
            self._things[_bytes(value)] = value
            self._forms.add(_form(value))
        return own

    def given_back(self, value: Any, level: int = 0) -> Any:
        """Return an argument with what came from the student's own functions as it was when they answered it."""
        if not self._things or type(value) not in (dict, list, tuple) or level > MAX_LEVELS:
            return value
        if _form(value) in self._forms:  # else none of those it could be: no level is encoded for nothing
            data = _bytes(value)
            thing = self._things.get(data)
            if thing is not None and _bytes(thing) == data:  # else it was changed since
                return _copied(thing)
        if type(value) is dict:
            return {key: self.given_back(item, level + 1) for key, item in value.items()}
        items = [self.given_back(item, level + 1) for item in value]
        return items if type(value) is list else tuple(items)


def _form(value: Any) -> tuple[type, int]:
    """Return what a container arrives as, and how many values it has: what has the same bytes has the same form."""
    return next((kind for kind in (list, tuple) if isinstance(value, kind)), dict), len(value)


def _copied(thing: object) -> object:
    """Return a copy, which a function may change; of what cannot be copied, the thing itself."""
    try:
        return copy.deepcopy(thing)
    except Exception:
        return thing


def _bytes(value: object) -> bytes:
    return wire.encode(value, lambda one: id(one) % wire.MAX_REF)
