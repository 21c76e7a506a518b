"""Hidden tests of predict and compute_accuracy; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values
from course.oracles import shallow

UPSTREAM = {"forward_propagation": shallow.forward_propagation}


def _away_from_a_tie(rng, m):
    """Return a network and inputs, none of which is near the border between the classes; both classes occur."""
    while True:
        x, _, parameters = shallow.draw(rng, 3, 5, 1, m, scale=1.0)
        a2 = shallow.forward(x, parameters)["A2"]
        if np.all(np.abs(a2 - 0.5) > 0.01) and 0.2 < np.mean(a2 > 0.5) < 0.8:
            return x, parameters, (a2 > 0.5).astype(float)


@values
def test_predictions(student, rng):
    """Every example gets the class that the network holds more probable."""
    x, parameters, labels = _away_from_a_tie(rng, 40)
    compare.close(student.predict(parameters, x), labels, "the predictions", kinds=compare.ANY_NUMBER)


@values
def test_predictions_of_an_unsure_network(student):
    """Probabilities close to one half are told apart, on both sides."""
    parameters = {"W1": np.array([[0.1]]), "b1": np.zeros((1, 1)), "W2": np.array([[0.2]]), "b2": np.zeros((1, 1))}
    x = np.array([[-0.9, 0.8, 0.7, -0.6]])
    compare.close(student.predict(parameters, x), [[0.0, 1.0, 1.0, 0.0]], "the predictions", kinds=compare.ANY_NUMBER)


@values
def test_accuracy(student):
    """The accuracy of predictions that are partly right is right."""
    predictions, y = np.array([[1.0, 0, 1, 1, 0, 0, 1, 0]]), np.array([[1.0, 1, 1, 0, 0, 0, 1, 1]])
    compare.number(student.compute_accuracy(predictions, y), 62.5)


@values
def test_accuracy_when_all_is_right(student):
    """Predictions that are all right have the highest accuracy there is."""
    y = np.array([[1.0, 0.0, 0.0, 1.0]])
    compare.number(student.compute_accuracy(y.copy(), y), 100.0)


@properties
@hint("How many of the zeros that you predicted were right, and do they count?")
def test_both_classes_count(student, rng):
    """A right 0 counts as much as a right 1: swapping the classes changes nothing."""
    predictions = (rng.permutation(16) < 5).astype(float).reshape(1, 16)
    y = np.concatenate([np.ones(3), np.zeros(13)]).reshape(1, 16)
    expected = 100.0 * sum(int(p == t) for p, t in zip(predictions[0], y[0], strict=True)) / 16
    compare.number(student.compute_accuracy(predictions, y), expected)
    compare.number(student.compute_accuracy(1.0 - predictions, 1.0 - y), expected)


@properties
@hint("If every prediction turned into its opposite, what would become of the accuracy?")
def test_opposite_predictions(student):
    """The opposite predictions are right exactly where these are wrong."""
    predictions, y = np.array([[1.0, 0, 0, 1, 1, 1, 0, 1]]), np.array([[1.0, 1, 0, 1, 0, 1, 0, 1]])
    compare.number(student.compute_accuracy(predictions, y), 75.0)
    compare.number(student.compute_accuracy(1.0 - predictions, y), 25.0)


@properties
@hint("Does the class of one example depend on which other examples stand beside it?")
def test_examples_do_not_see_each_other(student, rng):
    """An example is given the same class among others as in a batch of two."""
    x, parameters, labels = _away_from_a_tie(rng, 8)
    for i in range(0, 8, 2):
        pair = student.predict(parameters, x[:, i : i + 2])
        compare.close(pair, labels[:, i : i + 2], "the predictions", kinds=compare.ANY_NUMBER)


@shapes
def test_shape_of_the_predictions(student, rng):
    """The predictions are one row, with one entry for each example."""
    x, parameters, _ = _away_from_a_tie(rng, 9)
    compare.shape(student.predict(parameters, x), (1, 9), "the predictions")


@shapes
def test_accuracy_of_one_example(student):
    """One example is either right or wrong, and the accuracy is one number."""
    one = np.array([[1.0]])
    compare.number(student.compute_accuracy(one, one.copy()), 100.0)
    compare.number(student.compute_accuracy(one, 1.0 - one), 0.0)


@purity
def test_predict_leaves_its_inputs_alone(student, rng):
    """The parameters and the inputs come back from predict unchanged."""
    x, parameters, _ = _away_from_a_tie(rng, 9)
    compare.holds(student.call("predict", parameters, x).unchanged, "unchanged")


@purity
def test_compute_accuracy_leaves_its_inputs_alone(student):
    """The predictions and the labels come back from compute_accuracy unchanged."""
    predictions, y = np.array([[1.0, 0.0, 1.0, 1.0]]), np.array([[1.0, 1.0, 0.0, 1.0]])
    compare.holds(student.call("compute_accuracy", predictions, y).unchanged, "unchanged")
