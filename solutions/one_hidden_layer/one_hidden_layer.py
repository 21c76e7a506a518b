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
# **Time**: about 120 minutes; take a break in the middle. **Before it**: `neuron_activations` and `why_backward`. **After it**: `what_one_layer_can_do` (not graded), then `check_and_init`.
#
# You build a neural network out of nothing but NumPy: eight short functions, one of them
# a loop. It will find a border that no straight line can be.
#
# One example is one **column**: `X`, $(n_x, m)$, holds $m$ examples with
# $n_x$ features each; `Y`, $(n_y, m)$, holds their labels, 0 or 1.
# $W^{[1]}$ belongs to the hidden layer, $W^{[2]}$ to the output layer.

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
# The **moons**, `X_moons` (2, 400) and `Y_moons` (1, 400), are what the network will learn. The **three examples**, `X_tiny` (2, 3) and `Y_tiny` (1, 3), are small enough
# for paper:
#
# $$X = \begin{bmatrix} 1 & 0.5 & -0.5 \\ 0.3 & 1 & -0.1 \end{bmatrix} \qquad Y = \begin{bmatrix} 1 & 0 & 0 \end{bmatrix}$$
#
# `P0` holds parameters for paper: two hidden units whose weights are all 0, and $W^{[2]} = [1, -1]$. `PAPER` is for the worked examples:
#
# $$W^{[1]} = \begin{bmatrix} 1 & 0 \\ 0 & 0 \end{bmatrix} \quad b^{[1]} = \begin{bmatrix} 0 \\ 1 \end{bmatrix} \quad
# W^{[2]} = \begin{bmatrix} 1 & 0 \end{bmatrix} \quad b^{[2]} = \begin{bmatrix} 0 \end{bmatrix}$$
#
# Where everything is 2 by 2, a wrong transpose still fits. So the
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

# %% [markdown] tags=["covers:layer-sizes"]
# ## 1. The sizes of the layers
#
# How many inputs and outputs a network has, the data say. Only the number of hidden units,
# $n_h$, is free. `layer_sizes` reads the other two off the shapes of $X$ $(n_x, m)$ and $Y$ $(n_y, m)$.
#
# On the three examples, $X$ is $(2, 3)$ and $Y$ is $(1, 3)$: the sizes are 2, $n_h$ and 1. The 3 counts examples, and plays no part.

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
    check.that("all(isinstance(n, (int, np.integer)) for n in layer_sizes(X_tiny, Y_tiny))", "a size is a whole number")

# %% [markdown] tags=["covers:random-start-symmetry"]
# ## 2. Where to begin
#
# Two units that start alike receive the same gradient in every step, and stay alike: so the weights start **random**. They start **small**, so that the hidden units begin in
# the steep middle of their curve. Biases have nothing to keep apart: they start at zero.
#
# | | shape | start |
# |---|---|---|
# | $W^{[1]}$ | $(n_h, n_x)$ | normal draws with mean 0, standard deviation 0.01 |
# | $b^{[1]}$ | $(n_h, 1)$ | zeros |
# | $W^{[2]}$ | $(n_y, n_h)$ | normal draws with mean 0, standard deviation 0.01 |
# | $b^{[2]}$ | $(n_y, 1)$ | zeros |
#
# For two inputs, two hidden units and one output these are $4 + 2 + 2 + 1 = 9$ numbers to learn.
#
# `rng` is a NumPy generator. Whoever wants the same start again passes `np.random.default_rng(3)`; whoever passes
# nothing (`None`) gets a new start each time, from `np.random.default_rng()`. `rng.standard_normal(shape)` draws normal numbers with standard deviation 1; `np.random.randn` is accepted too. Set no seed inside the function: the start is for its caller to choose.

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
    check("np.mean(start()['W1'] > 0)", 0.5, "as many weights below zero as above", atol=0.1)
    check.that("np.max(start()['W1']) > 0.02", "normal draws: a few lie far out")
    check("start(5)['W1']", start(5)["W1"], "the same generator, the same start")
    check.that("start(5)['W1'][0, 0] != start(6)['W1'][0, 0]", "another generator, another start")
    check.that("not np.allclose(start()['W1'].ravel()[:60], start()['W2'].ravel())", "the layers have draws of their own")
    check.that("start()['b1'].dtype == float", "biases will be moved by fractions")

