"""The numbers of the three-example dataset, computed again from the definitions in 40-digit arithmetic.

Nothing here is shared with the oracle: matrices are lists of mpmath numbers, the cost is the definition, and gradients are
central differences of that cost at a step so small that their error vanishes at the precision used.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pytest
from mpmath import mp, mpf

from course.oracles import differences, shallow

mp.dps = 40
STEP = mpf(10) ** -12

Matrix = list[list[mpf]]
Network = dict[str, Matrix]

X: Matrix = [[mpf(1), mpf(1) / 2, -mpf(1) / 2], [mpf(3) / 10, mpf(1), -mpf(1) / 10]]
Y: Matrix = [[mpf(1), mpf(0), mpf(0)]]


def exact(rows: list[list[str]]) -> Matrix:
    """Read decimal numbers without a detour through binary ones."""
    return [[mpf(entry) for entry in row] for row in rows]


def p0() -> Network:
    """P0 as the curriculum writes it."""
    return {
        "W1": exact([["0", "0"], ["0", "0"]]),
        "b1": exact([["0"], ["0"]]),
        "W2": exact([["1", "-1"]]),
        "b2": exact([["0"]]),
    }


def p1() -> Network:
    """P1 as the curriculum writes it."""
    return {
        "W1": exact([["0.1", "-0.2"], ["0.4", "0.3"], ["-0.5", "0.6"], ["0.7", "-0.8"]]),
        "b1": exact([["0.1"], ["-0.1"], ["0.2"], ["0"]]),
        "W2": exact([["0.5", "-0.3", "0.8", "-0.6"]]),
        "b2": exact([["0.2"]]),
    }


def probability(network: Network, example: int, squash: Callable[[mpf], mpf]) -> mpf:
    """The network's probability of class 1 for one example."""
    hidden = [
        squash(sum(w * X[j][example] for j, w in enumerate(row)) + bias[0])
        for row, bias in zip(network["W1"], network["b1"], strict=True)
    ]
    z = sum(w * a for w, a in zip(network["W2"][0], hidden, strict=True)) + network["b2"][0][0]
    return 1 / (1 + mp.exp(-z))


def cost(network: Network, squash: Callable[[mpf], mpf] = mp.tanh) -> mpf:
    """The mean cross-entropy."""
    chances = [probability(network, i, squash) for i in range(3)]
    return -sum(mp.log(a) if y == 1 else mp.log(1 - a) for a, y in zip(chances, Y[0], strict=True)) / 3


def slopes(network: Network, squash: Callable[[mpf], mpf] = mp.tanh) -> Network:
    """Central differences of the cost in every entry."""
    result: Network = {}
    for name, matrix in network.items():
        result["d" + name] = [[mpf(0)] * len(row) for row in matrix]
        for i, row in enumerate(matrix):
            for j, entry in enumerate(row):
                row[j] = entry + STEP
                above = cost(network, squash)
                row[j] = entry - STEP
                below = cost(network, squash)
                row[j] = entry
                result["d" + name][i][j] = (above - below) / (2 * STEP)
    return result


def step(network: Network, rate: mpf) -> Network:
    """One step of gradient descent, with gradients by the chain rule an example at a time."""
    width = len(network["W1"])
    after = {name: [list(row) for row in matrix] for name, matrix in network.items()}
    for i in range(3):
        hidden = [mp.tanh(sum(w * X[j][i] for j, w in enumerate(network["W1"][k])) + network["b1"][k][0]) for k in range(width)]
        error = rate * (probability(network, i, mp.tanh) - Y[0][i]) / 3
        after["b2"][0][0] -= error
        for k in range(width):
            after["W2"][0][k] -= error * hidden[k]
            blame = error * network["W2"][0][k] * (1 - hidden[k] ** 2)
            after["b1"][k][0] -= blame
            for j in range(2):
                after["W1"][k][j] -= blame * X[j][i]
    return after


