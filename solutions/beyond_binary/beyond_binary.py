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
# # Beyond yes and no
#
# **Time**: about 120 minutes; take a break in the middle. **Before it**: `regularization`. **After it**: `reference_sheet`.
#
# A bonus notebook. You build what is needed to tell **ten handwritten digits** apart, and the tools that keep **deep** networks trainable:
# softmax, a confusion matrix, batch normalisation, a stethoscope for vanishing gradients, two more optimizers, and a map of what a hidden layer has understood.
#
# One example a column, `X` is (n_x, m). The digits are scikit-learn's: 1797 images of
# 8 x 8 pixels. They are not MNIST, whose images are larger and forty times as many.

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

recall.ask("beyond_binary")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("beyond_binary", [..., ..., ...])

# %% [markdown] tags=["covers:softmax-cross-entropy"]
# ## 1. Softmax and cross-entropy
#
# With C classes the last layer has C units, so its scores `Z` have shape (C, m). **Softmax** turns each column of
# scores into probabilities that add up to 1:
#
# $$P_{k,i} = \frac{e^{Z_{k,i}}}{\sum_{j=1}^{C} e^{Z_{j,i}}}$$
#
# | symbol | shape | what it is |
# |---|---|---|
# | $Z$ | (C, m) | scores, any real numbers |
# | $P$ | (C, m) | probabilities; each **column** adds up to 1 |
# | $Y$ | (C, m) | one-hot labels: column i holds a single 1, in the row of its class |
#
# On paper: one example has the scores $0$, $0$ and $\ln 2$.

# %% nbgrader={"grade": false, "grade_id": "fill_share", "locked": false, "schema_version": 3, "solution": false, "task": false}
my_share = ...  # the probability of the third class

# %% nbgrader={"grade": false, "grade_id": "tiny_data", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_tiny, Y_tiny = data.tiny()
y_tiny = np.array([1, 0, 0])  # its labels as class numbers: one axis, whole numbers, as data with many classes usually arrive
said(my_share, 0.5, "probability of the third class")

# %% [markdown] tags=["covers:softmax-cross-entropy"]
# A float cannot hold $e^{1000}$. But adding the same amount to all the scores of one example changes no probability
# (it cancels in the formula). Use that freedom, for each example, before you exponentiate.
#
# The **cost** is the mean over the m examples of minus the logarithm of the probability given to the true class:
#
# $$J = -\frac{1}{m} \sum_{i=1}^{m} \sum_{k=1}^{C} Y_{k,i} \log P_{k,i}$$
#
# Clip `P` from below at 1e-12 before the logarithm. The **gradient** of this mean by the scores is
# as short as in the binary case:
#
# $$dZ = \frac{\partial J}{\partial Z} = \frac{1}{m} (P - Y) \qquad \text{shape (C, m)}$$
#
# (In earlier notebooks the 1/m was written into `dW` and `db`; here it is in `dZ` itself, so `dW = dZ @ A.T`.)
#
# **On paper.** The three examples with two classes, and a network that knows nothing, all scores 0: every
# probability is 1/2, the cost is ln 2 = 0.693, and with classes 1, 0, 0 the second row of dZ is
# (1/2 - 1)/3, (1/2 - 0)/3, (1/2 - 0)/3 = -1/6, 1/6, 1/6. The first row is its mirror image.

# %% nbgrader={"grade": false, "grade_id": "softmax_cross_entropy_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def softmax(Z):
    """Return the probabilities that belong to the scores, one example a column.

    Z: scores, shape (C, m). Returns P, shape (C, m); each column adds up to 1. Must survive scores of 1000 and -1000.
    """
    ### BEGIN SOLUTION
    exponentials = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return exponentials / np.sum(exponentials, axis=0, keepdims=True)
    ### END SOLUTION


def one_hot(y, num_classes):
    """Return the labels as columns with a single 1.

    y: class numbers, shape (m,), whole numbers from 0 to num_classes - 1. Returns Y, shape (num_classes, m).
    """
    ### BEGIN SOLUTION
    Y = np.zeros((num_classes, y.shape[0]))
    Y[y, np.arange(y.shape[0])] = 1.0
    return Y
    ### END SOLUTION


def cross_entropy(P, Y):
    """Return the mean cross-entropy cost over the m examples.

    P: probabilities, shape (C, m). Y: one-hot labels, shape (C, m). Returns one float.
    """
    ### BEGIN SOLUTION
    m = Y.shape[1]
    return float(-np.sum(Y * np.log(np.clip(P, 1e-12, None))) / m)
    ### END SOLUTION


def softmax_backward(P, Y):
    """Return dZ, the gradient of the mean cross-entropy by the scores.

    P: probabilities, shape (C, m). Y: one-hot labels, shape (C, m). Returns dZ, shape (C, m).
    """
    ### BEGIN SOLUTION
    return (P - Y) / Y.shape[1]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "softmax_cross_entropy", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
nothing_known = np.zeros((2, 3))  # the scores of a network that knows nothing, two classes
half = np.full((2, 3), 0.5)
odds = np.log(np.array([[1.0, 6.0], [2.0, 3.0], [5.0, 3.0]]))  # odds 1 : 2 : 5 and 6 : 3 : 3
shares = np.array([[1 / 8, 1 / 2], [2 / 8, 1 / 4], [5 / 8, 1 / 4]])  # the same, adding up to 1
Y2 = np.array([[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]])  # the classes 1, 0, 0
levels = np.array([[1000.0, -1000.0]])  # a level for each of the two examples
Y3 = np.array([[0.0, 1.0], [0.0, 0.0], [1.0, 0.0]])  # three classes, two examples: the classes 2, 0
surprised, certain = np.array([[0.999999], [0.000001]]), np.array([[1.0], [0.0]])  # one example each, class 1
class_1 = np.array([[0.0], [1.0]])

