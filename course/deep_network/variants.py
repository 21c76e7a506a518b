"""Known right implementations of `deep_network` in other styles; trusted side.

The bodies run in the notebook's namespace: `ACTIVATIONS`, `sigmoid`, `initialize_deep`, `compute_cost` stand there.
"""

# ruff: noqa: C408, F821, PLC0206, RUF007, UP031, UP032

import numpy as np


def deep_forward__einsum(X, parameters, activation="relu"):
    """Products by einsum."""
    if activation not in ACTIVATIONS:
        raise ValueError("choose relu, tanh or sigmoid")
    n_layers = len([name for name in parameters if name[0] == "W"])
    caches, signal = [], X
    for layer in range(n_layers):
        W, b = parameters["W%d" % (layer + 1)], parameters["b%d" % (layer + 1)]
        cache = dict(A_prev=signal, Z=np.einsum("ij,jk->ik", W, signal) + b, W=W, b=b)
        if layer + 1 < n_layers:
            signal = ACTIVATIONS[activation][0](cache["Z"])
        else:
            signal = sigmoid(cache["Z"])
        caches.append(cache)
    return signal, caches


def deep_forward__loops_over_examples(X, parameters, activation="relu"):
    """Explicit loops over layers, examples and units, with math.exp."""
    import math

    def bend(z):
        if activation == "relu":
            return z if z > 0 else 0.0
        if activation == "tanh":
            return math.tanh(z)
        if activation == "sigmoid":
            return squash(z)
        raise ValueError(f"{activation} is none of relu, tanh, sigmoid")

    def squash(z):
        return 1 / (1 + math.exp(-z)) if z > -700 else 0.0

    L, m, A, caches = len(parameters) // 2, X.shape[1], np.array(X, dtype=float), []
    for l in range(1, L + 1):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z, out = np.zeros((len(W), m)), np.zeros((len(W), m))
        for i in range(m):
            for unit in range(len(W)):
                Z[unit, i] = sum(W[unit, k] * A[k, i] for k in range(len(A))) + b[unit, 0]
                out[unit, i] = squash(Z[unit, i]) if l == L else bend(Z[unit, i])
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b})
        A = out
    return A, caches


