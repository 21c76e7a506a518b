"""Known right implementations of the warm-up exercises in other styles; trusted side."""

import numpy as np


def as_row__flatten_and_new_axis(y):
    """Flattens first and adds the axis by indexing."""
    return np.array(y, dtype=float).ravel()[None, :]


def as_row__loop(y):
    """Fills a row of zeros in a loop."""
    row = np.zeros((1, y.size))
    for j, label in enumerate(y.flatten()):
        row[0, j] = label
    return row


def as_row__branches_on_the_shape(y):
    """Treats the two shapes apart, with an assertion."""
    assert y.ndim in (1, 2)
    if y.ndim == 1:
        return np.expand_dims(y, 0) * 1.0
    return y.T.astype(np.float64)


def as_row__list_of_a_list(y):
    """Builds the array from a list in a list."""
    return np.array([[float(label) for label in y.ravel()]])


def as_row__vstack(y):
    """Stacks a flat copy, and prints the shape."""
    row = np.vstack([y.copy().reshape(-1)]) + 0.0
    print(row.shape)
    return row


def as_row__reshapes_the_argument(y):
    """Mutates its argument: its shape is changed."""
    y.shape = (1, y.size)
    return y.astype(float)


def feature_means__sum_and_divide(X):
    """Adds up and divides by the number of examples."""
    n_x, m = X.shape
    return X.sum(axis=-1).reshape(n_x, 1) / m


def feature_means__matrix_product(X):
    """Multiplies by a column of ones."""
    return np.dot(X, np.ones((X.shape[1], 1))) / X.shape[1]


def feature_means__loops(X):
    """Two nested loops."""
    means = np.zeros((X.shape[0], 1))
    for i in range(X.shape[0]):
        total = 0
        for j in range(X.shape[1]):
            total += X[i, j]
        means[i] = total / X.shape[1]
    return means


def feature_means__einsum(X):
    """Adds up with einsum."""
    return np.einsum("ij->i", X)[:, np.newaxis] / X.shape[1]


def feature_means__transposed_average(X):
    """Averages the transposed data over its first axis."""
    return np.average(X.T, axis=0).reshape(-1, 1)


def feature_means__statistics_module(X):
    """Uses the standard library's mean for each row."""
    import statistics

    return np.array([[statistics.fmean(row)] for row in X])


def add_bias__new_axis(Z, b):
    """Flattens b and adds an axis."""
    return Z + b.flatten()[:, np.newaxis]


def add_bias__transposes(Z, b):
    """Adds to the transposed array, where a flat b fits."""
    return (Z.T + b.ravel()).T


def add_bias__loops(Z, b):
    """Adds row by row, on a copy."""
    out = Z.copy()
    biases = list(b.flat)
    for i in range(Z.shape[0]):
        out[i, :] += biases[i]
    return out


def add_bias__tile(Z, b):
    """Repeats the column for every example."""
    return np.add(Z, np.tile(b.reshape(len(b), 1), (1, Z.shape[1])))


def add_bias__outer(Z, b):
    """Uses the outer product with ones."""
    return Z + np.outer(b, np.ones(Z.shape[1]))


def add_bias__in_place(Z, b):
    """Mutates its argument Z, and returns it."""
    Z += b.reshape(-1, 1)
    return Z


def clipped_copy__minimum_and_maximum(A, low, high):
    """Combines the elementwise minimum and maximum."""
    return np.minimum(np.maximum(A, low), high)


def clipped_copy__masks_on_a_copy(A, low, high):
    """Sets the entries of a copy through masks."""
    B = A.copy()
    B[A < low] = low
    B[A > high] = high
    return B


def clipped_copy__where(A, low, high):
    """Chooses with two nested calls of np.where."""
    return np.where(A < low, low, np.where(A > high, high, A))


def clipped_copy__loops(A, low, high):
    """Goes through the entries in nested loops with min and max."""
    return np.array([[min(max(value, low), high) for value in row] for row in A])


def clipped_copy__deepcopy(A, low, high):
    """Clips a deep copy in place, and prints how much was changed."""
    import copy

    B = copy.deepcopy(A)
    B.clip(low, high, out=B)
    print(np.sum(A != B), "changed")
    return B


def clipped_copy__mask_arithmetic(A, low, high):
    """Adds up three masked parts."""
    below, above = A < low, A > high
    return low * below + high * above + A * ~(below | above)


def clipped_copy__in_place(A, low, high):
    """Mutates its argument: the argument itself is clipped."""
    return np.clip(A, low, high, out=A)


def standardize__small_epsilon(X):
    """Adds a tiny number to every standard deviation."""
    return (X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + 1e-8)


def standardize__epsilon_under_the_root(X):
    """Adds a tiny number to the variance."""
    return (X - np.mean(X, 1, keepdims=True)) / np.sqrt(np.var(X, 1, keepdims=True) + 1e-12)


def standardize__nan_to_num(X):
    """Divides anyway, and replaces nan afterwards."""
    with np.errstate(invalid="ignore"):
        return np.nan_to_num((X - X.mean(1)[:, None]) / X.std(1)[:, None])


def standardize__rows_in_a_loop(X):
    """Goes through the features in a loop."""
    out = np.zeros_like(X)
    for i, row in enumerate(X):
        spread = np.std(row)
        if spread > 0:
            out[i] = (row - np.mean(row)) / spread
    return out


def standardize__uses_feature_means(X):
    """Builds on the earlier exercise, for the variance as well."""
    centred = X - feature_means(X)
    spread = np.sqrt(feature_means(centred**2))
    spread[spread == 0] = 1
    return centred / spread


def standardize__divide_where(X):
    """Divides only where it is possible."""
    centred = X - np.mean(X, axis=1).reshape(-1, 1)
    spread = np.broadcast_to(np.std(X, axis=1).reshape(-1, 1), X.shape)
    return np.divide(centred, spread, out=np.zeros_like(X), where=spread > 0)


def standardize__in_place(X):
    """Mutates its argument: moves and scales it in place."""
    X -= X.mean(axis=1, keepdims=True)
    X /= np.maximum(X.std(axis=1, keepdims=True), 1e-12)
    return X
