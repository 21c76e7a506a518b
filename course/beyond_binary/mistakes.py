"""The known mistakes of `beyond_binary` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np


def softmax__integer_buffer(Z):
    """If whole-number scores come in, of which kind are the numbers that you write your answer into?"""
    P = np.zeros_like(Z)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - np.max(Z[:, i]))
        P[:, i] = e / np.sum(e)
    return P


def confusion_matrix__only_classes_that_occur(y_true, y_pred, num_classes):
    """Is a class that does not occur in these data still a class?"""
    classes = np.union1d(y_true, y_pred)
    return np.array([[int(np.sum((y_true == a) & (y_pred == b))) for b in classes] for a in classes])


def confusion_matrix__margins_multiplied(y_true, y_pred, num_classes):
    """Does your table know which guess belongs to which truth, or only how many there are of each?"""
    a = np.bincount(y_true, minlength=num_classes)
    b = np.bincount(y_pred, minlength=num_classes)
    return np.outer(a, b) // len(y_true)


def batchnorm_forward__batch_statistics_at_prediction(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """At prediction, may an example's answer depend on its neighbours?"""
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = _moved(running, mean, var, momentum) if training else dict(running)
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_backward__mean_held_fixed(dY, cache):
    """If all examples of a feature moved together, would the output change?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - Z_hat * dgamma / m), dgamma, dbeta


def update_parameters_with_rmsprop__old_state(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """By which s do you divide: the one before this step, or the one after it?"""
    new_s = {name: beta * s[name] + (1 - beta) * grads[name] ** 2 for name in s}
    new = {name: W - learning_rate * grads["d" + name] / (np.sqrt(s["d" + name]) + epsilon) for name, W in parameters.items()}
    return new, new_s


def update_parameters_with_rmsprop__biases_forgotten(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Do the biases learn too?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    new, new_s = _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))
    return {name: W if name[0] == "W" else parameters[name] for name, W in new.items()}, new_s


def update_parameters_with_rmsprop__bias_state_of_the_weights(
    parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8
):
    """By whose mean squares are the steps of the biases divided?"""
    new_s = {name: beta * s[name] + (1 - beta) * grads[name] ** 2 for name in s}
    new = {}
    for name, W in parameters.items():
        state = new_s["dW" + name[1:]]
        state = state if name[0] == "W" else np.mean(state, axis=1, keepdims=True)
        new[name] = W - learning_rate * grads["d" + name] / (np.sqrt(state) + epsilon)
    return new, new_s


def update_parameters_with_rmsprop__two_layers_only(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """How many layers does your loop know?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    new, new_s = _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))
    return {name: W if int(name[1:]) < 3 else parameters[name] for name, W in new.items()}, new_s


def update_parameters_with_rmsprop__last_layer_left_out(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Does your loop reach the last layer?"""
    last = len(parameters) // 2

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    new, new_s = _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))
    return {name: W if int(name[1:]) < last else parameters[name] for name, W in new.items()}, new_s


def update_parameters_with_rmsprop__changes_the_callers_state(
    parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8
):
    """Could the caller take the same step once more?"""
    for name in s:
        s[name] = beta * s[name] + (1 - beta) * grads[name] ** 2
    new = {name: W - learning_rate * grads["d" + name] / (np.sqrt(s["d" + name]) + epsilon) for name, W in parameters.items()}
    return new, s


def update_parameters_with_classical_momentum__changes_the_callers_velocity(parameters, grads, v, learning_rate, beta=0.9):
    """Could the caller take the same step once more, from the same place?"""
    for name in v:
        v[name] *= beta
        v[name] += grads[name]
    return {name: W - learning_rate * v["d" + name] for name, W in parameters.items()}, v
