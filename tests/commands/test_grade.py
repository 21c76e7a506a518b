"""`autograder grade`: its table, its files and its exit codes."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from autograder.cli import main
from autograder.course.model import find_course
from autograder.demo.assemble import assemble

pytestmark = pytest.mark.long

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "one_hidden_layer"
SHIPPED = KIT.root / "tests" / "submissions" / ASSIGNMENT
VERDICTS = tomllib.loads((SHIPPED / "verdicts.toml").read_text(encoding="utf-8"))
FIELDS = {"assignment", "submission", "score", "max_score", "isolation", "engine", "seconds", "exercises", "messages"}
EXERCISE_FIELDS = {"id", "score", "max_score", "status", "tests"}
TEST_FIELDS = {"name", "title", "verdict", "weight", "hint", "mistake"}


@dataclass(frozen=True)
class Graded:
    """The three shipped submissions, graded by one command: what it said, and the files it wrote."""

    said: Result
    results: Mapping[str, dict[str, Any]]
    junit: ElementTree.Element
    markdown: str


def grade(*arguments: str) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(main, ["grade", *arguments], env={"COLUMNS": "100"})


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the shipped submissions as notebooks."""
    folder = tmp_path_factory.mktemp("grade")
    for name in VERDICTS:
        (folder / f"{name}.ipynb").write_text(assemble(KIT.release(ASSIGNMENT), SHIPPED / f"{name}.py"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graded(notebooks: Path) -> Graded:
    """Grade all three at once, below a threshold that one of them misses."""
    files = [str(notebooks / f"{name}.ipynb") for name in VERDICTS]
    out = notebooks / "out"
    said = grade(
        *files,
        "--json",
        str(out / "r.json"),
        "--junit",
        str(out / "r.xml"),
        "--markdown",
        str(out / "r.md"),
        "--fail-under",
        "50",
    )
    data = json.loads((out / "r.json").read_text(encoding="utf-8"))
    junit = ElementTree.parse(out / "r.xml").getroot()
    return Graded(said, {one["submission"]: one for one in data}, junit, (out / "r.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", VERDICTS)
def test_shipped_submission_gets_its_verdict(graded: Graded, name: str) -> None:
    """The points of every exercise, and the reasons for the lost ones, are those of verdicts.toml."""
    result, verdict = graded.results[name], VERDICTS[name]
    assert result["score"] == pytest.approx(verdict["score"], abs=1e-4) and result["max_score"] == 25.0
    assert {one["id"]: one["score"] for one in result["exercises"]} == pytest.approx(verdict["points"], abs=1e-4)
    tests = {one["id"]: one["tests"] for one in result["exercises"]}
    for exercise, reason in verdict.get("lost", {}).items():
        for field, wanted in reason.items():
            assert wanted in {test[field] for test in tests[exercise]}


def test_json_is_the_documented_object(graded: Graded) -> None:
    """Every documented field is there, at each of the three levels."""
    for result in graded.results.values():
        assert result.keys() >= FIELDS
        assert all(exercise.keys() >= EXERCISE_FIELDS for exercise in result["exercises"])
        assert all(test.keys() >= TEST_FIELDS for exercise in result["exercises"] for test in exercise["tests"])


def test_one_below_the_threshold_is_enough(graded: Graded) -> None:
    """With --fail-under 50 and one submission below it, the exit code is 1."""
    assert graded.said.exit_code == 1


def test_terminal_names_the_reason_for_each_lost_point(graded: Graded) -> None:
    """The table shows every score and every hint of a known mistake."""
    flat = " ".join(graded.said.output.split())
    for name, verdict in VERDICTS.items():
        assert f"{name}: {ASSIGNMENT}" in flat and f"{verdict['score']:.2f}".rstrip("0").rstrip(".") + " / 25" in flat
        for reason in verdict.get("lost", {}).values():
            assert all(" ".join(text.split()) in flat for field, text in reason.items() if field in ("hint", "note"))
    assert "\x1b[" not in graded.said.output  # no colours where there is no terminal


def test_terminal_shows_nothing_that_code_printed(graded: Graded) -> None:
    """Neither a submission's prints nor a replayed mistake's reach the terminal: they were computed from hidden inputs."""
    assert "A2 shape" not in graded.said.output and "LOOT" not in graded.said.output and "full marks" not in graded.said.output
    lines = [line.strip() for line in graded.said.output.splitlines()]
    numbers = [line for line in lines if line.replace(".", "").replace("-", "").isdigit()]
    known = (KIT.release("one_hidden_layer").parent / "lesson" / "hints.py").read_text(encoding="utf-8")
    assert [number for number in numbers if number.strip(".") not in known] == []  # what paper says may stand alone in a line


def test_junit_counts_agree_with_the_result(graded: Graded) -> None:
    """There is a suite a submission and a case a hidden test, and the failures are those of the result."""
    for suite in graded.junit.iter("testsuite"):
        name = suite.attrib["name"].partition(": ")[2]
        verdicts = [test["verdict"] for exercise in graded.results[name]["exercises"] for test in exercise["tests"]]
        assert int(suite.attrib["tests"]) == len(verdicts) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == verdicts.count("FAILED") == len(suite.findall("testcase/failure"))


def test_markdown_has_a_table_a_submission(graded: Graded) -> None:
    """The summary has a heading with the score and a row an exercise for each submission."""
    for name, verdict in VERDICTS.items():
        assert f"## {name}: " in graded.markdown
        assert all(graded.markdown.count(f"| {exercise} |") == len(VERDICTS) for exercise in verdict["points"])


@pytest.mark.parametrize("name", ["r.json", "r.xml", "r.md"])
def test_files_quote_no_hidden_value(graded: Graded, notebooks: Path, name: str) -> None:
    """No file holds assertion text, an expected value's name, a path of the kit or a traceback."""
    text = (notebooks / "out" / name).read_text(encoding="utf-8")
    for telltale in ("AssertionError", "Traceback", "P1_COST", "oracles", str(KIT.content), "assert "):
        assert telltale not in text


# --- exit codes, and what is said with them ---


def test_all_above_the_threshold_is_0(notebooks: Path, tmp_path: Path) -> None:
    """The good submission passes --fail-under 100; Gradescope's file has the same score."""
    said = grade(str(notebooks / "good.ipynb"), "--fail-under", "100", "--gradescope", str(tmp_path / "results.json"))
    assert said.exit_code == 0
    data = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert data["score"] == 25.0 == sum(test["score"] for test in data["tests"])


def test_json_to_the_terminal_is_nothing_but_json(notebooks: Path) -> None:
    """With --json -, standard output can be piped into another program, also where known mistakes are replayed."""
    said = grade(str(notebooks / "typical.ipynb"), "--json", "-")
    assert json.loads(said.stdout)["score"] == pytest.approx(16.7482)


def test_unreadable_file_is_2_with_a_result_and_a_reason(notebooks: Path, tmp_path: Path) -> None:
    """An unreadable notebook of a named assignment is graded as unanswered beside the others, and the exit code says so."""
    broken = tmp_path / "broken.ipynb"
    broken.write_text("{", encoding="utf-8")
    said = grade(str(broken), str(notebooks / "good.ipynb"), "-a", ASSIGNMENT, "--json", str(tmp_path / "r.json"))
    assert said.exit_code == 2
    scores = {one["submission"]: one["score"] for one in json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))}
    assert scores == {"broken": 0.0, "good": 25.0}
    assert "cannot be read as JSON" in " ".join(said.output.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nothing.ipynb"], "There is no file nothing.ipynb"),
        (["strange.py"], "Name it with --assignment"),
        (["strange.py", "-a", "no_such_assignment"], "There is no assignment 'no_such_assignment'"),
        (["strange.py", "strange.py", "-a", ASSIGNMENT, "--gradescope", "r.json"], "--gradescope takes one file"),
        (["strange.py", "-a", ASSIGNMENT, "--fail-under", "101"], "101"),
        ([], "Missing argument"),
    ],
)
def test_usage_errors_are_2_in_one_clear_line(
    arguments: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong name, path or option ends with 2, names the problem, and shows no traceback."""
    (tmp_path / "strange.py").write_text("x = 1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = grade(*arguments, "--course", str(KIT.root))
    assert said.exit_code == 2
    assert says in " ".join(said.output.split()) and "Traceback" not in said.output


def test_missing_isolation_is_3(notebooks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no complete isolation is to be had, nothing is graded, and the way out is named."""
    monkeypatch.setattr("autograder.worker.isolation.landlock.abi", lambda: 0)
    monkeypatch.setattr("autograder.worker.isolation.seccomp.supported", lambda: False)
    said = grade(str(notebooks / "good.ipynb"))
    assert said.exit_code == 3
    assert "autograder doctor" in " ".join(said.output.split())


def test_no_isolation_has_to_be_named_and_is_stamped(notebooks: Path) -> None:
    """With --isolation none the result says so."""
    said = grade(str(notebooks / "good.ipynb"), "--isolation", "none", "--json", "-")
    assert said.exit_code == 0 and json.loads(said.stdout)["isolation"] == "none"