with Checks("softmax_cross_entropy", globals()) as check:
    check("softmax(nothing_known)", half, "equal scores, equal probabilities")
    check("softmax(odds)", shares, "each column is one example")
    check("softmax(odds + 1000.0)", shares, "a common shift cancels")
    check("softmax(odds + levels)", shares, "... a shift of its own for each example, too")
    check("softmax(np.array([[-900.0], [900.0]]))", np.array([[0.0], [1.0]]), "one score far above the other")
    check("softmax(np.array([[0, 1], [0, 1]]))", np.full((2, 2), 0.5), "whole scores, fractions as probabilities")
    check("softmax(np.log(np.array([[1.0], [2.0], [4.0]])))", np.array([[1], [2], [4]]) / 7, "nothing is rounded")
    check("one_hot(y_tiny, 2)", Y2.astype(int), "classes 1, 0, 0")
    check.shape("one_hot(y_tiny, 10)", (10, 3), "a row for each class, a column for each example")
    check("cross_entropy(half, Y2)", np.log(2), "a coin flip costs ln 2, as before")
    check("cross_entropy(np.eye(2), np.eye(2))", 0.0, "certain and right costs nothing")
    check("cross_entropy(shares, Y3)", 0.58157540, "5/8 and 1/2 for the true classes: (ln 8/5 + ln 2) / 2")
    check("cross_entropy(surprised, class_1)", 13.8155, "a millionth for the true class costs ln 1000000", atol=0.05)
    check.that("10 < cross_entropy(certain, class_1) < 800", "certain and wrong is dear, not infinite")
    check("softmax_backward(half, Y2)", np.array([[1, -1, -1], [-1, 1, 1]]) / 6, "(P - Y) / 3")
    check("softmax_backward(shares, Y3)", np.array([[1, -4], [2, 2], [-3, 2]]) / 16, "three classes, two examples")
    check.unchanged("softmax(odds)", "odds")
    check.unchanged("cross_entropy(certain, class_1)", "certain", "class_1")
    check.unchanged("softmax_backward(shares, Y3)", "shares", "Y3")

# %% [markdown] tags=["covers:softmax-or-sigmoids"]
# ### Softmax or many sigmoids?
#
# *Is this image a 3 or a 5?* The classes are **exclusive**, and softmax makes them share one
# probability: what one class gains, the others lose. *Does this photograph show a dog? A cat? A car?* The labels are
# **independent**, and each gets a sigmoid unit and a binary cross-entropy of its own.

# %% [markdown] tags=["covers:confusion-matrix"]
# ## 2. The confusion matrix
#
# Accuracy says how often a classifier is wrong. A **confusion matrix** says *how*. It has one row for each true class and
# one column for each predicted class:
#
# $$M_{a,b} = \text{the number of examples whose true class is } a \text{ and whose predicted class is } b
# \qquad \text{shape (C, C)}$$
#
# Right answers stand on the diagonal. Row a adds up to the number of examples of class a.
#
# **On paper.** The three examples have the classes 1, 0, 0. Suppose that a network says 1, 1, 0. Then M = [[1, 1], [0, 1]]:
# both classes have one right answer, and one 0 was taken for a 1.

# %% nbgrader={"grade": false, "grade_id": "confusion_matrix_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def confusion_matrix(y_true, y_pred, num_classes):
    """Count how often each true class (row) was predicted as each class (column).

    y_true, y_pred: class numbers, shape (m,). Returns a NumPy array of counts, shape (num_classes, num_classes).
    """
    ### BEGIN SOLUTION
    counts = np.zeros((num_classes, num_classes), dtype=int)
    for truth, guess in zip(y_true, y_pred):
        counts[truth, guess] += 1
    return counts
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "confusion_matrix", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
guesses = np.array([1, 1, 0])
six, six_guesses = np.array([2, 0, 2, 1, 0, 2]), np.array([2, 1, 0, 1, 1, 1])  # three classes

with Checks("confusion_matrix", globals()) as check:
    check("confusion_matrix(y_tiny, guesses, 2)", np.array([[1, 1], [0, 1]]), "one 0 was taken for a 1")
    check("confusion_matrix(y_tiny, y_tiny, 2)", np.array([[2, 0], [0, 1]]), "all right: only the diagonal is filled")
    check("confusion_matrix(six, six_guesses, 3)", np.array([[0, 2, 0], [0, 1, 0], [1, 1, 1]]), "three classes; both 0s were taken for a 1")
    check.shape("confusion_matrix(y_tiny, guesses, 10)", (10, 10), "a row and a column for each class")
    check.that("confusion_matrix(y_tiny, guesses, 5).sum() == 3", "each example is counted once")

# %% [markdown]
# ### Ten digits
#
# The next cell is provided: a network of any depth with softmax at its end, built on your functions. With `running`
# it normalises each hidden layer, with your functions of section 3; until then it does not. Read it once: you know every line.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "provided_network", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(Z):
    """Return 1 / (1 + exp(-Z)) without overflow."""
    small = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1.0, small) / (1.0 + small)


ACTIVATIONS = {  # name: (activation, its slope)
    "relu": (lambda Z: np.maximum(0.0, Z), lambda Z: (Z > 0) * 1.0),
    "tanh": (np.tanh, lambda Z: 1 - np.tanh(Z) ** 2),
    "sigmoid": (sigmoid, lambda Z: sigmoid(Z) * (1 - sigmoid(Z))),
}


def new_network(layer_dims, activation="relu", normalise=False, seed=0):
    """He weights for relu, Xavier weights otherwise; returns parameters and, for batch norm, running statistics."""
    rng = np.random.default_rng(seed)
    parameters, running = {}, []
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        scale = np.sqrt((2.0 if activation == "relu" else 1.0) / n_in)
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * scale
        parameters[f"b{l}"] = np.zeros((n_out, 1))
        if normalise and l < len(layer_dims) - 1:
            parameters[f"gamma{l}"], parameters[f"beta{l}"] = np.ones((n_out, 1)), np.zeros((n_out, 1))
            running.append({"mean": np.zeros((n_out, 1)), "var": np.ones((n_out, 1))})
    return parameters, running if normalise else None


def network_forward(X, parameters, activation="relu", running=None, training=True):
    """Return the probabilities (C, m), one cache a layer, and the new running statistics."""
    g, _ = ACTIVATIONS[activation]
    layers = sum(name.startswith("W") for name in parameters)
    A, caches, new_running = X, [], []
    for l in range(1, layers + 1):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        cache = {"A_prev": A}
        if l < layers:
            if running is not None:
                gamma, beta = parameters[f"gamma{l}"], parameters[f"beta{l}"]
                Z, cache["norm"], statistics = batchnorm_forward(Z, gamma, beta, running[l - 1], training)
                new_running.append(statistics)
            cache["Z"] = Z
            A = g(Z)
        caches.append(cache)
    return softmax(Z), caches, new_running if running is not None else None


