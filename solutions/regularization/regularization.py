# ---
# jupyter:
#   jupytext:
#     formats: source///ipynb,solutions///py:percent
#     cell_metadata_filter: nbgrader,tags,-all
#     notebook_metadata_filter: kernelspec,jupytext,-all
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Regularization
#
# **Time**: about 120 minutes; take a break in the middle. **Before it**: `optimizers`. **After it**: `sick_runs` and `choosing_a_network` (not graded), then `beyond_binary`.
#
# A network can learn its training examples by heart and still be poor at new ones. You build the tools against that: a **validation set** to see the trouble at all, an **L2 penalty**, **dropout**, and **early stopping**.
# At the end everything meets in **complete training**: a network of sizes 2, 32, 16, 8 and 1 on 2,000 examples.
#
# As always `X` is (n_x, m), `Y` is (1, m), one example a column; `parameters` holds `W1`, `b1`, ...

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.checks import Checks
from lesson.guesses import beside

# %% [markdown]
# ## Five minutes of recall
#
# Three questions on what came before. Think first, then write your answers, a number or a word each, in place of the dots. Nothing is graded.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_questions", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson import recall

recall.ask("regularization")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("regularization", [..., ..., ...])

# %% [markdown]
# ## 0. What you bring along
#
# You wrote all of this before, so here it is given: the cost, the activations, He initialization, mini-batches, Adam, and the deep passes,
# called `plain_forward` and `plain_backward`, because they know neither dropout nor a
# penalty. Run the two cells, and come back to them when you need them.

# %% nbgrader={"grade": false, "grade_id": "tools_network", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(z):
    """The output's activation, safe for large numbers of either sign."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


ACTIVATIONS = {  # each with its slope
    "relu": (lambda z: np.maximum(z, 0.0), lambda z: (z > 0).astype(float)),
    "tanh": (np.tanh, lambda z: 1.0 - np.tanh(z) ** 2),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1.0 - sigmoid(z))),
}


def compute_cost(AL, Y):
    """The plain cost: mean cross-entropy of probabilities AL (1, m) and labels Y (1, m), with guarded logarithms."""
    P = np.clip(AL, 1e-12, 1 - 1e-12)
    losses = -np.where(Y > 0.5, np.log(P), np.log1p(-P))
    return float(losses.sum() / Y.shape[1])


def compute_accuracy(AL, Y):
    """Percentage of examples on the right side of one half."""
    return float(100.0 * np.mean((AL > 0.5) == (Y > 0.5)))


def initialize_he(layer_dims, rng):
    """He initialization: normal weights of variance 2 / n_in, zero biases."""
    parameters = {}
    for l, (n_in, n_out) in enumerate(zip(layer_dims[:-1], layer_dims[1:]), start=1):
        parameters[f"W{l}"] = rng.normal(0.0, np.sqrt(2.0 / n_in), (n_out, n_in))
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


def plain_forward(X, parameters, activation="relu"):
    """Forward pass of any depth. Returns AL (n_L, m) and one cache a layer: caches[l - 1] belongs to layer l."""
    g, _ = ACTIVATIONS[activation]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches


def plain_backward(AL, Y, caches, activation="relu"):
    """Backward pass: the gradients "dW1", "db1", ..., each in the shape of its tensor."""
    _, g_slope = ACTIVATIONS[activation]
    m, grads = Y.shape[1], {}
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = cache["W"].T @ dZ
            dZ = dA * g_slope(caches[l - 2]["Z"])
    return grads

# %% nbgrader={"grade": false, "grade_id": "tools_training", "locked": true, "schema_version": 3, "solution": false, "task": false}
def create_mini_batches(X, Y, batch_size, rng):
    """Shuffle the examples; return a list of (X, Y) pieces of at most batch_size examples."""
    order = rng.permutation(X.shape[1])
    starts = range(0, len(order), batch_size)
    return [(X[:, order[i : i + batch_size]], Y[:, order[i : i + batch_size]]) for i in starts]


def initialize_adam(parameters):
    """Adam's two running averages, all zero."""
    return ({name: np.zeros_like(p) for name, p in parameters.items()} for _ in range(2))


def update_parameters_with_adam(parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8):
    """Step number t of Adam. Returns new parameters, v and s; the old ones are left alone."""
    v = {name: beta1 * v[name] + (1 - beta1) * grads["d" + name] for name in parameters}
    s = {name: beta2 * s[name] + (1 - beta2) * grads["d" + name] ** 2 for name in parameters}
    rate = learning_rate / (1 - beta1**t)
    unbias = 1 / (1 - beta2**t)
    new = {name: p - rate * v[name] / (np.sqrt(unbias * s[name]) + epsilon) for name, p in parameters.items()}
    return new, v, s


class Run:
    """One training run: `epoch` trains for one epoch, `validate` measures. They remember what happened, for the figures.

    All costs that are remembered are plain costs (no penalty) of the whole network (no dropout), so that training and
    validation can be compared.
    """

    def __init__(self, train, validation, keep_prob=1.0, lambd=0.0, learning_rate=0.001, batch_size=32, seed=0):
        self.train, self.validation = train, validation
        self.keep_prob, self.lambd = keep_prob, lambd
        self.learning_rate, self.batch_size = learning_rate, batch_size
        self.rng = np.random.default_rng(seed)
        self.adam, self.t = None, 0
        self.record = {"train_cost": [], "validation_cost": [], "train_accuracy": [], "validation_accuracy": []}

    def epoch(self, parameters):
        """Train for one epoch; return new parameters and the plain training cost."""
        v, s = self.adam or initialize_adam(parameters)
        for X, Y in create_mini_batches(*self.train, self.batch_size, self.rng):
            self.t += 1
            grads = self._gradients(X, Y, parameters)
            parameters, v, s = update_parameters_with_adam(parameters, grads, v, s, self.t, self.learning_rate)
        self.adam = v, s
        return parameters, self._measure("train", parameters, *self.train)

    def _gradients(self, X, Y, parameters):
        """The gradients of one batch: the plain passes and your L2, or, with dropout, your deep passes."""
        if self.keep_prob < 1:
            AL, caches = deep_forward(X, parameters, "relu", self.keep_prob, self.rng, training=True)
            return deep_backward(AL, Y, caches, "relu", self.keep_prob, self.lambd)
        AL, caches = plain_forward(X, parameters)
        grads = plain_backward(AL, Y, caches)
        return add_l2_to_gradients(grads, parameters, self.lambd, X.shape[1]) if self.lambd else grads

    def validate(self, parameters):
        """Return the plain cost on the validation set."""
        return self._measure("validation", parameters, *self.validation)

    def _measure(self, name, parameters, X, Y):
        AL, _ = plain_forward(X, parameters)
        self.record[name + "_cost"].append(compute_cost(AL, Y))
        self.record[name + "_accuracy"].append(compute_accuracy(AL, Y))
        return self.record[name + "_cost"][-1]


def run_for(run, layer_dims, epochs, seed=0):
    """Train for a fixed number of epochs, without stopping; return the last parameters."""
    parameters = initialize_he(layer_dims, np.random.default_rng(seed))
    for _ in range(epochs):
        parameters, _ = run.epoch(parameters)
        run.validate(parameters)
    return parameters

