"""What a student's function answers can be handed to his next one, also where an object of his own class is inside."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.judge.proxy import given_back
from autograder.sandbox import wire

OWN = wire.Opaque("Cache", 7)


@pytest.mark.parametrize(
    ("answer", "sent"),
    [
        (OWN, wire.Ref(7)),
        ([OWN, 1.5], [wire.Ref(7), 1.5]),
        ({"layer": (OWN, "relu")}, {"layer": (wire.Ref(7), "relu")}),
        ([{"cache": [OWN]}], [{"cache": [wire.Ref(7)]}]),
        (wire.Opaque("Cache", 0), wire.Opaque("Cache", 0)),
        ((1, "a", None), (1, "a", None)),
    ],
)
def test_an_object_inside_an_answer_goes_back_as_what_it_is(answer: Any, sent: Any) -> None:
    """A cache may be of a class, with slots or as a dataclass: the worker gets its own object, not our note of it."""
    assert repr(given_back(answer)) == repr(sent)
