"""Known right implementations of check_and_init in other styles; trusted side."""

import numpy as np

# --- numerical_gradient -----------------------------------------------------------------------------------------------


def numerical_gradient__nditer(f, theta, epsilon=1e-5):
    """Walks with np.nditer and its multi_index."""
    x = theta.astype(float)
    grad = np.zeros(x.shape)
    it = np.nditer(x, flags=["multi_index"], op_flags=["readwrite"])
    while not it.finished:
        ix = it.multi_index
        old = x[ix]
        x[ix] = old + epsilon
        plus = f(x)
        x[ix] = old - epsilon
        minus = f(x)
        x[ix] = old
        grad[ix] = (plus - minus) / (2 * epsilon)
        it.iternext()
    return grad


def numerical_gradient__flat_vector(f, theta, epsilon=1e-5):
    """Works on a flat copy and reshapes for each call of f."""
    shape = np.shape(theta)
    vector = np.array(theta, dtype=np.float64).flatten()
    out = np.empty(vector.shape[0])
    for i in range(vector.shape[0]):
        up = vector.copy()
        up[i] += epsilon
        down = vector.copy()
        down[i] -= epsilon
        out[i] = (f(up.reshape(shape)) - f(down.reshape(shape))) / (2.0 * epsilon)
    return out.reshape(shape)


def numerical_gradient__identity_matrix(f, theta, epsilon=1e-5):
    """Takes each nudge from a row of the identity matrix."""
    base = np.asarray(theta, dtype=float)
    nudges = epsilon * np.eye(base.size)
    values = [f(base + row.reshape(base.shape)) - f(base - row.reshape(base.shape)) for row in nudges]
    return (np.array(values) / (2 * epsilon)).reshape(base.shape)


def numerical_gradient__flat_iterator(f, theta, epsilon=1e-5):
    """Uses .flat and restores by the old value."""
    work = theta * 1.0
    slopes = np.zeros_like(work)
    for k in range(work.size):
        old = work.flat[k]
        work.flat[k] = old + epsilon
        high = f(work)
        work.flat[k] = old - epsilon
        low = f(work)
        work.flat[k] = old
        slopes.flat[k] = (high - low) / epsilon / 2
    return slopes


def numerical_gradient__nested_helper(f, theta, epsilon=1e-5):
    """Has a nested helper and a comprehension over ndenumerate."""
    import copy

    start = np.array(theta, dtype=float)

    def at(index, step):
        moved = copy.deepcopy(start)
        moved[index] += step
        return float(f(moved))

    return np.array([(at(i, epsilon) - at(i, -epsilon)) / (2 * epsilon) for i, _ in np.ndenumerate(start)]).reshape(start.shape)


def numerical_gradient__mean_of_one_sided(f, theta, epsilon=1e-5):
    """Averages the forward and the backward difference, which also evaluates f in the middle."""
    import itertools

    start = np.array(theta, dtype=float)
    grad = np.zeros(start.shape)
    here = f(start.copy())
    for index in itertools.product(*[range(n) for n in start.shape]):
        nudge = np.zeros(start.shape)
        nudge[index] = epsilon
        forward = (f(start + nudge) - here) / epsilon
        backward = (here - f(start - nudge)) / epsilon
        grad[index] = (forward + backward) / 2
    return grad


def numerical_gradient__recursive(f, theta, epsilon=1e-5):
    """Peels off the first axis by recursion."""
    start = np.array(theta, dtype=float)
    if start.ndim == 0:
        return np.array((f(start + epsilon) - f(start - epsilon)) / (2 * epsilon))
    rows = []
    for i in range(start.shape[0]):

        def g(row, i=i):
            whole = start.copy()
            whole[i] = row
            return f(whole)

        rows.append(numerical_gradient(g, start[i], epsilon))
    return np.array(rows)


def numerical_gradient__prints_and_asserts(f, theta, epsilon=1e-5):
    """Prints, warns and asserts on the way."""
    import sys
    import warnings

    assert epsilon > 0
    print("theta has", theta.size, "entries")
    warnings.warn("numerical gradients are slow", stacklevel=2)
    print("still working", file=sys.stderr)
    np.random.seed(0)
    work = np.array(theta, dtype=float)
    grad = np.zeros_like(work)
    for index in np.ndindex(*work.shape):
        plus, minus = work.copy(), work.copy()
        plus[index] = plus[index] + epsilon
        minus[index] = minus[index] - epsilon
        grad[index] = (f(plus) - f(minus)) / (2 * epsilon)
    assert grad.shape == theta.shape
    return grad


