"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np

# numerical_gradient


def numerical_gradient__floats(f, theta, epsilon=1e-5):
    """Assumes that theta holds floats, as parameters do."""
    assert theta.dtype.kind == "f"
    gradient = np.zeros_like(theta)
    for index in np.ndindex(theta.shape):
        plus, minus = theta.copy(), theta.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__at_most_two_dimensions(f, theta, epsilon=1e-5):
    """Assumes a matrix or a vector, as parameters are."""
    point = np.array(theta, dtype=float)
    gradient = np.zeros(point.shape)
    if point.ndim == 1:
        places = [(i,) for i in range(len(point))]
    else:
        rows, columns = point.shape
        places = [(i, j) for i in range(rows) for j in range(columns)]
    for place in places:
        plus, minus = point.copy(), point.copy()
        plus[place] += epsilon
        minus[place] -= epsilon
        gradient[place] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__small_step(f, theta, epsilon=1e-5):
    """Assumes a step of at most one."""
    assert 0 < epsilon <= 1
    point = np.array(theta, dtype=float)
    gradient = np.zeros(point.shape)
    for index in np.ndindex(point.shape):
        nudge = np.zeros(point.shape)
        nudge[index] = epsilon
        gradient[index] = (f(point + nudge) - f(point - nudge)) / (2 * epsilon)
    return gradient


# relative_error


def relative_error__at_most_two_dimensions(a, b):
    """Takes the norm of a matrix by its name, which a matrix or a vector has."""
    assert a.shape == b.shape and a.ndim <= 2
    kind = "fro" if a.ndim == 2 else None
    size = np.linalg.norm(a, kind) + np.linalg.norm(b, kind)
    return 0.0 if size == 0 else float(np.linalg.norm(a - b, kind) / size)


def relative_error__not_both_zero(a, b):
    """Assumes that the gradients are not both zero."""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    assert size > 0
    return float(np.linalg.norm(a - b) / size)


def relative_error__small_guard(a, b):
    """Adds a small number below the line, which is too large for tiny gradients."""
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-8))


# gradient_check


def gradient_check__one_output(parameters, X, Y, epsilon=1e-5):
    """Assumes one output unit."""
    assert Y.shape == (1, X.shape[1])
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    return _worst(parameters, X, Y, epsilon, grads)


def gradient_check__several_hidden_units(parameters, X, Y, epsilon=1e-5):
    """Assumes more than one hidden unit."""
    assert parameters["W1"].shape[0] > 1
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    return _worst(parameters, X, Y, epsilon, grads)


def gradient_check__several_features(parameters, X, Y, epsilon=1e-5):
    """Assumes more than one feature."""
    assert X.shape[0] > 1
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    return _worst(parameters, X, Y, epsilon, grads)


def gradient_check__exactly_four(parameters, X, Y, epsilon=1e-5):
    """Assumes exactly the four parameters in the dictionary, and some gradient that is not zero."""
    assert set(parameters) == {"W1", "b1", "W2", "b2"}
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    assert any(np.any(gradient) for gradient in grads.values())
    return _worst(parameters, X, Y, epsilon, grads)


def _worst(parameters, X, Y, epsilon, grads):
    errors = []
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        errors.append(relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return max(errors)


# initialize_deep


def initialize_deep__hidden_layers(layer_dims, method="he", rng=None):
    """Assumes at least one hidden layer."""
    assert len(layer_dims) > 2
    return _drawn(layer_dims, method, np.random.default_rng() if rng is None else rng)


def initialize_deep__several_units(layer_dims, method="he", rng=None):
    """Assumes several inputs and several hidden units."""
    assert layer_dims[0] > 1
    return _drawn(layer_dims, method, np.random.default_rng() if rng is None else rng)


def initialize_deep__needs_a_generator(layer_dims, method="he", rng=None):
    """Assumes that the caller passes a generator."""
    parameters = {}
    scale = {"zeros": lambda n: 0.0, "small": lambda n: 0.01, "large": lambda n: 1.0}
    scale |= {"xavier": lambda n: np.sqrt(1 / n), "he": lambda n: np.sqrt(2 / n)}
    if method not in scale:
        raise ValueError(f"method must be one of {list(scale)}")
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * scale[method](n_in)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


def initialize_deep__seeds_the_global_generator(layer_dims, method="he", rng=None):
    """Seeds the global generator as well, out of habit."""
    np.random.seed(3)
    return _drawn(layer_dims, method, np.random.default_rng() if rng is None else rng)


def initialize_deep__unknown_method_is_an_assertion(layer_dims, method="he", rng=None):
    """Refuses an unknown method by an assert."""
    assert method in ("zeros", "small", "large", "xavier", "he")
    return _drawn(layer_dims, method, np.random.default_rng() if rng is None else rng)


def initialize_deep__sizes_are_a_list(layer_dims, method="he", rng=None):
    """Assumes that the sizes stand in a list, and that there are at most ten layers."""
    assert isinstance(layer_dims, list) and len(layer_dims) <= 11
    return _drawn(layer_dims, method, np.random.default_rng() if rng is None else rng)


def _drawn(layer_dims, method, rng):
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        scales = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / n_in)}
        if method not in scales:
            raise ValueError(f"method must be one of {list(scales)}")
        parameters[f"W{l}"] = scales[method] * rng.standard_normal((n_out, n_in))
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


# bug_hunt_answers


def bug_hunt_answers__six_by_hand():
    """Writes an answer beside the six that nobody asked for."""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    right = backward_propagation(parameters, cache, X, Y)
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads = suspect({**parameters, **cache, "X": X, "Y": Y})
        wrong = [name for name in right if relative_error(grads[name], right[name]) > 1e-3]
        answers[letter] = wrong[0] if wrong else None
    return answers
