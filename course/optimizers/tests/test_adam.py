"""Hidden tests of initialize_adam and update_parameters_with_adam; trusted side.

Dividing v-hat by the root of s-hat plus epsilon, and the form with one corrected rate (whose epsilon is then a little
larger, by 1 / sqrt(1 - beta2^t)), are both right Adam. So parameters are compared to 1e-6, and epsilon is tested at a t
where the correction is 1 to the last digit: there both forms agree.
"""

import numpy as np

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import optimizers, shallow

DIMS = (3, 4, 2)
NEAR = 1e-6
LATE = 200
"""A step at which 1 - 0.5^t is 1."""


def check_usable(answer, like):
    """Every tensor of `like` is in the answer, finite and of its shape: it can be calculated with."""
    for name, array in like.items():
        compare.holds(name in answer, f"{name} is there", answer)
        compare.shape(answer[name], array.shape, name)
        compare.finite(answer[name], name)


def check_zeros(moment, parameters):
    """There is a zero for every entry of every gradient; whether it is a float is a question of its own."""
    for name, zero in optimizers.zeros(parameters).items():
        compare.holds(name in moment, f"{name} is there", moment)
        compare.close(moment[name], zero, name, kinds="iuf")


def check_moments(student, parameters, grads, v, s, t, *settings):
    """Both moments after one step are the oracle's."""
    _, first, second = student.update_parameters_with_adam(parameters, grads, v, s, t, *settings)
    _, expected_v, expected_s = optimizers.adam(parameters, [grads], v, s, t, *settings)
    compare.tensors(first, expected_v, optimizers.slopes(parameters))
    compare.tensors(second, expected_s, optimizers.slopes(parameters))


def check_parameters(student, parameters, grads, v, s, t, *settings, atol=NEAR):
    """The parameters after one step are the oracle's."""
    moved, _, _ = student.update_parameters_with_adam(parameters, grads, v, s, t, *settings)
    expected, _, _ = optimizers.adam(parameters, [grads], v, s, t, *settings)
    compare.tensors(moved, expected, optimizers.names(parameters), atol=atol)


def from_rest(student, parameters, grads, *settings):
    """The way each parameter goes in the first step from rest, after a check that there is one."""
    zeros = optimizers.zeros(parameters)
    moved, _, _ = student.update_parameters_with_adam(parameters, grads, zeros, zeros, 1, *settings)
    check_usable(moved, parameters)
    return {name: moved[name] - array for name, array in parameters.items()}


def check_depth(student, rng, dims):
    """State and step are right for a network of these layers."""
    parameters, grads, v, s = optimizers.draw(rng, dims)
    for moment in student.initialize_adam(parameters):
        check_zeros(moment, parameters)
    check_moments(student, parameters, grads, v, s, 4, 0.05, 0.6, 0.8)
    check_parameters(student, parameters, grads, v, s, 4, 0.05, 0.6, 0.8)


@shapes
@hint("What have the two averages seen before the first step, and under which names will they be looked up?")
def test_both_moments_start_at_zero(student, rng):
    """Both averages start at zero, under the names of the gradients."""
    parameters = optimizers.draw(rng, DIMS)[0]
    for moment in student.initialize_adam(parameters):
        check_zeros(moment, parameters)


@values
@hint("Which average is v, with which beta, and is it returned with or without its correction?")
def test_the_first_moment(student, rng):
    """The first moment is the average of the gradients, without correction."""
    parameters, grads, v, s = optimizers.draw(rng, DIMS)
    _, first, _ = student.update_parameters_with_adam(parameters, grads, v, s, 3, 0.02, 0.6, 0.8)
    expected = optimizers.adam(parameters, [grads], v, s, 3, 0.02, 0.6, 0.8)[1]
    compare.tensors(first, expected, optimizers.slopes(parameters))


@values
@hint("Second moment of what, with which beta, and is it returned with or without its correction?")
def test_the_second_moment(student, rng):
    """The second moment is the average of the squared gradients, without correction."""
    parameters, grads, v, s = optimizers.draw(rng, DIMS)
    _, _, second = student.update_parameters_with_adam(parameters, grads, v, s, 3, 0.02, 0.6, 0.8)
    expected = optimizers.adam(parameters, [grads], v, s, 3, 0.02, 0.6, 0.8)[2]
    compare.tensors(second, expected, optimizers.slopes(parameters))


