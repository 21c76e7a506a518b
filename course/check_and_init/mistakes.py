"""Known wrong implementations of check_and_init; each docstring is the hint; trusted side."""

import numpy as np

# --- numerical_gradient -----------------------------------------------------------------------------------------------


def numerical_gradient__forward_difference(f, theta, epsilon=1e-5):
    """Which sides of the point do you probe? On paper, what does your formula give for the cube at 1 with step 0.01?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    here = f(point.copy())
    for index in np.ndindex(point.shape):
        moved = point.copy()
        moved[index] += epsilon
        gradient[index] = (f(moved) - here) / epsilon
    return gradient


def numerical_gradient__backward_difference(f, theta, epsilon=1e-5):
    """Which side of the point do you probe, and what does the other side know that you do not?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    here = f(point.copy())
    for index in np.ndindex(point.shape):
        moved = point.copy()
        moved[index] -= epsilon
        gradient[index] = (here - f(moved)) / epsilon
    return gradient


def numerical_gradient__precedence_of_division(f, theta, epsilon=1e-5):
    """In your last formula, what exactly does the division apply to? Compute it by hand for f = 5 on both sides."""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = f(plus) - f(minus) / (2 * epsilon)
    return gradient


def numerical_gradient__precedence_of_product(f, theta, epsilon=1e-5):
    """What does Python make of 8 / 2 * 4, and where does the same pattern stand in your formula?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / 2 * epsilon
    return gradient


def numerical_gradient__theta_not_restored(f, theta, epsilon=1e-5):
    """What is theta after the first turn of the loop, and after the last?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        point[index] += epsilon
        above = f(point)
        point[index] -= 2 * epsilon
        below = f(point)
        gradient[index] = (above - below) / (2 * epsilon)
    return gradient


def numerical_gradient__left_on_the_plus_side(f, theta, epsilon=1e-5):
    """After one entry is done, where has your loop left it, and what do the later entries see?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        point[index] -= epsilon
        below = f(point)
        point[index] += 2 * epsilon
        above = f(point)
        gradient[index] = (above - below) / (2 * epsilon)
    return gradient


def numerical_gradient__caller_theta_not_restored(f, theta, epsilon=1e-5):
    """Whose array does your loop move, and what is in it after the call?"""
    gradient = np.zeros(theta.shape)
    moving = theta if theta.dtype.kind == "f" else theta.astype(float)
    for index in np.ndindex(theta.shape):
        value = moving[index]
        moving[index] = value + epsilon
        above = f(moving)
        moving[index] = value - epsilon
        below = f(moving)
        moving[index] = value if index != tuple(n - 1 for n in theta.shape) else value - epsilon
        gradient[index] = (above - below) / (2 * epsilon)
    return gradient


def numerical_gradient__minus_built_from_plus(f, theta, epsilon=1e-5):
    """Write down both points for theta = 1 and step 0.1: how far apart are they really?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus = point.copy()
        plus[index] += epsilon
        minus = plus.copy()
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__epsilon_added_twice(f, theta, epsilon=1e-5):
    """Write down both points for theta = 1 and step 0.1: is 1 in the middle between them?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += 2 * epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__integer_theta_truncates(f, theta, epsilon=1e-5):
    """What is the dtype of theta, and what happens to a small step that is added to it?"""
    point = theta.copy()
    gradient = np.zeros(point.shape)
    for index in np.ndindex(point.shape):
        value = point[index]
        point[index] = value + epsilon
        above = f(point)
        point[index] = value - epsilon
        below = f(point)
        point[index] = value
        gradient[index] = (above - below) / (2 * epsilon)
    return gradient


def numerical_gradient__integer_slopes(f, theta, epsilon=1e-5):
    """Which numbers can your array of slopes hold if theta holds whole numbers?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(theta)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__divides_by_epsilon(f, theta, epsilon=1e-5):
    """How far apart are the two points at which you evaluate f?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / epsilon
    return gradient


def numerical_gradient__divides_by_epsilon_squared(f, theta, epsilon=1e-5):
    """How far apart are the two points, and is that what stands in your denominator?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / epsilon**2
    return gradient


