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
# # Optimizers: take better steps
#
# **Time**: about 100 minutes. **Before it**: `deep_network`. **After it**: `regularization`.
#
# Gradient descent asks for the slope over *all* examples and then takes one step. You build four tools that every training program has:
# **mini-batches** (a step after a few examples), **momentum** (along an average of recent gradients), **Adam** (a step size for every weight), and **learning rate decay** (large steps first, small ones last).
# At the end they race, fairly: same start, same mini-batches. Some things that everybody says about
# optimizers will come true in front of you, and some will not.
#
# As always: one example a column, `X` is $(n_x, m)$, `Y` is $(1, m)$.

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

recall.ask("optimizers")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("optimizers", [..., ..., ...])

# %% [markdown]
# ## 0. What you already have
#
# A network of any depth is given: ReLU in the hidden layers, a sigmoid at the output, cross-entropy cost. Read the names; you will call none of them yourself.

# %% nbgrader={"grade": false, "grade_id": "provided_network", "locked": true, "schema_version": 3, "solution": false, "task": false}
def start_network(layer_dims, seed):
    """Return {"W1", "b1", ...}: random weights of standard deviation sqrt(2 / n_in), zero biases."""
    rng = np.random.default_rng(seed)
    parameters = {}
    for l, (n_in, n_out) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * np.sqrt(2 / n_in)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


def activations_of(X, parameters):
    """Return [X, A1, ..., AL]: what every layer answers."""
    layers = [X]
    L = len(parameters) // 2
    for l in range(1, L + 1):
        Z = parameters[f"W{l}"] @ layers[-1] + parameters[f"b{l}"]
        layers.append(np.maximum(Z, 0) if l < L else 0.5 * (1 + np.tanh(Z / 2)))
    return layers


def cost_of(X, Y, parameters):
    """Return the mean cross-entropy."""
    A = np.clip(activations_of(X, parameters)[-1], 1e-12, 1 - 1e-12)
    return float(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))