# %% [markdown] tags=["covers:overfitting"]
# ## 1. Overfitting, and the set that shows it
#
# The data are two noisy rings that overlap, so that no classifier can expect more than 91.9% on new
# examples (the *Bayes accuracy*).
#
# A large network (2, 64, 32, 1: 2,305 parameters) gets only **80 examples** for 300 epochs. Each epoch is measured
# on 1,000 examples that it never trains on.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_overfitting", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: the training cost will fall and fall. What will the cost on the unseen examples do during
# the 300 epochs: fall as well, level off, or something else? And the accuracy?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# The training cost goes towards zero. The validation cost falls for about 50 epochs and then rises to more than twice its
# lowest value, while the validation accuracy hardly moves: the network becomes more and more sure of its mistakes.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_overfitting", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_overfitting = ...  # last cost on the unseen examples, as a multiple of the lowest

# %% tags=["study", "covers:overfitting"] nbgrader={"grade": false, "grade_id": "study_overfitting", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_all, Y_all = data.complete(2000)
few, unseen = (X_all[:, :80], Y_all[:, :80]), (X_all[:, 1000:], Y_all[:, 1000:])

overfit_run = Run(few, unseen, learning_rate=0.005)
run_for(overfit_run, [2, 64, 32, 1], epochs=300)
overfit_record = overfit_run.record
plots.history(overfit_record, int(np.argmin(overfit_record["validation_cost"])))
plt.show()
print("plain cost on 80 training examples: %.3f" % overfit_record["train_cost"][-1])
print("lowest cost on unseen examples:     %.3f" % min(overfit_record["validation_cost"]))
print("last cost on unseen examples:       %.3f" % overfit_record["validation_cost"][-1])
beside("overfitting", guess_overfitting, overfit_record["validation_cost"][-1] / min(overfit_record["validation_cost"]), "times")

# %% [markdown] tags=["covers:validation-split"]
# Look where the two curves part: left of the dotted line the network learns something that holds for new examples,
# right of it something that holds for these 80 alone. The *cost* on unseen examples turns upwards, while the *accuracy*
# hardly says anything. That is why we watch the cost.
#
# ### Exercise 1: split off a validation set (2 points)
#
# `split_train_validation` sets a share of the data aside:
#
# | symbol | shape | meaning |
# |---|---|---|
# | `X`, `Y` | (n_x, m), (1, m) | all the data |
# | `validation_split` | number in (0, 1) | the share set aside, for example 0.2 |
# | `X_train`, `Y_train` | (n_x, m - k), (1, m - k) | for training |
# | `X_val`, `Y_val` | (n_x, k), (1, k) | for measuring; k is `validation_split` times m, rounded to a whole number |
#
# Every example is on **exactly one** side. It keeps **its own label**. And the choice is **random**:
# data often arrive sorted, and the last fifth of sorted data may be all of one class.
#
# On paper: three examples, a third of them set aside: 2 columns for training and 1 for validation.
#
# `rng` is a NumPy generator, such as `np.random.default_rng(0)`; when it is `None`, take NumPy's own (`np.random`), or make a new one. Either way,
# `rng.permutation(m)` returns the numbers 0 ... m - 1 in random order, and `X[:, numbers]` picks the columns with these numbers.

# %% nbgrader={"grade": false, "grade_id": "split_train_validation_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def split_train_validation(X, Y, validation_split=0.2, rng=None):
    """Set a random share of the examples aside for validation.

    X: (n_x, m). Y: (1, m). validation_split: the share set aside. rng: a NumPy generator, or None.
    Returns (X_train, Y_train, X_val, Y_val); X and Y are left as they are.
    """
    ### BEGIN SOLUTION
    rng = np.random if rng is None else rng
    n_val = round(X.shape[1] * validation_split)
    shuffled = rng.permutation(X.shape[1])
    val, train = shuffled[:n_val], shuffled[n_val:]
    return X[:, train], Y[:, train], X[:, val], Y[:, val]
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "split_train_validation", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
import random as python_random

X_tiny, Y_tiny = data.tiny()
X_count, Y_count = np.vstack([np.arange(50.0), -np.arange(50.0)]), np.arange(50.0).reshape(1, 50)


def split_count(share=0.2):
    """Split 50 examples whose label is their own number."""
    return split_train_validation(X_count, Y_count, share, np.random.default_rng(1))


def set_aside(seed):
    """The labels that are set aside; the generators of NumPy and of Python start alike as well."""
    np.random.seed(seed)
    python_random.seed(seed)
    return split_train_validation(X_count, Y_count, 0.2, np.random.default_rng(seed))[3]


def labels_of(pieces):
    """The labels of both sides together, in order."""
    return np.sort(np.hstack([pieces[1], pieces[3]]))


def without_their_label(pieces):
    """How many examples have another label than their own number."""
    return sum(int(np.sum(X[0] != Y[0])) for X, Y in (pieces[:2], pieces[2:]))


with Checks("split_train_validation", globals()) as check:
    check.shape("split_train_validation(X_tiny, Y_tiny, 1 / 3)[0]", (2, 2), "two of three examples are left for training")
    check.shape("split_train_validation(X_tiny, Y_tiny, 1 / 3)[3]", (1, 1), "one label is set aside")
    check("labels_of(split_count())", Y_count, "every example is on exactly one side")
    check("without_their_label(split_count())", 0, "every example keeps its label")
    check.shape("split_count(0.7)[2]", (2, 35), "another share of fifty examples")
    check.that("split_count()[3].min() < 40 and split_count()[3].max() > 9", "they do not all come from one end")
    check.that("len(np.unique(np.diff(np.sort(split_count()[3])))) > 2", "they do not come at equal steps")
    check.that("np.array_equal(set_aside(7), set_aside(7))", "the same generator, the same split")
    check.unchanged("split_train_validation(X_tiny, Y_tiny, 1 / 3)", "X_tiny", "Y_tiny")

# %% [markdown] tags=["covers:l2-penalty"]
# ## 2. The L2 penalty
#
# A network that bends sharply around single examples needs large weights. So make them expensive:
#
# $$ J_{\text{L2}} = J + \frac{\lambda}{2m} \sum_{l=1}^{L} \lVert W^{[l]} \rVert^2 $$
#
# $J$ is the plain cost, $\lVert W^{[l]} \rVert^2$ the sum of the squares of all entries of $W^{[l]}$, shape $(n_l, n_{l-1})$, $m$ the number of examples,
# and $\lambda \ge 0$ (`lambd` in code, since `lambda` is a word of Python) is how strict we are. Biases are not counted: they move a boundary,
# they do not bend it.
#
# (In training, $m$ is the number of examples **in the mini-batch**: with 32 of 1,600, the same $\lambda$ pulls 50 times as hard as with all of them. A good $\lambda$ belongs to its batch size.)
#
# ### Exercise 2: the cost and its gradient (3 points)
#
# **The cost.** On paper, with P0 (see below) on the three examples: $J = \ln 2$; the only weights that are not zero are
# $W^{[2]} = [1, -1]$, so the squares sum to 2. With $\lambda = 0.6$ the penalty is $0.6 / (2 \cdot 3) \cdot 2 = 0.2$.
#
# **The gradient.** `add_l2_to_gradients` takes the gradients of the plain cost, and returns those of the
# regularized cost. What is the slope of the penalty with respect to a single weight $w$? And what becomes of $db^{[l]}$?
#
# On paper: plain $dW^{[2]} = [0, 0]$ for P0. With $\lambda = 0.6$ and $m = 3$ it becomes $[0.2, -0.2]$.
#
# There are `len(parameters) // 2` layers. `compute_cost(AL, Y)`, given above, is the plain cost. Return a **new** dictionary of gradients: the caller may still need the old one.

