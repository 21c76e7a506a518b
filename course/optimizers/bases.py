"""What the mistakes of `optimizers` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def _moments(grads, v, s, beta1, beta2):
    new_v = {key: beta1 * v[key] + (1 - beta1) * grads[key] for key in v}
    new_s = {key: beta2 * s[key] + (1 - beta2) * grads[key] ** 2 for key in s}
    return new_v, new_s


def _moved(parameters, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved = {}
    for name, value in parameters.items():
        v_hat, s_hat = v["d" + name] / (1 - beta1**t), s["d" + name] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved


def create_mini_batches(X, Y, batch_size, rng=None):
    """Right: a shuffled order, cut into pieces."""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches_of_shuffled_data(X, Y, batch_size, rng=None):
    """Right: the shuffled data, cut into pieces."""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches_loop(X, Y, batch_size, rng=None):
    """Right: batch by batch."""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(0, m, batch_size):
        batches.append((X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]))
    return batches


def initialize_velocity(parameters):
    """Right."""
    return {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}


def initialize_velocity_by_layer(parameters):
    """Right, layer by layer."""
    v = {}
    for l in range(1, len(parameters) // 2 + 1):
        v[f"dW{l}"] = np.zeros(parameters[f"W{l}"].shape)
        v[f"db{l}"] = np.zeros(parameters[f"b{l}"].shape)
    return v


def update_parameters_with_momentum(parameters, grads, v, learning_rate, beta=0.9):
    """Right."""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum_loop(parameters, grads, v, learning_rate, beta=0.9):
    """Right, parameter by parameter."""
    new_v, moved = {}, {}
    for name, value in parameters.items():
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        moved[name] = value - learning_rate * new_v["d" + name]
    return moved, new_v


def initialize_adam(parameters):
    """Right: two dictionaries of zeros."""
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    return v, s


def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Right, parameter by parameter."""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam_without_the_root(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Wrong: the second moment is not put under a root."""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (s_hat + epsilon)
    return moved, new_v, new_s


def exponential_decay(learning_rate0, k, t):
    """Right."""
    return learning_rate0 * np.exp(-k * t)