def gradients_of(X, Y, parameters):
    """Return {"dW1", "db1", ...} for the examples in X, last layer first."""
    layers = activations_of(X, parameters)
    dZ, m, grads = layers[-1] - Y, X.shape[1], {}
    for l in range(len(parameters) // 2, 0, -1):
        grads[f"dW{l}"], grads[f"db{l}"] = dZ @ layers[l - 1].T / m, dZ.sum(axis=1, keepdims=True) / m
        dZ = (parameters[f"W{l}"].T @ dZ) * (layers[l - 1] > 0)
    return grads


def labels_of(X, parameters):
    """Return 0 or 1 for every example, shape (1, m)."""
    return (activations_of(X, parameters)[-1] > 0.5).astype(float)


def accuracy_of(X, Y, parameters):
    """Return the percentage of right labels."""
    return float(100 * np.mean(labels_of(X, parameters) == Y))

# %% [markdown]
# The **three examples** are for paper; $P_0$ is a network with two hidden units, $G_0$ are its
# gradients, which you worked out in `one_hidden_layer`. The checks also
# use a **second set** without zeros: three layers, and gradients and averages `V_second`, `S_second` that are chosen, not computed.
# The **rings** are for the race: two noisy circles that overlap, so that no classifier can expect more than
# 91.9% on new examples.

# %% nbgrader={"grade": false, "grade_id": "provided_data", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_tiny, Y_tiny = data.tiny()
P0 = data.p0()
G0 = {
    "dW1": np.array([[-1 / 6, 0.1], [1 / 6, -0.1]]),
    "db1": np.array([[1 / 6], [-1 / 6]]),
    "dW2": np.zeros((1, 2)),
    "db2": np.array([[1 / 6]]),
}
SECOND = {
    "W1": np.array([[0.5, -1.0, 2.0], [1.5, 0.3, -0.7]]),
    "b1": np.array([[0.4], [-0.6]]),
    "W2": np.array([[-0.9, 1.2]]),
    "b2": np.array([[0.8]]),
    "W3": np.array([[0.6], [-1.1]]),
    "b3": np.array([[0.1], [-0.2]]),
}
G_second = {  # last layer first, as they are found on the way back
    "dW3": np.array([[0.8], [-0.4]]),
    "db3": np.array([[-1.2], [0.4]]),
    "dW2": np.array([[1.6, -0.8]]),
    "db2": np.array([[-0.4]]),
    "dW1": np.array([[0.4, -0.8, 1.2], [-1.6, 2.0, -0.4]]),
    "db1": np.array([[-1.2], [0.8]]),
}
V_second = {
    "dW1": np.array([[0.8, 0.4, -0.4], [1.2, -2.0, 0.8]]),
    "db1": np.array([[0.4], [1.6]]),
    "dW2": np.array([[-0.4, 1.2]]),
    "db2": np.array([[1.2]]),
    "dW3": np.array([[-1.6], [0.8]]),
    "db3": np.array([[0.4], [-0.8]]),
}
S_second = {
    "dW1": np.array([[0.5, 1.0, 0.3], [2.0, 0.7, 1.5]]),
    "db1": np.array([[0.6], [1.1]]),
    "dW2": np.array([[0.9, 0.2]]),
    "db2": np.array([[1.3]]),
    "dW3": np.array([[0.4], [1.7]]),
    "db3": np.array([[0.8], [0.1]]),
}
X_rings, Y_rings = data.concentric(m=1000)
RACERS = [2, 16, 8, 1]

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_rings", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* points on two circles, of radius 1 and of radius 2, are moved about by noise of
# standard deviation 0.35. Will there be a curve that separates the two classes? Your answer:
#
# === BEGIN SOLUTION ===
#
# Not without errors: the circles are about three standard deviations apart, so that some points of each end up
# nearer to the other.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_rings", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_rings = ...  # percent that the best possible curve gets right

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_rings", "locked": true, "schema_version": 3, "solution": false, "task": false}
plots.points(X_rings, Y_rings, "The rings: 1000 examples, Bayes accuracy 91.9%")
plt.show()
beside("rings", guess_rings, 91.9, "percent")

# %% [markdown] tags=["covers:mini-batches"]
# Compare with your answer. Look at the overlap: examples in the wrong ring cannot be learnt, only memorised. A cost near 0 would
# be a warning here, not a success.
#
# ## 1. Mini-batches
#
# One pass over all examples is an **epoch**. How many steps do you take in an epoch?
#
# | name | examples a step | steps an epoch |
# |---|---|---|
# | batch gradient descent | all $m$ | 1 |
# | mini-batch gradient descent | $b$, often 32 | $\lceil m / b \rceil$ |
# | stochastic gradient descent | 1 | $m$ |
#
# A gradient over $b$ examples is a noisy estimate of the gradient over all of them, but $m/b$ times cheaper.
# The examples of a mini-batch must be a random sample: **shuffle the whole set
# first**, then cut it into pieces of $b$ columns. The last piece holds what is left.
#
# With shapes: from $X$ $(n_x, m)$ and $Y$ $(1, m)$ come pairs of $(n_x, b)$ and $(1, b)$. Column $i$ of a piece of X
# must still belong to column $i$ of its piece of Y.
#
# **On paper.** The three examples with $b = 2$: $\lceil 3/2 \rceil = 2$ mini-batches, the first with two columns, the
# second with one. With $b = 3$ there is one, and no empty second one.
#
# Write `create_mini_batches`. For `rng`, the caller gives a generator made by `np.random.default_rng(seed)`, or
# nothing; its method `permutation(m)` returns the numbers $0 \dots m-1$ in random order.

# %% nbgrader={"grade": false, "grade_id": "create_mini_batches_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def create_mini_batches(X, Y, batch_size, rng=None):
    """Cut one epoch into shuffled mini-batches.

    X: examples, shape (n_x, m). Y: labels, shape (1, m). batch_size: columns in a mini-batch, a whole number.
    rng: a NumPy random generator; None means a fresh one.
    Returns a list of (X_batch, Y_batch), shapes (n_x, b) and (1, b): b is batch_size, except in the last pair, which
    holds what is left.
    X and Y themselves stay as they are.
    """
    ### BEGIN SOLUTION
    if rng is None:
        rng = np.random.default_rng()
    m = X.shape[1]
    order = rng.permutation(m)
    X_shuffled, Y_shuffled = X[:, order], Y[:, order]
    starts = range(0, m, batch_size)
    return [(X_shuffled[:, k : k + batch_size], Y_shuffled[:, k : k + batch_size]) for k in starts]
    ### END SOLUTION

# %% [markdown]
# The checks below use ten examples that carry their own number in X (0 to 9, and half more in the second row) and in Y
# (times 100). Whether they are well mixed shows only in a crowd: 200 more examples, numbered 0 to 199, in pieces of 20.

# %% nbgrader={"grade": true, "grade_id": "create_mini_batches", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
import random as python_random

X_ten = np.array([np.arange(10.0), np.arange(10.0) + 0.5])
Y_ten = 100.0 * np.arange(10.0)[None, :]


def cut(batch_size, seed=0):
    return create_mini_batches(X_ten, Y_ten, batch_size, np.random.default_rng(seed))


def without_their_label():
    """Count the examples whose label is not a hundred times their number."""
    return sum(int(np.sum(Yb[0] != 100 * Xb[0])) for Xb, Yb in cut(3))


def order_of(seed):
    """Return the order of one epoch; the generators of NumPy and of Python start alike as well."""
    np.random.seed(seed)
    python_random.seed(seed)
    return np.hstack([Xb[0] for Xb, Yb in cut(3, seed)])


X_many = np.array([np.arange(200.0), np.arange(200.0) + 0.5])
Y_many = 100.0 * np.arange(200.0)[None, :]


def mixed(batch_size=20):
    """Return the example numbers of each piece of the 200."""
    return [Xb[0] for Xb, Yb in create_mini_batches(X_many, Y_many, batch_size, np.random.default_rng(3))]


def old_neighbours():
    """Count examples that still stand next to the one before or after them."""
    return np.sum(np.abs(np.diff(np.hstack(mixed()))) == 1)


with Checks("create_mini_batches", globals()) as check:
    check("[Xb.shape[1] for Xb, Yb in cut(4)]", [4, 4, 2], "two full pieces, then what is left")
    check("len(cut(5))", 2, "5 divides 10: no empty piece at the end")
    check("len(cut(64))", 1, "fewer examples than the batch size: one piece with all of them")
    check.shape("cut(4)[0][0]", (2, 4), "both features, four examples")
    check.shape("cut(4)[0][1]", (1, 4), "labels stay a row with two dimensions")
    check("without_their_label()", 0, "every label is still with its example")
    check("sorted(np.hstack([Yb for Xb, Yb in cut(3)])[0])", list(Y_ten[0]), "every example once, in one epoch")
    check.that("not np.array_equal(np.hstack([Xb for Xb, Yb in cut(3)]), X_ten)", "the order is shuffled")
    check.that("all(np.all(Xb[1] == Xb[0] + 0.5) for Xb, Yb in cut(3))", "an example keeps both features, and its fraction")
    check.that("np.max(mixed()[0]) >= 100", "the first piece may hold examples from the second half")
    check.that("np.min(mixed(150)[-1]) < 100", "what is left may hold examples from the first half")
    check.that("old_neighbours() < 50", "old neighbours rarely stay neighbours")
    check.that("repr(cut(3, seed=5)) != repr(cut(3, seed=6))", "another generator, another epoch")
    check.that("np.array_equal(order_of(7), order_of(7))", "the same generator, the same epoch")
    check.that("repr(create_mini_batches(X_ten, Y_ten, 3)) != repr(create_mini_batches(X_ten, Y_ten, 3))",
               "without a generator, each epoch is shuffled anew")  # fmt: skip
    check.unchanged("cut(3)", "X_ten", "Y_ten")

# %% [markdown]
# Here is the training loop that all experiments of today share. `step` is one rule for a step; the loop makes the
# mini-batches of an epoch, takes a step for each, and notes the cost over all examples after every epoch. It draws
# its mini-batches from the seed, so **two rules with one seed see the same mini-batches in the same order**.

# %% nbgrader={"grade": false, "grade_id": "provided_training", "locked": true, "schema_version": 3, "solution": false, "task": false}
def train(step, start, epochs, batch_size=32, seed=0):
    """Return the trained parameters and the cost on the rings, at the start and after every epoch.

    step(parameters, grads, t, epoch) returns new parameters; t counts the steps from 1, epoch from 0.
    """
    rng = np.random.default_rng(seed)
    parameters, t = start, 0
    costs = [cost_of(X_rings, Y_rings, parameters)]
    for epoch in range(epochs):
        for X, Y in create_mini_batches(X_rings, Y_rings, batch_size, rng):
            t += 1
            parameters = step(parameters, gradients_of(X, Y, parameters), t, epoch)
        costs.append(cost_of(X_rings, Y_rings, parameters))
    return parameters, costs


def descent(learning_rate):
    """Return the rule of plain gradient descent."""
    def step(parameters, grads, t, epoch):
        return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}

    return step

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_batches", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* one network, one learning rate (0.05), ten epochs; batches of 1000, of 32 and of 1.
# Which curve is lowest after ten epochs, which is the smoothest, and why? Your answer:
#
# === BEGIN SOLUTION ===
#
# Batch 1 falls fastest per epoch: it takes 1000 steps where batch 1000 takes one. Batch 1000 is the smoothest, since
# it follows the true gradient, and it has hardly moved after ten steps.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_batches", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_batches = ...  # the lowest curve: "1000", "32" or "1"

