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
# # A network with one hidden layer
#
# **Time**: about 180 minutes; take a break in the middle. **Before it**: `neuron_activations`. **After it**: `check_and_init`.
#
# By the end of this notebook you will have built a neural network out of nothing but NumPy: eight short functions, one of them
# a loop that makes the others learn. It will find a border that no straight line can be.
#
# | | exercise | points |
# |---|---|---|
# | 1 | `layer_sizes` | 1 |
# | 2 | `initialize_parameters` | 2 |
# | 3 | `forward_propagation` | 4 |
# | 4 | `compute_cost` | 4 |
# | 5 | a quiz on paper | 1 |
# | 6 | `backward_propagation` | 7 |
# | 7 | `update_parameters` | 2 |
# | 8 | `nn_model` | 3 |
# | 9 | `predict` and `compute_accuracy` | 1 |
#
# The notation is the same everywhere. One example is one **column**: `X` is $(n_x, m)$ and holds $m$ examples with
# $n_x$ features each; `Y` is $(n_y, m)$ and holds their labels, 0 or 1. A superscript in brackets numbers the layer:
# $W^{[1]}$ belongs to the hidden layer, $W^{[2]}$ to the output layer.
#
# Run the cells from top to bottom. Under each exercise a grey cell checks your work on numbers that you can verify by hand.

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

recall.ask("one_hidden_layer")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("one_hidden_layer", [..., ..., ...])

# %% [markdown] tags=["covers:moons-line"]
# ## The data
#
# Two datasets. The **moons**, 400 points in two interleaved half circles, are what the network will learn: `X_moons` is
# (2, 400) and `Y_moons` is (1, 400). The **three examples**, `X_tiny` (2, 3) and `Y_tiny` (1, 3), are for you: small enough
# to follow every number on paper.
#
# $$X = \begin{bmatrix} 1 & 0.5 & -0.5 \\ 0.3 & 1 & -0.1 \end{bmatrix} \qquad Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$$
#
# `P0` holds parameters for paper: two hidden units whose weights are all 0, and $W^{[2]} = [1, -1]$. `PAPER` is another
# set, for the worked examples:
#
# $$W^{[1]} = \begin{bmatrix} 1 & 0 \\ 0 & 0 \end{bmatrix} \quad b^{[1]} = \begin{bmatrix} 0 \\ 1 \end{bmatrix} \quad
# W^{[2]} = \begin{bmatrix} 1 & 0 \end{bmatrix} \quad b^{[2]} = \begin{bmatrix} 0 \end{bmatrix}$$
#
# Numbers for paper are convenient, and convenient numbers forgive mistakes: where everything is 2 by 2, a wrong transpose still fits. So the
# checks also use a **second set** in which nothing is zero and all sizes differ: 3 features, 4 hidden units, 2 outputs, 5 examples.

# %% nbgrader={"grade": false, "grade_id": "datasets", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_moons, Y_moons = data.moons()
X_tiny, Y_tiny = data.tiny()
P0 = data.p0()
PAPER = {
    "W1": np.array([[1.0, 0.0], [0.0, 0.0]]),
    "b1": np.array([[0.0], [1.0]]),
    "W2": np.array([[1.0, 0.0]]),
    "b2": np.array([[0.0]]),
}
X_second = np.array([[0.9, 0.7, 0.6, -0.3, -1.2], [1.4, 1.1, 0.9, 1.1, 0.9], [-0.9, -1.4, 0.5, 0.4, 1.4]])
Y_second = np.array([[1.0, 0.0, 1.0, 1.0, 0.0], [0.0, 0.0, 1.0, 0.0, 1.0]])
SECOND = {
    "W1": np.array([[-0.3, -0.9, 0.3], [-0.2, -0.4, -0.3], [-0.6, -0.2, 0.8], [-0.8, 0.1, 0.5]]),
    "b1": np.array([[-0.3], [0.3], [0.6], [0.9]]),
    "W2": np.array([[-0.2, 0.8, 0.6, -0.8], [0.4, -0.3, -0.7, 0.6]]),
    "b2": np.array([[0.1], [-0.9]]),
}

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_line", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: the next cell draws the moons and lets logistic regression, the network without a hidden layer, put its best straight line through them. How many of the 400 points will be on the right side? Give a percentage.*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# About 84%. The line gets the outer arms of both moons right and cuts off the tip of each.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_line", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_line = ...  # percent of the 400 points

# %% tags=["study", "covers:moons-line"] nbgrader={"grade": false, "grade_id": "study_line", "locked": true, "schema_version": 3, "solution": false, "task": false}
from sklearn.linear_model import LogisticRegression

logistic = LogisticRegression().fit(X_moons.T, Y_moons.ravel())
logistic_accuracy = 100 * logistic.score(X_moons.T, Y_moons.ravel())


def predict_logistic(X):
    """Return logistic regression's labels, one example a column."""
    return logistic.predict(X.T).reshape(1, -1)


plots.decision_boundary(predict_logistic, X_moons, Y_moons, f"Logistic regression: {logistic_accuracy:.2f}%");
beside("line", guess_line, logistic_accuracy, "percent")

# %% [markdown]
# Look at where the line fails, since the network will have to do better exactly there. How close was your guess? Two tips of
# moons end up on the wrong side, and no other straight line saves both.

# %% [markdown] tags=["covers:layer-sizes"]
# ## 1. The sizes of the layers
#
# How many inputs and outputs a network has is not for you to choose: the data say so. Only the number of hidden units,
# $n_h$, is free. `layer_sizes` reads the first two off the shapes of $X$ $(n_x, m)$ and $Y$ $(n_y, m)$.
#
# On the three examples, $X$ is $(2, 3)$ and $Y$ is $(1, 3)$: the sizes are 2, $n_h$ and 1. The 3 counts examples, and plays no
# part.

# %% nbgrader={"grade": false, "grade_id": "layer_sizes_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def layer_sizes(X, Y, n_h=4):
    """Return the sizes of the three layers, (n_x, n_h, n_y).

    X: inputs, shape (n_x, m). Y: labels, shape (n_y, m). n_h: the size of the hidden layer. Returns three whole numbers.
    """
    ### BEGIN SOLUTION
    return X.shape[0], n_h, Y.shape[0]
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "layer_sizes", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
with Checks("layer_sizes", globals()) as check:
    check("layer_sizes(X_tiny, Y_tiny)", (2, 4, 1), "two features, one label, and four hidden units unless told otherwise")
    check("layer_sizes(X_tiny, Y_tiny, 7)", (2, 7, 1), "the hidden layer is as large as you ask for")
    check("layer_sizes(X_tiny[:, :1], Y_tiny[:, :1], 2)", (2, 2, 1), "fewer examples, same network")
    check("layer_sizes(X_second, Y_second, 6)", (3, 6, 2), "the second set: three features, two labels")

# %% [markdown] tags=["covers:random-start-symmetry"]
# ## 2. Where to begin
#
# Training needs a starting point. Two units that start alike receive the same gradient in every step, and stay alike
# for ever: so the weights start **random**, each on its own. They start **small**, so that the hidden units begin in
# the steep middle part of their curve. Biases have nothing to keep apart: they start at zero.
#
# | | shape | start |
# |---|---|---|
# | $W^{[1]}$ | $(n_h, n_x)$ | normal draws with mean 0, standard deviation 0.01 |
# | $b^{[1]}$ | $(n_h, 1)$ | zeros |
# | $W^{[2]}$ | $(n_y, n_h)$ | normal draws with mean 0, standard deviation 0.01 |
# | $b^{[2]}$ | $(n_y, 1)$ | zeros |
#
# For the three examples and two hidden units, $W^{[1]}$ is $(2, 2)$ and $W^{[2]}$ is $(1, 2)$: with the biases, $4 + 2 + 2 + 1 = 9$
# numbers to learn.
#
# `rng` is a NumPy generator. Whoever wants the same start again passes `np.random.default_rng(3)`; whoever passes
# nothing gets a new start each time. `rng.standard_normal(shape)` draws the numbers; `np.random.randn`, which
# does not use `rng`, is accepted too. Do not set a seed inside the function: the start is for its caller to choose.

