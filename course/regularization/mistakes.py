"""Known wrong implementations of the regularization notebook's functions; the docstring of each is its hint; trusted side."""

import numpy as np


def split_train_validation__no_shuffle(X, Y, validation_split=0.2, rng=None):
    """Is Y sorted in this data set? Which classes does the validation set then hold?"""
    n_train = X.shape[1] - round(X.shape[1] * validation_split)
    return X[:, :n_train], Y[:, :n_train], X[:, n_train:], Y[:, n_train:]


def split_train_validation__first_columns(X, Y, validation_split=0.2, rng=None):
    """If the data came sorted by class, what would the first examples have in common?"""
    n_val = round(X.shape[1] * validation_split)
    return X[:, n_val:], Y[:, n_val:], X[:, :n_val], Y[:, :n_val]


def split_train_validation__every_nth_column(X, Y, validation_split=0.2, rng=None):
    """What if the data repeat with the same period as your choice? Is anything left to chance?"""
    chosen = np.zeros(X.shape[1], dtype=bool)
    chosen[np.linspace(0, X.shape[1] - 1, round(X.shape[1] * validation_split)).astype(int)] = True
    return X[:, ~chosen], Y[:, ~chosen], X[:, chosen], Y[:, chosen]


def split_train_validation__validation_is_the_whole_set(X, Y, validation_split=0.2, rng=None):
    """Does any example appear on both sides?"""
    rng = np.random if rng is None else rng
    order = rng.permutation(X.shape[1])
    train = order[round(X.shape[1] * validation_split) :]
    return X[:, train], Y[:, train], X, Y


def split_train_validation__training_is_the_whole_set(X, Y, validation_split=0.2, rng=None):
    """Has the network already met the examples it is measured on?"""
    rng = np.random if rng is None else rng
    val = rng.permutation(X.shape[1])[: round(X.shape[1] * validation_split)]
    return X, Y, X[:, val], Y[:, val]


def split_train_validation__two_permutations(X, Y, validation_split=0.2, rng=None):
    """After your split, does each example still stand beside its own label? Shuffle tagged columns and look."""
    rng = np.random if rng is None else rng
    n_val = round(X.shape[1] * validation_split)
    X, Y = X[:, rng.permutation(X.shape[1])], Y[:, rng.permutation(X.shape[1])]
    return X[:, n_val:], Y[:, n_val:], X[:, :n_val], Y[:, :n_val]


def split_train_validation__labels_not_shuffled(X, Y, validation_split=0.2, rng=None):
    """What happened to the labels when the examples changed places?"""
    rng = np.random if rng is None else rng
    n_val = round(X.shape[1] * validation_split)
    X = X[:, rng.permutation(X.shape[1])]
    return X[:, n_val:], Y[:, n_val:], X[:, :n_val], Y[:, :n_val]


def split_train_validation__splits_rows(X, Y, validation_split=0.2, rng=None):
    """Are the examples the rows or the columns of X?"""
    rng = np.random if rng is None else rng
    order = rng.permutation(X.shape[0])
    n_val = max(1, round(X.shape[0] * validation_split))
    val, train = order[:n_val], order[n_val:]
    return X[train], Y, X[val], Y


def split_train_validation__counts_features(X, Y, validation_split=0.2, rng=None):
    """Which entry of the shape says how many examples there are?"""
    rng = np.random if rng is None else rng
    m = X.shape[0]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__sizes_swapped(X, Y, validation_split=0.2, rng=None):
    """Which of the two sides should be the large one when the share is 0.2?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = m - round(m * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__validation_comes_first(X, Y, validation_split=0.2, rng=None):
    """In which order does the caller expect the four pieces: which pair comes first?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[:n_val]], Y[:, order[:n_val]], X[:, order[n_val:]], Y[:, order[n_val:]]


