"""Known wrong implementations of the activation exercises; each docstring is the hint; trusted side."""

import numpy as np

# --- sigmoid ---------------------------------------------------------------------------------------------------------


def sigmoid__exp_of_plus_z(z):
    """Try a large positive input: which end should it approach?"""
    return 1.0 / (1.0 + np.exp(z))


def sigmoid__math_exp(z):
    """Does every operation accept a whole array?"""
    import math

    return 1.0 / (1.0 + math.exp(-z))


def sigmoid__float_of_z(z):
    """Does every operation accept a whole array?"""
    import math

    return np.array(1.0 / (1.0 + math.exp(-float(z))))


def sigmoid__negates_in_place(z):
    """Is the input still the same afterwards?"""
    z *= -1
    return 1.0 / (1.0 + np.exp(z))


def sigmoid__clips_in_place(z):
    """Is the input still the same afterwards?"""
    np.clip(z, -500.0, 500.0, out=z)
    return 1.0 / (1.0 + np.exp(-z))


def sigmoid__minus_in_the_denominator(z):
    """At z = 0 the denominator should be 2: what is yours?"""
    return 1.0 / (1.0 - np.exp(-z))


def sigmoid__missing_parentheses(z):
    """In which order does Python divide and add? What do you get at z = 0?"""
    return 1.0 / 1.0 + np.exp(-z)


def sigmoid__infinity_over_infinity(z):
    """What is the power of e at z = 1000, and what is infinity divided by infinity?"""
    return np.exp(z) / (1.0 + np.exp(z))


def sigmoid__branches_on_the_wrong_sign(z):
    """What is the power of e at z = 1000, and what is infinity divided by infinity?"""
    return np.where(z >= 0, np.exp(z) / (1.0 + np.exp(z)), 1.0 / (1.0 + np.exp(-z)))


def sigmoid__mixed_signs(z):
    """Are the powers of e in the numerator and in the denominator the same? What happens at z = 5?"""
    return np.exp(z) / (1.0 + np.exp(-z))


def sigmoid__is_tanh(z):
    """Can a probability be negative?"""
    return np.tanh(z)


def sigmoid__half_tanh_without_shift(z):
    """What should come out at z = 0, halfway up the curve?"""
    return 0.5 * np.tanh(z / 2.0)


def sigmoid__tanh_of_the_whole_z(z):
    """Your curve has the right ends: is it as steep in the middle as it should be, or twice as steep?"""
    return 0.5 * (1.0 + np.tanh(z))


def sigmoid__returns_labels(z):
    """Is this function asked for a probability or for a decision?"""
    return (1.0 / (1.0 + np.exp(-np.clip(z, -500.0, 500.0))) > 0.5).astype(float)


def sigmoid__softmax_over_the_array(z):
    """Should the answer for one entry depend on the others? What is the sum of all your answers?"""
    powers = np.exp(z - np.max(z))
    return powers / np.sum(powers)


def sigmoid__softmax_over_columns(z):
    """Is each output neuron asked a question of its own, or do they share one? What does each column add up to?"""
    powers = np.exp(z - np.max(z, axis=0, keepdims=True))
    return powers / np.sum(powers, axis=0, keepdims=True)


def sigmoid__subtracts_the_maximum(z):
    """Which answer does the largest entry of the array get, whatever it is?"""
    shifted = z - np.max(z)
    return 1.0 / (1.0 + np.exp(-shifted))


def sigmoid__standardizes_first(z):
    """If every entry of z is moved up by 3, should the answers stay the same?"""
    centred = z - np.mean(z)
    return 1.0 / (1.0 + np.exp(-centred))


def sigmoid__clips_too_early(z):
    """From which z on does your answer stop changing, and is the true curve flat there already?"""
    return 1.0 / (1.0 + np.exp(-np.clip(z, -10.0, 10.0)))


def sigmoid__no_return(z):
    """Your function works the answer out: what does it hand back to the caller?"""
    result = 1.0 / (1.0 + np.exp(-z))
    print(result)


def sigmoid__multiplies_e_by_minus_z(z):
    """Is e multiplied by minus z, or is it something else that is done with the two?"""
    return 1.0 / (1.0 + np.e * (-z))


def sigmoid__absolute_value_on_both_sides(z):
    """What does your function give at z = -3, and can that be more than one half?"""
    return 1.0 / (1.0 + np.exp(-np.abs(z)))


def sigmoid__negative_branch_without_denominator(z):
    """At z just below 0 and just above 0, are your two answers close to each other?"""
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0 / (1.0 + decay), decay)


def sigmoid__negative_branch_forgotten(z):
    """Which lines of your function run for a negative z?"""
    result = np.zeros_like(z)
    positive = z >= 0
    result[positive] = 1.0 / (1.0 + np.exp(-z[positive]))
    return result


def sigmoid__integer_buffer(z):
    """Which dtype has the array that you write your answers into?"""
    result = np.zeros(z.shape, dtype=int)
    for place in np.ndindex(z.shape):
        result[place] = 1.0 / (1.0 + np.exp(-z[place]))
    return result


def sigmoid__flattens(z):
    """Compare the shape of the answer with the shape of z: what happened to the rows?"""
    return np.array([1.0 / (1.0 + np.exp(-value)) for value in z.flatten()])


