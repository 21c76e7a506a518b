"""What the mistakes of `deep_network` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def deep_forward(X, parameters, activation="relu"):
    """Right: layer by layer, with dropout on hidden layers while training."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_backward(AL, Y, caches, activation="relu"):
    """Right: from the last layer down, with dropout and L2."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


class NeuralNetwork:
    """Right: each method calls the function of that name."""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)
