"""The datasets of the notebooks, built from scikit-learn and NumPy alone, as X (n_x, m) and Y (1, m); trusted side.

Moons and circles are drawn as scikit-learn draws them, number for number, without importing it: that takes longer than grading
a notebook (tests/test_scikit_learn_agreement.py compares them).
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]


def _columns(rows: object, labels: object) -> tuple[Array, Array]:
    """Turn scikit-learn's rows and flat labels into columns."""
    x = np.ascontiguousarray(np.asarray(rows, dtype=np.float64).T)
    return x, np.asarray(labels, dtype=np.float64).reshape(1, -1)


def _shuffled_and_moved(groups: list[Array], noise: float, seed: int) -> tuple[Array, Array]:
    """Return the groups' points, labelled by group, in a random order, and then each a little beside its place."""
    generator = np.random.RandomState(seed)
    pairs = [(point, label) for label, group in enumerate(groups) for point in group]
    places = np.arange(len(pairs))
    generator.shuffle(places)
    points = np.array([pairs[place][0] for place in places]).reshape(-1, 2)
    return _columns(points + generator.normal(scale=noise, size=points.shape), [pairs[place][1] for place in places])


def moons(m: int = 400, noise: float = 0.2, seed: int = 42) -> tuple[Array, Array]:
    """Return two interleaved half circles."""
    angles = [np.linspace(0, np.pi, share) for share in (m // 2, m - m // 2)]
    arcs = [np.column_stack([np.cos(angle), np.sin(angle)]) for angle in angles]
    return _shuffled_and_moved([arcs[0], np.column_stack([1 - arcs[1][:, 0], 1 - arcs[1][:, 1] - 0.5])], noise, seed)


def circles(m: int = 300, noise: float = 0.1, factor: float = 0.3, seed: int = 0) -> tuple[Array, Array]:
    """Return a small circle inside a large one; label 1 is inside."""
    angles = [np.linspace(0, 2 * np.pi, share, endpoint=False) for share in (m // 2, m - m // 2)]
    rings = [np.column_stack([np.cos(angle), np.sin(angle)]) for angle in angles]
    return _shuffled_and_moved([rings[0], rings[1] * factor], noise, seed)


def concentric(m: int = 600, noise: float = 0.352, seed: int = 0) -> tuple[Array, Array]:
    """Return two noisy rings of radius 1 (label 1) and 2 that overlap: the best possible accuracy is about 91.9%."""
    rng = np.random.default_rng(seed)
    labels = rng.permutation(np.arange(m) % 2)
    points = (2.0 - labels) * np.exp(2j * np.pi * rng.random(m))
    return _columns(
        np.column_stack([points.real, points.imag]) + noise * rng.normal(size=(m, 2)),
        labels,
    )


def xor() -> tuple[Array, Array]:
    """Return the four corners of the unit square; label 1 where the two coordinates differ."""
    corners = np.array([(a, b) for a in (0.0, 1.0) for b in (0.0, 1.0)])
    return _columns(corners, corners[:, 0] != corners[:, 1])


def blobs(m: int = 400, seed: int = 0) -> tuple[Array, Array]:
    """Return two round clouds of standard deviation one, about (-2, -2) and (2, 2)."""
    rng = np.random.default_rng(seed)
    labels = np.arange(m) % 2
    centres = np.where(labels == 1, 2.0, -2.0)
    return _columns(rng.normal(size=(m, 2)) + centres[:, None], labels)


@cache
def _logistic(m: int, noise: float, seed: int) -> float:
    """Minimise by Newton's method what scikit-learn's LogisticRegression does: the summed loss, half the weights' square."""
    x, y = moons(m, noise, seed)
    rows, penalty, weights = np.vstack([x, np.ones(m)]), np.diag([1.0, 1.0, 0.0]), np.zeros(3)
    for _ in range(25):
        p = 1.0 / (1.0 + np.exp(-weights @ rows))
        slope = rows @ (p - y.ravel()) + penalty @ weights
        weights = weights - np.linalg.solve((rows * (p * (1.0 - p))) @ rows.T + penalty, slope)
    return 100.0 * float(np.mean((weights @ rows > 0) == (y.ravel() == 1)))


def logistic_accuracy_on_moons(m: int = 400, noise: float = 0.2, seed: int = 42) -> float:
    """Return the percentage of the moons that scikit-learn's logistic regression gets right."""
    return _logistic(m, noise, seed)


def digits_01(test_share: float = 0.25, seed: int = 0) -> tuple[Array, Array, Array, Array]:
    """Return X_train (64, m), Y_train (1, m), X_test, Y_test: scikit-learn's digits 0 and 1, pixels in [0, 1]."""
    from sklearn.datasets import load_digits

    pixels, labels = load_digits(n_class=2, return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(labels))
    cut = round(len(labels) * test_share)
    x, y = _columns(pixels[order] / 16.0, labels[order])
    return x[:, cut:], y[:, cut:], x[:, :cut], y[:, :cut]
