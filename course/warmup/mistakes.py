"""Known wrong implementations of the warm-up exercises; each docstring is the hint; trusted side."""

import numpy as np

# --- as_row ----------------------------------------------------------------------------------------------------------


def as_row__transposes(y):
    """What does transposing do to an array that has only one axis?"""
    return y.T.astype(float)


def as_row__makes_a_column(y):
    """Which number of the shape is 1: the first or the second?"""
    return y.reshape(-1, 1).astype(float)


def as_row__stays_flat(y):
    """Count the brackets of your answer: how many axes has it?"""
    return y.flatten().astype(float)


def as_row__keeps_whole_numbers(y):
    """Which dtype has your answer when the labels were whole numbers?"""
    return y.reshape(1, -1)


def as_row__adds_an_axis_to_everything(y):
    """How many axes has your answer when the labels came as a column?"""
    return y[np.newaxis, :].astype(float)


def as_row__reshapes_in_place(y):
    """Has the array of labels still its old shape after the call?"""
    y.shape = (1, y.size)
    return y.astype(float)


def as_row__sorts(y):
    """Is the first label still the first?"""
    return np.sort(y.reshape(1, -1)).astype(float)


def as_row__only_distinct_labels(y):
    """Has every example still its own label?"""
    return np.unique(y).reshape(1, -1).astype(float)


def as_row__truth_values(y):
    """Can a label be larger than 1, and what becomes of it in your answer?"""
    return (y.reshape(1, -1) > 0).astype(float)


def as_row__reverses(y):
    """Is the first label still the first?"""
    return y.reshape(1, -1)[:, ::-1].astype(float)


def as_row__no_return(y):
    """Your function works the answer out: what does it hand back to the caller?"""
    row = y.reshape(1, -1).astype(float)
    print(row)


def as_row__list(y):
    """What type does your function return: has it a shape?"""
    return [float(label) for label in y.ravel()]


def as_row__length_three(y):
    """How many labels can the argument hold: always as many as in the example?"""
    return y.reshape(1, 3).astype(float)


# --- feature_means ---------------------------------------------------------------------------------------------------


def feature_means__over_features(X):
    """Which axis holds the examples, and which one is summed away?"""
    return np.mean(X, axis=0, keepdims=True)


def feature_means__over_features_as_a_column(X):
    """Which axis holds the examples, and which one is summed away?"""
    return np.mean(X, axis=0).reshape(-1, 1)


def feature_means__flat(X):
    """What is the shape of your answer, and does it still line up with the rows of X?"""
    return np.mean(X, axis=1)


def feature_means__a_row(X):
    """Do your means stand beside the rows of X, or above its columns?"""
    return np.mean(X, axis=1).reshape(1, -1)


def feature_means__one_mean_for_all(X):
    """How many means are wanted for four features?"""
    return np.mean(X, keepdims=True)


def feature_means__plain_sum(X):
    """If every example appeared twice, should a mean change?"""
    return np.sum(X, axis=1, keepdims=True)


def feature_means__divides_by_features(X):
    """By the number of what is the sum divided: features or examples?"""
    return np.sum(X, axis=1, keepdims=True) / X.shape[0]


def feature_means__divides_by_all_entries(X):
    """How many numbers are added up for one feature?"""
    return np.sum(X, axis=1, keepdims=True) / X.size


def feature_means__one_fewer(X):
    """How many examples are there: m, or one fewer?"""
    return np.sum(X, axis=1, keepdims=True) / max(X.shape[1] - 1, 1)


def feature_means__whole_division(X):
    """What becomes of the part behind the decimal point?"""
    return np.sum(X, axis=1, keepdims=True) // X.shape[1]


def feature_means__median(X):
    """Is the middle one of the numbers wanted, or their average?"""
    return np.median(X, axis=1, keepdims=True)


def feature_means__middle_of_the_range(X):
    """Do the numbers between the smallest and the largest matter to your answer?"""
    return (np.max(X, axis=1, keepdims=True) + np.min(X, axis=1, keepdims=True)) / 2


def feature_means__absolute_values(X):
    """Can a mean be negative?"""
    return np.mean(np.abs(X), axis=1, keepdims=True)


def feature_means__repeated_for_each_example(X):
    """How often is each mean wanted?"""
    return np.mean(X, axis=1, keepdims=True) * np.ones_like(X)


