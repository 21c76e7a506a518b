"""What the exercises of beyond_binary return, as structures; trusted side."""

from autograder.testing.returns import Anything, Array, Dict, Number, Numbers, Returns, Tuple

RETURNS: dict[str, Returns] = {
    "softmax": Array(),
    "one_hot": Array(),
    "cross_entropy": Number(),
    "softmax_backward": Array(),
    "confusion_matrix": Array(),
    "batchnorm_forward": Tuple((Array(), Anything(), Dict(("mean", "var"))), names=("the output", "the cache", "running")),
    "batchnorm_backward": Tuple((Array(), Array(), Array()), names=("dZ", "dgamma", "dbeta")),
    "layer_gradient_norms": Numbers(),
    "backward_signal": Numbers(),
    "update_parameters_with_rmsprop": Tuple((Dict(), Dict()), names=("parameters", "s")),
    "update_parameters_with_classical_momentum": Tuple((Dict(), Dict()), names=("parameters", "v")),
}
