"""What the mistakes of `one_hidden_layer` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def layer_sizes(X, Y, n_h=4):
    """Right."""
    return X.shape[0], n_h, Y.shape[0]


def initialize_parameters(n_x, n_h, n_y, rng=None):
    """Right: small random weights, biases of zero."""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def predict(parameters, X):
    """Right."""
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(float)


def compute_accuracy(predictions, Y):
    """Right, in percent."""
    return float(np.mean(predictions == Y) * 100)


def forward_propagation(X, parameters):
    """Right."""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def compute_cost(A2, Y):
    """Right, with a guard against the logarithm of 0."""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def backward_propagation(parameters, cache, X, Y):
    """Right."""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def update_parameters(parameters, grads, learning_rate=1.2):
    """Right, parameter by parameter."""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def nn_model(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Right: records the cost every 100 iterations."""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def p0_answers():
    """Right."""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }
