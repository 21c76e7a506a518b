"""Functions that give no answer: the reason is found in the student's own source, and holds nothing of a hidden test."""

from __future__ import annotations

import numpy as np
import pytest

from .conftest import Grade, notes

NUMPY = np.__version__.partition(".")[0]
RELU = "def relu(z):\n    {}\ndef relu_derivative(z):\n    return (z > 0) * 1.0"

SAID = {
    "return np.maximum(z, zeroes)": "relu uses the name zeroes, which is defined nowhere. "
    "Line 2 of your cell of relu: return np.maximum(z, zeroes)",
    "return helper_of_mine(z)": "relu uses the name helper_of_mine, which is defined nowhere; you defined helperOfMine.",
    "return hidden_inside(z)": "relu uses the name hidden_inside, which is defined nowhere (inside outer there is one",
    "return z * (z > 0).astype(np.float)": f"relu uses np.float, which does not exist in NumPy {NUMPY}.",
    "return np.linalg.nrom(z)": f"relu uses np.linalg.nrom, which does not exist in NumPy {NUMPY}.",
    "total += z\n    return total": "relu uses the name total before it has a value. Line 2 of your cell of relu: total += z",
    "import torch\n    return torch.relu(z)": "relu imports torch, which is not there while grading. Line 2",
    "assert z.ndim == 17, z\n    return z": "relu stopped: an assert of your own failed: "
    "line 2 of your cell of relu: assert z.ndim == 17, z",
    "return checked(z)": "relu stopped: an assert of your own failed: "
    "line 5 of your own cell 1: def checked(z): assert z.ndim == 17",
    "assert z.ndim\n    assert z.ndim == 17\n    return z": "relu stopped: one of your own asserts failed: "
    "line 2 of your cell of relu: assert z.ndim; line 3 of your cell of relu: assert z.ndim == 17",
    "return cached(z)": "relu stopped with a TypeError: @lru_cache looks answers up by the arguments, "
    "which arrays do not allow (unhashable type: numpy.ndarray). Line 6 of your own cell 1",
    "raise ValueError(z)": "relu stopped with a ValueError.",
    "return z.no_such_thing": "relu stopped with an AttributeError.",
}
OWN = """def helperOfMine(z): return z
def outer(z):
    hidden_inside = abs
    return hidden_inside(z)
def checked(z): assert z.ndim == 17
@__import__('functools').lru_cache
def cached(z): return z"""


@pytest.mark.parametrize("body", SAID)
def test_the_reason_is_read_from_the_source(grade: Grade, body: str) -> None:
    """Each kind of fault names the name, the attribute, the module or the line."""
    result = grade({"relu_solution": RELU.format(body)}, (OWN,))
    assert any(note.startswith(SAID[body]) for note in notes(result, "relu")), notes(result, "relu")


def test_a_cached_function_is_not_said_to_take_other_arguments(grade: Grade) -> None:
    """The call is refused before the first line, and its arguments are right all the same."""
    result = grade({"relu_solution": "from functools import lru_cache\n@lru_cache(None)\n" + RELU.format("return z * (z > 0)")})
    assert any("unhashable type" in note for note in notes(result, "relu"))
    assert not any("does not take the arguments" in note for note in notes(result, "relu"))


def test_a_name_that_was_given_to_a_number_is_no_function_any_more(grade: Grade) -> None:
    """`relu = relu(2.0)` in a later cell is said to be what it is."""
    result = grade(None, ("relu = 3.0",), at="relu")
    assert "relu is no function once all cells have run: does a later line give its name to something else?" in notes(
        result, "relu"
    )


@pytest.mark.parametrize("name", ["ReLU", "relu_", "Relu"])
def test_a_function_by_another_name_is_named(grade: Grade, name: str) -> None:
    """Other capitals and a slip of the finger are told from a function that is not there."""
    text = RELU.format("return z * (z > 0)").replace("def relu(", f"def {name}(")
    assert f"relu is not defined; you defined {name}: the names must agree letter for letter." in notes(
        grade({"relu_solution": text}), "relu"
    )


def test_a_function_that_is_indented_too_far_is_found(grade: Grade) -> None:
    """A `def` that slipped into the function above it."""
    text = "def relu_derivative(z):\n    return (z > 0) * 1.0\n    def relu(z):\n        return z"
    said = "relu is defined only inside relu_derivative: is its first line indented too far?"
    assert said in notes(grade({"relu_solution": text}), "relu")


def test_names_that_may_come_from_elsewhere_are_not_said_to_be_nowhere(grade: Grade) -> None:
    """Where a cell can define names that its text does not show, only the kind of the fault is said."""
    text = "from math import *\n" + RELU.format("return unheard_of(z)")
    assert notes(grade({"relu_solution": text}), "relu") == {"relu stopped with a NameError."}


def test_no_note_depends_on_what_a_hidden_test_passed_in(grade: Grade) -> None:
    """A function that chooses its assert, its class or its exception by its input tells nothing by it."""
    asserts = "\n    ".join(f"assert np.sum(z) * 997 % 40 > {n}" for n in range(40))
    one = notes(grade({"relu_solution": RELU.format(f"{asserts}\n    return z")}), "relu")
    assert len([note for note in one if note.startswith("relu stopped: one of your own asserts failed")]) == 1
    named = "return type('x' + str(abs(hash(z.tobytes()))), (), {})()"
    assert "What relu returned is some other object; a NumPy array of numbers is needed." in notes(
        grade({"relu_solution": RELU.format(named)}), "relu"
    )
    raising = "raise type('x' + str(abs(hash(z.tobytes()))), (AttributeError,), {})(z)"
    assert notes(grade({"relu_solution": RELU.format(raising)}), "relu") == {"relu stopped with an AttributeError."}


@pytest.mark.parametrize(
    ("value", "words"),
    {
        "np.ma.masked_array(z, mask=z < 0)": "a masked array", "bytearray(z.tobytes())": "bytes",
        "z.astype(object)": "an array of objects or texts", "np.maximum": "a NumPy function (are its parentheses missing?)",
        "z.sum": "a function (are its parentheses missing?)", "map(abs, z)": "a map (it has not been run through yet)",
        "list(z)": "a list", "None": "None (does every path through the function end in a return?)",
    }.items(),
)  # fmt: skip
def test_what_is_no_array_is_named(grade: Grade, value: str, words: str) -> None:
    """The kind of the value is one of a closed list, in words."""
    said = notes(grade({"relu_solution": RELU.format(f"return {value}")}), "relu")
    assert any(note.startswith(f"What relu returned is {words}") for note in said), said


def test_every_note_is_one_short_line(grade: Grade) -> None:
    """A student's line of any length is cut."""
    long = "return " + " + ".join(f"undefined_name_number_{n}" for n in range(400))
    for note in notes(grade({"relu_solution": RELU.format(long)}), "relu"):
        assert len(note) <= 300 and "\n" not in note