# %% nbgrader={"grade": false, "grade_id": "l2_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compute_cost_with_l2(AL, Y, parameters, lambd):
    """Return the mean cross-entropy plus the L2 penalty, as one number.

    AL: probabilities (1, m). Y: labels (1, m). parameters: {"W1", "b1", ...}, W[l] of shape (n_l, n_{l-1}).
    lambd: strength of the penalty.
    """
    ### BEGIN SOLUTION
    m = Y.shape[1]
    L = len(parameters) // 2
    squares = sum(np.sum(np.square(parameters[f"W{l}"])) for l in range(1, L + 1))
    return compute_cost(AL, Y) + lambd / (2 * m) * squares
    ### END SOLUTION


def add_l2_to_gradients(grads, parameters, lambd, m):
    """Return the gradients of the regularized cost, as a new dictionary.

    grads: gradients of the plain cost {"dW1", "db1", ...}, each in the shape of its parameter. parameters: {"W1", "b1", ...}.
    lambd: strength of the penalty. m: number of examples.
    """
    ### BEGIN SOLUTION
    regularized = dict(grads)
    for l in range(1, len(parameters) // 2 + 1):
        regularized[f"dW{l}"] = grads[f"dW{l}"] + lambd / m * parameters[f"W{l}"]
    return regularized
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "l2", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
P0 = data.p0()
half = np.full((1, 3), 0.5)  # what P0 predicts for the three examples
grads_P0 = {  # the gradients of the plain cost at P0, from the one-hidden-layer notebook
    "dW1": np.array([[-1 / 6, 0.1], [1 / 6, -0.1]]),
    "db1": np.array([[1 / 6], [-1 / 6]]),
    "dW2": np.array([[0.0, 0.0]]),
    "db2": np.array([[1 / 6]]),
}
# A second set: three layers, five examples, every size differs and nothing is zero.
three_layers = {
    "W1": np.array([[-0.7, -0.7], [-0.5, 0.3], [-0.1, 0.4], [0.4, -0.1]]), "b1": np.array([[-0.4], [-0.7], [0.4], [0.2]]),
    "W2": np.array([[-0.4, 0.9, -0.8, 0.8], [-0.4, -0.5, 0.6, 0.1], [0.5, 0.3, -0.8, -0.2]]), "b2": np.array([[-0.7], [-0.3], [0.4]]),
    "W3": np.array([[-0.7, -0.1, 0.5]]), "b3": np.array([[-0.5]]),
}
Y_five = np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])
AL_five = np.array([[0.56, 0.42, 0.57, 0.35, 0.43]])
plain = {f"d{name}": np.full(tensor.shape, 0.3) for name, tensor in three_layers.items()}  # gradients for it
plain_with_l2 = {  # the same with lambda 0.7
    "dW1": np.array([[0.202, 0.202], [0.23, 0.342], [0.286, 0.356], [0.356, 0.286]]),
    "dW2": np.array([[0.244, 0.426, 0.188, 0.412], [0.244, 0.23, 0.384, 0.314], [0.37, 0.342, 0.188, 0.272]]),
    "dW3": np.array([[0.202, 0.286, 0.37]]),
    "db1": np.full((4, 1), 0.3), "db2": np.full((3, 1), 0.3), "db3": np.full((1, 1), 0.3),
}
twelve = {f"{kind}{l}": np.full((1, 1), float(l)) for kind in "Wb" for l in range(1, 13)}  # twelve layers of one unit
flat = {f"d{name}": np.zeros((1, 1)) for name in twelve}

with Checks("l2", globals()) as check:
    check("compute_cost_with_l2(half, Y_tiny, P0, 0.0)", np.log(2), "no penalty: a coin flip costs ln 2")
    check("compute_cost_with_l2(half, Y_tiny, P0, 0.6)", np.log(2) + 0.2, "the penalty of P0 is 0.2")
    check("add_l2_to_gradients(grads_P0, P0, 0.6, 3)['dW2']", np.array([[0.2, -0.2]]), "0.2 times W2 is added")
    check("add_l2_to_gradients(grads_P0, P0, 0.6, 3)['dW1']", grads_P0["dW1"], "W1 is zero: nothing is added")
    check("add_l2_to_gradients(grads_P0, P0, 0.6, 3)['db2']", grads_P0["db2"], "biases are not in the penalty")
    check("compute_cost_with_l2(AL_five, Y_five, three_layers, 0.7)", 0.71609136 + 0.4522, "three layers: their squares sum to 6.46", atol=1e-5)
    check("compute_cost_with_l2(Y_tiny, Y_tiny, P0, 0.6)", 0.2, "certain and right: the penalty is left, not nan", atol=1e-5)
    for name, value in plain_with_l2.items():
        check(f"add_l2_to_gradients(plain, three_layers, 0.7, 5)['{name}']", value, f"{name} of the three layers")
    check("add_l2_to_gradients(flat, twelve, 0.5, 5)['dW12']", np.array([[1.2]]), "layer 12 of twelve")
    check.unchanged("add_l2_to_gradients(grads_P0, P0, 0.6, 3)", "grads_P0", "P0")

# %% [markdown]
# ### Find the fault (about 10 minutes, worth no points: leave it empty if you like)
#
# Your `compute_cost_with_l2` is green. The next cell builds one fault into **your own function**; your name decides which. Then write a test:
# `expose_l2(f)` calls `f(AL, Y, parameters, lambd)` on numbers of your choice, and returns `True` if `f` is wrong, `False` if it is right.
#
# Which fault hides in a network with one layer, and which with biases of zero? What does $\lambda = 0$ show, and what does it hide? Your test is tried on right and wrong
# versions that you have never seen. A difference by rounding, below a millionth, is no fault.

# %% nbgrader={"grade": false, "grade_id": "given_expose_l2", "locked": true, "schema_version": 3, "solution": false, "task": false}
L2_TRY = (np.array([[0.9, 0.2, 0.6]]), np.array([[1.0, 0.0, 0.0]]),
          {"W1": np.array([[1.0, -2.0], [0.5, 1.5]]), "b1": np.array([[0.3], [-0.7]]), "W2": np.array([[-1.0, 2.0]]), "b2": np.array([[0.4]])}, 0.8)

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "try_expose_l2", "locked": false, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_version

faulty = wrong_version(compute_cost_with_l2, "ada")  # your name in the place of ada
print("yours", compute_cost_with_l2(*L2_TRY), "  the faulty one", faulty(*L2_TRY))

# %% nbgrader={"grade": false, "grade_id": "expose_l2_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def expose_l2(f):
    """Return True if f is a wrong compute_cost_with_l2, and False if it is a right one.

    f: a function that is called as f(AL, Y, parameters, lambd), AL and Y of shape (1, m), and returns one number. Returns True or False.
    """
    ### BEGIN SOLUTION
    return not np.allclose(f(*L2_TRY), compute_cost_with_l2(*L2_TRY))
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "expose_l2", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_versions

with Checks("expose_l2", globals()) as check:
    check("expose_l2(compute_cost_with_l2)", False, "your own function is right")
    check("expose_l2(lambda *given: np.float64(compute_cost_with_l2(*given)) * (1 + 1e-9))", False, "rounding is no fault")
    check("expose_l2(lambda *given: compute_cost_with_l2(*given) + 0.001)", True, "a thousandth too high")
    check("sum(bool(expose_l2(f)) for f in wrong_versions(compute_cost_with_l2))", 7, "each of the seven faults that can be built into yours")