def floats(matrix: Matrix) -> npt.NDArray[np.float64]:
    """The nearest doubles."""
    return np.array([[float(entry) for entry in row] for row in matrix])


def test_dataset_is_the_one_of_the_curriculum() -> None:
    """The oracle's inputs, labels and parameters are the printed ones."""
    np.testing.assert_array_equal(shallow.tiny_x(), floats(X))
    np.testing.assert_array_equal(shallow.tiny_y(), floats(Y))
    for here, there in ((shallow.p0(), p0()), (shallow.p1(), p1())):
        for name in shallow.NAMES:
            np.testing.assert_array_equal(here[name], floats(there[name]))


def test_everything_is_rebuilt_at_each_use() -> None:
    """Spoiling one fixture does not spoil the next."""
    for build in (
        shallow.p0,
        shallow.p1,
        shallow.p0_gradients,
        shallow.p1_gradients,
        shallow.p0_after_a_step,
    ):
        spoilt = build()
        for array in spoilt.values():
            array[...] = 99.0
        assert all(not np.any(array == 99.0) for array in build().values())


def test_p0_cost_and_errors() -> None:
    """The cost of P0 is ln 2, and its output errors are halves."""
    assert float(cost(p0())) == pytest.approx(shallow.P0_COST, rel=1e-15)
    errors = [[probability(p0(), i, mp.tanh) - Y[0][i] for i in range(3)]]
    np.testing.assert_allclose(shallow.p0_dz2(), floats(errors), atol=1e-15)


def test_p0_gradients() -> None:
    """The gradients of P0 are the fractions of the curriculum."""
    expected = slopes(p0())
    for name, value in shallow.p0_gradients().items():
        np.testing.assert_allclose(value, floats(expected[name]), atol=1e-15)


def test_p0_after_a_step() -> None:
    """One step from P0 at a learning rate of 1.2."""
    after = step(p0(), mpf("1.2"))
    for name, value in shallow.p0_after_a_step().items():
        np.testing.assert_allclose(value, floats(after[name]), atol=1e-15)


def test_p1_probabilities_and_cost() -> None:
    """The probabilities of P1 to 12 digits, and its cost to the last bit or nearly."""
    chances = [[probability(p1(), i, mp.tanh) for i in range(3)]]
    np.testing.assert_allclose(shallow.p1_a2(), floats(chances), atol=5.1e-13)
    assert float(cost(p1())) == pytest.approx(shallow.P1_COST, rel=4e-16)


def test_p1_gradients() -> None:
    """The gradients of P1 to 12 digits."""
    expected = slopes(p1())
    for name, value in shallow.p1_gradients().items():
        np.testing.assert_allclose(value, floats(expected[name]), atol=5.1e-13)


def test_p1_with_relu() -> None:
    """The two numbers that the curriculum gives for P1 with ReLU in the hidden layer."""

    def relu(z: mpf) -> mpf:
        return max(z, mpf(0))

    assert float(cost(p1(), relu)) == pytest.approx(0.9155671092707032, rel=4e-16)
    assert float(slopes(p1(), relu)["db2"][0][0]) == pytest.approx(0.243291921407, abs=5.1e-13)


@pytest.mark.parametrize("steps", [1, 10, 100])
def test_training_from_p1(steps: int) -> None:
    """The cost of P1 after some steps, to the six digits of the curriculum."""
    network = p1()
    for _ in range(steps):
        network = step(network, mpf("1.2"))
    assert float(cost(network)) == pytest.approx(shallow.P1_COST_AFTER[steps], abs=5.1e-7)


def test_oracle_trains_as_the_definitions_do() -> None:
    """The oracle's own descent, in doubles, gives every printed cost (1000 steps included)."""
    x, y = shallow.tiny_x(), shallow.tiny_y()
    _, costs = shallow.descend(shallow.p1(), x, y, 1000, 1.2)
    for steps, expected in shallow.P1_COST_AFTER.items():
        assert costs[steps] == pytest.approx(expected, abs=5.1e-7)


