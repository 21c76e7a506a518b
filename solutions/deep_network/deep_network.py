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
# # A network of any depth
#
# **Time**: about 105 minutes. **Before it**: `check_and_init`. **After it**: `what_networks_see` (to look into networks; not graded), then `optimizers`.
#
# One hidden layer was written out by hand: `W1`, `b1`, `W2`, `b2`. Today the same mathematics goes into a loop, and the
# loop does not care whether there are two layers or twelve. You will build `deep_forward`, `deep_backward`, and a class that holds both and learns from data. At the end it
# tells handwritten zeros from ones, and you look at what its first layer has learnt to see.

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

recall.ask("deep_network")

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "recall_answers", "locked": false, "schema_version": 3, "solution": false, "task": false}
recall.check("deep_network", [..., ..., ...])

# %% [markdown]
# ## What you already have
#
# These functions come from earlier notebooks. Two are new in form only:
#
# - `ACTIVATIONS["tanh"]` is a pair: the activation and its slope. So `g, g_slope = ACTIVATIONS[activation]`
#   gives you both for any hidden layer.
# - `initialize_deep([2, 4, 1], "he", rng)` draws `W1` (4, 2), `b1` (4, 1), `W2` (1, 4), `b2` (1, 1). Use `"he"` for ReLU and
#   `"xavier"` for tanh and sigmoid.

# %% nbgrader={"grade": false, "grade_id": "provided_functions", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(z):
    """Return 1 / (1 + exp(-z)) for every entry, without overflow."""
    small = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + small), small / (1 + small))


def sigmoid_derivative(z):
    """Return the slope of the sigmoid at z."""
    return sigmoid(z) * (1 - sigmoid(z))


def tanh_derivative(z):
    """Return the slope of tanh at z."""
    return 1 - np.tanh(z) ** 2


def relu(z):
    """Return z where it is positive, 0 elsewhere."""
    return np.maximum(0, z)


def relu_derivative(z):
    """Return 1.0 where z is positive, 0.0 elsewhere."""
    return (z > 0).astype(float)


ACTIVATIONS = {
    "relu": (relu, relu_derivative),
    "tanh": (np.tanh, tanh_derivative),
    "sigmoid": (sigmoid, sigmoid_derivative),
}


def initialize_deep(layer_dims, method="he", rng=None):
    """Draw the weights of every layer ("he" or "xavier"); biases start at zero."""
    variances = {"he": 2.0, "xavier": 1.0}
    if method not in variances:
        raise ValueError(f"method must be one of {', '.join(variances)}, not {method!r}")
    rng = np.random.default_rng() if rng is None else rng
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * np.sqrt(variances[method] / n_in)
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


def compute_cost(AL, Y):
    """Return the cross-entropy: summed over outputs, its mean over the m examples."""
    A = np.clip(AL, 1e-12, 1 - 1e-12)
    return float(-np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1])


def compute_accuracy(predictions, Y):
    """Return the percentage of labels that are right."""
    return float(np.mean(predictions == Y) * 100)

# %% [markdown]
# ## A network small enough for paper
#
# Three examples (the first is $x = (1, 0.3)$), three layers with 2, 1 and 1 units, ReLU in the hidden layers. Take a pencil: the next pages
# use these numbers.
#
# $$W^{[1]} = \begin{pmatrix}1 & 0\\ 0 & 1\end{pmatrix},\; b^{[1]} = \begin{pmatrix}0\\ -0.5\end{pmatrix},\quad
# W^{[2]} = \begin{pmatrix}1 & -1\end{pmatrix},\; b^{[2]} = 0.5,\quad W^{[3]} = 2,\; b^{[3]} = -1$$

# %% nbgrader={"grade": false, "grade_id": "fill_first_sum", "locked": false, "schema_version": 3, "solution": false, "task": false}
my_first_sum = ...  # the first example in layer 1: what does unit 2 get before its ReLU?

# %% nbgrader={"grade": false, "grade_id": "paper_network", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_tiny, Y_tiny = data.tiny()
paper = {
    "W1": np.array([[1.0, 0.0], [0.0, 1.0]]),
    "b1": np.array([[0.0], [-0.5]]),
    "W2": np.array([[1.0, -1.0]]),
    "b2": np.array([[0.5]]),
    "W3": np.array([[2.0]]),
    "b3": np.array([[-1.0]]),
}
print("X =\n", X_tiny, "\nY =", Y_tiny)
said(my_first_sum, -0.2, "unit 2, first example, before its ReLU")

