"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np

# split_train_validation


def split_train_validation__a_generator_is_given(X, Y, validation_split=0.2, rng=None):
    """Assumes that the caller passes a generator."""
    assert rng is not None
    order = rng.permutation(X.shape[1])
    n_val = round(X.shape[1] * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__several_features(X, Y, validation_split=0.2, rng=None):
    """Assumes more than one feature, and one row of labels."""
    assert X.shape[0] > 1 and Y.shape == (1, X.shape[1])
    rng = np.random if rng is None else rng
    order = rng.permutation(X.shape[1])
    n_val = round(X.shape[1] * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


# compute_cost_with_l2, add_l2_to_gradients


def compute_cost_with_l2__one_output(AL, Y, parameters, lambd):
    """Assumes one output unit, and checks that the cost is a float."""
    m = Y.shape[1]
    assert AL.shape == (1, m)
    squares = sum(np.sum(np.square(parameters["W" + str(l)])) for l in range(1, len(parameters) // 2 + 1))
    cost = float(np.squeeze(compute_cost(AL, Y) + lambd / (2 * m) * squares))
    assert isinstance(cost, float)
    return cost


def compute_cost_with_l2__several_examples(AL, Y, parameters, lambd):
    """Assumes more than one example."""
    assert Y.shape[1] > 1
    squares = sum(np.sum(np.square(tensor)) for name, tensor in parameters.items() if name.startswith("W"))
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__labels_are_zero_or_one(AL, Y, parameters, lambd):
    """Assumes labels of exactly 0 and 1, and biases that are columns."""
    assert set(np.unique(Y)) <= {0, 1}
    squares = 0.0
    for l in range(1, len(parameters) // 2 + 1):
        assert parameters[f"b{l}"].shape == (parameters[f"W{l}"].shape[0], 1)
        squares += np.sum(parameters[f"W{l}"] ** 2)
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def add_l2_to_gradients__exactly_these_names(grads, parameters, lambd, m):
    """Assumes exactly one gradient for each tensor, in its shape."""
    assert set(grads) == {"d" + name for name in parameters}
    assert all(grads["d" + name].shape == tensor.shape for name, tensor in parameters.items())
    return {name: g + (lambd / m * parameters[name[1:]] if name[1] == "W" else 0.0) for name, g in grads.items()}


def add_l2_to_gradients__several_examples(grads, parameters, lambd, m):
    """Assumes more than one example, and a penalty that is no bonus."""
    assert m > 1 and lambd >= 0
    return {name: g + (lambd / m * parameters[name[1:]] if name[1] == "W" else 0.0) for name, g in grads.items()}


# dropout_forward, dropout_backward


def dropout_forward__drops_something(A, keep_prob, rng=None):
    """Assumes a share below 1."""
    assert 0 < keep_prob < 1
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__a_generator_is_given(A, keep_prob, rng=None):
    """Assumes that the caller passes a generator."""
    mask = (rng.random(A.shape) < keep_prob).astype(float)
    return A * mask / keep_prob, mask


def dropout_forward__several_units(A, keep_prob, rng=None):
    """Assumes more than one unit and more than one example."""
    n, m = A.shape
    assert n > 1 and m > 1
    rng = np.random if rng is None else rng
    mask = rng.random((n, m)) < keep_prob
    return A * mask / keep_prob, mask


def dropout_backward__drops_something(dA, mask, keep_prob):
    """Assumes a share below 1."""
    assert 0 < keep_prob < 1 and mask.shape == dA.shape
    return dA * mask / keep_prob


def dropout_backward__several_units(dA, mask, keep_prob):
    """Assumes more than one unit and more than one example."""
    n, m = dA.shape
    assert n > 1 and m > 1
    return dA * mask / keep_prob


# deep_forward, deep_backward


def _layers(X, parameters, activation, keep_prob, rng, training):
    g = ACTIVATIONS[activation][0]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            A, mask = dropout_forward(A, keep_prob, rng)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def _back(AL, Y, caches, activation, keep_prob, lambd):
    m, grads, dZ = Y.shape[1], {}, AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = cache["W"].T @ dZ
            if caches[l - 2]["mask"] is not None:
                dA = dropout_backward(dA, caches[l - 2]["mask"], keep_prob)
            dZ = dA * ACTIVATIONS[activation][1](caches[l - 2]["Z"])
    return grads


def deep_forward__several_examples(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Assumes more than one example."""
    assert X.shape[1] > 1
    return _layers(X, parameters, activation, keep_prob, rng, training)


def deep_forward__one_output(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Assumes one output unit: the assert that most published notebooks carry."""
    AL, caches = _layers(X, parameters, activation, keep_prob, rng, training)
    assert AL.shape == (1, X.shape[1])
    return AL, caches


def deep_forward__a_generator_is_given(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Assumes that whoever trains passes a generator."""
    assert rng is not None or not training
    return _layers(X, parameters, activation, keep_prob, rng, training)


def deep_backward__several_examples(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Assumes more than one example."""
    assert Y.shape[1] > 1
    return _back(AL, Y, caches, activation, keep_prob, lambd)


def deep_backward__one_output(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Assumes one output unit."""
    assert Y.shape == (1, AL.shape[1])
    return _back(AL, Y, caches, activation, keep_prob, lambd)


# EarlyStopping


class EarlyStopping__patience_of_two(EarlyStopping):
    """Assumes a patience of more than one epoch."""

    def __init__(self, patience):
        assert patience > 1
        super().__init__(patience)


class EarlyStopping__exactly_one_layer(EarlyStopping):
    """Assumes the parameters of one layer."""

    def step(self, val_cost, parameters):
        assert set(parameters) == {"W1", "b1"}
        return super().step(val_cost, parameters)


class EarlyStopping__costs_below_a_million(EarlyStopping):
    """Assumes costs that are positive and not very large."""

    def step(self, val_cost, parameters):
        assert not (val_cost < 0 or val_cost > 1e6)
        return super().step(val_cost, parameters)


# train_with_early_stopping


def _train(epoch_fn, val_fn, parameters, max_epochs, patience):
    best, best_cost, best_epoch = None, np.inf, -1
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best_cost, best_epoch = val_cost, epoch
            best = {name: np.copy(tensor) for name, tensor in parameters.items()}
        if epoch - best_epoch >= patience:
            break
    return (parameters if best is None else best), history, best_epoch


def train_with_early_stopping__several_epochs(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Assumes more than one epoch."""
    assert max_epochs > 1
    return _train(epoch_fn, val_fn, parameters, max_epochs, patience)


def train_with_early_stopping__patience_of_two(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Assumes a patience of more than one epoch."""
    assert patience > 1
    return _train(epoch_fn, val_fn, parameters, max_epochs, patience)
