"""Right implementations of the exercises of beyond_binary in other styles; trusted side."""

import copy
import math
import random
import sys
import warnings
from collections import Counter

import numpy as np

# --- softmax


def softmax__loop_over_examples(Z):
    """A loop over the examples, filling a float table."""
    P = np.zeros(Z.shape, dtype=float)
    for i in range(Z.shape[1]):
        column = Z[:, i] - Z[:, i].max()
        P[:, i] = np.exp(column) / np.exp(column).sum()
    return P


def softmax__math_exp(Z):
    """Pure Python numbers and math.exp."""
    classes, m = Z.shape
    P = np.empty((classes, m))
    for i in range(m):
        top = max(float(Z[k, i]) for k in range(classes))
        e = [math.exp(float(Z[k, i]) - top) for k in range(classes)]
        for k in range(classes):
            P[k, i] = e[k] / math.fsum(e)
    return P


def softmax__transposed_inside(Z):
    """Works on rows and turns the table back; the answer is a transposed view."""
    rows = Z.T
    e = np.exp(rows - rows.max(axis=1)[:, None])
    return (e / e.sum(axis=1)[:, None]).T


def softmax__log_sum_exp(Z):
    """The exponential of the log-probabilities, with logaddexp."""
    return np.exp(Z - np.logaddexp.reduce(Z, axis=0))


def softmax__out_arguments(Z):
    """Works in place on a copy of its own."""
    P = Z.astype(np.float64)
    P -= P.max(axis=0)
    np.exp(P, out=P)
    np.divide(P, P.sum(axis=0), out=P)
    return P


def softmax__power_of_e(Z):
    """np.power of e, np.amax and einsum for the sum."""
    e = np.power(np.e, Z - np.amax(Z, axis=0))
    return e / np.einsum("ki->i", e)


def softmax__one_over_the_sum_of_ratios(Z):
    """No maximum: each probability is one over a sum of exponentials of differences, silenced where they overflow."""
    with np.errstate(over="ignore"):
        return 1.0 / np.sum(np.exp(Z[None, :, :] - Z[:, None, :]), axis=1)


def softmax__chatty_with_asserts(Z):
    """Prints, warns on stderr, asserts, and seeds the global generators."""
    np.random.seed(1)
    random.seed(1)
    print("softmax of", Z.shape)
    warnings.warn("a warning of the student's own", stacklevel=1)
    e = np.exp(Z - Z.max(0, keepdims=True))
    P = e / e.sum(0, keepdims=True)
    assert P.shape == Z.shape and np.allclose(P.sum(0), 1)
    return P


def softmax__mutates_a_float_input(Z):
    """Mutates: takes the maximum out of the caller's own table where it can."""
    if Z.dtype.kind == "f":
        Z -= Z.max(axis=0)
    else:
        Z = Z - Z.max(axis=0)
    return np.exp(Z) / np.exp(Z).sum(axis=0)


def softmax__with_an_axis_argument(Z, axis=0):
    """Has one more argument, with a default."""
    e = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)


# --- one_hot


def one_hot__identity_columns(y, num_classes):
    """Columns of the identity matrix."""
    return np.eye(num_classes)[:, y]


def one_hot__identity_rows_transposed(y, num_classes):
    """Rows of the identity, transposed."""
    return np.identity(num_classes)[y].T


def one_hot__comparison(y, num_classes):
    """A comparison: the answer is of dtype bool."""
    return np.arange(num_classes).reshape(-1, 1) == y.reshape(1, -1)


def one_hot__whole_numbers(y, num_classes):
    """A loop over the examples that fills whole numbers."""
    Y = np.zeros((num_classes, len(y)), dtype=int)
    for i, label in enumerate(y):
        Y[label, i] = 1
    return Y


def one_hot__put_along_axis(y, num_classes):
    """np.put_along_axis, small floats."""
    Y = np.zeros((num_classes, y.size), dtype=np.float32)
    np.put_along_axis(Y, y[None, :], 1.0, axis=0)
    return Y


def one_hot__nested_lists(y, num_classes):
    """Two nested comprehensions."""
    return np.array([[1.0 if k == label else 0.0 for label in y] for k in range(num_classes)])


def one_hot__sklearn(y, num_classes):
    """scikit-learn's label_binarize with care for the case of two classes."""
    from sklearn.preprocessing import label_binarize

    return label_binarize(y, classes=list(range(num_classes + 1))).T[:num_classes].astype(float)


