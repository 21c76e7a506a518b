"""Known right implementations of the optimizers in other styles; trusted side."""

import numpy as np

# --- create_mini_batches ---------------------------------------------------------------------------------------------


def create_mini_batches__global_generator(X, Y, batch_size, rng=None):
    """Shuffles with NumPy's global generator."""
    order = np.random.permutation(X.shape[1])
    starts = range(0, X.shape[1], batch_size)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in starts]


def create_mini_batches__course_classic(X, Y, batch_size, rng=None):
    """Full batches in one loop, the remainder after it, labels reshaped to a row."""
    m = X.shape[1]
    mini_batches = []
    permutation = list(np.random.permutation(m)) if rng is None else list(rng.permutation(m))
    shuffled_X = X[:, permutation]
    shuffled_Y = Y[:, permutation].reshape((1, m))
    num_complete = m // batch_size
    for k in range(num_complete):
        mini_batch_X = shuffled_X[:, k * batch_size : (k + 1) * batch_size]
        mini_batch_Y = shuffled_Y[:, k * batch_size : (k + 1) * batch_size]
        mini_batches.append((mini_batch_X, mini_batch_Y))
    if m % batch_size != 0:
        mini_batch_X = shuffled_X[:, num_complete * batch_size : m]
        mini_batch_Y = shuffled_Y[:, num_complete * batch_size : m]
        mini_batches.append((mini_batch_X, mini_batch_Y))
    return mini_batches


def create_mini_batches__random_keys(X, Y, batch_size, rng=None):
    """Sorts random keys instead of asking for a permutation."""
    rng = rng or np.random.default_rng()
    order = np.argsort(rng.random(X.shape[1]))
    pieces = np.split(order, np.arange(batch_size, X.shape[1], batch_size))
    return [(X[:, piece], Y[:, piece]) for piece in pieces]


def create_mini_batches__stacked(X, Y, batch_size, rng=None):
    """Stacks X and Y, shuffles the columns of the stack, and takes it apart again."""
    rng = np.random.default_rng(rng)
    both = rng.permutation(np.vstack([X, Y]), axis=1)
    rows = X.shape[0]
    batches = []
    while both.shape[1] > 0:
        batches.append((both[:rows, :batch_size].copy(), both[rows:, :batch_size].copy()))
        both = both[:, batch_size:]
    return batches


def create_mini_batches__shuffled_index_array(X, Y, batch_size, rng=None):
    """Shuffles an index array in place and gathers with np.take; the pairs are lists."""
    order = np.arange(X.shape[1])
    (rng if rng is not None else np.random).shuffle(order)
    count = int(np.ceil(order.size / batch_size))
    batches = []
    for i in range(count):
        chosen = order[i * batch_size : min((i + 1) * batch_size, order.size)]
        batches.append([np.take(X, chosen, axis=1), np.take(Y, chosen, axis=-1)])
    return batches


def create_mini_batches__column_by_column(X, Y, batch_size, rng=None):
    """Deals the columns out one at a time, and returns a tuple of pairs."""
    generator = np.random if rng is None else rng
    hands = []
    for position, column in enumerate(generator.permutation(X.shape[1])):
        if position % batch_size == 0:
            hands.append(([], []))
        hands[-1][0].append(X[:, column : column + 1])
        hands[-1][1].append(Y[:, column : column + 1])
    return tuple((np.hstack(xs), np.hstack(ys)) for xs, ys in hands)


def create_mini_batches__transposed_inside(X, Y, batch_size, rng=None):
    """Works with examples in rows inside, shuffled by two generators in the same state."""
    state = int((rng if rng is not None else np.random.default_rng()).integers(2**32))
    rows, labels = X.T.copy(), Y.T.copy()
    np.random.default_rng(state).shuffle(rows)
    np.random.default_rng(state).shuffle(labels)
    steps = range(0, len(rows), batch_size)
    return [(rows[k : k + batch_size].T, labels[k : k + batch_size].T) for k in steps]


