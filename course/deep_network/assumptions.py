"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np


def _slope(activation, Z):
    if activation == "relu":
        return (Z > 0).astype(float)
    if activation == "tanh":
        return 1 - np.tanh(Z) ** 2
    s = 1 / (1 + np.exp(-np.clip(Z, -500, 500)))
    return s * (1 - s)


def deep_forward__one_output(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Assumes one output unit: the assert that most published notebooks carry."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    L = len(parameters) // 2
    A = X
    caches = []
    rng = np.random.default_rng() if rng is None else rng
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters["W" + str(l)], parameters["b" + str(l)]
        Z = np.dot(W, A_prev) + b
        mask = None
        A = ACTIVATIONS[activation][0](Z) if l < L else sigmoid(Z)
        if training and keep_prob < 1 and l < L:
            mask = (rng.random(A.shape) < keep_prob).astype(float)
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "W": W, "b": b, "Z": Z, "mask": mask})
    assert A.shape == (1, X.shape[1])
    return A, caches


def deep_forward__several_examples(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Assumes more than one example."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    assert X.shape[1] > 1
    L = len(parameters) // 2
    A = X
    caches = []
    rng = np.random.default_rng() if rng is None else rng
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters["W" + str(l)], parameters["b" + str(l)]
        Z = np.dot(W, A_prev) + b
        mask = None
        A = ACTIVATIONS[activation][0](Z) if l < L else sigmoid(Z)
        if training and keep_prob < 1 and l < L:
            mask = (rng.random(A.shape) < keep_prob).astype(float)
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "W": W, "b": b, "Z": Z, "mask": mask})
    return A, caches


def deep_backward__one_output(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Assumes one output unit."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    m = AL.shape[1]
    assert Y.shape == (1, m)
    grads, dZ = {}, AL - Y
    for l in reversed(range(1, len(caches) + 1)):
        cache = caches[l - 1]
        grads[f"dW{l}"] = np.dot(dZ, cache["A_prev"].T) / m + lambd * cache["W"] / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = np.dot(cache["W"].T, dZ)
            if caches[l - 2]["mask"] is not None:
                dA = dA * caches[l - 2]["mask"] / keep_prob
            dZ = dA * _slope(activation, caches[l - 2]["Z"])
    return grads


def deep_backward__several_examples(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Assumes more than one example."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    m = AL.shape[1]
    assert m > 1
    grads, dZ = {}, AL - Y
    for l in reversed(range(1, len(caches) + 1)):
        cache = caches[l - 1]
        grads[f"dW{l}"] = np.dot(dZ, cache["A_prev"].T) / m + lambd * cache["W"] / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = np.dot(cache["W"].T, dZ)
            if caches[l - 2]["mask"] is not None:
                dA = dA * caches[l - 2]["mask"] / keep_prob
            dZ = dA * _slope(activation, caches[l - 2]["Z"])
    return grads


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
