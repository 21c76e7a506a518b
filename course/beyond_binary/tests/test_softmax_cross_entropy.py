"""Hidden tests of softmax, one_hot, cross_entropy and softmax_backward; trusted side."""

import math

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import multiclass


def _scores(rng, classes=4, m=7):
    """Scores with an own level for every example, so that one column's largest score is not the table's."""
    return rng.uniform(-2, 2, (classes, m)) + rng.uniform(-3, 3, (1, m))


def _labels(rng, classes=4, m=7):
    """Labels in which every class occurs, and some more often than others."""
    y = np.concatenate([np.arange(classes), rng.integers(0, 2, m - classes)])
    return rng.permutation(y)


# --- softmax


@values
def test_softmax_of_known_odds(student):
    """Scores that are logarithms of odds become those odds, scaled to add up to 1."""
    Z = np.log(np.array([[3.0, 4.0], [12.0, 2.0], [1.0, 2.0]]))
    compare.close(student.softmax(Z), np.array([[0.1875, 0.5], [0.75, 0.25], [0.0625, 0.25]]))


@values
def test_softmax_of_a_batch(student, rng):
    """The probabilities of a whole batch of scores are right."""
    Z = _scores(rng)
    compare.close(student.softmax(Z), multiclass.softmax(Z))


@values
def test_softmax_of_one_example(student, rng):
    """The probabilities of a single example are right."""
    Z = rng.uniform(-2, 2, (5, 1))
    compare.close(student.softmax(Z), multiclass.softmax(Z))


@properties
@hint("Add up the probabilities of one example: what must they make?")
def test_probabilities_of_an_example_sum_to_one(student, rng):
    """The probabilities of each example add up to 1."""
    P = student.softmax(_scores(rng, 3, 8))
    compare.shape(P, (3, 8))
    compare.finite(P)
    compare.close(np.sum(P, axis=0, dtype=float), np.ones(8))


@properties
@hint("If every score of one example rises by the same amount, which class becomes likelier?")
def test_softmax_ignores_a_common_shift(student, rng):
    """Raising all scores of one example by the same amount changes none of its probabilities."""
    Z = rng.uniform(-1, 1, (4, 6))
    shift = rng.uniform(-5, 5, (1, 6))
    compare.close(student.softmax(Z + shift), multiclass.softmax(Z))


@properties
@hint("Does one example's answer depend on which other examples stand beside it?")
def test_examples_do_not_touch_each_other(student, rng):
    """An example has the same probabilities whatever stands beside it, and wherever."""
    Z = _scores(rng, 3, 5)
    compare.close(student.softmax(Z[:, 2:4]), multiclass.softmax(Z)[:, 2:4], "without the others")
    compare.close(student.softmax(Z[:, ::-1].copy()), multiclass.softmax(Z)[:, ::-1], "in another order")


@properties
@hint("With two classes there is an older friend that does the same job: do the two agree?")
def test_two_classes_are_a_sigmoid(student, rng):
    """With two classes, softmax is the sigmoid of the difference between the scores."""
    Z = rng.uniform(-4, 4, (2, 6))
    first = [1 / (1 + math.exp(b - a)) for a, b in Z.T]
    compare.close(student.softmax(Z), np.array([first, [1 - p for p in first]]))


@shapes
def test_softmax_keeps_the_shape(student, rng):
    """The probabilities have the shape of the scores, in a wide, a tall and a square table."""
    for shape in ((3, 9), (9, 2), (4, 4)):
        compare.shape(student.softmax(rng.uniform(-1, 1, shape)), shape)


@shapes
def test_softmax_of_whole_scores(student):
    """Whole-number scores give fractions too."""
    Z = np.array([[0, 3, -2, 2], [1, 1, 4, 0], [2, -1, 3, 0]])
    compare.close(student.softmax(Z), multiclass.softmax(Z))


@stability
@hint("What is the largest number whose exponential a float can hold, and does that number have to be that large?")
def test_softmax_of_huge_scores(student):
    """Scores in the thousands give neither nan nor infinity."""
    Z = np.array([[1000.0, 5000.0], [1001.0, 0.0], [999.0, 4999.0]])
    compare.close(student.softmax(Z), multiclass.softmax(Z))


@stability
@hint("What is the exponential of a very negative number in floats, and what is it divided by?")
def test_softmax_of_very_negative_scores(student):
    """Scores that are all thousands below zero still give probabilities."""
    Z = np.array([[-2000.0, -900.0], [-2001.0, -900.0], [-2003.0, -901.0]])
    compare.close(student.softmax(Z), multiclass.softmax(Z))


