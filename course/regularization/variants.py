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


def deep_forward__einsum(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Products by einsum; the mask is float."""
    if activation not in ACTIVATIONS:
        raise ValueError("choose relu, tanh or sigmoid")
    rng = rng if rng is not None else np.random.default_rng()
    n_layers = len([name for name in parameters if name[0] == "W"])
    caches, signal = [], X
    for layer in range(n_layers):
        W, b = parameters["W%d" % (layer + 1)], parameters["b%d" % (layer + 1)]
        cache = dict(A_prev=signal, Z=np.einsum("ij,jk->ik", W, signal) + b, W=W, b=b, mask=None)
        if layer + 1 < n_layers:
            signal = ACTIVATIONS[activation][0](cache["Z"])
            if training and keep_prob < 1.0:
                cache["mask"] = (rng.uniform(0, 1, signal.shape) < keep_prob).astype(float)
                signal = np.multiply(signal, cache["mask"]) / keep_prob
        else:
            signal = sigmoid(cache["Z"])
        caches.append(cache)
    return signal, caches


def deep_forward__loops_over_examples(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Explicit loops over layers, examples and units, with math.exp."""
    import math

    def bend(z):
        if activation == "relu":
            return z if z > 0 else 0.0
        if activation == "tanh":
            return math.tanh(z)
        if activation == "sigmoid":
            return squash(z)
        raise ValueError(f"{activation} is none of relu, tanh, sigmoid")

    def squash(z):
        return 1 / (1 + math.exp(-z)) if z > -700 else 0.0

    draws = rng or np.random.default_rng()
    L, m, A, caches = len(parameters) // 2, X.shape[1], np.array(X, dtype=float), []
    for l in range(1, L + 1):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z, out = np.zeros((len(W), m)), np.zeros((len(W), m))
        mask = np.zeros((len(W), m), dtype=int) if training and keep_prob < 1 and l < L else None
        for i in range(m):
            for unit in range(len(W)):
                Z[unit, i] = sum(W[unit, k] * A[k, i] for k in range(len(A))) + b[unit, 0]
                out[unit, i] = squash(Z[unit, i]) if l == L else bend(Z[unit, i])
                if mask is not None:
                    mask[unit, i] = 1 if draws.random() < keep_prob else 0
                    out[unit, i] *= mask[unit, i] / keep_prob
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b, "mask": mask})
        A = out
    return A, caches


