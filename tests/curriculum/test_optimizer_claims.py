"""What the notebooks say about optimizers, regularization and ten classes is true of the reference solutions."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from lesson import data

from .lessons import notebook, reference, starts

FAST, SLOW = 0.05, 0.01


def rings() -> Any:
    """Return the optimizers notebook's names."""
    return notebook("optimizers", "study_momentum", "study_race")


@cache
def races(rate: float, epochs: int, seed: int) -> dict[str, float]:
    """Return each optimizer's accuracy after one race: one start, one sequence of mini-batches."""
    names = rings()
    results = names.race(rate, epochs, seed)
    return {name: names.accuracy_of(names.X_rings, names.Y_rings, result[0]) for name, result in results.items()}


@pytest.mark.parametrize("seed", starts(0, 1))
@pytest.mark.parametrize("rate", [FAST, 0.1])
def test_mini_batches_learn_the_rings(rate: float, seed: int) -> None:
    """200 epochs of plain descent on batches of 32: at least 85%."""
    names = rings()
    parameters, _ = names.train(names.descent(rate), names.start_network(names.RACERS, seed), 200, seed=seed)
    assert names.accuracy_of(names.X_rings, names.Y_rings, parameters) >= 85.0


@pytest.mark.parametrize("seed", starts(0, 1))
@pytest.mark.parametrize("rate", [SLOW, FAST])
def test_all_three_optimizers_arrive(rate: float, seed: int) -> None:
    """After 100 epochs plain descent is at 85% or more, momentum and Adam at 90% or more; nobody says in which order."""
    accuracy = races(rate, 100, seed)
    assert accuracy["plain descent"] >= 85.0 and accuracy["momentum"] >= 90.0 and accuracy["Adam"] >= 90.0


def test_adam_is_ahead_early_on() -> None:
    """After 20 epochs at rate 0.01 Adam is more than 3 points ahead of plain descent, in the mean of five starts."""
    ahead = [races(SLOW, 20, seed)["Adam"] - races(SLOW, 20, seed)["plain descent"] for seed in range(5)]
    assert np.mean(ahead) > 3.0


def test_averaged_momentum_is_no_faster_by_itself() -> None:
    """At one rate momentum as taught here and plain descent keep together: within 3 points in the mean of five starts."""
    apart = [races(SLOW, 20, seed)["momentum"] - races(SLOW, 20, seed)["plain descent"] for seed in range(5)]
    assert abs(np.mean(apart)) < 3.0


def test_a_batch_of_one_steps_most() -> None:
    """At one rate, after ten epochs: the smaller the batch, the lower the cost, and the whole set has hardly moved."""
    names = rings()
    costs = {}
    for size in (1000, 32, 1):
        _, costs[size] = names.train(names.descent(FAST), names.start_network(names.RACERS, 0), 10, batch_size=size)
    assert costs[1][-1] < costs[32][-1] < costs[1000][-1]
    assert costs[1000][0] - costs[1000][-1] < 0.2 * costs[1000][0]


@cache
def complete() -> Any:
    """Return the regularization notebook's names, with its data."""
    X, Y = data.complete()
    return reference("regularization", "study_complete", X_all=X, Y_all=Y)


@pytest.mark.parametrize("seed", starts(0, 1))
@pytest.mark.parametrize(("keep_prob", "lambd"), [(0.8, 0.01), (1.0, 0.0)], ids=["both", "neither"])
def test_the_complete_network_validates(keep_prob: float, lambd: float, seed: int) -> None:
    """At least 88% of the validation set, with dropout and L2 or without; which of them is better is not claimed."""
    _, record, best_epoch, _ = complete().complete_training(keep_prob, lambd, seed)
    assert record["validation_accuracy"][best_epoch] >= 88.0
    assert record["validation_cost"][best_epoch] == min(record["validation_cost"])