def deep_forward__dot_and_prints(X, parameters, activation="relu"):
    """Hidden layers in the loop, the output after it; prints on the way and warns on stderr."""
    import sys
    import warnings

    if activation not in ("relu", "tanh", "sigmoid"):
        raise ValueError("activation must be relu, tanh or sigmoid")
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        Z = np.dot(parameters["W" + str(l)], A_prev) + parameters["b" + str(l)]
        print("layer", l, Z.shape)
        if activation == "relu":
            A = np.maximum(Z, 0)
        elif activation == "tanh":
            A = np.tanh(Z)
        else:
            A = sigmoid(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": parameters["W" + str(l)], "b": parameters["b" + str(l)]})
    Z = np.dot(parameters["W" + str(L)], A) + parameters["b" + str(L)]
    caches.append({"A_prev": A, "Z": Z, "W": parameters["W" + str(L)], "b": parameters["b" + str(L)]})
    print("done", file=sys.stderr)
    warnings.warn("finished", stacklevel=1)
    return sigmoid(Z), caches


def deep_forward__recursive(X, parameters, activation="relu"):
    """A nested function that calls itself for the next layer; returns a list of two."""
    choices = {"relu": lambda z: z * (z > 0), "tanh": np.tanh, "sigmoid": sigmoid}
    if activation not in choices:
        raise ValueError(", ".join(choices))
    L = max(int(name[1:]) for name in parameters)

    def from_layer(l, A_prev):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = W.dot(A_prev) + b
        cache = {"A_prev": A_prev, "Z": Z, "W": W, "b": b}
        if l == L:
            return sigmoid(Z), [cache]
        A = choices[activation](Z)
        AL, rest = from_layer(l + 1, A)
        return AL, [cache, *rest]

    return list(from_layer(1, X))


def deep_forward__extra_entries(X, parameters, activation="relu"):
    """The caches are copies, hold more than was asked for, and come as a tuple."""
    import copy

    assert isinstance(parameters, dict)
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    L = len(parameters) // 2
    A = X.astype(np.float64)
    caches = []
    for l in range(1, L + 1):
        assert parameters[f"W{l}"].shape[1] == A.shape[0]
        Z = parameters[f"W{l}"] @ A + np.tile(parameters[f"b{l}"], (1, A.shape[1]))
        name = activation if l < L else "sigmoid"
        here = ACTIVATIONS[name][0](Z)
        caches.append(copy.deepcopy({"A_prev": A, "Z": Z, "W": parameters[f"W{l}"], "b": parameters[f"b{l}"],
                                     "A": here, "l": l, "g": name}))  # fmt: skip
        A = here
    return A, tuple(caches)


def deep_forward__own_formulas(X, parameters, activation="relu"):
    """Own activation formulas with a clip, examples in rows on the way, ValueError at the end of the choices."""

    def squash(z):
        return 1.0 / (1.0 + np.exp(-np.clip(z, -500, 500)))

    def bend(z):
        if activation == "relu":
            return np.where(z > 0, z, 0)
        elif activation == "tanh":
            return np.tanh(z)
        elif activation == "sigmoid":
            return squash(z)
        else:
            raise ValueError("Unknown activation; use relu, tanh or sigmoid")

    rows, caches, l = X.T, [], 1
    while f"W{l}" in parameters:
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        z = rows @ W.T + b.T
        last = f"W{l + 1}" not in parameters
        out = squash(z) if last else bend(z)
        caches.append({"A_prev": rows.T, "Z": z.T, "W": W, "b": b})
        rows = out
        l += 1
    return np.clip(rows.T, 1e-12, 1 - 1e-12), caches


def deep_forward__counts_from_zero(X, parameters, activation="relu"):
    """Layers counted from zero; one table of activations for all layers."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"{activation!r}: use relu, tanh or sigmoid")
    L = len(parameters) // 2
    A, caches = X, []
    for i in range(L):
        W, b = parameters[f"W{i + 1}"], parameters[f"b{i + 1}"]
        Z = np.add(np.matmul(W, A), b)
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b})
        A = ACTIVATIONS["sigmoid" if i == L - 1 else activation][0](Z)
    return A, caches


def deep_forward__leaves_a_note(X, parameters, activation="relu"):
    """Mutates the parameters: writes the features into them under a new name."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    L = len([name for name in parameters if name.startswith("b")])
    parameters["A0"] = A = X
    caches = []
    for l in range(1, L + 1):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        cache = {"A_prev": A, "Z": Z, "W": parameters[f"W{l}"], "b": parameters[f"b{l}"]}
        A = sigmoid(Z) if l == L else ACTIVATIONS[activation][0](Z)
        caches.append(cache)
    return A, caches


def deep_backward__mean_first(AL, Y, caches, activation="relu"):
    """Divides the error by m once, at the start; weight decay in a loop of its own."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m = AL.shape[1]
    grads = {}
    message = (AL - Y) / m
    for l in reversed(range(len(caches))):
        grads["dW" + str(l + 1)] = np.dot(message, caches[l]["A_prev"].T)
        grads["db" + str(l + 1)] = message.sum(axis=1).reshape(-1, 1)
        if l:
            message = np.dot(caches[l]["W"].T, message) * ACTIVATIONS[activation][1](caches[l - 1]["Z"])
    return grads


def deep_backward__einsum(AL, Y, caches, activation="relu"):
    """Products by einsum."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, grads, delta = Y.shape[-1], {}, AL - Y
    for l in range(len(caches), 0, -1):
        W = caches[l - 1]["W"]
        grads[f"dW{l}"] = np.einsum("ie,je->ij", delta, caches[l - 1]["A_prev"]) / m
        grads[f"db{l}"] = np.einsum("ie->i", delta)[:, None] / m
        if l == 1:
            break
        gate = ACTIVATIONS[activation][1](caches[l - 2]["Z"])
        delta = np.einsum("ij,ie->je", W, delta) * gate
    return grads


def deep_backward__loops_over_examples(AL, Y, caches, activation="relu"):
    """One example at a time, with outer products that are summed up."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, L = Y.shape[1], len(caches)
    grads = {}
    for l in range(1, L + 1):
        grads[f"dW{l}"] = np.zeros(caches[l - 1]["W"].shape)
        grads[f"db{l}"] = np.zeros(caches[l - 1]["b"].shape)
    for i in range(m):
        dz = AL[:, i] - Y[:, i]
        for l in range(L, 0, -1):
            grads[f"dW{l}"] += np.outer(dz, caches[l - 1]["A_prev"][:, i]) / m
            grads[f"db{l}"] += dz[:, np.newaxis] / m
            if l > 1:
                dz = (dz @ caches[l - 1]["W"]) * ACTIVATIONS[activation][1](caches[l - 2]["Z"][:, i])
    return grads


def deep_backward__output_layer_apart(AL, Y, caches, activation="relu"):
    """The output layer before the loop, dA kept beside the gradients, boolean indexing for ReLU."""
    if activation not in ("relu", "tanh", "sigmoid"):
        raise ValueError("activation must be relu, tanh or sigmoid")
    L = len(caches)
    m = float(AL.shape[1])
    grads = {}
    last = caches[L - 1]
    dZ = AL - Y
    grads["dW" + str(L)] = 1.0 / m * np.dot(dZ, last["A_prev"].T)
    grads["db" + str(L)] = 1.0 / m * np.sum(dZ, axis=1, keepdims=True)
    grads["dA" + str(L - 1)] = np.dot(last["W"].T, dZ)
    for l in range(L - 1, 0, -1):
        cache = caches[l - 1]
        dZ = np.array(grads["dA" + str(l)], copy=True)
        if activation == "relu":
            dZ[cache["Z"] <= 0] = 0
        elif activation == "tanh":
            dZ *= 1 - np.power(np.tanh(cache["Z"]), 2)
        else:
            s = sigmoid(cache["Z"])
            dZ *= s * (1 - s)
        grads["dW" + str(l)] = 1.0 / m * np.dot(dZ, cache["A_prev"].T)
        grads["db" + str(l)] = 1.0 / m * np.sum(dZ, axis=1, keepdims=True)
        grads["dA" + str(l - 1)] = np.dot(cache["W"].T, dZ)
    return grads


def deep_backward__in_place(AL, Y, caches, activation="relu"):
    """Mutates the outputs: subtracts the labels from them in place."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    AL -= Y
    dZ, m, grads = AL, Y.shape[1], {}
    for l in range(len(caches), 0, -1):
        grads[f"dW{l}"] = dZ @ caches[l - 1]["A_prev"].T / m
        grads[f"db{l}"] = np.mean(dZ, axis=1, keepdims=True)
        if l > 1:
            dZ = caches[l - 1]["W"].T @ dZ * ACTIVATIONS[activation][1](caches[l - 2]["Z"])
    return grads


def deep_backward__notes_in_the_caches(AL, Y, caches, activation="relu"):
    """Mutates the caches: keeps each dZ there."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, L = Y.shape[1], len(caches)
    caches[-1]["dZ"] = AL - Y
    for l in range(L - 1, 0, -1):
        dA = caches[l]["W"].T @ caches[l]["dZ"]
        caches[l - 1]["dZ"] = dA * ACTIVATIONS[activation][1](caches[l - 1]["Z"])
    grads = {f"dW{l}": c["dZ"] @ c["A_prev"].T / m for l, c in enumerate(caches, 1)}
    grads.update({f"db{l}": c["dZ"].sum(1, keepdims=True) / m for l, c in enumerate(caches, 1)})
    return grads


def deep_backward__recursive(AL, Y, caches, activation="relu"):
    """A nested function that calls itself for the layer below."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m = Y.shape[1]

    def from_layer(l, dZ):
        if l == 0:
            return {}
        cache = caches[l - 1]
        below = {}
        if l > 1:
            lower = caches[l - 2]
            below = from_layer(l - 1, (cache["W"].T @ dZ) * ACTIVATIONS[activation][1](lower["Z"]))
        return {
            **below,
            f"dW{l}": np.matmul(dZ, cache["A_prev"].swapaxes(0, 1)) / m,
            f"db{l}": dZ.mean(axis=1, keepdims=True),
        }

    return from_layer(len(caches), AL - Y)


def deep_backward__slope_from_activation(AL, Y, caches, activation="relu"):
    """Works the slope out from the activation, computed once more from Z; tensordot and math.pow."""
    import math

    slopes = {
        "relu": lambda Z: np.heaviside(Z, 0.0),
        "tanh": lambda Z: 1 - np.tanh(Z) * np.tanh(Z),
        "sigmoid": lambda Z: sigmoid(Z) - sigmoid(Z) ** 2,
    }
    if activation not in slopes:
        raise ValueError("relu, tanh, sigmoid")
    one_over_m = math.pow(Y.shape[1], -1)
    grads, dZ = {}, np.subtract(AL, Y)
    for l, cache in reversed(list(enumerate(caches, start=1))):
        grads[f"dW{l}"] = one_over_m * np.tensordot(dZ, cache["A_prev"], axes=(1, 1))
        grads[f"db{l}"] = one_over_m * np.dot(dZ, np.ones((dZ.shape[1], 1)))
        if l >= 2:
            dA = np.tensordot(cache["W"], dZ, axes=(0, 0))
            dZ = np.multiply(dA, slopes[activation](caches[l - 2]["Z"]))
    return grads


def deep_backward__talkative(AL, Y, caches, activation="relu"):
    """Prints, warns, asserts, sets a seed; returns the gradients in the order of their names."""
    import copy
    import sys
    import warnings

    np.random.seed(1)
    assert AL.shape == Y.shape
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, grads = Y.shape[1], {}
    dZ = copy.deepcopy(AL) - copy.deepcopy(Y)
    for l in range(len(caches), 0, -1):
        A_prev, W = caches[l - 1]["A_prev"], caches[l - 1]["W"]
        grads["dW{}".format(l)] = (dZ @ A_prev.T) / m
        grads["db{}".format(l)] = np.sum(dZ, axis=-1, keepdims=True) / m
        assert grads[f"dW{l}"].shape == W.shape
        print("layer", l, np.abs(grads[f"dW{l}"]).max())
        print("layer", l, file=sys.stderr)
        if l > 1:
            dA = W.T @ dZ
            dZ = dA * ACTIVATIONS[activation][1](caches[l - 2]["Z"])
    warnings.warn("done", stacklevel=1)
    return dict(sorted(grads.items()))


def deep_backward__list_of_messages(AL, Y, caches, activation="relu"):
    """First all messages, then all gradients; keys counted forwards."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    messages = [AL - Y]
    for above, here in zip(caches[:0:-1], caches[-2::-1], strict=False):
        messages.insert(0, above["W"].T @ messages[0] * ACTIVATIONS[activation][1](here["Z"]))
    grads = {}
    for number, (dZ, cache) in enumerate(zip(messages, caches, strict=True)):
        m = dZ.shape[1]
        grads[f"dW{number + 1}"] = np.inner(dZ, cache["A_prev"]) / m
        grads[f"db{number + 1}"] = np.average(dZ, axis=1)[:, None]
    return grads


class NeuralNetwork__deepcopy:
    """The update copies everything and subtracts in place; the labels are bool."""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.layer_dims = list(layer_dims)
        self.activation, self.learning_rate = activation, learning_rate
        method = {"relu": "he", "tanh": "xavier", "sigmoid": "xavier"}[activation]
        self.parameters = initialize_deep(self.layer_dims, method, rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return np.float64(compute_cost(AL, Y))

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        import copy

        parameters = copy.deepcopy(self.parameters)
        for l in range(1, len(parameters) // 2 + 1):
            parameters["W" + str(l)] -= self.learning_rate * grads["dW" + str(l)]
            parameters["b" + str(l)] -= self.learning_rate * grads["db" + str(l)]
        self.parameters = parameters

    def train(self, X, Y, num_iterations):
        costs = []
        for i in range(num_iterations):
            AL, caches = self.forward(X)
            cost = self.compute_cost(AL, Y)
            costs.append(cost)
            grads = self.backward(AL, Y, caches)
            self.update_parameters(grads)
            if i % 100 == 0:
                print(f"cost after iteration {i}: {cost:.4f}")
        return costs

    def predict(self, X):
        return self.forward(X)[0] > 0.5


class NeuralNetwork__in_place:
    """Steps in place, keeps the caches and the history as well, returns things nobody asked for; labels are floats."""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)
        self.caches = None
        self.costs = []

    def forward(self, X):
        AL, self.caches = deep_forward(X, self.parameters, self.activation)
        return [AL, self.caches]

    def compute_cost(self, AL, Y):
        return np.array(compute_cost(AL, Y))

    def backward(self, AL, Y, caches=None):
        self.grads = deep_backward(AL, Y, self.caches if caches is None else caches, self.activation)
        return self.grads

    def update_parameters(self, grads=None):
        for name, value in self.parameters.items():
            value -= self.learning_rate * (grads or self.grads)["d" + name]
        return self.parameters

    def train(self, X, Y, num_iterations=1000):
        costs = np.zeros(num_iterations)
        for i in range(num_iterations):
            AL, _ = self.forward(X)
            costs[i] = self.compute_cost(AL, Y)
            self.backward(AL, Y)
            self.update_parameters()
        self.costs.extend(costs)
        return costs

    def predict(self, X):
        AL, _ = deep_forward(X, self.parameters, self.activation)
        return np.round(AL)


class NeuralNetwork__on_its_own:
    """Uses neither of the two functions: everything is worked out inside, with Glorot's start and private names."""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        import math

        rng = np.random.default_rng() if rng is None else rng
        self._bend, self._slope = ACTIVATIONS[activation]
        self.__rate = learning_rate
        self.L = len(layer_dims) - 1
        self.parameters = {}
        for l, (n_in, n_out) in enumerate(zip(layer_dims, layer_dims[1:], strict=False), start=1):
            scale = math.sqrt(2 / (n_in + n_out)) if activation != "relu" else math.sqrt(2 / n_in)
            self.parameters["W" + str(l)] = rng.normal(0.0, scale, (n_out, n_in))
            self.parameters["b" + str(l)] = np.zeros(n_out)[:, None]

    def forward(self, X):
        caches = []
        for l in range(1, self.L + 1):
            W, b = self.parameters["W" + str(l)], self.parameters["b" + str(l)]
            Z = np.einsum("ij,je->ie", W, X) + b
            caches.append({"A_prev": X, "Z": Z, "W": W, "b": b})
            X = self._bend(Z) if l < self.L else sigmoid(Z)
        return X, caches

    def compute_cost(self, AL, Y):
        P = np.where(np.asarray(Y) == 1, AL, 1 - AL)
        return -np.log(np.maximum(P, 1e-15)).sum() / Y.shape[1]

    def backward(self, AL, Y, caches):
        grads, dZ = {}, (AL - Y) / Y.shape[1]
        for l in range(self.L, 0, -1):
            grads["dW" + str(l)], grads["db" + str(l)] = dZ @ caches[l - 1]["A_prev"].T, dZ.sum(1, keepdims=True)
            if l > 1:
                dZ = caches[l - 1]["W"].T @ dZ * self._slope(caches[l - 2]["Z"])
        return grads

    def update_parameters(self, grads):
        self.parameters = {k: v - self.__rate * grads["d" + k] for k, v in self.parameters.items()}

    def train(self, X, Y, num_iterations):
        def step():
            AL, caches = self.forward(X)
            self.update_parameters(self.backward(AL, Y, caches))
            return self.compute_cost(AL, Y)

        return [step() for _ in range(num_iterations)]

    def predict(self, X):
        return np.where(self.forward(X)[0] > 0.5, 1, 0)


class NeuralNetwork__keywords_and_checks:
    """Calls by keyword, checks its arguments, parameters behind a property, costs as a tuple."""

    __slots__ = ("_parameters", "activation", "rate")

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        if activation not in ACTIVATIONS:
            raise ValueError("relu, tanh, sigmoid")
        assert len(layer_dims) >= 2
        self._parameters = initialize_deep(layer_dims=layer_dims, method="he", rng=rng)
        self.activation = activation
        self.rate = learning_rate

    @property
    def parameters(self):
        return self._parameters

    def forward(self, X):
        return deep_forward(X, parameters=self._parameters, activation=self.activation)

    @staticmethod
    def compute_cost(AL, Y):
        AL = np.clip(AL, 1e-10, 1 - 1e-10)
        return -(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)).sum(axis=0).mean()

    def backward(self, AL, Y, caches):
        return deep_backward(AL=AL, Y=Y, caches=caches, activation=self.activation)

    def update_parameters(self, grads):
        new = dict(self._parameters)
        for name in new:
            new[name] = new[name] - np.multiply(self.rate, grads[f"d{name}"])
        self._parameters = new

    def train(self, X, Y, num_iterations):
        costs, i = (), 0
        while i < num_iterations:
            AL, caches = self.forward(X)
            costs += (float(self.compute_cost(AL, Y)),)
            self.update_parameters(self.backward(AL, Y, caches))
            i += 1
        return costs

    def predict(self, X):
        AL, _ = self.forward(X)
        labels = np.zeros(AL.shape, dtype=np.int64)
        for unit in range(AL.shape[0]):
            for i in range(AL.shape[1]):
                if AL[unit, i] > 0.5:
                    labels[unit, i] = 1
        return labels


