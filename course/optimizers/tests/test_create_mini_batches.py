"""Hidden tests of create_mini_batches, on columns that say which example they are; trusted side.

The one test without a generator counts as stability: its answers cannot be repeated, so they must not take part in
looking for a known mistake, which replays the answers of the other kinds.
"""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import optimizers


def numbers(batches, n_x=3):
    """The example numbers in the order in which the mini-batches hold them."""
    for batch_x, _ in batches:
        compare.holds(batch_x.ndim == 2 and batch_x.shape[0] == n_x, "a batch of X has n_x rows", batch_x)
        compare.finite(batch_x, "X of a mini-batch")
    return [number for batch_x, _ in batches for number in optimizers.column_numbers(batch_x)]


def order(batches, m):
    """The example numbers of batches that hold the examples 1 to m, most of them: made-up numbers have no order."""
    found = numbers(batches)
    compare.holds(set(found) <= {float(k) for k in range(1, m + 1)}, "every column is an example", found)
    compare.holds(2 * len(set(found)) > m, "most examples are there", found)
    return found


def cut(student, m, batch_size, seed):
    """The mini-batches of m tagged columns."""
    x, y = optimizers.tagged(m)
    return student.create_mini_batches(x, y, batch_size, Rng(seed))


def check_sizes(student, m, batch_size, seed):
    """Every mini-batch has the columns that counting gives, in X and in Y."""
    batches = cut(student, m, batch_size, seed)
    expected = optimizers.sizes(m, batch_size)
    compare.holds(len(batches) == len(expected), "number of mini-batches", batches)
    for (batch_x, batch_y), size in zip(batches, expected, strict=True):
        compare.shape(batch_x, (3, size), "X of a mini-batch")
        compare.shape(batch_y, (1, size), "Y of a mini-batch")
        check_columns(batch_x)
        compare.holds(np.all((batch_y > 5000.0) & (batch_y <= 5000.0 + m)), "Y of a mini-batch holds labels", batch_y)


def check_columns(batch_x):
    """Every column is one of the tagged examples: the right number of made-up columns is no mini-batch."""
    columns = np.asarray(batch_x, dtype=float)
    known = columns[:1] + 1000.0 * np.arange(len(columns))[:, None]
    compare.holds(np.all(columns == known) and np.all(columns[:1] >= 1), "the columns are examples", batch_x)
    compare.holds(columns.shape[1] < 2 or np.ptp(columns[:1]) > 0, "the columns are several examples", batch_x)


def check_partition(student, m, batch_size, seed):
    """Every example is there exactly once, and has its label."""
    batches = cut(student, m, batch_size, seed)
    found = numbers(batches)
    compare.close(np.array(sorted(found)), np.arange(1.0, m + 1.0), "the examples of one epoch")
    check_labels(batches)


def check_labels(batches):
    """In every mini-batch of tagged columns, label i belongs to column i."""
    compare.holds(len(batches) > 0, "there are mini-batches", batches)
    for batch_x, batch_y in batches:
        compare.holds(batch_x.ndim == 2 and len(batch_x) == 3, "a batch of X has n_x rows", batch_x)
        # of what is infinite or huge, 5000 more is the same
        compare.holds(np.all((batch_x >= 1.0) & (batch_x < 5000.0)), "the columns are examples", batch_x)
        compare.close(batch_y, batch_x[:1] + 5000.0, "Y of a mini-batch", kinds="f")


@values
@hint("With twelve examples and a batch size of four, how many mini-batches are there?")
def test_a_size_that_divides_the_examples(student, seed):
    """When the batch size divides the number of examples, all mini-batches are full and none is empty."""
    check_sizes(student, 24, 6, seed)


@values
@hint("Add up the columns of all your mini-batches: is every example still there?")
def test_the_last_batch_holds_what_is_left(student, seed):
    """When the batch size does not divide the number of examples, the last mini-batch holds what is left."""
    check_sizes(student, 29, 8, seed)


@values
@hint("What should one epoch look like when all the examples fit into one mini-batch?")
def test_fewer_examples_than_the_batch_size(student, seed):
    """Fewer examples than the batch size make one mini-batch of all of them."""
    check_sizes(student, 5, 16, seed)
    check_sizes(student, 21, 16, seed)  # with more, it is not all of them


@values
def test_exactly_one_batch(student, seed):
    """As many examples as the batch size make exactly one mini-batch."""
    check_sizes(student, 16, 16, seed)
    check_sizes(student, 32, 16, seed)  # twice as many do not


@values
def test_single_examples(student, seed):
    """A batch size of one gives every example a mini-batch of its own."""
    check_sizes(student, 7, 1, seed)


@values
def test_the_batch_size_is_the_callers(student, seed, rng):
    """Any batch size the caller asks for is used."""
    batch_size = int(rng.integers(9, 14))
    check_sizes(student, 4 * batch_size + int(rng.integers(1, 9)), batch_size, seed)


@values
@hint("Does each example appear exactly once per epoch, and its label with it?")
def test_every_example_once(student, seed):
    """One epoch holds every example exactly once, with its label."""
    check_partition(student, 30, 10, seed)


@values
@hint("Which examples went into your last mini-batch, did another one have them already, and are their labels theirs?")
def test_every_example_once_with_a_remainder(student, seed):
    """One epoch holds every example exactly once, with its label, also when the last mini-batch is smaller."""
    check_partition(student, 43, 8, seed)


@values
@hint("Does column i of a mini-batch of X still own label i?")
def test_labels_stay_with_their_examples(student, seed):
    """Every label is still with its example."""
    check_labels(cut(student, 32, 8, seed))


