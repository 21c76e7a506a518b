"""The trust line stands in the source: who may import what, who says on which side it is, and what no one may use."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from autograder.worker.zygote import PACKAGE

SANDBOX = PACKAGE / "sandbox"
UNTRUSTED_MAY_IMPORT = {"numpy", "IPython", "matplotlib", "msgpack", "traitlets"}
SIDES = ("trusted side", "untrusted side", "both sides")
STUDENTS_READ_THESE = ("handout",)  # the students' own helpers: they stand on no side of ours
MODULES = sorted(
    path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts and not set(STUDENTS_READ_THESE) & set(path.parts)
)
CODE = [path for path in MODULES if path.name not in ("mistakes.py", "variants.py") and not path.name.startswith("test_")]
TRUSTED = [path for path in CODE if not path.is_relative_to(SANDBOX)]
EXECUTES_WHAT_IT_READS = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "msgpack_numpy"}
RUNS_THE_KITS_OWN_CODE = {  # in the judge's process, and never a submission's
    "bank.py",  # the reference solution, the known mistakes and variants
    "measure_session.py",  # the same, as if they were submissions
    "mutation.py",  # compiles changed reference solutions, to see whether they are Python
}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def _imports(path: Path) -> set[str]:
    """Return the full names of the modules that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", sorted(SANDBOX.glob("*.py")), ids=_name)
def test_the_untrusted_side_imports_little(path: Path) -> None:
    """A sandbox module imports its neighbours, the standard library and five libraries, and nothing else."""
    for name in _imports(path):
        top = name.partition(".")[0]
        allowed = top in sys.stdlib_module_names or top in UNTRUSTED_MAY_IMPORT or name.startswith("autograder.sandbox")
        assert allowed, f"{_name(path)} imports {name}"


def test_the_package_itself_says_nothing() -> None:
    """`autograder/__init__.py`, which every worker can read, imports nothing."""
    assert _imports(PACKAGE / "__init__.py") == set()


@pytest.mark.parametrize("path", [path for path in CODE if path.read_text().strip()], ids=_name)
def test_every_module_names_its_side(path: Path) -> None:
    """A module's docstring begins with a sentence, and says on which side of the trust line it stands."""
    text = ast.get_docstring(_tree(path)) or ""
    assert any(side in text.replace("\n", " ") for side in SIDES), f"{_name(path)} names no side"


@pytest.mark.parametrize("path", sorted(SANDBOX.glob("*.py")), ids=_name)
def test_a_sandbox_module_is_not_called_trusted(path: Path) -> None:
    """Nothing that a student can read and change claims to be trusted."""
    text = (ast.get_docstring(_tree(path)) or "").replace("untrusted", "")
    assert "trusted side" not in text


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_no_module_unpickles(path: Path) -> None:
    """No module, on either side, imports anything that executes what it reads."""
    tops = {name.partition(".")[0] for name in _imports(path)}
    assert not tops & EXECUTES_WHAT_IT_READS


@pytest.mark.parametrize("path", CODE, ids=_name)
def test_numpy_loads_no_pickles(path: Path) -> None:
    """`allow_pickle` is never switched on, and no array is loaded from a file without saying so."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.keyword):
            assert node.arg != "allow_pickle" or (isinstance(node.value, ast.Constant) and node.value.value is False)


@pytest.mark.parametrize("path", [path for path in TRUSTED if path.name not in RUNS_THE_KITS_OWN_CODE], ids=_name)
def test_no_trusted_module_executes_text(path: Path) -> None:
    """The trusted side has no eval, exec or compile but where it runs the kit's own reference solutions and bank."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in ("eval", "exec", "compile", "__import__"), f"{_name(path)}:{node.lineno}"


@pytest.mark.parametrize("path", TRUSTED, ids=_name)
def test_the_trusted_side_never_runs_the_worker(path: Path) -> None:
    """Of the sandbox, the trusted side imports what checks and sends; the worker, its shell and the zygote run elsewhere."""
    found = _imports(path)
    for module in ("worker", "shell", "zygote", "jail"):
        assert not any(name.startswith(f"autograder.sandbox.{module}") for name in found), f"{_name(path)} imports {module}"


def test_nothing_is_sent_to_a_shell() -> None:
    """No module starts a program through a shell."""
    for path in CODE:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.keyword) and node.arg == "shell":
                assert isinstance(node.value, ast.Name | ast.Attribute), f"{_name(path)}:{node.value.lineno}"
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                assert node.attr not in ("system", "popen"), f"{_name(path)}:{node.lineno}"


@pytest.mark.parametrize("name", ["session.py", "student.py", "engine.py", "submission.py", "canonical.py"])
def test_what_handles_a_submission_cannot_reach_what_executes(name: str) -> None:
    """The modules that hold a student's text or answers import none of the modules that execute text."""
    modules = {f"autograder.{path.removesuffix('.py')}" for path in RUNS_THE_KITS_OWN_CODE}
    assert not any(found.startswith(module) for found in _imports(PACKAGE / name) for module in modules)


def test_the_wire_is_shared_and_pure() -> None:
    """The one module that both sides run imports only msgpack, NumPy and the plainest of the standard library."""
    tops = {name.partition(".")[0] for name in _imports(SANDBOX / "wire.py")}
    assert tops <= {"__future__", "struct", "collections", "dataclasses", "typing", "msgpack", "numpy"}
