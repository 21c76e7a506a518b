"""Equivalent mutants of regularization: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

FROM_THE_END = (
    "A slice that leaves out the last 80% is the slice of the first 20%, give or take the one example of rounding, "
    "which is free."
)
GENERATOR = (
    "Tests seed the global generator together with the one that they pass: where the numbers come from is free "
    "(CURRICULUM, section 3)."
)
EXAMPLES = "Both arrays have one column for each example."
MEASURE_ZERO = "A draw equals keep_prob once in 2 ** 53 draws: the share that is kept is the same."

IDENTITY = "With keep_prob 1 every draw from [0, 1) is kept and divided by 1: such a mask, of ones, may be drawn or left out."

GIVEN = "The line is given to students, and its default is plain work: every test here needs dropout or decay, and names it."
UNREAD = "Nothing reads the biases in a cache here; the tests of deep_network ask for them."
EXTRA = "One round more adds gradients under names of its own: extra entries are allowed."
PRODUCT = "The mask times the message is the message times the mask."
NO_DECAY = "A strength of zero adds zero to every gradient."
KEYS = "The order of a dictionary's keys is free: tensors are found by name."
WEIGHTS = "The decay reads the weights, and no other tensor of this dictionary."
SIDES = "Two answers are compared: which of them stands first makes no difference."

EQUIVALENT = (
    Equivalent(
        "split_train_validation",
        "constant",
        "def split_train_validation(X, Y, validation_split=0.2, rng=None):",
        "def split_train_validation(X, Y, validation_split=-0.8, rng=None):",
        FROM_THE_END,
    ),
    Equivalent("split_train_validation", "condition", "np.random if rng is None else rng", "np.random", GENERATOR),
    Equivalent("dropout_forward", "condition", "np.random if rng is None else rng", "np.random", GENERATOR),
    Equivalent(
        "split_train_validation", "variable", "X.shape[1] * validation_split", "Y.shape[1] * validation_split", EXAMPLES
    ),
    Equivalent("split_train_validation", "variable", "rng.permutation(X.shape[1])", "rng.permutation(Y.shape[1])", EXAMPLES),
    Equivalent(
        "dropout_forward", "comparison", "rng.random(A.shape) < keep_prob", "rng.random(A.shape) <= keep_prob", MEASURE_ZERO
    ),
    Equivalent("deep_forward", "comparison", "keep_prob < 1", "keep_prob <= 1", IDENTITY),
    Equivalent("deep_forward", "constant", "keep_prob < 1", "keep_prob < 2", IDENTITY),
    Equivalent(
        "deep_forward",
        "string",
        "def deep_forward(X, parameters, activation='relu', keep_prob=1.0, rng=None, training=False):",
        "def deep_forward(X, parameters, activation='mask', keep_prob=1.0, rng=None, training=False):",
        GIVEN,
    ),
    Equivalent(
        "deep_forward",
        "constant",
        "def deep_forward(X, parameters, activation='relu', keep_prob=1.0, rng=None, training=False):",
        "def deep_forward(X, parameters, activation='relu', keep_prob=2.0, rng=None, training=False):",
        GIVEN,
    ),
    Equivalent(
        "deep_forward",
        "constant",
        "def deep_forward(X, parameters, activation='relu', keep_prob=1.0, rng=None, training=False):",
        "def deep_forward(X, parameters, activation='relu', keep_prob=0.0, rng=None, training=False):",
        GIVEN,
    ),
    Equivalent(
        "deep_forward",
        "constant",
        "def deep_forward(X, parameters, activation='relu', keep_prob=1.0, rng=None, training=False):",
        "def deep_forward(X, parameters, activation='relu', keep_prob=-1.0, rng=None, training=False):",
        GIVEN,
    ),
    Equivalent("deep_forward", "argument", "dropout_forward(A, keep_prob, rng)", "dropout_forward(A, keep_prob)", GENERATOR),
    Equivalent(
        "deep_forward",
        "variable",
        "{'A_prev': A_prev, 'Z': Z, 'W': W, 'b': b, 'mask': mask}",
        "{'A_prev': A_prev, 'Z': Z, 'W': W, 'b': X, 'mask': mask}",
        UNREAD,
    ),
    Equivalent(
        "deep_backward",
        "string",
        "def deep_backward(AL, Y, caches, activation='relu', keep_prob=1.0, lambd=0.0):",
        "def deep_backward(AL, Y, caches, activation='mask', keep_prob=1.0, lambd=0.0):",
        GIVEN,
    ),
    Equivalent(
        "deep_backward",
        "constant",
        "def deep_backward(AL, Y, caches, activation='relu', keep_prob=1.0, lambd=0.0):",
        "def deep_backward(AL, Y, caches, activation='relu', keep_prob=2.0, lambd=0.0):",
        GIVEN,
    ),
    Equivalent(
        "deep_backward",
        "constant",
        "def deep_backward(AL, Y, caches, activation='relu', keep_prob=1.0, lambd=0.0):",
        "def deep_backward(AL, Y, caches, activation='relu', keep_prob=0.0, lambd=0.0):",
        GIVEN,
    ),
    Equivalent(
        "deep_backward",
        "constant",
        "def deep_backward(AL, Y, caches, activation='relu', keep_prob=1.0, lambd=0.0):",
        "def deep_backward(AL, Y, caches, activation='relu', keep_prob=-1.0, lambd=0.0):",
        GIVEN,
    ),
    Equivalent("deep_backward", "constant", "range(len(caches), 0, -1)", "range(len(caches), -1, -1)", EXTRA),
    Equivalent(
        "deep_backward",
        "argument",
        "dropout_backward(dA, below['mask'], keep_prob)",
        "dropout_backward(below['mask'], dA, keep_prob)",
        PRODUCT,
    ),
    Equivalent("deep_backward", "condition", "if lambd:", "if True:", NO_DECAY),
    Equivalent(
        "deep_backward",
        "order",
        "{f'{name}{l}': cache[name] for l, cache in enumerate(caches, start=1) for name in ('W', 'b')}",
        "{f'{name}{l}': cache[name] for l, cache in enumerate(caches, start=1) for name in ('b', 'W')}",
        KEYS,
    ),
    Equivalent(
        "deep_backward",
        "string",
        "{f'{name}{l}': cache[name] for l, cache in enumerate(caches, start=1) for name in ('W', 'b')}",
        "{f'{name}{l}': cache[name] for l, cache in enumerate(caches, start=1) for name in ('W', 'Z')}",
        WEIGHTS,
    ),
    Equivalent(
        "expose_l2",
        "argument",
        "np.allclose(f(*L2_TRY), compute_cost_with_l2(*L2_TRY))",
        "np.allclose(compute_cost_with_l2(*L2_TRY), f(*L2_TRY))",
        SIDES,
    ),
)
