"""The known mistakes of `deep_network` that are no patch of a function of bases.py, but one of their own; trusted side."""

import numpy as np


def expose_forward__always_true(f):
    """Would a right version be accused as well?"""
    return True


def expose_forward__always_false(f):
    """Is there any version that your test would call wrong?"""
    return False


def expose_forward__default_activation_alone(f):
    """With which activations did you call f?"""
    return not np.allclose(f(X_tiny, paper, "relu")[0], deep_forward(X_tiny, paper, "relu")[0])


def expose_forward__answer_alone(f):
    """What else does f return, beside the probabilities?"""
    return any(not np.allclose(f(X_tiny, paper, name)[0], deep_forward(X_tiny, paper, name)[0]) for name in ("relu", "tanh"))


def expose_forward__number_of_caches_alone(f):
    """May a list of the right length hold the wrong things?"""
    return len(f(X_tiny, paper, "tanh")[1]) != len(deep_forward(X_tiny, paper, "tanh")[1])


def expose_forward__biases_of_zero(f):
    """Does a lost bias show where all biases are zero?"""
    blank = {name: value * (name[0] == "W") for name, value in paper.items()}
    return any(not np.allclose(f(X_tiny, blank, name)[0], deep_forward(X_tiny, blank, name)[0]) for name in ("relu", "tanh"))