# %% [markdown] tags=["covers:dropout"]
# ## 3. Dropout
#
# Dropout switches each hidden unit off with probability $1 - k$, anew for every example and every step, where $k$ is `keep_prob`.
# No unit can rely on one particular other unit, because that one may be missing.
#
# With $A$ the activations of a layer, shape $(n, m)$, and $M$ a mask of the **same shape**, each entry 1 with
# probability $k$ and otherwise 0:
#
# $$ \text{out} = \frac{A * M}{k} \qquad\qquad dA = \frac{d\text{out} * M}{k} $$
#
# ($*$ is elementwise.) Only a share $k$ survives; dividing by $k$ makes the survivors grow, and the layer's average
# output stays as it was (*inverted* dropout). A prediction then uses the whole network as it is.
#
# ### Exercise 3: forward and backward (4 points)
#
# On paper, with the three examples as activations, $k = 0.5$ and the mask below, dropped entries become 0 and survivors double:
#
# $$ A = \begin{bmatrix} 1 & 0.5 & -0.5 \\ 0.3 & 1 & -0.1 \end{bmatrix}, \quad
#    M = \begin{bmatrix} 1 & 0 & 1 \\ 0 & 1 & 1 \end{bmatrix}, \quad
#    \text{out} = \begin{bmatrix} 2 & 0 & -1 \\ 0 & 2 & -0.2 \end{bmatrix} $$
#
# `dropout_forward` returns the output **and the mask**: the backward pass has to use the very same one. The mask holds zeros and
# ones (bool, int or float, as you like). `rng.random(shape)` draws uniformly from [0, 1).

# %% nbgrader={"grade": false, "grade_id": "dropout_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def dropout_forward(A, keep_prob, rng=None):
    """Drop units at random (inverted dropout).

    A: activations (n, m). keep_prob: probability that an entry is kept. rng: a NumPy generator, or None.
    Returns (out, mask), both (n, m); the mask holds zeros and ones. A is left as it is.
    """
    ### BEGIN SOLUTION
    rng = np.random if rng is None else rng
    mask = rng.random(A.shape) < keep_prob
    return A * mask / keep_prob, mask
    ### END SOLUTION


def dropout_backward(dA, mask, keep_prob):
    """Take the gradient back through the dropout.

    dA: gradient with respect to the output of dropout_forward (n, m). mask: as dropout_forward returned it (n, m).
    Returns the gradient with respect to its input, (n, m).
    """
    ### BEGIN SOLUTION
    return dA * mask / keep_prob
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "dropout", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
mask_tiny = np.array([[True, False, True], [False, True, True]])
many = np.ones((100, 100))


def masks(*seeds):
    """The masks of 100 x 100 units, one for each seed, at keep_prob 0.8."""
    drawn = []
    for seed in seeds:
        np.random.seed(seed)
        python_random.seed(seed)
        drawn.append(np.array(dropout_forward(many, 0.8, np.random.default_rng(seed))[1], dtype=float))
    return drawn


def survivors(keep_prob):
    """What came out where the mask kept a 1, and where it did not."""
    out, mask = dropout_forward(many, keep_prob, np.random.default_rng(3))
    return np.unique(out[np.array(mask, dtype=bool)].round(9)), np.unique(out[~np.array(mask, dtype=bool)])


with Checks("dropout", globals()) as check:
    check("dropout_backward(X_tiny, mask_tiny, 0.5)", np.array([[2, 0, -1], [0, 2, -0.2]]), "survivors double")
    check("dropout_backward(X_tiny, mask_tiny, 0.8)", np.array([[1.25, 0, -0.625], [0, 1.25, -0.125]]), "with keep_prob 0.8 they grow by a quarter")
    check("survivors(0.8)", (np.array([1.25]), np.array([0.0])), "where the mask is 1 the output has grown by a quarter, elsewhere it is 0")
    check("survivors(0.4)", (np.array([2.5]), np.array([0.0])), "... with keep_prob 0.4, it has grown 2.5 times")
    check("dropout_forward(X_tiny, 1.0)[0]", X_tiny, "keep everything: nothing changes")
    check.shape("dropout_forward(X_tiny, 0.5)[1]", (2, 3), "one entry of the mask for each activation")
    check("masks(0)[0].mean()", 0.8, "about 80% survive", atol=0.03)
    check("dropout_forward(many, 0.8)[0].mean()", 1.0, "the average stays about 1", atol=0.04)
    check.that("np.any(masks(0)[0] != masks(1)[0])", "two calls drop different units")
    check("np.mean(dropout_forward(0 * many, 0.3, np.random.default_rng(4))[1])", 0.3, "an activation of 0 can be kept as well, in 30%", atol=0.03)
    check.that("np.ptp(masks(0)[0], axis=1).min() > 0", "each unit is on in some examples and off in others")
    check.that("np.ptp(masks(0)[0], axis=0).min() > 0", "each example has some units on and others off")
    check.that("np.array_equal(masks(5)[0], masks(5)[0])", "the same generator drops the same units")
    check.unchanged("dropout_forward(X_tiny, 0.5)", "X_tiny")
    check.unchanged("dropout_backward(X_tiny, mask_tiny, 0.5)", "X_tiny", "mask_tiny")

# %% [markdown] tags=["covers:deep-passes-with-both"]
# ## 4. Both, in a network of any depth
#
# ### Exercise 4: the deep passes with dropout and L2 (4 points)
#
# The cell below begins with the plain passes. The forward pass has one gap, the backward pass two; everything new goes there.
#
# **Forward.** Only while `training` is true and `keep_prob` ($k$) is below 1, and only in hidden layers, the activations
# $A^{[l]}$, shape $(n_l, m)$, are thinned before the next layer sees them. The mask, of the same shape, goes into the layer's cache under
# `"mask"`; where nothing is dropped, that is `None`. Hand `rng` to `dropout_forward`.
#
# **Backward.** Where `caches[l - 2]` has a mask,
# $dA^{[l-1]}$, shape $(n_{l-1}, m)$, goes through `dropout_backward` with **that** mask, before the slope is applied. After the loop, if `lambd` is not 0, each
# $dW^{[l]}$ gets its share of the penalty. `add_l2_to_gradients` wants a dictionary with `"W1"`, `"b1"`, ...: every cache holds its layer's `"W"` and `"b"`.
#
# On paper, three examples, layers of 2 and 1 units, ReLU, $k = 0.5$ (`two_layers` and `two_caches` below):
#
# $$ W^{[1]} = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}, \;
#    A^{[1]} = \begin{bmatrix} 1 & 0.5 & 0 \\ 0.3 & 1 & 0 \end{bmatrix}, \;
#    M^{[1]} = \begin{bmatrix} 1 & 0 & 1 \\ 0 & 1 & 1 \end{bmatrix}, \;
#    \text{what layer 2 sees} = \begin{bmatrix} 2 & 0 & 0 \\ 0 & 2 & 0 \end{bmatrix} $$
#
# With $W^{[2]} = [2, -1]$ and $b^{[2]} = 0.5$: $Z^{[2]} = (4.5, -1.5, 0.5)$, $A^{[2]} = (0.989, 0.182, 0.622)$ and $dZ^{[2]} = (-0.011, 0.182, 0.622)$. On the way back,
# the second unit gets nothing from the first example: its message $-1 \cdot (-0.011)$ is silenced, as the unit was.

