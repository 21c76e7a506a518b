"""Equivalent mutants of optimizers: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

EXAMPLES = "Both arrays have one column for each example."
ZEROS = "Both dictionaries hold the same zeros."
SIDES = "Two answers are compared: which of them stands first makes no difference."
CALL = "A student's test may call with any values that tell the versions apart, and these do as well."

EQUIVALENT = (
    Equivalent("create_mini_batches", "variable", "m = X.shape[1]", "m = Y.shape[1]", EXAMPLES),
    Equivalent("initialize_adam", "order", "return (v, s)", "return (s, v)", ZEROS),
    Equivalent("expose_momentum", "order", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, P0_moving, G0, 1.2, 0.8)", CALL),
    Equivalent("expose_momentum", "order", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 0.8, 1.2)", CALL),
    Equivalent("expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 2.2, 0.8)", CALL),
    Equivalent(
        "expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 0.19999999999999996, 0.8)", CALL
    ),
    Equivalent("expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, -1.2, 0.8)", CALL),
    Equivalent("expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 2.4, 0.8)", CALL),
    Equivalent("expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 1.2, 1.8)", CALL),
    Equivalent(
        "expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 1.2, -0.19999999999999996)", CALL
    ),
    Equivalent("expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 1.2, -0.8)", CALL),
    Equivalent("expose_momentum", "constant", "(P0, G0, P0_moving, 1.2, 0.8)", "(P0, G0, P0_moving, 1.2, 1.6)", CALL),
    Equivalent(
        "expose_momentum",
        "argument",
        "zip(update_parameters_with_momentum(*given), f(*given), (P0, G0))",
        "zip(f(*given), update_parameters_with_momentum(*given), (P0, G0))",
        SIDES,
    ),
    Equivalent(
        "expose_momentum", "argument", "np.allclose(its[name], mine[name])", "np.allclose(mine[name], its[name])", SIDES
    ),
)
