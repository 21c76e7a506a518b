"""A good submission: every answer right, in a style of its own (matrix calls by name, one thing a line)."""

import numpy as np


def layer_sizes(X, Y, n_h=4):
    n_x, m = X.shape
    n_y = len(Y)
    return (n_x, n_h, n_y)


def initialize_parameters(n_x, n_h, n_y, rng=None):
    if rng is None:
        rng = np.random.default_rng()
    parameters = {}
    for layer, (rows, columns) in enumerate([(n_h, n_x), (n_y, n_h)], start=1):
        parameters[f"W{layer}"] = rng.normal(0.0, 0.01, size=(rows, columns))
        parameters[f"b{layer}"] = np.zeros((rows, 1))
    return parameters


def forward_propagation(X, parameters):
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    cache = {}
    cache["Z1"] = np.matmul(W1, X) + b1
    cache["A1"] = np.tanh(cache["Z1"])
    cache["Z2"] = np.matmul(W2, cache["A1"]) + b2
    cache["A2"] = sigmoid(cache["Z2"])
    return cache["A2"], cache


def compute_cost(A2, Y):
    tiny = 1e-10
    probability_of_the_truth = np.where(Y == 1, A2, 1 - A2)
    surprise = -np.log(np.maximum(probability_of_the_truth, tiny))
    return surprise.mean()


# first example: A2 is 1/2 everywhere because A1 is 0
def p0_answers():
    answers = {}
    answers["J"] = 0.693
    answers["dZ2"] = [[-0.5, 0.5, 0.5]]
    answers["dW2"] = np.zeros((1, 2))
    answers["db2"] = [[0.1667]]
    answers["dW1"] = [[-0.1667, 0.1], [0.1667, -0.1]]
    answers["db1"] = [[0.1667], [-0.1667]]
    answers["W1"] = [[0.2, -0.12], [-0.2, 0.12]]
    answers["b1"] = [[-0.2], [0.2]]
    answers["W2"] = [[1, -1]]
    answers["b2"] = [[-0.2]]
    return answers


def backward_propagation(parameters, cache, X, Y):
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = (A2 - Y) / Y.shape[1]  # the mean is in here, once
    dA1 = np.dot(parameters["W2"].T, dZ2)
    dZ1 = np.multiply(dA1, 1 - np.square(A1))
    grads = dict(dW2=np.dot(dZ2, A1.T), dW1=np.dot(dZ1, X.T))
    grads["db2"] = dZ2.sum(axis=1).reshape(-1, 1)
    grads["db1"] = dZ1.sum(axis=1).reshape(-1, 1)
    return grads


def update_parameters(parameters, grads, learning_rate=1.2):
    new = {}
    for key, value in parameters.items():
        new[key] = value - learning_rate * grads["d" + key]
    return new


def nn_model(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    parameters = initialize_parameters(*layer_sizes(X, Y, n_h), rng=rng)
    costs = []
    step = 0
    while step < num_iterations:
        A2, cache = forward_propagation(X, parameters)
        if not step % 100:
            costs.append(float(compute_cost(A2, Y)))
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), learning_rate)
        step += 1
    return parameters, costs


def predict(parameters, X):
    probabilities = forward_propagation(X, parameters)[0]
    return np.where(probabilities > 0.5, 1, 0)


def compute_accuracy(predictions, Y):
    right = np.count_nonzero(predictions == Y)
    return 100.0 * right / Y.size