@stability
@hint("Whose largest score should an example be measured from?")
def test_softmax_of_examples_on_different_levels(student):
    """A batch that holds very large and very small scores at once has a right answer for each example."""
    Z = np.array([[2000.0, 0.0, -2000.0, 3.0], [2001.0, 1.0, -2002.0, 5.0], [2000.5, 2.0, -2001.0, 4.0]])
    compare.close(student.softmax(Z), multiclass.softmax(Z))


@purity
def test_softmax_leaves_its_input_alone(student, rng):
    """softmax leaves the scores as they were."""
    compare.holds(student.call("softmax", _scores(rng)).unchanged, "Z is unchanged")


# --- one_hot


@values
def test_one_hot_columns(student, rng):
    """Each column is one example, with its one in the row of its class."""
    y = _labels(rng)
    compare.close(student.one_hot(y, 4), multiclass.one_hot(y, 4), kinds=compare.ANY_NUMBER)


@values
def test_one_hot_when_a_class_is_absent(student):
    """A class that no example belongs to keeps its row, even the last one."""
    y = np.array([1, 3, 3, 0, 1])
    compare.close(student.one_hot(y, 6), multiclass.one_hot(y, 6), kinds=compare.ANY_NUMBER)


@properties
@hint("How many classes does one example belong to?")
def test_one_hot_has_a_single_one(student, rng):
    """Each example has exactly one 1, and it can be read back as the label."""
    y = _labels(rng, 5, 11)
    Y = student.one_hot(y, 5)
    compare.shape(Y, (5, 11))
    compare.finite(Y)
    compare.close(np.sum(Y, axis=0, dtype=float), np.ones(11), "the sum of a column")
    compare.close(np.argmax(Y, axis=0), y, "the row of the one")


@shapes
def test_one_hot_shape(student):
    """The table has one row a class and one column an example, even for a single example."""
    compare.shape(student.one_hot(np.array([2, 0, 1, 1]), 3), (3, 4))
    compare.shape(student.one_hot(np.array([2]), 3), (3, 1))


@purity
def test_one_hot_leaves_its_input_alone(student, rng):
    """one_hot leaves the labels as they were."""
    compare.holds(student.call("one_hot", _labels(rng), 4).unchanged, "y is unchanged")


# --- cross_entropy


@values
def test_cost_of_a_batch(student, rng):
    """The cost of a batch of probabilities is right."""
    y, P = _labels(rng), multiclass.softmax(_scores(rng))
    cost = student.cross_entropy(P, multiclass.one_hot(y, 4))
    compare.number(cost, multiclass.cross_entropy(P, y), rtol=1e-6, atol=1e-6)


@values
def test_cost_of_one_example(student):
    """The cost of one example is right."""
    P = np.array([[0.125], [0.25], [0.625]])
    compare.number(student.cross_entropy(P, np.array([[0.0], [1.0], [0.0]])), math.log(4), rtol=1e-6, atol=1e-6)


@properties
@hint("What does guessing every class alike cost, when there are twice as many classes?")
def test_cost_of_knowing_nothing(student):
    """Equal probabilities cost the logarithm of the number of classes."""
    for classes in (2, 3, 10):
        P = np.full((classes, 6), 1 / classes)
        Y = multiclass.one_hot([0, 1, 1, 0, 1, 0], classes)
        compare.number(student.cross_entropy(P, Y), math.log(classes), rtol=1e-6, atol=1e-6)


@properties
@hint("If every example appeared twice, should the cost change?")
def test_stacking_the_data_twice_changes_nothing(student, rng):
    """The same data twice costs the same."""
    y, P = _labels(rng), multiclass.softmax(_scores(rng))
    Y = multiclass.one_hot(y, 4)
    cost = student.cross_entropy(np.hstack([P, P]), np.hstack([Y, Y]))
    compare.number(cost, multiclass.cross_entropy(P, y), rtol=1e-6, atol=1e-6)


@properties
@hint("Does it matter which of the wrong classes got the rest of the probability?")
def test_only_the_true_class_counts(student):
    """How the rest of the probability is shared among the wrong classes costs nothing."""
    Y = multiclass.one_hot([0, 2], 3)
    even = np.array([[0.5, 0.2], [0.25, 0.2], [0.25, 0.6]])
    uneven = np.array([[0.5, 0.39], [0.49, 0.01], [0.01, 0.6]])
    for P in (even, uneven):
        compare.number(student.cross_entropy(P, Y), -(math.log(0.5) + math.log(0.6)) / 2, rtol=1e-6, atol=1e-6)


