"""Hidden tests of count_parameters; trusted side."""

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, values
from course.oracles import activations


def _widths(rng, layers):
    """Distinct widths in random order, so that no two layers can be confused."""
    return [int(width) for width in rng.permutation(range(2, 14))[:layers]]


@values
def test_one_neuron(student, rng):
    """A single neuron has one weight for each input, and whatever else it learns."""
    inputs = int(rng.integers(5, 3000))
    compare.number(student.count_parameters([inputs, 1]), inputs + 1, "the count")


@values
def test_one_layer_of_several_neurons(student, rng):
    """One layer of several neurons is counted right."""
    inputs, neurons = int(rng.integers(20, 900)), int(rng.integers(2, 9))
    compare.number(student.count_parameters([inputs, neurons]), neurons * (inputs + 1), "the count")


@values
def test_two_hidden_layers(student, rng):
    """The network of the lesson, with two hidden layers, is counted right for any number of inputs."""
    inputs = int(rng.integers(4, 60))
    compare.number(student.count_parameters([inputs, 3, 2, 1]), 3 * inputs + 14, "the count")


@values
def test_unequal_widths(student, rng):
    """A network whose layers all differ in width is counted right."""
    widths = _widths(rng, 5)
    compare.number(student.count_parameters(widths), activations.count_parameters(widths), "the count")


@properties
@hint("One more input feature: which layer gets longer rows of weights, and does any other layer notice?")
def test_one_more_input(student, rng):
    """One more input adds one weight to each neuron of the first hidden layer, and nothing else."""
    widths = _widths(rng, 4)
    before = student.count_parameters(widths)
    after = student.count_parameters([widths[0] + 1, *widths[1:]])
    compare.number(after - before, widths[1], "the difference")


@properties
@hint("One more hidden neuron: how many edges come in, how many go out, and what else does it bring?")
def test_one_more_hidden_neuron(student, rng):
    """One more hidden neuron adds its own parameters and one weight to each neuron of the next layer."""
    widths = _widths(rng, 4)
    before = student.count_parameters(widths)
    after = student.count_parameters([*widths[:2], widths[2] + 1, widths[3]])
    compare.number(after - before, widths[1] + 1 + widths[3], "the difference")


@properties
@hint("When a layer is put behind the last one, does any earlier layer change?")
def test_one_more_layer(student, rng):
    """A layer added at the end brings its own parameters and leaves the rest alone."""
    widths = _widths(rng, 5)
    before = student.count_parameters(widths[:-1])
    after = student.count_parameters(widths)
    compare.number(after - before, widths[-1] * (widths[-2] + 1), "the difference")


@shapes
@hint("How many sets of weights lie between the layers, if there are so many layers?")
def test_every_depth(student, rng):
    """Networks of every depth, from one layer to many, are counted with a whole number."""
    for layers in (2, 3, 4, 6, 9):
        widths = _widths(rng, layers)
        compare.number(student.count_parameters(widths), activations.count_parameters(widths), "the count")


@purity
@hint("Is the list of layer sizes still the same after the call?")
def test_the_list_is_left_alone(student, rng):
    """The list of layer sizes comes back unchanged."""
    compare.holds(student.call("count_parameters", _widths(rng, 4)).unchanged, "the list is unchanged")