def network_backward(P, Y, parameters, caches, activation="relu"):
    """Return the gradient of every parameter."""
    _, slope = ACTIVATIONS[activation]
    grads = {}
    dZ = softmax_backward(P, Y)
    for l in range(len(caches), 0, -1):
        grads[f"dW{l}"] = dZ @ caches[l - 1]["A_prev"].T
        grads[f"db{l}"] = dZ.sum(axis=1, keepdims=True)
        if l > 1:
            before = caches[l - 2]
            dZ = parameters[f"W{l}"].T @ dZ * slope(before["Z"])
            if "norm" in before:
                dZ, grads[f"dgamma{l - 1}"], grads[f"dbeta{l - 1}"] = batchnorm_backward(dZ, before["norm"])
    return grads


def gradient_descent(parameters, grads, learning_rate):
    return {name: tensor - learning_rate * grads["d" + name] for name, tensor in parameters.items()}


def train(X, y, layer_dims, epochs, learning_rate, activation="relu", normalise=False, step=None, batch=64, seed=0):
    """Train with mini-batches; returns parameters, running statistics and one cost an epoch.

    step(parameters, grads) -> parameters may replace gradient descent.
    """
    rng = np.random.default_rng(seed)
    parameters, running = new_network(layer_dims, activation, normalise, seed)
    step = step or (lambda parameters, grads: gradient_descent(parameters, grads, learning_rate))
    Y, m, costs = one_hot(y, layer_dims[-1]), X.shape[1], []
    for _ in range(epochs):
        order, total = rng.permutation(m), 0.0
        for start in range(0, m, batch):
            chosen = order[start : start + batch]
            P, caches, running = network_forward(X[:, chosen], parameters, activation, running)
            total += cross_entropy(P, Y[:, chosen]) * len(chosen)
            parameters = step(parameters, network_backward(P, Y[:, chosen], parameters, caches, activation))
        costs.append(total / m)
    return parameters, running, costs


def classify(X, parameters, activation="relu", running=None):
    """Return the most probable class of each example, shape (m,)."""
    return np.argmax(network_forward(X, parameters, activation, running, training=False)[0], axis=0)


for name, tensor in new_network([64, 32, 10])[0].items():
    print(f"{name} of a network 64-32-10: {tensor.shape}")


# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_digits", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: a network with a hidden layer of 32 ReLU units sees 1437 digits, and is then tested on 360 new
# ones. What percentage will be right, and which two digits will be confused most?* Your answer:
#
# === BEGIN SOLUTION ===
#
# About 97%. Any reasoned guess about shapes: 8 with 1, 3 with 9, 4 with 9 ... the matrix decides.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_digits", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_digits = ...  # percent of the new digits

# %% [markdown]
# Look at the left panel to see whether training has come to rest, and at the right one for the pairs that share a cell off the
# diagonal: those are the network's own difficulties, and a hint which images to look at.

# %% tags=["study", "covers:ten-digits"] nbgrader={"grade": false, "grade_id": "study_digits", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_train, y_train, X_test, y_test = data.digits10()
digits_network, _, costs = train(X_train, y_train, [64, 32, 10], epochs=60, learning_rate=0.3)
y_guess = classify(X_test, digits_network)
print(f"before training, a guess costs about ln 10 = {np.log(10):.3f}; after it, an example costs {costs[-1]:.4f}")
print(f"training accuracy {100 * np.mean(classify(X_train, digits_network) == y_train):.1f}%")
print(f"test accuracy     {100 * np.mean(y_guess == y_test):.1f}%")

fig, axes = plt.subplots(1, 2, figsize=(11, 4.6), layout="constrained")
plots.learning_curves({"training": costs}, log=True, xlabel="epoch", title="Ten digits: learning curve", ax=axes[0])
plots.confusion(confusion_matrix(y_test, y_guess, 10), range(10), title="Ten digits: the test set", ax=axes[1])
plt.show()
beside("digits", guess_digits, 100 * float(np.mean(y_guess == y_test)), "percent")

# %% [markdown]
# Over many seeds the test accuracy of such a network lies between 95.8% and 97.8%. Here are digits that it got wrong. Look at
# them to judge whether you would have done better.

# %% tags=["study", "covers:ten-digits"] nbgrader={"grade": false, "grade_id": "study_wrong_digits", "locked": true, "schema_version": 3, "solution": false, "task": false}
wrong = np.flatnonzero(y_guess != y_test)
plots.image_grid(X_test[:, wrong], y_test[wrong], y_guess[wrong], n=min(10, len(wrong)))
plt.show()

# %% [markdown] tags=["covers:batch-normalisation"]
# ## 3. Batch normalisation
#
# While a network learns, each layer's input keeps moving and changing its spread. **Batch normalisation** was invented against that; why it helps is
# still argued about. It gives every feature mean 0 and spread 1 within the batch, and then lets the network choose its own scale $\gamma$ and shift $\beta$.
# For a layer with n units, over the m examples of the batch:
#
# $$\mu = \frac{1}{m}\sum_i Z_{:,i} \qquad \sigma^2 = \frac{1}{m}\sum_i (Z_{:,i} - \mu)^2 \qquad
# \hat Z = \frac{Z - \mu}{\sqrt{\sigma^2 + \varepsilon}} \qquad \text{out} = \gamma \hat Z + \beta$$
#
# | symbol | shape | |
# |---|---|---|
# | $Z$, $\hat Z$, out | (n, m) | before, normalised, after |
# | $\mu$, $\sigma^2$, $\gamma$, $\beta$ | (n, 1) | one number for each feature |
#
# On paper: the first feature of the three examples is 1, 1/2, -1/2. Its mean is 1/3, and its variance is
# (4/9 + 1/36 + 25/36)/3 = 7/18 = 0.389. Normalised, the first two are 1.069 and 0.267.

