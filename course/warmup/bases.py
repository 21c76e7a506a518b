"""What the mistakes of `warmup` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def as_row(y):
    """Right."""
    return y.reshape(1, -1).astype(float)


def feature_means(X):
    """Right: one mean for each row."""
    return np.mean(X, axis=1, keepdims=True)


def add_bias(Z, b):
    """Right."""
    return Z + b.reshape(-1, 1)


def clipped_copy(A, low, high):
    """Right."""
    return np.clip(A, low, high)


def standardize(X):
    """Right."""
    spread = np.std(X, axis=1, keepdims=True)
    return (X - np.mean(X, axis=1, keepdims=True)) / np.where(spread == 0, 1.0, spread)


def standardize_in_steps(X):
    """Right; the centred features get a name."""
    centred = X - np.mean(X, axis=1, keepdims=True)
    spread = np.std(X, axis=1, keepdims=True)
    return centred / np.where(spread == 0, 1.0, spread)


def standardize_unguarded(X):
    """Divides by 0 where a feature is constant."""
    return (X - np.mean(X, axis=1, keepdims=True)) / np.std(X, axis=1, keepdims=True)