# %% [markdown] tags=["covers:forward-pass"]
# ## 3. Forward: from inputs to probabilities
#
# Each layer is a linear step and then a squash:
#
# $$Z^{[1]} = W^{[1]} X + b^{[1]} \qquad A^{[1]} = \tanh(Z^{[1]}) \qquad \text{both } (n_h, m)$$
# $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]} \qquad A^{[2]} = \sigma(Z^{[2]}) \qquad \text{both } (n_y, m)$$
#
# $W^{[1]}$ is $(n_h, n_x)$ and $X$ is $(n_x, m)$, so the product is $(n_h, m)$; the column $b^{[1]}$ is added to
# each of its columns. $A^{[2]}$ holds the probability of class 1 for each example. In NumPy `@` is the matrix product.
#
# *By hand*, the first example, $(1, 0.3)$, with `PAPER`: unit 1 sees $1 \cdot 1 + 0 \cdot 0.3 + 0 = 1$, unit 2 sees only its bias, 1.
# Both answer $\tanh(1) = 0.7616$. The output unit sees $0.7616$ and answers $\sigma(0.7616) = 0.6817$.
#
# Keep all four arrays in a dictionary, the **cache**: the backward pass will need them.

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
# An example costs the surprise at its label: $-\ln$ of the probability that the
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
# A network that is very sure can round its answer to exactly 0 or 1, and the computer makes `nan` of $0 \cdot \ln 0$.
# So keep each probability away from 0 and 1 by a hair before taking logarithms: `np.clip(A2, 1e-12, 1 - 1e-12)` does that in a copy.

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

# %% [markdown] tags=["covers:two-step-route"]
# ## 5. One slope to derive yourself
#
# `why_backward` walked from the loss back to each parameter. Its first two factors, $\frac{dL}{da}$ and $\frac{da}{dz}$, belong together: for one example and any label,
# $L = -\left( y \ln a + (1 - y) \ln(1 - a) \right)$ with $a = \sigma(z)$, and the slope of the sigmoid is $a(1 - a)$.

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

# %% [markdown] tags=["covers:backward-on-paper", "covers:backward-six-formulas"]
# ## 6. Backward, on paper
#
# What is left does not break where the two factors did. With a batch, each example has its own column, and
# the cost is the **mean** of the losses. So $dZ^{[2]} = A^{[2]} - Y$ holds, column by column, the slope of each example's *own* loss, and $\tfrac1m$ comes in where
# the columns are added up: in $dW$ and $db$.
#
# The **gradient** says for each parameter how the cost answers when that parameter is nudged. The
# chain rule finds all of them in one pass, from the output back to the input. Each has the shape of the thing that it belongs to:
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
# $\odot$ multiplies element by element. The factor $1 - A^{[1]} \odot A^{[1]}$ is the slope of
# $\tanh$, read off its output.
#
# *By hand*, with `P0` and only the **first two** examples: all hidden activations are 0, so all probabilities are $\tfrac12$ and
# $dZ^{[2]} = [-\tfrac12, \tfrac12]$. Then $dW^{[2]} = [0, 0]$ and $db^{[2]} = 0$. The slope of $\tanh$ at 0 is 1, so unit 1
# (outgoing weight $1$) receives $[-\tfrac12, \tfrac12]$, and unit 2 ($-1$) receives $[\tfrac12, -\tfrac12]$. For unit 1,
#
# $$dW^{[1]}_{1,:} = \tfrac12 \left( -\tfrac12 (1, 0.3) + \tfrac12 (0.5, 1) \right) = (-0.125, 0.175)$$
#
# and unit 2 gets the opposite.
#
# **The quiz.** Do the same for all **three** examples with `P0`: the cost `J`, `dZ2`, the four gradients, and the
# parameters after one step downhill (the new value is the old one minus 1.2 times its
# gradient). Write numbers, nested lists or arrays; `1/3` and `np.log(3)` are welcome, three digits are enough. Every
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
    check.that("all(np.array(v).dtype.kind not in 'US' for v in p0_answers().values())", "numbers, not texts")
    check("control_sum('J', 'dZ2')", 3.193, "J, then dZ2: 1 times the first number, 2 times the second, ...", atol=0.01)
    check("control_sum('dW2', 'db2', 'dW1', 'db1')", 0.467, "the gradients, row by row", atol=0.015)
    check("control_sum('W1', 'b1', 'W2', 'b2')", -2.76, "the parameters after the step", atol=0.03)