# %% nbgrader={"grade": false, "grade_id": "fill_normalised", "locked": false, "schema_version": 3, "solution": false, "task": false}
my_normalised = ...  # the third one

# %% nbgrader={"grade": false, "grade_id": "normalised", "locked": true, "schema_version": 3, "solution": false, "task": false}
said(my_normalised, -1.336, "the third one, normalised")

# %% [markdown] tags=["covers:batch-normalisation"]
# A normalised feature adds up to 0, so you could have had it from the other two.
#
# At prediction there may be one example only, and its answer must not depend on its neighbours. So training keeps **running**
# statistics, in which the momentum weighs the *old* value:
#
# $$\text{running} \leftarrow \text{momentum} \cdot \text{running} + (1 - \text{momentum}) \cdot \text{batch}$$
#
# and prediction (`training=False`) uses these in place of $\mu$ and $\sigma^2$, and leaves them as they are.
#
# **Backward.** Let dY be the gradient by the output, shape (n, m). Scale and shift are sums over the examples:
#
# $$d\beta = \sum_i dY_{:,i} \qquad d\gamma = \sum_i dY_{:,i} \, \hat Z_{:,i} \qquad \text{shape (n, 1)}$$
#
# Z reaches the output on three ways: directly, through $\mu$, and through $\sigma^2$. All three together:
#
# $$dZ = \frac{\gamma}{\sqrt{\sigma^2 + \varepsilon}} \left( dY - \frac{d\beta}{m} - \hat Z \, \frac{d\gamma}{m} \right)
# \qquad \text{shape (n, m)}$$
#
# **On paper.** One feature, Z = (-a, 0, a) with a = √1.5, so that the mean is 0 and the variance 1; dY = (1, 0, 0), γ = 1 and
# ε = 0. Then dβ = 1, dγ = -a, and dZ = (1 - 1/3 - 1/2, -1/3, -1/3 + 1/2) = (1/6, -1/3, 1/6). It adds up to 0: moving all the
# examples together changes nothing.

# %% nbgrader={"grade": false, "grade_id": "batchnorm_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def batchnorm_forward(Z, gamma, beta, running, training=True, momentum=0.9, eps=1e-5):
    """Normalise every feature over the batch (in training) or by the running statistics (at prediction).

    Z: (n, m). gamma, beta: (n, 1). running: {"mean": (n, 1), "var": (n, 1)}; momentum is the weight of its old values.
    The variance divides by m. eps is added to the variance, inside the root.
    Returns (out, cache, running): out (n, m); cache, whatever batchnorm_backward needs (for example a dictionary with
    "Z_hat" (n, m), "inv_std" (n, 1) = one over the root, and "gamma"); and a new running dictionary (the one passed
    in is left alone; at prediction the new one holds the same values).
    """
    ### BEGIN SOLUTION
    if training:
        mean = np.mean(Z, axis=1, keepdims=True)
        var = np.var(Z, axis=1, keepdims=True)
        new_running = {
            "mean": momentum * running["mean"] + (1 - momentum) * mean,
            "var": momentum * running["var"] + (1 - momentum) * var,
        }
    else:
        mean, var = running["mean"], running["var"]
        new_running = {"mean": mean.copy(), "var": var.copy()}
    inv_std = 1 / np.sqrt(var + eps)
    Z_hat = (Z - mean) * inv_std
    cache = {"Z_hat": Z_hat, "inv_std": inv_std, "gamma": gamma}
    return gamma * Z_hat + beta, cache, new_running
    ### END SOLUTION


def batchnorm_backward(dY, cache):
    """Return the gradients of a training-time batchnorm_forward.

    dY: gradient by the output, shape (n, m). cache: the one that your batchnorm_forward returned.
    Returns (dZ, dgamma, dbeta), of shapes (n, m), (n, 1), (n, 1).
    """
    ### BEGIN SOLUTION
    Z_hat, inv_std, gamma = cache["Z_hat"], cache["inv_std"], cache["gamma"]
    m = dY.shape[1]
    dbeta = np.sum(dY, axis=1, keepdims=True)
    dgamma = np.sum(dY * Z_hat, axis=1, keepdims=True)
    dZ = gamma * inv_std * (dY - dbeta / m - Z_hat * dgamma / m)
    return dZ, dgamma, dbeta
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "batchnorm", "locked": true, "points": 6, "schema_version": 3, "solution": false, "task": false}
one, zero, two = np.ones((1, 1)), np.zeros((1, 1)), np.full((1, 1), 2.0)
pair = np.array([[1.0, 3.0]])  # mean 2, variance 1
fresh = {"mean": np.zeros((1, 1)), "var": np.ones((1, 1))}
known = {"mean": np.array([[1.0]]), "var": np.array([[4.0]])}
root = np.sqrt(1.5)
three = np.array([[-root, 0.0, root]])  # mean 0, variance 1
dY_three = np.array([[1.0, 0.0, 0.0]])


def cache_of(Z):  # your own cache, from your own forward pass with gamma 1, beta 0 and eps 0
    return batchnorm_forward(Z, one, zero, fresh, True, 0.9, 0.0)[1]


# A second set: two features, four examples, nothing is zero. The means are 3 and 2, the variances 2.5 and 7.5, and eps is 0.5.
Z_four = np.array([[1.0, 2.0, 4.0, 5.0], [-1.0, 0.0, 3.0, 6.0]])
gamma_two, beta_two = np.array([[2.0], [0.5]]), np.array([[0.5], [-1.0]])
running_two = {"mean": np.array([[1.0], [2.0]]), "var": np.array([[3.0], [5.0]])}
dY_four = np.array([[1.0, -2.0, 0.5, 3.0], [0.3, 1.0, -1.0, 2.0]])


def second_set(training=True):
    """Your forward pass on the second set, with a momentum of 0.8."""
    return batchnorm_forward(Z_four, gamma_two, beta_two, running_two, training, 0.8, 0.5)


