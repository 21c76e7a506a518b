"""The CI workflows: what they run, run here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from autograder.course.model import find_course
from autograder.demo.assemble import assemble

pytestmark = pytest.mark.long

KIT = find_course(Path(__file__).parent)
WORKFLOWS = KIT.root / ".github" / "workflows"
ACTION = KIT.root / ".github" / "actions" / "grade" / "action.yml"
EXAMPLES = KIT.root / "docs" / "ci"
ASSIGNMENT = "one_hidden_layer"
NOT_RUN = {"Install the kit"}  # the environment that runs this test has it
EVERY_FILE = (WORKFLOWS / "grade.yml", WORKFLOWS / "ci.yml", ACTION, WORKFLOWS / "docs.yml", EXAMPLES / "github-student.yml")
A_HASH = re.compile(r"[\w./-]+@[0-9a-f]{40}")


def read(path: Path) -> dict[str, Any]:
    """Read a workflow, an action or a pipeline."""
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def workflow(name: str) -> dict[str, Any]:
    """Read a workflow of this repository."""
    return read(WORKFLOWS / name)


def steps_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the steps of a workflow's jobs, or of an action."""
    return [step for job in data.get("jobs", {"": data.get("runs", {})}).values() for step in job.get("steps", [])]


def play(folder: Path, fail_under: str) -> dict[str, int]:
    """Run the action's own steps in a folder laid out as the workflow's checkouts leave it; return their exit codes."""
    (calling,) = [step for step in steps_of(workflow("grade.yml")) if "actions/grade" in step.get("uses", "")]
    assert (KIT.root / calling["uses"].removeprefix("./kit/") / "action.yml") == ACTION
    action = read(ACTION)
    inputs = {name: one.get("default", "") for name, one in action["inputs"].items()}
    inputs |= {"fail-under": fail_under, "course-secret": "a course secret"}
    base = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    base |= {"GITHUB_STEP_SUMMARY": str(folder / "summary.md"), "GITHUB_OUTPUT": str(folder / "outputs")}
    codes: dict[str, int] = {}
    for step in action["runs"]["steps"]:
        if step["name"] in NOT_RUN:
            continue
        environment = {key: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda name: inputs[name[1]], value)
                       for key, value in step["env"].items()}  # fmt: skip
        command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", step["run"]]  # as GitHub runs a step
        done = subprocess.run(
            command, cwd=folder, env=base | environment, capture_output=True, text=True, timeout=900, check=False
        )
        codes[step["name"]] = done.returncode
        (folder / "said").write_text(done.stdout, encoding="utf-8")
    return codes


def lay_out(folder: Path) -> Path:
    """Lay out the kit and a place for the submission as the workflow's checkouts do."""
    (folder / "kit").symlink_to(KIT.root)
    (folder / "submission").mkdir()
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A layout of a test's own."""
    return lay_out(tmp_path)


def hand_in(checkout: Path, answers: str) -> None:
    """Put a shipped submission into the student's repository."""
    text = assemble(KIT.release(ASSIGNMENT), KIT.root / "tests" / "submissions" / ASSIGNMENT / f"{answers}.py")
    (checkout / "submission" / f"{ASSIGNMENT}.ipynb").write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A push that passes, after the action's steps."""
    folder = lay_out(tmp_path_factory.mktemp("push"))
    hand_in(folder, "typical")
    assert play(folder, "60") == {"Grade": 0}
    return folder


def test_grade_action_grades_a_push(graded: Path) -> None:
    """A submission above the threshold passes, and leaves JSON, JUnit XML, the summary and the outputs."""
    assert json.loads((graded / "results" / "grade.json").read_text())["score"] == pytest.approx(16.7482)
    suites = ElementTree.parse(graded / "results" / "grade.xml").getroot()
    assert suites.find("testsuite") is not None
    assert "If every example appeared twice" in (graded / "summary.md").read_text(encoding="utf-8")
    outputs = dict(one.split("=") for one in (graded / "outputs").read_text().split())
    assert outputs == {"score": "16.75", "max-score": "25", "percent": "66.99"}


