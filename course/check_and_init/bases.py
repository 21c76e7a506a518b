"""What the mistakes of `check_and_init` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def numerical_gradient(f, theta, epsilon=1e-5):
    """Right: both sides of each entry."""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient_of_one_number(f, theta, epsilon=1e-5):
    """Gives f one entry instead of the whole of theta."""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        gradient[index] = (f(point[index] + epsilon) - f(point[index] - epsilon)) / (2 * epsilon)
    return gradient


def relative_error(a, b):
    """Right."""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error_unguarded(a, b):
    """Divides by 0 where both are zero."""
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)))


def gradient_check(parameters, X, Y, epsilon=1e-5):
    """Right: the worst of the four relative errors."""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def initialize_deep_without_root(layer_dims, method="he", rng=None):
    """Scales by the variance: the square root is missing."""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep(layer_dims, method="he", rng=None):
    """Right: one table of all the methods."""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = {"xavier": 1 / n_in, "he": 2 / n_in}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def bug_hunt_answers():
    """Right: compares each suspect with the right gradients."""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = wrong[0] if wrong else "None"
    return answers
