"""Right implementations that assume one thing too much, as real students' do: each may cost one test; trusted side."""

import numpy as np

# softmax


def softmax__several_examples(Z):
    """Assumes more than one example."""
    C, m = Z.shape
    assert m > 1
    e = np.exp(Z - np.max(Z, axis=0))
    return e / np.sum(e, axis=0)


def softmax__more_than_two_classes(Z):
    """Assumes more than two classes: for two there is the sigmoid."""
    assert Z.shape[0] > 2
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__float64(Z):
    """Assumes scores that are floats."""
    assert Z.dtype == np.float64
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


# one_hot


def one_hot__all_classes_occur(y, num_classes):
    """Assumes that the last class occurs."""
    assert np.max(y) == num_classes - 1
    return np.eye(num_classes)[y].T


def one_hot__several_examples(y, num_classes):
    """Assumes more than one example."""
    assert y.ndim == 1 and y.size > 1
    return np.eye(num_classes)[y].T


# cross_entropy


def cross_entropy__several_examples(P, Y):
    """Assumes more than one example."""
    assert P.shape == Y.shape and Y.shape[1] > 1
    return float(-np.sum(Y * np.log(np.clip(P, 1e-12, 1))) / Y.shape[1])


def cross_entropy__labels_are_floats(P, Y):
    """Assumes one-hot labels as floats."""
    assert Y.dtype == np.float64 and np.all(Y.sum(axis=0) == 1)
    return float(-np.mean(np.sum(Y * np.log(np.clip(P, 1e-12, 1)), axis=0)))


def cross_entropy__more_than_two_classes(P, Y):
    """Assumes more than two classes."""
    assert Y.shape[0] > 2
    return float(-np.sum(Y * np.log(np.clip(P, 1e-12, 1))) / Y.shape[1])


# softmax_backward


def softmax_backward__several_examples(P, Y):
    """Assumes more than one example."""
    assert Y.shape[1] > 1
    return (P - Y) / Y.shape[1]


def softmax_backward__more_than_two_classes(P, Y):
    """Assumes more than two classes."""
    assert Y.shape[0] > 2
    return (P - Y) / Y.shape[1]


def softmax_backward__columns_add_up(P, Y):
    """Assumes probabilities that add up to 1, and checks it."""
    assert np.allclose(P.sum(axis=0), 1) and np.allclose(Y.sum(axis=0), 1)
    return (P - Y) / Y.shape[1]


# confusion_matrix


def confusion_matrix__all_classes_occur(y_true, y_pred, num_classes):
    """Assumes that every class occurs among the labels."""
    assert len(np.unique(y_true)) == num_classes
    counts = np.zeros((num_classes, num_classes), dtype=int)
    np.add.at(counts, (y_true, y_pred), 1)
    return counts


def confusion_matrix__several_examples(y_true, y_pred, num_classes):
    """Assumes more than one example."""
    assert y_true.shape == y_pred.shape and y_true.size > 1
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
    return counts


# batchnorm_forward, batchnorm_backward


def _batchnorm(Z, gamma, beta, running, training, momentum, eps):
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = {name: momentum * running[name] + (1 - momentum) * now for name, now in (("mean", mean), ("var", var))}
    inv_std = 1 / np.sqrt(var + eps)
    Z_hat = (Z - mean) * inv_std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new


def batchnorm_forward__several_examples(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Assumes more than one example in training."""
    assert Z.shape[1] > 1 or not training
    return _batchnorm(Z, gamma, beta, running, training, momentum, eps)


def batchnorm_forward__several_features(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Assumes more than one feature."""
    assert Z.shape[0] > 1 and gamma.shape == beta.shape == (Z.shape[0], 1)
    return _batchnorm(Z, gamma, beta, running, training, momentum, eps)


def batchnorm_forward__exactly_two_statistics(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Assumes running statistics of exactly these names, and a variance that is positive."""
    assert set(running) == {"mean", "var"} and np.all(running["var"] > 0)
    return _batchnorm(Z, gamma, beta, running, training, momentum, eps)


def batchnorm_backward__several_features(dY, cache):
    """Assumes more than one feature."""
    n, m = dY.shape
    assert n > 1
    Z_hat = cache["Z_hat"]
    dbeta, dgamma = np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return cache["gamma"] * cache["inv_std"] * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


# layer_gradient_norms, backward_signal


def layer_gradient_norms__pairs(grads):
    """Assumes a weight and a bias for each layer, and more than one layer."""
    L = len(grads) // 2
    assert L > 1 and all(f"db{l}" in grads for l in range(1, L + 1))
    return [float(np.linalg.norm(grads[f"dW{l}"])) for l in range(1, L + 1)]


def backward_signal__a_hidden_layer(dZ_last, parameters, slopes):
    """Assumes at least one hidden layer."""
    assert len(slopes) > 0
    dZ = dZ_last
    norms = [float(np.linalg.norm(dZ))]
    for l in range(len(slopes), 0, -1):
        dZ = np.dot(parameters["W" + str(l + 1)].T, dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__several_outputs(dZ_last, parameters, slopes):
    """Assumes several outputs, as there are several classes."""
    assert dZ_last.shape[0] > 1
    dZ = dZ_last
    norms = [float(np.linalg.norm(dZ))]
    for l in range(len(slopes), 0, -1):
        dZ = np.dot(parameters["W" + str(l + 1)].T, dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


# update_parameters_with_rmsprop, update_parameters_with_classical_momentum


def update_parameters_with_rmsprop__exactly_four(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Assumes exactly two layers."""
    assert set(parameters) == {"W1", "b1", "W2", "b2"} and set(s) == set(grads)
    new_s = {name: beta * s[name] + (1 - beta) * g**2 for name, g in grads.items()}
    return {
        name: tensor - learning_rate * grads["d" + name] / (np.sqrt(new_s["d" + name]) + epsilon)
        for name, tensor in parameters.items()
    }, new_s


def update_parameters_with_rmsprop__a_rate(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Assumes a learning rate above 0."""
    assert learning_rate > 0
    new_s = {name: beta * s[name] + (1 - beta) * g**2 for name, g in grads.items()}
    return {
        name: tensor - learning_rate * grads["d" + name] / (np.sqrt(new_s["d" + name]) + epsilon)
        for name, tensor in parameters.items()
    }, new_s


def update_parameters_with_classical_momentum__exactly_four(parameters, grads, v, learning_rate, beta=0.9):
    """Assumes exactly two layers."""
    assert set(parameters) == {"W1", "b1", "W2", "b2"}
    new_v = {name: beta * v[name] + g for name, g in grads.items()}
    return {name: tensor - learning_rate * new_v["d" + name] for name, tensor in parameters.items()}, new_v


def update_parameters_with_classical_momentum__some_memory(parameters, grads, v, learning_rate, beta=0.9):
    """Assumes a beta between 0 and 1, both left out."""
    assert 0 < beta < 1 and learning_rate > 0
    new_v = {name: beta * v[name] + g for name, g in grads.items()}
    return {name: tensor - learning_rate * new_v["d" + name] for name, tensor in parameters.items()}, new_v