def numerical_gradient__moves_and_restores(f, theta, epsilon=1e-5):
    """Mutates theta while it works and puts each entry back, but for rounding."""
    if theta.dtype.kind != "f":
        theta = theta.astype(float)
    grad = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        theta[index] += epsilon
        plus = f(theta)
        theta[index] -= 2 * epsilon
        minus = f(theta)
        theta[index] += epsilon
        grad[index] = (plus - minus) / (2 * epsilon)
    return grad


def numerical_gradient__in_place_exactly(f, theta, epsilon=1e-5):
    """Moves the caller's own array, but puts back the very value that was there."""
    work = theta if np.issubdtype(theta.dtype, np.floating) else theta.astype(float)
    grad = np.zeros(theta.shape)
    for index in np.ndindex(theta.shape):
        old = float(work[index])
        work[index] = old + epsilon
        plus = f(work)
        work[index] = old - epsilon
        minus = f(work)
        work[index] = old
        grad[index] = (plus - minus) / (2 * epsilon)
    return grad


def numerical_gradient__where(f, theta, epsilon=1e-5):
    """Selects the moved entry by np.where on an index grid; the smaller side first, with a minus."""
    start = np.array(theta, dtype=float)
    numbers = np.arange(start.size).reshape(start.shape)
    grad = np.zeros(start.shape)
    for k in range(start.size):
        low = f(np.where(numbers == k, start - epsilon, start))
        high = f(np.where(numbers == k, start + epsilon, start))
        grad += np.where(numbers == k, -(low - high) / (2 * epsilon), 0.0)
    return grad


# --- relative_error ---------------------------------------------------------------------------------------------------


def relative_error__square_roots(a, b):
    """Spells the norms out with sums of squares; returns a NumPy scalar."""
    top = np.sqrt(np.sum((a - b) ** 2))
    bottom = np.sqrt(np.sum(a**2)) + np.sqrt(np.sum(b**2))
    return top / bottom if bottom > 0 else np.float64(0)


def relative_error__loops(a, b):
    """Loops over entries with the math module."""
    import math

    top = left = right = 0.0
    for x, y in zip(a.ravel(), b.ravel(), strict=True):
        top += math.pow(x - y, 2)
        left += math.pow(x, 2)
        right += math.pow(y, 2)
    bottom = math.sqrt(left) + math.sqrt(right)
    return 0.0 if bottom == 0 else math.sqrt(top) / bottom


def relative_error__zero_dimensional(a, b):
    """Returns a 0-d array."""
    bottom = np.linalg.norm(a.ravel()) + np.linalg.norm(b.ravel())
    return np.array(0.0) if bottom == 0 else np.array(np.linalg.norm(a.ravel() - b.ravel()) / bottom)


def relative_error__integer_zero(a, b):
    """Returns the int 0 for two zeros and checks them with np.any."""
    if not np.any(a) and not np.any(b):
        return 0
    return np.linalg.norm(b - a) / (np.linalg.norm(b) + np.linalg.norm(a))


def relative_error__tiny_term(a, b):
    """Guards the division with the smallest float instead of a condition."""
    return np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + np.finfo(float).tiny)


def relative_error__vdot(a, b):
    """Uses vdot and a conditional expression."""
    d = a - b
    bottom = np.vdot(a, a) ** 0.5 + np.vdot(b, b) ** 0.5
    return float(np.vdot(d, d) ** 0.5 / bottom) if bottom else 0.0


def relative_error__max_guard(a, b):
    """Guards by max with a very small number."""
    return float(np.linalg.norm(a - b) / max(1e-300, np.linalg.norm(a) + np.linalg.norm(b)))


def relative_error__division_error_caught(a, b):
    """Lets Python raise the division error and catches it."""
    try:
        return float(np.linalg.norm(a - b)) / (float(np.linalg.norm(a)) + float(np.linalg.norm(b)))
    except ZeroDivisionError:
        return 0.0


def relative_error__einsum(a, b):
    """Adds the squares up with einsum; prints."""
    flat = [np.ravel(v) for v in (a - b, a, b)]
    top, left, right = (np.sqrt(np.einsum("i,i->", v, v)) for v in flat)
    print("norms", left, right)
    return 0.0 if left + right == 0.0 else top / (left + right)


def relative_error__nan_replaced(a, b):
    """Divides in any case and replaces the nan afterwards."""
    with np.errstate(invalid="ignore"):
        ratio = np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b))
    return float(np.nan_to_num(ratio))


def relative_error__in_place(a, b):
    """Mutates a: the difference is formed in place after the norms were taken."""
    bottom = np.linalg.norm(a) + np.linalg.norm(b)
    if bottom == 0:
        return 0.0
    a -= b
    return float(np.linalg.norm(a) / bottom)


