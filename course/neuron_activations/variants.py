"""Known right implementations of the activation exercises in other styles; trusted side."""

import numpy as np

# --- sigmoid ---------------------------------------------------------------------------------------------------------


def sigmoid__one_fraction(z):
    """The one fraction of the textbook: it overflows to infinity for very negative z, and 1 / infinity is right."""
    return 1 / (1 + np.exp(-z))


def sigmoid__power_of_e(z):
    """Raises the constant e to a power."""
    return 1 / (1 + np.e ** (-z))


def sigmoid__clipped(z):
    """Clips a copy of the argument at 500, where the curve has long been flat."""
    safe = np.clip(z, -500, 500)
    return np.reciprocal(1.0 + np.exp(np.negative(safe)))


def sigmoid__through_tanh(z):
    """Uses the identity with tanh of half the argument."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def sigmoid__log_domain(z):
    """Works in the log domain."""
    return np.exp(-np.logaddexp(0, -z))


def sigmoid__boolean_masks(z):
    """Fills an empty array through two boolean masks."""
    out = np.empty_like(z)
    pos = z >= 0
    out[pos] = 1 / (1 + np.exp(-z[pos]))
    e = np.exp(z[~pos])
    out[~pos] = e / (1 + e)
    return out


def sigmoid__math_in_loops(z):
    """Goes through the entries with math.exp and an if."""
    import math

    out = np.zeros(z.shape)
    for index, value in np.ndenumerate(z):
        if value >= 0:
            out[index] = 1.0 / (1.0 + math.exp(-value))
        else:
            power = math.exp(value)
            out[index] = power / (1.0 + power)
    return out


def sigmoid__rows_and_columns(z):
    """Two nested loops over rows and columns."""
    n, m = z.shape
    a = np.zeros((n, m))
    for i in range(n):
        for j in range(m):
            a[i][j] = 1.0 / (1.0 + np.exp(-z[i][j]))
    return a


def sigmoid__vectorized_function(z):
    """Wraps a nested scalar helper in np.vectorize."""

    def one(value):
        return 1.0 / (1.0 + np.exp(-value)) if value > 0 else 1.0 - 1.0 / (1.0 + np.exp(value))

    return np.vectorize(one, otypes=[float])(z)


def sigmoid__list_then_array(z):
    """Builds nested lists and turns them into an array at the end."""
    return np.array([[1 / (1 + np.exp(-v)) for v in row] for row in z])


def sigmoid__asserts_and_prints(z):
    """Asserts what it expects and prints what it sees."""
    assert isinstance(z, np.ndarray), "z must be an array"
    print("sigmoid of", z.shape)
    result = 1.0 / (1.0 + np.exp(-z))
    assert result.shape == z.shape
    return result


def sigmoid__warns(z):
    """Writes a warning to stderr on every call."""
    import warnings

    warnings.warn("this may overflow", stacklevel=2)
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid__silences_overflow(z):
    """Silences overflow while it computes."""
    with np.errstate(over="ignore"):
        return np.divide(1, np.add(1, np.exp(-z)))


def sigmoid__seeds_inside(z):
    """Seeds the global generator for no reason."""
    np.random.seed(1)
    z = np.asarray(z, dtype=np.float64)
    return np.power(1 + np.exp(-z), -1)


def sigmoid__piecewise(z):
    """Uses np.piecewise with two lambdas."""
    return np.piecewise(z, [z >= 0, z < 0], [lambda v: 1 / (1 + np.exp(-v)), lambda v: np.exp(v) / (1 + np.exp(v))])


def sigmoid__extra_argument(z, verbose=False):
    """Has a further optional argument and type conversions."""
    if verbose:
        print(z)
    return 1.0 / (1.0 + np.exp(-1.0 * np.array(z, copy=True)))


def sigmoid__own_copy_in_place(z):
    """Works in place on a copy of its own."""
    a = np.copy(z)
    a *= -1
    np.exp(a, out=a)
    a += 1
    return 1 / a


def sigmoid__restores_the_argument(z):
    """Mutates its argument: it flips the sign in place and does not flip it back."""
    np.negative(z, out=z)
    return 1 / (1 + np.exp(z))


# --- sigmoid_derivative ----------------------------------------------------------------------------------------------


def sigmoid_derivative__without_sigmoid(z):
    """Computes the sigmoid once more by itself."""
    a = 1 / (1 + np.exp(-z))
    return a * (1 - a)


def sigmoid_derivative__difference_of_squares(z):
    """Uses s minus s squared."""
    s = sigmoid(z)
    return s - s**2


def sigmoid_derivative__both_signs(z):
    """Multiplies the sigmoids of z and of -z."""
    return sigmoid(z) * sigmoid(-z)


def sigmoid_derivative__exponentials(z):
    """Uses the quotient of exponentials, in the absolute value of z."""
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2


def sigmoid_derivative__hyperbolic(z):
    """Uses the slope of tanh at half the argument."""
    return 0.25 * (1 - np.tanh(z / 2) ** 2)


def sigmoid_derivative__numerical(z):
    """Differences the sigmoid numerically."""
    h = 1e-5
    return (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)


def sigmoid_derivative__einsum(z):
    """Multiplies with einsum."""
    s = sigmoid(z)
    return np.einsum("ij,ij->ij", s, 1 - s)


def sigmoid_derivative__loops(z):
    """Goes through the flat entries in a loop and reshapes."""
    s = [float(v) for v in sigmoid(z).flatten()]
    return np.array([v * (1 - v) for v in s]).reshape(z.shape)


def sigmoid_derivative__in_place_on_own_array(z):
    """Multiplies in place, on its own array."""
    s = sigmoid(z)
    s *= 1 - s
    return s


# --- tanh_derivative -------------------------------------------------------------------------------------------------


def tanh_derivative__np_square(z):
    """Uses NumPy's functions for every operation."""
    return np.subtract(1, np.square(np.tanh(z)))


