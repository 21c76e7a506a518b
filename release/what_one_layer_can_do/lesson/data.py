"""The datasets of the course.

One example a column: `X` has shape (n_x, m) and `Y` has shape (1, m), both float64, unless a docstring says
otherwise. The same arguments always give the same data.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]


def tiny() -> tuple[Array, Array]:
    """Three examples with two features each, small enough for paper: X (2, 3), Y (1, 3)."""
    X = np.array([[1.0, 0.5, -0.5], [0.3, 1.0, -0.1]])
    Y = np.array([[1.0, 0.0, 0.0]])
    return X, Y


def p0() -> dict[str, Array]:
    """Parameters for paper: two inputs, two hidden units, one output, nearly everything zero."""
    return {"W1": np.zeros((2, 2)), "b1": np.zeros((2, 1)), "W2": np.array([[1.0, -1.0]]), "b2": np.zeros((1, 1))}


def xor() -> tuple[Array, Array]:
    """The four corners of a square; the label is 1 where exactly one coordinate is 1."""
    X = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
    Y = np.array([[0.0, 1.0, 1.0, 0.0]])
    return X, Y


def moons(m: int = 400, noise: float = 0.2, seed: int = 42) -> tuple[Array, Array]:
    """Two interleaved half circles: what scikit-learn's make_moons draws."""
    upper, lower = (np.linspace(0.0, np.pi, count) for count in (m // 2, m - m // 2))
    curves = np.array([np.cos(upper), np.sin(upper)]), np.array([1.0 - np.cos(lower), 1.0 - np.sin(lower) - 0.5])
    return _scattered(*curves, noise, seed)


def circles(m: int = 300, noise: float = 0.1, factor: float = 0.3, seed: int = 0) -> tuple[Array, Array]:
    """A small circle (label 1) inside a large one (label 0), well apart: what scikit-learn's make_circles draws."""
    outer, inner = (np.linspace(0.0, 2.0 * np.pi, count, endpoint=False) for count in (m // 2, m - m // 2))
    curves = np.array([np.cos(outer), np.sin(outer)]), np.array([np.cos(inner), np.sin(inner)]) * factor
    return _scattered(*curves, noise, seed)


def concentric(m: int = 1000, noise: float = 0.352, seed: int = 0) -> tuple[Array, Array]:
    """Two noisy rings, of radius 1 (label 1) and 2 (label 0), that overlap.

    With the default noise no classifier, however large, can expect more than 91.9% on new examples (the Bayes
    accuracy).
    """
    rng = np.random.default_rng(seed)
    Y = (np.arange(m)[None, :] % 2).astype(np.float64)
    angle = rng.uniform(0.0, 2.0 * np.pi, m)
    X = np.where(Y == 1, 1.0, 2.0) * np.vstack([np.cos(angle), np.sin(angle)]) + noise * rng.standard_normal((2, m))
    mixed = rng.permutation(m)
    return X[:, mixed], Y[:, mixed]


def complete(m: int = 2000, seed: int = 7) -> tuple[Array, Array]:
    """The data of the complete network: the overlapping rings, more of them (Bayes accuracy 91.9%)."""
    return concentric(m, seed=seed)


def blobs(m: int = 400, seed: int = 0) -> tuple[Array, Array]:
    """Two round clouds of standard deviation 1, about (-2, -2) (label 0) and (2, 2) (label 1)."""
    rng = np.random.default_rng(seed)
    Y = (np.arange(m)[None, :] % 2).astype(np.float64)
    X = 4.0 * Y - 2.0 + rng.standard_normal((2, m))
    mixed = rng.permutation(m)
    return X[:, mixed], Y[:, mixed]


def digits_01(seed: int = 42) -> tuple[Array, Array, Array, Array]:
    """Handwritten 0s and 1s of 8x8 pixels between 0 and 1: X_train (64, 288), Y_train, X_test (64, 72), Y_test."""
    X_train, y_train, X_test, y_test = _digits(2, seed)
    return (X_train, y_train[None, :].astype(np.float64), X_test, y_test[None, :].astype(np.float64))


def digits10(seed: int = 42) -> tuple[Array, Labels, Array, Labels]:
    """Handwritten digits 0 to 9 of 8x8 pixels between 0 and 1: X_train (64, 1437), y_train (1437,), X_test, y_test.

    The labels are whole numbers in a one-dimensional array.
    """
    return _digits(10, seed)


def _scattered(first: Array, second: Array, noise: float, seed: int) -> tuple[Array, Array]:
    """Two curves of labels 0 and 1, in a random order, each point moved a little.

    The numbers are scikit-learn's own, without importing it: that takes longer than grading a notebook.
    """
    random = np.random.RandomState(seed)
    order = np.arange(first.shape[1] + second.shape[1])
    random.shuffle(order)
    moved = random.normal(scale=noise, size=(len(order), 2)).T
    labels = np.repeat([0.0, 1.0], [first.shape[1], second.shape[1]])
    return np.ascontiguousarray(np.hstack([first, second])[:, order] + moved), labels[None, order]


def _digits(classes: int, seed: int) -> tuple[Array, Labels, Array, Labels]:
    """scikit-learn's digits, four fifths for training and one fifth for testing."""
    from sklearn.datasets import load_digits  # here, since it takes a second or two to import
    from sklearn.model_selection import train_test_split

    pixels, labels = load_digits(n_class=classes, return_X_y=True)
    X_train, X_test, y_train, y_test = train_test_split(pixels / 16.0, labels, test_size=0.2, random_state=seed)
    return (
        np.ascontiguousarray(X_train.T),
        y_train.astype(np.int64),
        np.ascontiguousarray(X_test.T),
        y_test.astype(np.int64),
    )
