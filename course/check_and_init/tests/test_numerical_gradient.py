"""Hidden tests of numerical_gradient; trusted side."""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import (
    hint,
    properties,
    purity,
    shapes,
    stability,
    values,
)
from course.oracles import checking
from course.oracles.checking import Probe


def _sum_of_squares(t):
    return float(np.sum(t * t))


@values
@hint("On paper, what is the slope of a square, and what does your function say about it?")
def test_sum_of_squares(student, rng):
    """The gradient of a sum of squares is right."""
    theta = rng.uniform(0.5, 2.0, (2, 3))
    compare.close(
        student.numerical_gradient(Probe(_sum_of_squares, (2, 3)), theta, 1e-4),
        2.0 * theta,
        atol=1e-7,
    )


@values
@hint("How many sides of the point does your formula look at, and how far apart are its two points?")
def test_cubic_shows_a_central_difference(student, rng):
    """A coarse step gives a cubic exactly the error of the central difference."""
    theta = rng.uniform(-1.5, 1.5, (4, 1))
    f = Probe(lambda t: float(np.sum(t**3)), (4, 1))
    compare.close(
        student.numerical_gradient(f, theta, 0.01),
        3.0 * theta**2 + 1e-4,
        rtol=1e-9,
        atol=1e-10,
    )


@values
@hint("While one entry is moved, what values do all the other entries have?")
def test_product(student, rng):
    """In a product, the slope of one entry is the product of the others as they were."""
    theta = rng.uniform(1.0, 2.0, (5,))
    others = np.array([np.prod(np.delete(theta, k)) for k in range(5)])
    f = Probe(lambda t: float(np.prod(t)), (5,))
    compare.close(student.numerical_gradient(f, theta, 0.25), others, rtol=1e-9)


@values
def test_quadratic_form(student, rng):
    """The gradient of a function that mixes all entries is right."""
    matrix = rng.uniform(-1.0, 1.0, (4, 4))
    theta = rng.uniform(-1.0, 1.0, (4, 1))
    f = Probe(lambda t: float((t.T @ matrix @ t)[0, 0]), (4, 1))
    compare.close(
        student.numerical_gradient(f, theta, 1e-3),
        (matrix + matrix.T) @ theta,
        atol=1e-8,
    )


@values
def test_smooth_function_with_the_default_step(student, rng):
    """With the step left out, a smooth function's gradient is right to many digits."""
    theta = rng.uniform(-1.0, 1.0, (2, 3))
    weights = np.array([[1.0, 2.0, 3.0], [-1.0, 0.5, 4.0]])
    f = Probe(lambda t: float(np.sum(weights * np.exp(t)) + np.sin(t[0, 1])), (2, 3))
    expected = weights * np.exp(theta)
    expected[0, 1] += np.cos(theta[0, 1])
    compare.gradient(student.numerical_gradient(f, theta), expected, tolerance=1e-7)


@values
def test_cost_of_a_network(student):
    """The gradient of a network's cost is the one that calculus gives."""
    parameters = checking.p1()
    X, Y = checking.tiny()
    f = Probe(lambda W1: checking.cost({**parameters, "W1": W1}, X, Y), (4, 2))
    answer = student.numerical_gradient(f, parameters["W1"], 1e-5)
    compare.gradient(answer, checking.P1_DW1, tolerance=1e-7)


@values
@hint("How far from the point does your function step when it is told how far?")
def test_step_is_the_one_asked_for(student):
    """The step to either side is the epsilon that was passed."""
    f = Probe(lambda t: float(np.sum(t**3)), (1, 2))
    compare.close(
        student.numerical_gradient(f, np.zeros((1, 2)), 0.3),
        np.full((1, 2), 0.3**2),
        rtol=1e-6,
        atol=0.0,
    )


@values
@hint("How far does your function step when nobody says how far, and what does the docstring say?")
def test_step_by_default(student):
    """Without an epsilon, the step is the default one."""
    f = Probe(lambda t: float(np.sum(t**3)), (3,))
    compare.close(
        student.numerical_gradient(f, np.zeros(3)),
        np.full(3, 1e-10),
        rtol=1e-6,
        atol=0.0,
    )


@shapes
@hint("What happens to a small step when it is added to an array that can only hold whole numbers?")
def test_whole_numbers(student):
    """An array of whole numbers has the same slopes as one of floats, fractions included."""
    theta = np.array([[2, 3], [5, 7]])
    f = Probe(lambda t: float(np.prod(t)), (2, 2))
    answer = student.numerical_gradient(f, theta, 1e-3)
    compare.close(answer, np.array([[105.0, 70.0], [42.0, 30.0]]), rtol=1e-7)
    half = Probe(lambda t: float(0.5 * np.sum(t)), (2, 2))
    slopes = student.numerical_gradient(half, np.ones((2, 2), dtype=int), 1e-3)
    compare.close(slopes, np.full((2, 2), 0.5), atol=1e-9)


@properties
@hint("For a straight line, should the size of the step change the slope?")
def test_linear_function_is_exact_for_any_step(student, rng):
    """A linear function has the same slopes whatever the step."""
    slope = rng.uniform(-2.0, 2.0, (3, 2))
    theta = rng.uniform(-1.0, 1.0, (3, 2))
    f = Probe(lambda t: float(np.sum(slope * t)), (3, 2))
    for epsilon in (1e-4, 0.1, 2.0):
        compare.close(student.numerical_gradient(f, theta, epsilon), slope, atol=1e-9)