with Checks("batchnorm", globals()) as check:
    check("batchnorm_forward(pair, one, zero, fresh, True, 0.9, 0.0)[0]", np.array([[-1.0, 1.0]]), "mean 0, spread 1")
    check("batchnorm_forward(pair, two, one, fresh, True, 0.9, 0.0)[0]", np.array([[-1.0, 3.0]]), "2 Z_hat + 1")
    check("batchnorm_forward(pair, one, zero, fresh, True)[2]['mean']", np.array([[0.2]]), "0.9 x 0 + 0.1 x 2")
    check("batchnorm_forward(pair, one, zero, known, True)[2]['var']", np.array([[3.7]]), "0.9 x 4 + 0.1 x 1")
    check("batchnorm_forward(pair, one, zero, known, False, 0.9, 0.0)[0]", np.array([[0.0, 1.0]]), "(Z - 1) / 2")
    check("second_set()[0]", np.array([[-1.80940108, -0.65470054, 1.65470054, 2.80940108], [-1.53033009, -1.35355339, -0.8232233, -0.29289322]]),
          "the second set in training: the roots are of 3 and 8", atol=1e-6)
    check("second_set()[2]", {"mean": np.array([[1.4], [2.0]]), "var": np.array([[2.9], [5.5]])}, "its running statistics: 0.8 x old + 0.2 x new")
    check("second_set(False)[0]", np.array([[0.5, 1.56904497, 3.7071349, 4.77617988], [-1.63960215, -1.42640143, -0.78679928, -0.14719713]]),
          "the second set at prediction", atol=1e-6)
    check("second_set(False)[2]", running_two, "prediction learns nothing")
    check("batchnorm_forward(three, one, zero, fresh)[2]['var']", np.array([[1.0]]), "the running variance is kept without eps", atol=1e-8)
    check("batchnorm_forward(pair[:, :1], two, one, fresh)[0]", np.array([[1.0]]), "one example alone: its shift, not nan")
    check.unchanged("batchnorm_forward(pair, one, zero, known)", "pair", "known")
    check("batchnorm_backward(dY_three, cache_of(three))[0]", np.array([[1, -2, 1]]) / 6, "dZ on paper")
    check("batchnorm_backward(dY_three, cache_of(three))[1]", np.array([[-root]]), "dgamma")
    check("batchnorm_backward(dY_three, cache_of(three))[2]", np.array([[1.0]]), "dbeta")
    check("batchnorm_backward(dY_four, second_set()[1])[0]", np.array([[1.6839383, -2.4056261, -0.7698004, 1.4914882], [0.019335, 0.1204291, -0.3010728, 0.1613087]]),
          "dZ of the second set", atol=1e-6)
    check("batchnorm_backward(dY_four, second_set()[1])[1]", np.array([[3.7527767], [1.4495689]]), "its dgamma", atol=1e-6)
    check("batchnorm_backward(dY_four, second_set()[1])[2]", np.array([[2.5], [2.3]]), "its dbeta")
    check.unchanged("batchnorm_backward(dY_four, second_set()[1])", "dY_four")

# %% [markdown] tags=["covers:vanishing-gradients"]
# ## 4. Vanishing gradients
#
# What does batch normalisation do to a deep network? Listen to its gradients. A backward pass multiplies, at each hidden layer, by the next
# layer's weights and by this layer's slopes:
#
# $$dZ^{[l]} = W^{[l+1]T} \, dZ^{[l+1]} * g'(Z^{[l]}) \qquad \text{shapes } (n_l, m) = (n_l, n_{l+1}) (n_{l+1}, m) * (n_l, m)$$
#
# The slope of a sigmoid is at most 1/4. If the weights neither stretch nor shrink, nine hidden layers leave at most $4^{-9}$, less
# than 4 millionths. Write two instruments. Both measure with the **norm**, the root of the sum of all squared entries:
#
# - `layer_gradient_norms(grads)`: the norm of each layer's weight gradient, $\|dW^{[1]}\|, \dots, \|dW^{[L]}\|$;
# - `backward_signal(dZ_last, parameters, slopes)`: given the last layer's dZ, carry it back with the formula above and
#   return $\|dZ^{[1]}\|, \dots, \|dZ^{[L]}\|$.
#
# Both lists begin with layer 1. Mind that a backward pass fills its dictionary from the *last* layer to the first.
#
# **On paper.** For the paper parameters, dW1 = [[-1/6, 1/10], [1/6, -1/10]] and dW2 = 0, so the norms are
# √(2/36 + 2/100) = 0.275 and 0. With dZ2 = (-1/2, 1/2, 1/2), of norm √(3/4) = 0.866, and W2 = (1, -1), a slope of 1 (tanh at 0) gives
# ‖dZ1‖ = √(6/4) = 1.225; a slope of 1/4 (sigmoid at 0) gives a quarter of that, 0.306.

# %% nbgrader={"grade": false, "grade_id": "vanishing_gradients_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def layer_gradient_norms(grads):
    """Return the norm of each layer's weight gradient, layer 1 first.

    grads: {"dW1": (n_1, n_0), "db1": (n_1, 1), "dW2": ...}, in any order. Returns a list of L floats.
    """
    ### BEGIN SOLUTION
    layers = sum(name.startswith("dW") for name in grads)
    return [float(np.linalg.norm(grads[f"dW{l}"])) for l in range(1, layers + 1)]
    ### END SOLUTION


def backward_signal(dZ_last, parameters, slopes):
    """Return the norm of dZ in each layer, layer 1 first.

    dZ_last: gradient by the last layer's Z, shape (n_L, m). parameters: {"W1": (n_1, n_0), "b1": (n_1, 1), ...}.
    slopes: a list of L - 1 arrays; slopes[l - 1] is g'(Z) of hidden layer l, shape (n_l, m).
    Returns a list of L floats.
    """
    ### BEGIN SOLUTION
    dZ = dZ_last
    norms = [float(np.linalg.norm(dZ))]
    for l in range(len(slopes), 0, -1):
        dZ = (parameters[f"W{l + 1}"].T @ dZ) * slopes[l - 1]
        norms.append(float(np.linalg.norm(dZ)))
    return norms[::-1]
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "vanishing_gradients", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
P0 = data.p0()
paper_grads = {
    "dW2": np.zeros((1, 2)),
    "db2": np.array([[1 / 6]]),
    "dW1": np.array([[-1 / 6, 0.1], [1 / 6, -0.1]]),
    "db1": np.array([[1 / 6], [-1 / 6]]),
}
dZ2 = np.array([[-0.5, 0.5, 0.5]])
flat, steep = np.full((2, 3), 0.25), np.ones((2, 3))  # the slopes of a sigmoid and of a tanh, both at 0