def sigmoid__collects_columns_as_rows(z):
    """Compare the shape of the answer with the shape of z: where did the columns go?"""
    return np.array([1.0 / (1.0 + np.exp(-column)) for column in z.T])


def sigmoid__returns_a_list(z):
    """What type does your function return: can the next line do arithmetic with it?"""
    return [[1.0 / (1.0 + np.exp(-value)) for value in row] for row in z]


def sigmoid__adds_up_first(z):
    """How many numbers go in, and how many come out?"""
    return 1.0 / (1.0 + np.exp(-np.sum(z)))


def sigmoid__last_column_forgotten(z):
    """Does your loop reach the last column?"""
    result = np.zeros_like(z)
    for j in range(z.shape[1] - 1):
        result[:, j] = 1.0 / (1.0 + np.exp(-z[:, j]))
    return result


def sigmoid__only_the_first_row(z):
    """Which rows of z does your function look at?"""
    result = np.zeros_like(z)
    for j in range(z.shape[1]):
        result[0, j] = 1.0 / (1.0 + np.exp(-z[0, j]))
    return result


def sigmoid__base_two(z):
    """Which number is raised to a power in the formula, and which one in your code?"""
    return 1.0 / (1.0 + np.exp2(-z))


def sigmoid__ten_to_the_power(z):
    """Is 1e-z, or ten to a power, the number that the formula means by e?"""
    return 1.0 / (1.0 + np.power(10.0, -z))


def sigmoid__squares_the_denominator(z):
    """What is your answer at z = 0? How often does the denominator appear in the formula?"""
    return 1.0 / (1.0 + np.exp(-z)) ** 2


def sigmoid__returns_the_derivative(z):
    """Does your curve come down again for large z?"""
    value = 1.0 / (1.0 + np.exp(-z))
    return value * (1.0 - value)


def sigmoid__returns_the_log(z):
    """Can the value itself be negative, or have you returned something that is computed from it?"""
    return -np.logaddexp(0.0, -z)


def sigmoid__rounds(z):
    """How many decimals does your answer keep, and did anybody ask for fewer?"""
    return np.round(1.0 / (1.0 + np.exp(-z)), 2)


def sigmoid__softplus(z):
    """Where does your curve end for large positive z: at 1, or does it go on rising?"""
    return np.logaddexp(0.0, z)


def sigmoid__applied_twice(z):
    """At z = 0, is your answer exactly one half? How often is z squeezed?"""
    once = 1.0 / (1.0 + np.exp(-z))
    return 1.0 / (1.0 + np.exp(-once))


def sigmoid__half_precision(z):
    """How many digits does the dtype of your answer hold?"""
    return (1.0 / (1.0 + np.exp(-z))).astype(np.float16)


def sigmoid__straight_line(z):
    """Is the curve made of straight pieces?"""
    return np.clip(0.5 + 0.25 * z, 0.0, 1.0)


# --- sigmoid_derivative ----------------------------------------------------------------------------------------------


def sigmoid_derivative__argument_taken_as_activation(z):
    """Is the argument a pre-activation or an activation?"""
    return z * (1.0 - z)


def sigmoid_derivative__returns_the_sigmoid(z):
    """Should the slope be large or small where the curve is flat?"""
    return sigmoid(z)


def sigmoid_derivative__one_minus_sigmoid(z):
    """The slope is a product of two factors: are both of them there?"""
    return 1.0 - sigmoid(z)


def sigmoid_derivative__squared_sigmoid(z):
    """The two factors of the product: are they the same number?"""
    return sigmoid(z) ** 2


def sigmoid_derivative__missing_parentheses(z):
    """In which order does Python multiply and subtract? What do you get at z = 0?"""
    s = sigmoid(z)
    return s * 1.0 - s


def sigmoid_derivative__plus_for_minus(z):
    """At z = 0 both factors are equal: what is each of them, and what is your product?"""
    s = sigmoid(z)
    return s * (1.0 + s)


def sigmoid_derivative__wrong_sign(z):
    """Does the curve rise or fall, and what does that say about the sign of its slope?"""
    s = sigmoid(z)
    return s * (s - 1.0)


def sigmoid_derivative__slope_of_tanh(z):
    """Which activation is this the slope of, in terms of its own output?"""
    return 1.0 - sigmoid(z) ** 2


def sigmoid_derivative__one_minus_tanh_squared(z):
    """Which activation's curve has its steepest slope equal to 1?"""
    return 1.0 - np.tanh(z) ** 2


def sigmoid_derivative__sigmoid_twice(z):
    """How often has z been squeezed when you form the product?"""
    s = sigmoid(sigmoid(z))
    return s * (1.0 - s)


def sigmoid_derivative__extra_z(z):
    """At z = 0 the curve is steepest: what is your slope there?"""
    s = sigmoid(z)
    return z * s * (1.0 - s)


def sigmoid_derivative__matrix_product(z):
    """Is each entry multiplied with its own partner, or are rows multiplied with columns?"""
    s = sigmoid(z)
    return s @ (1.0 - s).T


def sigmoid_derivative__adds_up(z):
    """How many numbers go in, and how many slopes come out?"""
    s = sigmoid(z)
    return np.sum(s * (1.0 - s))


def sigmoid_derivative__infinity_over_infinity(z):
    """What are the numerator and the denominator at z = -1000, and what is their quotient?"""
    return np.exp(-z) / (1.0 + np.exp(-z)) ** 2


