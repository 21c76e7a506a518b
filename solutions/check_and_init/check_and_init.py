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
# # Check your gradients, start your weights
#
# **Time**: about 110 minutes. **Before it**: `one_hidden_layer`. **After it**: `deep_network`.
#
# A backward pass with a mistake rarely crashes. It trains, the cost falls, and nobody
# notices for a month. Here you build the instrument that notices at once, the **gradient check**, and
# use it to convict some of six suspects. In between you write the function that decides where a network starts,
# and find out why that matters.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.checks import Checks
from lesson.guesses import beside
from lesson.suspects import scene, suspects

# %% [markdown]
# ## Five minutes of recall
#
# Three questions on what came before. Think first, then write your answers, a number or a word each, in place of the dots. Nothing is graded.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_questions", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson import recall

recall.ask("check_and_init")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("check_and_init", [..., ..., ...])

# %% [markdown]
# ## The network you already know
#
# Two layers: tanh hidden units, sigmoid outputs. `X` is $(n_x, m)$, one example a column; `Y` is $(n_y, m)$. All of this is given, and right.

# %% nbgrader={"grade": false, "grade_id": "given_network", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) without overflow on either side."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, small) / (1.0 + small)


def forward_propagation(X, parameters):
    """Return the probabilities A2 (n_y, m) and the cache of everything on the way."""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def compute_cost(A2, Y):
    """Return the cross-entropy, summed over outputs and averaged over examples."""
    A2 = np.clip(A2, 1e-12, 1 - 1e-12)
    return float(-np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / Y.shape[1])


def backward_propagation(parameters, cache, X, Y):
    """Return the gradient of the cost: dW1, db1, dW2, db2, each shaped like its parameter."""
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = (parameters["W2"].T @ dZ2) * (1 - cache["A1"] ** 2)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }


def update_parameters(parameters, grads, learning_rate=1.2):
    """Return new parameters, one step downhill."""
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}


def train(X, Y, parameters, num_iterations, learning_rate, backward=backward_propagation):
    """Train by gradient descent with any backward pass; return the parameters and the cost of every iteration."""
    costs = []
    for _ in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        costs.append(compute_cost(A2, Y))
        parameters = update_parameters(parameters, backward(parameters, cache, X, Y), learning_rate)
    return parameters, costs


X_tiny, Y_tiny = data.tiny()
P0 = data.p0()

# %% [markdown] tags=["covers:why-check"]
# ## Why check?
#
# Somebody was interrupted, came back, and wrote a line again: the slope of tanh, $1 -
# A_1^2$, stands in `dZ1` twice. Every shape is right. Nothing crashes.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_broken", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: we train one network on the moons with the right backward pass, and one, from the
# same start, with the broken one. What will its learning curve look like: rising, flat, or falling? Which accuracy
# would you expect?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Falling. The slope is between 0 and 1, so the hidden gradients are too short, but no sign changes: they still point
# downhill. I expect about the same accuracy.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_broken", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_broken = ...  # percent right with the broken pass

# %% tags=["study", "covers:why-check"] nbgrader={"grade": false, "grade_id": "study_broken", "locked": true, "schema_version": 3, "solution": false, "task": false}
def doubled_backward(parameters, cache, X, Y):
    """A backward pass that applies the slope of tanh twice."""
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    slope = 1 - cache["A1"] ** 2
    dZ1 = (parameters["W2"].T @ dZ2) * slope * slope
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": np.sum(dZ2, axis=1, keepdims=True) / m,
    }


X_moons, Y_moons = data.moons()
draw = np.random.default_rng(3)
start = {"W1": draw.standard_normal((4, 2)) * 0.5, "b1": np.zeros((4, 1)),
         "W2": draw.standard_normal((1, 4)) * 0.5, "b2": np.zeros((1, 1))}  # fmt: skip
curves = {}
for label, backward in {"right": backward_propagation, "broken": doubled_backward}.items():
    trained, curves[label] = train(X_moons, Y_moons, start, 2000, 1.2, backward)
    hits = (forward_propagation(X_moons, trained)[0] > 0.5) == Y_moons
    print(f"{label:>6}: accuracy {100 * np.mean(hits):.2f}%, final cost {curves[label][-1]:.4f}")
plots.learning_curves(curves, title="A right and a broken backward pass on the moons")
plt.show()
beside("broken", guess_broken, 100 * float(np.mean(hits)), "percent")

# %% [markdown]
# Look how little the figure tells: would you have suspected the broken pass from its curve, or from its accuracy? Learning is no
# proof of correctness. We need a test that looks at the gradient itself.

