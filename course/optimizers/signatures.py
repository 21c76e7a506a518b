"""What every function of the assignment `optimizers` returns, as a structure; trusted side."""

from autograder.testing.returns import Anything, Array, Dict, ListOf, Number, Returns, Truth, Tuple

TENSORS = Dict(each=Anything())  # extra entries may hold anything; the tests look at the ones they need

RETURNS: dict[str, Returns] = {
    "create_mini_batches": ListOf(Tuple((Array(), Array()), names=("X of a mini-batch", "Y of a mini-batch"))),
    "initialize_velocity": TENSORS,
    "update_parameters_with_momentum": Tuple((TENSORS, TENSORS), names=("the parameters", "the velocity v")),
    "initialize_adam": Tuple((TENSORS, TENSORS), names=("v", "s")),
    "adam_states_are_separate": Truth(),
    "update_parameters_with_adam": Tuple((TENSORS, TENSORS, TENSORS), names=("the parameters", "v", "s")),
    "exponential_decay": Number(),
    "expose_momentum": Truth(),
}
