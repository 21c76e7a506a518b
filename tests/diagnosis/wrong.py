"""Wrong functions, written by hand, each with one structural mistake; none is taken from the bank."""

from __future__ import annotations

from dataclasses import dataclass

_BACKWARD = """
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = (parameters["W2"].T @ dZ2) * (1 - cache["A1"] ** 2)
    dW1, db1 = dZ1 @ X.T / m, np.sum(dZ1, axis=1, keepdims=True) / m
    dW2, db2 = dZ2 @ cache["A1"].T / m, np.sum(dZ2, axis=1, keepdims=True) / m
    %s
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
"""

_ADAM = """
def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    new, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        g = grads["d" + name]
        one = beta1 * v["d" + name] + (1 - beta1) * g
        two = beta2 * s["d" + name] + (1 - beta2) * g**2
        one_hat, two_hat = one / (1 - beta1**t), two / (1 - beta2**t)
        %s
        new[name] = value - learning_rate * one_hat / (np.sqrt(two_hat) + epsilon)
        new_v["d" + name], new_s["d" + name] = one, two
    %s
    return new, new_v, new_s
"""

_BATCHES = """
def create_mini_batches(X, Y, batch_size, rng=None):
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(X.shape[1])
    X, Y = X[:, order], Y[:, order]
    starts = range(0, %s, batch_size)
    return [(X[:, i : i + batch_size], Y[:, i : i + batch_size]) for i in starts]
"""

_UPDATE = """
def update_parameters(parameters, grads, learning_rate=1.2):
    return {name: %s for name, value in parameters.items()}
"""


@dataclass(frozen=True)
class Claim:
    """A wrong function and what must be said of it; `every` is the fact that stands in the note."""

    assignment: str
    label: str
    source: str
    fact: str


def _backward(label: str, line: str, fact: str) -> Claim:
    return Claim("one_hidden_layer", label, _BACKWARD % line, fact)


def _shallow(label: str, source: str, fact: str) -> Claim:
    return Claim("one_hidden_layer", label, source, fact)


CLAIMS: tuple[Claim, ...] = (
    _backward(
        "a factor equal to m", "dW1 = dW1 * m",
        "dW2 and db2 are right, dW1 is wrong: every entry is too large by a factor equal to the number of examples.",
    ),
    _backward(
        "a factor equal to 1/m", "dW2 = dW2 / m",
        "dW2 is wrong: every entry is too small by a factor equal to the number of examples.",
    ),
    _backward(
        "a factor of two, which some calls' sizes equal as well", "dW1 = 2 * dW1",
        "dW1 is wrong: every entry is twice as large as it should be.",
    ),
    _backward("a sign", "db1 = -db1", "dW2, db2 and dW1 are right, db1 is wrong: every entry has the opposite sign."),
    _backward(
        "a factor equal to a width", "dW1 = dW1 / X.shape[0]",
        "dW1 is wrong: every entry is too small by a factor equal to the number of columns of W1.",
    ),
    _backward("a transpose", "dW2 = dW2.T", "dW2 is wrong: its shape is wrong"),
    _backward("a missing keepdims", "db2 = db2[:, 0]", "db2 is wrong: it has too few axes"),
    _backward("an axis summed away", "db1 = np.sum(db1, keepdims=True)", "db1 is wrong: its rows are squeezed into one"),
    _backward("an axis not summed", "db2 = dZ2", "db2 is wrong: it has too many columns"),
    _backward("another tensor", "dW1 = np.zeros_like(dW1)", "dW1 is wrong: all its entries are the same"),
    _shallow("a step uphill", _UPDATE % 'value + learning_rate * grads["d" + name]', "the step away from the old one goes the opposite way"),
    _shallow("no step", _UPDATE % "value.copy()", "W1 is wrong: it comes back as it went in"),
    _shallow(
        "an argument that is changed",
        "def update_parameters(parameters, grads, learning_rate=1.2):\n"
        "    for name in parameters:\n"
        '        parameters[name] -= learning_rate * grads["d" + name]\n'
        "    return {name: value.copy() for name, value in parameters.items()}\n",
        "update_parameters changes what was passed in: parameters.",
    ),
    _shallow(
        "one too many",
        "def layer_sizes(X, Y, n_h=4):\n    return X.shape[0], n_h, Y.shape[0] + 1\n",
        "n_x and n_h are right, n_y is wrong: it is one too large.",
    ),
    _shallow(
        "nan where a probability is exactly zero or one",
        "def compute_cost(A2, Y):\n    return float(-np.mean(np.log(np.where(Y == 1, A2, 1 - A2)) * np.where(Y == 1, 1, 1)))\n",
        "not finite",
    ),
    _shallow(
        "an integer dtype",
        "def initialize_parameters(n_x, n_h, n_y, rng=None):\n"
        "    rng = np.random.default_rng() if rng is None else rng\n"
        '    return {"W1": rng.standard_normal((n_h, n_x)) * 0.01, "b1": np.zeros((n_h, 1), dtype=int),\n'
        '            "W2": rng.standard_normal((n_y, n_h)) * 0.01, "b2": np.zeros((n_y, 1))}\n',
        "The numbers of b1 are right, but they are integers.",
    ),
    Claim(
        "neuron_activations", "one region only",
        "def leaky_relu(z, alpha=0.01):\n    return np.where(z > 0, z, 3 * alpha * z)\n",
        "What leaky_relu returns is wrong: it is wrong where z is negative, and right elsewhere.",
    ),
    Claim(
        "one_hidden_layer", "rounded to three decimals",
        "def compute_cost(A2, Y):\n    A = np.clip(A2, 1e-12, 1 - 1e-12)\n"
        "    return round(float(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))), 3)\n",
        "What compute_cost returns is wrong: it is right to three decimals, and no further.",
    ),
    Claim(
        "optimizers", "the state from the wrong key", _ADAM % ("", "new_v, new_s = new_s, new_v"),
        "dW1 of v is wrong: it holds what is right for dW1 of s.",
    ),
    Claim(
        "optimizers", "right at t = 1 only", _ADAM % ("one_hat = one / (1 - beta1)", ""),
        "unless t is one",
    ),
    Claim(
        "optimizers", "right only when the batch divides evenly", _BATCHES % "X.shape[1] // batch_size * batch_size",
        "when the batch size does not divide the number of examples",
    ),
    Claim(
        "deep_network", "right on the last layer and wrong on deeper ones",
        """
def deep_backward(AL, Y, caches, activation="relu"):
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}, not {activation!r}")
    m, grads, dZ = Y.shape[1], {}, AL - Y
    for l in range(len(caches), 0, -1):
        grads[f"dW{l}"] = dZ @ caches[l - 1]["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = caches[l - 1]["W"].T @ dZ
    return grads
""",
        "an earlier layer is wrong",
    ),
)  # fmt: skip
