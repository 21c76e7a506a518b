"""What nbgrader's Validate shows of our checks: it prints errors alone."""

from __future__ import annotations

import json
from pathlib import Path
from unittest import mock

import pytest
from lesson import validating
from lesson.checks import CheckFailed, Checks
from lesson.precheck import precheck


@pytest.fixture
def validated(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Validate runs the notebook, and this is what it was handed out with."""
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    handed_out = tmp_path / "expected.json"
    cells = [
        {"grade_id": name, "grade": True, "points": points} for name, points in {"cost": 2.0, "find_the_fault": 0.0}.items()
    ]
    handed_out.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    monkeypatch.setattr(validating.may_stay_empty, "__defaults__", (handed_out,))
    return handed_out


def failed(name: str, *functions: str) -> list[str]:
    """The lines of the error that an exercise's checks end with."""
    student = {"cost": lambda m: m}
    with mock.patch("lesson.checks.show"), pytest.raises(CheckFailed) as error, Checks(name, student) as check:
        for function in functions:
            check(f"{function}(3)", 3, "three is three")
            check(f"{function}(2)", 4, "twice two")
    return error.value._render_traceback_()


def test_the_error_names_the_checks_that_fail_and_those_alone(validated: Path) -> None:
    """Nothing else of the cell's output reaches Validate's window."""
    first, call, note = failed("cost", "cost")
    assert first == "CheckFailed: cost: 1 of 2 checks to go"
    assert "✗ cost(2)   (twice two)" in call and "returned 2, expected 4" in note


def test_without_validate_the_table_says_it_and_the_error_is_one_line() -> None:
    """In the notebook the table stands above the error already."""
    assert failed("cost", "cost") == ["CheckFailed: cost: 1 of 2 checks to go"]


def test_an_exercise_worth_no_points_may_stay_empty(validated: Path) -> None:
    """Validate says of each failed cell that it costs credit, which would not be true of it."""
    with mock.patch("lesson.checks.show"), Checks("find_the_fault", {}) as check:
        check("exposed(cost)", False)
    assert failed("find_the_fault", "cost")[0] == "CheckFailed: find_the_fault: 1 of 2 checks to go"


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"cells": [{"grade_id": "find_the_fault", "grade": true, "points": 0}]}', '{"cells": [1]}']
)
def test_what_is_not_known_to_be_optional_is_named(validated: Path, text: str) -> None:
    """Also where the file is not what it was, and in a notebook that is worth no points at all."""
    validated.write_text(text, encoding="utf-8")
    assert not validating.may_stay_empty("find_the_fault")


def test_the_check_before_handing_in_leaves_validate_its_time(validated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It would take two minutes where a cell has half a minute, and nobody would see what it says."""
    precheck()
    assert capsys.readouterr().out == ""