def sigmoid_derivative__denominator_not_squared(z):
    """The slope is a product of two factors: are both of them there?"""
    return 1.0 / (1.0 + np.exp(z))


def sigmoid_derivative__chain_rule_sign_forgotten(z):
    """Does the curve rise or fall, and what does that say about the sign of its slope?"""
    s = sigmoid(z)
    return -s * (1.0 - s)


def sigmoid_derivative__big_one_sided_step(z):
    """How long is the step that you difference over, and does it go to one side only?"""
    return (sigmoid(z + 0.01) - sigmoid(z)) / 0.01


def sigmoid_derivative__two_sided_step_divided_once(z):
    """How steep is your curve at z = 0, compared with what you find on paper, and where might the factor come from?"""
    return (sigmoid(z + 1e-5) - sigmoid(z - 1e-5)) / 1e-5


def sigmoid_derivative__overwrites_the_argument(z):
    """Is the input still the same afterwards?"""
    z[...] = sigmoid(z)
    return z * (1.0 - z)


def sigmoid_derivative__no_return(z):
    """Your function works the answer out: what does it hand back to the caller?"""
    s = sigmoid(z)
    slope = s * (1.0 - s)
    print(slope)


def sigmoid_derivative__sum_for_product(z):
    """The two factors: do you multiply them, and what would they add up to?"""
    s = sigmoid(z)
    return s + (1.0 - s)


def sigmoid_derivative__factor_of_two(z):
    """How steep is your curve at z = 0, compared with what you find on paper, and where might the factor come from?"""
    s = sigmoid(z)
    return 2.0 * s * (1.0 - s)


def sigmoid_derivative__second_derivative(z):
    """Can the slope of a curve that always rises be negative? How often have you differentiated?"""
    s = sigmoid(z)
    return s * (1.0 - s) * (1.0 - 2.0 * s)


def sigmoid_derivative__gaussian(z):
    """Your curve has the right height in the middle: does it fade at the right speed?"""
    return 0.25 * np.exp(-(z**2) / 4.0)


def sigmoid_derivative__one_minus_z(z):
    """What stands in the second factor: the number before or the number after the squash?"""
    return sigmoid(z) * (1.0 - z)


# --- tanh_derivative -------------------------------------------------------------------------------------------------


def tanh_derivative__argument_taken_as_activation(z):
    """Which quantity is squared: z or tanh z?"""
    return 1.0 - z**2


def tanh_derivative__returns_tanh(z):
    """Should the slope be large or small where the curve is flat?"""
    return np.tanh(z)


def tanh_derivative__not_squared(z):
    """Is the slope the same at z and at -z?"""
    return 1.0 - np.tanh(z)


def tanh_derivative__plus_for_minus(z):
    """Where the curve is flat, should its slope be 0 or 2?"""
    return 1.0 + np.tanh(z) ** 2


def tanh_derivative__wrong_sign(z):
    """Does the curve rise or fall, and what does that say about the sign of its slope?"""
    return np.tanh(z) ** 2 - 1.0


def tanh_derivative__formula_of_sigmoid(z):
    """Which activation has a slope of this form? What do you get at z = 0?"""
    t = np.tanh(z)
    return t * (1.0 - t)


def tanh_derivative__sigmoid_slope(z):
    """How steep is tanh at z = 0, and how steep is the activation that you used?"""
    return sigmoid_derivative(z)


def tanh_derivative__one_minus_sigmoid_squared(z):
    """Which activation is squared in the formula, and which one in your code?"""
    return 1.0 - sigmoid(z) ** 2


def tanh_derivative__squares_inside(z):
    """What is squared first, and what is passed to tanh?"""
    return 1.0 - np.tanh(z**2)


def tanh_derivative__squares_the_difference(z):
    """What exactly does the square in the formula belong to?"""
    return (1.0 - np.tanh(z)) ** 2


def tanh_derivative__doubles_for_squares(z):
    """What is the difference between twice a number and its square?"""
    return 1.0 - np.tanh(z) * 2


def tanh_derivative__xor_for_power(z):
    """Which operator raises to a power in Python?"""
    return 1.0 - np.tanh(z) ^ 2


def tanh_derivative__matrix_product(z):
    """Is each entry multiplied with itself, or are rows multiplied with columns?"""
    t = np.tanh(z)
    return 1.0 - t @ t.T


def tanh_derivative__tanh_twice(z):
    """How often has z been squeezed before you square it?"""
    return 1.0 - np.tanh(np.tanh(z)) ** 2


def tanh_derivative__cosh_not_squared(z):
    """At z = ln 2 your answer is not 0.64: does something still need to be done to your fraction?"""
    return 1.0 / np.cosh(z)


def tanh_derivative__own_tanh_overflows(z):
    """What is the largest power of e on the way, and what is infinity divided by infinity?"""
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1.0 - t**2


def tanh_derivative__overwrites_the_argument(z):
    """Is the input still the same afterwards?"""
    np.tanh(z, out=z)
    return 1.0 - z**2


def tanh_derivative__slope_of_arctan(z):
    """Which function has this slope: the hyperbolic tangent, or another one with a similar name?"""
    return 1.0 / (1.0 + z**2)