# %% nbgrader={"grade": false, "grade_id": "deep_passes_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def deep_forward(X, parameters, activation="relu", keep_prob=1.0, rng=None, training=False):
    """Forward pass of any depth, with dropout on the hidden layers while training.

    X: (n_0, m). parameters: "W1", "b1", ..., W[l] of shape (n_l, n_{l-1}). keep_prob, rng: as in dropout_forward.
    training: True while training; a prediction uses the whole network.
    Returns AL (n_L, m) and caches: caches[l - 1] holds "A_prev", "Z", "W", "b" and "mask" (n_l, m), or None, of layer l.
    """
    g, _ = ACTIVATIONS[activation]
    A, caches, L = X, [], len(parameters) // 2
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        mask = None
        ### BEGIN SOLUTION
        if training and keep_prob < 1 and l < L:
            A, mask = dropout_forward(A, keep_prob, rng)
        ### END SOLUTION
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b, "mask": mask})
    return A, caches


def deep_backward(AL, Y, caches, activation="relu", keep_prob=1.0, lambd=0.0):
    """Backward pass of the same network.

    AL, Y: (n_L, m). caches: what deep_forward returned with AL. activation, keep_prob: the same as in that forward pass.
    lambd: strength of the L2 penalty. Returns "dW1", "db1", ..., each in the shape of its tensor.
    """
    _, g_slope = ACTIVATIONS[activation]
    m, grads = Y.shape[1], {}
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            below = caches[l - 2]
            dA = cache["W"].T @ dZ
            ### BEGIN SOLUTION
            if below["mask"] is not None:
                dA = dropout_backward(dA, below["mask"], keep_prob)
            ### END SOLUTION
            dZ = dA * g_slope(below["Z"])
    ### BEGIN SOLUTION
    if lambd:
        tensors = {f"{name}{l}": cache[name] for l, cache in enumerate(caches, start=1) for name in ("W", "b")}
        grads = add_l2_to_gradients(grads, tensors, lambd, m)
    ### END SOLUTION
    return grads

# %% nbgrader={"grade": true, "grade_id": "deep_passes", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
# The three layers and five examples from above, with tanh; every size differs, nothing is zero. Two decimals are enough here.
X_five = np.array([[0.3, 0.1, -0.8, -0.2, 0.8], [-0.4, 0.9, 0.4, 0.8, 0.5]])
masks_five = [np.array([[1.0, 1.0, 1.0, 1.0, 1.0],
              [1.0, 0.0, 1.0, 1.0, 0.0],
              [1.0, 0.0, 1.0, 0.0, 0.0],
              [0.0, 0.0, 1.0, 0.0, 0.0]]),
              np.array([[1.0, 1.0, 1.0, 0.0, 1.0], [1.0, 1.0, 1.0, 1.0, 0.0], [0.0, 1.0, 0.0, 1.0, 0.0]]), None]
inputs_five = [X_five,
               np.array([[-0.4, -1.0, -0.15, -0.84, -1.08],
                         [-0.94, 0.0, -0.22, -0.43, 0.0],
                         [0.26, 0.0, 0.71, 0.0, 0.0],
                         [0.0, 0.0, -0.2, 0.0, 0.0]]),
               np.array([[-1.15, -0.36, -1.15, 0.0, -0.33], [0.57, 0.12, 0.34, 0.31, 0.0], [0.0, -0.12, 0.0, -0.19, 0.0]])]
Z_five = [
    np.array([[-0.33, -1.1, -0.12, -0.82, -1.31],
              [-0.97, -0.48, -0.18, -0.36, -0.95],
              [0.21, 0.75, 0.64, 0.74, 0.52],
              [0.36, 0.15, -0.16, 0.04, 0.47]]),
    np.array([[-1.59, -0.3, -1.57, -0.75, -0.27],
              [0.49, 0.1, 0.28, 0.25, 0.13],
              [-0.29, -0.1, -0.27, -0.15, -0.14]]),
    np.array([[0.25, -0.32, 0.27, -0.63, -0.27]]),
]
caches_five = [
    {"A_prev": inputs_five[l - 1], "Z": Z_five[l - 1], "W": three_layers[f"W{l}"], "b": three_layers[f"b{l}"], "mask": masks_five[l - 1]}
    for l in (1, 2, 3)
]
grads_five = {  # with keep_prob 0.8 and lambda 0.7
    "dW3": np.array([[-0.18652, -0.05562, 0.08462]]),
    "db3": np.array([[0.066]]),
    "dW2": np.array([[0.08454203, 0.11839298, -0.12019572, 0.11517332],
                     [-0.05994943, -0.08187357, 0.07690597, 0.01663774],
                     [0.08475864, 0.07616305, -0.112, -0.028]]),
    "db2": np.array([[-0.14134341], [0.00042141], [-0.02747047]]),
    "dW1": np.array([[-0.09633909, -0.08604379],
                     [-0.0545961, 0.00918191],
                     [-0.01876456, 0.0596405],
                     [0.06965948, -0.02082974]]),
    "db1": np.array([[0.00838557], [-0.0405157], [-0.00096452], [-0.01707435]]),
}
dW1_five = np.array([[0.00166091, 0.01195621],
                     [0.0154039, -0.03281809],
                     [-0.00476456, 0.0036405],
                     [0.01365948, -0.00682974]])  # the same pass with dropout alone

two_layers = {"W1": np.eye(2), "b1": np.zeros((2, 1)), "W2": np.array([[2.0, -1.0]]), "b2": np.array([[0.5]])}
two_caches = [
    {"A_prev": X_tiny, "Z": X_tiny, "W": two_layers["W1"], "b": two_layers["b1"], "mask": mask_tiny},
    {"A_prev": np.array([[2.0, 0.0, 0.0], [0.0, 2.0, 0.0]]), "Z": np.array([[4.5, -1.5, 0.5]]), "W": two_layers["W2"],
     "b": two_layers["b2"], "mask": None},
]
wide = initialize_he([3, 40, 40, 2], np.random.default_rng(1))
X_wide = np.random.default_rng(2).normal(size=(3, 60))


def trained_pass(seed=0, keep_prob=0.8, activation="relu"):
    """A forward pass through the wide network while training: (AL, caches)."""
    np.random.seed(seed)
    python_random.seed(seed)
    return deep_forward(X_wide, wide, activation, keep_prob, np.random.default_rng(seed), True)


def hidden_masks(result):
    """The masks of the two hidden layers, as numbers."""
    return [np.array(cache["mask"], dtype=float) for cache in result[1][:2]]


def unexplained(result, keep_prob=0.8, activation="relu"):
    """How far each hidden layer's successor is from seeing the survivors (all, without a mask), and AL from the last Z."""
    (first, second, last), g = result[1], ACTIVATIONS[activation][0]
    masks = [1.0 if cache.get("mask") is None else cache["mask"] for cache in (first, second)]
    pairs = [(second["A_prev"], g(first["Z"]) * masks[0] / keep_prob), (last["A_prev"], g(second["Z"]) * masks[1] / keep_prob)]
    pairs += [(cache["Z"], cache["W"] @ cache["A_prev"] + cache["b"]) for cache in result[1]]
    return max([np.abs(got - due).max() for got, due in [*pairs, (result[0], sigmoid(last["Z"]))]])


