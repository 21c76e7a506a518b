"""Equivalent mutants of beyond_binary: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

ROWS = (
    "A row of one number a column is subtracted from, or divides, every row of the matrix, whether it has one dimension or two."
)
ONE_DIMENSION = "y has one dimension: the first is the last."
NUMBER = "A NumPy number is as good an answer as a float (CURRICULUM, section 3)."
CLIP = "Clipping from below is a maximum, and a maximum does not mind the order of its arguments."
GUARD = "How far from 0 the guard keeps the logarithm is free: a saturated wrong answer may cost anything in [10, 800]."
EXAMPLES = "Both arrays have one column for each example."
COUNTS = "Counts of any dtype are accepted."
SHARED = "The values are the same, and nothing writes into them: whether they are copies is free."
PRODUCT = "The two are used once, as factors of one product."

EQUIVALENT = (
    Equivalent("softmax", "argument", "np.max(Z, axis=0, keepdims=True)", "np.max(Z, axis=0)", ROWS),
    Equivalent("softmax", "constant", "np.max(Z, axis=0, keepdims=True)", "np.max(Z, axis=0, keepdims=False)", ROWS),
    Equivalent("softmax", "argument", "np.sum(exponentials, axis=0, keepdims=True)", "np.sum(exponentials, axis=0)", ROWS),
    Equivalent(
        "softmax",
        "constant",
        "np.sum(exponentials, axis=0, keepdims=True)",
        "np.sum(exponentials, axis=0, keepdims=False)",
        ROWS,
    ),
    Equivalent("one_hot", "constant", "(num_classes, y.shape[0])", "(num_classes, y.shape[-1])", ONE_DIMENSION),
    Equivalent("one_hot", "constant", "np.arange(y.shape[0])", "np.arange(y.shape[-1])", ONE_DIMENSION),
    Equivalent(
        "cross_entropy",
        "call",
        "float(-np.sum(Y * np.log(np.clip(P, 1e-12, None))) / m)",
        "-np.sum(Y * np.log(np.clip(P, 1e-12, None))) / m",
        NUMBER,
    ),
    Equivalent(
        "layer_gradient_norms", "call", "float(np.linalg.norm(grads[f'dW{l}']))", "np.linalg.norm(grads[f'dW{l}'])", NUMBER
    ),
    Equivalent("backward_signal", "call", "float(np.linalg.norm(dZ))", "np.linalg.norm(dZ)", NUMBER),
    Equivalent("backward_signal", "call", "float(np.linalg.norm(dZ))", "np.linalg.norm(dZ)", NUMBER, nth=2),
    Equivalent("cross_entropy", "argument", "np.clip(P, 1e-12, None)", "np.clip(1e-12, P, None)", CLIP),
    Equivalent("cross_entropy", "constant", "np.clip(P, 1e-12, None)", "np.clip(P, 2e-12, None)", GUARD),
    Equivalent("softmax_backward", "variable", "(P - Y) / Y.shape[1]", "(P - Y) / P.shape[1]", EXAMPLES),
    Equivalent(
        "confusion_matrix",
        "argument",
        "np.zeros((num_classes, num_classes), dtype=int)",
        "np.zeros((num_classes, num_classes))",
        COUNTS,
    ),
    Equivalent(
        "batchnorm_forward", "call", "{'mean': mean.copy(), 'var': var.copy()}", "{'mean': mean, 'var': var.copy()}", SHARED
    ),
    Equivalent(
        "batchnorm_forward", "call", "{'mean': mean.copy(), 'var': var.copy()}", "{'mean': mean.copy(), 'var': var}", SHARED
    ),
    Equivalent(
        "batchnorm_backward",
        "order",
        "(cache['Z_hat'], cache['inv_std'], cache['gamma'])",
        "(cache['Z_hat'], cache['gamma'], cache['inv_std'])",
        PRODUCT,
    ),
)
