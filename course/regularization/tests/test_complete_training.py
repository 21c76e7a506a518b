"""Hidden tests of train_with_early_stopping, on training runs whose validation costs are scripted; trusted side.

A loop may use the notebook's EarlyStopping or keep count by itself. EarlyStopping lives in the worker, so the judge
cannot answer it (UPSTREAM) when it is wrong. So that a mistake there does not cost twice, most scripts have neither
ties nor nan, and where the choice of an epoch matters, what the student's own EarlyStopping says of the same script is
right as well (`own_rule`).
"""

import math

import numpy as np

from autograder.errors import StudentFault
from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import regularization as oracle

FALLING = [9.0, 8.0, 7.0, 6.0, 5.0, 4.0]
VALLEY = [9.0, 7.0, 7.5, 5.0, 4.0, 4.5, 5.0, 5.5, 6.0, 6.5, 7.0, 7.5, 8.0, 8.5, 9.0, 9.5, 9.6, 9.7]


def train(student, costs, patience, max_epochs=None, start=0.0):
    """Let the student train on a script; return the best parameters, the history and the best epoch."""
    run = oracle.ScriptedRun(costs, start)
    length = len(costs) if max_epochs is None else max_epochs
    return student.train_with_early_stopping(run.epoch, run.validation, run.after(0), length, patience)


def own_rule(student, costs, patience, ask):
    """Return what the student's own EarlyStopping says of a script, `ask(stopper, epochs run)`; None if it cannot."""
    try:
        stopper = student.EarlyStopping(patience)
        length = len(costs)
        for epoch, cost in enumerate(costs):
            if stopper.step(cost, oracle.labelled(epoch + 1.0)):
                length = epoch + 1
                break
        return ask(stopper, length)
    except (AssertionError, StudentFault):  # whatever is wrong with it is the business of the tests of EarlyStopping
        return None


def lasts(student, costs, patience, history):
    """Require the run to last as long as it should, by the rule or by the student's own EarlyStopping."""
    from_the_script(costs, history)
    length = len(history["validation"])
    if length != oracle.epochs_run(costs, patience, len(costs)):
        own = own_rule(student, costs, patience, lambda stopper, epochs: epochs)
        compare.holds(own is not None and length == own, "number of epochs", length)


def from_the_script(costs, history):
    """Require the validation costs to be some of the script's: a list of the right length alone is not a training."""
    written = np.array(history["validation"], dtype=float)
    strangers = written[~np.isin(written, costs) & ~(np.isnan(written) & np.isnan(costs).any())]
    compare.holds(strangers.size == 0, "the validation costs are those of the script", strangers)


def is_number(answer):
    """Say whether an answer of unknown structure is one real number."""
    return isinstance(answer, int | float | np.integer | np.floating) and not isinstance(answer, bool)


def best_numbered(student, costs, patience, epoch):
    """Require the number of the best epoch, by the rule or by the student's own EarlyStopping."""
    compare.holds(is_number(epoch), "best_epoch is one number", epoch)
    if epoch != oracle.best_so_far(costs, oracle.epochs_run(costs, patience, len(costs)) - 1):
        own = own_rule(student, costs, patience, lambda stopper, epochs: stopper.best_epoch)
        compare.holds(is_number(own) and epoch == own, "best_epoch", epoch)


def best_made(student, costs, patience, parameters, epochs):
    """Require the parameters that this many epochs make, or those that the student's own EarlyStopping keeps."""
    try:
        made_after(parameters, epochs)
    except compare.Mismatch:
        own = own_rule(student, costs, patience, lambda stopper, epochs: stopper.best_parameters)
        if not isinstance(own, dict):
            raise
        compare.finite(own.get("W1"))
        compare.finite(own.get("b1"))
        compare.tensors(parameters, own, ["W1", "b1"])


def made_after(parameters, epochs):
    """Require the parameters to be those that this many epochs have made."""
    compare.tensors(parameters, oracle.labelled(float(epochs)), ["W1", "b1"])


@values
@hint("Which parameters do you hand back?")
def test_returns_the_best_after_stopping(student):
    """When training is stopped early, the parameters of the best epoch come back, not those of the last."""
    parameters, _, _ = train(student, VALLEY, 3)
    best_made(student, VALLEY, 3, parameters, 5)


@values
@hint("What comes back when the costs turned upwards, but not for long enough?")
def test_returns_the_best_without_stopping(student):
    """When all epochs are run, the parameters of the best epoch come back all the same."""
    parameters, history, _ = train(student, VALLEY, 50)
    lasts(student, VALLEY, 50, history)
    best_made(student, VALLEY, 50, parameters, 5)


@values
@hint("What stops the loop?")
def test_stops_early(student):
    """Training ends before the last epoch when the validation cost has stopped improving."""
    _, history, _ = train(student, VALLEY, 3)
    from_the_script(VALLEY, history)
    length = len(history["validation"])
    if not 4 <= length < len(VALLEY):
        own = own_rule(student, VALLEY, 3, lambda stopper, epochs: epochs)
        compare.holds(own is not None and length == own, "training stops early", length)


