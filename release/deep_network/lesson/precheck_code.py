"""What runs at home and not while grading: shell lines, modules, files, questions to a person; untrusted side."""

from __future__ import annotations

import ast
import os
import re
import sys
import warnings
from collections.abc import Iterator, Sequence

import numpy as np

from lesson.precheck_expected import Expected
from lesson.precheck_findings import MEND, NOTE, Finding, finding
from lesson.precheck_notebook import Cell
from lesson.precheck_python import TRANSPARENT, Broken, files_written, newer_syntax, parse, parsed, shell_calls

ALWAYS = {"numpy", "IPython", "lesson"} | set(sys.stdlib_module_names)
CUT_OFF = {"subprocess", "socket", "multiprocessing", "urllib", "http", "ftplib", "smtplib", "webbrowser", "tkinter", "turtle"}
HARMLESS = {"config", "precision", "autoreload", "load_ext", "time", "timeit", "whos", "who", *TRANSPARENT}
TYPES = "waits for somebody to type"
ENDS = "ends the run"
PERSON = {
    "input": TYPES, "breakpoint": TYPES, "pdb.set_trace": TYPES, "getpass.getpass": TYPES, "getpass": TYPES,
    "exit": ENDS, "quit": ENDS, "sys.exit": ENDS, "os._exit": ENDS,
}  # fmt: skip
FILES = re.compile(
    r"open|io\.open|os\.(open|listdir|remove|mkdir|makedirs|chdir|rename)|(pd|pandas)\.read_\w+|.*\.(to_csv|savefig|imsave|imread)"
    r"|(np|numpy)\.(load|loadtxt|genfromtxt|fromfile|save|savez|savez_compressed|savetxt|memmap)"
    r"|.*\.(read_text|read_bytes|write_text|write_bytes|tofile)|glob\.glob|shutil\.\w+|(joblib|plt)\.(load|dump|imread)"
)
GONE = {  # what NumPy 2 no longer has, and what says the same
    "float": "float", "int": "int", "bool": "bool", "object": "object", "str": "str", "complex": "complex",
    "float_": "np.float64", "complex_": "np.complex128", "unicode_": "np.str_", "round_": "np.round", "product": "np.prod",
    "cumproduct": "np.cumprod", "alltrue": "np.all", "sometrue": "np.any", "infty": "np.inf", "Inf": "np.inf",
    "Infinity": "np.inf", "NaN": "np.nan", "mat": "np.asmatrix", "asfarray": "np.asarray", "in1d": "np.isin",
    "row_stack": "np.vstack", "trapz": "np.trapezoid",
}  # fmt: skip
STILL_THERE = {"bool", "in1d", "row_stack", "trapz"}  # in some versions of NumPy 2


def check_code(cells: Sequence[Cell], expected: Expected) -> Iterator[Finding]:
    """Check the code that the student wrote; `cells` carry the release's marks."""
    given = [cell for cell in [*expected.cells, *cells] if cell.locked and not cell.solution]
    written = files_written(cell.source for cell in cells if cell.kind == "code")
    allowed = ALWAYS | {name for cell in given for name, _, _ in _imports(parsed(cell.source))}
    allowed |= {name.partition("/")[0].removesuffix(".py") for name in written}
    for cell in cells:
        if cell.kind != "code" or not cell.by_student:
            continue
        tree = parse(cell.source)
        if isinstance(tree, Broken):
            yield _syntax(cell, tree)
            continue
        yield from _shell(cell, tree, written)
        yield from _modules(cell, tree, allowed)
        yield from _calls(cell, tree, written)
        yield from _numpy(cell, tree)
        if newer := newer_syntax(cell.source, tree):
            what = f"{newer[0][0].upper()}{newer[0][1:]}: only Python 3.12 and later can read this line."
            yield finding(
                "newer-syntax", NOTE, cell, what, "The course runs on Python 3.11 too: write it the older way.", newer[1]
            )


def _syntax(cell: Cell, broken: Broken) -> Finding:
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    lines = cell.source.split("\n")
    text = lines[broken.line - 1].strip()[:60] if broken.line and broken.line <= len(lines) else ""
    what = f"Python {version} cannot read this cell: {broken.words}" + (f", at `{text}`." if text else ".")
    remedy = "Look at this line and the one above it: a bracket, a quote, a colon, or the spaces at its start?"
    return finding("syntax", MEND, cell, what, remedy, broken.line)


