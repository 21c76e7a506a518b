"""Hidden tests of layer_gradient_norms and backward_signal; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import multiclass

DEEP = [4, 6, 3, 5, 2, 6, 4, 3, 5, 4, 3]


def _signal(rng, layer_dims, m=5):
    """A last dZ, parameters and slopes of a network with these widths."""
    parameters = multiclass.random_parameters(rng, layer_dims)
    slopes = [rng.uniform(0.2, 1.0, (width, m)) for width in layer_dims[1:-1]]
    return rng.standard_normal((layer_dims[-1], m)), parameters, slopes


def _rotation(rng, n):
    """A square matrix that changes no length."""
    return np.linalg.qr(rng.standard_normal((n, n)))[0]


def _numbers(answer, expected, *, rtol=1e-7, atol=0.0):
    """Require a list of exactly these numbers."""
    compare.number(len(answer), len(expected), "how many numbers")
    for layer, (got, want) in enumerate(zip(answer, expected, strict=True), 1):
        compare.number(got, want, f"layer {layer}", rtol=rtol, atol=atol)


# --- layer_gradient_norms


@values
def test_norms_of_a_small_network(student, rng):
    """The norm of each layer's weight gradient is right in a network of three layers."""
    grads = multiclass.random_like(rng, multiclass.random_parameters(rng, [3, 5, 4, 2]))
    _numbers(student.layer_gradient_norms(grads), multiclass.layer_norms(grads))


@values
def test_norms_of_one_layer(student):
    """A single layer gives a single norm."""
    _numbers(student.layer_gradient_norms({"dW1": np.array([[2.0, -3.0, 6.0]]), "db1": np.array([[9.0]])}), [7.0])


@values
@hint("Which comes first, layer 2 or layer 10, and who decides?")
def test_norms_of_twelve_layers_stand_in_order(student, rng):
    """In a network of twelve layers, the norms stand in the order of the layers."""
    grads = multiclass.random_like(rng, multiclass.random_parameters(rng, [*DEEP, 2, 1]))
    _numbers(student.layer_gradient_norms(grads), multiclass.layer_norms(grads))


@values
@hint("In which order does a backward pass fill its dictionary?")
def test_norms_stand_in_order_when_the_last_layer_was_stored_first(student, rng):
    """The first number belongs to layer 1, also when the dictionary was filled from the last layer to the first."""
    grads = multiclass.random_like(rng, multiclass.random_parameters(rng, [3, 6, 2, 4]))
    backwards = dict(reversed(list(grads.items())))
    _numbers(student.layer_gradient_norms(backwards), multiclass.layer_norms(grads))


@properties
@hint("If a gradient grows threefold, or changes its sign, what happens to its length?")
def test_a_norm_grows_with_the_gradient_and_has_no_sign(student, rng):
    """Gradients that are three times as large, with the other sign, have norms three times as large."""
    grads = multiclass.random_like(rng, multiclass.random_parameters(rng, [3, 4, 2]))
    larger = {name: -3 * tensor for name, tensor in grads.items()}
    _numbers(student.layer_gradient_norms(larger), [3 * x for x in multiclass.layer_norms(grads)])


@properties
@hint("Does the length of a weight gradient depend on the biases?")
def test_the_biases_are_not_counted(student, rng):
    """The gradients of the biases change nothing."""
    grads = multiclass.random_like(rng, multiclass.random_parameters(rng, [3, 4, 2]))
    other = {name: 50 * tensor if name.startswith("db") else tensor for name, tensor in grads.items()}
    _numbers(student.layer_gradient_norms(other), multiclass.layer_norms(grads))


@properties
@hint("Four entries of 1 or sixteen: which gradient is longer?")
def test_more_entries_make_a_longer_gradient(student):
    """The norm adds up over the entries: a larger matrix of ones is longer."""
    grads = {"dW1": np.ones((2, 2)), "db1": np.ones((2, 1)), "dW2": np.ones((8, 2)), "db2": np.ones((8, 1))}
    _numbers(student.layer_gradient_norms(grads), [2.0, 4.0])


@stability
@hint("Is a number that is nearly zero the same as zero?")
def test_vanished_gradients_are_still_measured(student):
    """Gradients far below rounding errors of 1 keep their size, and a zero gradient has norm 0."""
    grads = {
        "dW1": np.array([[3e-30, 4e-30]]),
        "db1": np.zeros((1, 1)),
        "dW2": np.zeros((2, 1)),
        "db2": np.zeros((2, 1)),
    }
    _numbers(student.layer_gradient_norms(grads), [5e-30, 0.0])


@purity
def test_norms_leave_the_gradients_alone(student, rng):
    """layer_gradient_norms leaves the gradients as they were."""
    grads = multiclass.random_like(rng, multiclass.random_parameters(rng, [3, 4, 2]))
    compare.holds(student.call("layer_gradient_norms", grads).unchanged, "grads is unchanged")


