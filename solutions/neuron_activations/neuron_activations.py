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
# # Neurons and activation functions
#
# **Time**: about 90 minutes. **Before it**: `warmup`, and what a slope is. **After it**: `why_backward` (not graded), then `one_hidden_layer`.
#
# Every network in this course is made of one small part, repeated: the **neuron**. Here you build what is
# inside it: four activation functions with their slopes. At the end you count what a network has to learn.
#
# One **column** is one example: `X` has shape (n_x, m), for n_x features and m examples.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.checks import Checks
from lesson.guesses import beside, said

# %% [markdown]
# ## Five minutes of recall
#
# Three questions on what came before. Think first, then write your answers, a number or a word each, in place of the dots. Nothing is graded.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_questions", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson import recall

recall.ask("neuron_activations")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("neuron_activations", [..., ..., ...])

# %% [markdown] tags=["covers:what-a-network-is", "covers:deep-learning-inside-machine-learning", "covers:where-it-is-used", "covers:what-made-it-work", "covers:what-it-costs", "covers:features-learnt", "covers:architecture-and-parameters"]
# ## What is this for?
#
# A **neural network** is a function with many numbers in it; **training** finds numbers that fit examples. The name comes from nerve cells, which add up what arrives and fire when it is enough.
#
# **Deep learning** means networks of many layers. It is a part of machine learning, where rules come from examples, not from a person. It recognizes photos, writes text, understands speech. Three things made
# it work, mostly after 2010: fast computers, millions of examples, and better recipes, which you will build. The price: much data and computing, many choices without a rule, answers that are hard to explain.
#
# What is new is that **features are learnt**. Before, a person decided what to measure in the image of a digit (strokes, loops, symmetry), and a model weighed the measurements. A network finds out what to measure.
#
# **A model is an architecture plus parameters.** You choose the architecture: how many layers and units, which activations.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_learnt", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Which of these does training find: (a) the number of layers, (b) the weights, (c) which strokes tell a 3 from an 8, (d) the activation function? One word each: chosen or found.*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# (b) is found, and (c) with it: it is written in the weights. (a) and (d) are chosen.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_learnt", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_learnt = ...  # (c): "chosen" or "found"

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "happened_learnt", "locked": true, "schema_version": 3, "solution": false, "task": false}
beside("learnt", guess_learnt, "found")

# %% [markdown] tags=["covers:neuron-sum-and-bend"]
# ## 1. A neuron is a weighted sum and an activation
#
# A neuron does two things, one after the other:
#
# $$z = w^T x + b \qquad\qquad a = g(z)$$
#
# | symbol | name | shape |
# |---|---|---|
# | $x$ | the features of one example | (n_x, 1) |
# | $w$ | the weights, one for each feature | (n_x, 1), so $w^T$ is (1, n_x) |
# | $b$ | the bias | one number |
# | $z$ | the pre-activation (the *linear* part) | one number |
# | $g$ | the activation function (the *bend*) | takes a number, gives a number |
# | $a$ | the activation: the neuron's output | one number |
#
# **Small letters** are one example's, **capital letters** the whole batch's: column $i$ of $X$ is the example $x^{(i)}$. For all m examples at once, $Z = w^T X + b$ has shape (1, m).
#
# On paper: let $w = (1, -1)$ and $b = 0$. The three examples of the course are $(1, 0.3)$, $(0.5, 1)$ and $(-0.5, -0.1)$, so $Z = [0.7, -0.5, \ldots]$. Write the third number below.

# %% nbgrader={"grade": false, "grade_id": "fill_third", "locked": false, "schema_version": 3, "solution": false, "task": false}
my_third = ...  # z of the third example

# %% nbgrader={"grade": false, "grade_id": "neuron_on_the_tiny_set", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_tiny, Y_tiny = data.tiny()
w_tiny = np.array([[1.0, -1.0]])
Z_tiny = w_tiny @ X_tiny + 0.0
said(my_third, float(Z_tiny[0, 2]), "z of the third example")

# %% [markdown] tags=["covers:no-bend-no-depth"]
# These three numbers come back in every exercise. Where there are several layers and units, $[l]$ names the layer and $j$ the unit: $z_j^{[1]} = w_j^{[1]T} x + b_j^{[1]}$.
#
# Why bend at all? Two linear layers in a row make $W_2 (W_1 x) = (W_2 W_1) x$: one linear layer, no more. Without an
# activation in between, depth buys nothing.

# %% [markdown] tags=["covers:relu-and-slope"]
# ## 2. ReLU (2 points)
#
# The **rectified linear unit** lets positive numbers through and stops negative ones:
#
# $$\text{relu}(z) = \max(0, z) \qquad\qquad \text{relu}'(z) = \begin{cases} 1 & z > 0 \\ 0 & z < 0 \end{cases}$$
#
# The maximum is taken entry by entry: the answer has the shape of $z$, and so has the slope. At exactly $z = 0$ the curve has a corner
# (a *kink*) and no slope; any number from 0 to 1 will do there. The slope is going to be multiplied with other arrays, so return numbers, not
# `True` and `False`.
#
# On paper: for our three examples, $\text{relu}([0.7, -0.5, -0.4]) = [0.7, 0, 0]$, with slopes $[1, 0, 0]$.

# %% nbgrader={"grade": false, "grade_id": "relu_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def relu(z):
    """Return max(0, z) for every entry of z.

    z: pre-activations, a float array of any shape. It is not changed.
    Returns an array of floats in the shape of z.
    """
    ### BEGIN SOLUTION
    return np.maximum(0.0, z)
    ### END SOLUTION


def relu_derivative(z):
    """Return the slope of ReLU at every entry of z (at exactly 0, any number from 0 to 1).

    z: pre-activations, a float array of any shape. It is not changed.
    Returns an array of numbers in the shape of z, ready for multiplication and subtraction.
    """
    ### BEGIN SOLUTION
    return (z > 0).astype(float)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "relu", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
far = np.array([[-800.0, -7.5, 7.5, 800.0]])
with Checks("relu", globals()) as check:
    check("relu(Z_tiny)", np.array([[0.7, 0.0, 0.0]]), "only the first example is positive")
    check("relu(X_tiny)", np.array([[1.0, 0.5, 0.0], [0.3, 1.0, 0.0]]), "entry by entry, whatever the shape")
    check("relu_derivative(Z_tiny) * 2.0", np.array([[2.0, 0.0, 0.0]]), "slope 1 on the right, 0 on the left")
    check("1.0 - relu_derivative(Z_tiny)", np.array([[0.0, 1.0, 1.0]]), "slopes can be used in arithmetic")
    check("relu(far)", np.array([[0.0, 0.0, 7.5, 800.0]]), "no ceiling, however large z is")
    check("relu_derivative(far) * 1.0", np.array([[0.0, 0.0, 1.0, 1.0]]), "the slope far out")
    check.that("0 <= relu_derivative(np.zeros((1, 1)))[0, 0] <= 1", "at the kink, a slope between those of the two sides")
    check.that("relu_derivative(Z_tiny).dtype != bool", "numbers, not True and False")
    check.unchanged("relu(Z_tiny)", "Z_tiny")
    check.unchanged("relu_derivative(Z_tiny)", "Z_tiny")

# %% [markdown] tags=["covers:leaky-relu-and-slope"]
# ## 3. Leaky ReLU (2 points)
#
# A ReLU neuron whose $z$ is negative for every example has slope 0 everywhere. It gets no correction of its own any more, and stays silent unless
# the layers before it happen to move its inputs: it is called a **dead unit**. The leaky version lets a little through on the negative side:
#
# $$\text{leaky}(z) = \begin{cases} z & z > 0 \\ \alpha z & z \le 0 \end{cases} \qquad\qquad
# \text{leaky}'(z) = \begin{cases} 1 & z > 0 \\ \alpha & z < 0 \end{cases}$$
#
# $\alpha$ is one small number between 0 and 1, here 0.01 unless the caller says otherwise. Answer and slope have the shape of $z$.
# At exactly 0, any slope from $\alpha$ to 1 will do.
#
# On paper: $\text{leaky}([0.7, -0.5, -0.4]) = [0.7, -0.005, -0.004]$, with slopes $[1, 0.01, 0.01]$.

# %% nbgrader={"grade": false, "grade_id": "leaky_relu_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def leaky_relu(z, alpha=0.01):
    """Return z where it is positive and alpha * z elsewhere.

    z: pre-activations, a float array of any shape. It is not changed. alpha: one number between 0 and 1.
    Returns an array of floats in the shape of z.
    """
    ### BEGIN SOLUTION
    return np.where(z > 0, z, alpha * z)
    ### END SOLUTION


def leaky_relu_derivative(z, alpha=0.01):
    """Return the slope of leaky ReLU at every entry of z (at exactly 0, any number from alpha to 1).

    z: pre-activations, a float array of any shape. It is not changed. alpha: one number between 0 and 1.
    Returns an array of floats in the shape of z.
    """
    ### BEGIN SOLUTION
    return np.where(z > 0, 1.0, alpha)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "leaky_relu", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
small = np.array([[0.1, 0.01, -0.1]])
with Checks("leaky_relu", globals()) as check:
    check("leaky_relu(Z_tiny)", np.array([[0.7, -0.005, -0.004]]), "negative numbers shrink to a hundredth")
    check("leaky_relu(Z_tiny, 0.2)", np.array([[0.7, -0.1, -0.08]]), "the caller's alpha is used")
    check("leaky_relu_derivative(Z_tiny)", np.array([[1.0, 0.01, 0.01]]), "two slopes, one for each side")
    check("leaky_relu_derivative(Z_tiny, 0.2)", np.array([[1.0, 0.2, 0.2]]), "the caller's alpha is used here too")
    check("leaky_relu(far)", np.array([[-8.0, -0.075, 7.5, 800.0]]), "no ceiling and no floor")
    check("leaky_relu(small, 0.2)", np.array([[0.1, 0.01, -0.02]]), "the sign decides, not alpha")
    check("leaky_relu_derivative(small, 0.2)", np.array([[1.0, 1.0, 0.2]]), "the same for the slope")
    check.that("0.2 <= leaky_relu_derivative(np.zeros((1, 1)), 0.2)[0, 0] <= 1", "at the kink, a slope between those of the two sides")
    check.shape("leaky_relu(X_tiny)", (2, 3), "the answer has the shape of the input")
    check.unchanged("leaky_relu(Z_tiny)", "Z_tiny")
    check.unchanged("leaky_relu_derivative(Z_tiny)", "Z_tiny")

# %% [markdown] tags=["covers:tanh-exponentials", "covers:tanh-slope"]
# ## 4. The slope of tanh (1 point)
#
# The **hyperbolic tangent** bends softly: it goes through 0, and flattens out at -1 on the left and 1 on the right.
#
# $$\tanh(z) = \frac{e^{z} - e^{-z}}{e^{z} + e^{-z}}$$
#
# NumPy has it: `np.tanh`. Training needs its slope:
#
# $$\tanh'(z) = 1 - \tanh^2(z)$$
#
# Here $\tanh^2(z)$ means the square of $\tanh(z)$. $z$ is an array of any shape, and the slope has the same shape.
#
# On paper: $\tanh(0) = 0$, so the slope there is 1. For $z = \ln 2$, $\tanh(z) = (2 - \frac12)/(2 + \frac12) = 0.6$ and
# the slope is $1 - 0.36 = 0.64$. For the first of our three examples, $\tanh(0.7) = 0.6044$ and the slope is 0.6347.

# %% nbgrader={"grade": false, "grade_id": "tanh_derivative_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def tanh_derivative(z):
    """Return the slope of tanh at every entry of z.

    z: pre-activations, a float array of any shape. It is not changed.
    Returns an array of floats in the shape of z.
    """
    ### BEGIN SOLUTION
    return 1.0 - np.tanh(z) ** 2
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "tanh_derivative", "locked": true, "points": 1, "schema_version": 3, "solution": false, "task": false}
z_halves = np.array([[0.0, np.log(2.0), -np.log(2.0)]])
with Checks("tanh_derivative", globals()) as check:
    check("tanh_derivative(z_halves)", np.array([[1.0, 0.64, 0.64]]), "1 at 0, and 0.64 at ln 2 on both sides")
    check("tanh_derivative(Z_tiny)", np.array([[0.634740, 0.786448, 0.855639]]), "the three examples", atol=1e-6)
    check("tanh_derivative(far)[:, ::3]", np.array([[0.0, 0.0]]), "flat far out on both sides, and never nan")
    check.shape("tanh_derivative(X_tiny)", (2, 3), "one slope for each entry")
    check.unchanged("tanh_derivative(Z_tiny)", "Z_tiny")

# %% [markdown] tags=["covers:sigmoid-and-slope", "covers:overflow"]
# ## 5. Sigmoid (3 points)
#
# The **sigmoid** has the shape of tanh, but squeezes any number into the interval from 0 to 1, so that it can be read as a probability:
#
# $$\sigma(z) = \frac{1}{1 + e^{-z}} = \frac{e^{z}}{1 + e^{z}} \qquad\qquad \sigma'(z) = \sigma(z)\,\bigl(1 - \sigma(z)\bigr)$$
#
# $z$ may be an array of any shape; $\sigma(z)$ and $\sigma'(z)$ have the same shape, one answer for each entry.
#
# On paper: $\sigma(0) = 1/2$. For $z = \ln 3$ we have $e^{-z} = 1/3$, so $\sigma = 1/(4/3) = 3/4$, and the slope is
# $3/4 \cdot 1/4 = 3/16$.
#
# **A trap.** The two fractions are equal on paper, but not in a computer: $e^{1000}$ is too large to store and
# becomes `inf`. Then $\infty/(1+\infty)$ is `nan`, and one `nan` ruins a whole training run. Look at which power of $e$
# each fraction needs. One of them is safe for $z \ge 0$, the other for $z < 0$: choose by the sign.
#
# The slope takes the **pre-activation** $z$ as its argument, like every derivative in this notebook. The tools for a choice entry by entry: `np.where(condition, this, that)`, `np.abs`, `np.exp`.
# (`np.where` works out both of its choices before it picks. A warning about the one that is thrown away is harmless.)

# %% nbgrader={"grade": false, "grade_id": "sigmoid_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def sigmoid(z):
    """Return the sigmoid of every entry of z.

    z: pre-activations, a float array of any shape, for example (1, m). It is not changed.
    Returns an array of floats between 0 and 1, in the shape of z; never nan, however large z is.
    """
    ### BEGIN SOLUTION
    decay = np.exp(-np.abs(z))  # at most 1, so it cannot overflow
    return np.where(z >= 0, 1.0 / (1.0 + decay), decay / (1.0 + decay))
    ### END SOLUTION


def sigmoid_derivative(z):
    """Return the slope of sigmoid at every entry of z.

    z: pre-activations, a float array of any shape. It is not changed.
    Returns an array of floats in the shape of z.
    """
    ### BEGIN SOLUTION
    s = sigmoid(z)
    return s * (1.0 - s)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "sigmoid", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
z_paper = np.array([[0.0, np.log(3.0), -np.log(3.0)]])
z_large = np.array([[1000.0, -1000.0]])
with Checks("sigmoid", globals()) as check:
    check("sigmoid(z_paper)", np.array([[1 / 2, 3 / 4, 1 / 4]]), "one half at 0, and 3/4 at ln 3")
    check("sigmoid(Z_tiny)", np.array([[0.668188, 0.377541, 0.401312]]), "the three examples", atol=1e-6)
    check.shape("sigmoid(X_tiny)", (2, 3), "the answer has the shape of the input")
    check("sigmoid(z_large)", np.array([[1.0, 0.0]]), "flat at both ends, and never nan")
    check("sigmoid_derivative(z_paper)", np.array([[1 / 4, 3 / 16, 3 / 16]]), "steepest at 0, the same on both sides")
    check("sigmoid_derivative(z_large)", np.array([[0.0, 0.0]]), "no slope where the curve is flat")
    check.unchanged("sigmoid(Z_tiny)", "Z_tiny")
    check.unchanged("sigmoid_derivative(Z_tiny)", "Z_tiny")

# %% [markdown] tags=["covers:logistic-regression-is-a-neuron"]
# ## 6. Logistic regression is a network of one neuron
#
# Take one neuron, let $g$ be the sigmoid, and read the output as the probability that the label is 1:
#
# $$a = \sigma(w^T x + b), \qquad \text{predict } 1 \text{ where } a > 0.5$$
#
# This is exactly **logistic regression**. The next cell lets scikit-learn find $w$ and $b$ for two clouds of points,
# then puts them into *your* sigmoid.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_one_neuron", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: where in the plane is $a$ exactly 0.5, and what shape does the boundary between the two
# classes have? Will your neuron and scikit-learn disagree anywhere?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# $a = 0.5$ where $w^T x + b = 0$: a straight line. They agree everywhere, because it is the same formula.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_one_neuron", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_one_neuron = ...  # at how many points your neuron and scikit-learn disagree

# %% tags=["study", "covers:logistic-regression-is-a-neuron", "covers:linear-border"] nbgrader={"grade": false, "grade_id": "study_one_neuron", "locked": true, "schema_version": 3, "solution": false, "task": false}
from sklearn.linear_model import LogisticRegression

X_blobs, Y_blobs = data.blobs()
model = LogisticRegression().fit(X_blobs.T, Y_blobs.ravel())  # scikit-learn wants one example a row
w, b = model.coef_, model.intercept_.reshape(1, 1)  # shapes (1, 2) and (1, 1)


def neuron(X):
    """The probability of label 1 for each column of X, shape (1, m)."""
    return sigmoid(w @ X + b)


theirs = model.predict_proba(X_blobs.T)[:, 1].reshape(1, -1)
print("largest difference between the two probabilities:", np.max(np.abs(neuron(X_blobs) - theirs)))
print("accuracy of the neuron:", 100 * np.mean((neuron(X_blobs) > 0.5) == (Y_blobs > 0.5)), "%")
plots.decision_boundary(lambda X: (neuron(X) > 0.5).astype(float), X_blobs, Y_blobs, "One neuron draws one line")
plt.show()
beside("one_neuron", guess_one_neuron, int(np.sum((neuron(X_blobs) > 0.5) != (theirs > 0.5))), "points")

# %% [markdown]
# Why look: one neuron can only cut the plane along a straight line. Compare with your prediction. Data that no line can
# separate, such as two moons, needs several neurons, and that is the next notebook.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_bias", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: $w$ stays as it is, and 4 is added to the bias $b$. Does the border (a) turn, (b) move without turning, or (c) stay, with steeper probabilities? And does the curve $\sigma(w x + b)$ over $x$ move to the left or to the right when $b$ grows?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# (b): the border is where w^T x + b = 0; b moves it and w alone turns it. The curve moves to the left: a smaller x is enough now.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_bias", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_bias = ...  # the border: "a", "b" or "c"

# %% tags=["study", "covers:bias-shifts"] nbgrader={"grade": false, "grade_id": "study_bias", "locked": true, "schema_version": 3, "solution": false, "task": false}
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
x_line = np.linspace(-8, 8, 200)
plots.curves({f"b = {bias}": (x_line, sigmoid(x_line + bias)) for bias in (-4, 0, 4)}, "x (one feature, w = 1)", "activation a", "The bias moves the curve", ax=left)
plots.points(X_blobs, Y_blobs, "The bias moves the border", ax=right)
for more, style in ((-4.0, "--"), (0.0, "-"), (4.0, ":")):
    shift = b[0, 0] + more
    right.plot([-5, 5], [-(w[0, 0] * x + shift) / w[0, 1] for x in (-5, 5)], color="black", linestyle=style, label=f"b {more:+g}")
right.set_ylim(-6, 6)
right.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0))
plt.show()
beside("bias", guess_bias, "b")