# %% nbgrader={"grade": false, "grade_id": "initialize_parameters_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def initialize_parameters(n_x, n_h, n_y, rng=None):
    """Return the parameters to start from: small random weights, and biases of zero.

    n_x, n_h, n_y: the sizes of the layers. rng: a np.random.Generator, or None for a new start at every call.
    Returns a dictionary with W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h) and b2 (n_y, 1).
    Weights are normal with mean 0 and standard deviation 0.01.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng() if rng is None else rng
    return {
        "W1": rng.standard_normal((n_h, n_x)) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": rng.standard_normal((n_y, n_h)) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "initialize_parameters", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
def start(seed=0):
    """A large start from this seed, whichever generator you draw from."""
    np.random.seed(seed)
    return initialize_parameters(20, 30, 2, np.random.default_rng(seed))


with Checks("initialize_parameters", globals()) as check:
    check.shape("initialize_parameters(2, 4, 1)['W1']", (4, 2), "a row for each hidden unit, a column for each input")
    check.shape("initialize_parameters(2, 4, 1)['W2']", (1, 4), "a row for each output, a column for each hidden unit")
    check("initialize_parameters(2, 4, 1)['b1']", np.zeros((4, 1)), "biases start at zero, in a column")
    check("initialize_parameters(2, 4, 1)['b2']", np.zeros((1, 1)), "biases start at zero, in a column")
    check.that("0.005 < np.std(initialize_parameters(20, 30, 1)['W1']) < 0.02", "the weights are small")
    check.that("len(np.unique(initialize_parameters(2, 4, 1)['W1'])) == 8", "no two units start alike")
    check.shape("initialize_parameters(3, 4, 2)['W2']", (2, 4), "two outputs: two rows")
    check("np.std(start()['W2'])", 0.01, "the second layer starts small too, and random", atol=2e-3)
    check("np.mean(start()['W1'])", 0.0, "as many weights below zero as above", atol=2e-3)
    check.that("np.max(start()['W1']) > 0.02", "normal draws: a few lie far out")
    check("start(5)['W1']", start(5)["W1"], "the same generator, the same start")
    check.that("np.all(start(5)['W1'] != start(6)['W1'])", "another generator, another start")
    check.that("not np.allclose(start()['W1'].ravel()[:60], start()['W2'].ravel())", "the layers have draws of their own")
    check.that("start()['b1'].dtype == float", "biases will be moved by fractions")

# %% [markdown] tags=["covers:forward-pass"]
# ## 3. Forward: from inputs to probabilities
#
# The forward pass turns inputs into predictions, one layer after the other. Each layer is a linear step and then a squash:
#
# $$Z^{[1]} = W^{[1]} X + b^{[1]} \qquad A^{[1]} = \tanh(Z^{[1]}) \qquad \text{both } (n_h, m)$$
# $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]} \qquad A^{[2]} = \sigma(Z^{[2]}) \qquad \text{both } (n_y, m)$$
#
# $W^{[1]}$ is $(n_h, n_x)$ and $X$ is $(n_x, m)$, so the product is $(n_h, m)$; the column $b^{[1]}$, $(n_h, 1)$, is added to
# each of its columns by broadcasting. $A^{[2]}$ holds the probability of class 1 for each example.
#
# *By hand*, the first example, $(1, 0.3)$, with `PAPER`: unit 1 sees $1 \cdot 1 + 0 \cdot 0.3 + 0 = 1$, unit 2 sees only its bias, 1.
# Both answer $\tanh(1) = 0.7616$. The output unit sees $0.7616$ and answers $\sigma(0.7616) = 0.6817$.
#
# Keep all four arrays in a dictionary, the **cache**: the backward pass will need them. `sigmoid` is yours from the last
# notebook, and given here.

# %% nbgrader={"grade": false, "grade_id": "given_sigmoid", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(z):
    """Return 1 / (1 + exp(-z)), without overflow for any z."""
    shrunk = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, shrunk) / (1.0 + shrunk)

# %% nbgrader={"grade": false, "grade_id": "forward_propagation_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def forward_propagation(X, parameters):
    """Return the probabilities and everything that was computed on the way to them.

    X: inputs, shape (n_x, m). parameters: a dictionary with W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1).
    Returns A2, shape (n_y, m), and the cache: a dictionary with Z1, A1, each (n_h, m), and Z2, A2, each (n_y, m).
    """
    ### BEGIN SOLUTION
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "forward_propagation", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
A2_second = np.array([[0.45553534, 0.5265172, 0.43862487, 0.45215604, 0.44283316],
                      [0.30990266, 0.28964312, 0.25987426, 0.24691298, 0.25967867]])
Z1_second = np.array([[-2.1, -1.92, -1.14, -1.08, -0.33],
                      [-0.17, 0.14, -0.33, -0.2, -0.24],
                      [-0.94, -1.16, 0.46, 0.88, 2.26],
                      [-0.13, -0.25, 0.76, 1.45, 2.65]])
LOUD = {**SECOND, "W2": 1e4 * SECOND["W2"]}
with Checks("forward_propagation", globals()) as check:
    check("forward_propagation(X_tiny, P0)[0]", np.full((1, 3), 0.5), "P0 cannot tell the examples apart yet")
    check("forward_propagation(X_tiny, PAPER)[0][0, 0]", 0.6817, "the example worked out above", atol=1e-4)
    check("forward_propagation(X_tiny, PAPER)[1]['Z1']", np.array([[1, 0.5, -0.5], [1, 1, 1]]), "before the squash")
    check("forward_propagation(X_tiny, PAPER)[1]['A1'][:, 0]", np.tanh([1.0, 1.0]), "after the squash")
    check("forward_propagation(X_tiny, PAPER)[1]['Z2'][0, 0]", np.tanh(1.0), "the output unit listens to unit 1 alone")
    check.shape("forward_propagation(X_tiny, PAPER)[1]['A2']", (1, 3), "one probability for each example")
    check("forward_propagation(X_second, SECOND)[1]['Z1']", Z1_second, "the second set, where every number counts")
    check("forward_propagation(X_second, SECOND)[0]", A2_second, "the second set: two outputs, five examples")
    check("forward_propagation(X_second, SECOND)[1]['A2']", A2_second, "the cache holds the probabilities too")
    check("forward_propagation(X_second[:, :1], SECOND)[0]", A2_second[:, :1], "an example is the same alone")
    check("forward_propagation(1e5 * X_second, LOUD)[0]", np.array([[0.0, 0.0, 0.0, 0.0, 0.0], [0.28905, 0.28905, 0.28905, 0.0, 0.0]]),
          "huge numbers give probabilities too, never nan")
    check.unchanged("forward_propagation(X_tiny, PAPER)", "X_tiny", "PAPER")

# %% [markdown] tags=["covers:loss-and-cost", "covers:cross-entropy"]
# ## 4. The cost: how wrong is the network?
#
# One number says how wrong the predictions are. An example costs the surprise at its label: $-\ln$ of the probability that the
# network gave to what really happened. That probability is $a$ where the label is 1, and $1 - a$ where it is 0. Averaged over the
# batch:
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y_i \ln a_i + (1 - y_i) \ln (1 - a_i) \right)$$
#
# $A^{[2]}$ and $Y$ are $(1, m)$; $J$ is one number. This is the **binary cross-entropy**. What one example costs is called its **loss**; the **cost** is the mean loss of the batch.
#
# *By hand*, with probabilities $0.8$, $0.4$ and $0.1$ for the three examples, whose labels are 1, 0, 0: the labels got $0.8$, $0.6$ and
# $0.9$. The cost is $(0.2231 + 0.5108 + 0.1054) / 3 = 0.2798$.
#
# A network that is very sure can round its answer to exactly 0 or 1, and the computer does not know $0 \cdot \ln 0$: the result
# would be `nan`. So keep each probability away from 0 and 1 by a hair before taking logarithms: `np.clip(A2, 1e-12, 1 - 1e-12)` does that in a copy.

# %% nbgrader={"grade": false, "grade_id": "compute_cost_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def compute_cost(A2, Y):
    """Return the mean cross-entropy cost.

    A2: predicted probabilities, shape (1, m). Y: labels, shape (1, m). Returns one number. Probabilities of exactly 0
    or 1 give a finite cost.
    """
    ### BEGIN SOLUTION
    A = np.clip(A2, 1e-12, 1 - 1e-12)
    m = Y.shape[1]
    return float(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "compute_cost", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
half = np.full((1, 3), 0.5)
guess = np.array([[0.8, 0.4, 0.1]])
with Checks("compute_cost", globals()) as check:
    check("compute_cost(half, Y_tiny)", np.log(2), "a coin flip costs ln 2")
    check("compute_cost(guess, Y_tiny)", 0.2798, "the example worked out above", atol=1e-4)
    check("compute_cost(guess[:, :1], Y_tiny[:, :1])", -np.log(0.8), "one example alone")
    check("compute_cost(guess[:, 1:], Y_tiny[:, 1:])", -(np.log(0.6) + np.log(0.9)) / 2, "labels of 0 cost too")
    check("compute_cost(Y_tiny, Y_tiny)", 0.0, "sure and right costs nothing")
    check.that("10 < compute_cost(1 - Y_tiny, Y_tiny) < 800", "sure and wrong costs a lot, but not infinity")
    check.unchanged("compute_cost(guess, Y_tiny)", "guess", "Y_tiny")

# %% [markdown]
# ### Find the fault (worth no points: leave it empty if you like)
#
# Your `compute_cost` is green. The next cell takes **your own function** and builds one fault in; which one, your name decides. Look what it answers, and
# then write a test: `expose_cost(f)` calls `f(A2, Y)` on numbers of your choice, and returns `True` if `f` is wrong, `False` if it is right.
#
# Which fault would not show where every probability is one half? Which not on a single example? Your test is tried on right and wrong
# versions that you have never seen. A difference by rounding, below a millionth, is no fault.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "try_expose_cost", "locked": false, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_version

faulty = wrong_version(compute_cost, "ada")  # your name in the place of ada
some_A2, some_Y = np.array([[0.9, 0.2]]), np.array([[1.0, 0.0]])
print("yours", compute_cost(some_A2, some_Y), "  the faulty one", faulty(some_A2, some_Y))

# %% nbgrader={"grade": false, "grade_id": "expose_cost_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def expose_cost(f):
    """Return True if f is a wrong compute_cost, and False if it is a right one.

    f: a function that is called as f(A2, Y), with probabilities and labels of shape (1, m). Returns True or False.
    """
    ### BEGIN SOLUTION
    A2, _ = forward_propagation(X_tiny, PAPER)
    return not np.isclose(f(A2, Y_tiny), compute_cost(A2, Y_tiny))
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "expose_cost", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_versions

with Checks("expose_cost", globals()) as check:
    check("expose_cost(compute_cost)", False, "your own function is right")
    check("expose_cost(lambda A2, Y: np.float64(compute_cost(A2, Y)) * (1 + 1e-9))", False, "rounding is no fault")
    check("expose_cost(lambda A2, Y: compute_cost(A2, Y) + 0.001)", True, "a thousandth too high")
    check("sum(bool(expose_cost(f)) for f in wrong_versions(compute_cost))", 5, "each of the five faults that can be built into yours")

# %% [markdown] tags=["covers:computational-graph", "covers:chain-rule-factors"]
# ## 5. Why backward starts at the end
#
# Before six formulas with matrices, the idea with plain numbers. One example, $x = 1$ with label $y = 1$; one hidden unit, one output. Every line below needs
# only what stands above it:
#
# | step | formula | value |
# |---|---|---|
# | 1 | $z_1 = w_1 x + b_1$, with $w_1 = b_1 = 0.5$ | 1 |
# | 2 | $a_1 = \tanh(z_1)$ | 0.7616 |
# | 3 | $z_2 = w_2 a_1 + b_2$, with $w_2 = 2$, $b_2 = -1$ | 0.5232 |
# | 4 | $a_2 = \sigma(z_2)$ | 0.6279 |
# | 5 | $L = -\ln a_2$ (the loss of one example, whose label is 1) | 0.4654 |
#
# How does $L$ answer a nudge of $w_1$? The nudge travels down the table, and each step stretches it by its own slope. The **chain rule** multiplies these slopes:
#
# $$\frac{dL}{dw_1} = \underbrace{\frac{dL}{da_2}}_{-1/a_2} \cdot \underbrace{\frac{da_2}{dz_2}}_{a_2 (1 - a_2)} \cdot
# \underbrace{\frac{dz_2}{da_1}}_{w_2} \cdot \underbrace{\frac{da_1}{dz_1}}_{1 - a_1^2} \cdot \underbrace{\frac{dz_1}{dw_1}}_{x}
# = -1.5926 \cdot 0.2336 \cdot 2 \cdot 0.4200 \cdot 1 = -0.3126$$
#
# For $dL/dw_2$ only the first two factors and $a_1$ are needed, and for $dL/db_1$ the first four. So **start at the end**, and keep each product: every parameter
# further up uses it again. From the front, the whole chain would be multiplied anew for each parameter.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_nudge", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: it raises each of the four parameters by 0.001 and looks at the loss. By how much will the loss change for $w_1$? Which of the four moves it most? (You have all the
# factors in the table: the products are short.)*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# w1: about 0.001 times -0.3126, so -0.0003. The kept products are -0.3721 for b2, -0.3721 x 0.7616 = -0.2834 for w2, and -0.3126 for w1 and b1 (x is 1). b2 moves it most.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_nudge", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_nudge = ...  # the change of the loss for w1, divided by 0.001

# %% tags=["study", "covers:shared-factors"] nbgrader={"grade": false, "grade_id": "study_nudge", "locked": true, "schema_version": 3, "solution": false, "task": false}
def loss_of(w1=0.5, b1=0.5, w2=2.0, b2=-1.0, x=1.0):
    """The loss of the five steps above."""
    return -np.log(sigmoid(w2 * np.tanh(w1 * x + b1) + b2))


a1 = np.tanh(1.0)
a2 = sigmoid(2 * a1 - 1)
at_z2 = -1 / a2 * a2 * (1 - a2)  # two factors, kept for all the others
at_z1 = at_z2 * 2.0 * (1 - a1**2)  # two more
products = {"b2": at_z2, "w2": at_z2 * a1, "b1": at_z1, "w1": at_z1 * 1.0}
before = {"w1": 0.5, "b1": 0.5, "w2": 2.0, "b2": -1.0}
print("name   product of factors   change of the loss / 0.001")
for name, product in products.items():
    change = loss_of(**{name: before[name] + 0.001}) - loss_of()
    print(f"{name:6} {product:12.4f} {change / 0.001:22.4f}")
beside("nudge", guess_nudge, products["w1"], "a unit of w1")

# %% [markdown]
# Look at the two columns to see that the chain rule is no magic: it says what a nudge would show. (They differ a little, because 0.001 is not infinitely small.) How close were
# you?
#
# With matrices the order matters even more. From the end, each step multiplies a row of slopes by a matrix; from the front, a matrix by a matrix.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_order", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: five layers of 100 units and one cost at the end. How many times as many multiplications does the chain take from the front: 2, 10, or about 80?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# About 80: four products of two 100 x 100 matrices cost a million multiplications each, a row times a matrix only ten thousand.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_order", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_order = ...  # how many times as many

# %% tags=["study", "covers:cost-of-the-other-order"] nbgrader={"grade": false, "grade_id": "study_order", "locked": true, "schema_version": 3, "solution": false, "task": false}
print("units   from the end   from the front")
for n in (1, 10, 100, 1000):
    from_the_end = 5 * n * n  # a row (1, n) times a matrix (n, n), five times
    from_the_front = 4 * n**3 + n * n  # matrix times matrix, four times, and at last the row
    print(f"{n:5} {from_the_end:14,} {from_the_front:16,}   {from_the_front / from_the_end:6.1f} times as many")
beside("order", guess_order, (4 * 100**3 + 100**2) / (5 * 100**2), "times")

# %% [markdown] tags=["covers:two-step-route"]
# Look at the last column, and at the first line: with one unit a layer nothing is lost, with a thousand nearly everything.
#
# **One slope to derive yourself.** The first two factors belong together. For any label, $L = -\left( y \ln a + (1 - y) \ln(1 - a) \right)$ with $a = \sigma(z)$; you know the
# slope of the sigmoid, $a(1 - a)$.

# %% [markdown] nbgrader={"grade": true, "grade_id": "derive_output_slope", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *On paper: write $dL/da$ down for any $y$, multiply it by $a(1 - a)$, and simplify. What is left? What becomes of the two factors one by one, and of what is left, when the computer has rounded $a$ to
# exactly 1 although $y$ is 0?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# dL/da = -y/a + (1 - y)/(1 - a). Times a (1 - a): -y (1 - a) + (1 - y) a = a - y. At a = 1, y = 0 the first factor is 1/0 and the second is 0, and their product is nan;
# what is left is 1 - 0 = 1: the strongest correction there is, as it should be.
# === END SOLUTION ===

# %% tags=["study", "covers:two-routes-compared"] nbgrader={"grade": false, "grade_id": "study_two_routes", "locked": true, "schema_version": 3, "solution": false, "task": false}
print(" a      y    two factors    a - y")
for a, y in ((0.6279, 1.0), (0.9, 0.0), (0.2, 0.0), (1.0, 0.0)):
    with np.errstate(all="ignore"):
        two_factors = (-y / np.float64(a) + (1 - y) / np.float64(1 - a)) * a * (1 - a)
    print(f"{a:6.4f} {y:4.0f} {two_factors:12.4f} {a - y:10.4f}")

# %% [markdown] tags=["covers:backward-on-paper", "covers:backward-six-formulas"]
# Look at the last line to see where the two-step route breaks and the short one does not. With a whole batch nothing new happens: each example has its own numbers, one a column, and
# the cost is the **mean** of the losses. So $dZ^{[2]} = A^{[2]} - Y$ holds, column by column, the slope of each example's *own* loss, and the factor $\tfrac1m$ comes in where
# the columns are added up: in $dW$ and $db$.
#
# ## 6. Backward, on paper
#
# Now the same for matrices. The **gradient** says for each parameter how the cost answers when that parameter is nudged. The
# chain rule finds all of them in one pass, from the output back to the input. Every symbol has the shape of the thing that
# it belongs to:
#
# $$
# \begin{aligned}
# dZ^{[2]} &= A^{[2]} - Y & (n_y, m) \\
# dW^{[2]} &= \tfrac{1}{m}\, dZ^{[2]} A^{[1]\top} & (n_y, n_h) \\
# db^{[2]} &= \tfrac{1}{m} \textstyle\sum_i dZ^{[2]}_{:,i} & (n_y, 1) \\
# dZ^{[1]} &= W^{[2]\top} dZ^{[2]} \odot \left(1 - A^{[1]} \odot A^{[1]}\right) & (n_h, m) \\
# dW^{[1]} &= \tfrac{1}{m}\, dZ^{[1]} X^\top & (n_h, n_x) \\
# db^{[1]} &= \tfrac{1}{m} \textstyle\sum_i dZ^{[1]}_{:,i} & (n_h, 1)
# \end{aligned}
# $$
#
# $\odot$ multiplies element by element; the sums run over the examples. The factor $1 - A^{[1]} \odot A^{[1]}$ is the slope of
# $\tanh$, read off its output.
#
# *By hand*, with `P0` and only the **first two** examples: all hidden activations are 0, so all probabilities are $\tfrac12$ and
# $dZ^{[2]} = [-\tfrac12, \tfrac12]$. Then $dW^{[2]} = [0, 0]$ and $db^{[2]} = 0$. The slope of $\tanh$ at 0 is 1, so unit 1
# (its outgoing weight is $1$) receives $[-\tfrac12, \tfrac12]$, and unit 2 ($-1$) receives $[\tfrac12, -\tfrac12]$. For unit 1,
#
# $$dW^{[1]}_{1,:} = \tfrac12 \left( -\tfrac12 (1, 0.3) + \tfrac12 (0.5, 1) \right) = (-0.125, 0.175)$$
#
# and unit 2 gets the opposite.
#
# **The quiz.** Do the same for all **three** examples with `P0`, on paper: the cost `J`, `dZ2`, the four gradients, and the
# parameters `W1`, `b1`, `W2`, `b2` after one step downhill with a learning rate of 1.2 (the new value is the old one minus 1.2 times its
# gradient). Write plain numbers, nested lists or arrays; fractions such as `1/3` are welcome, and three digits are enough. Every
# entry counts on its own.

# %% nbgrader={"grade": false, "grade_id": "p0_quiz_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def p0_answers():
    """Return your answers for P0 on the three examples, found on paper.

    Fill the dictionary `answers`. J: one number. dZ2: shape (1, 3). The gradients dW2 (1, 2), db2 (1, 1), dW1 (2, 2), db1 (2, 1).
    The parameters after one step with a learning rate of 1.2: W1 (2, 2), b1 (2, 1), W2 (1, 2), b2 (1, 1).
    For example: answers["dZ2"] = [[..., ..., ...]]
    """
    answers = {}
    ### BEGIN SOLUTION
    answers["J"] = np.log(2)
    answers["dZ2"] = [[-1 / 2, 1 / 2, 1 / 2]]
    answers["dW2"] = [[0, 0]]
    answers["db2"] = [[1 / 6]]
    answers["dW1"] = [[-1 / 6, 1 / 10], [1 / 6, -1 / 10]]
    answers["db1"] = [[1 / 6], [-1 / 6]]
    answers["W1"] = [[0.2, -0.12], [-0.2, 0.12]]
    answers["b1"] = [[-0.2], [0.2]]
    answers["W2"] = [[1, -1]]
    answers["b2"] = [[-0.2]]
    ### END SOLUTION
    return answers

# %% nbgrader={"grade": true, "grade_id": "p0_quiz", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
def control_sum(*names):
    """Your numbers under these names in a row, the first times 1, the second times 2, and so on, added up."""
    row = np.concatenate([np.ravel(np.array(p0_answers()[name], dtype=float)) for name in names])
    return float(np.sum(row * np.arange(1, row.size + 1)))


with Checks("p0_quiz", globals()) as check:
    check.that("np.shape(p0_answers()['J']) == ()", "J is one number")
    check.that("np.shape(p0_answers()['dZ2']) == (1, 3)", "one row, three examples")
    check.that("np.shape(p0_answers()['dW2']) == (1, 2)", "the shape of W2")
    check.that("np.shape(p0_answers()['db2']) == (1, 1)", "the shape of b2")
    check.that("np.shape(p0_answers()['dW1']) == (2, 2)", "the shape of W1")
    check.that("np.shape(p0_answers()['db1']) == (2, 1)", "the shape of b1")
    check.that("np.shape(p0_answers()['W1']) == (2, 2)", "a step changes no shape")
    check.that("np.shape(p0_answers()['b1']) == (2, 1)", "a step changes no shape")
    check.that("np.shape(p0_answers()['W2']) == (1, 2)", "a step changes no shape")
    check.that("np.shape(p0_answers()['b2']) == (1, 1)", "a step changes no shape")
    check("control_sum('J', 'dZ2')", 3.193, "J, then dZ2: 1 times the first number, 2 times the second, ...", atol=0.01)
    check("control_sum('dW2', 'db2', 'dW1', 'db1')", 0.467, "the gradients, row by row", atol=0.015)
    check("control_sum('W1', 'b1', 'W2', 'b2')", -2.76, "the parameters after the step", atol=0.03)

# %% [markdown] tags=["covers:backward-in-numpy"]
# The cell above looks at shapes, and at three control sums as a bookkeeper uses them: they say in which third a number is wrong, and leave it to you to find which.
#
# ## 7. Backward, in NumPy
#
# The same six formulas in six lines. $X$ is $(n_x, m)$, $Y$ is $(n_y, m)$, and the cache is the one that `forward_propagation` returned.
# Two things to watch: a bias gradient is a **column**, so sum with `keepdims=True`; and what is multiplied by a matrix product
# and what element by element follows from the shapes, so check them one at a time.
#
# The two-example numbers from the last section are in the checks. Two of them look at what stands in the middle: for a batch of **one** example, $db^{[2]}$ is $dZ^{[2]}$ itself and $db^{[1]}$ is
# $dZ^{[1]}$, so they tell you in which of the two the trouble begins.
#
# If you are stuck, `check.trace(backward_propagation)` in a cell of your own below the checks compares every slope of your backward pass with a nudge of your own forward pass, and names the first that differs. (Delete that cell before you hand in.)

# %% nbgrader={"grade": false, "grade_id": "backward_propagation_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def backward_propagation(parameters, cache, X, Y):
    """Return the gradients of the cost.

    parameters: W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1). cache: Z1, A1 (n_h, m), Z2, A2 (n_y, m).
    X: inputs, shape (n_x, m). Y: labels, shape (n_y, m).
    Returns a dictionary with dW1, db1, dW2 and db2, each of the shape of its parameter.
    """
    ### BEGIN SOLUTION
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = (parameters["W2"].T @ dZ2) * (1 - cache["A1"] ** 2)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "backward_propagation", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
X_two, Y_two = X_tiny[:, :2], Y_tiny[:, :2]
cache_one = {"Z1": np.zeros((2, 1)), "A1": np.zeros((2, 1)), "Z2": np.zeros((1, 1)), "A2": np.full((1, 1), 0.5)}
cache_two = {"Z1": np.zeros((2, 2)), "A1": np.zeros((2, 2)), "Z2": np.zeros((1, 2)), "A2": np.full((1, 2), 0.5)}
cache_paper = {
    "Z1": np.array([[1.0], [1.0]]), "A1": np.tanh([[1.0], [1.0]]),
    "Z2": np.tanh([[1.0]]), "A2": np.array([[0.6817]]),
}
# the second set's cache, rounded to two decimals
cache_second = {
    "Z1": np.array([[-2.1, -1.92, -1.14, -1.08, -0.33],
                    [-0.17, 0.14, -0.33, -0.2, -0.24],
                    [-0.94, -1.16, 0.46, 0.88, 2.26],
                    [-0.13, -0.25, 0.76, 1.45, 2.65]]),
    "A1": np.array([[-0.97, -0.96, -0.81, -0.79, -0.32],
                    [-0.17, 0.14, -0.32, -0.2, -0.24],
                    [-0.74, -0.82, 0.43, 0.71, 0.98],
                    [-0.13, -0.24, 0.64, 0.9, 0.99]]),
    "Z2": np.array([[-0.18, 0.11, -0.25, -0.19, -0.23], [-0.8, -0.9, -1.05, -1.12, -1.05]]),
    "A2": np.array([[0.46, 0.53, 0.44, 0.45, 0.44], [0.31, 0.29, 0.26, 0.25, 0.26]]),
}
grads_second = {
    "dW2": np.array([[0.15246, 0.06992, -0.04702, -0.09496], [0.01192, 0.07046, -0.26662, -0.21822]]),
    "db2": np.array([[-0.136], [-0.126]]),
    "dW1": np.array([[0.07297094, -0.05205388, -0.09921013],
                     [-0.17001761, -0.11797844, 0.09088317],
                     [-0.01338493, -0.08305899, 0.03697727],
                     [0.07373513, 0.14051944, -0.0386232]]),
    "db1": np.array([[-0.06290436], [-0.06715054], [-0.0556377], [0.0941154]]),
}
dZ2_first = np.array([[-0.54], [0.31]])
dZ1_first = np.array([[0.0137112], [-0.5098275], [-0.2447484], [0.6075558]])
cache_first = {name: array[:, :1] for name, array in cache_second.items()}  # of its first example
cache_sure = {**cache_first, "A2": np.array([[1.0], [0.0]])}  # certain, and wrong in both outputs
with Checks("backward_propagation", globals()) as check:
    check("backward_propagation(P0, cache_two, X_two, Y_two)['dW2']", np.zeros((1, 2)), "both hidden units are silent")
    check("backward_propagation(P0, cache_two, X_two, Y_two)['db2']", np.zeros((1, 1)), "one too low, one too high")
    check("backward_propagation(P0, cache_two, X_two, Y_two)['dW1']", np.array([[-0.125, 0.175], [0.125, -0.175]]), "worked out above")
    check("backward_propagation(P0, cache_two, X_two, Y_two)['db1']", np.zeros((2, 1)), "the two examples cancel")
    check("backward_propagation(P0, cache_one, X_two[:, :1], Y_two[:, :1])['db1']", np.array([[-0.5], [0.5]]), "the first example alone")
    check("backward_propagation(PAPER, cache_paper, X_two[:, :1], Y_two[:, :1])['dW2']", np.array([[-0.2424, -0.2424]]), "(0.6817 - 1) x 0.7616", atol=1e-4)
    check("backward_propagation(PAPER, cache_paper, X_two[:, :1], Y_two[:, :1])['dW1'][0]", np.array([-0.1337, -0.0401]), "-0.3183 x 0.4200 x (1, 0.3)", atol=1e-4)
    check("backward_propagation(SECOND, cache_first, X_second[:, :1], Y_second[:, :1])['db2']", dZ2_first, "the second set's first example: this is dZ2")
    check("backward_propagation(SECOND, cache_first, X_second[:, :1], Y_second[:, :1])['db1']", dZ1_first, "the same example: this is dZ1")
    for name, value in grads_second.items():
        check(f"backward_propagation(SECOND, cache_second, X_second, Y_second)['{name}']", value, f"{name} of the second set")
    check("backward_propagation(SECOND, cache_sure, X_second[:, :1], np.array([[0.0], [1.0]]))['db2']", np.array([[1.0], [-1.0]]), "certain and wrong: the full correction")
    check.unchanged("backward_propagation(SECOND, cache_second, X_second, Y_second)", "SECOND", "cache_second", "X_second", "Y_second")

# %% [markdown] tags=["covers:update-rule"]
# ## 8. One step downhill
#
# The gradient points uphill, so take a step the other way. For each parameter $\theta$, of any shape, with a gradient of the same shape:
#
# $$\theta \leftarrow \theta - \alpha \, d\theta$$
#
# $\alpha$ is the **learning rate**. *By hand*, with the two-example gradient $dW^{[1]}_{1,1} = -0.125$ of `P0` and $\alpha = 1.2$: the
# weight goes from $0$ to $0 - 1.2 \cdot (-0.125) = 0.15$.
#
# Return a **new** dictionary, and leave the old one as it is: somebody may still need it.

# %% nbgrader={"grade": false, "grade_id": "update_parameters_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def update_parameters(parameters, grads, learning_rate=1.2):
    """Return the parameters after one step of gradient descent.

    parameters: W1, b1, W2, b2. grads: dW1, db1, dW2, db2, of the same shapes. learning_rate: the length of the step.
    Returns a new dictionary with W1, b1, W2 and b2.
    """
    ### BEGIN SOLUTION
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in ("W1", "b1", "W2", "b2")}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "update_parameters", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
slopes = {"dW1": np.array([[-0.125, 0.175], [0.125, -0.175]]), "db1": np.array([[0.5], [0.0]]), "dW2": np.array([[0.1, 0.2]]), "db2": np.array([[-1.0]])}
slopes_second = {
    "dW1": np.array([[-0.2, 0.6, -0.3], [0.7, 0.2, -0.8], [-0.7, -0.7, -0.6], [0.5, 0.3, -0.9]]),
    "db1": np.array([[0.5], [-0.7], [0.8], [0.5]]),
    "dW2": np.array([[-0.2, 0.3, 0.1, -0.2], [0.7, 0.8, -0.1, -0.7]]),
    "db2": np.array([[-0.7], [0.3]]),
}
moved_second = {
    "W1": np.array([[-0.28574, -0.94278, 0.32139],
                    [-0.24991, -0.41426, -0.24296],
                    [-0.55009, -0.15009, 0.84278],
                    [-0.83565, 0.07861, 0.56417]]),
    "b1": np.array([[-0.33565], [0.34991], [0.54296], [0.86435]]),
    "W2": np.array([[-0.18574, 0.77861, 0.59287, -0.78574], [0.35009, -0.35704, -0.69287, 0.64991]]),
    "b2": np.array([[0.14991], [-0.92139]]),
}
with Checks("update_parameters", globals()) as check:
    check("update_parameters(P0, slopes)['W1']", np.array([[0.15, -0.21], [-0.15, 0.21]]), "0 - 1.2 x (-0.125) = 0.15")
    check("update_parameters(P0, slopes, 0.1)['W2']", np.array([[0.99, -1.02]]), "1 - 0.1 x 0.1 = 0.99")
    check("update_parameters(P0, slopes, 0.1)['b1']", np.array([[-0.05], [0.0]]), "downhill, a tenth of the slope")
    check("update_parameters(P0, slopes, 0.0)['b2']", np.array([[0.0]]), "a step of length zero")
    for name, value in moved_second.items():
        check(f"update_parameters(SECOND, slopes_second, 0.0713)['{name}']", value, f"{name} of the second set")
    check.unchanged("update_parameters(P0, slopes, 0.1)", "P0", "slopes")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_one_step", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: the next cell makes one whole step from `P0` on the three examples, number by number. Which of the three probabilities will rise, which will fall, and will the cost end up above or below ln 2?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# All three fall: b2 falls to -0.2, because two of three labels are 0, and the first example is pulled down less than the others. The cost falls below ln 2 = 0.693, to about 0.55.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_one_step", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_one_step = ...  # the cost after the step

# %% tags=["study", "covers:one-step-by-hand"] nbgrader={"grade": false, "grade_id": "study_one_step", "locked": true, "schema_version": 3, "solution": false, "task": false}
A2, cache = forward_propagation(X_tiny, P0)
grads = backward_propagation(P0, cache, X_tiny, Y_tiny)
after = update_parameters(P0, grads, 1.2)
A2_after, _ = forward_propagation(X_tiny, after)

with np.printoptions(precision=4, suppress=True):
    print("A2 ", A2, "  cost", round(float(compute_cost(A2, Y_tiny)), 4))
    print("dZ2", A2 - Y_tiny)
    for name in ("dW2", "db2", "dW1", "db1"):
        print(name, " " * (3 - len(name)), np.round(grads[name], 4).tolist())
    print("one step with a learning rate of 1.2:")
    for name in ("W1", "b1", "W2", "b2"):
        print(name, " ", np.round(after[name], 4).tolist())
    print("A2 ", A2_after, "  cost", round(float(compute_cost(A2_after, Y_tiny)), 4))

names = ("example 1, label 1", "example 2, label 0", "example 3, label 0")
before_and_after = {name: ([0, 1], [A2[0, i], A2_after[0, i]]) for i, name in enumerate(names)}
plots.curves(before_and_after, "steps taken", "probability of class 1", "One step from P0");
beside("one_step", guess_one_step, float(compute_cost(A2_after, Y_tiny)), "cost")

# %% [markdown]
# Look at the three lines to see whom a step serves: it lowers the *mean* cost, and may do so at the expense of one example. Compare
# with your prediction, and the printed numbers with your quiz: this is the moment to go back and mend an entry.

# %% [markdown] tags=["covers:training-loop"]
# ## 9. Training: put the pieces in a loop
#
# Forward, cost, backward, update, and again. `nn_model` finds the sizes, draws the start, and repeats the four steps
# `num_iterations` times. The shapes are those you know: $X$ $(n_x, m)$, $Y$ $(n_y, m)$.
#
# It returns the final parameters and a list of costs for the learning curve: the cost at iterations 0, 100, 200 and so on, each computed
# *before* that iteration's step. The first entry therefore belongs to the start. *By hand*: at the start all weights are tiny, every
# probability is nearly $\tfrac12$, and the first entry is about $\ln 2 = 0.6931$. After 300 iterations there are 3 entries (0, 100, 200);
# one more, for iteration 300, does no harm.

# %% nbgrader={"grade": false, "grade_id": "nn_model_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def nn_model(X, Y, n_h, num_iterations=10000, learning_rate=1.2, rng=None):
    """Train a network with one hidden layer by gradient descent.

    X: inputs, shape (n_x, m). Y: labels, shape (n_y, m). n_h: the size of the hidden layer. rng: passed on to
    initialize_parameters. Returns the trained parameters and the list of costs at iterations 0, 100, 200, ...
    (each computed before that iteration's step).
    """
    ### BEGIN SOLUTION
    n_x, n_h, n_y = layer_sizes(X, Y, n_h)
    parameters = initialize_parameters(n_x, n_h, n_y, rng)
    costs = []
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "nn_model", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
def seeded(iterations, rate=1.2):
    """Train three hidden units on the three examples, always from the same start."""
    np.random.seed(4)
    return nn_model(X_tiny, Y_tiny, 3, iterations, rate, np.random.default_rng(4))


with Checks("nn_model", globals()) as check:
    check.shape("nn_model(X_tiny, Y_tiny, 4, 10)[0]['W1']", (4, 2), "four hidden units, two inputs")
    check("nn_model(X_tiny, Y_tiny, 4, 10)[1][0]", np.log(2), "the start knows nothing", atol=1e-2)
    check.that("len(nn_model(X_tiny, Y_tiny, 4, 300)[1]) in (3, 4)", "one entry every hundred iterations")
    check.that("nn_model(X_tiny, Y_tiny, 4, 301)[1][3] < 0.05", "three examples are soon learnt by heart")
    check("nn_model(X_tiny, Y_tiny, 4, 10, 0.0)[0]['b2']", np.zeros((1, 1)), "with a learning rate of 0 nothing moves")
    check.shape("seeded(1)[0]['W1']", (3, 2), "three hidden units if you ask for three")
    check("seeded(1)[0]['b2']", np.array([[-0.2]]), "one iteration is one step: b2 goes where it went on paper", atol=0.01)
    check("seeded(2)[0]['b2']", np.array([[-0.3402]]), "two iterations are two steps", atol=0.01)
    check.that("np.allclose(seeded(201)[1][2], compute_cost(forward_propagation(X_tiny, seeded(200)[0])[0], Y_tiny))",
               "the entry for iteration 200 is the cost of the network after 200 steps")
    check.unchanged("nn_model(X_tiny, Y_tiny, 4, 10)", "X_tiny", "Y_tiny")

# %% [markdown] tags=["covers:predict-and-accuracy"]
# ## 10. Predictions and accuracy
#
# A probability becomes a decision at one half: class 1 where $A^{[2]} > 0.5$, else class 0. `predict` returns one row of zeros and ones,
# $(1, m)$. `compute_accuracy` says what **percentage** of the predictions, $(1, m)$, equal the labels, $(1, m)$.
#
# *By hand*: predictions $[1, 1, 0]$ for the three examples, whose labels are $[1, 0, 0]$, are right twice out of three times: 66.67%.

# %% nbgrader={"grade": false, "grade_id": "predict_and_compute_accuracy_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def predict(parameters, X):
    """Return the predicted class of each example.

    parameters: W1, b1, W2, b2. X: inputs, shape (n_x, m). Returns zeros and ones, shape (1, m).
    """
    ### BEGIN SOLUTION
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(float)
    ### END SOLUTION


def compute_accuracy(predictions, Y):
    """Return the percentage of predictions that are right, between 0 and 100.

    predictions: zeros and ones, shape (1, m). Y: labels, shape (1, m). Returns one number.
    """
    ### BEGIN SOLUTION
    return float(np.mean(predictions == Y) * 100)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "predict_and_compute_accuracy", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
low = {**PAPER, "b2": np.array([[-0.5]])}
two_right = np.array([[1.0, 1.0, 0.0]])
four_labels = np.array([[1.0, 0.0, 0.0, 1.0, 0.0]])
four_right, swapped = np.array([[1.0, 0.0, 0.0, 1.0, 1.0]]), np.array([[0.0, 1.0, 0.0, 1.0, 0.0]])
with Checks("predict_and_compute_accuracy", globals()) as check:
    check.shape("predict(low, X_tiny)", (1, 3), "one class for each example")
    check("predict(low, X_tiny) * 1.0", np.array([[1.0, 0.0, 0.0]]), "sigmoid(0.7616 - 0.5) is above one half, the others below")
    check("compute_accuracy(two_right, Y_tiny)", 66.67, "two out of three", atol=0.01)
    check("compute_accuracy(Y_tiny, Y_tiny)", 100.0, "all right")
    check("compute_accuracy(four_right, four_labels)", 80.0, "four out of five")
    check("compute_accuracy(swapped, four_labels)", 60.0, "as many ones as there should be, at the wrong places")
    check("predict(SECOND, X_second)[:1] * 1.0", np.array([[0.0, 1.0, 0.0, 0.0, 0.0]]), "the second set's first output")
    check("predict(low, X_tiny[:, 1:]) * 1.0", np.array([[0.0, 0.0]]), "an example is the same in other company")
    check.unchanged("predict(low, X_tiny)", "low", "X_tiny")
    check.unchanged("compute_accuracy(two_right, Y_tiny)", "two_right", "Y_tiny")

# %% [markdown]
# # What it can do
#
# Everything below runs on your functions. Before each figure, commit yourself to a guess in a sentence or two: a wrong guess
# teaches more than none.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_learning_curve", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: your network now trains on the moons for 10,000 iterations with four hidden units and a learning rate of 1.2. Draw the cost against the iterations in your mind: where does it start, and does it fall evenly?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# It starts at ln 2 = 0.69 and falls steeply at once, then there is a plateau near 0.3, about what a straight line can do, then a second fall, and a long flat tail.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_learning_curve", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_learning_curve = ...  # the cost at the start

# %% tags=["study", "covers:learning-curve"] nbgrader={"grade": false, "grade_id": "study_learning_curve", "locked": true, "schema_version": 3, "solution": false, "task": false}
parameters, costs = nn_model(X_moons, Y_moons, 4, num_iterations=10000, learning_rate=1.2, rng=np.random.default_rng(8))
plots.learning_curve(costs, label="4 hidden units, learning rate 1.2");
print(f"first cost {costs[0]:.4f}, last cost {costs[-1]:.4f}")
beside("learning_curve", guess_learning_curve, costs[0], "cost", ax=plt.gca())

# %% [markdown]
# Look at the curve to see whether training was still getting anywhere when it stopped. Is it the shape that you drew? A flat stretch is
# not always the end: the network first finds what a straight line can do, and lingers there before it finds the bend.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_boundary", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: what will the border between the classes look like, and what accuracy will the network reach beside logistic regression's 84%?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# A smooth S-shaped curve between the two moons, and 97 to 98 percent. A few points lie so deep in the other moon that they stay wrong.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_boundary", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_boundary = ...  # percent right with four hidden units

# %% tags=["study", "covers:decision-boundary"] nbgrader={"grade": false, "grade_id": "study_boundary", "locked": true, "schema_version": 3, "solution": false, "task": false}
accuracy = compute_accuracy(predict(parameters, X_moons), Y_moons)
models = [
    (predict_logistic, f"Logistic regression: {logistic_accuracy:.2f}%"),
    (lambda X: predict(parameters, X), f"Four hidden units: {accuracy:.2f}%"),
]
plots.boundaries(models, X_moons, Y_moons);
beside("boundary", guess_boundary, accuracy, "percent")

# %% [markdown]
# Look at the two pictures side by side to see what the hidden layer buys. How far apart were your guess and the truth? The
# points that remain wrong are noise: no sensible border goes around each of them.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_complexity", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: logistic regression learns 2 weights and a bias, 3 numbers. How many numbers does your network with four hidden units learn on the moons?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# W1 has 4 x 2 = 8, b1 4, W2 4 and b2 1: 17 numbers, nearly six times as many.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_complexity", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_complexity = ...  # how many numbers

# %% tags=["study", "covers:complexity-of-both"] nbgrader={"grade": false, "grade_id": "study_complexity", "locked": true, "schema_version": 3, "solution": false, "task": false}
def count(parameters):
    return sum(array.size for array in parameters.values())


print(f"logistic regression: {logistic.coef_.size + logistic.intercept_.size} parameters, {logistic_accuracy:.2f}% right")
print(f"four hidden units:   {count(parameters)} parameters, {accuracy:.2f}% right")
sizes = {"logistic": 3.0, **{f"n_h = {n_h}": float(n_h * (2 + 1) + 1 * (n_h + 1)) for n_h in (1, 2, 4, 10, 50)}}
plots.bars(sizes, "numbers to learn", "What each model has to learn on the moons");
beside("complexity", guess_complexity, count(parameters), "numbers", ax=plt.gca())

# %% [markdown]
# Look at the bars to see how the price grows with the hidden layer: $n_h (n_x + 1) + n_y (n_h + 1)$ numbers, which for two features
# and one output is $4 n_h + 1$. Did you remember the biases? Whether more numbers buy more accuracy is the next question.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_hidden_sizes", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: which is the smallest hidden layer that gets above 95% on the moons, and what happens with 50 units?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Three units suffice: two borders cannot bend twice. With 1 or 2 units the accuracy stays below 90%. 50 units are no better than 5.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_hidden_sizes", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_hidden_sizes = ...  # the smallest hidden layer above 95%

# %% tags=["study", "covers:hidden-size-study"] nbgrader={"grade": false, "grade_id": "study_hidden_sizes", "locked": true, "schema_version": 3, "solution": false, "task": false}
hidden_sizes = (1, 2, 3, 4, 5, 50)
scores, models = {}, []
for n_h in hidden_sizes:
    trained, _ = nn_model(X_moons, Y_moons, n_h, num_iterations=5000, rng=np.random.default_rng(8))
    scores[n_h] = compute_accuracy(predict(trained, X_moons), Y_moons)
    models.append((lambda X, trained=trained: predict(trained, X), f"n_h = {n_h}: {scores[n_h]:.2f}%"))
plots.boundaries(models, X_moons, Y_moons);
print("accuracy:", scores)
beside("hidden_sizes", guess_hidden_sizes, min(n_h for n_h in hidden_sizes if scores[n_h] > 95), "hidden units")

# %% [markdown]
# Look at how the border hardly bends with one or two units, and bends twice with three. Was the jump where you had put it? From there
# on, more units change the details of the border and hardly its worth. (These are the points that it was trained on; on new points, details cost.)

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_learning_rates", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: seven learning rates from 0.0001 to 10, each for 10,000 iterations. Textbooks call 0.01 a balanced choice and 10 unstable. Rank the seven by the accuracy that you expect.*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Here 0.01 is far too slow, it only finds the straight line (84%), and so does 0.1. 0.5, 1.2, 3 and even 10 all end above 96%. At 10 nothing blows up from this start (from about one start in twelve it ends near 80%). The right learning rate depends on the problem.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_learning_rates", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_learning_rates = ...  # the accuracy in percent at a rate of 10

# %% tags=["study", "covers:learning-rate-study"] nbgrader={"grade": false, "grade_id": "study_learning_rates", "locked": true, "schema_version": 3, "solution": false, "task": false}
rates = (0.0001, 0.01, 0.1, 0.5, 1.2, 3.0, 10.0)
curves, scores = {}, {}
for rate in rates:
    trained, curves[f"learning rate {rate:g}"] = nn_model(X_moons, Y_moons, 4, 10000, rate, np.random.default_rng(8))
    scores[f"{rate:g}"] = compute_accuracy(predict(trained, X_moons), Y_moons)
figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4.2), layout="constrained")
plots.learning_curves(curves, every=100, log=True, ax=left)
plots.bars(scores, "accuracy on the moons (%)", "After 10,000 iterations", xlabel="learning rate", ax=right);
beside("learning_rates", guess_learning_rates, scores["10"], "percent", ax=right)

# %% [markdown]
# Look for the two surprises. Is 0.01 balanced here? Is 10 unstable, from this start? Which of the two claims did you believe? A learning rate is
# never good or bad by itself: it depends on the data, the network and the number of iterations, and it is found by trying.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_iterations", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: with four hidden units and a learning rate of 1.2, what accuracy do you expect after 100, 500, 2000, 5000 and 10,000 iterations?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# About what a straight line can do, 83 to 85%, up to 500 iterations; above 96% at 2000; after that hardly any change.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_iterations", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_iterations = ...  # percent right after 500 iterations

# %% tags=["study", "covers:iterations-study"] nbgrader={"grade": false, "grade_id": "study_iterations", "locked": true, "schema_version": 3, "solution": false, "task": false}
iterations = (100, 500, 2000, 5000, 10000)
scores, models = {}, []
for many in iterations:
    trained, _ = nn_model(X_moons, Y_moons, 4, many, 1.2, np.random.default_rng(8))
    scores[many] = compute_accuracy(predict(trained, X_moons), Y_moons)
    models.append((lambda X, trained=trained: predict(trained, X), f"{many} iterations: {scores[many]:.2f}%"))
plots.boundaries(models, X_moons, Y_moons);
beside("iterations", guess_iterations, scores[500], "percent")

# %% [markdown]
# Look at when the border begins to bend, and find that moment again on the learning curve. How long would you have
# waited on the plateau before giving up?

# %% [markdown]
# ## What you have learnt
#
# - A layer is a linear step and a squash. Two layers make borders that one cannot.
# - The cost is the mean surprise; its gradient, by the chain rule, is six lines of NumPy, and you have done it on paper too.
# - Training is a loop of forward, cost, backward and update. Only the learning rate, the number of iterations and the size of the hidden
#   layer are yours to choose, and you have seen what each of them does.
#
# One figure to keep. Each of the four hidden units draws a single straight line; the output unit weighs the four against each
# other, and their sum is the curve.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_units", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: the first four panels show on which side of its own line each hidden unit is. Where will the four lines run?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Each unit's line runs along one stretch of the curved border: one along each arm and one or two across the middle.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_units", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_units = ...  # percent that the best of the four lines gets right alone

# %% tags=["study", "covers:units-as-lines"] nbgrader={"grade": false, "grade_id": "study_units", "locked": true, "schema_version": 3, "solution": false, "task": false}
def side_of(unit):
    return lambda X: (forward_propagation(X, parameters)[1]["A1"][unit : unit + 1] > 0).astype(float)


models = [(side_of(unit), f"Hidden unit {unit + 1}") for unit in range(4)]
models.append((lambda X: predict(parameters, X), f"All four together: {accuracy:.2f}%"))
plots.boundaries(models, X_moons, Y_moons);
alone = [100 * float(np.mean(side_of(unit)(X_moons) == Y_moons)) for unit in range(4)]
best_alone = max(max(share, 100 - share) for share in alone)
beside("units", guess_units, best_alone, "percent")

# %% [markdown]
# Look from panel to panel to find the stretch of the border that each unit takes care of. That is all the magic there is: simple parts,
# and a gradient that tells each of them what to become. Next comes a way to be *sure* that a gradient is right.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more from top to bottom in a fresh process, and says what is worth mending: an answer not started, a name that is defined nowhere,
# a line that will not run while grading. It changes nothing, and it is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
