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
# # Sick runs: name the disease
#
# **Time**: about 30 minutes. **Before it**: `regularization`. **After it**: `choosing_a_network`. Nothing here is graded.
#
# Training seldom fails with an error message. It fails with a curve. In this notebook you throw one switch at a time in a network that is healthy, learn what each disease looks like, and tell
# apart those that look the same. At the end you check the gradients of a deep network with everything in it.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.guesses import said, said_all
from lesson.network import Network

# %% nbgrader={"grade": false, "grade_id": "ward", "locked": true, "schema_version": 3, "solution": false, "task": false}
X, Y = data.circles()
NEW = data.circles(seed=1)  # further rings, to look at and never to learn from
WORDS = ("rate too small", "rate too large", "start of zeros", "saturated start", "labels of other examples", "learnt by heart")


def fresh(seed=0, **options):
    """The healthy network: two inputs, eight tanh units, one output."""
    return Network((2, 8, 1), seed=seed, **options)


def run(disease, seed=0):
    """Train with one switch thrown, and return what was recorded."""
    healthy = {"epochs": 600, "rate": 0.5, "watch": NEW}
    if disease == "rate too small":
        return fresh(seed).fit(X, Y, **{**healthy, "rate": 0.0005}).record
    if disease == "rate too large":
        return fresh(seed).fit(X, Y, **{**healthy, "rate": 60.0}).record
    if disease == "start of zeros":
        return fresh(seed, spread=0.0).fit(X, Y, **healthy).record
    if disease == "saturated start":
        return fresh(seed, spread=60.0).fit(X, Y, **healthy).record
    if disease == "labels of other examples":
        return fresh(seed).fit(X[:, np.random.default_rng(seed).permutation(300)], Y, **healthy).record
    if disease == "learnt by heart":
        few, noisy = data.circles(24, noise=0.35, seed=seed + 5), data.circles(300, noise=0.35, seed=77)
        return Network((2, 50, 1), seed=seed).fit(*few, epochs=600, rate=0.02, adam=True, watch=noisy).record
    return fresh(seed).fit(X, Y, **healthy).record

# %% [markdown] tags=["covers:debugging-six-runs"]
# ## 1. Six patients
#
# The healthy network starts near ln 2 = 0.693 and is below 0.1 after 600 epochs. Each patient has one of the six diseases in `WORDS`. Before you see a curve:

# %% nbgrader={"grade": false, "grade_id": "guess_flat", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_flat = ...  # how many of the six will still stand between 0.6 and 0.75 at the end?

# %% tags=["study", "covers:debugging-switches"] nbgrader={"grade": false, "grade_id": "study_patients", "locked": true, "schema_version": 3, "solution": false, "task": false}
CHARTS = dict(zip("ABCDEF", ("start of zeros", "learnt by heart", "rate too large", "labels of other examples", "saturated start", "rate too small")))
records = {letter: run(disease) for letter, disease in CHARTS.items()}
figure, axes = plt.subplots(2, 3, figsize=(12, 6), layout="constrained")
for ax, (letter, record) in zip(axes.flat, records.items()):
    plots.learning_curves({name: record[name] for name in ("training cost", "validation cost")}, log=max(record["training cost"]) > 2, xlabel="epoch", title=f"Patient {letter}", ax=ax)
    if max(record["training cost"]) < 1 and max(record["validation cost"]) < 1:
        ax.set_ylim(0.6, 0.75)
        ax.set_ylabel("cost (cut: 0.6 to 0.75)")
plt.show()
said(guess_flat, sum(0.6 < record["training cost"][-1] < 0.75 for record in records.values()), "near ln 2 at the end")

# %% [markdown]
# Look at the scale of each panel before its shape: two are logarithmic, three are cut. Then write your diagnoses, one word from `WORDS` each. (The answer stands in the cell above, in `CHARTS`: it is your own mind that you
# would cheat.)

# %% nbgrader={"grade": false, "grade_id": "my_diagnoses", "locked": false, "schema_version": 3, "solution": false, "task": false}
my_diagnoses = {"A": ..., "B": ..., "C": ..., "D": ..., "E": ..., "F": ...}

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_diagnoses", "locked": true, "schema_version": 3, "solution": false, "task": false}
said_all(my_diagnoses, CHARTS)

# %% [markdown] tags=["covers:debugging-table", "covers:debugging-plateau", "covers:debugging-slow"]
# ## 2. The table
#
# | what you see | what it may be | how to make sure |
# |---|---|---|
# | exactly 0.6931, and nothing moves | a start of zeros | are the rows of W1 equal? |
# | about 0.69, a slow fall | rate too small; features far from 0 | ten times the rate; standardize |
# | about 0.69, it jitters or falls a little and stops | labels of other examples; no signal in the features | look at ten examples by eye |
# | starts very high, falls, stays on a **plateau at a high value** | start too large, units saturated; rate too small for the way back | how many tanh answers are above 0.99 in size? |
# | jumps up and down, or nan | rate too large | a tenth of the rate |
# | rises from the first step | the update goes uphill | the sign in the update |
# | training falls, validation rises | learnt by heart | fewer units, L2, dropout, more data, an earlier stop |
# | falls, but **very slowly** | batch of everything, no Adam, network larger than needed | mini-batches, Adam, a smaller network first |

