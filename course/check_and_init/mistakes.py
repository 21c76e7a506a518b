"""The known mistakes of `check_and_init` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np


def numerical_gradient__caller_theta_not_restored(f, theta, epsilon=1e-5):
    """Whose array does your loop move, and what is in it after the call?"""
    gradient = np.zeros(theta.shape)
    moving = theta if theta.dtype.kind == "f" else theta.astype(float)
    for index in np.ndindex(theta.shape):
        value = moving[index]
        moving[index] = value + epsilon
        above = f(moving)
        moving[index] = value - epsilon
        below = f(moving)
        moving[index] = value if index != tuple(n - 1 for n in theta.shape) else value - epsilon
        gradient[index] = (above - below) / (2 * epsilon)
    return gradient


def numerical_gradient__moves_all_entries(f, theta, epsilon=1e-5):
    """How many entries of theta change between your two evaluations?"""
    point = np.array(theta, dtype=float)
    return np.full(point.shape, (f(point + epsilon) - f(point - epsilon)) / (2 * epsilon))


def numerical_gradient__one_slope_for_all(f, theta, epsilon=1e-5):
    """How many entries of theta change between your two evaluations?"""
    return (f(theta + epsilon) - f(theta - epsilon)) / (2 * epsilon)


def gradient_check__compares_with_itself(parameters, X, Y, epsilon=1e-5):
    """If the backward pass were wrong, would what your function compares show it?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    return max(relative_error(gradient, gradient) for gradient in grads.values())


def gradient_check__always_content(parameters, X, Y, epsilon=1e-5):
    """If the backward pass were wrong, would what your function compares show it?"""
    return 1e-9


def initialize_deep__uses_up_the_sizes(layer_dims, method="he", rng=None):
    """What is left of the caller's list after the call?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters, l = {}, 1
    n_in = layer_dims.pop(0)
    while layer_dims:
        n_out = layer_dims.pop(0)
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * scale
        parameters[f"b{l}"] = np.zeros((n_out, 1))
        n_in, l = n_out, l + 1
    return parameters


def bug_hunt_answers__everyone_is_innocent():
    """Did you check each suspect, and at a point where its mistakes can show?"""
    return dict.fromkeys("ABCDEF")


def bug_hunt_answers__everyone_has_the_same_defect():
    """Did you check each suspect, or start from a default?"""
    return dict.fromkeys("ABCDEF", "dW1")


def bug_hunt_answers__text_for_none():
    """Is your answer for a right pass a text, and what does the docstring say it is?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = wrong[0] if wrong else "None"
    return answers