# %% [markdown] tags=["covers:central-difference"]
# ## 1. The slope from two function values
#
# Step a little to either side, and divide the change by the distance:
#
# $$ \frac{\partial f}{\partial \theta_i} \approx \frac{f(\theta + \varepsilon e_i) - f(\theta - \varepsilon e_i)}{2\varepsilon} $$
#
# - $\theta$: an array of any shape, for example `W1` with shape $(n_h, n_x)$
# - $e_i$: an array like $\theta$, 1 at entry $i$ and 0 elsewhere, so **one entry moves at a time**
# - $f$: takes an array shaped like $\theta$, returns one number
# - $\varepsilon$: a small step, usually $10^{-5}$
# - the result has the shape of $\theta$
#
# This is the *central* difference. Its error shrinks with $\varepsilon^2$; that of the one-sided *forward* difference
# $(f(\theta + \varepsilon e_i) - f(\theta)) / \varepsilon$ only with $\varepsilon$.
#
# **On paper.** Take $f(\theta) = \theta^3$ at $\theta = 1$ with $\varepsilon = 0.01$: $(1.01^3 - 0.99^3) / 0.02 =
# (1.030301 - 0.970299) / 0.02 = 3.0001$. The true slope is 3; the error is exactly $\varepsilon^2$. The forward
# difference would say 3.0301.
#
# **On the three examples.** With `P0` the hidden activations are all 0, so the score of every example
# is just $b_2$, and $J(b_2) = \frac13 \ln(1 + e^{-b_2}) + \frac23 \ln(1 + e^{b_2})$. As
# $\ln(1 + e^{x}) - \ln(1 + e^{-x}) = x$, the central difference at $b_2 = 0$ is $\frac{\varepsilon / 3}{2
# \varepsilon} = \frac16$ for **every** $\varepsilon$: the `db2` that the backward pass gives.

# %% nbgrader={"grade": false, "grade_id": "numerical_gradient_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def numerical_gradient(f, theta, epsilon=1e-5):
    """Return the gradient of f at theta by central differences.

    f: a function of one array with the shape of theta; it returns one number.
    theta: an array of any shape with at least one dimension; its entries may be integers. It is left as it was.
    epsilon: how far to step to either side. Returns a float array with the shape of theta.
    """
    ### BEGIN SOLUTION
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        value = point[index]
        point[index] = value + epsilon
        above = f(point)
        point[index] = value - epsilon
        below = f(point)
        point[index] = value
        gradient[index] = (above - below) / (2 * epsilon)
    return gradient
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "numerical_gradient", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
theta = np.array([[1.0, 2.0], [3.0, 4.0]])
whole = np.array([2, 3, 4])


def cost_of_b2(b2):
    """Return the cost on the three examples as a function of b2 alone."""
    return compute_cost(forward_propagation(X_tiny, {**P0, "b2": b2})[0], Y_tiny)


theta_second = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
slopes_second = np.array([[0.0, 24.0, 0.0], [-3.0, 0.0, 4.0]])


def f_second(t):
    """Return a number that depends on three of the six entries; one of its slopes is negative."""
    return t[0, 1] ** 2 * t[1, 2] - 3 * t[1, 0]


with Checks("numerical_gradient", globals()) as check:
    check("numerical_gradient(lambda t: np.sum(t**2), theta)", 2 * theta, "the slope of t squared is 2t")
    check("numerical_gradient(lambda t: t[0] ** 3, np.array([1.0]), 0.01)", np.array([3.0001]), "the number on paper")
    check("numerical_gradient(np.prod, np.array([2.0, 3.0, 4.0]), 0.5)", np.array([12.0, 8.0, 6.0]), "one entry at a time")
    check("numerical_gradient(np.prod, whole)", np.array([12.0, 8.0, 6.0]), "whole numbers have slopes as well")
    check("numerical_gradient(cost_of_b2, P0['b2'], 0.1)", np.array([[1 / 6]]), "db2 of the three examples")
    check("numerical_gradient(f_second, theta_second)", slopes_second, "2 * 2 * 6 = 24, -3, and 2 squared; the others do not matter")
    check("numerical_gradient(lambda t: t[0] ** 3, np.zeros(1))", np.array([1e-10]), "at 0 only the error is left, epsilon squared", atol=1e-13)
    check("numerical_gradient(lambda t: 1e-9 * t[0], np.ones(1))", np.array([1e-9]), "a small slope keeps its digits", atol=1e-13)
    check.shape("numerical_gradient(np.sum, np.zeros((2, 3, 4)))", (2, 3, 4), "one slope for each entry")
    check.unchanged("numerical_gradient(np.prod, theta)", "theta")