# %% [markdown] tags=["covers:deep-forward"]
# ## 1. Forward, layer after layer (5 points)
#
# With $A^{[0]} = X$, for $l = 1, \dots, L$:
#
# $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}, \qquad A^{[l]} = g(Z^{[l]})$$
#
# | symbol | shape | |
# |---|---|---|
# | $A^{[l-1]}$ | $(n_{l-1}, m)$ | the layer's input, one example a column |
# | $W^{[l]}$, $b^{[l]}$ | $(n_l, n_{l-1})$, $(n_l, 1)$ | `parameters["W1"]`, `parameters["b1"]`, ... |
# | $Z^{[l]}$, $A^{[l]}$ | $(n_l, m)$ | before and after the activation |
#
# Hidden layers use the `activation` that is asked for. The last layer always uses the sigmoid, because its output is a
# probability. With no hidden layer at all ($L = 1$) this is logistic regression. Each layer has two entries in `parameters`: so how many layers are there?
#
# **On paper.** Layer 1 gives $Z^{[1]} = \begin{pmatrix}1 & 0.5 & -0.5\\ -0.2 & 0.5 & -0.6\end{pmatrix}$, so
# $A^{[1]} = \begin{pmatrix}1 & 0.5 & 0\\ 0 & 0.5 & 0\end{pmatrix}$. Layer 2: $Z^{[2]} = A^{[2]} = (1.5,\ 0.5,\ 0.5)$. Layer 3:
# $Z^{[3]} = (2,\ 0,\ 0)$ and $A^{[3]} = (0.8808,\ 0.5,\ 0.5)$.
#
# **The cache.** The way back needs what the way forward saw. Every layer leaves a dictionary behind; `caches[l - 1]` belongs to
# layer `l`, since lists count from 0:
#
# `{"A_prev": the layer's input, "Z": before the activation, "W": ..., "b": ...}`

# %% nbgrader={"grade": false, "grade_id": "deep_forward_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def deep_forward(X, parameters, activation="relu"):
    """Carry the examples through every layer and return (AL, caches).

    X: the inputs, shape (n_0, m).
    parameters: "W1", "b1", ..., "WL", "bL"; layer l has W of shape (n_l, n_{l-1}) and b of shape (n_l, 1).
    activation: of the hidden layers: "relu", "tanh" or "sigmoid". Any other name is a ValueError that lists these three.
    Returns AL, shape (n_L, m), and caches, a list of L dictionaries: caches[l - 1] holds "A_prev", "Z", "W" and "b" of layer l.
    """
    ### BEGIN SOLUTION
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}, not {activation!r}")
    g, _ = ACTIVATIONS[activation]
    L = len(parameters) // 2
    A = X
    caches = []
    for l in range(1, L + 1):
        A_prev, W, b = A, parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A_prev + b
        A = sigmoid(Z) if l == L else g(Z)
        caches.append({"A_prev": A_prev, "Z": Z, "W": W, "b": b})
    return A, caches
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "deep_forward", "locked": true, "points": 5, "schema_version": 3, "solution": false, "task": false}
shuffled = {name: paper[name] for name in ("b3", "W2", "b1", "W3", "W1", "b2")}
chain = {f"W{l}": np.eye(1, 2 if l == 1 else 1) for l in range(1, 13)} | {f"b{l}": np.full((1, 1), float(l > 1)) for l in range(1, 13)}
with Checks("deep_forward", globals()) as check:
    check("deep_forward(X_tiny, paper)[0]", np.array([[0.88079708, 0.5, 0.5]]), "the three layers on paper", atol=1e-6)
    check("len(deep_forward(X_tiny, paper)[1])", 3, "one cache a layer")
    check("deep_forward(X_tiny, paper)[1][0]['Z']", np.array([[1.0, 0.5, -0.5], [-0.2, 0.5, -0.6]]), "Z1 on paper")
    check("deep_forward(X_tiny, paper)[1][1]['A_prev']", np.array([[1.0, 0.5, 0.0], [0.0, 0.5, 0.0]]), "A1 on paper")
    check("deep_forward(X_tiny, {'W1': np.zeros((1, 2)), 'b1': np.zeros((1, 1))})[0]", np.full((1, 3), 0.5),
          "one layer of zeros: logistic regression that knows nothing")
    check("deep_forward(X_tiny, paper, 'tanh')[0]", np.array([[0.68888346, 0.48106763, 0.50948509]]), "the same network with tanh", atol=1e-6)
    check("deep_forward(X_tiny, shuffled)[0]", np.array([[0.88079708, 0.5, 0.5]]), "layers are found by name, in any order", atol=1e-6)
    check("deep_forward(X_tiny, paper)[1][1]['W']", paper["W2"], "layer 2's cache holds layer 2's weights")
    check("deep_forward(X_tiny, paper)[1][0]['W']", paper["W1"], "layer 1's cache holds layer 1's weights")
    check("deep_forward(X_tiny, chain)[0]", sigmoid(X_tiny[:1] * (X_tiny[:1] > 0) + 11.0), "twelve layers, each but the first adds 1", atol=1e-6)
    check("deep_forward(np.array([[1, 0], [0, 1]]), paper)[0]", sigmoid(np.array([[2.0, -1.0]])), "whole numbers in, fractions out")
    check("deep_forward(1000 * X_tiny, paper)[0]", np.array([[1.0, 0.26894142, 0.5]]), "huge inputs: sure, but never nan")
    check.raises("deep_forward(X_tiny, paper, 'softplus')", ValueError, "an unknown activation is refused")
    check.unchanged("deep_forward(X_tiny, paper)", "X_tiny", "paper")

# %% [markdown]
# ### Find the fault (about 15 minutes, worth no points: leave it empty if you like)
#
# Your `deep_forward` is green. The next cell builds one fault into **your own function**; your name decides which. Then write a test:
# `expose_forward(f)` calls `f(X, parameters, activation)` on numbers of your choice, and returns `True` if `f` is wrong, `False` if it is right.
#
# Which fault needs a bias that is not zero, which one an activation other than the default, and which one a look into the caches? Your test is tried on right
# and wrong versions that you have never seen. A difference by rounding, below a millionth, is no fault, nor is one more entry in a cache; a wrong shape is one.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "try_expose_forward", "locked": false, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_version

faulty = wrong_version(deep_forward, "ada")  # your name in the place of ada
print("yours", deep_forward(X_tiny, paper, "tanh")[0], "  the faulty one", faulty(X_tiny, paper, "tanh")[0])

# %% nbgrader={"grade": false, "grade_id": "expose_forward_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def expose_forward(f):
    """Return True if f is a wrong deep_forward, and False if it is a right one.

    f: a function that is called as f(X, parameters, activation), X of shape (n_0, m), and returns (AL, caches). Returns True or False.
    """
    ### BEGIN SOLUTION
    for activation in ("relu", "tanh"):
        passes = (deep_forward(X_tiny, paper, activation), f(X_tiny, paper, activation))
        mine, its = ([AL, *(cache[name] for cache in caches for name in ("A_prev", "Z", "W", "b"))] for AL, caches in passes)
        if len(mine) != len(its) or not all(map(np.allclose, mine, its)):
            return True
    return False
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "expose_forward", "locked": true, "points": 0, "schema_version": 3, "solution": false, "task": false}
from lesson.faults import wrong_versions

with Checks("expose_forward", globals()) as check:
    check("expose_forward(deep_forward)", False, "your own function is right")
    check("expose_forward(lambda *given: (deep_forward(*given)[0] * (1 + 1e-9), deep_forward(*given)[1]))", False, "rounding is no fault")
    check("expose_forward(lambda *given: (deep_forward(*given)[0] + 0.001, deep_forward(*given)[1]))", True, "a thousandth too high")
    check("sum(bool(expose_forward(f)) for f in wrong_versions(deep_forward))", 5, "each of the five faults that can be built into yours")

# %% [markdown] tags=["covers:deep-backward"]
# ## 2. Backward, layer after layer (7 points)
#
# The cost is the cross-entropy, its mean over the $m$ examples. As with one hidden layer, the last layer starts the chain,
# and each layer hands a message to the one before it:
#
# $$dZ^{[L]} = A^{[L]} - Y$$
#
# $$dW^{[l]} = \tfrac{1}{m}\, dZ^{[l]} A^{[l-1]T}, \qquad db^{[l]} = \tfrac{1}{m} \sum_{\text{examples}} dZ^{[l]}$$
#
# $$dA^{[l-1]} = W^{[l]T} dZ^{[l]}, \qquad dZ^{[l-1]} = dA^{[l-1]} * g'(Z^{[l-1]})$$
#
# | symbol | shape |
# |---|---|
# | $dZ^{[l]}$ | $(n_l, m)$, like $Z^{[l]}$ |
# | $dW^{[l]}$, $db^{[l]}$ | $(n_l, n_{l-1})$, $(n_l, 1)$, like the tensors themselves |
# | $dA^{[l-1]}$ | $(n_{l-1}, m)$, like the layer's input |
#
# The star is the product entry by entry. Notice what each line reads: $dW^{[l]}$ needs the *input* of layer $l$, and the step down to
# layer $l-1$ needs $W$ of layer $l$ but $Z$ of layer $l-1$.
#
# **On paper.** $dZ^{[3]} = (-0.1192,\ 0.5,\ 0.5)$ gives $dW^{[3]} = \frac{1}{3}(-0.1788 + 0.25 + 0.25) = 0.1071$ and
# $db^{[3]} = 0.2936$. Then $dA^{[2]} = 2\, dZ^{[3]} = (-0.2384,\ 1,\ 1)$; all of $Z^{[2]}$ is positive, so $dZ^{[2]}$ is the same, and
# $dW^{[2]} = (0.0872,\ 0.1667)$. One layer down, ReLU stops three of six messages:
# $dZ^{[1]} = \begin{pmatrix}-0.2384 & 1 & 0\\ 0 & -1 & 0\end{pmatrix}$.

# %% nbgrader={"grade": false, "grade_id": "deep_backward_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
def deep_backward(AL, Y, caches, activation="relu"):
    """Return the gradient of the cost for every weight and bias.

    AL, Y: the outputs and the labels, shape (n_L, m). caches: what deep_forward returned with AL.
    activation: the same as in that forward pass; an unknown one is a ValueError that lists the choices.
    Returns a dictionary "dW1", "db1", ..., "dWL", "dbL"; each has the shape of its tensor.
    """
    ### BEGIN SOLUTION
    if activation not in ACTIVATIONS:
        raise ValueError(f"activation must be one of {', '.join(ACTIVATIONS)}, not {activation!r}")
    _, g_slope = ACTIVATIONS[activation]
    m = Y.shape[1]
    grads = {}
    dZ = AL - Y
    for l in range(len(caches), 0, -1):
        cache = caches[l - 1]
        grads[f"dW{l}"] = dZ @ cache["A_prev"].T / m
        grads[f"db{l}"] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dA = cache["W"].T @ dZ
            dZ = dA * g_slope(caches[l - 2]["Z"])
    return grads
    ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "deep_backward", "locked": true, "points": 7, "schema_version": 3, "solution": false, "task": false}
