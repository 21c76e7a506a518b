"""What each function of this assignment returns, as a structure; trusted side."""

from autograder.testing.returns import Array, Returns

RETURNS: dict[str, Returns] = {
    "as_row": Array(),
    "feature_means": Array(),
    "add_bias": Array(),
    "clipped_copy": Array(),
    "standardize": Array(),
}
