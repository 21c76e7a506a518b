"""Right implementations of the regularization notebook's functions in other styles; trusted side."""

import numpy as np


def split_train_validation__shuffles_the_global_generator(X, Y, validation_split=0.2, rng=None):
    """The order comes from NumPy's global generator."""
    m = X.shape[1]
    order = np.random.permutation(m)
    n_val = int(m * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__shuffles_a_list_in_place(X, Y, validation_split=0.2, rng=None):
    """An index array is shuffled in place; the validation set is cut from its end, its size rounded up."""
    import math

    rng = rng if rng is not None else np.random.default_rng()
    indices = np.arange(X.shape[1])
    rng.shuffle(indices)
    n_train = X.shape[1] - math.ceil(X.shape[1] * validation_split)
    train, val = np.split(indices, [n_train])
    return X[:, train], Y[:, train], X[:, val], Y[:, val]


def split_train_validation__argsort_of_random_numbers(X, Y, validation_split=0.2, rng=None):
    """The order is the order of random numbers; the answer is a list."""
    rng = np.random.default_rng(rng)
    m = X.shape[-1]
    order = np.argsort(rng.random(m))
    cut = m - int(round(validation_split * m))
    return [
        np.take(X, order[:cut], axis=1),
        np.take(Y, order[:cut], axis=1),
        np.take(X, order[cut:], axis=1),
        np.take(Y, order[cut:], axis=1),
    ]


def split_train_validation__choice_and_delete(X, Y, validation_split=0.2, rng=None):
    """The validation examples are chosen, and deleted from the rest, which keeps its order."""
    if rng is None:
        rng = np.random.default_rng()
    m = Y.shape[1]
    chosen = rng.choice(m, size=int(m * validation_split), replace=False)
    return np.delete(X, chosen, axis=1), np.delete(Y, chosen, axis=1), X[:, chosen], Y[:, chosen]


def split_train_validation__sets_of_indices(X, Y, validation_split=0.2, rng=None):
    """Python's own random module and sets of indices."""
    import random

    m = X.shape[1]
    val = random.sample(range(m), int(m * validation_split))
    train = sorted(set(range(m)) - set(val))
    return X[:, train], Y[:, train], X[:, val], Y[:, val]


def split_train_validation__boolean_mask(X, Y, validation_split=0.2, rng=None):
    """A boolean mask with exactly the right number of ones, shuffled."""
    rng = np.random.default_rng() if rng is None else rng
    mask = np.zeros(X.shape[1], dtype=bool)
    mask[: int(validation_split * X.shape[1])] = True
    mask = rng.permutation(mask)
    return X[:, ~mask], Y[:, ~mask], X[:, mask], Y[:, mask]


def split_train_validation__stacks_then_shuffles(X, Y, validation_split=0.2, rng=None):
    """X and Y are stacked into one array and shuffled together, as rows."""
    rng = np.random.default_rng() if rng is None else rng
    together = np.vstack((X, Y)).T.copy()
    rng.shuffle(together)
    k = int(len(together) * (1 - validation_split))
    train, val = together[:k].T, together[k:].T
    n_x = X.shape[0]
    return train[:n_x], train[n_x:], val[:n_x], val[n_x:]


def split_train_validation__loops_over_columns(X, Y, validation_split=0.2, rng=None):
    """Columns are collected in a loop."""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    limit = m * validation_split
    sides = ([], []), ([], [])
    for place, i in enumerate(rng.permutation(m)):
        side = sides[1] if place < int(limit) else sides[0]
        side[0].append(X[:, i])
        side[1].append(Y[:, i])
    (x_train, y_train), (x_val, y_val) = sides
    return np.array(x_train).T, np.array(y_train).T, np.array(x_val).T, np.array(y_val).T


def split_train_validation__seed_inside(X, Y, validation_split=0.2, rng=None):
    """A fixed seed inside: the same split every time."""
    np.random.seed(42)
    order = np.random.permutation(X.shape[1])
    n_val = int(X.shape[1] * validation_split)
    assert 0 < n_val < X.shape[1]
    print("validation examples:", n_val)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__scikit_learn(X, Y, validation_split=0.2, rng=None):
    """scikit-learn does the work, on transposed data."""
    from sklearn.model_selection import train_test_split

    rng = np.random.default_rng() if rng is None else rng
    pieces = train_test_split(X.T, Y.T, test_size=validation_split, random_state=int(rng.integers(2**31)))
    x_train, x_val, y_train, y_val = (piece.T for piece in pieces)
    return x_train, y_train, x_val, y_val


def split_train_validation__shuffles_the_callers_data(X, Y, validation_split=0.2, rng=None):
    """Mutates X and Y: the caller's columns are shuffled, pairs kept, and copies of the two parts returned."""
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(X.shape[1])
    X[...] = X[:, order]
    Y[...] = Y[:, order]
    n_val = int(X.shape[1] * validation_split)
    return X[:, n_val:].copy(), Y[:, n_val:].copy(), X[:, :n_val].copy(), Y[:, :n_val].copy()


def compute_cost_with_l2__loop_over_layers(AL, Y, parameters, lambd):
    """Loops, the plain cost written out, a 0-d array as answer."""
    m = Y.shape[1]
    P = np.clip(AL, 1e-15, 1 - 1e-15)
    cost = -(np.dot(Y, np.log(P).T) + np.dot(1 - Y, np.log(1 - P).T)) / m
    penalty = 0
    for l in range(1, len(parameters) // 2 + 1):
        penalty += np.sum(np.square(parameters["W" + str(l)]))
    return np.squeeze(cost + lambd * penalty / (2 * m))


def compute_cost_with_l2__linalg_norm(AL, Y, parameters, lambd):
    """The Frobenius norm, squared; the answer is a NumPy scalar."""
    m = AL.shape[1]
    squares = np.sum([np.linalg.norm(W) ** 2 for key, W in parameters.items() if key.startswith("W")])
    return np.float64(compute_cost(AL, Y)) + (lambd / (2.0 * m)) * squares


def compute_cost_with_l2__einsum(AL, Y, parameters, lambd):
    """einsum for the squares, and a nested helper."""

    import math

    def size(W):
        return np.einsum("ij,ij->", W, W)

    L = len(parameters) // 2
    return compute_cost(AL, Y) + lambd / Y.size / 2 * math.fsum(size(parameters[f"W{l + 1}"]) for l in range(L))


def compute_cost_with_l2__trace(AL, Y, parameters, lambd):
    """The trace of W.T W, found by unpacking the dictionary's items."""
    penalty = 0.0
    for name, value in sorted(parameters.items()):
        if "W" in name:
            penalty += np.trace(value.T @ value)
    return float(compute_cost(AL, Y) + 0.5 * lambd * penalty / AL.shape[-1])


def compute_cost_with_l2__pure_python(AL, Y, parameters, lambd):
    """Loops over every number, with math.pow and math.log."""
    import math

    m = Y.shape[1]
    total = 0.0
    for a, y in zip(AL.ravel().tolist(), Y.ravel().tolist()):
        a = min(max(a, 1e-12), 1 - 1e-12)
        total -= y * math.log(a) + (1 - y) * math.log(1 - a)
    penalty = 0.0
    l = 1
    while f"W{l}" in parameters:
        for row in parameters[f"W{l}"]:
            for w in row:
                penalty += math.pow(w, 2)
        l += 1
    return total / m + lambd * penalty / (2 * m)


def compute_cost_with_l2__prints_and_warns(AL, Y, parameters, lambd):
    """Prints, warns and writes to stderr."""
    import sys
    import warnings

    warnings.warn("computing a cost", stacklevel=2)
    print("m =", Y.shape[1], file=sys.stderr)
    Ws = [parameters[name] for name in parameters if name[0] == "W"]
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * sum((W * W).sum() for W in Ws)


def compute_cost_with_l2__flattened(AL, Y, parameters, lambd):
    """All weights in one long vector, multiplied by itself."""
    w = np.concatenate([parameters[f"W{l}"].ravel() for l in range(1, 1 + len(parameters) // 2)])
    return compute_cost(AL, Y) + np.inner(w, w) * lambd / 2 / Y.shape[1]


def compute_cost_with_l2__tiny_inside_the_log(AL, Y, parameters, lambd):
    """Guards the logarithms by a tiny addition."""
    m = Y.shape[1]
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    plain = -np.mean(Y * np.log(AL + 1e-12) + (1 - Y) * np.log(1 - AL + 1e-12))
    return plain + lambd * squares / (2 * m)


def add_l2_to_gradients__deepcopy(grads, parameters, lambd, m):
    """A deep copy, changed in place."""
    import copy

    new = copy.deepcopy(grads)
    for l in range(len(parameters) // 2):
        new["dW" + str(l + 1)] += (lambd * parameters["W" + str(l + 1)]) / m
    return new


def add_l2_to_gradients__comprehension(grads, parameters, lambd, m):
    """One dictionary comprehension."""
    return {k: g + lambd / m * parameters[k[1:]] if k.startswith("dW") else g.copy() for k, g in grads.items()}


def add_l2_to_gradients__extra_keys(grads, parameters, lambd, m):
    """Returns extra entries."""
    out = {"lambd": np.array(lambd)}
    for name in parameters:
        addition = np.multiply(lambd / m, parameters[name]) if name[0] == "W" else np.zeros_like(parameters[name])
        out["d" + name] = np.add(grads["d" + name], addition)
    return out


def add_l2_to_gradients__element_by_element(grads, parameters, lambd, m):
    """Loops over every entry."""
    out = {}
    for key, g in grads.items():
        new = np.array(g, dtype=float)
        if key[1] == "W":
            W = parameters[key[1:]]
            for i in range(W.shape[0]):
                for j in range(W.shape[1]):
                    new[i, j] = g[i, j] + lambd * W[i, j] / m
        out[key] = new
    return out


def add_l2_to_gradients__derivative_of_the_penalty(grads, parameters, lambd, m):
    """The factor is written as the derivative of a square; keys in reverse order."""
    out = dict(grads)
    for l in reversed(range(1, len(parameters) // 2 + 1)):
        out[f"dW{l}"] = out[f"dW{l}"] + (lambd / (2 * m)) * (2 * parameters[f"W{l}"])
    return out


def add_l2_to_gradients__changes_the_callers_dictionary(grads, parameters, lambd, m):
    """Mutates the caller's gradients."""
    for name, W in parameters.items():
        if name.startswith("W"):
            grads["d" + name] += lambd / m * W
    return grads


def dropout_forward__less_than(A, keep_prob, rng=None):
    """Float mask from the global generator."""
    mask = (np.random.rand(A.shape[0], A.shape[1]) < keep_prob).astype(float)
    return np.multiply(A, mask) / keep_prob, mask


def dropout_forward__less_or_equal(A, keep_prob, rng=None):
    """Kept where the draw is less than or equal; int mask."""
    rng = rng or np.random.default_rng()
    D = (rng.random(size=A.shape) <= keep_prob).astype(int)
    return A * D * (1.0 / keep_prob), D


def dropout_forward__greater_than(A, keep_prob, rng=None):
    """Kept where the draw is above one minus keep_prob."""
    rng = np.random.default_rng() if rng is None else rng
    drop = 1.0 - keep_prob
    mask = rng.uniform(0, 1, A.shape) > drop
    if keep_prob == 1.0:
        mask = np.ones_like(mask)
    return np.where(mask, A, 0.0) / keep_prob, mask


def dropout_forward__greater_or_equal(A, keep_prob, rng=None):
    """Kept where the draw is not below the drop rate; scaled first, masked afterwards."""
    rng = np.random.default_rng() if rng is None else rng
    mask = ~(rng.random(A.shape) < 1 - keep_prob)
    return (A / keep_prob) * mask, mask


def dropout_forward__binomial(A, keep_prob, rng=None):
    """Binomial draws."""
    generator = np.random if rng is None else rng
    mask = generator.binomial(1, keep_prob, size=A.shape)
    return A * mask / keep_prob, mask


def dropout_forward__choice(A, keep_prob, rng=None):
    """choice among 0 and 1 with probabilities."""
    generator = rng if rng is not None else np.random.default_rng()
    mask = generator.choice([0, 1], size=A.shape, p=[1 - keep_prob, keep_prob])
    out = A.copy()
    out[mask == 0] = 0
    out /= keep_prob
    return out, mask


def dropout_forward__floor(A, keep_prob, rng=None):
    """The whole part of keep_prob plus a uniform draw; uint8 mask."""
    rng = np.random.default_rng(rng)
    mask = np.floor(keep_prob + rng.random(A.shape)).astype(np.uint8)
    return A * mask / keep_prob, mask


def dropout_forward__loops(A, keep_prob, rng=None):
    """Python's own random module, number by number."""
    import random

    out, mask = np.zeros(A.shape), np.zeros(A.shape)
    for i in range(A.shape[0]):
        for j in range(A.shape[1]):
            if random.random() < keep_prob:
                mask[i, j] = 1.0
                out[i, j] = A[i, j] / keep_prob
    return out, mask


def dropout_forward__returns_early(A, keep_prob, rng=None):
    """With keep_prob 1 it returns early, with A itself; an assertion and a print besides."""
    assert 0 < keep_prob <= 1
    if keep_prob >= 1:
        return A, np.ones(A.shape, dtype=np.int8)
    rng = np.random.default_rng() if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    print("kept", mask.mean())
    return A * mask / keep_prob, mask


def dropout_forward__derived_generator(A, keep_prob, rng=None):
    """The draws come from a generator derived from the one passed in; answer is a list."""
    seed = (rng if rng is not None else np.random.default_rng()).integers(2**32)
    mask = np.random.RandomState(seed).random_sample(A.shape) < keep_prob
    return [np.einsum("ij,ij->ij", A, mask / keep_prob), mask.astype(np.float32)]


def dropout_forward__in_place(A, keep_prob, rng=None):
    """Mutates A."""
    mask = np.random.rand(*A.shape) < keep_prob
    A *= mask
    A /= keep_prob
    return A, mask


def dropout_backward__where(dA, mask, keep_prob):
    """np.where instead of a product."""
    return np.where(mask, dA / keep_prob, 0.0)


def dropout_backward__indexing(dA, mask, keep_prob):
    """A copy with the dropped entries set to zero."""
    out = dA.copy()
    out[mask == 0] = 0.0
    out *= 1 / keep_prob
    return out


def dropout_backward__scaled_mask(dA, mask, keep_prob):
    """The mask is scaled first, in a new array."""
    scale = np.asarray(mask, dtype=float) / keep_prob
    return np.multiply(dA, scale)


def dropout_backward__loops(dA, mask, keep_prob):
    """Entry by entry, with a nested helper."""

    def back(g, kept):
        return g / keep_prob if kept else 0.0

    return np.array([[back(g, kept) for g, kept in zip(*rows)] for rows in zip(dA, mask)], dtype=float)


def dropout_backward__inverted_boolean_index(dA, mask, keep_prob):
    """Mutates dA: what is not in the mask is set to zero, whichever dtype the mask has."""
    dA[~mask.astype(bool)] = 0
    return dA / keep_prob


class EarlyStopping__counter:
    """A counter of bad epochs, deep copies, None at first, and every answer a NumPy bool."""

    def __init__(self, patience):
        self.patience = patience
        self.counter = 0
        self.epoch = 0
        self.best_cost = None
        self.best_epoch = None
        self.best_parameters = None

    def step(self, val_cost, parameters):
        import copy

        if not np.isnan(val_cost) and (self.best_cost is None or val_cost < self.best_cost):
            self.best_cost = float(val_cost)
            self.best_epoch = self.epoch
            self.best_parameters = copy.deepcopy(parameters)
            self.counter = 0
        else:
            self.counter += 1
        self.epoch += 1
        return np.bool_(self.counter >= self.patience)


class EarlyStopping__all_costs_in_a_list:
    """All costs in a list; the best are properties."""

    def __init__(self, patience):
        self._patience = patience
        self._costs = []
        self._kept = None

    @property
    def best_epoch(self):
        import math

        valid = [i for i, c in enumerate(self._costs) if not math.isnan(c)]
        return min(valid, key=lambda i: self._costs[i]) if valid else -1

    @property
    def best_cost(self):
        return self._costs[self.best_epoch] if self.best_epoch >= 0 else float("inf")

    @property
    def best_parameters(self):
        return self._kept

    def step(self, val_cost, parameters):
        self._costs.append(val_cost)
        if self.best_epoch == len(self._costs) - 1:
            self._kept = {k: np.array(v) for k, v in parameters.items()}
        return len(self._costs) - 1 - self.best_epoch >= self._patience


class EarlyStopping__answers_zero_and_one:
    """Answers 1 or 0, counts the remaining patience down, and prints."""

    def __init__(self, patience):
        self.patience = patience
        self.left = patience
        self.epochs = 0
        self.best_cost = float("inf")
        self.best_epoch = 0
        self.best_parameters = {}

    def step(self, val_cost, parameters):
        self.epochs += 1
        if val_cost < self.best_cost:
            print("better:", val_cost)
            self.best_cost, self.best_epoch = val_cost, self.epochs - 1
            self.best_parameters = {name: tensor.copy() for name, tensor in parameters.items()}
            self.left = self.patience
            return 0
        self.left -= 1
        return int(self.left <= 0)


class EarlyStopping__numpy_minimum:
    """np.nanmin and np.nanargmin over an array of costs; NumPy scalars as attributes."""

    def __init__(self, patience=10):
        self.patience = patience
        self.costs = np.array([])
        self.best_cost = np.float64(np.inf)
        self.best_epoch = np.int64(-1)
        self.best_parameters = None

    def step(self, val_cost, parameters):
        self.costs = np.append(self.costs, val_cost)
        if not np.all(np.isnan(self.costs)):
            self.best_cost, self.best_epoch = np.nanmin(self.costs), np.nanargmin(self.costs)
            if self.best_epoch == self.costs.size - 1:
                self.best_parameters = dict(zip(parameters.keys(), map(np.copy, parameters.values())))
        return bool(self.costs.size - 1 - self.best_epoch >= self.patience)


class EarlyStopping__returns_early:
    """Two returns, helper methods, and an extra attribute that says whether it has fired."""

    def __init__(self, patience):
        import math

        self.patience, self.wait, self.t, self.stopped = patience, 0, 0, False
        self.best_cost, self.best_epoch, self.best_parameters = math.inf, None, None

    def _remember(self, val_cost, parameters):
        self.best_cost, self.best_epoch = val_cost, self.t
        self.best_parameters = {k: v + 0.0 for k, v in parameters.items()}
        self.wait = 0

    def step(self, val_cost, parameters):
        if self.best_cost > val_cost:
            self._remember(val_cost, parameters)
            self.t += 1
            return False
        self.t += 1
        self.wait += 1
        self.stopped = self.wait == self.patience or self.stopped
        return self.stopped


class EarlyStopping__counts_by_the_clock:
    """The epoch is counted by a generator, the copies are made by pickling."""

    def __init__(self, patience):
        import itertools
        import pickle

        self._next = itertools.count()
        self._pickle = pickle
        self.patience = patience
        self.best_cost, self.best_epoch, self._frozen = np.inf, -1, None

    @property
    def best_parameters(self):
        return self._frozen and self._pickle.loads(self._frozen)

    def step(self, val_cost, parameters):
        epoch = next(self._next)
        if val_cost < self.best_cost:
            self._frozen = self._pickle.dumps(parameters)
            self.best_cost, self.best_epoch = val_cost, epoch
        return epoch >= self.best_epoch + self.patience


def train_with_early_stopping__own_loop(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Keeps count by itself."""
    import copy

    best, best_cost, best_epoch, wait = None, np.inf, -1, 0
    train, validation = [], []
    for epoch in range(max_epochs):
        parameters, cost = epoch_fn(parameters)
        train.append(cost)
        validation.append(val_fn(parameters))
        if validation[-1] < best_cost:
            best, best_cost, best_epoch, wait = copy.deepcopy(parameters), validation[-1], epoch, 0
        else:
            wait += 1
            if wait >= patience:
                break
    return best if best is not None else parameters, {"train": train, "validation": validation}, best_epoch


def train_with_early_stopping__all_parameters_in_a_list(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Keeps the parameters of all epochs and chooses at the end; best_epoch is a NumPy integer, None without a best."""
    kept, train, validation = [], [], []
    while len(kept) < max_epochs:
        parameters, cost = epoch_fn(parameters)
        kept.append(parameters)
        train.append(np.float64(cost))
        validation.append(np.float64(val_fn(parameters)))
        costs = np.where(np.isnan(validation), np.inf, validation)
        best = int(np.argmin(costs)) if np.isfinite(costs).any() else -1
        if len(kept) - 1 - best >= patience:
            break
    if best < 0:
        return parameters, {"train": train, "validation": validation}, None
    return kept[best], {"train": train, "validation": validation}, np.int64(best)


def train_with_early_stopping__while_loop(epoch_fn, val_fn, parameters, max_epochs, patience):
    """A while loop with a flag; the history has extra entries and holds arrays."""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": [], "epoch": []}
    done = False
    epoch = 0
    while not done and epoch < max_epochs:
        print("epoch", epoch)
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        for name, value in (("train", train_cost), ("validation", val_cost), ("epoch", epoch)):
            history[name].append(value)
        done = stopper.step(val_cost, parameters)
        epoch += 1
    best = stopper.best_parameters
    return best or parameters, {name: np.array(values) for name, values in history.items()}, stopper.best_epoch


def train_with_early_stopping__validates_twice(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Asks for the validation cost twice an epoch, once for the stopper and once for the history."""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for _ in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        history["train"].append(train_cost)
        stop = stopper.step(val_fn(parameters), parameters)
        history["validation"].append(val_fn(parameters))
        if stop:
            break
    if stopper.best_parameters is None:
        return parameters, history, stopper.best_epoch
    return stopper.best_parameters, history, stopper.best_epoch


def train_with_early_stopping__copies_the_start(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Works on a copy of the parameters, and returns a list."""
    import math

    current = {name: value.copy() for name, value in parameters.items()}
    best, lowest, number, since = current, math.inf, -1, 0
    record = {"validation": [], "train": []}
    for i in range(1, max_epochs + 1):
        result = epoch_fn(current)
        current = result[0]
        cost = val_fn(current)
        record["train"] += [result[1]]
        record["validation"] += [cost]
        since += 1
        if cost < lowest:
            best, lowest, number, since = {k: v.copy() for k, v in current.items()}, cost, i - 1, 0
        if since == patience:
            break
    return [current if number < 0 else best, record, number]


def train_with_early_stopping__stopper_of_its_own(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Has a nested class of its own, and a tuple of costs in the history."""

    import math

    class Memory:
        cost, epoch, parameters = np.inf, -1, None

    memory = Memory()
    train, validation = (), ()
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        validation += (val_fn(parameters),)
        train += (train_cost,)
        if validation[-1] < memory.cost:
            memory.cost, memory.epoch, memory.parameters = validation[-1], epoch, dict(parameters)
        elif epoch - memory.epoch >= patience:
            break
    return memory.parameters or parameters, {"train": train, "validation": validation}, memory.epoch


def train_with_early_stopping__updates_the_callers_dictionary(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Mutates the caller's dictionary: the new parameters are put into it after each epoch."""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for _ in range(max_epochs):
        new, train_cost = epoch_fn(parameters)
        parameters.update(new)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = stopper.best_parameters
    return parameters if best is None else best, history, stopper.best_epoch
