"""What each function of this assignment returns, as a structure; trusted side."""

from autograder.testing.returns import Array, Returns, Whole

RETURNS: dict[str, Returns] = {
    "sigmoid": Array(),
    "sigmoid_derivative": Array(),
    "tanh_derivative": Array(),
    "relu": Array(),
    "relu_derivative": Array(),
    "leaky_relu": Array(),
    "leaky_relu_derivative": Array(),
    "count_parameters": Whole(),
}
