"""A typical submission: most of it right, and three different mistakes, each in a function of its own.

compute_cost adds up the examples and never divides by their number. backward_propagation divides the gradients of the weights, and forgets those of
the biases. compute_accuracy returns a fraction instead of a percentage. nn_model, built on two of them, is right itself.
"""

import numpy as np


def layer_sizes(X, Y, n_h=4):
    n_x = X.shape[0]
    n_y = Y.shape[0]
    return n_x, n_h, n_y


def initialize_parameters(n_x, n_h, n_y, rng=None):
    # rng = np.random.default_rng(3)
    if rng is None:
        W1 = np.random.randn(n_h, n_x) * 0.01
        W2 = np.random.randn(n_y, n_h) * 0.01
    else:
        W1 = rng.standard_normal((n_h, n_x)) * 0.01
        W2 = rng.standard_normal((n_y, n_h)) * 0.01
    b1 = np.zeros((n_h, 1))
    b2 = np.zeros((n_y, 1))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def forward_propagation(X, parameters):
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = sigmoid(Z2)
    print("A2 shape:", A2.shape)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def compute_cost(A2, Y):
    A2 = np.clip(A2, 1e-12, 1 - 1e-12)
    logprobs = np.multiply(np.log(A2), Y) + np.multiply(np.log(1 - A2), 1 - Y)
    cost = -np.sum(logprobs)
    cost = float(np.squeeze(cost))
    return cost


def p0_answers():
    answers = {}
    answers["J"] = np.log(2)
    answers["dZ2"] = [[-1 / 2, 1 / 2, 1 / 2]]
    answers["dW2"] = [[0, 0]]
    answers["db2"] = [[1 / 6]]
    answers["dW1"] = [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]]
    answers["db1"] = [[1 / 6], [-1 / 6]]
    answers["W1"] = [[0.2, -0.12], [-0.2, 0.12]]
    answers["b1"] = [[-0.2], [0.2]]
    answers["W2"] = [[1, -1]]
    answers["b2"] = [[-0.2]]
    return answers


def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W2 = parameters["W2"]
    A1 = cache["A1"]
    A2 = cache["A2"]
    dZ2 = A2 - Y
    dW2 = 1 / m * np.dot(dZ2, A1.T)
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.dot(W2.T, dZ2) * (1 - np.power(A1, 2))
    dW1 = 1 / m * np.dot(dZ1, X.T)
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def update_parameters(parameters, grads, learning_rate=1.2):
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def nn_model(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(0, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
    return parameters, costs


def predict(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return np.round(A2)


def compute_accuracy(predictions, Y):
    return np.mean(predictions == Y)
