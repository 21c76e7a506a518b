"""The known mistakes of `optimizers` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np


def create_mini_batches__shuffles_in_place(X, Y, batch_size, rng=None):
    """Are X and Y intact after the call?"""
    state = int((np.random.default_rng() if rng is None else rng).integers(2**31))
    for array in (X, Y):
        np.random.default_rng(state).shuffle(array, axis=1)
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, X.shape[1], batch_size)]


def update_parameters_with_momentum__bias_velocity_from_the_weights(parameters, grads, v, learning_rate, beta=0.9):
    """Did a name survive a copy and paste?"""
    new_v, moved = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        new_v[f"dW{l}"] = beta * v[f"dW{l}"] + (1 - beta) * grads[f"dW{l}"]
        new_v[f"db{l}"] = beta * v[f"dW{l}"] + (1 - beta) * grads[f"db{l}"]
        moved[f"W{l}"] = parameters[f"W{l}"] - learning_rate * new_v[f"dW{l}"]
        moved[f"b{l}"] = parameters[f"b{l}"] - learning_rate * new_v[f"db{l}"]
    return moved, new_v


def update_parameters_with_momentum__bias_from_the_weights(parameters, grads, v, learning_rate, beta=0.9):
    """Did a name survive a copy and paste?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    moved = {}
    for l in range(1, len(parameters) // 2 + 1):
        moved[f"W{l}"] = parameters[f"W{l}"] - learning_rate * new_v[f"dW{l}"]
        moved[f"b{l}"] = parameters[f"b{l}"] - learning_rate * new_v[f"dW{l}"]
    return moved, new_v


def update_parameters_with_momentum__last_layer_stays(parameters, grads, v, learning_rate, beta=0.9):
    """For a network of two layers, which layers does your loop visit?"""
    new_v, moved = dict(v), dict(parameters)
    for l in range(1, len(parameters) // 2):
        for kind in ("W", "b"):
            new_v[f"d{kind}{l}"] = beta * v[f"d{kind}{l}"] + (1 - beta) * grads[f"d{kind}{l}"]
            moved[f"{kind}{l}"] = parameters[f"{kind}{l}"] - learning_rate * new_v[f"d{kind}{l}"]
    return moved, new_v


def update_parameters_with_momentum__first_layer_stays(parameters, grads, v, learning_rate, beta=0.9):
    """For a network of two layers, which layers does your loop visit?"""
    new_v, moved = dict(v), dict(parameters)
    for l in range(2, len(parameters) // 2 + 1):
        for kind in ("W", "b"):
            new_v[f"d{kind}{l}"] = beta * v[f"d{kind}{l}"] + (1 - beta) * grads[f"d{kind}{l}"]
            moved[f"{kind}{l}"] = parameters[f"{kind}{l}"] - learning_rate * new_v[f"d{kind}{l}"]
    return moved, new_v


def update_parameters_with_momentum__twice_as_many_layers(parameters, grads, v, learning_rate, beta=0.9):
    """How many entries of the dictionary does one layer have?"""
    new_v, moved = {}, {}
    for l in range(1, len(parameters) + 1):
        for kind in ("W", "b"):
            new_v[f"d{kind}{l}"] = beta * v[f"d{kind}{l}"] + (1 - beta) * grads[f"d{kind}{l}"]
            moved[f"{kind}{l}"] = parameters[f"{kind}{l}"] - learning_rate * new_v[f"d{kind}{l}"]
    return moved, new_v


def initialize_adam__shared_zeros(parameters):
    """If you write into one of the two averages, does the other one change?"""
    v, s = {}, {}
    for name, value in parameters.items():
        v["d" + name] = s["d" + name] = np.zeros(value.shape)
    return v, s


def initialize_adam__flat_biases(parameters):
    """Which shape has db1, and which have your averages for it?"""
    v, s = {}, {}
    for name, value in parameters.items():
        shape = value.shape[0] if name.startswith("b") else value.shape
        v["d" + name], s["d" + name] = np.zeros(shape), np.zeros(shape)
    return v, s


def initialize_adam__last_layer_left_out(parameters):
    """For a network of two layers, which layers does your loop visit?"""
    v, s = {}, {}
    for l in range(1, len(parameters) // 2):
        for kind in ("W", "b"):
            v[f"d{kind}{l}"] = np.zeros(parameters[f"{kind}{l}"].shape)
            s[f"d{kind}{l}"] = np.zeros(parameters[f"{kind}{l}"].shape)
    return v, s


def initialize_adam__wipes_the_parameters(parameters):
    """Where are the parameters after the call?"""
    v, s = {}, {}
    for name, value in parameters.items():
        value[:] = 0.0
        v["d" + name], s["d" + name] = value, value.copy()
    return v, s


def update_parameters_with_adam__two_layers_only(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What would your function do with three layers, or with one?"""
    some = {name: parameters[name] for name in ("W1", "b1", "W2", "b2")}
    new_v, new_s = _moments(grads, v, s, beta1, beta2)
    return {**parameters, **_moved(some, new_v, new_s, t, learning_rate, beta1, beta2, epsilon)}, new_v, new_s


def update_parameters_with_adam__twice_as_many_layers(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """How many entries of the dictionary does one layer have?"""
    moved, new_v, new_s = {}, {}, {}
    for l in range(1, len(parameters) + 1):
        for name in (f"W{l}", f"b{l}"):
            key = "d" + name
            new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
            new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
            v_hat, s_hat = new_v[key] / (1 - beta1**t), new_s[key] / (1 - beta2**t)
            moved[name] = parameters[name] - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__by_position(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do the entries of two dictionaries always stand in the same order?"""
    ordered = {"d" + name: gradient for name, gradient in zip(parameters, grads.values(), strict=True)}
    new_v, new_s = _moments(ordered, v, s, beta1, beta2)
    return _moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon), new_v, new_s


def update_parameters_with_adam__hats_kept_as_state(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What do you return, with or without hats?"""
    new_v, new_s = _moments(grads, v, s, beta1, beta2)
    moved = _moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon)
    for key in new_v:
        new_v[key] = new_v[key] / (1 - beta1**t)
        new_s[key] = new_s[key] / (1 - beta2**t)
    return moved, new_v, new_s


def update_parameters_with_adam__state_written_in_place(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Can the step be replayed?"""
    for key in v:
        v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
    return _moved(parameters, v, s, t, learning_rate, beta1, beta2, epsilon), v, s


def update_parameters_with_adam__state_arrays_in_place(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Can the step be replayed?"""
    new_v, new_s = v.copy(), s.copy()
    for key in new_v:
        new_v[key] *= beta1
        new_v[key] += (1 - beta1) * grads[key]
        new_s[key] *= beta2
        new_s[key] += (1 - beta2) * grads[key] ** 2
    return _moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon), new_v, new_s


def update_parameters_with_adam__parameters_in_place(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Can the step be replayed?"""
    new_v, new_s = _moments(grads, v, s, beta1, beta2)
    parameters.update(_moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon))
    return parameters, new_v, new_s


def update_parameters_with_adam__shallow_copy(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Can the step be replayed?"""
    new_v, new_s = _moments(grads, v, s, beta1, beta2)
    moved = dict(parameters)
    for name in moved:
        v_hat, s_hat = new_v["d" + name] / (1 - beta1**t), new_s["d" + name] / (1 - beta2**t)
        moved[name] -= learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__gradients_squared_in_place(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Can the step be replayed?"""
    new_v = {key: beta1 * v[key] + (1 - beta1) * grads[key] for key in v}
    new_s = {}
    for key in s:
        grads[key] **= 2
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key]
    return _moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon), new_v, new_s


def update_parameters_with_adam__gradient_squared_before_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which gradient does your line for v see?"""
    squares = {key: gradient**2 for key, gradient in grads.items()}
    new_v = {key: beta1 * v[key] + (1 - beta1) * squares[key] for key in v}
    new_s = {key: beta2 * s[key] + (1 - beta2) * squares[key] for key in s}
    return _moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon), new_v, new_s


def update_parameters_with_adam__momentum_again(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """How many averages does Adam keep?"""
    new_v = {key: beta1 * v[key] + (1 - beta1) * grads[key] for key in v}
    moved = {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}
    return moved, new_v, s


def update_parameters_with_adam__settings_shifted(
    parameters, grads, v, s, t, beta1=0.9, beta2=0.999, learning_rate=0.001, epsilon=1e-8
):
    """In which order do the settings stand in the function's first line?"""
    new_v, new_s = _moments(grads, v, s, beta1, beta2)
    return _moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon), new_v, new_s


def update_parameters_with_adam__s_and_v_taken_the_other_way_round(
    parameters, grads, s, v, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """In which order do the two averages stand in the function's first line?"""
    new_v, new_s = _moments(grads, v, s, beta1, beta2)
    return _moved(parameters, new_v, new_s, t, learning_rate, beta1, beta2, epsilon), new_v, new_s


def expose_momentum__always_true(f):
    """Would a right version be accused as well?"""
    return True


def expose_momentum__always_false(f):
    """Is there any version that your test would call wrong?"""
    return False


def expose_momentum__from_rest(f):
    """Does a lost velocity show where the velocity is zero?"""
    still = {name: np.zeros_like(value) for name, value in G0.items()}
    ours, its = update_parameters_with_momentum(P0, G0, still, 1.2, 0.8), f(P0, G0, still, 1.2, 0.8)
    return any(not np.allclose(b[name], a[name]) for a, b in zip(ours, its) for name in a)


def expose_momentum__parameters_alone(f):
    """What else does f return, beside the parameters?"""
    ours, its = update_parameters_with_momentum(P0, G0, P0_moving, 1.2, 0.8), f(P0, G0, P0_moving, 1.2, 0.8)
    return any(not np.allclose(its[0][name], ours[0][name]) for name in ours[0])


def expose_momentum__velocity_alone(f):
    """What else does f return, beside the velocity?"""
    ours, its = update_parameters_with_momentum(P0, G0, P0_moving, 1.2, 0.8), f(P0, G0, P0_moving, 1.2, 0.8)
    return any(not np.allclose(its[1][name], ours[1][name]) for name in ours[1])


def expose_momentum__one_half_of_each(f):
    """For which beta are both shares alike?"""
    ours, its = update_parameters_with_momentum(P0, G0, P0_moving, 1.2, 0.5), f(P0, G0, P0_moving, 1.2, 0.5)
    return any(not np.allclose(b[name], a[name]) for a, b in zip(ours, its) for name in a)


def expose_momentum__weights_alone(f):
    """Which tensors did you not look at?"""
    ours, its = update_parameters_with_momentum(P0, G0, P0_moving, 1.2, 0.8), f(P0, G0, P0_moving, 1.2, 0.8)
    return any(not np.allclose(b[name], a[name]) for a, b in zip(ours, its) for name in a if "W" in name)