def create_mini_batches__standard_library(X, Y, batch_size, rng=None):
    """Shuffles a list with Python's own random module and prints how many batches there are."""
    import random

    order = list(range(X.shape[1]))
    random.shuffle(order)
    batches = []
    for start in range(0, len(order), batch_size):
        batches.append((X[:, order[start : start + batch_size]], Y[:, order[start : start + batch_size]]))
    print("mini-batches:", len(batches))
    return batches


def create_mini_batches__choice_without_replacement(X, Y, batch_size, rng=None):
    """Draws all examples with choice, asserts what it was given, warns on stderr."""
    import sys

    assert X.shape[1] == Y.shape[1], "one label an example"
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    if batch_size > m:
        print("one batch only", file=sys.stderr)
    order = rng.choice(m, size=m, replace=False)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__permutation_matrix(X, Y, batch_size, rng=None):
    """Shuffles by multiplication with a permutation matrix."""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    matrix = np.eye(m)[rng.permutation(m)].T
    X, Y = np.matmul(X, matrix), np.matmul(Y, matrix)
    return list(zip(*(np.hsplit(a, range(batch_size, m, batch_size)) for a in (X, Y)), strict=True))


def create_mini_batches__two_shuffles(X, Y, batch_size, rng=None):
    """Mutates X and Y: shuffles the caller's arrays, both alike, and cuts copies from them."""
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(X.shape[1])
    X[:, :] = X[:, order]
    Y[:, :] = Y[:, order]
    starts = range(0, X.shape[1], batch_size)
    return [(X[:, k : k + batch_size].copy(), Y[:, k : k + batch_size].copy()) for k in starts]


# --- momentum --------------------------------------------------------------------------------------------------------


def initialize_velocity__layer_by_layer(parameters):
    """Counts layers from the length of the dictionary, with zeros_like."""
    L = len(parameters) // 2
    v = {}
    for l in range(L):
        v["dW" + str(l + 1)] = np.zeros_like(parameters["W" + str(l + 1)])
        v["db" + str(l + 1)] = np.zeros_like(parameters["b" + str(l + 1)])
    return v


def initialize_velocity__zero_times(parameters):
    """Multiplies by zero (some zeros are negative) and keeps the depth as an extra entry."""
    v = {f"d{name}": value * 0.0 for name, value in parameters.items()}
    v["layers"] = len(parameters) // 2
    return v


def initialize_velocity__shape_by_hand(parameters):
    """Builds each array from its number of rows and columns, and sorts the names."""
    v = {}
    for name in sorted(parameters):
        rows, columns = parameters[name].shape
        v[f"d{name}"] = np.array([[0.0 for _ in range(columns)] for _ in range(rows)])
    return v


