"""What a student's function answered in a container of its own kind comes back to their next function as itself."""

from __future__ import annotations

from collections import UserDict, defaultdict, namedtuple
from typing import Any

import numpy as np
import pytest

from autograder.sandbox import wire
from autograder.sandbox.own import MAX_OWN, Own

Cache = namedtuple("Cache", "Z W")


class Bunch(dict):  # type: ignore[type-arg]
    """A dictionary whose entries are attributes as well."""

    def __getattr__(self, name: str) -> Any:
        return self[name]


def answered(own: Own, value: Any) -> Any:
    """Return what the judge sees of an answer, as it would hand it back."""
    body = wire.frame({"value": value}, None, lambda reply: own.note(reply["value"]))[wire.HEADER.size :]
    return wire.decode(body)["value"]


@pytest.mark.parametrize(
    "value",
    [
        Cache(np.ones((2, 3)), "relu"), Bunch(Z=np.ones(3)), [Bunch(Z=1.0), Bunch(Z=2.0)], {"layer": Cache(1, 2)},
        UserDict(Z=1.0), defaultdict(list, Z=[1]), {None: 1.0, 0: 2.0}, (np.zeros(2), Cache(1, [2.0])), Bunch(Z=Bunch(Z=1)),
    ],
    ids=repr,
)  # fmt: skip
def test_it_comes_back_as_it_was(value: Any) -> None:
    """Of every kind of container, at the top and inside plain ones, with keys of every kind."""
    own = Own()
    back = own.given_back(answered(own, value))
    assert type(back) is type(value) and repr(back) == repr(value)


def test_a_part_comes_back_as_it_was() -> None:
    """A hidden test may hand back one of several values, in arguments of its own."""
    own = Own()
    _, cache, _ = answered(own, (1.0, Cache(np.ones(2), "x"), {"mean": 0.0}))
    assert isinstance(own.given_back(cache), Cache) and isinstance(own.given_back({"c": [cache]})["c"][0], Cache)


def test_what_was_changed_comes_back_plain() -> None:
    """A test that changes what it hands back means the change."""
    own = Own()
    seen = answered(own, Bunch(Z=1.0))
    seen["Z"] = 2.0
    assert type(own.given_back(seen)) is dict


def test_a_function_that_changes_its_cache_spoils_no_later_call() -> None:
    """Every call gets a copy of what was answered."""
    own = Own()
    seen = answered(own, Bunch(Z=[1.0]))
    first = own.given_back(seen)
    assert isinstance(first, defaultdict | dict) and type(own.given_back(seen)) is type(first)
    plain = Own()
    kept = answered(plain, defaultdict(list, Z=[1.0]))
    plain.given_back(kept)["Z"].append(5.0)
    assert plain.given_back(kept) == {"Z": [1.0]}


def test_plain_answers_are_not_remembered() -> None:
    """What arrives as itself costs nothing, and no equal argument is taken for it; nor is an empty container."""
    own = Own()
    for value in ({"Z": [1.0]}, (1, 2), [], defaultdict(list), np.ones(3)):
        answered(own, value)
    assert not own._things


def test_an_argument_of_another_form_is_not_encoded_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has more or fewer values than everything remembered cannot be one of them, at whatever level it stands."""
    own, encoded = Own(), list[Any]()
    seen = answered(own, Cache(1.0, 2.0))
    monkeypatch.setattr(wire, "encode", lambda value, *rest, encode=wire.encode: encoded.append(value) or encode(value, *rest))
    assert own.given_back([[[[1.0]]], {"W": (1.0, 2.0, 3.0)}, [1.0, 2.0]]) and not encoded
    assert isinstance(own.given_back([[seen]])[0][0], Cache) and encoded[0] == seen


def test_the_memory_is_bounded() -> None:
    """The oldest are forgotten."""
    own = Own()
    seen = [answered(own, Cache(number, 0)) for number in range(MAX_OWN + 5)]
    assert (
        len(own._things) == MAX_OWN and type(own.given_back(seen[0])) is tuple and isinstance(own.given_back(seen[-1]), Cache)
    )
