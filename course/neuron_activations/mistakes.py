"""The known mistakes of `neuron_activations` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np


def sigmoid__integer_buffer(z):
    """Which dtype has the array that you write your answers into?"""
    result = np.zeros(z.shape, dtype=int)
    for place in np.ndindex(z.shape):
        result[place] = 1.0 / (1.0 + np.exp(-z[place]))
    return result


def sigmoid__last_column_forgotten(z):
    """Does your loop reach the last column?"""
    result = np.zeros_like(z)
    for j in range(z.shape[1] - 1):
        result[:, j] = 1.0 / (1.0 + np.exp(-z[:, j]))
    return result


def sigmoid__only_the_first_row(z):
    """Which rows of z does your function look at?"""
    result = np.zeros_like(z)
    for j in range(z.shape[1]):
        result[0, j] = 1.0 / (1.0 + np.exp(-z[0, j]))
    return result


def count_parameters__product_plus_biases(layer_dims):
    """Your biases are right: do the edges of two layers multiply, or add up?"""
    import math

    return math.prod(layer_dims) + sum(layer_dims[1:])


def count_parameters__eats_the_list(layer_dims):
    """Is the list of layer sizes still the same afterwards?"""
    total, before = 0, layer_dims.pop(0)
    while layer_dims:
        after = layer_dims.pop(0)
        total += (before + 1) * after
        before = after
    return total