# %% [markdown] tags=["covers:choice-of-epsilon"]
# ### How small is small enough?
#
# Smaller steps mean a smaller error in the formula. But a computer keeps 16 digits, and subtracting nearly equal
# numbers throws most of them away.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_epsilon", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: it measures the error of both differences for $\varepsilon$ from $10^{-1}$ down to
# $10^{-13}$. What shape will the two curves have? Which $\varepsilon$ will be best for the central difference, and
# which for the forward one?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Both fall and then rise again (a V). The central one falls twice as steeply on the log scales and is best near 1e-5;
# the forward one is best near 1e-7 or 1e-8, with a larger error there.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_epsilon", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_epsilon = ...  # the best power of ten for the central difference: -3 for a thousandth

# %% tags=["study", "covers:choice-of-epsilon"] nbgrader={"grade": false, "grade_id": "study_epsilon", "locked": true, "schema_version": 3, "solution": false, "task": false}
draw = np.random.default_rng(5)
W1_start = draw.standard_normal((4, 2))
rest = {"b1": draw.standard_normal((4, 1)), "W2": draw.standard_normal((1, 4)), "b2": np.zeros((1, 1))}


def cost_of_W1(W1):
    """Return the cost on the three examples as a function of W1 alone."""
    return compute_cost(forward_propagation(X_tiny, {"W1": W1, **rest})[0], Y_tiny)


def forward_difference(f, theta, epsilon):
    """Return the one-sided differences, for comparison."""
    nudges = np.eye(theta.size).reshape(theta.size, *theta.shape) * epsilon
    return np.array([(f(theta + nudge) - f(theta)) / epsilon for nudge in nudges]).reshape(theta.shape)


cache = forward_propagation(X_tiny, {"W1": W1_start, **rest})[1]
exact = backward_propagation({"W1": W1_start, **rest}, cache, X_tiny, Y_tiny)["dW1"]
steps = 10.0 ** -np.arange(1, 13.5, 0.5)
step_errors = {
    "central": [np.linalg.norm(numerical_gradient(cost_of_W1, W1_start, e) - exact) for e in steps],
    "forward": [np.linalg.norm(forward_difference(cost_of_W1, W1_start, e) - exact) for e in steps],
}
for label, values in step_errors.items():
    best = int(np.argmin(values))
    print(f"{label}: smallest error {values[best]:.1e}, at epsilon = {steps[best]:.0e}")
ax = plots.curves({label: (steps, values) for label, values in step_errors.items()},
                  "step epsilon", "error of the gradient", "Too large, too small, just right")  # fmt: skip
ax.set_xscale("log")
ax.set_yscale("log")
plt.show()
beside("epsilon", guess_epsilon, float(np.log10(steps[np.argmin(step_errors["central"])])), "power of ten")

# %% [markdown]
# Look at the slopes on the right: ten times smaller $\varepsilon$ makes the central error 100 times smaller, the
# forward error 10 times. On the left, rounding takes over: it grows like $10^{-16}/\varepsilon$. The default `epsilon=1e-5` stands near the bottom of the central V.

# %% [markdown] tags=["covers:relative-error"]
# ## 2. How far apart are two gradients?
#
# Two gradients differ by 0.001. Is that much? If their entries are about 1000, no; if they are about 0.001, they have
# nothing in common. So divide by their size:
#
# $$ \text{relative error}(a, b) = \frac{\lVert a - b \rVert}{\lVert a \rVert + \lVert b \rVert}
# \qquad \lVert a \rVert = \sqrt{\textstyle\sum_i a_i^2} $$
#
# $a$ and $b$ are arrays of one shape (any shape: the sum runs over **all** entries), and the answer is one number
# between 0 (equal) and 1 (opposite, or one of them zero). If both are zero they agree perfectly: the answer is then
# 0, and no division by zero takes place.
#
# **On paper.** $a = (3, 4)$ and $b = (6, 8)$: $5 / (5 + 10) = 1/3$. **On the three examples**: the forward difference
# for $b_2$ with $\varepsilon = 0.1$ gives 0.17917, the truth is 0.16667. Their relative error is $0.0125 / 0.34583 =
# 0.036$.
#
# | relative error, with $\varepsilon = 10^{-5}$ | verdict for a smooth network like this one |
# |---|---|
# | below $10^{-7}$ | right |
# | above $10^{-3}$ | wrong |
# | between | look closer: is $\varepsilon$ sensible? is there a kink (ReLU) nearby? |