# --- cross_entropy


def cross_entropy__picks_the_true_class(P, Y):
    """Picks each example's true probability with argmax; a NumPy scalar."""
    picked = P[np.argmax(Y, axis=0), np.arange(P.shape[1])]
    return -np.mean(np.log(np.maximum(picked, 1e-12)))


def cross_entropy__epsilon_in_the_log(P, Y):
    """A small number inside the logarithm in place of a clip."""
    return -np.sum(Y * np.log(P + 1e-12)) / P.shape[1]


def cross_entropy__larger_epsilon_in_the_log(P, Y):
    """1e-8 inside the logarithm, as many textbooks have it."""
    return -(1 / P.shape[1]) * np.sum(np.multiply(Y, np.log(P + 1e-8)))


def cross_entropy__zero_dimensional(P, Y):
    """The answer is a 0-d array."""
    return np.array(-np.sum(Y * np.log(np.clip(P, 1e-15, 1 - 1e-15))) / Y.shape[1])


def cross_entropy__trace(P, Y):
    """The trace of a matrix product."""
    return -np.trace(Y.T @ np.log(np.clip(P, 1e-12, 1.0))) / Y.shape[1]


def cross_entropy__einsum(P, Y):
    """One einsum over both axes."""
    return float(np.einsum("ki,ki->", -Y, np.log(np.fmax(P, 1e-12))) / Y.shape[1])


def cross_entropy__loops(P, Y):
    """Loops with math.log over the classes that count."""
    total = 0.0
    for i in range(Y.shape[1]):
        for k in range(Y.shape[0]):
            if Y[k, i]:
                total -= math.log(max(P[k, i], 1e-12))
    return total / Y.shape[1]


def cross_entropy__smallest_float(P, Y):
    """Guards with the smallest positive float: a wrong certainty costs about 708."""
    return float(np.mean(-np.sum(Y * np.log(np.maximum(P, np.finfo(float).tiny)), axis=0)))


def cross_entropy__mean_of_columns_squeezed(P, Y):
    """keepdims all the way and a squeeze at the end."""
    costs = -np.sum(Y * np.log(np.where(P > 1e-12, P, 1e-12)), axis=0, keepdims=True)
    return np.squeeze(np.mean(costs, axis=1, keepdims=True))


def cross_entropy__mutates_the_labels(P, Y):
    """Mutates: multiplies the labels in place."""
    m = Y.shape[1]
    Y *= np.log(np.clip(P, 1e-12, None))
    return -Y.sum() / m


# --- softmax_backward


def softmax_backward__subtract_where(P, Y):
    """Copies P and takes 1 from the true entries."""
    dZ = P.copy()
    dZ[Y.astype(bool)] -= 1
    return dZ / P.shape[1]


def softmax_backward__jacobians(P, Y):
    """The full Jacobian of each example, times the gradient by its probabilities."""
    m = P.shape[1]
    dZ = np.empty(P.shape)
    for i in range(m):
        p, true = P[:, i], np.argmax(Y[:, i])
        jacobian = np.diag(p) - np.outer(p, p)
        if p[true] > 0:
            dZ[:, i] = jacobian[:, true] * (-1 / p[true]) / m
        else:
            dZ[:, i] = (p - Y[:, i]) / m
    return dZ


def softmax_backward__mean_first(P, Y):
    """Multiplies both tables by 1/m before the difference."""
    share = 1.0 / np.shape(P)[-1]
    return np.subtract(share * P, share * Y)


def softmax_backward__deepcopy(P, Y):
    """A deep copy and operators that work in place."""
    dZ = copy.deepcopy(P)
    dZ -= Y
    dZ /= len(Y[0])
    return dZ


def softmax_backward__mutates(P, Y):
    """Mutates: writes the gradient into the caller's probabilities."""
    P -= Y
    P *= 1 / Y.shape[1]
    return P


# --- confusion_matrix


def confusion_matrix__add_at(y_true, y_pred, num_classes):
    """np.add.at, which counts repeated pairs."""
    counts = np.zeros((num_classes, num_classes))
    np.add.at(counts, (y_true, y_pred), 1)
    return counts


