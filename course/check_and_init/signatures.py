"""What each function of the assignment check_and_init returns; trusted side."""

from autograder.testing.returns import Anything, Array, Dict, Number, Returns

RETURNS: dict[str, Returns] = {
    "numerical_gradient": Array(),
    "relative_error": Number(),
    "gradient_check": Number(),
    "initialize_deep": Dict(each=Anything()),
    "bug_hunt_answers": Dict(each=Anything()),
}
