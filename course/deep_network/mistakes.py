"""Known wrong implementations of `deep_network`, each with the question that leads out of it; trusted side.

The bodies run in the notebook's namespace: `ACTIVATIONS`, `sigmoid`, `initialize_deep`, `compute_cost` stand there.
"""

# ruff: noqa: F821, F841, RUF012
import numpy as np


def deep_forward__relu_on_the_output(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which activation ends a classifier?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__tanh_on_the_output(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Between which two numbers must a probability lie?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = np.tanh(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__softmax_on_the_output(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Do the outputs exclude one another, and what must a single output be able to say?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__labels_instead_of_probabilities(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Does the cost want to hear a decision, or how sure the network is?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return (A > 0.5).astype(float), caches


def deep_forward__cache_after_activation(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is what the cache calls Z taken before the activation or after it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": A, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__relu_in_place(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If the activation writes into its input, what does the cache still remember?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        if l == L:
            A = sigmoid(Z)
        elif activation == "relu":
            Z[Z < 0] = 0
            A = Z
        else:
            A = g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__first_character_of_the_number(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How does your code spell the name of the tenth layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters["W" + str(l)[0]], parameters["b" + str(l)[0]]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__stops_before_the_last_layer(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many layers did you run?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__output_layer_left_linear(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What is done to the very last Z?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = Z if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__counts_tensors_as_layers(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many entries of the dictionary belong to one layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters)
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__starts_at_layer_two(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which layer sees the features first?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(2, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__at_most_three_layers(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Would your loop notice if the network were much deeper?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, min(L, 3) + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == min(L, 3) else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__dropout_at_prediction(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If you predict twice, is the answer the same?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__training_ignored(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How does the function learn that it is training time?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        training = False
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__always_relu(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Does the network change when another activation is asked for?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS["relu"][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__always_tanh(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Does the network change when another activation is asked for?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS["tanh"][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__always_sigmoid(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Does the network change when another activation is asked for?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS["sigmoid"][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__default_is_tanh(X, parameters, activation="tanh", keep_prob=1.0, rng=None, training=False):
    """Which activation does the docstring promise to someone who names none?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__slope_instead_of_activation(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which half of the pair bends the signal, and which half is kept for the way back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][1]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__no_activation(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What would a stack of layers without any bend be equal to?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else Z
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__first_layer_linear(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is the first hidden layer a layer like the others?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else (Z if l == 1 else g(Z))
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__last_hidden_layer_sigmoid(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Exactly how many layers are treated specially?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l >= L - 1 else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__activates_twice(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How often does a signal pass the activation of one layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(g(Z))
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__bias_forgotten(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What does a layer answer when its inputs are all zero?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__bias_subtracted(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If a unit's bias grows, should the unit become more active or less?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev - b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__bias_of_the_first_layer(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Whose bias is it that each layer adds?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters["b1"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__bias_as_a_row(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Does one number of b belong to a unit or to an example?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b.ravel()
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__weights_transposed(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which axis of W counts the units of this layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W.T @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__weights_of_the_first_layer(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Does each round of the loop use its own tensors?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters["W1"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__inputs_for_every_layer(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What does the second layer look at?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ X + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__takes_the_dictionary_in_order(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If the entries of the dictionary were shuffled, would your layers still be found?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    tensors = list(parameters.values())
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = tensors[2 * l - 2], tensors[2 * l - 1]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__caches_the_output(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is it the layer's input or its output that the weights' gradient will need?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__caches_the_features(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What came into this very layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": X, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__caches_the_first_weights(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Whose weights stand in each layer's cache?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": parameters["W1"], "b": b, "mask": mask})
    return A, caches


def deep_forward__caches_the_next_weights(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Whose weights stand in each layer's cache?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": parameters[f"W{min(l + 1, L)}"], "b": b, "mask": mask})
    return A, caches


def deep_forward__caches_backwards(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Whose cache should come first in the list?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.insert(0, {"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__no_cache_of_the_last_layer(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many caches should a network with no hidden layer leave behind?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        if l < L:
            caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__extra_cache_for_the_inputs(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many entries has the list, and how many layers have weights?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, [caches[0], *caches]


def deep_forward__one_dictionary_for_all(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If you change one cache of your list, do the others change with it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    cache = {}
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        cache.update({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
        caches.append(cache)
    return A, caches


def deep_forward__unknown_activation_key_error(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What should happen to a name that no activation has, and which exception says so?"""
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__unknown_activation_becomes_relu(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What should happen to a name that no activation has, and which exception says so?"""
    g = ACTIVATIONS.get(activation, ACTIVATIONS["relu"])[0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__unknown_activation_assertion(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What should happen to a name that no activation has, and which exception says so?"""
    assert activation in ACTIVATIONS, "unknown activation"
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__unknown_activation_returns_none(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What should happen to a name that no activation has, and which exception says so?"""
    if activation not in ACTIVATIONS:
        return None
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__returns_the_output_alone(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many things does the caller expect back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A


def deep_forward__returns_in_the_other_order(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """In which order does the docstring hand the two results over?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return caches, A


def deep_forward__no_return(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What does a function without its last line hand back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})


def deep_forward__returns_inside_the_loop(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How often does the loop go round before the function ends?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
        return A, caches


def deep_forward__output_transposed(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is one example a row or a column of the output?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A.T, caches


def deep_forward__dtype_of_the_features(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What happens to a half when it is written into an array of whole numbers?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = np.zeros((W.shape[0], X.shape[1]), dtype=X.dtype)
        Z[:] = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__overflowing_sigmoid(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """What does your output formula give for a very large Z?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = np.exp(Z) / (1 + np.exp(Z)) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__rounded_output(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many digits of a probability does the cost need?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return np.round(A, 3), caches


def deep_forward__drops_what_should_stay(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If you counted the survivors, what share of all the entries would they be?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) > keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__keep_prob_read_as_drop_rate(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If you counted the survivors, what share of all the entries would they be?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < 1 - keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__normal_draws(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which kind of draw is below k exactly in a share k of all cases?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.standard_normal(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__centred_draws(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If you counted the survivors, what share of all the entries would they be?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.uniform(-1, 1, A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__survivors_not_scaled(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """With half the units silent, is the next layer's input as large as before, on average?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__survivors_scaled_down(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """With half the units silent, should the others speak more softly or louder?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask * keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__scaled_by_the_drop_rate(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If almost everyone is kept, by how much should the survivors change?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / (1 - keep_prob)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__scaled_by_the_share_that_survived(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is the scale a promise made in advance, or counted after the draw?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / np.mean(mask)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__one_draw_a_unit(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is each example thinned by a draw of its own?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = np.repeat(rng.random((A.shape[0], 1)) < keep_prob, A.shape[1], axis=1)
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__one_draw_an_example(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is each unit thinned by a draw of its own?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = np.repeat(rng.random((1, A.shape[1])) < keep_prob, A.shape[0], axis=0)
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__column_mask(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which shape has the mask, and which the activations it is laid over?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random((A.shape[0], 1)) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__seed_in_every_layer(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Do two layers of the same width lose the same units?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = np.random.default_rng(int(rng.bit_generator.seed_seq.entropy)).random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__seed_in_every_call(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """If you call it twice, with different generators, are other units silent?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng(1)
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__generator_ignored(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Where do the random numbers come from, and who decided where that begins?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng()
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__mask_not_stored(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How will the way back know which units were silent?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": None})
    return A, caches


def deep_forward__mask_stored_scaled(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which numbers does the docstring promise to find in a mask?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            mask = mask / keep_prob
            A = A * mask
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__mask_stored_inverted(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Does a 1 in your cached mask mark a unit that spoke, or one that was silent?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": None if mask is None else ~mask})
    return A, caches


def deep_forward__mask_of_the_layer_before(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """In whose cache should a layer's mask be found?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    previous = None
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": previous})
        previous = mask
    return A, caches


def deep_forward__drops_the_outputs(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """May a prediction be silenced while training?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__drops_the_features(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Which layers may lose units, and is the input one of them?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X * (rng.random(X.shape) < keep_prob) / keep_prob if training and keep_prob < 1 else X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__drops_only_the_first_layer(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many hidden layers should be thinned?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L and l == 1:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__drops_before_the_activation(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is a silenced unit one whose input is zero, or one whose output is?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = g(Z * mask / keep_prob)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__caches_what_came_before_dropout(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is what the cache calls the input what the layer really saw?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = whole = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        seen, whole = whole, A
        mask = None
        if training and keep_prob < 1 and l < L:
            mask = rng.random(A.shape) < keep_prob
            A = A * mask / keep_prob
        caches.append({"A_prev": seen, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__always_drops_while_training(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """How many units are silenced when all of them are kept?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    rng = np.random.default_rng() if rng is None else rng
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and l < L:
            mask = rng.random(A.shape) < min(keep_prob, 0.8)
            A = A * mask / keep_prob
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_backward__slope_at_this_layer(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which Z made the activation whose slope you take?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(cache["Z"])
    return grads


def deep_backward__weights_of_the_layer_below(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which W carried the signal forward between these two layers?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = below["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_not_transposed(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which shape must the message to the layer below have?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"] @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_already_stepped(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Was the forward pass made with these weights, or with better ones?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = (cache["W"] - grads[f"dW{l}"]).T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_twice(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What is the slope of the penalty for one weight, if you write the penalty down in full?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + 2 * lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_without_the_mean(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What is the slope of the penalty for one weight, if you write the penalty down in full?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_halved(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What is the slope of the penalty for one weight, if you write the penalty down in full?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / (2 * m) * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_divided_by_the_units(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What is the slope of the penalty for one weight, if you write the penalty down in full?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / cache["A_prev"].shape[0] * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_forgotten(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If the decay were made enormous, would your gradient notice?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_subtracted(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Should decay pull a large weight towards zero or away from it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m - lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_on_biases(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which parameters does the penalty look at?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m + lambd / m * cache["b"]
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_on_the_last_layer_alone(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Whose weights stand in the penalty?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + (lambd if l == L else 0) / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_on_hidden_layers_alone(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Whose weights stand in the penalty?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + (lambd if l < L else 0) / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_adds_the_penalty_itself(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Is it the penalty that belongs into a gradient, or something made from it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * np.sum(cache["W"] ** 2)
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_by_sign(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does a large weight feel the same pull as a small one?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * np.sign(cache["W"])
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_flows_down(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does the penalty travel down to the layers below?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ (dZ + lambd / m)
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decay_of_the_layer_below(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Whose weights does each layer's decay pull on?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * caches[max(l - 2, 0)]["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__dead_when_certain(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If the output is certain and wrong, what is the product of your output's two factors?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    safe = np.clip(AL, 1e-12, 1 - 1e-12)
    dZ = ((1 - Y) / (1 - safe) - Y / safe) * AL * (1 - AL)
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__divides_by_certainty(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What does your output's formula divide by when the network is certain?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = ((1 - Y) / (1 - AL) - Y / AL) * AL * (1 - AL)
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__clipped_output_factors(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If the output is certain and wrong, what is the product of your output's two factors?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    safe = np.clip(AL, 1e-3, 1 - 1e-3)
    dZ = ((1 - Y) / (1 - safe) - Y / safe) * AL * (1 - AL)
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__slope_of_the_output_again(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How much of the output's slope is left, once the two factors are multiplied out on paper?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = (AL - Y) * AL * (1 - AL)
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__missing_output_slope(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Is your first message about the probabilities or about what stood before the sigmoid?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    safe = np.clip(AL, 1e-12, 1 - 1e-12)
    dZ = (1 - Y) / (1 - safe) - Y / safe
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__sign_of_the_error(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If the output is too high, should the gradient be positive or negative?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = Y - AL
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__labels_ignored(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If every prediction is exactly right, what should be learnt?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__error_doubled(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which cost has the slope that your loop starts with?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = 2 * (AL - Y)
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decides_first(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does the slope depend on how sure the network is, or only on its decision?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = (AL > 0.5) - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_forgotten(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What is the gradient of a silenced unit?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_not_scaled(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """The way forward made the survivors louder: does the way back know?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"]
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_scaled_the_wrong_way(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """The way forward made the survivors louder: does the way back know?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] * keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_drawn_again(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which units were silent in this very pass, and what does the cost owe them?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * (np.random.rand(*dA.shape) < keep_prob) / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_of_this_layer(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which layer's units does this message arrive at?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if cache["mask"] is not None:
                dA = dA * cache["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_inverted(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Should a message reach the units that spoke, or those that were silent?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * (1 - below["mask"]) / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_of_the_first_layer_skipped(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How many hidden layers were thinned?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None and l > 2:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_of_the_last_hidden_layer_alone(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How many hidden layers were thinned?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None and l == L:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mask_scaled_twice(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How often was each survivor scaled on the way forward?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob**2
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__needs_a_hidden_layer(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What if there is no hidden layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    below = caches[L - 2 if L > 1 else L]
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__last_message_for_every_layer(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does each layer hear the layer above it, or always the output?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = caches[L - 1]["W"].T @ (AL - Y)
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__message_never_updated(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What does your loop hand on from one round to the next?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ_below = dA * slope(below["Z"])
    return grads


def deep_backward__stops_one_layer_early(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which is the last layer that your loop visits?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 1, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__starts_below_the_output(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which is the first layer that your loop visits?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L - 1, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__walks_forwards(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Who knows first how wrong the output was: the first layer or the last?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(1, L + 1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__two_layers_only(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Would your function notice a third layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, max(L - 2, 0), -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__caches_one_too_far(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Lists count from 0: where does the cache of layer l stand?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__caches_from_the_end(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Whose cache does your first round read?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[-l]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_missing_in_weights(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If every example appeared twice, should dW change?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_missing_in_biases(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If every example appeared twice, should db change?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_missing_everywhere(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """If every example appeared twice, should the gradient change?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_taken_in_every_layer(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How often is one example's share divided by their number on its way down?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"]) / m
    return grads


def deep_backward__mean_taken_twice(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How often is one example's share divided by their number on its way down?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = (AL - Y) / m
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__counts_the_outputs(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which axis counts the examples?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[0]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__counts_all_labels(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Is the cost's mean taken over examples, or over every single label?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.size
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__counts_the_features(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which axis counts the examples?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / cache["A_prev"].shape[0] + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_summed_to_one_number(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How many biases does this layer have?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.full((1, 1), np.sum(dZ)) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_sum_shared_by_all_units(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Do all units of a layer owe the same?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.full((dZ.shape[0], 1), np.sum(dZ)) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_lost_its_axis(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which shape must a gradient have, if it is to be subtracted from its tensor?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_over_the_units(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Over which axis do the examples lie?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=0, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_of_the_first_example(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Whose errors does a bias answer for?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = dZ[:, :1]
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_from_the_message_before_the_slope(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Is a bias added before the activation, or after it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ if l == L else dA, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_from_the_message_before_the_slope(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does a weight act before the activation, or after it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = (dZ if l == L else dA) @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_from_pre_activations(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What did these weights really multiply on the way forward?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ (cache["A_prev"] if l == 1 else caches[l - 2]["Z"]).T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_from_the_features(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What did these weights really multiply on the way forward?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ caches[0]["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_gradient_transposed(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which shape must a gradient have, if it is to be subtracted from its tensor?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = cache["A_prev"] @ dZ.T / m + lambd / m * cache["W"].T
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__input_not_transposed(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which two axes count the examples, and do they meet in your product?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"] / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__no_slope(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What does a unit on a flat stretch of its activation pass down?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA
    return grads


def deep_backward__activation_instead_of_slope(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which half of the pair belongs to the way back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][0]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__slope_at_the_activation(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """At which point is the slope of the activation taken: before the bend or behind it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(cache["A_prev"])
    return grads


def deep_backward__slope_from_dropped_activations(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Is the layer's input still what the activation gave, once units were silenced?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            A = cache["A_prev"]
            dZ = dA * {"relu": A > 0, "tanh": 1 - A**2, "sigmoid": A * (1 - A)}[activation]
    return grads


def deep_backward__slope_by_matrix_product(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does each unit's message pass its own slope, or a mixture of all?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA @ slope(below["Z"])
    return grads


def deep_backward__relu_slope_from_the_message(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What decides whether a unit lets a message pass: the message, or what the unit did?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = np.where(dA > 0, dA, 0.0) if activation == "relu" else dA * slope(below["Z"])
    return grads


def deep_backward__relu_slope_is_the_sign(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How steep is a ReLU on its flat side?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * (np.sign(below["Z"]) if activation == "relu" else slope(below["Z"]))
    return grads


def deep_backward__sigmoid_slope_precedence(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """In which order are the parts of your sigmoid's slope worked out?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            s = sigmoid(below["Z"])
            dZ = dA * (s * 1 - s if activation == "sigmoid" else slope(below["Z"]))
    return grads


def deep_backward__tanh_slope_square_inside(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What exactly is squared in the slope of tanh?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * (1 - np.tanh(below["Z"] ** 2) if activation == "tanh" else slope(below["Z"]))
    return grads


def deep_backward__always_relu(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does the way back know which activation the way forward used?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS["relu"][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__always_tanh(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does the way back know which activation the way forward used?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS["tanh"][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__always_sigmoid(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does the way back know which activation the way forward used?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS["sigmoid"][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__default_is_tanh(AL, Y, caches, activation="tanh", keep_prob=1.0, lambd=0.0):
    """Which activation does the docstring promise to someone who names none?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__default_decay(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.1):
    """How strong is the decay for someone who asks for none?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__unknown_activation_key_error(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What should happen to a name that no activation has, and which exception says so?"""
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__unknown_activation_becomes_relu(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What should happen to a name that no activation has, and which exception says so?"""
    slope = ACTIVATIONS.get(activation, ACTIVATIONS["relu"])[1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__keys_without_the_d(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What are the gradients called in the dictionary?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"W{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"b{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__keys_count_from_zero(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which number does the first layer carry in the names?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l - 1}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l - 1}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__keys_in_reverse(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Does each gradient carry the number of the layer it belongs to?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{L - l + 1}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{L - l + 1}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__first_character_of_the_number(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How does your code spell the name of the tenth layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads["dW" + str(l)[0]] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads["db" + str(l)[0]] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__dictionary_made_anew(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What is left in the dictionary from the rounds before?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads = {}
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__no_return(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What does a function without its last line hand back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])


def deep_backward__returns_inside_the_loop(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How often does the loop go round before the function ends?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
        return grads


def deep_backward__returns_a_list(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """How does the docstring want the gradients handed over?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return list(grads.values())


def deep_backward__clips_the_message(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """May the correction of a large error be smaller than its slope?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = np.clip(dA * slope(below["Z"]), -0.1, 0.1)
    return grads


def deep_backward__normalises_the_gradient(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Is the length of a gradient part of the answer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    slope = ACTIVATIONS[activation][1]
    m = Y.shape[1]
    L = len(caches)
    grads = {}
    dZ = AL - Y
    for l in range(L, 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m + lambd / m * cache["W"]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            if below["mask"] is not None:
                dA = dA * below["mask"] / keep_prob
            dZ = dA * slope(below["Z"])
    return {name: value / (np.linalg.norm(value) + 1e-12) for name, value in grads.items()}


class NeuralNetwork__climbs:
    """Should a step go with the slope or against it?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] + self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__biases_never_move:
    """Which tensors does one step move?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            if name.startswith("b"):
                continue
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__weights_never_move:
    """Which tensors does one step move?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            if name.startswith("W"):
                continue
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__two_layers_in_the_update:
    """Would your update notice a third layer?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in [name for name in self.parameters if name[1:] in ("1", "2")]:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__learning_rate_written_down:
    """Does the network listen to the learning rate that it was given?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - 0.01 * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__learning_rate_forgotten:
    """How long is one step?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__default_learning_rate:
    """Which activation and which learning rate does the docstring promise to someone who names neither?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.1, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__default_activation:
    """Which activation and which learning rate does the docstring promise to someone who names neither?"""

    def __init__(self, layer_dims, activation="tanh", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__step_replaces_the_weights:
    """What is a step measured from?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = -self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__step_goes_to_a_local_name:
    """Where does the network keep what it has learnt?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        parameters = {}
        for name in self.parameters:
            parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__step_multiplies:
    """What is done with the slope once the learning rate has scaled it?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] * self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__update_starves_the_learning_rate:
    """Is the learning rate of the tenth step the one that was asked for?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]
        self.learning_rate *= 0.99

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__update_takes_two_steps:
    """How many steps does one call take?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_never_steps:
    """What happens to the gradients once they are known?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.backward(AL, Y, caches)
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_starts_over:
    """What does a network have to remember between two calls?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        dims = [X.shape[0]] + [self.parameters[f"b{l}"].shape[0] for l in range(1, len(self.parameters) // 2 + 1)]
        self.parameters = initialize_deep(dims, "xavier", np.random.default_rng(0))
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_uses_the_first_gradients:
    """Are the slopes of the start still right ten steps later?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        AL, caches = self.forward(X)
        grads = self.backward(AL, Y, caches)
        for _ in range(num_iterations):
            costs.append(self.compute_cost(self.forward(X)[0], Y))
            self.update_parameters(grads)
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_costs_after_the_step:
    """Is each cost taken before its step or after it?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            self.update_parameters(self.backward(AL, Y, caches))
            costs.append(self.compute_cost(self.forward(X)[0], Y))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_costs_every_hundred:
    """How many costs does the docstring promise?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            if _ % 100 == 0:
                costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_one_step_too_many:
    """How many steps are zero steps?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations + 1):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_one_step_too_few:
    """How many rounds does your loop make?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(1, num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_returns_the_last_cost:
    """How many costs does the docstring promise?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs[-1] if costs else 0.0

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_returns_nothing:
    """What does train hand back?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_returns_inside_the_loop:
    """How often does the loop go round before train ends?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
            return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_history_grows:
    """Whose costs should a second call of train return?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        self.costs = costs = getattr(self, "costs", [])
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_one_example_at_a_time:
    """How many examples does each step look at?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            i = len(costs) % X.shape[1]
            AL, caches = self.forward(X[:, i : i + 1])
            self.update_parameters(self.backward(AL, Y[:, i : i + 1], caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_scales_the_features:
    """Do the caller's features look the same after training?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        X -= X.mean(axis=1, keepdims=True)
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_stops_when_slow:
    """Who decides how long to train?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            if len(costs) > 2 and costs[-2] - costs[-1] < 0.05:
                break
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__train_flips_the_labels:
    """Which of the two classes do your labels call 1?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        Y = 1 - Y
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__predict_gives_probabilities:
    """Does predict answer with a label, or with how sure it is?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return self.forward(X)[0]


class NeuralNetwork__predict_the_wrong_way_round:
    """Which label belongs to a high probability?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] < 0.5).astype(int)


class NeuralNetwork__predict_threshold_zero:
    """From which probability on is 1 the better guess?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0).astype(int)


class NeuralNetwork__predict_rounds_up:
    """From which probability on is 1 the better guess?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return np.ceil(self.forward(X)[0]).astype(int)


class NeuralNetwork__predict_truncates:
    """What becomes of 0.9 when it is made a whole number?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return self.forward(X)[0].astype(int)


class NeuralNetwork__predict_flat:
    """Which shape do labels have in this course?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int).ravel()


class NeuralNetwork__predict_plus_minus_one:
    """Which two labels does this course use?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return np.where(self.forward(X)[0] > 0.5, 1, -1)


class NeuralNetwork__predict_picks_the_largest_output:
    """Do the outputs exclude one another?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return np.argmax(self.forward(X)[0], axis=0, keepdims=True)


class NeuralNetwork__predict_learns:
    """Should asking a network a question change it?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        AL, caches = self.forward(X)
        self.update_parameters(self.backward(AL, (AL > 0.5).astype(float), caches))
        return (AL > 0.5).astype(int)


class NeuralNetwork__activation_ignored_forwards:
    """Does the network use the activation that it was given?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__activation_ignored_backwards:
    """Do both directions use the same activation?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__activation_ignored_both_ways:
    """Does the network use the activation that it was given?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__cost_summed:
    """If every example appeared twice, should the cost change?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y) * Y.shape[1]

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__cost_averaged_over_outputs:
    """Is the cost's mean taken over examples, or over every single label?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y) / Y.shape[0]

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__cost_sign:
    """Is a cost ever negative?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return -compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__cost_of_the_ones_alone:
    """What does an example with label 0 cost?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return float(-np.sum(Y * np.log(np.clip(AL, 1e-12, 1))) / Y.shape[1])

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__cost_squared:
    """Which cost has the gradient that the network follows?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return float(np.sum((AL - Y) ** 2) / (2 * Y.shape[1]))

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__cost_unguarded:
    """What is the logarithm of zero, and when could your cost meet it?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return float(-np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1])

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__cost_in_bits:
    """Which logarithm gives a coin flip the cost 0.6931?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y) / np.log(2)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__all_zero_weights:
    """What would two hidden units with equal weights ever learn to do differently?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)
        for name in self.parameters:
            self.parameters[name] = np.zeros_like(self.parameters[name])

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__tiny_weights:
    """How strong is a signal after it has passed several layers of such weights?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] * 0.01

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__unscaled_weights:
    """How large does a sum become when it has many inputs?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        rng = np.random.default_rng() if rng is None else rng
        self.parameters = {}
        for l in range(1, len(layer_dims)):
            self.parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], layer_dims[l - 1]))
            self.parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__biases_of_one:
    """Where do the biases start?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)
        for l in range(1, len(layer_dims)):
            self.parameters[f"b{l}"] = np.ones((layer_dims[l], 1))

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__fixed_start:
    """Where do the random numbers come from, and who decided where that begins?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", np.random.default_rng(0))

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__generator_ignored:
    """Where do the random numbers come from, and who decided where that begins?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", np.random.default_rng())

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__widths_backwards:
    """Which end of the list of widths counts the features?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims[::-1], "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__output_layer_forgotten:
    """How many layers has a network whose list holds four widths?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims[:-1], "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__widths_consumed:
    """Does the caller's list look the same after the network was made?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        rng = np.random.default_rng() if rng is None else rng
        self.parameters = {}
        n_in, l = layer_dims.pop(0), 1
        while layer_dims:
            n_out = layer_dims.pop(0)
            self.parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)
            self.parameters[f"b{l}"] = np.zeros((n_out, 1))
            n_in, l = n_out, l + 1

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__parameters_of_the_class:
    """What belongs to one network, and what to all of them?"""

    parameters = {}

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters.clear()
        self.parameters.update(initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng))

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__learning_rate_of_the_class:
    """What belongs to one network, and what to all of them?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        type(self).learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__backward_uses_the_last_pass:
    """Which forward pass do these gradients belong to: the one handed over, or the one made last?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        self.last = deep_forward(X, self.parameters, self.activation)
        return self.last

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, self.last[1], self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__forward_returns_the_output_alone:
    """How many things does forward promise to hand back?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)[0]

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = deep_forward(X, self.parameters, self.activation)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X) > 0.5).astype(int)


class NeuralNetwork__forward_drops_units:
    """If you predict twice, is the answer the same?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation, 0.8, None, True)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__backward_decays:
    """Does anyone ask this network for weight decay?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation, 1.0, 0.1)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__backward_error_sign:
    """If the output is too high, should the gradient be positive or negative?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(Y, AL, caches, self.activation)

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__backward_steps_too:
    """How many steps does one round of training take?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        grads = deep_backward(AL, Y, caches, self.activation)
        self.update_parameters(grads)
        return grads

    def update_parameters(self, grads):
        for name in self.parameters:
            self.parameters[name] = self.parameters[name] - self.learning_rate * grads["d" + name]

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)


class NeuralNetwork__update_returns_instead_of_keeping:
    """Where does the network keep what it has learnt?"""

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)

    def forward(self, X):
        return deep_forward(X, self.parameters, self.activation)

    def compute_cost(self, AL, Y):
        return compute_cost(AL, Y)

    def backward(self, AL, Y, caches):
        return deep_backward(AL, Y, caches, self.activation)

    def update_parameters(self, grads):
        return {name: value - self.learning_rate * grads["d" + name] for name, value in self.parameters.items()}

    def train(self, X, Y, num_iterations):
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs

    def predict(self, X):
        return (self.forward(X)[0] > 0.5).astype(int)