# A second set: three layers and five examples, every size differs, nothing is zero.
deep_P = {
    "W1": np.array([[0.5, -1.0], [2.0, 0.3], [-0.4, 1.0]]), "b1": np.array([[0.1], [-0.2], [0.3]]),
    "W2": np.array([[1.0, -0.5, 0.2], [0.3, 0.8, -1.0], [-0.6, 0.4, 0.9], [0.7, -0.2, 0.5]]), "b2": np.array([[0.4], [-0.1], [0.2], [0.6]]),
    "W3": np.array([[1.5, -0.5, 0.4, -1.0]]), "b3": np.array([[-0.3]]),
}
deep_grads = {f"d{name}": tensor for name, tensor in reversed(deep_P.items())}  # as a backward pass fills it
deep_dZ = np.array([[0.6, -0.2, 0.5, -0.4, 0.3]])
deep_slopes = [
    np.array([[0.9, 0.2, 0.5, 0.7, 0.4], [0.3, 0.8, 0.6, 0.1, 0.9], [0.5, 0.4, 0.2, 0.8, 0.6]]),
    np.array([[0.2, 0.9, 0.4, 0.6, 0.8], [0.7, 0.3, 0.8, 0.5, 0.1], [0.6, 0.2, 0.9, 0.3, 0.7], [0.4, 0.8, 0.1, 0.9, 0.5]]),
]
twelve = {f"{kind}{l}": np.full((1, 1), 2.0 if kind == "W" else 0.0) for kind in "Wb" for l in range(1, 13)}  # twelve layers of one unit
twelve_grads = {f"d{name}": tensor * float(name[1:]) for name, tensor in twelve.items()}
halved = [np.full((1, 1), 0.25)] * 11  # weights of 2 and slopes of 1/4: each layer passes on a half

with Checks("vanishing_gradients", globals()) as check:
    check("np.array(layer_gradient_norms(paper_grads))", np.array([np.sqrt(2 / 36 + 2 / 100), 0.0]), "dW1 comes first")
    check("np.array(backward_signal(dZ2, P0, [steep]))", np.array([np.sqrt(1.5), np.sqrt(0.75)]), "tanh at 0 has slope 1")
    check("np.array(backward_signal(dZ2, P0, [flat]))", np.array([np.sqrt(1.5) / 4, np.sqrt(0.75)]), "sigmoid at 0 has slope 1/4")
    check("np.array(layer_gradient_norms(deep_grads))", np.array([2.54950976, 2.26495033, 1.91311265]), "three layers", atol=1e-7)
    check("np.array(layer_gradient_norms(twelve_grads))", np.arange(2.0, 25.0, 2.0), "twelve layers, in the order of their numbers")
    check("np.array(layer_gradient_norms({'dW1': np.full((1, 1), 1e-30), 'db1': zero})) * 1e30", np.ones(1), "a tiny norm keeps its size")
    check("np.array(backward_signal(deep_dZ, deep_P, deep_slopes))", np.array([0.30985926, 0.92210466, 0.9486833]), "three layers", atol=1e-7)
    check("np.array(backward_signal(zero + 1, twelve, halved))", 0.5 ** np.arange(11.0, -1.0, -1.0), "twelve layers, half of it gone in each", atol=1e-9)
    check("np.array(backward_signal(1e-30 * deep_dZ, deep_P, deep_slopes)) * 1e30", np.array([0.30985926, 0.92210466, 0.9486833]), "a faint signal is measured too", atol=1e-7)
    check("np.array(backward_signal(dZ2, {'W1': P0['W2'], 'b1': zero}, []))", np.array([np.sqrt(0.75)]), "no hidden layer: one number")
    check.unchanged("backward_signal(dZ2, P0, [flat])", "dZ2", "P0", "flat")

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_vanishing", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: in four untrained networks of ten layers, with sigmoid, tanh, ReLU, and sigmoid with batch
# normalisation, how large is the first layer's gradient beside the last one's? Say a power of ten for each. And will ten sigmoid layers learn the circles without batch normalisation, and with it?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
#
# Sigmoid about 1e-7; the others between 0.1 and 1, with tanh and ReLU near 0.2.
# Without batch normalisation the sigmoid layers stay at the cost ln 2: the gradients of the first layers have vanished. With it they learn. Without
# it, each unit of the ninth layer has nearly the same input for all examples; with it each has spread 1.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_vanishing", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_vanishing = ...  # sigmoid's power of ten: -3 for a thousandth

# %% tags=["study", "covers:vanishing-gradients", "covers:batch-normalisation-effect"] nbgrader={"grade": false, "grade_id": "study_vanishing", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_rings, Y_rings = data.circles()
y_rings = Y_rings[0].astype(int)
weight_norms, signal_norms, ring_costs = {}, {}, {}
for label, activation, normalise in (
    ("sigmoid", "sigmoid", False),
    ("tanh", "tanh", False),
    ("ReLU", "relu", False),
    ("sigmoid + batch norm", "sigmoid", True),
):
    parameters, running = new_network([2] + [32] * 9 + [2], activation, normalise)
    P, caches, _ = network_forward(X_rings, parameters, activation, running)
    grads = network_backward(P, one_hot(y_rings, 2), parameters, caches, activation)
    weight_norms[label] = layer_gradient_norms({name: g for name, g in grads.items() if name[:2] in ("dW", "db")})
    print(f"{label:21s} |dW1| / |dW10| = {weight_norms[label][0] / weight_norms[label][-1]:.1e}")
    if not normalise:
        slopes = [ACTIVATIONS[activation][1](cache["Z"]) for cache in caches[:-1]]
        signal_norms[label] = backward_signal(softmax_backward(P, one_hot(y_rings, 2)), parameters, slopes)