with Checks("deep_passes", globals()) as check:
    check.shape("trained_pass()[1][0]['mask']", (40, 60), "one entry of the mask for each unit and example")
    check("unexplained(trained_pass())", 0.0, "each layer sees the survivors of the one before, scaled up")
    check("unexplained(trained_pass(1, 0.3, 'tanh'), 0.3, 'tanh')", 0.0, "... with another share and activation")
    check("trained_pass()[1][0]['A_prev']", X_wide, "the features stay whole")
    check.that("trained_pass()[1][2].get('mask') is None or np.all(trained_pass()[1][2]['mask'] == 1)", "the outputs stay whole")
    check("np.unique(hidden_masks(trained_pass())[0])", np.array([0.0, 1.0]), "a mask holds zeros and ones")
    check("hidden_masks(trained_pass())[0].mean()", 0.8, "about 80% survive in layer 1", atol=0.05)
    check("hidden_masks(trained_pass(2, 0.3))[1].mean()", 0.3, "about 30% survive in layer 2", atol=0.05)
    check.that("np.any(hidden_masks(trained_pass())[0] != hidden_masks(trained_pass())[1])", "each layer has draws of its own")
    check.that("np.ptp(hidden_masks(trained_pass(2, 0.3))[0], axis=1).min() > 0", "each unit is on in some examples and off in others")
    check.that("np.ptp(hidden_masks(trained_pass(2, 0.3))[0], axis=0).min() > 0", "each example has some units on and others off")
    check.that("np.array_equal(hidden_masks(trained_pass(5))[0], hidden_masks(trained_pass(5))[0])", "the same generator, the same mask")
    check.that("np.any(hidden_masks(trained_pass(5))[0] != hidden_masks(trained_pass(6))[0])", "another generator, another mask")
    check("deep_forward(X_wide, wide, 'relu', 0.5)[0]", plain_forward(X_wide, wide)[0], "a prediction uses the whole network")
    check("trained_pass(0, 1.0)[0]", plain_forward(X_wide, wide)[0], "keep everything: nothing changes")
    check("deep_backward(np.array([[0.989, 0.182, 0.622]]), Y_tiny, two_caches, 'relu', 0.5)['db1']",
          np.array([[-0.022 * 2 / 3], [-0.182 * 2 / 3]]), "on paper: the messages pass the gate")
    for name, value in grads_five.items():
        check(f"deep_backward(AL_five, Y_five, caches_five, 'tanh', 0.8, 0.7)['{name}']", value, f"{name} with both")
    check("deep_backward(AL_five, Y_five, caches_five, 'tanh', 0.8)['dW1']", dW1_five, "dW1 with dropout alone")
    check.unchanged("deep_backward(AL_five, Y_five, caches_five, 'tanh', 0.8, 0.7)", "AL_five", "Y_five", "caches_five")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_dropout_effect", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: the 80-example network is trained with six strengths of L2, from 0 to 10, and then with `keep_prob` 1, 0.8 and 0.5. What will the cost on unseen examples do from the weakest L2 to the strongest? And where will it
# end with dropout, compared with none?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# With L2 it first falls (overfitting is held back), then rises: under a very strong penalty all weights go to zero, the network answers one half for everything, and both costs end at ln 2 = 0.693.
# With dropout it rises later and less. It still rises: dropout slows overfitting here, it does not remove it.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_dropout_effect", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_dropout_effect = ...  # the last cost on unseen examples at keep_prob 0.5, beside no dropout: "lower", "equal" or "higher"

# %% tags=["study", "covers:l2-effect", "covers:dropout-effect"] nbgrader={"grade": false, "grade_id": "study_dropout_effect", "locked": true, "schema_version": 3, "solution": false, "task": false}
strengths = [0.0, 0.03, 0.1, 0.3, 1.0, 10.0]
ends = {"80 training examples": [], "unseen examples": []}
sizes = []
for lambd in strengths:
    run = Run(few, unseen, lambd=lambd, learning_rate=0.005)
    trained = run_for(run, [2, 64, 32, 1], epochs=300)
    ends["80 training examples"].append(run.record["train_cost"][-1])
    ends["unseen examples"].append(run.record["validation_cost"][-1])
    sizes.append(sum(np.sum(W**2) for name, W in trained.items() if name.startswith("W")))

curves = {}
for keep_prob in (1.0, 0.8, 0.5):
    run = Run(few, unseen, keep_prob=keep_prob, learning_rate=0.005)
    run_for(run, [2, 64, 32, 1], epochs=300)
    curves[f"keep_prob {keep_prob:g}"] = run.record["validation_cost"]
    print("keep_prob %.1f: training cost %.3f, lowest cost on unseen examples %.3f, last one %.3f"
          % (keep_prob, run.record["train_cost"][-1], min(run.record["validation_cost"]), run.record["validation_cost"][-1]))

places = np.arange(len(strengths))
_, (left, middle, right) = plt.subplots(1, 3, figsize=(14, 3.8), layout="constrained")
plots.curves({name: (places, costs) for name, costs in ends.items()}, "lambda", "plain cost after 300 epochs", "L2", ax=left)
left.set_xticks(places, [f"{lambd:g}" for lambd in strengths])
plots.bars({f"{lambd:g}": size for lambd, size in zip(strengths, sizes)}, "sum of squared weights", "L2", "lambda", ax=middle)
plots.learning_curves(curves, xlabel="epoch", title="Dropout: cost on unseen examples", ax=right)
plt.show()
beside("dropout_effect", guess_dropout_effect, "lower" if curves["keep_prob 0.5"][-1] < 0.95 * curves["keep_prob 1"][-1] else "higher" if curves["keep_prob 0.5"][-1] > 1.05 * curves["keep_prob 1"][-1] else "equal")

# %% [markdown] tags=["covers:early-stopping"]
# Look left for the valley: too little penalty memorizes, too much forgets the task; in the middle you see how, the weights shrink. The best strength is found by trying, on examples not used for training.
#
# On the right the *lowest* points hardly differ: dropout changes how badly it ends if training goes on for too long.
# That suggests the simplest remedy.
#
# ## 5. Early stopping
#
# Watch the validation cost, keep the best network so far, and stop when there has been no improvement for a while: the **patience**, a number of epochs.
#
# ### Exercise 5: the class `EarlyStopping` (4 points)
#
# After every epoch, the training loop calls `stopper.step(val_cost, parameters)`, which answers `True` when training should stop:
#
# - An epoch is an **improvement** if its cost is **lower** than the best so far. Equal is not lower; and `nan` is lower than nothing.
# - It answers `True` once `patience` epochs in a row have brought no improvement.
# - `best_cost`, `best_epoch` and `best_parameters` can be read at any time. **Epochs count from 0**, so that `history[best_epoch]` is the best entry.
# - Before the first improvement, `best_cost` is infinity, `best_epoch` is -1 and `best_parameters` is `None`.
# - Training goes on and may change the same arrays in place: keep **a copy** of each.
#
# On paper, patience 2:
#
# | epoch | 0 | 1 | 2 | 3 | 4 | 5 |
# |---|---|---|---|---|---|---|
# | validation cost | 3 | 2 | 2.5 | 1 | 1 | 1.5 |
# | improvement? | yes | yes | no | yes | no | no |
# | answer | False | False | False | False | False | **True** |
#
# The best cost is 1, at epoch 3.

# %% nbgrader={"grade": false, "grade_id": "early_stopping_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
class EarlyStopping:
    """Says when to stop training, and keeps the best parameters seen.

    patience: so many epochs in a row without improvement, and training should stop.
    Attributes: best_cost (inf at first), best_epoch (counted from 0; -1 at first), best_parameters (None at first).
    """

    def __init__(self, patience):
        ### BEGIN SOLUTION
        self.patience = patience
        self.best_cost = np.inf
        self.best_epoch = -1
        self.best_parameters = None
        self.epoch = -1
        ### END SOLUTION

    def step(self, val_cost, parameters):
        """Take note of one epoch; return True if training should stop now, else False.

        val_cost: the epoch's validation cost. parameters: {"W1", "b1", ...} after the epoch; they are left as they are.
        """
        ### BEGIN SOLUTION
        self.epoch += 1
        if val_cost < self.best_cost:
            self.best_cost = val_cost
            self.best_epoch = self.epoch
            self.best_parameters = {name: np.copy(tensor) for name, tensor in parameters.items()}
        return self.epoch - self.best_epoch >= self.patience
        ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "early_stopping", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
