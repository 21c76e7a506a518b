"""What students install: the libraries that the notebook imports, in pinned versions that stay."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from autograder.course.model import Course, find_course
from autograder.course.settings import write_settings
from autograder.packaging.student_environment import environment_files

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "one_hidden_layer"


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course of one notebook, without constraints of its own."""
    write_settings(tmp_path, KIT.settings)
    folder = tmp_path / "source" / ASSIGNMENT
    folder.mkdir(parents=True)
    shutil.copy(KIT.source(ASSIGNMENT), folder)
    return Course(tmp_path)


def texts(course: Course) -> dict[str, str]:
    """Return the two files' texts by name."""
    return {path.name: text for path, text in environment_files(course, course.assignment(ASSIGNMENT)).items()}


@pytest.mark.parametrize("name", KIT.names())
def test_every_release_has_both_files(name: str) -> None:
    """They are committed, and what the source makes now; conda reads its file, which installs the other."""
    for path, text in environment_files(KIT, KIT.assignment(name)).items():
        assert path.read_text() == text == (KIT.release(name).parent / path.name).read_text()
    wanted = yaml.safe_load((KIT.release(name).parent / "environment.yml").read_text())
    assert wanted["name"] == "neural_networks" and {"pip": ["-r requirements.txt"]} in wanted["dependencies"]


def test_libraries_are_those_of_notebook_and_helpers(course: Course) -> None:
    """NumPy of the notebook, scikit-learn and matplotlib of its helpers; nothing of the engine's, and no helper."""
    names = {line.partition("==")[0] for line in texts(course)["requirements.txt"].splitlines()[1:]}
    assert {"numpy", "matplotlib", "scikit-learn"} <= names and not names & {"nbgrader", "pytest", "lesson", "autograder"}


def test_pins_stay_on_another_machine(course: Course) -> None:
    """What the file says stays, whatever is installed here; the course's constraints come before both."""
    path = course.source(ASSIGNMENT).parent / "requirements.txt"
    path.write_text("numpy==2.0.0\n")
    before = texts(course)
    assert "numpy==2.0.0\n" in before["requirements.txt"]
    path.write_text(before["requirements.txt"])
    assert texts(course) == before
    (course.root / "constraints.txt").write_text("numpy==2.1.0\nmatplotlib==9.9\nunused==1\n")
    after = texts(course)["requirements.txt"]
    assert "numpy==2.1.0\n" in after and "matplotlib==9.9\n" in after and "unused" not in after


def test_a_notebook_without_libraries_needs_no_files(course: Course) -> None:
    """Nothing is written that would say nothing."""
    course.source(ASSIGNMENT).write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    assert texts(course) == {}
