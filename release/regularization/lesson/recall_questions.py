"""The questions of `lesson.recall`: for each exercise of a notebook one, with its answer, a number or a word."""

from __future__ import annotations

from collections.abc import Mapping

BEFORE: Mapping[str, str] = {
    "warmup": "",
    "neuron_activations": "warmup",
    "one_hidden_layer": "neuron_activations",
    "check_and_init": "one_hidden_layer",
    "deep_network": "check_and_init",
    "optimizers": "deep_network",
    "regularization": "optimizers",
    "beyond_binary": "regularization",
}

QUESTIONS: Mapping[str, Mapping[str, tuple[str, float | str]]] = {
    "": {
        "range": ("How many numbers does range(3, 9) give?", 6),
        "copy": ("b = a, for a list a; then b[0] = 7. Is a[0] 7 as well: yes or no?", "yes"),
        "slice": ("[10, 20, 30, 40][1:3] holds two numbers. Which is their sum?", 50),
    },
    "warmup": {
        "standardize": ("Which standard deviation does a feature have after it was standardized?", 1),
        "add_bias": ("Z is (4, 6). How many rows must a column b have to be added to every example?", 4),
        "feature_means": ("X is (3, 10), one example a column. How many means of features are there?", 3),
        "as_row": ("A flat array of 5 numbers becomes a row. What is the second number of its shape?", 5),
        "clipped_copy": ("A function clips a copy of X. Is the caller's X changed: yes or no?", "no"),
    },
    "neuron_activations": {
        "sigmoid": ("What is sigmoid of 0?", 0.5),
        "tanh_derivative": ("What is the slope of tanh at 0?", 1),
        "relu": ("What is the slope of ReLU at z = -2?", 0),
        "leaky_relu": ("Leaky ReLU with alpha 0.1: what is its answer at z = -5?", -0.5),
        "count_parameters": ("How many parameters has a network 2-3-1, biases included?", 13),
    },
    "one_hidden_layer": {
        "backward_propagation": ("The output says 0.7 and the label is 1: what is dZ2?", -0.3),
        "compute_cost": ("What does an answer of one half cost, whatever the label (to two digits)?", 0.69),
        "forward_propagation": ("X is (2, 5) and there are 4 hidden units: how many numbers does A1 hold?", 20),
        "update_parameters": ("A weight of 1, a slope of 2, a learning rate of 0.1: what is the new weight?", 0.8),
        "initialize_parameters": ("All weights start at zero. Do the hidden units ever become different: yes or no?", "no"),
        "layer_sizes": ("Y is (1, 400): how many output units has the network?", 1),
        "p0_quiz": ("Two examples are said 0.5, and both labels are 1: what is the mean of A2 - Y?", -0.5),
        "nn_model": ("Forward, cost, backward, ...: which word comes fourth in the loop?", "update"),
        "predict_and_compute_accuracy": ("Three of four labels are right: how many percent is that?", 75),
    },
    "check_and_init": {
        "gradient_check": ("A worst relative error of 0.1: is the backward pass right, yes or no?", "no"),
        "numerical_gradient": ("f(x) = x squared: what does the central difference say at 3?", 6),
        "relative_error": ("Two arrays are equal. What is their relative error?", 0),
        "initialize_deep": ("He initialization, 8 inputs: what is the standard deviation of a weight?", 0.5),
        "bug_hunt": ("dW2 is wrong and all else right. Is the mistake in the first or in the second layer?", "second"),
    },
    "deep_network": {
        "deep_backward": ("In which order does backward visit three layers: 123 or 321?", 321),
        "deep_forward": ("Which activation has the output layer: relu or sigmoid?", "sigmoid"),
        "neural_network": ("A network [2, 4, 3, 1]: how many weight matrices has it?", 3),
    },
    "optimizers": {
        "adam": ("Adam, first step, gradient 2, beta1 0.9: what is v before its correction?", 0.2),
        "momentum": ("v = 1, gradient 0, beta 0.9: what is the next v?", 0.9),
        "create_mini_batches": ("m = 10 and batches of 4: how many examples has the last batch?", 2),
        "exponential_decay": ("Does a rate that decays with k = 0 change: yes or no?", "no"),
    },
    "regularization": {
        "dropout": ("keep_prob 0.8: what does an activation of 1 become that is kept?", 1.25),
        "l2": ("Are biases penalized: yes or no?", "no"),
        "early_stopping": ("Costs 3, 2, 2.5, 2.6: which cost belongs to the parameters that are kept?", 2),
        "split_train_validation": ("100 examples, a fifth for validation: how many are left to train on?", 80),
        "deep_passes": ("Is anything dropped at prediction: yes or no?", "no"),
        "complete_training": ("Which parameters are returned: the last or the best?", "best"),
    },
}
