"""Known wrong implementations of the exercises of beyond_binary, each with its hint; trusted side."""

import numpy as np

# --- softmax


def softmax__no_maximum(Z):
    """What is the largest number whose exponential a float can hold?"""
    e = np.exp(Z)
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__one_maximum_for_the_table(Z):
    """Is there an example whose own largest score is far below the largest of the whole table?"""
    e = np.exp(Z - np.max(Z))
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__maximum_of_each_class(Z):
    """What may be taken from all the scores of one example: a number of that example, or of each class?"""
    e = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__sums_over_examples(Z):
    """Which sum should be 1: that of a row, or that of a column?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def softmax__sums_over_everything(Z):
    """How many ones should the probabilities of the whole batch add up to?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e)


def softmax__everything_over_examples(Z):
    """Which axis holds the classes of one example?"""
    e = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def softmax__sigmoid_of_each(Z):
    """Do the classes share one probability, or has each its own?"""
    e = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1 / (1 + e), e / (1 + e))


def softmax__sigmoids_scaled_to_one(Z):
    """If all scores of an example rise by 5, do its probabilities stay as they are?"""
    s = 0.5 * (1 + np.tanh(Z / 2.0)) + 1e-300
    return s / np.sum(s, axis=0, keepdims=True)


def softmax__negative_scores(Z):
    """Which class should be the likeliest: the one with the highest score, or the lowest?"""
    e = np.exp(np.min(Z, axis=0, keepdims=True) - Z)
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__not_divided(Z):
    """Do your probabilities add up to 1?"""
    return np.exp(Z - np.max(Z, axis=0, keepdims=True))


def softmax__shares_without_exponential(Z):
    """Can the probabilities of negative scores be negative?"""
    shifted = Z - np.max(Z, axis=0, keepdims=True) + 1.0
    return shifted / np.sum(shifted, axis=0, keepdims=True)


def softmax__base_two(Z):
    """A score that is higher by 1: how many times likelier does it make its class?"""
    e = 2.0 ** (Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__log_probabilities(Z):
    """Can a probability be negative?"""
    shifted = Z - np.max(Z, axis=0, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))


def softmax__highest_takes_all(Z):
    """How sure should a network be whose two best scores are nearly the same?"""
    return (Z == np.max(Z, axis=0, keepdims=True)).astype(float)


def softmax__transposed(Z):
    """In what orientation do the scores come in, and in what orientation should the answer go out?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return (e / np.sum(e, axis=0, keepdims=True)).T


def softmax__clips_the_scores(Z):
    """Two scores that are both in the thousands but differ: do you still see the difference?"""
    e = np.exp(np.clip(Z, -500, 500))
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__epsilon_in_the_sum(Z):
    """What do the probabilities of an example add up to, to the last digit?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / (np.sum(e, axis=0, keepdims=True) + 1e-3)


def softmax__rounded(Z):
    """How many digits of a probability does the cost need?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return np.round(e / np.sum(e, axis=0, keepdims=True), 4)


def softmax__mean_instead_of_sum(Z):
    """What do the probabilities of one example add up to: 1, or the number of classes?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.mean(e, axis=0, keepdims=True)


def softmax__integer_buffer(Z):
    """If whole-number scores come in, of which kind are the numbers that you write your answer into?"""
    P = np.zeros_like(Z)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - np.max(Z[:, i]))
        P[:, i] = e / np.sum(e)
    return P