def tanh_derivative__slope_of_the_inverse(z):
    """Which function has this slope: the hyperbolic tangent, or the one that undoes it?"""
    return 1.0 / (1.0 - z**2)


def tanh_derivative__tan_for_tanh(z):
    """Which tangent is this: the one of circles, or the hyperbolic one?"""
    return 1.0 - np.tan(z) ** 2


def tanh_derivative__slope_of_tan(z):
    """Which function has a slope that is never below 1?"""
    return 1.0 + np.tan(z) ** 2


def tanh_derivative__second_derivative(z):
    """How often have you differentiated? What is your answer at z = 0, where the curve is steepest?"""
    t = np.tanh(z)
    return -2.0 * t * (1.0 - t**2)


def tanh_derivative__only_the_square(z):
    """Where the curve is steepest, is your answer the largest or the smallest?"""
    return np.tanh(z) ** 2


def tanh_derivative__mean_of_slopes(z):
    """How many numbers go in, and how many slopes come out?"""
    return np.mean(1.0 - np.tanh(z) ** 2)


def tanh_derivative__no_return(z):
    """Your function works the answer out: what does it hand back to the caller?"""
    slope = 1.0 - np.tanh(z) ** 2
    print(slope)


def tanh_derivative__two_sided_step_divided_once(z):
    """How far apart are the two points whose values you subtract?"""
    return (np.tanh(z + 1e-5) - np.tanh(z - 1e-5)) / 1e-5


def tanh_derivative__cube(z):
    """How often does tanh z appear as a factor in the formula?"""
    return 1.0 - np.abs(np.tanh(z)) ** 3


def tanh_derivative__half_angle(z):
    """Is it z itself that you pass on to tanh?"""
    return 1.0 - np.tanh(z / 2.0) ** 2


# --- relu ------------------------------------------------------------------------------------------------------------


def relu__np_max_of_two_arguments(z):
    """Element-wise or over the whole array?"""
    return np.max(0, z)


def relu__python_max(z):
    """Element-wise or over the whole array?"""
    return max(0, z)


def relu__largest_of_the_array(z):
    """Element-wise or over the whole array?"""
    return np.array(max(0.0, float(np.max(z))))


def relu__largest_of_each_column(z):
    """How many numbers does each column of the answer hold, and how many did it hold before?"""
    return np.maximum(0.0, np.max(z, axis=0, keepdims=True))


def relu__absolute_value(z):
    """Plot it on [-2, 2]: what comes out on the left?"""
    return np.abs(z)


def relu__minimum(z):
    """Which side of zero passes through, and which is stopped?"""
    return np.minimum(0.0, z)


def relu__condition_inverted(z):
    """Which side of zero passes through, and which is stopped?"""
    return np.where(z < 0, z, 0.0)


def relu__in_place(z):
    """Is the input still the same afterwards?"""
    z[z < 0] = 0.0
    return z


def relu__step(z):
    """What should come out for z = 3: three, or merely yes?"""
    return (z > 0).astype(float)


def relu__identity(z):
    """What happens to a negative number on its way through your function?"""
    return z.copy()


def relu__negative_side_flipped(z):
    """What should come out for z = 3, and what for z = -3?"""
    return np.where(z > 0, 0.0, -z)


def relu__capped_at_one(z):
    """Is there a ceiling on the positive side?"""
    return np.clip(z, 0.0, 1.0)


def relu__capped_at_six(z):
    """Is there a ceiling on the positive side, perhaps only for numbers larger than you tried?"""
    return np.clip(z, 0.0, 6.0)


def relu__leaky(z):
    """How much of a negative number should come through?"""
    return np.where(z > 0, z, 0.01 * z)


def relu__softplus(z):
    """Does ReLU have a sharp corner or a round one?"""
    return np.logaddexp(0.0, z)


def relu__gated_by_sigmoid(z):
    """Is a positive number let through whole, or only in part?"""
    return z * sigmoid(z)


def relu__integer_buffer(z):
    """Which dtype has the array that you write your answers into?"""
    result = np.zeros(z.shape, dtype=int)
    result[z > 0] = z[z > 0]
    return result


def relu__keeps_only_the_positive_ones(z):
    """Has every entry of z still a place in the answer?"""
    return z[z > 0]


def relu__subtracts_the_smallest(z):
    """Should the answer for one entry depend on the smallest number in the array?"""
    return z - np.min(z)


def relu__squared(z):
    """If z doubles, by how much should a positive answer grow?"""
    return z * np.maximum(0.0, z)


def relu__one_decision_for_all(z):
    """Is there one decision for the whole array, or one for each entry?"""
    return z.copy() if np.sum(z) > 0 else np.zeros_like(z)


def relu__threshold_at_one(z):
    """From which z on does a number pass through? Try 0.5."""
    return np.where(z > 1.0, z, 0.0)


def relu__floor_at_one(z):
    """What is the smallest number that can come out?"""
    return np.maximum(1.0, z)


def relu__minus_one_on_the_left(z):
    """What is left of a negative number when it is stopped?"""
    return np.where(z > 0, z, -1.0)


def relu__no_return(z):
    """Your function works the answer out: what does it hand back to the caller?"""
    result = np.maximum(0.0, z)
    print(result)


def relu__nan_on_the_left(z):
    """What is left of a negative number when it is stopped, and can you do arithmetic with what you put there?"""
    return np.where(z > 0, z, np.nan)