def deep_forward__dot_and_prints(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Hidden layers in the loop, the output after it; prints on the way and warns on stderr."""
    import sys
    import warnings

    if activation not in ("relu", "tanh", "sigmoid"):
        raise ValueError("activation must be relu, tanh or sigmoid")
    if rng is None:
        rng = np.random
    caches = []
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        Z = np.dot(parameters["W" + str(l)], A_prev) + parameters["b" + str(l)]
        print("layer", l, Z.shape)
        if activation == "relu":
            A = np.maximum(Z, 0)
        elif activation == "tanh":
            A = np.tanh(Z)
        else:
            A = sigmoid(Z)
        D = None
        if training and keep_prob < 1:
            D = rng.random(A.shape) < keep_prob
            A = A * D
            A = A / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": parameters["W" + str(l)], "b": parameters["b" + str(l)], "mask": D})
    Z = np.dot(parameters["W" + str(L)], A) + parameters["b" + str(L)]
    caches.append({"A_prev": A, "Z": Z, "W": parameters["W" + str(L)], "b": parameters["b" + str(L)], "mask": None})
    print("done", file=sys.stderr)
    warnings.warn("finished", stacklevel=1)
    return sigmoid(Z), caches


def deep_forward__masks_of_ones(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Every layer has a mask, of ones where nothing is dropped."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"one of {list(ACTIVATIONS)}")
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A, caches = X, []
    for l in range(1, L + 1):
        keep = keep_prob if training and l < L else 1.0
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        mask = np.ones(Z.shape) if keep == 1 else np.floor(rng.random(Z.shape) + keep)
        A = (sigmoid if l == L else ACTIVATIONS[activation][0])(Z) * mask / keep
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__mask_key_only_where_dropped(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """The mask's entry is there only where something is dropped; the draws are u > 1 - k."""
    if activation not in ACTIVATIONS:
        raise ValueError("activation: relu, tanh, sigmoid")
    rng = rng or np.random.default_rng()
    L, A, caches = len(parameters) // 2, X, []
    for l in range(1, L + 1):
        cache = {"A_prev": A, "W": parameters[f"W{l}"], "b": parameters[f"b{l}"]}
        cache["Z"] = np.matmul(cache["W"], A) + cache["b"]
        A = sigmoid(cache["Z"]) if l == L else ACTIVATIONS[activation][0](cache["Z"])
        if training and keep_prob != 1 and l != L:
            cache["mask"] = rng.random(A.shape) > 1 - keep_prob
            A = np.where(cache["mask"], A / keep_prob, 0.0)
        caches += [cache]
    return A, caches


def deep_forward__global_generator(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Draws from NumPy's global generator, by binomial."""
    if activation not in ACTIVATIONS:
        raise ValueError("activation: relu, tanh, sigmoid")
    L, A, caches = len(parameters) // 2, X, []
    for l in range(1, L + 1):
        before = A
        Z = parameters[f"W{l}"] @ before + parameters[f"b{l}"]
        A = sigmoid(Z) if l == L else ACTIVATIONS[activation][0](Z)
        mask = None
        if l < L and training and keep_prob < 1:
            mask = np.random.binomial(1, keep_prob, size=A.shape)
            A = A * mask * (1 / keep_prob)
        caches.append({"A_prev": before, "Z": Z, "W": parameters[f"W{l}"], "b": parameters[f"b{l}"], "mask": mask})
    return A, caches


def deep_forward__recursive(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """A nested function that calls itself for the next layer; returns a list of two."""
    choices = {"relu": lambda z: z * (z > 0), "tanh": np.tanh, "sigmoid": sigmoid}
    if activation not in choices:
        raise ValueError(", ".join(choices))
    rng = np.random.default_rng() if rng is None else rng
    L = max(int(name[1:]) for name in parameters)

    def from_layer(l, A_prev):
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        Z = W.dot(A_prev) + b
        cache = {"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": None}
        if l == L:
            return sigmoid(Z), [cache]
        A = choices[activation](Z)
        if training and keep_prob < 1:
            cache["mask"] = rng.random(A.shape) <= keep_prob
            A = A * cache["mask"] / keep_prob
        AL, rest = from_layer(l + 1, A)
        return AL, [cache, *rest]

    return list(from_layer(1, X))


def deep_forward__extra_entries(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """The caches are copies, hold more than was asked for, and come as a tuple."""
    import copy

    assert isinstance(parameters, dict)
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X.astype(np.float64)
    caches = []
    for l in range(1, L + 1):
        assert parameters[f"W{l}"].shape[1] == A.shape[0]
        Z = parameters[f"W{l}"] @ A + np.tile(parameters[f"b{l}"], (1, A.shape[1]))
        name = activation if l < L else "sigmoid"
        here = ACTIVATIONS[name][0](Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = (rng.random(here.shape) < keep_prob).astype(np.int8)
            here = here * mask / keep_prob
        caches.append(copy.deepcopy({"A_prev": A, "Z": Z, "W": parameters[f"W{l}"], "b": parameters[f"b{l}"],
                                     "mask": mask, "A": here, "l": l, "g": name, "D": mask}))  # fmt: skip
        A = here
    return A, tuple(caches)


def deep_forward__own_formulas(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Own activation formulas with a clip, examples in rows on the way, ValueError at the end of the choices."""

    def squash(z):
        return 1.0 / (1.0 + np.exp(-np.clip(z, -500, 500)))

    def bend(z):
        if activation == "relu":
            return np.where(z > 0, z, 0)
        elif activation == "tanh":
            return np.tanh(z)
        elif activation == "sigmoid":
            return squash(z)
        else:
            raise ValueError("Unknown activation; use relu, tanh or sigmoid")

    rng = np.random.default_rng() if rng is None else rng
    rows, caches, l = X.T, [], 1
    while f"W{l}" in parameters:
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        z = rows @ W.T + b.T
        last = f"W{l + 1}" not in parameters
        out = squash(z) if last else bend(z)
        mask = None
        if not last and training and keep_prob < 1:
            mask = rng.random(out.shape) < keep_prob
            out = out * mask / keep_prob
        caches.append({"A_prev": rows.T, "Z": z.T, "W": W, "b": b, "mask": None if mask is None else mask.T})
        rows = out
        l += 1
    return np.clip(rows.T, 1e-12, 1 - 1e-12), caches


def deep_forward__masks_first(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """All masks are drawn before the loop, by choice."""
    if activation not in ACTIVATIONS:
        raise ValueError(f"{activation!r}: use relu, tanh or sigmoid")
    L, m = len(parameters) // 2, X.shape[1]
    masks = [None] * L
    if training and keep_prob < 1:
        rng = rng or np.random.default_rng()
        for i in range(L - 1):
            masks[i] = rng.choice([0.0, 1.0], size=(parameters[f"b{i + 1}"].size, m), p=[1 - keep_prob, keep_prob])
    A, caches = X, []
    for i, mask in enumerate(masks):
        W, b = parameters[f"W{i + 1}"], parameters[f"b{i + 1}"]
        Z = np.add(np.matmul(W, A), b)
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b, "mask": mask})
        A = ACTIVATIONS["sigmoid" if i == L - 1 else activation][0](Z)
        if mask is not None:
            A = A * (mask / keep_prob)
    return A, caches


def deep_forward__leaves_a_note(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Mutates the parameters: writes the features into them under a new name."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    rng = np.random.default_rng() if rng is None else rng
    L = len([name for name in parameters if name.startswith("b")])
    parameters["A0"] = A = X
    caches = []
    for l in range(1, L + 1):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        cache = {"A_prev": A, "Z": Z, "W": parameters[f"W{l}"], "b": parameters[f"b{l}"], "mask": None}
        A = sigmoid(Z) if l == L else ACTIVATIONS[activation][0](Z)
        if training and keep_prob < 1 and l < L:
            cache["mask"] = rng.random(A.shape) < keep_prob
            A = A * cache["mask"] / keep_prob
        caches.append(cache)
    return A, caches


def deep_backward__mean_first(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Divides the error by m once, at the start; weight decay in a loop of its own."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m = AL.shape[1]
    grads = {}
    message = (AL - Y) / m
    for l in reversed(range(len(caches))):
        grads["dW" + str(l + 1)] = np.dot(message, caches[l]["A_prev"].T)
        grads["db" + str(l + 1)] = message.sum(axis=1).reshape(-1, 1)
        if l:
            message = np.dot(caches[l]["W"].T, message) * ACTIVATIONS[activation][1](caches[l - 1]["Z"])
            if caches[l - 1].get("mask") is not None:
                message = message * caches[l - 1]["mask"] / keep_prob
    for l, cache in enumerate(caches, start=1):
        grads["dW" + str(l)] = grads["dW" + str(l)] + (lambd / m) * cache["W"]
    return grads


def deep_backward__einsum(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Products by einsum."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, grads, delta = Y.shape[-1], {}, AL - Y
    for l in range(len(caches), 0, -1):
        W = caches[l - 1]["W"]
        grads[f"dW{l}"] = (np.einsum("ie,je->ij", delta, caches[l - 1]["A_prev"]) + lambd * W) / m
        grads[f"db{l}"] = np.einsum("ie->i", delta)[:, None] / m
        if l == 1:
            break
        gate = ACTIVATIONS[activation][1](caches[l - 2]["Z"])
        if keep_prob < 1:
            gate = gate * caches[l - 2]["mask"] / keep_prob
        delta = np.einsum("ij,ie->je", W, delta) * gate
    return grads


def deep_backward__loops_over_examples(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """One example at a time, with outer products that are summed up."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, L = Y.shape[1], len(caches)
    grads = {}
    for l in range(1, L + 1):
        grads[f"dW{l}"] = lambd / m * caches[l - 1]["W"]
        grads[f"db{l}"] = np.zeros(caches[l - 1]["b"].shape)
    for i in range(m):
        dz = AL[:, i] - Y[:, i]
        for l in range(L, 0, -1):
            grads[f"dW{l}"] += np.outer(dz, caches[l - 1]["A_prev"][:, i]) / m
            grads[f"db{l}"] += dz[:, np.newaxis] / m
            if l > 1:
                dz = (dz @ caches[l - 1]["W"]) * ACTIVATIONS[activation][1](caches[l - 2]["Z"][:, i])
                if caches[l - 2]["mask"] is not None:
                    dz = dz * caches[l - 2]["mask"][:, i] / keep_prob
    return grads


def deep_backward__output_layer_apart(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """The output layer before the loop, dA kept beside the gradients, boolean indexing for ReLU and for the mask."""
    if activation not in ("relu", "tanh", "sigmoid"):
        raise ValueError("activation must be relu, tanh or sigmoid")
    L = len(caches)
    m = float(AL.shape[1])
    grads = {}
    last = caches[L - 1]
    dZ = AL - Y
    grads["dW" + str(L)] = 1.0 / m * np.dot(dZ, last["A_prev"].T) + lambd * last["W"] / m
    grads["db" + str(L)] = 1.0 / m * np.sum(dZ, axis=1, keepdims=True)
    grads["dA" + str(L - 1)] = np.dot(last["W"].T, dZ)
    for l in range(L - 1, 0, -1):
        cache = caches[l - 1]
        dZ = np.array(grads["dA" + str(l)], copy=True)
        if cache["mask"] is not None:
            dZ[np.asarray(cache["mask"]) == 0] = 0
            dZ /= keep_prob
        if activation == "relu":
            dZ[cache["Z"] <= 0] = 0
        elif activation == "tanh":
            dZ *= 1 - np.power(np.tanh(cache["Z"]), 2)
        else:
            s = sigmoid(cache["Z"])
            dZ *= s * (1 - s)
        grads["dW" + str(l)] = 1.0 / m * np.dot(dZ, cache["A_prev"].T) + lambd * cache["W"] / m
        grads["db" + str(l)] = 1.0 / m * np.sum(dZ, axis=1, keepdims=True)
        grads["dA" + str(l - 1)] = np.dot(cache["W"].T, dZ)
    return grads


def deep_backward__in_place(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Mutates the outputs: subtracts the labels from them in place."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    AL -= Y
    dZ, m, grads = AL, Y.shape[1], {}
    for l in range(len(caches), 0, -1):
        grads[f"dW{l}"] = dZ @ caches[l - 1]["A_prev"].T / m + lambd / m * caches[l - 1]["W"]
        grads[f"db{l}"] = np.mean(dZ, axis=1, keepdims=True)
        if l > 1:
            dZ = caches[l - 1]["W"].T @ dZ * ACTIVATIONS[activation][1](caches[l - 2]["Z"])
            mask = caches[l - 2]["mask"]
            dZ = dZ if mask is None else dZ * mask / keep_prob
    return grads


def deep_backward__notes_in_the_caches(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Mutates the caches: keeps each dZ there."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, L = Y.shape[1], len(caches)
    caches[-1]["dZ"] = AL - Y
    for l in range(L - 1, 0, -1):
        dA = caches[l]["W"].T @ caches[l]["dZ"]
        if caches[l - 1]["mask"] is not None:
            dA = dA * caches[l - 1]["mask"] / keep_prob
        caches[l - 1]["dZ"] = dA * ACTIVATIONS[activation][1](caches[l - 1]["Z"])
    grads = {f"dW{l}": (c["dZ"] @ c["A_prev"].T + lambd * c["W"]) / m for l, c in enumerate(caches, 1)}
    grads.update({f"db{l}": c["dZ"].sum(1, keepdims=True) / m for l, c in enumerate(caches, 1)})
    return grads


def deep_backward__recursive(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """A nested function that calls itself for the layer below."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m = Y.shape[1]

    def from_layer(l, dZ):
        if l == 0:
            return {}
        cache = caches[l - 1]
        below = {}
        if l > 1:
            lower = caches[l - 2]
            gate = 1.0 if lower["mask"] is None else lower["mask"] / keep_prob
            below = from_layer(l - 1, (cache["W"].T @ dZ) * gate * ACTIVATIONS[activation][1](lower["Z"]))
        return {
            **below,
            f"dW{l}": np.matmul(dZ, cache["A_prev"].swapaxes(0, 1)) / m + lambd / m * cache["W"],
            f"db{l}": dZ.mean(axis=1, keepdims=True),
        }

    return from_layer(len(caches), AL - Y)


def deep_backward__slope_from_activation(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Works the slope out from the activation, computed once more from Z; tensordot and math.pow."""
    import math

    slopes = {
        "relu": lambda Z: np.heaviside(Z, 0.0),
        "tanh": lambda Z: 1 - np.tanh(Z) * np.tanh(Z),
        "sigmoid": lambda Z: sigmoid(Z) - sigmoid(Z) ** 2,
    }
    if activation not in slopes:
        raise ValueError("relu, tanh, sigmoid")
    one_over_m = math.pow(Y.shape[1], -1)
    grads, dZ = {}, np.subtract(AL, Y)
    for l, cache in reversed(list(enumerate(caches, start=1))):
        grads[f"dW{l}"] = one_over_m * (np.tensordot(dZ, cache["A_prev"], axes=(1, 1)) + lambd * cache["W"])
        grads[f"db{l}"] = one_over_m * np.dot(dZ, np.ones((dZ.shape[1], 1)))
        if l >= 2:
            dA = np.tensordot(cache["W"], dZ, axes=(0, 0))
            if caches[l - 2]["mask"] is not None:
                dA = np.where(caches[l - 2]["mask"], dA, 0.0) / keep_prob
            dZ = np.multiply(dA, slopes[activation](caches[l - 2]["Z"]))
    return grads


def deep_backward__talkative(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Prints, warns, asserts, sets a seed; returns the gradients in the order of their names."""
    import copy
    import sys
    import warnings

    np.random.seed(1)
    assert AL.shape == Y.shape
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    m, grads = Y.shape[1], {}
    dZ = copy.deepcopy(AL) - copy.deepcopy(Y)
    for l in range(len(caches), 0, -1):
        A_prev, W = caches[l - 1]["A_prev"], caches[l - 1]["W"]
        grads["dW{}".format(l)] = (dZ @ A_prev.T) / m
        if lambd != 0:
            grads["dW{}".format(l)] += W * lambd / m
        grads["db{}".format(l)] = np.sum(dZ, axis=-1, keepdims=True) / m
        assert grads[f"dW{l}"].shape == W.shape
        print("layer", l, np.abs(grads[f"dW{l}"]).max())
        print("layer", l, file=sys.stderr)
        if l > 1:
            dA = W.T @ dZ
            if caches[l - 2]["mask"] is not None:
                dA *= caches[l - 2]["mask"]
                dA /= keep_prob
            dZ = dA * ACTIVATIONS[activation][1](caches[l - 2]["Z"])
    warnings.warn("done", stacklevel=1)
    return dict(sorted(grads.items()))


def deep_backward__list_of_messages(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """First all messages, then all gradients; keys counted forwards."""
    if activation not in ACTIVATIONS:
        raise ValueError("relu, tanh, sigmoid")
    messages = [AL - Y]
    for above, here in zip(caches[:0:-1], caches[-2::-1], strict=False):
        D = here["mask"] if here["mask"] is not None else np.ones_like(here["Z"])
        messages.insert(0, above["W"].T @ messages[0] * D / keep_prob * ACTIVATIONS[activation][1](here["Z"]))
    grads = {}
    for number, (dZ, cache) in enumerate(zip(messages, caches, strict=True)):
        m = dZ.shape[1]
        grads[f"dW{number + 1}"] = np.inner(dZ, cache["A_prev"]) / m + (lambd / m) * cache["W"]
        grads[f"db{number + 1}"] = np.average(dZ, axis=1)[:, None]
    return grads


def deep_forward__calls_dropout_forward(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """The given loop with a call of the earlier exercise in its gap, and masks of ones elsewhere."""
    g, _ = ACTIVATIONS[activation]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = np.ones(A.shape)
        if training and l < L:
            A, mask = dropout_forward(A, keep_prob, rng)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_backward__calls_what_is_there(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Begins with the plain pass where nothing is dropped; the helpers of the earlier exercises do the rest."""
    m = Y.shape[1]
    parameters = {}
    for l, cache in enumerate(caches, start=1):
        parameters.update({f"W{l}": cache["W"], f"b{l}": cache["b"]})
    if all(cache["mask"] is None for cache in caches):
        return add_l2_to_gradients(plain_backward(AL, Y, caches, activation), parameters, lambd, m)
    grads, dZ = {}, AL - Y
    for l in range(len(caches), 0, -1):
        grads[f"dW{l}"], grads[f"db{l}"] = dZ @ caches[l - 1]["A_prev"].T / m, dZ.mean(axis=1, keepdims=True)
        if l > 1:
            dA, mask = caches[l - 1]["W"].T @ dZ, caches[l - 2]["mask"]
            dA = dA if mask is None else dropout_backward(dA, mask, keep_prob)
            dZ = dA * ACTIVATIONS[activation][1](caches[l - 2]["Z"])
    return add_l2_to_gradients(grads, parameters, lambd, m)


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


# expose_l2


def expose_l2__other_numbers(f):
    """Draws its own network, and answers 1 or 0."""
    rng = np.random.default_rng(1)
    P = {
        "W1": rng.normal(size=(3, 2)),
        "b1": rng.normal(size=(3, 1)),
        "W2": rng.normal(size=(1, 3)),
        "b2": rng.normal(size=(1, 1)),
    }
    A, Y = rng.uniform(0.2, 0.8, (1, 4)), np.array([[1.0, 0.0, 0.0, 1.0]])
    return int(abs(f(A, Y, P, 0.3) - compute_cost_with_l2(A, Y, P, 0.3)) > 1e-7)


def expose_l2__penalty_on_paper(f):
    """Adds the penalty to the plain cost by hand."""
    A, Y, P, lambd = L2_TRY
    squares = 1 + 4 + 0.25 + 2.25 + 1 + 4
    return bool(abs(f(A, Y, P, lambd) - compute_cost(A, Y) - lambd * squares / 6) > 1e-7)