def softmax__writes_into_the_scores(Z):
    """Are the caller's scores still there after your function has run?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    P = e / np.sum(e, axis=0, keepdims=True)
    Z[:] = P
    return P


def softmax__minimum_subtracted(Z):
    """Which of an example's scores is the dangerous one for the exponential?"""
    e = np.exp(Z - np.min(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


def softmax__no_return(Z):
    """What does your function hand back?"""
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    e / np.sum(e, axis=0, keepdims=True)


# --- one_hot


def one_hot__examples_in_rows(y, num_classes):
    """Which axis holds the examples?"""
    return np.eye(num_classes)[y]


def one_hot__counts_classes_from_one(y, num_classes):
    """Which row belongs to class 0?"""
    Y = np.zeros((num_classes, y.shape[0]))
    Y[y - 1, np.arange(y.shape[0])] = 1.0
    return Y


def one_hot__classes_from_the_data(y, num_classes):
    """How many rows are there when the last class happens not to occur?"""
    return np.eye(int(np.max(y)) + 1)[:, y]


def one_hot__only_classes_that_occur(y, num_classes):
    """Is a class that does not occur in this batch still a class?"""
    return (np.unique(y)[:, None] == y[None, :]).astype(float)


def one_hot__fills_whole_rows(y, num_classes):
    """How many entries does an index with rows alone pick out?"""
    Y = np.zeros((num_classes, y.shape[0]))
    Y[y] = 1.0
    return Y


def one_hot__writes_the_label(y, num_classes):
    """What number stands in the row of the class: does it depend on which class that is?"""
    Y = np.zeros((num_classes, y.shape[0]))
    Y[y, np.arange(y.shape[0])] = y
    return Y


def one_hot__reversed_rows(y, num_classes):
    """Does row 0 belong to class 0 or to the last class?"""
    return np.eye(num_classes)[::-1][:, y]


def one_hot__zeros_and_ones_swapped(y, num_classes):
    """How many classes does one example belong to?"""
    return 1.0 - np.eye(num_classes)[:, y]


def one_hot__one_class_too_many(y, num_classes):
    """How many rows does the docstring promise?"""
    Y = np.zeros((num_classes + 1, y.shape[0]))
    Y[y, np.arange(y.shape[0])] = 1.0
    return Y


def one_hot__reshaped_not_transposed(y, num_classes):
    """Does your last step turn the table, or only cut it into rows of another length?"""
    return np.eye(num_classes)[y].reshape(num_classes, y.shape[0])


def one_hot__skips_the_last_example(y, num_classes):
    """Does your loop reach the last example?"""
    Y = np.zeros((num_classes, y.shape[0]))
    for i in range(y.shape[0] - 1):
        Y[y[i], i] = 1.0
    return Y


def one_hot__minus_one_elsewhere(y, num_classes):
    """What do the entries of one column add up to?"""
    return 2.0 * np.eye(num_classes)[:, y] - 1.0


def one_hot__ordinal(y, num_classes):
    """Is an example of class 3 also one of class 2?"""
    return (np.arange(num_classes)[:, None] <= y[None, :]).astype(float)


# --- cross_entropy


def cross_entropy__mean_over_all_entries(P, Y):
    """Your mean divides by something: is it the number of examples?"""
    return float(-np.mean(Y * np.log(np.clip(P, 1e-12, None))))


def cross_entropy__sum_over_examples(P, Y):
    """If every example appeared twice, should the cost change?"""
    return float(-np.sum(Y * np.log(np.clip(P, 1e-12, None))))


def cross_entropy__divides_by_classes(P, Y):
    """The mean is taken over m things: which axis are they on?"""
    return float(-np.sum(Y * np.log(np.clip(P, 1e-12, None))) / Y.shape[0])


def cross_entropy__no_minus(P, Y):
    """Can a cost be negative?"""
    return float(np.sum(Y * np.log(np.clip(P, 1e-12, None))) / Y.shape[1])


def cross_entropy__binary_formula(P, Y):
    """Does it cost anything how the rest of the probability is shared among the wrong classes?"""
    Q = np.clip(P, 1e-12, 1 - 1e-12)
    return float(-np.sum(Y * np.log(Q) + (1 - Y) * np.log(1 - Q)) / Y.shape[1])


def cross_entropy__no_guard(P, Y):
    """What is 0 times the logarithm of 0 in floats?"""
    return float(-np.sum(Y * np.log(P)) / Y.shape[1])


def cross_entropy__guard_far_too_high(P, Y):
    """Your guard also touches probabilities that are quite ordinary: how small can an honest one be?"""
    return float(-np.sum(Y * np.log(np.clip(P, 0.05, None))) / Y.shape[1])


def cross_entropy__nan_to_num(P, Y):
    """What should it cost to be certain and wrong?"""
    logs = np.nan_to_num(np.log(P), neginf=0.0)
    return float(-np.sum(Y * logs) / Y.shape[1])


def cross_entropy__infinite_when_wrong(P, Y):
    """Can the training go on after a cost that is infinite?"""
    return float(-np.mean(np.log(np.sum(P * Y, axis=0))))


def cross_entropy__roles_swapped(P, Y):
    """Of which of the two do you take the logarithm: of the guess or of the truth?"""
    return float(-np.sum(P * np.log(np.clip(Y, 1e-12, None))) / Y.shape[1])


def cross_entropy__log_of_the_mean(P, Y):
    """Is the mean of the logarithms the logarithm of the mean?"""
    return float(-np.log(np.clip(np.mean(np.sum(P * Y, axis=0)), 1e-12, None)))


def cross_entropy__base_two(P, Y):
    """What does a coin flip cost on paper?"""
    return float(-np.sum(Y * np.log2(np.clip(P, 1e-12, None))) / Y.shape[1])


def cross_entropy__base_ten(P, Y):
    """What does a coin flip cost on paper?"""
    return float(-np.sum(Y * np.log10(np.clip(P, 1e-12, None))) / Y.shape[1])


def cross_entropy__squared_error(P, Y):
    """What does the formula do with the probability of the true class?"""
    return float(np.sum((P - Y) ** 2) / Y.shape[1])


def cross_entropy__one_cost_for_each_example(P, Y):
    """How many numbers is a cost?"""
    return -np.sum(Y * np.log(np.clip(P, 1e-12, None)), axis=0)


def cross_entropy__entropy_of_the_guess(P, Y):
    """Where do the labels come into your cost?"""
    return float(-np.sum(P * np.log(np.clip(P, 1e-12, None))) / Y.shape[1])


def cross_entropy__wrong_classes_only(P, Y):
    """Which class's probability does the formula look at?"""
    return float(-np.sum((1 - Y) * np.log(np.clip(P, 1e-12, None))) / Y.shape[1])


def cross_entropy__halved(P, Y):
    """What does a coin flip cost on paper, and is there a factor in the formula that you brought from elsewhere?"""
    return float(-np.sum(Y * np.log(np.clip(P, 1e-12, None))) / (2 * Y.shape[1]))


def cross_entropy__takes_probabilities_for_scores(P, Y):
    """Are the numbers that come in scores, or probabilities already?"""
    E = np.exp(P) / np.sum(np.exp(P), axis=0, keepdims=True)
    return float(-np.sum(Y * np.log(E)) / Y.shape[1])


def cross_entropy__matrix_product(P, Y):
    """What does a product of the two tables multiply: each example with itself, or with all the others?"""
    m = Y.shape[1]
    return float(-np.sum(np.dot(Y, np.log(np.clip(P, 1e-12, None)).T)) / m)


def cross_entropy__clips_in_place(P, Y):
    """Are the caller's probabilities still what they were?"""
    np.clip(P, 1e-12, 1 - 1e-12, out=P)
    return float(-np.sum(Y * np.log(P)) / Y.shape[1])


def cross_entropy__last_example_left_out(P, Y):
    """Does your sum reach the last example?"""
    m = Y.shape[1]
    return float(-sum(np.log(np.clip(P[np.argmax(Y[:, i]), i], 1e-12, None)) for i in range(m - 1)) / m)


# --- softmax_backward


def softmax_backward__no_mean(P, Y):
    """The cost is a mean over the examples: compare your gradient with a numeric one?"""
    return P - Y


def softmax_backward__wrong_sign(P, Y):
    """If the true class has too little probability, which way does the cost change when its score rises?"""
    return (Y - P) / Y.shape[1]


def softmax_backward__divides_by_classes(P, Y):
    """The m of the mean: on which axis do you count it?"""
    return (P - Y) / Y.shape[0]


def softmax_backward__divides_by_all_entries(P, Y):
    """How many examples did the mean divide by?"""
    return (P - Y) / Y.size


def softmax_backward__mean_over_examples(P, Y):
    """How many gradients does a batch have: one for each example, or one in all?"""
    return np.mean(P - Y, axis=1, keepdims=True)


def softmax_backward__by_the_probabilities(P, Y):
    """Is your gradient the one by the probabilities, or the one by the scores?"""
    return -Y / np.clip(P, 1e-12, None) / Y.shape[1]


def softmax_backward__sigmoid_slope(P, Y):
    """The slope of the output layer and the slope of the logarithm: which of them is left in the formula?"""
    return (P - Y) * P * (1 - P) / Y.shape[1]


def softmax_backward__divided_by_the_slope(P, Y):
    """When the network is certain and wrong, what does your formula divide by?"""
    return (P - Y) / (P * (1 - P)) / Y.shape[1]


def softmax_backward__own_slope_only(P, Y):
    """When one score rises, do the probabilities of the other classes stay as they are?"""
    return -Y * (1 - P) / Y.shape[1]


def softmax_backward__true_class_left_out(P, Y):
    """What do the slopes of one example add up to?"""
    return P * (1 - Y) / Y.shape[1]


def softmax_backward__transposed(P, Y):
    """Whose shape should the gradient by the scores have?"""
    return ((P - Y) / Y.shape[1]).T


def softmax_backward__squared_error(P, Y):
    """Of which cost is your gradient?"""
    return 2 * (P - Y) / Y.shape[1]


def softmax_backward__divides_twice(P, Y):
    """Count the divisions by the number of examples: how many does the formula have?"""
    return (P - Y) / Y.shape[1] ** 2


def softmax_backward__in_place(P, Y):
    """Are the caller's probabilities still there for the next function?"""
    P -= Y
    P /= Y.shape[1]
    return P


def softmax_backward__missing_parentheses(P, Y):
    """What is divided by m: the whole difference, or a part of it?"""
    return P - Y / Y.shape[1]


def softmax_backward__softmax_once_more(P, Y):
    """Has the softmax not been taken before?"""
    return (softmax(P) - Y) / Y.shape[1]


def softmax_backward__absolute(P, Y):
    """Are the scores of the wrong classes pushed the same way as that of the true one?"""
    return np.abs(P - Y) / Y.shape[1]


# --- confusion_matrix


def confusion_matrix__predictions_in_rows(y_true, y_pred, num_classes):
    """Which axis does the docstring give to the truth?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[guess, truth] += 1
    return counts


def confusion_matrix__counts_a_pair_once(y_true, y_pred, num_classes):
    """When the same pair comes twice in one indexed addition, how often is it added?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    counts[y_true, y_pred] += 1
    return counts


def confusion_matrix__only_mistakes(y_true, y_pred, num_classes):
    """Where do the right answers stand?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        if truth != guess:
            counts[truth, guess] += 1
    return counts


def confusion_matrix__only_right_answers(y_true, y_pred, num_classes):
    """Where do the mistakes stand?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        if truth == guess:
            counts[truth, guess] += 1
    return counts


def confusion_matrix__size_from_the_data(y_true, y_pred, num_classes):
    """How large is the table when the last class happens not to occur?"""
    size = int(max(np.max(y_true), np.max(y_pred))) + 1
    counts = np.zeros((size, size), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
    return counts


def confusion_matrix__only_classes_that_occur(y_true, y_pred, num_classes):
    """Is a class that does not occur in these data still a class?"""
    classes = np.union1d(y_true, y_pred)
    return np.array([[int(np.sum((y_true == a) & (y_pred == b))) for b in classes] for a in classes])


def confusion_matrix__shares_of_each_row(y_true, y_pred, num_classes):
    """Does the docstring ask for counts or for shares?"""
    counts = np.zeros((num_classes, num_classes))
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)


def confusion_matrix__shares_of_everything(y_true, y_pred, num_classes):
    """What should the whole table add up to?"""
    counts = np.zeros((num_classes, num_classes))
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
    return counts / len(y_true)


def confusion_matrix__last_example_left_out(y_true, y_pred, num_classes):
    """Does your loop reach the last example?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for i in range(len(y_true) - 1):
        counts[y_true[i], y_pred[i]] += 1
    return counts


def confusion_matrix__starts_at_one(y_true, y_pred, num_classes):
    """What stands in the cell of a pair that never occurs?"""
    counts = np.ones((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
    return counts


def confusion_matrix__both_directions(y_true, y_pred, num_classes):
    """Is taking a 3 for a 5 the same mistake as taking a 5 for a 3?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
        if truth != guess:
            counts[guess, truth] += 1
    return counts


def confusion_matrix__either_class(y_true, y_pred, num_classes):
    """For a cell, must the truth and the guess both fit, or is one of them enough?"""
    return np.array([[int(np.sum((y_true == a) | (y_pred == b))) for b in range(num_classes)] for a in range(num_classes)])


def confusion_matrix__a_row_for_each_example(y_true, y_pred, num_classes):
    """What is one row of the table: an example or a class?"""
    return np.eye(num_classes)[y_true] * np.eye(num_classes)[y_pred]


def confusion_matrix__shared_rows(y_true, y_pred, num_classes):
    """When you change one row of your table, do the others stay as they are?"""
    counts = [[0] * num_classes] * num_classes
    for truth, guess in zip(y_true, y_pred):
        counts[truth][guess] += 1
    return np.array(counts)


def confusion_matrix__margins_multiplied(y_true, y_pred, num_classes):
    """Does your table know which guess belongs to which truth, or only how many there are of each?"""
    a = np.bincount(y_true, minlength=num_classes)
    b = np.bincount(y_pred, minlength=num_classes)
    return np.outer(a, b) // len(y_true)


def confusion_matrix__returns_the_accuracy(y_true, y_pred, num_classes):
    """How many numbers does a table of counts hold?"""
    return float(np.mean(y_true == y_pred))


def confusion_matrix__small_counters(y_true, y_pred, num_classes):
    """Is the number that you add always 1?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += truth
    return counts


def confusion_matrix__sorted_labels(y_true, y_pred, num_classes):
    """After both lists have been sorted, does a guess still belong to its truth?"""
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(np.sort(y_true), np.sort(y_pred)):
        counts[truth, guess] += 1
    return counts


# --- batchnorm_forward


def _batchnorm(Z, gamma, beta, mean, var, eps, new_running):
    inv_std = 1 / np.sqrt(var + eps)
    Z_hat = (Z - mean) * inv_std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new_running


def _moved(running, mean, var, momentum):
    return {
        "mean": momentum * running["mean"] + (1 - momentum) * mean,
        "var": momentum * running["var"] + (1 - momentum) * var,
    }


def batchnorm_forward__over_the_features(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Which axis holds the examples?"""
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    across, spread = np.mean(Z, axis=0, keepdims=True), np.var(Z, axis=0, keepdims=True)
    return _batchnorm(Z, gamma, beta, across, spread, eps, _moved(running, mean, var, momentum))


def batchnorm_forward__one_mean_for_all_features(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """How many means does a layer of n units have?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z), np.var(Z)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, momentum))


def batchnorm_forward__momentum_swapped(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Which of the two gets the weight called momentum: the old value or the new one?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, 1 - momentum))


def batchnorm_forward__momentum_fixed(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """If the caller passes another momentum, does anything change?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, 0.9))


def batchnorm_forward__running_replaced(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """After one batch, is anything left of all the earlier ones?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, {"mean": mean, "var": var})


def batchnorm_forward__running_never_updated(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """What will prediction know about the data, if training does not tell it?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, dict(running))


def batchnorm_forward__running_adds_up(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Do the two weights of the running mean add up to 1?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = {"mean": momentum * running["mean"] + mean, "var": momentum * running["var"] + var}
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__running_variance_forgotten(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """How many running statistics are there to update?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = dict(_moved(running, mean, var, momentum), var=running["var"])
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__running_variance_from_the_mean(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Look at the line for the running variance: does each name in it belong to the variance?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = _moved(running, mean, var, momentum)
    new["var"] = momentum * running["mean"] + (1 - momentum) * var
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__running_keeps_the_spread(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Is the second running statistic a variance or a standard deviation?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, np.sqrt(var), momentum))


def batchnorm_forward__running_unbiased(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """By what number does the docstring divide the variance, for the running one too?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    m = Z.shape[1]
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var * m / max(m - 1, 1), momentum))


def batchnorm_forward__unbiased_everywhere(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """By what number does the docstring divide the variance?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True, ddof=1)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, momentum))


def batchnorm_forward__changes_the_callers_running(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Is everything that the caller passed in still as it was?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, running)
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    running.update(_moved(running, mean, var, momentum))
    return _batchnorm(Z, gamma, beta, mean, var, eps, running)


def batchnorm_forward__changes_the_scores(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Is everything that the caller passed in still as it was?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    answer = _batchnorm(Z, gamma, beta, mean, var, eps, new)
    Z -= mean
    return answer


def batchnorm_forward__batch_statistics_at_prediction(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """At prediction, may an example's answer depend on its neighbours?"""
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = _moved(running, mean, var, momentum) if training else dict(running)
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__ignores_training(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """What does your function do differently at prediction?"""
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, momentum))


def batchnorm_forward__learns_at_prediction(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Should a network learn from the data that it is only asked to predict?"""
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = _moved(running, mean, var, momentum)
    if not training:
        mean, var = running["mean"], running["var"]
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__running_statistics_in_training(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """In training, by whose mean and spread is a batch normalised?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, new["mean"], new["var"], eps, new)


def batchnorm_forward__modes_swapped(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Which of your two branches runs when training is True?"""
    if training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, momentum))


def batchnorm_forward__divides_by_the_variance(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """In which unit is a variance measured, if Z is measured in metres?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    inv_std = 1 / (var + eps)
    Z_hat = (Z - mean) * inv_std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new


def batchnorm_forward__eps_outside_the_root(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Where does eps stand in the formula: under the root, or behind it?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    inv_std = 1 / (np.sqrt(var) + eps)
    Z_hat = (Z - mean) * inv_std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new


def batchnorm_forward__no_eps(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """What is divided by what when a feature is the same in every example?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, var, 0.0, new)


def batchnorm_forward__eps_fixed(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """If the caller passes another eps, does anything change?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, var, 1e-5, new)


def batchnorm_forward__no_eps_at_prediction(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Is the formula at prediction the same as in training, apart from whose statistics it uses?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], 0.0, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    return _batchnorm(Z, gamma, beta, mean, var, eps, _moved(running, mean, var, momentum))


def batchnorm_forward__eps_kept_in_the_running_variance(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Does eps belong to the statistics that are remembered?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True) + eps
    return _batchnorm(Z, gamma, beta, mean, var, 0.0, _moved(running, mean, var, momentum))


def batchnorm_forward__gamma_and_beta_swapped(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Which of the two learnt numbers multiplies, and which one is added?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    out, cache, new = _batchnorm(Z, beta, gamma, mean, var, eps, new)
    return out, dict(cache, gamma=gamma), new


def batchnorm_forward__no_scale(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Can the network choose its own scale after your function has normalised?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    out, cache, new = _batchnorm(Z, np.ones_like(gamma), beta, mean, var, eps, new)
    return out, dict(cache, gamma=gamma), new


def batchnorm_forward__no_shift(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Can the network choose its own centre after your function has normalised?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, np.zeros_like(beta), mean, var, eps, new)


def batchnorm_forward__scales_the_shift_too(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """In which order do scale and shift come?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, gamma * beta, mean, var, eps, new)


def batchnorm_forward__not_centred(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """What is the mean of a feature of your output, with gamma 1 and beta 0?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, 0.0 * mean, var, eps, new)


def batchnorm_forward__only_centred(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """How wide is a feature of your output, with gamma 1 and beta 0?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, np.ones_like(var), 0.0, new)


def batchnorm_forward__precedence(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """What is divided by the root: Z less its mean, or the mean alone?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    inv_std = 1 / np.sqrt(var + eps)
    Z_hat = Z - mean * inv_std
    return gamma * Z_hat + beta, {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}, new


def batchnorm_forward__mean_of_squares(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """When a feature is huge but hardly varies, how many digits does your subtraction leave?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean = np.mean(Z, axis=1, keepdims=True)
        var = np.mean(Z**2, axis=1, keepdims=True) - mean**2
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__squares_not_centred(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """From where does a variance measure the distances?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean, var = np.mean(Z, axis=1, keepdims=True), np.mean(Z**2, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__sum_of_squares(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Twice the data: should the variance double?"""
    mean, var, new = running["mean"], running["var"], dict(running)
    if training:
        mean = np.mean(Z, axis=1, keepdims=True)
        var = np.sum((Z - mean) ** 2, axis=1, keepdims=True)
        new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, var, eps, new)


def batchnorm_forward__flat_statistics(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Which shape do the running statistics keep, and what happens to a row when it meets a column?"""
    if not training:
        return _batchnorm(Z, gamma, beta, running["mean"], running["var"], eps, dict(running))
    mean, var = np.mean(Z, axis=1, keepdims=True), np.var(Z, axis=1, keepdims=True)
    new = _moved(running, mean, var, momentum)
    return _batchnorm(Z, gamma, beta, mean, var, eps, {key: value.ravel() for key, value in new.items()})


# --- batchnorm_backward


def batchnorm_backward__statistics_held_fixed(dY, cache):
    """Does moving one example move the mean of the batch?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    return gamma * inv_std * dY, np.sum(dY * Z_hat, axis=1, keepdims=True), np.sum(dY, axis=1, keepdims=True)


def batchnorm_backward__variance_held_fixed(dY, cache):
    """Does moving one example change the spread of the batch?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m), dgamma, dbeta


def batchnorm_backward__mean_held_fixed(dY, cache):
    """If all examples of a feature moved together, would the output change?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__gamma_forgotten(dY, cache):
    """On its way back to Z, which factor of the forward pass does the gradient meet first?"""
    Z_hat, inv_std = cache["Z_hat"], cache["inv_std"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__spread_forgotten(dY, cache):
    """If a feature is stretched tenfold before it is normalised, how does its gradient change?"""
    Z_hat, gamma = cache["Z_hat"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__spread_upside_down(dY, cache):
    """A feature with a small spread was enlarged on its way forward: is its gradient enlarged or shrunk?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma / inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__variance_instead_of_spread(dY, cache):
    """What did the forward pass divide by: the variance, or its root?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std**2 * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__plus_for_the_variance(dY, cache):
    """When one example moves outwards, does the spread's answer pull it back or push it on?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m + Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__normalised_forgotten_in_the_variance(dY, cache):
    """Is the third way the same for all examples of a feature, or does it depend on where an example lies?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - dgamma / m), dgamma, dbeta


def batchnorm_backward__mean_not_divided(dY, cache):
    """By how much does the mean move when one example of m moves by 1?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__variance_not_divided(dY, cache):
    """A variance is a mean as well: over how many examples?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma), dgamma, dbeta


def batchnorm_backward__features_counted_as_examples(dY, cache):
    """The m in your formula: is it the number of examples?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[0], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__variance_of_m_minus_one(dY, cache):
    """By what did the forward pass divide its variance?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / (m - 1)), dgamma, dbeta


def batchnorm_backward__means_for_scale_and_shift(dY, cache):
    """One beta is added to all the examples: do their gradients add up, or average?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    dbeta, dgamma = np.mean(dY, axis=1, keepdims=True), np.mean(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta - Z_hat * dgamma), dgamma, dbeta


def batchnorm_backward__scale_and_shift_swapped(dY, cache):
    """In which order does the docstring hand back the three gradients?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dbeta, dgamma


def batchnorm_backward__scale_without_normalised(dY, cache):
    """What is gamma multiplied by in the forward pass?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dbeta.copy(), dbeta


def batchnorm_backward__shift_with_gamma(dY, cache):
    """Does the shift pass through the scale on its way to the output?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, gamma * dbeta


def batchnorm_backward__scale_with_gamma(dY, cache):
    """Does the slope of gamma times Z_hat by gamma still contain gamma?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), gamma * dgamma, dbeta


def batchnorm_backward__flat_gradients(dY, cache):
    """Which shapes have gamma and beta, and which shapes do their gradients have?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dgamma.ravel(), dbeta.ravel()


def batchnorm_backward__sums_over_everything(dY, cache):
    """How many shifts does a layer of n units have?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m = dY.shape[1]
    dbeta = np.full_like(gamma, np.sum(dY))
    dgamma = np.full_like(gamma, np.sum(dY * Z_hat))
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__gradients_of_the_inputs_averaged(dY, cache):
    """Does the gradient by Z need another division by the number of examples?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m) / m, dgamma, dbeta


def batchnorm_backward__m_not_taken_out(dY, cache):
    """In the form with m in front of dY, which division goes with it?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return gamma * inv_std * (m * dY - dbeta - Z_hat * dgamma), dgamma, dbeta


def batchnorm_backward__wrong_sign(dY, cache):
    """When Z rises, does the output rise or fall?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    return -gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__changes_the_incoming_gradient(dY, cache):
    """Is the gradient that came in still there for the caller?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    dY -= dbeta / m
    return gamma * inv_std * (dY - Z_hat * dgamma / m), dgamma, dbeta


def batchnorm_backward__scale_sums_after_centring_twice(dY, cache):
    """Which gradient meets Z_hat in the sum for gamma: the one that came in, or one that you already scaled?"""
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m, dbeta, dgamma = dY.shape[1], np.sum(dY, axis=1, keepdims=True), np.sum(dY * Z_hat, axis=1, keepdims=True)
    dZ = gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m)
    return dZ, np.sum(dY * gamma * inv_std * Z_hat, axis=1, keepdims=True), dbeta


# --- layer_gradient_norms


def layer_gradient_norms__order_of_the_dictionary(grads):
    """Which layer does a backward pass store first?"""
    return [float(np.linalg.norm(g)) for name, g in grads.items() if name.startswith("dW")]


def layer_gradient_norms__order_of_the_alphabet(grads):
    """Which name comes first in the alphabet, that of layer 2 or that of layer 10?"""
    return [float(np.linalg.norm(grads[name])) for name in sorted(grads) if name.startswith("dW")]


def layer_gradient_norms__last_layer_first(grads):
    """Which layer does the docstring put first?"""
    return [float(np.linalg.norm(grads[f"dW{l}"])) for l in range(len(grads) // 2, 0, -1)]


def layer_gradient_norms__biases_too(grads):
    """How many numbers does a layer get, and is its bias one of the things that are measured?"""
    return [float(np.linalg.norm(grads[f"d{kind}{l}"])) for l in range(1, len(grads) // 2 + 1) for kind in "Wb"]


def layer_gradient_norms__weights_and_biases_together(grads):
    """Does the length of a weight gradient depend on the biases?"""
    layers = range(1, len(grads) // 2 + 1)
    return [float(np.hypot(np.linalg.norm(grads[f"dW{l}"]), np.linalg.norm(grads[f"db{l}"]))) for l in layers]


def layer_gradient_norms__biases_instead(grads):
    """Of which tensor of a layer do you take the norm?"""
    return [float(np.linalg.norm(grads[f"db{l}"])) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__last_layer_missing(grads):
    """Does your loop reach the last layer?"""
    return [float(np.linalg.norm(grads[f"dW{l}"])) for l in range(1, len(grads) // 2)]


def layer_gradient_norms__first_layer_missing(grads):
    """With which number does the count of the layers begin?"""
    return [float(np.linalg.norm(grads[f"dW{l}"])) for l in range(2, len(grads) // 2 + 1)]


def layer_gradient_norms__squared(grads):
    """If a gradient doubles, how many times as large is its norm?"""
    return [float(np.sum(grads[f"dW{l}"] ** 2)) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__mean_square(grads):
    """Does a matrix with more entries of the same size have a longer norm, or the same?"""
    return [float(np.sqrt(np.mean(grads[f"dW{l}"] ** 2))) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__mean_magnitude(grads):
    """Is the average size of an entry the same thing as the length of the whole gradient?"""
    return [float(np.mean(np.abs(grads[f"dW{l}"]))) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__sum_of_magnitudes(grads):
    """How long is an arrow that goes 3 to the right and 4 up?"""
    return [float(np.sum(np.abs(grads[f"dW{l}"]))) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__largest_entry(grads):
    """Which entries of a gradient does its length depend on?"""
    return [float(np.max(np.abs(grads[f"dW{l}"]))) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__spectral(grads):
    """There are several norms of a matrix: which one does the text describe?"""
    return [float(np.linalg.norm(grads[f"dW{l}"], 2)) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__root_of_the_sum(grads):
    """In which order do squaring and adding come?"""
    return [float(np.abs(np.sum(grads[f"dW{l}"]))) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__standard_deviation(grads):
    """What length does your measure give to a gradient whose entries are all 1?"""
    return [float(np.std(grads[f"dW{l}"]) * np.sqrt(grads[f"dW{l}"].size)) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__norm_of_each_row(grads):
    """How many numbers does one layer get?"""
    return [np.linalg.norm(grads[f"dW{l}"], axis=1) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__compared_with_the_last(grads):
    """Does the docstring ask for sizes, or for sizes beside the last one?"""
    norms = [float(np.linalg.norm(grads[f"dW{l}"])) for l in range(1, len(grads) // 2 + 1)]
    return [x / norms[-1] if norms[-1] else x for x in norms]


def layer_gradient_norms__rounded(grads):
    """A number that has all but vanished: what is left of it after rounding?"""
    return [round(float(np.linalg.norm(grads[f"dW{l}"])), 4) for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__epsilon_added(grads):
    """What is the length of a gradient that is zero?"""
    return [float(np.linalg.norm(grads[f"dW{l}"])) + 1e-8 for l in range(1, len(grads) // 2 + 1)]


def layer_gradient_norms__sorted(grads):
    """What decides the order of your list: the layer, or the size?"""
    return sorted(float(np.linalg.norm(grads[f"dW{l}"])) for l in range(1, len(grads) // 2 + 1))


# --- backward_signal


def backward_signal__weights_not_transposed(dZ_last, parameters, slopes):
    """From which side does the gradient pass through the weights on its way back?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"] @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__weights_of_the_same_layer(dZ_last, parameters, slopes):
    """Through which layer's weights did this layer's activations go forward?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__no_slopes(dZ_last, parameters, slopes):
    """Where does your signal meet the slopes of the activations?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = parameters[f"W{l + 1}"].T @ dZ
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__slopes_measured_but_not_carried(dZ_last, parameters, slopes):
    """What is carried on to the layer before: the signal with its slope, or without?"""
    norms, dA = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dA = parameters[f"W{l + 1}"].T @ dA
        norms.append(float(np.linalg.norm(dA * slopes[l - 1])))
    return norms[::-1]


def backward_signal__measured_before_the_slope(dZ_last, parameters, slopes):
    """Is what you measure in a layer dZ, or dA?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dA = parameters[f"W{l + 1}"].T @ dZ
        norms.append(float(np.linalg.norm(dA)))
        dZ = dA * slopes[l - 1]
    return norms[::-1]


def backward_signal__last_layer_first(dZ_last, parameters, slopes):
    """Which layer does the docstring put first?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms


def backward_signal__last_layer_missing(dZ_last, parameters, slopes):
    """How many layers has the network, and how many hidden ones?"""
    norms, dZ = [], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__stops_one_layer_early(dZ_last, parameters, slopes):
    """Does your loop reach the first layer?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 1, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__always_from_the_last(dZ_last, parameters, slopes):
    """From which layer does the signal come in each round of your loop?"""
    norms = [float(np.linalg.norm(dZ_last))]
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ_last) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__slopes_from_the_front(dZ_last, parameters, slopes):
    """In a pass from the end to the front, which slope is met first?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[len(slopes) - l]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__slope_of_the_last_hidden_layer_always(dZ_last, parameters, slopes):
    """Does each layer meet its own slopes?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[-1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__slopes_averaged(dZ_last, parameters, slopes):
    """Has each unit a slope of its own for each example?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * np.mean(slopes[l - 1])
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__slope_of_a_slope(dZ_last, parameters, slopes):
    """Are the numbers that come in activations, or slopes already?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1] * (1 - slopes[l - 1])
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__slope_before_the_weights(dZ_last, parameters, slopes):
    """Does the incoming gradient meet this layer's slope before the weights, or after them?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = parameters[f"W{l + 1}"].T @ (dZ * slopes[l - 1])
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__first_weights_too(dZ_last, parameters, slopes):
    """How often does a signal pass through weights on its way from the last layer to the first?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    norms.append(float(np.linalg.norm(parameters["W1"].T @ dZ)))
    return norms[::-1]


def backward_signal__biases_added(dZ_last, parameters, slopes):
    """Does a constant that was added on the way forward change anything on the way back?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ + parameters[f"b{l}"]) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__divides_by_the_examples(dZ_last, parameters, slopes):
    """Is there a mean anywhere on the way of the signal?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1] / dZ.shape[1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__mean_square(dZ_last, parameters, slopes):
    """Is the norm the root of a sum, or of a mean?"""
    norms, dZ = [float(np.sqrt(np.mean(dZ_last**2)))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.sqrt(np.mean(dZ**2))))
    return norms[::-1]


def backward_signal__squared(dZ_last, parameters, slopes):
    """If the error doubles, how many times as loud is the signal?"""
    norms, dZ = [float(np.sum(dZ_last**2))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.sum(dZ**2)))
    return norms[::-1]


def backward_signal__product_of_norms(dZ_last, parameters, slopes):
    """Is the norm of a product the product of the norms?"""
    norms = [float(np.linalg.norm(dZ_last))]
    for l in range(len(slopes), 0, -1):
        norms.append(norms[-1] * float(np.linalg.norm(parameters[f"W{l + 1}"]) * np.max(slopes[l - 1])))
    return norms[::-1]


def backward_signal__rescaled_at_each_layer(dZ_last, parameters, slopes):
    """If the signal is brought back to its old size at each layer, how would you ever see it vanish?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
        dZ = dZ / (np.linalg.norm(dZ) or 1.0)
    return norms[::-1]


def backward_signal__clipped_from_below(dZ_last, parameters, slopes):
    """A signal that has all but vanished: what does your function make of it?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(max(float(np.linalg.norm(dZ)), 1e-6))
    return norms[::-1]


def backward_signal__needs_a_hidden_layer(dZ_last, parameters, slopes):
    """What if there is no hidden layer?"""
    dZ = (parameters[f"W{len(slopes) + 1}"].T @ dZ_last) * slopes[-1]
    norms = [float(np.linalg.norm(dZ_last)), float(np.linalg.norm(dZ))]
    for l in range(len(slopes) - 1, 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__only_nine_layers_by_name(dZ_last, parameters, slopes):
    """How are the layers of a very deep network named, and does your way of finding their number still work?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    names = sorted(name for name in parameters if name.startswith("W"))
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[names[l]].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


def backward_signal__writes_into_the_slopes(dZ_last, parameters, slopes):
    """Are the caller's slopes still slopes after your function has run?"""
    norms, dZ = [float(np.linalg.norm(dZ_last))], dZ_last
    for l in range(len(slopes), 0, -1):
        slopes[l - 1] = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        dZ = slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]


# --- update_parameters_with_rmsprop


def _rmsprop(parameters, grads, s, mean, step):
    new_s = {name: mean(s[name], grads[name]) for name in s}
    return {name: W - step(grads["d" + name], new_s["d" + name]) for name, W in parameters.items()}, new_s


def update_parameters_with_rmsprop__no_root(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """In which unit is s measured, if a gradient is measured in metres?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (new + epsilon))


def update_parameters_with_rmsprop__epsilon_inside(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Where does epsilon stand in the formula: under the root, or behind it?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / np.sqrt(new + epsilon))


def update_parameters_with_rmsprop__epsilon_after_the_division(
    parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8
):
    """What does your step divide by, and can that be 0?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * (g / np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__no_epsilon(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """What does your step divide by, and can that be 0?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / np.sqrt(new))


def update_parameters_with_rmsprop__epsilon_fixed(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """If the caller passes another epsilon, does anything change?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + 1e-8))


def update_parameters_with_rmsprop__weights_swapped(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Which of the two gets the weight beta: what s was, or what is new?"""

    def mean(old, g):
        return (1 - beta) * old + beta * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__adagrad(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Do old gradients ever fade out of your s?"""

    def mean(old, g):
        return old + g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__fading_sum(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Do the two weights in the mean of the squares add up to 1?"""

    def mean(old, g):
        return beta * old + g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__not_squared(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """What is s a mean of, and can it be negative?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(np.abs(new)) + epsilon))


def update_parameters_with_rmsprop__old_state(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """By which s do you divide: the one before this step, or the one after it?"""
    new_s = {name: beta * s[name] + (1 - beta) * grads[name] ** 2 for name in s}
    new = {name: W - learning_rate * grads["d" + name] / (np.sqrt(s["d" + name]) + epsilon) for name, W in parameters.items()}
    return new, new_s


def update_parameters_with_rmsprop__uphill(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """After your step, is the cost lower or higher?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: -learning_rate * g / (np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__rate_fixed(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """If the caller passes another learning rate, does anything change?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: 0.001 * g / (np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__beta_fixed(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """If the caller passes another beta, does anything change?"""

    def mean(old, g):
        return 0.9 * old + 0.1 * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__first_step_corrected(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Does this optimizer correct its first steps, or is that another one?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new / (1 - beta)) + epsilon))


def update_parameters_with_rmsprop__step_without_the_gradient(
    parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8
):
    """Which way does your step go: does it know the sign of the gradient?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * np.ones_like(g) / (np.sqrt(new) + epsilon))


def update_parameters_with_rmsprop__one_size_for_a_tensor(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Has every entry of a tensor its own mean square?"""

    def mean(old, g):
        return beta * old + (1 - beta) * np.mean(g**2) * np.ones_like(g)

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))


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


def update_parameters_with_rmsprop__state_not_returned(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """What will the next step know about this one?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))[0], s


def update_parameters_with_rmsprop__returned_in_the_wrong_order(
    parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8
):
    """Which of the two does the docstring hand back first?"""

    def mean(old, g):
        return beta * old + (1 - beta) * g**2

    return _rmsprop(parameters, grads, s, mean, lambda g, new: learning_rate * g / (np.sqrt(new) + epsilon))[::-1]


# --- update_parameters_with_classical_momentum


def update_parameters_with_classical_momentum__averages(parameters, grads, v, learning_rate, beta=0.9):
    """Is the classical velocity a fading sum, or a running average?"""
    new_v = {name: beta * v[name] + (1 - beta) * grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__remembers_steps(parameters, grads, v, learning_rate, beta=0.9):
    """Does your v remember gradients, or steps that already hold the learning rate?"""
    new_v = {name: beta * v[name] + learning_rate * grads[name] for name in v}
    return {name: W - new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__negative_velocity(parameters, grads, v, learning_rate, beta=0.9):
    """Which way does v point in the formula: uphill like a gradient, or downhill?"""
    new_v = {name: beta * v[name] - learning_rate * grads[name] for name in v}
    return {name: W + new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__uphill(parameters, grads, v, learning_rate, beta=0.9):
    """After your step, is the cost lower or higher?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W + learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__no_memory(parameters, grads, v, learning_rate, beta=0.9):
    """What does your step know about the steps before it?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * grads["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__state_is_the_gradient(parameters, grads, v, learning_rate, beta=0.9):
    """What is left of the old velocity?"""
    new_v = {name: grads[name].copy() for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__old_velocity(parameters, grads, v, learning_rate, beta=0.9):
    """Which velocity moves the parameters: the one before this gradient, or the one after it?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__never_fades(parameters, grads, v, learning_rate, beta=0.9):
    """Does an old gradient fade, or does it push for ever?"""
    new_v = {name: v[name] + grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__fades_the_gradient(parameters, grads, v, learning_rate, beta=0.9):
    """Which of the two fades by beta: what you remember, or what is new?"""
    new_v = {name: v[name] + beta * grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__beta_around_both(parameters, grads, v, learning_rate, beta=0.9):
    """From rest, how long is the first step beside one of gradient descent?"""
    new_v = {name: beta * (v[name] + grads[name]) for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__nesterov(parameters, grads, v, learning_rate, beta=0.9):
    """Does the classical form look ahead along its velocity?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    new = {name: W - learning_rate * (grads["d" + name] + beta * new_v["d" + name]) for name, W in parameters.items()}
    return new, new_v


def update_parameters_with_classical_momentum__beta_fixed(parameters, grads, v, learning_rate, beta=0.9):
    """If the caller passes another beta, does anything change?"""
    new_v = {name: 0.9 * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__another_default(parameters, grads, v, learning_rate, beta=0.99):
    """Which beta does the stub give when the caller names none?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__effective_rate_removed(parameters, grads, v, learning_rate, beta=0.9):
    """Who takes care of the effective rate: the formula, or whoever chooses the learning rate?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * (1 - beta) * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__gradient_added_twice(parameters, grads, v, learning_rate, beta=0.9):
    """How often does this step's gradient move the parameters?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    new = {name: W - learning_rate * (grads["d" + name] + new_v["d" + name]) for name, W in parameters.items()}
    return new, new_v


def update_parameters_with_classical_momentum__biases_forgotten(parameters, grads, v, learning_rate, beta=0.9):
    """Do the biases learn too?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    new = {name: W - learning_rate * new_v["d" + name] if name[0] == "W" else W.copy() for name, W in parameters.items()}
    return new, new_v


def update_parameters_with_classical_momentum__biases_without_memory(parameters, grads, v, learning_rate, beta=0.9):
    """Have the biases a velocity too?"""
    new_v = {name: beta * v[name] + grads[name] if name[1] == "W" else grads[name].copy() for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__last_layer_left_out(parameters, grads, v, learning_rate, beta=0.9):
    """Does your loop reach the last layer?"""
    last = len(parameters) // 2
    new_v = {name: beta * v[name] + grads[name] for name in v}
    new = {name: W - learning_rate * new_v["d" + name] if int(name[1:]) < last else W.copy() for name, W in parameters.items()}
    return new, new_v


def update_parameters_with_classical_momentum__two_layers_only(parameters, grads, v, learning_rate, beta=0.9):
    """How many layers does your loop know?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    new = {name: W - learning_rate * new_v["d" + name] if int(name[1:]) < 3 else W.copy() for name, W in parameters.items()}
    return new, new_v


def update_parameters_with_classical_momentum__changes_the_callers_velocity(parameters, grads, v, learning_rate, beta=0.9):
    """Could the caller take the same step once more, from the same place?"""
    for name in v:
        v[name] *= beta
        v[name] += grads[name]
    return {name: W - learning_rate * v["d" + name] for name, W in parameters.items()}, v


def update_parameters_with_classical_momentum__changes_the_callers_parameters(parameters, grads, v, learning_rate, beta=0.9):
    """Could the caller take the same step once more, from the same place?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    for name in parameters:
        parameters[name] -= learning_rate * new_v["d" + name]
    return parameters, new_v


def update_parameters_with_classical_momentum__velocity_not_returned(parameters, grads, v, learning_rate, beta=0.9):
    """What will the next step know about this one?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}, v


def update_parameters_with_classical_momentum__keys_of_the_parameters(parameters, grads, v, learning_rate, beta=0.9):
    """Under which names will the next step look for its velocity?"""
    new_v = {name: beta * v["d" + name] + grads["d" + name] for name in parameters}
    return {name: W - learning_rate * new_v[name] for name, W in parameters.items()}, new_v


def update_parameters_with_classical_momentum__parameters_only(parameters, grads, v, learning_rate, beta=0.9):
    """How many things does the docstring hand back?"""
    new_v = {name: beta * v[name] + grads[name] for name in v}
    return {name: W - learning_rate * new_v["d" + name] for name, W in parameters.items()}