def numerical_gradient__forgets_to_divide(f, theta, epsilon=1e-5):
    """A slope is a rise over a run: where is the run?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = f(plus) - f(minus)
    return gradient


def numerical_gradient__adds_the_two_sides(f, theta, epsilon=1e-5):
    """For a function that is the same on both sides of the point, what should the formula give, and what does yours?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) + f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__minus_before_plus(f, theta, epsilon=1e-5):
    """For a function that rises, which sign does your slope have?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(minus) - f(plus)) / (2 * epsilon)
    return gradient


def numerical_gradient__absolute_value(f, theta, epsilon=1e-5):
    """Can a slope be negative? Try a function that falls."""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = abs(f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__moves_all_entries(f, theta, epsilon=1e-5):
    """How many entries of theta change between your two evaluations?"""
    point = np.array(theta, dtype=float)
    return np.full(point.shape, (f(point + epsilon) - f(point - epsilon)) / (2 * epsilon))


def numerical_gradient__moves_whole_rows(f, theta, epsilon=1e-5):
    """If theta is a matrix, what is theta[0], and how many entries does it have?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for i in range(len(point)):
        plus, minus = point.copy(), point.copy()
        plus[i] += epsilon
        minus[i] -= epsilon
        gradient[i] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__two_indices_only(f, theta, epsilon=1e-5):
    """Which shapes can theta have besides that of a matrix?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for i in range(point.shape[0]):
        for j in range(point.shape[1]):
            plus, minus = point.copy(), point.copy()
            plus[i, j] += epsilon
            minus[i, j] -= epsilon
            gradient[i, j] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__first_column_only(f, theta, epsilon=1e-5):
    """Which entries of a matrix does your loop never visit?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for i in range(point.shape[0]):
        place = (i,) + (0,) * (point.ndim - 1)
        plus, minus = point.copy(), point.copy()
        plus[place] += epsilon
        minus[place] -= epsilon
        gradient[place] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__skips_the_last_entry(f, theta, epsilon=1e-5):
    """How many entries does theta have, and how many turns does your loop take?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for k in range(point.size - 1):
        plus, minus = point.copy(), point.copy()
        plus.flat[k] += epsilon
        minus.flat[k] -= epsilon
        gradient.flat[k] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__skips_the_first_entry(f, theta, epsilon=1e-5):
    """Which is the first entry that your loop visits, and which is the first entry of theta?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for k in range(1, point.size):
        plus, minus = point.copy(), point.copy()
        plus.flat[k] += epsilon
        minus.flat[k] -= epsilon
        gradient.flat[k] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__returns_inside_the_loop(f, theta, epsilon=1e-5):
    """How far is the return indented, and how many turns does the loop take before it?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
        return gradient


def numerical_gradient__one_array_for_both_sides(f, theta, epsilon=1e-5):
    """Do your two points share their memory? What does one of them hold after the other has moved?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus = minus = point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__points_kept_from_turn_to_turn(f, theta, epsilon=1e-5):
    """In the second turn of the loop, how many entries of your two points have already moved?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    plus, minus = point.copy(), point.copy()
    for index in np.ndindex(point.shape):
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__adds_up_the_slopes(f, theta, epsilon=1e-5):
    """Does the slope of one entry have anything to do with the slopes found before it?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    total = 0.0
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        total += (f(plus) - f(minus)) / (2 * epsilon)
        gradient[index] = total
    return gradient


def numerical_gradient__returns_the_sum(f, theta, epsilon=1e-5):
    """How many slopes does a function of six numbers have, and how many do you return?"""
    point = np.array(theta, dtype=float)
    total = 0.0
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        total += (f(plus) - f(minus)) / (2 * epsilon)
    return np.array(total)


def numerical_gradient__returns_a_flat_array(f, theta, epsilon=1e-5):
    """Which shape must a gradient have so that it can be compared with dW1?"""
    point = np.array(theta, dtype=float)
    slopes = []
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        slopes.append((f(plus) - f(minus)) / (2 * epsilon))
    return np.array(slopes)


def numerical_gradient__hands_f_a_flat_array(f, theta, epsilon=1e-5):
    """Which shape does f expect, and which does it get from you?"""
    point = np.array(theta, dtype=float).ravel()
    gradient = np.zeros_like(point)
    for k in range(point.size):
        plus, minus = point.copy(), point.copy()
        plus[k] += epsilon
        minus[k] -= epsilon
        gradient[k] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient.reshape(np.shape(theta))


def numerical_gradient__hands_f_one_entry(f, theta, epsilon=1e-5):
    """What does f take as its argument: one number, or all of them?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        gradient[index] = (f(point[index] + epsilon) - f(point[index] - epsilon)) / (2 * epsilon)
    return gradient


def numerical_gradient__slopes_in_the_wrong_order(f, theta, epsilon=1e-5):
    """Let f look at one entry only: at which place does its slope come out?"""
    point = np.array(theta, dtype=float)
    slopes = []
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        slopes.append((f(plus) - f(minus)) / (2 * epsilon))
    return np.array(slopes).reshape(point.shape, order="F")


def numerical_gradient__reversed(f, theta, epsilon=1e-5):
    """Let f look at one entry only: at which place does its slope come out?"""
    point = np.array(theta, dtype=float)
    slopes = []
    for k in range(point.size):
        plus, minus = point.copy(), point.copy()
        plus.flat[k] += epsilon
        minus.flat[k] -= epsilon
        slopes.insert(0, (f(plus) - f(minus)) / (2 * epsilon))
    return np.array(slopes).reshape(point.shape)


def numerical_gradient__ignores_epsilon(f, theta, epsilon=1e-5):
    """If the caller asks for another step, does anything in your function change?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += 1e-5
        minus[index] -= 1e-5
        gradient[index] = (f(plus) - f(minus)) / 2e-5
    return gradient