def confusion_matrix__bincount(y_true, y_pred, num_classes):
    """One bincount of numbered cells."""
    return np.bincount(num_classes * y_true + y_pred, minlength=num_classes**2).reshape(num_classes, num_classes)


def confusion_matrix__one_hot_product(y_true, y_pred, num_classes):
    """The product of two one-hot tables."""
    return one_hot(y_true, num_classes) @ one_hot(y_pred, num_classes).T


def confusion_matrix__masks(y_true, y_pred, num_classes):
    """Counts each cell with a mask."""
    counts = np.zeros((num_classes, num_classes), dtype=np.int32)
    for a in range(num_classes):
        for b in range(num_classes):
            counts[a, b] = np.count_nonzero((y_true == a) & (y_pred == b))
    return counts


def confusion_matrix__counter(y_true, y_pred, num_classes):
    """A Counter of pairs and an array of Python ints."""
    pairs = Counter(zip(y_true.tolist(), y_pred.tolist(), strict=True))
    return np.array([[pairs[(a, b)] for b in range(num_classes)] for a in range(num_classes)])


def confusion_matrix__sklearn(y_true, y_pred, num_classes):
    """scikit-learn's own function."""
    from sklearn.metrics import confusion_matrix as counted

    return counted(y_true, y_pred, labels=np.arange(num_classes))


def confusion_matrix__histogram(y_true, y_pred, num_classes):
    """A two-dimensional histogram."""
    edges = np.arange(num_classes + 1) - 0.5
    return np.histogram2d(y_true, y_pred, bins=[edges, edges])[0]


def confusion_matrix__floats_in_a_loop(y_true, y_pred, num_classes):
    """Float counts by index, with a print."""
    counts = np.zeros((num_classes, num_classes))
    for i in range(y_true.shape[0]):
        counts[int(y_true[i])][int(y_pred[i])] += 1.0
    print(counts.sum(), "examples", file=sys.stderr)
    return counts


# --- batchnorm_forward


