"""A guess stands beside what happened; a wrong version calls the student's own function; recall asks what was lost."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

mpl.use("Agg")
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "course" / "handout"))

import matplotlib.pyplot as plt  # after the backend is chosen
from lesson import faults, guesses, recall  # found through the line above
from lesson.recall_questions import BEFORE, QUESTIONS

from autograder.course.model import find_course

COURSE = find_course(Path(__file__).parent)


@pytest.fixture
def axes() -> Any:
    """A panel with a curve."""
    ax = plt.subplots()[1]
    ax.plot([0, 1, 2], [0.0, 5.0, 10.0])
    yield ax
    plt.close("all")


def labels(ax: Any) -> list[str]:
    """Return what the legend says."""
    return [text.get_text() for text in ax.get_legend().get_texts()]


@pytest.mark.parametrize("guess", [7, 7.0, "7", " 7 %", np.float64(7)])
def test_a_number_is_drawn_beside_what_happened(axes: Any, guess: object, capsys: pytest.CaptureFixture[str]) -> None:
    """However it is written: one line for the guess, one for what happened, both named outside the data."""
    guesses.beside("cost", guess, 8.0, "units", ax=axes)
    drawn = [line.get_ydata()[0] for line in axes.lines[1:]]
    assert drawn == [7.0, 8.0]
    assert labels(axes) == ["you guessed 7", "it was 8"]
    printed = capsys.readouterr().out
    assert printed.startswith("cost: 8 units   (you guessed ") and "close" in printed
    axes.figure.canvas.draw()
    assert axes.get_legend().get_window_extent().x0 >= axes.get_window_extent().x1


def test_no_guess_draws_nothing_and_says_so(axes: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Who has not guessed sees what happened, and that a guess would have taught more."""
    guesses.beside("cost", ..., 8.0, ax=axes)
    assert len(axes.lines) == 1 and guesses.NONE_YET in capsys.readouterr().out


@pytest.mark.parametrize("guess", [1e9, -1e9, float("1e300"), float("inf"), float("nan"), "many", None, True, [1], 10**400])
def test_a_wild_guess_does_not_squash_the_figure(axes: Any, guess: object) -> None:
    """What lies far outside is named in the legend at most, and the curve keeps its size."""
    before = axes.get_ylim()
    guesses.beside("cost", guess, 8.0, ax=axes)
    assert np.allclose(axes.get_ylim(), before, atol=abs(before[1]))


