"""What each function of `one_hidden_layer` returns, as a structure; trusted side."""

from autograder.testing.returns import Anything, Array, Dict, Number, Numbers, Returns, Truth, Tuple, Whole

RETURNS: dict[str, Returns] = {
    "layer_sizes": Tuple((Whole(), Whole(), Whole()), names=("n_x", "n_h", "n_y")),
    "initialize_parameters": Dict(("W1", "b1", "W2", "b2")),
    "forward_propagation": Tuple((Array(), Dict(("Z1", "A1", "Z2", "A2"))), names=("A2", "the cache")),
    "compute_cost": Number(),
    "backward_propagation": Dict(("dW1", "db1", "dW2", "db2")),
    "update_parameters": Dict(("W1", "b1", "W2", "b2")),
    "predict": Array(),
    "compute_accuracy": Number(),
    "nn_model": Tuple((Dict(("W1", "b1", "W2", "b2")), Numbers()), names=("the parameters", "the list of costs")),
    "p0_answers": Anything(),  # judged entry by entry, so that one entry left out costs that entry alone
    "expose_cost": Truth(),
}