def feature_means__first_example(X):
    """Which of the examples take part in your means?"""
    return X[:, :1].copy()


def feature_means__last_example_forgotten(X):
    """Does your sum reach the last example?"""
    return np.sum(X[:, :-1], axis=1, keepdims=True) / X.shape[1]


def feature_means__in_place(X):
    """Is X still the same after the call?"""
    X /= X.shape[1]
    return np.sum(X, axis=1, keepdims=True)


def feature_means__no_return(X):
    """Your function works the answer out: what does it hand back to the caller?"""
    means = np.mean(X, axis=1, keepdims=True)
    print(means)


# --- add_bias --------------------------------------------------------------------------------------------------------


def add_bias__trusts_broadcasting(Z, b):
    """When there are as many examples as neurons, which axis does a flat b line up with?"""
    return Z + b


def add_bias__transposed(Z, b):
    """Does each neuron get its own bias, or does each example?"""
    return Z + b.T


def add_bias__as_a_row(Z, b):
    """Does each neuron get its own bias, or does each example?"""
    return Z + b.reshape(1, -1)


def add_bias__in_place(Z, b):
    """Is Z still the same after the call?"""
    Z += b.reshape(-1, 1)
    return Z


def add_bias__reshapes_b_in_place(Z, b):
    """Has b still its old shape after the call?"""
    b.shape = (b.size, 1)
    return Z + b


def add_bias__multiplies(Z, b):
    """What should a bias of zero do?"""
    return Z * b.reshape(-1, 1)


def add_bias__subtracts(Z, b):
    """Does a positive bias make a row larger or smaller?"""
    return Z - b.reshape(-1, 1)


def add_bias__first_bias_for_all(Z, b):
    """Which bias does the second row get?"""
    return Z + b.flatten()[0]


def add_bias__all_biases_for_all(Z, b):
    """How many biases does one row get?"""
    return Z + np.sum(b)


def add_bias__mean_bias(Z, b):
    """Has every neuron a bias of its own in your answer?"""
    return Z + np.mean(b)


def add_bias__column_only(Z, b):
    """Which shapes may b have, and does your function take both?"""
    return Z + b[:, [0]]


def add_bias__first_example_only(Z, b):
    """Which of the examples get the bias?"""
    out = Z.copy()
    out[:, 0] += b.flatten()
    return out


def add_bias__extra_column(Z, b):
    """Has the answer as many columns as Z?"""
    return np.hstack([Z, b.reshape(-1, 1)])


def add_bias__twice(Z, b):
    """What should be left when you take Z away from the answer?"""
    return Z + b.reshape(-1, 1) + b.reshape(-1, 1)


def add_bias__only_the_bias(Z, b):
    """What happens to Z in your answer?"""
    return b.reshape(-1, 1) * np.ones_like(Z)


def add_bias__reversed_biases(Z, b):
    """Which bias does the first row get?"""
    return Z + b.reshape(-1, 1)[::-1]


def add_bias__no_return(Z, b):
    """Your function works the answer out: what does it hand back to the caller?"""
    Z = Z + b.reshape(-1, 1)
    print(Z)


# --- clipped_copy ----------------------------------------------------------------------------------------------------


def clipped_copy__second_name(A, low, high):
    """Does the array whose numbers you change belong to you, or to the caller?"""
    B = A
    B[B < low] = low
    B[B > high] = high
    return B


def clipped_copy__slice(A, low, high):
    """Does the array whose numbers you change belong to you, or to the caller?"""
    B = A[:]
    np.clip(B, low, high, out=B)
    return B


def clipped_copy__copies_too_late(A, low, high):
    """Does the array whose numbers you change belong to you, or to the caller?"""
    A[A < low] = low
    A[A > high] = high
    return A.copy()


def clipped_copy__upper_limit_forgotten(A, low, high):
    """What happens to a number above the interval?"""
    return np.maximum(A, low)


def clipped_copy__lower_limit_forgotten(A, low, high):
    """When your function is done, what has become of a number below the interval?"""
    return np.minimum(A, high)


def clipped_copy__limits_swapped(A, low, high):
    """Which limit does a very large number run into?"""
    return np.where(A < low, high, np.where(A > high, low, A))


