"""Equivalent mutants of warmup: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

RESHAPE = "NumPy takes any negative size as the one to work out; -1 is only the usual one."
CLIP = "Clipping is min(max(low, A), high), and a maximum does not mind which of its two arguments comes first."
SHIFT = "A spread is measured from the mean: taking the mean away first does not change it."
CONSTANT_FEATURE = "Where the spread is 0, the centred feature is 0 as well, and 0 divided by any number but 0 is 0."

EQUIVALENT = (
    Equivalent("as_row", "constant", "y.reshape(1, -1)", "y.reshape(1, -2)", RESHAPE),
    Equivalent("add_bias", "constant", "b.reshape(-1, 1)", "b.reshape(-2, 1)", RESHAPE),
    Equivalent("clipped_copy", "argument", "np.clip(A, low, high)", "np.clip(low, A, high)", CLIP),
    Equivalent("standardize", "variable", "np.std(X, axis=1, keepdims=True)", "np.std(centred, axis=1, keepdims=True)", SHIFT),
    Equivalent(
        "standardize", "constant", "np.where(spread == 0, 1.0, spread)", "np.where(spread == 0, 2.0, spread)", CONSTANT_FEATURE
    ),
    Equivalent(
        "standardize", "constant", "np.where(spread == 0, 1.0, spread)", "np.where(spread == 0, -1.0, spread)", CONSTANT_FEATURE
    ),
)