# %% [markdown]
# Why look: at the three borders, which are parallel. Without a bias every border would have to go through the origin, wherever the data lie.

# %% [markdown] tags=["covers:multi-label-multi-class"]
# ## 7. Several outputs: multi-label or multi-class?
#
# An output layer may have several neurons, one for each question. Two situations look alike and are not:
#
# - **Multi-label**: the labels are independent, and any number of them can be true. A photo may show a *cat*, be taken *outdoors*
#   and at *night*. Each output neuron has its own **sigmoid**; the outputs need not add up to anything.
# - **Multi-class**: exactly one class is true. A handwritten digit is a 3 or an 8, never both. The outputs must share one unit of
#   probability among them; the function that shares it out is **softmax**, and you will write it in the last notebook.
#
# The next cell gives the same three pre-activations, 2, 1 and -1, to both.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_outputs", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: which of the two sets of bars adds up to 1? If the first pre-activation grew, which bars would
# change in each panel?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Only softmax adds up to 1. With sigmoids only the first bar would change; with softmax the first would grow and both others would
# shrink.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_outputs", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_outputs = ...  # "sigmoids" or "softmax"

# %% tags=["study", "covers:multi-label-multi-class"] nbgrader={"grade": false, "grade_id": "study_outputs", "locked": true, "schema_version": 3, "solution": false, "task": false}
from sklearn.utils.extmath import softmax

z_outputs = np.array([[2.0], [1.0], [-1.0]])  # three output neurons, one example
independent = sigmoid(z_outputs)
shared = softmax(z_outputs.T).T
figure, panels = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained", sharey=True)
pictures = [
    (independent, ["cat", "outdoors", "night"], "Multi-label: three sigmoids"),
    (shared, ["cat", "dog", "bird"], "Multi-class: one softmax"),
]
for ax, (answer, names, title) in zip(panels, pictures):
    chances = dict(zip(names, answer.ravel()))
    plots.bars(chances, "probability", f"{title}, sum {answer.sum():.2f}", "output neuron", ax=ax)
plt.show()
beside("outputs", guess_outputs, "softmax" if abs(shared.sum() - 1) < 1e-9 else "sigmoids")

# %% [markdown]
# Why look: the sum in each title. Compare with your prediction. Three sigmoids answer three separate questions; softmax answers one
# question with three possible answers.

# %% [markdown] tags=["covers:activations-side-by-side"]
# ## 8. Four activations and their slopes
#
# Now put them side by side, each with its slope, on 200 points between -5 and 5. The slope decides how fast a neuron learns: a
# correction that passes back through a neuron is multiplied by it.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_activations", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: what is the largest slope of each of the four? Which of them are nearly flat at $z = 4$? If a
# correction passes back through ten layers and is multiplied by the largest slope of sigmoid in each, what is left of it?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Sigmoid 1/4, the other three 1. Sigmoid and tanh are nearly flat at 4. At best a quarter to the tenth power is left: about one millionth.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_activations", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_activations = ...  # the largest slope of sigmoid

# %% tags=["study", "covers:activations-side-by-side", "covers:saturation"] nbgrader={"grade": false, "grade_id": "study_activations", "locked": true, "schema_version": 3, "solution": false, "task": false}
plots.activations([
    (sigmoid, sigmoid_derivative, "sigmoid"),
    (np.tanh, tanh_derivative, "tanh"),
    (relu, relu_derivative, "ReLU"),
    (lambda z: leaky_relu(z, 0.1), lambda z: leaky_relu_derivative(z, 0.1), "leaky ReLU, alpha 0.1"),
])
beside("activations", guess_activations, float(np.max(sigmoid_derivative(np.array([0.0])))), "slope", ax=plt.gcf().axes[0])
plt.show()

z_line = np.linspace(-5, 5, 201)  # 201 points, so that 0 is one of them
slopes = {"sigmoid": sigmoid_derivative, "tanh": tanh_derivative, "ReLU": relu_derivative}
slopes["leaky ReLU"] = leaky_relu_derivative
for name, slope in slopes.items():
    print(f"{name:10}  largest slope {np.max(slope(z_line)):.3f}   slope at z = 4: {slope(np.array([4.0]))[0]:.4f}")
