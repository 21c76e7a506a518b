"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np

# layer_sizes


def layer_sizes__one_output(X, Y, n_h=4):
    """Assumes one row of labels, and says so with an assert."""
    assert Y.shape == (1, X.shape[1])
    return X.shape[0], n_h, Y.shape[0]


def layer_sizes__several_examples(X, Y, n_h=4):
    """Assumes more than one example."""
    assert X.shape[1] > 1
    return X.shape[0], n_h, Y.shape[0]


# initialize_parameters


def initialize_parameters__one_output(n_x, n_h, n_y, rng=None):
    """Assumes one output unit."""
    assert n_y == 1
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((1, n_h)) * 0.01,
        "b2": np.zeros((1, 1)),
    }


# forward_propagation


def forward_propagation__one_output(X, parameters):
    """Assumes one output unit: the assert that most published notebooks carry."""
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    assert A2.shape == (1, X.shape[1])
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__several_examples(X, parameters):
    """Assumes more than one example."""
    n_x, m = X.shape
    assert m > 1
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__output_written_as_a_row(X, parameters):
    """Assumes one output unit, and sums over the hidden units by itself."""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.sum(parameters["W2"].T * A1, axis=0, keepdims=True) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


# compute_cost


def compute_cost__squeezed(A2, Y):
    """Checks that its answer is a float, after squeezing it, and that the labels are one row."""
    m = Y.shape[1]
    assert A2.shape == (1, m)
    A = np.clip(A2, 1e-15, 1 - 1e-15)
    logprobs = np.multiply(np.log(A), Y) + np.multiply(np.log(1 - A), 1 - Y)
    cost = float(np.squeeze(-np.sum(logprobs) / m))
    assert isinstance(cost, float)
    return cost


def compute_cost__several_examples(A2, Y):
    """Assumes more than one example."""
    assert Y.shape[1] > 1
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    return float(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1])


def compute_cost__item(A2, Y):
    """Takes the number out of a product of a row and a column, which needs one output."""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    return (-(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / Y.shape[1]).item()


def compute_cost__labels_are_zero_or_one(A2, Y):
    """Assumes labels of exactly 0 and 1."""
    assert set(np.unique(Y)) <= {0, 1}
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    return float(-np.mean(np.where(Y == 1, np.log(A), np.log(1 - A))))


# backward_propagation


def backward_propagation__one_output(parameters, cache, X, Y):
    """Assumes one output unit."""
    m = X.shape[1]
    assert Y.shape == (1, m)
    assert cache["A2"].shape == (1, m)
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.power(cache["A1"], 2))
    return {
        "dW1": np.dot(dZ1, X.T) / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": np.dot(dZ2, cache["A1"].T) / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }


def backward_propagation__several_examples(parameters, cache, X, Y):
    """Assumes more than one example."""
    m = X.shape[1]
    assert m > 1
    dZ2 = cache["A2"] - Y
    dZ1 = (parameters["W2"].T @ dZ2) * (1 - cache["A1"] ** 2)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }


def backward_propagation__labels_are_zero_or_one(parameters, cache, X, Y):
    """Assumes labels of exactly 0 and 1."""
    m = X.shape[1]
    assert np.all((Y == 0) | (Y == 1))
    dZ2 = cache["A2"] - Y
    dZ1 = (parameters["W2"].T @ dZ2) * (1 - cache["A1"] ** 2)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }


# update_parameters


def update_parameters__exactly_four(parameters, grads, learning_rate=1.2):
    """Assumes exactly the four arrays in each dictionary, and one output unit."""
    assert set(parameters) == {"W1", "b1", "W2", "b2"} and set(grads) == {"dW1", "db1", "dW2", "db2"}
    assert parameters["W2"].shape[0] == 1
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in parameters}


# predict


def predict__several_examples(parameters, X):
    """Assumes more than one example."""
    assert X.shape[1] > 1
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(int)


def compute_accuracy__item(predictions, Y):
    """Takes the number out of products of rows and columns, with whole-number labels."""
    Y = Y.astype(int)
    right = np.dot(Y, predictions.T) + np.dot(1 - Y, 1 - predictions.T)
    return float((right / float(Y.size) * 100).item())


def compute_accuracy__several_examples(predictions, Y):
    """Assumes more than one example."""
    assert Y.size > 1
    return 100 - np.mean(np.abs(predictions - Y)) * 100


# nn_model


def nn_model__several_examples(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Assumes more than one example."""
    assert X.shape[1] > 1
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


def nn_model__more_units_than_one(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Assumes more than one hidden unit, and one output."""
    assert n_h > 1 and Y.shape[0] == 1
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


def nn_model__seeds_the_global_generator(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Seeds the global generator as well, out of habit."""
    np.random.seed(3)
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        if i % 100 == 0:
            costs.append(cost)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs
