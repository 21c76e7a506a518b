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
# # What networks see
#
# **Time**: about 35 minutes. **Before it**: `one_hidden_layer`, `check_and_init` and `deep_network`. **After it**: `optimizers`. Nothing here is graded.
#
# You have built networks. Now look into some: what a hidden unit answers, what becomes of it when it dies, what many of them can draw together, and what
# they never learnt. Before each figure you write a guess into a cell that begins with `guess_`; the next cell puts it beside what happened.
#
# `Network` is everything that you have built so far in one object, so that no cell here is long.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.guesses import said
from lesson.network import Network

# %% [markdown] tags=["covers:why-hidden"]
# ## 1. Why "hidden"?
#
# Data say what goes in and what should come out. Nobody says what a unit in between should answer: no label exists for it, and so the layer is called **hidden**.
# A price of a house depends on its rooms, its street, its schools; a unit in between may come to mean "a family can live here", though no file has such a column.
# In our setting: the moons have two coordinates and a label. What will four hidden units make of them?

# %% nbgrader={"grade": false, "grade_id": "guess_heat", "locked": false, "schema_version": 3, "solution": false, "task": false}
# how will one tanh unit's answers lie in the plane: "spot", "ring" or "slope along
# one direction"?
guess_heat = ...

# %% tags=["study", "covers:hidden-heat-maps"] nbgrader={"grade": false, "grade_id": "study_heat", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_moons, Y_moons = data.moons()
four = Network((2, 4, 1), seed=0).fit(X_moons, Y_moons, epochs=1500, rate=1.5)
across, up = np.meshgrid(np.linspace(-1.8, 2.8, 120), np.linspace(-1.3, 1.8, 120))
plane = np.vstack([across.ravel(), up.ravel()])


def heat(values, title, ax):
    """What one unit answers everywhere in the plane, with the moons on top in grey."""
    picture = ax.pcolormesh(across, up, values.reshape(across.shape), cmap=plots.DIVERGING, vmin=-1, vmax=1, shading="auto")
    ax.scatter(*X_moons, s=3, color=plots.GREY)
    ax.set_title(title)
    return picture


figure, axes = plt.subplots(1, 5, figsize=(13, 2.9), layout="constrained", sharey=True)
for unit in range(4):
    heat(four.layers(plane)[1][unit], f"hidden unit {unit + 1}", axes[unit])
picture = heat(2 * four.answer(plane) - 1, "output (2a - 1)", axes[4])
axes[0].set_ylabel("feature $x_2$")
figure.supxlabel("feature $x_1$", fontsize=10)
figure.colorbar(picture, ax=axes.tolist(), label="what the unit answers")
plt.show()
said(guess_heat, "slope along one direction")

# %% [markdown]
# Look for the white line in each of the first four panels: there the unit answers 0, and on both sides of it less and less changes. Each unit is one soft step along one direction. The
# output adds the four steps and bends the sum: only there does a curve appear.

# %% [markdown] tags=["covers:hierarchy", "covers:house-price"]
# ## 2. Parts of parts
#
# A second hidden layer sees the first one's answers, not the plane. Will its units still be straight?

# %% nbgrader={"grade": false, "grade_id": "guess_second_layer", "locked": false, "schema_version": 3, "solution": false, "task": false}
# the border of a unit in the SECOND hidden layer: "straight" or "bent"?
guess_second_layer = ...

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_second_layer", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_rings, Y_rings = data.circles()
deep = Network((2, 6, 3, 1), seed=3).fit(X_rings, Y_rings, epochs=1000, rate=0.5)
across, up = np.meshgrid(np.linspace(-1.5, 1.5, 120), np.linspace(-1.5, 1.5, 120))
plane = np.vstack([across.ravel(), up.ravel()])
first, second, _ = deep.layers(plane)[1:]
figure, axes = plt.subplots(1, 6, figsize=(13, 2.7), layout="constrained", sharey=True)
for ax, values, title in zip(axes, [*first[:3], *second], ["layer 1, unit 1", "unit 2", "unit 3", "layer 2, unit 1", "unit 2", "unit 3"]):
    picture = ax.pcolormesh(across, up, values.reshape(across.shape), cmap=plots.DIVERGING, vmin=-1, vmax=1, shading="auto")
    ax.set_title(title)
    ax.set_aspect("equal")
axes[0].set_ylabel("feature $x_2$")
figure.supxlabel("feature $x_1$", fontsize=10)
figure.colorbar(picture, ax=axes.tolist(), label="what the unit answers")
plt.show()
said(guess_second_layer, "bent")

# %% [markdown]
# Look from the left half to the right half: layer 1 has lines, layer 2 has corners and pockets that are made of lines. That is the idea of a **hierarchy**. In networks that read photos the first
# layers answer to edges, the middle ones to parts such as an eye or a wheel, the last ones to whole things; nobody told them to.
#
# Two relatives. A **filter** of a convolutional network is a small weight image that is laid on every place of a photo in turn: the same picture as the weight images of `deep_network`, shared by all places.
# An **attention weight** of a language model is also a number that says how much one thing listens to another; but it is computed anew for each sentence, whereas a weight image stays once
# training has ended.

# %% tags=["covers:filters-and-attention"] nbgrader={"grade": false, "grade_id": "guess_shared", "locked": false, "schema_version": 3, "solution": false, "task": false}
# one 3 x 3 filter laid on every place of an 8 x 8 image has 9 weights. How many has one
# dense unit on that image?
guess_shared = ...

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_shared", "locked": true, "schema_version": 3, "solution": false, "task": false}
one_unit = Network((64, 1))
said(guess_shared, one_unit.weights[0].size, "weights of one dense unit")
print("a 3 x 3 filter answers at", 6 * 6, "places of the image with the same 9 weights")

# %% [markdown] tags=["covers:universal-approximation"]
# ## 3. How much can one hidden layer draw?
#
# With enough units in one hidden layer, a network can come as close as you like to any continuous function on a bounded piece of the input: the **universal approximation theorem** (Cybenko 1989). See it happen on a bumpy
# function of one number. The cost is half the mean squared error, and the function itself varies by about 0.4 in that measure.

# %% nbgrader={"grade": false, "grade_id": "guess_units", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_units = ...  # the smallest of 1, 2, 4, 8, 16 that brings the cost below 0.02

# %% tags=["study", "covers:universal-limits"] nbgrader={"grade": false, "grade_id": "study_universal", "locked": true, "schema_version": 3, "solution": false, "task": false}
x = np.linspace(-3, 3, 120)[None]


def bumpy(x):
    return np.sin(2 * x) + 0.5 * np.sin(5 * x) + 0.3 * x


fits = {n: Network((1, n, 1), ends="number", seed=0, spread=3.0).fit(x, bumpy(x), epochs=1500, rate=0.02, adam=True) for n in (1, 2, 4, 8, 16)}
wide = np.linspace(-5, 5, 200)[None]
figure, axes = plt.subplots(1, 5, figsize=(13, 2.9), layout="constrained", sharey=True)
for ax, (n, fit) in zip(axes, fits.items()):
    ax.axvspan(-3, 3, color="#EEEEEE")
    ax.plot(wide[0], bumpy(wide)[0], color=plots.GREY, linewidth=1, label="wanted")
    ax.plot(wide[0], fit.answer(wide)[0], color=plots.RED, label="network")
    ax.set_title(f"n_h = {n}: cost {fit.record['training cost'][-1]:.4f}")
axes[0].set_ylabel("answer")
axes[0].legend(loc="lower left", bbox_to_anchor=(0, 1.12), ncols=2)
figure.supxlabel("x (trained where it is grey)", fontsize=10)
plt.show()
said(guess_units, min(n for n, fit in fits.items() if fit.record["training cost"][-1] < 0.02), "units")

# %% [markdown]
# Look inside the grey, then outside it. Inside, more units come closer. Outside, where no example lay, the network has no idea. The theorem promises that good weights **exist**. It does not say that training finds them (with `seed=1`, sixteen units end worse than eight), how many units
# or examples that takes, or anything about new places.

# %% [markdown] tags=["covers:redundant-units"]
# ## 4. Twins and specialists
#
# Two units that answer alike on all examples (**correlation** near 1 or -1) are redundant; units that differ complement each other. Take one unit out, give the output its mean instead, and see how much of the plane changes sides.

# %% nbgrader={"grade": false, "grade_id": "guess_removed", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_removed = {4: ..., 16: ...}  # percent of the plane that changes sides, for the middle one of 4 units, and of 16

