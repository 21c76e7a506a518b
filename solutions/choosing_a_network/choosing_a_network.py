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
# # Choosing a network
#
# **Time**: about 50 minutes. **Before it**: `regularization` and `sick_runs`. **After it**: `beyond_binary`. Nothing here is graded.
#
# How many units, how many layers, how long, at which rate, on how many examples? Nobody can tell you, and a validation set can. In this notebook every choice is made the same way: guess, try on points that were held
# back, look at the training and the validation curve side by side, and take the simplest that is good.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import time

import numpy as np
import matplotlib.pyplot as plt
from lesson import data, plots
from lesson.guesses import said
from lesson.network import Network

# %% nbgrader={"grade": false, "grade_id": "held_back", "locked": true, "schema_version": 3, "solution": false, "task": false}
TRAIN = data.moons(60, noise=0.3, seed=1)  # few examples and much noise, so that choices matter
HELD_BACK = data.moons(400, noise=0.3, seed=101)


def tried(*hidden, epochs=600, seed=1, train=TRAIN):
    """A network with these hidden layers, trained by Adam, and watched on the points held back."""
    return Network((2, *hidden, 1), seed=seed).fit(*train, epochs=epochs, rate=0.02, adam=True, watch=HELD_BACK)


def ends(nets):
    """The last costs of several networks, training and validation."""
    names = list(nets)
    return {f"{part} cost": (names, [net.record[f"{part} cost"][-1] for net in nets.values()]) for part in ("training", "validation")}

# %% [markdown] tags=["covers:progress-printed"]
# ## 1. How long?
#
# Long training wants a sign of life. `print_every` prints one every so many epochs, as most libraries do.

# %% nbgrader={"grade": false, "grade_id": "guess_epochs", "locked": false, "schema_version": 3, "solution": false, "task": false}
# 50 hidden units, 60 examples, 600 epochs: after about how many epochs is the validation
# cost lowest?
guess_epochs = ...

# %% tags=["study", "covers:iterations-by-validation", "covers:fifty-units"] nbgrader={"grade": false, "grade_id": "study_epochs", "locked": true, "schema_version": 3, "solution": false, "task": false}
large = Network((2, 50, 1), seed=1).fit(*TRAIN, epochs=600, rate=0.02, adam=True, watch=HELD_BACK, print_every=150)
plots.learning_curves({name: large.record[name] for name in ("training cost", "validation cost")}, xlabel="epoch", title="50 units, 60 examples")
plt.show()
said(guess_epochs, int(np.argmin(large.record["validation cost"])), "lowest validation cost, at epoch")

# %% [markdown]
# Look for the place where the curves part. From there on the network learns its 60 examples, and nothing about moons.
#
# ## 2. How many units, how many layers?

# %% nbgrader={"grade": false, "grade_id": "guess_sizes", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_sizes = {"units": ..., "layers": ...}  # of 1, 2, 4, 8, 50 units, and of 1, 2, 3, 4 layers of 8: which has the lowest validation cost?

# %% tags=["study", "covers:hidden-sizes-by-validation", "covers:depth-by-validation", "covers:architecture-by-validation"] nbgrader={"grade": false, "grade_id": "study_sizes", "locked": true, "schema_version": 3, "solution": false, "task": false}
by_units = {n: tried(n) for n in (1, 2, 4, 8, 50)}
by_layers = {n: tried(*[8] * n) for n in (1, 2, 3, 4)}
figure, (left, right) = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained", sharey=True)
for ax, nets, xlabel in ((left, by_units, "hidden units in one layer (log scale)"), (right, by_layers, "hidden layers of 8 units")):
    plots.curves(ends(nets), xlabel, "cost after 600 epochs", ax=ax)
    ax.set_xticks(list(nets), [str(n) for n in nets])
left.set_xscale("log")
left.set_xticks([1, 2, 4, 8, 50], ["1", "2", "4", "8", "50"])
plt.show()
for key, nets in (("units", by_units), ("layers", by_layers)):
    said(guess_sizes[key], min(nets, key=lambda n: nets[n].record["validation cost"][-1]), key)

# %% [markdown] tags=["covers:start-simple"]
# Look at the two lines together: the training cost falls with size, the validation cost falls and then rises. What stands to the left of its lowest point is too simple, what stands to the right learns by heart. So **start simple, then grow**:
# while both costs are high, grow; when they part, stop growing and regularize, or find more examples.
#
# ## 3. Is it the network, or the data?

# %% nbgrader={"grade": false, "grade_id": "guess_amount", "locked": false, "schema_version": 3, "solution": false, "task": false}
# with 800 examples instead of 50, how many points of validation accuracy will 16
# units gain?
guess_amount = ...

# %% tags=["study", "covers:accuracy-against-data"] nbgrader={"grade": false, "grade_id": "study_amount", "locked": true, "schema_version": 3, "solution": false, "task": false}
amounts = (20, 50, 100, 200, 400, 800)
grown = {m: tried(16, epochs=400, train=data.moons(m, noise=0.3, seed=1)) for m in amounts}
lines = {part: (amounts, [net.record[f"{part} accuracy"][-1] for net in grown.values()]) for part in ("training", "validation")}
ax = plots.curves(lines, "training examples (log scale)", "accuracy (%), cut at 75", "16 units")
ax.set_xscale("log")
ax.set_xticks(amounts, [str(m) for m in amounts])
ax.minorticks_off()
ax.set_ylim(75, 101)
plt.show()
said(guess_amount, grown[800].record["validation accuracy"][-1] - grown[50].record["validation accuracy"][-1], "points gained")

# %% [markdown]
# Look at how the two lines meet. Few examples are easily learnt by heart: training is near 100%, validation is not. With many the two agree, and the line they agree on is what this noise allows. If they have met, more examples help no
# more, and if they have not, nothing helps as much.
#
# ## 4. Rate and batch size

# %% nbgrader={"grade": false, "grade_id": "guess_rates", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_rates = {"rate": ..., "batch": ...}  # of the rates 0.0001, 0.001, 0.01 and the batches 32, 64, 128, 256: which ends at the highest training cost?

# %% tags=["study", "covers:adam-rates", "covers:batch-sizes"] nbgrader={"grade": false, "grade_id": "study_rates", "locked": true, "schema_version": 3, "solution": false, "task": false}
X, Y = data.complete(2000)
RINGS, NEW_RINGS = (X[:, :1600], Y[:, :1600]), (X[:, 1600:], Y[:, 1600:])


def on_rings(rate=0.001, batch=32):
    """The same start, 30 epochs of Adam on 1600 points of the rings."""
    return Network((2, 16, 8, 1), bend="relu", seed=0).fit(*RINGS, epochs=30, rate=rate, adam=True, batch=batch, watch=NEW_RINGS).record


rates = {f"rate {rate:g}": on_rings(rate=rate) for rate in (0.0001, 0.001, 0.01)}
batches = {f"batch {batch}": on_rings(batch=batch) for batch in (32, 64, 128, 256)}
figure, panels = plt.subplots(1, 2, figsize=(11, 3.6), layout="constrained", sharey=True)
for ax, records, title in zip(panels, (rates, batches), ("Three rates, batch 32", "Four batch sizes, rate 0.001")):
    plots.learning_curves({name: record["training cost"] for name, record in records.items()}, xlabel="epoch", title=title, ax=ax)
plt.show()
for name, record in {**rates, **batches}.items():
    print(f"{name:12} training {record['training accuracy'][-1]:.1f}%   validation {record['validation accuracy'][-1]:.1f}%")
said(guess_rates["rate"], max(rates, key=lambda name: rates[name]["training cost"][-1]), "highest cost")
said(guess_rates["batch"], max(batches, key=lambda name: batches[name]["training cost"][-1]), "highest cost")

# %% [markdown] tags=["covers:momentum-ball"]
# Look at the right panel: an epoch of batches of 256 has 7 steps, one of batches of 32 has 50. Compare per step, and little is left of the difference. Where all have arrived, validation differs by about a point: within what one set of 400 can tell.
#
# **A ball rolling downhill** is the usual picture of momentum: it gathers speed where the slope keeps its direction, and rolls past the bottom. It misleads in one thing.

# %% nbgrader={"grade": false, "grade_id": "guess_ball", "locked": false, "schema_version": 3, "solution": false, "task": false}
# on a slope of 1 that never ends, how fast does momentum with beta = 0.9 become: "faster
# and faster", or "never above 1"?
guess_ball = ...

