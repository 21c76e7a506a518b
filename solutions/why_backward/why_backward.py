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
# # Why backward starts at the end
#
# **Time**: about 20 minutes. **Before it**: `neuron_activations`. **After it**: `one_hidden_layer`. Nothing here is graded.
#
# Training asks of every number in a network: if I nudge you, what becomes of the loss? Here is the answer for a network so small that pencil and paper suffice.
# `one_hidden_layer` does the same with matrices.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from lesson.guesses import said

# %% [markdown] tags=["covers:computational-graph"]
# ## 1. A network of five steps
#
# One example, $x = 1$ with label $y = 1$; one hidden unit, one output. The **loss** $L$ is how wrong the answer is: 0 if the output is exactly 1, and larger the less it is. All symbols are single numbers, and
# every line needs only what stands above it:
#
# | step | formula | value |
# |---|---|---|
# | 1 | $z_1 = w_1 x + b_1$, with $w_1 = b_1 = 0.5$ | 1 |
# | 2 | $a_1 = \tanh(z_1)$ | 0.7616 |
# | 3 | $z_2 = w_2 a_1 + b_2$, with $w_2 = 2$, $b_2 = -1$ | ... |
# | 4 | $a_2 = \sigma(z_2)$ | 0.6279 |
# | 5 | $L = -\ln a_2$ | 0.4654 |

# %% nbgrader={"grade": false, "grade_id": "guess_z2", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_z2 = ...  # the number that is missing in step 3

# %% tags=["study", "covers:computational-graph"] nbgrader={"grade": false, "grade_id": "study_graph", "locked": true, "schema_version": 3, "solution": false, "task": false}
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def loss_of(w1=0.5, b1=0.5, w2=2.0, b2=-1.0, x=1.0):
    """The loss at the end of the five steps."""
    return -np.log(sigmoid(w2 * np.tanh(w1 * x + b1) + b2))


a1 = np.tanh(1.0)
a2 = sigmoid(2 * a1 - 1)
said(guess_z2, float(2 * a1 - 1), "z2")
print(f"the loss at the end: {loss_of():.4f}")

# %% [markdown] tags=["covers:chain-rule-factors"]
# ## 2. A nudge travels down
#
# How does $L$ answer a nudge of $w_1$? The nudge travels down the table, and each step stretches it by its own slope. The **chain rule** multiplies these slopes:
#
# $$\frac{dL}{dw_1} = \underbrace{\frac{dL}{da_2}}_{-1/a_2} \cdot \underbrace{\frac{da_2}{dz_2}}_{a_2 (1 - a_2)} \cdot
# \underbrace{\frac{dz_2}{da_1}}_{w_2} \cdot \underbrace{\frac{da_1}{dz_1}}_{1 - a_1^2} \cdot \underbrace{\frac{dz_1}{dw_1}}_{x}
# = -1.5926 \cdot 0.2336 \cdot 2 \cdot 0.4200 \cdot 1$$
#
# The second and the fourth are the slopes of sigmoid and tanh, which you know.

# %% nbgrader={"grade": false, "grade_id": "guess_slope", "locked": false, "schema_version": 3, "solution": false, "task": false}
guess_slope = ...  # the product of the five factors
guess_most = ...  # which of "w1", "b1", "w2", "b2" moves the loss most when it is nudged?

# %% tags=["study", "covers:shared-factors"] nbgrader={"grade": false, "grade_id": "study_nudge", "locked": true, "schema_version": 3, "solution": false, "task": false}
at_z2 = -1 / a2 * a2 * (1 - a2)  # two factors, kept for all the others
at_z1 = at_z2 * 2.0 * (1 - a1**2)  # two more
products = {"b2": at_z2, "w2": at_z2 * a1, "b1": at_z1, "w1": at_z1 * 1.0}
before = {"w1": 0.5, "b1": 0.5, "w2": 2.0, "b2": -1.0}
print("name   product of factors   change of the loss / 0.001, when the name is raised by 0.001")
for name, product in products.items():
    change = loss_of(**{name: before[name] + 0.001}) - loss_of()
    print(f"{name:6} {product:12.4f} {change / 0.001:22.4f}")
