"""Hidden tests of expose_cost: it is run on right and on wrong versions of compute_cost; trusted side."""

from autograder.testing.kinds import hint, properties, values
from course.oracles import line_up, shallow

UPSTREAM = {"compute_cost": shallow.compute_cost, "forward_propagation": shallow.forward_propagation}
RIGHT = (
    line_up.cost_by_logaddexp,
    line_up.cost_by_examples,
    line_up.cost_by_product,
)


def _mistakes(*names):
    return line_up.wrong("one_hidden_layer", *(f"compute_cost__{name}" for name in names))


@values
@hint("Does it show on your numbers by how many examples a cost is divided?")
def test_averages(student, seed):
    """Versions that divide by the wrong number are exposed, and a right one is not."""
    line_up.tells_apart(
        seed, student.expose_cost, RIGHT[0], *_mistakes("sums_over_examples", "squared_mean", "twice_the_examples")
    )


@values
@hint("Are there examples of both labels among your numbers?")
def test_halves(student, seed):
    """Versions that look at one half of the labels are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_cost, RIGHT[1], *_mistakes("positives_only", "negatives_only"))


@values
@hint("On which probabilities is a label as surprising as its opposite?")
def test_signs(student, seed):
    """Versions with a turned sign or turned labels are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_cost, RIGHT[2], *_mistakes("no_minus", "labels_reversed"))


@values
@hint("How near do two costs have to be before you call them equal?")
def test_logarithms(student, seed):
    """Versions with another logarithm are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_cost, RIGHT[0], *_mistakes("log2", "log1p"))


@properties
@hint("How many examples does your test look at?")
def test_other_formulas(student, seed):
    """Versions with another formula altogether are exposed, and a right one is not."""
    line_up.tells_apart(seed, student.expose_cost, RIGHT[1], *_mistakes("squared_error", "absolute_error", "last_example"))
