"""Hidden tests of expose_forward: it is run on right and on wrong versions of deep_forward; trusted side."""

import numpy as np

from autograder.testing.kinds import hint, properties, values
from course.oracles import line_up, passes

UPSTREAM = {"deep_forward": passes.plain_forward}
RIGHT = (
    line_up.forward_with(np.matmul),
    line_up.forward_with(np.dot, extra=True),
    line_up.forward_with(lambda W, A: np.einsum("ij,jk->ik", W, A)),
)


def _mistakes(*names):
    return line_up.wrong("deep_network", *(f"deep_forward__{name}" for name in names))


@values
@hint("Which of your biases are not zero, and which outputs do they reach?")
def test_biases(student, seed):
    """Versions that lose a bias or its sign are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_forward, RIGHT[0], *_mistakes("bias_forgotten", "bias_subtracted"))


@values
@hint("With which activations do you call it?")
def test_activations(student, seed):
    """Versions that bend with the wrong activation are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_forward, RIGHT[1], *_mistakes("always_relu", "always_tanh", "no_activation"))


@values
@hint("How near do two answers have to be before you call them equal?")
def test_outputs(student, seed):
    """Versions with another output layer are exposed, and a right one is not."""
    line_up.tells_apart(
        seed, student.expose_forward, RIGHT[2], *_mistakes("output_layer_left_linear", "relu_on_the_output", "rounded_output")
    )


@values
@hint("Which of the two things that are returned does your test look at?")
def test_caches(student, seed):
    """Versions that answer right and keep the wrong caches are exposed, and a right one is not."""
    line_up.tells_apart(
        seed,
        student.expose_forward,
        RIGHT[1],
        *_mistakes("caches_backwards", "caches_the_output", "no_cache_of_the_last_layer"),
    )


@properties
@hint("How many hidden layers has the network that you try?")
def test_layers(student, seed):
    """Versions that treat one layer differently are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_forward, RIGHT[0], *_mistakes("first_layer_linear", "activates_twice"))
