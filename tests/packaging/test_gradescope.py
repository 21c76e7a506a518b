"""The zip for Gradescope, unpacked and run as Gradescope does: its directories, its metadata, its results.json."""

from __future__ import annotations

import ast
import json
import shutil
import stat
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.model import find_course
from autograder.demo.assemble import assemble

pytestmark = pytest.mark.long

KIT = find_course(Path(__file__).parent)
ASSIGNMENT = "one_hidden_layer"
SHIPPED = KIT.root / "tests" / "submissions" / ASSIGNMENT
VERDICT = tomllib.loads((SHIPPED / "verdicts.toml").read_text(encoding="utf-8"))["typical"]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Gradescope's /autograder: the zip unpacked in source/, the program beside it, and this environment as the one set up."""
    root = tmp_path_factory.mktemp("autograder")
    made = CliRunner().invoke(main, ["gradescope", ASSIGNMENT, "--course", str(KIT.root), "-o", str(root / "a.zip"),
                                     "--visibility", "after_due_date"])  # fmt: skip
    assert made.exit_code == 0 and "25 autograder points" in made.output
    with zipfile.ZipFile(root / "a.zip") as file:
        for entry in file.infolist():
            path = Path(file.extract(entry, root / "source"))
            path.chmod(stat.S_IMODE(entry.external_attr >> 16))
    shutil.copy(root / "source" / "run_autograder", root / "run_autograder")
    (root / "venv").symlink_to(sys.prefix)
    (root / "results").mkdir()
    yield root
    shutil.rmtree(root)


def run(
    root: Path, files: dict[str, str], metadata: str | None = None
) -> tuple[subprocess.CompletedProcess[str], dict[str, Any]]:
    """Hand in files and run the autograder; return what it said and results.json."""
    shutil.rmtree(root / "submission", ignore_errors=True)
    (root / "results" / "results.json").unlink(missing_ok=True)
    for name, text in files.items():
        (root / "submission" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "submission" / name).write_text(text, encoding="utf-8")
    (root / "submission").mkdir(exist_ok=True)
    (root / "submission_metadata.json").write_text(metadata or json.dumps({"users": [{"email": "jane@uni.edu"}]}))
    done = subprocess.run(
        [root / "run_autograder"],
        cwd="/",
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    results = root / "results" / "results.json"
    return done, json.loads(results.read_text(encoding="utf-8")) if results.is_file() else {}


def test_a_submission_gets_its_verdict_under_any_name(root: Path) -> None:
    """Scores, maximum, hints and visibility are Gradescope's own keys; a renamed file in a folder is found."""
    notebook = assemble(KIT.release(ASSIGNMENT), SHIPPED / "typical.py")
    done, results = run(root, {"hw/final (2).ipynb": notebook, "json.py": "raise SystemExit(1)", "timestamp.txt": "1999"})
    assert done.returncode == 0 and "jane@uni.edu: 16.7482 of 25" in done.stdout, done.stderr
    assert results["score"] == pytest.approx(VERDICT["score"], abs=1e-4) and results["stdout_visibility"] == "hidden"
    tests = {one["name"]: one for one in results["tests"]}
    assert {name: one["score"] for name, one in tests.items()} == pytest.approx(VERDICT["points"], abs=1e-4)
    assert sum(one["max_score"] for one in tests.values()) == 25.0
    assert all(one["visibility"] == "after_due_date" and one["status"] in ("passed", "failed") for one in tests.values())
    hints = [reason["hint"] for reason in VERDICT["lost"].values() if "hint" in reason]
    assert hints and all(any(hint in one["output"] for one in tests.values()) for hint in hints)


@pytest.mark.parametrize(
    "files", [{}, {"essay.txt": "hello"}, {f"{ASSIGNMENT}.ipynb": "{broken"}], ids=["nothing", "text", "broken"]
)
def test_whatever_is_handed_in_has_a_result(root: Path, files: dict[str, str]) -> None:
    """No file, another kind of file and a broken one get 0 and a sentence, also where the metadata are no JSON."""
    done, results = run(root, files, metadata="{")
    assert done.returncode == 0 and results["score"] == 0.0 and results["output"], done.stdout + done.stderr


def test_where_the_kit_fails_nobody_loses_a_point(root: Path) -> None:
    """Without isolation, there is no results.json: Gradescope says that the autograder failed, and the instructor reads why."""
    settings = root / "source" / "kit" / "gradescope.json"
    before = settings.read_text()
    broken = root / "source" / "kit" / "autograder" / "sandbox" / "zygote.py"
    source = broken.read_text()
    broken.write_text("raise SystemExit(1)\n")
    done, results = run(root, {})
    broken.write_text(source)
    assert done.returncode == 3 and results == {} and "no points were given or taken" in done.stdout
    assert settings.read_text() == before


def test_zip_holds_what_grading_needs_and_no_more(root: Path, tmp_path: Path) -> None:
    """The programs may be run; no other assignment's tests, nothing of nbgrader; the same bytes each time."""
    with zipfile.ZipFile(root / "a.zip") as file:
        names = set(file.namelist())
        pins = file.read("requirements.txt").decode().split()
    assert {"setup.sh", "run_autograder", "requirements.txt", f"kit/course/{ASSIGNMENT}/signatures.py"} <= names
    assert all((root / "source" / name).stat().st_mode & 0o111 for name in ("setup.sh", "run_autograder"))
    assert not [
        name for name in names if "deep_network" in name or "nbgrader_plugin" in name or "variants" in name or "/gate/" in name
    ]
    libraries = {pin.partition("==")[0] for pin in pins}
    assert {"numpy", "pytest", "ipython", "matplotlib", "scikit-learn"} <= libraries and all("==" in pin for pin in pins)
    assert not libraries & {"nbgrader", "jupyter", "jupyterlab", "autograder", "playwright"}
    again = CliRunner().invoke(main, ["gradescope", ASSIGNMENT, "--course", str(KIT.root), "-o", str(tmp_path / "b.zip"),
                                      "--visibility", "after_due_date"])  # fmt: skip
    assert again.exit_code == 0 and (tmp_path / "b.zip").read_bytes() == (root / "a.zip").read_bytes()


def test_zip_holds_every_module_of_ours_that_it_imports(root: Path) -> None:
    """Where nothing of the engine is installed, as on Gradescope, each import of ours finds its file in the zip."""
    kit = root / "source" / "kit"
    assert (kit / "autograder" / "packaging" / "gradescope_run.py").is_file()
    for path in kit.glob("autograder/**/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("autograder."):
                base = kit.joinpath(*str(node.module).split("."))
                assert base.with_suffix(".py").is_file() or (base / "__init__.py").is_file(), f"{path.name}: {node.module}"