# %% tags=["study", "covers:momentum-misleads"] nbgrader={"grade": false, "grade_id": "study_ball", "locked": true, "schema_version": 3, "solution": false, "task": false}
speed, place, average, here = [], [], 0.0, 3.0
for step in range(60):
    speed.append(0.1 * sum(0.9**k for k in range(step + 1)))  # the average of slopes that are all 1
    average = 0.9 * average + 0.1 * here  # a valley: the slope at x is x
    here -= 0.5 * average
    place.append(here)
figure, (left, right) = plt.subplots(1, 2, figsize=(11, 3.2), layout="constrained")
plots.curves({"momentum": (range(60), speed), "a ball without friction": (range(60), [min(0.1 * k, 3) for k in range(60)])}, "step", "speed (the ball's is cut at 3)", "A slope that never ends", ax=left)
plots.curves({"momentum": (range(60), place), "the bottom": (range(60), [0] * 60)}, "step", "place", "A valley", ax=right)
plt.show()
said(guess_ball, "never above 1")

# %% [markdown]
# Look left: the average of slopes is never larger than the largest slope, a ball's speed is. Look right: it does roll past the bottom, as a ball would.
#
# ## 5. The same scale for all

# %% nbgrader={"grade": false, "grade_id": "guess_scale", "locked": false, "schema_version": 3, "solution": false, "task": false}
# moons measured as 20 + 30 x1 and -5 + 2 x2: percent right after 300 epochs
# WITHOUT normalization
guess_scale = ...

# %% tags=["study", "covers:normalize-training-statistics", "covers:normalize-effect"] nbgrader={"grade": false, "grade_id": "study_scale", "locked": true, "schema_version": 3, "solution": false, "task": false}
scale, middle = np.array([[30.0], [2.0]]), np.array([[20.0], [-5.0]])
raw, raw_new = (middle + scale * moons[0] for moons in (data.moons(400, seed=1), HELD_BACK))
labels = data.moons(400, seed=1)[1]
mean, deviation = raw.mean(axis=1, keepdims=True), raw.std(axis=1, keepdims=True)  # of the TRAINING examples, for both sets
sets = {"as measured": (raw, raw_new), "normalized": ((raw - mean) / deviation, (raw_new - mean) / deviation)}
records = {name: Network((2, 8, 1), seed=1).fit(old, labels, epochs=300, rate=0.5, watch=(new, HELD_BACK[1])).record for name, (old, new) in sets.items()}
plots.learning_curves({name: record["training cost"] for name, record in records.items()}, xlabel="epoch", title="Eight tanh units")
plt.show()
for name, record in records.items():
    print(f"{name:12} training {record['training accuracy'][-1]:.1f}%   new points {record['validation accuracy'][-1]:.1f}%")
said(guess_scale, records["as measured"]["training accuracy"][-1], "percent right as measured")
ten = raw_new[:, HELD_BACK[1][0] == 1][:, :10]
print("ten new points of class 1, moved by the training mean:", np.round(((ten - mean) / deviation).mean(axis=1), 2), " by their own:", [0.0, 0.0])

# %% [markdown]
# Look at the last line: new points get the **training set's** mean and deviation. With their own, ten points of one class would be moved to the middle of both.
#
# ## 6. Digits: split them fairly, then grow

# %% nbgrader={"grade": false, "grade_id": "guess_split", "locked": false, "schema_version": 3, "solution": false, "task": false}
# 100 digits, 10 of them are 7s; 20 are drawn for testing by chance. How often of 1000
# times are there no 7s or only one among the 20?
guess_split = ...

# %% tags=["study", "covers:stratified-split"] nbgrader={"grade": false, "grade_id": "study_split", "locked": true, "schema_version": 3, "solution": false, "task": false}
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
seldom = sum(np.sum(rng.permutation(100)[:20] < 10) <= 1 for _ in range(1000))
said(guess_split, int(seldom), "times of 1000")
pixels, digits = load_digits(return_X_y=True)  # 1797 images, one a ROW, pixels from 0 to 16
for name, fair in (("by chance", None), ("stratified", digits)):
    _, _, _, y_test = train_test_split(pixels / 16, digits, test_size=0.2, random_state=3, stratify=fair)
    print(f"{name:11} digits 0 to 9 in the test set: {np.bincount(y_test)}")

# %% [markdown]
# Look at the two rows: a **stratified** split keeps every class's share. Now the images themselves, as columns.