# --- gradient_check ---------------------------------------------------------------------------------------------------


def gradient_check__list_of_errors(parameters, X, Y, epsilon=1e-5):
    """Collects the errors in a list and takes the maximum with np.max."""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    errors = []
    for key in parameters:
        f = lambda v, key=key: compute_cost(forward_propagation(X, dict(parameters, **{key: v}))[0], Y)
        errors.append(relative_error(grads["d" + key], numerical_gradient(f, parameters[key], epsilon)))
    return np.max(errors)


def gradient_check__written_out(parameters, X, Y, epsilon=1e-5):
    """Writes the four tensors out by hand."""
    W1, b1, W2, b2 = (parameters[k] for k in ("W1", "b1", "W2", "b2"))

    def J(W1, b1, W2, b2):
        return compute_cost(forward_propagation(X, {"W1": W1, "b1": b1, "W2": W2, "b2": b2})[0], Y)

    _, cache = forward_propagation(X, parameters)
    g = backward_propagation(parameters, cache, X, Y)
    e1 = relative_error(g["dW1"], numerical_gradient(lambda t: J(t, b1, W2, b2), W1, epsilon))
    e2 = relative_error(g["db1"], numerical_gradient(lambda t: J(W1, t, W2, b2), b1, epsilon))
    e3 = relative_error(g["dW2"], numerical_gradient(lambda t: J(W1, b1, t, b2), W2, epsilon))
    e4 = relative_error(g["db2"], numerical_gradient(lambda t: J(W1, b1, W2, t), b2, epsilon))
    return max(e1, e2, e3, e4)


def gradient_check__deep_copies(parameters, X, Y, epsilon=1e-5):
    """Works on a deep copy of the parameters and moves that copy."""
    import copy

    own = copy.deepcopy(parameters)
    grads = backward_propagation(own, forward_propagation(X, own)[1], X, Y)
    worst = 0
    for name in ["W1", "b1", "W2", "b2"]:
        kept = own[name].copy()

        def f(value):
            own[name] = value
            return compute_cost(forward_propagation(X, own)[0], Y)

        numeric = numerical_gradient(f, kept, epsilon)
        own[name] = kept
        error = relative_error(numeric, grads["d" + name])
        if error > worst:
            worst = error
    return worst


def gradient_check__partial(parameters, X, Y, epsilon=1e-5):
    """Binds the name with functools.partial and takes the largest of a generator."""
    import functools

    def cost(name, value):
        return compute_cost(forward_propagation(X, parameters | {name: value})[0], Y)

    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    names = [key[1:] for key in grads]
    return max(
        relative_error(grads["d" + n], numerical_gradient(functools.partial(cost, n), parameters[n], epsilon)) for n in names
    )


def gradient_check__its_own_differences(parameters, X, Y, epsilon=1e-5):
    """Does not use the two functions before it: differences and norms are spelt out here."""
    import copy

    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        numeric = np.zeros(parameters[name].shape)
        for index in np.ndindex(numeric.shape):
            costs = []
            for sign in (1, -1):
                moved = copy.deepcopy(parameters)
                moved[name][index] += sign * epsilon
                costs.append(compute_cost(forward_propagation(X, moved)[0], Y))
            numeric[index] = (costs[0] - costs[1]) / (2 * epsilon)
        size = np.linalg.norm(numeric) + np.linalg.norm(grads["d" + name])
        if size > 0:
            worst = max(worst, np.linalg.norm(numeric - grads["d" + name]) / size)
    return float(worst)


def gradient_check__sorted_and_printed(parameters, X, Y, epsilon=1e-5):
    """Prints a table and returns the last of the sorted errors as a 0-d array."""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    table = {}
    for name in sorted(parameters):
        f = lambda v: compute_cost(forward_propagation(X, {**parameters, name: v})[0], Y)  # noqa: B023 (used at once)
        table[name] = float(relative_error(grads[f"d{name}"], numerical_gradient(f, parameters[name], epsilon)))
        print(f"{name:>3} {table[name]:.1e}")
    return np.array(sorted(table.values())[-1])


def gradient_check__moves_the_parameters(parameters, X, Y, epsilon=1e-5):
    """Mutates the caller's dictionary: the tensor under test is replaced by a new array with the same numbers, in floats."""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        old = parameters[name].copy()

        def f(value, name=name):
            parameters[name] = value
            return compute_cost(forward_propagation(X, parameters)[0], Y)

        numeric = numerical_gradient(f, old, epsilon)
        parameters[name] = old
        worst = max(worst, relative_error(grads["d" + name], numeric))
    return worst


