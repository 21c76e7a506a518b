"""The known mistakes of `regularization` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np


def split_train_validation__no_shuffle(X, Y, validation_split=0.2, rng=None):
    """Is Y sorted in this data set? Which classes does the validation set then hold?"""
    n_train = X.shape[1] - round(X.shape[1] * validation_split)
    return X[:, :n_train], Y[:, :n_train], X[:, n_train:], Y[:, n_train:]


def split_train_validation__first_columns(X, Y, validation_split=0.2, rng=None):
    """If the data came sorted by class, what would the first examples have in common?"""
    n_val = round(X.shape[1] * validation_split)
    return X[:, n_val:], Y[:, n_val:], X[:, :n_val], Y[:, :n_val]


def split_train_validation__every_nth_column(X, Y, validation_split=0.2, rng=None):
    """What if the data repeat with the same period as your choice? Is anything left to chance?"""
    chosen = np.zeros(X.shape[1], dtype=bool)
    chosen[np.linspace(0, X.shape[1] - 1, round(X.shape[1] * validation_split)).astype(int)] = True
    return X[:, ~chosen], Y[:, ~chosen], X[:, chosen], Y[:, chosen]


def add_l2_to_gradients__layer_number_is_one_digit(grads, parameters, lambd, m):
    """What is the number of the tenth layer in your code?"""
    answer = dict(grads)
    for name in parameters:
        if name[0] == "W":
            answer["dW" + name[1]] = grads["dW" + name[1]] + lambd / m * parameters["W" + name[1]]
    return answer


def add_l2_to_gradients__m_from_the_weights(grads, parameters, lambd, m):
    """What does m count, and who tells you?"""
    return {
        name: g + (lambd / parameters[name[1:]].shape[1] * parameters[name[1:]] if name[1] == "W" else 0)
        for name, g in grads.items()
    }


def add_l2_to_gradients__changes_the_callers_arrays(grads, parameters, lambd, m):
    """What do the caller's gradients look like after the call?"""
    for name in grads:
        if name[1] == "W":
            grads[name] += lambd / m * parameters[name[1:]]
    return grads


def deep_forward__thinned_activations_not_used(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Two things come back from dropout: where does each of them go?"""
    g, _ = ACTIVATIONS[activation]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            _, mask = dropout_forward(A, keep_prob, rng)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__dropout_is_told_what_to_drop(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is dropout told the share that stays, or the share that goes?"""
    g, _ = ACTIVATIONS[activation]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            A, mask = dropout_forward(A, 1 - keep_prob, rng)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_backward__given_code_as_it_was(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which two things does this pass know that the plain one did not?"""
    _, g_slope = ACTIVATIONS[activation]
    m, grads = Y.shape[1], {}
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = cache["W"].T @ dZ * g_slope(caches[l - 2]["Z"])
    return grads


def deep_backward__decay_divided_by_the_layers(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What does the m in the penalty count?"""
    _, g_slope = ACTIVATIONS[activation]
    m, grads = Y.shape[1], {}
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = cache["W"].T @ dZ
            if caches[l - 2]["mask"] is not None:
                dA = dropout_backward(dA, caches[l - 2]["mask"], keep_prob)
            dZ = dA * g_slope(caches[l - 2]["Z"])
    tensors = {f"{name}{l}": cache[name] for l, cache in enumerate(caches, start=1) for name in ("W", "b")}
    return add_l2_to_gradients(grads, tensors, lambd, len(caches))


class EarlyStopping__remembers_every_parameter_ever:
    """You keep every set of parameters in a list. Does the list hold copies, or the arrays that training goes on changing?"""

    def __init__(self, patience):
        self.patience = patience
        self.costs = []
        self.kept = []

    def step(self, val_cost, parameters):
        self.costs.append(val_cost)
        self.kept.append(parameters)
        self.best_cost = min(self.costs)
        self.best_epoch = self.costs.index(self.best_cost)
        self.best_parameters = self.kept[self.best_epoch]
        return len(self.costs) - 1 - self.best_epoch >= self.patience


class EarlyStopping__last_of_equal_costs:
    """If two epochs have the same lowest cost, which of them came first?"""

    def __init__(self, patience):
        self.patience = patience
        self.costs = []
        self.kept = []

    def step(self, val_cost, parameters):
        self.costs.append(val_cost)
        self.kept.append({name: np.copy(p) for name, p in parameters.items()})
        finite = [cost for cost in self.costs if cost == cost]
        self.best_cost = min(finite, default=np.inf)
        places = [i for i, cost in enumerate(self.costs) if cost == self.best_cost]
        self.best_epoch = places[-1] if places else -1
        self.best_parameters = self.kept[places[-1]] if places else None
        return len(self.costs) - 1 - (places[0] if places else -1) >= self.patience


class EarlyStopping__window_of_patience_epochs:
    """Which epochs does the newest one have to beat: the last few, or all of them?"""

    def __init__(self, patience):
        self.patience = patience
        self.costs = []
        self.best_cost, self.best_epoch, self.best_parameters = np.inf, -1, None

    def step(self, val_cost, parameters):
        self.costs.append(val_cost)
        if val_cost < self.best_cost:
            self.best_cost, self.best_epoch = val_cost, len(self.costs) - 1
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
        recent = self.costs[-self.patience - 1 :]
        return len(recent) > self.patience and all(not cost < recent[0] for cost in recent[1:])


class EarlyStopping__average_of_the_costs:
    """Is the stopper to judge this epoch's cost, or an average?"""

    def __init__(self, patience):
        self.patience = patience
        self.average = None
        self.epoch = -1
        self.best_cost, self.best_epoch, self.best_parameters = np.inf, -1, None

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost == val_cost:
            self.average = val_cost if self.average is None else 0.5 * self.average + 0.5 * val_cost
            if self.average < self.best_cost:
                self.best_cost, self.best_epoch = self.average, self.epoch
                self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
        return self.epoch - self.best_epoch >= self.patience


def expose_l2__always_true(f):
    """Would a right version be accused as well?"""
    return True


def expose_l2__always_false(f):
    """Is there any version that your test would call wrong?"""
    return False


def expose_l2__no_strength(f):
    """What is left of the penalty where lambda is zero?"""
    AL, Y, parameters, _ = L2_TRY
    return not np.isclose(f(AL, Y, parameters, 0.0), compute_cost_with_l2(AL, Y, parameters, 0.0))


def expose_l2__strength_of_one(f):
    """For which lambda is its square lambda itself?"""
    AL, Y, parameters, _ = L2_TRY
    return not np.isclose(f(AL, Y, parameters, 1.0), compute_cost_with_l2(AL, Y, parameters, 1.0))


def expose_l2__one_layer(f):
    """Does a forgotten layer show in a network that has only one?"""
    AL, Y, parameters, lambd = L2_TRY
    one = {"W1": parameters["W2"], "b1": parameters["b2"]}
    return not np.isclose(f(AL, Y, one, lambd), compute_cost_with_l2(AL, Y, one, lambd))


def expose_l2__biases_of_zero(f):
    """Does a counted bias show where all biases are zero?"""
    AL, Y, parameters, lambd = L2_TRY
    plain = {name: value * (name[0] == "W") for name, value in parameters.items()}
    return not np.isclose(f(AL, Y, plain, lambd), compute_cost_with_l2(AL, Y, plain, lambd))


def expose_l2__too_high_alone(f):
    """Can a wrong cost be too low as well?"""
    return bool(f(*L2_TRY) > compute_cost_with_l2(*L2_TRY) + 1e-8)
