"""Right implementations of the functions of `one_hidden_layer` in other styles; trusted side."""

import numpy as np

# layer_sizes


def layer_sizes__unpacks(X, Y, n_h=4):
    """Unpacks the shapes, and checks that they agree."""
    n_x, m = X.shape
    n_y, m_too = Y.shape
    assert m == m_too, "as many labels as examples"
    return (n_x, n_h, n_y)


def layer_sizes__len(X, Y, n_h=4):
    """Counts rows with len, and returns a list."""
    return [len(X), n_h, len(Y)]


def layer_sizes__numpy_integers(X, Y, n_h=4):
    """Returns NumPy integers, and prints what it found."""
    sizes = np.array([np.size(X, 0), n_h, np.size(Y, axis=0)])
    print("The sizes of the layers are", sizes)
    return sizes[0], sizes[1], sizes[2]


def layer_sizes__transposed_view(X, Y, n_h=4):
    """Looks at an example a row."""
    return X.T.shape[-1], int(n_h), Y.T.shape[-1]


# initialize_parameters


def initialize_parameters__global_generator(n_x, n_h, n_y, rng=None):
    """Uses NumPy's global generator, whatever is passed."""
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros(shape=(n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.zeros(shape=(n_y, 1))
    assert W1.shape == (n_h, n_x)
    assert W2.shape == (n_y, n_h)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def initialize_parameters__normal(n_x, n_h, n_y, rng=None):
    """Draws with normal(), second layer first, and has extra keys."""
    if rng is None:
        rng = np.random
    W2 = rng.normal(loc=0.0, scale=0.01, size=(n_y, n_h))
    W1 = rng.normal(loc=0.0, scale=0.01, size=(n_h, n_x))
    return {"sizes": (n_x, n_h, n_y), "W1": W1, "W2": W2, "b1": 0.0 * W1[:, :1], "b2": 0.0 * W2[:, :1]}


def initialize_parameters__one_draw(n_x, n_h, n_y, rng=None):
    """Draws all weights at once and cuts them up."""
    rng = rng or np.random.default_rng()
    drawn = 1e-2 * rng.standard_normal(n_h * n_x + n_y * n_h)
    cut = n_h * n_x
    return {
        "W1": drawn[:cut].reshape(n_h, n_x),
        "b1": np.full((n_h, 1), 0.0),
        "W2": drawn[cut:].reshape(n_y, n_h),
        "b2": np.full((n_y, 1), 0.0),
    }


def initialize_parameters__python_loops(n_x, n_h, n_y, rng=None):
    """Draws each weight alone, in loops, with the random module."""
    import random

    def matrix(rows, columns):
        return np.array([[random.gauss(0.0, 0.01) for _ in range(columns)] for _ in range(rows)])

    return {
        "W1": matrix(n_h, n_x),
        "b1": np.array([[0.0]] * n_h),
        "W2": matrix(n_y, n_h),
        "b2": np.array([[0.0]] * n_y),
    }


def initialize_parameters__fortran_order(n_x, n_h, n_y, rng=None):
    """Draws transposed and returns transposed views, in Fortran order."""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": (rng.standard_normal((n_x, n_h)) / 100).T,
        "b1": np.zeros((1, n_h)).T,
        "W2": (rng.standard_normal((n_h, n_y)) / 100).T,
        "b2": np.zeros((1, n_y)).T,
    }


def initialize_parameters__loop_over_layers(n_x, n_h, n_y, rng=None):
    """Builds the names from the number of the layer."""
    rng = np.random.default_rng() if rng is None else rng
    dims = [n_x, n_h, n_y]
    parameters = {}
    for layer in range(1, len(dims)):
        parameters[f"W{layer}"] = rng.standard_normal((dims[layer], dims[layer - 1])) * 0.01
        parameters["b" + str(layer)] = np.zeros((dims[layer], 1))
    return parameters


# forward_propagation


def forward_propagation__dot(X, parameters):
    """Uses np.dot and its own sigmoid, and retrieves each parameter by name."""
    W1 = parameters["W1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"]
    Z1 = np.dot(W1, X) + b1
    A1 = np.tanh(Z1)
    Z2 = np.dot(W2, A1) + b2
    A2 = 1 / (1 + np.exp(-Z2))
    assert A2.shape == (W2.shape[0], X.shape[1])
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    return A2, cache


def forward_propagation__einsum(X, parameters):
    """Uses einsum, and the logistic function as a tanh."""
    Z1 = np.einsum("hx,xm->hm", parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.einsum("yh,hm->ym", parameters["W2"], A1) + parameters["b2"]
    A2 = 0.5 * (1.0 + np.tanh(0.5 * Z2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__loop_over_examples(X, parameters):
    """Takes one example at a time, fills arrays, and has extra keys in the cache."""
    W1, b1, W2, b2 = parameters["W1"], parameters["b1"], parameters["W2"], parameters["b2"]
    m = X.shape[1]
    Z1, Z2 = np.zeros((W1.shape[0], m)), np.zeros((W2.shape[0], m))
    for i in range(m):
        Z1[:, i : i + 1] = W1 @ X[:, i : i + 1] + b1
        Z2[:, i : i + 1] = W2 @ np.tanh(Z1[:, i : i + 1]) + b2
    A1, A2 = np.tanh(Z1), sigmoid(Z2)
    return A2, {"A2": A2, "Z2": Z2, "A1": A1, "Z1": Z1, "X": X, "W1": W1}


def forward_propagation__scalars(X, parameters):
    """Uses three loops and the math module for everything."""
    import math

    W1, b1, W2, b2 = (parameters[name].tolist() for name in ("W1", "b1", "W2", "b2"))
    columns = X.T.tolist()

    def squash(z):
        return 1.0 / (1.0 + math.exp(-z)) if z >= 0 else math.exp(z) / (1.0 + math.exp(z))

    Z1 = [[sum(w * x for w, x in zip(row, column)) + bias[0] for column in columns] for row, bias in zip(W1, b1)]
    A1 = [[math.tanh(z) for z in row] for row in Z1]
    Z2 = [[sum(w * A1[k][i] for k, w in enumerate(row)) + bias[0] for i in range(len(columns))] for row, bias in zip(W2, b2)]
    A2 = [[squash(z) for z in row] for row in Z2]
    cache = {"Z1": np.array(Z1), "A1": np.array(A1), "Z2": np.array(Z2), "A2": np.array(A2)}
    return cache["A2"], cache


def forward_propagation__examples_as_rows(X, parameters):
    """Works with an example a row, returns transposed views, and leaves the tuple a list."""
    rows = X.T
    Z1 = rows @ parameters["W1"].T + parameters["b1"].T
    A1 = np.tanh(Z1)
    Z2 = rows.dtype.type(1) * (A1 @ parameters["W2"].T) + parameters["b2"].T
    A2 = np.exp(-np.logaddexp(0, -Z2))
    return [A2.T, {"Z1": Z1.T, "A1": A1.T, "Z2": Z2.T, "A2": A2.T}]


def forward_propagation__ones_row(X, parameters):
    """Takes the biases in as one more input that is always one."""
    ones = np.ones((1, X.shape[1]))
    Z1 = np.hstack([parameters["W1"], parameters["b1"]]) @ np.vstack([X, ones])
    A1 = np.tanh(Z1)
    Z2 = np.hstack([parameters["W2"], parameters["b2"]]) @ np.vstack([A1, ones])
    return sigmoid(Z2), {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": sigmoid(Z2)}


def forward_propagation__in_place_on_its_own(X, parameters):
    """Adds biases in place on arrays of its own, unpacks the values of the dictionary, seeds and prints."""
    np.random.seed(0)
    W1, b1, W2, b2 = parameters.values()
    Z1 = np.matmul(W1, X)
    Z1 += b1
    A1 = np.tanh(Z1)
    Z2 = np.matmul(W2, A1)
    Z2 += b2
    print("forward pass", Z2.shape)
    A2 = 1.0 / (1.0 + np.exp(-np.clip(Z2, -500, 500)))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__tanh_by_sigmoid(X, parameters):
    """Writes tanh as a stretched sigmoid, and warns on stderr."""
    import sys
    import warnings

    warnings.warn("this is a warning", stacklevel=1)
    print("to stderr", file=sys.stderr)
    Z1 = np.add(np.matmul(parameters["W1"], X), parameters["b1"])
    A1 = 2 * sigmoid(2 * Z1) - 1
    Z2 = np.add(np.matmul(parameters["W2"], A1), parameters["b2"])
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__remembers_in_parameters(X, parameters):
    """Mutates the dictionary of the parameters: it keeps the cache there too."""
    Z1 = parameters["W1"].dot(X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"].dot(A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    parameters["last_probabilities"] = A2
    return A2, cache


# compute_cost


def compute_cost__numpy_scalar(A2, Y):
    """Returns a NumPy float, guards by the smallest step of floating point, and squeezes."""
    eps = np.finfo(float).eps
    A = np.clip(A2, eps, 1 - eps)
    logprobs = np.multiply(np.log(A), Y) + np.multiply(np.log(1 - A), 1 - Y)
    return np.squeeze(-np.sum(logprobs) / Y.shape[1])


def compute_cost__zero_dimensional(A2, Y):
    """Returns a 0-d array, from dot products of rows."""
    m = Y.shape[1]
    A = np.minimum(np.maximum(A2, 1e-15), 1 - 1e-15)
    cost = -(np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T)) / m
    return np.array(cost.item())


def compute_cost__mean(A2, Y):
    """Takes np.mean, and asserts on the way out."""
    A = A2.clip(1e-10, 1 - 1e-10)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    assert isinstance(cost, float)
    return cost


def compute_cost__where(A2, Y):
    """Picks the probability of the label, and takes one logarithm."""
    given = np.where(Y == 1, A2, 1 - A2)
    return -np.log(np.maximum(given, 1e-300)).mean()


def compute_cost__loop(A2, Y):
    """Loops over the examples with the math module."""
    import math

    total = 0.0
    for a, y in zip(A2.ravel().tolist(), Y.ravel().tolist()):
        a = min(max(a, 1e-12), 1 - 1e-12)
        if y:
            total -= math.log(a)
        else:
            total -= math.log(1 - a)
    return total / Y.size


def compute_cost__trace(A2, Y):
    """Takes the trace of a square table of products."""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    return -np.trace(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A)) / A.shape[1]


def compute_cost__einsum(A2, Y):
    """Sums by einsum, and multiplies by a fraction."""
    A = np.clip(A2, 1e-9, 1 - 1e-9)
    return -(1 / Y.shape[1]) * (np.einsum("ij,ij->", Y, np.log(A)) + np.einsum("ij,ij->", 1 - Y, np.log1p(-A)))


def compute_cost__small_term_in_the_log(A2, Y):
    """Adds 1e-8 inside the logarithms, which shifts the cost by almost nothing."""
    m = Y.shape[1]
    return (-1 / m) * np.sum(Y * np.log(A2 + 1e-8) + (1 - Y) * np.log(1 - A2 + 1e-8))


def compute_cost__masks(A2, Y):
    """Sums the two classes apart, by Boolean indices."""
    positive = Y > 0.5
    A = np.clip(A2, 1e-12, 1.0 - 1e-12)
    return float((-np.log(A[positive]).sum() - np.log(1 - A[~positive]).sum()) / positive.size)


def compute_cost__nan_to_num(A2, Y):
    """Silences NumPy, lets infinities appear, and limits the losses afterwards."""
    with np.errstate(all="ignore"):
        losses = -(np.where(Y == 1, np.log(A2), np.log(1 - A2)))
    losses = np.nan_to_num(losses, posinf=100.0)
    return np.average(losses)


def compute_cost__logits(A2, Y):
    """Goes back to the logit, and uses its stable form."""
    A = np.clip(A2, 1e-14, 1 - 1e-14)
    z = np.log(A) - np.log(1 - A)
    return np.float64((np.maximum(z, 0) - z * Y + np.log(1 + np.exp(-np.abs(z)))).mean())


def compute_cost__clips_in_place(A2, Y):
    """Mutates A2: the guard is written into it."""
    np.clip(A2, 1e-12, 1 - 1e-12, out=A2)
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / Y.shape[1]


# p0_answers


def p0_answers__arrays():
    """Writes NumPy arrays, and the cost as a NumPy float."""
    d = np.array([[-0.5, 0.5, 0.5]])
    X = np.array([[1, 0.5, -0.5], [0.3, 1, -0.1]])
    dW1 = np.array([[1.0], [-1.0]]) @ (d @ X.T) / 3
    db1 = np.array([[1 / 6], [-1 / 6]])
    return {
        "J": -np.log(0.5),
        "dZ2": d,
        "dW2": np.zeros((1, 2)),
        "db2": np.array([[1 / 6]]),
        "dW1": dW1,
        "db1": db1,
        "W1": -1.2 * dW1,
        "b1": -1.2 * db1,
        "W2": np.array([[1, -1]]),
        "b2": np.array([[-0.2]]),
    }


def p0_answers__three_digits():
    """Rounds everything to three digits."""
    return {
        "J": 0.693,
        "dZ2": [[-0.5, 0.5, 0.5]],
        "dW2": [[0, 0]],
        "db2": [[0.167]],
        "dW1": [[-0.167, 0.1], [0.167, -0.1]],
        "db1": [[0.167], [-0.167]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__cut_off():
    """Cuts digits off instead of rounding, in tuples, with notes in extra keys."""
    return {
        "J": np.array(0.693),
        "dZ2": ((-0.5, 0.5, 0.5),),
        "dW2": ((0.0, 0.0),),
        "db2": ((0.166,),),
        "dW1": ((-0.166, 0.1), (0.166, -0.1)),
        "db1": ((0.166,), (-0.166,)),
        "W1": ((0.2, -0.12), (-0.2, 0.12)),
        "b1": ((-0.2,), (0.2,)),
        "W2": ((1, -1),),
        "b2": ((-0.2,),),
        "note": "on paper",
    }


# backward_propagation


def backward_propagation__classic(parameters, cache, X, Y):
    """Follows a textbook line by line, with np.dot, np.multiply, np.power and (1 / m) in front."""
    m = X.shape[1]
    W1 = parameters["W1"]
    W2 = parameters["W2"]
    A1 = cache["A1"]
    A2 = cache["A2"]
    dZ2 = A2 - Y
    dW2 = (1 / m) * np.dot(dZ2, A1.T)
    db2 = (1 / m) * np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = np.multiply(np.dot(W2.T, dZ2), 1 - np.power(A1, 2))
    dW1 = (1 / m) * np.dot(dZ1, X.T)
    db1 = (1 / m) * np.sum(dZ1, axis=1, keepdims=True)
    assert dW1.shape == W1.shape
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__mean_first(parameters, cache, X, Y):
    """Divides by m once, at the output, and returns the intermediate errors too."""
    dZ2 = (cache["A2"] - Y) / Y.shape[1]
    dZ1 = parameters["W2"].T @ dZ2 * (1 - np.square(cache["A1"]))
    return {
        "dZ2": dZ2,
        "dW2": dZ2 @ cache["A1"].T,
        "db2": dZ2.sum(1, keepdims=True),
        "dZ1": dZ1,
        "dW1": dZ1 @ X.T,
        "db1": dZ1.sum(1, keepdims=True),
    }


def backward_propagation__einsum(parameters, cache, X, Y):
    """Uses einsum throughout."""
    m = float(X.shape[1])
    error = np.subtract(cache["A2"], Y)
    blame = np.einsum("yh,ym,hm->hm", parameters["W2"], error, 1.0 - cache["A1"] * cache["A1"])
    return {
        "dW1": np.einsum("hm,xm->hx", blame, X) / m,
        "db1": np.einsum("hm->h", blame)[:, np.newaxis] / m,
        "dW2": np.einsum("ym,hm->yh", error, cache["A1"]) / m,
        "db2": np.einsum("ym->y", error).reshape(-1, 1) / m,
    }


def backward_propagation__loop_over_examples(parameters, cache, X, Y):
    """Adds up the gradients of single examples, and divides at the end."""
    grads = {"d" + name: np.zeros(parameters[name].shape) for name in ("W1", "b1", "W2", "b2")}
    m = X.shape[1]
    for i in range(m):
        x, a1, a2, y = (array[:, i : i + 1] for array in (X, cache["A1"], cache["A2"], Y))
        d2 = a2 - y
        d1 = parameters["W2"].T.dot(d2) * (1 - a1**2)
        grads["dW2"] += d2 @ a1.T
        grads["db2"] += d2
        grads["dW1"] += d1 @ x.T
        grads["db1"] += d1
    for name in grads:
        grads[name] /= m
    return grads


def backward_propagation__slope_from_z1(parameters, cache, X, Y):
    """Takes the slope of tanh from Z1, by a hyperbolic cosine."""
    m = Y.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = (parameters["W2"].T @ dZ2) / np.cosh(cache["Z1"]) ** 2
    return {
        "dW1": np.matmul(dZ1, np.transpose(X)) / m,
        "db1": np.mean(dZ1, axis=1, keepdims=True),
        "dW2": np.matmul(dZ2, np.transpose(cache["A1"])) / m,
        "db2": np.mean(dZ2, axis=1, keepdims=True),
    }


def backward_propagation__forward_again(parameters, cache, X, Y):
    """Ignores the cache and computes everything again, with a nested helper."""

    def average(d, a):
        return d @ a.T / d.shape[1]

    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    dZ2 = sigmoid(parameters["W2"] @ A1 + parameters["b2"]) - Y
    dZ1 = (parameters["W2"].T @ dZ2) * (1 + A1) * (1 - A1)
    ones = np.ones((1, X.shape[1]))
    return {"dW2": average(dZ2, A1), "db2": average(dZ2, ones), "dW1": average(dZ1, X), "db1": average(dZ1, ones)}


def backward_propagation__examples_as_rows(parameters, cache, X, Y):
    """Works with an example a row, and unpacks the values of the dictionaries."""
    _, _, W2, _ = parameters.values()
    _, A1, _, A2 = cache.values()
    D2 = (A2 - Y).swapaxes(0, 1)
    D1 = (D2 @ W2) * (1 - A1.T**2)
    m = len(D2)
    return {
        "dW1": (X @ D1).T / m,
        "db1": D1.mean(axis=0).reshape((-1, 1)),
        "dW2": (A1 @ D2).T / m,
        "db2": D2.mean(axis=0)[:, None],
    }


def backward_propagation__prints_and_seeds(parameters, cache, X, Y):
    """Prints, warns, seeds the global generator and copies everything first."""
    import copy
    import warnings

    np.random.seed(1)
    parameters, cache = copy.deepcopy(parameters), copy.deepcopy(cache)
    print("backward", X.shape)
    warnings.warn("a warning on stderr", stacklevel=1)
    m = X.shape[-1]
    cache["A2"] -= Y
    dZ1 = parameters["W2"].T @ cache["A2"]
    dZ1 -= dZ1 * cache["A1"] ** 2
    return {
        "db2": cache["A2"].sum(axis=1, keepdims=True) / m,
        "dW2": cache["A2"] @ cache["A1"].T / m,
        "db1": dZ1.sum(axis=1, keepdims=True) / m,
        "dW1": dZ1 @ X.T / m,
    }


def backward_propagation__scalars(parameters, cache, X, Y):
    """Uses four nested loops and nothing else."""
    import math

    n_x, m = X.shape
    n_y, n_h = parameters["W2"].shape
    dW1, db1 = np.zeros((n_h, n_x)), np.zeros((n_h, 1))
    dW2, db2 = np.zeros((n_y, n_h)), np.zeros((n_y, 1))
    for i in range(m):
        for k in range(n_y):
            error = (cache["A2"][k, i] - Y[k, i]) / m
            db2[k, 0] += error
            for j in range(n_h):
                dW2[k, j] += error * cache["A1"][j, i]
                blame = error * parameters["W2"][k, j] * (1 - math.pow(cache["A1"][j, i], 2))
                db1[j, 0] += blame
                for f in range(n_x):
                    dW1[j, f] += blame * X[f, i]
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__error_in_the_cache(parameters, cache, X, Y):
    """Mutates the cache: the errors are kept in it."""
    m = X.shape[1]
    cache["dZ2"] = cache["A2"] - Y
    cache["dZ1"] = parameters["W2"].T @ cache["dZ2"] * (1 - cache["A1"] ** 2)
    return {
        "dW1": cache["dZ1"] @ X.T / m,
        "db1": cache["dZ1"].sum(axis=1, keepdims=True) / m,
        "dW2": cache["dZ2"] @ cache["A1"].T / m,
        "db2": cache["dZ2"].sum(axis=1, keepdims=True) / m,
    }


# update_parameters


def update_parameters__line_by_line(parameters, grads, learning_rate=1.2):
    """Writes each of the four rules out."""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__deepcopy(parameters, grads, learning_rate=1.2):
    """Works in place on a deep copy."""
    import copy

    parameters = copy.deepcopy(parameters)
    for name in parameters:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


def update_parameters__loop_over_gradients(parameters, grads, learning_rate=1.2):
    """Loops over the gradients, and strips the d from their names."""
    result = {}
    for key, slope in grads.items():
        result[key[1:]] = np.subtract(parameters[key[1:]], np.multiply(slope, learning_rate))
    return result


def update_parameters__loop_over_layers(parameters, grads, learning_rate=1.2):
    """Counts the layers, copies array by array, and has an extra key."""
    new = {key: np.copy(value) for key, value in parameters.items()}
    for layer in range(1, len(parameters) // 2 + 1):
        new[f"W{layer}"] += -learning_rate * grads[f"dW{layer}"]
        new[f"b{layer}"] += -learning_rate * grads[f"db{layer}"]
    new["learning_rate"] = learning_rate
    return new


def update_parameters__in_place(parameters, grads, learning_rate=1.2):
    """Mutates the arrays of the parameters, and returns the same dictionary."""
    for name in ("W1", "b1", "W2", "b2"):
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


def update_parameters__rebinds(parameters, grads, learning_rate=1.2):
    """Mutates the dictionary of the parameters, but not its arrays."""
    for name in ("W1", "b1", "W2", "b2"):
        parameters[name] = parameters[name] - learning_rate * grads["d" + name]
    return parameters


# predict and compute_accuracy


def predict__boolean(parameters, X):
    """Returns truth values."""
    A2, _ = forward_propagation(X, parameters)
    return A2 > 0.5


def predict__rounds(parameters, X):
    """Rounds the probabilities."""
    return np.round(forward_propagation(X, parameters)[0])


def predict__whole_numbers(parameters, X):
    """Returns whole numbers, and puts a tie into class 1."""
    _, cache = forward_propagation(X, parameters)
    return np.where(cache["A2"] >= 0.5, 1, 0)


def predict__loop(parameters, X):
    """Fills an array, one example at a time."""
    m = X.shape[1]
    predictions = np.zeros((1, m))
    A2, _ = forward_propagation(X, parameters)
    for i in range(m):
        if A2[0, i] > 0.5:
            predictions[0, i] = 1
    return predictions


def predict__sign_of_the_logit(parameters, X):
    """Does not use forward_propagation: only the sign of the last pre-activation matters."""
    Z2 = parameters["W2"] @ np.tanh(parameters["W1"] @ X + parameters["b1"]) + parameters["b2"]
    return np.heaviside(Z2, 0.0)


def compute_accuracy__sum(predictions, Y):
    """Counts and divides, and returns a NumPy float."""
    return 100 * np.sum(np.equal(predictions, Y)) / Y.shape[1]


def compute_accuracy__dot_products(predictions, Y):
    """Adds right ones and right zeros, from dot products."""
    right = np.dot(Y, predictions.T) + np.dot(1 - Y, 1 - predictions.T)
    return float(right.item() / Y.size * 100)


def compute_accuracy__distance(predictions, Y):
    """Takes the mean distance away from 100, and rounds to two digits."""
    return round(100 - np.mean(np.abs(predictions - Y)) * 100, 2)


def compute_accuracy__loop(predictions, Y):
    """Loops over the examples, and returns a 0-d array."""
    right = 0
    for predicted, label in zip(predictions.ravel(), Y.ravel()):
        right += int(predicted) == int(label)
    return np.array(right * 100.0 / Y.size)


# nn_model


def nn_model__seed_and_prints(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Seeds the global generator, prints every thousand iterations, and unpacks the parameters for no reason."""
    np.random.seed(3)
    n_x = layer_sizes(X, Y)[0]
    n_y = layer_sizes(X, Y)[2]
    parameters = initialize_parameters(n_x, n_h, n_y, np.random.default_rng(3))
    W1, b1, W2, b2 = parameters["W1"], parameters["b1"], parameters["W2"], parameters["b2"]
    assert W1.shape[0] == b1.shape[0] and W2.shape[0] == b2.shape[0]
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
        if i % 1000 == 0:
            print(f"Cost after iteration {i}: {cost}")
    return parameters, costs


def nn_model__while(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Counts by hand, and appends the cost of iteration N too."""
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0], rng=rng)
    costs, done = [], 0
    while True:
        A2, cache = forward_propagation(X, parameters)
        if not done % 100:
            costs.append(float(compute_cost(A2, Y)))
        if done == num_iterations:
            return parameters, costs
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), learning_rate=learning_rate)
        done += 1


def nn_model__array_of_costs(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Returns the costs as an array, and has a nested step."""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)

    def step(here):
        A2, cache = forward_propagation(X, here)
        return update_parameters(here, backward_propagation(here, cache, X, Y), learning_rate), compute_cost(A2, Y)

    parameters, costs = initialize_parameters(n_x, n_h, n_y, rng), []
    for _ in range(num_iterations):
        parameters, cost = step(parameters)
        costs.append(cost)
    return [parameters, np.array(costs[::100])]


def nn_model__everything_inline(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Calls only initialize_parameters, and does the rest on arrays of its own."""
    start = initialize_parameters(X.shape[0], n_h, Y.shape[0], rng)
    W1, b1, W2, b2 = (start[name].copy() for name in ("W1", "b1", "W2", "b2"))
    m = X.shape[1]
    costs = ()
    for i in range(num_iterations):
        A1 = np.tanh(W1 @ X + b1)
        A2 = sigmoid(W2 @ A1 + b2)
        if i % 100 == 0:
            costs += (compute_cost(A2, Y),)
        d2 = (A2 - Y) / m
        d1 = (W2.T @ d2) * (1 - A1 * A1)
        W2 -= learning_rate * d2 @ A1.T
        b2 -= learning_rate * d2.sum(axis=1, keepdims=True)
        W1 -= learning_rate * d1 @ X.T
        b1 -= learning_rate * d1.sum(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, costs


def nn_model__global_generator(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Does not pass the generator on, and keeps more than it must in the dictionary that it returns."""
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = {
        "W1": np.random.randn(n_h, n_x) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": np.random.randn(n_y, n_h) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), learning_rate)
    return {**parameters, "n_h": n_h}, costs


# expose_cost


def expose_cost__worked_on_paper(f):
    """Compares with a number that was worked out on paper, and answers 1 or 0."""
    A2, Y = np.array([[0.8, 0.4, 0.1]]), np.array([[1, 0, 0]])
    paper = -(np.log(0.8) + np.log(0.6) + np.log(0.9)) / 3
    return int(abs(float(f(A2, Y)) - paper) > 1e-6)


def expose_cost__many_batches(f):
    """Tries several batches, and answers with a NumPy bool."""
    found = np.bool_(False)
    for seed in range(3):
        rng = np.random.default_rng(seed)
        A2, Y = rng.uniform(0.1, 0.9, (1, 5)), np.array([[1.0, 0.0, 1.0, 1.0, 0.0]])
        found = found | (np.abs(f(A2, Y) - compute_cost(A2, Y)) > 1e-7)
    return found