# %% [markdown] tags=["covers:ln2-causes"]
# ## 3. Four ways to 0.693
#
# Zeros, a tiny rate, wrong labels and data far away all stand at 0.69. Three quick measurements tell them apart: the size of the first slope, how alike the hidden units are, and what a rate a hundred times as large does in 200 epochs.

# %% nbgrader={"grade": false, "grade_id": "guess_ln2", "locked": false, "schema_version": 3, "solution": false, "task": false}
# which of "zeros", "tiny rate", "wrong labels", "far away" is cured by a hundred times
# the rate?
guess_ln2 = ...

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_ln2", "locked": true, "schema_version": 3, "solution": false, "task": false}
mixed, far = X[:, np.random.default_rng(0).permutation(300)], X + 20.0
cases = {"zeros": (0.0, X, 0.5), "tiny rate": (1.0, X, 0.005), "wrong labels": (1.0, mixed, 0.5), "far away": (1.0, far, 0.5)}
print(f"{'':14}{'first slope':>12}{'units alike':>12}{'cost':>8}{'cost, 100 x rate':>18}")
cured = []
for name, (spread, inputs, rate) in cases.items():
    net = fresh(spread=spread)
    slope = max(np.abs(one).max() for one in net.slopes(inputs, Y))
    alike = np.ptp(net.layers(inputs)[1], axis=0).max() < 1e-6
    usual, hundred = (fresh(spread=spread).fit(inputs, Y, epochs=200, rate=r).record["training cost"][-1] for r in (rate, 100 * rate))
    cured += [name] if hundred < 0.65 else []
    print(f"{name:14}{slope:12.4f}{alike!s:>12}{usual:8.3f}{hundred:18.3f}")
said(guess_ln2, " and ".join(cured), "cured by a hundred times the rate")

# %% [markdown]
# Look along each row: no single column tells all four apart, and three together do. That is how to debug: not by trying cures, but by measuring what only one of the diseases can explain.

# %% nbgrader={"grade": false, "grade_id": "try_cure", "locked": false, "schema_version": 3, "solution": false, "task": false}
# Your own ward: throw two switches at once, and see which of the two diseases hides the other.
both = fresh(spread=60.0).fit(X, Y, epochs=600, rate=0.0005, watch=NEW)
print("cost at the start and at the end:", both.record["training cost"][0], both.record["training cost"][-1])

# %% [markdown] tags=["covers:dropout-mean"]
# ## 4. What a mask does, on average
#
# Dropout with `keep_prob` 0.8 lets four of five answers through, divided by 0.8. One mask is a different network; what about many? Here is a layer of 24 units that all answer 1, for 40 examples.

# %% nbgrader={"grade": false, "grade_id": "guess_mask", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_mask = ...  # the average answer of one unit over 2,000 masks

# %% tags=["study", "covers:dropout-mean"] nbgrader={"grade": false, "grade_id": "study_mask", "locked": true, "schema_version": 3, "solution": false, "task": false}
rng = np.random.default_rng(3)
thinned = (rng.random((24, 40)) < 0.8) / 0.8
averages = np.cumsum((rng.random((5, 2000)) < 0.8) / 0.8, axis=1) / np.arange(1, 2001)
figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
figure.colorbar(left.imshow(thinned, cmap="viridis", aspect="auto"), ax=left, label="output")
left.set(xlabel="example", ylabel="unit", title="One layer after dropout")
plots.curves({f"unit {i + 1}": (np.arange(1, 2001), averages[i]) for i in range(5)}, "number of masks", "average output", "Five units", ax=right)
right.set_xscale("log")
plt.show()
said(guess_mask, round(float(averages[0, -1]), 3), "average of unit 1")

# %% [markdown]
# Look left for stripes: a column of one colour would mean that an example lost all its units together, a row that a unit was off for the whole batch. Look right to see what the division is for: all averages close in on 1, so that
# a prediction may use the whole network as it is.

# %% [markdown] tags=["covers:gradient-check-flatten"]
# ## 5. Check a deep network's gradients, with everything in it
#
# `check_and_init` checked one tensor at a time. A deep network has many, so write all of them into **one long vector** $\theta$, nudge its entries one by one, and compare the two vectors of slopes:
#
# $$\text{error} = \frac{\lVert g - \hat g \rVert}{\lVert g \rVert + \lVert \hat g \rVert} \qquad \hat g_k = \frac{J(\theta + \varepsilon e_k) - J(\theta - \varepsilon e_k)}{2 \varepsilon}$$
#
# Here the network has ReLU units, an L2 penalty and dropout. Dropout draws a mask; the cost is a different function for each mask. So the mask is **frozen**: drawn once, used in every evaluation.