# %% tags=["study", "covers:batch-kinds"] nbgrader={"grade": false, "grade_id": "study_batches", "locked": true, "schema_version": 3, "solution": false, "task": false}
start = start_network(RACERS, seed=0)
curves_by_batch = {}
for size in (1000, 32, 1):
    trained, costs = train(descent(0.05), start, epochs=10, batch_size=size)
    curves_by_batch[f"batch size {size}"] = costs
    steps_taken = 10 * -(-1000 // size)
    print(f"batch size {size:4}: {steps_taken:5} steps, accuracy {accuracy_of(X_rings, Y_rings, trained):.1f}%")
plots.learning_curves(curves_by_batch, xlabel="epoch", title="One learning rate, three batch sizes")
plt.show()
beside("batches", guess_batches, min(curves_by_batch, key=lambda name: curves_by_batch[name][-1]).removeprefix("batch size "))

# %% [markdown] tags=["covers:momentum"]
# Compare with what you wrote. Each curve has seen every example ten times; what differs is how often it *stepped*.
# Batch size 1 wins per epoch here, and would lose per second on real hardware, which multiplies 32 columns about as
# fast as one: that is why mini-batches are the habit.
#
# ## 2. Momentum
#
# Gradients of mini-batches jump about. Momentum steps along their **exponential average** $v$ instead: most of what
# it was, and a little of the new gradient. For every layer $l$, and for $W$ and $b$ alike:
#
# $$v_{dW^{[l]}} \leftarrow \beta\, v_{dW^{[l]}} + (1 - \beta)\, dW^{[l]} \qquad W^{[l]} \leftarrow W^{[l]} - \alpha\, v_{dW^{[l]}}$$
#
# $v_{dW^{[l]}}$ and $dW^{[l]}$ have the shape of $W^{[l]}$, $(n_l, n_{l-1})$; $v_{db^{[l]}}$ that of $b^{[l]}$,
# $(n_l, 1)$. The rate $\alpha$ and $0 \le \beta < 1$ are numbers. With $\beta = 0.9$ the average looks back over
# about $1/(1-\beta) = 10$ steps.
#
# **On paper.** $P_0$, $G_0$, $\alpha = 1.2$, $\beta = 0.9$, $v = 0$. For the first weight: $v = 0.9 \cdot 0 + 0.1
# \cdot (-\frac16) = -\frac1{60}$, and $W^{[1]}_{11} = 0 + \frac{1.2}{60} = 0.02$. Plain descent would have gone to
# $0.2$: an average that starts at zero needs some steps to get going.
#
# Write both functions. A dictionary of gradients has the names `"dW1"`, `"db1"`, ...; `v` uses the **same names**.
# Return new dictionaries and new arrays: whoever called you still needs the old ones.

# %% nbgrader={"grade": false, "grade_id": "momentum_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def initialize_velocity(parameters):
    """Return the velocity before the first step: {"dW1", "db1", ...}, all zeros.

    parameters: {"W1", "b1", ..., "WL", "bL"}; "dWl" has the shape of "Wl", "dbl" that of "bl".
    """
    ### BEGIN SOLUTION
    return {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    ### END SOLUTION


def update_parameters_with_momentum(parameters, grads, v, learning_rate, beta=0.9):
    """Take one step with momentum.

    parameters: {"W1", "b1", ...}. grads and v: {"dW1", "db1", ...} of the same shapes. learning_rate, beta: numbers.
    Returns (parameters, v), both new; the caller's are left alone.
    """
    ### BEGIN SOLUTION
    new_parameters, new_v = {}, {}
    for name, value in parameters.items():
        new_v["d" + name] = beta * v["d" + name] + (1 - beta) * grads["d" + name]
        new_parameters[name] = value - learning_rate * new_v["d" + name]
    return new_parameters, new_v
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "momentum", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
V0 = {name: np.zeros_like(value) for name, value in G0.items()}
on_paper = np.array([[0.02, -0.012], [-0.02, 0.012]])


def copies(*tensors):
    """Return copies, so that no check depends on the one before it."""
    return [{name: value.copy() for name, value in one.items()} for one in tensors]


def second_step():
    """Take one step on the second set, from a velocity that is not zero."""
    return update_parameters_with_momentum(*copies(SECOND, G_second, V_second), 0.4, 0.75)


with Checks("momentum", globals()) as check:
    check.that("set(G0) <= set(initialize_velocity(P0))", "the names of the gradients")
    check("initialize_velocity(P0)['dW1']", np.zeros((2, 2)), "the average starts at zero")
    check("update_parameters_with_momentum(P0, G0, V0, 1.2)[1]['dW1'][0, 0]", -1 / 60, "a tenth of the gradient")
    check("update_parameters_with_momentum(P0, G0, V0, 1.2)[0]['W1']", on_paper, "0.02, as on paper")
    check("update_parameters_with_momentum(P0, G0, V0, 1.2, 0.0)[0]['b2']", np.array([[-0.2]]), "beta 0: plain descent")
    check("update_parameters_with_momentum(P0, G0, G0, 1.2, 0.5)[1]['db1']", G0["db1"], "the average of two alike")
    check("initialize_velocity(SECOND)['dW1']", np.zeros((2, 3)), "the second set: shaped like W1")
    check("initialize_velocity(SECOND)['db1']", np.zeros((2, 1)), "shaped like b1")
    check("initialize_velocity(SECOND)['dW3']", np.zeros((2, 1)), "every layer has a velocity")
    check.that("initialize_velocity(SECOND)['dW2'].dtype == float", "a velocity can hold fractions")
    check("second_step()[1]['dW1']", np.array([[0.7, 0.1, 0.0], [0.5, -1.0, 0.5]]), "first entry: 0.75 of 0.8 and 0.25 of 0.4")
    check("second_step()[0]['W1']", np.array([[0.22, -1.04, 2.0], [1.3, 0.7, -0.9]]), "first entry: 0.5 - 0.4 times 0.7")
    check("second_step()[1]['db1']", np.array([[0.0], [1.4]]), "biases have a velocity of their own")
    check("second_step()[0]['b1']", np.array([[0.4], [-1.16]]), "... and move along it")
    check("second_step()[0]['W3']", np.array([[1.0], [-1.3]]), "the last of three layers")
    check.unchanged("initialize_velocity(SECOND)", "SECOND")
    check.unchanged("update_parameters_with_momentum(P0, G0, V0, 1.2)", "P0", "G0", "V0")
    check.unchanged("update_parameters_with_momentum(SECOND, G_second, V_second, 0.4)", "SECOND", "G_second", "V_second")

# %% [markdown]
# ### Find the fault (about 15 minutes, worth no points: leave it empty if you like)
#
# Your step with momentum is green. The next cell builds one fault into **your own function**; your name decides which. Then write a test:
# `expose_momentum(f)` calls `f(parameters, grads, v, learning_rate, beta)` on numbers of your choice, and returns `True` if `f` is wrong, `False` if it is right.
#
# Which fault does not show in a first step, where the velocity is still zero? Which one not where beta is one half? Your test is tried on right and
# wrong versions that you have never seen. A difference by rounding, below a millionth, is no fault.

# %% nbgrader={"grade": false, "grade_id": "given_expose_momentum", "locked": true, "schema_version": 3, "solution": false, "task": false}
P0_moving = {"d" + name: value + 0.5 for name, value in P0.items()}  # a velocity that is nowhere zero, to try things with

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "try_expose_momentum", "locked": false, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_version

faulty = wrong_version(update_parameters_with_momentum, "ada")  # your name in the place of ada
print("yours", update_parameters_with_momentum(P0, G0, P0_moving, 1.2)[0]["b2"], "  the faulty one", faulty(P0, G0, P0_moving, 1.2)[0]["b2"])

# %% nbgrader={"grade": false, "grade_id": "expose_momentum_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def expose_momentum(f):
    """Return True if f is a wrong update_parameters_with_momentum, and False if it is a right one.

    f: a function that is called as f(parameters, grads, v, learning_rate, beta) and returns (parameters, v). Returns True or False.
    """
    ### BEGIN SOLUTION
    given = (P0, G0, P0_moving, 1.2, 0.8)
    for mine, its, names in zip(update_parameters_with_momentum(*given), f(*given), (P0, G0)):
        if not all(np.allclose(its[name], mine[name]) for name in names):
            return True
    return False
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "expose_momentum", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_versions

with Checks("expose_momentum", globals()) as check:
    check("expose_momentum(update_parameters_with_momentum)", False, "your own function is right")
    check("expose_momentum(lambda p, *more: update_parameters_with_momentum({name: value * (1 + 1e-9) for name, value in p.items()}, *more))",
          False, "rounding is no fault")
    check("expose_momentum(lambda p, *more: update_parameters_with_momentum({name: value + 0.001 for name, value in p.items()}, *more))",
          True, "a thousandth too high")
    check("sum(bool(expose_momentum(f)) for f in wrong_versions(update_parameters_with_momentum))", 5,
          "each of the five faults that can be built into yours")

# %% [markdown]
# What does an exponential average do to a noisy signal?

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_average", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* a noisy wave is averaged with $\beta = 0.5$, $0.9$ and $0.98$, from $v = 0$. Which
# average is the smoothest, and what does it pay for that? Your answer:
#
# === BEGIN SOLUTION ===
#
# 0.98 is the smoothest; it looks back over 50 values, so it lags behind the wave and starts much too low.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_average", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_average = ...  # the smoothest: "0.5", "0.9" or "0.98"

# %% tags=["study", "covers:momentum-average"] nbgrader={"grade": false, "grade_id": "study_average", "locked": true, "schema_version": 3, "solution": false, "task": false}
steps = np.arange(150)
signal = 1 + np.sin(steps / 20) + 0.5 * np.random.default_rng(1).standard_normal(150)
lines = {"the noisy values": (steps, signal)}
for beta in (0.5, 0.9, 0.98):
    average, averages = {"dW1": np.zeros((1, 1)), "db1": np.zeros((1, 1))}, []
    for value in signal:
        here = {"W1": np.zeros((1, 1)), "b1": np.zeros((1, 1))}
        new = {"dW1": np.array([[value]]), "db1": np.zeros((1, 1))}
        average = update_parameters_with_momentum(here, new, average, 1.0, beta)[1]
        averages.append(average["dW1"][0, 0])
    lines[f"average, beta {beta}"] = (steps, averages)
plots.curves(lines, "step", "value", "Your velocity as a smoother")
plt.show()
beside("average", guess_average, str(min((0.5, 0.9, 0.98), key=lambda beta: np.std(np.diff(lines[f"average, beta {beta}"][1])))))

# %% [markdown]
# Compare the curves at the left edge: every average starts too low, the slow ones for longest. Momentum lives with
# that; Adam will not.
#
# Now the picture that made momentum famous: a long narrow valley, $J = \frac12 (x^2 + 25\, y^2)$. Its steep direction
# allows plain descent no rate above $2/25 = 0.08$.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_valley", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* from the same point, 30 steps each: plain descent at rate 0.075, momentum ($\beta =
# 0.6$) at rate 0.075, momentum at rate 0.2. Which ends closest to the bottom? Your answer:
#
# === BEGIN SOLUTION ===
#
# Momentum at 0.2, by far. At equal rates momentum ends hardly closer than plain descent; it merely zigzags less. That
# it stays calm at a rate at which plain descent explodes is the real gain.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_valley", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_valley = ...  # "plain", "momentum 0.075" or "momentum 0.2"

# %% tags=["study", "covers:momentum-valley"] nbgrader={"grade": false, "grade_id": "study_valley", "locked": true, "schema_version": 3, "solution": false, "task": false}
def walk(learning_rate, beta, number=30):
    """Return the places visited in the valley, shape (2, number + 1)."""
    here = {"W1": np.array([[-9.0, 1.5]]), "b1": np.zeros((1, 1))}
    velocity, places = initialize_velocity(here), [here["W1"][0]]
    for _ in range(number):
        slope = {"dW1": here["W1"] * np.array([[1.0, 25.0]]), "db1": np.zeros((1, 1))}
        here, velocity = update_parameters_with_momentum(here, slope, velocity, learning_rate, beta)
        places.append(here["W1"][0])
    return np.array(places).T


figure, panels = plt.subplots(3, 1, figsize=(7, 6.5), layout="constrained", sharex=True)
for ax, (rate, beta) in zip(panels, [(0.075, 0.0), (0.075, 0.6), (0.2, 0.6)]):
    path = walk(rate, beta)
    x, y = np.meshgrid(np.linspace(-10, 8, 100), np.linspace(-2, 2, 60))
    ax.contour(x, y, 0.5 * (x**2 + 25 * y**2), levels=12, colors="lightgrey")
    name = "plain descent" if beta == 0 else f"momentum, beta {beta}"
    plots.curves({f"{name}, rate {rate}": tuple(path)}, "x", "y", ax=ax)
    ax.plot(0, 0, "k*")
    ax.set_title(f"after 30 steps: {np.hypot(*path[:, -1]):.3f} from the bottom")
plt.show()
ends = {"plain": walk(0.075, 0.0), "momentum 0.075": walk(0.075, 0.6), "momentum 0.2": walk(0.2, 0.6)}
ends = {name: float(np.hypot(*path[:, -1])) for name, path in ends.items()}
beside("valley", guess_valley, min(ends, key=ends.get))

# %% [markdown]
# Compare the first two distances, at equal rates, with your answer. Then the third: averaging cancels the zigzag, and
# **so allows a larger rate**.
#
# **Two conventions.** Many books and programs write the *classical* form $v \leftarrow \beta v + dW$, without $(1 -
# \beta)$. Under a steady gradient $g$ its velocity grows to $g / (1 - \beta)$, ours to $g$. So classical momentum at
# rate $\alpha$ is ours at the **effective rate** $\alpha / (1 - \beta)$: with $\beta = 0.9$, ten times as much. Keep
# that in mind for the next experiment.
#
# "Momentum always accelerates", people say. Does it, on the rings?

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_momentum", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* 40 epochs on the rings, mini-batches of 32. Plain descent at 0.01; our momentum at
# 0.01; classical momentum at 0.01; plain descent at 0.1. Which of the four curves will lie close together? Your
# answer:
#
# === BEGIN SOLUTION ===
#
# Plain descent and our momentum at 0.01 nearly coincide, and classical momentum at 0.01 goes with plain descent at
# 0.1: the speed-up is the effective rate.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_momentum", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_momentum = ...  # classical momentum at 0.01 goes with plain descent at "0.01" or "0.1"

# %% tags=["study", "covers:momentum-tested"] nbgrader={"grade": false, "grade_id": "study_momentum", "locked": true, "schema_version": 3, "solution": false, "task": false}
def with_momentum(start, learning_rate, beta=0.9):
    """Return the rule of momentum; it remembers its velocity."""
    memory = {"v": initialize_velocity(start)}

    def step(parameters, grads, t, epoch):
        parameters, memory["v"] = update_parameters_with_momentum(parameters, grads, memory["v"], learning_rate, beta)
        return parameters

    return step


start = start_network(RACERS, seed=0)
four = {
    "plain descent, 0.01": descent(0.01),
    "momentum, 0.01": with_momentum(start, 0.01),
    "classical momentum, 0.01 (ours at 0.1)": with_momentum(start, 0.01 / (1 - 0.9)),
    "plain descent, 0.1": descent(0.1),
}
four_curves = {name: train(step, start, epochs=40)[1] for name, step in four.items()}
plots.learning_curves(four_curves, xlabel="epoch", title="Does momentum accelerate?")
plt.show()
beside("momentum", guess_momentum, min(("0.01", "0.1"), key=lambda rate: abs(four_curves[f"plain descent, {rate}"][-1] - four_curves["classical momentum, 0.01 (ours at 0.1)"][-1])))

# %% [markdown] tags=["covers:adam"]
# Four curves, two bundles: here the averaged form is no faster than plain descent at the same
# rate, and the classical form is as fast as plain descent at ten times the rate. The claim is false here. Momentum
# helps where there is a zigzag to cancel.
#
# ## 3. Adam
#
# Adam keeps **two** exponential averages for every weight: $v$ of the gradients, as momentum does, and $s$ of their
# squares. Then it divides. In step $t = 1, 2, 3, \dots$, for every $l$, and for $W$ and $b$ alike:
#
# $$v \leftarrow \beta_1 v + (1 - \beta_1)\, dW \qquad s \leftarrow \beta_2 s + (1 - \beta_2)\, dW^2$$
#
# $$\hat v = \frac{v}{1 - \beta_1^{\,t}} \qquad \hat s = \frac{s}{1 - \beta_2^{\,t}} \qquad W \leftarrow W - \alpha\, \frac{\hat v}{\sqrt{\hat s} + \varepsilon}$$
#
# All of it entry by entry: $v$, $s$, $\hat v$, $\hat s$ have the shape of $W$. The hats repair the slow start that
# you saw in the smoothing figure: after $t$ steps from zero, the weights in the average add up to $1 - \beta^t$ only.
# The state that is kept from step to step is $v$ and $s$, **without** hats. $\varepsilon = 10^{-8}$ stands outside
# the root, and keeps $0/0$ away.
#
# **On paper.** $P_0$, $G_0$, $\alpha = 0.001$, $t = 1$, $v = s = 0$. First weight, $g = -\frac16$: $v = 0.1\, g$ and
# $\hat v = g$; $s = 0.001\, g^2$ and $\hat s = g^2$. The step is $-0.001 \cdot g / |g| = +0.001$. And the second
# weight, with $g = 0.1$? Also $0.001$, downwards: in the first step the size of a gradient does not matter, only its
# sign. $W^{[2]}$ has gradient 0: $0 / \varepsilon = 0$, it stays.
#
# Write both functions. `v` and `s` are two dictionaries with the gradients' names.

# %% nbgrader={"grade": false, "grade_id": "adam_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def initialize_adam(parameters):
    """Return (v, s) before the first step: two separate dictionaries {"dW1", "db1", ...}, all zeros.

    parameters: {"W1", "b1", ..., "WL", "bL"}; "dWl" has the shape of "Wl", "dbl" that of "bl".
    """
    ### BEGIN SOLUTION
    v = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    s = {"d" + name: np.zeros(value.shape) for name, value in parameters.items()}
    return v, s
    ### END SOLUTION


def update_parameters_with_adam(
    parameters, grads, v, s, t, learning_rate=0.001, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    """Take step number t (1, 2, 3, ...) with Adam.

    parameters: {"W1", "b1", ...}. grads, v, s: {"dW1", "db1", ...} of the same shapes; v and s without hats.
    Returns (parameters, v, s), all new; the caller's are left alone.
    """
    ### BEGIN SOLUTION
    new_parameters, new_v, new_s = {}, {}, {}
    for name, value in parameters.items():
        key = "d" + name
        new_v[key] = beta1 * v[key] + (1 - beta1) * grads[key]
        new_s[key] = beta2 * s[key] + (1 - beta2) * grads[key] ** 2
        v_hat = new_v[key] / (1 - beta1**t)
        s_hat = new_s[key] / (1 - beta2**t)
        new_parameters[name] = value - learning_rate * v_hat / (np.sqrt(s_hat) + epsilon)
    return new_parameters, new_v, new_s
    ### END SOLUTION

# %% [markdown]
# The next cell holds one more question, which only your own notebook can answer: are `v` and `s` really two
# dictionaries with arrays of their own, or one under two names?

# %% nbgrader={"grade": false, "grade_id": "provided_separate", "locked": true, "schema_version": 3, "solution": false, "task": false}
def adam_states_are_separate(parameters):
    """True when no array of v shares memory with the array of s that has its name."""
    v, s = initialize_adam(parameters)
    return v is not s and not any([np.shares_memory(v["d" + name], s["d" + name]) for name in parameters])


def shared_by_v_and_s(parameters):
    """The names under which v and s hold one and the same array."""
    v, s = initialize_adam(parameters)
    return [name for name in v if name in s and np.shares_memory(v[name], s[name])]

# %% nbgrader={"grade": true, "grade_id": "adam", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
def zero_state():
    return {name: np.zeros_like(value) for name, value in G0.items()}


def adam_step(grads=G0, t=1):
    return update_parameters_with_adam(*copies(P0, grads), zero_state(), zero_state(), t)


def second_adam(t=3, *epsilon):
    """Take step t on the second set, from averages that are not zero: rate 0.1, betas 0.5 and 0.75."""
    return update_parameters_with_adam(*copies(SECOND, G_second, V_second, S_second), t, 0.1, 0.5, 0.75, *epsilon)


def all_of(number):
    """Return a dictionary like G0 in which every entry is this number."""
    return {name: np.full(value.shape, number) for name, value in G0.items()}


v_W1 = np.array([[0.6, -0.2, 0.4], [-0.2, 0.0, 0.2]])
s_W1 = np.array([[0.415, 0.91, 0.585], [2.14, 1.525, 1.165]])
W1_third = np.array([[0.419066, -0.981782, 1.954555], [1.51188, 0.3, -0.716102]])
W1_late = np.array([[0.447562, -0.986244, 1.968376], [1.510189, 0.3, -0.712663]])
G0_large = {name: 1000 * value for name, value in G0.items()}
V0, S0 = zero_state(), zero_state()
one_rate_each = np.array([[0.001, -0.001], [-0.001, 0.001]])

with Checks("adam", globals()) as check:
    check.that("set(G0) <= set(initialize_adam(P0)[1])", "s has the names of the gradients, too")
    check("initialize_adam(P0)[0]['db1']", np.zeros((2, 1)), "both averages start at zero")
    check("shared_by_v_and_s(P0)", [], "two averages, two places to keep them")
    check("adam_step()[1]['dW1'][0, 0]", -1 / 60, "v: a tenth of the gradient, without a hat")
    check("adam_step()[2]['dW1'][0, 0]", 0.001 / 36, "s: a thousandth of its square, without a hat")
    check("adam_step()[0]['W1']", one_rate_each, "the first step has the size of the rate")
    check("adam_step(G0_large)[0]['W1']", one_rate_each, "... whatever the size of the gradient")
    check("adam_step()[0]['W2']", P0["W2"], "no gradient, no step, and no nan")
    check("initialize_adam(SECOND)[0]['db1']", np.zeros((2, 1)), "the second set: v is shaped like b1")
    check("initialize_adam(SECOND)[1]['dW1']", np.zeros((2, 3)), "s starts at zero, shaped like W1", atol=1e-12)
    check("initialize_adam(SECOND)[1]['dW3']", np.zeros((2, 1)), "every layer has its averages")
    check.that("initialize_adam(SECOND)[1]['dW2'].dtype == float", "an average can hold fractions")
    check("second_adam()[1]['dW1']", v_W1, "v, first entry: half of 0.8 and half of 0.4")
    check("second_adam()[2]['dW1']", s_W1, "s, first entry: 0.75 of 0.5 and 0.25 of 0.4 squared")
    check("second_adam()[0]['W1']", W1_third, "step 3, first entry: v-hat 0.6 / 0.875, s-hat 0.415 / 0.578125")
    check("second_adam()[0]['b1']", np.array([[0.438621], [-0.705067]]), "step 3 of the biases")
    check("second_adam()[2]['db1']", np.array([[0.81], [0.985]]), "their s")
    check("second_adam()[0]['b3']", np.array([[0.135475], [-0.148751]]), "the last of three layers")
    check("second_adam(100, 0.5)[0]['W1']", W1_late, "a late step: the hats do nothing, an epsilon of 0.5 does a lot")
    check("update_parameters_with_adam(P0, all_of(1e-8), all_of(1e-8), all_of(1e-16), 100, 0.1, 0.5, 0.5)[0]['b2']",
          np.array([[-0.05]]), "a late step, root and epsilon alike: half the rate")  # fmt: skip
    check.unchanged("initialize_adam(SECOND)", "SECOND")
    check.unchanged("update_parameters_with_adam(P0, G0, V0, S0, 1)", "P0", "G0", "V0", "S0")
    check.unchanged("update_parameters_with_adam(SECOND, G_second, V_second, S_second, 3)", "SECOND", "G_second", "V_second", "S_second")

# %% [markdown] tags=["covers:learning-rate-decay"]
# ## 4. Learning rate decay
#
# Far from the bottom, large steps save time. Near it, they overshoot, and with mini-batches they never stop jumping.
# So start large and shrink. **Exponential decay** in epoch $t = 0, 1, 2, \dots$, from $\alpha_0$, at decay rate $k
# \ge 0$ (all of them single numbers):
#
# $$\alpha_t = \alpha_0\, e^{-k t}$$
#
# **On paper.** $\alpha_0 = 0.1$, $k = 0.05$: in epoch 0 the rate is $0.1$, in epoch 20 it is $0.1 / e = 0.0368$. It
# halves every $\ln 2 / k = 13.9$ epochs.

# %% nbgrader={"grade": false, "grade_id": "exponential_decay_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def exponential_decay(learning_rate0, k, t):
    """Return the learning rate in epoch t, one number.

    learning_rate0: the rate in epoch 0. k: how fast it decays, 0 or more. t: the epoch, from 0.
    """
    ### BEGIN SOLUTION
    return learning_rate0 * np.exp(-k * t)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "exponential_decay", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
with Checks("exponential_decay", globals()) as check:
    check("exponential_decay(0.1, 0.05, 0)", 0.1, "nothing has decayed yet")
    check("exponential_decay(0.1, 0.05, 20)", 0.1 / np.e, "k t = 1: divided by e")
    check("exponential_decay(0.1, 0.0, 20)", 0.1, "k = 0: the rate stays")
    check("exponential_decay(0.1, np.log(2) / 8, 8)", 0.05, "half of it, after one half-life of 8 epochs")
    check("exponential_decay(0.4, np.log(4), 1.5)", 0.05, "epochs may be counted in parts: a quarter each, one and a half times")
    check("exponential_decay(0.8, 2.0, 500)", 0.0, "after a very long training as good as nothing is left")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_decay", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* small mini-batches (4) and a large rate (0.5), on the rings, for 30 epochs, with $k
# = 0$, $0.05$ and $0.2$. What will the three cost curves look like in the last ten epochs? Your answer:
#
# === BEGIN SOLUTION ===
#
# With k = 0 it keeps jumping; with 0.05 it jumps less and is lower; with 0.2 it is flat, because the steps have all
# but stopped.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_decay", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_decay = ...  # the lowest in the last ten epochs: "0", "0.05" or "0.2"

# %% tags=["study", "covers:learning-rate-decay"] nbgrader={"grade": false, "grade_id": "study_decay", "locked": true, "schema_version": 3, "solution": false, "task": false}
def with_decay(learning_rate0, k):
    """Return the rule of plain descent with a decaying rate."""
    def step(parameters, grads, t, epoch):
        return descent(exponential_decay(learning_rate0, k, epoch))(parameters, grads, t, epoch)

    return step


start = start_network(RACERS, seed=0)
epochs = np.arange(31)
rates = {f"k = {k}": (epochs, [exponential_decay(0.5, k, t) for t in epochs]) for k in (0.0, 0.05, 0.2)}
decayed = {f"k = {k}": train(with_decay(0.5, k), start, epochs=30, batch_size=4)[1] for k in (0.0, 0.05, 0.2)}
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
plots.curves(rates, "epoch", "learning rate", "The rate", ax=left)
plots.learning_curves(decayed, xlabel="epoch", title="The cost", ax=right)
plt.show()
beside("decay", guess_decay, min(("0", "0.05", "0.2"), key=lambda k: np.mean(decayed[f"k = {float(k)}"][-10:])))

# %% [markdown] tags=["covers:fair-race"]
# Compare the right ends of the curves. Decay does not find a better valley; it lets you settle in the one you are in. Here the
# strongest decay ends lowest: after a few epochs the valley is found, and what is left is noise. On a problem that takes longer, the same decay could stop you on the way.
#
# ## 5. A fair race
#
# Same start, same mini-batches, same learning rate: only the rule differs. One race proves little, so we run five,
# from five starts, and look at the mean.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_race", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* rate 0.01, mini-batches of 32. Put plain descent, momentum and Adam in order after
# 20 epochs, and again after 100. How large will the gaps in accuracy be? Your answer:
#
# === BEGIN SOLUTION ===
#
# After 20 epochs Adam is more than ten points ahead and the other two are level. After 100 epochs all three are
# within a few points of the ceiling that the overlap sets.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_race", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_race = ...  # points that Adam is ahead of plain descent after 20 epochs

# %% tags=["study", "covers:fair-race"] nbgrader={"grade": false, "grade_id": "study_race", "locked": true, "schema_version": 3, "solution": false, "task": false}
def with_adam(start, learning_rate):
    """Return the rule of Adam; it remembers its two averages."""
    memory = dict(zip("vs", initialize_adam(start)))

    def step(parameters, grads, t, epoch):
        parameters, memory["v"], memory["s"] = update_parameters_with_adam(
            parameters, grads, memory["v"], memory["s"], t, learning_rate
        )
        return parameters

    return step


def race(learning_rate, epochs, seed):
    """Return {name: (trained parameters, costs)}: one start, one sequence of mini-batches, three rules."""
    start = start_network(RACERS, seed)
    rules = {
        "plain descent": descent(learning_rate),
        "momentum": with_momentum(start, learning_rate),
        "Adam": with_adam(start, learning_rate),
    }
    return {name: train(rule, start, epochs, seed=seed) for name, rule in rules.items()}


short, long = ([race(0.01, epochs, seed) for seed in range(5)] for epochs in (20, 100))
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained", sharey=True)
for ax, races, epochs in ((left, short, 20), (right, long, 100)):
    means = {n: np.mean([accuracy_of(X_rings, Y_rings, r[n][0]) for r in races]) for n in races[0]}
    plots.bars(means, "accuracy, mean of 5 starts (%)", f"After {epochs} epochs at rate 0.01", ax=ax)
    ax.axhline(91.9, color="black", linestyle=":", zorder=0)
    ax.set_ylim(0, 105)
plt.show()
ahead = float(np.mean([accuracy_of(X_rings, Y_rings, one["Adam"][0]) - accuracy_of(X_rings, Y_rings, one["plain descent"][0]) for one in short]))
beside("race", guess_race, ahead, "points")

# %% [markdown]
# The dotted line is the Bayes accuracy, 91.9%; on the very examples that were trained on, a network can be slightly
# above it. Compare with your order. After 20 epochs Adam is far ahead, for a reason you know: its step has about the
# size of the rate, however small the gradient. After 100 epochs the three are similar. Adam did not find a better
# answer, it found it sooner; and a better rate for plain descent (try 0.1) would have done much the same. **No
# optimizer makes the rate your last worry.**
#
# Two figures to keep: one race, seen as costs and as boundaries.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_boundaries", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell:* after 20 epochs at rate 0.01, from start 0: which of the three boundaries will run
# between the two rings? Your answer:
#
# === BEGIN SOLUTION ===
#
# Adam's alone is near the circle between the rings; the other two are small and crooked, and nearly alike.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_boundaries", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_boundaries = ...  # "plain descent", "momentum" or "Adam"

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_keep", "locked": true, "schema_version": 3, "solution": false, "task": false}
costs_by_rule = {name: costs for name, (_, costs) in long[0].items()}
plots.learning_curves(costs_by_rule, xlabel="epoch", title="A fair race on the rings, rate 0.01")
plots.boundaries(
    [
        (lambda X, p=trained: labels_of(X, p), f"{name}, 20 epochs: {accuracy_of(X_rings, Y_rings, trained):.1f}%")
        for name, (trained, _) in short[0].items()
    ],
    X_rings,
    Y_rings,
)
plt.show()
beside("boundaries", guess_boundaries, max(short[0], key=lambda name: accuracy_of(X_rings, Y_rings, short[0][name][0])))

# %% [markdown]
# Compare each boundary with its curve at epoch 20: a cost that has hardly fallen is a boundary that is still crooked.
#
# ## What you learnt
#
# - **Mini-batches** trade an exact gradient for many cheap ones. Shuffle everything, keep X and Y together, keep the
#   last piece.
# - **Momentum** steps along an exponential average. It cancels zigzag and so allows larger rates; it is not faster by
#   itself. Ask which convention a program uses: the classical form has the effective rate $\alpha / (1 - \beta)$.
# - **Adam** gives every weight a step of at most about the size of the rate, smaller where its gradients keep changing sign. It is quick and forgiving early on, and a good
#   first choice; in the long run it was no better here.
# - **Decay** lets a jumping cost settle.
# - A comparison is fair only with the same start and the same mini-batches, and worth something only over several
#   starts.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
