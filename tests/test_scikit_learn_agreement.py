"""The oracles of networks and optimizers agree with scikit-learn's own cost, gradients, SGD and Adam.

scikit-learn's code was written by others, for another layout, and is used the world over: where an oracle and it give
one number, that number is right. Its conventions differ from the course's in four ways, and every difference is
accounted for exactly here:

- examples are rows, and a layer's weights are (n_in, n_out): the transpose of ours; biases are flat;
- its L2 penalty is on by default: here it is 0;
- its momentum is the classical one, u = beta u - rate dW, W = W + u. Put u = -r v: that is our average v at the rate r
  when its rate is r (1 - beta);
- its Adam divides by sqrt(s) + epsilon and corrects the rate, ours divides by sqrt(s / c) + epsilon, c = 1 - beta2^t.
  Multiplied out, the two are equal when its epsilon is ours times sqrt(c), which changes from step to step.
"""

from __future__ import annotations

import inspect
import math
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from lesson import data
from sklearn.datasets import make_circles, make_moons
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.neural_network._stochastic_optimizers import AdamOptimizer, SGDOptimizer

from course.oracles import datasets, deep, optimizers, shallow

Array = npt.NDArray[np.float64]
Tensors = dict[str, Array]
Case = tuple[Array, Array, Tensors]

EPSILON = 1e-8


