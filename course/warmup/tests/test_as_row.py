"""Hidden tests of as_row; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values
from course.warmup import oracle


@values
def test_flat_labels(student, rng):
    """Flat labels come back in one row."""
    y = rng.integers(0, 4, size=7).astype(float)
    compare.close(student.as_row(y), oracle.as_row(y), "the row")


@values
def test_column_of_labels(student, rng):
    """A column of labels comes back in one row."""
    y = rng.integers(0, 4, size=(6, 1)).astype(float)
    compare.close(student.as_row(y), oracle.as_row(y), "the row")


@properties
@hint("Is the first label still the first, and is none lost or repeated?")
def test_order_is_kept(student):
    """The labels keep their order, and none is lost."""
    y = np.array([3.0, 1.0, 2.0, 1.0, 0.0])
    compare.close(student.as_row(y), np.array([[3.0, 1.0, 2.0, 1.0, 0.0]]), "the row")


@shapes
@hint("How many axes has your answer, and which of them has length 1?")
def test_one_label(student):
    """A single label makes a row of one."""
    compare.close(student.as_row(np.array([1.0])), np.array([[1.0]]), "the row")
    compare.close(student.as_row(np.array([[0.0]])), np.array([[0.0]]), "the row")


@shapes
@hint("Which dtype has your answer when the labels were whole numbers?")
def test_whole_numbers_become_floats(student, rng):
    """Labels that are whole numbers come back as floats."""
    y = rng.integers(0, 2, size=9)
    compare.close(student.as_row(y), oracle.as_row(y), "the row")


@purity
@hint("Is the array of labels still the same after the call, in shape as well?")
def test_labels_are_left_alone(student, rng):
    """The labels that are passed in come back unchanged."""
    compare.holds(student.call("as_row", rng.integers(0, 2, size=5)).unchanged, "flat labels are unchanged")
    compare.holds(student.call("as_row", rng.uniform(0, 1, size=(4, 1))).unchanged, "a column is unchanged")