# %% nbgrader={"grade": false, "grade_id": "relative_error_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relative_error(a, b):
    """Return the norm of a - b, divided by the sum of the norms of a and b.

    a, b: arrays of one shape. Returns one float from 0 to 1; two arrays of zeros give 0.0.
    """
    ### BEGIN SOLUTION
    size = np.linalg.norm(a) + np.linalg.norm(b)
    if size == 0:
        return 0.0
    return float(np.linalg.norm(a - b) / size)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "relative_error", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
three_four = np.array([3.0, 4.0])
a_matrix = np.array([[1.0, 2.0], [3.0, 4.0]])
a_second = np.array([[4.0, -3.0, 1.0], [5.0, -3.0, 2.0]])  # the squares add up to 64
b_second = np.array([[5.0, -4.0, -2.0], [4.0, -2.0, -4.0]])  # to 81, and those of the difference to 49

with Checks("relative_error", globals()) as check:
    check("relative_error(three_four, 2 * three_four)", 1 / 3, "the number on paper")
    check("relative_error(a_matrix, a_matrix)", 0.0, "equal arrays")
    check("relative_error(a_matrix, -a_matrix)", 1.0, "opposite arrays are as far apart as can be")
    check("relative_error(a_second, b_second)", 7 / 17, "7 / (8 + 9), over all the entries")
    check("relative_error(a_second, np.zeros((2, 3)))", 1.0, "one of them zero: as far apart as can be")
    check("relative_error(1e-6 * three_four, 2e-6 * three_four)", 1 / 3, "the scale does not matter", atol=1e-4)
    check("relative_error(1e-7 * a_second, 1e-7 * b_second)", 7 / 17, "... however small it is", atol=1e-3)
    check("relative_error(np.zeros((2, 2)), np.zeros((2, 2)))", 0.0, "two zero gradients agree")
    check.unchanged("relative_error(a_second, b_second)", "a_second", "b_second")

# %% [markdown] tags=["covers:gradient-check"]
# ## 3. The gradient check
#
# Now put the two together. For each parameter $\theta$ among `W1`, `b1`, `W2`, `b2`:
#
# 1. the backward pass gives the *analytic* gradient, for example `grads["dW1"]`, shape $(n_h, n_x)$;
# 2. `numerical_gradient` gives the same from cost values alone: $f$ replaces this one parameter, leaves the others as
#    they are, runs `forward_propagation` and returns `compute_cost`;
# 3. `relative_error` compares them.
#
# The answer is the **largest** of the four errors. One bad tensor of four must not be averaged away.
#
# **On the three examples** with `P0`: `db2` is 1/6 both ways, and `dW2` is zero both ways, since no hidden unit is
# active yet. That is where the rule about two zeros earns its keep.
#
# Use the functions `forward_propagation`, `compute_cost` and `backward_propagation` that are given above, and your
# own two.

# %% nbgrader={"grade": false, "grade_id": "gradient_check_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def gradient_check(parameters, X, Y, epsilon=1e-5):
    """Return the worst relative error between backward_propagation and numerical_gradient, over the four tensors.

    parameters: "W1" (n_h, n_x), "b1" (n_h, 1), "W2" (n_y, n_h), "b2" (n_y, 1); they are left as they were.
    X: (n_x, m). Y: (n_y, m). epsilon: the step for numerical_gradient. Returns one float.
    """
    ### BEGIN SOLUTION
    _, cache = forward_propagation(X, parameters)
    grads = backward_propagation(parameters, cache, X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):

        def cost(value, name=name):
            A2, _ = forward_propagation(X, {**parameters, name: value})
            return compute_cost(A2, Y)

        numeric = numerical_gradient(cost, parameters[name], epsilon)
        worst = max(worst, relative_error(grads["d" + name], numeric))
    return worst
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "gradient_check", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
P_scene, X_scene, Y_scene = scene()


def with_longer(*tensors, scale=2.0):
    """Return what your check says while the backward pass makes these tensors too long by this factor."""
    global backward_propagation
    right = backward_propagation

    def spoilt(*arguments):
        return {name: value * (scale if name in tensors else 1.0) for name, value in right(*arguments).items()}

    try:
        backward_propagation = spoilt
        return gradient_check(P_scene, X_scene, Y_scene)
    finally:
        backward_propagation = right


with Checks("gradient_check", globals()) as check:
    check("gradient_check(P0, X_tiny, Y_tiny)", 0.0, "right gradients on the three examples", atol=1e-7)
    check("gradient_check(P_scene, X_scene, Y_scene)", 0.0, "and on a larger network with two outputs", atol=1e-7)
    check("with_longer('dW1')", 1 / 3, "dW1 twice too long: (2 - 1) / (2 + 1), while the others agree")
    check("with_longer('db1')", 1 / 3, "db1 twice too long")
    check("with_longer('dW2')", 1 / 3, "dW2 twice too long")
    check("with_longer('db2')", 1 / 3, "db2 twice too long")
    check("with_longer('dW1', 'db2', scale=3.0)", 1 / 2, "two tensors wrong: the largest error, not their sum")
    check("gradient_check(P_scene, X_scene, Y_scene, 0.5)", 0.10717, "half a unit is too large a step, and it shows", atol=1e-5)
    check.unchanged("gradient_check(P_scene, X_scene, Y_scene)", "P_scene", "X_scene", "Y_scene")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_verdict", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# Back to the interrupted colleague. The learning curves could hardly tell the two passes apart.
#
# *Before you run the next cell: how large, to the nearest power of ten, will the worst relative error of the right
# pass be? And of the broken one?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# About 1e-10 for the right one (below 1e-7 in any case) and about 0.1 for the broken one: a factor of a thousand
# million.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_verdict", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_verdict = ...  # the power of ten of the right pass's error: -3 for a thousandth

# %% tags=["study", "covers:gradient-check"] nbgrader={"grade": false, "grade_id": "study_verdict", "locked": true, "schema_version": 3, "solution": false, "task": false}
right_pass = backward_propagation
verdicts = {}
try:
    for label, backward_propagation in {"right": right_pass, "broken": doubled_backward}.items():
        verdicts[label] = gradient_check(start, X_moons[:, :20], Y_moons[:, :20])
        print(f"{label:>6}: worst relative error {verdicts[label]:.1e}")
finally:
    backward_propagation = right_pass
figure, ax = plt.subplots(figsize=(7, 2.4), layout="constrained")
ax.axvspan(1e-14, 1e-7, color="#CFE3F1")
ax.axvspan(1e-3, 1.0, color="#FBDCC8")
ax.plot(list(verdicts.values()), list(verdicts), "o", color="black", markersize=8)
ax.set(xscale="log", xlim=(1e-14, 1.0), ylim=(-0.5, 1.5))
ax.set(xlabel="worst relative error (log scale); blue: right, red: wrong", title="The gradient check has no doubts")
plt.show()
beside("verdict", guess_verdict, float(np.log10(verdicts["right"])), "power of ten")

# %% [markdown]
# Look how far apart right and wrong are: no fine judgement about a threshold is needed.
#
# Two habits for later. Check on **few examples**: each entry of each tensor costs two forward passes. And check on **random parameters, with all sizes different**: at a special point such as
# `P0`, where two sizes are equal, or with a single output, a mistake can hide.

# %% [markdown] tags=["covers:five-starts"]
# ## 4. Where should a network start?
#
# You will write five starts, for any depth. `layer_dims` lists the sizes, inputs first: `[2, 4, 1]` has 2 inputs, 4 hidden units, 1 output. Layer $l$ has
# $W^{[l]}$ of shape $(n_l, n_{l-1})$, drawn from a normal distribution with mean 0, and $b^{[l]}$ of shape $(n_l,
# 1)$, all zeros. Only the standard deviation differs:
#
# | `method` | standard deviation of $W^{[l]}$ | idea |
# |---|---|---|
# | `"zeros"` | 0 | all units alike |
# | `"small"` | 0.01 | nearly linear units |
# | `"large"` | 1 | strong signals at once |
# | `"xavier"` | $\sqrt{1 / n_{l-1}}$ | keep the variance of a linear or tanh layer |
# | `"he"` | $\sqrt{2 / n_{l-1}}$ | the same for ReLU, which silences half of the signal |
#
# Why the last two? A pre-activation is a sum over $n_{l-1}$ inputs. For independent terms,
# variances add: $\operatorname{Var}(z) = n_{l-1} \operatorname{Var}(w)\, \operatorname{E}(a^2)$. To keep the size of
# the signal, $\operatorname{Var}(w)$ must be $1 / n_{l-1}$. ReLU halves $\operatorname{E}(a^2)$, which
# calls for the factor 2.
#
# **On paper**, for the three-example dataset ($n_x = 2$) and `layer_dims = [2, 4, 1]`: he gives $W^{[1]}$ a standard
# deviation of $\sqrt{2/2} = 1$ and $W^{[2]}$ one of $\sqrt{2/4} = 0.707$; xavier 0.707 and 0.5.

