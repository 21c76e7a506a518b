"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np


def _slope(activation, Z):
    if activation == "relu":
        return (Z > 0).astype(float)
    if activation == "tanh":
        return 1 - np.tanh(Z) ** 2
    s = 1 / (1 + np.exp(-np.clip(Z, -500, 500)))
    return s * (1 - s)


def _layers(X, parameters, activation):
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters["W" + str(l)], parameters["b" + str(l)]
        Z = np.dot(W, A_prev) + b
        A = ACTIVATIONS[activation][0](Z) if l < L else sigmoid(Z)
        caches.append({"A_prev": A_prev, "W": W, "b": b, "Z": Z})
    return A, caches


def _back(AL, Y, caches, activation):
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    m = AL.shape[1]
    grads, dZ = {}, AL - Y
    for l in reversed(range(1, len(caches) + 1)):
        cache = caches[l - 1]
        grads[f"dW{l}"] = np.dot(dZ, cache["A_prev"].T) / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = np.dot(cache["W"].T, dZ) * _slope(activation, caches[l - 2]["Z"])
    return grads


# deep_forward


def deep_forward__one_output(X, parameters, activation="relu"):
    """Assumes one output unit: the assert that most published notebooks carry."""
    AL, caches = _layers(X, parameters, activation)
    assert AL.shape == (1, X.shape[1])
    return AL, caches


def deep_forward__several_examples(X, parameters, activation="relu"):
    """Assumes more than one example."""
    assert X.shape[1] > 1
    return _layers(X, parameters, activation)


def deep_forward__float64(X, parameters, activation="relu"):
    """Assumes features that are floats."""
    assert X.dtype == np.float64
    return _layers(X, parameters, activation)


def deep_forward__exactly_these_names(X, parameters, activation="relu"):
    """Assumes a hidden layer, and that the dictionary holds weights and biases alone."""
    L = len(parameters) // 2
    assert set(parameters) == {f"{kind}{l}" for kind in "Wb" for l in range(1, L + 1)}
    for l in range(1, L + 1):
        assert parameters[f"b{l}"].shape == (parameters[f"W{l}"].shape[0], 1)
    return _layers(X, parameters, activation)


# deep_backward


def deep_backward__one_output(AL, Y, caches, activation="relu"):
    """Assumes one output unit."""
    assert Y.shape == (1, AL.shape[1])
    return _back(AL, Y, caches, activation)


def deep_backward__several_examples(AL, Y, caches, activation="relu"):
    """Assumes more than one example."""
    assert AL.shape[1] > 1
    return _back(AL, Y, caches, activation)


def deep_backward__labels_are_zero_or_one(AL, Y, caches, activation="relu"):
    """Assumes labels of exactly 0 and 1."""
    assert np.all((Y == 0) | (Y == 1))
    return _back(AL, Y, caches, activation)


# NeuralNetwork


class NeuralNetwork__one_output:
    """Assumes one output unit, and writes its own cost with a small term in the logarithms' reach."""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        assert layer_dims[-1] == 1
        self.activation, self.learning_rate = activation, learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return float(np.squeeze(-np.mean(Y * np.log(AL + 1e-8) + (1 - Y) * np.log(1 - AL + 1e-8))))

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        self.parameters = {k: v - self.learning_rate * grads["d" + k] for k, v in self.parameters.items()}

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__several_examples(NeuralNetwork):
    """Assumes more than one example."""

    def forward(self, X):
        assert X.shape[1] > 1
        return deep_forward(X, self.parameters, self.activation)


class NeuralNetwork__a_hidden_layer(NeuralNetwork):
    """Assumes at least one hidden layer."""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        assert len(layer_dims) > 2 and learning_rate > 0
        super().__init__(layer_dims, activation, learning_rate, rng)


class NeuralNetwork__some_iterations(NeuralNetwork):
    """Assumes at least one iteration, and features and labels that fit."""

    def train(self, X, Y, num_iterations):
        assert num_iterations > 0 and X.shape[1] == Y.shape[1]
        return super().train(X, Y, num_iterations)