# --- initialize_deep --------------------------------------------------------------------------------------------------


def initialize_deep__if_chain(layer_dims, method="he", rng=None):
    """A chain of ifs and the global generator: rng is never looked at."""
    parameters = {}
    L = len(layer_dims)
    for l in range(1, L):
        shape = (layer_dims[l], layer_dims[l - 1])
        if method == "zeros":
            parameters["W" + str(l)] = np.zeros(shape)
        elif method == "small":
            parameters["W" + str(l)] = np.random.randn(*shape) * 0.01
        elif method == "large":
            parameters["W" + str(l)] = np.random.randn(*shape)
        elif method == "xavier":
            parameters["W" + str(l)] = np.random.randn(*shape) / np.sqrt(layer_dims[l - 1])
        elif method == "he":
            parameters["W" + str(l)] = np.random.randn(*shape) * np.sqrt(2.0 / layer_dims[l - 1])
        else:
            raise ValueError("unknown method: choose zeros, small, large, xavier or he")
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__match(layer_dims, method="he", rng=None):
    """A match statement and rng.normal with a scale."""
    import itertools

    rng = np.random.default_rng() if rng is None else rng
    parameters = {}
    for l, (n_in, n_out) in enumerate(itertools.pairwise(layer_dims), 1):
        match method:
            case "zeros":
                sd = 0.0
            case "small":
                sd = 1e-2
            case "large":
                sd = 1.0
            case "xavier":
                sd = n_in**-0.5
            case "he":
                sd = (n_in / 2) ** -0.5
            case _:
                raise ValueError("zeros, small, large, xavier, he")
        parameters[f"W{l}"] = rng.normal(0.0, sd, size=(n_out, n_in))
        parameters[f"b{l}"] = np.full((n_out, 1), 0.0)
    return parameters


def initialize_deep__uniform_with_that_deviation(layer_dims, method="he", rng=None):
    """Draws evenly from an interval that is wide enough for the standard deviation asked for."""
    import math

    rng = rng if rng is not None else np.random.default_rng()
    if method not in ("zeros", "small", "large", "xavier", "he"):
        raise ValueError("zeros, small, large, xavier, he")
    parameters = {}
    for l in range(1, len(layer_dims)):
        n = layer_dims[l - 1]
        sd = {"zeros": 0, "small": 0.01, "large": 1, "xavier": 1 / n**0.5, "he": (2 / n) ** 0.5}[method]
        half = sd * math.sqrt(3)
        parameters[f"W{l}"] = rng.uniform(-half, half, (layer_dims[l], n))
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__transposed_draws(layer_dims, method="he", rng=None):
    """Draws (n_in, n_out) and transposes; the biases are zero times a draw."""
    rng = np.random.default_rng() if rng is None else rng
    variance = {"zeros": lambda n: 0, "small": lambda n: 1e-4, "large": lambda n: 1, "xavier": lambda n: 1 / n,
                "he": lambda n: 2 / n}  # fmt: skip
    if method not in variance:
        raise ValueError(f"choose one of {sorted(variance)}")
    parameters = {}
    for l in range(len(layer_dims) - 1):
        n_in, n_out = layer_dims[l], layer_dims[l + 1]
        parameters[f"W{l + 1}"] = (rng.standard_normal((n_in, n_out)) * np.sqrt(variance[method](n_in))).T
        parameters[f"b{l + 1}"] = rng.standard_normal((n_out, 1)) * 0
    return parameters