# %% nbgrader={"grade": false, "grade_id": "initialize_deep_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def initialize_deep(layer_dims, method="he", rng=None):
    """Return starting parameters {"W1", "b1", ..., "WL", "bL"} for a network of any depth.

    layer_dims: sizes n_0, ..., n_L. W[l] has shape (n_l, n_(l-1)), b[l] has shape (n_l, 1) and is zero.
    method: the standard deviation of the normal draws for W[l]: "zeros" 0, "small" 0.01, "large" 1,
        "xavier" sqrt(1 / n_(l-1)), "he" sqrt(2 / n_(l-1)). Any other is a ValueError that lists the choices.
    rng: a NumPy Generator to draw from; None makes a new one.
    """
    ### BEGIN SOLUTION
    scales = {
        "zeros": lambda n_in: 0.0,
        "small": lambda n_in: 0.01,
        "large": lambda n_in: 1.0,
        "xavier": lambda n_in: np.sqrt(1.0 / n_in),
        "he": lambda n_in: np.sqrt(2.0 / n_in),
    }
    if method not in scales:
        raise ValueError(f"method must be one of {', '.join(scales)}; got {method!r}")
    rng = np.random.default_rng() if rng is None else rng
    parameters = {}
    for layer, (n_in, n_out) in enumerate(zip(layer_dims[:-1], layer_dims[1:]), start=1):
        parameters[f"W{layer}"] = scales[method](n_in) * rng.standard_normal((n_out, n_in))
        parameters[f"b{layer}"] = np.zeros((n_out, 1))
    return parameters
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "initialize_deep", "locked": true, "points": 4, "schema_version": 3, "solution": false, "task": false}
def spread(*method, name="W1", sizes=(300, 200, 100)):
    """Return the standard deviation of one W (W1 if nothing is said), rounded to two digits that count."""
    parameters = initialize_deep(list(sizes), *method, rng=np.random.default_rng(1))
    return float(f"{np.std(parameters[name]):.2g}")


def drawn(name):
    """Return one W of two layers of 5 units, each with 5 inputs."""
    return initialize_deep([5, 5, 5], "he", np.random.default_rng(7))[name]


three_sizes = [2, 4, 1]


with Checks("initialize_deep", globals()) as check:
    check.that("{'W1', 'b1', 'W2', 'b2'} <= set(initialize_deep([2, 4, 1]))", "a W and a b for each layer")
    check.shape("initialize_deep([2, 4, 1])['W1']", (4, 2), "rows are units, columns are inputs")
    check.shape("initialize_deep([2, 4, 1])['b1']", (4, 1), "one bias a unit")
    check("initialize_deep([2, 4, 1], 'zeros')['W2']", np.zeros((1, 4)), "all zeros")
    check("initialize_deep([2, 4, 1], 'large')['b1']", np.zeros((4, 1)), "biases start at zero")
    check("spread('small')", 0.01, "small", atol=5e-4)
    check("spread('large')", 1.0, "large", atol=0.05)
    check("spread('xavier')", 0.058, "the root of 1/300", atol=2e-3)
    check("spread('he')", 0.082, "the root of 2/300", atol=2e-3)
    check("spread('he', name='W2')", 0.1, "the second layer has 200 inputs: the root of 2/200", atol=2e-3)
    check("spread()", 0.082, "he is what you get when no method is named", atol=2e-3)
    check("initialize_deep([2, 4, 1], 'zeros')['W1']", np.zeros((4, 2)), "zeros are exactly zero", atol=0.0)
    check.that("initialize_deep([2, 4, 1], 'zeros')['W1'].dtype == float", "weights will be moved by fractions")
    check.that("initialize_deep([2, 4, 1])['b2'].dtype == float", "... and biases, too")
    check.that("drawn('W1')[0, 0] != drawn('W2')[0, 0]", "layers of one size have draws of their own")
    check.unchanged("initialize_deep(three_sizes)", "three_sizes")
    check.raises("initialize_deep([2, 4, 1], 'best')", ValueError, "an unknown method is refused")

# %% [markdown] tags=["covers:starts-compared"]
# ### Five starts, one dataset

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_initialisation", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: five networks [2, 8, 1] learn the two circles, alike but for their start. Sketch the
# five cost curves in words. Which will be lowest after 1000 iterations, and which will not learn at all?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# zeros stays at ln 2, since all units are alike and their gradients are zero. small looks the same for a long while.
# large, xavier and he learn; which of these three is lowest cannot be said beforehand.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_initialisation", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_initialisation = ...  # how many of the five stay at 0.693