paper_AL = np.array([[0.8807970779778823, 0.5, 0.5]])
paper_caches = [
    {"A_prev": X_tiny, "Z": np.array([[1.0, 0.5, -0.5], [-0.2, 0.5, -0.6]]), "W": paper["W1"], "b": paper["b1"]},
    {"A_prev": np.array([[1.0, 0.5, 0.0], [0.0, 0.5, 0.0]]), "Z": np.array([[1.5, 0.5, 0.5]]), "W": paper["W2"],
     "b": paper["b2"]},
    {"A_prev": np.array([[1.5, 0.5, 0.5]]), "Z": np.array([[2.0, 0.0, 0.0]]), "W": paper["W3"], "b": paper["b3"]},
]
paper_grads = {
    "dW3": np.array([[0.10706521]]), "db3": np.array([[0.29359903]]), "dW2": np.array([[0.08719805, 0.16666667]]),
    "db2": np.array([[0.58719805]]), "dW1": np.array([[0.08719805, 0.30949275], [-0.16666667, -0.33333333]]),
    "db1": np.array([[0.25386472], [-0.33333333]]),
}  # fmt: skip

one_cache = [{"A_prev": X_tiny, "Z": np.array([[-900.0, 900.0, 900.0]]), "W": np.array([[-900.0, -900.0]]), "b": np.array([[900.0]])}]
two_AL, two_Y = np.array([[0.9, 0.4], [0.2, 0.1]]), np.array([[1.0, 0.0], [0.0, 1.0]])
two_caches = [{"A_prev": X_tiny[:, :2], "Z": np.array([[2.2, -0.4], [-1.4, -2.2]]), "W": np.eye(2), "b": np.zeros((2, 1))}]
with Checks("deep_backward", globals()) as check:
    for name, value in paper_grads.items():
        check(f"deep_backward(paper_AL, Y_tiny, paper_caches)['{name}']", value, f"{name} on paper", atol=1e-6)
    check("deep_backward(paper_AL, Y_tiny, paper_caches, 'tanh')['dW1']", np.array([[-0.00603104, 0.1837407], [0.00398751, -0.1833724]]), "the same caches with tanh's slopes", atol=1e-6)
    check("deep_backward(paper_AL, Y_tiny, paper_caches, 'sigmoid')['dW1']", np.array([[-0.00233034, 0.01586892], [0.00269008, -0.01573664]]), "and with sigmoid's", atol=1e-6)
    check("deep_backward(np.array([[0.0, 1.0, 1.0]]), Y_tiny, one_cache)['db1']", np.array([[1 / 3]]), "one layer alone, certain and wrong")
    check("deep_backward(two_AL, two_Y, two_caches)['db1']", np.array([[0.15], [-0.35]]), "two outputs, two examples: the mean is over examples")
    check.raises("deep_backward(paper_AL, Y_tiny, paper_caches, 'softplus')", ValueError, "an unknown activation is refused")
    check.unchanged("deep_backward(paper_AL, Y_tiny, paper_caches)", "paper_AL", "Y_tiny", "paper_caches")

# %% [markdown] tags=["covers:network-class"]
# ## 3. A class to hold it together (3 points)
#
# A network is its parameters and four short methods. Let the class keep what stays the same from call to call, and hand
# the rest around:
#
# ```python
# net = NeuralNetwork([2, 4, 1], "tanh", 0.5, np.random.default_rng(0))
# AL, caches = net.forward(X)            # always these two
# cost = net.compute_cost(AL, Y)         # one number
# grads = net.backward(AL, Y, caches)    # dW1, db1, dW2, db2
# net.update_parameters(grads)           # one step of gradient descent: W <- W - learning_rate * dW
# ```
#
# `train` repeats these four lines `num_iterations` times on all the examples and returns the list of costs, one an iteration,
# each taken *before* that iteration's step. Calling it again carries on from where the network stands. `predict` gives the label 1
# where the probability is above one half, and leaves the network as it was.
#
# There is nothing new to calculate: let your two functions do the work. Write one method, run the cell below, then write the next: the
# checks stand in this order, and each names its method.
#
# **On paper.** A network `[2, 1]` whose weights were set to zero says 0.5 for everyone. Its first cost is $\ln 2 = 0.6931$.
# With $dZ = (-0.5, 0.5, 0.5)$, $db = 0.1667$: at learning rate 1.2 the bias moves from 0 to $-0.2$.