def initialize_deep__extra_keys(layer_dims, method="he", rng=None):
    """Keeps notes for itself under extra keys, one of them no array."""
    rng = np.random.default_rng() if rng is None else rng
    scales = dict(zeros=0.0, small=0.01, large=1.0)
    parameters = {"depth": len(layer_dims) - 1, "method": method}
    for l in range(1, len(layer_dims)):
        if method in scales:
            scale = scales[method]
        elif method in ("xavier", "he"):
            scale = np.sqrt((1 + (method == "he")) / layer_dims[l - 1])
        else:
            raise ValueError(method)
        parameters[f"W{l}"] = scale * rng.standard_normal((layer_dims[l], layer_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__seed_inside(layer_dims, method="he", rng=None):
    """Seeds the global generator once at the start and ignores rng."""
    np.random.seed(3)
    if method not in ["zeros", "small", "large", "xavier", "he"]:
        raise ValueError("unknown method")
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        factor = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
        parameters["W%d" % l] = np.random.standard_normal((layer_dims[l], n_in)) * factor[method]
        parameters["b%d" % l] = np.zeros(shape=(layer_dims[l], 1))
    return parameters


def initialize_deep__entry_by_entry(layer_dims, method="he", rng=None):
    """Loops over units and inputs, one draw an entry, with a nested helper and math."""
    import math

    rng = rng or np.random.default_rng()

    def deviation(n):
        table = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": math.sqrt(1 / n), "he": math.sqrt(2 / n)}
        try:
            return table[method]
        except KeyError:
            raise ValueError(f"{method} is none of {list(table)}") from None

    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        sd = deviation(n_in)
        W = np.zeros((n_out, n_in))
        for i in range(n_out):
            for j in range(n_in):
                W[i, j] = sd * rng.standard_normal()
        parameters[f"W{l}"], parameters[f"b{l}"] = W, np.zeros((n_out, 1))
    return parameters


def initialize_deep__own_exception(layer_dims, method="he", rng=None):
    """Checks the method last, builds two dictionaries and merges them; prints."""
    import sys

    rng = np.random.default_rng() if rng is None else rng
    sizes = list(zip(layer_dims[1:], layer_dims[:-1], strict=True))
    W = {f"W{l}": rng.standard_normal(size) for l, size in enumerate(sizes, 1)}
    b = {f"b{l}": np.zeros((size[0], 1)) for l, size in enumerate(sizes, 1)}
    print(len(W), "layers", file=sys.stderr)
    if method == "zeros":
        return {k: np.zeros_like(v) for k, v in W.items()} | b
    if method == "small":
        return {k: v / 100 for k, v in W.items()} | b
    if method == "large":
        return W | b
    if method == "xavier":
        return {k: v / v.shape[1] ** 0.5 for k, v in W.items()} | b
    if method == "he":
        return {k: v * (2 / v.shape[1]) ** 0.5 for k, v in W.items()} | b
    raise ValueError("method is one of zeros, small, large, xavier, he")


def initialize_deep__pops_the_sizes(layer_dims, method="he", rng=None):
    """Mutates layer_dims: the sizes are taken off the caller's list one by one."""
    rng = np.random.default_rng() if rng is None else rng
    table = {"zeros": (0.0, 0), "small": (0.01, 0), "large": (1.0, 0), "xavier": (1.0, 1), "he": (2.0**0.5, 1)}
    if method not in table:
        raise ValueError(", ".join(table))
    gain, scaled = table[method]
    parameters, l, n_in = {}, 0, layer_dims.pop(0)
    while layer_dims:
        l, n_out = l + 1, layer_dims.pop(0)
        parameters[f"W{l}"] = gain * rng.standard_normal((n_out, n_in)) / (n_in**0.5 if scaled else 1.0)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
        n_in = n_out
    return parameters


# --- bug_hunt ---------------------------------------------------------------------------------------------------------


def bug_hunt_answers__computed():
    """Does not name the culprits but hunts them whenever it is called."""
    P, X, Y = scene()
    _, cache = forward_propagation(X, P)
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, answers[letter] = suspect({**P, **cache, "X": X, "Y": Y}), None
        for name in P:
            f = lambda v: compute_cost(forward_propagation(X, {**P, name: v})[0], Y)  # noqa: B023 (used at once)
            if relative_error(grads["d" + name], numerical_gradient(f, P[name])) > 1e-4:
                answers[letter] = "d" + name
    return answers


def bug_hunt_answers__against_the_given_pass():
    """Compares with the backward pass of the notebook; the letters in another order, and a note under an extra key."""
    P, X, Y = scene()
    cache = forward_propagation(X, P)[1]
    right = backward_propagation(P, cache, X, Y)
    answers = {"note": "all checked"}
    for letter, suspect in reversed(suspects(student_id).items()):
        grads = suspect({**P, **cache, "X": X, "Y": Y})
        wrong = [name for name in right if not np.allclose(right[name], grads[name])]
        answers[letter] = wrong[0] if wrong else None
    return answers


def bug_hunt_answers__prints():
    """Prints a table of errors and asserts that there is something to find."""
    P, X, Y = scene()
    cache = forward_propagation(X, P)[1]
    right = backward_propagation(P, cache, X, Y)
    answers = dict.fromkeys("ABCDEF")
    for letter, suspect in suspects(student_id).items():
        for name, gradient in suspect({**P, **cache, "X": X, "Y": Y}).items():
            error = np.max(np.abs(gradient - right[name]))
            print(letter, name, f"{error:.1e}")
            if error > 1e-3:
                answers[letter] = name
    assert any(answers.values())
    return answers
