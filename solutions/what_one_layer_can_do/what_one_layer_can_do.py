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
# # What one hidden layer can do
#
# **Time**: about 20 minutes. **Before it**: `one_hidden_layer`. **After it**: `check_and_init`. Nothing here is graded.
#
# Only three things are yours to choose: how long to train, how many hidden units, and the learning rate. See what each of them does on the moons. Before each figure, commit yourself to a guess in a cell that
# begins with `guess_`: a wrong guess teaches more than none.
#
# `Network` is what you have built, in one object. It starts with larger weights than yours, and so needs fewer iterations. Every figure shows the points that it was trained on; new points come later in the course.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.guesses import said
from lesson.network import Network

X_moons, Y_moons = data.moons()


def started(n_h, seed=0):
    """A network with one hidden layer of n_h tanh units, before its first step."""
    return Network((2, n_h, 1), seed=seed, spread=0.3)


def accuracy(net):
    """Percent of the moons that are right after the last step."""
    return net.record["training accuracy"][-1]

# %% [markdown] tags=["covers:iterations-study"]
# ## 1. How long?
#
# Four hidden units, a learning rate of 1.2. A straight line gets 84% of the moons.

# %% nbgrader={"grade": false, "grade_id": "guess_iterations", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_iterations = ...  # percent right after 500 iterations

# %% tags=["study", "covers:iterations-study", "covers:learning-curve"] nbgrader={"grade": false, "grade_id": "study_iterations", "locked": true, "schema_version": 3, "solution": false, "task": false}
four = started(4)
figure, panels = plt.subplots(1, 4, figsize=(14, 3.6), layout="constrained")
done = 0
for ax, many in zip(panels, (100, 500, 3000)):
    four.fit(X_moons, Y_moons, epochs=many - done, rate=1.2)
    done = many
    plots.decision_boundary(four.answer, X_moons, Y_moons, f"{many} iterations: {accuracy(four):.2f}%", ax=ax, legend=False)
    if many == 500:
        said(guess_iterations, accuracy(four), "percent right after 500 iterations")
plots.learning_curves({"cost": four.record["training cost"]}, title="The cost meanwhile", ax=panels[3])
plt.show()

# %% [markdown]
# Look at when the border begins to bend, and find that moment on the curve. A flat stretch is not always the end: the network first finds what a straight line can do, and lingers there before it finds the bend. How long would
# you have waited?
#
# ## 2. What it costs
#
# Logistic regression learns 2 weights and a bias: 3 numbers.

# %% nbgrader={"grade": false, "grade_id": "guess_complexity", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_complexity = ...  # how many numbers does the network with four hidden units learn?

# %% tags=["study", "covers:complexity-of-both"] nbgrader={"grade": false, "grade_id": "study_complexity", "locked": true, "schema_version": 3, "solution": false, "task": false}
sizes = {"logistic": 3.0} | {f"n_h = {n}": float(sum(p.size for p in started(n).parameters)) for n in (1, 2, 4, 10, 50)}
plots.bars(sizes, "numbers to learn", "What each model has to learn on the moons")
plt.show()
said(guess_complexity, int(sizes["n_h = 4"]), "numbers, with four hidden units")

# %% [markdown]
# Look at how the price grows: $n_h (n_x + 1) + n_y (n_h + 1)$ numbers, which for two features and one output is $4 n_h + 1$. Did you remember the biases? Whether more numbers buy more accuracy is the next question.
#
# ## 3. How many units?

# %% nbgrader={"grade": false, "grade_id": "guess_hidden_sizes", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_hidden_sizes = ...  # of 1, 2, 3, 4 and 50: the smallest hidden layer that gets above 95%

# %% tags=["study", "covers:hidden-size-study"] nbgrader={"grade": false, "grade_id": "study_hidden_sizes", "locked": true, "schema_version": 3, "solution": false, "task": false}
nets = {n: four if n == 4 else started(n).fit(X_moons, Y_moons, epochs=3000, rate=1.2) for n in (1, 2, 3, 4, 50)}
plots.boundaries([(net.answer, f"n_h = {n}: {accuracy(net):.2f}%") for n, net in nets.items()], X_moons, Y_moons, columns=5)
plt.show()
said(guess_hidden_sizes, min(n for n, net in nets.items() if accuracy(net) > 95), "hidden units")

