"""Pages that are followed literally in a fresh clone: their commands run, and print what is shown. `make docs` plays them."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from ..authoring.page import Commands, missing_line, read_page, run
from ..nbgrader.clone import environment, fresh_copy
from ..nbgrader.test_documented_loop import play
from .pages import ROOT, blocks, text_of

pytestmark = pytest.mark.skipif(not os.environ.get("AUTOGRADER_DOCS"), reason="takes a minute: `make docs` plays it")


def test_five_minutes_lead_to_a_graded_class(tmp_path: Path) -> None:
    """docs/start.md, block by block: what it says is printed is printed."""
    course = fresh_copy(tmp_path)
    variables = environment(course, tmp_path / "home") | {"COLUMNS": "120"}
    for step in read_page(text_of(ROOT / "docs" / "start.md")):
        assert isinstance(step, Commands)
        step = Commands(step.line, step.text.replace("make setup", "make --dry-run setup"), step.code, step.printed)
        _, done = run(step, course, variables)
        assert done.returncode == step.code, f"{step.text}\n{done.stdout[-2000:]}"
        assert missing_line(step.printed, done.stdout) is None
    assert (course / "build" / "class" / "reports" / "neuron_activations.html").is_file()
    assert "If every example appeared twice" in (course / "build" / "page.html").read_text(encoding="utf-8")


def test_the_next_term_begins_with_nothing_of_the_last(tmp_path: Path) -> None:
    """docs/next-term.md: the clone is in a private repository, students' one holds releases alone, and the term is put away."""
    course, home = fresh_copy(tmp_path), tmp_path / "home"
    variables, school = environment(course, home), tmp_path / "school"
    for name in ("neural-networks-staff", "neural-networks"):
        subprocess.run(["git", "init", "--quiet", "--bare", str(school / f"{name}.git")], check=True)
    rewritten = f'[user]\nname = ada\nemail = a@b.c\n[url "{school}/"]\ninsteadOf = git@github.com:YOUR-SCHOOL/\n'
    (home / ".gitconfig").write_text(rewritten, encoding="utf-8")
    begun = "git init -q -b main\ngit add -A\ngit commit -qm kit\ngit remote add origin /nowhere\n"
    made = "mkdir -p submitted/a autograded feedback .autograder exchange\ntouch gradebook.db .autograder/secret\n"
    first, *others = blocks(text_of(ROOT / "docs" / "next-term.md"), "sh")
    done = play(course, home, begun + first + "\n".join([others[0], made, *others[1:]]))
    assert done.returncode == 0, done.stderr[-2000:]
    files = subprocess.run(
        ["git", "ls-tree", "-r", "--name-only", "main"], cwd=school / "neural-networks.git", env=variables, capture_output=True,
        text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert "one_hidden_layer/one_hidden_layer.ipynb" in files and not [
        name for name in files if name.startswith(("course", "sol"))
    ]
    assert (course / "archive" / "2026" / ".autograder" / "secret").is_file() and not (course / "submitted").exists()
    assert list((course / "exchange").glob("*/outbound/one_hidden_layer"))