# --- backward_signal


@values
def test_signal_through_one_hidden_layer(student, rng):
    """The signal is right in a network with one hidden layer."""
    arguments = _signal(rng, [3, 4, 2])
    _numbers(student.backward_signal(*arguments), multiclass.signal_norms(*arguments))


@values
def test_signal_through_ten_layers(student, rng):
    """The signal is right in every layer of a network of ten layers of different widths."""
    arguments = _signal(rng, DEEP)
    _numbers(student.backward_signal(*arguments), multiclass.signal_norms(*arguments))


@values
def test_signal_through_layers_of_one_width(student, rng):
    """The signal is right where all layers are equally wide."""
    arguments = _signal(rng, [4, 4, 4, 4, 4])
    _numbers(student.backward_signal(*arguments), multiclass.signal_norms(*arguments))


@properties
@hint("With a slope of at most a quarter in every layer, how much is left after nine of them?")
def test_a_quarter_is_left_at_every_sigmoid(student, rng):
    """Where every slope is 1/4 and the weights change no length, each layer leaves a quarter of the signal."""
    parameters = {"W1": rng.standard_normal((3, 2)), "b1": np.zeros((3, 1))}
    for layer in range(2, 8):
        parameters[f"W{layer}"], parameters[f"b{layer}"] = _rotation(rng, 3), np.zeros((3, 1))
    dZ = rng.standard_normal((3, 6))
    length = multiclass.norm(dZ)
    wanted = [length / 4 ** (7 - layer) for layer in range(1, 8)]
    _numbers(student.backward_signal(dZ, parameters, [np.full((3, 6), 0.25) for _ in range(6)]), wanted)


@properties
@hint("If a unit is flat for every example, what can the layers before it still hear?")
def test_a_flat_layer_silences_all_layers_before_it(student, rng):
    """Where all slopes of one layer are 0, that layer and those before it hear nothing; those after it hear all."""
    dZ, parameters, slopes = _signal(rng, [2, 3, 4, 3, 2])
    slopes[1] = np.zeros_like(slopes[1])
    wanted = [0.0, 0.0, *multiclass.signal_norms(dZ, parameters, slopes)[2:]]
    _numbers(student.backward_signal(dZ, parameters, slopes), wanted)


@properties
@hint("When the error at the end is ten times as large, how much more does the first layer hear?")
def test_the_signal_grows_with_the_error(student, rng):
    """An error that is ten times as large is heard ten times as loud in every layer."""
    dZ, parameters, slopes = _signal(rng, [3, 4, 5, 2])
    wanted = [10 * x for x in multiclass.signal_norms(dZ, parameters, slopes)]
    _numbers(student.backward_signal(10 * dZ, parameters, slopes), wanted)


@properties
@hint("Which of the things you are given does the signal of layer 1 never pass through?")
def test_the_first_weights_and_the_biases_do_not_matter(student, rng):
    """The first layer's weights and all biases leave the signal as it is."""
    dZ, parameters, slopes = _signal(rng, [3, 4, 5, 2])
    other = {name: 9 * tensor if name == "W1" or name[0] == "b" else tensor for name, tensor in parameters.items()}
    _numbers(student.backward_signal(dZ, other, slopes), multiclass.signal_norms(dZ, parameters, slopes))


@shapes
def test_one_number_for_each_layer(student, rng):
    """There is one number for each layer, for any depth; without a hidden layer, the last layer's signal is all there is."""
    dZ = np.array([[2.0, -1.0], [4.0, 2.0]])
    _numbers(student.backward_signal(dZ, {"W1": np.ones((2, 3)), "b1": np.zeros((2, 1))}, []), [5.0])
    for layer_dims in ([3, 4, 2], [2, 5, 3, 4, 1]):
        answer = student.backward_signal(*_signal(rng, layer_dims))
        compare.number(len(answer), len(layer_dims) - 1, "how many numbers")
        compare.finite(answer)


@stability
@hint("Is a number that is nearly zero the same as zero?")
def test_a_vanished_signal_is_still_measured(student, rng):
    """A signal that has all but vanished is still measured rather than called zero."""
    dZ, parameters, slopes = _signal(rng, [2, 3, 3, 3, 2])
    slopes = [slope * 1e-8 for slope in slopes]
    _numbers(student.backward_signal(dZ, parameters, slopes), multiclass.signal_norms(dZ, parameters, slopes))


@purity
def test_signal_leaves_its_inputs_alone(student, rng):
    """backward_signal leaves the error, the parameters and the slopes as they were."""
    reply = student.call("backward_signal", *_signal(rng, [3, 4, 4, 2]))
    compare.holds(reply.unchanged, "the inputs are unchanged")
