"""Known wrong implementations of the optimizers; each docstring is the hint; trusted side."""

import numpy as np

# --- create_mini_batches ---------------------------------------------------------------------------------------------


def create_mini_batches__shuffles_x_and_y_apart(X, Y, batch_size, rng=None):
    """Does column i of X still own label i?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    X, Y = X[:, rng.permutation(m)], Y[:, rng.permutation(m)]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__shuffles_transposes_apart(X, Y, batch_size, rng=None):
    """Does column i of X still own label i?"""
    rng = np.random.default_rng() if rng is None else rng
    X, Y = rng.permutation(X.T).T, rng.permutation(Y.T).T
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, X.shape[1], batch_size)]


def create_mini_batches__shuffles_only_x(X, Y, batch_size, rng=None):
    """Does column i of X still own label i?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    X = X[:, rng.permutation(m)]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__shuffles_only_y(X, Y, batch_size, rng=None):
    """Does column i of X still own label i?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    Y = Y[:, rng.permutation(m)]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__new_order_each_batch(X, Y, batch_size, rng=None):
    """Does each example appear exactly once per epoch?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    batches = []
    for k in range(0, m, batch_size):
        order = rng.permutation(m)[k : k + batch_size]
        batches.append((X[:, order], Y[:, order]))
    return batches


def create_mini_batches__shuffles_features(X, Y, batch_size, rng=None):
    """Which axis is examples?"""
    rng = np.random.default_rng() if rng is None else rng
    X = X[rng.permutation(X.shape[0]), :]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, X.shape[1], batch_size)]


def create_mini_batches__shuffle_of_the_wrong_axis(X, Y, batch_size, rng=None):
    """Which axis is examples?"""
    rng = np.random.default_rng() if rng is None else rng
    X, Y = rng.permutation(X), rng.permutation(Y)
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, X.shape[1], batch_size)]


def create_mini_batches__permuted_within_rows(X, Y, batch_size, rng=None):
    """Do the numbers of one column still describe one example?"""
    rng = np.random.default_rng() if rng is None else rng
    X = rng.permuted(X, axis=1)
    Y = rng.permuted(Y, axis=1)
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, X.shape[1], batch_size)]


def create_mini_batches__empty_final_batch(X, Y, batch_size, rng=None):
    """With m = 12 and b = 4, how many batches are there?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(m // batch_size + 1):
        chosen = order[k * batch_size : (k + 1) * batch_size]
        batches.append((X[:, chosen], Y[:, chosen]))
    return batches


def create_mini_batches__with_replacement(X, Y, batch_size, rng=None):
    """Does each example appear exactly once per epoch?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.integers(0, m, m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__choice_with_replacement(X, Y, batch_size, rng=None):
    """Does each example appear exactly once per epoch?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.choice(m, size=m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__fixed_seed(X, Y, batch_size, rng=None):
    """Call it twice, with two generators: what do you expect, and what do you see?"""
    m = X.shape[1]
    order = np.random.default_rng(0).permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__fixed_global_seed(X, Y, batch_size, rng=None):
    """Call it twice, with two generators: what do you expect, and what do you see?"""
    np.random.seed(1)
    m = X.shape[1]
    order = np.random.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__fixed_seed_without_generator(X, Y, batch_size, rng=None):
    """Call it twice without a generator: what do you expect of the second call?"""
    rng = np.random.default_rng(42) if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__needs_a_generator(X, Y, batch_size, rng=None):
    """What does your code call when the caller gives no generator?"""
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__ignores_the_generator(X, Y, batch_size, rng=None):
    """Same generator state twice: same batches?"""
    m = X.shape[1]
    order = np.random.default_rng().permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__writes_into_x_and_y(X, Y, batch_size, rng=None):
    """Are X and Y intact after the call?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X[:] = X[:, order]
    Y[:] = Y[:, order]
    return [(X[:, k : k + batch_size].copy(), Y[:, k : k + batch_size].copy()) for k in range(0, m, batch_size)]


def create_mini_batches__shuffles_in_place(X, Y, batch_size, rng=None):
    """Are X and Y intact after the call?"""
    state = int((np.random.default_rng() if rng is None else rng).integers(2**31))
    for array in (X, Y):
        np.random.default_rng(state).shuffle(array, axis=1)
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, X.shape[1], batch_size)]


def create_mini_batches__drops_the_remainder(X, Y, batch_size, rng=None):
    """With ten examples and b = 4, how many examples do your batches hold altogether?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(m // batch_size):
        chosen = order[k * batch_size : (k + 1) * batch_size]
        batches.append((X[:, chosen], Y[:, chosen]))
    return batches


def create_mini_batches__stops_before_the_last_piece(X, Y, batch_size, rng=None):
    """Write down the starts of your slices for m = 12 and b = 4: is anything missing?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    starts = range(0, m - batch_size, batch_size)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in starts]


def create_mini_batches__tail_from_a_leaked_index(X, Y, batch_size, rng=None):
    """What value does the loop variable have after the loop, and which column does your last batch start at?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    batches = []
    k = 0
    for k in range(m // batch_size):
        batches.append((X[:, k * batch_size : (k + 1) * batch_size], Y[:, k * batch_size : (k + 1) * batch_size]))
    if m % batch_size != 0:
        batches.append((X[:, k * batch_size :], Y[:, k * batch_size :]))
    return batches


def create_mini_batches__tail_from_column_0(X, Y, batch_size, rng=None):
    """Which columns are left for the last batch, and which has the first batch already taken?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    full = m // batch_size * batch_size
    batches = [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, full, batch_size)]
    if m > full:
        batches.append((X[:, : m - full], Y[:, : m - full]))
    return batches


def create_mini_batches__tail_from_unshuffled_data(X, Y, batch_size, rng=None):
    """Does your last batch come from the same arrays as the others?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X_shuffled, Y_shuffled = X[:, order], Y[:, order]
    full = m // batch_size * batch_size
    batches = []
    for k in range(0, full, batch_size):
        batches.append((X_shuffled[:, k : k + batch_size], Y_shuffled[:, k : k + batch_size]))
    if m > full:
        batches.append((X[:, full:], Y[:, full:]))
    return batches


def create_mini_batches__tail_labels_unshuffled(X, Y, batch_size, rng=None):
    """Does your last batch come from the same arrays as the others?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X_shuffled, Y_shuffled = X[:, order], Y[:, order]
    full = m // batch_size * batch_size
    batches = []
    for k in range(0, full, batch_size):
        batches.append((X_shuffled[:, k : k + batch_size], Y_shuffled[:, k : k + batch_size]))
    if m > full:
        batches.append((X_shuffled[:, full:], Y[:, full:]))
    return batches


def create_mini_batches__tail_is_never_shuffled(X, Y, batch_size, rng=None):
    """Which examples can ever come into your last batch?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    full = m // batch_size * batch_size
    order = np.concatenate([rng.permutation(full), np.arange(full, m)])
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__tail_is_the_last_full_width(X, Y, batch_size, rng=None):
    """How many examples are left for the last batch, and how many does yours hold?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    full = m // batch_size * batch_size
    batches = [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, full, batch_size)]
    if m > full:
        batches.append((X[:, -batch_size:], Y[:, -batch_size:]))
    return batches


