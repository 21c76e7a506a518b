"""Equivalent mutants of neuron_activations: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

AT_ZERO = "At 0 both branches say the same: decay is 1 there, and both are 1 / 2."
PRODUCT = "The product of a width with the next one does not mind which is called before and which after."
ZIP = "zip ends with its shorter argument, so the last width is left out either way."
MAXIMUM = "A maximum does not mind the order of its arguments."
KINK = "At the kink any slope between that of the left side and that of the right is accepted (CURRICULUM, section 3)."
LEAKY_AT_ZERO = "At 0 both branches are 0."

EQUIVALENT = (
    Equivalent(
        "sigmoid",
        "comparison",
        "np.where(z >= 0, 1.0 / (1.0 + decay), decay / (1.0 + decay))",
        "np.where(z > 0, 1.0 / (1.0 + decay), decay / (1.0 + decay))",
        AT_ZERO,
    ),
    Equivalent(
        "count_parameters", "argument", "zip(layer_dims[:-1], layer_dims[1:])", "zip(layer_dims[1:], layer_dims[:-1])", PRODUCT
    ),
    Equivalent("count_parameters", "bound", "layer_dims[:-1]", "layer_dims[:]", ZIP),
    Equivalent("relu", "argument", "np.maximum(0.0, z)", "np.maximum(z, 0.0)", MAXIMUM),
    Equivalent("relu_derivative", "comparison", "(z > 0).astype", "(z >= 0).astype", KINK),
    Equivalent("leaky_relu_derivative", "comparison", "np.where(z > 0, 1.0, alpha)", "np.where(z >= 0, 1.0, alpha)", KINK),
    Equivalent("leaky_relu", "comparison", "np.where(z > 0, z, alpha * z)", "np.where(z >= 0, z, alpha * z)", LEAKY_AT_ZERO),
)
