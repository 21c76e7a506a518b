"""Hidden tests of split_train_validation; trusted side."""

import numpy as np

from autograder.sandbox.wire import Rng
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import regularization as oracle


def parts(student, n_x, m, *arguments):
    """Split a tagged data set; return the tags of the training and validation columns, and the pieces themselves."""
    X, Y = oracle.tagged(n_x, m)
    pieces = student.split_train_validation(X, Y, *arguments)
    for piece, rows in zip(pieces, (n_x, 1, n_x, 1), strict=True):
        compare.holds(piece.ndim == 2 and piece.shape[0] == rows, "every piece keeps its rows", piece)
        compare.finite(piece)
        compare.holds(piece.dtype.kind == "f", "numbers stay floats", piece)
    X_train, Y_train, X_val, Y_val = pieces
    for piece in (X_train, X_val):
        of_the_data = np.all(np.isin(piece, X)) and 2 * len(np.unique(piece)) > piece.shape[1]
        compare.holds(of_the_data, "the examples are some of the data's, most of them different", piece)
    compare.holds(X_train.shape[1] == Y_train.shape[1], "as many training examples as labels", pieces)
    compare.holds(X_val.shape[1] == Y_val.shape[1], "as many validation examples as labels", pieces)
    for labels in (Y_train[0], Y_val[0]):
        of_the_data = np.all(np.isin(labels, Y)) and len(np.unique(labels)) > 1
        compare.holds(of_the_data, "the labels are some of the data's, not all the same", labels)
    return Y_train[0], Y_val[0], pieces


def counts(train, val, wanted, m):
    """Require the validation set to hold the wanted number of examples, give or take one, and training the rest."""
    compare.holds(abs(len(val) - wanted) <= 1, "size of the validation set", len(val))
    compare.holds(abs(len(train) - (m - wanted)) <= 1, "size of the training set", len(train))


@values
@hint("How many of the examples should end up on each side?")
def test_sizes(student, seed):
    """The validation set holds the asked share of the examples, the training set the rest."""
    for m, share, wanted in ((50, 0.2, 10), (40, 0.35, 14), (30, 0.7, 21)):
        train, val, _ = parts(student, 3, m, share, Rng(seed))
        counts(train, val, wanted, m)


@stability
@hint("What happens when nobody says how large the validation set should be, or which generator to use?")
def test_defaults(student, seed):
    """Called with the data alone, it sets the default share aside."""
    train, val, _ = parts(student.seeded(seed), 3, 60)
    counts(train, val, 12, 60)


@values
@hint("If you put the two sides together again, what do you get?")
def test_partition(student, seed):
    """Every example is on exactly one side: none is lost, and none is on both."""
    for m in (50, 37):
        train, val, _ = parts(student, 3, m, 0.3, Rng(seed))
        together = np.sort(np.concatenate([train, val]))
        compare.close(together, np.arange(float(m)), "all examples, each once")


@values
@hint("Does example 17 still have label 17?")
def test_pairs(student, seed):
    """Each example keeps its own label, on both sides."""
    _, _, (X_train, Y_train, X_val, Y_val) = parts(student, 3, 45, 0.4, Rng(seed))
    rows = np.arange(3.0).reshape(3, 1)
    compare.close(X_train, 100.0 * Y_train + rows, "the training pairs")
    compare.close(X_val, 100.0 * Y_val + rows, "the validation pairs")


@properties
@hint("If the data came sorted by class, which classes would the validation set hold?")
def test_drawn_from_everywhere(student, seed):
    """The validation examples come from all over the data, without a pattern."""
    m, wanted = 600, 150
    _, val, _ = parts(student, 2, m, 0.25, Rng(seed))
    compare.holds(abs(len(val) - wanted) <= 1, "size of the validation set", len(val))
    sigma = m / np.sqrt(12.0 * wanted)
    compare.holds(abs(np.mean(val) - (m - 1) / 2) < 6.0 * sigma, "centre of the validation examples", val)
    inside = np.sum((val > m / 4) & (val < 3 * m / 4)) / len(val)
    compare.holds(abs(inside - 0.5) < oracle.six_sigma(0.5, wanted), "share from the middle of the data", val)
    steps = np.diff(np.sort(val))
    compare.holds(len(np.unique(steps)) > 2, "no regular pattern", val)


@properties
@hint("Where do the random numbers come from?")
def test_repeatable(student, seed):
    """The same state of the generator gives the same split."""
    first = parts(student, 2, 40, 0.25, Rng(seed))[2]
    second = parts(student, 2, 40, 0.25, Rng(seed))[2]
    for one, other in zip(first, second, strict=True):
        compare.close(one, other, "the same split")


@shapes
def test_shapes(student, seed):
    """Every piece stays two-dimensional, one example a column."""
    for n_x, m in ((4, 20), (1, 10)):
        X, Y = oracle.tagged(n_x, m)
        pieces = student.split_train_validation(X, Y, 0.3, Rng(seed))
        for piece, rows in zip(pieces, (n_x, 1, n_x, 1), strict=True):
            compare.holds(piece.ndim == 2 and piece.shape[0] == rows, "rows of a piece", piece)
        for piece in pieces[2:]:
            compare.holds(piece.shape[1] < m / 2, "columns of the validation set", piece)


@purity
def test_inputs_are_left_alone(student, seed):
    """The data that is passed in comes back unchanged, in its order."""
    X, Y = oracle.tagged(3, 30)
    compare.holds(student.call("split_train_validation", X, Y, 0.2, Rng(seed)).unchanged, "the inputs are unchanged")
