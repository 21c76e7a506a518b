"""What each exercise function of the regularization notebook returns; trusted side."""

from __future__ import annotations

from autograder.testing.returns import Anything, Array, Dict, Instance, ListOf, Number, Numbers, Returns, Truth, Tuple, Whole
from course.caches import Cache

RETURNS: dict[str, Returns] = {
    "split_train_validation": Tuple((Array(), Array(), Array(), Array()), names=("X_train", "Y_train", "X_val", "Y_val")),
    "compute_cost_with_l2": Number(),
    "add_l2_to_gradients": Dict(),
    "dropout_forward": Tuple((Array(), Array()), names=("the thinned activations", "the mask")),
    "dropout_backward": Array(),
    "deep_forward": Tuple((Array(), ListOf(Cache(masked=True))), names=("AL", "the list of caches")),
    "deep_backward": Dict(),
    "EarlyStopping": Instance(),
    "EarlyStopping.step": Truth(),
    "EarlyStopping.best_cost": Number(),
    "EarlyStopping.best_epoch": Whole(),
    "EarlyStopping.best_parameters": Dict(),
    "train_with_early_stopping": Tuple(
        (Dict(), Dict(("train", "validation"), Numbers()), Anything()),
        names=("best_parameters", "the history", "best_epoch"),
    ),
    "expose_l2": Truth(),
}