# %% tags=["study", "covers:starts-compared"] nbgrader={"grade": false, "grade_id": "study_initialisation", "locked": true, "schema_version": 3, "solution": false, "task": false}
METHODS = ("zeros", "small", "large", "xavier", "he")
X_circles, Y_circles = data.circles()
start_costs = {}
for method in METHODS:
    begin = initialize_deep([2, 8, 1], method, np.random.default_rng(1))
    _, start_costs[method] = train(X_circles, Y_circles, begin, 1000, 0.3)
    print(f"{method:>6}: cost after 1000 iterations {start_costs[method][-1]:.3f}")
plots.learning_curves(start_costs, title="Five starts on the circles")
plt.show()
beside("initialisation", guess_initialisation, sum(abs(one[-1] - np.log(2)) < 0.01 for one in start_costs.values()), "starts")

# %% [markdown]
# Look at who learns at all. Zeros and small lie on top of each other at $\ln 2 = 0.693$, the cost of a coin flip;
# small ends more than ten times as high as the three others here, and more than three times from any start that was tried. Among large, xavier and he the
# order changes with the seed.
#
# *A variant you will meet*: Glorot and Bengio proposed the variance $2 / (n_{l-1} + n_l)$, a compromise
# between the signal on the way forward and the gradient on the way back. Libraries call this form "Glorot" or
# "Xavier" too. Where neighbouring layers have equal sizes it is the same.
#
# Are zeros and small really the same?

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_patience", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: it gives zeros and small ten times as many iterations. Will either of them leave
# 0.693?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# small will: its units differ a little, and the differences grow. zeros never will: with W2 = 0 no gradient reaches
# W1, and with all hidden activations 0 none reaches W2. Only the output's bias can learn, and on as many ones as zeros it has nothing to learn.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_patience", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_patience = ...  # "zeros", "small", "both" or "neither"

# %% tags=["study", "covers:patience-of-zeros"] nbgrader={"grade": false, "grade_id": "study_patience", "locked": true, "schema_version": 3, "solution": false, "task": false}
long_costs, long_parameters = {}, {}
for method in ("zeros", "small"):
    begin = initialize_deep([2, 8, 1], method, np.random.default_rng(1))
    long_parameters[method], long_costs[method] = train(X_circles, Y_circles, begin, 10000, 0.3)
    print(f"{method}: W2 after training", np.round(long_parameters[method]["W2"], 3))
plots.learning_curves(long_costs, title="Ten times the patience")
plt.show()
gone = [method for method in ("zeros", "small") if long_costs[method][-1] < 0.6]
beside("patience", guess_patience, "both" if len(gone) == 2 else gone[0] if gone else "neither")

# %% [markdown] tags=["covers:signal-through-depth"]
# Look at where the second curve leaves the plateau. *Small* was waiting on nearly flat ground, where its tiny
# differences needed thousands of steps to grow; *zeros* has no differences that could grow, so its units stay copies
# of each other. That is what **breaking the symmetry** means.
#
# ### What depth does to a signal
#
# In a shallow network the scale costs you patience. In a deep one it costs everything, for it is applied once a
# layer.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_depth", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: random inputs go through ten ReLU layers of 100 units. For each start, will the
# signal (the mean square of the activations) grow, shrink, or stay, from layer to layer?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# small shrinks by a factor of about 200 a layer, large grows about 50-fold, xavier halves each time, he stays about
# the same.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_depth", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_depth = ...  # how many times smaller the signal gets in a layer, from the start small

# %% tags=["study", "covers:signal-through-depth"] nbgrader={"grade": false, "grade_id": "study_depth", "locked": true, "schema_version": 3, "solution": false, "task": false}
signals = {}
for method in ("small", "large", "xavier", "he"):
    layers = initialize_deep([100] * 11, method, np.random.default_rng(2))
    A = np.random.default_rng(3).standard_normal((100, 200))
    signals[method] = []
    for layer in range(1, 11):
        A = np.maximum(0.0, layers[f"W{layer}"] @ A + layers[f"b{layer}"])
        signals[method].append(np.mean(A**2))
    print(f"{method:>6}: layer 1 {signals[method][0]:.2g}, layer 10 {signals[method][-1]:.2g}")
plots.magnitudes(signals, "mean square of the activations (log scale)", "A signal on its way through ten ReLU layers")
plt.show()
beside("depth", guess_depth, float((signals["small"][0] / signals["small"][-1]) ** (1 / 9)), "times smaller")

