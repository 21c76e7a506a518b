"""Files that lie beside a submission, or in the folder that a command is run in, are never imported, read or obeyed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine import toy

from . import suite, target

ATTACKS = [one for one in suite.attacks() if one.kind == suite.BESIDE]
ROOT = Path(__file__).resolve().parents[2]
COMMANDS = {
    "the command": [str(Path(sys.executable).parent / "autograder")],
    "the module": [sys.executable, "-m", "autograder"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_stray_files_are_left_alone(tmp_path: Path, command: str) -> None:
    """All of them lie beside the notebook, in the working folder: it is graded as if they did not."""
    course = target.write_target(tmp_path / "course")
    folder = course.root / "submitted" / "mallory" / toy.NAME
    folder.mkdir(parents=True)
    canary = tmp_path / "canary"
    for attack in ATTACKS:
        attack.executed().place(folder, canary)
    (folder / f"{toy.NAME}.ipynb").write_bytes(course.source(toy.NAME).read_bytes())
    before = sorted(path.relative_to(folder) for path in folder.rglob("*"))
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [*COMMANDS[command], "grade", f"{toy.NAME}.ipynb", "--course", str(course.root), "--json", "-"],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert not canary.exists(), canary.read_text()
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["score"] == result["max_score"] > 0
    assert sorted(path.relative_to(folder) for path in folder.rglob("*")) == before
