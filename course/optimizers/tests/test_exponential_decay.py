"""Hidden tests of exponential_decay; trusted side."""

import math
from itertools import pairwise

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, shapes, stability, values
from course.oracles import optimizers


@values
@hint("Which epochs apart from 0 could tell an exponential from another curve that falls?")
def test_some_epochs(student):
    """The rate is right in an early, a later and a late epoch."""
    epochs = (1, 2, 10, 45)
    for t, rate in zip(epochs, [student.exponential_decay(0.3, 0.08, t) for t in epochs], strict=True):
        compare.number(rate, optimizers.decayed(0.3, 0.08, t))


@properties
@hint("How much has decayed before the first epoch?")
def test_epoch_zero(student, rng):
    """In epoch 0 the rate is the one to begin with."""
    start = float(rng.uniform(0.01, 2.0))
    compare.number(student.exponential_decay(start, 0.4, 0), start)


@values
def test_any_setting(student, rng):
    """The rate is right for other starts, decay rates and epochs."""
    for _ in range(4):
        start, k, t = float(rng.uniform(0.001, 3.0)), float(rng.uniform(0.01, 0.9)), int(rng.integers(1, 15))
        compare.number(student.exponential_decay(start, k, t), optimizers.decayed(start, k, t))


@values
def test_a_small_rate(student, rng):
    """A rate that is small to begin with decays like any other."""
    start, k = float(rng.uniform(0.0005, 0.004)), float(rng.uniform(0.02, 0.3))
    compare.number(student.exponential_decay(start, k, 6), optimizers.decayed(start, k, 6))


@values
def test_the_first_epochs(student, rng):
    """The rate is right in each of the first epochs."""
    start, k = float(rng.uniform(0.1, 0.9)), float(rng.uniform(0.05, 0.4))
    for t in range(1, 6):
        compare.number(student.exponential_decay(start, k, t), optimizers.decayed(start, k, t))


@shapes
def test_a_decay_rate_above_one(student):
    """A decay rate above one makes the rate fall very fast."""
    compare.number(student.exponential_decay(0.8, 1.7, 3), optimizers.decayed(0.8, 1.7, 3))


@properties
@hint("By which factor does the rate change from one epoch to the next, early and late?")
def test_every_epoch_the_same_factor(student, rng):
    """From any epoch to the next, the rate shrinks by the same factor."""
    k = float(rng.uniform(0.1, 0.9))
    rates = [student.exponential_decay(0.5, k, t) for t in range(5)]
    for rate in rates:
        compare.holds(0.0 < rate <= 0.5, "a rate between 0 and the start", rates)
    for before, after in pairwise(rates):
        compare.number(after / before, math.exp(-k), "the factor of an epoch")


@properties
@hint("With k = ln 2 / 8, what should eight epochs do to the rate?")
def test_half_life(student):
    """After a half-life, half of the rate is left; after two, a quarter."""
    k = math.log(2.0) / 8.0
    compare.number(student.exponential_decay(0.4, k, 8), 0.2)
    compare.number(student.exponential_decay(0.4, k, 16), 0.1)


@properties
@hint("What should a decay rate of zero do?")
def test_no_decay(student):
    """With a decay rate of 0 the rate stays for ever."""
    compare.number(student.exponential_decay(0.25, 0.0, 40), 0.25)


@properties
@hint("Twice the start: what happens to the rate in every epoch?")
def test_proportional_to_the_start(student, rng):
    """Ten times the rate to begin with is ten times the rate in every epoch."""
    k, t = float(rng.uniform(0.05, 0.5)), int(rng.integers(2, 9))
    rate = student.exponential_decay(0.07, k, t)
    compare.holds(0.0 < rate < 0.07, "the rate has fallen", rate)
    compare.number(student.exponential_decay(0.7, k, t), 10.0 * rate)


@properties
@hint("Do k and t matter apart from their product?")
def test_only_the_product_matters(student, rng):
    """Half the decay rate for twice as many epochs comes to the same."""
    k = float(rng.uniform(0.1, 0.6))
    rate = student.exponential_decay(0.9, k, 3)
    compare.holds(0.0 < rate < 0.9, "the rate has fallen", rate)
    compare.number(student.exponential_decay(0.9, k / 2.0, 6), rate)


@shapes
def test_whole_numbers_are_welcome(student):
    """Settings that are whole numbers give a rate with a fraction."""
    compare.number(student.exponential_decay(2, 1, 1), optimizers.decayed(2.0, 1.0, 1.0))


@stability
@hint("What is the rate after a very long training?")
def test_a_very_long_training(student):
    """After a very long training the rate is as good as zero, and still a number."""
    compare.number(student.exponential_decay(0.1, 0.5, 100_000), 0.0)
