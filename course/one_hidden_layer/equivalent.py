"""Equivalent mutants of one_hidden_layer: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

SIGN = (
    "A normal number with its sign turned round is drawn from the same distribution: only seeded draws differ, and "
    "none is stored."
)
CLIP = "Clipping is min(max(low, A), high), and a maximum does not mind which of its two arguments comes first."
GUARD = "How far from 0 and 1 the guard keeps the logarithm is free: a saturated wrong answer may cost anything in [10, 800]."
EXAMPLES = "Both arrays have one column for each example."
NUMBER = "A NumPy number is as good an answer as a float (CURRICULUM, section 3)."
KEYS = "The order of a dictionary's keys is free: tensors are found by name."
ITERATIONS = (
    "Costs are kept every hundred iterations, with or without one after the last: both lengths are accepted. What one"
    " step in ten thousand changes is far less than what two random starts differ by, and no start can be given "
    "without giving the number too."
)
LABELS = "Zeros and ones of any dtype are accepted as labels."
TIE = "A probability of exactly one half is a tie, and either class is accepted: a variant answers 1."
SIDES = "Two answers are compared: which of them stands first makes no difference."

EQUIVALENT = (
    Equivalent(
        "initialize_parameters",
        "constant",
        "rng.standard_normal((n_h, n_x)) * 0.01",
        "rng.standard_normal((n_h, n_x)) * -0.01",
        SIGN,
    ),
    Equivalent(
        "initialize_parameters",
        "constant",
        "rng.standard_normal((n_y, n_h)) * 0.01",
        "rng.standard_normal((n_y, n_h)) * -0.01",
        SIGN,
    ),
    Equivalent("compute_cost", "argument", "np.clip(A2, 1e-12, 1 - 1e-12)", "np.clip(1e-12, A2, 1 - 1e-12)", CLIP),
    Equivalent("compute_cost", "constant", "np.clip(A2, 1e-12, 1 - 1e-12)", "np.clip(A2, 2e-12, 1 - 1e-12)", GUARD),
    Equivalent("compute_cost", "constant", "np.clip(A2, 1e-12, 1 - 1e-12)", "np.clip(A2, 1e-12, 1 - 2e-12)", GUARD),
    Equivalent("compute_cost", "variable", "m = Y.shape[1]", "m = A.shape[1]", EXAMPLES),
    Equivalent("backward_propagation", "variable", "m = X.shape[1]", "m = Y.shape[1]", EXAMPLES),
    Equivalent(
        "compute_cost",
        "call",
        "float(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m)",
        "-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m",
        NUMBER,
    ),
    Equivalent("compute_accuracy", "call", "float(np.mean(predictions == Y) * 100)", "np.mean(predictions == Y) * 100", NUMBER),
    Equivalent("update_parameters", "order", "('W1', 'b1', 'W2', 'b2')", "('b1', 'W1', 'W2', 'b2')", KEYS),
    Equivalent("update_parameters", "order", "('W1', 'b1', 'W2', 'b2')", "('W1', 'W2', 'b1', 'b2')", KEYS),
    Equivalent("update_parameters", "order", "('W1', 'b1', 'W2', 'b2')", "('W1', 'b1', 'b2', 'W2')", KEYS),
    Equivalent(
        "nn_model",
        "constant",
        "def nn_model(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):",
        "def nn_model(X, Y, n_h, num_iterations=10001, learning_rate=1.2, rng=None):",
        ITERATIONS,
    ),
    Equivalent(
        "nn_model",
        "constant",
        "def nn_model(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):",
        "def nn_model(X, Y, n_h, num_iterations=9999, learning_rate=1.2, rng=None):",
        ITERATIONS,
    ),
    Equivalent("predict", "call", "(A2 > 0.5).astype(float)", "A2 > 0.5", LABELS),
    Equivalent("predict", "comparison", "(A2 > 0.5).astype", "(A2 >= 0.5).astype", TIE),
    Equivalent(
        "expose_cost",
        "argument",
        "np.isclose(f(A2, Y_tiny), compute_cost(A2, Y_tiny))",
        "np.isclose(compute_cost(A2, Y_tiny), f(A2, Y_tiny))",
        SIDES,
    ),
)