# %% [markdown] tags=["covers:backward-in-numpy"]
# ## 7. Backward, in NumPy
#
# The same six formulas in six lines. $X$ is $(n_x, m)$, $Y$ is $(n_y, m)$, and the cache is the one that `forward_propagation` returned.
# Two things to watch: a bias gradient is a **column**, so sum with `keepdims=True`; and what is a matrix product (`@`; `.T` transposes)
# and what goes element by element (`*`) follows from the shapes, so check them one at a time.
#
# The numbers of the last section are in the checks. For a batch of **one** example, $db^{[2]}$ is $dZ^{[2]}$ itself and $db^{[1]}$ is
# $dZ^{[1]}$: two checks use that to show in which of them the trouble begins.
#
# If you are stuck, `check.trace(backward_propagation)` in a cell of your own below the checks compares each of your slopes with a nudge of your own forward pass, and names the first that differs. (Delete that cell before you hand in.)

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

# %% [markdown]
# One whole step from `P0` on the three examples, number by number. Put your quiz beside it.

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

# %% [markdown]
# Look at `A2`: a step lowers the *mean* cost. Did each example get nearer to its label?

# %% [markdown] tags=["covers:training-loop"]
# ## 9. Training: put the pieces in a loop
#
# Forward, cost, backward, update, and again. `nn_model` finds the sizes, draws the start, and repeats the four steps
# `num_iterations` times. $X$ is $(n_x, m)$, $Y$ is $(n_y, m)$.
#
# It returns the final parameters and a list of costs: at iterations 0, 100, 200 and so on, each computed
# *before* that iteration's step. *By hand*: at the start every
# probability is nearly $\tfrac12$, so the first entry is about $\ln 2 = 0.6931$. After 300 iterations there are 3 entries (0, 100, 200);
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
    check.shape("nn_model(X_second, Y_second[:1], 4, 10)[0]['W1']", (4, 3), "other data: three features")
    check("seeded(1)[0]['W1']", seeded(1)[0]["W1"], "the same generator, the same training", atol=0.0)
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

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_boundary", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: your network trains on the moons, with four hidden units and a learning rate of 1.2, beside logistic regression, the network without a hidden layer. What shape will the two borders have, and what
# percentage of the 400 points will each get right? Will the cost fall evenly?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Logistic regression draws a straight line and gets 84%: it cuts off the tip of each moon. The network draws a smooth S-shaped curve between the moons and gets 97 to 98%; a few points lie so deep in the other moon that they stay wrong.
# The cost falls steeply at once, stays near 0.3 for a while (what a straight line can do), falls again and has a long flat tail.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_boundary", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_boundary = ...  # percent right with four hidden units

# %% tags=["study", "covers:moons-line", "covers:decision-boundary", "covers:learning-curve"] nbgrader={"grade": false, "grade_id": "study_boundary", "locked": true, "schema_version": 3, "solution": false, "task": false}
from sklearn.linear_model import LogisticRegression

logistic = LogisticRegression().fit(X_moons.T, Y_moons.ravel())
line = 100 * logistic.score(X_moons.T, Y_moons.ravel())
parameters, costs = nn_model(X_moons, Y_moons, 4, num_iterations=10000, learning_rate=1.2, rng=np.random.default_rng(8))
accuracy = compute_accuracy(predict(parameters, X_moons), Y_moons)

figure, (left, middle, right) = plt.subplots(1, 3, figsize=(13, 4), layout="constrained")
plots.decision_boundary(lambda X: logistic.predict_proba(X.T)[:, 1], X_moons, Y_moons, f"Logistic regression: {line:.2f}%", ax=left)
plots.decision_boundary(lambda X: forward_propagation(X, parameters)[0], X_moons, Y_moons, f"Four hidden units: {accuracy:.2f}%", ax=middle)
plots.learning_curve(costs, label="4 hidden units, learning rate 1.2", ax=right)
plt.show()
print(f"first cost {costs[0]:.4f}, last cost {costs[-1]:.4f}")
beside("boundary", guess_boundary, accuracy, "percent")

# %% [markdown]
# Look at where the line fails: there the network does better. The points that remain wrong are noise. On the right, a flat stretch is
# not always the end: the network first finds what a straight line can do, and lingers there before it finds the bend.
#
# ## What you have learnt
#
# - A layer is a linear step and a squash. Two layers make borders that one cannot.
# - The cost is the mean surprise; its gradient, by the chain rule, is six lines of NumPy.
# - Training is a loop of forward, cost, backward and update. Only the learning rate, the number of iterations and the size of the hidden
#   layer are yours to choose: `what_one_layer_can_do` shows what each of them does.
#
# Then comes a way to be *sure* that a gradient is right.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