print(f"a quarter, ten times over: {0.25 ** 10:.1e}")

# %% [markdown] tags=["covers:activation-choice"]
# Why look: at the dashed lines. Compare with your prediction. Sigmoid and tanh **saturate**: far from zero their slope fades, and with
# it the learning. ReLU keeps slope 1 on the right but is flat on the left; the leaky version is flat nowhere.
#
# | activation | range | use it for |
# |---|---|---|
# | sigmoid | 0 to 1 | the output, when the answer is yes or no |
# | tanh | -1 to 1 | hidden layers of small networks |
# | ReLU | 0 and up | hidden layers, the usual first choice |
# | leaky ReLU | every number | hidden layers, when units die |

# %% [markdown] tags=["covers:counting-parameters"]
# ## 9. Counting parameters (2 points)
#
# The **parameters** of a network are everything that training changes: the weights and the biases. Layer $l$ has
#
# $$W^{[l]} \text{ of shape } (n_l, n_{l-1}) \qquad\text{and}\qquad b^{[l]} \text{ of shape } (n_l, 1)$$
#
# where $n_0$ is the number of inputs. The input layer itself learns nothing. In a drawing of the network each weight is an
# **edge**, and each neuron after the input layer brings a bias: *parameters = edges + neurons*.
#
# On paper:
#
# - The three-example dataset has 2 features. A network 2-2-1 has $2 \cdot 2 + 2 = 6$ parameters in its hidden layer and
#   $1 \cdot 2 + 1 = 3$ in its output layer: 9.
# - A colour photo of 64 x 64 pixels with 3 channels has $64 \cdot 64 \cdot 3 = 12{,}288$ inputs. One neuron on it has 12,289 parameters,
#   and a layer of three neurons 36,867.
# - A network n-3-2-1 has $(3n + 3) + (6 + 2) + (2 + 1) = 3n + 14$ parameters.

# %% nbgrader={"grade": false, "grade_id": "count_parameters_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def count_parameters(layer_dims):
    """Return how many parameters a fully connected network has.

    layer_dims: a list of layer sizes [n_0, n_1, ..., n_L], n_0 being the number of inputs. It is not changed.
    Returns one whole number.
    """
    ### BEGIN SOLUTION
    edges = sum(before * after for before, after in zip(layer_dims[:-1], layer_dims[1:]))
    return edges + sum(layer_dims[1:])
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "count_parameters", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
layers = [5, 3, 2, 1]
with Checks("count_parameters", globals()) as check:
    check("count_parameters([2, 2, 1])", 9, "6 in the hidden layer, 3 in the output layer")
    check("count_parameters([64 * 64 * 3, 1])", 12289, "one neuron on a small photo")
    check("count_parameters([64 * 64 * 3, 3])", 36867, "three neurons are three times as many")
    check("count_parameters(layers)", 29, "3n + 14 with n = 5")
    check("count_parameters([2, 5, 3, 4])", 49, "widths in any order: 15 + 18 + 16")
    check.that("isinstance(count_parameters(layers), (int, np.integer))", "a count is a whole number")
    check.unchanged("count_parameters(layers)", "layers")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_edges", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: it draws a network 4-3-2-1. How many lines and how many dark circles will you see, and what do they add up
# to?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# 12 + 6 + 2 = 20 lines and 3 + 2 + 1 = 6 dark circles: 26 parameters, which is 3n + 14 for n = 4.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_edges", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_edges = ...  # lines and dark circles together

# %% tags=["study", "covers:counting-parameters"] nbgrader={"grade": false, "grade_id": "study_edges", "locked": true, "schema_version": 3, "solution": false, "task": false}
widths = [4, 3, 2, 1]
places = [[(layer, i - (width - 1) / 2) for i in range(width)] for layer, width in enumerate(widths)]
figure, ax = plt.subplots(figsize=(6.5, 3.6), layout="constrained")
for left, right in zip(places, places[1:]):
    for start in left:
        for end in right:
            ax.plot([start[0], end[0]], [start[1], end[1]], color="#7F7F7F", linewidth=1, zorder=1)