# %% [markdown]
# Look for the level line: its signal arrives as it set out. Straight lines on a log scale are
# exponentials in the depth: a factor of two a layer looks harmless and is a factor of 1000 after ten.

# %% [markdown] tags=["covers:bug-hunt"]
# ## 5. The bug hunt
#
# Six backward passes for the network above wait in `suspects(student_id)`. Some are right. Each of the others is
# wrong in exactly **one** of `dW1`, `db1`, `dW2`, `db2`. Shapes are right everywhere. Which six you get depends on your
# `student_id`.
#
# Each takes one dictionary and returns the four gradients:
#
# ```python
# parameters, X, Y = scene()                     # n_x = 3, n_h = 4, n_y = 2, m = 5
# A2, cache = forward_propagation(X, parameters)
# case = {**parameters, **cache, "X": X, "Y": Y}
# grads = suspects(student_id)["A"](case)
# ```
#
# **How to hunt.** Run the cell below once with your `student_id`, then add cells of your own (press `B`). `gradient_check` reports only the worst error, and only of `backward_propagation`; here you need the
# error of **each tensor** of **each suspect**, on `scene()`, whose sizes all differ.
#
# You may read `lesson/suspects.py`. Some of its formulas look odd and are right; some look right. Checking is
# quicker.
#
# Then fill in `bug_hunt_answers`: `None` for a pass that is right, else the name of its one wrong tensor. Each
# suspect counts by itself. (Six equal answers count as no answer.)

# %% nbgrader={"grade": false, "grade_id": "bug_hunt_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
student_id = "ada"  # write your own between the quotes, before you start


def bug_hunt_answers():
    """Return {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}.

    Each answer is None (the pass is right) or one of "dW1", "db1", "dW2", "db2" (the tensor that is wrong).
    """
    ### BEGIN SOLUTION
    return {"A": "dW1", "B": None, "C": "dW2", "D": None, "E": "dW2", "F": "db1"}
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "bug_hunt", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
def all_verdicts_hold():
    """Mend the tensors that you accuse: then every pass must agree with the given one, and every mending must change something."""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    given, answers = backward_propagation(parameters, cache, X, Y), bug_hunt_answers()
    for letter, suspect in suspects(student_id).items():
        found = suspect({**parameters, **cache, "X": X, "Y": Y})
        mended = {**found, answers[letter]: given[answers[letter]]} if answers[letter] else found
        changed = sum(np.linalg.norm(mended[name] - found[name]) for name in given)
        left = sum(np.linalg.norm(mended[name] - given[name]) for name in given)
        if left > 1e-6 or (answers[letter] and changed < 1e-6):
            return False
    return True


with Checks("bug_hunt", globals()) as check:
    check.that("isinstance(student_id, str) and student_id.strip() != ''", "student_id is a text")
    check.that("set('ABCDEF') <= set(bug_hunt_answers())", "one answer for each suspect")
    check.that(
        "all(bug_hunt_answers()[letter] in (None, 'dW1', 'db1', 'dW2', 'db2') for letter in 'ABCDEF')",
        "an answer is None or the name of a gradient",
    )
    check.that("len(set(bug_hunt_answers().values())) > 1", "the suspects are not all alike")
    check.that("all_verdicts_hold()", "the six verdicts together; if one of them does not hold, nothing is said about which")

# %% [markdown]
# The last check looks at all six verdicts at once, and does not say which of them is wrong: that is between you and your
# gradient check.
#
# ## What you have learnt
#
# - A backward pass can be wrong and still learn. Only the gradient itself shows it.
# - The **central difference** needs nothing but function values. Its error falls with $\varepsilon^2$ until rounding
#   takes over; $10^{-5}$ is a good step.
# - Compare gradients by their **relative error**, tensor by tensor, and look at the **worst**. Below $10^{-7}$ is
#   right, above $10^{-3}$ is wrong.
# - Check with few examples, at random parameters, with all sizes different. Switch the check off for training.
# - From **zeros** only the output's bias can learn: identical units stay identical. **Small** waits. **Xavier** and **he** keep the signal
#   alive through depth, each for its own kind of layer.
#
# A figure worth keeping: the right step, and the right start.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_keepsake", "locked": true, "schema_version": 3, "solution": false, "task": false}
figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
plots.curves({label: (steps, values) for label, values in step_errors.items()},
             "step epsilon", "error of the gradient", "How far to step", ax=left)  # fmt: skip
left.set_xscale("log")
left.set_yscale("log")
left.axvline(1e-5, color="grey", linewidth=0.8)
plots.learning_curves(start_costs, title="Where to start", ax=right)
plt.show()

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
