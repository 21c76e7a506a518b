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

# %% [markdown] tags=["covers:examples-are-columns"]
# # Warm-up: arrays, and how your work is checked
#
# **Time**: about 60 minutes. **Before it**: Python, and a little NumPy. **After it**: `neuron_activations`.
#
# No points here: a tour of how your work is checked, and five small habits with NumPy arrays. At the end a dataset is ready for a network.
#
# Throughout the course one **column** is one example and one **row** is one feature: `X` has shape (n_x, m), for n_x features and
# m examples.

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

recall.ask("warmup")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("warmup", [..., ..., ...])

# %% [markdown] tags=["covers:how-checking-works"]
# ## 1. A tour: not started, failed, passed
#
# An exercise is a cell for your code, and below it a locked cell with **visible checks**. Try it: `double` should return twice its argument, and
# does not. Run the next two cells, read the line that failed, mend `double`, and run both again.

# %% nbgrader={"grade": false, "grade_id": "try_double", "locked": false, "schema_version": 3, "solution": false, "task": false}
def double(x):
    return x + 2

# %% tags=["study", "covers:how-checking-works"] nbgrader={"grade": false, "grade_id": "study_tour", "locked": true, "schema_version": 3, "solution": false, "task": false}
def blank(x):
    raise NotImplementedError()


for name in ["blank", "double"]:
    try:
        with Checks(name, globals()) as check:
            check(f"{name}(2.0)", 4.0, "twice 2 is 4")
            check(f"{name}(5.0)", 10.0, "twice 5 is 10")
    except AssertionError as problem:
        print("the cell stops here and says:", problem, "\n")

# %% [markdown]
# Three outcomes: `blank` was **not started**, `double` **failed**, and now it **passed**. In an exercise, replace both lines of the stub: the comment `YOUR CODE HERE`, and the `raise`.
#
# $2 + 2$ happens to be $2 \cdot 2$: one check alone would not have noticed. So **hidden tests** run when your notebook is graded, with
# other shapes and numbers: write what the formula says, not what the visible numbers need. You get back their titles ("Doubling works for negative numbers: failed"),
# and sometimes a **hint**: a question about the likely cause. You may ask for one at once, in a cell of your own: `check.hint("as_row")` gives a place to look; asked again, a question;
# then a number worked out on paper. It costs nothing. (Delete that cell before you hand in.)
#
# Any style is right. Two habits are checked everywhere: **return** the answer (printing it hands back `None`), and **leave the arguments alone** (section 5).

# %% nbgrader={"grade": false, "grade_id": "tiny_set", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_tiny, Y_tiny = data.tiny()
X_tiny

# %% [markdown] tags=["covers:shapes-of-labels"]
# ## 2. Shapes: labels in a row
#
# Files often hold m labels as a flat array of shape (m,), or as a column of shape (m, 1). Here labels stand
# in one row of shape (1, m), as floats. A flat array is *not* a row: it has only one axis. Tools: `reshape` and `astype`.
#
# | argument | shape | result | shape |
# |---|---|---|---|
# | `y` | (m,) or (m, 1) | the same labels in the same order | (1, m) |
#
# On paper: the labels of the three-example dataset, `[1, 0, 0]` of shape (3,), become `[[1., 0., 0.]]` of shape (1, 3). Count the brackets.

# %% nbgrader={"grade": false, "grade_id": "as_row_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def as_row(y):
    """Return the labels as one row of floats.

    y: m labels, whole numbers or floats, shape (m,) or (m, 1). It is not changed.
    Returns a float array of shape (1, m).
    """
    ### BEGIN SOLUTION
    return y.reshape(1, -1).astype(float)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "as_row", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
flat = np.array([1, 0, 0])
column = np.array([[1.0], [0.0], [0.0], [1.0]])
with Checks("as_row", globals()) as check:
    check("as_row(flat)", np.array([[1.0, 0.0, 0.0]]), "one row, two pairs of brackets")
    check("as_row(column)", np.array([[1.0, 0.0, 0.0, 1.0]]), "a column becomes a row")
    check("as_row(np.array([2, 0, 3]))", np.array([[2.0, 0.0, 3.0]]), "there may be more than two classes")
    check.that("as_row(flat).dtype == float", "floats, also when the labels were whole numbers")
    check.unchanged("as_row(flat)", "flat")

# %% [markdown] tags=["covers:keepdims"]
# ## 3. `keepdims`: one mean for each feature
#
# The mean of feature $i$ over the m examples is
#
# $$\mu_i = \frac{1}{m} \sum_{j=1}^{m} x_{ij}$$
#
# $X$ has shape (n_x, m); $\mu$ has one number for each row. `np.mean` takes an argument `axis`: the axis that is *summed away*. What is left is
# flat, of shape (n_x,), unless `keepdims=True` keeps the summed axis with length 1. Then the result is a column of shape (n_x, 1), which
# still lines up with the rows of $X$.
#
# On paper: the first feature of the three examples is 1, 0.5, -0.5, with mean 1/3. The second is 0.3, 1, -0.1, with mean 0.4.

# %% nbgrader={"grade": false, "grade_id": "feature_means_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def feature_means(X):
    """Return the mean of each feature over all examples.

    X: shape (n_x, m), one example a column. It is not changed.
    Returns a float array of shape (n_x, 1).
    """
    ### BEGIN SOLUTION
    return np.mean(X, axis=1, keepdims=True)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "feature_means", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
with Checks("feature_means", globals()) as check:
    check("feature_means(X_tiny)", np.array([[1 / 3], [0.4]]), "one mean for each feature, in a column")
    check.shape("feature_means(np.ones((4, 7)))", (4, 1), "four features, seven examples: four means")
    check.unchanged("feature_means(X_tiny)", "X_tiny")

# %% [markdown] tags=["covers:broadcasting"]
# ## 4. Broadcasting: a bias for each neuron
#
# A layer with n neurons has one bias for each of them, and adds it for every example:
#
# $$z_{ij} \leftarrow z_{ij} + b_i \qquad Z: (n, m) \qquad b: (n, 1)$$
#
# NumPy adds arrays of different shapes by **broadcasting**: it lines the shapes up *from the right*, and an axis of length 1 (or a missing axis
# on the left) is repeated as often as needed.
#
# | $Z$ | $b$ | what happens |
# |---|---|---|
# | (2, 3) | (2, 1) | the column is repeated along the row: one bias for each neuron, as it should be |
# | (2, 3) | (2,) | 3 and 2 do not match: an error, and you notice |
# | (3, 3) | (3,) | it fits, the wrong way round: no error, and you do not notice |

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_broadcast", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: `Z` holds zeros, shape (3, 3), and the biases are 0, 1 and 2. Sketch the sum for `b` of
# shape (3, 1) and for `b` of shape (3,). Which of the two has equal numbers in each row?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# The column, (3, 1), gives each row its own number. The flat array is lined up with the columns, so each column has its own
# number: the sum is transposed.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_broadcast", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_broadcast = ...  # "column" or "flat"

# %% tags=["study", "covers:broadcasting"] nbgrader={"grade": false, "grade_id": "study_broadcast", "locked": true, "schema_version": 3, "solution": false, "task": false}
Z_square = np.zeros((3, 3))
b_flat = np.array([0.0, 1.0, 2.0])
figure, panels = plt.subplots(1, 2, figsize=(8, 3.8), layout="constrained")
for ax, b, title in zip(panels, [b_flat.reshape(3, 1), b_flat], ["b of shape (3, 1)", "b of shape (3,)"]):
    total = Z_square + b
    ax.imshow(total, cmap="Blues", vmin=0, vmax=4)
    for (i, j), value in np.ndenumerate(total):
        ax.text(j, i, f"{value:g}", ha="center", va="center", fontsize=14)
    ax.set_xticks(range(3))
    ax.set_yticks(range(3))
    ax.set_xlabel("column (example)")
    ax.set_ylabel("row (neuron)")
    ax.set_title(title)
plt.show()
beside("broadcast", guess_broadcast, "column" if np.ptp((Z_square + b_flat.reshape(3, 1))[0]) == 0 else "flat")

# %% [markdown]
# Why look: both sums ran without an error, and only one is right. Compare with your prediction. This is the most common silent mistake
# in this course, so the next function must do the right thing for both shapes of $b$.
#
# On paper: for $Z = [[1, 2, 3], [4, 5, 6]]$ and $b = (10, 20)$, the sum is $[[11, 12, 13], [24, 25, 26]]$.