def clipped_copy__zero_outside(A, low, high):
    """What becomes of a number outside the interval: nothing, or the nearest limit?"""
    return np.where((A < low) | (A > high), 0.0, A)


def clipped_copy__nan_outside(A, low, high):
    """What becomes of a number outside the interval, and can one do arithmetic with it?"""
    return np.where((A < low) | (A > high), np.nan, A)


def clipped_copy__drops_the_outside(A, low, high):
    """Has every number of A still its place in the answer?"""
    return A[(A >= low) & (A <= high)]


def clipped_copy__stretches_to_the_interval(A, low, high):
    """What should happen to a number that already lies inside the interval?"""
    span = np.max(A) - np.min(A)
    return low + (high - low) * (A - np.min(A)) / (span if span > 0 else 1.0)


def clipped_copy__from_zero_to_one(A, low, high):
    """If the caller asks for other limits, what changes in your function?"""
    return np.clip(A, 0.0, 1.0)


def clipped_copy__symmetric_limits(A, low, high):
    """Need the two limits be equally far from zero?"""
    return np.clip(A, -high, high) if high > 0 else np.clip(A, low, -low)


def clipped_copy__mask(A, low, high):
    """Are truth values wanted, or numbers?"""
    return (A >= low) & (A <= high)


def clipped_copy__only_the_first_row(A, low, high):
    """Which rows does your function look at?"""
    B = A.copy()
    B[0] = np.clip(A[0], low, high)
    return B


def clipped_copy__whole_numbers(A, low, high):
    """What becomes of the part behind the decimal point?"""
    return np.clip(A, low, high).astype(int)


def clipped_copy__absolute_values(A, low, high):
    """What happens to the sign of a number inside the interval?"""
    return np.clip(np.abs(A), low, high)


def clipped_copy__overwritten_by_the_second_mask(A, low, high):
    """When your function is done, what has become of a number below the interval?"""
    B = np.where(A < low, low, A)
    B = np.where(A > high, high, A)
    return B


def clipped_copy__no_return(A, low, high):
    """Your function works the answer out: what does it hand back to the caller?"""
    B = np.clip(A, low, high)
    print(B)


# --- standardize -----------------------------------------------------------------------------------------------------


def standardize__divides_by_zero(X):
    """What is the standard deviation of a feature that never varies, and what is 0 / 0?"""
    return (X - np.mean(X, axis=1, keepdims=True)) / np.std(X, axis=1, keepdims=True)


def standardize__over_features(X):
    """Is each feature described by its own mean, or is each example?"""
    spread = np.std(X, axis=0, keepdims=True)
    return (X - np.mean(X, axis=0, keepdims=True)) / np.where(spread == 0, 1.0, spread)


def standardize__one_scale_for_all(X):
    """How many means and how many standard deviations do you use for three features?"""
    spread = np.std(X)
    return (X - np.mean(X)) / (spread if spread > 0 else 1.0)


def standardize__one_spread_for_all(X):
    """Each feature has its own mean in your code: and its own standard deviation?"""
    spread = np.std(X)
    return (X - np.mean(X, axis=1, keepdims=True)) / (spread if spread > 0 else 1.0)


def standardize__no_keepdims(X):
    """What shapes have your means, and which axis of X do they line up with?"""
    spread = np.std(X, axis=1)
    return (X - np.mean(X, axis=1)) / np.where(spread == 0, 1.0, spread)


def standardize__variance(X):
    """Which of the two has the same unit as the feature: the variance or its root?"""
    spread = np.var(X, axis=1, keepdims=True)
    return (X - np.mean(X, axis=1, keepdims=True)) / np.where(spread == 0, 1.0, spread)


def standardize__one_fewer(X):
    """By how many examples is the sum of squares divided: m, or one fewer?"""
    m = X.shape[1]
    centred = X - np.mean(X, axis=1, keepdims=True)
    spread = np.sqrt(np.sum(centred**2, axis=1, keepdims=True) / max(m - 1, 1))
    return centred / np.where(spread == 0, 1.0, spread)


def standardize__sum_of_squares(X):
    """If every example appeared twice, should the spread of a feature change?"""
    centred = X - np.mean(X, axis=1, keepdims=True)
    spread = np.sqrt(np.sum(centred**2, axis=1, keepdims=True))
    return centred / np.where(spread == 0, 1.0, spread)