@values
@hint("Does column i of a mini-batch of X still own label i, in the last mini-batch, too?")
def test_labels_stay_in_the_last_batch(student, seed):
    """Every label is still with its example when the last mini-batch is smaller."""
    check_labels(cut(student, 39, 8, seed))


@values
@hint("Does each example still own its label?")
def test_labels_stay_when_examples_come_singly(student, seed):
    """Every label is still with its example when each mini-batch holds one."""
    check_labels(cut(student, 11, 1, seed))


@values
@hint("Which axis is examples, and which is features?")
def test_columns_stay_whole(student, seed):
    """An example keeps all its features, each in its own row."""
    batches = cut(student, 37, 8, seed)
    compare.holds(len(batches) > 0, "there are mini-batches", batches)
    for batch_x, _ in batches:
        compare.holds(batch_x.ndim == 2 and len(batch_x) == 3, "a batch of X has n_x rows", batch_x)
        compare.holds(np.all((batch_x[0] >= 1.0) & (batch_x[0] <= 37.0)), "row 0 holds feature 0", batch_x)
        compare.close(batch_x, batch_x[:1] + 1000.0 * np.arange(3.0)[:, None], "X of a mini-batch", kinds="f")


@properties
@hint("Lay the mini-batches of an epoch side by side: is anything left of the order the examples came in?")
def test_the_order_is_shuffled(student, seed):
    """Examples that were neighbours before are not neighbours in the mini-batches."""
    found = order(cut(student, 160, 16, seed), 160)
    compare.holds(len(found) >= 100, "the examples are there", found)
    compare.holds(optimizers.neighbours(found) < 0.25, "few old neighbours", found)


@properties
@hint("Could the last example of X ever come into the first mini-batch?")
def test_shuffled_over_the_whole_set(student, seed):
    """An example can come into any mini-batch, however far away it stood."""
    found = order(cut(student, 160, 16, seed), 160)
    compare.holds(len(found) >= 100, "the examples are there", found)
    compare.holds(optimizers.displacement(found) > 0.18, "examples move far", found)


@properties
@hint("Which examples can ever come into the smaller, last mini-batch?")
def test_the_remainder_is_a_random_sample(student, seed):
    """The last, smaller mini-batch holds examples from everywhere, not just from the end."""
    remainders = []
    for k in range(12):
        found = order(cut(student, 70, 64, seed + k), 70)
        compare.holds(len(found) == 70, "every example is there", found)
        remainders.extend(found[64:])
    compare.holds(np.mean(np.array(remainders) > 64.0) < 0.5, "the remainder comes from everywhere", remainders)


@properties
@hint("Same generator state twice: same batches?")
def test_one_seed_gives_one_epoch(student, seed):
    """The generator that is passed in decides the order: the same state gives the same mini-batches again."""
    once, again = (order(cut(student, 60, 7, seed), 60) for _ in range(2))
    compare.close(np.array(again), np.array(once), "the second epoch")


@properties
@hint("Are two epochs meant to use the same mini-batches?")
def test_another_seed_gives_another_epoch(student, seed):
    """Another generator gives another order."""
    once, again = order(cut(student, 60, 7, seed), 60), order(cut(student, 60, 7, seed + 1), 60)
    compare.holds(once != again, "two epochs differ", again)


@shapes
@hint("How many dimensions has Y when it goes in?")
def test_two_dimensions(student, seed):
    """Mini-batches of X and of Y have two dimensions, also with one feature and one example."""
    x, y = optimizers.tagged(1, 1)
    batches = student.create_mini_batches(x, y, 1, Rng(seed))
    compare.holds(len(batches) == 1, "one mini-batch", batches)
    compare.close(batches[0][0], x, "X of the mini-batch")
    compare.close(batches[0][1], y, "Y of the mini-batch")


@shapes
@hint("Where does your code take the number of examples from?")
def test_more_features_than_examples(student, seed):
    """Nothing changes when there are more features than examples."""
    x, y = optimizers.tagged(5, 9)
    batches = student.create_mini_batches(x, y, 2, Rng(seed))
    compare.holds(len(batches) == 3, "number of mini-batches", batches)
    for (batch_x, batch_y), size in zip(batches, (2, 2, 1), strict=True):
        compare.shape(batch_x, (9, size), "X of a mini-batch")
        compare.shape(batch_y, (1, size), "Y of a mini-batch")
        check_columns(batch_x)


@shapes
def test_numbers_with_a_fraction_survive(student, seed):
    """Features keep their fractions."""
    x, y = optimizers.tagged(9)
    batches = student.create_mini_batches(x / 7.0, y, 4, Rng(seed))
    found = np.array(sorted(numbers(batches)))
    compare.close(found, np.arange(1.0, 10.0) / 7.0, "the first feature")


@stability
@hint("Call it twice without a generator: what do you expect of the second call?")
def test_without_a_generator(student):
    """Without a generator, two epochs are shuffled differently."""
    x, y = optimizers.tagged(60)
    once, again = (numbers(student.create_mini_batches(x, y, 7)) for _ in range(2))
    compare.holds(len(once) == 60 and len(again) == 60, "every example is there", once)
    compare.holds(once != again, "two epochs differ", again)
    compare.holds(optimizers.neighbours(once) < 0.4, "few old neighbours", once)


@purity
def test_inputs_are_left_alone(student, seed):
    """The arrays that are passed in come back unchanged."""
    x, y = optimizers.tagged(40)
    compare.holds(student.call("create_mini_batches", x, y, 16, Rng(seed)).unchanged, "the inputs are unchanged")
