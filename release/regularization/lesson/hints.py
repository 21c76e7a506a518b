"""Three rungs for each exercise, for a student who asks: the place to look, a question, and a number worked out on paper.

None of them is the answer. What a rung says stands in the notebook, or can be worked out with a pencil.
"""

from __future__ import annotations

RUNGS = ("the place", "a question", "a number")

HINTS: dict[str, tuple[str, str, str]] = {
    # warmup
    "as_row": (
        "The shape that comes back, and the type of its numbers.",
        "How many axes has a row, and how many has what you were given?",
        "Three labels [1, 0, 0] become [[1., 0., 0.]]: two pairs of brackets, and points behind the numbers.",
    ),
    "feature_means": (
        "The argument `axis`, and what becomes of the axis that is summed away.",
        "X is (2, 3). Which of the two numbers should still be there afterwards, and in which place?",
        "The first feature is 1, 0.5, -0.5: (1 + 0.5 - 0.5) / 3 = 1/3, in the first row of a column.",
    ),
    "add_bias": (
        "The shape of b before it meets Z.",
        "Shapes are lined up from the right. Where does a flat b of length 2 land in a Z of shape (2, 2)?",
        "Z = zeros of 2 by 2, b = (10, 20): the first ROW of the answer is 10, 10.",
    ),
    "clipped_copy": (
        "The line that writes a number into an array.",
        "Whose array is it: the caller's, a view of it, or a new one?",
        "Limited to the interval from 0 to 0.8, the row 1, 0.5, -0.5 becomes 0.8, 0.5, 0; the caller's is still 1, 0.5, -0.5.",
    ),
    "standardize": (
        "The divisor of each row, and what it is where all entries are alike.",
        "What should 0 / 0 become here, and can you keep the division from happening?",
        "The row 10, 50 has mean 30 and deviation 20, and becomes -1, 1. The row 7, 7 becomes 0, 0.",
    ),
    # neuron_activations
    "relu": (
        "What the slope returns: look at its type, and at the negative side.",
        "Can you multiply two of these answers, and subtract one from 1?",
        "For z = 0.7, -0.5, -0.4: relu is 0.7, 0, 0 and its slopes are 1, 0, 0.",
    ),
    "leaky_relu": (
        "The negative side, and where alpha comes from.",
        "Whose alpha do you use when the caller gives 0.2?",
        "For z = -0.5 and alpha = 0.2 the answer is -0.1 and the slope 0.2.",
    ),
    "tanh_derivative": (
        "The order of squaring, tanh and subtracting.",
        "Is it the tanh of a square, or the square of a tanh?",
        "At z = ln 2 the tanh is 0.6, and the slope is 1 - 0.36 = 0.64.",
    ),
    "sigmoid": (
        "Which power of e is computed for z = 1000, and which for z = -1000.",
        "Which of the two fractions needs only powers that are at most 1, for each sign of z?",
        "At z = ln 3, e to the -z is 1/3: sigmoid is 1 / (4/3) = 3/4, and the slope is 3/4 times 1/4.",
    ),
    "count_parameters": (
        "One layer at a time: its edges, and its neurons.",
        "Does the input layer have a bias? Does the output layer?",
        "2-2-1: 2 x 2 + 2 = 6 in the hidden layer, 1 x 2 + 1 = 3 in the output layer: 9.",
    ),
    # one_hidden_layer
    "layer_sizes": (
        "Which axis of X and of Y you read.",
        "If there were a hundred more examples, should any of the three numbers change?",
        "X is (2, 3) and Y is (1, 3): the sizes are 2, n_h and 1.",
    ),
    "initialize_parameters": (
        "The shape of each W, and how large its numbers are.",
        "W1 maps n_x numbers to n_h numbers: how many rows has it?",
        "For 2 inputs and 4 units W1 is (4, 2), with entries about 0.01 in size; all biases are 0.",
    ),
    "forward_propagation": (
        "The second layer: what goes into it, and which bend it has.",
        "Which of X, Z1 and A1 does the second layer see?",
        "PAPER, example (1, 0.3): z1 = 1, tanh(1) = 0.7616; the output unit sees 0.7616 and answers 0.6817.",
    ),
    "compute_cost": (
        "What an example with label 0 costs, and what you divide by.",
        "With probability 0.4 and label 0: which probability did the network give to what really happened?",
        "Probabilities 0.8, 0.4, 0.1, labels 1, 0, 0: (0.2231 + 0.5108 + 0.1054) / 3 = 0.2798.",
    ),
    "expose_cost": (
        "The numbers that f is called with.",
        "Which faults cannot be seen where all probabilities are alike, or where there is one example?",
        "Said 0.8, 0.4, 0.1 with labels 1, 0, 0: a right cost is 0.2798.",
    ),
    "p0_quiz": (
        "dZ2 first: every other number follows from it.",
        "With all weights of the hidden layer at 0, what is A1, what is A2, and what is the slope of tanh there?",
        "With the first two examples only, dZ2 = [-1/2, 1/2], and dW1 of unit 1 is (-0.125, 0.175). Now with three.",
    ),
    "backward_propagation": (
        "dZ1, where W2, dZ2 and the slope of tanh meet. `check.trace(backward_propagation)` names the first that differs.",
        "Which of the products are matrix products, and which go element by element? Which lines divide by m?",
        "P0, the first two examples: dZ2 = [-1/2, 1/2]; dZ1 of unit 1 is [-1/2, 1/2]; dW1 of unit 1 is (-0.125, 0.175).",
    ),
    "update_parameters": (
        "The sign, and which dictionary each number is read from.",
        "The gradient points uphill. Which way do you want to go?",
        "A weight of 0 with gradient -0.125 and rate 1.2 becomes 0.15.",
    ),
    "nn_model": (
        "The order of the four steps in the loop, and what is carried from one round to the next.",
        "Which parameters does the second round start from?",
        "300 iterations: three costs, of iterations 0, 100 and 200; the first is about 0.6931.",
    ),
    "predict_and_compute_accuracy": (
        "The border at one half, and the scale of the accuracy.",
        "Is it a share between 0 and 1 that is asked for, or a percentage?",
        "Predictions 1, 1, 0 for labels 1, 0, 0: two of three, 66.67.",
    ),
    # check_and_init
    "numerical_gradient": (
        "The two ends of each nudge, and what theta holds after them.",
        "When the second entry is nudged, what does the first one hold?",
        "f = theta^2 at 3 with epsilon 0.01: (3.01^2 - 2.99^2) / 0.02 = 6.",
    ),
    "relative_error": (
        "What the distance is divided by, and what happens where that is 0.",
        "Two gradients that are both 0: how far apart are they?",
        "a = (3, 4) and b = (0, 0): distance 5, divided by 5 + 0.",
    ),
    "gradient_check": (
        "How one entry of one tensor is nudged while all others stay.",
        "Is it the worst tensor that you return, or the last one, or their mean?",
        "For a right backward pass the answer is far below 1e-6; with one tensor doubled it is about 1/3.",
    ),
    "initialize_deep": (
        "The deviation of each layer, which follows from how many inputs that layer has.",
        "Which of the two sizes of W[l] stands under the root, rows or columns?",
        "he, a layer with 8 inputs: the deviation is the root of 2/8, which is 0.5.",
    ),
    "bug_hunt": (
        "One suspect at a time, one tensor at a time, with your own gradient check.",
        "If dW1 is wrong and dW2 is right, which lines can it be?",
        "A relative error of about 1/3 means twice too large or half as large; about 1 means another direction.",
    ),
    # deep_network
    "deep_forward": (
        "What each cache holds, and the bend of the last layer.",
        "Does the last layer use the activation that you were given?",
        "Three layers: three caches; caches[0]['A_prev'] is X itself.",
    ),
    "expose_forward": (
        "The network and the activation that f is called with, and which of its answers are looked at.",
        "Which faults leave AL as it is?",
        "The network on paper with tanh: the first probability is 0.6889.",
    ),
    "deep_backward": (
        "What is carried from layer l to layer l - 1. `check.trace(deep_backward)` names the first that differs.",
        "Which Z belongs to the slope that you multiply with: this layer's, or that of the one below?",
        "At the end dZ is -0.3183 where AL = 0.6817 and Y = 1. For this one example db of the last layer is the same number.",
    ),
    "neural_network": (
        "What `train` does in one round, and where the parameters are kept.",
        "Does `predict` change anything that `backward` will read?",
        "A network that is not trained has a cost near 0.693 on balanced labels; after one round it should be lower.",
    ),
    # optimizers
    "create_mini_batches": (
        "The order of the columns, and the last batch.",
        "Are X and Y put into the same new order?",
        "10 examples in batches of 4: sizes 4, 4, 2.",
    ),
    "momentum": (
        "Which v the step uses: the one before, or the new one.",
        "With beta = 0, what should be left?",
        "v = 0, gradient 2, beta 0.9: the new v is 0.2; at rate 0.1 the step is 0.02.",
    ),
    "expose_momentum": (
        "The velocity that f is called with, and which of its answers are looked at.",
        "Which faults cannot be seen in the first step, or with beta = 0.5?",
        "Weight 1, gradient 0.5, v = 3, rate 0.1, beta 0.7: the next v is 2.25, the weight 0.775.",
    ),
    "adam": (
        "The two corrections, and what stands under the root.",
        "In step t, which power of beta has not yet been forgotten?",
        "First step, gradient 2: v = 0.2, corrected 2; s = 0.004, corrected 4. 2 over the root of 4 is 1: one whole rate.",
    ),
    "exponential_decay": (
        "What stands in the exponent.",
        "With k t = ln 2, how much of the rate is left?",
        "0.1 at k = 0.05 in epoch 20: k t is 1, so 0.1 / e = 0.0368.",
    ),
    # regularization
    "split_train_validation": (
        "The order of the columns before they are cut.",
        "Are the labels still with their examples?",
        "10 examples, a share of 0.2: 8 for training and 2 for validation, all different.",
    ),
    "l2": (
        "The factor before the sum, and which arrays are in it.",
        "Cost and gradient: how does the 2 of the square meet the 2 below?",
        "W = [3, 4], lambda 0.5, m = 5: the penalty is 0.5 / 10 x 25 = 1.25.",
    ),
    "expose_l2": (
        "The network and the lambda that f is called with.",
        "Which faults cannot be seen where lambda is 0 or 1, or where every bias is 0?",
        "W1 = [3, 4], W2 = [1], lambda 0.5, m = 5: a right penalty is 1.3.",
    ),
    "dropout": (
        "The mask: how often it is 1, and that both functions use the same one.",
        "If half are set to 0, what keeps the mean?",
        "keep_prob 0.8: an answer of 2 becomes 0 or 2.5.",
    ),
    "deep_passes": (
        "Where the mask is made, where it is kept, and where it is used again.",
        "Which layer must have no dropout, and when is there none at all?",
        "keep_prob 1 and lambda 0: the numbers of the plain passes.",
    ),
    "early_stopping": (
        "What counts as better, and what is kept when it is.",
        "If somebody changes the parameters after `step`, does what you kept change too?",
        "Costs 3, 2, 2, 2 with patience 2: the best is epoch 1, and the fourth step says stop.",
    ),
    "complete_training": (
        "What is returned when patience never runs out.",
        "Is it the last parameters that are asked for, or the best?",
        "Costs 3, 1, 2 in three epochs: best epoch 1, history of three.",
    ),
    # beyond_binary
    "softmax_cross_entropy": (
        "The largest number in each column, before the power.",
        "Along which axis do the probabilities add up to 1?",
        "Scores 0, ln 3: probabilities 1/4 and 3/4.",
    ),
    "confusion_matrix": (
        "What is counted in the rows, and what in the columns.",
        "Which index comes first, the truth or the prediction?",
        "Truth 2, predicted 0: one more in row 2, column 0.",
    ),
    "batchnorm": (
        "Whose mean and variance are used, in training and at prediction.",
        "A change of one number in a row moves the mean of that row: does your slope know?",
        "The row 1, 3 has mean 2 and variance 1: it becomes nearly -1, 1.",
    ),
    "vanishing_gradients": (
        "The order of the layers in what you return.",
        "Is it the size of dW that is asked for, or that of dZ?",
        "The largest slope of sigmoid is 1/4: through ten layers at best a millionth is left.",
    ),
    "extra_optimizers": (
        "What stands under RMSprop's root, and whether classical momentum averages or adds.",
        "With a steady gradient of 1 and beta = 0.9, how large does the classical v become?",
        "RMSprop, first step, gradient 2, beta 0.9: s = 0.4, whose root is 0.632.",
    ),
}
