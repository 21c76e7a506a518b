"""What to teach again tomorrow is always three true sentences."""

import pytest

from autograder.class_report.clusters import Cluster
from autograder.class_report.statistics import Item, MistakeCount, count_mistakes, item_statistics
from autograder.class_report.teach import Left, cost, of_class, percent, readable, students, what_to_teach
from autograder.result import NEEDS_REVIEW, NOT_STARTED, PARTIAL, SOLVED, WRONG
from tests.class_report.made_up import POINTS, exercise, failed, in_review, not_started, passed, result, scored


def item(name, *, solved=0, partial=0, wrong=0, blank=0, difficulty=0.5, discrimination=None):
    n = solved + partial + wrong + blank
    statuses = {SOLVED: solved, PARTIAL: partial, WRONG: wrong, NOT_STARTED: blank, NEEDS_REVIEW: 0}
    return Item(name, 3.0, n, 3 * difficulty, difficulty, discrimination, (n - blank) / n, 0.1, statuses)


def mistake(name="second__forgets", n=41, lost=61.5, hint="If every example appeared twice, should the cost change?"):
    return MistakeCount("second", name, hint, tuple(f"s{k}" for k in range(n)), lost)


def cluster(n):
    return Cluster("second", "second", "f00", tuple(f"s{k}" for k in range(n)), (), ())


EASY, HARD = item("first", solved=380, wrong=20, difficulty=0.96), item("third", solved=100, partial=300, difficulty=0.54)


def teach(n=400, items=(EASY, HARD), mistakes=(), clusters=(), points=True, waiting=0):
    return what_to_teach(n, list(items), list(mistakes), list(clusters), points=points, left=Left(waiting))


def test_the_costliest_mistake_comes_first_not_the_most_frequent():
    """What cost the class most is what to begin with; its hint is the question to ask."""
    frequent = mistake("second__frequent", n=90, lost=9.0)
    first = teach(mistakes=[frequent, mistake()])[0]
    assert first == (
        "Begin with second: 41 of 400 students (10%) made the mistake “forgets”, which cost 61.5 points in all: "
        "ask the class, “If every example appeared twice, should the cost change?”"
    )


def test_a_large_cluster_beats_a_mistake_that_one_student_made():
    """Where only single students made known mistakes, the largest group of alike answers says more."""
    first = teach(mistakes=[mistake(n=1)], clusters=[cluster(30)])[0]
    assert "30 of 400 students (8%) gave the same wrong answers" in first


def test_the_hardest_exercise_is_the_second_sentence():
    """The exercise of which the class won least, with how many solved it."""
    assert teach()[1] == (
        "Go through third again: it was the hardest exercise; the class won 54% of it, "
        "and 100 of 400 students (25%) solved it whole."
    )


def test_an_exercise_that_many_left_out_needs_time_rather_than_explanation():
    """Below three quarters of completion the sentence is about starting."""
    left = item("third", solved=200, blank=200, difficulty=0.5)
    assert teach(items=[EASY, left])[1] == (
        "Give third time in class: 200 of 400 students (50%) did not start it, more than any other exercise."
    )


def test_a_class_that_solved_everything_is_told_so():
    """No vacuous advice: where nothing is hard, nothing is to be taught again."""
    best = item("first", solved=400, difficulty=1.0)
    first, second, third = teach(items=[best])
    assert first == "No mistake needs a lesson: none was recognised, and every exercise was won almost whole."
    assert second == "No exercise needs a second lesson: even of first, the hardest, the class won 100%."
    assert third == "Build on first, which all 400 students solved."


def test_the_third_sentence_names_what_to_build_on_and_what_tells_students_apart():
    """The exercise that most solved; and the best discriminating, where it is good enough."""
    telling = item("third", solved=100, partial=300, discrimination=0.62)
    assert teach(items=[EASY, telling])[2] == (
        "Build on first, which 380 of 400 students (95%) solved; pair students by third, which best tells who follows "
        "(discrimination 0.62)."
    )
    assert "pair students" not in teach(items=[EASY, item("third", solved=400, discrimination=0.29)])[2]