# %% nbgrader={"grade": false, "grade_id": "neural_network_solution", "locked": false, "schema_version": 3, "solution": true, "task": false}
class NeuralNetwork:
    """A network for yes-or-no questions: any number of hidden layers, a sigmoid at the end.

    layer_dims: the widths from inputs to outputs, such as [2, 4, 1]. activation: of the hidden layers.
    learning_rate: of gradient descent. rng: the NumPy generator that draws the first weights; None means a new one.
    Attribute parameters: the dictionary "W1", "b1", ... as it stands now.
    """

    def __init__(self, layer_dims, activation="relu", learning_rate=0.01, rng=None):
        """Draw the weights: "he" for relu, "xavier" for tanh and sigmoid."""
        ### BEGIN SOLUTION
        self.activation = activation
        self.learning_rate = learning_rate
        self.parameters = initialize_deep(layer_dims, "he" if activation == "relu" else "xavier", rng)
        ### END SOLUTION

    def forward(self, X):
        """Return (AL, caches) for X, shape (n_0, m)."""
        ### BEGIN SOLUTION
        return deep_forward(X, self.parameters, self.activation)
        ### END SOLUTION

    def compute_cost(self, AL, Y):
        """Return the cross-entropy of AL against Y, one float."""
        ### BEGIN SOLUTION
        return compute_cost(AL, Y)
        ### END SOLUTION

    def backward(self, AL, Y, caches):
        """Return the gradients "dW1", "db1", ... of the forward pass that gave AL and caches."""
        ### BEGIN SOLUTION
        return deep_backward(AL, Y, caches, self.activation)
        ### END SOLUTION

    def update_parameters(self, grads):
        """Take one step of gradient descent; returns nothing, changes self.parameters."""
        ### BEGIN SOLUTION
        self.parameters = {
            name: value - self.learning_rate * grads[f"d{name}"] for name, value in self.parameters.items()
        }
        ### END SOLUTION

    def train(self, X, Y, num_iterations):
        """Take num_iterations steps on all of X (n_0, m) and Y (n_L, m).

        Returns the list of costs, one an iteration, each from before that iteration's step.
        """
        ### BEGIN SOLUTION
        costs = []
        for _ in range(num_iterations):
            AL, caches = self.forward(X)
            costs.append(self.compute_cost(AL, Y))
            self.update_parameters(self.backward(AL, Y, caches))
        return costs
        ### END SOLUTION

    def predict(self, X):
        """Return the labels 0 and 1, shape (n_L, m): 1 where the probability is above one half."""
        ### BEGIN SOLUTION
        AL, _ = self.forward(X)
        return (AL > 0.5).astype(int)
        ### END SOLUTION

# %% nbgrader={"grade": true, "grade_id": "neural_network", "locked": true, "points": 3, "schema_version": 3, "solution": false, "task": false}
def blank(learning_rate=1.2):
    """A [2, 1] network with all its weights at zero, as on paper."""
    net = NeuralNetwork([2, 1], "relu", learning_rate, np.random.default_rng(0))
    net.parameters.update({"W1": np.zeros((1, 2)), "b1": np.zeros((1, 1))})
    return net


def paper_net(*activation_and_rate):
    """A network that stands at the paper parameters."""
    net = NeuralNetwork([2, 2, 1, 1], *activation_and_rate)
    net.parameters.update({name: tensor.copy() for name, tensor in paper.items()})
    return net


def after(net, method, *arguments):
    """The network after a call of one of its methods."""
    getattr(net, method)(*arguments)
    return net


def after_training(net, steps):
    """The network after some steps on the three examples."""
    return after(net, "train", X_tiny, Y_tiny, steps)


def start(n_x=3, seed=0, activation="relu"):
    """The first parameters of a network with two hidden layers."""
    return NeuralNetwork([n_x, 100, 20, 1], activation, 0.1, np.random.default_rng(seed)).parameters


def beside_another(net):
    """The same network, after a second one was made and trained."""
    after(NeuralNetwork([2, 3, 1], "tanh", 9.0), "train", X_tiny, Y_tiny, 2)
    return net