# %% nbgrader={"grade": false, "grade_id": "guess_check", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_check = {"all in order": ..., "new masks each time": ..., "L2 forgotten in the slopes": ...}  # "small" (below 1e-6) or "large"?

# %% tags=["study", "covers:gradient-check-relu", "covers:gradient-check-l2", "covers:gradient-check-mask"] nbgrader={"grade": false, "grade_id": "study_check", "locked": true, "schema_version": 3, "solution": false, "task": false}
deep = Network((2, 6, 5, 1), bend="relu", seed=2, shift=0.1)
few_X, few_Y = X[:, :20], Y[:, :20]
theta = np.concatenate([one.ravel() for one in deep.parameters])


def masks(rng):
    """A mask a hidden layer, which keeps 80% and makes up for the rest."""
    return [(rng.random((n, 20)) < 0.8) / 0.8 for n in (6, 5)]


def cost_at(values, drawn):
    """The cost with these values written into the parameters, one after the other."""
    for one, part in zip(deep.parameters, np.split(values, np.cumsum([p.size for p in deep.parameters])[:-1])):
        one[...] = part.reshape(one.shape)
    return deep.cost(few_X, few_Y, l2=0.7, masks=drawn)


def error(drawn_again, l2):
    """How far the chain rule's vector is from the nudged one."""
    frozen, rng, epsilon = masks(np.random.default_rng(1)), np.random.default_rng(5), 1e-6
    chain = np.concatenate([one.ravel() for one in deep.slopes(few_X, few_Y, l2=l2, masks=frozen)])
    nudged = np.zeros_like(theta)
    for k in range(theta.size):
        step = epsilon * (np.arange(theta.size) == k)
        ups, downs = (masks(rng), masks(rng)) if drawn_again else (frozen, frozen)
        nudged[k] = (cost_at(theta + step, ups) - cost_at(theta - step, downs)) / (2 * epsilon)
    cost_at(theta, frozen)  # as it was
    return np.linalg.norm(chain - nudged) / (np.linalg.norm(chain) + np.linalg.norm(nudged))


print(theta.size, "parameters in one vector")
for name, (again, l2) in {"all in order": (False, 0.7), "new masks each time": (True, 0.7), "L2 forgotten in the slopes": (False, 0.0)}.items():
    size = error(again, l2)
    print(f"{size:9.1e}  ", end="")
    said(guess_check[name], "small" if size < 1e-6 else "large", name)

# %% [markdown]
# Look at the second line: nothing is wrong with that gradient. The check is, because it compared slopes of two different functions. ReLU's kink is a smaller trap of the same kind: where a sum lies within the nudge of 0, the two sides have
# different slopes. If one entry of hundreds is off, nudge it less before you doubt your formula.

# %% [markdown] tags=["covers:debugging-table"]
# ## 6. The table, second half
#
# | what you see | what to look at first |
# |---|---|
# | training and validation both poor | underfitting: larger network, longer training, *less* regularization |
# | validation better than training | dropout on while the training cost is measured; an easier validation set |
# | validation as good as training although the network overfits | the same examples on both sides of the split |
# | two predictions for one example differ | dropout is on at prediction time |
# | gradient check fails only with dropout | the mask was drawn again for the second cost |
# | gradient check fails only with $\lambda > 0$ | cost and gradient disagree on the penalty: a factor 2, or $m$ |
# | the best network is no better than the last | the "best" parameters are the very arrays that training goes on changing |

# %% nbgrader={"grade": false, "grade_id": "guess_last", "locked": false, "schema_version": 3, "solution": false, "task": false}
# a network keeps dropout on when it predicts: does its accuracy on the training points
# come out "too low", "right" or "too high"?
guess_last = ...

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_last", "locked": true, "schema_version": 3, "solution": false, "task": false}
wide = Network((2, 30, 1), seed=0).fit(X, Y, epochs=600, rate=0.5)
rng = np.random.default_rng(0)
whole = wide.accuracy(X, Y)
thin = float(np.mean([100 * np.mean((wide.layers(X, masks=[(rng.random((30, 300)) < 0.5) / 0.5])[-1] > 0.5) == (Y > 0.5)) for _ in range(20)]))
print(f"accuracy without dropout {whole:.1f}%, with half of the units off at random {thin:.1f}%")
said(guess_last, "too low" if thin < whole - 0.5 else "right")

# %% [markdown]
# Look at the difference: it is a fault of the measurement, not of the network.
#
# ## What you have learnt
#
# - A curve has a scale before it has a shape; ln 2 is a place where many diseases meet.
# - Measure what only one of the causes can explain, then mend one thing.
# - A gradient check wants one function: freeze what is random, and include every term of the cost.
#
# Next: `choosing_a_network`, where nothing is sick and much has to be decided.
