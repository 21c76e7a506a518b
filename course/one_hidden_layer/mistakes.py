"""Known wrong implementations of the functions of `one_hidden_layer`; the docstring of each is its hint; trusted side."""

import numpy as np

# layer_sizes


def layer_sizes__counts_examples(X, Y, n_h=4):
    """Which axis of X and Y counts examples, and should more examples make a larger network?"""
    return X.shape[1], n_h, Y.shape[1]


def layer_sizes__inputs_from_columns(X, Y, n_h=4):
    """Which axis of X counts features, and which counts examples?"""
    return X.shape[1], n_h, Y.shape[0]


def layer_sizes__outputs_from_columns(X, Y, n_h=4):
    """Which axis of Y counts labels, and which counts examples?"""
    return X.shape[0], n_h, Y.shape[1]


def layer_sizes__hidden_last(X, Y, n_h=4):
    """In which order does the docstring list the three sizes?"""
    return X.shape[0], Y.shape[0], n_h


def layer_sizes__reversed(X, Y, n_h=4):
    """From which end of the network does the docstring begin?"""
    return Y.shape[0], n_h, X.shape[0]


def layer_sizes__always_four(X, Y, n_h=4):
    """What happens when somebody asks for another size of the hidden layer?"""
    return X.shape[0], 4, Y.shape[0]


def layer_sizes__always_one_output(X, Y, n_h=4):
    """What if every example carried two labels?"""
    return X.shape[0], n_h, 1


def layer_sizes__always_two_inputs(X, Y, n_h=4):
    """Do all datasets have as many features as the moons?"""
    return 2, n_h, Y.shape[0]


def layer_sizes__whole_size(X, Y, n_h=4):
    """How many of the entries of X belong to one example?"""
    return X.size, n_h, Y.size


def layer_sizes__classes_for_outputs(X, Y, n_h=4):
    """How many numbers does one column of Y hold?"""
    return X.shape[0], n_h, len(np.unique(Y))


def layer_sizes__counts_the_bias(X, Y, n_h=4):
    """Is the bias one of the features that an example brings along?"""
    return X.shape[0] + 1, n_h, Y.shape[0]


def layer_sizes__another_default(X, Y, n_h=5):
    """What does the first line of the function say about n_h, and did you change it?"""
    return X.shape[0], n_h, Y.shape[0]


def layer_sizes__whole_shapes(X, Y, n_h=4):
    """Does the docstring ask for shapes or for single numbers?"""
    return X.shape, n_h, Y.shape


# initialize_parameters