widths = [2, 4, 3, 1]
step_grads = {f"d{name}": np.full(tensor.shape, 0.5) for name, tensor in paper.items()}
with Checks("neural_network", globals()) as check:
    # __init__
    check.shape("NeuralNetwork([2, 4, 3, 1]).parameters['W2']", (3, 4), "__init__: layer 2 has 3 units that look at 4")
    check.shape("NeuralNetwork([2, 4, 3, 1]).parameters['W3']", (1, 3), "__init__: the outputs are a layer too")
    check("start()['b2']", np.zeros((20, 1)), "__init__: biases start at zero")
    check.that("0.6 < 20 * np.std(start(400)['W1']) < 2.0", "__init__: a sum of 400 inputs is neither faint nor loud")
    check.that("np.array_equal(start(3, 5)['W1'], start(3, 5)['W1'])", "__init__: the same generator, the same start")
    check.that("np.all(start(3, 5)['W1'] != start(3, 6)['W1'])", "__init__: another generator, another start")
    check.unchanged("NeuralNetwork(widths)", "widths")
    # forward
    check("blank().forward(X_tiny)[0]", np.full((1, 3), 0.5), "forward: a blank network shrugs")
    check("paper_net('tanh').forward(X_tiny)[0]", np.array([[0.68888346, 0.48106763, 0.50948509]]), "forward: the paper network with tanh")
    check("len(paper_net().forward(X_tiny)[1])", 3, "forward: one cache a layer")
    # compute_cost
    check("blank().compute_cost(np.array([[0.5, 0.25, 0.5]]), Y_tiny)", 0.55799214, "compute_cost: (ln 2 + ln 4/3 + ln 2) / 3")
    check("blank().compute_cost(two_AL, two_Y)", 1.57095739, "compute_cost: two outputs are summed, the mean is over examples")
    check.that("10 < blank().compute_cost(np.array([[0.0, 1.0, 0.0]]), Y_tiny) < 800", "compute_cost: certain and wrong is dear, not infinite")
    # backward
    check("paper_net().backward(paper_AL, Y_tiny, paper_caches)['dW1']", paper_grads["dW1"], "backward: dW1 on paper", atol=1e-6)
    check("paper_net('sigmoid').backward(paper_AL, Y_tiny, paper_caches)['dW1']", np.array([[-0.00233034, 0.01586892], [0.00269008, -0.01573664]]), "backward: with sigmoid's slopes", atol=1e-6)
    check("after(paper_net(), 'forward', -X_tiny).backward(paper_AL, Y_tiny, paper_caches)['dW1']", paper_grads["dW1"],
          "backward: it answers for the caches that it is given", atol=1e-6)
    # update_parameters
    check("after(paper_net('relu', 0.2), 'update_parameters', step_grads).parameters", {
        "W1": np.array([[0.9, -0.1], [-0.1, 0.9]]), "b1": np.array([[-0.1], [-0.6]]), "W2": np.array([[0.9, -1.1]]),
        "b2": np.array([[0.4]]), "W3": np.array([[1.9]]), "b3": np.array([[-1.1]])}, "update_parameters: 0.2 times 0.5 less, in every layer")
    check("after(after(paper_net('relu', 0.2), 'update_parameters', step_grads), 'update_parameters', step_grads).parameters['b3']",
          np.array([[-1.2]]), "update_parameters: the second step is as long as the first")
    check("beside_another(after(paper_net('relu', 0.2), 'update_parameters', step_grads)).parameters['b3']", np.array([[-1.1]]),
          "another network changes nothing in this one")
    check("after(beside_another(paper_net('relu', 0.2)), 'update_parameters', step_grads).parameters['b3']", np.array([[-1.1]]),
          "... nor its learning rate")
    # train
    check("np.array(blank().train(X_tiny, Y_tiny, 1))", np.array([0.6931471805599453]), "train: the first cost of a shrug is ln 2", atol=1e-6)
    check("after_training(blank(), 1).parameters['b1']", np.array([[-0.2]]), "train: one step on paper", atol=1e-6)
    check("after_training(paper_net(), 1).parameters['b1']", np.array([[-0.00253865], [-0.49666667]]), "train: ReLU and a rate of 0.01 if you name neither", atol=1e-7)
    check("len(blank().train(X_tiny, Y_tiny, 7))", 7, "train: one cost an iteration")
    check("len(after_training(blank(), 3).train(X_tiny, Y_tiny, 4))", 4, "train: ... of this call")
    check.that("blank().train(X_tiny, Y_tiny, 50)[-1] < 0.6", "train: the cost falls")
    check.unchanged("blank().train(X_tiny, Y_tiny, 3)", "X_tiny", "Y_tiny")
    # predict
    check("after_training(blank(), 200).predict(X_tiny)", np.array([[1, 0, 0]]), "predict: three examples can be learnt by heart")
    check("after(paper_net('relu', 0.5), 'predict', X_tiny).parameters['b3']", np.array([[-1.0]]), "predict: the network stays as it was")

# %% [markdown] tags=["covers:xor-hidden-layer"]
# ## 4. XOR: why a hidden layer at all
#
# Four points; the label is 1 where exactly one input is 1. No straight line parts them, and this once stopped research for
# years. Three networks try it: without a hidden layer, with 4 tanh units, and with 16 ReLU units.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_xor", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: which of the three networks gets all four points right, and what is the best that the one without
# a hidden layer can do?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# The two with a hidden layer get all four. A straight line can have at most three of four; the cheapest for the cross-entropy is to
# say 0.5 for all.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_xor", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_xor = ...  # how many of the three get all four points right

# %% tags=["study", "covers:xor-hidden-layer"] nbgrader={"grade": false, "grade_id": "study_xor", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_xor, Y_xor = data.xor()
shapes = {"no hidden layer": ([2, 1], "relu"), "4 tanh units": ([2, 4, 1], "tanh"), "16 ReLU units": ([2, 16, 1], "relu")}
nets, costs = {}, {}
for name, (dims, activation) in shapes.items():
    nets[name] = NeuralNetwork(dims, activation, 0.5, np.random.default_rng(1))
    costs[name] = nets[name].train(X_xor, Y_xor, 2000)
    print(f"{name:16} cost {costs[name][-1]:.4f}   {np.sum(nets[name].predict(X_xor) == Y_xor)} of 4 right")
plots.boundaries([(net.predict, name) for name, net in nets.items()], X_xor, Y_xor)
plt.show()
beside("xor", guess_xor, sum(bool(np.all(net.predict(X_xor) == Y_xor)) for net in nets.values()), "networks")

# %% [markdown]
# Look at the bends: hidden units make them, ReLU units with sharp corners and tanh units softly. *Compare with your prediction.* The one without hidden units stays
# at the cost $\ln 2 = 0.693$ of a coin flip.
#
# A catch: 16 ReLU units always manage. How many does it really take?

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_xor_width", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: two ReLU units are enough to express XOR. Of ten networks with 2 hidden units, each from another
# random start, how many learn it?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Few, about two in ten over many starts: being able to express an answer is not the same as finding it. A unit that starts at zero for all points, or dies, has no
# slope to come back on, and with two units there is no spare.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_xor_width", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_xor_width = ...  # percent of the starts with 2 hidden units