def tanh_derivative__np_power(z):
    """Raises to a power with np.power."""
    a = np.tanh(z)
    return 1 - np.power(a, 2)


def tanh_derivative__two_factors(z):
    """Uses the product of two factors."""
    t = np.tanh(z)
    return (1 - t) * (1 + t)


def tanh_derivative__cosh(z):
    """Uses the hyperbolic cosine, which overflows to infinity without harm."""
    return 1 / np.cosh(z) ** 2


def tanh_derivative__through_sigmoid(z):
    """Uses the slope of sigmoid at twice the argument."""
    return 4 * sigmoid_derivative(2 * z)


def tanh_derivative__math_in_loops(z):
    """Goes through the entries with math.tanh and math.pow."""
    import math

    out = np.ones_like(z)
    for i in range(z.shape[0]):
        for j in range(z.shape[1]):
            out[i, j] -= math.pow(math.tanh(z[i, j]), 2)
    return out


def tanh_derivative__complex_step(z):
    """Uses a complex step instead of a formula."""
    small = np.clip(z, -100.0, 100.0)
    return np.imag(np.tanh(small + 1e-30j)) / 1e-30


def tanh_derivative__numerical(z):
    """Differences tanh numerically."""
    return (np.tanh(z + 1e-5) - np.tanh(z - 1e-5)) / 2e-5


def tanh_derivative__ones_like(z):
    """Starts from an array of ones."""
    a = np.tanh(z)
    print(a.min(), a.max())
    return np.ones_like(a) - a * a


# --- relu ------------------------------------------------------------------------------------------------------------


def relu__times_mask(z):
    """Multiplies by a boolean mask."""
    return z * (z > 0)


def relu__where(z):
    """Chooses with np.where."""
    return np.where(z < 0, 0, z)


def relu__half_sum(z):
    """Takes half the sum of z and its absolute value."""
    return (z + np.abs(z)) / 2


def relu__clip(z):
    """Clips from below."""
    return np.clip(z, 0, None)


def relu__fmax(z):
    """Compares with an array of zeros."""
    return np.fmax(z, np.zeros_like(z))


def relu__masked_copy(z):
    """Sets entries of a copy to zero."""
    a = z.copy()
    a[a < 0] = 0
    return a


def relu__loops(z):
    """Two nested loops with Python's max."""
    a = np.empty(z.shape)
    for i in range(len(z)):
        for j in range(len(z[i])):
            a[i, j] = max(0, z[i, j])
    return a


def relu__list_comprehension(z):
    """Builds nested lists and turns them into an array of floats."""
    return np.array([[v if v > 0 else 0 for v in row] for row in z], dtype=float)