paper_costs = [3.0, 2.0, 2.5, 1.0, 1.0, 1.5]


def stopper_after(costs, patience=9):
    """A stopper that has seen these costs; in epoch i, W1 is [[i]] and b1 is [[-i]], changed in place afterwards."""
    stopper, W1, b1 = EarlyStopping(patience), np.zeros((1, 1)), np.zeros((1, 1))
    for epoch, cost in enumerate(costs):
        W1[...], b1[...] = epoch, -epoch
        stopper.step(cost, {"W1": W1, "b1": b1})
    W1[...] = b1[...] = 99.0
    return stopper


def answers_to(costs, patience):
    """What a new stopper answers to each of these costs."""
    stopper = EarlyStopping(patience)
    return [stopper.step(cost, {"W1": np.zeros((1, 1))}) for cost in costs]


def stops_at(costs, patience):
    """The epoch in which a new stopper first answers True; -1 if it never does."""
    return [*map(bool, answers_to(costs, patience)), True].index(True) if any(answers_to(costs, patience)) else -1


def seen_by_two():
    """One stopper's best parameters, after another stopper has seen others."""
    first = stopper_after([3.0, 2.0])
    stopper_after([1.0, 0.5, 0.4, 0.3])
    return first.best_parameters


many_epochs = {"W1": np.ones((1, 1))}
with Checks("early_stopping", globals()) as check:
    check.that("answers_to(paper_costs, 2) == [False, False, False, False, False, True]", "as in the table above")
    check.that("answers_to([1.0, 2.0], 1) == [False, True]", "patience 1: one epoch without improvement is enough")
    check("stops_at([5.0, 5.5, 5.6, 4.0, 4.1, 4.2, 3.0, 3.5, 3.6, 3.7], 3)", 9, "after an improvement the patience is whole again")
    check("stops_at([2.0, 1.0, 3.0, 2.5, 2.0, 1.5, 1.2], 4)", 5, "better than the epoch before is not yet the best")
    check("stops_at([5.0, 2.0, 9.0, 4.0, 3.0, 2.5, 2.4], 3)", 4, "... however bad the epoch before was")
    check("stops_at([0.5, 0.49, 0.4899, 0.48989], 1)", -1, "a small improvement is one")
    check("stops_at([3.0, 4.0, np.nan, 5.0, 6.0], 3)", 3, "nan uses up the patience like any epoch without improvement")
    check("stopper_after(paper_costs, 2).best_cost", 1.0, "the lowest cost")
    check("stopper_after(paper_costs, 2).best_epoch", 3, "its epoch, counted from 0")
    check("stopper_after(paper_costs, 2).best_parameters", {"W1": np.array([[3.0]]), "b1": np.array([[-3.0]])}, "its parameters, all of them, not those of later")
    check("stopper_after([3.0, 2.0]).best_parameters['W1']", np.array([[1.0]]), "the best can be read at any time")
    check("seen_by_two()['W1']", np.array([[1.0]]), "two stoppers know nothing of each other")
    check("stopper_after([4000.0, 3000.0, 3500.0]).best_cost", 3000.0, "costs may be large")
    check("stopper_after([0.5, 0.49, 0.4899, 0.48989]).best_cost", 0.48989, "... and differ by little", atol=1e-9)
    check("stopper_after([np.nan, 3.0, 4.0]).best_cost", 3.0, "a first cost of nan is not the best")
    check.that("stopper_after([2.0, np.nan], 5).best_cost == 2.0", "nan is no improvement")
    check.unchanged("stopper_after([2.0], 5).step(3.0, many_epochs)", "many_epochs")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_patience", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: it asks where training of the 80-example network would have stopped with a patience of 2, 5, 10, 30 and 60. Will the lowest point of the
# curve (the best epoch) be found by all of them? What does a large patience cost?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# A small patience stops at an early bump and misses the lowest point, the larger ones find it, or come very close. A large patience costs that many more epochs of training,
# but never a worse network on these validation examples, since the best parameters are kept.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_patience", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_patience = ...  # how many of the five find the lowest point

# %% tags=["study", "covers:early-stopping"] nbgrader={"grade": false, "grade_id": "study_patience", "locked": true, "schema_version": 3, "solution": false, "task": false}
watched = overfit_record["validation_cost"]
_, (left, right) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained", width_ratios=(3, 2))
plots.learning_curves({"unseen examples": watched}, xlabel="epoch", title="Where would training have stopped?", ax=left)
print("patience   stops at epoch   keeps epoch   its cost")
for place, patience in enumerate((2, 5, 10, 30, 60)):
    stopper = EarlyStopping(patience)
    for epoch, cost in enumerate(watched):
        if stopper.step(cost, {}):
            break
    print(f"{patience:8} {epoch:16} {stopper.best_epoch:13} {stopper.best_cost:10.3f}")
    left.axvline(epoch, color=plots.COLOURS[1 + place], linestyle=":")
    right.plot([stopper.best_epoch, epoch], [place, place], "-", color=plots.COLOURS[1 + place])  # from the network kept to the end
    right.plot(stopper.best_epoch, place, "o", color=plots.COLOURS[1 + place])
right.set_yticks(range(5), ["2", "5", "10", "30", "60"])
right.set(xlabel="epoch", ylabel="patience", title="Dot: epoch kept, line: run in vain")
plt.show()
kept = [int(line.get_xdata()[0]) for line in right.lines if len(line.get_xdata()) == 1]
beside("patience", guess_patience, sum(epoch == int(np.argmin(watched)) for epoch in kept), "of five")

# %% [markdown]
# Look at the dots on the right, the networks that you would have got, and at the lines behind them, the epochs that were run in vain.
#
# ## 6. Complete training
#
# ### Exercise 6: `train_with_early_stopping` (3 points)
#
# The loop knows nothing about networks; two functions do the work for it:
#
# - `epoch_fn(parameters)` trains for one epoch and returns `(new_parameters, train_cost)`. It leaves the old parameters as they are.
# - `val_fn(parameters)` returns the validation cost of these parameters.
#
# After **every** epoch, the last one included, write down both costs: the training cost that `epoch_fn` returned, and the validation cost of the **new** parameters. Stop when `patience` epochs in a row
# have brought no improvement, or after `max_epochs`. Each epoch begins with the parameters that the last one returned.
#
# Return `(best_parameters, history, best_epoch)`: **the best parameters always**, whether training was stopped early or not;
# `history = {"train": [...], "validation": [...]}`; and the best epoch, **counted from 0**. If no epoch was ever the best (every cost was
# `nan`), the current parameters come back. You may use your `EarlyStopping`.
#
# On paper: a "network" with one weight, $w = 0$; each epoch adds 1 to it, and its validation cost is $(w - 3)^2$. The costs are 4, 1, **0**, 1, 4, ...
# With a patience of 2 there are five epochs; the best is epoch 2, with $w = 3$.

