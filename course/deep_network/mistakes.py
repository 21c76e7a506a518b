"""Known wrong implementations of `deep_network`, each with the question that leads out of it; trusted side.

The bodies run in the notebook's namespace: `ACTIVATIONS`, `sigmoid`, `initialize_deep`, `compute_cost` stand there.
"""

# ruff: noqa: F821, F841, RUF012
import numpy as np


def deep_forward__relu_on_the_output(X, parameters, activation="relu"):
    """Which activation ends a classifier?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__tanh_on_the_output(X, parameters, activation="relu"):
    """Between which two numbers must a probability lie?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = np.tanh(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__softmax_on_the_output(X, parameters, activation="relu"):
    """Do the outputs exclude one another, and what must a single output be able to say?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__labels_instead_of_probabilities(X, parameters, activation="relu"):
    """Does the cost want to hear a decision, or how sure the network is?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return (A > 0.5).astype(float), caches


def deep_forward__cache_after_activation(X, parameters, activation="relu"):
    """Is what the cache calls Z taken before the activation or after it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": A, "W": W, "b": b})
    return A, caches


def deep_forward__relu_in_place(X, parameters, activation="relu"):
    """If the activation writes into its input, what does the cache still remember?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
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
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__first_character_of_the_number(X, parameters, activation="relu"):
    """How does your code spell the name of the tenth layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters["W" + str(l)[0]], parameters["b" + str(l)[0]]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__stops_before_the_last_layer(X, parameters, activation="relu"):
    """How many layers did you run?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__output_layer_left_linear(X, parameters, activation="relu"):
    """What is done to the very last Z?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = Z if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__counts_tensors_as_layers(X, parameters, activation="relu"):
    """How many entries of the dictionary belong to one layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters)
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__starts_at_layer_two(X, parameters, activation="relu"):
    """Which layer sees the features first?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(2, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__at_most_three_layers(X, parameters, activation="relu"):
    """Would your loop notice if the network were much deeper?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, min(L, 3) + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == min(L, 3) else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__always_relu(X, parameters, activation="relu"):
    """Does the network change when another activation is asked for?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS["relu"][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__always_tanh(X, parameters, activation="relu"):
    """Does the network change when another activation is asked for?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS["tanh"][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__always_sigmoid(X, parameters, activation="relu"):
    """Does the network change when another activation is asked for?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS["sigmoid"][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__default_is_tanh(X, parameters, activation="tanh"):
    """Which activation does the docstring promise to someone who names none?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__slope_instead_of_activation(X, parameters, activation="relu"):
    """Which half of the pair bends the signal, and which half is kept for the way back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][1]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__no_activation(X, parameters, activation="relu"):
    """What would a stack of layers without any bend be equal to?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else Z
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__first_layer_linear(X, parameters, activation="relu"):
    """Is the first hidden layer a layer like the others?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else (Z if l == 1 else g(Z))
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__last_hidden_layer_sigmoid(X, parameters, activation="relu"):
    """Exactly how many layers are treated specially?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l >= L - 1 else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__activates_twice(X, parameters, activation="relu"):
    """How often does a signal pass the activation of one layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(g(Z))
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__bias_forgotten(X, parameters, activation="relu"):
    """What does a layer answer when its inputs are all zero?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__bias_subtracted(X, parameters, activation="relu"):
    """If a unit's bias grows, should the unit become more active or less?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev - b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__bias_of_the_first_layer(X, parameters, activation="relu"):
    """Whose bias is it that each layer adds?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters["b1"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__bias_as_a_row(X, parameters, activation="relu"):
    """Does one number of b belong to a unit or to an example?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b.ravel()
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__weights_transposed(X, parameters, activation="relu"):
    """Which axis of W counts the units of this layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W.T @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__weights_of_the_first_layer(X, parameters, activation="relu"):
    """Does each round of the loop use its own tensors?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters["W1"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__inputs_for_every_layer(X, parameters, activation="relu"):
    """What does the second layer look at?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ X + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__takes_the_dictionary_in_order(X, parameters, activation="relu"):
    """If the entries of the dictionary were shuffled, would your layers still be found?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    tensors = list(parameters.values())
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = tensors[2 * l - 2], tensors[2 * l - 1]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__caches_the_output(X, parameters, activation="relu"):
    """Is it the layer's input or its output that the weights' gradient will need?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__caches_the_features(X, parameters, activation="relu"):
    """What came into this very layer?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": X, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__caches_the_first_weights(X, parameters, activation="relu"):
    """Whose weights stand in each layer's cache?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": parameters["W1"], "b": b})
    return A, caches


def deep_forward__caches_the_next_weights(X, parameters, activation="relu"):
    """Whose weights stand in each layer's cache?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": parameters[f"W{min(l + 1, L)}"], "b": b})
    return A, caches


def deep_forward__caches_backwards(X, parameters, activation="relu"):
    """Whose cache should come first in the list?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.insert(0, {"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__no_cache_of_the_last_layer(X, parameters, activation="relu"):
    """How many caches should a network with no hidden layer leave behind?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        if l < L:
            caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__extra_cache_for_the_inputs(X, parameters, activation="relu"):
    """How many entries has the list, and how many layers have weights?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, [caches[0], *caches]


def deep_forward__one_dictionary_for_all(X, parameters, activation="relu"):
    """If you change one cache of your list, do the others change with it?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    cache = {}
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        cache.update({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
        caches.append(cache)
    return A, caches


def deep_forward__unknown_activation_key_error(X, parameters, activation="relu"):
    """What should happen to a name that no activation has, and which exception says so?"""
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__unknown_activation_becomes_relu(X, parameters, activation="relu"):
    """What should happen to a name that no activation has, and which exception says so?"""
    g = ACTIVATIONS.get(activation, ACTIVATIONS["relu"])[0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__unknown_activation_assertion(X, parameters, activation="relu"):
    """What should happen to a name that no activation has, and which exception says so?"""
    assert activation in ACTIVATIONS, "unknown activation"
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__unknown_activation_returns_none(X, parameters, activation="relu"):
    """What should happen to a name that no activation has, and which exception says so?"""
    if activation not in ACTIVATIONS:
        return None
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__returns_the_output_alone(X, parameters, activation="relu"):
    """How many things does the caller expect back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A


def deep_forward__returns_in_the_other_order(X, parameters, activation="relu"):
    """In which order does the docstring hand the two results over?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return caches, A


def deep_forward__no_return(X, parameters, activation="relu"):
    """What does a function without its last line hand back?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})


def deep_forward__returns_inside_the_loop(X, parameters, activation="relu"):
    """How often does the loop go round before the function ends?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
        return A, caches


def deep_forward__output_transposed(X, parameters, activation="relu"):
    """Is one example a row or a column of the output?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A.T, caches


def deep_forward__dtype_of_the_features(X, parameters, activation="relu"):
    """What happens to a half when it is written into an array of whole numbers?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = np.zeros((W.shape[0], X.shape[1]), dtype=X.dtype)
        Z[:] = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__overflowing_sigmoid(X, parameters, activation="relu"):
    """What does your output formula give for a very large Z?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = np.exp(Z) / (1 + np.exp(Z)) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def deep_forward__rounded_output(X, parameters, activation="relu"):
    """How many digits of a probability does the cost need?"""
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}")
    g = ACTIVATIONS[activation][0]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev = A
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return np.round(A, 3), caches


def deep_backward__slope_at_this_layer(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(cache["Z"])
    return grads


def deep_backward__weights_of_the_layer_below(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = below["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_not_transposed(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"] @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_already_stepped(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = (cache["W"] - grads[f"dW{l}"]).T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__dead_when_certain(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__divides_by_certainty(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__clipped_output_factors(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__slope_of_the_output_again(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__missing_output_slope(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__sign_of_the_error(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__labels_ignored(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__error_doubled(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__decides_first(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__needs_a_hidden_layer(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__last_message_for_every_layer(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = caches[L - 1]["W"].T @ (AL - Y)
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__message_never_updated(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ_below = dA * slope(below["Z"])
    return grads


def deep_backward__stops_one_layer_early(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__starts_below_the_output(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__walks_forwards(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__two_layers_only(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__caches_one_too_far(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__caches_from_the_end(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_missing_in_weights(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_missing_in_biases(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_missing_everywhere(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True)
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__mean_taken_in_every_layer(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"]) / m
    return grads


def deep_backward__mean_taken_twice(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__counts_the_outputs(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__counts_all_labels(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__counts_the_features(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / cache["A_prev"].shape[0]
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_summed_to_one_number(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.full((1, 1), np.sum(dZ)) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_sum_shared_by_all_units(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.full((dZ.shape[0], 1), np.sum(dZ)) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_lost_its_axis(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_over_the_units(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=0, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_of_the_first_example(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = dZ[:, :1]
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__bias_from_the_message_before_the_slope(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ if l == L else dA, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_from_the_message_before_the_slope(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = (dZ if l == L else dA) @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_from_pre_activations(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ (cache["A_prev"] if l == 1 else caches[l - 2]["Z"]).T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_from_the_features(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ caches[0]["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__weights_gradient_transposed(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = cache["A_prev"] @ dZ.T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__input_not_transposed(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"] / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__no_slope(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA
    return grads


def deep_backward__activation_instead_of_slope(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__slope_at_the_activation(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(cache["A_prev"])
    return grads


def deep_backward__slope_by_matrix_product(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA @ slope(below["Z"])
    return grads


def deep_backward__relu_slope_from_the_message(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = np.where(dA > 0, dA, 0.0) if activation == "relu" else dA * slope(below["Z"])
    return grads


def deep_backward__relu_slope_is_the_sign(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * (np.sign(below["Z"]) if activation == "relu" else slope(below["Z"]))
    return grads


def deep_backward__sigmoid_slope_precedence(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            s = sigmoid(below["Z"])
            dZ = dA * (s * 1 - s if activation == "sigmoid" else slope(below["Z"]))
    return grads


def deep_backward__tanh_slope_square_inside(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * (1 - np.tanh(below["Z"] ** 2) if activation == "tanh" else slope(below["Z"]))
    return grads


def deep_backward__always_relu(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__always_tanh(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__always_sigmoid(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__default_is_tanh(AL, Y, caches, activation="tanh"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__unknown_activation_key_error(AL, Y, caches, activation="relu"):
    """What should happen to a name that no activation has, and which exception says so?"""
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
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__unknown_activation_becomes_relu(AL, Y, caches, activation="relu"):
    """What should happen to a name that no activation has, and which exception says so?"""
    slope = ACTIVATIONS.get(activation, ACTIVATIONS["relu"])[1]
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
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__keys_without_the_d(AL, Y, caches, activation="relu"):
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
        grads[f"W{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"b{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__keys_count_from_zero(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l - 1}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l - 1}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__keys_in_reverse(AL, Y, caches, activation="relu"):
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
        grads[f"dW{L - l + 1}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{L - l + 1}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__first_character_of_the_number(AL, Y, caches, activation="relu"):
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
        grads["dW" + str(l)[0]] = dZ @ cache["A_prev"].T / m
        grads["db" + str(l)[0]] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__dictionary_made_anew(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return grads


def deep_backward__no_return(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])


def deep_backward__returns_inside_the_loop(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
        return grads


def deep_backward__returns_a_list(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = dA * slope(below["Z"])
    return list(grads.values())


def deep_backward__clips_the_message(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            dZ = np.clip(dA * slope(below["Z"]), -0.1, 0.1)
    return grads


def deep_backward__normalises_the_gradient(AL, Y, caches, activation="relu"):
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
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
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
