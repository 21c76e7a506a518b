"""Equivalent mutants of deep_network: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

POSITION = (
    "Students may rename parameters, so all calls are by position: whoever says training has said keep_prob before, "
    "and without training nothing is dropped."
)
IDENTITY = "With keep_prob 1 every draw from [0, 1) is kept and divided by 1: such a mask, of ones, may be drawn or left out."
MEASURE_ZERO = "A draw equals keep_prob once in 2 ** 53 draws: the share that is kept is the same."
START = (
    "Which of the two scalings a network starts with is free, as long as the spread suits the inputs: a variant "
    "always takes he."
)
LABELS = "Zeros and ones of any dtype are accepted as labels."
TIE = (
    "A probability of exactly one half is a tie, and either class is accepted, as in one_hidden_layer: a variant there says 1."
)

EQUIVALENT = (
    Equivalent(
        "deep_forward",
        "constant",
        "def deep_forward(X, parameters, activation='relu', keep_prob=1.0, rng=None, training=False):",
        "def deep_forward(X, parameters, activation='relu', keep_prob=2.0, rng=None, training=False):",
        POSITION,
    ),
    Equivalent(
        "deep_forward",
        "constant",
        "def deep_forward(X, parameters, activation='relu', keep_prob=1.0, rng=None, training=False):",
        "def deep_forward(X, parameters, activation='relu', keep_prob=0.0, rng=None, training=False):",
        POSITION,
    ),
    Equivalent(
        "deep_forward",
        "constant",
        "def deep_forward(X, parameters, activation='relu', keep_prob=1.0, rng=None, training=False):",
        "def deep_forward(X, parameters, activation='relu', keep_prob=-1.0, rng=None, training=False):",
        POSITION,
    ),
    Equivalent("deep_forward", "logic", "training and keep_prob < 1", "training", IDENTITY),
    Equivalent("deep_forward", "comparison", "keep_prob < 1", "keep_prob <= 1", IDENTITY),
    Equivalent("deep_forward", "constant", "keep_prob < 1", "keep_prob < 2", IDENTITY),
    Equivalent(
        "deep_forward", "comparison", "draws.random(A.shape) < keep_prob", "draws.random(A.shape) <= keep_prob", MEASURE_ZERO
    ),
    Equivalent(
        "NeuralNetwork.__init__",
        "condition",
        "'he' if activation == 'relu' else 'xavier'",
        "'he' if not activation == 'relu' else 'xavier'",
        START,
    ),
    Equivalent("NeuralNetwork.__init__", "condition", "'he' if activation == 'relu' else 'xavier'", "'he'", START),
    Equivalent("NeuralNetwork.__init__", "condition", "'he' if activation == 'relu' else 'xavier'", "'xavier'", START),
    Equivalent("NeuralNetwork.__init__", "comparison", "activation == 'relu'", "activation != 'relu'", START),
    Equivalent("NeuralNetwork.__init__", "variable", "activation == 'relu'", "learning_rate == 'relu'", START),
    Equivalent("NeuralNetwork.__init__", "string", "activation == 'relu'", "activation == 'he'", START),
    Equivalent(
        "NeuralNetwork.__init__",
        "string",
        "'he' if activation == 'relu' else 'xavier'",
        "'xavier' if activation == 'relu' else 'xavier'",
        START,
    ),
    Equivalent("NeuralNetwork.predict", "call", "(AL > 0.5).astype(int)", "AL > 0.5", LABELS),
    Equivalent("NeuralNetwork.predict", "comparison", "(AL > 0.5).astype", "(AL >= 0.5).astype", TIE),
)