ten_layers = [2] + [16] * 9 + [2]
for label, normalise in (("sigmoid", False), ("sigmoid + batch norm", True)):
    parameters, running = new_network(ten_layers, "sigmoid", normalise)
    _, caches, _ = network_forward(X_rings, parameters, "sigmoid", running)
    Z9 = caches[8]["Z"]
    spread = (Z9 - Z9.mean(axis=1, keepdims=True)).std()
    trained, running, ring_costs[label] = train(
        X_rings, y_rings, ten_layers, epochs=120, learning_rate=0.1, activation="sigmoid", normalise=normalise
    )
    accuracy = 100 * np.mean(classify(X_rings, trained, "sigmoid", running) == y_rings)
    print(f"{label:21s} spread in layer 9 at the start {spread:.1e}; after training: cost {ring_costs[label][-1]:.4f}, accuracy {accuracy:.1f}%")

fig, axes = plt.subplots(1, 3, figsize=(14, 4.2), layout="constrained")
plots.magnitudes(weight_norms, "norm of dW (log scale)", "What each layer would learn", ax=axes[0])
plots.magnitudes(signal_norms, "norm of dZ (log scale)", "The signal on its way back\n(not with batch norm)", ax=axes[1])
plots.learning_curves(ring_costs, xlabel="epoch", title="Ten sigmoid layers on the circles", ax=axes[2])
plt.show()
beside("vanishing", guess_vanishing, float(np.log10(weight_norms["sigmoid"][0] / weight_norms["sigmoid"][-1])), "power of ten")

# %% [markdown] tags=["covers:rmsprop", "covers:classical-momentum"]
# On a log scale, a signal that shrinks by the same factor at each layer is a straight line. (Batch norm is missing in the middle panel: `backward_signal` knows nothing of it.) Over many seeds
# the sigmoid network's first layer received about 5e-8
# of what the last one did, tanh 0.24, ReLU 0.17, and sigmoid with batch normalisation 0.25 (from 0.026 to 4.5 over 40 seeds: a single network says
# little). On the right, plain sigmoid stays at ln 2, the cost of guessing.
#
# ## 5. Two more optimizers
#
# **RMSprop** keeps a running mean of each squared gradient and divides by its root:
#
# $$s \leftarrow \beta s + (1 - \beta) \, g^2 \qquad \theta \leftarrow \theta - \alpha \frac{g}{\sqrt{s} + \varepsilon}$$
#
# (Adam without momentum and correction; ε stands outside the root.)
#
# **Classical momentum** has a velocity that is a fading *sum* of the gradients, not their average:
#
# $$v \leftarrow \beta v + g \qquad \theta \leftarrow \theta - \alpha v$$
#
# Here g is any gradient (`dW1`, `db1`, ...), and s and v have its shape and its name: `s["dW1"]`. Under a constant gradient the velocity rises to
# $g (1 + \beta + \beta^2 + \dots) = g / (1 - \beta)$: the **effective rate** is $\alpha / (1 - \beta)$, with β = 0.9
# ten times the rate that you wrote.
#
# **On paper.** With the paper gradient dW1 = [[-1/6, 1/10], [1/6, -1/10]], learning rate 1.2 and v = 0, the first classical step is plain
# gradient descent: W1 = [[0.2, -0.12], [-0.2, 0.12]]. A second step with the same gradient is 1.9 times as long. RMSprop's first step, from s = 0 with
# ε = 0, is α g / (√0.1 |g|) = 3.162 α, up or down: the same size for each entry.

# %% nbgrader={"grade": false, "grade_id": "extra_optimizers_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def update_parameters_with_rmsprop(parameters, grads, s, learning_rate=0.001, beta=0.9, epsilon=1e-8):
    """Return (parameters, s) after one step of RMSprop, as new dictionaries.

    parameters: {"W1", "b1", ...}. grads and s: {"dW1", "db1", ...}, of the same shapes; s holds mean squared gradients.
    """
    ### BEGIN SOLUTION
    new_parameters, new_s = {}, {}
    for name, tensor in parameters.items():
        g = grads["d" + name]
        new_s["d" + name] = beta * s["d" + name] + (1 - beta) * g**2
        new_parameters[name] = tensor - learning_rate * g / (np.sqrt(new_s["d" + name]) + epsilon)
    return new_parameters, new_s
    ### END SOLUTION


def update_parameters_with_classical_momentum(parameters, grads, v, learning_rate, beta=0.9):
    """Return (parameters, v) after one step of classical momentum, as new dictionaries.

    parameters: {"W1", "b1", ...}. grads and v: {"dW1", "db1", ...}, of the same shapes; v is a fading sum of gradients.
    """
    ### BEGIN SOLUTION
    new_parameters, new_v = {}, {}
    for name, tensor in parameters.items():
        new_v["d" + name] = beta * v["d" + name] + grads["d" + name]
        new_parameters[name] = tensor - learning_rate * new_v["d" + name]
    return new_parameters, new_v
    ### END SOLUTION


# %% nbgrader={"grade": true, "grade_id": "extra_optimizers", "locked": true, "points": 2, "schema_version": 3, "solution": false, "task": false}
at_rest = {name: np.zeros_like(g) for name, g in paper_grads.items()}
moving = {name: g.copy() for name, g in paper_grads.items()}  # the velocity after one step
first_step = np.sqrt(10) * 0.01
ones, twos, fives = ({f"d{name}": np.full(tensor.shape, x) for name, tensor in deep_P.items()} for x in (1.0, 2.0, 5.0))
no_slope = {name: 0 * g for name, g in paper_grads.items()}

