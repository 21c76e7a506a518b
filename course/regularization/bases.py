"""What the mistakes of `regularization` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def split_train_validation(X, Y, validation_split=0.2, rng=None):
    """Right: a shuffled order, cut in two."""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation_of_shuffled_data(X, Y, validation_split=0.2, rng=None):
    """Right: the shuffled data, cut in two."""
    rng = np.random if rng is None else rng
    n_val = round(X.shape[1] * validation_split)
    order = rng.permutation(X.shape[1])
    X, Y = X[:, order], Y[:, order]
    return X[:, n_val:], Y[:, n_val:], X[:, :n_val], Y[:, :n_val]


def compute_cost_with_l2(AL, Y, parameters, lambd):
    """Right for any number of layers."""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def add_l2_to_gradients(grads, parameters, lambd, m):
    """Right."""
    return {name: g + (lambd / m * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients_by_layer(grads, parameters, lambd, m):
    """Right, layer by layer."""
    answer = dict(grads)
    for l in range(1, len(parameters) // 2 + 1):
        answer[f"dW{l}"] = grads[f"dW{l}"] + lambd / m * parameters[f"W{l}"]
    return answer


def dropout_forward(A, keep_prob, rng=None):
    """Right: inverted dropout."""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_backward(dA, mask, keep_prob):
    """Right."""
    return dA * mask / keep_prob


def deep_forward(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Right: layer by layer, with dropout on hidden layers while training."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_backward(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


class EarlyStopping:
    """Right: keeps a copy of the best parameters."""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


def train_with_early_stopping(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Right: asks an EarlyStopping after each epoch."""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping_by_hand(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Right: counts the epochs without improvement itself."""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch
