"""Equivalent mutants of optimizers: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

EXAMPLES = "Both arrays have one column for each example."
ZEROS = "Both dictionaries hold the same zeros."

EQUIVALENT = (
    Equivalent("create_mini_batches", "variable", "m = X.shape[1]", "m = Y.shape[1]", EXAMPLES),
    Equivalent("initialize_adam", "order", "return (v, s)", "return (s, v)", ZEROS),
)
