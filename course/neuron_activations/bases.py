"""What the mistakes of `neuron_activations` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def sigmoid(z):
    """Right where the exponential does not overflow."""
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid_derivative(z):
    """Right: from the sigmoid's own value."""
    s = sigmoid(z)
    return s * (1.0 - s)


def tanh_derivative(z):
    """Right."""
    return 1.0 - np.tanh(z) ** 2


def tanh_derivative_in_steps(z):
    """The sigmoid's rule with the value of tanh."""
    t = np.tanh(z)
    return t * (1.0 - t)


def relu(z):
    """Right."""
    return np.maximum(0.0, z)


def relu_derivative(z):
    """Right: 1 where z is positive."""
    return (z > 0).astype(float)


def leaky_relu(z, alpha=0.01):
    """Right."""
    return np.where(z > 0, z, alpha * z)


def leaky_relu_derivative(z, alpha=0.01):
    """Right."""
    return np.where(z > 0, 1.0, alpha)


def count_parameters(layer_dims):
    """Right, in one sum."""
    return sum(a * b + b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters_loop(layer_dims):
    """Right, layer by layer."""
    total = 0
    for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True):
        total += before * after + after
    return total
