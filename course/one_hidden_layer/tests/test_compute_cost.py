"""Hidden tests of compute_cost; trusted side."""

from itertools import pairwise

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import shallow

LEAST, MOST = 10.0, 800.0
"""A saturated wrong answer costs -ln of the guard: any guard between 1e-300 and 1e-5 is accepted."""


def _costs(answer, expected):
    compare.number(answer, expected, "the cost", **compare.COST)


def _batch(rng, m=8):
    """Return probabilities away from 0 and 1, and labels with several of both classes."""
    labels = (np.arange(m) % 3 != 1).astype(float)
    return rng.uniform(0.05, 0.95, size=(1, m)), rng.permutation(labels).reshape(1, m)


@values
def test_p1(student):
    """The cost of P1 on the three-example dataset is right."""
    _costs(student.compute_cost(shallow.p1_a2(), shallow.tiny_y()), shallow.P1_COST)


@values
def test_a_coin_flip(student):
    """Saying one half for every example costs what a coin flip costs."""
    half, y = np.full((1, 5), 0.5), np.array([[1.0, 1.0, 0.0, 1.0, 0.0]])
    _costs(student.compute_cost(half, y), shallow.P0_COST)
    compare.holds(abs(student.compute_cost(0.5 * half, y) - shallow.P0_COST) > 1e-3, "the cost depends on what is said")


@values
def test_several_positives(student, rng):
    """The cost of a batch with several examples of both classes is right."""
    a2, y = _batch(rng)
    _costs(student.compute_cost(a2, y), shallow.cost(a2, y))


@values
def test_all_labels_negative(student, rng):
    """The cost is right where every label is 0."""
    a2, _ = _batch(rng)
    y = np.zeros_like(a2)
    _costs(student.compute_cost(a2, y), shallow.cost(a2, y))


@values
def test_all_labels_positive(student, rng):
    """The cost is right where every label is 1."""
    a2, _ = _batch(rng)
    y = np.ones_like(a2)
    _costs(student.compute_cost(a2, y), shallow.cost(a2, y))


@properties
@hint("If every example appeared twice, should the cost change?")
def test_stacking_the_data_twice_changes_nothing(student, rng):
    """The cost is a mean: the same data twice costs the same."""
    a2, y = _batch(rng)
    _costs(student.compute_cost(np.hstack([a2, a2]), np.hstack([y, y])), shallow.cost(a2, y))


@properties
@hint("If somebody swapped the names of the two classes everywhere, should the cost change?")
def test_swapping_the_classes_changes_nothing(student, rng):
    """Neither class is special: swapping the two everywhere costs the same."""
    a2, y = _batch(rng)
    _costs(student.compute_cost(1.0 - a2, 1.0 - y), shallow.cost(a2, y))


@properties
@hint("Should a better prediction cost more or less?")
def test_better_predictions_cost_less(student, rng):
    """Moving every probability towards its label lowers the cost, which stays positive."""
    a2, y = _batch(rng)
    costs = [student.compute_cost(a2 + share * (y - a2), y) for share in (0.0, 0.3, 0.6, 0.9)]
    compare.finite(np.array(costs), "the costs")
    compare.holds(all(left > right > 0 for left, right in pairwise(costs)), "the cost falls")


@properties
@hint("Can you find the cost of the batch from the costs of its examples?")
def test_the_mean_of_pairs(student, rng):
    """The cost of a batch is the mean of what its examples cost, two by two."""
    a2, y = _batch(rng, 10)
    pairs = [student.compute_cost(a2[:, i : i + 2], y[:, i : i + 2]) for i in range(0, 10, 2)]
    compare.finite(np.array(pairs), "the costs")
    _costs(student.compute_cost(a2, y), float(np.mean(pairs)))
    compare.holds(np.ptp(pairs) > 1e-3, "different examples cost differently")


@properties
@hint("Does the order of the examples matter to a mean?")
def test_order_of_the_examples(student, rng):
    """The order in which the examples stand does not matter, as long as each keeps its label."""
    a2, y = _batch(rng)
    _costs(student.compute_cost(a2[:, ::-1].copy(), y[:, ::-1].copy()), shallow.cost(a2, y))


@shapes
def test_one_example(student):
    """One example alone, of either class, has a cost, and it is one number."""
    for label in (1.0, 0.0):
        a2, y = np.array([[0.3]]), np.array([[label]])
        _costs(student.compute_cost(a2, y), shallow.cost(a2, y))


@shapes
def test_two_examples(student):
    """Two examples cost one number too."""
    a2, y = np.array([[0.3, 0.6]]), np.array([[1.0, 0.0]])
    _costs(student.compute_cost(a2, y), shallow.cost(a2, y))


@stability
@hint("What does floating point make of zero times the logarithm of zero?")
def test_saturated_and_right(student):
    """Probabilities of exactly 0 and 1 that are right cost almost nothing, and give no nan."""
    costs = [student.compute_cost(y.copy(), y) for y in (np.ones((1, 3)), np.zeros((1, 3)), np.array([[1.0, 0.0, 1.0]]))]
    for cost in costs:
        compare.number(cost, 0.0, rtol=0, atol=1e-6)


@stability
@hint("What should a network pay that was completely sure and wrong, and can a computer write that down?")
def test_saturated_and_wrong(student):
    """A probability of exactly 0 or 1 that is wrong costs a great deal, but a finite amount."""
    for said, label in ((0.0, 1.0), (1.0, 0.0)):
        cost = student.compute_cost(np.full((1, 2), said), np.full((1, 2), label))
        compare.finite(cost, "the cost")
        compare.holds(LEAST <= cost <= MOST, "the cost is large and finite")


@stability
@hint("Does your protection against extreme probabilities also change ordinary ones?")
def test_guard_leaves_the_other_examples_alone(student):
    """One saturated example does not disturb what the others cost."""
    a2, y = np.array([[1.0, 0.2, 0.0, 0.9]]), np.array([[1.0, 1.0, 0.0, 0.0]])
    compare.number(student.compute_cost(a2, y), (np.log(5.0) + np.log(10.0)) / 4, rtol=0, atol=1e-6)


@purity
def test_inputs_are_left_alone(student, rng):
    """The arrays that are passed in come back unchanged, even where probabilities are extreme."""
    a2, y = _batch(rng)
    a2[0, 0], a2[0, 1] = 0.0, 1.0
    compare.holds(student.call("compute_cost", a2, y).unchanged, "unchanged")