for layer, column in enumerate(places):
    colour = "white" if layer == 0 else "#0072B2"
    ax.scatter(*zip(*column), s=320, color=colour, edgecolors="black", zorder=2)
ax.set_xticks(range(4), ["input", "hidden 1", "hidden 2", "output"])
ax.set_yticks([])
ax.margins(0.1)
ax.set_xlabel("layer (its width: 4, 3, 2, 1)")
ax.set_ylabel("neurons of the layer")
ax.set_title("A line is a weight, a dark circle has a bias")
plt.show()
print("parameters of 4-3-2-1:", count_parameters(widths))
beside("edges", guess_edges, count_parameters(widths), "parameters")

# %% [markdown]
# Why look: the formula counts something you can point at. Compare with your prediction. Inputs are white: they hold data, and learn nothing.
#
# ## 10. An image is a long column
#
# A colour image has height x width pixels with three numbers each: red, green and blue. A network of this kind wants one column, so the image is **flattened**, and can be put back.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_image", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: an image of 8 x 8 pixels and one of 64 x 64 go into networks with 100 hidden units and 10 outputs. How many times as many parameters has the second network? And which share of them stands in its first layer: about half, nine tenths, or more than 99%?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# 64 times as many inputs, and nearly 61 times as many parameters: 1,229,910 against 20,310. More than 99.9% of them stand in the first layer.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_image", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_image = ...  # how many times as many parameters the second network has

# %% tags=["study", "covers:image-flattened-and-back", "covers:parameters-grow-with-input", "covers:first-layer-holds-most"] nbgrader={"grade": false, "grade_id": "study_image", "locked": true, "schema_version": 3, "solution": false, "task": false}
row, column = np.mgrid[0:16, 0:16]
image = np.zeros((16, 16, 3))
image[..., 2] = 0.9 - 0.04 * row  # blue sky, darker below
image[(row - 5) ** 2 + (column - 10) ** 2 < 12] = (1.0, 0.8, 0.1)  # a sun
image[row > 11] = (0.1, 0.5, 0.2)  # a meadow
flattened = image.reshape(-1, 1)
back = flattened.reshape(16, 16, 3)
print("image", image.shape, "-> column", flattened.shape, "-> image again, the same:", np.array_equal(image, back))
figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
left.imshow(back)
left.set_xlabel("pixel column")
left.set_ylabel("pixel row")
left.set_title("There and back")
sides = (8, 16, 32, 64)
first = [100 * side * side * 3 + 100 for side in sides]
every = [count_parameters([side * side * 3, 100, 10]) for side in sides]
plots.curves({"all layers": (sides, every), "first layer": (sides, first)}, "side of the image (pixels)", "parameters", "100 hidden units, 10 outputs", ax=right)
plt.show()
for side, many, one in zip(sides, every, first):
    print(f"{side:2} x {side:2}: {many:9,} parameters, {100 * one / many:.2f}% of them in the first layer")
beside("image", guess_image, every[-1] / every[0], "times")

# %% [markdown] tags=["covers:why-convolution"]
# Why look: the two curves are nearly one. Twice the side, four times the inputs and nearly four times the parameters. Worse, a cat in the left corner and one in the right corner have no weight in common. That is why **convolution** was invented: a
# small patch of weights that is used at every place of the image. This course does not build it.

# %% [markdown]
# ## What you have learnt
#
# - A neuron is a weighted sum and an activation; with a sigmoid it *is* logistic regression, and draws one straight line.
# - Without an activation in between, two layers are no better than one.
# - Independent labels take one sigmoid each; exclusive classes share one softmax.
# - Parameters are the edges of the network plus its neurons after the input layer.
# - A formula that is right on paper can be `nan` in a computer: look at which numbers become large.
# - The slope decides how fast a neuron learns; at a kink any slope between the two sides will do.
#
# Keep the figure of the four activations. Next comes `why_backward`, a short one without exercises: how a slope travels through a chain of steps.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