def update_parameters_with_momentum__layer_by_layer(parameters, grads, v, learning_rate, beta=0.9):
    """Deep copies first, then in-place updates of the copies, layer by layer."""
    import copy

    parameters, v = copy.deepcopy(parameters), copy.deepcopy(v)
    for l in range(1, len(parameters) // 2 + 1):
        v[f"dW{l}"] = beta * v[f"dW{l}"] + (1 - beta) * grads[f"dW{l}"]
        v[f"db{l}"] = beta * v[f"db{l}"] + (1 - beta) * grads[f"db{l}"]
        parameters[f"W{l}"] -= learning_rate * v[f"dW{l}"]
        parameters[f"b{l}"] -= learning_rate * v[f"db{l}"]
    return parameters, v


def update_parameters_with_momentum__moves_towards(parameters, grads, v, learning_rate, beta=0.9):
    """Writes the average as a move from the old velocity towards the gradient."""
    v = {key: old + (1.0 - beta) * (grads[key] - old) for key, old in v.items()}
    return {name: value - learning_rate * v["d" + name] for name, value in parameters.items()}, v


def update_parameters_with_momentum__entry_by_entry(parameters, grads, v, learning_rate, beta=0.9):
    """Loops over every single number."""
    moved, velocity = {}, {}
    for name, value in parameters.items():
        place, speed = np.empty(value.shape), np.empty(value.shape)
        for i in range(value.shape[0]):
            for j in range(value.shape[1]):
                speed[i, j] = beta * v["d" + name][i, j] + (1 - beta) * grads["d" + name][i, j]
                place[i, j] = value[i, j] - learning_rate * speed[i, j]
        moved[name], velocity["d" + name] = place, speed
    return moved, velocity


def update_parameters_with_momentum__one_long_vector(parameters, grads, v, learning_rate, beta=0.9):
    """Flattens everything into one vector, steps once, and takes it apart again."""
    names = list(parameters)
    flat = np.concatenate([parameters[name].ravel() for name in names])
    gradient = np.concatenate([grads["d" + name].ravel() for name in names])
    velocity = np.concatenate([v["d" + name].ravel() for name in names])
    velocity = np.average(np.stack([velocity, gradient]), axis=0, weights=[beta, 1.0 - beta])
    flat = flat - learning_rate * velocity
    edges = np.cumsum([parameters[name].size for name in names])[:-1]
    shapes = [parameters[name].shape for name in names]
    moved = {n: part.reshape(s) for n, part, s in zip(names, np.split(flat, edges), shapes, strict=True)}
    carried = {"d" + n: part.reshape(s) for n, part, s in zip(names, np.split(velocity, edges), shapes, strict=True)}
    return moved, carried


def update_parameters_with_momentum__nested_helper(parameters, grads, v, learning_rate, beta=0.9):
    """A nested helper, a list for an answer, an extra entry in the velocity, and a print."""

    def blend(old, new):
        return np.add(np.multiply(beta, old), np.multiply(1 - beta, new))

    velocity = {key: blend(v[key], gradient) for key, gradient in grads.items()}
    moved = {name: np.subtract(parameters[name], learning_rate * velocity["d" + name]) for name in parameters}
    velocity["beta"] = beta
    print("step of momentum")
    return [moved, velocity]


def update_parameters_with_momentum__einsum(parameters, grads, v, learning_rate, beta=0.9):
    """Weights and adds by einsum, with the weights in an array."""
    weights = np.array([beta, 1.0 - beta])
    moved, velocity = {}, {}
    for name in reversed(list(parameters)):
        both = np.stack([v["d" + name], grads["d" + name]])
        velocity["d" + name] = np.einsum("k,kij->ij", weights, both)
        moved[name] = parameters[name] - np.float64(learning_rate) * velocity["d" + name]
    return moved, velocity


def update_parameters_with_momentum__asserts(parameters, grads, v, learning_rate, beta=0.9):
    """Asserts shapes and ranges, seeds the generators, warns on stderr."""
    import warnings

    np.random.seed(0)
    assert 0 <= beta < 1 and learning_rate >= 0
    warnings.warn("momentum", stacklevel=1)
    parameters, v = dict(parameters), dict(v)
    for name in parameters:
        assert parameters[name].shape == grads["d" + name].shape == v["d" + name].shape
        v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        parameters[name] = parameters[name] - learning_rate * v["d" + name]
    return parameters, v


def update_parameters_with_momentum__classical_rescaled(parameters, grads, v, learning_rate, beta=0.9):
    """The average in two half steps: the old part fades first, the new part is added after."""
    fading = {key: beta * old for key, old in v.items()}
    velocity = {key: grads[key] - beta * grads[key] + fading[key] for key in fading}
    return {name: parameters[name] + (-learning_rate) * velocity["d" + name] for name in parameters}, velocity


def update_parameters_with_momentum__in_place(parameters, grads, v, learning_rate, beta=0.9):
    """Mutates the parameters and the velocity of the caller, and returns them."""
    for name in parameters:
        v["d" + name] *= beta
        v["d" + name] += (1 - beta) * grads["d" + name]
        parameters[name] -= learning_rate * v["d" + name]
    return parameters, v


def update_parameters_with_momentum__dictionary_entries_replaced(parameters, grads, v, learning_rate, beta=0.9):
    """Mutates the caller's dictionaries, though not the arrays in them."""
    L = len(parameters) // 2
    for l in range(L):
        for kind in "Wb":
            key = f"d{kind}{l + 1}"
            v[key] = beta * v[key] + (1 - beta) * grads[key]
            parameters[key[1:]] = parameters[key[1:]] - learning_rate * v[key]
    return parameters, v


# --- Adam ------------------------------------------------------------------------------------------------------------


def initialize_adam__layer_by_layer(parameters):
    """Counts layers from the length of the dictionary; shapes are taken row and column at a time."""
    L = len(parameters) // 2
    v, s = {}, {}
    for l in range(1, L + 1):
        rows, columns = parameters["W" + str(l)].shape[0], parameters["W" + str(l)].shape[1]
        v["dW" + str(l)], s["dW" + str(l)] = np.zeros((rows, columns)), np.zeros((rows, columns))
        v["db" + str(l)], s["db" + str(l)] = np.zeros((rows, 1)), np.zeros((rows, 1))
    return v, s


def initialize_adam__deep_copy(parameters):
    """The second dictionary is a deep copy of the first; the answer is a list."""
    import copy

    v = {"d" + name: np.zeros_like(value) for name, value in parameters.items()}
    return [v, copy.deepcopy(v)]


def initialize_adam__from_velocity(parameters):
    """Builds both in a nested helper, with an extra entry that is no array."""

    def nothing_yet():
        return {"d" + name: np.full(value.shape, 0.0) for name, value in parameters.items()}

    v, s = nothing_yet(), nothing_yet()
    v["t"] = s["t"] = 0
    return v, s


def initialize_adam__two_halves_of_one_array(parameters):
    """Takes v and s of each parameter from one array of zeros; they do not overlap."""
    v, s = {}, {}
    for name, value in parameters.items():
        both = np.zeros((2, *value.shape))
        v["d" + name], s["d" + name] = both[0], both[1]
    return v, s


def update_parameters_with_adam__course_classic(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Dictionaries of corrected averages, np.power and copies, layer by layer."""
    import copy

    L = len(parameters) // 2
    parameters, v, s = copy.deepcopy(parameters), copy.deepcopy(v), copy.deepcopy(s)
    v_corrected, s_corrected = {}, {}
    for l in range(L):
        for kind in ("dW", "db"):
            key = kind + str(l + 1)
            v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
            v_corrected[key] = v[key] / (1 - np.power(beta1, t))
            s[key] = beta2 * s[key] + (1 - beta2) * np.power(grads[key], 2)
            s_corrected[key] = s[key] / (1 - np.power(beta2, t))
            step = v_corrected[key] / (np.sqrt(s_corrected[key]) + epsilon)
            parameters[key[1:]] = parameters[key[1:]] - learning_rate * step
    return parameters, v, s


def update_parameters_with_adam__one_corrected_rate(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Corrects the learning rate once instead of every average, as many programs do."""
    v = {key: beta1 * v[key] + (1 - beta1) * grads[key] for key in v}
    s = {key: beta2 * s[key] + (1 - beta2) * np.square(grads[key]) for key in s}
    rate = learning_rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    moved = {name: p - rate * v["d" + name] / (np.sqrt(s["d" + name]) + epsilon) for name, p in parameters.items()}
    return moved, v, s


def update_parameters_with_adam__one_corrected_rate_and_epsilon(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Corrects the learning rate and epsilon, which is the formula of the text exactly."""
    import math

    root = math.sqrt(1 - math.pow(beta2, t))
    rate = learning_rate * root / (1 - math.pow(beta1, t))
    moved, first, second = {}, {}, {}
    for name in parameters:
        first["d" + name] = beta1 * v["d" + name] + (1 - beta1) * grads["d" + name]
        second["d" + name] = beta2 * s["d" + name] + (1 - beta2) * grads["d" + name] * grads["d" + name]
        moved[name] = parameters[name] - rate * first["d" + name] / (second["d" + name] ** 0.5 + epsilon * root)
    return moved, first, second


def update_parameters_with_adam__entry_by_entry(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Loops over every single number with the math module."""
    import math

    moved, first, second = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        moved[name], first[key], second[key] = (np.zeros(value.shape) for _ in range(3))
        for i, j in np.ndindex(*value.shape):
            g = float(grads[key][i, j])
            first[key][i, j] = beta1 * v[key][i, j] + (1 - beta1) * g
            second[key][i, j] = beta2 * s[key][i, j] + (1 - beta2) * math.pow(g, 2)
            v_hat = first[key][i, j] / (1 - beta1**t)
            s_hat = second[key][i, j] / (1 - beta2**t)
            moved[name][i, j] = value[i, j] - learning_rate * v_hat / (math.sqrt(s_hat) + epsilon)
    return moved, first, second


def update_parameters_with_adam__moves_towards(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Writes both averages as moves towards what is new; extra entries in both; prints."""
    v = {key: v[key] + (1 - beta1) * (g - v[key]) for key, g in grads.items()}
    s = {key: s[key] + (1 - beta2) * (g**2 - s[key]) for key, g in grads.items()}
    moved = {}
    for name, value in parameters.items():
        v_hat = np.divide(v["d" + name], 1 - beta1**t)
        s_hat = np.divide(s["d" + name], 1 - beta2**t)
        moved[name] = value - np.divide(learning_rate * v_hat, np.sqrt(s_hat) + epsilon)
    v["t"], s["t"] = t, t
    print("step", t)
    return moved, v, s


def update_parameters_with_adam__nested_helper(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """A nested helper that is told the beta and the power; the answer is a list in another order of names."""

    def average(old, new, beta):
        return beta * old + (1.0 - beta) * new

    def unbiased(value, beta):
        return value / (1.0 - beta**t)

    parameters, v, s = dict(reversed(parameters.items())), dict(v), dict(s)
    for name in parameters:
        key = f"d{name}"
        v[key], s[key] = average(v[key], grads[key], beta1), average(s[key], np.abs(grads[key]) ** 2, beta2)
        step = learning_rate * unbiased(v[key], beta1) / (epsilon + np.sqrt(unbiased(s[key], beta2)))
        parameters[name] = parameters[name] - step
    return [parameters, v, s]


def update_parameters_with_adam__asserts(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Asserts ranges and shapes, seeds the generators, works with np.float64 settings, warns on stderr."""
    import warnings

    np.random.seed(3)
    assert t >= 1 and isinstance(parameters, dict)
    warnings.warn("Adam", stacklevel=1)
    beta1, beta2, learning_rate = np.float64(beta1), np.float64(beta2), np.float64(learning_rate)
    new_v = {k: np.add(beta1 * v[k], (1 - beta1) * grads[k]) for k in v}
    new_s = {k: np.add(beta2 * s[k], (1 - beta2) * np.multiply(grads[k], grads[k])) for k in s}
    moved = {}
    for name in parameters:
        denominator = np.sqrt(new_s["d" + name]) / np.sqrt(1 - beta2**t) + epsilon
        assert denominator.shape == parameters[name].shape
        moved[name] = parameters[name] - learning_rate * (new_v["d" + name] / (1 - beta1**t)) / denominator
    return moved, new_v, new_s


def update_parameters_with_adam__one_long_vector(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Flattens everything into one vector, steps once, and takes it apart again."""
    names = list(parameters)

    def joined(tensors, prefix="d"):
        return np.concatenate([np.ravel(tensors[prefix + name]) for name in names])

    def parted(vector, prefix="d"):
        answer, start = {}, 0
        for name in names:
            size = parameters[name].size
            answer[prefix + name] = vector[start : start + size].reshape(parameters[name].shape)
            start += size
        return answer

    g = joined(grads)
    first, second = beta1 * joined(v) + (1 - beta1) * g, beta2 * joined(s) + (1 - beta2) * g**2
    step = (first / (1 - beta1**t)) / (np.sqrt(second / (1 - beta2**t)) + epsilon)
    return parted(joined(parameters, "") - learning_rate * step, ""), parted(first), parted(second)


def update_parameters_with_adam__in_place(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Mutates the caller's parameters and averages, and returns them."""
    for name in parameters:
        key = "d" + name
        v[key] *= beta1
        v[key] += (1 - beta1) * grads[key]
        s[key] *= beta2
        s[key] += (1 - beta2) * grads[key] ** 2
        parameters[name] -= learning_rate * (v[key] / (1 - beta1**t)) / (np.sqrt(s[key] / (1 - beta2**t)) + epsilon)
    return parameters, v, s


def update_parameters_with_adam__gradients_squared_in_place(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Mutates the gradients: squares them in place, after v has seen them."""
    v = {key: beta1 * v[key] + (1 - beta1) * grads[key] for key in v}
    moved, new_s = {}, {}
    for name in parameters:
        grads["d" + name] *= grads["d" + name]
        new_s["d" + name] = beta2 * s["d" + name] + (1 - beta2) * grads["d" + name]
        root = np.sqrt(new_s["d" + name] / (1 - beta2**t))
        moved[name] = parameters[name] - learning_rate * v["d" + name] / (1 - beta1**t) / (root + epsilon)
    return moved, v, new_s


# --- exponential_decay -----------------------------------------------------------------------------------------------


def exponential_decay__math(learning_rate0, k, t):
    """The math module, a Python float."""
    import math

    return learning_rate0 * math.exp(-k * t)


def exponential_decay__power_of_e(learning_rate0, k, t):
    """A power of e, with math.pow."""
    import math

    return math.pow(math.e, -(k * t)) * learning_rate0


def exponential_decay__division(learning_rate0, k, t):
    """Divides by a growing exponential; the overflow to infinity is harmless."""
    return learning_rate0 / np.exp(k * t)


def exponential_decay__factor_an_epoch(learning_rate0, k, t):
    """The factor of one epoch, to the power t."""
    return learning_rate0 * np.exp(-k) ** t


def exponential_decay__zero_dimensional(learning_rate0, k, t):
    """An array without dimensions, and a print."""
    rate = np.array(learning_rate0, dtype=float) * np.exp(np.multiply(-float(k), t))
    print("rate", rate)
    return np.asarray(rate)


def exponential_decay__logarithms(learning_rate0, k, t):
    """Adds logarithms, asserts and warns on stderr."""
    import sys

    assert learning_rate0 > 0 and k >= 0
    print("decaying", file=sys.stderr)
    return np.exp(np.log(learning_rate0) - k * t)


def exponential_decay__expm1(learning_rate0, k, t):
    """Takes away what has decayed, by expm1."""
    return learning_rate0 + learning_rate0 * np.expm1(-k * t)


def exponential_decay__half_lives(learning_rate0, k, t):
    """Counts half-lives and halves that often."""
    return learning_rate0 * 0.5 ** (t * k / np.log(2.0))


def exponential_decay__nested_helper(learning_rate0, k, t):
    """A nested helper, and Python's ** operator on np.e; seeds the generator."""
    np.random.seed(1)

    def remaining(epochs):
        return np.e ** (-k * epochs)

    return np.float64(learning_rate0 * remaining(t))


# expose_momentum


def expose_momentum__one_number(f):
    """Follows a network of one weight and one bias on paper."""
    new, v = f(
        {"W1": np.array([[1.0]]), "b1": np.array([[2.0]])},
        {"dW1": np.array([[0.5]]), "db1": np.array([[-1.0]])},
        {"dW1": np.array([[3.0]]), "db1": np.array([[4.0]])},
        0.1,
        0.7,
    )
    seen = [v["dW1"].item(), v["db1"].item(), new["W1"].item(), new["b1"].item()]
    return bool(np.max(np.abs(np.array(seen) - [2.25, 2.5, 0.775, 1.75])) > 1e-8)


def expose_momentum__random_tensors(f):
    """Draws its tensors, and adds up the distances."""
    rng = np.random.default_rng(4)
    v = {name: rng.normal(size=value.shape) for name, value in G0.items()}
    far = 0.0
    for mine, its in zip(update_parameters_with_momentum(P0, G0, v, 0.3, 0.6), f(P0, G0, v, 0.3, 0.6)):
        far += sum(np.abs(mine[name] - its[name]).sum() for name in mine)
    return far > 1e-6
