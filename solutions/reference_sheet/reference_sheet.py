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
# # Reference sheet
#
# **Time**: about 15 minutes. **Before it**: nothing; use it beside any notebook. **After it**: print it. Nothing here is graded.
#
# All equations and shapes of the course, and where to read on. $m$ examples, layer $l$ has $n_l$ units, $n_0 = n_x$; one example is one column.

# %% nbgrader={"grade": false, "grade_id": "setup", "locked": true, "schema_version": 3, "solution": false, "task": false}
import numpy as np
from lesson.guesses import said_all

# %% [markdown] tags=["covers:equations-sheet", "covers:notation-letters", "covers:notation-indices", "covers:loss-and-cost"]
# ## Letters
#
# | written | means |
# |---|---|
# | $x^{(i)}$, small | **one example**, the $i$th: a column $(n_x, 1)$ |
# | $X$, capital | the **batch**: all columns side by side, $(n_x, m)$ |
# | $W^{[l]}$ | belongs to **layer** $l$ |
# | $z_j^{[1]} = w_j^{[1]\top} x + b_j^{[1]}$ | **unit** $j$ of layer 1; $w_j^\top$ is row $j$ of $W^{[1]}$ |
# | loss $L^{(i)}$ | how wrong **one** example is |
# | cost $J = \frac1m \sum_i L^{(i)}$ | the mean loss of the **batch** |
#
# ## Forward
#
# | | equation | shape |
# |---|---|---|
# | sum | $Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$ | $(n_l, m)$; $W$ is $(n_l, n_{l-1})$, $b$ is $(n_l, 1)$ |
# | bend | $A^{[l]} = g(Z^{[l]})$, with $A^{[0]} = X$ | $(n_l, m)$ |
# | sigmoid | $1 / (1 + e^{-z})$, slope $a (1 - a)$ | as $z$ |
# | tanh | $(e^z - e^{-z}) / (e^z + e^{-z})$, slope $1 - a^2$ | as $z$ |
# | ReLU, leaky | $\max(0, z)$, $\max(\alpha z, z)$; slopes 0 or 1, $\alpha$ or 1 | as $z$ |
# | softmax | $e^{z_k} / \sum_j e^{z_j}$, down each column | $(n_L, m)$ |
# | cost | $-\frac1m \sum_i [\, y \ln a + (1 - y) \ln (1 - a) \,]$ | a number |
# | with L2 | $+\, \frac{\lambda}{2m} \sum_l \lVert W^{[l]} \rVert^2$ | a number |

# %% nbgrader={"grade": false, "grade_id": "guess_shapes", "locked": false, "schema_version": 3, "solution": false, "task": false}
# A network 3-5-2 on 7 examples. Cover the tables, and write each shape as a pair, such as (5, 3).
guess_shapes = {"W1": ..., "b2": ..., "A1": ..., "dZ2": ..., "dW2": ..., "db1": ...}

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_shapes", "locked": true, "schema_version": 3, "solution": false, "task": false}
said_all(guess_shapes, {"W1": (5, 3), "b2": (2, 1), "A1": (5, 7), "dZ2": (2, 7), "dW2": (2, 5), "db1": (5, 1)})

