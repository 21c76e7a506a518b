"""Hidden tests of expose_l2: it is run on right and on wrong versions of compute_cost_with_l2; trusted side."""

from autograder.testing.kinds import hint, properties, values
from course.oracles import line_up

RIGHT = (
    line_up.cost_with_l2_of(line_up.cost_by_logaddexp),
    line_up.cost_with_l2_of(line_up.cost_by_examples),
    line_up.cost_with_l2_of(line_up.cost_by_product),
)


def _mistakes(*names):
    return line_up.wrong("regularization", *(f"compute_cost_with_l2__{name}" for name in names))


@values
@hint("How large is lambda on your numbers?")
def test_factors(student, seed):
    """Versions with a wrong factor before the penalty are exposed, and a right one is not."""
    line_up.tells_apart(
        seed, student.expose_l2, RIGHT[0], *_mistakes("not_divided", "divided_by_m_alone", "divided_by_2_alone")
    )


@values
@hint("For which weights is a square the number itself?")
def test_norms(student, seed):
    """Versions that do not add up squares are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_l2, RIGHT[1], *_mistakes("absolute_values", "squares_the_sum", "mean_of_squares"))


@values
@hint("How many layers has your network, and are its biases zero?")
def test_layers(student, seed):
    """Versions that count the wrong tensors are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_l2, RIGHT[2], *_mistakes("counts_biases", "last_layer_alone", "first_layer_alone"))


@values
@hint("Which of the two parts does your test see?")
def test_parts(student, seed):
    """Versions that leave out or take off a part of the sum are exposed, and a right one is not."""
    line_up.tells_apart(
        seed, student.expose_l2, RIGHT[0], *_mistakes("penalty_without_cost", "cost_without_penalty", "subtracts")
    )


@properties
@hint("For which lambda is its square lambda itself?")
def test_strengths(student, seed):
    """Versions that use lambda wrongly are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_l2, RIGHT[1], *_mistakes("lambda_squared", "lambda_is_fixed"))