def standardize__spread_about_zero(X):
    """Around which number is the spread of a feature measured?"""
    spread = np.sqrt(np.mean(X**2, axis=1, keepdims=True))
    return (X - np.mean(X, axis=1, keepdims=True)) / np.where(spread == 0, 1.0, spread)


def standardize__missing_parentheses(X):
    """In which order does Python subtract and divide?"""
    spread = np.std(X, axis=1, keepdims=True)
    return X - np.mean(X, axis=1, keepdims=True) / np.where(spread == 0, 1.0, spread)


def standardize__only_centred(X):
    """Afterwards, which standard deviation has each feature?"""
    return X - np.mean(X, axis=1, keepdims=True)


def standardize__only_scaled(X):
    """Afterwards, which mean has each feature?"""
    spread = np.std(X, axis=1, keepdims=True)
    return np.where(spread == 0, 0.0, X / np.where(spread == 0, 1.0, spread))


def standardize__multiplies(X):
    """Should a feature that varies a lot be stretched or squeezed?"""
    return (X - np.mean(X, axis=1, keepdims=True)) * np.std(X, axis=1, keepdims=True)


def standardize__zero_to_one(X):
    """Is it the range of a feature that should be 1, or its standard deviation?"""
    low = np.min(X, axis=1, keepdims=True)
    span = np.max(X, axis=1, keepdims=True) - low
    return (X - low) / np.where(span == 0, 1.0, span)


def standardize__divides_by_the_range(X):
    """Is it the range of a feature that you divide by, or its standard deviation?"""
    span = np.max(X, axis=1, keepdims=True) - np.min(X, axis=1, keepdims=True)
    return (X - np.mean(X, axis=1, keepdims=True)) / np.where(span == 0, 1.0, span)


def standardize__large_epsilon(X):
    """How large is the number that you add to the standard deviation, compared with it?"""
    return (X - np.mean(X, axis=1, keepdims=True)) / (np.std(X, axis=1, keepdims=True) + 0.1)


def standardize__epsilon_times_ten(X):
    """Adds your function something to every standard deviation, even where there is no danger?"""
    return (X - np.mean(X, axis=1, keepdims=True)) / (np.std(X, axis=1, keepdims=True) + 1.0)


def standardize__in_place(X):
    """Is X still the same after the call?"""
    X -= np.mean(X, axis=1, keepdims=True)
    spread = np.std(X, axis=1, keepdims=True)
    X /= np.where(spread == 0, 1.0, spread)
    return X


def standardize__ones_for_constants(X):
    """What should a feature become that carries no information?"""
    spread = np.std(X, axis=1, keepdims=True)
    centred = X - np.mean(X, axis=1, keepdims=True)
    return np.where(spread == 0, 1.0, centred / np.where(spread == 0, 1.0, spread))


def standardize__constants_left_as_they_are(X):
    """What should a feature become that carries no information?"""
    spread = np.std(X, axis=1, keepdims=True)
    centred = X - np.mean(X, axis=1, keepdims=True)
    return np.where(spread == 0, X, centred / np.where(spread == 0, 1.0, spread))


def standardize__drops_constants(X):
    """Has the answer as many rows as X?"""
    X = X[np.std(X, axis=1) > 0]
    return (X - np.mean(X, axis=1, keepdims=True)) / np.std(X, axis=1, keepdims=True)


def standardize__wrong_sign(X):
    """Is the largest value of a feature still the largest afterwards?"""
    spread = np.std(X, axis=1, keepdims=True)
    return (np.mean(X, axis=1, keepdims=True) - X) / np.where(spread == 0, 1.0, spread)


def standardize__median(X):
    """Which number is taken away from each feature: the middle one or the average?"""
    spread = np.std(X, axis=1, keepdims=True)
    return (X - np.median(X, axis=1, keepdims=True)) / np.where(spread == 0, 1.0, spread)


def standardize__no_return(X):
    """Your function works the answer out: what does it hand back to the caller?"""
    spread = np.std(X, axis=1, keepdims=True)
    result = (X - np.mean(X, axis=1, keepdims=True)) / np.where(spread == 0, 1.0, spread)
    print(result)