def relu__deepcopy(z):
    """Works on a deep copy, with putmask."""
    import copy

    a = copy.deepcopy(z)
    np.putmask(a, a <= 0, 0.0)
    return a


def relu__largest_of_two_stacked(z):
    """Stacks zeros on z and takes the largest along the new axis."""
    return np.max(np.stack([np.zeros(z.shape), z]), axis=0)


def relu__in_place(z):
    """Mutates its argument: the negative entries are set to zero in place."""
    z[z < 0] = 0
    return z


# --- relu_derivative -------------------------------------------------------------------------------------------------


def relu_derivative__integers(z):
    """Returns whole numbers."""
    return (z > 0).astype(int)


def relu_derivative__one_at_the_kink(z):
    """Uses slope 1 at zero."""
    return np.where(z >= 0, 1.0, 0.0)


def relu_derivative__heaviside(z):
    """Uses the step function of NumPy, with one half at zero."""
    return np.heaviside(z, 0.5)


def relu_derivative__times_one(z):
    """Multiplies the mask by 1."""
    return 1 * (z > 0)


def relu_derivative__sign_of_relu(z):
    """Takes the sign of the output."""
    return np.sign(relu(z))


def relu_derivative__half_sum_of_sign(z):
    """Moves and halves the sign."""
    return (np.sign(z) + 1) / 2


def relu_derivative__two_masks(z):
    """Sets the entries of a copy through two masks of the argument."""
    d = np.array(z)
    d[z > 0] = 1
    d[z <= 0] = 0
    return d


def relu_derivative__loops(z):
    """Goes through the entries in a loop, into an array of small integers."""
    d = np.zeros(z.shape, dtype=np.int8)
    for index in np.ndindex(z.shape):
        if z[index] > 0:
            d[index] = 1
    return d


def relu_derivative__numerical(z):
    """Differences ReLU numerically."""
    h = 1e-5
    return (relu(z + h) - relu(z - h)) / (2 * h)


def relu_derivative__overwrites(z):
    """Mutates its argument: the slopes are written over it."""
    z[...] = z > 0
    return z


# --- leaky_relu ------------------------------------------------------------------------------------------------------


def leaky_relu__maximum(z, alpha=0.01):
    """Takes the larger of z and alpha z."""
    return np.maximum(alpha * z, z)


def leaky_relu__sum_of_two_parts(z, alpha=0.01):
    """Adds the positive and the negative part."""
    return np.maximum(0, z) + alpha * np.minimum(0, z)


def leaky_relu__mask_product(z, alpha=0.01):
    """Multiplies z by masks."""
    return z * (z > 0) + alpha * z * (z <= 0)


def leaky_relu__masked_copy(z, alpha=0.01):
    """Multiplies the negative entries of a copy in place."""
    a = z.copy()
    a[a < 0] *= alpha
    return a


def leaky_relu__loops(z, alpha=1e-2):
    """Goes through the entries in two nested loops, with a default written as 1e-2."""
    rows = []
    for row in z:
        new = []
        for v in row:
            new.append(v if v > 0 else alpha * v)
        rows.append(new)
    return np.asarray(rows)


def leaky_relu__absolute_value(z, alpha=0.01):
    """Mixes z and its absolute value."""
    return 0.5 * (1 + alpha) * z + 0.5 * (1 - alpha) * np.abs(z)


def leaky_relu__times_slope(z, alpha=0.01):
    """Multiplies z by its slope."""
    return z * leaky_relu_derivative(z, alpha)


def leaky_relu__select(z, alpha=0.01):
    """Uses np.select with three cases, and another name inside."""
    slope_left = alpha
    return np.select([z > 0, z < 0], [z, slope_left * z], default=0.0)


def leaky_relu__other_parameter_name(x, negative_slope=0.01):
    """Has other argument names."""
    return np.where(x >= 0, x, x * negative_slope)


def leaky_relu__in_place(z, alpha=0.01):
    """Mutates its argument: the negative entries are multiplied in place."""
    z[z < 0] *= alpha
    return z


# --- leaky_relu_derivative -------------------------------------------------------------------------------------------


def leaky_relu_derivative__one_at_the_kink(z, alpha=0.01):
    """Uses slope 1 at zero."""
    return np.where(z < 0, alpha, 1)


def leaky_relu_derivative__mask_sum(z, alpha=0.01):
    """Adds two masks."""
    return (z > 0) + alpha * (z <= 0)


