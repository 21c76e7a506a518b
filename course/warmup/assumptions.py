"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np

# as_row


def as_row__several_labels(y):
    """Assumes more than one label."""
    assert y.size > 1
    return y.astype(float).reshape(1, y.size)


def as_row__squeezes(y):
    """Takes the axes of length 1 away first, and then needs an axis to be left."""
    flat = np.squeeze(y)
    return np.array(flat[np.newaxis, :], dtype=float).reshape(1, len(flat))


# feature_means


def feature_means__several_features(X):
    """Assumes more than one feature and more than one example."""
    n_x, m = X.shape
    assert n_x > 1 and m > 1
    return (np.sum(X, axis=1) / m).reshape(n_x, 1)


def feature_means__more_examples_than_features(X):
    """Assumes at least as many examples as features, and refuses what looks transposed."""
    assert X.shape[1] >= X.shape[0]
    return X.mean(axis=1, keepdims=True)


# add_bias


def add_bias__several_neurons(Z, b):
    """Assumes more than one neuron and more than one example."""
    n, m = Z.shape
    assert n > 1 and m > 1
    return Z + np.reshape(b, (n, 1))


def add_bias__tells_columns_by_their_length(Z, b):
    """Takes the biases out of their axes of length 1, and needs one axis to be left."""
    return Z + np.squeeze(b)[:, None]


# clipped_copy


def clipped_copy__limits_about_zero(A, low, high):
    """Assumes that the interval holds zero."""
    assert low <= 0 <= high
    return np.clip(A, low, high)


def clipped_copy__moderate_numbers(A, low, high):
    """Assumes moderate numbers, and moves them by adding what is too much."""
    B = A.copy()
    B -= np.where(B > high, B - high, 0.0)
    B += np.where(B < low, low - B, 0.0)
    return B


def clipped_copy__several_numbers(A, low, high):
    """Assumes more than one row and more than one column."""
    assert A.shape[0] > 1 and A.shape[1] > 1
    return np.minimum(np.maximum(A, low), high)


# standardize


def standardize__several_examples(X):
    """Assumes more than one example."""
    assert X.shape[1] > 1
    sigma = np.std(X, axis=1, keepdims=True)
    return (X - np.mean(X, axis=1, keepdims=True)) / np.where(sigma == 0, 1.0, sigma)


def standardize__several_features(X):
    """Assumes more than one feature."""
    assert X.shape[0] > 1
    sigma = np.std(X, axis=1, keepdims=True)
    return (X - np.mean(X, axis=1, keepdims=True)) / np.where(sigma == 0, 1.0, sigma)


def standardize__no_constant_feature(X):
    """Assumes that every feature varies, where there is more than one example."""
    sigma = np.std(X, axis=1, keepdims=True)
    if X.shape[1] > 1:
        return (X - np.mean(X, axis=1, keepdims=True)) / sigma
    return np.zeros(X.shape)
