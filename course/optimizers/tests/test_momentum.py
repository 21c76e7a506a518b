"""Hidden tests of initialize_velocity and update_parameters_with_momentum; trusted side."""

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, purity, shapes, stability, values
from course.oracles import optimizers, shallow

DIMS = (3, 4, 2)


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


def check_step(student, parameters, grads, v, *settings):
    """One step of the student's is one step of the oracle's; return both answers of the student."""
    moved, velocity = student.update_parameters_with_momentum(parameters, grads, v, *settings)
    expected, expected_v = optimizers.momentum(parameters, [grads], v, *settings)
    compare.tensors(velocity, expected_v, optimizers.slopes(parameters))
    compare.tensors(moved, expected, optimizers.names(parameters))
    return moved, velocity


def check_depth(student, rng, dims):
    """State and step are right for a network of these layers."""
    parameters, grads, v, _ = optimizers.draw(rng, dims)
    check_zeros(student.initialize_velocity(parameters), parameters)
    check_step(student, parameters, grads, v, 0.3, 0.7)


@shapes
@hint("What has the average seen before the first step, and under which names will it be looked up?")
def test_the_velocity_starts_at_zero(student, rng):
    """The velocity starts at zero, under the names of the gradients."""
    parameters = optimizers.draw(rng, DIMS)[0]
    check_zeros(student.initialize_velocity(parameters), parameters)


@values
@hint("Which share of the new velocity comes from the old one, and which from the gradient?")
def test_the_velocity_after_a_step(student, rng):
    """The new velocity is the average of the old one and the gradient."""
    parameters, grads, v, _ = optimizers.draw(rng, DIMS)
    _, velocity = student.update_parameters_with_momentum(parameters, grads, v, 0.3, 0.7)
    expected = optimizers.momentum(parameters, [grads], v, 0.3, 0.7)[1]
    compare.tensors(velocity, expected, optimizers.slopes(parameters))


@values
@hint("Which velocity carries the parameters, the old or the new one, and which way?")
def test_the_parameters_after_a_step(student, rng):
    """The parameters move along the new velocity, downhill, at the learning rate."""
    parameters, grads, v, _ = optimizers.draw(rng, DIMS)
    moved, _ = student.update_parameters_with_momentum(parameters, grads, v, 0.3, 0.7)
    expected = optimizers.momentum(parameters, [grads], v, 0.3, 0.7)[0]
    compare.tensors(moved, expected, optimizers.names(parameters))


@values
def test_the_usual_beta(student, rng):
    """Without a beta, the velocity keeps nine tenths of what it was."""
    parameters, grads, v, _ = optimizers.draw(rng, DIMS)
    check_step(student, parameters, grads, v, 0.05)


@values
def test_three_steps_on_the_tiny_set(student):
    """Each of the first three steps on the three-example dataset is right."""
    here = shallow.p1()
    v = optimizers.zeros(here)
    for _ in range(3):
        grads = shallow.gradients(here, shallow.tiny_x(), shallow.tiny_y())
        here, v = check_step(student, here, grads, v, 0.1, 0.9)
        here = {name: here[name] for name in shallow.NAMES}


@values
@hint("What has to be handed from one step to the next?")
def test_several_steps_with_what_came_back(student, rng):
    """Several steps, each with the parameters and the velocity that came back from the last, end in the right place."""
    parameters, _, v, _ = optimizers.draw(rng, DIMS)
    seen = [optimizers.draw(rng, DIMS)[1] for _ in range(5)]
    here, velocity = parameters, v
    for grads in seen:
        here, velocity = student.update_parameters_with_momentum(here, grads, velocity, 0.2, 0.35)
        check_usable(velocity, grads)
        check_usable(here, parameters)
    expected, expected_v = optimizers.momentum(parameters, seen, v, 0.2, 0.35)
    compare.tensors(velocity, expected_v, optimizers.slopes(parameters))
    compare.tensors(here, expected, optimizers.names(parameters))


@properties
@hint("With no memory at all, which rule is left?")
def test_beta_zero_is_gradient_descent(student, rng):
    """With beta 0 the step is that of plain gradient descent."""
    parameters, grads, v, _ = optimizers.draw(rng, DIMS)
    moved, velocity = student.update_parameters_with_momentum(parameters, grads, v, 0.3, 0.0)
    compare.tensors(velocity, grads, optimizers.slopes(parameters))
    downhill = {name: array - 0.3 * grads[f"d{name}"] for name, array in parameters.items()}
    compare.tensors(moved, downhill, optimizers.names(parameters))


@properties
@hint("How large is the first step from rest, compared with one of plain gradient descent?")
def test_the_first_step_is_short(student, rng):
    """From rest, the first step is the share 1 - beta of a plain one: momentum is not corrected for its slow start."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    moved, _ = student.update_parameters_with_momentum(parameters, grads, optimizers.zeros(parameters), 0.5, 0.8)
    expected = {name: array - 0.1 * grads[f"d{name}"] for name, array in parameters.items()}
    compare.tensors(moved, expected, optimizers.names(parameters))


@properties
@hint("If every gradient is the same, where does their average go?")
def test_a_steady_gradient(student, rng):
    """Under a gradient that never changes, the velocity becomes that gradient."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    velocity = optimizers.zeros(parameters)
    for _ in range(12):
        _, velocity = student.update_parameters_with_momentum(parameters, grads, velocity, 0.1, 0.1)
        check_usable(velocity, grads)
    compare.tensors(velocity, grads, optimizers.slopes(parameters))


