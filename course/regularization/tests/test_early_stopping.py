"""Hidden tests of the class EarlyStopping, driven by scripted validation costs; trusted side."""

import contextlib
import math

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from autograder.testing.returns import Malformed
from course.oracles import regularization as oracle

NAN = math.nan


def stopper_of(student, patience):
    """Return a new stopper of the student's; it must have a method `step`."""
    stopper = student.EarlyStopping(patience)
    compare.holds(callable(getattr(stopper, "step", None)), "the stopper has a method step")
    return stopper


def answers(student, costs, patience):
    """Feed a script to a new stopper, epoch i with parameters labelled i; return it and its answers until it fires."""
    stopper = stopper_of(student, patience)
    fired = []
    for epoch, cost in enumerate(costs):
        fired.append(stopper.step(cost, oracle.labelled(float(epoch))))
        if fired[-1]:
            break
    return stopper, fired


def fires_as_it_should(student, costs, patience):
    """Require the stopper to fire at the right epoch of this script, and at no other."""
    _, fired = answers(student, costs, patience)
    right = oracle.fires(costs, patience)
    right = right[: right.index(True) + 1] if True in right else right
    compare.holds(fired == right, "the epoch at which the stopper fires", fired)


def remembers(stopper, costs):
    """Require the best cost, the best epoch and the best parameters of a script to be remembered."""
    best = oracle.best_so_far(costs, len(costs) - 1)
    holds_parameters(stopper, float(best))
    compare.number(stopper.best_epoch, best, "best_epoch")
    compare.number(stopper.best_cost, costs[best], "best_cost")


def best_of(stopper):
    """Return the best parameters, which must be a dictionary."""
    best = stopper.best_parameters
    compare.holds(isinstance(best, dict), "best_parameters is a dictionary")
    return best


def holds_parameters(stopper, label):
    """Require the best parameters to be the ones that carry this label."""
    compare.tensors(best_of(stopper), oracle.labelled(label), ["W1", "b1"])


@values
@hint("How many epochs without an improvement is the stopper to put up with?")
def test_fires_after_patience(student):
    """It fires when the cost has failed to improve for as many epochs as its patience, no sooner and no later."""
    fires_as_it_should(student, [5.0, 4.0, 4.5, 4.6, 4.7, 4.8, 4.9], 3)
    fires_as_it_should(student, [5.0, 6.0, 7.0, 8.0, 9.0, 10.0], 2)


@values
@hint("With a patience of 1, how many bad epochs does it take?")
def test_patience_of_one(student):
    """With a patience of 1, the first epoch that brings no improvement is the last."""
    fires_as_it_should(student, [3.0, 2.0, 1.0, 1.5, 1.6], 1)


@values
@hint("What happens to the count when an improvement comes?")
def test_an_improvement_starts_the_count_afresh(student):
    """After an improvement its patience is whole again."""
    fires_as_it_should(student, [5.0, 5.5, 5.6, 4.0, 4.1, 4.2, 3.0, 3.5, 3.6, 3.7, 3.8], 3)


@values
@hint("Is an equal cost a better one?")
def test_a_tie_is_no_improvement(student):
    """A cost that only equals the best one counts as an epoch without improvement."""
    fires_as_it_should(student, [2.0, 2.0, 2.0, 2.0, 2.0], 2)
    costs = [3.0, 1.5, 1.5, 2.0]
    stopper, _ = answers(student, costs, 9)
    remembers(stopper, costs)


@values
@hint("Better than what?")
def test_compares_with_the_best(student):
    """An epoch counts as better only when it beats the best one so far."""
    fires_as_it_should(student, [2.0, 1.0, 3.0, 2.5, 2.0, 1.5, 1.2, 1.1], 4)


@values
@hint("When costs keep falling, is there any reason to stop?")
def test_never_fires_while_costs_fall(student):
    """While every epoch improves, however little, it never fires."""
    fires_as_it_should(student, [8.0, 7.0, 6.0, 5.9, 5.89, 5.8899, 5.88989, 0.2, 0.1], 2)
    fires_as_it_should(student, [40.0, 30.0, 35.0, 29.0, 33.0, 28.0, 31.0], 2)
    _, fired = answers(student, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0], 2)
    compare.holds(fired[-1], "it does fire where costs only rise", fired)


@values
@hint("When exactly was the cost lowest?")
def test_best_cost_epoch_and_parameters(student):
    """It remembers the lowest cost, the epoch counted from 0 and the parameters of that epoch."""
    for costs in ([6.0, 5.0, 3.0, 4.0], [1.0, 2.0, 3.0], [9.0, 8.0, 8.5, 7.0], [4.0]):
        stopper, _ = answers(student, costs, 9)
        remembers(stopper, costs)