def relu__only_the_first_row(z):
    """Which rows of z does your function look at?"""
    result = z.copy()
    result[0] = np.maximum(0.0, z[0])
    return result


def relu__forgets_the_half(z):
    """A positive number plus its own absolute value: is that the number itself?"""
    return z + np.abs(z)


def relu__row_lists(z):
    """What type does your function return: can the next line do arithmetic with it?"""
    return [[max(0.0, value) for value in row] for row in z]


def relu__flattens(z):
    """Compare the shape of the answer with the shape of z: what happened to the rows?"""
    return np.array([max(0.0, value) for value in z.flatten()])


# --- relu_derivative -------------------------------------------------------------------------------------------------


def relu_derivative__boolean_mask(z):
    """What dtype will the next product need?"""
    return z > 0


def relu_derivative__sign(z):
    """Flat means slope?"""
    return np.sign(z)


def relu_derivative__returns_relu(z):
    """On the right the curve is a straight line: does its steepness depend on how far out you are?"""
    return np.maximum(0.0, z)


def relu_derivative__zeroes_the_left_only(z):
    """On the right the curve is a straight line: does its steepness depend on how far out you are?"""
    result = z.copy()
    result[result < 0] = 0.0
    return result


def relu_derivative__sets_the_right_only(z):
    """Which numbers are left in your answer where z is negative?"""
    result = z.copy()
    result[z > 0] = 1.0
    return result


def relu_derivative__condition_inverted(z):
    """On which side of zero does the output move when z moves?"""
    return (z < 0).astype(float)


def relu_derivative__ones_everywhere(z):
    """When a negative z moves a little, does the output of ReLU move?"""
    return np.ones_like(z)


def relu_derivative__tests_the_output(z):
    """When a negative z moves a little, does the output of ReLU move?"""
    return (np.maximum(0.0, z) >= 0).astype(float)


def relu_derivative__zeros_everywhere(z):
    """When a positive z moves a little, does the output of ReLU move?"""
    return np.zeros_like(z)


def relu_derivative__threshold_at_one(z):
    """Where is the corner of the curve? Try z = 0.5."""
    return (z > 1.0).astype(float)


def relu_derivative__one_number(z):
    """How many numbers go in, and how many slopes come out?"""
    return float(np.mean(z) > 0)


def relu_derivative__one_decision_for_all(z):
    """Is there one decision for the whole array, or one for each entry?"""
    return np.ones_like(z) if np.any(z > 0) else np.zeros_like(z)


def relu_derivative__divides_by_zero(z):
    """At the corner any slope between the two will do: is yours a number at all?"""
    return np.maximum(0.0, z) / z


def relu_derivative__in_place(z):
    """Is the input still the same afterwards?"""
    z[z > 0] = 1.0
    z[z <= 0] = 0.0
    return z


def relu_derivative__keeps_only_the_positive_ones(z):
    """Has every entry of z still a place in the answer?"""
    return np.ones_like(z[z > 0])


def relu_derivative__leaky(z):
    """How steep is a flat line, exactly?"""
    return np.where(z > 0, 1.0, 0.01)


def relu_derivative__smooth(z):
    """Does the slope change at once at the corner, or little by little?"""
    return sigmoid(z)


def relu_derivative__half_on_the_right(z):
    """When a positive z grows by 1, by how much does the output grow?"""
    return 0.5 * (z > 0)


def relu_derivative__nan_at_the_kink(z):
    """At the corner any slope between the two will do: is yours a number at all?"""
    return np.where(z > 0, 1.0, np.where(z < 0, 0.0, np.nan))


def relu_derivative__minus_one_at_the_kink(z):
    """At the corner the slope jumps from one value to another: does yours lie between the two?"""
    return np.where(z > 0, 1.0, np.where(z < 0, 0.0, -1.0))


def relu_derivative__no_return(z):
    """Your function works the answer out: what does it hand back to the caller?"""
    slope = (z > 0).astype(float)
    print(slope)


def relu_derivative__true_as_text(z):
    """Can the next line multiply with what you return?"""
    return np.where(z > 0, "1", "0")


def relu_derivative__row_lists(z):
    """What type does your function return: can the next line do arithmetic with it?"""
    return [[1.0 if value > 0 else 0.0 for value in row] for row in z]


def relu_derivative__where_without_choices(z):
    """Do you return the slopes, or the places where something is true?"""
    return np.argwhere(z > 0)


# --- leaky_relu ------------------------------------------------------------------------------------------------------


def leaky_relu__alpha_added(z, alpha=0.01):
    """Look at z=-2: what should come out?"""
    return np.where(z > 0, z, z + alpha)


def leaky_relu__minimum_of_the_two(z, alpha=0.01):
    """Which branch is active for negative z?"""
    return np.minimum(alpha * z, z)


def leaky_relu__branches_swapped(z, alpha=0.01):
    """Which branch is active for negative z?"""
    return np.where(z > 0, alpha * z, z)


def leaky_relu__alpha_itself_on_the_left(z, alpha=0.01):
    """Left of zero, should the output still change when z changes?"""
    return np.where(z > 0, z, alpha)


def leaky_relu__minus_alpha_on_the_left(z, alpha=0.01):
    """Left of zero, is the output a constant, or a part of z?"""
    return np.where(z > 0, z, -alpha)


