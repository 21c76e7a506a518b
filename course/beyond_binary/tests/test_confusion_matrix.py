"""Hidden tests of confusion_matrix; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values
from course.oracles import multiclass

TRUE = np.array([0, 0, 0, 1, 1, 2, 2, 2, 2])
PRED = np.array([0, 1, 1, 1, 2, 2, 2, 0, 2])


def _guesses(rng, classes=10, m=80):
    """Labels and guesses of which about two thirds are right."""
    y = rng.integers(0, classes, m)
    return y, np.where(rng.uniform(size=m) < 0.65, y, rng.integers(0, classes, m))


@values
def test_a_small_case_counted_by_hand(student):
    """A case with three classes is counted right."""
    counts = student.confusion_matrix(TRUE, PRED, 3)
    compare.close(counts, np.array([[1, 2, 0], [0, 1, 1], [1, 0, 3]]), kinds=compare.ANY_NUMBER)


@values
def test_ten_classes(student, rng):
    """A case with ten classes is counted right."""
    y, guess = _guesses(rng)
    compare.close(student.confusion_matrix(y, guess, 10), multiclass.confusion(y, guess, 10), kinds=compare.ANY_NUMBER)


@values
def test_a_single_mistake(student):
    """A single mistake stands alone in the row of the truth and the column of the guess."""
    counts = student.confusion_matrix(np.array([0, 1, 2]), np.array([0, 1, 0]), 3)
    compare.close(counts, np.array([[1, 0, 0], [0, 1, 0], [1, 0, 0]]), kinds=compare.ANY_NUMBER)


@properties
@hint("When the same mistake is made twice, does the count know?")
def test_a_repeated_mistake_counts_every_time(student):
    """The same mistake, made many times, is counted every time."""
    y, guess = np.array([1, 1, 1, 0, 1, 1, 1, 1]), np.zeros(8, int)
    counts = student.confusion_matrix(y, guess, 2)
    compare.close(counts, np.array([[1, 0], [7, 0]]), kinds=compare.ANY_NUMBER)


@properties
@hint("If truth and guess change places, what happens to rows and columns?")
def test_swapping_truth_and_guess_transposes(student, rng):
    """When truth and guess change places, rows and columns change places."""
    y, guess = _guesses(rng, 4, 30)
    want = multiclass.confusion(y, guess, 4).T
    compare.close(student.confusion_matrix(guess, y, 4), want, kinds=compare.ANY_NUMBER)


@properties
@hint("Add up a whole row: what have you counted?")
def test_every_example_is_counted_once(student, rng):
    """A row adds up to the examples of its class, and the whole table to all of them."""
    y, guess = _guesses(rng, 5, 60)
    counts = student.confusion_matrix(y, guess, 5)
    compare.shape(counts, (5, 5))
    compare.finite(counts)
    compare.close(np.sum(counts, axis=1, dtype=float), np.array([float(np.sum(y == k)) for k in range(5)]), "row sums")


@properties
@hint("Where in the table do the right answers stand?")
def test_right_answers_stand_on_the_diagonal(student):
    """When every guess is right, only the diagonal is filled, with the size of each class."""
    y = np.array([0, 3, 1, 1, 3, 3, 0, 2, 3])
    compare.close(student.confusion_matrix(y, y, 4), np.diag([2, 2, 1, 4]), kinds=compare.ANY_NUMBER)


@properties
@hint("Does a count depend on the order in which things are counted?")
def test_the_order_of_the_examples_is_nothing(student, rng):
    """The same examples in another order give the same table."""
    order = rng.permutation(len(TRUE))
    counts = student.confusion_matrix(TRUE[order], PRED[order], 3)
    compare.close(counts, multiclass.confusion(TRUE, PRED, 3), kinds=compare.ANY_NUMBER)


@shapes
def test_one_row_and_one_column_for_each_class(student):
    """The table is as large as the number of classes, also when some are never guessed."""
    compare.shape(student.confusion_matrix(TRUE, PRED, 3), (3, 3))
    compare.shape(student.confusion_matrix(np.arange(6), np.full(6, 2), 6), (6, 6))


@shapes
def test_classes_that_never_occur_are_zero(student):
    """A class that never occurs has zeros in its row and its column, also beside a single example."""
    for y, guess in ((np.array([1, 1, 4]), np.array([4, 1, 4])), (np.array([2]), np.array([0]))):
        compare.close(student.confusion_matrix(y, guess, 7), multiclass.confusion(y, guess, 7), kinds=compare.ANY_NUMBER)


@purity
def test_inputs_are_left_alone(student):
    """The labels and the guesses are left as they were."""
    compare.holds(student.call("confusion_matrix", TRUE, PRED, 3).unchanged, "the labels are unchanged")