def _shell(cell: Cell, tree: ast.Module, written: frozenset[str]) -> Iterator[Finding]:
    for call, text, line, used in shell_calls(tree):
        name = text.split(" ")[0] if text else ""
        if (
            name in ("writefile", "file", "run")
            and text.split()[-1].strip("\"'").removeprefix("./") in written
            and not cell.solution
        ):
            continue
        if name.startswith("%"):
            what = f"`%{text[:60]}` works only as the first line of its cell, with nothing above it."
            yield finding("shell", MEND, cell, what, "Move it there, or delete it.", line)
            continue
        if call in ("run_line_magic", "run_cell_magic") and (name in HARMLESS or text.startswith("matplotlib inline")):
            if (call, name) == ("run_cell_magic", "timeit"):
                what = "`%%timeit` runs this cell without keeping what it defines."
                yield finding("shell", MEND if cell.solution else NOTE, cell, what, "Take the line out.", line)
            continue
        sign = {"run_line_magic": "%", "run_cell_magic": "%%"}.get(call, "!")
        shown = f"{sign}{text}".split("\n")[0][:60]
        if call == "run_cell_magic":
            what = f"`{shown}` does not run while grading, and the rest of its cell neither."
            yield finding("shell", MEND if cell.solution else NOTE, cell, what, "Write the cell as plain Python.", line)
        elif used:
            what = f"`{shown}` does not run while grading, and its result is used here."
            yield finding("shell", MEND, cell, what, "Compute it in Python, or write the value down.", line)
        else:
            why = ": nothing is installed, and no shell is there" if call == "system" or name in ("pip", "conda") else ""
            what = f"`{shown}` does not run while grading{why}."
            yield finding("shell", MEND if cell.solution else NOTE, cell, what, "Take the line out before you hand in.", line)


def _modules(cell: Cell, tree: ast.Module, allowed: set[str]) -> Iterator[Finding]:
    for name, line, guarded in _imports(tree):
        if name in allowed and name in CUT_OFF:
            what = f"{name} can be imported, but there is no network, window or second process while grading."
            yield finding("cut-off-module", NOTE, cell, what, "Do without it in what your answers need.", line)
        elif name not in allowed and not guarded:
            own = os.path.exists(f"{name}.py")
            what = f"The module {name} is not there while grading: the cell stops in this line."
            remedy = f"Paste what you need of {name}.py into a cell." if own else f"Do without {name}: {_only(allowed)}."
            yield finding("module", MEND, cell, what, remedy, line)


def _only(allowed: set[str]) -> str:
    others = ", ".join(sorted(allowed - set(sys.stdlib_module_names) - {"IPython"}))
    return f"there are {others} and Python's own modules"


def _imports(tree: ast.Module) -> Iterator[tuple[str, int, bool]]:
    """Yield the modules that are imported: the name, the line, and whether it may fail."""
    tries = [node for node in ast.walk(tree) if isinstance(node, ast.Try)]
    guarded = {id(one) for node in tries for part in node.body for one in ast.walk(part)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno, id(node) in guarded) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or ".").split(".")[0] if not node.level else ".", node.lineno, id(node) in guarded


def _calls(cell: Cell, tree: ast.Module, written: frozenset[str]) -> Iterator[Finding]:
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name | ast.Attribute):
            continue
        name = ast.unparse(node.func)
        if name in own:
            continue
        if name in PERSON:
            what = f"`{name}()` {PERSON[name]}: nobody is there while grading."
            yield finding("asks-a-person", MEND, cell, what, "Take it out, or write the value into the code.", node.lineno)
        elif FILES.fullmatch(name):
            argument = next(
                (one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)), ""
            )
            if argument.removeprefix("./") in written:
                continue
            shown = f'`{name}("{argument[:40]}")`' if argument else f"`{name}(...)`"
            what = f"{shown} uses a file or folder, and there are none while grading: only the notebook is handed in."
            remedy = "Write the numbers into a cell, or take the line out before you hand in."
            yield finding("file", MEND, cell, what, remedy, node.lineno)


def _numpy(cell: Cell, tree: ast.Module) -> Iterator[Finding]:
    """Names that NumPy does not have, old ones above all."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ("np", "numpy")):
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            there = hasattr(np, node.attr)
        if node.attr in GONE and (not there or node.attr not in STILL_THERE):
            what = f"`np.{node.attr}` does not exist in NumPy 2."
            yield finding("numpy-name", MEND, cell, what, f"Write `{GONE[node.attr]}` instead.", node.lineno)
        elif not there:
            what = f"NumPy has nothing called `np.{node.attr}`."
            yield finding("numpy-name", MEND, cell, what, "Is it spelled as you mean it?", node.lineno)