class NeuralNetwork__keeps_copies:
    """Keeps copies of everything, has helper methods and a text form, warns on stderr."""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.dims = tuple(layer_dims)
        self.activation = activation
        self.learning_rate = np.float64(learning_rate)
        self.history = {"costs": []}
        self.parameters = {}
        self._initialise(rng if rng is not None else np.random.default_rng())

    def __repr__(self):
        return f"NeuralNetwork({self.dims})"

    def _initialise(self, rng):
        gain = 2.0 if self.activation == "relu" else 1.0
        for l in range(1, len(self.dims)):
            shape = (self.dims[l], self.dims[l - 1])
            self.parameters[f"W{l}"] = rng.standard_normal(shape) * np.sqrt(gain / shape[1])
        for l in range(1, len(self.dims)):
            self.parameters[f"b{l}"] = np.zeros((self.dims[l], 1))

    def forward(self, X):
        import copy

        return deep_forward(np.array(X, dtype=float), copy.deepcopy(self.parameters), self.activation)

    def compute_cost(self, AL, Y):
        m = Y.shape[1]
        AL = np.clip(AL, 1e-12, 1 - 1e-12)
        return np.squeeze(-(np.vdot(Y, np.log(AL)) + np.vdot(1 - Y, np.log1p(-AL))) / m)

    def backward(self, AL, Y, caches):
        import copy

        return dict(deep_backward(AL.copy(), Y.copy(), copy.deepcopy(caches), self.activation))

    def update_parameters(self, grads):
        for l in range(1, len(self.dims)):
            for kind in ("W", "b"):
                self.parameters[f"{kind}{l}"] = self.parameters[f"{kind}{l}"] - self.learning_rate * grads[f"d{kind}{l}"]

    def step(self, X, Y):
        AL, caches = self.forward(X)
        cost = float(self.compute_cost(AL, Y))
        self.update_parameters(self.backward(AL, Y, caches))
        return cost

    def train(self, X, Y, num_iterations):
        import sys

        X, Y = X.copy(), Y.copy()
        costs = []
        for i in range(num_iterations):
            costs.append(self.step(X, Y))
            if i % 500 == 0:
                print(i, costs[-1], file=sys.stderr)
        self.history["costs"] += costs
        return costs

    def predict(self, X):
        return np.greater(self.forward(X)[0], 0.5).astype(np.uint8)