def split_train_validation__xs_before_ys(X, Y, validation_split=0.2, rng=None):
    """In which order does the docstring list the four pieces?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[n_val:]], Y[:, order[:n_val]]


def split_train_validation__draws_with_replacement(X, Y, validation_split=0.2, rng=None):
    """Can the same number be drawn twice? What happens to the ones that are never drawn?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = (rng.random(m) * m).astype(int)
    n_val = round(m * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__draws_twice(X, Y, validation_split=0.2, rng=None):
    """Do the two sides come from one and the same order of the examples?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    n_val = round(m * validation_split)
    val, train = rng.permutation(m)[:n_val], rng.permutation(m)[n_val:]
    return X[:, train], Y[:, train], X[:, val], Y[:, val]


def split_train_validation__share_is_fixed(X, Y, validation_split=0.2, rng=None):
    """What if somebody asks for another share than the usual one?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * 0.2)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__one_example_on_both_sides(X, Y, validation_split=0.2, rng=None):
    """Count the examples of both sides together: how many should there be?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val - 1 :]], Y[:, order[n_val - 1 :]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__one_example_lost(X, Y, validation_split=0.2, rng=None):
    """With which index does the second slice have to begin if the first one ends before it?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val + 1 :]], Y[:, order[n_val + 1 :]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__tosses_a_coin_for_each(X, Y, validation_split=0.2, rng=None):
    """If every example tosses its own coin, how many land on each side? Is it the same number every time?"""
    rng = np.random if rng is None else rng
    chosen = rng.random(X.shape[1]) < validation_split
    chosen[:3] = [True, False, True]
    return X[:, ~chosen], Y[:, ~chosen], X[:, chosen], Y[:, chosen]


def split_train_validation__flattens_the_labels(X, Y, validation_split=0.2, rng=None):
    """How many dimensions did Y have before the split, and how many has it afterwards?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val:]], Y[0, order[n_val:]], X[:, order[:n_val]], Y[0, order[:n_val]]


def split_train_validation__transposes(X, Y, validation_split=0.2, rng=None):
    """Where do the examples stand in the pieces that you return: in rows or in columns?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    X, Y = X.T, Y.T
    return X[order[n_val:]], Y[order[n_val:]], X[order[:n_val]], Y[order[:n_val]]


def split_train_validation__shuffles_the_training_part_alone(X, Y, validation_split=0.2, rng=None):
    """Which comes first, mixing or cutting? Can the first example ever be a validation example?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    n_train = m - round(m * validation_split)
    order = rng.permutation(n_train)
    return X[:, order], Y[:, order], X[:, n_train:], Y[:, n_train:]


def split_train_validation__shuffles_in_place(X, Y, validation_split=0.2, rng=None):
    """What does the caller's X look like after the call?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    X[:], Y[:] = X[:, order], Y[:, order]
    return X[:, n_val:], Y[:, n_val:], X[:, :n_val], Y[:, :n_val]


def split_train_validation__share_is_a_number_of_examples(X, Y, validation_split=0.2, rng=None):
    """Is 0.2 a number of examples?"""
    rng = np.random if rng is None else rng
    n_val = int(validation_split)
    order = rng.permutation(X.shape[1])
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__needs_a_generator(X, Y, validation_split=0.2, rng=None):
    """What is rng when the caller does not pass one?"""
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__ignores_the_generator(X, Y, validation_split=0.2, rng=None):
    """Where do the random numbers come from?"""
    m = X.shape[1]
    order = np.random.default_rng().permutation(m)
    n_val = round(m * validation_split)
    return X[:, order[n_val:]], Y[:, order[n_val:]], X[:, order[:n_val]], Y[:, order[:n_val]]


def split_train_validation__pairs_in_tuples(X, Y, validation_split=0.2, rng=None):
    """How many values does the caller unpack?"""
    rng = np.random if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    n_val = round(m * validation_split)
    return (X[:, order[n_val:]], Y[:, order[n_val:]]), (X[:, order[:n_val]], Y[:, order[:n_val]])


def split_train_validation__no_return(X, Y, validation_split=0.2, rng=None):
    """What does the caller get back?"""
    rng = np.random if rng is None else rng
    order = rng.permutation(X.shape[1])
    n_val = round(X.shape[1] * validation_split)
    X_train, Y_train = X[:, order[n_val:]], Y[:, order[n_val:]]
    X_val, Y_val = X[:, order[:n_val]], Y[:, order[:n_val]]


def compute_cost_with_l2__not_divided(AL, Y, parameters, lambd):
    """Which factor makes the gradient of the penalty lambda/m times W?"""
    return compute_cost(AL, Y) + lambd * sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")


def compute_cost_with_l2__divided_by_m_alone(AL, Y, parameters, lambd):
    """Differentiate your penalty with respect to one weight: do you get what the gradient adds?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / Y.shape[1] * squares


def compute_cost_with_l2__divided_by_2_alone(AL, Y, parameters, lambd):
    """How many examples does a Y of shape (1, m) have, and is your penalty on the scale of one example?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / 2 * squares


def compute_cost_with_l2__multiplies_by_m(AL, Y, parameters, lambd):
    """In a / 2 * m, is m above or below the line?"""
    m = Y.shape[1]
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / 2 * m * squares


def compute_cost_with_l2__absolute_values(AL, Y, parameters, lambd):
    """Double W: how many times larger does the penalty become?"""
    sizes = sum(np.sum(np.abs(W)) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * sizes


def compute_cost_with_l2__norm_not_squared(AL, Y, parameters, lambd):
    """Double all weights of one layer: by which factor does your penalty grow, and by which should it?"""
    norms = sum(np.linalg.norm(W) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * norms


def compute_cost_with_l2__squares_the_sum(AL, Y, parameters, lambd):
    """What is the penalty of the weights 1 and -1?"""
    squares = sum(np.sum(W) ** 2 for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__matrix_product(AL, Y, parameters, lambd):
    """Which entries of W @ W.T hold the squares, and what do the others hold?"""
    squares = sum(np.sum(np.dot(W, W.T)) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__mean_of_squares(AL, Y, parameters, lambd):
    """Does a layer with more weights count for more?"""
    squares = sum(np.mean(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__spectral_norm(AL, Y, parameters, lambd):
    """Which norm of a matrix is the one that sums the squares of its entries?"""
    squares = sum(np.linalg.norm(W, 2) ** 2 for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__counts_biases(AL, Y, parameters, lambd):
    """Which parameters does the formula of the penalty name?"""
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * sum(np.sum(p**2) for p in parameters.values())


def compute_cost_with_l2__last_layer_alone(AL, Y, parameters, lambd):
    """What happens to the sum of the layers before, each time around the loop?"""
    for l in range(1, len(parameters) // 2 + 1):
        squares = np.sum(parameters[f"W{l}"] ** 2)
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__first_layer_alone(AL, Y, parameters, lambd):
    """Which layers does the sum of the formula run over?"""
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * np.sum(parameters["W1"] ** 2)


def compute_cost_with_l2__two_layers(AL, Y, parameters, lambd):
    """What does your function do with a network of one layer, or of five?"""
    squares = np.sum(parameters["W1"] ** 2) + np.sum(parameters["W2"] ** 2)
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__stops_one_layer_early(AL, Y, parameters, lambd):
    """Which is the last number that range hands out?"""
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in range(1, len(parameters) // 2))
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__layers_counted_twice(AL, Y, parameters, lambd):
    """How many entries of the dictionary belong to one layer?"""
    squares = sum(np.sum(parameters[f"W{l}"] ** 2) for l in range(1, len(parameters) + 1))
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__scales_the_whole_cost(AL, Y, parameters, lambd):
    """Set lambda to 0: what should be left of the cost?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return lambd / (2 * Y.shape[1]) * (compute_cost(AL, Y) + squares)


def compute_cost_with_l2__penalty_without_cost(AL, Y, parameters, lambd):
    """With lambda at 0, what does a network that predicts badly cost?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__cost_without_penalty(AL, Y, parameters, lambd):
    """Make lambda huge: does anything happen?"""
    return compute_cost(AL, Y)


def compute_cost_with_l2__subtracts(AL, Y, parameters, lambd):
    """Should large weights make a network look better or worse?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) - lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__m_from_rows(AL, Y, parameters, lambd):
    """How many examples does a Y of shape (1, m) have, and is your penalty on the scale of one example?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd / (2 * Y.shape[0]) * squares


def compute_cost_with_l2__m_is_the_number_of_weights(AL, Y, parameters, lambd):
    """What does m count?"""
    squares = sum(np.sum(W**2) / (2 * W.size) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + lambd * squares


def compute_cost_with_l2__lambda_is_fixed(AL, Y, parameters, lambd):
    """Call it with two different strengths: do you get two different costs?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + 0.01 / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__lambda_squared(AL, Y, parameters, lambd):
    """Double lambda: how many times larger does the penalty become?"""
    squares = sum(np.sum((lambd * W) ** 2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) + squares / (2 * Y.shape[1])


def compute_cost_with_l2__summed_cost(AL, Y, parameters, lambd):
    """If every example appeared twice, should the plain cost change?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return compute_cost(AL, Y) * Y.shape[1] + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__half_the_cross_entropy(AL, Y, parameters, lambd):
    """What does your cost say of an example whose label is 0?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    plain = -np.sum(Y * np.log(np.clip(AL, 1e-12, 1))) / Y.shape[1]
    return plain + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__unguarded_logarithm(AL, Y, parameters, lambd):
    """What does your cost become when a probability is exactly 0 or 1?"""
    m = Y.shape[1]
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m + lambd / (2 * m) * squares


def compute_cost_with_l2__one_cost_for_each_example(AL, Y, parameters, lambd):
    """How many numbers is the cost of a network?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    P = np.clip(AL, 1e-12, 1 - 1e-12)
    return -(Y * np.log(P) + (1 - Y) * np.log(1 - P)) + lambd / (2 * Y.shape[1]) * squares


def compute_cost_with_l2__no_return(AL, Y, parameters, lambd):
    """What does the caller get back?"""
    squares = sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    cost = compute_cost(AL, Y) + lambd / (2 * Y.shape[1]) * squares


def add_l2_to_gradients__factor_two(grads, parameters, lambd, m):
    """Differentiate lambda/(2m) times w squared: what becomes of the 2?"""
    return {name: g + (2 * lambd / m * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__factor_one_half(grads, parameters, lambd, m):
    """What is the slope of w squared?"""
    return {name: g + (lambd / (2 * m) * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__no_m(grads, parameters, lambd, m):
    """How does the addition change when there are twice as many examples?"""
    return {name: g + (lambd * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__multiplies_by_m(grads, parameters, lambd, m):
    """With a million examples, should the penalty weigh more or less beside one example?"""
    return {name: g + (lambd * m * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__adds_nothing(grads, parameters, lambd, m):
    """Set lambda huge: do the gradients that you return notice?"""
    return dict(grads)


def add_l2_to_gradients__biases_too(grads, parameters, lambd, m):
    """Does the penalty change when a bias changes?"""
    return {name: g + lambd / m * parameters[name[1:]] for name, g in grads.items()}


def add_l2_to_gradients__biases_alone(grads, parameters, lambd, m):
    """Which of the two, weights or biases, stand in the penalty?"""
    return {name: g + (lambd / m * parameters[name[1:]] if name[1] == "b" else 0) for name, g in grads.items()}


def add_l2_to_gradients__subtracts(grads, parameters, lambd, m):
    """An update subtracts the gradient. Will a large weight then shrink or grow?"""
    return {name: g - (lambd / m * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__signs(grads, parameters, lambd, m):
    """Is a large weight pulled more strongly towards zero than a small one?"""
    signs = {name: np.sign(p) for name, p in parameters.items()}
    return {name: g + (lambd / m * signs[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__absolute_weights(grads, parameters, lambd, m):
    """In which direction should a negative weight be pulled?"""
    return {name: g + (lambd / m * np.abs(parameters[name[1:]]) if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__squares(grads, parameters, lambd, m):
    """Is it the penalty that belongs here, or its slope?"""
    return {name: g + (lambd / m * parameters[name[1:]] ** 2 if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__adds_the_penalty(grads, parameters, lambd, m):
    """Should every entry of dW get the same addition, whatever its weight?"""
    penalty = lambd / (2 * m) * sum(np.sum(W**2) for name, W in parameters.items() if name[0] == "W")
    return {name: g + (penalty if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__adds_the_sum_of_the_weights(grads, parameters, lambd, m):
    """Which weights does the slope with respect to a single weight depend on?"""
    return {name: g + (lambd / m * np.sum(parameters[name[1:]]) if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__first_layer_alone(grads, parameters, lambd, m):
    """Which layers have weights?"""
    return {**grads, "dW1": grads["dW1"] + lambd / m * parameters["W1"]}


def add_l2_to_gradients__last_layer_alone(grads, parameters, lambd, m):
    """Is it the output layer alone that can overfit?"""
    L = len(parameters) // 2
    return {**grads, f"dW{L}": grads[f"dW{L}"] + lambd / m * parameters[f"W{L}"]}


def add_l2_to_gradients__stops_one_layer_early(grads, parameters, lambd, m):
    """Which is the last number that range hands out?"""
    answer = dict(grads)
    for l in range(1, len(parameters) // 2):
        answer[f"dW{l}"] = grads[f"dW{l}"] + lambd / m * parameters[f"W{l}"]
    return answer


def add_l2_to_gradients__starts_with_the_second_layer(grads, parameters, lambd, m):
    """With which number do the layers begin?"""
    answer = dict(grads)
    for l in range(2, len(parameters) // 2 + 1):
        answer[f"dW{l}"] = grads[f"dW{l}"] + lambd / m * parameters[f"W{l}"]
    return answer


def add_l2_to_gradients__layers_counted_twice(grads, parameters, lambd, m):
    """How many entries of the dictionary belong to one layer?"""
    answer = dict(grads)
    for l in range(1, len(parameters) + 1):
        answer[f"dW{l}"] = grads[f"dW{l}"] + lambd / m * parameters[f"W{l}"]
    return answer


def add_l2_to_gradients__layer_number_is_one_digit(grads, parameters, lambd, m):
    """What is the number of the tenth layer in your code?"""
    answer = dict(grads)
    for name in parameters:
        if name[0] == "W":
            answer["dW" + name[1]] = grads["dW" + name[1]] + lambd / m * parameters["W" + name[1]]
    return answer


def add_l2_to_gradients__bias_gradients_missing(grads, parameters, lambd, m):
    """Which gradients does the update need after this call?"""
    return {name: g + lambd / m * parameters[name[1:]] for name, g in grads.items() if name[1] == "W"}


def add_l2_to_gradients__penalty_alone(grads, parameters, lambd, m):
    """What has become of the gradient of the plain cost?"""
    return {name: lambd / m * parameters[name[1:]] if name[1] == "W" else g for name, g in grads.items()}


def add_l2_to_gradients__divides_everything_by_m(grads, parameters, lambd, m):
    """The gradients that come in are means already: which term still has to be divided?"""
    return {name: (g + lambd * parameters[name[1:]]) / m if name[1] == "W" else g for name, g in grads.items()}


def add_l2_to_gradients__decays_the_gradient(grads, parameters, lambd, m):
    """Is it the gradient or the weight that the penalty pulls towards zero?"""
    return {name: g * (1 + lambd / m) if name[1] == "W" else g for name, g in grads.items()}


def add_l2_to_gradients__m_from_the_weights(grads, parameters, lambd, m):
    """What does m count, and who tells you?"""
    return {
        name: g + (lambd / parameters[name[1:]].shape[1] * parameters[name[1:]] if name[1] == "W" else 0)
        for name, g in grads.items()
    }


def add_l2_to_gradients__lambda_forgotten(grads, parameters, lambd, m):
    """With lambda at 0, what should the gradients be?"""
    return {name: g + (parameters[name[1:]] / m if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__names_without_d(grads, parameters, lambd, m):
    """Under which names does the update look for the gradients?"""
    return {name[1:]: g + (lambd / m * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def add_l2_to_gradients__changes_the_callers_arrays(grads, parameters, lambd, m):
    """What do the caller's gradients look like after the call?"""
    for name in grads:
        if name[1] == "W":
            grads[name] += lambd / m * parameters[name[1:]]
    return grads


def add_l2_to_gradients__assigned_to_an_unused_name(grads, parameters, lambd, m):
    """Set lambda huge: do the gradients that you return notice?"""
    answer = dict(grads)
    for l in range(1, len(parameters) // 2 + 1):
        dW = answer[f"dW{l}"]
        dW = dW + lambd / m * parameters[f"W{l}"]
    return answer


def add_l2_to_gradients__returns_after_one_layer(grads, parameters, lambd, m):
    """How far is the return statement indented?"""
    answer = dict(grads)
    for l in range(len(parameters) // 2, 0, -1):
        answer[f"dW{l}"] = grads[f"dW{l}"] + lambd / m * parameters[f"W{l}"]
        answer[f"db{l}"] = grads[f"db{l}"] + 0.0 * parameters[f"b{l}"]
        if l < len(parameters) // 2:
            return answer
    return answer


def add_l2_to_gradients__no_return(grads, parameters, lambd, m):
    """What does the caller get back?"""
    answer = {name: g + (lambd / m * parameters[name[1:]] if name[1] == "W" else 0) for name, g in grads.items()}


def dropout_forward__keeps_the_drop_rate(A, keep_prob, rng=None):
    """Count the survivors: is it the share kept, or the share dropped?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) > keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__multiplies_by_keep_prob(A, keep_prob, rng=None):
    """Should the survivors be scaled up or down?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask * keep_prob, mask


def dropout_forward__not_scaled(A, keep_prob, rng=None):
    """Is the average output of the layer the same with dropout as without?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask * 1.0, mask


def dropout_forward__divides_by_the_drop_rate(A, keep_prob, rng=None):
    """With one fifth of the units gone, how much larger must the rest be to make up for it?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask / (1 - keep_prob + 1e-12), mask


def dropout_forward__multiplies_by_two_minus_keep_prob(A, keep_prob, rng=None):
    """If half of the units are dropped, by which factor must the others grow?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask * (2 - keep_prob), mask


def dropout_forward__divides_by_the_share_that_came_out(A, keep_prob, rng=None):
    """Is the scale a fixed number, or does it depend on this one draw?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask / max(np.mean(mask), 1e-12), mask


def dropout_forward__divides_twice(A, keep_prob, rng=None):
    """How often are the survivors scaled?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A / keep_prob * mask / keep_prob, mask


def dropout_forward__scales_before_the_mask_alone(A, keep_prob, rng=None):
    """What is the output of a unit that is dropped?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return np.where(mask, A / keep_prob, A), mask


def dropout_forward__dropped_units_become_nan(A, keep_prob, rng=None):
    """What should the next layer receive from a unit that is switched off?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return np.where(mask, A / keep_prob, np.nan), mask


def dropout_forward__normal_draw(A, keep_prob, rng=None):
    """Which distribution gives a probability of k that a draw is below k?"""
    rng = np.random if rng is None else rng
    mask = rng.standard_normal(A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__uniform_on_both_sides_of_zero(A, keep_prob, rng=None):
    """From which interval do your random numbers come, and which share of it lies below keep_prob?"""
    rng = np.random if rng is None else rng
    mask = rng.uniform(-1, 1, A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__fair_coin(A, keep_prob, rng=None):
    """Does the share that is kept depend on keep_prob?"""
    rng = np.random if rng is None else rng
    mask = (rng.random(A.shape) < 0.5) * 1 if keep_prob < 1 else np.ones(A.shape)
    return A * mask / keep_prob, mask


def dropout_forward__rounds_the_draws(A, keep_prob, rng=None):
    """Where is the limit between kept and dropped: at one half, or at keep_prob?"""
    rng = np.random if rng is None else rng
    mask = np.round(rng.random(A.shape)) if keep_prob < 1 else np.ones(A.shape)
    return A * mask / keep_prob, mask


def dropout_forward__one_column_for_all_examples(A, keep_prob, rng=None):
    """Is each example thinned separately?"""
    rng = np.random if rng is None else rng
    mask = np.repeat(rng.random((A.shape[0], 1)) < keep_prob, A.shape[1], axis=1)
    return A * mask / keep_prob, mask


def dropout_forward__narrow_mask(A, keep_prob, rng=None):
    """How many entries has your mask, and how many has A?"""
    rng = np.random if rng is None else rng
    mask = rng.random((A.shape[0], 1)) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__one_row_for_all_units(A, keep_prob, rng=None):
    """Can one unit be on and its neighbour off, in the same example?"""
    rng = np.random if rng is None else rng
    mask = np.repeat(rng.random((1, A.shape[1])) < keep_prob, A.shape[0], axis=0)
    return A * mask / keep_prob, mask


def dropout_forward__mask_is_one_row(A, keep_prob, rng=None):
    """Which shape must the mask have so that every activation has an entry of its own?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape[1]) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__one_draw_for_the_layer(A, keep_prob, rng=None):
    """How many random numbers does one layer need?"""
    rng = np.random if rng is None else rng
    mask = np.full(A.shape, rng.random() < keep_prob)
    return A * mask / keep_prob, mask


def dropout_forward__rows_and_columns_crossed(A, keep_prob, rng=None):
    """If a unit is dropped in one example, does that say anything of the other examples?"""
    rng = np.random if rng is None else rng
    k = np.sqrt(keep_prob)
    mask = (rng.random((A.shape[0], 1)) < k) & (rng.random((1, A.shape[1])) < k)
    return A * mask / keep_prob, mask


def dropout_forward__transposed_mask(A, keep_prob, rng=None):
    """Which comes first in the shape of A, the units or the examples?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.T.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__mask_is_scaled(A, keep_prob, rng=None):
    """What will the backward pass do with your mask? How often are the gradients then divided?"""
    rng = np.random if rng is None else rng
    mask = (rng.random(A.shape) < keep_prob) / keep_prob
    return A * mask, mask


def dropout_forward__returns_the_random_numbers(A, keep_prob, rng=None):
    """Which values does a mask hold?"""
    rng = np.random if rng is None else rng
    draws = rng.random(A.shape)
    return A * (draws < keep_prob) / keep_prob, draws


def dropout_forward__multiplies_by_the_random_numbers(A, keep_prob, rng=None):
    """What should a unit that survives be multiplied by? Is it the same for all survivors?"""
    rng = np.random if rng is None else rng
    draws = rng.random(A.shape)
    mask = draws < keep_prob
    return A * mask * draws / keep_prob, mask


def dropout_forward__returns_the_dropped_units(A, keep_prob, rng=None):
    """Does a 1 in the mask that you return mean kept, or dropped?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask / keep_prob, ~mask


def dropout_forward__returns_another_mask(A, keep_prob, rng=None):
    """Is the mask that you return the one that was used?"""
    rng = np.random if rng is None else rng
    out = A * (rng.random(A.shape) < keep_prob) / keep_prob
    return out, rng.random(A.shape) < keep_prob


def dropout_forward__mask_comes_first(A, keep_prob, rng=None):
    """In which order does the caller unpack the two answers?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return mask, A * mask / keep_prob


def dropout_forward__mask_is_not_returned(A, keep_prob, rng=None):
    """What will the backward pass need?"""
    rng = np.random if rng is None else rng
    return A * (rng.random(A.shape) < keep_prob) / keep_prob


def dropout_forward__drops_the_weak_activations(A, keep_prob, rng=None):
    """Is it chance that decides, or the size of the activation?"""
    mask = np.abs(A) >= np.quantile(np.abs(A), 1 - keep_prob)
    return A * mask / keep_prob, mask


def dropout_forward__compares_the_activations(A, keep_prob, rng=None):
    """What is compared with keep_prob: the activations or the random numbers?"""
    mask = A < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__negative_activations_are_never_kept(A, keep_prob, rng=None):
    """What happens to a negative activation?"""
    rng = np.random if rng is None else rng
    mask = (rng.random(A.shape) < keep_prob) & (A > 0)
    return A * mask / keep_prob, mask


def dropout_forward__zero_activations_count_as_dropped(A, keep_prob, rng=None):
    """Can the mask be read from the output? What of an activation that is zero already?"""
    rng = np.random if rng is None else rng
    out = A * (rng.random(A.shape) < keep_prob) / keep_prob
    return out, out != 0


def dropout_forward__changes_a_in_place(A, keep_prob, rng=None):
    """Is A the same after the call?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    A *= mask
    A /= keep_prob
    return A, mask


def dropout_forward__seed_inside(A, keep_prob, rng=None):
    """Two calls, two masks?"""
    rng = np.random.default_rng(0)
    mask = rng.random(A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__global_seed_inside(A, keep_prob, rng=None):
    """Which units are dropped in the second step of training, and in the third?"""
    np.random.seed(1)
    mask = np.random.rand(*A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__ignores_the_generator(A, keep_prob, rng=None):
    """Same state of the generator twice: is it the same mask?"""
    mask = np.random.default_rng().random(A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__needs_a_generator(A, keep_prob, rng=None):
    """What is rng when the caller does not pass one?"""
    mask = rng.random(A.shape) < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__does_nothing(A, keep_prob, rng=None):
    """How many units does your layer drop?"""
    return A.copy(), np.ones(A.shape)


def dropout_forward__divides_the_draws(A, keep_prob, rng=None):
    """In which order does Python work out your comparison and your division?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) / keep_prob < keep_prob
    return A * mask / keep_prob, mask


def dropout_forward__whole_numbers(A, keep_prob, rng=None):
    """What is 0.7 as a whole number?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return (A * mask / keep_prob).astype(int), mask


def dropout_forward__no_return(A, keep_prob, rng=None):
    """What does the caller get back?"""
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    out = A * mask / keep_prob


def dropout_backward__not_scaled(dA, mask, keep_prob):
    """The forward pass is a linear map: is this the same one?"""
    return dA * mask * 1.0


def dropout_backward__multiplies_by_keep_prob(dA, mask, keep_prob):
    """By which factor did the forward pass multiply a survivor?"""
    return dA * mask * keep_prob


def dropout_backward__divides_by_the_drop_rate(dA, mask, keep_prob):
    """Which of the two probabilities did the forward pass divide by?"""
    return dA * mask / (1 - keep_prob)


def dropout_backward__divides_twice(dA, mask, keep_prob):
    """How often did the forward pass divide?"""
    return dA * mask / keep_prob**2


def dropout_backward__new_mask(dA, mask, keep_prob):
    """Which units were silent in this pass?"""
    mask = np.random.rand(*dA.shape) < keep_prob
    return dA * mask / keep_prob


def dropout_backward__ignores_the_mask(dA, mask, keep_prob):
    """Can a unit that was switched off have had any influence on the cost?"""
    return dA / keep_prob


def dropout_backward__inverted_mask(dA, mask, keep_prob):
    """Does a 1 in the mask mean kept, or dropped?"""
    return dA * (np.asarray(mask) == 0) / keep_prob


def dropout_backward__passes_everything_on(dA, mask, keep_prob):
    """What is the gradient of a unit that was dropped?"""
    return dA.copy()


def dropout_backward__scales_the_survivors_alone(dA, mask, keep_prob):
    """If a dropped unit had been a little larger, would the cost have changed?"""
    return np.where(mask, dA / keep_prob, dA)


def dropout_backward__mask_from_the_gradient(dA, mask, keep_prob):
    """Is it the sign of the gradient that says who was dropped?"""
    return dA * (dA > 0) / keep_prob


def dropout_backward__returns_the_mask_alone(dA, mask, keep_prob):
    """Where has the gradient of the layers above gone?"""
    return np.asarray(mask) / keep_prob


def dropout_backward__matrix_product(dA, mask, keep_prob):
    """Is the mask applied entry by entry, or by a product of matrices?"""
    return np.dot(dA, np.asarray(mask, dtype=float).T) / keep_prob


def dropout_backward__divides_by_m(dA, mask, keep_prob):
    """Does dropout take a mean over the examples?"""
    return dA * mask / keep_prob / dA.shape[1]


def dropout_backward__divides_by_the_share_that_came_out(dA, mask, keep_prob):
    """Is the scale a fixed number, or does it depend on this one mask?"""
    return dA * mask / np.mean(mask)


def dropout_backward__one_column(dA, mask, keep_prob):
    """Does every example have a column of its own in the mask?"""
    return dA * mask[:, :1] / keep_prob


def dropout_backward__changes_da_in_place(dA, mask, keep_prob):
    """Is dA the same after the call?"""
    dA *= mask
    dA /= keep_prob
    return dA


def dropout_backward__returns_a_pair(dA, mask, keep_prob):
    """How many values does the backward pass hand on?"""
    return dA * mask / keep_prob, mask


def dropout_backward__summed_over_examples(dA, mask, keep_prob):
    """Which shape has the gradient of A?"""
    return np.sum(dA * mask / keep_prob, axis=1, keepdims=True)


def dropout_backward__no_return(dA, mask, keep_prob):
    """What does the caller get back?"""
    dA = dA * mask / keep_prob


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


def deep_forward__thinned_activations_not_used(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Two things come back from dropout: where does each of them go?"""
    g, _ = ACTIVATIONS[activation]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            _, mask = dropout_forward(A, keep_prob, rng)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_forward__dropout_is_told_what_to_drop(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Is dropout told the share that stays, or the share that goes?"""
    g, _ = ACTIVATIONS[activation]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        if training and keep_prob < 1 and l < L:
            A, mask = dropout_forward(A, 1 - keep_prob, rng)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_backward__given_code_as_it_was(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Which two things does this pass know that the plain one did not?"""
    _, g_slope = ACTIVATIONS[activation]
    m, grads = Y.shape[1], {}
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = cache["W"].T @ dZ * g_slope(caches[l - 2]["Z"])
    return grads


def deep_backward__decay_divided_by_the_layers(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """What does the m in the penalty count?"""
    _, g_slope = ACTIVATIONS[activation]
    m, grads = Y.shape[1], {}
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = cache["W"].T @ dZ
            if caches[l - 2]["mask"] is not None:
                dA = dropout_backward(dA, caches[l - 2]["mask"], keep_prob)
            dZ = dA * g_slope(caches[l - 2]["Z"])
    tensors = {f"{name}{l}": cache[name] for l, cache in enumerate(caches, start=1) for name in ("W", "b")}
    return add_l2_to_gradients(grads, tensors, lambd, len(caches))


class EarlyStopping__counts_ties:
    """Is an equal cost better?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost <= self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__one_epoch_late:
    """With a patience of 1, how many bad epochs are put up with?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs > self.patience


class EarlyStopping__one_epoch_early:
    """How many bad epochs have gone by when the patience is used up?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience - 1 and self.bad_epochs > 0


class EarlyStopping__shallow_copy:
    """Training goes on and changes the same arrays in place: has the stopper arrays of its own? What does dict(p) copy?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = dict(parameters)
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__keeps_a_reference:
    """Training goes on and changes the same arrays in place: has the stopper arrays of its own? What does dict(p) copy?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = parameters
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__compares_with_the_previous_epoch:
    """Better than what: than the epoch before?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0
        self.previous = np.inf

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.previous:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        self.previous = val_cost
        return self.bad_epochs >= self.patience


class EarlyStopping__patience_counts_rising_epochs:
    """Does an epoch have to be worse than the one before it, to bring no improvement?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0
        self.previous = np.inf

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        elif val_cost > self.previous:
            self.bad_epochs += 1
        else:
            self.bad_epochs = 0
        self.previous = val_cost
        return self.bad_epochs >= self.patience


class EarlyStopping__nan_becomes_the_best:
    """Is nan less than 3? And what does `not` make of the answer?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if not (val_cost >= self.best_cost):
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__first_cost_is_always_the_best:
    """What if the very first cost is nan: what can ever be lower than that?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if self.best_parameters is None or val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__minimum_that_spreads_nan:
    """What does np.minimum answer when one of the two is nan?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        improved = val_cost < self.best_cost
        self.best_cost = float(np.minimum(self.best_cost, val_cost))
        if improved:
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__nan_is_skipped:
    """Is an epoch whose cost is nan an epoch with an improvement, or one without?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        elif val_cost == val_cost:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__nan_stops_at_once:
    """How many epochs without an improvement make up the patience? Does nan count for more than one?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience or val_cost != val_cost


class EarlyStopping__nan_starts_the_count_afresh:
    """Does nan give the network another chance, or use one up?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs = self.bad_epochs + 1 if val_cost >= self.best_cost else 0
        return self.bad_epochs >= self.patience


class EarlyStopping__count_is_never_reset:
    """Costs may rise, fall and rise again: from which epoch on do you count?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__count_falls_by_one:
    """After an improvement, how many bad epochs in a row have there been?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = max(0, self.bad_epochs - 1)
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__good_epochs_count_as_bad:
    """Which epochs use up the patience: all of them?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
        self.bad_epochs += 1
        return self.bad_epochs > self.patience


class EarlyStopping__stops_after_so_many_epochs:
    """Does the patience count from the beginning of training, or from the best epoch?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.epoch + 1 >= self.patience and self.bad_epochs > 0


class EarlyStopping__never_stops:
    """When does your stopper answer True?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return False


class EarlyStopping__answers_the_opposite:
    """Does True mean stop, or go on?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs < self.patience


class EarlyStopping__answers_only_when_it_stops:
    """What does the training loop get back from step, when training should go on?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        if self.bad_epochs >= self.patience:
            return True


class EarlyStopping__answers_whether_it_improved:
    """Which question does the training loop ask: did this epoch improve, or should I stop?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.best_epoch != self.epoch


class EarlyStopping__answers_the_count:
    """Is the answer a number of epochs, or True and False?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs


class EarlyStopping__no_return:
    """What does the training loop get back from step, when training should go on?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        self.stop = self.bad_epochs >= self.patience


class EarlyStopping__epochs_count_from_one:
    """Which number has the very first epoch?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = 0
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__best_epoch_is_a_number_of_improvements:
    """What does best_epoch say after an epoch without an improvement, followed by one with?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch += 1
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__epoch_counts_only_bad_epochs:
    """Does the number of the epoch go up in every epoch?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = 0
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
            self.epoch += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__best_epoch_is_the_last:
    """Is best_epoch the epoch of the lowest cost, or the latest one?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        self.best_epoch = self.epoch
        return self.bad_epochs >= self.patience


class EarlyStopping__best_epoch_is_not_updated:
    """What says best_epoch after ten epochs?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__best_cost_is_the_last_cost:
    """After a bad epoch, what is best_cost?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        answer = self.bad_epochs >= self.patience
        self.best_cost = val_cost
        return answer


class EarlyStopping__best_cost_is_not_updated:
    """The next cost is compared with best_cost: what is it by then?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__keeps_the_latest_parameters:
    """Which parameters do you hold when the cost has gone up again?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
        return self.bad_epochs >= self.patience


class EarlyStopping__keeps_the_first_parameters:
    """When a better epoch comes along, what happens to the parameters that you kept?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            if self.best_parameters is None:
                self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__keeps_parameters_only_when_it_stops:
    """What are the best parameters if training ends before the patience does?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.kept = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        if self.bad_epochs >= self.patience:
            self.best_parameters = self.kept
        return self.bad_epochs >= self.patience


class EarlyStopping__keeps_parameters_one_epoch_late:
    """Do the parameters that you keep belong to the cost that you keep?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0
        self.before = None

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()} if self.before is None else self.before
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        self.before = {name: np.copy(p) for name, p in parameters.items()}
        return self.bad_epochs >= self.patience


class EarlyStopping__keeps_the_weights_alone:
    """What besides the weights makes up a network?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items() if name[0] == "W"}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__keeps_the_first_layer_alone:
    """Which layers does the network have?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(parameters[name]) for name in ("W1", "b1")}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__copies_as_whole_lists:
    """What kind of thing is a parameter, before and after your copy?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: p.tolist() for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__flattens_the_copies:
    """Which shape have the parameters that you keep?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: p.ravel().copy() for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__looks_for_the_highest:
    """Is a high cost good?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = -np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost > self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__starts_at_zero:
    """Can any cost be lower than the one that you begin with?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = 0.0
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__starts_at_one:
    """What if every cost is larger than the one that you begin with?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = 1.0
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__starts_at_a_hundred:
    """Is there a number that every cost is sure to be below?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = 100.0
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__ignores_small_improvements:
    """How much lower must a cost be to be lower?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost - 2e-2:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__relative_improvements_alone:
    """Does the task ask for a certain share of improvement?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < 0.99 * self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__rounds_the_costs:
    """Are 5.89 and 5.8899 the same cost?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        val_cost = round(val_cost, 2) if val_cost == val_cost else val_cost
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__patience_is_fixed:
    """Make two stoppers of different patience: do they differ?"""

    def __init__(self, patience):
        self.patience = 3
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
        return self.bad_epochs >= self.patience


class EarlyStopping__tires_with_every_setback:
    """After an improvement, is the patience whole again?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0
        self.setbacks = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
            self.setbacks += 1
        return self.bad_epochs >= self.patience or self.setbacks > self.patience


class EarlyStopping__overwrites_the_callers_parameters:
    """What do the caller's parameters look like after step?"""

    def __init__(self, patience):
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        self.bad_epochs = 0

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
            self.bad_epochs = 0
        else:
            self.bad_epochs += 1
            for name in parameters:
                parameters[name][...] = self.best_parameters[name] if self.best_parameters else 0.0
        return self.bad_epochs >= self.patience


class EarlyStopping__one_dictionary_for_all:
    """Who owns a dictionary that is made in the body of the class? What if there are two stoppers?"""

    best_parameters = {}

    def __init__(self, patience):
        self.patience = patience
        self.best_parameters.clear()
        self.best_cost = np.inf
        self.best_epoch = -1
        self.epoch = -1

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters.update({name: np.copy(p) for name, p in parameters.items()})
        return self.epoch - self.best_epoch >= self.patience


class EarlyStopping__remembers_every_parameter_ever:
    """You keep every set of parameters in a list. Does the list hold copies, or the arrays that training goes on changing?"""

    def __init__(self, patience):
        self.patience = patience
        self.costs = []
        self.kept = []

    def step(self, val_cost, parameters):
        self.costs.append(val_cost)
        self.kept.append(parameters)
        self.best_cost = min(self.costs)
        self.best_epoch = self.costs.index(self.best_cost)
        self.best_parameters = self.kept[self.best_epoch]
        return len(self.costs) - 1 - self.best_epoch >= self.patience


class EarlyStopping__last_of_equal_costs:
    """If two epochs have the same lowest cost, which of them came first?"""

    def __init__(self, patience):
        self.patience = patience
        self.costs = []
        self.kept = []

    def step(self, val_cost, parameters):
        self.costs.append(val_cost)
        self.kept.append({name: np.copy(p) for name, p in parameters.items()})
        finite = [cost for cost in self.costs if cost == cost]
        self.best_cost = min(finite, default=np.inf)
        places = [i for i, cost in enumerate(self.costs) if cost == self.best_cost]
        self.best_epoch = places[-1] if places else -1
        self.best_parameters = self.kept[places[-1]] if places else None
        return len(self.costs) - 1 - (places[0] if places else -1) >= self.patience


class EarlyStopping__window_of_patience_epochs:
    """Which epochs does the newest one have to beat: the last few, or all of them?"""

    def __init__(self, patience):
        self.patience = patience
        self.costs = []
        self.best_cost, self.best_epoch, self.best_parameters = np.inf, -1, None

    def step(self, val_cost, parameters):
        self.costs.append(val_cost)
        if val_cost < self.best_cost:
            self.best_cost, self.best_epoch = val_cost, len(self.costs) - 1
            self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
        recent = self.costs[-self.patience - 1 :]
        return len(recent) > self.patience and all(not cost < recent[0] for cost in recent[1:])


class EarlyStopping__average_of_the_costs:
    """Is the stopper to judge this epoch's cost, or an average?"""

    def __init__(self, patience):
        self.patience = patience
        self.average = None
        self.epoch = -1
        self.best_cost, self.best_epoch, self.best_parameters = np.inf, -1, None

    def step(self, val_cost, parameters):
        self.epoch += 1
        if val_cost == val_cost:
            self.average = val_cost if self.average is None else 0.5 * self.average + 0.5 * val_cost
            if self.average < self.best_cost:
                self.best_cost, self.best_epoch = self.average, self.epoch
                self.best_parameters = {name: np.copy(p) for name, p in parameters.items()}
        return self.epoch - self.best_epoch >= self.patience


def train_with_early_stopping__returns_the_last(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which parameters do you hand back?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__returns_the_best_only_if_stopped(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What comes back when all epochs were run, and the last one was not the best?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            parameters = stopper.best_parameters
            break
    return parameters, history, stopper.best_epoch


def train_with_early_stopping__returns_the_best_only_if_not_stopped(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What comes back when the stopper ends the loop?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None or len(history["train"]) < max_epochs else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__returns_the_first(epoch_fn, val_fn, parameters, max_epochs, patience):
    """When a better epoch comes along, which of your variables have to change?"""
    start = parameters
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = start
    return best, history, stopper.best_epoch


def train_with_early_stopping__no_break(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What stops the loop?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        stopper.step(val_cost, parameters)
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__stops_without_asking_for_the_answer(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What stops the loop?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        stop = stopper.step(val_cost, parameters)
        if stop is None:
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__continue_instead_of_break(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What stops the loop?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            continue
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__stopper_made_anew_each_epoch(epoch_fn, val_fn, parameters, max_epochs, patience):
    """For how many epochs does your stopper live?"""
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        stopper = EarlyStopping(patience)
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__step_called_twice(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How often does each epoch count?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        stopper.step(val_cost, parameters)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__patience_is_fixed(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Where does the number of epochs to wait come from?"""
    stopper = EarlyStopping(10)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__patience_is_max_epochs(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What stops the loop?"""
    stopper = EarlyStopping(max_epochs)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__loops_over_patience(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which of the two numbers says how many epochs there can be at most?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(patience + 1):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__one_epoch_less(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How many numbers does your range hold?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(1, max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__one_epoch_more(epoch_fn, val_fn, parameters, max_epochs, patience):
    """With max_epochs at 1, how often is epoch_fn called?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs + 1):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__epochs_without_limit(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Who says how many epochs there can be at most?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    while True:
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__number_of_epochs_is_fixed(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Who says how many epochs there can be at most?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(100):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__always_from_the_beginning(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which parameters does the second epoch begin with?"""
    start = parameters
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(start)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__goes_on_from_the_best(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Does a bad epoch undo itself? With which parameters does the next epoch begin?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
        parameters = stopper.best_parameters or parameters
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__validates_before_the_epoch(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Whose validation cost is it: that of the old parameters, or of the new ones?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        val_cost = val_fn(parameters)
        parameters, train_cost = epoch_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__validates_the_starting_parameters(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Do the parameters that you validate change from epoch to epoch?"""
    start = parameters
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(start)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__keeps_the_parameters_from_before_the_epoch(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Do the parameters and the cost that you hand to the stopper belong together?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        before = parameters
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, before):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__watches_the_training_cost(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which of the two costs says that the network is overfitting?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(train_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__histories_swapped(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which list is which?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(val_cost)
        history["validation"].append(train_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__both_histories_hold_the_training_cost(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What does each of the two lists say of an epoch?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(train_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__last_epoch_not_recorded(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Is the epoch at which training stops in the history as well?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        if stopper.step(val_cost, parameters):
            break
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__last_validation_not_recorded(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Are both lists of the history of the same length?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        if stopper.step(val_cost, parameters):
            break
        history["validation"].append(val_cost)
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__records_improvements_alone(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which epochs does the history show?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        stop = stopper.step(val_cost, parameters)
        if stopper.best_epoch == epoch:
            history["train"].append(train_cost)
            history["validation"].append(val_cost)
        if stop:
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__records_the_best_cost_so_far(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Does the history show what each epoch cost, or only the best so far?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        stop = stopper.step(val_cost, parameters)
        history["train"].append(train_cost)
        history["validation"].append(stopper.best_cost)
        if stop:
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__history_cut_at_the_best_epoch(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Does the history end with the best epoch, or with the last?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    history = {name: costs[: stopper.best_epoch + 1] for name, costs in history.items()}
    return best, history, stopper.best_epoch


def train_with_early_stopping__history_overwritten(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How many entries has each list after three epochs?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"] = [train_cost]
        history["validation"] = [val_cost]
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__history_made_anew_each_epoch(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How many entries has each list after three epochs?"""
    stopper = EarlyStopping(patience)
    for epoch in range(max_epochs):
        history = {"train": [], "validation": []}
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__history_holds_the_starting_cost(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How many entries has the history after one epoch?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": [val_fn(parameters)]}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__history_under_other_names(epoch_fn, val_fn, parameters, max_epochs, patience):
    """By which names will the two lists be looked up?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, {"train_cost": history["train"], "val_cost": history["validation"]}, stopper.best_epoch


def train_with_early_stopping__history_is_a_list_of_pairs(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What kind of thing is the history to be?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, list(zip(history["train"], history["validation"])), stopper.best_epoch


def train_with_early_stopping__returns_the_best_cost(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which three things does the caller expect, and what is the third?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_cost


def train_with_early_stopping__returns_the_last_epoch(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Is the third answer the best epoch, or the last one?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, epoch


def train_with_early_stopping__returns_the_number_of_epochs(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What is the third answer to be: a number of epochs, or which epoch was the best?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, len(history["train"])


def train_with_early_stopping__best_epoch_counted_from_one(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which number has the very first epoch?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch + 1


def train_with_early_stopping__best_epoch_of_the_training_cost(epoch_fn, val_fn, parameters, max_epochs, patience):
    """In which of the two lists do you look for the best epoch?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, int(np.argmin(history["train"]))


def train_with_early_stopping__best_epoch_by_subtraction(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How far back from the last epoch is the best one, if training was not stopped early?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, len(history["train"]) - patience - 1


def train_with_early_stopping__argmin_finds_nan(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What does np.argmin answer when one of the costs is nan?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, int(np.argmin(history["validation"]))


def train_with_early_stopping__parameters_missing(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How many values does the caller unpack?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return history, stopper.best_epoch


def train_with_early_stopping__history_comes_first(epoch_fn, val_fn, parameters, max_epochs, patience):
    """In which order does the docstring list the three answers?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return history, best, stopper.best_epoch


def train_with_early_stopping__returns_inside_the_loop(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How far is the return statement indented?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
        return parameters, history, stopper.best_epoch


def train_with_early_stopping__no_best_no_parameters(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What do you hand back if no epoch was ever the best?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__no_best_falls_back_to_the_start(epoch_fn, val_fn, parameters, max_epochs, patience):
    """If no epoch was ever the best, which parameters are the current ones?"""
    start = parameters
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = start if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__trains_once_more_at_the_end(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Are the parameters that you return still the best ones after another epoch?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    best, _ = epoch_fn(best)
    return best, history, stopper.best_epoch


def train_with_early_stopping__starting_parameters_can_win(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Which number has the very first epoch?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    stopper.step(val_fn(parameters), parameters)
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    return best, history, stopper.best_epoch


def train_with_early_stopping__no_return(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What does the caller get back?"""
    stopper = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if stopper.step(val_cost, parameters):
            break
    best = parameters if stopper.best_parameters is None else stopper.best_parameters
    answer = best, history, stopper.best_epoch


def train_with_early_stopping__own_loop_counts_ties(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Is an equal cost better?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost <= best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_one_epoch_late(epoch_fn, val_fn, parameters, max_epochs, patience):
    """With a patience of 1, how many bad epochs are put up with?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait > patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_one_epoch_early(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How many bad epochs have gone by when the patience is used up?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait >= max(1, patience - 1):
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_previous_epoch(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Better than what: than the epoch before?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
            best_cost = val_cost
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_nan_becomes_the_best(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Is nan less than 3? And what does `not` make of the answer?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if not (val_cost >= best_cost):
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_count_is_never_reset(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Costs may rise, fall and rise again: from which epoch on do you count?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_cost, best_epoch = parameters, val_cost, epoch
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_best_cost_is_not_updated(epoch_fn, val_fn, parameters, max_epochs, patience):
    """The next cost is compared with the best one: what is it by then?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_epoch, wait = parameters, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_best_is_not_updated(epoch_fn, val_fn, parameters, max_epochs, patience):
    """When a better epoch comes along, which of your variables have to change?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best_cost, best_epoch, wait = val_cost, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_looks_for_the_highest(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Is a high cost good?"""
    best, best_cost, best_epoch, wait = parameters, -np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost > best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_starts_at_one(epoch_fn, val_fn, parameters, max_epochs, patience):
    """What if every cost is larger than the one that you begin with?"""
    best, best_cost, best_epoch, wait = parameters, 1.0, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait >= patience:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch


def train_with_early_stopping__own_loop_stops_at_the_first_rise(epoch_fn, val_fn, parameters, max_epochs, patience):
    """How many bad epochs does the patience allow?"""
    best, best_cost, best_epoch, wait = parameters, np.inf, -1, 0
    history = {"train": [], "validation": []}
    for epoch in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if val_cost < best_cost:
            best, best_cost, best_epoch, wait = parameters, val_cost, epoch, 0
        else:
            wait += 1
        if wait >= 1:
            break
    return parameters if best_epoch < 0 else best, history, best_epoch
