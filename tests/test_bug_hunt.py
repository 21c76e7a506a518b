"""The bug hunt: the hidden table of defects is true, as a gradient check of every suspect proves."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from course.check_and_init import line_up
from course.oracles import checking

HANDOUT = Path(__file__).parents[1] / "course" / "handout"
IDS = ["ada", "Ada ", "grace hopper", "学生", "\ud800", "x" * 5000, *(f"student{i}" for i in range(120))]


@pytest.fixture(scope="module")
def lesson() -> Iterator[Any]:
    """The students' own module."""
    sys.path.insert(0, str(HANDOUT))
    try:
        yield importlib.import_module("lesson.suspects")
    finally:
        sys.path.remove(str(HANDOUT))


def _cache(parameters: dict[str, Any], X: Any) -> dict[str, Any]:
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    return {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": 1.0 / (1.0 + np.exp(-Z2))}


def _errors(suspect: Callable[..., dict[str, Any]], scene: tuple[Any, Any, Any]) -> dict[str, float]:
    """Return each tensor's relative error against central differences of the oracle's cost."""
    parameters, X, Y = scene
    grads = suspect({**parameters, **_cache(parameters, X), "X": X, "Y": Y})
    assert sorted(grads) == sorted(line_up.TENSORS)
    for name, value in parameters.items():
        assert grads["d" + name].shape == value.shape
    gradient = {name: grads["d" + name] for name in checking.NAMES}
    return {"d" + name: error for name, error in checking.errors(parameters, X, Y, 1e-5, gradient).items()}


def _defect(errors: dict[str, float]) -> str | None:
    """Return the one tensor that is wrong beyond doubt; every other one must be right beyond doubt."""
    wrong = [name for name, error in errors.items() if error > 0.05]
    assert len(wrong) <= 1
    assert all(error < 1e-7 for name, error in errors.items() if name not in wrong)
    return wrong[0] if wrong else None


def test_every_recipe_has_the_defect_of_the_table(lesson: Any) -> None:
    """All eighteen passes that any student can get are as the hidden table says."""
    found = tuple(
        tuple(_defect(_errors(lesson._assemble(recipe), lesson.scene())) for recipe in group) for group in lesson._GROUPS
    )
    assert found == line_up._DEFECTS


def test_defects_show_at_other_points_too(lesson: Any) -> None:
    """No right pass is right by luck: at random networks it is right again."""
    rng = np.random.default_rng(11)
    for group, defects in zip(lesson._GROUPS, line_up._DEFECTS, strict=True):
        for recipe, defect in zip(group, defects, strict=True):
            errors = _errors(lesson._assemble(recipe), checking.network(rng, 3, 5, 2, 4))
            assert all(error < 1e-6 for name, error in errors.items() if name != defect)
            assert defect is None or errors[defect] > 1e-4


@pytest.mark.parametrize("student_id", IDS[:20])
def test_students_get_what_the_judge_expects(lesson: Any, student_id: str) -> None:
    """The suspects that a student is given have the defects that the judge expects, letter by letter."""
    scene = lesson.scene()
    found = {letter: _defect(_errors(suspect, scene)) for letter, suspect in lesson.suspects(student_id).items()}
    assert found == line_up.truth(student_id)


def test_both_copies_of_the_shuffle_agree(lesson: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """For many ids, the lesson and the judge choose and order alike (compared without differencing anything)."""
    table = {
        recipe: defect
        for group, defects in zip(lesson._GROUPS, line_up._DEFECTS, strict=True)
        for recipe, defect in zip(group, defects, strict=True)
    }
    monkeypatch.setattr(lesson, "_assemble", table.__getitem__)
    for student_id in IDS:
        assert lesson.suspects(student_id) == line_up.truth(student_id)


def test_every_student_has_two_innocents() -> None:
    """Each student has two right passes and four wrong ones, and the students' answers differ."""
    truths = [line_up.truth(student_id) for student_id in IDS]
    assert all(list(truth) == list("ABCDEF") for truth in truths)
    assert all(list(truth.values()).count(None) == 2 for truth in truths)
    assert len({tuple(truth.values()) for truth in truths}) > 100


def test_the_id_is_stable(lesson: Any) -> None:
    """Capital letters and blanks around an id do not matter; no id is no hunt."""
    assert line_up.truth("ada") == line_up.truth(" Ada ")
    for nothing in ("", "  ", None, 7):
        with pytest.raises(ValueError, match="student_id must be a text"):
            lesson.suspects(nothing)


def test_some_mistakes_hide_behind_a_single_output(lesson: Any) -> None:
    """With one output, several wrong passes are right: that is why the hunt has two."""
    scene = checking.network(np.random.default_rng(2), 3, 4, 1, 5)
    hidden = 0
    for group, defects in zip(lesson._GROUPS, line_up._DEFECTS, strict=True):
        for recipe, defect in zip(group, defects, strict=True):
            hidden += defect is not None and max(_errors(lesson._assemble(recipe), scene).values()) < 1e-6
    assert hidden >= 3