@values
def test_the_first_step(student, rng):
    """The parameters are right after the first step from rest."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    zeros = optimizers.zeros(parameters)
    check_parameters(student, parameters, grads, zeros, zeros, 1, 0.02)


@values
@hint("Where does t stand in each correction, and what does the correction do as t grows?")
def test_step_two(student, rng):
    """The parameters are right after step 2, from a state that is not zero."""
    check_parameters(student, *optimizers.draw(rng, DIMS), 2, 0.05, 0.6, 0.8)


@values
@hint("Where does t stand in each correction, and what does the correction do as t grows?")
def test_step_seven(student, rng):
    """The parameters are right after step 7, from a state that is not zero."""
    check_parameters(student, *optimizers.draw(rng, DIMS), 7, 0.05, 0.9, 0.95)


@values
def test_step_one_with_a_state(student, rng):
    """The parameters are right after step 1, even if the state was not zero."""
    check_parameters(student, *optimizers.draw(rng, DIMS), 1, 0.05, 0.6, 0.8)


@values
def test_the_usual_settings(student, rng):
    """Without settings, the usual learning rate and betas are used."""
    parameters, grads, v, s = optimizers.draw(rng, DIMS)
    check_moments(student, parameters, grads, v, s, 5)
    check_parameters(student, parameters, grads, v, s, 5, atol=1e-8)


@values
def test_three_steps_on_the_tiny_set(student):
    """Each of the first three steps on the three-example dataset is right."""
    here = shallow.p1()
    v, s = optimizers.zeros(here), optimizers.zeros(here)
    for t in (1, 2, 3):
        grads = shallow.gradients(here, shallow.tiny_x(), shallow.tiny_y())
        check_moments(student, here, grads, v, s, t, 0.1)
        check_parameters(student, here, grads, v, s, t, 0.1, atol=1e-5)
        here, v, s = optimizers.adam(here, [grads], v, s, t, 0.1)


@values
@hint("What has to be handed from one step to the next?")
def test_several_steps_with_what_came_back(student, rng):
    """Several steps, each with the parameters and the state that came back from the last, end in the right place."""
    parameters, _, v, s = optimizers.draw(rng, DIMS)
    seen = [optimizers.draw(rng, DIMS)[1] for _ in range(5)]
    here, first, second = parameters, v, s
    for t, grads in enumerate(seen, start=2):
        here, first, second = student.update_parameters_with_adam(here, grads, first, second, t, 0.03, 0.55, 0.75)
        check_usable(first, grads)
        check_usable(second, grads)
        check_usable(here, parameters)
    expected, expected_v, expected_s = optimizers.adam(parameters, seen, v, s, 2, 0.03, 0.55, 0.75)
    compare.tensors(first, expected_v, optimizers.slopes(parameters))
    compare.tensors(second, expected_s, optimizers.slopes(parameters))
    compare.tensors(here, expected, optimizers.names(parameters), atol=NEAR)


@properties
@hint("If you write into one of the two averages, does the other one change?")
def test_two_moments_two_memories(student, rng):
    """The two averages are kept in two places."""
    parameters = optimizers.draw(rng, DIMS)[0]
    compare.holds(student.adam_states_are_separate(parameters), "v and s share no memory")


@properties
@hint("How long is the first step from rest, and does the size of the gradient matter?")
def test_the_first_step_has_the_size_of_the_rate(student, rng):
    """From rest, every entry's first step is as long as the learning rate, against the sign of its gradient."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    way = from_rest(student, parameters, grads, 0.02)
    expected = {name: np.copysign(0.02, -grads[f"d{name}"]) for name in parameters}
    compare.tensors(way, expected, optimizers.names(parameters), atol=NEAR)


@properties
@hint("Multiply the cost by 1000: should the path change?")
def test_large_gradients_make_the_same_step(student, rng):
    """Gradients a thousand times as large make the same first step."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    way = from_rest(student, parameters, grads, 0.02)
    same = from_rest(student, parameters, optimizers.scaled(grads, 1000.0), 0.02)
    longest = max(float(np.max(np.abs(step))) for step in way.values())
    compare.holds(0.001 < longest < 1.0, "there is a step", way)
    compare.tensors(same, way, optimizers.names(parameters), atol=NEAR)


@properties
@hint("If the cost had always been 1000 times as large, what would v and s be, and should the path change?")
def test_the_scale_of_the_cost_does_not_matter_later(student, rng):
    """If all gradients had always been a thousand times as large, the step would be the same."""
    parameters, grads, v, s = optimizers.draw(rng, DIMS)
    expected = optimizers.adam(parameters, [grads], v, s, 7, 0.02, 0.6, 0.8)[0]
    larger, larger_v = optimizers.scaled(grads, 1000.0), optimizers.scaled(v, 1000.0)
    larger_s = optimizers.scaled(s, 1e6)
    moved, _, _ = student.update_parameters_with_adam(parameters, larger, larger_v, larger_s, 7, 0.02, 0.6, 0.8)
    compare.tensors(moved, expected, optimizers.names(parameters), atol=NEAR)


@properties
@hint("Change the sign of every gradient: which way should the step go?")
def test_opposite_gradients_make_the_opposite_step(student, rng):
    """Opposite gradients make the opposite step."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    way = from_rest(student, parameters, grads, 0.02)
    back = from_rest(student, parameters, optimizers.scaled(grads, -1.0), 0.02)
    longest = max(float(np.max(np.abs(step))) for step in way.values())
    compare.holds(longest > 0.001, "there is a step", way)
    compare.tensors(back, optimizers.scaled(way, -1.0), optimizers.names(parameters), atol=NEAR)


