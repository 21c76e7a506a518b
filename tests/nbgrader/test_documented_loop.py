"""The README's and the instructor's guide's code blocks, run line by line in a fresh copy of the course, as they stand."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest
from traitlets.config.loader import PyFileConfigLoader

from tests.preloaded import nbgrader

from .clone import environment, fresh_copy
from .courses import ASSIGNMENT, KIT, notebook

pytestmark = pytest.mark.long

README, GUIDE = "README.md", "docs/instructor-guide.md"
SECONDS = 900


def blocks(page: str, *languages: str) -> list[str]:
    """Return the fenced blocks of a page in these languages; "" for a fence that names none."""
    text = (KIT.root / page).read_text(encoding="utf-8")
    return [
        code for language, code in re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE) if language in languages
    ]


def play(course: Path, home: Path, script: str) -> subprocess.CompletedProcess[str]:
    """Run lines as one types them into one shell; what sets the environment up anew is only looked at."""
    lines = [re.sub(r"^make ", "make --dry-run ", line) for line in script.split("\n")]
    told = [f'nbgrader() {{ {nbgrader()} "$@"; }}', "trap 'echo \"FAILED: $BASH_COMMAND\" >&2' ERR", "set -e"]
    command = ["bash", "-c", "\n".join([*told, *lines])]
    variables = environment(course, home)
    return subprocess.run(command, cwd=course, env=variables, capture_output=True, text=True, timeout=SECONDS, check=False)


def rows(course: Path) -> dict[str, dict[str, str]]:
    """Return the rows of grades.csv that are about the assignment."""
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: row for row in csv.DictReader(file) if row["assignment"] == ASSIGNMENT}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A fresh copy of the course."""
    if not (Path(sys.prefix) / "bin" / "activate").is_file():
        pytest.skip("this Python is no virtual environment: there is nothing to activate")
    return fresh_copy(tmp_path)


def typed(page: str, *languages: str) -> list[str]:
    """Return the commands of a page's blocks as one types them, without the remarks behind them."""
    lines = "\n".join(blocks(page, *languages)).split("\n")
    return [command for line in lines if (command := line.partition("#")[0].strip())]


def after_the_guide(readme: list[str], guide: list[str]) -> list[str]:
    """Return the README's commands that the guide does not have; the others stand there in the same order."""
    shared, rest = [line for line in readme if line in guide], iter(guide)
    assert all(line in rest for line in shared), "the README's commands stand in another order than the guide's"
    return [line for line in readme if line not in shared]


def test_guide_and_readme_lead_to_feedback_and_grades(course: Path, tmp_path: Path) -> None:
    """Typed as they stand, the guide's lines end with feedback and grades, and README's others with a page about the class.

    There are three students: by the exchange, by name on a shared account, and from an LMS.
    """
    (course / "submission.ipynb").write_text(notebook("good"), encoding="utf-8")  # what CI grades
    archive = course / "downloaded" / ASSIGNMENT / "archive"
    archive.mkdir(parents=True)
    (archive / f"doejane_LATE_12345_67890_{ASSIGNMENT}-1.ipynb").write_text(notebook("good"), encoding="utf-8")
    after = after_the_guide(typed(README, "", "sh"), typed(GUIDE, "sh"))
    lines = [*blocks(GUIDE, "sh"), f"nbgrader autograde {ASSIGNMENT}", "nbgrader export", *after]
    done = play(course, tmp_path / "home", "\n".join(lines))
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr
    found = rows(course)
    assert {"alice", "doejane"} < set(found) and len(found) == 3
    assert {row["max_score"] for row in found.values()} == {"25.0"} and found["doejane"]["score"] == "25.0"
    assert {row["status"] for row in found.values()} == {"graded"}
    assert list((course / ASSIGNMENT / "feedback").glob("*/*.html"))
    assert list((course / "exchange").glob("*/feedback/*.html")) and list((course / "feedback").glob(f"*/{ASSIGNMENT}/*.html"))
    assert (course / "reports" / f"{ASSIGNMENT}.html").is_file() and (course / "junit.xml").is_file()


@pytest.mark.parametrize("block", blocks(GUIDE, "python"))
def test_settings_of_the_guide_can_be_pasted(tmp_path: Path, block: str) -> None:
    """A block of settings, put at the end of nbgrader_config.py, is read without complaint and takes effect."""
    text = (KIT.root / "nbgrader_config.py").read_text(encoding="utf-8").replace("__file__", repr(str(tmp_path / "x.py")))
    (tmp_path / "nbgrader_config.py").write_text(f"{text}\n{block}", encoding="utf-8")
    config = PyFileConfigLoader("nbgrader_config.py", path=str(tmp_path)).load_config()
    for section, name, value in re.findall(r'^c\.(\w+)\.(\w+) = r?"(.*)"', block, re.MULTILINE):
        assert config[section][name] == value