said(guess_slope, float(products["w1"]), "slope in w1")
said(guess_most, max(products, key=lambda name: abs(products[name])), "moves the loss most")

# %% [markdown]
# Look at the two columns: the chain rule says what a nudge would show. (They differ a little, because 0.001 is not infinitely small.)
#
# Look at the code, too: the slope at $z_2$ was worked out once and used for all four. That is why one **starts at the end**, and keeps each product: every parameter further up uses it again. From the front, the whole chain would be multiplied anew for each parameter.
#
# ## 3. The price of the other order
#
# With matrices the order matters even more. From the end, each step multiplies a row of slopes, $(1, n)$, by a matrix, $(n, n)$; from the front, a matrix by a matrix.

# %% nbgrader={"grade": false, "grade_id": "guess_order", "locked": false, "schema_version": 3, "solution": false, "task": false}
# five layers of 100 units and one cost at the end: how many times as many
# multiplications does the chain take from the front? 2, 10 or 80?
guess_order = ...

# %% tags=["study", "covers:cost-of-the-other-order"] nbgrader={"grade": false, "grade_id": "study_order", "locked": true, "schema_version": 3, "solution": false, "task": false}
print("units   from the end   from the front")
times = {}
for n in (1, 10, 100, 1000):
    from_the_end = 5 * n * n  # a row (1, n) times a matrix (n, n), five times
    from_the_front = 4 * n**3 + n * n  # matrix times matrix, four times, and at last the row
    times[n] = from_the_front / from_the_end
    print(f"{n:5} {from_the_end:14,} {from_the_front:16,}   {times[n]:6.1f} times as many")
said(guess_order, round(times[100]), "times as many for 100 units")

# %% [markdown] tags=["covers:two-step-route"]
# Look at the first line and the last: with one unit a layer nothing is lost, with a thousand nearly everything.
#
# ## 4. Two factors that belong together
#
# For any label $y$, 0 or 1, the loss is $L = -\left( y \ln a + (1 - y) \ln(1 - a) \right)$ with $a = \sigma(z)$: for $y = 1$ that is $-\ln a$, as above. Its first factor is
#
# $$\frac{dL}{da} = -\frac{y}{a} + \frac{1 - y}{1 - a}$$
#
# and the second one is $a (1 - a)$. On paper, multiply them and simplify; `one_hidden_layer` asks for it. First see what a computer makes of the two, one after the other.

# %% nbgrader={"grade": false, "grade_id": "guess_rounded", "locked": false, "schema_version": 3, "solution": false, "task": false}
# a is rounded to exactly 1 although y is 0. The two factors one by one, multiplied
# by the computer: "0", "1", "inf" or "nan"?
guess_rounded = ...

# %% tags=["study", "covers:two-routes-compared"] nbgrader={"grade": false, "grade_id": "study_two_factors", "locked": true, "schema_version": 3, "solution": false, "task": false}
def two_factors(a, y):
    """dL/da times the slope of the sigmoid, one after the other."""
    with np.errstate(all="ignore"):
        return (-y / np.float64(a) + (1 - y) / np.float64(1 - a)) * a * (1 - a)


print(" a      y    the two factors")
for a, y in ((0.6279, 1.0), (0.9, 0.0), (0.2, 0.0), (1.0, 0.0)):
    print(f"{a:6.4f} {y:4.0f} {two_factors(a, y):12.4f}")
said(guess_rounded, str(two_factors(1.0, 0.0)), "a = 1, y = 0")

# %% [markdown]
# Look at the last line: infinity times 0 is no number, and a network that is certain and wrong would never be corrected. Then look at the other three beside $a$ and $y$: do you see the short formula?
#
# ## What you have learnt
#
# - A slope through many steps is the product of the steps' slopes.
# - From the end, what has been multiplied is kept and used again; from the front it is not.
# - Two factors that are right one by one can break a computer, where their product, simplified first, does not.