def numerical_gradient__another_default(f, theta, epsilon=1e-7):
    """How far does your function step when nobody says how far, and what does the docstring say?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__half_steps(f, theta, epsilon=1e-5):
    """How far from theta are your points, compared with the docstring?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon / 2
        minus[index] -= epsilon / 2
        gradient[index] = (f(plus) - f(minus)) / epsilon
    return gradient


def numerical_gradient__relative_step(f, theta, epsilon=1e-5):
    """How far does your function step where an entry of theta is zero?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] *= 1 + epsilon
        minus[index] *= 1 - epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__rounds(f, theta, epsilon=1e-5):
    """What is left of a slope of a thousand-millionth in your answer?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return np.round(gradient, 6)


def numerical_gradient__single_precision(f, theta, epsilon=1e-5):
    """How many digits does each of your numbers keep, and how many does the difference of two of them leave?"""
    point = np.array(theta, dtype=np.float32)
    gradient = np.zeros(point.shape)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__stale_upper_value(f, theta, epsilon=1e-5):
    """Which of your two values belongs to the entry of this turn, and which to another?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    plus = point.copy()
    plus.flat[0] += epsilon
    above = f(plus)
    for index in np.ndindex(point.shape):
        minus = point.copy()
        minus[index] -= epsilon
        gradient[index] = (above - f(minus)) / (2 * epsilon)
    return gradient


def numerical_gradient__no_return(f, theta, epsilon=1e-5):
    """What does a function give back whose last line is no return?"""
    point = np.array(theta, dtype=float)
    gradient = np.zeros_like(point)
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        gradient[index] = (f(plus) - f(minus)) / (2 * epsilon)


def numerical_gradient__returns_a_list(f, theta, epsilon=1e-5):
    """Can you ask your answer for its shape?"""
    point = np.array(theta, dtype=float)
    slopes = []
    for index in np.ndindex(point.shape):
        plus, minus = point.copy(), point.copy()
        plus[index] += epsilon
        minus[index] -= epsilon
        slopes.append((f(plus) - f(minus)) / (2 * epsilon))
    return slopes


# --- relative_error ---------------------------------------------------------------------------------------------------


def relative_error__absolute_difference(a, b):
    """If both gradients become a thousand times larger, what does your answer do?"""
    return float(np.linalg.norm(a - b))


def relative_error__difference_of_norms(a, b):
    """Are +g and -g equal? What does your function say about them?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 0.0 if size == 0 else float(abs(np.linalg.norm(a) - np.linalg.norm(b)) / size)


def relative_error__two_zeros_are_nan(a, b):
    """What does your function say about two gradients that are both zero?"""
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)))


def relative_error__two_zeros_are_one(a, b):
    """Do two zero gradients agree or disagree, and what does your special case say?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 1.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error__one_zero_is_ignored(a, b):
    """When does your special case apply: when both gradients are zero, or sooner?"""
    if np.linalg.norm(a) == 0 or np.linalg.norm(b) == 0:
        return 0.0
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)))


def relative_error__term_in_the_denominator(a, b):
    """For gradients of the size 1e-7, which term of your denominator is the largest?"""
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b) + 1e-8))


def relative_error__denominator_at_least_one(a, b):
    """What is your denominator for very small gradients?"""
    return float(np.linalg.norm(a - b) / max(1.0, np.linalg.norm(a) + np.linalg.norm(b)))


def relative_error__floor_in_the_denominator(a, b):
    """What is your denominator for very small gradients?"""
    return float(np.linalg.norm(a - b) / max(1e-5, np.linalg.norm(a) + np.linalg.norm(b)))


def relative_error__tiny_is_zero(a, b):
    """From which size on does your function still look at the gradients?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 0.0 if size < 1e-5 else float(np.linalg.norm(a - b) / size)


def relative_error__largest_entry(a, b):
    """How many of the entries have a say in your answer, and in the formula?"""
    size = np.max(np.abs(a)) + np.max(np.abs(b))
    return 0.0 if size == 0 else float(np.max(np.abs(a - b)) / size)


def relative_error__worst_entry_by_entry(a, b):
    """Does the formula divide entry by entry, or once?"""
    size = np.abs(a) + np.abs(b)
    return float(np.max(np.where(size == 0, 0.0, np.abs(a - b) / np.where(size == 0, 1.0, size))))