@properties
@hint("If velocity and gradient already agree, what is their average?")
def test_velocity_and_gradient_alike(student, rng):
    """Where velocity and gradient are equal, the velocity stays, whatever beta is."""
    parameters, grads, _, _ = optimizers.draw(rng, DIMS)
    _, velocity = student.update_parameters_with_momentum(parameters, grads, grads, 0.1, float(rng.uniform(0.1, 0.9)))
    compare.tensors(velocity, grads, optimizers.slopes(parameters))


@properties
@hint("A ball rolls onto a flat stretch: does it stop at once?")
def test_it_rolls_on_where_it_is_flat(student, rng):
    """Without any gradient, the parameters still move along what is left of the velocity."""
    parameters, _, v, _ = optimizers.draw(rng, DIMS)
    check_step(student, parameters, optimizers.zeros(parameters), v, 0.4, 0.6)


@properties
@hint("What does a learning rate of zero stop, and what does it not stop?")
def test_learning_rate_zero(student, rng):
    """With a learning rate of 0 the parameters stay, and the velocity is updated all the same."""
    parameters, grads, v, _ = optimizers.draw(rng, DIMS)
    check_step(student, parameters, grads, v, 0.0, 0.6)


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
    parameters, grads, v, _ = optimizers.draw(rng, (2, 2, 2, 2))
    compare.holds(list(grads) != list(v), "the order is another")
    check_step(student, parameters, grads, v, 0.3, 0.7)


@properties
@hint("After many small steps in a bowl, where should you be?")
def test_it_arrives_at_the_bottom(student, rng):
    """In a round bowl, many steps lead to the bottom."""
    parameters = optimizers.draw(rng, (2, 2, 1))[0]
    bottom = optimizers.draw(rng, (2, 2, 1))[1]
    here, velocity = parameters, optimizers.zeros(parameters)
    for _ in range(36):
        grads = {name: here[name[1:]] - bottom[name] for name in optimizers.slopes(parameters)}
        here, velocity = student.update_parameters_with_momentum(here, grads, velocity, 0.5, 0.5)
        check_usable(velocity, grads)
        check_usable(here, parameters)
    compare.tensors(here, {name[1:]: array for name, array in bottom.items()}, optimizers.names(parameters), atol=1e-4)


@shapes
@hint("Which shape does each velocity need so that it can be added to its gradient?")
def test_shapes_of_the_velocity(student, rng):
    """Every velocity has the shape of its parameter, biases stay columns."""
    parameters = optimizers.draw(rng, (4, 3, 5, 1))[0]
    velocity = student.initialize_velocity(parameters)
    for name, array in parameters.items():
        compare.holds(f"d{name}" in velocity, "the velocity has the gradients' names", velocity)
        compare.shape(velocity[f"d{name}"], array.shape, f"d{name}")


@shapes
@hint("Can your velocity hold a fraction?")
def test_the_velocity_is_made_of_floats(student, rng):
    """The velocity can hold fractions from the beginning."""
    parameters = optimizers.draw(rng, DIMS)[0]
    velocity = student.initialize_velocity(parameters)
    check_usable(velocity, optimizers.zeros(parameters))
    for name in optimizers.slopes(parameters):
        compare.holds(velocity[name].dtype.kind == "f", f"{name} holds floats", velocity[name])


@shapes
def test_shapes_after_a_step(student, rng):
    """Parameters and velocity keep their shapes in a step."""
    parameters, grads, v, _ = optimizers.draw(rng, (4, 3, 5, 1))
    moved, velocity = student.update_parameters_with_momentum(parameters, grads, v, 0.1, 0.9)
    for name, array in parameters.items():
        compare.holds(name in moved and f"d{name}" in velocity, "every name is there", moved)
        compare.shape(moved[name], array.shape, name)
        compare.shape(velocity[f"d{name}"], array.shape, f"d{name}")


@stability
def test_very_large_and_very_small_gradients(student, rng):
    """Gradients of any size give the right, finite step."""
    parameters, grads, v, _ = optimizers.draw(rng, DIMS)
    for size in (1e-9, 1e200):
        check_step(student, parameters, optimizers.scaled(grads, size), optimizers.scaled(v, size), 0.1, 0.6)


@purity
def test_initialisation_leaves_the_parameters_alone(student, rng):
    """Making a velocity does not change the parameters."""
    parameters = optimizers.draw(rng, DIMS)[0]
    compare.holds(student.call("initialize_velocity", parameters).unchanged, "the parameters are unchanged")


@purity
@hint("Could the caller take the same step once more?")
def test_inputs_are_left_alone(student, rng):
    """The parameters, gradients and velocity that are passed in come back unchanged."""
    parameters, grads, v, _ = optimizers.draw(rng, DIMS)
    reply = student.call("update_parameters_with_momentum", parameters, grads, v, 0.1, 0.9)
    compare.holds(reply.unchanged, "the inputs are unchanged")
