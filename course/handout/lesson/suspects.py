"""Six backward passes for the bug hunt: some are right, the others are wrong in exactly one tensor.

You may read this file. It is written so that reading is slow and checking is quick: each pass is put together from
four short formulas with names that say nothing, several of them correct in an unusual style. The gradient check
needs a second to see what takes an hour to see by eye, and that is the point of the hunt.
"""

import hashlib

import numpy as np

LETTERS = "ABCDEF"


def scene():
    """Return the network and the data of the bug hunt: parameters, X (3, 5), Y (2, 5); there are 4 hidden units."""
    rng = np.random.default_rng(1854)
    parameters = {
        "W1": rng.standard_normal((4, 3)) * 0.8,
        "b1": rng.standard_normal((4, 1)) * 0.5,
        "W2": rng.standard_normal((2, 4)) * 0.8,
        "b2": rng.standard_normal((2, 1)) * 0.5,
    }
    X = rng.standard_normal((3, 5)) + 0.5
    Y = np.array([[1.0, 0.0, 1.0, 1.0, 0.0], [0.0, 0.0, 1.0, 0.0, 1.0]])
    return parameters, X, Y


def suspects(student_id):
    """Return your six suspects, {"A": f, ..., "F": f}; each is called f(case) and returns grads.

    `case` is one dictionary of all that a pass may look at: {**parameters, **cache, "X": X, "Y": Y}.

    Which six you get, and in which order, depends on `student_id`, a text. The same text always gives the same six.
    """
    if not isinstance(student_id, str) or not student_id.strip():
        raise ValueError('student_id must be a text, for example student_id = "ada"')
    name = "bug hunt/" + student_id.strip().lower()
    digest = hashlib.sha256(name.encode("utf-8", "backslashreplace")).digest()
    picked = [group[digest[i] % len(group)] for i, group in enumerate(_GROUPS)]
    order = sorted(range(len(picked)), key=lambda i: (digest[8 + 2 * i], digest[9 + 2 * i], i))
    return {letter: _assemble(picked[i]) for letter, i in zip(LETTERS, order, strict=True)}


def _assemble(recipe):
    """Return one backward pass made of four of the formulas below."""
    formulas = [_FORMULAS[name] for name in recipe.split()]

    def suspect(case):
        return {tensor: formula(case) for tensor, formula in zip(("dW1", "db1", "dW2", "db2"), formulas, strict=True)}

    return suspect


def _ash(k):
    d = (k["A2"] - k["Y"]) / k["Y"].shape[1]
    return np.einsum("kj,ki,ji,ni->jn", k["W2"], d, 1 - k["A1"] ** 2, k["X"])


def _bay(k):
    d, out = k["A2"] - k["Y"], 0.0
    for w, row in zip(k["W2"], d, strict=True):
        out = np.outer(w, row)
    return np.mean(out * (1 - k["A1"] ** 2), axis=1, keepdims=True)


def _box(k):
    d = k["A2"] - k["Y"]
    return np.tensordot(d, k["A1"], axes=(1, 1)) / len(k["X"].T)


def _elm(k):
    d = k["A2"] - k["Y"]
    back = k["W2"].T.dot(d) * (1 - k["A1"] ** 2)
    return back.dot(k["X"].T) / d.size


def _fig(k):
    return np.cumsum(k["A2"] - k["Y"], axis=1)[:, -1:] / k["Y"].shape[1]


def _fir(k):
    d = k["A2"] - k["Y"]
    back = k["W2"].T @ d / np.cosh(k["Z1"])
    return np.average(back, axis=1).reshape(-1, 1)


def _gum(k):
    d = (k["A2"] - k["Y"]) / len(k["A1"])
    return sum(np.outer(a, b) for a, b in zip(d.T, k["A1"].T, strict=True))


def _hop(k):
    d = k["A2"] - k["Y"]
    back = np.sum(k["W2"][:, :, None] * d[:, None, :], axis=0) / np.cosh(k["Z1"]) ** 2
    return np.mean(back, axis=1)[:, None]


def _ivy(k):
    d = (k["A2"] > 0.5) - k["Y"]
    return d @ np.full((k["Y"].shape[1], 1), 1 / k["Y"].shape[1])


def _jay(k):
    d, h = k["A2"] - k["Y"], k["A1"]
    back = (k["W2"].T @ d) * (1 + h) * (1 - h)
    return sum(np.outer(b, x) for b, x in zip(back.T, k["X"].T, strict=True)) / k["X"].shape[1]


def _kea(k):
    return np.cumsum(k["A2"] - k["Y"], axis=1)[:, -2:-1] / k["Y"].shape[1]


def _lox(k):
    d = k["A2"] - k["Y"]
    back = k["W2"].T @ d * (1 - k["A1"] * k["Z1"])
    return np.einsum("ji,ni->jn", back, k["X"]) / k["X"].shape[1]


def _may(k):
    d = k["A2"] - k["Y"]
    return (d - np.mean(d, axis=1, keepdims=True)) @ k["A1"].T / d.shape[1]


def _nut(k):
    d = (k["A2"] - k["Y"]) @ np.full((k["Y"].shape[1], 1), 1 / k["Y"].shape[1])
    return np.mean(1 - k["A1"] ** 2, axis=1, keepdims=True) * (k["W2"].T @ d)


def _oak(k):
    d = (k["A2"] - k["Y"]) / k["Y"].shape[1]
    return sum(np.outer(a, b) for a, b in zip(d.T, np.tanh(k["Z1"]).T, strict=True))


def _pea(k):
    d = k["A2"] - k["Y"]
    return np.full((len(d), 1), 1.0) * np.average(d, axis=None)


def _rue(k):
    d = k["A2"] - k["Y"]
    back = np.mean(k["W2"], axis=0)[:, None] * np.sum(d, axis=0) / np.cosh(k["Z1"]) ** 2
    return np.tensordot(back, k["X"], axes=(1, 1)) / len(k["X"].T)


def _rye(k):
    return np.average(k["A2"] - k["Y"], axis=1)[:, None]


def _sky(k):
    d = k["A2"] - k["Y"]
    return np.tensordot(d, k["Z1"], axes=(1, 1)) / len(k["X"].T)


def _tea(k):
    d, total = k["A2"] - k["Y"], 0.0
    for w, row in zip(k["W2"], d, strict=True):
        total = total + np.outer(w, row)
    return np.mean(total * (1 - k["A1"] ** 2), axis=1, keepdims=True)


_FORMULAS = {name: formula for name, formula in globals().items() if len(name) == 4 and name[0] == "_" and callable(formula)}

# Each student gets one recipe from every group.
_GROUPS = (
    ("_ash _tea _gum _rye", "_jay _nut _oak _fig", "_elm _hop _box _fig"),
    ("_jay _hop _box _rye", "_ash _hop _oak _fig", "_jay _tea _oak _rye"),
    ("_ash _tea _box _kea", "_lox _tea _oak _rye", "_jay _bay _box _fig"),
    ("_rue _tea _oak _fig", "_ash _hop _box _pea", "_jay _hop _may _rye"),
    ("_ash _tea _box _rye", "_jay _tea _box _fig", "_ash _hop _oak _rye"),
    ("_jay _fir _box _rye", "_ash _tea _sky _fig", "_jay _hop _oak _ivy"),
)