def initialize_parameters__transposed(n_x, n_h, n_y, rng=None):
    """Which layer do the rows of a weight matrix belong to: the one it reads from or the one it feeds?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_x, n_h)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_h, n_y)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__not_small(n_x, n_h, n_y, rng=None):
    """How large are your first pre-activations, and what did the text say about the size of the start?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__tenth(n_x, n_h, n_y, rng=None):
    """What is the standard deviation of your weights, measured with np.std on a large layer?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.normal(0.0, 0.01**0.5, (n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": rng.normal(0.0, 0.01**0.5, (n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__divides(n_x, n_h, n_y, rng=None):
    """Are your weights smaller or larger than the numbers that were drawn?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) / 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) / 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__first_layer_not_small(n_x, n_h, n_y, rng=None):
    """Compare the two weight matrices: are both as small as the table says?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__second_layer_not_small(n_x, n_h, n_y, rng=None):
    """Compare the two weight matrices: is each as small as the table says?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__scaled_by_fan_in(n_x, n_h, n_y, rng=None):
    """Should the spread of the weights depend on the sizes of the layers here?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * np.sqrt(1 / n_x),
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * np.sqrt(1 / n_h),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__uniform(n_x, n_h, n_y, rng=None):
    """Can any of your weights be negative?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.random((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.random((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__uniform_centred(n_x, n_h, n_y, rng=None):
    """Which distribution does the table name, and which one do you draw from?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.uniform(-0.01, 0.01, (n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": rng.uniform(-0.01, 0.01, (n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__only_positive(n_x, n_h, n_y, rng=None):
    """Where did the minus signs of the draws go?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": np.abs(rng.standard_normal((n_h, n_x))) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": np.abs(rng.standard_normal((n_y, n_h))) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__all_zeros(n_x, n_h, n_y, rng=None):
    """If all hidden units start alike, what could ever make them different?"""
    return {
        "W1": np.zeros((n_h, n_x)),
        "b1": np.zeros((n_h, 1)),
        "W2": np.zeros((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__all_equal(n_x, n_h, n_y, rng=None):
    """Which two of your hidden units are different from each other?"""
    return {
        "W1": np.full((n_h, n_x), 0.01),
        "b1": np.zeros((n_h, 1)),
        "W2": np.full((n_y, n_h), 0.01),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__one_draw_a_unit(n_x, n_h, n_y, rng=None):
    """Print W1 for three inputs: how many different numbers does a row hold?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": np.repeat(rng.standard_normal((n_h, 1)), n_x, axis=1) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__equal_units(n_x, n_h, n_y, rng=None):
    """Print W1: in what do two of its rows differ?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": np.tile(rng.standard_normal((1, n_x)), (n_h, 1)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__zero_second_layer(n_x, n_h, n_y, rng=None):
    """With these weights in the output layer, what does the hidden layer hear of the error in the first step?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": np.zeros((n_y, n_h)),
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__same_seed_for_both_layers(n_x, n_h, n_y, rng=None):
    """Print both weight matrices of a network of equal layers: have you seen these numbers before?"""
    seed = np.random.default_rng().integers(2**31) if rng is None else rng.integers(2**31)
    return {
        "W1": np.random.default_rng(seed).standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": np.random.default_rng(seed).standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__seed_inside(n_x, n_h, n_y, rng=None):
    """Call it twice: did you get a new start the second time?"""
    np.random.seed(2)
    return {
        "W1": np.random.randn(n_h, n_x) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": np.random.randn(n_y, n_h) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__own_generator(n_x, n_h, n_y, rng=None):
    """Where do your random numbers come from, and does whoever calls the function have a say in it?"""
    rng = np.random.default_rng()
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


def initialize_parameters__flat_biases(n_x, n_h, n_y, rng=None):
    """Print b1.shape: how many axes should a column have?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros(n_h),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros(n_y),
    }


def initialize_parameters__row_biases(n_x, n_h, n_y, rng=None):
    """The biases are added to every column of the layer: what shape must they have?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((1, n_h)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((1, n_y)),
    }


def initialize_parameters__bias_of_the_layer_before(n_x, n_h, n_y, rng=None):
    """Whose bias is b1: that of the units that send, or of the units that receive?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_x, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_h, 1)),
    }


def initialize_parameters__random_biases(n_x, n_h, n_y, rng=None):
    """Do biases have a symmetry to break?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": rng.standard_normal((n_h, 1)) * 0.01,
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": rng.standard_normal((n_y, 1)) * 0.01,
    }


def initialize_parameters__biases_of_one(n_x, n_h, n_y, rng=None):
    """What does the table say about where the biases start?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.ones((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.ones((n_y, 1)),
    }


def initialize_parameters__integer_biases(n_x, n_h, n_y, rng=None):
    """What kind of number can your biases hold, and what would -= 0.3 do to them in place?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1), dtype=int),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1), dtype=int),
    }


def initialize_parameters__one_output_only(n_x, n_h, n_y, rng=None):
    """Which of the arguments have you not used?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((1, n_h)) * 0.01,
        "b2": np.zeros((1, 1)),
    }


def initialize_parameters__layers_under_each_other(n_x, n_h, n_y, rng=None):
    """Which matrix meets the inputs first, and under which name do you store it?"""
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W2": rng.standard_normal((n_h, n_x)) * 0.01,
        "b2": np.zeros((n_h, 1)),
        "W1": rng.standard_normal((n_y, n_h)) * 0.01,
        "b1": np.zeros((n_y, 1)),
    }


def initialize_parameters__no_return(n_x, n_h, n_y, rng=None):
    """What does the caller of your function get back?"""
    rng = np.random.default_rng() if rng is None else rng
    W1 = rng.standard_normal((n_h, n_x)) * 0.01  # noqa: F841
    W2 = rng.standard_normal((n_y, n_h)) * 0.01  # noqa: F841


# predict and compute_accuracy


def predict__threshold_zero(parameters, X):
    """Which probability separates the two classes?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0).astype(float)


def predict__argmax_of_one_row(parameters, X):
    """Are there any ones among your predictions, and what does your last step make of 0.9?"""
    A2, _ = forward_propagation(X, parameters)
    return np.argmax(A2, axis=0).reshape(1, -1)


def predict__opposite(parameters, X):
    """A2 is the probability of which class?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2 < 0.5).astype(float)


def predict__probabilities(parameters, X):
    """Is a probability already a decision?"""
    A2, _ = forward_propagation(X, parameters)
    return A2


def predict__flat(parameters, X):
    """How many axes do the labels have, and how many have your predictions?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(float).ravel()


def predict__column(parameters, X):
    """Which way do the examples run in Y, and which way in your predictions?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(float).T


def predict__threshold_at_the_mean(parameters, X):
    """Would one example be judged in the same way if the others were not there?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2 > A2.mean()).astype(float)


def predict__relative_to_the_largest(parameters, X):
    """Does the decision for one example depend on how sure the network is of another?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2 / A2.max() > 0.5).astype(float)


def predict__threshold_on_the_logit(parameters, X):
    """Which of the arrays in the cache is the probability?"""
    _, cache = forward_propagation(X, parameters)
    return (cache["Z2"] > 0.5).astype(float)


def predict__hidden_unit(parameters, X):
    """Whose activations decide: those of a hidden unit or those of the output?"""
    _, cache = forward_propagation(X, parameters)
    return (cache["A1"][:1] > 0.5).astype(float)


def predict__too_careful(parameters, X):
    """What should be decided for a probability of 0.55?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.7).astype(float)


def predict__truncates(parameters, X):
    """Are there any ones among your predictions, and what does your last step make of 0.9?"""
    A2, _ = forward_propagation(X, parameters)
    return A2.astype(int)


def predict__minus_one_and_one(parameters, X):
    """Which two values do the labels of the moons have?"""
    A2, _ = forward_propagation(X, parameters)
    return np.where(A2 > 0.5, 1.0, -1.0)


def predict__first_example_only(parameters, X):
    """How many examples came in, and how many decisions go out?"""
    A2, _ = forward_propagation(X, parameters)
    return (A2[:, :1] > 0.5).astype(float)


def predict__standardizes_its_inputs(parameters, X):
    """Are the inputs that the network sees now on the same scale as those it was trained on?"""
    A2, _ = forward_propagation((X - X.mean(axis=1, keepdims=True)) / (X.std(axis=1, keepdims=True) + 1e-9), parameters)
    return (A2 > 0.5).astype(float)


def predict__spends_the_inputs(parameters, X):
    """Is X the same after a prediction as before?"""
    A2, _ = forward_propagation(X.copy(), parameters)
    X *= 0
    return (A2 > 0.5).astype(float)


def compute_accuracy__fraction(predictions, Y):
    """Which unit does the docstring give for the accuracy?"""
    return float(np.mean(predictions == Y))


def compute_accuracy__count(predictions, Y):
    """Ten right out of ten, and ten right out of a thousand: is that the same accuracy?"""
    return float(np.sum(predictions == Y))


def compute_accuracy__errors(predictions, Y):
    """Does your number rise or fall when the predictions get better?"""
    return float(np.mean(predictions != Y) * 100)


def compute_accuracy__positives_only(predictions, Y):
    """Does a zero that was predicted rightly count for anything?"""
    return float(np.sum(predictions * Y) / Y.shape[1] * 100)


def compute_accuracy__recall(predictions, Y):
    """Out of which examples do you take the share: all of them?"""
    return float(np.sum((predictions == 1) & (Y == 1)) / max(np.sum(Y == 1), 1) * 100)


def compute_accuracy__precision(predictions, Y):
    """Your share is taken out of the positive predictions: what about the other examples?"""
    return float(np.sum((predictions == 1) & (Y == 1)) / max(np.sum(predictions == 1), 1) * 100)


def compute_accuracy__whole_percent(predictions, Y):
    """What becomes of half a percent?"""
    return float(int(np.mean(predictions == Y) * 100))


def compute_accuracy__rows_for_examples(predictions, Y):
    """By how many examples do you divide, and on which axis do they stand?"""
    return float(np.sum(predictions == Y) / Y.shape[0] * 100)


def compute_accuracy__per_example(predictions, Y):
    """How many numbers does the docstring promise?"""
    return (predictions == Y) * 100.0


def compute_accuracy__share_of_ones(predictions, Y):
    """Where in your function do the labels come in?"""
    return float(np.mean(predictions) * 100)


def compute_accuracy__compares_the_totals(predictions, Y):
    """As many ones predicted as there are: does that make every prediction right?"""
    return float(100 - 100 * abs(np.sum(predictions) - np.sum(Y)) / Y.size)


def compute_accuracy__all_or_nothing(predictions, Y):
    """Is there anything between all right and all wrong?"""
    return 100.0 * bool(np.all(predictions == Y))


def compute_accuracy__three_examples(predictions, Y):
    """Does every dataset have as many examples as the tiny one?"""
    return float(np.sum(predictions == Y) / 3 * 100)


def compute_accuracy__marks_the_labels(predictions, Y):
    """Are the labels still the labels when your function has run?"""
    right = float(np.mean(predictions == Y) * 100)
    Y[predictions != Y] = -1
    return right


# forward_propagation


def forward_propagation__sigmoid_hidden(X, parameters):
    """Which range should A1 have?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = sigmoid(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__relu_hidden(X, parameters):
    """Can your hidden units answer anything negative?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.maximum(0, Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__linear_hidden(X, parameters):
    """Two linear steps in a row: what could the second do that the first could not?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = Z1
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__output_skips_the_squash(X, parameters):
    """What is handed to the output layer: Z1 or A1?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ Z1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__tanh_output(X, parameters):
    """Can a probability be negative?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.tanh(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__relu_output(X, parameters):
    """Can a probability be larger than one?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.maximum(0, Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__linear_output(X, parameters):
    """What turns the last pre-activation into a probability?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = Z2
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__sigmoid_twice(X, parameters):
    """How often is the output squashed on its way out?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(sigmoid(Z2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__sigmoid_of_minus(X, parameters):
    """A large pre-activation: should its probability be near 1 or near 0?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(-Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__softmax_over_units(X, parameters):
    """Must the probabilities of two independent labels add up to one?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.exp(Z2 - Z2.max(axis=0)) / np.sum(np.exp(Z2 - Z2.max(axis=0)), axis=0)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__softmax_over_examples(X, parameters):
    """Must the probabilities of all your examples add up to one?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.exp(Z2 - Z2.max()) / np.sum(np.exp(Z2 - Z2.max()), axis=1, keepdims=True)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__rounded_output(X, parameters):
    """Is there a difference between being 51% and 99% sure?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.round(sigmoid(Z2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__clipped_output(X, parameters):
    """How sure may your network at most become?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.clip(sigmoid(Z2), 0.01, 0.99)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__rounded_to_digits(X, parameters):
    """How many digits of the probabilities survive?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.round(sigmoid(Z2), 4)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__no_biases(X, parameters):
    """Change b1 or b2: does anything move?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__no_hidden_bias(X, parameters):
    """Change b1: does anything move?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__no_output_bias(X, parameters):
    """Change b2: does anything move?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__subtracts_the_biases(X, parameters):
    """Which way does a positive bias push a unit?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X - b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 - b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__bias_after_the_squash(X, parameters):
    """Does the bias belong to the linear step or to the squash?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X
    A1 = np.tanh(Z1) + b1
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__one_bias_for_all_units(X, parameters):
    """How many biases does the hidden layer have, and does each unit get its own?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + np.sum(b1)
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__mean_bias(X, parameters):
    """Does each hidden unit get its own bias?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1.mean()
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__bias_of_the_first_unit(X, parameters):
    """Which hidden unit does the bias that you add belong to?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1[0]
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__bias_times_two(X, parameters):
    """How often is each bias added?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    Z1 = Z1 + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__multiplies_by_the_bias(X, parameters):
    """With a bias of zero, what is left of your pre-activation?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = (W1 @ X) * b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__transposed_weights(X, parameters):
    """Write the shapes of both factors side by side: do the inner ones agree?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1.T @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__elementwise_product(X, parameters):
    """Is each weight multiplied by one input, or does each unit sum over all of its inputs?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 * X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__scaled_by_inputs(X, parameters):
    """Does the linear step contain a mean?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X / X.shape[0] + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__centres_the_inputs(X, parameters):
    """Is an example seen in the same way alone as among others?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ (X - X.mean(axis=1, keepdims=True)) + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__batch_scaled(X, parameters):
    """Is the squash of one example influenced by the largest of all?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1 / np.max(np.abs(Z1)))
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__squashes_in_degrees(X, parameters):
    """Which slope does the squash have at zero?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1 / 2)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__sine(X, parameters):
    """What should a hidden unit answer to an enormous input?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.sin(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__arctan(X, parameters):
    """Between which two values should a hidden unit stay?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.arctan(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__reuses_the_first_layer(X, parameters):
    """Which layer's weights meet A1?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = np.sum(W1.sum(axis=1, keepdims=True) * A1, axis=0, keepdims=True) + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__cache_squashed_z1(X, parameters):
    """Is Z1 in the cache taken before or after the squash?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": A1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__cache_raw_a1(X, parameters):
    """Is A1 in the cache taken before or after the squash?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": Z1, "Z2": Z2, "A2": A2}


def forward_propagation__cache_squashed_z2(X, parameters):
    """Is Z2 in the cache a probability?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": A2, "A2": A2}


def forward_propagation__cache_raw_a2(X, parameters):
    """Does A2 in the cache stay between 0 and 1?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": Z2}


def forward_propagation__cache_swapped(X, parameters):
    """Compare the entries of your cache with their names: which is taken before the squash?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": A1, "A1": Z1, "Z2": Z2, "A2": A2}


def forward_propagation__cache_layers_swapped(X, parameters):
    """Which layer does the number in the name of a cache entry mean?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z2, "A1": A2, "Z2": Z1, "A2": A1}


def forward_propagation__cache_transposed(X, parameters):
    """Do examples run along the same axis in the cache as in X?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1.T, "A1": A1.T, "Z2": Z2.T, "A2": A2.T}


def forward_propagation__cache_incomplete(X, parameters):
    """Which four arrays does the docstring promise in the cache?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"A1": A1, "A2": A2}


def forward_propagation__cache_first(X, parameters):
    """In which order does the docstring list what is returned?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}, A2


def forward_propagation__no_cache(X, parameters):
    """How many things does the docstring promise to return?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2


def forward_propagation__no_return(X, parameters):
    """What does the caller of your function get back?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)


def forward_propagation__returns_z2(X, parameters):
    """Is what you return a probability?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return Z2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__returns_a1(X, parameters):
    """Which layer's activations are the predictions?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A1, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__flat_output(X, parameters):
    """How many axes should the probabilities have?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2.ravel(), {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__paper_parameters(X, parameters):
    """Whose parameters does your function use: the ones it is given?"""
    W1, b1, W2, b2 = (PAPER[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__tiny_inputs(X, parameters):
    """Whose inputs does your function use: the ones it is given?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X_tiny + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__adds_into_the_biases(X, parameters):
    """Are the parameters the same after a forward pass as before?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    b1 += Z1.mean(axis=1, keepdims=True)
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__rescales_x_in_place(X, parameters):
    """Is X the same after a forward pass as before?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    X *= 2
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__tanh_overflows(X, parameters):
    """What happens to your own formula of the squash when a unit sees a huge number?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = (np.exp(Z1) - np.exp(-Z1)) / (np.exp(Z1) + np.exp(-Z1))
    Z2 = W2 @ A1 + b2
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__sigmoid_overflows(X, parameters):
    """What happens to your own formula of the output when it sees a huge number?"""
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = np.exp(Z2) / (1 + np.exp(Z2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def forward_propagation__scalar_sigmoid(X, parameters):
    """Does your squash take a whole array?"""
    import math

    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = 1 / (1 + math.exp(-Z2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


# compute_cost


def compute_cost__no_minus(A2, Y):
    """Can a cost be below zero?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = Y * np.log(A) + (1 - Y) * np.log(1 - A)
    return float(np.sum(losses) / m)


def compute_cost__sums_over_examples(A2, Y):
    """If every example appeared twice, should the cost change?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses))


def compute_cost__counts_rows(A2, Y):
    """If every example appeared twice, should the cost change?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[0]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__twice_the_examples(A2, Y):
    """What does a coin flip cost, and what does your function say?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / (2 * m))


def compute_cost__mean_of_a_mean(A2, Y):
    """How often do you divide by the number of examples?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.mean(losses) / m)


def compute_cost__squared_mean(A2, Y):
    """How does your cost change when the batch gets larger?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / np.sqrt(m))


def compute_cost__unbiased_mean(A2, Y):
    """What would a batch of a single example cost?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / max(m - 1, 1))


def compute_cost__three_examples(A2, Y):
    """Does every batch have as many examples as the tiny dataset?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = 3
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__mean_over_positives(A2, Y):
    """Over how many examples do you average: all of them?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = max(np.sum(Y), 1)
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__positives_only(A2, Y):
    """What does an example with the label 0 cost in your function?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -Y * np.log(A)
    return float(np.sum(losses) / m)


def compute_cost__negatives_only(A2, Y):
    """What does an example with the label 1 cost in your function?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(1 - Y) * np.log(1 - A)
    return float(np.sum(losses) / m)


def compute_cost__minus_on_one_half(A2, Y):
    """For an example with the label 0, which way does your cost go as the network gets surer of 1?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -Y * np.log(A) + (1 - Y) * np.log(1 - A)
    return float(np.sum(losses) / m)


def compute_cost__minus_on_the_other_half(A2, Y):
    """Do both classes add to your cost, or does one take away from it?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = Y * np.log(A) - (1 - Y) * np.log(1 - A)
    return float(np.sum(losses) / m)


def compute_cost__labels_reversed(A2, Y):
    """If the network is sure of class 1 and that is right, what does your function charge?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -((1 - Y) * np.log(A) + Y * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__one_minus_outside(A2, Y):
    """What does the logarithm of the second half apply to?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * (1 - np.log(A)))
    return float(np.sum(losses) / m)


def compute_cost__precedence(A2, Y):
    """Which operation comes first in your second half: the difference or the product?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + 1 - Y * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__y_minus_one(A2, Y):
    """For an example with the label 0, which way does your cost go as the network gets surer of 1?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (Y - 1) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__same_log_twice(A2, Y):
    """For an example with the label 0, the probability of what is taken?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(A))
    return float(np.sum(losses) / m)


def compute_cost__swapped(A2, Y):
    """Which of the two arguments lies strictly between 0 and 1?"""
    B = np.clip(Y, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(A2 * np.log(B) + (1 - A2) * np.log(1 - B))
    return float(np.sum(losses) / m)


def compute_cost__swapped_without_guard(A2, Y):
    """Of which of the two arguments may one take a logarithm?"""
    m = Y.shape[1]
    losses = -(A2 * np.log(Y) + (1 - A2) * np.log(1 - Y))
    return float(np.sum(losses) / m)


def compute_cost__no_guard(A2, Y):
    """What is 0 times the logarithm of 0 in floating point?"""
    A = A2
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__guard_on_one_side(A2, Y):
    """Which logarithm is in danger when a probability is exactly 1?"""
    A = np.clip(A2, 1e-12, 1)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__guard_on_the_other_side(A2, Y):
    """Which logarithm is in danger when a probability is exactly 0?"""
    A = np.clip(A2, 0, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__coarse_guard(A2, Y):
    """What should a prediction that is sure and right cost, and what does yours?"""
    A = np.clip(A2, 0.01, 0.99)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__fine_guard(A2, Y):
    """Is 1 minus your guard still smaller than 1 in floating point?"""
    A = np.clip(A2, 1e-20, 1 - 1e-20)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__nan_to_num(A2, Y):
    """What should a prediction that is sure and wrong cost, and which number stands for infinity in your result?"""
    A = A2
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(np.nan_to_num(losses)) / m)


def compute_cost__leaves_out_saturated(A2, Y):
    """Should an example be free of charge because the network was completely sure of it?"""
    sure = (A2 <= 0) | (A2 >= 1)
    A = np.where(sure, 0.5, A2)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A)) * ~sure
    return float(np.sum(losses) / m)


def compute_cost__skips_infinite_losses(A2, Y):
    """Should an example be free of charge because the network was completely sure of it?"""
    A = A2
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    losses = losses[np.isfinite(losses)]
    return float(np.sum(losses) / m)


def compute_cost__log2(A2, Y):
    """What does a coin flip cost, in the unit of the formula?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log2(A) + (1 - Y) * np.log2(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__log10(A2, Y):
    """Which logarithm has the derivative 1/a?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log10(A) + (1 - Y) * np.log10(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__log1p(A2, Y):
    """What does the logarithm that you use do to its argument first?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log1p(A) + (1 - Y) * np.log1p(-A))
    return float(np.sum(losses) / m)


def compute_cost__squared_error(A2, Y):
    """Is your cost a surprise or a squared distance?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = (A - Y) ** 2
    return float(np.sum(losses) / m)


def compute_cost__half_squared_error(A2, Y):
    """Where is the logarithm of the formula in your function?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = (A - Y) ** 2 / 2
    return float(np.sum(losses) / m)


def compute_cost__absolute_error(A2, Y):
    """Does your cost grow without limit as a wrong prediction gets surer?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = np.abs(A - Y)
    return float(np.sum(losses) / m)


def compute_cost__hinge(A2, Y):
    """Does an example that is on the right side, but only just, cost anything in your function?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = np.maximum(0, 1 - (2 * Y - 1) * (2 * A - 1))
    return float(np.sum(losses) / m)


def compute_cost__likelihood(A2, Y):
    """Is it the probability of the truth that you average, or its surprise?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = Y * A + (1 - Y) * (1 - A)
    return float(np.sum(losses) / m)


def compute_cost__perplexity(A2, Y):
    """Which number comes out where the cost should be 0?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.exp(np.sum(losses) / m))


def compute_cost__entropy_of_a2(A2, Y):
    """Where in your formula do the labels come in?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(A * np.log(A) + (1 - A) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__of_decisions(A2, Y):
    """Is there a difference between being 51% and 99% sure?"""
    A = np.clip(np.round(A2), 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__worst_example(A2, Y):
    """Is the cost about one example, or about all of them?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.max(losses))


def compute_cost__median(A2, Y):
    """Should one terrible prediction among many leave the cost as it is?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.median(losses))


def compute_cost__last_example(A2, Y):
    """What does your function do with the other examples?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(losses[0, -1])


def compute_cost__first_example(A2, Y):
    """Whose cost is it that you return: that of one example or of the batch?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(losses[0, 0])


def compute_cost__per_example(A2, Y):
    """How many axes does your answer have, and how many has a number?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return losses


def compute_cost__sum_along_rows(A2, Y):
    """How many axes does your answer have, and how many has a number?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return np.sum(losses, axis=1) / m


def compute_cost__one_by_one_table(A2, Y):
    """How many axes does your answer have, and how many has a number?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return np.sum(losses, axis=1, keepdims=True) / m


def compute_cost__outer_product(A2, Y):
    """How many products do you sum: as many as there are examples, or their square?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y.T @ np.log(A) + (1 - Y).T @ np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__rounded(A2, Y):
    """How many digits of the cost survive?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return round(float(np.sum(losses) / m), 2)


def compute_cost__whole(A2, Y):
    """Can the cost lie between 0 and 1 in your function?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return int(np.sum(losses) / m)


def compute_cost__no_return(A2, Y):
    """What does the caller of your function get back?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    print(np.sum(losses) / m)


def compute_cost__clips_in_place(A2, Y):
    """Does A2 survive the call?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12, out=A2)
    m = Y.shape[1]
    losses = -(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return float(np.sum(losses) / m)


def compute_cost__adds_a_large_constant(A2, Y):
    """Does your protection against extreme probabilities change ordinary ones too?"""
    A = A2
    m = Y.shape[1]
    losses = -(Y * np.log(A + 1e-3) + (1 - Y) * np.log(1 - A + 1e-3))
    return float(np.sum(losses) / m)


def compute_cost__tiny_labels(A2, Y):
    """Whose labels does your function use: the ones it is given?"""
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    losses = -(Y_tiny * np.log(A) + (1 - Y_tiny) * np.log(1 - A))
    return float(np.sum(losses) / m)


# backward_propagation


def backward_propagation__sign(parameters, cache, X, Y):
    """Take one tiny step against your gradients: does the cost fall?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = Y - A2
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__squared_error(parameters, cache, X, Y):
    """Which cost is your first line the gradient of?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__divides_by_the_slope(parameters, cache, X, Y):
    """What happens to your first line when the network is nearly sure?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = (A2 - Y) / (A2 * (1 - A2))
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dead_when_saturated(parameters, cache, X, Y):
    """A network that is completely sure and wrong: what does your first line say?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dA2 = -(Y / A2) + (1 - Y) / (1 - A2)
    dZ2 = dA2 * A2 * (1 - A2)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__clipped_output(parameters, cache, X, Y):
    """How strong is the error of a network that is completely sure and wrong?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    dZ2 = (A - Y) / (A * (1 - A)) * A2 * (1 - A2)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__tanh_slope_at_output(parameters, cache, X, Y):
    """Which squash does the output unit have?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = (A2 - Y) * (1 - A2**2)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__decisions(parameters, cache, X, Y):
    """Does the error know how sure the network was?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = np.round(A2) - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__twice_the_error(parameters, cache, X, Y):
    """Nudge b2: does the cost move as much as db2 says, or half as much?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = 2 * (A2 - Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__absolute_error(parameters, cache, X, Y):
    """Can your output error be negative?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = np.abs(A2 - Y)
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__error_of_z2(parameters, cache, X, Y):
    """The error compares the labels with what: Z2 or A2?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = cache["Z2"] - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean(parameters, cache, X, Y):
    """Duplicate the batch: should the gradients change?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = 1
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__rows_for_examples(parameters, cache, X, Y):
    """How many examples are there, and on which axis of X do they stand?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[0]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__hidden_units_for_examples(parameters, cache, X, Y):
    """What does the number that you divide by count?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = A1.shape[0]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__outputs_for_examples(parameters, cache, X, Y):
    """By which size of Y do you divide?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = Y.shape[0] * 1.0
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__all_labels_for_examples(parameters, cache, X, Y):
    """With two labels for each example, what does your m count?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = Y.size
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__three_examples(parameters, cache, X, Y):
    """Does every batch have as many examples as the tiny dataset?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = 3
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__half_mean(parameters, cache, X, Y):
    """Nudge any parameter: does the cost move as much as your gradient says, or twice as much?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = 2 * X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__mean_twice(parameters, cache, X, Y):
    """Where does the 1/m of the cost enter, and how often?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = (A2 - Y) / m
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__mean_in_dz1_too(parameters, cache, X, Y):
    """Count the factors 1/m on the way to dW1: how many are there?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2) / m
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_dw2(parameters, cache, X, Y):
    """Three of four gradients shrink when you average: which one does not?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_db2(parameters, cache, X, Y):
    """Is the bias gradient of the output layer a sum or a mean?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_dw1(parameters, cache, X, Y):
    """Is dW1 a sum over the examples or a mean?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_db1(parameters, cache, X, Y):
    """Is the bias gradient of the hidden layer a sum or a mean?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_the_biases(parameters, cache, X, Y):
    """Are the bias gradients averaged like those of the weights?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_the_weights(parameters, cache, X, Y):
    """Are the weight gradients averaged like those of the biases?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_the_hidden_layer(parameters, cache, X, Y):
    """The output layer is averaged: is the hidden layer?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T
    db1 = np.sum(dZ1, axis=1, keepdims=True)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_mean_in_the_output_layer(parameters, cache, X, Y):
    """The hidden layer is averaged: is the output layer?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T
    db2 = np.sum(dZ2, axis=1, keepdims=True)
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__biases_summed_to_one_number(parameters, cache, X, Y):
    """How many bias gradients does a layer have?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__biases_in_a_one_by_one_table(parameters, cache, X, Y):
    """How many rows should each bias gradient have?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__hidden_bias_summed_to_one_number(parameters, cache, X, Y):
    """How many hidden units are there, and how many numbers has db1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__biases_over_units(parameters, cache, X, Y):
    """For a bias gradient, do you sum over the units or over the examples?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=0, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=0, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__biases_flat(parameters, cache, X, Y):
    """Print db1.shape: is it the shape of b1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__biases_in_a_row(parameters, cache, X, Y):
    """Does your bias gradient stand upright, as the bias does?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1).reshape(1, -1) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1).reshape(1, -1) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__biases_not_summed(parameters, cache, X, Y):
    """Is there one bias for each example?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2 / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1 / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__db1_from_dz2(parameters, cache, X, Y):
    """Whose error does the hidden bias answer for?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ2, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__db1_through_the_weights_only(parameters, cache, X, Y):
    """Has the slope of the squash been applied on the way to db1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(W2.T @ dZ2, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__db2_is_the_first_column(parameters, cache, X, Y):
    """Which examples does db2 take into account?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = dZ2[:, :1] / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_biases(parameters, cache, X, Y):
    """Do the biases learn anything?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.zeros_like(parameters["b2"])
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.zeros_like(parameters["b1"])
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__no_slope(parameters, cache, X, Y):
    """On the way back, how many boxes does the error pass between the layers, and is there a factor for each?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = W2.T @ dZ2
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__sigmoid_slope(parameters, cache, X, Y):
    """Which activation produced A1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * A1 * (1 - A1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__relu_slope(parameters, cache, X, Y):
    """Is the hidden layer's squash flat on one side?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (A1 > 0)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_without_square(parameters, cache, X, Y):
    """What is the slope of the squash where A1 is 0.5, and where it is -0.5?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_of_z1(parameters, cache, X, Y):
    """Which quantity is squared in the slope: the one before or the one after the squash?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - cache["Z1"] ** 2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_of_a_squash_of_a1(parameters, cache, X, Y):
    """Is A1 already squashed?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - np.tanh(A1) ** 2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_of_z2(parameters, cache, X, Y):
    """The slope of which layer belongs into dZ1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - np.tanh(cache["Z2"].sum(axis=0)) ** 2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_of_a2(parameters, cache, X, Y):
    """The slope at which layer's activations belongs into dZ1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A2.mean(axis=0) ** 2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_plus(parameters, cache, X, Y):
    """Is the slope of the squash ever larger than one?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 + A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_sign(parameters, cache, X, Y):
    """Do both of your layers move downhill?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (A1**2 - 1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_square_root(parameters, cache, X, Y):
    """How fast does the slope of the squash fall when a unit saturates?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * np.sqrt(1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_twice(parameters, cache, X, Y):
    """How often does the slope of the squash enter dZ1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2) ** 2
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_by_exponent(parameters, cache, X, Y):
    """Is A1 multiplied by itself, or by two?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - 2 * A1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__precedence(parameters, cache, X, Y):
    """What is multiplied by the error, and what is merely subtracted?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * 1 - A1**2
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__activation_instead_of_slope(parameters, cache, X, Y):
    """Is it the squash or its slope that the error passes on its way back?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * A1
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__extra_factor_z1(parameters, cache, X, Y):
    """Is the slope evaluated at Z1, or multiplied by Z1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2) * cache["Z1"]
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_by_matrix_product(parameters, cache, X, Y):
    """Is the slope a factor for each unit and example, or a matrix that mixes them?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) @ (1 - A1**2).T @ np.ones_like(A1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_averaged(parameters, cache, X, Y):
    """Does each example have a slope of its own?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * np.mean(1 - A1**2, axis=1, keepdims=True)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw2_for_w2(parameters, cache, X, Y):
    """Which matrix carried A1 forward, and which one carries the error back?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (dW2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__updated_w2(parameters, cache, X, Y):
    """Which W2 was used in the forward pass: the one before or the one after a step?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = ((W2 - 1.2 * dW2).T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__elementwise_w2(parameters, cache, X, Y):
    """With two output units, does a hidden unit hear of both errors?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2[:1].T * dZ2[:1]) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__w2_forgotten(parameters, cache, X, Y):
    """How does the error of the output know which hidden unit was to blame?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.sum(dZ2, axis=0, keepdims=True) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__w2_not_transposed(parameters, cache, X, Y):
    """Write down the shapes of the two factors: do the inner ones agree?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2 @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__absolute_w2(parameters, cache, X, Y):
    """What does a negative outgoing weight do to the error that a unit hears?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (np.abs(W2).T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__w1_for_w2(parameters, cache, X, Y):
    """Which weights lie between the hidden layer and the output?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (parameters["W1"].sum(axis=1, keepdims=True) @ dZ2[:1]) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__elementwise_dw2(parameters, cache, X, Y):
    """Which sum is hidden in the product that gives dW2?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2[:1] * A1 / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw2_from_z1(parameters, cache, X, Y):
    """What did the output weights multiply in the forward pass?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ cache["Z1"].T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw2_from_a2(parameters, cache, X, Y):
    """Which activations came into the output layer?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A2.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw2_transposed(parameters, cache, X, Y):
    """Is dW2 of the same shape as W2?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = A1 @ dZ2.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw1_transposed(parameters, cache, X, Y):
    """Is dW1 of the same shape as W1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = X @ dZ1.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw1_from_a1(parameters, cache, X, Y):
    """What did the hidden weights multiply in the forward pass?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ A1.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw1_from_dz2(parameters, cache, X, Y):
    """Whose error belongs into dW1?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = np.repeat(dZ2[:1] @ X.T, len(A1), axis=0) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__dw1_sums_inputs(parameters, cache, X, Y):
    """Does each hidden weight answer for its own input, or for the sum of all?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = np.repeat(np.sum(dZ1 * X.sum(axis=0), axis=1, keepdims=True), len(X), axis=1) / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__signs_of_the_hidden_layer(parameters, cache, X, Y):
    """Do both of your layers move downhill?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = -dZ1 @ X.T / m
    db1 = -np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__hidden_layer_forgotten(parameters, cache, X, Y):
    """What does the hidden layer learn from your gradients?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = np.zeros_like(A1)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__keys_without_d(parameters, cache, X, Y):
    """Under which names does the docstring promise the gradients?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


def backward_propagation__biases_under_each_other(parameters, cache, X, Y):
    """Which layer does the number in the name of a bias gradient mean?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db2, "dW2": dW2, "db2": db1}


def backward_propagation__layers_under_each_other(parameters, cache, X, Y):
    """Which layer does the number in the name of a gradient mean?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW2, "db1": db2, "dW2": dW1, "db2": db1}


def backward_propagation__tuple(parameters, cache, X, Y):
    """How will the next function look up a gradient by its name?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return dW1, db1, dW2, db2


def backward_propagation__no_return(parameters, cache, X, Y):
    """What does the caller of your function get back?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m


def backward_propagation__learning_rate_inside(parameters, cache, X, Y):
    """Is a gradient a slope, or already a step?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": 1.2 * dW1, "db1": 1.2 * db1, "dW2": 1.2 * dW2, "db2": 1.2 * db2}


def backward_propagation__clipped_gradients(parameters, cache, X, Y):
    """How large may your gradients become?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {
        "dW1": np.clip(dW1, -0.1, 0.1),
        "db1": np.clip(db1, -0.1, 0.1),
        "dW2": np.clip(dW2, -0.1, 0.1),
        "db2": np.clip(db2, -0.1, 0.1),
    }


def backward_propagation__only_signs(parameters, cache, X, Y):
    """Does your gradient say how steep the slope is, or only where it points?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": np.sign(dW1), "db1": np.sign(db1), "dW2": np.sign(dW2), "db2": np.sign(db2)}


def backward_propagation__rounded(parameters, cache, X, Y):
    """How many digits of the gradients survive?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": np.round(dW1, 4), "db1": np.round(db1, 4), "dW2": np.round(dW2, 4), "db2": np.round(db2, 4)}


def backward_propagation__error_in_the_cache(parameters, cache, X, Y):
    """Call it twice with the same cache: the same answer?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = cache["A2"]
    dZ2 -= Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__slope_in_the_cache(parameters, cache, X, Y):
    """Is the cache the same after the call as before?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    A1 *= A1
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__updates_the_parameters(parameters, cache, X, Y):
    """Should computing a gradient already change the network?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    parameters["W2"] -= 1.2 * dW2
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def backward_propagation__tiny_inputs(parameters, cache, X, Y):
    """Whose inputs does your function use: the ones it is given?"""
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    m = X.shape[1]
    dZ2 = A2 - Y
    dW2 = dZ2 @ A1.T / m
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m
    dZ1 = (W2.T @ dZ2) * (1 - A1**2)
    dW1 = dZ1 @ X_tiny.T / m
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


# update_parameters


def update_parameters__ascends(parameters, grads, learning_rate=1.2):
    """Does your step lead uphill or downhill?"""
    W1 = parameters["W1"] + learning_rate * grads["dW1"]
    b1 = parameters["b1"] + learning_rate * grads["db1"]
    W2 = parameters["W2"] + learning_rate * grads["dW2"]
    b2 = parameters["b2"] + learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__fixed_learning_rate(parameters, grads, learning_rate=1.2):
    """With a learning rate of zero, how far do your parameters move?"""
    W1 = parameters["W1"] - 1.2 * grads["dW1"]
    b1 = parameters["b1"] - 1.2 * grads["db1"]
    W2 = parameters["W2"] - 1.2 * grads["dW2"]
    b2 = parameters["b2"] - 1.2 * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__no_learning_rate(parameters, grads, learning_rate=1.2):
    """Which of the arguments have you not used?"""
    W1 = parameters["W1"] - grads["dW1"]
    b1 = parameters["b1"] - grads["db1"]
    W2 = parameters["W2"] - grads["dW2"]
    b2 = parameters["b2"] - grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__divides(parameters, grads, learning_rate=1.2):
    """Twice the learning rate: is your step twice as long?"""
    W1 = parameters["W1"] - grads["dW1"] / learning_rate
    b1 = parameters["b1"] - grads["db1"] / learning_rate
    W2 = parameters["W2"] - grads["dW2"] / learning_rate
    b2 = parameters["b2"] - grads["db2"] / learning_rate
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__squares_the_learning_rate(parameters, grads, learning_rate=1.2):
    """A tenth of the learning rate: what becomes of your step?"""
    W1 = parameters["W1"] - learning_rate**2 * grads["dW1"]
    b1 = parameters["b1"] - learning_rate**2 * grads["db1"]
    W2 = parameters["W2"] - learning_rate**2 * grads["dW2"]
    b2 = parameters["b2"] - learning_rate**2 * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__multiplies(parameters, grads, learning_rate=1.2):
    """With a gradient of zero, does the parameter stay what it was?"""
    W1 = parameters["W1"] * learning_rate * grads["dW1"]
    b1 = parameters["b1"] * learning_rate * grads["db1"]
    W2 = parameters["W2"] * learning_rate * grads["dW2"]
    b2 = parameters["b2"] * learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__relative_step(parameters, grads, learning_rate=1.2):
    """Where does a parameter of zero go in your rule?"""
    W1 = parameters["W1"] * (1 - learning_rate * grads["dW1"])
    b1 = parameters["b1"] * (1 - learning_rate * grads["db1"])
    W2 = parameters["W2"] * (1 - learning_rate * grads["dW2"])
    b2 = parameters["b2"] * (1 - learning_rate * grads["db2"])
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__only_the_step(parameters, grads, learning_rate=1.2):
    """From where does your step start?"""
    W1 = -learning_rate * grads["dW1"]
    b1 = -learning_rate * grads["db1"]
    W2 = -learning_rate * grads["dW2"]
    b2 = -learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__step_from_the_gradient(parameters, grads, learning_rate=1.2):
    """What is it that moves: the parameter or the gradient?"""
    W1 = grads["dW1"] - learning_rate * parameters["W1"]
    b1 = grads["db1"] - learning_rate * parameters["b1"]
    W2 = grads["dW2"] - learning_rate * parameters["W2"]
    b2 = grads["db2"] - learning_rate * parameters["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__shrinks_the_parameters(parameters, grads, learning_rate=1.2):
    """Where in your rule do the gradients come in?"""
    W1 = parameters["W1"] - learning_rate * parameters["W1"]
    b1 = parameters["b1"] - learning_rate * parameters["b1"]
    W2 = parameters["W2"] - learning_rate * parameters["W2"]
    b2 = parameters["b2"] - learning_rate * parameters["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__precedence(parameters, grads, learning_rate=1.2):
    """Is the learning rate multiplied by the gradient, or by everything?"""
    W1 = (parameters["W1"] - grads["dW1"]) * learning_rate
    b1 = (parameters["b1"] - grads["db1"]) * learning_rate
    W2 = (parameters["W2"] - grads["dW2"]) * learning_rate
    b2 = (parameters["b2"] - grads["db2"]) * learning_rate
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__only_signs(parameters, grads, learning_rate=1.2):
    """Does a steeper slope make a longer step in your rule?"""
    W1 = parameters["W1"] - learning_rate * np.sign(grads["dW1"])
    b1 = parameters["b1"] - learning_rate * np.sign(grads["db1"])
    W2 = parameters["W2"] - learning_rate * np.sign(grads["dW2"])
    b2 = parameters["b2"] - learning_rate * np.sign(grads["db2"])
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__unit_length(parameters, grads, learning_rate=1.2):
    """Twice the gradient: what becomes of your step?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"] / (np.linalg.norm(grads["dW1"]) + 1e-12)
    b1 = parameters["b1"] - learning_rate * grads["db1"] / (np.linalg.norm(grads["db1"]) + 1e-12)
    W2 = parameters["W2"] - learning_rate * grads["dW2"] / (np.linalg.norm(grads["dW2"]) + 1e-12)
    b2 = parameters["b2"] - learning_rate * grads["db2"] / (np.linalg.norm(grads["db2"]) + 1e-12)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__clipped(parameters, grads, learning_rate=1.2):
    """How long may a step become in your rule?"""
    W1 = parameters["W1"] - learning_rate * np.clip(grads["dW1"], -0.1, 0.1)
    b1 = parameters["b1"] - learning_rate * np.clip(grads["db1"], -0.1, 0.1)
    W2 = parameters["W2"] - learning_rate * np.clip(grads["dW2"], -0.1, 0.1)
    b2 = parameters["b2"] - learning_rate * np.clip(grads["db2"], -0.1, 0.1)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__mean_gradient(parameters, grads, learning_rate=1.2):
    """Does each entry of a matrix have its own slope?"""
    W1 = parameters["W1"] - learning_rate * np.mean(grads["dW1"])
    b1 = parameters["b1"] - learning_rate * np.mean(grads["db1"])
    W2 = parameters["W2"] - learning_rate * np.mean(grads["dW2"])
    b2 = parameters["b2"] - learning_rate * np.mean(grads["db2"])
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__absolute_gradient(parameters, grads, learning_rate=1.2):
    """Can your parameters ever rise?"""
    W1 = parameters["W1"] - learning_rate * np.abs(grads["dW1"])
    b1 = parameters["b1"] - learning_rate * np.abs(grads["db1"])
    W2 = parameters["W2"] - learning_rate * np.abs(grads["dW2"])
    b2 = parameters["b2"] - learning_rate * np.abs(grads["db2"])
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__divided_by_three(parameters, grads, learning_rate=1.2):
    """Was the mean over the examples not already taken?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"] / 3
    b1 = parameters["b1"] - learning_rate * grads["db1"] / 3
    W2 = parameters["W2"] - learning_rate * grads["dW2"] / 3
    b2 = parameters["b2"] - learning_rate * grads["db2"] / 3
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__weight_decay(parameters, grads, learning_rate=1.2):
    """With gradients of zero, should anything shrink?"""
    W1 = parameters["W1"] * (1 - 0.01 * learning_rate) - learning_rate * grads["dW1"]
    b1 = parameters["b1"] * (1 - 0.01 * learning_rate) - learning_rate * grads["db1"]
    W2 = parameters["W2"] * (1 - 0.01 * learning_rate) - learning_rate * grads["dW2"]
    b2 = parameters["b2"] * (1 - 0.01 * learning_rate) - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__steps_twice(parameters, grads, learning_rate=1.2):
    """How many steps does one call take?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__rounded(parameters, grads, learning_rate=1.2):
    """How many digits of the parameters survive?"""
    W1 = np.round(parameters["W1"] - learning_rate * grads["dW1"], 3)
    b1 = np.round(parameters["b1"] - learning_rate * grads["db1"], 3)
    W2 = np.round(parameters["W2"] - learning_rate * grads["dW2"], 3)
    b2 = np.round(parameters["b2"] - learning_rate * grads["db2"], 3)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__zero_means_default(parameters, grads, learning_rate=1.2):
    """What does your function do when it is told to use a learning rate of zero?"""
    learning_rate = learning_rate or 1.2
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__at_most_one(parameters, grads, learning_rate=1.2):
    """Does your function take a learning rate above one at its word?"""
    learning_rate = min(learning_rate, 1.0)
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__second_layer_ascends(parameters, grads, learning_rate=1.2):
    """Do all four parameters move downhill?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] + learning_rate * grads["dW2"]
    b2 = parameters["b2"] + learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__biases_ascend(parameters, grads, learning_rate=1.2):
    """Do the biases move the same way as the weights?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] + learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] + learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__hidden_bias_ascends(parameters, grads, learning_rate=1.2):
    """Does the bias of the hidden layer move downhill too?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] + learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__output_bias_ascends(parameters, grads, learning_rate=1.2):
    """Does the bias of the output layer move downhill too?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] + learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__no_biases(parameters, grads, learning_rate=1.2):
    """Which of the four parameters move at all?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__no_weights(parameters, grads, learning_rate=1.2):
    """Do the weights move at all?"""
    W1 = parameters["W1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__hidden_weights_forgotten(parameters, grads, learning_rate=1.2):
    """Does every weight of the hidden layer move?"""
    W1 = parameters["W1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__output_weights_forgotten(parameters, grads, learning_rate=1.2):
    """Does every weight of the output layer move?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__hidden_bias_forgotten(parameters, grads, learning_rate=1.2):
    """Does the bias of the hidden layer move at all?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__output_bias_forgotten(parameters, grads, learning_rate=1.2):
    """Does the bias of the output layer move at all?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__output_bias_from_hidden_gradient(parameters, grads, learning_rate=1.2):
    """Which gradient belongs to b2?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db1"][: len(parameters["b2"])]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__hidden_bias_from_output_gradient(parameters, grads, learning_rate=1.2):
    """Which gradient belongs to b1?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * np.mean(grads["db2"])
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__biases_without_learning_rate(parameters, grads, learning_rate=1.2):
    """Does the learning rate reach the biases?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__second_layer_at_the_default(parameters, grads, learning_rate=1.2):
    """Does the learning rate reach both layers?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - 1.2 * grads["dW2"]
    b2 = parameters["b2"] - 1.2 * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__transposed(parameters, grads, learning_rate=1.2):
    """Is each parameter of the same shape after the step?"""
    W1 = (parameters["W1"] - learning_rate * grads["dW1"]).T
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = (parameters["W2"] - learning_rate * grads["dW2"]).T
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__flat_biases(parameters, grads, learning_rate=1.2):
    """Are the biases still columns after the step?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = (parameters["b1"] - learning_rate * grads["db1"]).ravel()
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = (parameters["b2"] - learning_rate * grads["db2"]).ravel()
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__returns_the_old_ones(parameters, grads, learning_rate=1.2):
    """What becomes of the new values that you computed?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return parameters


def update_parameters__returns_the_gradients(parameters, grads, learning_rate=1.2):
    """What does the next iteration need from you: gradients or parameters?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": grads["dW1"], "b1": grads["db1"], "W2": grads["dW2"], "b2": grads["db2"]}


def update_parameters__layers_under_each_other(parameters, grads, learning_rate=1.2):
    """Under which names do you store the new values?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"W1": W2, "b1": b2, "W2": W1, "b2": b1}


def update_parameters__keys_with_d(parameters, grads, learning_rate=1.2):
    """Under which names will the forward pass look for the parameters?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return {"dW1": W1, "db1": b1, "dW2": W2, "db2": b2}


def update_parameters__tuple(parameters, grads, learning_rate=1.2):
    """What kind of object does the forward pass expect?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    return W1, b1, W2, b2


def update_parameters__no_return(parameters, grads, learning_rate=1.2):
    """What does the caller of your function get back?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]


def update_parameters__overwrites_the_parameters(parameters, grads, learning_rate=1.2):
    """Does the caller still have the old parameters after the step?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    parameters["W1"][...] = W1
    parameters["b1"][...] = b1
    parameters["W2"][...] = W2
    parameters["b2"][...] = b2
    return parameters


def update_parameters__scales_the_gradients(parameters, grads, learning_rate=1.2):
    """Are the gradients the same after the step as before?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    grads["dW1"] *= learning_rate
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


def update_parameters__copies_then_updates_the_original(parameters, grads, learning_rate=1.2):
    """You have two dictionaries: which one moves, and which one do you return?"""
    W1 = parameters["W1"] - learning_rate * grads["dW1"]
    b1 = parameters["b1"] - learning_rate * grads["db1"]
    W2 = parameters["W2"] - learning_rate * grads["dW2"]
    b2 = parameters["b2"] - learning_rate * grads["db2"]
    result = {name: array.copy() for name, array in parameters.items()}
    parameters["W1"], parameters["b1"], parameters["W2"], parameters["b2"] = W1, b1, W2, b2
    return result


def update_parameters__another_default(parameters, grads, learning_rate=0.01):
    """What does the first line of the function say about the learning rate, and did you change it?"""
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in ("W1", "b1", "W2", "b2")}


# nn_model


def nn_model__starts_again_each_time(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """What survives an iteration?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        parameters = initialize_parameters(n_x, n_h, n_y, rng)
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__learning_rate_not_passed(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Follow the learning rate through the call: where does it get lost?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
    return parameters, costs


def nn_model__update_thrown_away(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """What happens to the parameters that come back from the step?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        new_parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__always_steps_from_the_start(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """From which parameters does the second step start?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = start = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(start, grads, learning_rate)
    return parameters, costs


def nn_model__returns_the_start(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Which parameters do you hand back: the first or the last?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = start = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return start, costs


def nn_model__gradients_of_the_start(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Are the gradients those of the parameters that you have now?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    _, first = forward_propagation(X, parameters)
    grads = backward_propagation(parameters, first, X, Y)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__forward_once(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Which parameters do your activations belong to in the second iteration?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    A2, cache = forward_propagation(X, parameters)
    costs = []
    for i in range(num_iterations):
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__one_iteration_too_many(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Count the steps on your fingers for num_iterations = 1: how many are there?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations + 1):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__one_iteration_too_few(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """With num_iterations = 1, does anything move?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations - 1):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__starts_counting_at_one(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Which iteration is the first, and is its cost recorded?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(1, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__counts_from_one(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Does your list of costs tell how training began?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(1, num_iterations + 1):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__two_steps_an_iteration(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """How many steps does one iteration take?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__fixed_number_of_iterations(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Does training take as many iterations as it is told?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(1000):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__leaves_the_loop(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """After how many iterations does your function return?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
        return parameters, costs
    return parameters, costs


def nn_model__ascends(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Does the cost rise or fall as your training goes on?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, -learning_rate)
    return parameters, costs


def nn_model__decays(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Is the last step taken with the same learning rate as the first?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate / (1 + 0.01 * i))
    return parameters, costs


def nn_model__gives_up_on_a_plateau(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """If the cost hardly falls for a while, is training over?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
        if len(costs) > 1 and abs(costs[-2] - costs[-1]) < 1e-2:
            break
    return parameters, costs


def nn_model__always_four_units(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Is the hidden layer as large as the caller asked for?"""
    n_x, n_h, n_y = layer_sizes(X, Y, 4)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__sizes_swapped(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """In which order does initialize_parameters take the sizes?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_h, n_x, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__large_start(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Where does training start: with the weights that initialize_parameters gives?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    parameters = {name: 100 * array for name, array in parameters.items()}
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__zero_start(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """What happened to the random start?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    parameters = {name: 0 * array for name, array in parameters.items()}
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__first_example_only(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Do all examples take part in training?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        first = {name: array[:, :1] for name, array in cache.items()}
        grads = backward_propagation(parameters, first, X[:, :1], Y[:, :1])
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__one_example_an_iteration(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Over how many examples is each of your steps averaged?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        one = i % X.shape[1]
        part = {name: array[:, one : one + 1] for name, array in cache.items()}
        grads = backward_propagation(parameters, part, X[:, one : one + 1], Y[:, one : one + 1])
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__centres_the_inputs(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Do the returned parameters fit the inputs as the caller has them?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    X = X - X.mean(axis=1, keepdims=True)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__biases_never_move(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Which of the parameters never change during your training?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        moved = update_parameters(parameters, grads, learning_rate)
        parameters = {"W1": moved["W1"], "b1": parameters["b1"], "W2": moved["W2"], "b2": parameters["b2"]}
    return parameters, costs


def nn_model__hidden_layer_never_moves(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Does the hidden layer learn anything in your loop?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        moved = update_parameters(parameters, grads, learning_rate)
        parameters = {"W1": parameters["W1"], "b1": parameters["b1"], "W2": moved["W2"], "b2": moved["b2"]}
    return parameters, costs


def nn_model__labels_reversed(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """What does your network learn to call class 1?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, 1 - Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__cost_at_every_iteration(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """How many entries does the list have after 300 iterations?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__cost_at_every_thousandth(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """How often should a cost be recorded?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 1000 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__cost_at_every_tenth(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """How many iterations lie between two entries of your list?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 10 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__cost_at_the_end_of_each_hundred(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Does your list of costs tell how training began?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 99:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__cost_after_the_step(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Does the first entry of your list belong to the start, or to what came after it?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(forward_propagation(X, parameters)[0], Y))
    return parameters, costs


def nn_model__cost_averaged_over_each_hundred(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Is an entry the cost at one iteration, or a mean over many?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs, total = [], 0.0
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        total += compute_cost(A2, Y)
        if (i + 1) % 100 == 0 or i == 0:
            costs.append(total / (100 if i else 1))
            total = 0.0
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__cost_only_printed(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Where do the costs go: onto the screen or into the list?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            print(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__costs_start_again(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """How many entries does your list keep?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs = [compute_cost(A2, Y)]
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__only_the_last_cost(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Is one cost enough to draw a learning curve?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, [compute_cost(A2, Y)]


def nn_model__cost_with_swapped_arguments(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """In which order does compute_cost take predictions and labels?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(Y, A2))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__cost_of_decisions(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Are the costs those of probabilities or of decisions?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost((A2 > 0.5).astype(float), Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


def nn_model__costs_reversed(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """In which direction does time run in your list of costs?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs[::-1]


def nn_model__no_costs(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """What else does the docstring promise besides the parameters?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters


def nn_model__costs_first(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """In which order does the docstring list what is returned?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return costs, parameters


def nn_model__no_return(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """What does the caller of your function get back?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)


def nn_model__returns_the_gradients(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Is it parameters that you return, under their names?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return grads, costs


def nn_model__flips_the_labels_in_place(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Are X and Y the same after training as before?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    Y[...] = 1 - Y
    return parameters, costs


def nn_model__another_default(X, Y, n_h, num_iterations=10000, learning_rate=0.01, rng=None):
    """What does the first line of the function say about the learning rate, and did you change it?"""
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs


# p0_answers


def p0_answers__no_mean():
    """There are three examples: where did the mean go?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 2]],
        "dW1": [[-1 / 2, 0.3], [1 / 2, -0.3]],
        "db1": [[1 / 2], [-1 / 2]],
        "W1": [[0.6, -0.36], [-0.6, 0.36]],
        "b1": [[-0.6], [0.6]],
        "W2": [[1, -1]],
        "b2": [[-0.6]],
    }


def p0_answers__bias_gradients_without_mean():
    """Are your bias gradients averaged like those of the weights?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 2]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 2], [-1 / 2]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.6], [0.6]],
        "W2": [[1, -1]],
        "b2": [[-0.6]],
    }


def p0_answers__sign():
    """Is the error the prediction minus the label, or the other way round?"""
    return {
        "J": np.log(2),
        "dZ2": [[1 / 2, -1 / 2, -1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[-1 / 6]],
        "dW1": [[1 / 6, -0.1], [-1 / 6, 0.1]],
        "db1": [[-1 / 6], [1 / 6]],
        "W1": [[-0.2, 0.12], [0.2, -0.12]],
        "b1": [[0.2], [-0.2]],
        "W2": [[1, -1]],
        "b2": [[0.2]],
    }


def p0_answers__ascends():
    """Which way does a step downhill go: with the gradient or against it?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[-0.2, 0.12], [0.2, -0.12]],
        "b1": [[0.2], [-0.2]],
        "W2": [[1, -1]],
        "b2": [[0.2]],
    }


def p0_answers__learning_rate_one():
    """How long is your step, and how long should it be?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[1 / 6, -0.1], [-1 / 6, 0.1]],
        "b1": [[-1 / 6], [1 / 6]],
        "W2": [[1, -1]],
        "b2": [[-1 / 6]],
    }


def p0_answers__log2():
    """In which unit did you measure the surprise of a coin flip?"""
    return {
        "J": 1.0,
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__half():
    """Is the cost a probability or its surprise?"""
    return {
        "J": 0.5,
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__summed_cost():
    """Is the cost a sum over the examples or a mean?"""
    return {
        "J": 3 * np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__negative_cost():
    """Can a cost be below zero?"""
    return {
        "J": -np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__zero_cost():
    """Does a network that cannot tell anything apart cost nothing?"""
    return {
        "J": 0.0,
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__hidden_layer_dead():
    """The hidden weights are zero: is their gradient zero too?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[0, 0], [0, 0]],
        "db1": [[0], [0]],
        "W1": [[0, 0], [0, 0]],
        "b1": [[0], [0]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__both_units_alike():
    """Do the two hidden units have the same outgoing weight?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 0.1], [-1 / 6, 0.1]],
        "db1": [[1 / 6], [1 / 6]],
        "W1": [[0.2, -0.12], [0.2, -0.12]],
        "b1": [[-0.2], [-0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__quarter_slope():
    """Which squash do the hidden units have, and how steep is it at zero?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 24, 1 / 40], [1 / 24, -1 / 40]],
        "db1": [[1 / 24], [-1 / 24]],
        "W1": [[0.05, -0.03], [-0.05, 0.03]],
        "b1": [[-0.05], [0.05]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__transposed():
    """Do the rows of dW1 belong to units or to inputs?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 6], [1 / 10, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.2], [-0.12, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__two_examples():
    """Did the third example get its say?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[0]],
        "dW1": [[-0.125, 0.175], [0.125, -0.175]],
        "db1": [[0], [0]],
        "W1": [[0.15, -0.21], [-0.15, 0.21]],
        "b1": [[0], [0]],
        "W2": [[1, -1]],
        "b2": [[0]],
    }


def p0_answers__output_weights_move():
    """What do silent hidden units contribute to the gradient of the output weights?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[1 / 6, -1 / 6]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[0.8, -0.8]],
        "b2": [[-0.2]],
    }


def p0_answers__output_bias_forgotten():
    """Which of the parameters did you leave where it was?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[0]],
    }


def p0_answers__start_forgotten():
    """From where does the step of the output weights start?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[0, 0]],
        "b2": [[-0.2]],
    }


def p0_answers__weights_changed_too_early():
    """Which of the four steps did you not take?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0, 0], [0, 0]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__entry_missing():
    """Is every entry of the list in the docstring filled?"""
    return {
        "J": np.log(2),
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0.2, -0.12], [-0.2, 0.12]],
        "b1": [[-0.2], [0.2]],
        "W2": [[1, -1]],
        "b2": [[-0.2]],
    }


def p0_answers__no_step():
    """What is the difference between the parameters before and after a step?"""
    return {
        "J": np.log(2),
        "dZ2": [[-1 / 2, 1 / 2, 1 / 2]],
        "dW2": [[0, 0]],
        "db2": [[1 / 6]],
        "dW1": [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]],
        "db1": [[1 / 6], [-1 / 6]],
        "W1": [[0, 0], [0, 0]],
        "b1": [[0], [0]],
        "W2": [[1, -1]],
        "b2": [[0]],
    }
