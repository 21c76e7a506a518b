"""What the mistakes of `beyond_binary` are patches of (see mistakes.toml), run among the notebook's own names; trusted side."""

import numpy as np


def _batchnorm(Z, gamma, beta, mean, var, eps, new_running):
    inv_std = 1 / np.sqrt(var + eps)
    Z_hat = (Z - mean) * inv_std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new_running


def _moved(running, mean, var, momentum):
    return {
        "mean": momentum * running["mean"] + (1 - momentum) * mean,
        "var": momentum * running["var"] + (1 - momentum) * var,
    }


def _rmsprop(parameters, grads, s, mean, step):
    new_s = {name: mean(s[name], grads[name]) for name in s}
    return {name: W - step(grads["d" + name], new_s["d" + name]) for name, W in parameters.items()}, new_s


def softmax(Z):
    """Right, and safe for large scores."""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


def one_hot(y, num_classes):
    """Right: a table of zeros, and a one in each column."""
    Y = np.zeros((num_classes, y.shape[0]))
    Y[y, np.arange(y.shape[0])] = 1.0
    return Y


def one_hot_from_eye(y, num_classes):
    """Right: columns of the identity matrix."""
    return np.eye(num_classes)[:, y]


def cross_entropy(P, Y):
    """Right, with a guard against the logarithm of 0."""
    return float(-np.sum(Y * np.log(np.clip(P, 1e-12, None))) / Y.shape[1])


def softmax_backward(P, Y):
    """Right, averaged over the examples."""
    return (P - Y) / Y.shape[1]


def confusion_matrix(y_true, y_pred, num_classes):
    """Right: a row for each true class, a column for each guess."""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
    return counts


def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Right: prediction ends early."""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, momentum))


def batchnorm_forward_in_one_path(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Right: training and prediction choose their statistics, and then go the same way."""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_backward(dY, cache):
    """Without the term of dbeta in dZ."""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - Z_hat * dgamma / m), dgamma, dbeta


def layer_gradient_norms(grads):
    """Right: one norm for each layer's weights, first layer first."""
    return [float(np.linalg.norm(grads[f"dW{l}"])) for l in range(1, len(grads) // 2 + 1)]


def backward_signal(dZ_last, parameters, slopes):
    """Right: from the last layer down, and then turned round."""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def update_parameters_with_rmsprop(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Right."""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))


def update_parameters_with_classical_momentum(parameters, grads, v, learning_rate, beta=0.9):
    """Right."""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum_in_two_steps(parameters, grads, v, learning_rate, beta=0.9):
    """Right; the new parameters get a name."""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    new = {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}
    return new, new_v