# %% tags=["study", "covers:remove-a-unit"] nbgrader={"grade": false, "grade_id": "study_removed", "locked": true, "schema_version": 3, "solution": false, "task": false}
across, up = np.meshgrid(np.linspace(-1.8, 2.8, 60), np.linspace(-1.3, 1.8, 60))
plane = np.vstack([across.ravel(), up.ravel()])


def sides_changed(net):
    """For each hidden unit: which share of the plane changes sides without it, in percent."""
    before, means, shares = net.decide(plane), net.layers(X_moons)[1].mean(axis=1), []
    for unit, weight in enumerate(net.weights[1][0].copy()):
        net.weights[1][0, unit] = 0.0
        net.biases[1] += weight * means[unit]
        shares.append(100 * np.mean(net.decide(plane) != before))
        net.biases[1] -= weight * means[unit]
        net.weights[1][0, unit] = weight
    return np.sort(shares)


nets = {n: Network((2, n, 1), seed=0).fit(X_moons, Y_moons, epochs=1200, rate=1.5) for n in (4, 16)}
figure, axes = plt.subplots(1, 3, figsize=(13, 3.4), layout="constrained", width_ratios=[1, 1.2, 1.6])
for ax, (n, net) in zip(axes, nets.items()):
    picture = ax.imshow(np.corrcoef(net.layers(X_moons)[1]), cmap=plots.DIVERGING, vmin=-1, vmax=1)
    ax.set_title(f"{n} units, {net.accuracy(X_moons, Y_moons):.1f}% right")
    ax.set_xlabel("hidden unit, from 0")
    ax.set_ylabel("hidden unit, from 0")
    ax.set_xticks(range(0, n, n // 4))
    ax.set_yticks(range(0, n, n // 4))
figure.colorbar(picture, ax=axes[1], label="correlation")
for (n, net), marker in zip(nets.items(), "os"):
    axes[2].plot(np.linspace(0, 100, n), sides_changed(net), marker=marker, label=f"{n} units")
axes[2].set_xlabel("units, from the least to the most important (%)")
axes[2].set_ylabel("plane that changes sides (%)")
axes[2].legend()
plt.show()
for n, net in nets.items():
    said(guess_removed[n], float(np.median(sides_changed(net))), f"{n} units, the middle one")

# %% [markdown]
# Look for the dark squares off the diagonal: twins. Where there are many, taking one away moves the border little, because its twin still answers. Each of the four has work that no other does.

# %% [markdown] tags=["covers:dead-relu"]
# ## 5. A unit that died
#
# A ReLU unit whose sum is negative for every example answers 0 for all of them, and its slope is 0: gradient descent cannot move it. Here sixteen units start with a bias of -2 on the rings, whose points lie within about 1.3 of the middle.

# %% nbgrader={"grade": false, "grade_id": "guess_silent", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_silent = {"start": ..., "relu": ..., "leaky": ...}  # how many of 16 are silent at the start, and after training with each bend?

# %% tags=["study", "covers:dead-relu-revived"] nbgrader={"grade": false, "grade_id": "study_dead", "locked": true, "schema_version": 3, "solution": false, "task": false}
def silent(net, X):
    """How many hidden units have a negative sum for every example?"""
    return int(np.sum(np.all(net.weights[0] @ X + net.biases[0] <= 0, axis=1)))


ill = {bend: Network((2, 16, 1), bend=bend, seed=0, shift=-2.0) for bend in ("relu", "leaky")}
counts = {"start": silent(ill["relu"], X_rings)}
for bend, net in ill.items():
    net.fit(X_rings, Y_rings, epochs=2000, rate=1.0)
    counts[bend] = silent(net, X_rings)
plots.learning_curves({f"{bend}: {net.accuracy(X_rings, Y_rings):.0f}% right": net.record["training cost"] for bend, net in ill.items()}, title="Sixteen units that start with a bias of -2")
plt.show()
for name, count in counts.items():
    said(guess_silent[name], count, f"silent, {name}")

# %% [markdown]
# Look at where the two curves part. The silent ReLU units stay silent, and the one that is left draws one line. Leaky ReLU has a slope of 0.1 on the negative side: its units are pulled back until they answer again.
# From another start fewer may be silent, and ReLU may do well; how many are silent is worth a look whenever a ReLU network learns nothing.

# %% [markdown] tags=["covers:zero-centred"]
# ## 6. Why answers around zero help
#
# `tanh` answers from -1 to 1. `tanh + 1` has the same bend and the same slopes, but answers from 0 to 2: all inputs of the next layer are positive, and so for one example **all weights of a unit are pushed the same way**. And the first layer? It
# sees the data themselves: move the moons by 20.

# %% nbgrader={"grade": false, "grade_id": "guess_centred", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_centred = {"tanh + 1": ..., "moved by 20": ...}  # "lower" or "higher" cost than tanh on data around zero?

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_centred", "locked": true, "schema_version": 3, "solution": false, "task": false}
costs = {}
for bend in ("tanh", "tanh + 1"):
    costs[bend] = Network((2, 8, 8, 8, 8, 1), bend=bend, seed=1).fit(X_rings, Y_rings, epochs=400, rate=0.3).record["training cost"]
moved = {k: Network((2, 8, 1), seed=1).fit(X_moons + k, Y_moons, epochs=400, rate=0.5).record["training cost"] for k in (0, 20)}
figure, (left, right) = plt.subplots(1, 2, figsize=(11, 3.6), layout="constrained")
plots.learning_curves(costs, log=True, title="Four hidden layers on the rings", ax=left)
plots.learning_curves({f"moons moved by {k}": values for k, values in moved.items()}, title="One hidden layer on the moons", ax=right)
plt.show()
said(guess_centred["tanh + 1"], "higher" if costs["tanh + 1"][-1] > costs["tanh"][-1] else "lower", "tanh + 1")
said(guess_centred["moved by 20"], "higher" if moved[20][-1] > moved[0][-1] else "lower", "moved by 20")

# %% [markdown] tags=["covers:independent-outputs"]
# ## 7. Do units of one layer see each other?
#
# No: unit j computes its own $z_j = w_j^T x + b_j$. With sigmoids at the end, two outputs without a hidden layer are two networks side by side.

# %% nbgrader={"grade": false, "grade_id": "guess_together", "locked": false, "schema_version": 3, "solution": false, "task": false}
# train both outputs together, and each alone: will the weights be "equal" or "different"?
guess_together = ...

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_together", "locked": true, "schema_version": 3, "solution": false, "task": false}
labels = np.vstack([X_moons[0] > 0.5, X_moons[1] > 0.2]).astype(float)  # two questions, any number of which may be true
together = Network((2, 2), seed=0, spread=0.0).fit(X_moons, labels, epochs=300)
alone = [Network((2, 1), seed=0, spread=0.0).fit(X_moons, labels[[k]], epochs=300) for k in (0, 1)]
print("together:", np.round(together.weights[0], 4).tolist())
print("alone:   ", [np.round(one.weights[0][0], 4).tolist() for one in alone])
gap = max(np.abs(together.weights[0][k] - one.weights[0][0]).max() for k, one in enumerate(alone))
said(guess_together, "equal" if gap < 1e-9 else "different")

# %% [markdown] tags=["covers:exclusive-classes"]
# Two things would tie them: a **hidden layer**, whose weights serve both outputs, and **softmax**, for classes of which exactly one is true: it divides by the sum over all outputs, so each pulls the others down.
#
# ## What you have learnt
#
# - A hidden unit is one soft step along one direction; layers above make corners of lines, and parts of parts.
# - Good weights exist for any continuous function; that training finds them, or that they hold elsewhere, nobody promises.
# - Twins can go; dead units are counted, and a leak brings them back; answers around zero make learning quicker.

# %% nbgrader={"grade": false, "grade_id": "try_revive", "locked": false, "schema_version": 3, "solution": false, "task": false}
# Open problem: change one number in this line so that all of 16 ReLU units answer to some example after training, and the accuracy is 100%.
mine = Network((2, 16, 1), bend="relu", seed=0, shift=-2.0).fit(X_rings, Y_rings, epochs=500, rate=1.0)
print("silent:", silent(mine, X_rings), " accuracy:", mine.accuracy(X_rings, Y_rings))

# %% [markdown]
# Next: `optimizers`, where the steps themselves become better.