def test_where_nothing_went_well_nothing_is_called_safe_ground():
    """An exercise that few solved is no success to build on."""
    assert teach(items=[HARD])[2].startswith("Take little for granted: even third")
    assert teach(items=[item("third", wrong=400, difficulty=0.0)])[2].startswith("Nothing is safe ground yet")


@pytest.mark.parametrize("waiting", [0, 1, 7])
def test_an_empty_class_gets_three_sensible_sentences(waiting):
    """Without results the sentences say what to do."""
    sentences = teach(n=0, items=[item_statistics([], "first", 2.0)], waiting=waiting)
    assert len(sentences) == 3
    assert sentences[1].startswith({0: "No submission was found", 1: "1 submission waits", 7: "7 submissions wait"}[waiting])


def test_a_class_that_only_waits_for_review_is_said_to():
    """Where every exercise needs a person, nothing is made up."""
    assert "waits for a person" in teach(n=1, items=[item_statistics([result("a", in_review("first"))], "first", 2.0)])[0]


def test_blank_notebooks_are_told_from_mistakes():
    """When nobody started, no mistake is claimed to be absent."""
    items = [item_statistics([result("a", not_started("first"))] * 9, "first", 2.0)]
    first, second, _ = teach(n=9, items=items)
    assert "nobody has started" in first
    assert second == "Give first time in class: all 9 students did not start it."


@pytest.mark.parametrize("n", [1, 2, 3, 4])
def test_a_tiny_class_is_called_an_anecdote(n):
    """Few results are said to be few, with singular and plural right."""
    results = [result(f"s{k}", exercise("first", 0.0, failed("first__adds_two", "What is 1 + 1?"))) for k in range(n)]
    items = [item_statistics(results, "first", 2.0)]
    first = what_to_teach(n, items, count_mistakes(results), [], points=True)[0]
    assert first.startswith(f"With only {students(n)} graded, take this as an anecdote: begin with first: ")
    assert ("the only student made" if n == 1 else f"all {n} students made") in first


@pytest.mark.parametrize("scores", [(0, 0, 0), (2, 3, 5), (1, 1, 1), (2, 0, 0)])
@pytest.mark.parametrize("n", [1, 2, 5, 40])
def test_there_are_always_three_sentences_that_end(n, scores):
    """Whatever the class, three sentences come out, each with a capital and an end."""
    results = [scored(f"s{k}", *scores) for k in range(n)]
    items = [item_statistics(results, name, points) for name, points in POINTS.items()]
    for sentence in what_to_teach(n, items, count_mistakes(results), [], points=True):
        assert sentence[0].isupper() and sentence[-1] in ".”" and "None" not in sentence and "nan" not in sentence


def test_words_for_numbers():
    """Singular, plural and borders of the phrases that the sentences are made of."""
    assert (students(1), students(2)) == ("1 student", "2 students")
    assert (of_class(1, 1), of_class(3, 3), of_class(1, 4), of_class(1, 10)) == (
        "the only student", "all 3 students", "1 of 4 students", "1 of 10 students (10%)",
    )  # fmt: skip
    assert [percent(share) for share in (0.0, 0.004, 0.5, 0.996, 1.0)] == ["0%", "under 1%", "50%", "over 99%", "100%"]
    assert readable("compute_cost__sums_over_examples") == "sums over examples"
    assert (cost(1.0, points=True), cost(61.54, points=True), cost(2.0, points=False)) == (
        "1 point",
        "61.5 points",
        "2 exercises",
    )


def test_a_mistake_in_an_assignment_without_points_costs_exercises():
    """The warm-up has no points: what is lost is counted in exercises."""
    wrong = exercise("first", 0.0, failed("first__adds_two", "Why?"), passed(), max_score=0.0)
    counts = count_mistakes([result(name, wrong) for name in "abcdefgh"])
    assert "which cost 4 exercises in all" in teach(n=8, mistakes=counts, points=False)[0]