def leaky_relu__alpha_ignored(z, alpha=0.01):
    """If the caller asks for alpha = 0.2, what changes in your function?"""
    return np.where(z > 0, z, 0.01 * z)


def leaky_relu__plain_relu(z, alpha=0.01):
    """What makes this one leaky? Look at z = -2."""
    return np.maximum(0.0, z)


def leaky_relu__alpha_everywhere(z, alpha=0.01):
    """What should happen to a positive number?"""
    return alpha * z


def leaky_relu__sign_flipped_on_the_left(z, alpha=0.01):
    """Should a negative z come out positive?"""
    return np.where(z > 0, z, -alpha * z)


def leaky_relu__in_place(z, alpha=0.01):
    """Is the input still the same afterwards?"""
    z[z < 0] *= alpha
    return z


def leaky_relu__divides_by_alpha(z, alpha=0.01):
    """Should a negative number come out smaller or larger than it went in?"""
    return np.where(z > 0, z, z / alpha)


def leaky_relu__maximum_with_alpha(z, alpha=0.01):
    """Which two numbers does the maximum choose between: where is z in the second one?"""
    return np.maximum(alpha, z)


def leaky_relu__another_default(z, alpha=0.1):
    """Which alpha is used when the caller gives none?"""
    return np.where(z > 0, z, alpha * z)


def leaky_relu__no_default(z, alpha):
    """What happens when the caller gives no alpha?"""
    return np.where(z > 0, z, alpha * z)


def leaky_relu__leak_on_both_sides(z, alpha=0.01):
    """What should come out for z = 2: exactly 2, or a little more?"""
    return np.maximum(0.0, z) + alpha * z


def leaky_relu__exponential_left(z, alpha=0.01):
    """Left of zero, is the graph a straight line or a curve?"""
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0.0)))


def leaky_relu__only_the_left_part(z, alpha=0.01):
    """What happens to a positive number on its way through your function?"""
    return alpha * np.minimum(0.0, z)


def leaky_relu__alpha_squared(z, alpha=0.01):
    """How often does alpha act on a negative number?"""
    return np.where(z > 0, z, alpha * alpha * z)


def leaky_relu__one_minus_alpha(z, alpha=0.01):
    """How much of a negative number comes through: the small part or the large part?"""
    return np.where(z > 0, z, (1.0 - alpha) * z)


def leaky_relu__subtracts_alpha(z, alpha=0.01):
    """Left of zero, is the output a constant, or a part of z?"""
    return np.maximum(0.0, z) - alpha * (z < 0)


def leaky_relu__python_max(z, alpha=0.01):
    """Element-wise or over the whole array?"""
    return max(alpha * z, z)


def leaky_relu__one_decision_for_all(z, alpha=0.01):
    """Is there one decision for the whole array, or one for each entry?"""
    return z.copy() if np.sum(z) > 0 else alpha * z


def leaky_relu__no_return(z, alpha=0.01):
    """Your function works the answer out: what does it hand back to the caller?"""
    result = np.where(z > 0, z, alpha * z)
    print(result)


def leaky_relu__returns_the_slope(z, alpha=0.01):
    """Are you asked for the height of the curve here, or for its slope?"""
    return np.where(z > 0, 1.0, alpha)


def leaky_relu__integer_buffer(z, alpha=0.01):
    """Which dtype has the array that you write your answers into?"""
    result = np.zeros(z.shape, dtype=int)
    result[z > 0] = z[z > 0]
    result[z <= 0] = alpha * z[z <= 0]
    return result


def leaky_relu__capped_at_one(z, alpha=0.01):
    """Is there a ceiling on the positive side?"""
    return np.minimum(np.where(z > 0, z, alpha * z), 1.0)


def leaky_relu__threshold_at_alpha(z, alpha=0.01):
    """Where is the corner: at which z does the function change from one branch to the other?"""
    return np.where(z > alpha, z, alpha * z)


def leaky_relu__identity(z, alpha=0.01):
    """Does your function do anything at all to a negative number?"""
    return z.copy()


# --- leaky_relu_derivative -------------------------------------------------------------------------------------------


def leaky_relu_derivative__zero_on_the_left(z, alpha=0.01):
    """What makes the leaky version leaky, and is it still there in what you return?"""
    return (z > 0).astype(float)


def leaky_relu_derivative__integer_buffer(z, alpha=0.01):
    """What makes the leaky version leaky, and is it still there in what you return?"""
    result = np.ones(z.shape, dtype=int)
    result[z < 0] = alpha
    return result


def leaky_relu_derivative__boolean_mask(z, alpha=0.01):
    """What makes the leaky version leaky, and is it still there in what you return?"""
    return z > 0


def leaky_relu_derivative__alpha_ignored(z, alpha=0.01):
    """If the caller asks for alpha = 0.2, what changes in your function?"""
    return np.where(z > 0, 1.0, 0.01)


def leaky_relu_derivative__branches_swapped(z, alpha=0.01):
    """On which side of zero is the curve steep?"""
    return np.where(z > 0, alpha, 1.0)


def leaky_relu_derivative__returns_leaky_relu(z, alpha=0.01):
    """On a straight line, does the steepness depend on how far out you are?"""
    return np.where(z > 0, z, alpha * z)