def relative_error__mean_entry_by_entry(a, b):
    """Does the formula divide entry by entry, or once?"""
    size = np.abs(a) + np.abs(b)
    return float(np.mean(np.where(size == 0, 0.0, np.abs(a - b) / np.where(size == 0, 1.0, size))))


def relative_error__sum_of_absolute_values(a, b):
    """By hand, what is the norm of (3, 4), and what does your code make of it?"""
    size = np.sum(np.abs(a)) + np.sum(np.abs(b))
    return 0.0 if size == 0 else float(np.sum(np.abs(a - b)) / size)


def relative_error__squared_norms(a, b):
    """By hand, what is the norm of (3, 4), and what does your code make of it?"""
    size = np.sum(a**2) + np.sum(b**2)
    return 0.0 if size == 0 else float(np.sum((a - b) ** 2) / size)


def relative_error__root_of_the_ratio(a, b):
    """Is the root of a sum the sum of the roots? Put numbers into your denominator."""
    size = np.sum(a**2) + np.sum(b**2)
    return 0.0 if size == 0 else float(np.sqrt(np.sum((a - b) ** 2) / size))


def relative_error__norm_of_the_sum(a, b):
    """What is your denominator for +g and -g?"""
    size = np.linalg.norm(a + b)
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error__only_the_first_norm(a, b):
    """What happens to your answer if a and b change places?"""
    size = np.linalg.norm(a)
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error__only_the_second_norm(a, b):
    """What happens to your answer if a and b change places?"""
    size = np.linalg.norm(b)
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error__larger_norm(a, b):
    """Which two norms stand in the denominator, and what happens to them there?"""
    size = max(np.linalg.norm(a), np.linalg.norm(b))
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error__mean_of_the_norms(a, b):
    """What does your function say about opposite gradients, and what is the largest value the formula allows?"""
    size = (np.linalg.norm(a) + np.linalg.norm(b)) / 2
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error__product_of_the_norms(a, b):
    """What stands between the two norms in the denominator?"""
    size = np.linalg.norm(a) * np.linalg.norm(b)
    return 0.0 if size == 0 else float(np.linalg.norm(a - b) / size)


def relative_error__missing_parentheses(a, b):
    """What exactly does your division apply to?"""
    if np.linalg.norm(a) == 0:
        return 0.0 if np.linalg.norm(b) == 0 else 1.0
    return float(np.linalg.norm(a - b) / np.linalg.norm(a) + np.linalg.norm(b))


def relative_error__signed_sums(a, b):
    """If one entry is too large and another too small, what does your numerator see?"""
    size = np.sum(np.abs(a)) + np.sum(np.abs(b))
    return 0.0 if size == 0 else float(abs(np.sum(a - b)) / size)


def relative_error__spectral_norm(a, b):
    """Which norm of a matrix did you ask for, and does it look at every entry?"""
    size = np.linalg.norm(a, 2) + np.linalg.norm(b, 2)
    return 0.0 if size == 0 else float(np.linalg.norm(a - b, 2) / size)


def relative_error__one_a_column(a, b):
    """How many numbers does your function return for two matrices?"""
    size = np.linalg.norm(a, axis=0) + np.linalg.norm(b, axis=0)
    return np.where(size == 0, 0.0, np.linalg.norm(a - b, axis=0) / np.where(size == 0, 1.0, size))


def relative_error__norm_by_dot(a, b):
    """What does a dot product of two matrices return, and does your formula work for more than one dimension?"""
    size = np.sqrt(np.dot(a, a)) + np.sqrt(np.dot(b, b))
    return 0.0 if size == 0 else float(np.sqrt(np.dot(a - b, a - b)) / size)


def relative_error__adds_the_two(a, b):
    """How far apart are two equal gradients, according to your numerator?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 0.0 if size == 0 else float(np.linalg.norm(a + b) / size)


def relative_error__mean_of_squares_above(a, b):
    """Do numerator and denominator treat the number of entries alike?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 0.0 if size == 0 else float(np.sqrt(np.mean((a - b) ** 2)) / size)


def relative_error__rounds(a, b):
    """Which digits does a gradient check need to see?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return 0.0 if size == 0 else round(float(np.linalg.norm(a - b) / size), 4)


def relative_error__is_it_small(a, b):
    """Does the caller want a verdict from this function, or a measure?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return bool(size == 0 or np.linalg.norm(a - b) / size < 1e-7)