def layers_of(parameters: Mapping[str, Array]) -> range:
    return range(1, len(parameters) // 2 + 1)


def network(parameters: Mapping[str, Array], x: Array, y: Array, activation: str) -> MLPClassifier:
    """A classifier that was fitted for one step, so that all is in place, and was then given these parameters."""
    hidden = tuple(len(parameters[f"b{layer}"]) for layer in layers_of(parameters))[:-1]
    model = MLPClassifier(hidden_layer_sizes=hidden, activation=activation, alpha=0.0, random_state=0)
    n_y = y.shape[0]
    labels = np.array([[0.0] * n_y, [1.0] * n_y])
    model.partial_fit(x.T[[0, 0]], labels if n_y > 1 else labels.ravel(), classes=np.arange(n_y) if n_y > 1 else [0.0, 1.0])
    model.coefs_ = [parameters[f"W{layer}"].T.copy() for layer in layers_of(parameters)]
    model.intercepts_ = [parameters[f"b{layer}"].ravel().copy() for layer in layers_of(parameters)]
    return model


def cost_and_gradients(parameters: Mapping[str, Array], x: Array, y: Array, activation: str = "tanh") -> tuple[float, Tensors]:
    """scikit-learn's cost and gradients, in the course's layout."""
    model = network(parameters, x, y, activation)
    many = len(model.coefs_)
    given = {
        "X": x.T,
        "y": y.T,
        "sample_weight": None,
        "activations": [x.T, *(np.empty((x.shape[1], len(bias))) for bias in model.intercepts_)],
        "deltas": [np.empty(0)] * many,
        "coef_grads": [np.empty(0)] * many,
        "intercept_grads": [np.empty(0)] * many,
    }
    wanted = inspect.signature(model._backprop).parameters
    cost, weights, biases = model._backprop(**{name: given[name] for name in wanted})
    found: Tensors = {}
    for layer, weight, bias in zip(layers_of(parameters), weights, biases, strict=True):
        found[f"dW{layer}"], found[f"db{layer}"] = weight.T, bias[:, None]
    return float(cost), found


def same(actual: Mapping[str, Array], expected: Mapping[str, Array], rtol: float = 1e-10, atol: float = 1e-13) -> None:
    assert actual.keys() == expected.keys()
    for name, array in expected.items():
        np.testing.assert_allclose(actual[name], array, rtol=rtol, atol=atol, err_msg=name, strict=True)


def tiny() -> Case:
    return shallow.tiny_x(), shallow.tiny_y(), shallow.p1()


def drawn(seed: int, n_y: int = 1) -> Case:
    return shallow.draw(np.random.default_rng(seed), n_x=3, n_h=5, n_y=n_y, m=7)


CASES = [
    pytest.param(tiny(), id="tiny"),
    pytest.param(drawn(0), id="random"),
    pytest.param(drawn(1, 2), id="two outputs"),
]


# Cost and gradients


@pytest.mark.parametrize("case", CASES)
def test_cost_of_one_hidden_layer(case: Case) -> None:
    x, y, parameters = case
    expected, _ = cost_and_gradients(parameters, x, y)
    assert shallow.cost_of(parameters, x, y) == pytest.approx(expected, rel=1e-12)
    assert shallow.cost(shallow.forward(x, parameters)["A2"], y) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("case", CASES)
def test_gradients_of_one_hidden_layer(case: Case) -> None:
    x, y, parameters = case
    _, expected = cost_and_gradients(parameters, x, y)
    same(shallow.gradients(parameters, x, y), expected)


def test_published_numbers_of_the_tiny_set() -> None:
    cost, found = cost_and_gradients(shallow.p1(), shallow.tiny_x(), shallow.tiny_y())
    assert cost == pytest.approx(shallow.P1_COST, abs=1e-14)
    same(found, shallow.p1_gradients(), rtol=0.0, atol=6e-13)


def test_published_numbers_of_the_tiny_set_with_relu() -> None:
    cost, found = cost_and_gradients(shallow.p1(), shallow.tiny_x(), shallow.tiny_y(), "relu")
    assert cost == pytest.approx(0.9155671087070323, abs=1e-7)
    assert deep.cost(shallow.tiny_x(), shallow.tiny_y(), shallow.p1(), "relu") == pytest.approx(cost, rel=1e-12)
    np.testing.assert_allclose(found["db2"], [[0.243291921407]], atol=6e-13)


def test_published_numbers_of_paper() -> None:
    cost, found = cost_and_gradients(shallow.p0(), shallow.tiny_x(), shallow.tiny_y())
    assert cost == pytest.approx(math.log(2.0), rel=1e-14)
    same(found, shallow.p0_gradients())


@pytest.mark.parametrize("activation", ["relu", "tanh", "sigmoid"])
@pytest.mark.parametrize("dims", [(3, 1), (3, 4, 1), (2, 5, 3, 4, 2)])
def test_cost_and_gradients_of_any_depth(dims: tuple[int, ...], activation: str) -> None:
    case = deep.case(np.random.default_rng(2), dims, 6, activation)
    theirs = "logistic" if activation == "sigmoid" else activation
    cost, found = cost_and_gradients(case.P, case.X, case.Y, theirs)
    assert deep.cost(case.X, case.Y, case.P, activation) == pytest.approx(cost, rel=1e-11)
    same(found, deep.gradients(case.X, case.Y, case.P, activation), rtol=1e-9)


def test_plain_descent() -> None:
    x, y, start = tiny()
    here = {name: array.copy() for name, array in start.items()}
    sgd = SGDOptimizer(list(here.values()), 1.2, momentum=0.0, nesterov=False)
    for _ in range(1000):
        slopes = shallow.gradients(here, x, y)
        sgd.update_params(list(here.values()), [slopes[f"d{name}"] for name in here])
    expected, costs = shallow.descend(start, x, y, 1000, 1.2)
    same(here, expected, rtol=1e-7)
    assert costs[-1] == pytest.approx(cost_and_gradients(here, x, y)[0], rel=1e-7)
    for steps, cost in shallow.P1_COST_AFTER.items():
        assert costs[steps] == pytest.approx(cost, abs=6e-7)


# Momentum


def steps_of_momentum(
    case: Case, gradients: Sequence[Tensors], v: Tensors, rate: float, beta: float
) -> tuple[Tensors, Tensors]:
    """scikit-learn's parameters, and its velocity in our convention, after a step for each item of `gradients`."""
    here = {name: array.copy() for name, array in case[2].items()}
    sgd = SGDOptimizer(list(here.values()), rate * (1.0 - beta), momentum=beta, nesterov=False)
    sgd.velocities = [-rate * v[f"d{name}"] for name in here]
    for slopes in gradients:
        sgd.update_params(list(here.values()), [slopes[f"d{name}"] for name in here])
    return here, {f"d{name}": -velocity / rate for name, velocity in zip(here, sgd.velocities, strict=True)}


@pytest.mark.parametrize("beta", [0.0, 0.35, 0.9])
@pytest.mark.parametrize("case", CASES)
def test_momentum(case: Case, beta: float) -> None:
    rng = np.random.default_rng(3)
    gradients = [{f"d{name}": rng.normal(size=array.shape) for name, array in case[2].items()} for _ in range(4)]
    v = {f"d{name}": rng.normal(size=array.shape) for name, array in case[2].items()}
    moved, velocity = optimizers.momentum(case[2], gradients, v, 0.3, beta)
    expected, expected_v = steps_of_momentum(case, gradients, v, 0.3, beta)
    same(moved, expected)
    same(velocity, expected_v)


def test_classical_momentum_at_the_same_rate_is_another_rule() -> None:
    _, _, parameters = tiny()
    gradients = [optimizers.filled(parameters, 1.0)]
    ours, _ = optimizers.momentum(parameters, gradients, optimizers.zeros(parameters), 0.1, 0.9)
    here = {name: array.copy() for name, array in parameters.items()}
    sgd = SGDOptimizer(list(here.values()), 0.1, momentum=0.9, nesterov=False)
    sgd.update_params(list(here.values()), list(gradients[0].values()))
    for name, array in parameters.items():
        np.testing.assert_allclose(here[name] - array, 10.0 * (ours[name] - array), rtol=1e-9)


def test_three_steps_of_momentum_on_the_tiny_set() -> None:
    x, y, parameters = tiny()
    here, v, seen = parameters, optimizers.zeros(parameters), []
    for expected in optimizers.MOMENTUM_COSTS:
        seen.append(cost_and_gradients(here, x, y)[1])
        here, _ = steps_of_momentum((x, y, parameters), seen, v, 0.1, 0.9)
        assert cost_and_gradients(here, x, y)[0] == pytest.approx(expected, abs=6e-7)
    moved, _ = optimizers.momentum(parameters, seen, v, 0.1, 0.9)
    same(moved, here)


# Adam


def steps_of_adam(
    case: Case,
    gradients: Sequence[Tensors],
    v: Tensors,
    s: Tensors,
    t: int,
    rate: float,
    betas: tuple[float, float],
    epsilon: float,
    translate: bool = True,
) -> tuple[Tensors, Tensors, Tensors]:
    """scikit-learn's parameters and moments; `t` numbers the first step, `translate` turns our epsilon into its own."""
    here = {name: array.copy() for name, array in case[2].items()}
    adam = AdamOptimizer(list(here.values()), rate, *betas, epsilon)
    adam.t = t - 1
    adam.ms, adam.vs = ([moment[f"d{name}"].copy() for name in here] for moment in (v, s))
    for slopes in gradients:
        if translate:
            adam.epsilon = epsilon * math.sqrt(1.0 - betas[1] ** (adam.t + 1))
        adam.update_params(list(here.values()), [slopes[f"d{name}"] for name in here])
    first, second = ({f"d{name}": m for name, m in zip(here, moments, strict=True)} for moments in (adam.ms, adam.vs))
    return here, first, second


@pytest.mark.parametrize("epsilon", [EPSILON, 0.1])
@pytest.mark.parametrize("t", [1, 2, 7])
@pytest.mark.parametrize("betas", [(0.9, 0.999), (0.35, 0.6)])
@pytest.mark.parametrize("case", CASES)
def test_adam(case: Case, betas: tuple[float, float], t: int, epsilon: float) -> None:
    rng = np.random.default_rng(4)
    shapes = {f"d{name}": array.shape for name, array in case[2].items()}
    gradients = [{name: rng.normal(size=shape) for name, shape in shapes.items()} for _ in range(4)]
    v = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    s = {name: rng.uniform(0.1, 2.0, shape) for name, shape in shapes.items()}
    found = optimizers.adam(case[2], gradients, v, s, t, 0.05, *betas, epsilon)
    for ours, theirs in zip(found, steps_of_adam(case, gradients, v, s, t, 0.05, betas, epsilon), strict=True):
        same(ours, theirs)


@pytest.mark.parametrize("case", CASES)
def test_adam_from_rest_with_the_usual_settings(case: Case) -> None:
    zeros = optimizers.zeros(case[2])
    gradients = [shallow.gradients(case[2], case[0], case[1])] * 3
    found = optimizers.adam(case[2], gradients, zeros, zeros, 1)
    expected = steps_of_adam(case, gradients, zeros, zeros, 1, 0.001, (0.9, 0.999), EPSILON)
    for ours, theirs in zip(found, expected, strict=True):
        same(ours, theirs)


def test_the_two_places_of_epsilon() -> None:
    """Untranslated, the two rules differ in step 1 by exactly what the algebra says, and agree once c is 1."""
    case = drawn(0)
    zeros, gradients = optimizers.zeros(case[2]), [shallow.gradients(case[2], case[0], case[1])]
    ours = optimizers.adam(case[2], gradients, zeros, zeros, 1, 0.05, epsilon=0.01)[0]
    theirs = steps_of_adam(case, gradients, zeros, zeros, 1, 0.05, (0.9, 0.999), 0.01, translate=False)[0]
    for name, array in case[2].items():
        g = gradients[0][f"d{name}"]
        np.testing.assert_allclose(array - ours[name], 0.05 * g / (np.abs(g) + 0.01), rtol=1e-9)
        np.testing.assert_allclose(array - theirs[name], 0.05 * g / (np.abs(g) + 0.01 / math.sqrt(0.001)), rtol=1e-9)
    late = 200
    ours = optimizers.adam(case[2], gradients, zeros, zeros, late, 0.05, 0.5, 0.5, 0.01)[0]
    same(ours, steps_of_adam(case, gradients, zeros, zeros, late, 0.05, (0.5, 0.5), 0.01, translate=False)[0])


def test_three_steps_of_adam_on_the_tiny_set() -> None:
    x, y, parameters = tiny()
    zeros = optimizers.zeros(parameters)
    here, seen = parameters, []
    for expected in optimizers.ADAM_COSTS:
        seen.append(cost_and_gradients(here, x, y)[1])
        here, _, _ = steps_of_adam((x, y, parameters), seen, zeros, zeros, 1, 0.1, (0.9, 0.999), EPSILON)
        assert cost_and_gradients(here, x, y)[0] == pytest.approx(expected, abs=6e-7)
    moved, _, _ = optimizers.adam(parameters, seen, zeros, zeros, 1, 0.1)
    same(moved, here)


SIZES = [(m, noise, seed) for m in (2, 3, 7, 400, 401) for noise in (0.0, 0.05, 0.2) for seed in (0, 7, 42)]


@pytest.mark.parametrize("module", [data, datasets], ids=["lesson", "oracle"])
@pytest.mark.parametrize(("name", "drawn_by"), [("moons", make_moons), ("circles", make_circles)])
def test_drawn_data_are_scikit_learns_number_for_number(module, name, drawn_by):
    """Neither imports scikit-learn for it, which takes longer than grading a notebook."""
    more = {"factor": 0.3} if name == "circles" else {}
    for m, noise, seed in SIZES:
        x, y = getattr(module, name)(m=m, noise=noise, seed=seed, **more)
        points, labels = drawn_by(n_samples=m, noise=noise, random_state=seed, **more)
        assert x.tobytes() == np.ascontiguousarray(points.T).tobytes()
        assert y.tobytes() == labels[None, :].astype(np.float64).tobytes()


@pytest.mark.parametrize(("m", "noise", "seed"), [(400, 0.2, 42), (200, 0.2, 42), (400, 0.3, 0), (300, 0.1, 7), (100, 0.2, 3)])
def test_straight_line_through_the_moons_is_scikit_learns(m, noise, seed):
    """The oracle's accuracy of a logistic regression is that of scikit-learn's."""
    x, y = datasets.moons(m, noise, seed)
    right = LogisticRegression().fit(x.T, y.ravel()).score(x.T, y.ravel())
    assert datasets.logistic_accuracy_on_moons(m, noise, seed) == 100.0 * right


def test_drawing_the_moons_and_rating_a_line_import_no_scikit_learn():
    """Else every zygote, or every first submission, would pay more for the import than for grading."""
    code = (
        "import sys; from lesson import data; from course.oracles import datasets; data.moons(); data.circles(); "
        "datasets.circles(); datasets.logistic_accuracy_on_moons(); print('sklearn' in sys.modules)"
    )
    root = Path(__file__).parents[1]
    environment = {**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{root / 'course' / 'handout'}"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