# %% nbgrader={"grade": false, "grade_id": "guess_layers", "locked": false, "schema_version": 3, "solution": false, "task": false}
# 10 digits, layers of 32: by how many points of test accuracy do the best and the worst
# of 1, 2 and 3 hidden layers differ?
guess_layers = ...

# %% tags=["study", "covers:digits-two-to-four-layers", "covers:digits-training-and-test"] nbgrader={"grade": false, "grade_id": "study_digits", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_train, X_test, y_train, y_test = (part.T for part in train_test_split(pixels / 16, digits, test_size=0.2, random_state=3, stratify=digits))
score = {}
for hidden in (1, 2, 3):
    net = Network((64, *[32] * hidden, 10), bend="relu", seed=0).fit(X_train, np.eye(10)[:, y_train], epochs=25, rate=0.003, adam=True, batch=64)
    score[hidden] = [100 * np.mean(net.answer(part).argmax(axis=0) == truth) for part, truth in ((X_train, y_train), (X_test, y_test))]
    print(f"{hidden + 1} layers: training {score[hidden][0]:.2f}%, test {score[hidden][1]:.2f}%")
said(guess_layers, float(np.ptp([one[1] for one in score.values()])), "points between best and worst")

# %% [markdown]
# Look at both columns: a training accuracy alone says nothing about new digits, a test accuracy alone not whether the network could do more.
#
# ## 7. The smallest networks that work

# %% nbgrader={"grade": false, "grade_id": "guess_xor", "locked": false, "schema_version": 3, "solution": false, "task": false}
# XOR, four tanh units, rate 0.5: after how many steps is the cost below 0.1?
guess_xor = ...

# %% tags=["study", "covers:xor-curve-and-table", "covers:blobs-deep"] nbgrader={"grade": false, "grade_id": "study_xor", "locked": true, "schema_version": 3, "solution": false, "task": false}
corners, odd = data.xor()
xor = Network((2, 4, 1), seed=0).fit(corners, odd, epochs=1000, rate=0.5)
blobs, sides = data.blobs()
small = Network((2, 4, 1), seed=0).fit(blobs, sides, epochs=1000, rate=0.5)
plots.learning_curves({"XOR": xor.record["training cost"], "two blobs": small.record["training cost"]}, xlabel="step", title="Two small networks 2-4-1")
plt.show()
print("input   true  predicted  probability")
for k in range(4):
    print(f"{corners[:, k]}   {odd[0, k]:.0f}      {xor.decide(corners)[0, k]:.0f}        {xor.answer(corners)[0, k]:.4f}")
print(f"blobs: {small.accuracy(blobs, sides):.2f}% right")
said(guess_xor, int(np.argmax(np.array(xor.record["training cost"]) < 0.1)), "XOR below 0.1 after steps")

# %% [markdown] tags=["covers:operations-compared", "covers:operations-formula"]
# ## 8. What does it cost?
#
# One forward pass over m examples multiplies $m\, n_x$ times in logistic regression, and $m\,(n_x n_h + n_h n_y)$ times in a network with one hidden layer; an iteration costs a small multiple of that. Predict ratios, then measure.

# %% nbgrader={"grade": false, "grade_id": "guess_cost", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_cost = {"operations": ..., "n_h doubled": ..., "loop": ...}  # n_x = 64, n_h = 256, m = 1000: how many times logistic regression's products; how many times the time with n_h = 512; how many times slower is a Python loop over the examples?

# %% tags=["study", "covers:operations-measured", "covers:loop-against-matrix-product"] nbgrader={"grade": false, "grade_id": "study_cost", "locked": true, "schema_version": 3, "solution": false, "task": false}
def seconds(work):
    """The shortest of five times."""
    times = []
    for _ in range(5):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


rng = np.random.default_rng(0)
images = rng.random((64, 1000))
sizes = (64, 128, 256, 512, 1024)
nets = {n: Network((64, n, 1)) for n in sizes}
measured = [seconds(lambda: nets[n].answer(images)) for n in sizes]
net = nets[256]
loop = seconds(lambda: [net.answer(images[:, [i]]) for i in range(1000)])
plots.curves({"measured": (sizes, np.array(measured) / measured[0]), "counted": (sizes, np.array(sizes) / 64)}, "hidden units", "times the smallest", "One forward pass over 1000 examples")
plt.show()
said(guess_cost["operations"], (64 * 256 + 256) / 64, "products, times logistic regression's")
said(guess_cost["n_h doubled"], measured[3] / measured[2], "time with n_h doubled, times (on this computer)")
said(guess_cost["loop"], loop / measured[2], "a loop over the examples, times (on this computer)")