@properties
@hint("If every gradient is the same, how long is each step, the fifth as well as the first?")
def test_a_steady_gradient(student, rng):
    """Under a gradient that never changes, every step from rest is as long as the learning rate."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    here, v, s = parameters, optimizers.zeros(parameters), optimizers.zeros(parameters)
    for t in range(1, 7):
        here, v, s = student.update_parameters_with_adam(here, grads, v, s, t, 0.01)
        check_usable(here, parameters)
        check_usable(v, grads)
        check_usable(s, grads)
    expected = {name: a + np.copysign(0.06, -grads[f"d{name}"]) for name, a in parameters.items()}
    compare.tensors(here, expected, optimizers.names(parameters), atol=1e-5)


@properties
@hint("With beta1 = 0, what is left of the first average?")
def test_without_memory(student, rng):
    """With beta1 = 0 the first moment is the gradient itself; with both 0, only the gradient's sign decides the step."""
    parameters, grads, v, s = optimizers.draw(rng, DIMS)
    moved, first, _ = student.update_parameters_with_adam(parameters, grads, v, s, 4, 0.05, 0.0, 0.9)
    compare.tensors(first, grads, optimizers.slopes(parameters))
    expected = optimizers.adam(parameters, [grads], v, s, 4, 0.05, 0.0, 0.9)[0]
    compare.tensors(moved, expected, optimizers.names(parameters), atol=NEAR)
    moved, _, _ = student.update_parameters_with_adam(parameters, grads, v, s, 4, 0.05, 0.0, 0.0)
    expected = {name: a - np.copysign(0.05, grads[f"d{name}"]) for name, a in parameters.items()}
    compare.tensors(moved, expected, optimizers.names(parameters), atol=NEAR)


