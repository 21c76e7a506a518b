"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np

# create_mini_batches


def create_mini_batches__labels_in_one_row(X, Y, batch_size, rng=None):
    """Assumes one row of labels, and makes whole numbers of the batch count by the ceiling."""
    m = X.shape[1]
    assert Y.shape == (1, m)
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order].reshape(1, m)
    count = int(np.ceil(m / batch_size))
    return [(X[:, k * batch_size : (k + 1) * batch_size], Y[:, k * batch_size : (k + 1) * batch_size]) for k in range(count)]


def create_mini_batches__several_examples(X, Y, batch_size, rng=None):
    """Assumes more than one example."""
    m = X.shape[1]
    assert m > 1
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__several_features(X, Y, batch_size, rng=None):
    """Assumes more than one feature."""
    assert X.ndim == 2 and X.shape[0] > 1
    m = X.shape[1]
    order = np.arange(m)
    (np.random.default_rng() if rng is None else rng).shuffle(order)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__more_examples_than_features(X, Y, batch_size, rng=None):
    """Assumes that there are more examples than features, and refuses what looks transposed."""
    n_x, m = X.shape
    if n_x > m:
        raise ValueError("X looks transposed")
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__seeds_the_global_generator(X, Y, batch_size, rng=None):
    """Takes a seed for the global generator out of the caller's generator, out of habit."""
    m = X.shape[1]
    np.random.seed(int((np.random.default_rng() if rng is None else rng).integers(10**6)))
    order = list(np.random.permutation(m))
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__a_set_larger_than_a_batch(X, Y, batch_size, rng=None):
    """Assumes that the examples fill at least one mini-batch."""
    m = X.shape[1]
    assert batch_size <= m
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


# initialize_velocity


def initialize_velocity__columns(parameters):
    """Assumes that every bias is a column, and that layers are counted from 1 without a gap."""
    v = {}
    for l in range(1, len(parameters) // 2 + 1):
        assert parameters[f"b{l}"].shape == (parameters[f"W{l}"].shape[0], 1)
        v[f"dW{l}"], v[f"db{l}"] = np.zeros_like(parameters[f"W{l}"]), np.zeros_like(parameters[f"b{l}"])
    return v


def initialize_velocity__hidden_layers(parameters):
    """Assumes at least one hidden layer."""
    assert len(parameters) >= 4
    return {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}


# update_parameters_with_momentum


def update_parameters_with_momentum__hidden_layers(parameters, grads, v, learning_rate, beta=0.9):
    """Assumes at least one hidden layer, and the names of exactly these gradients."""
    assert len(parameters) >= 4 and set(grads) == set(v) == {"d" + name for name in parameters}
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__beta_between(parameters, grads, v, learning_rate, beta=0.9):
    """Assumes a beta above 0: without memory there is nothing to average."""
    assert 0 < beta < 1
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__positive_rate(parameters, grads, v, learning_rate, beta=0.9):
    """Assumes a learning rate above 0."""
    assert learning_rate > 0
    moved, new_v = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        for kind in ("W", "b"):
            key = f"d{kind}{l}"
            assert grads[key].shape == parameters[f"{kind}{l}"].shape
            new_v[key] = beta * v[key] + (1 - beta) * grads[key]
            moved[f"{kind}{l}"] = parameters[f"{kind}{l}"] - learning_rate * new_v[key]
    return moved, new_v


# initialize_adam


def initialize_adam__hidden_layers(parameters):
    """Assumes at least one hidden layer."""
    assert len(parameters) >= 4
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    return v, {key: value.copy() for key, value in v.items()}


# update_parameters_with_adam


def update_parameters_with_adam__hidden_layers(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Assumes at least one hidden layer, and a t that counts from 1."""
    assert len(parameters) >= 4 and t >= 1
    return _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon)


def update_parameters_with_adam__beta1_above_zero(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Assumes that the average of the gradients has a memory."""
    assert beta1 > 0 or beta2 == 0
    return _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon)


def update_parameters_with_adam__beta2_above_zero(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Assumes that the average of the squares has a memory."""
    assert 0 < beta2 < 1
    return _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon)


def update_parameters_with_adam__both_betas_above_zero(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Assumes that both averages have a memory."""
    assert 0 < beta1 < 1 and 0 < beta2 < 1
    return _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon)


def update_parameters_with_adam__positive_rate(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Assumes a learning rate above 0, and a small epsilon."""
    assert learning_rate > 0
    return _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon)


def update_parameters_with_adam__small_epsilon(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Assumes that epsilon is small."""
    assert 0 < epsilon < 1e-3
    return _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon)


def update_parameters_with_adam__state_from_zero(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Assumes that the averages are zero in step 1, as they are in training, and resets them."""
    if t == 1:
        v, s = ({key: np.zeros_like(value) for key, value in grads.items()} for _ in range(2))
    return _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon)


def _step(parameters, grads, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat, s_hat = new_v[key] / (1 - beta1**t), new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


# exponential_decay


def exponential_decay__whole_epochs(learning_rate0, k, t):
    """Assumes that epochs are whole numbers."""
    assert t == int(t) and t >= 0
    rate = learning_rate0
    for _ in range(int(t)):
        rate = rate * np.exp(-k)
    return rate


def exponential_decay__decays(learning_rate0, k, t):
    """Assumes that the rate decays."""
    assert k > 0
    return learning_rate0 * np.e ** (-k * t)


def exponential_decay__rate_below_one(learning_rate0, k, t):
    """Assumes a decay rate of at most 1."""
    assert 0 <= k <= 1
    return learning_rate0 * np.exp(-k * t)


def exponential_decay__floats(learning_rate0, k, t):
    """Assumes that the settings are floats."""
    assert isinstance(learning_rate0, float) and isinstance(k, float)
    return learning_rate0 * np.exp(-k * t)
