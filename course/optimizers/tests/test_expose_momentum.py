"""Hidden tests of expose_momentum: it is run on right and wrong versions of a step with momentum; trusted side."""

from autograder.testing.kinds import hint, properties, values
from course.oracles import line_up

RIGHT = (
    line_up.momentum_with(lambda v, g, beta: beta * v + (1 - beta) * g),
    line_up.momentum_with(lambda v, g, beta: v + (1 - beta) * (g - v)),
    line_up.momentum_with(lambda v, g, beta: g - beta * (g - v)),
)


def _mistakes(*names):
    return line_up.wrong("optimizers", *(f"update_parameters_with_momentum__{name}" for name in names))


@values
@hint("For which beta would the two shares be alike?")
def test_mixtures(student, seed):
    """Versions that mix velocity and gradient in the wrong shares are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_momentum, RIGHT[0], *_mistakes("classical", "weights_swapped"))


@values
@hint("Is the velocity that you start from zero, and do you look at the one that comes back?")
def test_memories(student, seed):
    """Versions that forget or do not renew the velocity are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_momentum, RIGHT[1], *_mistakes("forgets", "returns_the_old_velocity"))


@values
@hint("Do you look at the parameters after the step?")
def test_steps(student, seed):
    """Versions that take another step are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_momentum, RIGHT[2], *_mistakes("uphill", "no_rate", "moves_by_the_gradient"))


@values
@hint("Do you look at the biases too?")
def test_biases(student, seed):
    """Versions that treat biases differently are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_momentum, RIGHT[0], *_mistakes("biases_stay", "biases_by_plain_descent"))


@properties
@hint("With which rate and which beta do you call it?")
def test_settings(student, seed):
    """Versions that do not use what they are given are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_momentum, RIGHT[1], *_mistakes("beta_always_09", "rate_001_always", "nesterov"))
