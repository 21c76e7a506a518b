"""Equivalent mutants of check_and_init: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

CENTRAL = (
    "A central difference with the step turned round subtracts the same two values and divides by the opposite: the "
    "same number."
)
FILLED = "Every entry is written before the array is returned, so what it held at first is never seen."
SHAPE = "The gradient has the shape of the point."
NUMBER = "A NumPy number is as good an answer as a float (CURRICULUM, section 3)."
FLOOR = "A relative error is never negative, so the first of the four replaces either start."
WORST = "The largest of four numbers does not depend on the order in which they are compared."
SYMMETRIC = "The relative error of a and b is that of b and a."
SIGN = (
    "A normal number with its sign turned round is drawn from the same distribution: only seeded draws differ, and "
    "none is stored."
)
SEED = "A function that seeds its own draws is accepted (CURRICULUM, section 7): a variant does so."
ZIP = "zip ends with its shorter argument, so the last width is left out either way."

EQUIVALENT = (
    Equivalent(
        "numerical_gradient",
        "constant",
        "def numerical_gradient(f, theta, epsilon=1e-05):",
        "def numerical_gradient(f, theta, epsilon=-1e-05):",
        CENTRAL,
    ),
    Equivalent(
        "gradient_check",
        "constant",
        "def gradient_check(parameters, X, Y, epsilon=1e-05):",
        "def gradient_check(parameters, X, Y, epsilon=-1e-05):",
        CENTRAL,
    ),
    Equivalent("numerical_gradient", "function", "np.zeros_like(point)", "np.ones_like(point)", FILLED),
    Equivalent("numerical_gradient", "variable", "np.ndindex(point.shape)", "np.ndindex(gradient.shape)", SHAPE),
    Equivalent("relative_error", "call", "float(np.linalg.norm(a - b) / size)", "np.linalg.norm(a - b) / size", NUMBER),
    Equivalent("gradient_check", "constant", "worst = 0.0", "worst = -1.0", FLOOR),
    Equivalent("gradient_check", "order", "('W1', 'b1', 'W2', 'b2')", "('b1', 'W1', 'W2', 'b2')", WORST),
    Equivalent("gradient_check", "order", "('W1', 'b1', 'W2', 'b2')", "('W1', 'W2', 'b1', 'b2')", WORST),
    Equivalent("gradient_check", "order", "('W1', 'b1', 'W2', 'b2')", "('W1', 'b1', 'b2', 'W2')", WORST),
    Equivalent(
        "gradient_check",
        "argument",
        "max(worst, relative_error(grads['d' + name], numeric))",
        "max(relative_error(grads['d' + name], numeric), worst)",
        WORST,
    ),
    Equivalent(
        "gradient_check",
        "argument",
        "relative_error(grads['d' + name], numeric)",
        "relative_error(numeric, grads['d' + name])",
        SYMMETRIC,
    ),
    Equivalent("initialize_deep", "constant", "lambda n_in: 0.01", "lambda n_in: -0.01", SIGN),
    Equivalent("initialize_deep", "constant", "lambda n_in: 1.0", "lambda n_in: -1.0", SIGN),
    Equivalent("initialize_deep", "bound", "layer_dims[:-1]", "layer_dims[:]", ZIP),
    Equivalent("initialize_deep", "function", "np.random.default_rng()", "np.random.default_rng(0)", SEED),
)