@pytest.mark.parametrize(("guess", "said"), [("B", "just so"), ("a", "it went otherwise"), (..., "no guess")])
def test_a_choice_is_said_and_not_drawn(guess: object, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A choice may be written in any case."""
    guesses.beside("border", guess, "b")
    assert said in capsys.readouterr().out and not plt.get_fignums()


def test_without_a_panel_there_is_a_number_line() -> None:
    """What no axis of the figure shows gets a line of its own, with both marks inside."""
    guesses.beside("right", 90, 84.25, "percent")
    (ax,) = plt.gcf().axes
    low, high = ax.get_xlim()
    assert low < 84.25 < 90 < high and ax.get_xlabel() == "percent"
    plt.close("all")


def test_a_name_always_gives_the_same_fault_and_names_give_different_ones() -> None:
    """Upper case and spaces do not matter; among thirty names every fault of a function occurs."""

    def compute_cost(A2: Any, Y: Any) -> float:
        A = np.clip(A2, 1e-12, 1 - 1e-12)
        return float(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))

    A2, Y = np.array([[0.9, 0.2, 0.6]]), np.array([[1.0, 0.0, 0.0]])
    seen = {str(faults.wrong_version(compute_cost, f"student {i}")(A2, Y)) for i in range(30)}
    assert len(seen) == len(faults.FAULTS["compute_cost"])
    assert faults.wrong_version(compute_cost, " Ada ")(A2, Y) == faults.wrong_version(compute_cost, "ada")(A2, Y)


@pytest.mark.parametrize("name", ["", "  ", 7, None])
def test_a_missing_name_is_asked_for(name: Any) -> None:
    """The error shows how a name is written."""
    with pytest.raises(ValueError, match="write your name as a text"):
        faults.wrong_version(sorted, name)


def test_a_function_without_faults_is_refused_with_those_that_have_some() -> None:
    """Whoever passes another function reads which there are."""
    with pytest.raises(ValueError, match="compute_cost"):
        faults.wrong_version(sorted, "ada")


@pytest.mark.parametrize("definition", ["lambda A, Y: 1.0", "functools.partial(lambda m, A, Y: m, 1.0)"])
@pytest.mark.parametrize("call", ["wrong_versions(compute_cost)", "[wrong_version(compute_cost, 'ada')]"])
def test_a_function_is_known_by_its_name_in_the_notebook(definition: str, call: str) -> None:
    """A lambda is as good as a def: its own name is not the one that the student gave it."""
    notebook: dict[str, Any] = dict(vars(faults))
    del notebook["FAULTS"]
    exec(f"import functools\ncompute_cost = {definition}", notebook)
    assert all(callable(version) for version in eval(call, notebook))


@pytest.mark.parametrize("name", COURSE.names())
def test_every_notebook_recalls_exercises_of_the_one_before(name: str) -> None:
    """The questions speak of exercises that there are, and there are at least three."""
    before = BEFORE[name]
    order = COURSE.names()
    assert before == (order[order.index(name) - 1] if order.index(name) else "")
    assert len(QUESTIONS[before]) >= recall.MANY
    if before:
        assert set(QUESTIONS[before]) <= {exercise.id for exercise in COURSE.assignment(before).exercises}


def result(**shares: float) -> dict[str, Any]:
    """Return a result of one_hidden_layer in which these exercises won these shares."""
    exercises = [{"id": name, "score": 4 * share, "max_score": 4} for name, share in shares.items()]
    return {"assignment": "one_hidden_layer", "exercises": exercises}


def asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what check_and_init asks a student whose notebook lies in this folder."""
    recall.ask("check_and_init", folder=folder)
    return capsys.readouterr().out


def test_recall_begins_with_what_was_lost_most(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A result beside the notebook, alone or among others, decides what is asked first."""
    (tmp_path / "feedback.json").write_text(
        json.dumps([{"assignment": "warmup"}, result(nn_model=0.2, layer_sizes=0.0, p0_quiz=1.0)])
    )
    text = asked(tmp_path, capsys)
    questions = QUESTIONS["one_hidden_layer"]
    assert text.index(questions["layer_sizes"][0]) < text.index(questions["nn_model"][0])
    assert questions["p0_quiz"][0] not in text and "feedback" in text


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[1, null]",
        '{"assignment": "one_hidden_layer"}',
        '{"assignment": "one_hidden_layer", "exercises": [3, {"id": 1}]}',
        '{"assignment": "one_hidden_layer", "exercises": [{"id": "x", "score": 0, "max_score": 0}]}',
        "[" * 100_000,
        "\x00",
    ],
)
def test_a_file_that_is_no_result_changes_nothing(tmp_path: Path, content: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The fixed three are asked, whatever lies beside the notebook."""
    without = asked(tmp_path, capsys)
    (tmp_path / "any.json").write_text(content)
    assert asked(tmp_path, capsys) == without


@pytest.mark.parametrize(("notebook", "answers", "right"), [
    ("neuron_activations", [1, 4.0, "3"], 3), ("neuron_activations", [2, ..., "three"], 0), ("neuron_activations", [], 0),
    ("warmup", [6, "YES", 50], 3),
])  # fmt: skip
def test_answers_are_checked_at_once(
    tmp_path: Path, notebook: str, answers: list[object], right: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Numbers may be texts, words in any case, and what is left out is no mistake."""
    recall.check(notebook, answers, folder=tmp_path)
    assert f"Recall: {right} of 3" in capsys.readouterr().out