# %% nbgrader={"grade": false, "grade_id": "add_bias_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def add_bias(Z, b):
    """Return Z with one bias added to each row.

    Z: shape (n, m), one row for each neuron. b: n biases, shape (n, 1) or (n,). Neither is changed.
    Returns a float array of shape (n, m).
    """
    ### BEGIN SOLUTION
    return Z + b.reshape(-1, 1)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "add_bias", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
Z_paper = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
b_column = np.array([[10.0], [20.0]])
b_short = np.array([10.0, 20.0])
sum_on_paper = np.array([[11.0, 12.0, 13.0], [24.0, 25.0, 26.0]])
Z_square_paper = np.array([[1.0, 2.0], [3.0, 4.0]])
with Checks("add_bias", globals()) as check:
    check("add_bias(Z_paper, b_column)", sum_on_paper, "10 for row 0, 20 for row 1")
    check("add_bias(Z_paper, b_short)", sum_on_paper, "the same biases in a flat array")
    check("add_bias(Z_square_paper, b_short)", np.array([[11.0, 12.0], [23.0, 24.0]]), "even where the wrong way fits")
    check.unchanged("add_bias(Z_paper, b_column)", "Z_paper", "b_column")
    check.unchanged("add_bias(Z_paper, b_short)", "Z_paper", "b_short")

# %% [markdown] tags=["covers:copies-and-views"]
# ## 5. Copies and views: leave the argument alone
#
# `B = A` does not copy an array: it gives the same array a second name. A slice such as `A[0]` or `A[:]` is a **view**: it looks at the same
# numbers. Only `A.copy()`, or an operation that computes something new such as `A + 0`, has numbers of its own. Run the next cell and see
# which of the lines changes `A`.

# %% tags=["study", "covers:copies-and-views"] nbgrader={"grade": false, "grade_id": "study_views", "locked": true, "schema_version": 3, "solution": false, "task": false}
ways = {
    "B = A": lambda A: A,
    "B = A[:]": lambda A: A[:],
    "B = A.copy()": lambda A: A.copy(),
    "B = A * 1.0": lambda A: A * 1.0,
}
for text, way in ways.items():
    A = np.array([1.0, 2.0, 3.0])
    B = way(A)
    B[0] = 99.0
    print(f"{text:14} then  B[0] = 99   ->   A is {A}")

# %% [markdown]
# Now write a function that limits every number to the interval from `low` to `high`:
#
# $$b_{ij} = \begin{cases} \text{low} & a_{ij} < \text{low} \\ \text{high} & a_{ij} > \text{high} \\ a_{ij} & \text{otherwise} \end{cases}$$
#
# $A$ and the answer have the same shape, here (n, m). The caller's $A$ must be the same afterwards as before. Tools: `np.clip`, or `np.where(condition, this, that)`.
#
# On paper: the three examples, limited to the interval from 0 to 0.8, become $[[0.8, 0.5, 0], [0.3, 0.8, 0]]$.

# %% nbgrader={"grade": false, "grade_id": "clipped_copy_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def clipped_copy(A, low, high):
    """Return a new array with every number of A limited to the interval from low to high.

    A: a float array, shape (n, m). It is not changed. low, high: two numbers, low < high.
    Returns a float array of shape (n, m).
    """
    ### BEGIN SOLUTION
    return np.clip(A, low, high)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "clipped_copy", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
with Checks("clipped_copy", globals()) as check:
    check("clipped_copy(X_tiny, 0.0, 0.8)", np.array([[0.8, 0.5, 0.0], [0.3, 0.8, 0.0]]), "limited on both sides")
    check("clipped_copy(X_tiny, -9.0, 9.0)", X_tiny, "nothing to limit, nothing changes")
    check.unchanged("clipped_copy(X_tiny, 0.0, 0.8)", "X_tiny")

# %% [markdown] tags=["covers:standardizing"]
# ## 6. All together: standardize a dataset
#
# Networks learn badly when one feature is measured in thousands and another in thousandths. So each feature is moved to mean 0 and scaled to
# standard deviation 1:
#
# $$x_{ij} \leftarrow \frac{x_{ij} - \mu_i}{\sigma_i} \qquad \sigma_i = \sqrt{\frac{1}{m} \sum_{j=1}^{m} (x_{ij} - \mu_i)^2}$$
#
# $X$ has shape (n_x, m); $\mu$ and $\sigma$ have shape (n_x, 1), so that each row gets its own. NumPy's `np.std` computes exactly this $\sigma$, and
# knows `axis` and `keepdims` too.
#
# A feature that has the same value in every example has $\sigma_i = 0$, and $0/0$ is `nan`. It carries no information: let it become 0
# everywhere (`np.where` again). `np.where` works out both of its choices before it picks, so NumPy may print a warning about
# the $0/0$ that is thrown away: the warning is harmless.
#
# On paper: a feature with the two values 1 and 3 has mean 2 and standard deviation 1, and becomes -1 and 1. So does one with 10 and 50.

# %% nbgrader={"grade": false, "grade_id": "standardize_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def standardize(X):
    """Return X with each feature moved to mean 0 and scaled to standard deviation 1.

    X: float array, shape (n_x, m), one example a column. It is not changed.
    Returns a float array of shape (n_x, m). A feature that has one and the same value in every example becomes 0.
    """
    ### BEGIN SOLUTION
    centred = X - np.mean(X, axis=1, keepdims=True)
    spread = np.std(X, axis=1, keepdims=True)
    return centred / np.where(spread == 0, 1.0, spread)
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "standardize", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
X_paper = np.array([[1.0, 3.0], [10.0, 50.0]])
X_constant = np.array([[1.0, 3.0], [7.0, 7.0]])
with Checks("standardize", globals()) as check:
    check("standardize(X_paper)", np.array([[-1.0, 1.0], [-1.0, 1.0]]), "two features, each by its own scale")
    check("standardize(X_tiny).mean(axis=1)", np.zeros(2), "every feature has mean 0")
    check("standardize(X_tiny).std(axis=1)", np.ones(2), "every feature has standard deviation 1")
    check("standardize(X_constant)", np.array([[-1.0, 1.0], [0.0, 0.0]]), "a constant feature becomes 0, never nan")
    check.unchanged("standardize(X_paper)", "X_paper")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_standardize", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: it moves and stretches a dataset, then standardizes it. What will change between the two
# pictures: the shape of the clouds, the numbers on the axes, or both? Will a point that is the highest still be the highest?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# The numbers on the axes: both features are now around 0 and mostly between -2 and 2. The order along each axis stays the same, because
# every feature is only moved and scaled by a positive number. Drawn to the same scale, the flat strip becomes two round moons.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_standardize", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_standardize = ...  # how many of the 400 points change their place in the order of the first feature

# %% tags=["study", "covers:standardizing"] nbgrader={"grade": false, "grade_id": "study_standardize", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_moons, Y_moons = data.moons()
X_raw = X_moons * np.array([[30.0], [2.0]]) + np.array([[20.0], [-5.0]])
figure, panels = plt.subplots(1, 2, figsize=(10, 4), layout="constrained")
plots.points(X_raw, Y_moons, "As measured", ax=panels[0])
plots.points(standardize(X_raw), Y_moons, "Standardized", ax=panels[1])
for ax in panels:
    ax.set_aspect("equal", adjustable="datalim")
plt.show()
moved = int(np.sum(np.argsort(X_raw[0], kind="stable") != np.argsort(standardize(X_raw)[0], kind="stable")))
beside("standardize", guess_standardize, moved, "points")

# %% [markdown]
# Why look: on the left one feature swallows the other, on the right both count. Compare with your prediction, and keep the right-hand picture: you will teach
# a network to tell these two moons apart.
#
# ## What you have learnt
#
# - One column is one example; a flat array is neither a row nor a column.
# - `axis` names the axis that is summed away; `keepdims=True` keeps it with length 1.
# - Broadcasting lines shapes up from the right, and can go wrong without an error.
# - A second name and a view share their numbers; a copy does not. Functions leave their arguments alone.
# - Visible checks show everything; hidden tests show titles and sometimes a hint, and try more than you see.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
