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
)
