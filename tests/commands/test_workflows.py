"""The CI workflows: what they run, run here."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from autograder.course.model import find_course
from autograder.demo.assemble import assemble

KIT = find_course(Path(__file__).parent)
WORKFLOWS = KIT.root / ".github" / "workflows"
ASSIGNMENT = "one_hidden_layer"
NOT_RUN = {"Install the kit"}  # the environment that runs this test has it


def workflow(name: str) -> dict[str, Any]:
    """Read a workflow."""
    data: dict[str, Any] = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return data


def play(folder: Path, fail_under: str) -> dict[str, int]:
    """Run the grade workflow's own steps in a folder laid out as the checkouts leave it; return their exit codes."""
    job = workflow("grade.yml")["jobs"]["grade"]
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"FAIL_UNDER": fail_under, "GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "OMP_NUM_THREADS": "1"}
    environment["AUTOGRADER_COURSE_SECRET"] = "a course secret"
    codes: dict[str, int] = {}
    for step in job["steps"]:
        skipped = any(codes.values()) and step.get("if") != "always()"
        if "run" in step and step["name"] not in NOT_RUN and not skipped:
            command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]  # as GitHub runs a step
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
            )
            codes[step["name"]] = done.returncode
    return codes


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Lay out the kit and a submission as the workflow's checkouts do."""
    (tmp_path / "kit").symlink_to(KIT.root)
    (tmp_path / "submission").mkdir()
    return tmp_path


def hand_in(checkout: Path, answers: str) -> None:
    """Put a shipped submission into the student's repository."""
    text = assemble(KIT.release(ASSIGNMENT), KIT.root / "tests" / "submissions" / ASSIGNMENT / f"{answers}.py")
    (checkout / "submission" / f"{ASSIGNMENT}.ipynb").write_text(text, encoding="utf-8")


def test_grade_workflow_grades_a_push(checkout: Path) -> None:
    """A submission above the threshold passes, and leaves JSON, JUnit XML and the summary."""
    hand_in(checkout, "typical")
    assert play(checkout, "60") == {"Grade": 0, "Show the summary on the job's page": 0}
    assert json.loads((checkout / "results" / "grade.json").read_text())["score"] == pytest.approx(16.7482)
    suites = ElementTree.parse(checkout / "results" / "grade.xml").getroot()
    assert suites.find("testsuite") is not None
    assert "If every example appeared twice" in (checkout / "summary.md").read_text(encoding="utf-8")


def test_grade_workflow_fails_below_the_threshold_and_still_shows_why(checkout: Path) -> None:
    """A submission below the threshold fails the job; the summary is there all the same."""
    hand_in(checkout, "typical")
    assert play(checkout, "80") == {"Grade": 1, "Show the summary on the job's page": 0}
    assert "16.75 / 25" in (checkout / "summary.md").read_text(encoding="utf-8")


def test_grade_workflow_without_a_notebook_is_an_error(checkout: Path) -> None:
    """A repository without a notebook is a usage error, not a pass."""
    assert play(checkout, "0")["Grade"] == 2


def test_grade_workflow_runs_nothing_but_the_documented_commands() -> None:
    """The workflow's steps are checkouts, Python, the installation, `autograder grade`, and keeping its files."""
    job = workflow("grade.yml")["jobs"]["grade"]
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step] == [
        "actions/checkout", "actions/checkout", "actions/setup-python", "actions/upload-artifact",
    ]  # fmt: skip
    assert sum("autograder grade" in command for command in commands) == 1 and len(commands) == 3


@pytest.mark.parametrize("name", ["grade.yml", "ci.yml"])
def test_workflows_have_least_rights(name: str) -> None:
    """Jobs may only read, checkouts leave no credentials behind, and every job has a time limit."""
    data = workflow(name)
    assert data["permissions"] == {"contents": "read"}
    for job in data["jobs"].values():
        assert job["timeout-minutes"] <= 60
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout")]
        assert checkouts and all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_no_event_text_reaches_a_shell() -> None:
    """No step pastes an expression into its commands: what a branch is called must not be run."""
    for name in ("grade.yml", "ci.yml"):
        for job in workflow(name)["jobs"].values():
            assert not any("${{" in step.get("run", "") for step in job["steps"])


def test_ci_runs_what_anybody_would_type() -> None:
    """CI runs `make test` and `make demo`."""
    commands = [step["run"].split()[:2] for step in workflow("ci.yml")["jobs"]["test"]["steps"] if "run" in step]
    assert commands == [["make", "test"], ["make", "demo"]]