@properties
@hint("Where exactly does epsilon stand in the formula?")
def test_tiny_gradients(student, rng):
    """Gradients as small as epsilon still make about half a step."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    tiny = optimizers.scaled(grads, 1e-8)
    squares = {name: array * array for name, array in tiny.items()}
    check_parameters(student, parameters, tiny, tiny, squares, LATE, 0.5, 0.5, 0.5)


@properties
@hint("Is epsilon a number of your own, or the caller's?")
def test_the_callers_epsilon(student, rng):
    """The epsilon that is passed in is used, in its place."""
    check_parameters(student, *optimizers.draw(rng, DIMS), LATE, 0.5, 0.5, 0.5, 0.3, atol=1e-9)


@properties
@hint("What does a learning rate of zero stop, and what does it not stop?")
def test_learning_rate_zero(student, rng):
    """With a learning rate of 0 the parameters stay, and both averages are updated all the same."""
    parameters, grads, v, s = optimizers.draw(rng, DIMS)
    check_moments(student, parameters, grads, v, s, 4, 0.0, 0.6, 0.8)
    check_parameters(student, parameters, grads, v, s, 4, 0.0, 0.6, 0.8, atol=1e-12)


@properties
@hint("Which layers does your code visit when there is only one?")
def test_one_layer(student, rng):
    """A network with a single layer is moved, too."""
    check_depth(student, rng, (3, 2))


@properties
@hint("Which layers does your code visit when there are three?")
def test_three_layers(student, rng):
    """Every layer of three is moved, the first and the last one too."""
    check_depth(student, rng, (2, 5, 3, 1))


@properties
@hint("Does every layer move, the first and the last one too?")
def test_twelve_layers(student, rng):
    """A deep network is moved as a whole."""
    check_depth(student, rng, (2, 3) * 6 + (1,))


@properties
@hint("How do you find the gradient that belongs to a parameter?")
def test_gradients_are_found_by_name(student, rng):
    """The order in which the gradients stand in their dictionary does not matter."""
    parameters, grads, v, s = optimizers.draw(rng, (2, 2, 2, 2))
    compare.holds(list(grads) != list(v), "the order is another")
    check_moments(student, parameters, grads, v, s, 4, 0.05, 0.6, 0.8)
    check_parameters(student, parameters, grads, v, s, 4, 0.05, 0.6, 0.8)


@properties
@hint("After many small steps in a bowl, where should you be?")
def test_it_goes_downhill(student, rng):
    """In a bowl, many steps lead close to the bottom."""
    parameters = optimizers.draw(rng, (2, 2, 1))[0]
    here, v, s = parameters, optimizers.zeros(parameters), optimizers.zeros(parameters)
    for t in range(1, 41):
        grads = {f"d{name}": 1.0 * here[name] for name in optimizers.names(parameters)}
        here, v, s = student.update_parameters_with_adam(here, grads, v, s, t, 0.1)
        check_usable(here, parameters)
        check_usable(v, grads)
        check_usable(s, grads)
        moving = any(float(np.max(np.abs(here[name]))) > 0.05 for name in optimizers.names(parameters))
        compare.holds(t > 1 or moving, "one step does not lead to the bottom", here)
    farthest = max(float(np.max(np.abs(here[name]))) for name in optimizers.names(parameters))
    compare.holds(farthest < 0.2, "close to the bottom", here)


@shapes
@hint("Which shape does each average need so that it can be combined with its gradient?")
def test_shapes_of_the_moments(student, rng):
    """Every average has the shape of its parameter, biases stay columns."""
    parameters = optimizers.draw(rng, (4, 3, 5, 1))[0]
    for moment in student.initialize_adam(parameters):
        for name, array in parameters.items():
            compare.holds(f"d{name}" in moment, "the averages have the gradients' names", moment)
            compare.shape(moment[f"d{name}"], array.shape, f"d{name}")


@shapes
@hint("Can your averages hold a fraction?")
def test_both_moments_are_made_of_floats(student, rng):
    """Both averages can hold fractions from the beginning."""
    parameters = optimizers.draw(rng, DIMS)[0]
    for moment in student.initialize_adam(parameters):
        check_usable(moment, optimizers.zeros(parameters))
        for name in optimizers.slopes(parameters):
            compare.holds(moment[name].dtype.kind == "f", f"{name} holds floats", moment[name])


@shapes
def test_shapes_after_a_step(student, rng):
    """Parameters and both averages keep their shapes in a step."""
    parameters, grads, v, s = optimizers.draw(rng, (4, 3, 5, 1))
    moved, first, second = student.update_parameters_with_adam(parameters, grads, v, s, 2)
    for name, array in parameters.items():
        found = name in moved and f"d{name}" in first and f"d{name}" in second
        compare.holds(found, "every name is there", moved)
        compare.shape(moved[name], array.shape, name)
        compare.shape(first[f"d{name}"], array.shape, f"d{name}")
        compare.shape(second[f"d{name}"], array.shape, f"d{name}")


@stability
@hint("What if a unit is dead, and its gradient has always been zero?")
def test_no_gradient_at_all(student, rng):
    """Where there has never been a gradient, nothing moves and nothing becomes nan."""
    parameters = optimizers.draw(rng, DIMS)[0]
    way = from_rest(student, parameters, optimizers.zeros(parameters), 0.02)
    nowhere = {name: 0.0 * array for name, array in parameters.items()}
    compare.tensors(way, nowhere, optimizers.names(parameters))


@stability
@hint("What if a unit is dead, and its gradient has always been zero?")
def test_one_dead_unit(student, rng):
    """One dead unit among live ones stays where it is, and the others move."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    grads["dW1"][2, :] = 0.0
    grads["db1"][2, :] = 0.0
    zeros = optimizers.zeros(parameters)
    check_parameters(student, parameters, grads, zeros, zeros, 1, 0.02)


@stability
def test_a_very_late_step(student, rng):
    """After thousands of steps the corrections are harmless."""
    check_parameters(student, *optimizers.draw(rng, DIMS), 5_000, 0.02, 0.5, 0.75)


@purity
def test_initialisation_leaves_the_parameters_alone(student, rng):
    """Making the two averages does not change the parameters."""
    parameters = optimizers.draw(rng, DIMS)[0]
    compare.holds(student.call("initialize_adam", parameters).unchanged, "the parameters are unchanged")


@purity
@hint("Could the caller take the same step once more?")
def test_inputs_are_left_alone(student, rng):
    """The parameters, gradients and averages that are passed in come back unchanged."""
    parameters, grads, v, s = optimizers.draw(rng, DIMS)
    reply = student.call("update_parameters_with_adam", parameters, grads, v, s, 2, 0.01, 0.9, 0.999)
    compare.holds(reply.unchanged, "the inputs are unchanged")