def test_early_stopping_follows_a_script() -> None:
    """With scripted costs it is certain when patience ends: ties do not count, nan does not count, the best is returned."""
    costs = [5.0, 3.0, 3.0, float("nan"), 2.0, 4.0, 4.0, 4.0, 1.0]
    seen = iter(costs)
    best, history, best_epoch = complete().train_with_early_stopping(
        lambda p: ({"W1": p["W1"] + 1.0}, 0.0), lambda p: next(seen), {"W1": np.zeros((1, 1))}, 9, 3
    )
    assert best_epoch == 4 and best["W1"][0, 0] == 5.0
    assert np.array_equal(history["validation"], costs[:8], equal_nan=True)


def test_eighty_examples_are_learnt_by_heart() -> None:
    """The training cost goes towards zero, the cost on unseen examples falls and then rises to more than twice its lowest."""
    names, (X, Y) = complete(), data.complete()
    run = names.Run((X[:, :80], Y[:, :80]), (X[:, 1000:], Y[:, 1000:]), learning_rate=0.005)
    names.run_for(run, [2, 64, 32, 1], epochs=300)
    unseen = run.record["validation_cost"]
    assert run.record["train_cost"][-1] < 0.05 and unseen[-1] > 2 * min(unseen)


def classes() -> Any:
    """Return the names of the notebook on many classes."""
    return notebook("beyond_binary", "provided_network")


@pytest.mark.parametrize("seed", starts(0, 1, 2, 3))
def test_ten_digits_are_told_apart(seed: int) -> None:
    """At least 93% of the unseen digits are right, and the confusion matrix counts exactly those on its diagonal."""
    names, (X_train, y_train, X_test, y_test) = classes(), data.digits10()
    parameters, _, _ = names.train(X_train, y_train, [64, 32, 10], epochs=60, learning_rate=0.3, seed=seed)
    guess = names.classify(X_test, parameters)
    assert 100.0 * np.mean(guess == y_test) >= 93.0
    assert np.trace(names.confusion_matrix(y_test, guess, 10)) == np.sum(guess == y_test)


def gradient_ratio(activation: str, normalise: bool, seed: int) -> float:
    """Return how large the first layer's gradient is beside the last one's, in an untrained network of ten layers."""
    names, (X, Y) = classes(), data.concentric()
    parameters, running = names.new_network([2] + [32] * 9 + [2], activation, normalise, seed)
    P, caches, _ = names.network_forward(X, parameters, activation, running)
    grads = names.network_backward(P, names.one_hot(Y[0].astype(int), 2), parameters, caches, activation)
    norms = names.layer_gradient_norms({name: grads[name] for name in grads if name.startswith(("dW", "db"))})
    return float(norms[0] / norms[-1])


@pytest.mark.parametrize("seed", starts(0, 1, 2, 3, 4, 5))
def test_gradients_vanish_through_ten_sigmoid_layers(seed: int) -> None:
    """Sigmoid below 1e-4; with batch normalisation above 0.01; tanh and ReLU far above plain sigmoid."""
    plain = gradient_ratio("sigmoid", False, seed)
    assert plain < 1e-4 and gradient_ratio("sigmoid", True, seed) > 0.01
    assert min(gradient_ratio("tanh", False, seed), gradient_ratio("relu", False, seed)) > 100 * plain


@pytest.mark.parametrize("seed", [0])
def test_batch_normalisation_lets_ten_sigmoid_layers_learn(seed: int) -> None:
    """On the circles the plain network stays at ln 2 while the normalised one learns."""
    names, (X, Y) = classes(), data.circles()
    layers, y = [2] + [16] * 9 + [2], Y[0].astype(int)
    plain, normalised = (
        names.train(X, y, layers, epochs=120, learning_rate=0.1, activation="sigmoid", normalise=on, seed=seed)[2]
        for on in (False, True)
    )
    assert plain[-1] == pytest.approx(np.log(2), abs=0.01) and normalised[-1] < 0.3
