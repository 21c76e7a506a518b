"""Equivalent mutants of deep_network: small changes to the solution that leave it right; trusted side."""

from autograder.testing.equivalent import Equivalent

START = (
    "Which of the two scalings a network starts with is free, as long as the spread suits the inputs: a variant "
    "always takes he."
)
LABELS = "Zeros and ones of any dtype are accepted as labels."
TIE = (
    "A probability of exactly one half is a tie, and either class is accepted, as in one_hidden_layer: a variant there says 1."
)

EXTRA = "One round more adds gradients under names of its own: extra entries are allowed."
SIDES = "Two answers are compared: which of them stands first makes no difference."
UNSEEN = "No version is wrong in this tensor of the caches alone: a student's test may leave it out."
ORDER = "In which order things are compared makes no difference."

EQUIVALENT = (
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
    Equivalent("deep_backward", "constant", "range(len(caches), 0, -1)", "range(len(caches), -1, -1)", EXTRA),
    Equivalent("expose_forward", "order", "('relu', 'tanh')", "('tanh', 'relu')", ORDER),
    Equivalent(
        "expose_forward",
        "order",
        "(deep_forward(X_tiny, paper, activation), f(X_tiny, paper, activation))",
        "(f(X_tiny, paper, activation), deep_forward(X_tiny, paper, activation))",
        SIDES,
    ),
    Equivalent("expose_forward", "order", "('A_prev', 'Z', 'W', 'b')", "('Z', 'A_prev', 'W', 'b')", ORDER),
    Equivalent("expose_forward", "order", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'W', 'Z', 'b')", ORDER),
    Equivalent("expose_forward", "order", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'Z', 'b', 'W')", ORDER),
    Equivalent("expose_forward", "string", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'W', 'W', 'b')", UNSEEN),
    Equivalent("expose_forward", "string", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'b', 'W', 'b')", UNSEEN),
    Equivalent("expose_forward", "string", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'Z', 'b', 'b')", UNSEEN),
    Equivalent("expose_forward", "string", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'Z', 'Z', 'b')", UNSEEN),
    Equivalent("expose_forward", "string", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'Z', 'W', 'Z')", UNSEEN),
    Equivalent("expose_forward", "string", "('A_prev', 'Z', 'W', 'b')", "('A_prev', 'Z', 'W', 'W')", UNSEEN),
    Equivalent("expose_forward", "argument", "map(np.allclose, mine, its)", "map(np.allclose, its, mine)", SIDES),
)
