"""The words themselves: names keep their case wherever a sentence begins with one."""

from __future__ import annotations

import pytest

from autograder import errors
from autograder.testing.described import kind_of_value
from autograder.testing.returns import Array, Dict, ListOf, Malformed, Number, Numbers, Returns, Truth, Tuple, Whole

AWKWARD = ("n_x", "W1", "lambd", "_x", "a", "an", "item", "what", "value")
FAULTS = tuple(one for one in errors.StudentFault.__subclasses__() if one is not errors.Raised)


def _refusal(spec: Returns, answer: object, name: str) -> str:
    with pytest.raises(Malformed) as caught:
        spec.read(answer, name)
    return caught.value.sentence


@pytest.mark.parametrize("name", AWKWARD)
def test_a_sentence_that_begins_with_a_name_keeps_it(name: str) -> None:
    """Each structure refuses an answer by the name that the exercise gives it."""
    for spec in (Number(), Whole(), Truth(), Array(), Numbers(), Tuple((Number(),)), ListOf(Number()), Dict((name,))):
        for answer in (None, "text", object()):
            assert _refusal(spec, answer, name).startswith(f"{name} is ")
        assert _refusal(spec, None, f"what {name} returned").startswith(f"What {name} returned is None")
    assert _refusal(Tuple((Number(), Number()), (name, "other")), (None, 1), "what f returned").startswith(f"{name} is None")
    assert _refusal(Tuple((Number(), Number())), (None, 1), name).startswith(f"Value 1 of {name} is None")
    assert _refusal(ListOf(Number()), [None], name).startswith(f"Item 0 of {name} is None")
    assert _refusal(Numbers(), [None], name).startswith(f"An entry of {name} is None")
    assert _refusal(Dict((name,)), {name: None}, name).startswith(f"{name}[{name!r}] is None")


@pytest.mark.parametrize("name", AWKWARD)
def test_a_fault_begins_with_the_function_as_it_is_written(name: str) -> None:
    """No sentence of a fault changes a name."""
    for fault in (*(kind(name) for kind in FAULTS), *(errors.Raised(name, kind) for kind in errors.Raised.KINDS)):
        assert fault.sentence.startswith(f"{name} ") and fault.sentence[-1] in ".?!"


def test_no_kind_of_value_repeats_what_a_student_called_it() -> None:
    """Only names of a closed list are put into words."""

    class Named:
        _type_name = "secret_number_42"

    assert kind_of_value(Named()) == "some other object"