def leaky_relu_derivative__z_left_over(z, alpha=0.01):
    """When alpha times z is differentiated by z, is there still a z in the answer?"""
    return np.where(z > 0, 1.0, alpha * z)


def leaky_relu_derivative__z_on_the_right(z, alpha=0.01):
    """What is the slope of the line y = z, at 2 and at 3?"""
    return np.where(z > 0, z, alpha)


def leaky_relu_derivative__minus_alpha(z, alpha=0.01):
    """Left of zero, does the curve rise or fall from left to right?"""
    return np.where(z > 0, 1.0, -alpha)


def leaky_relu_derivative__another_default(z, alpha=0.1):
    """Which alpha is used when the caller gives none?"""
    return np.where(z > 0, 1.0, alpha)


def leaky_relu_derivative__no_default(z, alpha):
    """What happens when the caller gives no alpha?"""
    return np.where(z > 0, 1.0, alpha)


def leaky_relu_derivative__in_place(z, alpha=0.01):
    """Is the input still the same afterwards?"""
    z[z > 0] = 1.0
    z[z < 0] = alpha
    z[z == 0] = 1.0
    return z


def leaky_relu_derivative__overwritten_masks(z, alpha=0.01):
    """When your function is done, which numbers stand where z is negative, and can one see alpha in them?"""
    slope = z.copy()
    slope[slope <= 0] = alpha
    slope[slope > 0] = 1.0
    return slope


def leaky_relu_derivative__one_minus_alpha(z, alpha=0.01):
    """Is the left side nearly flat, or nearly as steep as the right side?"""
    return np.where(z > 0, 1.0, 1.0 - alpha)


def leaky_relu_derivative__one_plus_alpha(z, alpha=0.01):
    """When a positive z grows by 1, by exactly how much does the output grow?"""
    return np.where(z > 0, 1.0 + alpha, alpha)


def leaky_relu_derivative__by_alpha(z, alpha=0.01):
    """Which quantity are you differentiating by: z or alpha?"""
    return np.where(z > 0, 0.0, z)


def leaky_relu_derivative__inverse_alpha(z, alpha=0.01):
    """Is a slope on the left of more than 1 possible for a curve that is nearly flat?"""
    return np.where(z > 0, 1.0, 1.0 / max(alpha, 1e-12))


def leaky_relu_derivative__divides_by_zero(z, alpha=0.01):
    """What is zero divided by zero?"""
    return np.where(z > 0, z, alpha * z) / z


def leaky_relu_derivative__zero_at_the_kink(z, alpha=0.01):
    """At the corner the slope jumps from one value to another: does yours lie between the two?"""
    return np.where(z > 0, 1.0, np.where(z < 0, alpha, 0.0))


def leaky_relu_derivative__alpha_everywhere(z, alpha=0.01):
    """How many different slopes does the curve have?"""
    return np.full_like(z, alpha)


def leaky_relu_derivative__ones_everywhere(z, alpha=0.01):
    """When your function is done, which numbers stand where z is negative, and can one see alpha in them?"""
    return np.ones_like(z)


def leaky_relu_derivative__sign(z, alpha=0.01):
    """Left of zero, does the curve fall? Where in your answer can one see alpha?"""
    return np.sign(z)


def leaky_relu_derivative__adds_one_number(z, alpha=0.01):
    """How many numbers go in, and how many slopes come out?"""
    return float(np.mean(np.where(z > 0, 1.0, alpha)))


def leaky_relu_derivative__no_return(z, alpha=0.01):
    """Your function works the answer out: what does it hand back to the caller?"""
    slope = np.where(z > 0, 1.0, alpha)
    print(slope)


def leaky_relu_derivative__one_decision_for_all(z, alpha=0.01):
    """Is there one decision for the whole array, or one for each entry?"""
    return np.full_like(z, 1.0 if np.any(z > 0) else alpha)


def leaky_relu_derivative__alpha_squared(z, alpha=0.01):
    """How often does alpha act on a negative number?"""
    return np.where(z > 0, 1.0, alpha**2)


# --- count_parameters ------------------------------------------------------------------------------------------------


def count_parameters__forgets_biases(layer_dims):
    """Edges plus what?"""
    return sum(before * after for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__one_bias_a_layer(layer_dims):
    """Do all the neurons of a layer share one bias?"""
    return sum(before * after + 1 for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__one_bias_in_all(layer_dims):
    """How many biases does the whole network have in your count?"""
    return sum(before * after for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True)) + 1


def count_parameters__biases_for_inputs_too(layer_dims):
    """Do the inputs learn anything?"""
    return sum(a * b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True)) + sum(layer_dims)


def count_parameters__bias_for_each_incoming(layer_dims):
    """Does a bias belong to the neuron that sends, or to the neuron that receives?"""
    return sum(a * b + a for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__last_layer_forgotten(layer_dims):
    """Does your loop reach the output layer?"""
    total = 0
    for i in range(1, len(layer_dims) - 1):
        total += layer_dims[i] * layer_dims[i - 1] + layer_dims[i]
    return total


def count_parameters__first_layer_forgotten(layer_dims):
    """Does your loop see the weights between the inputs and the first layer?"""
    total = 0
    for i in range(2, len(layer_dims)):
        total += layer_dims[i] * layer_dims[i - 1] + layer_dims[i]
    return total


def count_parameters__output_bias_forgotten(layer_dims):
    """Has the output layer everything that a hidden layer has?"""
    return sum(a * b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True)) + sum(layer_dims[1:-1])