# %% tags=["study", "covers:xor-width"] nbgrader={"grade": false, "grade_id": "study_xor_width", "locked": true, "schema_version": 3, "solution": false, "task": false}
solved = {}
for width in (2, 4, 8, 16):
    count = 0
    for start in range(10):
        net = NeuralNetwork([2, width, 1], "relu", 0.5, np.random.default_rng(start))
        net.train(X_xor, Y_xor, 1000)
        count += np.array_equal(net.predict(X_xor), Y_xor)
    solved[str(width)] = 10 * count
plots.bars(solved, "starts that solve XOR, %", "XOR with ReLU", xlabel="hidden units")
beside("xor_width", guess_xor_width, solved["2"], "percent", ax=plt.gca())
plt.show()

# %% [markdown] tags=["covers:circles-closed"]
# Look at how the height grows with width: the question is not what a network *can* express but what gradient descent *finds*. *Compare with your
# prediction.* Extra units are spare chances: a few may start silent, and it does not matter.
#
# ## 5. A ring inside a ring
#
# Circles need a closed border. Eight tanh units, 3000 steps at a learning rate of 0.1.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_circles", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: will the border be round? What will the cost do: fall evenly, or in steps?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Closed and smooth, since tanh units bend softly, but often a rounded triangle more than a circle: anything inside the gap costs nearly the
# same. The cost falls slowly at first, fast while the ring closes, then slowly.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_circles", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_circles = ...  # percent right

# %% tags=["study", "covers:circles-closed"] nbgrader={"grade": false, "grade_id": "study_circles", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_circles, Y_circles = data.circles()
net = NeuralNetwork([2, 8, 1], "tanh", 0.1, np.random.default_rng(0))
costs_circles = net.train(X_circles, Y_circles, 3000)
print(f"accuracy {compute_accuracy(net.predict(X_circles), Y_circles):.1f}%")
figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.5))
plots.decision_boundary(net.predict, X_circles, Y_circles, "circles, 8 tanh units", ax=left)
plots.learning_curve(costs_circles, every=1, ax=right)
figure.tight_layout()
plt.show()
beside("circles", guess_circles, float(compute_accuracy(net.predict(X_circles), Y_circles)), "percent")

# %% [markdown] tags=["covers:activations-compared"]
# Look at both panels together: the border on the left is what the fall on the right has bought. *Compare with your prediction.*
#
# ## 6. Does the activation matter?
#
# The same circles, the same widths, the same learning rate: only the bend of the hidden units changes.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_activations", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: order ReLU, tanh and sigmoid by the cost after 1500 steps.*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# ReLU first, tanh close behind, sigmoid far behind: its slope is at most 1/4, so two hidden layers of it make the first layer's gradient
# small. It is slow here, not unable.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_activations", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_activations = ...  # the slowest: "relu", "tanh" or "sigmoid"

# %% tags=["study", "covers:activations-compared"] nbgrader={"grade": false, "grade_id": "study_activations", "locked": true, "schema_version": 3, "solution": false, "task": false}
costs_activation = {}
for activation in ACTIVATIONS:
    net = NeuralNetwork([2, 8, 8, 1], activation, 0.1, np.random.default_rng(0))
    costs_activation[activation] = net.train(X_circles, Y_circles, 1500)
    print(f"{activation:8} cost {costs_activation[activation][-1]:.3f}"
          f"   accuracy {compute_accuracy(net.predict(X_circles), Y_circles):.1f}%")
plots.learning_curves(costs_activation, log=True)
plt.show()
beside("activations", guess_activations, max(costs_activation, key=lambda name: costs_activation[name][-1]))

# %% [markdown] tags=["covers:depth-compared", "covers:ceiling"]
# Look at where each curve starts to fall, not only where it ends. *Compare with your prediction.*
#
# ## 7. Is deeper better?
#
# Now your loop earns its keep: one line a network, from one to four layers. The rings overlap here: because of the noise, nobody can
# expect to be right on more than about 91.9% of new points (the Bayes rate). On 1,000 points chance alone moves that by about a point:
# on these very points, even the best rule there is gets 92.6%. These are accuracies on the points used for training.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_depth", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: which depth wins, and by how much over the network with one hidden layer?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# The step from no hidden layer (about 50-70%) to one is large; beyond that all are near 92-93%, and more layers gain nothing here:
# what remains wrong is noise. A few tenths above 91.9% prove nothing: the best possible rule scores 92.6% on these very points, by luck of the draw.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_depth", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_depth = ...  # points that the best depth is ahead of one hidden layer

