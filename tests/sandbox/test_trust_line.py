"""The trust line stands in the source: who may import what, who says on which side it is, and what no one may use."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from autograder.worker.zygote import PACKAGE

SANDBOX = PACKAGE / "sandbox"
UNTRUSTED_MAY_IMPORT = {"numpy", "IPython", "matplotlib", "msgpack", "traitlets"}
SIDES = ("trusted side", "untrusted side", "both sides")
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)
TRUSTED = [path for path in MODULES if not path.is_relative_to(SANDBOX)]
EXECUTES_WHAT_IT_READS = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal", "msgpack_numpy"}
RUNS_THE_KITS_OWN_CODE = {  # in the judge's process, and never a submission's
    "course/bank.py",  # the reference solution, the known mistakes and variants
    "gate/held_out_session.py",  # the same, as if they were submissions
    "gate/mutants.py",  # compiles changed reference solutions, to see whether they are Python
    "gate/handout_callables.py",  # what factories of the handout return
}
ROOT_MODULES = ("errors", "result", "whole_file")  # what every package shares
LAYERS = (  # each package may import the ones before it, and none behind it
    "testing", "sandbox", "worker", "course", "language", "submission", "judge", "diagnosis", "grading", "term", "report",
    "similarity",
    "class_report", "nbgrader_plugin", "lms", "packaging", "gate", "doctor", "simulation", "scaffold", "commands", "demo",
)  # fmt: skip


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
    return path.relative_to(PACKAGE).as_posix()


def _layer(name: str) -> int | None:
    """Return the layer of an import of ours: its package's place, -1 for what every package shares, None for a library."""
    parts = name.split(".")
    if parts[0] != "autograder":
        return None
    return LAYERS.index(parts[1]) if len(parts) > 1 and parts[1] in LAYERS else -1


def _calls(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, node.func.id


def test_data_flows_one_way() -> None:
    """A package imports only what lies below it, in the order in which a submission becomes a grade and a grade a page."""
    found = []
    for path in MODULES:
        here = path.relative_to(PACKAGE).parts[0]
        if here not in LAYERS:
            continue  # cli.py and __main__.py stand above all
        found += [f"{_name(path)} imports {name}" for name in _imports(path) if (_layer(name) or 0) > LAYERS.index(here)]
    assert found == []


def test_nothing_stands_in_the_root_but_what_everything_shares() -> None:
    """Every module lies in a package that has its place in the layers."""
    assert {path.stem for path in PACKAGE.glob("*.py")} == {"__init__", "__main__", "cli", *ROOT_MODULES}
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(LAYERS)
    for name in ROOT_MODULES:
        assert {_layer(imported) for imported in _imports(PACKAGE / f"{name}.py")} <= {None, -1, LAYERS.index("testing")}, name


def test_the_untrusted_side_imports_little() -> None:
    """A sandbox module imports its neighbours, the standard library and five libraries, and nothing else."""
    for path in SANDBOX.glob("*.py"):
        for name in _imports(path):
            top = name.partition(".")[0]
            allowed = top in sys.stdlib_module_names or top in UNTRUSTED_MAY_IMPORT or name.startswith("autograder.sandbox")
            assert allowed, f"{_name(path)} imports {name}"


def test_the_package_itself_says_nothing() -> None:
    """`autograder/__init__.py`, which every worker can read, imports nothing."""
    assert _imports(PACKAGE / "__init__.py") == set()


def test_every_module_names_its_side() -> None:
    """A module's docstring begins with a sentence, and says on which side of the trust line it stands."""
    silent = []
    for path in MODULES:
        text = (ast.get_docstring(_tree(path)) or "").replace("\n", " ")
        silent += [_name(path)] if path.read_text().strip() and not any(side in text for side in SIDES) else []
    assert silent == []


def test_no_sandbox_module_is_called_trusted() -> None:
    """Nothing that a student can read and change claims to be trusted."""
    for path in SANDBOX.glob("*.py"):
        text = (ast.get_docstring(_tree(path)) or "").replace("untrusted", "")
        assert "trusted side" not in text, _name(path)


def test_no_module_unpickles() -> None:
    """No module, on either side, imports anything that executes what it reads, and no array is loaded with its pickles."""
    for path in MODULES:
        assert not {name.partition(".")[0] for name in _imports(path)} & EXECUTES_WHAT_IT_READS, _name(path)
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
                assert isinstance(node.value, ast.Constant) and node.value.value is False, f"{_name(path)}:{node.value.lineno}"


def test_no_trusted_module_executes_text() -> None:
    """The trusted side has no eval, exec or compile but where it runs the kit's own reference solutions and bank."""
    assert {_name(path) for path in MODULES} >= RUNS_THE_KITS_OWN_CODE
    for path in TRUSTED:
        executing = [line for line, name in _calls(path) if name in ("eval", "exec", "compile", "__import__")]
        assert not executing or _name(path) in RUNS_THE_KITS_OWN_CODE, f"{_name(path)}: lines {executing}"


def test_the_trusted_side_never_runs_the_worker() -> None:
    """Of the sandbox, the trusted side imports what checks and sends; the worker, its shell and the zygote run elsewhere."""
    for path in TRUSTED:
        for name in _imports(path):
            assert not name.startswith(
                tuple(f"autograder.sandbox.{module}" for module in ("worker", "shell", "zygote", "jail"))
            ), f"{_name(path)} imports {name}"


def test_nothing_is_sent_to_a_shell() -> None:
    """No module starts a program through a shell."""
    for path in MODULES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.keyword) and node.arg == "shell":
                assert isinstance(node.value, ast.Name | ast.Attribute), f"{_name(path)}:{node.value.lineno}"
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
                assert node.attr not in ("system", "popen"), f"{_name(path)}:{node.lineno}"


def test_what_handles_a_submission_cannot_reach_what_executes() -> None:
    """What holds a student's text, or the answers of a worker, imports none of what executes text."""
    modules = tuple(f"autograder.{path.removesuffix('.py').replace('/', '.')}" for path in RUNS_THE_KITS_OWN_CODE)
    handles = [path for path in MODULES if path.relative_to(PACKAGE).parts[0] in ("worker", "submission")]
    handles.append(PACKAGE / "judge" / "proxy.py")
    for path in handles:
        reached = [name for name in _imports(path) if name.startswith(modules)]
        assert not reached, f"{_name(path)} imports {reached}"


def test_the_wire_is_shared_and_pure() -> None:
    """What both sides run of it imports only msgpack, NumPy and the plainest of the standard library."""
    plain = {
        "__future__",
        "struct",
        "collections",
        "dataclasses",
        "typing",
        "types",
        "decimal",
        "fractions",
        "msgpack",
        "numpy",
    }
    assert {name.partition(".")[0] for name in _imports(SANDBOX / "plain.py")} <= plain
    for path in SANDBOX.glob("wire*.py"):
        others = {
            name for name in _imports(path) if not name.startswith(("autograder.sandbox.plain", "autograder.sandbox.wire_"))
        }
        assert {name.partition(".")[0] for name in others} <= plain, path