# %% [markdown] tags=["covers:shapes-sheet"]
# ## Backward
#
# | | equation | shape |
# |---|---|---|
# | at the end | $dZ^{[L]} = A^{[L]} - Y$ (sigmoid or softmax with cross-entropy) | $(n_L, m)$ |
# | weights | $dW^{[l]} = \frac1m dZ^{[l]} A^{[l-1]\top}$, with L2 $+\, \frac{\lambda}{m} W^{[l]}$ | as $W^{[l]}$ |
# | biases | $db^{[l]} = \frac1m \sum_i dZ^{[l]}_{:,i}$ | as $b^{[l]}$ |
# | further back | $dZ^{[l]} = W^{[l+1]\top} dZ^{[l+1]} \odot g'(Z^{[l]})$ | as $Z^{[l]}$ |
# | check | $(J(\theta + \varepsilon) - J(\theta - \varepsilon)) / 2 \varepsilon$ | one entry at a time |
#
# ## Steps
#
# | | equation |
# |---|---|
# | gradient descent | $\theta \leftarrow \theta - \alpha\, d\theta$ |
# | momentum | $v \leftarrow \beta v + (1 - \beta)\, d\theta$, then $\theta \leftarrow \theta - \alpha v$ |
# | Adam | $v$ as above with $\beta_1$; $s \leftarrow \beta_2 s + (1 - \beta_2)\, d\theta^2$; $\hat v = v / (1 - \beta_1^t)$, $\hat s = s / (1 - \beta_2^t)$; $\theta \leftarrow \theta - \alpha \hat v / (\sqrt{\hat s} + \epsilon)$ |
# | decay | $\alpha = \alpha_0\, e^{-k t}$ |
# | start | xavier: deviation $\sqrt{1 / n_{l-1}}$; he: $\sqrt{2 / n_{l-1}}$ |
# | dropout, training only | $A \leftarrow A \odot M / p$, with $p$ the share that is kept |
# | batch norm | $\gamma\, (Z - \mu) / \sqrt{\sigma^2 + \epsilon} + \beta$; at prediction the running $\mu$, $\sigma^2$ |
#
# | count | |
# |---|---|
# | parameters | $\sum_l (n_l\, n_{l-1} + n_l)$ |
# | products of a forward pass | $m \sum_l n_l\, n_{l-1}$ |

# %% nbgrader={"grade": false, "grade_id": "guess_steps", "locked": false, "schema_version": 3, "solution": false, "task": false}
# Cover the table of steps. Gradient 2 in the first step, rate 0.1, beta 0.9, beta1 0.9, beta2 0.999: how far does a weight move?
guess_steps = {"gradient descent": ..., "momentum": ..., "Adam": ...}

# %% tags=["study"] nbgrader={"grade": false, "grade_id": "study_steps", "locked": true, "schema_version": 3, "solution": false, "task": false}
said_all(guess_steps, {"gradient descent": 0.2, "momentum": 0.02, "Adam": 0.1})

# %% [markdown] tags=["covers:further-papers", "covers:further-books"]
# ## Read on
#
# **Papers that gave the ideas their names**
#
# | idea | paper |
# |---|---|
# | one hidden layer suffices | G. Cybenko, *Approximation by superpositions of a sigmoidal function*, 1989 |
# | networks that read images | Y. LeCun and others, *Gradient-based learning applied to document recognition*, 1998 |
# | xavier | X. Glorot and Y. Bengio, *Understanding the difficulty of training deep feedforward neural networks*, 2010 |
# | dropout | N. Srivastava and others, *Dropout: a simple way to prevent neural networks from overfitting*, 2014 |
# | he | K. He and others, *Delving deep into rectifiers*, 2015 |
# | batch norm | S. Ioffe and C. Szegedy, *Batch normalization: accelerating deep network training by reducing internal covariate shift*, 2015 |
# | Adam | D. Kingma and J. Ba, *Adam: a method for stochastic optimization*, 2015 |
#
# **Free to read or watch**: M. Nielsen, *Neural Networks and Deep Learning*; I. Goodfellow, Y. Bengio, A. Courville, *Deep Learning*; A. Zhang and others, *Dive into Deep Learning*; Stanford's notes of the course CS231n;
# A. Karpathy's lectures *Neural Networks: Zero to Hero*; G. Sanderson's series on neural networks (3Blue1Brown).

# %% nbgrader={"grade": false, "grade_id": "my_paper", "locked": false, "schema_version": 3, "solution": false, "task": false}
# Which paper will you read first, and which question shall it answer? One sentence: you will read it differently.
my_question = ...

# %% [markdown]
# ## What you have learnt
#
# Nothing new, and all of it on one page. Save it as PDF (File, Save and Export Notebook As), or print it.