def count_parameters__product_of_all(layer_dims):
    """Is each layer connected with its neighbour, or is every path through the network counted?"""
    import math

    return math.prod(layer_dims)


def count_parameters__product_plus_biases(layer_dims):
    """Your biases are right: do the edges of two layers multiply, or add up?"""
    import math

    return math.prod(layer_dims) + sum(layer_dims[1:])


def count_parameters__square_layers(layer_dims):
    """How many numbers come into a neuron: as many as its own layer has, or another?"""
    return sum(width * width + width for width in layer_dims[1:])


def count_parameters__first_and_last_only(layer_dims):
    """Do the hidden layers have parameters?"""
    return layer_dims[0] * layer_dims[-1] + layer_dims[-1]


def count_parameters__only_biases(layer_dims):
    """Neurons plus what?"""
    return sum(layer_dims[1:])


def count_parameters__neurons_of_all_layers(layer_dims):
    """Are you counting neurons, or what they learn?"""
    return sum(layer_dims)


def count_parameters__list_of_layers(layer_dims):
    """Is one total wanted, or one number for each layer?"""
    return [a * b + b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True)]


def count_parameters__overwrites_the_total(layer_dims):
    """What happens to the count of one layer when the next one is counted?"""
    total = 0
    for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True):
        total = before * after + after
    return total


def count_parameters__returns_inside_the_loop(layer_dims):
    """How often does your loop run before the function ends?"""
    total = 0
    for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True):
        total += before * after + after
        return total


def count_parameters__eats_the_list(layer_dims):
    """Is the list of layer sizes still the same afterwards?"""
    total, before = 0, layer_dims.pop(0)
    while layer_dims:
        after = layer_dims.pop(0)
        total += (before + 1) * after
        before = after
    return total


def count_parameters__returns_a_float(layer_dims):
    """Can a network have half a parameter: which type does your count have?"""
    return float(sum((before + 1) * after for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True)))


def count_parameters__wraps_around(layer_dims):
    """In your first turn of the loop, which layer stands before layer 0?"""
    total = 0
    for i in range(len(layer_dims)):
        total += layer_dims[i] * layer_dims[i - 1] + layer_dims[i]
    return total


def count_parameters__every_pair_of_layers(layer_dims):
    """Is the input layer connected with every later layer, or only with the next?"""
    edges = sum(a * b for i, a in enumerate(layer_dims) for b in layer_dims[i + 1 :])
    return edges + sum(layer_dims[1:])


def count_parameters__bias_on_both_sides(layer_dims):
    """In a network n-1, how many parameters are there for n = 1, on paper?"""
    return sum((a + 1) * (b + 1) for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__adds_the_widths(layer_dims):
    """Three inputs and two neurons: how many lines do you draw between them?"""
    return sum(a + b + b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__multiplies_the_biases(layer_dims):
    """Is a bias given to each neuron or to each edge?"""
    return sum(2 * a * b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__three_layers_only(layer_dims):
    """How many layers may the list have?"""
    n_x, n_h, n_y = layer_dims
    return n_h * n_x + n_h + n_y * n_h + n_y


def count_parameters__previous_width_never_moves(layer_dims):
    """When you come to the second layer, where do its incoming edges start?"""
    before, total = layer_dims[0], 0
    for after in layer_dims[1:]:
        total += before * after + after
    return total


def count_parameters__bias_of_the_first_layer_only(layer_dims):
    """Which of the layers have biases in your count?"""
    return sum(a * b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True)) + layer_dims[1]


def count_parameters__bias_of_the_output_only(layer_dims):
    """Which of the layers have biases in your count?"""
    return sum(a * b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True)) + layer_dims[-1]


def count_parameters__number_of_arrays(layer_dims):
    """Do you count the arrays, or the numbers in them?"""
    return 2 * (len(layer_dims) - 1)


def count_parameters__no_return(layer_dims):
    """Your function works the answer out: what does it hand back to the caller?"""
    total = sum((before + 1) * after for before, after in zip(layer_dims[:-1], layer_dims[1:], strict=True))
    print(total)


def count_parameters__doubles_the_edges(layer_dims):
    """Is the edge from a to b another parameter than the edge from b to a?"""
    return sum(2 * a * b + b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__minus_for_plus(layer_dims):
    """Does a bias add a parameter, or take one away?"""
    return sum(a * b - b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))


def count_parameters__sorted_layers(layer_dims):
    """Does the order of the layers matter, and is yours the order that was given?"""
    widths = sorted(layer_dims, reverse=True)
    return sum((before + 1) * after for before, after in zip(widths[:-1], widths[1:], strict=True))


def count_parameters__steps_by_two(layer_dims):
    """Which neighbouring layers are connected: all of them, or every other pair?"""
    return sum((layer_dims[i] + 1) * layer_dims[i + 1] for i in range(0, len(layer_dims) - 1, 2))


def count_parameters__includes_the_activations(layer_dims):
    """Does an activation function hold numbers that training changes?"""
    return sum((a + 2) * b for a, b in zip(layer_dims[:-1], layer_dims[1:], strict=True))