# %% nbgrader={"grade": false, "grade_id": "complete_training_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def train_with_early_stopping(epoch_fn, val_fn, parameters, max_epochs, patience):
    """Train until the validation cost stops improving; return the best.

    epoch_fn(parameters) -> (new parameters, training cost). val_fn(parameters) -> validation cost.
    parameters: {"W1", "b1", ...}, where training begins. max_epochs, patience: whole numbers, at least 1.
    Returns (best_parameters, history, best_epoch): history = {"train": [...], "validation": [...]}, one entry an
    epoch; best_epoch counts from 0.
    """
    ### BEGIN SOLUTION
    watch = EarlyStopping(patience)
    history = {"train": [], "validation": []}
    for _ in range(max_epochs):
        parameters, train_cost = epoch_fn(parameters)
        val_cost = val_fn(parameters)
        history["train"].append(train_cost)
        history["validation"].append(val_cost)
        if watch.step(val_cost, parameters):
            break
    best = watch.best_parameters
    return (parameters if best is None else best), history, watch.best_epoch
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "complete_training", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
def add_one(parameters):
    """An epoch of the network with one weight: add 1 to it."""
    return {"W1": parameters["W1"] + 1.0}, 0.5


def distance_from_three(parameters):
    """Its validation cost."""
    return float((parameters["W1"][0, 0] - 3.0) ** 2)


def try_out(max_epochs, patience):
    """Train the network with one weight, from 0."""
    return train_with_early_stopping(add_one, distance_from_three, {"W1": np.zeros((1, 1))}, max_epochs, patience)


def by_script(costs, patience):
    """Train the same network with these validation costs; return the weight, the number of epochs and the best epoch."""
    best, history, epoch = train_with_early_stopping(
        add_one, lambda parameters: costs[int(parameters["W1"][0, 0]) - 1], {"W1": np.zeros((1, 1))}, len(costs), patience)
    return best["W1"][0, 0], len(history["validation"]), epoch


with Checks("complete_training", globals()) as check:
    check("np.array(try_out(10, 2)[1]['validation'])", np.array([4.0, 1, 0, 1, 4]), "five epochs, then the patience is used up")
    check("np.array(try_out(10, 2)[1]['train'])", np.full(5, 0.5), "as many training costs")
    check("try_out(10, 2)[0]['W1']", np.array([[3.0]]), "the best weight")
    check("try_out(4, 9)[0]['W1']", np.array([[3.0]]), "the best weight, even if nothing stopped training")
    check("try_out(10, 2)[2]", 2, "the best epoch, counted from 0")
    check("len(try_out(2, 9)[1]['validation'])", 2, "no more epochs than max_epochs, and no fewer")
    check("try_out(2, 9)[2]", 1, "the best epoch, where max_epochs ended training")
    check("by_script([2.0, 2.0, 2.0, 2.0, 2.0], 2)", (1, 3, 0), "an equal cost is no improvement: weight, epochs, best epoch")
    check("by_script([2.0, 1.0, 5.0, 4.0, 3.0, 2.0], 3)", (2, 5, 1), "better than the epoch before is not yet the best")
    check("by_script([5.0, 6.0, 4.0, 5.0, 3.0, 4.0, 5.0, 6.0], 2)", (5, 7, 4), "after an improvement the patience is whole again")
    check("by_script([3.0, np.nan, 2.0, 2.5], 9)", (3, 4, 2), "nan is never the best")
    check("by_script([np.nan, np.nan, np.nan], 9)[0]", 3.0, "no epoch was the best: the current parameters come back")

# %% [markdown] tags=["covers:complete-training"]
# ### The complete network
#
# Everything at once: 2,000 examples, a fifth of them for validation; sizes 2, 32, 16, 8, 1; `keep_prob` 0.8; $\lambda$ = 0.01; Adam with learning rate
# 0.001; batches of 32; patience 30. No classifier can expect more than 91.9% here.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_complete", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: there are 1,600 training examples now, not 80. Will the two curves part as in section 1? How accurate will the best network be on the validation set? Then the same
# is done with and without dropout and L2, on three splits each: by how many percentage points will the two improve the validation accuracy?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# The curves stay close together: 1,600 examples leave a network of this size little room to memorize. The best epoch comes after a few dozen, and the validation accuracy is not far below the 91.9% that the data allow (88 to 92%, depending on the split).
# Dropout and L2 improve it by nothing worth speaking of: the differences are a fraction of a point, in either direction, below what chance does: on the same 400 examples, the difference of two such networks varies by about 0.6 of a point (one accuracy alone by 1.4).
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_complete", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_complete = ...  # percent on the validation set

# %% tags=["study", "covers:complete-training-accuracy", "covers:complete-training", "covers:benefit-measured"] nbgrader={"grade": false, "grade_id": "study_complete", "locked": true, "schema_version": 3, "solution": false, "task": false}
def complete_training(keep_prob, lambd, seed):
    """Train the complete network; return the best parameters, the record for the figures, the best epoch and the split."""
    X_train, Y_train, X_val, Y_val = split_train_validation(X_all, Y_all, 0.2, np.random.default_rng(seed))
    run = Run((X_train, Y_train), (X_val, Y_val), keep_prob, lambd, learning_rate=0.001, batch_size=32, seed=seed)
    start = initialize_he([2, 32, 16, 8, 1], np.random.default_rng(seed))
    best, history, best_epoch = train_with_early_stopping(run.epoch, run.validate, start, max_epochs=300, patience=30)
    return best, run.record, best_epoch, (X_val, Y_val)


_, record, best_epoch, _ = complete_training(keep_prob=0.8, lambd=0.01, seed=2)
plots.history(record, best_epoch)
plt.show()
print("best epoch %d of %d: validation cost %.3f, validation accuracy %.2f%%"
      % (best_epoch, len(record["validation_cost"]), record["validation_cost"][best_epoch], record["validation_accuracy"][best_epoch]))
print("training accuracy in that epoch: %.2f%%" % record["train_accuracy"][best_epoch])
beside("complete", guess_complete, record["validation_accuracy"][best_epoch], "percent")

accuracy = {}
for seed in range(3):
    for name, keep_prob, lambd in (("both", 0.8, 0.01), ("neither", 1.0, 0.0)):
        _, rec, epoch, _ = complete_training(keep_prob, lambd, seed)
        accuracy[f"split {seed + 1}\n{name}"] = rec["validation_accuracy"][epoch]
ax = plots.bars(accuracy, "validation accuracy (%)", "Dashed: 91.9, the most one can expect")
ax.axhline(91.9, color=plots.GREY, linestyle="--", zorder=0)
ax.set_ylim(0, 105)
plt.show()

# %% [markdown]
# Look at how close the curves run, and at the dotted line, the epoch whose network you got. Where it can be had, more data is hard to beat.
#
# In the pairs of bars dropout and L2 bring **no benefit** that one could measure: early stopping and 1,600 examples have left little to do.
# One accuracy on 400 examples has a standard deviation of about 1.4 percentage points ($\sqrt{0.91 \cdot 0.09 / 400}$). Two networks measured on the *same* examples share most of that luck: their
# difference varied by 0.56 to 0.75 points over many splits. Smaller differences mean nothing.
#
# ## What you have learnt
#
# - **Overfitting** is a gap between two curves, and you need a **validation set** to see it.
# - **L2** adds $\frac{\lambda}{2m}\sum \lVert W \rVert^2$ to the cost and keeps weights small.
# - **Dropout** thins a layer with a fresh mask while training, and is off at prediction time.
# - **Early stopping** keeps its own copy of the best parameters, and hands them back always.
# - All are remedies, and a network that does not overfit is not ill.
#
# Next: `sick_runs`, what to look at when something is wrong, and `choosing_a_network`, what to do in practice.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