def create_mini_batches__tail_is_filled_up(X, Y, batch_size, rng=None):
    """How many examples are left for the last batch, and how many does yours hold?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    order = np.resize(order, -(-m // batch_size) * batch_size)
    starts = range(0, len(order), batch_size)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in starts]


def create_mini_batches__tail_skips_one(X, Y, batch_size, rng=None):
    """With ten examples and b = 4, at which column does the last batch start, counted from 0?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    full = m // batch_size * batch_size
    batches = [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, full, batch_size)]
    if m > full:
        batches.append((X[:, full + 1 :], Y[:, full + 1 :]))
    return batches


def create_mini_batches__tail_joins_the_last_batch(X, Y, batch_size, rng=None):
    """May a batch hold more examples than the caller asked for?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    count = max(m // batch_size, 1)
    batches = []
    for k in range(count):
        end = m if k == count - 1 else (k + 1) * batch_size
        batches.append((X[:, order[k * batch_size : end]], Y[:, order[k * batch_size : end]]))
    return batches


def create_mini_batches__tail_comes_first(X, Y, batch_size, rng=None):
    """Which of the batches is meant to be the small one?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    first = m % batch_size
    batches = [(X[:, order[:first]], Y[:, order[:first]])] if first else []
    for k in range(first, m, batch_size):
        batches.append((X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]))
    return batches


def create_mini_batches__no_batch_for_a_small_set(X, Y, batch_size, rng=None):
    """What happens when all the examples together are fewer than the batch size?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    if m < batch_size:
        return []
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__no_shuffle(X, Y, batch_size, rng=None):
    """If the examples were sorted by label, what would your first batch look like?"""
    m = X.shape[1]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__shuffle_is_forgotten(X, Y, batch_size, rng=None):
    """If the examples were sorted by label, what would your first batch look like?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X_shuffled, Y_shuffled = X[:, order], Y[:, order]
    del X_shuffled, Y_shuffled
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__order_is_sorted(X, Y, batch_size, rng=None):
    """If the examples were sorted by label, what would your first batch look like?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = np.sort(rng.permutation(m))
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__shuffled_inside_each_batch(X, Y, batch_size, rng=None):
    """Could the last example of X ever come into the first batch?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    batches = []
    for k in range(0, m, batch_size):
        order = k + rng.permutation(min(batch_size, m - k))
        batches.append((X[:, order], Y[:, order]))
    return batches


def create_mini_batches__only_the_batches_are_shuffled(X, Y, batch_size, rng=None):
    """Two examples that were neighbours: can they ever come into different batches?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    full = m // batch_size
    starts = [int(k) * batch_size for k in rng.permutation(full)] + ([full * batch_size] if m % batch_size else [])
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in starts]


def create_mini_batches__rolls(X, Y, batch_size, rng=None):
    """Two examples that were neighbours: can they ever come into different batches?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = np.roll(np.arange(m), int(rng.integers(m)))
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__equal_pieces(X, Y, batch_size, rng=None):
    """With ten examples and b = 4, how large should each batch be, and how large are yours?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    pieces = np.array_split(rng.permutation(m), -(-m // batch_size))
    return [(X[:, piece], Y[:, piece]) for piece in pieces]


def create_mini_batches__size_taken_for_the_count(X, Y, batch_size, rng=None):
    """Does batch_size say how many batches there are, or how large they are?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    pieces = np.array_split(rng.permutation(m), min(batch_size, m))
    return [(X[:, piece], Y[:, piece]) for piece in pieces]