def test_oracle_agrees_with_forty_digits() -> None:
    """Forward pass, cost and gradients of the oracle on P1 are right to nearly the last bit."""
    x, y = shallow.tiny_x(), shallow.tiny_y()
    cache = shallow.forward(x, shallow.p1())
    assert shallow.cost(cache["A2"], y) == pytest.approx(float(cost(p1())), rel=1e-15)
    assert shallow.cost_of(shallow.p1(), x, y) == pytest.approx(float(cost(p1())), rel=1e-15)
    expected = slopes(p1())
    for name, value in shallow.gradients(shallow.p1(), x, y).items():
        np.testing.assert_allclose(value, floats(expected[name]), rtol=1e-13, atol=1e-16)


def test_central_differences_agree_with_forty_digits() -> None:
    """The finite differences that hidden tests use are far better than the tolerance of a gradient check."""
    x, y = shallow.tiny_x(), shallow.tiny_y()
    expected = slopes(p1())
    for name, value in differences.gradients(lambda here: shallow.cost_of(here, x, y), shallow.p1()).items():
        assert differences.relative_error(value, floats(expected[name])) < 1e-8


@pytest.mark.parametrize(
    "call",
    [
        lambda: shallow.layer_sizes(None, shallow.tiny_y()),
        lambda: shallow.layer_sizes(shallow.tiny_x(), shallow.tiny_y(), "four"),
        lambda: shallow.initialize_parameters(2, 10**9, 1),
        lambda: shallow.initialize_parameters(2, True, 1),
        lambda: shallow.forward_propagation(shallow.tiny_x(), {"W1": 3}),
        lambda: shallow.forward_propagation(shallow.tiny_x()[0], shallow.p1()),
        lambda: shallow.forward_propagation(shallow.tiny_x().T, shallow.p1()),
        lambda: shallow.compute_cost(np.ones((1, 2)), np.ones((2, 1))),
        lambda: shallow.backward_propagation(shallow.p1(), [], shallow.tiny_x(), shallow.tiny_y()),
        lambda: shallow.update_parameters(shallow.p1(), shallow.p1(), 0.1),
        lambda: shallow.update_parameters(shallow.p1(), shallow.p1_gradients(), "fast"),
    ],
)
def test_odd_values_are_refused(call: Callable[[], object]) -> None:
    """What a student's loop might hand to the judge's functions is refused in one way."""
    with pytest.raises(ValueError, match=r"."):
        call()


def test_students_signatures_agree_with_the_oracle() -> None:
    """The functions that stand in for a student's own give the oracle's answers, nan and infinity included."""
    x, y, parameters = shallow.draw(np.random.default_rng(5), 3, 5, 2, 7)
    a2, cache = shallow.forward_propagation(x, parameters)
    grads = shallow.backward_propagation(parameters, cache, x, y)
    for name, value in shallow.gradients(parameters, x, y).items():
        np.testing.assert_allclose(grads[name], value, rtol=1e-14)
    assert shallow.compute_cost(a2, y) == pytest.approx(shallow.cost_of(parameters, x, y), rel=1e-13)
    moved = shallow.update_parameters(parameters, grads, 0.5)
    assert shallow.cost_of(moved, x, y) < shallow.cost_of(parameters, x, y)
    assert shallow.layer_sizes(x, y) == (3, 4, 2)
    assert not np.isfinite(shallow.compute_cost(np.full((1, 2), np.nan), np.ones((1, 2))))
    assert np.isfinite(shallow.compute_cost(np.zeros((1, 2)), np.ones((1, 2))))
    first, second = (shallow.initialize_parameters(3, 5, 2, rng=object()) for _ in range(2))
    np.testing.assert_array_equal(first["W1"], second["W1"])