@properties
@hint("Can the best parameters be read before the stopper has fired?")
def test_the_best_are_kept_all_along(student):
    """After every single epoch, the best cost, epoch and parameters so far can be read."""
    costs = [5.0, 4.0, 4.5, 3.0, 3.5, 3.6]
    stopper = stopper_of(student, 5)
    for epoch, cost in enumerate(costs):
        stopper.step(cost, oracle.labelled(float(epoch)))
        remembers(stopper, costs[: epoch + 1])


@properties
@hint("What does the docstring say about the best parameters before there are any?")
def test_the_best_parameters_are_there_from_the_start(student):
    """Before the first epoch, and while no cost is a number, the best parameters can be read: nothing is in them yet."""
    stopper = stopper_of(student, 3)
    for _ in range(2):
        with contextlib.suppress(Malformed):  # None is no dictionary, and right
            compare.holds(not stopper.best_parameters, "there are no best parameters yet")
        stopper.step(NAN, oracle.labelled(1.0))


@properties
@hint("Training goes on after the best epoch: what happens to the arrays that the stopper has kept?")
def test_later_changes_do_not_reach_the_best_parameters(student):
    """The best parameters stay as they were at the best epoch, even if training changes the same arrays later."""
    stopper = stopper_of(student, 3)
    held = student.hold(oracle.labelled(7.0))
    stopper.step(1.0, held)
    student.overwrite(held, 99.0)
    holds_parameters(stopper, 7.0)
    stopper.step(2.0, held)
    holds_parameters(stopper, 7.0)
    stopper.step(0.5, oracle.labelled(3.0))
    holds_parameters(stopper, 3.0)


@properties
@hint("Do two training runs share anything?")
def test_two_stoppers_are_independent(student):
    """Two stoppers know nothing of each other."""
    first, second = stopper_of(student, 2), stopper_of(student, 2)
    first.step(1.0, oracle.labelled(1.0))
    compare.holds(first.step(3.0, oracle.labelled(4.0)) is False, "the first stopper does not fire yet")
    compare.holds(second.step(2.0, oracle.labelled(2.0)) is False, "the second stopper does not fire yet")
    compare.number(first.best_cost, 1.0, "best_cost of the first")
    compare.number(second.best_cost, 2.0, "best_cost of the second")
    compare.number(second.best_epoch, 0.0, "best_epoch of the second")
    holds_parameters(first, 1.0)
    holds_parameters(second, 2.0)


@properties
@hint("Does it matter in which unit a cost is measured?")
def test_scaling_the_costs_changes_nothing(student):
    """Costs a thousand times larger or smaller lead to the same decisions."""
    costs = [3.0, 2.5, 2.6, 2.4, 2.7, 2.8, 2.9]
    for scale in (1e-3, 1e3):
        fires_as_it_should(student, [scale * cost for cost in costs], 3)


@shapes
@hint("Which parameters does a network with several layers have?")
def test_all_tensors_are_kept(student):
    """The best parameters hold every tensor of the network, in its own shape."""
    parameters = {**oracle.labelled(2.0), "W2": oracle.labelled(5.0)["W1"].T, "b2": oracle.labelled(6.0)["W1"].T}
    stopper = stopper_of(student, 2)
    stopper.step(1.0, parameters)
    stopper.step(2.0, {name: 0.0 * tensor for name, tensor in parameters.items()})
    compare.tensors(best_of(stopper), parameters, ["W1", "b1", "W2", "b2"])


@stability
@hint("Is nan smaller than 3?")
def test_nan_is_never_the_best(student):
    """A cost that is not a number never becomes the best one."""
    costs = [3.0, NAN, 2.0, NAN, NAN, NAN]
    stopper, _ = answers(student, costs, 9)
    remembers(stopper, costs)


@stability
@hint("Does an epoch whose cost is nan bring an improvement?")
def test_nan_uses_up_the_patience(student):
    """A cost that is not a number counts as an epoch without improvement."""
    fires_as_it_should(student, [3.0, 4.0, NAN, 5.0, 6.0, 7.0, 8.0], 3)
    fires_as_it_should(student, [3.0, NAN, 2.0, NAN, NAN, NAN], 3)


@stability
@hint("What if the very first cost is not a number?")
def test_nan_in_the_first_epoch(student):
    """A first cost that is not a number does not become the best one."""
    costs = [NAN, 3.0, 4.0, 2.0, 5.0]
    stopper, _ = answers(student, costs, 9)
    remembers(stopper, costs)
    fires_as_it_should(student, [NAN, NAN, NAN, NAN], 3)


@purity
def test_step_leaves_the_parameters_alone(student):
    """The parameters that are passed to `step` are not changed by it."""
    held = student.hold(oracle.labelled(7.0))
    first = stopper_of(student, 2)
    first.step(1.0, oracle.labelled(3.0))
    first.step(2.0, held)
    first.step(0.5, held)
    first.step(4.0, held)
    second = stopper_of(student, 2)
    second.step(1.0, held)
    holds_parameters(second, 7.0)