@properties
@hint("If a function is the same on both sides of a point, which slope should it have there?")
def test_even_function_is_flat_at_zero(student):
    """A function that is symmetric about the point has slope zero there."""
    f = Probe(lambda t: float(np.sum(np.abs(t)) + np.sum(t**4)), (2, 2))
    compare.close(
        student.numerical_gradient(f, np.zeros((2, 2)), 0.1),
        np.zeros((2, 2)),
        atol=1e-12,
    )


@properties
@hint("Does lifting a hill by a metre make it steeper?")
def test_constant_adds_nothing(student, rng):
    """A constant added to the function does not change its gradient."""
    theta = rng.uniform(-1.0, 1.0, (3,))
    f = Probe(lambda t: float(np.sum(t**2) + 10.0), (3,))
    compare.close(student.numerical_gradient(f, theta, 1e-3), 2.0 * theta, atol=1e-8)


@properties
@hint("Print theta in each call of f: how many of its entries differ from the start?")
def test_one_entry_moves_at_a_time(student, rng):
    """The function is only ever asked about points where one entry has moved by the step."""
    theta = rng.uniform(1.0, 2.0, (2, 3))
    f = Probe(_sum_of_squares, (2, 3))
    compare.shape(student.numerical_gradient(f, theta, 0.125), (2, 3))
    moves = [np.abs(point - theta) for point in f.points]
    compare.holds(len(moves) >= 12, "every entry is probed on both sides")
    compare.holds(all(np.count_nonzero(move > 1e-9) <= 1 for move in moves), "one entry at a time")
    compare.holds(all(np.max(move) <= 0.125 + 1e-9 for move in moves), "no further than the step")


@properties
@hint("Which slope belongs to an entry that the function never looks at?")
def test_entries_that_do_not_matter(student, rng):
    """Each slope stands at its own entry, and an entry that the function ignores has slope zero."""
    theta = rng.uniform(0.5, 1.0, (3, 4))
    expected = np.zeros((3, 4))
    expected[2, 1] = 3.0
    f = Probe(lambda t: float(3.0 * t[2, 1]), (3, 4))
    compare.close(student.numerical_gradient(f, theta, 1e-3), expected, atol=1e-9)


@properties
@hint("With half the step, by which factor does your error fall, and by which should it?")
def test_half_the_step_quarters_the_error(student, rng):
    """Half the step leaves a quarter of the error."""
    theta = rng.uniform(0.0, 1.0, (3,))
    f = Probe(lambda t: float(np.sum(np.exp(t))), (3,))
    wide, narrow = (
        student.numerical_gradient(f, theta, 0.02),
        student.numerical_gradient(f, theta, 0.01),
    )
    for answer in (wide, narrow):
        compare.shape(answer, (3,))
        compare.finite(answer)
    compare.close((wide - np.exp(theta)) / 4.0, narrow - np.exp(theta), rtol=1e-3)


@shapes
def test_vector(student):
    """A vector gets a vector of slopes."""
    compare.close(
        student.numerical_gradient(Probe(_sum_of_squares, (4,)), np.ones(4), 1e-3),
        np.full(4, 2.0),
        atol=1e-8,
    )


@shapes
def test_column(student):
    """A column, such as a bias, gets a column of slopes."""
    answer = student.numerical_gradient(Probe(_sum_of_squares, (3, 1)), np.ones((3, 1)), 1e-3)
    compare.close(answer, np.full((3, 1), 2.0), atol=1e-8)


@shapes
def test_three_dimensions(student, rng):
    """An array of three dimensions gets slopes of the same shape."""
    theta = rng.uniform(1.0, 2.0, (2, 3, 2))
    answer = student.numerical_gradient(Probe(_sum_of_squares, (2, 3, 2)), theta, 1e-3)
    compare.close(answer, 2.0 * theta, atol=1e-8)


@shapes
def test_single_entry(student):
    """An array with one entry gets an array with one slope."""
    answer = student.numerical_gradient(Probe(_sum_of_squares, (1, 1)), np.array([[3.0]]), 1e-3)
    compare.close(answer, np.array([[6.0]]), atol=1e-8)


@stability
def test_large_entries(student, rng):
    """Entries in the thousands are as good as small ones."""
    theta = rng.uniform(1e3, 9e3, (2, 2))
    answer = student.numerical_gradient(Probe(_sum_of_squares, (2, 2)), theta, 1e-2)
    compare.close(answer, 2.0 * theta, rtol=1e-5)


@stability
def test_tiny_slopes(student, rng):
    """A function that is nearly flat keeps the digits of its slopes."""
    theta = rng.uniform(1.0, 2.0, (3,))
    f = Probe(lambda t: float(1e-9 * np.sum(t * t)), (3,))
    compare.close(student.numerical_gradient(f, theta, 1e-3), 2e-9 * theta, rtol=1e-6, atol=0.0)


@purity
@hint("Is theta bit for bit the same after the call?")
def test_theta_is_left_alone(student, rng):
    """The array that is passed in comes back unchanged."""
    theta = rng.uniform(-1.0, 1.0, (3, 2))
    reply = student.call("numerical_gradient", Probe(_sum_of_squares, (3, 2)), theta, 1e-3)
    compare.holds(reply.unchanged, "theta is unchanged")