# %% [markdown] tags=["covers:many-features", "covers:batch-memory-time"]
# Look at whether the lines agree: products are counted, times depend on the computer. With a thousand features and few examples, logistic regression with its thousand weights is the place to begin; each hidden unit brings a thousand more to learn, and to find evidence for.
#
# A batch costs memory too: every layer's answers are kept for the backward pass.

# %% nbgrader={"grade": false, "grade_id": "guess_memory", "locked": false, "schema_version": 3, "solution": false, "task": false}
# network 64-256-1, float64 (8 bytes): megabytes of kept answers for a batch of 100,000
guess_memory = ...

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_memory", "locked": true, "schema_version": 3, "solution": false, "task": false}
def kept(m, layers=(64, 256, 1)):
    """Megabytes of all layers' answers for a batch of m."""
    return 8 * m * sum(layers) / 1e6


for m in (32, 256, 1000):
    batch = rng.random((64, m))
    print(f"batch {m:5}: {kept(m):8.2f} MB, {1000 * seconds(lambda: net.answer(batch)) / m:.4f} ms an example (on this computer)")
said(guess_memory, kept(100_000), "megabytes for 100,000 examples")

# %% [markdown]
# Look at the last column, of your own computer: very small batches waste time on each call, and beyond some size nothing is gained any more. Memory goes on growing.
#
# ## 9. Remembering and understanding
#
# The 50 units that learnt 60 moons by heart, once more, and beside them the same network with an L2 penalty ($\lambda$ = 0.1).

# %% nbgrader={"grade": false, "grade_id": "guess_ragged", "locked": false, "schema_version": 3, "solution": false, "task": false}
# the cost on the points held back: how many times as high is it without the penalty
# as with it?
guess_ragged = ...

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_boundaries", "locked": true, "schema_version": 3, "solution": false, "task": false}
held = Network((2, 50, 1), seed=1).fit(*TRAIN, epochs=600, rate=0.02, adam=True, l2=0.1, watch=HELD_BACK)
pair = {"no penalty": large, "L2": held}
plots.boundaries([(net.answer, f"{name}: {net.accuracy(*TRAIN):.1f}% of its 60 are right,\ncost of those held back {net.cost(*HELD_BACK):.3f}") for name, net in pair.items()], *TRAIN, columns=2)
plt.show()
said(guess_ragged, large.cost(*HELD_BACK) / held.cost(*HELD_BACK), "times as high without the penalty")

# %% [markdown] tags=["covers:recommendations"]
# Look at the bays around single examples on the left: memory. On the right, fewer of its 60 are right, and it is less sure of its mistakes.
#
# ## 10. What to do in practice
#
# 1. Split off a validation set **before** anything else, and look at both curves.
# 2. Begin without regularization. If the network cannot learn 20 examples by heart, something is broken; repair that first.
# 3. Use early stopping, with a patience of 10 to 50 epochs: a patience of 2 hands back whatever came before the first bump.
# 4. If the curves part, try $\lambda$ in steps of about 3 (0.01, 0.03, 0.1, ...) or `keep_prob` 0.8 in the larger hidden layers, not at the output. Change one thing at a time.
# 5. Compare on the same splits, and on several; believe no difference smaller than chance.
# 6. The validation set has chosen your epoch, $\lambda$ and `keep_prob`. For a number to publish, keep a third, untouched **test set**, and use it once.
# 7. Adam rescales the gradient of the penalty like any other; taking the decay from the weights directly (AdamW) is another method.
#
# ## What you have learnt
#
# - Every choice is made on points held back.
# - Start simple, then grow; more data where the curves are apart.
# - Statistics of the training set serve both sets; splits keep the classes' shares.
# - Products can be counted before anything is run.

# %% nbgrader={"grade": false, "grade_id": "try_beat", "locked": false, "schema_version": 3, "solution": false, "task": false}
# Open problem: beat this on the points held back, with any layers, epochs and seed. What does it tell you if you tried forty times?
print("to beat:", min(tried(4).record["validation cost"]))

# %% [markdown]
# Next: `beyond_binary`, with ten classes and ten layers.