def leaky_relu_derivative__filled(z, alpha=0.01):
    """Starts from an array full of alpha."""
    d = np.full(z.shape, alpha)
    d[z > 0] = 1
    return d


def leaky_relu_derivative__ones_like(z, alpha=0.01):
    """Starts from an array of ones."""
    d = np.ones_like(z)
    d[z <= 0] = alpha
    return d


def leaky_relu_derivative__mixed_sign(z, alpha=0.01):
    """Mixes the two slopes by the sign of z; at zero it returns their mean."""
    return (1 + alpha) / 2 + (1 - alpha) / 2 * np.sign(z)


def leaky_relu_derivative__clip_of_mask(z, alpha=0.01):
    """Clips the mask from below by alpha."""
    return np.maximum((z > 0).astype(np.float64), alpha)


def leaky_relu_derivative__loops(z, alpha=0.01):
    """Uses a nested helper for one number, and a loop over the flat array."""

    def slope(value):
        if value > 0:
            return 1.0
        return float(alpha)

    out = np.empty(z.size)
    for k, value in enumerate(z.ravel()):
        out[k] = slope(value)
    return out.reshape(z.shape)


def leaky_relu_derivative__through_relu(z, alpha=0.01):
    """Builds on the slope of ReLU."""
    return alpha + (1 - alpha) * relu_derivative(z)


# --- count_parameters ------------------------------------------------------------------------------------------------


def count_parameters__loop_over_layers(layer_dims):
    """Adds up layer by layer."""
    total = 0
    for l in range(1, len(layer_dims)):
        weights = layer_dims[l] * layer_dims[l - 1]
        biases = layer_dims[l]
        total += weights + biases
    return total


def count_parameters__plus_one_input(layer_dims):
    """Treats the bias as the weight of one more input."""
    return sum((n_in + 1) * n_out for n_in, n_out in zip(layer_dims, layer_dims[1:]))


def count_parameters__dot_product(layer_dims):
    """Uses a dot product, and returns a NumPy integer."""
    d = np.array(layer_dims)
    return np.dot(d[:-1] + 1, d[1:])


def count_parameters__builds_the_arrays(layer_dims):
    """Builds every W and b and adds up their sizes."""
    total = 0
    for before, after in zip(layer_dims[:-1], layer_dims[1:]):
        W = np.zeros((after, before))
        b = np.zeros((after, 1))
        total += W.size + b.size
    return total


def count_parameters__recursion(layer_dims):
    """Calls itself on the rest of the layers."""
    if len(layer_dims) < 2:
        return 0
    first, second = layer_dims[0], layer_dims[1]
    return first * second + second + count_parameters(layer_dims[1:])


def count_parameters__one_edge_at_a_time(layer_dims):
    """Counts every edge and every neuron by itself."""
    edges = neurons = 0
    for k in range(len(layer_dims) - 1):
        for _ in range(layer_dims[k + 1]):
            neurons += 1
            for _ in range(layer_dims[k]):
                edges += 1
    return edges + neurons


def count_parameters__backwards(layer_dims):
    """Goes from the last layer to the first."""
    total, k = 0, len(layer_dims) - 1
    while k > 0:
        total += layer_dims[k] * (layer_dims[k - 1] + 1)
        k -= 1
    return int(total)


def count_parameters__array_of_one_number(layer_dims):
    """Returns an array without dimensions."""
    d = np.asarray(layer_dims)
    return np.asarray(np.sum(d[1:] * d[:-1] + d[1:]))


def count_parameters__reduce(layer_dims):
    """Folds the pairs with functools.reduce."""
    from functools import reduce

    pairs = list(zip(layer_dims[:-1], layer_dims[1:]))
    return reduce(lambda total, pair: total + pair[0] * pair[1] + pair[1], pairs, 0)


def count_parameters__empties_a_copy(layer_dims):
    """Takes layer after layer from a copy of the list."""
    rest = list(layer_dims)
    total, before = 0, rest.pop(0)
    while rest:
        after = rest.pop(0)
        total += after * before + after
        before = after
    print("parameters:", total)
    return total


def count_parameters__eats_the_list(layer_dims):
    """Mutates its argument: it takes the layers out of the list."""
    total = 0
    while len(layer_dims) > 1:
        last = layer_dims.pop()
        total += last * (layer_dims[-1] + 1)
    return total