# expose_forward


def expose_forward__own_network(f):
    """Tries a network of its own with every activation, and answers 1 or 0."""
    rng = np.random.default_rng(0)
    P = {
        "W1": rng.normal(size=(4, 2)),
        "b1": rng.normal(size=(4, 1)),
        "W2": rng.normal(size=(3, 4)),
        "b2": rng.normal(size=(3, 1)),
        "W3": rng.normal(size=(1, 3)),
        "b3": rng.normal(size=(1, 1)),
    }
    wrong = 0
    for name in ("relu", "tanh", "sigmoid"):
        mine, its = deep_forward(X_tiny, P, name), f(X_tiny, P, name)
        wrong += np.abs(mine[0] - its[0]).max() > 1e-7 or len(mine[1]) != len(its[1])
        wrong += any(
            a[key].shape != b[key].shape or not np.allclose(a[key], b[key]) for a, b in zip(mine[1], its[1]) for key in a
        )
    return int(wrong > 0)


def expose_forward__asserts(f):
    """Lets assertions fail, and catches them."""
    try:
        for name in ("tanh", "relu"):
            (AL, caches), (its, kept) = deep_forward(X_tiny, paper, name), f(X_tiny, paper, name)
            np.testing.assert_allclose(its, AL, rtol=1e-6)
            assert len(kept) == len(caches)
            for a, b in zip(caches, kept):
                for key in ("Z", "A_prev", "W", "b"):
                    np.testing.assert_allclose(b[key], a[key], atol=1e-8)
    except AssertionError:
        return True
    return False