@values
@hint("How many epochs without an improvement come before the end?")
def test_stops_at_the_right_epoch(student):
    """Training lasts until the patience is used up, no longer and no shorter."""
    for costs, patience in ((VALLEY, 3), (VALLEY, 1), ([3.0, 4.0, 5.0, 2.0, 6.0, 7.0, 8.0, 9.0, 9.5, 9.6], 4)):
        _, history, _ = train(student, costs, patience)
        lasts(student, costs, patience, history)


@values
@hint("Counted from which number, in which epoch was the validation cost lowest?")
def test_best_epoch(student):
    """The number of the best epoch comes back."""
    for costs, patience in ((VALLEY, 3), (VALLEY, 50), (FALLING, 2), ([1.0, 2.0, 3.0, 4.0, 5.0], 2)):
        _, _, epoch = train(student, costs, patience)
        best_numbered(student, costs, patience, epoch)


@values
@hint("Which two numbers does each epoch add to the history, and which epochs are in it?")
def test_history(student):
    """The history holds the training cost and the validation cost of every epoch that was run."""
    for patience in (3, 50):
        _, history, _ = train(student, VALLEY, patience)
        length = len(history["validation"])
        compare.holds(1 <= length <= len(VALLEY), "number of epochs", length)
        compare.close(np.array(history["validation"]), np.array(VALLEY[:length]), "the validation costs")
        right = [oracle.ScriptedRun(VALLEY).train_cost(epoch + 1) for epoch in range(length)]
        compare.close(np.array(history["train"]), np.array(right), "the training costs")


@properties
@hint("While the cost keeps falling, which epoch is the best one?")
def test_falling_costs_run_to_the_end(student):
    """While the validation cost keeps falling, every epoch is run and the last parameters are the best."""
    parameters, history, _ = train(student, FALLING, 2)
    lasts(student, FALLING, 2, history)
    best_made(student, FALLING, 2, parameters, len(FALLING))


@properties
@hint("Which parameters does the next epoch begin with?")
def test_training_goes_on_from_the_given_parameters(student):
    """Each epoch goes on from where the last one ended, and the first from the parameters that were passed in."""
    _, history, _ = train(student, VALLEY, 50, start=20.0)
    length = len(history["validation"])
    lasts(student, VALLEY, 50, history)
    compare.close(np.array(history["validation"]), np.array(VALLEY[:length]), "the validation costs")


@properties
@hint("What says how many epochs there can be at most?")
def test_max_epochs(student):
    """No more epochs are run than allowed."""
    for limit, epochs in ((1, 1), (2, 2), (7, 5)):
        parameters, history, _ = train(student, VALLEY, 50, max_epochs=limit)
        lasts(student, VALLEY[:limit], 50, history)
        best_made(student, VALLEY[:limit], 50, parameters, epochs)


@properties
@hint("Is an equal cost a better one?")
def test_a_plateau_ends_training(student):
    """A validation cost that stays the same uses up the patience."""
    costs = [3.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0]
    _, history, _ = train(student, costs, 3)
    lasts(student, costs, 3, history)


@properties
@hint("Better than what?")
def test_slow_recovery_is_no_improvement(student):
    """A cost that falls without reaching the best one again uses up the patience."""
    costs = [2.0, 1.0, 5.0, 4.0, 3.0, 2.9, 2.8, 2.7, 2.6]
    _, history, _ = train(student, costs, 4)
    lasts(student, costs, 4, history)


@shapes
@hint("How long are the two lists of the history?")
def test_history_lists_match(student):
    """Both lists of the history have one entry for each epoch, and the best epoch is one of them."""
    for costs in (VALLEY, FALLING):
        _, history, epoch = train(student, costs, 2)
        compare.holds(len(history["train"]) == len(history["validation"]) > 0, "lists of one length", history)
        compare.holds(is_number(epoch), "best_epoch is one number", epoch)
        best_numbered(student, costs, 2, epoch)


@stability
@hint("Is nan smaller than 3?")
def test_nan_is_never_the_best(student):
    """An epoch whose validation cost is not a number is never the best one."""
    for costs, epochs in (([3.0, 2.5, math.nan, math.nan, 2.0, 2.2, 2.4], 5), ([3.0, 2.5, math.nan, math.nan], 2)):
        parameters, history, epoch = train(student, costs, 50)
        lasts(student, costs, 50, history)
        best_made(student, costs, 50, parameters, epochs)
        best_numbered(student, costs, 50, epoch)


@stability
@hint("What is there to hand back when no epoch was ever the best?")
def test_without_any_best_the_current_parameters_are_kept(student):
    """If no validation cost is a number, the current parameters come back."""
    costs = [math.nan] * 4
    parameters, history, _ = train(student, costs, 50)
    lasts(student, costs, 50, history)
    best_made(student, costs, 50, parameters, 4)


@purity
def test_parameters_that_are_passed_in_are_left_alone(student):
    """The caller's parameters come back unchanged."""
    run = oracle.ScriptedRun(VALLEY)
    reply = student.call("train_with_early_stopping", run.epoch, run.validation, run.after(0), len(VALLEY), 3)
    compare.holds(reply.unchanged, "the inputs are unchanged")