# %% [markdown]
# Look at how the border hardly bends with one or two units, and bends twice with three. From there on, more units change its details and hardly its worth. (On new points, details cost: `choosing_a_network`.)
#
# ## 4. Which learning rate?
#
# Seven rates, from 0.0001 to 10. Many a textbook calls 0.01 a balanced choice, and 10 unstable.

# %% nbgrader={"grade": false, "grade_id": "guess_learning_rates", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_learning_rates = {0.01: ..., 10: ...}  # percent right after 3,000 iterations, at each of the two

# %% tags=["study", "covers:learning-rate-study"] nbgrader={"grade": false, "grade_id": "study_learning_rates", "locked": true, "schema_version": 3, "solution": false, "task": false}
rates = (0.0001, 0.01, 0.1, 0.5, 1.2, 3, 10)
runs = {rate: four if rate == 1.2 else started(4).fit(X_moons, Y_moons, epochs=3000, rate=rate) for rate in rates}
figure, (left, right) = plt.subplots(1, 2, figsize=(12, 4.2), layout="constrained")
plots.learning_curves({f"{rate:g}": net.record["training cost"] for rate, net in runs.items()}, log=True, title="Cost at seven learning rates", ax=left)
plots.bars({f"{rate:g}": accuracy(net) for rate, net in runs.items()}, "accuracy on the moons (%)", "After 3,000 iterations", xlabel="learning rate", ax=right)
plt.show()
for rate, guess in guess_learning_rates.items():
    said(guess, accuracy(runs[rate]), f"percent right at {rate:g}")

# %% [markdown]
# Is 0.01 balanced here? Is 10 unstable? It jumps, and arrives all the same (from this start; from another it ends near 80%). A learning rate is good or bad for *these* data, *this* network and *this* number of iterations: it is found by trying.
#
# ## 5. Four lines make a curve
#
# Each hidden unit answers 0 along a straight line; the output unit weighs the four against each other.

# %% nbgrader={"grade": false, "grade_id": "guess_units", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_units = ...  # percent that the best of the four lines gets right alone

# %% tags=["study", "covers:units-as-lines"] nbgrader={"grade": false, "grade_id": "study_units", "locked": true, "schema_version": 3, "solution": false, "task": false}
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 4.2), layout="constrained")
plots.points(X_moons, Y_moons, "Where each hidden unit answers 0", ax=left, legend=False)
low, high = X_moons.min(axis=1) - 0.3, X_moons.max(axis=1) + 0.3
alone = []
for unit, (w, b) in enumerate(zip(four.weights[0], four.biases[0][:, 0])):
    ends = np.array([-10.0, 10.0])
    along = np.array([[-w[1]], [w[0]]]) / np.hypot(*w) * ends - (b * w / (w @ w))[:, None]  # the points with w . x + b = 0
    left.plot(*along, color=plots.COLOURS[2 + unit], linestyle=plots.STYLES[unit], label=f"unit {unit + 1}")
    share = 100 * np.mean((w @ X_moons + b > 0) == (Y_moons[0] > 0.5))
    alone.append(float(max(share, 100 - share)))
left.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]))
left.legend(loc="upper center", bbox_to_anchor=(0.5, -0.15), ncols=4)
plots.decision_boundary(four.answer, X_moons, Y_moons, f"All four together: {accuracy(four):.2f}%", ax=right, legend=False)
plt.show()
said(guess_units, max(alone), "percent right, the best line alone")

# %% [markdown]
# Look for the stretch of the border that each unit takes care of. Simple parts, and a gradient that tells each of them what to become.
#
# ## What you have learnt
#
# - Training may stand still for a long while, and go on.
# - On the moons three units are enough; with two the border cannot bend twice.
# - No learning rate is right or wrong by itself.