@stability
@hint("What is the logarithm of a probability that has been rounded down to exactly 0?")
def test_cost_of_certainty_in_the_wrong_class(student):
    """Being certain of a wrong class costs much, but not infinitely much."""
    certain, truth = multiclass.one_hot([0, 1], 3), multiclass.one_hot([2, 0], 3)
    cost = student.cross_entropy(certain, truth)
    compare.holds(10 <= cost <= 800, "a wrong certainty is dear and finite", cost)


@stability
@hint("What is 0 times the logarithm of 0 in floats?")
def test_cost_of_certainty_in_the_right_class(student):
    """Being certain of the right class costs nothing."""
    compare.number(student.cross_entropy(np.eye(3), np.eye(3)), 0.0, atol=1e-6)


@purity
def test_cost_leaves_its_inputs_alone(student):
    """cross_entropy leaves probabilities and labels as they were, certain ones too."""
    P = np.array([[1.0, 0.0, 0.3, 0.2], [0.0, 1.0, 0.6, 0.2], [0.0, 0.0, 0.1, 0.6]])
    reply = student.call("cross_entropy", P, multiclass.one_hot([0, 0, 1, 2], 3))
    compare.holds(reply.unchanged, "P and Y are unchanged")


# --- softmax_backward


@values
def test_gradient_of_a_batch(student, rng):
    """The gradient by the scores agrees with nudging each score and watching the cost."""
    Z, y = _scores(rng), _labels(rng)
    dZ = student.softmax_backward(multiclass.softmax(Z), multiclass.one_hot(y, 4))
    compare.gradient(dZ, multiclass.score_gradient(Z, y), "dZ")


@values
def test_gradient_of_one_example(student):
    """The gradient of one example is right."""
    dZ = student.softmax_backward(np.array([[0.125], [0.25], [0.625]]), np.array([[0.0], [0.0], [1.0]]))
    compare.close(dZ, np.array([[0.125], [0.25], [-0.375]]), "dZ")


@properties
@hint("A common shift of an example's scores changes no cost: what must its slopes add up to?")
def test_gradients_of_an_example_cancel(student, rng):
    """The slopes of one example cancel, and the true class alone is pulled up."""
    y = _labels(rng)
    dZ = student.softmax_backward(multiclass.softmax(_scores(rng)), multiclass.one_hot(y, 4))
    compare.shape(dZ, (4, 7))
    compare.finite(dZ)
    compare.close(np.sum(dZ, axis=0, dtype=float), np.zeros(7), "the sum of a column")
    compare.holds(np.array_equal(dZ < 0, multiclass.one_hot(y, 4) > 0), "only the true class is pulled up")


@properties
@hint("The cost is a mean: with twice the examples, how much can a single one still move it?")
def test_an_example_counts_half_in_twice_the_data(student, rng):
    """When the data are stacked twice, each example's gradient halves."""
    Z, y = _scores(rng, 3, 5), np.array([0, 2, 1, 1, 0])
    P, Y = multiclass.softmax(Z), multiclass.one_hot(y, 3)
    half = multiclass.score_gradient(Z, y) / 2
    dZ = student.softmax_backward(np.hstack([P, P]), np.hstack([Y, Y]))
    compare.gradient(dZ, np.hstack([half, half]), "dZ")


@properties
@hint("When the guess is already right, which way should the scores move?")
def test_no_gradient_when_right(student):
    """A network that is already right has nothing to change."""
    Y = multiclass.one_hot([2, 0, 1, 1], 3)
    compare.close(student.softmax_backward(Y, Y), np.zeros((3, 4)), "dZ")


@shapes
def test_gradient_shape(student, rng):
    """The gradient has the shape of the scores."""
    for classes, m in ((2, 6), (6, 6), (5, 3)):
        y = rng.integers(0, classes, m)
        P = multiclass.softmax(rng.uniform(-1, 1, (classes, m)))
        compare.shape(student.softmax_backward(P, multiclass.one_hot(y, classes)), (classes, m), "dZ")


@stability
@hint("When the network is certain and wrong, should learning stop, or be at its strongest?")
def test_gradient_of_certainty(student):
    """A certain and wrong network still has a finite gradient that is not zero."""
    dZ = student.softmax_backward(multiclass.one_hot([0, 1], 3), multiclass.one_hot([1, 1], 3))
    compare.close(dZ, np.array([[0.5, 0.0], [-0.5, 0.0], [0.0, 0.0]]), "dZ")


@purity
def test_gradient_leaves_its_inputs_alone(student, rng):
    """softmax_backward leaves probabilities and labels as they were."""
    P, Y = multiclass.softmax(_scores(rng)), multiclass.one_hot(_labels(rng), 4)
    compare.holds(student.call("softmax_backward", P, Y).unchanged, "P and Y are unchanged")