def test_remarks_stand_at_the_students_lines(graded: Path) -> None:
    """Each exercise that lost points has an annotation at its function's line in the file, and Classroom its score."""
    said = (graded / "said").read_text(encoding="utf-8").splitlines()
    lines = (graded / "submission" / f"{ASSIGNMENT}.ipynb").read_text(encoding="utf-8").splitlines()
    found = [re.fullmatch(r"::error file=(.+),line=(\d+),title=([^:,]+)%3A .+::(.+)", one) for one in said]
    remarks = {one[3]: one for one in found if one}
    assert remarks and {one[1] for one in remarks.values()} == {f"{ASSIGNMENT}.ipynb"}
    functions = {one.id: one.functions[0] for one in KIT.assignment(ASSIGNMENT).exercises}
    assert all(f"def {functions[name]}(" in lines[int(one[2]) - 1] for name, one in remarks.items())
    assert "If every example appeared twice" in remarks["compute_cost"][4]
    assert "::notice title=Autograding complete::Points 16.75/25" in said
    assert '::notice title=Autograding report::{"totalPoints": 16.7482, "maxPoints": 25.0}' in said


def test_grade_action_fails_below_the_threshold_and_still_shows_why(checkout: Path) -> None:
    """A submission below the threshold fails the step; the summary is there all the same."""
    hand_in(checkout, "typical")
    assert play(checkout, "80") == {"Grade": 1}
    assert "16.75 / 25" in (checkout / "summary.md").read_text(encoding="utf-8")


def test_grade_action_without_a_notebook_is_an_error(checkout: Path) -> None:
    """A repository without a notebook is a usage error that says so, not a pass."""
    assert play(checkout, "0")["Grade"] == 2 and "There is no file *.ipynb" in (checkout / "said").read_text()


def test_gitlab_pipeline_grades(checkout: Path) -> None:
    """GitLab's script, but for the clone and the installation, writes what its artifacts name, with remarks at lines."""
    hand_in(checkout, "typical")
    job = read(EXAMPLES / "gitlab-ci.yml")["grade"]
    clone, install, forget, grade = job["script"]
    assert clone.startswith("git clone") and "-P -m pip install" in install and forget.startswith("unset")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = ["bash", "-e", "-c", grade.replace("/tmp/kit", str(checkout / "kit"))]
    done = subprocess.run(command, cwd=checkout / "submission", env=environment, capture_output=True, timeout=900, check=False)
    assert done.returncode == 0, done.stderr
    assert all((checkout / "submission" / path).is_file() for path in job["artifacts"]["reports"].values())
    quality = json.loads((checkout / "submission" / job["artifacts"]["reports"]["codequality"]).read_text())
    assert {"description", "check_name", "fingerprint", "severity", "location"} <= quality[0].keys()
    assert len({one["fingerprint"] for one in quality}) == len(quality) and any(
        one["location"]["lines"]["begin"] > 1 for one in quality
    )


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.name)
def test_actions_of_others_are_pinned_by_hash(path: Path) -> None:
    """Whatever is not of this repository is named by the hash of a commit, which nobody can move."""
    uses = [step["uses"] for step in steps_of(read(path)) if "uses" in step]
    assert all(A_HASH.fullmatch(one) or one.startswith("./") for one in uses)


@pytest.mark.parametrize("path", EVERY_FILE[:2] + EVERY_FILE[3:], ids=lambda path: path.name)
def test_workflows_have_least_rights(path: Path) -> None:
    """Jobs may only read, checkouts leave no credentials behind, and every job that runs something has a time limit."""
    data = read(path)
    assert data["permissions"] == {"contents": "read"}
    for job in data["jobs"].values():
        assert "uses" in job or job["timeout-minutes"] <= 60
        checkouts = [step for step in job.get("steps", []) if step.get("uses", "").startswith("actions/checkout")]
        assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_students_workflow_calls_ours_with_what_it_takes() -> None:
    """Its inputs and secrets are those of the reusable workflow, and the action's inputs those that the workflow gives."""
    called = workflow("grade.yml")[True]["workflow_call"]  # YAML reads `on` as true
    (job,) = read(EXAMPLES / "github-student.yml")["jobs"].values()
    assert job["with"].keys() <= called["inputs"].keys() and job["secrets"].keys() == called["secrets"].keys()
    assert {name for name, one in called["inputs"].items() if one.get("required")} <= job["with"].keys()
    (step,) = [one for one in steps_of(workflow("grade.yml")) if "actions/grade" in one.get("uses", "")]
    assert step["with"].keys() <= read(ACTION)["inputs"].keys()


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.name)
def test_no_event_text_reaches_a_shell(path: Path) -> None:
    """No step pastes an expression into its commands: what a branch is called must not be run."""
    assert not any("${{" in step.get("run", "") for step in steps_of(read(path)))


def test_ci_runs_what_anybody_would_type() -> None:
    """CI runs `make test` and `make demo`."""
    commands = [step["run"].split()[:2] for step in workflow("ci.yml")["jobs"]["test"]["steps"] if "run" in step]
    assert commands == [["make", "test"], ["make", "demo"]]