def create_mini_batches__m_from_the_rows(X, Y, batch_size, rng=None):
    """Where does your code take the number of examples from?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[0]
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__count_from_the_rows(X, Y, batch_size, rng=None):
    """Where does your code take the number of examples from?"""
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(X.shape[1])
    starts = range(0, len(X), batch_size)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in starts]


def create_mini_batches__slices_rows(X, Y, batch_size, rng=None):
    """Does your slice take columns or rows?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    return [(X[k : k + batch_size], Y[k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__examples_in_rows(X, Y, batch_size, rng=None):
    """Which shape should a batch of X have, and which has yours?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X.T[order[k : k + batch_size]], Y.T[order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__flat_labels(X, Y, batch_size, rng=None):
    """How many dimensions has Y, and how many has each of your batches of it?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[0, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__squeezed(X, Y, batch_size, rng=None):
    """How many dimensions has Y, and how many has each of your batches of it?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    starts = range(0, m, batch_size)
    return [(X[:, order[k : k + batch_size]], np.squeeze(Y[:, order[k : k + batch_size]])) for k in starts]


def create_mini_batches__end_minus_one(X, Y, batch_size, rng=None):
    """Does a slice a:b contain column b, and how many columns has it?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    starts = range(0, m, batch_size)
    return [(X[:, order[k : k + batch_size - 1]], Y[:, order[k : k + batch_size - 1]]) for k in starts]


def create_mini_batches__end_plus_one(X, Y, batch_size, rng=None):
    """Does a slice a:b contain column b, and how many columns has it?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    starts = range(0, m, batch_size)
    return [(X[:, order[k : k + batch_size + 1]], Y[:, order[k : k + batch_size + 1]]) for k in starts]


def create_mini_batches__starts_at_one(X, Y, batch_size, rng=None):
    """What is the number of the first column?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    starts = range(1, m, batch_size)
    return [(X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]) for k in starts]


def create_mini_batches__size_64_always(X, Y, batch_size, rng=None):
    """If the caller asks for another batch size, does anything change?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[k : k + 64]], Y[:, order[k : k + 64]]) for k in range(0, m, 64)]


def create_mini_batches__one_batch_of_all(X, Y, batch_size, rng=None):
    """If the caller asks for another batch size, does anything change?"""
    rng = np.random.default_rng() if rng is None else rng
    order = rng.permutation(X.shape[1])
    return [(X[:, order], Y[:, order])]


def create_mini_batches__pairs_the_other_way_round(X, Y, batch_size, rng=None):
    """Which comes first in each pair?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    return [(Y[:, order[k : k + batch_size]], X[:, order[k : k + batch_size]]) for k in range(0, m, batch_size)]


def create_mini_batches__all_labels_in_each_batch(X, Y, batch_size, rng=None):
    """How many labels belong to a batch of b examples?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    return [(X[:, order[k : k + batch_size]], Y[:, order]) for k in range(0, m, batch_size)]


def create_mini_batches__first_labels_again(X, Y, batch_size, rng=None):
    """Does column i of each batch of X have its label, also in the second batch?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order], Y[:, order]
    batches = []
    for k in range(0, m, batch_size):
        batch = X[:, k : k + batch_size]
        batches.append((batch, Y[:, : batch.shape[1]]))
    return batches


def create_mini_batches__first_batch_again(X, Y, batch_size, rng=None):
    """Does each batch start where the one before it ended?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    chosen = order[:batch_size]
    return [(X[:, chosen], Y[:, chosen]) for _ in range(0, m, batch_size)]


def create_mini_batches__whole_numbers(X, Y, batch_size, rng=None):
    """What happens to the fraction of a feature on its way into a batch?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    X, Y = X[:, order].astype(int), Y[:, order].astype(int)
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__order_of_shuffle_is_none(X, Y, batch_size, rng=None):
    """What does the call that makes your order return?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.shuffle(np.arange(m))
    X, Y = X[:, order], Y[:, order]
    return [(X[:, k : k + batch_size], Y[:, k : k + batch_size]) for k in range(0, m, batch_size)]


def create_mini_batches__yields(X, Y, batch_size, rng=None):
    """Can the caller ask your answer for its length?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    for k in range(0, m, batch_size):
        yield X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]


def create_mini_batches__returns_in_the_loop(X, Y, batch_size, rng=None):
    """How often does the loop run before the function ends?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(0, m, batch_size):
        batches.append((X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]))
        return batches
    return batches


def create_mini_batches__no_return(X, Y, batch_size, rng=None):
    """What does the caller get back?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    batches = []
    for k in range(0, m, batch_size):
        batches.append((X[:, order[k : k + batch_size]], Y[:, order[k : k + batch_size]]))


def create_mini_batches__two_lists(X, Y, batch_size, rng=None):
    """Is your answer a list of pairs, or a pair of lists?"""
    rng = np.random.default_rng() if rng is None else rng
    m = X.shape[1]
    order = rng.permutation(m)
    starts = range(0, m, batch_size)
    return [X[:, order[k : k + batch_size]] for k in starts], [Y[:, order[k : k + batch_size]] for k in starts]


# --- initialize_velocity ---------------------------------------------------------------------------------------------


def initialize_velocity__keys_of_the_parameters(parameters):
    """Do the names match those of the gradients?"""
    return {name: np.zeros(value.shape) for name, value in parameters.items()}


def initialize_velocity__keys_with_v(parameters):
    """Do the names match those of the gradients?"""
    return {"v" + name: np.zeros(value.shape) for name, value in parameters.items()}


def initialize_velocity__layers_from_0(parameters):
    """What is the number of the first layer?"""
    v = {}
    for l in range(len(parameters) // 2):
        v[f"dW{l}"] = np.zeros(parameters[f"W{l + 1}"].shape)
        v[f"db{l}"] = np.zeros(parameters[f"b{l + 1}"].shape)
    return v


def initialize_velocity__ones(parameters):
    """What has the average seen before the first step?"""
    return {"d" + name: np.ones(value.shape) for name, value in parameters.items()}


def initialize_velocity__random(parameters):
    """Is there any symmetry to break in a velocity?"""
    rng = np.random.default_rng(0)
    return {"d" + name: 0.01 * rng.standard_normal(value.shape) for name, value in parameters.items()}


def initialize_velocity__copies_of_the_parameters(parameters):
    """Is a velocity a place or a movement, and how large is it before anything moved?"""
    return {"d" + name: value.copy() for name, value in parameters.items()}


def initialize_velocity__flat_biases(parameters):
    """Which shape has db1, and which has your velocity for it?"""
    return {"d" + name: np.zeros(value.shape[0] if name.startswith("b") else value.shape) for name, value in parameters.items()}


def initialize_velocity__transposed(parameters):
    """Which shape has dW1, and which has your velocity for it?"""
    return {"d" + name: np.zeros(value.shape[::-1]) for name, value in parameters.items()}


def initialize_velocity__square(parameters):
    """Which shape has dW1, and which has your velocity for it?"""
    return {"d" + name: np.zeros((len(value), len(value))) for name, value in parameters.items()}


def initialize_velocity__bias_shape_of_the_weights(parameters):
    """Which shape has db1, and which has your velocity for it?"""
    v = {}
    for l in range(1, len(parameters) // 2 + 1):
        v[f"dW{l}"] = np.zeros(parameters[f"W{l}"].shape)
        v[f"db{l}"] = np.zeros(parameters[f"W{l}"].shape)
    return v


def initialize_velocity__numbers(parameters):
    """Which shape has dW1, and which has your velocity for it?"""
    return {"d" + name: 0.0 for name in parameters}


def initialize_velocity__empty(parameters):
    """What will the first step look up in your dictionary?"""
    return {}


def initialize_velocity__weights_only(parameters):
    """Do the biases move, too?"""
    return {"d" + name: np.zeros(value.shape) for name, value in parameters.items() if name.startswith("W")}


def initialize_velocity__last_layer_left_out(parameters):
    """For a network of two layers, which layers does your loop visit?"""
    v = {}
    for l in range(1, len(parameters) // 2):
        v[f"dW{l}"] = np.zeros(parameters[f"W{l}"].shape)
        v[f"db{l}"] = np.zeros(parameters[f"b{l}"].shape)
    return v


def initialize_velocity__twice_as_many_layers(parameters):
    """How many entries of the dictionary does one layer have?"""
    v = {}
    for l in range(1, len(parameters) + 1):
        v[f"dW{l}"] = np.zeros(parameters[f"W{l}"].shape)
        v[f"db{l}"] = np.zeros(parameters[f"b{l}"].shape)
    return v


def initialize_velocity__two_layers_only(parameters):
    """What would your function do with three layers, or with one?"""
    return {"d" + name: np.zeros(parameters[name].shape) for name in ("W1", "b1", "W2", "b2")}


def initialize_velocity__whole_numbers(parameters):
    """Can your velocity hold a fraction?"""
    return {"d" + name: np.zeros(value.shape, dtype=int) for name, value in parameters.items()}


def initialize_velocity__wipes_the_parameters(parameters):
    """Where are the parameters after the call?"""
    v = {}
    for name, value in parameters.items():
        v["d" + name] = value
        v["d" + name] *= 0.0
    return v


def initialize_velocity__no_return(parameters):
    """What does the caller get back?"""
    v = {}
    for name, value in parameters.items():
        v["d" + name] = np.zeros(value.shape)


# --- update_parameters_with_momentum ---------------------------------------------------------------------------------


def update_parameters_with_momentum__classical(parameters, grads, v, learning_rate, beta=0.9):
    """Which of two conventions does the text state?"""
    new_v = {key: beta * v[key] + grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__classical_with_rate_inside(parameters, grads, v, learning_rate, beta=0.9):
    """Which of two conventions does the text state?"""
    new_v = {key: beta * v[key] - learning_rate * grads[key] for key in v}
    return {name: value + new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__returns_the_old_velocity(parameters, grads, v, learning_rate, beta=0.9):
    """What do you return?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, v


def update_parameters_with_momentum__returns_the_gradients(parameters, grads, v, learning_rate, beta=0.9):
    """What has to be handed on to the next step?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, grads


def update_parameters_with_momentum__corrects_the_bias(parameters, grads, v, learning_rate, beta=0.9):
    """Did the momentum rule ask for a correction?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    moved = {name: value - learning_rate * new_v["d" + name] / (1 - beta) for name, value in parameters.items()}
    return moved, new_v


def update_parameters_with_momentum__moves_by_the_old_velocity(parameters, grads, v, learning_rate, beta=0.9):
    """From rest, does your first step move anything?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__moves_by_the_gradient(parameters, grads, v, learning_rate, beta=0.9):
    """Does the velocity have any influence on where the parameters go?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__uphill(parameters, grads, v, learning_rate, beta=0.9):
    """Which way does the cost fall?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value + learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__velocity_uphill(parameters, grads, v, learning_rate, beta=0.9):
    """Does the velocity point along the gradient or against it, and which does the text say?"""
    new_v = {key: beta * v[key] - (1 - beta) * grads[key] for key in v}
    return {name: value + learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__minus_the_gradient(parameters, grads, v, learning_rate, beta=0.9):
    """Does the velocity point along the gradient or against it, and which does the text say?"""
    new_v = {key: beta * v[key] - (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__weights_swapped(parameters, grads, v, learning_rate, beta=0.9):
    """Old or new: which one gets the weight 0.9?"""
    new_v = {key: (1 - beta) * v[key] + beta * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__weights_1_and_1_minus_beta(parameters, grads, v, learning_rate, beta=0.9):
    """If the gradient is zero from now on, does your velocity ever fade?"""
    new_v = {key: v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__sum_of_gradients(parameters, grads, v, learning_rate, beta=0.9):
    """If the gradient is zero from now on, does your velocity ever fade?"""
    new_v = {key: v[key] + grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__beta_on_both(parameters, grads, v, learning_rate, beta=0.9):
    """What do the two weights of an average add up to?"""
    new_v = {key: beta * (v[key] + grads[key]) for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__precedence(parameters, grads, v, learning_rate, beta=0.9):
    """In which order does Python carry out your line?"""
    new_v = {key: beta * v[key] + 1 - beta * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__forgets(parameters, grads, v, learning_rate, beta=0.9):
    """Does the old velocity have any influence on the new one?"""
    new_v = {key: (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__beta_always_09(parameters, grads, v, learning_rate, beta=0.9):
    """If the caller asks for another beta, does anything change?"""
    new_v = {key: 0.9 * v[key] + 0.1 * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__default_099(parameters, grads, v, learning_rate, beta=0.99):
    """Which beta does the text take as the usual one?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__default_05(parameters, grads, v, learning_rate, beta=0.5):
    """Which beta does the text take as the usual one?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__rate_in_the_velocity(parameters, grads, v, learning_rate, beta=0.9):
    """Is the learning rate a part of the velocity?"""
    new_v = {key: beta * v[key] + (1 - beta) * learning_rate * grads[key] for key in v}
    return {name: value - new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__rate_twice(parameters, grads, v, learning_rate, beta=0.9):
    """How often does the learning rate enter one step?"""
    new_v = {key: beta * v[key] + (1 - beta) * learning_rate * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__no_rate(parameters, grads, v, learning_rate, beta=0.9):
    """If the caller asks for another learning rate, does anything change?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__rate_001_always(parameters, grads, v, learning_rate, beta=0.9):
    """If the caller asks for another learning rate, does anything change?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - 0.01 * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__velocity_is_the_step(parameters, grads, v, learning_rate, beta=0.9):
    """From which number does the step lead away?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: -learning_rate * new_v["d" + name] for name in parameters}, new_v


def update_parameters_with_momentum__multiplies(parameters, grads, v, learning_rate, beta=0.9):
    """What happens in your rule to a weight that is zero?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value * (1 - learning_rate * new_v["d" + name]) for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__shrinks_the_parameters(parameters, grads, v, learning_rate, beta=0.9):
    """Without velocity and without gradient, do your parameters stay?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: beta * value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__nesterov(parameters, grads, v, learning_rate, beta=0.9):
    """Which of the formulas on the page says how far to look ahead?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    moved = {
        name: value - learning_rate * (beta * new_v["d" + name] + (1 - beta) * grads["d" + name])
        for name, value in parameters.items()
    }
    return moved, new_v


def update_parameters_with_momentum__biases_by_plain_descent(parameters, grads, v, learning_rate, beta=0.9):
    """Do the biases have a velocity, and do they use it?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    moved = {}
    for name, value in parameters.items():
        moved[name] = value - learning_rate * (new_v["d" + name] if name.startswith("W") else grads["d" + name])
    return moved, new_v


def update_parameters_with_momentum__biases_stay(parameters, grads, v, learning_rate, beta=0.9):
    """Do the biases move, too?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    moved = {}
    for name, value in parameters.items():
        moved[name] = value - learning_rate * new_v["d" + name] if name.startswith("W") else value.copy()
    return moved, new_v


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


def update_parameters_with_momentum__two_layers_only(parameters, grads, v, learning_rate, beta=0.9):
    """What would your function do with three layers, or with one?"""
    new_v, moved = dict(v), dict(parameters)
    for name in ("W1", "b1", "W2", "b2"):
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        moved[name] = parameters[name] - learning_rate * new_v["d" + name]
    return moved, new_v


def update_parameters_with_momentum__twice_as_many_layers(parameters, grads, v, learning_rate, beta=0.9):
    """How many entries of the dictionary does one layer have?"""
    new_v, moved = {}, {}
    for l in range(1, len(parameters) + 1):
        for kind in ("W", "b"):
            new_v[f"d{kind}{l}"] = beta * v[f"d{kind}{l}"] + (1 - beta) * grads[f"d{kind}{l}"]
            moved[f"{kind}{l}"] = parameters[f"{kind}{l}"] - learning_rate * new_v[f"d{kind}{l}"]
    return moved, new_v


def update_parameters_with_momentum__by_position(parameters, grads, v, learning_rate, beta=0.9):
    """Do the entries of two dictionaries always stand in the same order?"""
    moved, new_v = {}, {}
    for name, gradient, velocity in zip(parameters, grads.values(), v.values(), strict=True):
        new_v["d" + name] = beta * velocity + (1 - beta) * gradient
        moved[name] = parameters[name] - learning_rate * new_v["d" + name]
    return moved, new_v


def update_parameters_with_momentum__velocity_under_other_names(parameters, grads, v, learning_rate, beta=0.9):
    """Under which names will the next step look up the velocity?"""
    new_v = {key[1:]: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v[name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__parameters_under_other_names(parameters, grads, v, learning_rate, beta=0.9):
    """Under which names will the next step look up the parameters?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {"d" + name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}, new_v


def update_parameters_with_momentum__velocity_written_in_place(parameters, grads, v, learning_rate, beta=0.9):
    """Can the step be replayed?"""
    moved = {}
    for name, value in parameters.items():
        v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        moved[name] = value - learning_rate * v["d" + name]
    return moved, v


def update_parameters_with_momentum__velocity_arrays_in_place(parameters, grads, v, learning_rate, beta=0.9):
    """Can the step be replayed?"""
    moved, new_v = {}, dict(v)
    for name, value in parameters.items():
        new_v["d" + name] *= beta
        new_v["d" + name] += (1 - beta) * grads["d" + name]
        moved[name] = value - learning_rate * new_v["d" + name]
    return moved, new_v


def update_parameters_with_momentum__parameters_in_place(parameters, grads, v, learning_rate, beta=0.9):
    """Can the step be replayed?"""
    new_v = {}
    for name in parameters:
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        parameters[name] = parameters[name] - learning_rate * new_v["d" + name]
    return parameters, new_v


def update_parameters_with_momentum__shallow_copy(parameters, grads, v, learning_rate, beta=0.9):
    """Can the step be replayed?"""
    moved, new_v = parameters.copy(), {}
    for name in moved:
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        moved[name] -= learning_rate * new_v["d" + name]
    return moved, new_v


def update_parameters_with_momentum__gradients_in_place(parameters, grads, v, learning_rate, beta=0.9):
    """Can the step be replayed?"""
    moved, new_v = {}, {}
    for name, value in parameters.items():
        grads["d" + name] *= 1 - beta
        new_v["d" + name] = beta * v["d" + name] + grads["d" + name]
        moved[name] = value - learning_rate * new_v["d" + name]
    return moved, new_v


def update_parameters_with_momentum__assigned_to_an_unused_name(parameters, grads, v, learning_rate, beta=0.9):
    """Which dictionary gets your result, and which one do you return?"""
    new_v, moved = {}, {}
    for name, value in parameters.items():
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        moved[name] = value - learning_rate * new_v["d" + name]
    return parameters, new_v


def update_parameters_with_momentum__velocity_first(parameters, grads, v, learning_rate, beta=0.9):
    """In which order does the caller expect the two answers?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return new_v, {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}


def update_parameters_with_momentum__parameters_only(parameters, grads, v, learning_rate, beta=0.9):
    """What has to be handed on to the next step?"""
    new_v = {key: beta * v[key] + (1 - beta) * grads[key] for key in v}
    return {name: value - learning_rate * new_v["d" + name] for name, value in parameters.items()}


def update_parameters_with_momentum__no_return(parameters, grads, v, learning_rate, beta=0.9):
    """What does the caller get back?"""
    new_v, moved = {}, {}
    for name, value in parameters.items():
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        moved[name] = value - learning_rate * new_v["d" + name]


# --- initialize_adam -------------------------------------------------------------------------------------------------


def initialize_adam__one_dictionary_twice(parameters):
    """If you write into one of the two averages, does the other one change?"""
    v = s = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    return v, s


def initialize_adam__shallow_copy(parameters):
    """If you write into one of the two averages, does the other one change?"""
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    return v, v.copy()


def initialize_adam__shared_zeros(parameters):
    """If you write into one of the two averages, does the other one change?"""
    v, s = {}, {}
    for name, value in parameters.items():
        v["d" + name] = s["d" + name] = np.zeros(value.shape)
    return v, s


def initialize_adam__keys_of_the_parameters(parameters):
    """Do the names match those of the gradients?"""
    v = {name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {name: np.zeros(value.shape) for name, value in parameters.items()}
    return v, s


def initialize_adam__keys_with_v_and_s(parameters):
    """Do the names match those of the gradients?"""
    v = {"vd" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"sd" + name: np.zeros(value.shape) for name, value in parameters.items()}
    return v, s


def initialize_adam__s_is_one(parameters):
    """What have the averages seen before the first step?"""
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"d" + name: np.ones(value.shape) for name, value in parameters.items()}
    return v, s


def initialize_adam__s_is_epsilon(parameters):
    """What have the averages seen before the first step, and whose job is it to avoid 0/0?"""
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"d" + name: np.full(value.shape, 1e-8) for name, value in parameters.items()}
    return v, s


def initialize_adam__copies_of_the_parameters(parameters):
    """Is an average of gradients a place or a movement, and how large is it before the first step?"""
    v = {"d" + name: value.copy() for name, value in parameters.items()}
    s = {"d" + name: value**2 for name, value in parameters.items()}
    return v, s


def initialize_adam__s_is_a_number(parameters):
    """Does every weight have an average of its own?"""
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"d" + name: 0.0 for name in parameters}
    return v, s


def initialize_adam__flat_biases(parameters):
    """Which shape has db1, and which have your averages for it?"""
    v, s = {}, {}
    for name, value in parameters.items():
        shape = value.shape[0] if name.startswith("b") else value.shape
        v["d" + name], s["d" + name] = np.zeros(shape), np.zeros(shape)
    return v, s


def initialize_adam__s_has_the_transposed_shape(parameters):
    """Which shape has dW1, and which have your averages for it?"""
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"d" + name: np.zeros(value.T.shape) for name, value in parameters.items()}
    return v, s


def initialize_adam__last_layer_left_out(parameters):
    """For a network of two layers, which layers does your loop visit?"""
    v, s = {}, {}
    for l in range(1, len(parameters) // 2):
        for kind in ("W", "b"):
            v[f"d{kind}{l}"] = np.zeros(parameters[f"{kind}{l}"].shape)
            s[f"d{kind}{l}"] = np.zeros(parameters[f"{kind}{l}"].shape)
    return v, s


def initialize_adam__weights_only(parameters):
    """Do the biases move, too?"""
    weights = {name: value for name, value in parameters.items() if name.startswith("W")}
    v = {"d" + name: np.zeros(value.shape) for name, value in weights.items()}
    s = {"d" + name: np.zeros(value.shape) for name, value in weights.items()}
    return v, s


def initialize_adam__two_layers_only(parameters):
    """What would your function do with three layers, or with one?"""
    v = {"d" + name: np.zeros(parameters[name].shape) for name in ("W1", "b1", "W2", "b2")}
    s = {"d" + name: np.zeros(parameters[name].shape) for name in ("W1", "b1", "W2", "b2")}
    return v, s


def initialize_adam__s_stays_empty(parameters):
    """What will the first step look up in your second dictionary?"""
    return {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}, {}


def initialize_adam__whole_numbers(parameters):
    """Can your averages hold a fraction?"""
    v = {"d" + name: np.zeros(value.shape, dtype=int) for name, value in parameters.items()}
    s = {"d" + name: np.zeros(value.shape, dtype=int) for name, value in parameters.items()}
    return v, s


def initialize_adam__one_answer(parameters):
    """How many averages does Adam keep, and how many does the caller get?"""
    return {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}


def initialize_adam__wipes_the_parameters(parameters):
    """Where are the parameters after the call?"""
    v, s = {}, {}
    for name, value in parameters.items():
        value[:] = 0.0
        v["d" + name], s["d" + name] = value, value.copy()
    return v, s


def initialize_adam__no_return(parameters):
    """What does the caller get back?"""
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    del v, s


# --- update_parameters_with_adam -------------------------------------------------------------------------------------


def _moments(grads, v, s, beta1, beta2):
    new_v = {key: beta1 * v[key] + (1 - beta1) * grads[key] for key in v}
    new_s = {key: beta2 * s[key] + (1 - beta2) * grads[key] ** 2 for key in s}
    return new_v, new_s


def _moved(parameters, v, s, t, learning_rate, beta1, beta2, epsilon):
    moved = {}
    for name, value in parameters.items():
        v_hat, s_hat = v["d" + name] / (1 - beta1**t), s["d" + name] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved


def update_parameters_with_adam__no_bias_correction(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """The step at t = 1 should be about as long as the learning rate: how long is yours?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key]
        s_hat = new_s[key]
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__only_v_is_corrected(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do both averages start too low, and are both repaired?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key]
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__only_s_is_corrected(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do both averages start too low, and are both repaired?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key]
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__product_for_power(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Power or product?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1 * t)
        s_hat = new_s[key] / (1 - beta2 * t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__power_fixed_at_2(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the correction change from step to step?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**2)
        s_hat = new_s[key] / (1 - beta2**2)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__power_absent(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the correction change from step to step?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1)
        s_hat = new_s[key] / (1 - beta2)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__power_absent_in_s(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the correction change from step to step, for both averages?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__power_absent_in_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the correction change from step to step, for both averages?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__power_of_the_difference(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What is raised to the power t: beta, or one minus beta?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1) ** t
        s_hat = new_s[key] / (1 - beta2) ** t
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__power_t_minus_1(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Is the first step number 0 or number 1, and what would each divide by?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1 ** (t - 1))
        s_hat = new_s[key] / (1 - beta2 ** (t - 1))
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__power_t_plus_1(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Is the first step number 1 or number 2, and who counts the steps?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1 ** (t + 1))
        s_hat = new_s[key] / (1 - beta2 ** (t + 1))
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__correction_multiplied(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """An average that starts too low: does your correction make it larger or smaller?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] * (1 - beta1**t)
        s_hat = new_s[key] * (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__plus_in_the_correction(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """An average that starts too low: does your correction make it larger or smaller?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 + beta1**t)
        s_hat = new_s[key] / (1 + beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__correction_without_parentheses(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """In which order does Python carry out your correction?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / 1 - beta1**t
        s_hat = np.abs(new_s[key] / 1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__corrections_exchanged(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which beta belongs to which average?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta2**t)
        s_hat = new_s[key] / (1 - beta1**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__beta1_corrects_both(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which beta belongs to which average?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta1**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__beta2_corrects_both(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which beta belongs to which average?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta2**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__correction_of_the_old_average(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which average is corrected, the one from before or the one from after the gradient came in?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__old_s_in_the_step(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which average is corrected, the one from before or the one from after the gradient came in?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_hat_from_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Did a name survive a copy and paste in the correction of s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = np.abs(new_v[key]) / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__v_hat_from_s(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Did a name survive a copy and paste in the correction of v?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_s[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__no_root(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Multiply the cost by 1000: same path?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (s_hat + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__root_of_everything(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Could the sign of a gradient get lost under your root?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * np.sqrt(np.abs(v_hat) / (s_hat + epsilon))
    return moved, new_v, new_s


def update_parameters_with_adam__root_before_the_correction(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Is the root taken before the correction or after it, and does that make a difference?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = np.sqrt(new_s[key]) / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (s_hat + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_under_the_root(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Where does epsilon stand, inside or outside?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / np.sqrt(s_hat + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_missing(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What if a unit is dead?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / np.sqrt(s_hat)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_after_the_division(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """In which order does Python carry out your step, and what does epsilon protect?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * (v_hat / np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_added_to_the_step(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """In which order does Python carry out your step, and what does epsilon protect?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / np.sqrt(s_hat) + epsilon
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_on_top_too(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """How often does epsilon occur in the formula?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * (v_hat + epsilon) / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_subtracted(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Can your denominator become smaller than the root, or even zero?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) - epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_always_1e8(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """If the caller asks for another epsilon, does anything change?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + 1e-8)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_as_a_floor(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """If the root is much larger than epsilon, does epsilon still count in the formula?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / np.maximum(np.sqrt(s_hat), epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_default_1e7(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-7
):
    """Which epsilon does the text take as the usual one?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__epsilon_default_1e6(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-6
):
    """Which epsilon does the text take as the usual one?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__rate_default_01(
    parameters, grads, v, s, t, learning_rate=0.1, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which learning rate stands in the function's first line?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__rate_default_001(
    parameters, grads, v, s, t, learning_rate=0.01, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which learning rate stands in the function's first line?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__beta2_default_099(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.99, epsilon=1e-8
):
    """Which beta2 stands in the function's first line?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__beta1_default_099(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.99, beta2=0.999, epsilon=1e-8
):
    """Which beta1 stands in the function's first line?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__rate_always_0001(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """If the caller asks for another learning rate, does anything change?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - 0.001 * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__rate_missing(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """If the caller asks for another learning rate, does anything change?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__betas_always_the_usual(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """If the caller asks for other betas, does anything change?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = 0.9 * v[key] + 0.1 * grads[key]
        new_s[key] = 0.999 * s[key] + 0.001 * grads[key] ** 2
        v_hat = new_v[key] / (1 - 0.9**t)
        s_hat = new_s[key] / (1 - 0.999**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__t_always_1(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the correction change from step to step?"""
    t = 1
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_gradient(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Second moment of what?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key]
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_size(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Second moment of what?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * np.abs(grads[key])
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_v_squared(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Second moment of what?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * new_v[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_parameter(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Second moment of what?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * value**2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_doubled_gradient(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Is twice a number its square?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] * 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_squares_the_weight_too(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What exactly is squared in your line for s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + ((1 - beta2) * grads[key]) ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_mean_square(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does every weight have an average of its own?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * np.mean(grads[key] ** 2)
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_norm(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does every weight have an average of its own?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * np.linalg.norm(grads[key])
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_matrix_product(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Is the square of a gradient taken entry by entry?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * np.dot(grads[key], grads[key])
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_of_the_deviation(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Is s about the size of the gradients, or about how far they are from their average?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * (grads[key] - new_v[key]) ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_as_a_maximum(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Is s an average or a record?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = np.maximum(beta2 * s[key], grads[key] ** 2)
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_is_a_sum(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do old squares ever fade from your s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = s[key] + grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__decay_of_s_dropped(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do old squares ever fade from your s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__decay_of_v_dropped(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do old gradients ever fade from your v?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__v_is_a_sum(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do old gradients ever fade from your v?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = v[key] + grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__weight_of_v_missing(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What do the two weights of an average add up to, in v?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__weight_of_s_missing(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What do the two weights of an average add up to, in s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__both_weights_missing(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What do the two weights of an average add up to, in v and in s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + grads[key]
        new_s[key] = beta2 * s[key] + grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__weights_swapped_in_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Old or new: which one gets the larger weight in v?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = (1 - beta1) * v[key] + beta1 * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__weights_swapped_in_s(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Old or new: which one gets the larger weight in s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = (1 - beta2) * s[key] + beta2 * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__v_forgets(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the old v have any influence on the new one?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_forgets(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the old s have any influence on the new one?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__betas_exchanged(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which one is 0.999?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta2 * v[key] + (1 - beta2) * grads[key]
        new_s[key] = beta1 * s[key] + (1 - beta1) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta2**t)
        s_hat = new_s[key] / (1 - beta1**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__beta1_in_s(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which beta belongs to s, in all of its places?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta1 * s[key] + (1 - beta1) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__beta1_in_the_new_part_of_s(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which beta belongs to s, in all of its places?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta1) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__beta2_in_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which beta belongs to v, in all of its places?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta2 * v[key] + (1 - beta2) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__s_carries_v_on(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Did a name survive a copy and paste in the line for s?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * v[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = np.abs(new_s[key]) / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__v_carries_s_on(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Did a name survive a copy and paste in the line for v?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * s[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__uphill(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Which way does the cost fall?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value + learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__v_uphill(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does v point along the gradients or against them, and which does the text say?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] - (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value + learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__step_by_the_gradient(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does v have any influence on where the parameters go?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * grads[key] / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__step_by_v_alone(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does s have any influence on where the parameters go?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        moved[name] = value - learning_rate * v_hat
    return moved, new_v, new_s


def update_parameters_with_adam__sign_of_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does s have any influence on where the parameters go?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        moved[name] = value - learning_rate * np.sign(v_hat)
    return moved, new_v, new_s


def update_parameters_with_adam__division_upside_down(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """A weight whose gradients are always large: should its step become longer or shorter?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat * (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__step_alone(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """From which number does the step lead away?"""
    moved, new_v, new_s = {}, {}, {}
    for name in parameters:
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = -learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__whole_place_divided(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What exactly is divided by the root?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = (value - learning_rate * v_hat) / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__rate_fades(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Does the formula say that the learning rate changes from step to step?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate / np.sqrt(t) * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__nadam(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Which of the formulas on the page says how far to look ahead?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * (beta1 * v_hat + (1 - beta1) * grads[key] / (1 - beta1**t)) / (
            np.sqrt(s_hat) + epsilon
        )
    return moved, new_v, new_s


def update_parameters_with_adam__amsgrad(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Is s an average or a record?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = np.maximum(new_s[key], s[key]) / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__weight_decay(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Without any gradient at all, do your parameters stay?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * (v_hat / (np.sqrt(s_hat) + epsilon) + 0.01 * value)
    return moved, new_v, new_s


def update_parameters_with_adam__returns_corrected_moments(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What do you return, with or without hats?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return (
        moved,
        {key: x / (1 - beta1**t) for key, x in new_v.items()},
        {key: x / (1 - beta2**t) for key, x in new_s.items()},
    )


def update_parameters_with_adam__returns_corrected_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What do you return, with or without hats?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, {key: x / (1 - beta1**t) for key, x in new_v.items()}, new_s


def update_parameters_with_adam__returns_corrected_s(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What do you return, with or without hats?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, {key: x / (1 - beta2**t) for key, x in new_s.items()}


def update_parameters_with_adam__returns_the_old_state(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What has to be handed on to the next step?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, v, s


def update_parameters_with_adam__returns_the_old_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What has to be handed on to the next step?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, v, new_s


def update_parameters_with_adam__returns_the_old_s(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What has to be handed on to the next step?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, s


def update_parameters_with_adam__returns_the_old_parameters(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Which dictionary gets your result, and which one do you return?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return parameters, new_v, new_s


def update_parameters_with_adam__s_before_v(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """In which order does the caller expect the three answers?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_s, new_v


def update_parameters_with_adam__parameters_last(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """In which order does the caller expect the three answers?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return new_v, new_s, moved


def update_parameters_with_adam__parameters_only(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """How many answers does the caller expect?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved


def update_parameters_with_adam__s_not_returned(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """How many answers does the caller expect?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v


def update_parameters_with_adam__no_return(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """What does the caller get back?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)


def update_parameters_with_adam__returns_in_the_loop(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """How often does the loop run before the function ends?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
        return moved, new_v, new_s
    return moved, new_v, new_s


def update_parameters_with_adam__moments_under_other_names(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Under which names will the next step look up the averages?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, {key[1:]: x for key, x in new_v.items()}, {key[1:]: x for key, x in new_s.items()}


def update_parameters_with_adam__biases_by_plain_descent(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do the biases have averages of their own, and do they use them?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
        if name.startswith("b"):
            moved[name] = value - learning_rate * grads[key]
    return moved, new_v, new_s


def update_parameters_with_adam__biases_stay(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Do the biases move, too?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
        if name.startswith("b"):
            moved[name] = value.copy()
    return moved, new_v, new_s


def update_parameters_with_adam__biases_uncorrected(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Are the averages of the biases repaired, like those of the weights?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
        if name.startswith("b"):
            moved[name] = value - learning_rate * new_v[key] / (np.sqrt(new_s[key]) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__bias_s_of_the_gradient(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Did a square get lost in a copy and paste?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** (2 if name.startswith("W") else 1)
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return moved, new_v, new_s


def update_parameters_with_adam__last_layer_stays(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """For a network of two layers, which layers does your loop visit?"""
    moved, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        moved[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
        if name[1:] == str(len(parameters) // 2):
            moved[name], new_v[key], new_s[key] = value.copy(), v[key], s[key]
    return moved, new_v, new_s


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


# --- exponential_decay ------------------------------------------------------------------------------------------------


def exponential_decay__k_to_the_power_t(learning_rate0, k, t):
    """What are exp(-k t) and your expression at t = 0 and at t = 1?"""
    return learning_rate0 * k**t


def exponential_decay__grows(learning_rate0, k, t):
    """Should the rate rise or fall from epoch to epoch?"""
    return learning_rate0 * np.exp(k * t)


def exponential_decay__precedence(learning_rate0, k, t):
    """What exactly stands in your exponent, and what beside it?"""
    return learning_rate0 * np.e**-k * t


def exponential_decay__exp_times_t(learning_rate0, k, t):
    """What exactly stands in your exponent, and what beside it?"""
    return learning_rate0 * np.exp(-k) * t


def exponential_decay__one_over_one_plus_kt(learning_rate0, k, t):
    """At k t = 1, is the rate divided by 2 or by e?"""
    return learning_rate0 / (1 + k * t)


def exponential_decay__linear(learning_rate0, k, t):
    """At k t = 2, what is left of the rate, and can it ever be negative?"""
    return learning_rate0 * (1 - k * t)


def exponential_decay__subtracts(learning_rate0, k, t):
    """Is the rate divided by a factor, or is something taken away from it?"""
    return learning_rate0 - k * t


def exponential_decay__subtracts_an_exponential(learning_rate0, k, t):
    """Is the rate divided by a factor, or is something taken away from it?"""
    return learning_rate0 - np.exp(-k * t)


def exponential_decay__linear_with_a_floor(learning_rate0, k, t):
    """At k t = 2, what is left of the rate, and can it ever be negative?"""
    return max(learning_rate0 * (1 - k * t), 0.0)


def exponential_decay__compound(learning_rate0, k, t):
    """Is one minus k the same as exp(-k)?"""
    return learning_rate0 * (1 - k) ** t


def exponential_decay__k_divided_by_t(learning_rate0, k, t):
    """What does your exponent do as t grows?"""
    return learning_rate0 * np.exp(-k / max(t, 1e-12))


def exponential_decay__t_divided_by_k(learning_rate0, k, t):
    """If k doubles, does the rate fall faster or more slowly?"""
    return learning_rate0 * np.exp(-t / k)


def exponential_decay__ignores_k(learning_rate0, k, t):
    """If the caller asks for another k, does anything change?"""
    return learning_rate0 * np.exp(-t)


def exponential_decay__k_always_01(learning_rate0, k, t):
    """If the caller asks for another k, does anything change?"""
    return learning_rate0 * np.exp(-0.1 * t)


def exponential_decay__factor_095(learning_rate0, k, t):
    """If the caller asks for another k, does anything change?"""
    return learning_rate0 * 0.95**t


def exponential_decay__ignores_t(learning_rate0, k, t):
    """Does your rate change from epoch to epoch?"""
    return learning_rate0 * np.exp(-k)


def exponential_decay__constant(learning_rate0, k, t):
    """Does your rate change from epoch to epoch?"""
    return learning_rate0


def exponential_decay__ignores_the_start(learning_rate0, k, t):
    """What should the rate be in epoch 0?"""
    return np.exp(-k * t)


def exponential_decay__start_added(learning_rate0, k, t):
    """What should the rate be in epoch 0?"""
    return learning_rate0 + np.exp(-k * t)


def exponential_decay__start_in_the_exponent(learning_rate0, k, t):
    """Does the rate to begin with decide how fast the rate falls?"""
    return np.exp(-k * t * learning_rate0)


def exponential_decay__start_and_in_the_exponent(learning_rate0, k, t):
    """Does the rate to begin with decide how fast the rate falls?"""
    return learning_rate0 * np.exp(-k * t * learning_rate0)


def exponential_decay__base_2(learning_rate0, k, t):
    """To which base is the exponential?"""
    return learning_rate0 * 2.0 ** (-k * t)


def exponential_decay__base_10(learning_rate0, k, t):
    """To which base is the exponential?"""
    return learning_rate0 * 10.0 ** (-k * t)


def exponential_decay__base_27(learning_rate0, k, t):
    """How exactly do you know e?"""
    return learning_rate0 * 2.71 ** (-k * t)


def exponential_decay__t_squared(learning_rate0, k, t):
    """What should happen from epoch 1 to epoch 2, compared with epoch 0 to 1?"""
    return learning_rate0 * np.exp(-k * t**2)


def exponential_decay__root_of_t(learning_rate0, k, t):
    """What should happen from epoch 1 to epoch 2, compared with epoch 0 to 1?"""
    return learning_rate0 * np.exp(-k * t**0.5)


def exponential_decay__half_the_exponent(learning_rate0, k, t):
    """How much is left after one half-life?"""
    return learning_rate0 * np.exp(-k * t / 2)


def exponential_decay__t_from_1(learning_rate0, k, t):
    """How much has decayed before the first epoch?"""
    return learning_rate0 * np.exp(-k * (t + 1))


def exponential_decay__t_minus_1(learning_rate0, k, t):
    """How much has decayed before the first epoch?"""
    return learning_rate0 * np.exp(-k * (t - 1))


def exponential_decay__sum_in_the_exponent(learning_rate0, k, t):
    """With k = 0, does your rate stay?"""
    return learning_rate0 * np.exp(-(k + t))


def exponential_decay__minus_k_plus_t(learning_rate0, k, t):
    """With k = 0, does your rate stay?"""
    return learning_rate0 * np.exp(-k + t)


def exponential_decay__root_of_the_epoch(learning_rate0, k, t):
    """Is your curve an exponential?"""
    return learning_rate0 / np.sqrt(1 + k * t)


def exponential_decay__power_law(learning_rate0, k, t):
    """Is your curve an exponential?"""
    return learning_rate0 * (1 + t) ** -k


def exponential_decay__expm1(learning_rate0, k, t):
    """What should the rate be in epoch 0?"""
    return learning_rate0 * -np.expm1(-k * t)


def exponential_decay__divided_by_exp_of_minus(learning_rate0, k, t):
    """Should the rate rise or fall from epoch to epoch?"""
    return learning_rate0 / np.exp(-k * t)


def exponential_decay__log_for_exp(learning_rate0, k, t):
    """Which function undoes a logarithm, and which one is a logarithm?"""
    return learning_rate0 * np.log1p(k * t)


def exponential_decay__floor_of_the_rate(learning_rate0, k, t):
    """Does the formula have a lowest rate?"""
    return max(learning_rate0 * np.exp(-k * t), 1e-3)


def exponential_decay__rounded(learning_rate0, k, t):
    """How many digits of a small rate survive in yours?"""
    return round(learning_rate0 * float(np.exp(-k * t)), 4)


def exponential_decay__whole_number(learning_rate0, k, t):
    """Can a rate be a whole number?"""
    return int(learning_rate0 * float(np.exp(-k * t)))


def exponential_decay__start_as_a_whole_number(learning_rate0, k, t):
    """Can a rate be a whole number?"""
    return int(learning_rate0) * float(np.exp(-k * t))


def exponential_decay__staircase(learning_rate0, k, t):
    """Does the rate change in every epoch?"""
    return learning_rate0 * np.exp(-k * (t // 10) * 10)


def exponential_decay__whole_epochs(learning_rate0, k, t):
    """What is the rate in the middle of an epoch?"""
    return learning_rate0 * np.exp(-k * int(t))


def exponential_decay__overflows(learning_rate0, k, t):
    """What number does your code compute on the way after a very long training?"""
    import math

    return learning_rate0 / math.exp(k * t)


def exponential_decay__list_of_rates(learning_rate0, k, t):
    """One rate, or one for each epoch: what does the caller ask for?"""
    return [learning_rate0 * float(np.exp(-k * i)) for i in range(int(t) + 1)]


def exponential_decay__array_of_one(learning_rate0, k, t):
    """One number, or an array: what does the caller ask for?"""
    return np.array([learning_rate0 * np.exp(-k * t)])


def exponential_decay__prints(learning_rate0, k, t):
    """What does the caller get back?"""
    print(learning_rate0 * np.exp(-k * t))


def exponential_decay__start_and_k_exchanged(learning_rate0, k, t):
    """In which order do the settings stand in the function's first line?"""
    return k * np.exp(-learning_rate0 * t)