def batchnorm_forward__loop_over_features(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """One feature after the other."""
    n, m = Z.shape
    out, Z_hat, inv_std = np.empty((n, m)), np.empty((n, m)), np.empty((n, 1))
    new = {key: value.copy() for key, value in running.items()}
    for j in range(n):
        mean, var = running["mean"][j, 0], running["var"][j, 0]
        if training:
            mean = sum(Z[j]) / m
            var = sum((z - mean) ** 2 for z in Z[j]) / m
            new["mean"][j, 0] = momentum * running["mean"][j, 0] + (1 - momentum) * mean
            new["var"][j, 0] = momentum * running["var"][j, 0] + (1 - momentum) * var
        inv_std[j, 0] = 1 / math.sqrt(var + eps)
        Z_hat[j] = (Z[j] - mean) * inv_std[j, 0]
        out[j] = gamma[j, 0] * Z_hat[j] + beta[j, 0]
    return out, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new


def batchnorm_forward__fuller_cache(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """More in the cache than is needed, and another key in the running statistics."""
    mean = Z.mean(axis=1, keepdims=True) if training else running["mean"]
    var = Z.var(axis=1, keepdims=True) if training else running["var"]
    std = (var + eps) ** 0.5
    Z_hat = (Z - mean) / std
    cache = {"Z": Z, "Z_hat": Z_hat, "mean": mean, "var": var, "inv_std": 1 / std, "gamma": gamma, "beta": beta}
    new = dict(running, batches=1)
    if training:
        new["mean"] = running["mean"] + (1 - momentum) * (mean - running["mean"])
        new["var"] = running["var"] + (1 - momentum) * (var - running["var"])
    return gamma * Z_hat + beta, cache, new


def batchnorm_forward__no_cache_at_prediction(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """At prediction there is no cache, and the caller's dictionary is handed back; the answer is a list."""
    if not training:
        return [gamma * (Z - running["mean"]) / np.sqrt(running["var"] + eps) + beta, None, running]
    centred = Z - np.average(Z, axis=1)[:, np.newaxis]
    var = np.einsum("ji,ji->j", centred, centred).reshape(-1, 1) / Z.shape[1]
    inv_std = np.power(var + eps, -0.5)
    new = {
        "mean": momentum * running["mean"] + (1.0 - momentum) * Z.mean(1).reshape(-1, 1),
        "var": momentum * running["var"] + (1.0 - momentum) * var,
    }
    return [gamma * centred * inv_std + beta, {"Z_hat": centred * inv_std, "inv_std": inv_std, "gamma": gamma}, new]


def batchnorm_forward__deepcopy(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """A deep copy of the running statistics, then operators in place; asserts and a seed."""
    np.random.seed(0)
    new = copy.deepcopy(running)
    if training:
        mean, var = np.mean(Z, 1, keepdims=True), np.std(Z, 1, keepdims=True) ** 2
        new["mean"] *= momentum
        new["mean"] += (1 - momentum) * mean
        new["var"] *= momentum
        new["var"] += (1 - momentum) * var
    else:
        mean, var = new["mean"], new["var"]
    assert mean.shape == (Z.shape[0], 1)
    inv_std = np.reciprocal(np.sqrt(var + eps))
    Z_hat = np.multiply(Z - mean, inv_std)
    return np.add(np.multiply(gamma, Z_hat), beta), {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new


def batchnorm_forward__transposed_inside(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Examples in rows inside, turned back at the end."""
    rows = np.swapaxes(Z, 0, 1)
    mean = rows.mean(0) if training else running["mean"].ravel()
    var = rows.var(0) if training else running["var"].ravel()
    inv_std = 1 / np.sqrt(var + eps)
    hat = (rows - mean) * inv_std
    keep = momentum if training else 1.0
    new = {
        "mean": keep * running["mean"] + (1 - keep) * mean[:, None],
        "var": keep * running["var"] + (1 - keep) * var[:, None],
    }
    out = (hat * gamma.ravel() + beta.ravel()).T
    return out, {"Z_hat": hat.T, "inv_std": inv_std[:, None], "gamma": gamma}, new


def batchnorm_forward__mutates_the_running_statistics(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Mutates: keeps the running statistics in the caller's dictionary."""
    mean, var = running["mean"], running["var"]
    if training:
        mean, var = Z.mean(axis=1, keepdims=True), Z.var(axis=1, keepdims=True)
        running["mean"] = momentum * running["mean"] + (1 - momentum) * mean
        running["var"] = momentum * running["var"] + (1 - momentum) * var
    inv_std = 1 / np.sqrt(var + eps)
    Z_hat = (Z - mean) * inv_std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, running


# --- batchnorm_backward


def batchnorm_backward__through_mean_and_variance(dY, cache):
    """The three ways one after the other, as in the first paper."""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m = dY.shape[1]
    centred = Z_hat / inv_std
    dZ_hat = dY * gamma
    dvar = np.sum(dZ_hat * centred * -0.5 * inv_std**3, axis=1, keepdims=True)
    dmean = np.sum(-dZ_hat * inv_std, axis=1, keepdims=True) + dvar * np.mean(-2 * centred, axis=1, keepdims=True)
    dZ = dZ_hat * inv_std + dvar * 2 * centred / m + dmean / m
    return dZ, np.sum(dY * Z_hat, axis=1, keepdims=True), np.sum(dY, axis=1, keepdims=True)


def batchnorm_backward__m_in_front(dY, cache):
    """The form with m dY in the bracket and 1/m in front."""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m = dY.shape[1]
    dbeta, dgamma = dY.sum(1, keepdims=True), (dY * Z_hat).sum(1, keepdims=True)
    return (1.0 / m) * gamma * inv_std * (m * dY - dbeta - Z_hat * dgamma), dgamma, dbeta


def batchnorm_backward__means(dY, cache):
    """Means of the scaled gradient in place of sums."""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    d = dY * gamma
    dZ = inv_std * (d - d.mean(axis=1, keepdims=True) - Z_hat * (d * Z_hat).mean(axis=1, keepdims=True))
    return dZ, np.einsum("ji,ji->j", dY, Z_hat)[:, None], dY.sum(axis=1).reshape(-1, 1)


def batchnorm_backward__projection(dY, cache):
    """A projection matrix for each feature."""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    n, m = dY.shape
    dZ = np.zeros((n, m))
    for j in range(n):
        projection = np.eye(m) - np.ones((m, m)) / m - np.outer(Z_hat[j], Z_hat[j]) / m
        dZ[j] = gamma[j, 0] * inv_std[j, 0] * np.dot(projection, dY[j])
    dgamma = np.diag(dY @ Z_hat.T).reshape(n, 1).copy()
    return [dZ, dgamma, np.matmul(dY, np.ones((m, 1)))]


def batchnorm_backward__mutates_the_gradient(dY, cache):
    """Mutates: turns the incoming gradient into the outgoing one."""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m = dY.shape[1]
    dbeta, dgamma = dY.sum(axis=1, keepdims=True), (dY * Z_hat).sum(axis=1, keepdims=True)
    dY -= dbeta / m + Z_hat * dgamma / m
    dY *= gamma * inv_std
    return dY, dgamma, dbeta


# --- layer_gradient_norms


def layer_gradient_norms__roots_of_sums(grads):
    """Counts half of the keys; NumPy scalars in the list."""
    return [np.sqrt(np.sum(np.square(grads["dW" + str(l)]))) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__while_there_are_layers(grads):
    """A loop that runs while there is another layer; math.hypot of all entries."""
    norms, layer = [], 1
    while f"dW{layer}" in grads:
        norms.append(math.hypot(*grads[f"dW{layer}"].ravel()))
        layer += 1
    return norms


def layer_gradient_norms__sorted_by_number(grads):
    """Sorts the names by their number; a tuple."""
    names = sorted((name for name in grads if "W" in name), key=lambda name: int(name[2:]))
    return tuple(np.linalg.norm(grads[name], "fro") for name in names)


def layer_gradient_norms__array(grads):
    """The answer is a one-dimensional array."""
    norms = np.zeros(sum("W" in name for name in grads))
    for name, g in grads.items():
        if name[1] == "W":
            norms[int(name[2:]) - 1] = np.linalg.norm(g.reshape(-1))
    return norms


def layer_gradient_norms__einsum_and_trace(grads):
    """The root of the trace of the product with its own transpose; 0-d arrays in the list."""
    layers = len([name for name in grads if name.startswith("dW")])
    return [np.array(np.trace(grads[f"dW{l}"] @ grads[f"dW{l}"].T) ** 0.5) for l in range(1, layers + 1)]


# --- backward_signal


def backward_signal__inserts_in_front(dZ_last, parameters, slopes):
    """Counts the layers from the parameters, inserts in front, einsum for the product."""
    layers = len(parameters) // 2
    dZ, norms = dZ_last, [np.linalg.norm(dZ_last)]
    for l in reversed(range(1, layers)):
        dZ = np.einsum("kj,ki->ji", parameters["W" + str(l + 1)], dZ) * slopes[l - 1]
        norms.insert(0, np.linalg.norm(dZ))
    return norms


def backward_signal__recursive(dZ_last, parameters, slopes):
    """Calls itself for the layers before; list addition."""
    here = [float(np.sqrt((dZ_last**2).sum()))]
    if not slopes:
        return here
    dZ = np.multiply(np.dot(parameters[f"W{len(slopes) + 1}"].T, dZ_last), slopes[-1])
    return backward_signal(dZ, parameters, slopes[:-1]) + here


def backward_signal__example_by_example(dZ_last, parameters, slopes):
    """One example at a time; an array at the end."""
    squares = np.zeros(len(slopes) + 1)
    for i in range(dZ_last.shape[1]):
        d = dZ_last[:, i]
        squares[-1] += d @ d
        for l in range(len(slopes), 0, -1):
            d = (d @ parameters[f"W{l + 1}"]) * slopes[l - 1][:, i]
            squares[l - 1] += d @ d
    return np.sqrt(squares)


def backward_signal__keeps_all_in_a_dictionary(dZ_last, parameters, slopes):
    """Keeps each dZ under its name, with a nested helper and a print."""

    def length(tensor):
        return float(np.linalg.norm(tensor, ord="fro"))

    last = len(slopes) + 1
    dZ = {last: dZ_last.copy()}
    for l in range(last - 1, 0, -1):
        dZ[l] = np.matmul(np.transpose(parameters[f"W{l + 1}"]), dZ[l + 1])
        dZ[l] *= slopes[l - 1]
    print("layers:", last)
    return [length(dZ[l]) for l in sorted(dZ)]


def backward_signal__mutates_the_slopes(dZ_last, parameters, slopes):
    """Mutates: multiplies each slope by what arrives, in place."""
    norms, dZ = [np.linalg.norm(dZ_last)], dZ_last
    for l in range(len(slopes), 0, -1):
        slopes[l - 1] *= parameters[f"W{l + 1}"].T @ dZ
        dZ = slopes[l - 1]
        norms.append(np.linalg.norm(dZ))
    return list(reversed(norms))


# --- update_parameters_with_rmsprop


def update_parameters_with_rmsprop__layer_by_layer(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """A loop over the layers with every name written out."""
    new_parameters, new_s = {}, {}
    for l in range(1, len(parameters) // 2 + 1):
        new_s[f"dW{l}"] = beta * s[f"dW{l}"] + (1 - beta) * np.square(grads[f"dW{l}"])
        new_s[f"db{l}"] = beta * s[f"db{l}"] + (1 - beta) * np.square(grads[f"db{l}"])
        rate_W = learning_rate / (np.sqrt(new_s[f"dW{l}"]) + epsilon)
        rate_b = learning_rate / (np.sqrt(new_s[f"db{l}"]) + epsilon)
        with np.errstate(all="ignore"):
            new_parameters[f"W{l}"] = parameters[f"W{l}"] - np.nan_to_num(rate_W * grads[f"dW{l}"])
            new_parameters[f"b{l}"] = parameters[f"b{l}"] - np.nan_to_num(rate_b * grads[f"db{l}"])
    return new_parameters, new_s


def update_parameters_with_rmsprop__deepcopy(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Deep copies and operators in place."""
    parameters, s = copy.deepcopy(parameters), copy.deepcopy(s)
    for name in parameters:
        s["d" + name] *= beta
        s["d" + name] += (1 - beta) * grads["d" + name] * grads["d" + name]
        parameters[name] -= learning_rate * grads["d" + name] / (s["d" + name] ** 0.5 + epsilon)
    return parameters, s


def update_parameters_with_rmsprop__comprehensions(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Two comprehensions, the mean written as a step towards the new square; the answer is a list."""
    new_s = {name: old + (1 - beta) * (np.power(grads[name], 2) - old) for name, old in s.items()}
    step = {name: learning_rate * np.divide(grads[name], np.sqrt(new_s[name]) + epsilon) for name in new_s}
    return [{name: W - step[f"d{name}"] for name, W in parameters.items()}, new_s]


def update_parameters_with_rmsprop__mutates(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Mutates: updates the caller's own dictionaries."""
    for name in parameters:
        s["d" + name] = beta * s["d" + name] + (1 - beta) * grads["d" + name] ** 2
        parameters[name] = parameters[name] - learning_rate * grads["d" + name] / (np.sqrt(s["d" + name]) + epsilon)
    return parameters, s


# --- update_parameters_with_classical_momentum


def update_parameters_with_classical_momentum__layer_by_layer(parameters, grads, v, learning_rate, beta=0.9):
    """A loop over the layers with the names put together."""
    new_parameters, new_v = dict(parameters), dict(v)
    for l in range(len(parameters) // 2):
        for kind in ("W", "b"):
            key = kind + str(l + 1)
            new_v["d" + key] = np.add(np.multiply(beta, v["d" + key]), grads["d" + key])
            new_parameters[key] = np.subtract(parameters[key], learning_rate * new_v["d" + key])
    return new_parameters, new_v


def update_parameters_with_classical_momentum__deepcopy(parameters, grads, v, learning_rate, beta=0.9):
    """Deep copies and operators in place."""
    parameters, v = copy.deepcopy(parameters), copy.deepcopy(v)
    for name, g in grads.items():
        v[name] *= beta
        v[name] += g
        parameters[name[1:]] -= learning_rate * v[name]
    return parameters, v


def update_parameters_with_classical_momentum__two_steps(parameters, grads, v, learning_rate, beta=0.9):
    """The memory's step and the gradient's step apart."""
    coasted = {name: W - learning_rate * beta * v[f"d{name}"] for name, W in parameters.items()}
    new = {name: W - learning_rate * grads[f"d{name}"] for name, W in coasted.items()}
    return new, {name: beta * v[name] + grads[name] for name in grads}


def update_parameters_with_classical_momentum__mutates(parameters, grads, v, learning_rate, beta=0.9):
    """Mutates: updates the caller's own dictionaries."""
    for name in parameters:
        v["d" + name] = beta * v["d" + name] + grads["d" + name]
        parameters[name] = parameters[name] - learning_rate * v["d" + name]
    return parameters, v