def relative_error__subtracts_in_place(a, b):
    """Are both inputs still the same after the call?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    a -= b
    return 0.0 if size == 0 else float(np.linalg.norm(a) / size)


def relative_error__no_return(a, b):
    """What does a function give back whose last line is no return?"""
    size = np.linalg.norm(a) + np.linalg.norm(b)
    if size == 0:
        return 0.0
    float(np.linalg.norm(a - b) / size)


# --- gradient_check ---------------------------------------------------------------------------------------------------


def gradient_check__mean_of_the_errors(parameters, X, Y, epsilon=1e-5):
    """If one tensor is wrong and three are right, how much of it is left in your answer?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    errors = []
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        errors.append(relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return float(np.mean(errors))


def gradient_check__sum_of_the_errors(parameters, X, Y, epsilon=1e-5):
    """Four tensors give four errors: which one number did the docstring ask for?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    total = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        total += relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon))
    return total


def gradient_check__smallest_error(parameters, X, Y, epsilon=1e-5):
    """Of the four errors, which one do you report, and is that the one that would worry you?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    errors = []
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        errors.append(relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return min(errors)


def gradient_check__last_tensor_only(parameters, X, Y, epsilon=1e-5):
    """What happens to the error of W1 when the loop comes to b1?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon))
    return worst


def gradient_check__first_tensor_only(parameters, X, Y, epsilon=1e-5):
    """How far is the return indented, and how many tensors have been checked by then?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
        return worst


def gradient_check__weights_only(parameters, X, Y, epsilon=1e-5):
    """Which of the four tensors does your loop visit?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "W2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__biases_only(parameters, X, Y, epsilon=1e-5):
    """Which of the four tensors does your loop visit?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("b1", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__first_layer_only(parameters, X, Y, epsilon=1e-5):
    """Which of the four tensors does your loop visit?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__second_layer_only(parameters, X, Y, epsilon=1e-5):
    """Which of the four tensors does your loop visit?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__forgets_the_last_bias(parameters, X, Y, epsilon=1e-5):
    """Which of the four tensors does your loop visit?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__one_long_vector(parameters, X, Y, epsilon=1e-5):
    """Can a small tensor that is all wrong hide beside a large one that is right?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    analytic, numeric = [], []
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        analytic.append(grads["d" + name].ravel())
        numeric.append(numerical_gradient(f, parameters[name], epsilon).ravel())
    return relative_error(np.concatenate(analytic), np.concatenate(numeric))


def gradient_check__ignores_epsilon(parameters, X, Y, epsilon=1e-5):
    """If the caller asks for another step, does anything in your function change?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name])))
    return worst


def gradient_check__coarse_default(parameters, X, Y, epsilon=1e-2):
    """Which step does your function take when nobody names one, and what does the docstring say?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__compares_with_itself(parameters, X, Y, epsilon=1e-5):
    """If the backward pass were wrong, would what your function compares show it?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    return max(relative_error(gradient, gradient) for gradient in grads.values())


def gradient_check__f_ignores_its_argument(parameters, X, Y, epsilon=1e-5):
    """When numerical_gradient moves an entry, does your cost notice?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value: compute_cost(forward_propagation(X, parameters)[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__cost_of_the_old_output(parameters, X, Y, epsilon=1e-5):
    """When numerical_gradient moves an entry, does your cost notice?"""
    A2, cache = forward_propagation(X, parameters)
    grads = backward_propagation(parameters, cache, X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: (forward_propagation(X, {**parameters, name: value}), compute_cost(A2, Y))[1]
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__compares_with_the_parameters(parameters, X, Y, epsilon=1e-5):
    """Are the two arrays that you compare both gradients?"""
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(parameters[name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__functions_share_the_last_name(parameters, X, Y, epsilon=1e-5):
    """Which parameter does each of your cost functions replace at the moment when it is called?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    functions = {}
    for name in ("W1", "b1", "W2", "b2"):
        functions[name] = lambda value: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
    numeric = {key: numerical_gradient(f, parameters[key], epsilon) for key, f in functions.items()}
    return max(relative_error(grads["d" + key], numeric[key]) for key in numeric)


def gradient_check__moved_parameters_stay(parameters, X, Y, epsilon=1e-5):
    """When the second tensor is checked, is the first one still what it was?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):

        def f(value, name=name):
            parameters[name] = value.copy()
            return compute_cost(forward_propagation(X, parameters)[0], Y)

        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__first_example_only(parameters, X, Y, epsilon=1e-5):
    """How many of the examples take part in your check?"""
    X, Y = X[:, :1], Y[:, :1]
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


def gradient_check__divides_by_m_again(parameters, X, Y, epsilon=1e-5):
    """Is the mean over the examples already inside one of the gradients that you compare?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        numeric = numerical_gradient(f, parameters[name], epsilon)
        worst = max(worst, relative_error(grads["d" + name] / X.shape[1], numeric))
    return worst


def gradient_check__absolute_error(parameters, X, Y, epsilon=1e-5):
    """Which of your own functions measures how far apart two gradients are, and is it used?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        numeric = numerical_gradient(f, parameters[name], epsilon)
        worst = max(worst, float(np.max(np.abs(grads["d" + name] - numeric))))
    return worst


def gradient_check__gives_a_verdict(parameters, X, Y, epsilon=1e-5):
    """Does the docstring ask for a verdict, or for a number?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 0.0
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = max(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst < 1e-7


def gradient_check__returns_all_errors(parameters, X, Y, epsilon=1e-5):
    """How many numbers does the docstring ask for?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    errors = {}
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        errors[name] = relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon))
    return errors


def gradient_check__always_content(parameters, X, Y, epsilon=1e-5):
    """If the backward pass were wrong, would what your function compares show it?"""
    return 1e-9


def gradient_check__capped(parameters, X, Y, epsilon=1e-5):
    """Starting from the first error, when does your running answer change, and in which direction?"""
    grads = backward_propagation(parameters, forward_propagation(X, parameters)[1], X, Y)
    worst = 1e-7
    for name in ("W1", "b1", "W2", "b2"):
        f = lambda value, name=name: compute_cost(forward_propagation(X, {**parameters, name: value})[0], Y)
        worst = min(worst, relative_error(grads["d" + name], numerical_gradient(f, parameters[name], epsilon)))
    return worst


# --- initialize_deep --------------------------------------------------------------------------------------------------


def initialize_deep__fan_out(layer_dims, method="he", rng=None):
    """Which layer feeds the sum whose variance you want to control?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        scale = {"xavier": np.sqrt(1 / layer_dims[l]), "he": np.sqrt(2 / layer_dims[l])}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], layer_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__he_under_the_name_xavier(layer_dims, method="he", rng=None):
    """Where does the factor 2 come from, and for which activation?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = {"xavier": np.sqrt(2 / n_in), "he": np.sqrt(2 / n_in)}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__xavier_under_the_name_he(layer_dims, method="he", rng=None):
    """What does ReLU do to half of the signal, and where does your formula for he make up for it?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = {"xavier": np.sqrt(1 / n_in), "he": np.sqrt(1 / n_in)}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__the_two_names_swapped(layer_dims, method="he", rng=None):
    """Which of the two rules is made for ReLU, and which of your branches holds it?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = {"xavier": np.sqrt(2 / n_in), "he": np.sqrt(1 / n_in)}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__shared_scale(layer_dims, method="he", rng=None):
    """Is the number of inputs the same for each layer?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    scale = np.sqrt(choices[method] / layer_dims[0]) if method in ("xavier", "he") else choices[method]
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], layer_dims[l - 1])) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__glorot_under_the_name_xavier(layer_dims, method="he", rng=None):
    """Which of the forms called Xavier does the table of this notebook use?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        scale = {"xavier": np.sqrt(2 / (n_in + n_out)), "he": np.sqrt(2 / n_in)}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * scale
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


def initialize_deep__both_sizes_in_he(layer_dims, method="he", rng=None):
    """How many numbers are added up in one pre-activation, and what stands in your denominator for he?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        scale = {"xavier": np.sqrt(1 / n_in), "he": np.sqrt(2 / (n_in + n_out))}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * scale
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


def initialize_deep__variance_for_deviation(layer_dims, method="he", rng=None):
    """If all weights are doubled, what happens to their variance, and which of the two do you multiply by?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = {"xavier": 1 / n_in, "he": 2 / n_in}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__root_of_the_two_only(layer_dims, method="he", rng=None):
    """What stands under your root, and what outside?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = {"xavier": np.sqrt(1) / n_in, "he": np.sqrt(2) / n_in}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__divides_by_the_deviation(layer_dims, method="he", rng=None):
    """Should the weights of a layer with many inputs be larger or smaller than those of one with few?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": None, "he": None}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = {"xavier": np.sqrt(n_in), "he": np.sqrt(n_in / 2)}.get(method, choices[method])
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__hundredth_of_he(layer_dims, method="he", rng=None):
    """How many different factors end up on the weights, and how many does the table give?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = 0.01 * np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__small_is_a_tenth(layer_dims, method="he", rng=None):
    """How many zeros stand before the 1 in the table's row for small?"""
    choices = {"zeros": 0.0, "small": 0.1, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__large_is_ten(layer_dims, method="he", rng=None):
    """Which standard deviation does the table give for large?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 10.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__zeros_are_only_small(layer_dims, method="he", rng=None):
    """What exactly does the method called zeros promise?"""
    choices = {"zeros": 1e-8, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__another_default(layer_dims, method="xavier", rng=None):
    """Which method does your function use when nobody names one, and what does the docstring say?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__ignores_the_method(layer_dims, method="he", rng=None):
    """Where in your function does the method make a difference?"""
    if method not in ("zeros", "small", "large", "xavier", "he"):
        raise ValueError("method must be one of zeros, small, large, xavier, he")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * np.sqrt(2 / n_in)
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__unknown_method_is_he(layer_dims, method="he", rng=None):
    """What should happen to someone who misspells the method?"""
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        if method == "zeros":
            scale = 0.0
        elif method == "small":
            scale = 0.01
        elif method == "large":
            scale = 1.0
        elif method == "xavier":
            scale = np.sqrt(1 / n_in)
        else:
            scale = np.sqrt(2 / n_in)
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__unknown_method_is_printed(layer_dims, method="he", rng=None):
    """What does your function do for a method that is misspelt?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        print("unknown method")
        return None
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__unknown_method_is_a_key_error(layer_dims, method="he", rng=None):
    """Which exception does a misspelt method cause, and which did the docstring promise?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    factor = choices[method]
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(factor / n_in) if method in ("xavier", "he") else factor
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__unknown_method_is_asserted(layer_dims, method="he", rng=None):
    """Which exception does a misspelt method cause, and which did the docstring promise?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    assert method in choices, f"method must be one of {list(choices)}"
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__transposed_weights(layer_dims, method="he", rng=None):
    """In W @ A, which size of W must fit the layer before?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((n_in, layer_dims[l])) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__flat_biases(layer_dims, method="he", rng=None):
    """Print the shape of b1: does it have rows and columns?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros(layer_dims[l])
    return parameters


def initialize_deep__row_biases(layer_dims, method="he", rng=None):
    """Is b1 a row or a column, and along which axis do the units of a layer lie?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((1, layer_dims[l]))
    return parameters


def initialize_deep__biases_of_the_layer_before(layer_dims, method="he", rng=None):
    """How many units does a layer have, and how many biases did you give it?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((n_in, 1))
    return parameters


def initialize_deep__random_biases(layer_dims, method="he", rng=None):
    """Do biases need to be different if the weights already are?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = rng.standard_normal((layer_dims[l], 1)) * 0.01
    return parameters


def initialize_deep__biases_of_one(layer_dims, method="he", rng=None):
    """Which value should every bias start with?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.ones((layer_dims[l], 1))
    return parameters


def initialize_deep__integer_biases(layer_dims, method="he", rng=None):
    """After one training step, could your array of biases hold what it should?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1), dtype=int)
    return parameters


def initialize_deep__integer_weights(layer_dims, method="he", rng=None):
    """After one training step, could your arrays of zeros hold what they should?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in, n_out = layer_dims[l - 1], layer_dims[l]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        drawn = rng.standard_normal((n_out, n_in)) * scale
        parameters[f"W{l}"] = np.zeros((n_out, n_in), dtype=int) if method == "zeros" else drawn
        parameters[f"b{l}"] = np.zeros((n_out, 1))
    return parameters


def initialize_deep__never_negative(layer_dims, method="he", rng=None):
    """From which range does your generator draw, and where is its middle?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.random((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__absolute_values(layer_dims, method="he", rng=None):
    """What is the mean of your weights?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = np.abs(rng.standard_normal((layer_dims[l], n_in))) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__uniform_of_that_width(layer_dims, method="he", rng=None):
    """What is the standard deviation of numbers drawn evenly between -1 and 1? Measure it."""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.uniform(-scale, scale, (layer_dims[l], n_in))
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__all_weights_equal(layer_dims, method="he", rng=None):
    """If all units of a layer start alike, what will make them different?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = np.ones((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__one_draw_for_all_units(layer_dims, method="he", rng=None):
    """If all units of a layer start alike, what will make them different?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = np.tile(rng.standard_normal((1, n_in)) * scale, (layer_dims[l], 1))
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__fresh_generator_for_each_layer(layer_dims, method="he", rng=None):
    """If two layers have the same size, do your draws for them differ?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    parameters = {}
    for l in range(1, len(layer_dims)):
        np.random.seed(1)
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = np.random.randn(layer_dims[l], n_in) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__ignores_rng(layer_dims, method="he", rng=None):
    """If you pass a generator in the same state twice, where could a difference come from?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__needs_rng(layer_dims, method="he", rng=None):
    """What is rng when the caller leaves it out?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__last_layer_missing(layer_dims, method="he", rng=None):
    """How many layers with weights does [2, 4, 1] describe, and how many turns does your loop take?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims) - 1):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__counts_from_zero(layer_dims, method="he", rng=None):
    """What is the name of the first layer's weights in this course?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(len(layer_dims) - 1):
        n_in = layer_dims[l]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l + 1], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l + 1], 1))
    return parameters


def initialize_deep__one_key_for_all_layers(layer_dims, method="he", rng=None):
    """Print the keys of your dictionary: is there one for each layer?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters["Wl"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters["bl"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__small_letters(layer_dims, method="he", rng=None):
    """Print the keys of your dictionary: does each letter have the size that forward propagation looks for?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"w{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters


def initialize_deep__returns_inside_the_loop(layer_dims, method="he", rng=None):
    """How far is the return indented, and which layers have been drawn by then?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
        return parameters


def initialize_deep__uses_up_the_sizes(layer_dims, method="he", rng=None):
    """What is left of the caller's list after the call?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters, l = {}, 1
    n_in = layer_dims.pop(0)
    while layer_dims:
        n_out = layer_dims.pop(0)
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((n_out, n_in)) * scale
        parameters[f"b{l}"] = np.zeros((n_out, 1))
        n_in, l = n_out, l + 1
    return parameters


def initialize_deep__no_return(layer_dims, method="he", rng=None):
    """What does a function give back whose last line is no return?"""
    choices = {"zeros": 0.0, "small": 0.01, "large": 1.0, "xavier": 1.0, "he": 2.0}
    if method not in choices:
        raise ValueError(f"method must be one of {list(choices)}")
    rng = rng or np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_in = layer_dims[l - 1]
        scale = np.sqrt(choices[method] / n_in) if method in ("xavier", "he") else choices[method]
        parameters[f"W{l}"] = rng.standard_normal((layer_dims[l], n_in)) * scale
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))


# --- bug_hunt ---------------------------------------------------------------------------------------------------------


def bug_hunt_answers__everyone_is_innocent():
    """Did you check each suspect, and at a point where its mistakes can show?"""
    return dict.fromkeys("ABCDEF")


def bug_hunt_answers__everyone_has_the_same_defect():
    """Did you check each suspect, or start from a default?"""
    return dict.fromkeys("ABCDEF", "dW1")


def bug_hunt_answers__one_output_hides_mistakes():
    """With a single output, which mistakes can a gradient check not see?"""
    rng = np.random.default_rng(0)
    X, Y = rng.standard_normal((3, 5)), np.array([[1.0, 0.0, 1.0, 1.0, 0.0]])
    parameters = {"W1": rng.standard_normal((4, 3)), "b1": rng.standard_normal((4, 1)),
                  "W2": rng.standard_normal((1, 4)), "b2": rng.standard_normal((1, 1))}  # fmt: skip
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        errors = {name: np.linalg.norm(grads[name] - right[name]) for name in right}
        worst = max(errors, key=errors.get)
        answers[letter] = worst if errors[worst] > 1e-6 else None
    return answers


def bug_hunt_answers__threshold_too_generous():
    """Between right and wrong lie many powers of ten: where among them does your threshold stand?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        errors = {n: np.linalg.norm(grads[n] - right[n]) / np.linalg.norm(grads[n] + right[n]) for n in right}
        worst = max(errors, key=errors.get)
        answers[letter] = worst if errors[worst] > 0.4 else None
    return answers


def bug_hunt_answers__names_of_parameters():
    """Is it the parameter that is wrong, or its gradient, and what is its name?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name[1:] for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = wrong[0] if wrong else None
    return answers


def bug_hunt_answers__layer_instead_of_tensor():
    """Within the layer that you found, which of the two tensors is it?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = {"1": "dW1", "2": "dW2"}[wrong[0][-1]] if wrong else None
    return answers


def bug_hunt_answers__weights_and_biases_swapped():
    """Within the layer that you found, which of the two tensors is it?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    swapped = {"dW1": "db1", "db1": "dW1", "dW2": "db2", "db2": "dW2"}
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = swapped[wrong[0]] if wrong else None
    return answers


def bug_hunt_answers__layers_swapped():
    """Which layer does the number in the tensor's name stand for?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    swapped = {"dW1": "dW2", "db1": "db2", "dW2": "dW1", "db2": "db1"}
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = swapped[wrong[0]] if wrong else None
    return answers


def bug_hunt_answers__text_for_none():
    """Is your answer for a right pass a text, and what does the docstring say it is?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = wrong[0] if wrong else "None"
    return answers


def bug_hunt_answers__truth_values():
    """Does the docstring ask only whether a pass is right?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        answers[letter] = all(np.allclose(grads[name], right[name]) for name in right)
    return answers


def bug_hunt_answers__only_the_weights_checked():
    """Which of the four tensors of each suspect did you look at?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in ("dW1", "dW2") if not np.allclose(grads[name], right[name])]
        answers[letter] = wrong[0] if wrong else None
    return answers


def bug_hunt_answers__one_suspect_short():
    """How many suspects are there, and how many answers?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects(student_id).items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = wrong[0] if wrong else None
    del answers["F"]
    return answers


def bug_hunt_answers__suspects_of_another_name():
    """Were the suspects that you checked your own? Which student_id was set when you did?"""
    parameters, X, Y = scene()
    cache = forward_propagation(X, parameters)[1]
    answers = {}
    for letter, suspect in suspects("somebody else").items():
        grads, right = suspect({**parameters, **cache, "X": X, "Y": Y}), backward_propagation(parameters, cache, X, Y)
        wrong = [name for name in right if not np.allclose(grads[name], right[name])]
        answers[letter] = wrong[0] if wrong else None
    return answers