with Checks("extra_optimizers", globals()) as check:
    check(
        "update_parameters_with_classical_momentum(P0, paper_grads, at_rest, 1.2)[0]['W1']",
        np.array([[0.2, -0.12], [-0.2, 0.12]]),
        "the first step is gradient descent",
    )
    check(
        "update_parameters_with_classical_momentum(P0, paper_grads, moving, 1.2)[1]['db2']",
        np.array([[1.9 / 6]]),
        "v = 0.9 / 6 + 1 / 6",
    )
    check(
        "update_parameters_with_rmsprop(P0, paper_grads, at_rest, 0.01)[0]['b1']",
        np.array([[-first_step], [first_step]]),
        "the first step has the size 3.162 x 0.01",
    )
    check(
        "update_parameters_with_rmsprop(P0, paper_grads, at_rest, 0.01)[1]['db2']",
        np.array([[0.1 / 36]]),
        "s = 0.1 x (1/6) x (1/6)",
    )
    check(
        "update_parameters_with_rmsprop(P0, paper_grads, at_rest, 0.01)[0]['W1']",
        first_step * np.array([[1.0, -1.0], [-1.0, 1.0]]),
        "steep or not, each entry's step has the same size",
    )
    for name in deep_P:
        check(
            f"update_parameters_with_classical_momentum(deep_P, ones, twos, 0.2, 0.5)[0]['{name}']",
            deep_P[name] - 0.4,
            f"{name} of three layers: 0.2 x (0.5 x 2 + 1) less",
        )
        check(
            f"update_parameters_with_rmsprop(deep_P, ones, fives, 0.9, 0.75, 0.25)[0]['{name}']",
            deep_P[name] - 0.4,
            f"{name} of three layers: 0.9 / (2 + 0.25) less, as the root is of 0.75 x 5 + 0.25 x 1",
        )
    check("update_parameters_with_rmsprop(P0, no_slope, at_rest, 0.01)[0]['b1']", np.zeros((2, 1)), "no slope, no step, and no nan")
    check.unchanged("update_parameters_with_classical_momentum(P0, paper_grads, moving, 1.2)", "P0", "moving")
    check.unchanged("update_parameters_with_rmsprop(P0, paper_grads, at_rest)", "P0", "at_rest")

# %% [markdown] tags=["covers:tsne-map"]
# ## 6. A map of the hidden layer
#
# The hidden layer of your digits network describes each image by 32 numbers. **t-SNE** places every image on a map so that
# images that were close neighbours among those numbers stay close on the map. It looks at the numbers alone: it never sees a label.
# Only neighbourhood means something on such a map. Axes, the distance between far islands, and the size of an island mean little.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_tsne", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: you will see one map of the raw pixels and one of the hidden activations, for the 360 test images. How will
# they differ, and which digits will lie beside the wrong island?* Your answer:
#
# === BEGIN SOLUTION ===
#
# The islands are already there for the pixels. The hidden layer makes them tighter (the silhouette about doubles) but not purer: the nearest
# neighbour has the same class for about 97% on both maps. Strays are often the images that the network gets wrong.
#
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_tsne", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_tsne = ...  # percent on the map of the hidden layer whose nearest neighbour has their class

# %% [markdown]
# Look for islands of one digit, for islands that touch, and for strays; circles mark the images that the network gets wrong. This is the figure to keep.

# %% tags=["study", "covers:tsne-map"] nbgrader={"grade": false, "grade_id": "study_tsne", "locked": true, "schema_version": 3, "solution": false, "task": false}
from sklearn.manifold import TSNE
from sklearn.metrics import silhouette_score

hidden = network_forward(X_test, digits_network)[1][1]["A_prev"]  # what layer 2 is given: (32, 360)


def neighbours_agree(features, labels):
    """Return the percentage of examples whose nearest other example has the same label."""
    distances = np.sum((features[:, :, None] - features[:, None, :]) ** 2, axis=0)
    np.fill_diagonal(distances, np.inf)
    return 100 * np.mean(labels[np.argmin(distances, axis=1)] == labels)


fig, axes = plt.subplots(1, 2, figsize=(13, 5.2), layout="constrained")
for ax, features, title in ((axes[0], X_test, "64 pixels"), (axes[1], hidden, "32 hidden activations")):
    places = TSNE(n_components=2, perplexity=20, init="pca", random_state=0).fit_transform(features.T)
    plots.embedding(places, y_test, f"t-SNE of the {title}", ax=ax)
    ax.scatter(*places[y_guess != y_test].T, s=110, facecolors="none", edgecolors="black", linewidths=1.3)
    print(f"{title}: nearest neighbour of the same class for {neighbours_agree(features, y_test):.1f}%, ", end="")
    print(f"silhouette {silhouette_score(features.T, y_test):.2f} (1: tight islands far apart, 0: touching)")
plt.show()
beside("tsne", guess_tsne, neighbours_agree(hidden, y_test), "percent")

# %% [markdown]
# **Describe the map** (2 points, read by a person). In three to six sentences: (a) how the map of the hidden activations differs from that of the
# pixels, with one pair of digits as your example; (b) whether the circled images stand where you would expect, given your confusion
# matrix; (c) one thing that somebody might read into the map and that it does not show.

# %% [markdown] nbgrader={"grade": true, "grade_id": "tsne", "locked": false, "points": 2, "schema_version": 3, "solution": true, "task": false}
# Your description:
#
# === BEGIN SOLUTION ===
#
# (a), 1 point: digits of one class lie together on both maps, and neighbours agree about as often on both; on the hidden map the islands are
# tighter or better separated, with a pair named that the student can really see (for example 1 and 8, or 3 and 9).
#
# (b), half a point: most circled images lie at the edge of an island or inside a wrong one, and the classes agree with cells off the
# diagonal. A counterexample that is really there earns the same.
#
# (c), half a point: one of these: distances between islands, sizes of islands, the axes, or the orientation have no meaning; another seed or
# perplexity draws another map; the map is no proof that the classes are separable.
#
# === END SOLUTION ===

# %% [markdown]
# ## What you have learnt
#
# - **Softmax** makes exclusive classes share one probability; independent labels get a sigmoid each. Measure an example's scores from its own
#   largest one, and nothing overflows. With **cross-entropy** the gradient is (P - Y)/m.
# - A **confusion matrix** shows which classes a network takes for which; accuracy is its diagonal.
# - **Batch normalisation** gives each feature mean 0 and spread 1 in the batch, in training; prediction uses running statistics. Its
#   backward pass has three ways, because moving one example moves the mean and the variance too.
# - **Gradients vanish** when every layer multiplies by less than 1: a sigmoid by a quarter at most. Good initialisation,
#   tanh or ReLU, and batch normalisation are the cures.
# - **RMSprop** gives every parameter steps of its own size; **classical momentum** has the effective rate α / (1 - β).
# - **t-SNE** shows neighbourhoods, and nothing else.
#
# You started with one neuron that drew a straight line. When you next use a library, you will know what is inside.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
