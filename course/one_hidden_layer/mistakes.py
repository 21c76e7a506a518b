"""The known mistakes of `one_hidden_layer` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np


def initialize_parameters__no_return(n_x, n_h, n_y, rng=None):
    """What does the caller of your function get back?"""
    rng = np.random.default_rng() if rng is None else rng
    W1 = rng.standard_normal((n_h, n_x)) * 0.01  # noqa: F841
    W2 = rng.standard_normal((n_y, n_h)) * 0.01  # noqa: F841


def update_parameters__weight_decay(parameters, grads, learning_rate=1.2):
    """With gradients of zero, should anything shrink?"""
    W1 = parameters["W1"] * (1 - 0.01 * learning_rate) - learning_rate * grads["dW1"]
    b1 = parameters["b1"] * (1 - 0.01 * learning_rate) - learning_rate * grads["db1"]
    W2 = parameters["W2"] * (1 - 0.01 * learning_rate) - learning_rate * grads["dW2"]
    b2 = parameters["b2"] * (1 - 0.01 * learning_rate) - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__another_default(parameters, grads, learning_rate=0.01):
    """What does the first line of the function say about the learning rate, and did you change it?"""
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in ("W1", "b1", "W2", "b2")}


def p0_answers__sign():
    """Is the error the prediction minus the label, or the other way round?"""
    return {
        "J": np.log(2),
        "dZ2": [[1 / 2, -1 / 2, -1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[-1 / 6]],
        "dW1": [[1 / 6, -0.1], [-1 / 6, 0.1]],
        "db1": [[-1 / 6], [1 / 6]],
        "W1": [[-0.2, 0.12], [0.2, -0.12]],
        "b1": [[0.2], [-0.2]],
        "W2": [[1, -1]],
        "b2": [[0.2]],
    }


def expose_cost__always_true(f):
    """Would a right version be accused as well?"""
    return True


def expose_cost__always_false(f):
    """Is there any version that your test would call wrong?"""
    return False


def expose_cost__one_half_for_all(f):
    """Where every probability is one half, does it matter which label is which?"""
    A2 = np.full((1, 3), 0.5)
    return not np.isclose(f(A2, Y_tiny), compute_cost(A2, Y_tiny))


def expose_cost__one_example(f):
    """Can a single example show by how many a cost is divided?"""
    A2, Y = np.array([[0.9]]), np.array([[1.0]])
    return not np.isclose(f(A2, Y), compute_cost(A2, Y))


def expose_cost__too_high_alone(f):
    """Can a wrong cost be too low as well?"""
    A2, _ = forward_propagation(X_tiny, PAPER)
    return bool(f(A2, Y_tiny) > compute_cost(A2, Y_tiny) + 1e-8)


def expose_cost__far_off_alone(f):
    """How near is near enough for two right costs?"""
    A2, _ = forward_propagation(X_tiny, PAPER)
    return bool(abs(f(A2, Y_tiny) - compute_cost(A2, Y_tiny)) > 0.3)