# %% tags=["study", "covers:depth-compared"] nbgrader={"grade": false, "grade_id": "study_depth", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_rings, Y_rings = data.concentric()
depths = {"1 layer": [2, 1], "2 layers": [2, 16, 1], "3 layers": [2, 16, 8, 1], "4 layers": [2, 16, 8, 8, 1]}
nets_depth, costs_depth = {}, {}
for name, dims in depths.items():
    nets_depth[name] = NeuralNetwork(dims, "relu", 0.5, np.random.default_rng(0))
    costs_depth[name] = nets_depth[name].train(X_rings, Y_rings, 2000)
    print(f"{name:9} {str(dims):18} cost {costs_depth[name][-1]:.3f}"
          f"   accuracy {compute_accuracy(nets_depth[name].predict(X_rings), Y_rings):.1f}%")
plots.learning_curves(costs_depth)
plots.boundaries([(net.predict, name) for name, net in nets_depth.items()], X_rings, Y_rings, columns=2)
plt.show()
reached = {name: float(compute_accuracy(one.predict(X_rings), Y_rings)) for name, one in nets_depth.items()}
reached = {"best": max(reached.values()), "one hidden layer": reached["2 layers"]}
beside("depth", guess_depth, reached["best"] - reached["one hidden layer"], "points")

# %% [markdown] tags=["covers:digits-zero-one"]
# Look at the four borders in order of depth: after the first hidden layer, do they get better or only busier? *Compare with your prediction.*
# Depth is a tool for problems that have layers of structure. Two rings have hardly any.
#
# ## 8. Zero or one?
#
# scikit-learn's digits: 8 by 8 pixels, 64 inputs between 0 and 1. The network `[64, 16, 1]` sees zeros and ones, and is then asked
# about images that it never saw.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_digits", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell: how many in a hundred unseen digits will be right after 300 steps?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# Nearly all: 98.6 to 100% for most starts. A zero is dark where a one is bright, so this is an easy question.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_digits", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_digits = ...  # percent of the unseen digits

# %% tags=["study", "covers:digits-zero-one"] nbgrader={"grade": false, "grade_id": "study_digits", "locked": true, "schema_version": 3, "solution": false, "task": false}
X_train, Y_train, X_test, Y_test = data.digits_01()
net_digits = NeuralNetwork([64, 16, 1], "relu", 0.1, np.random.default_rng(0))
W1_start = net_digits.parameters["W1"].copy()
costs_digits = net_digits.train(X_train, Y_train, 300)
predictions = net_digits.predict(X_test)
print(f"{X_train.shape[1]} images to learn from, {X_test.shape[1]} unseen")
print(f"unseen images: {compute_accuracy(predictions, Y_test):.1f}% right")
plots.image_grid(X_test, Y_test, predictions, shape=(8, 8), n=10)
plt.show()
beside("digits", guess_digits, float(compute_accuracy(predictions, Y_test)), "percent")

# %% [markdown] tags=["covers:weight-images"]
# Look at the ten images and ask whether you would have read them all. *Compare with your prediction.*
#
# ## 9. What has the first layer learnt to see?
#
# Each of the 16 hidden units has 64 weights, one a pixel. Drawn as a picture, they show which pixels excite the unit and which silence it.

# %% [markdown] nbgrader={"grade": true, "grade_id": "predict_weights", "locked": false, "points": 0, "schema_version": 3, "solution": true, "task": false}
# *Before you run the next cell, which draws the weights and then what training has changed in them: what would you expect to see in a
# unit that helps to spot a "0"? In which of the two figures more clearly?*
#
# Your answer:
#
# === BEGIN SOLUTION ===
# A ring of one sign around a centre of the other: the two digits differ most in the middle. The
# weights still look mostly like their random start; the ring shows in the change.
# === END SOLUTION ===

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "guess_weights", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_weights = ...  # "weights" or "change"

# %% tags=["study", "covers:weight-images"] nbgrader={"grade": false, "grade_id": "study_weights", "locked": true, "schema_version": 3, "solution": false, "task": false}
W1_change = net_digits.parameters["W1"] - W1_start
plots.weight_images(net_digits.parameters["W1"], shape=(8, 8), beside=W1_change)
plt.gcf().suptitle("The weights after training")
plots.weight_images(W1_change, shape=(8, 8), beside=net_digits.parameters["W1"])
plt.gcf().suptitle("What training has changed, on the same scale")
plt.show()
beside("weights", guess_weights, "change")

# %% [markdown]
# Look in the second figure for a middle of one colour inside a ring of the other. *Compare with your prediction.* Keep it: three
# hundred small steps, from examples and slopes alone, drew the difference between a zero and a one over the noise of a random start.
#
# ## What you have learnt
#
# - A deep network is one layer in a loop; the last layer alone is different.
# - The way back reads what the way forward left in the caches: the layer's input for $dW$, the pre-activation below for the slope.
# - The same code runs logistic regression ($L = 1$) and the four layers of section 7, and would run twelve.
# - Being able to express an answer, finding it, and needing the depth are three different things: XOR and the rings showed each.
#
# Next: how to take better steps than plain gradient descent.

# %% [markdown]
# ## Before you hand in
#
# Save the notebook (Ctrl+S, or Cmd+S on a Mac), then run the next cell. It reads your file as the grader will, runs your answers once
# more in a fresh process, and says what is worth mending. It changes nothing, and is no promise of full marks: the hidden tests look at more.

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "precheck", "locked": true, "schema_version": 3, "solution": false, "task": false}
from lesson.precheck import precheck

precheck()
