"""Hidden tests of the bug hunt: each verdict, and the wrong tensor's name; trusted side."""

from autograder.testing import compare
from autograder.testing.kinds import hint, properties, shapes, values
from course.check_and_init import line_up

QUESTION = "On the data of scene(), which of this suspect's four tensors is far from its numerical gradient, if any?"


def _hunt(student):
    """Return the student's answers and the right ones, if the student has committed to an answer at all."""
    name = student.value("student_id")
    compare.holds(isinstance(name, str) and name.strip(), "student_id is a text")
    answers = student.bug_hunt_answers()
    compare.holds(isinstance(answers, dict), "the answers are a dictionary")
    kept = {letter: answers.get(letter, "missing") for letter in "ABCDEF"}
    compare.holds(
        all(kept[a] is None or isinstance(kept[a], str) for a in kept),
        "answers are None or texts",
    )
    compare.holds(len(set(kept.values())) > 1, "the six answers are not all the same")
    return kept, line_up.truth(name)


def _verdict(student, letter):
    answers, truth = _hunt(student)
    compare.holds(answers[letter] == truth[letter], f"the verdict on suspect {letter}")


@values
@hint(QUESTION)
def test_suspect_a(student):
    """The verdict on suspect A is right, with the tensor's name if there is one."""
    _verdict(student, "A")


@values
@hint(QUESTION)
def test_suspect_b(student):
    """The verdict on suspect B is right, with the tensor's name if there is one."""
    _verdict(student, "B")


@values
@hint(QUESTION)
def test_suspect_c(student):
    """The verdict on suspect C is right, with the tensor's name if there is one."""
    _verdict(student, "C")


@values
@hint(QUESTION)
def test_suspect_d(student):
    """The verdict on suspect D is right, with the tensor's name if there is one."""
    _verdict(student, "D")


@values
@hint(QUESTION)
def test_suspect_e(student):
    """The verdict on suspect E is right, with the tensor's name if there is one."""
    _verdict(student, "E")


@values
@hint(QUESTION)
def test_suspect_f(student):
    """The verdict on suspect F is right, with the tensor's name if there is one."""
    _verdict(student, "F")


@properties
@hint("Did you convict anyone for looking odd, or only for a large relative error?")
def test_nobody_is_accused_wrongly(student):
    """No backward pass that is right is accused."""
    answers, truth = _hunt(student)
    compare.holds(
        all(answers[k] is None for k in truth if truth[k] is None),
        "right passes are found right",
    )


@properties
@hint("Are there sizes in your test data that are equal, or equal to one, behind which a mistake could hide?")
def test_nobody_gets_away(student):
    """No backward pass that is wrong is called right."""
    answers, truth = _hunt(student)
    compare.holds(
        all(answers[k] is not None for k in truth if truth[k] is not None),
        "wrong passes are found wrong",
    )


@shapes
@hint("What does the docstring say an answer may be?")
def test_form_of_the_answers(student):
    """There is an answer for each of the six suspects: None or the name of a gradient."""
    answers, _ = _hunt(student)
    allowed = (None, *line_up.TENSORS)
    compare.holds(
        all(answer in allowed for answer in answers.values()),
        "every answer is None or a gradient's name",
    )
