"""The command's exit codes and its JSON, and the call in a real kernel."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jupyter_client.manager import KernelManager

from autograder.cli import main

from .notebooks import COURSE, Document, add, cell, save, solved

NAME = "neuron_activations"


def precheck(path: Path, *options: str) -> tuple[int, str]:
    """Call the command."""
    result = CliRunner(env={"COLUMNS": "400"}).invoke(main, ["precheck", str(path), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.output


def handed_out(folder: Path, document: Document, name: str = NAME) -> Path:
    """A student's folder: the notebook with the `lesson` beside it."""
    shutil.copytree(COURSE.release(name).parent / "lesson", folder / "lesson")
    return save(folder, document, f"{name}.ipynb")


def test_a_solved_notebook_exits_with_0_and_stays_as_it_is(tmp_path: Path) -> None:
    """Nothing to mend, in words without colours; not a byte of the folder changes."""
    path = handed_out(tmp_path, solved())
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    code, output = precheck(path)
    assert (code, "nothing to mend" in output, "\x1b" in output) == (0, True, False)
    assert before == {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}


def test_troubles_exit_with_1_and_are_told_in_json(tmp_path: Path) -> None:
    """Every finding has its keys; a copied name is among them."""
    document = solved()
    add("import pandas")(document)
    shutil.copytree(COURSE.release(NAME).parent / "lesson", tmp_path / "lesson")
    code, output = precheck(save(tmp_path, document, "copy.ipynb"), "--no-run", "--json")
    report = json.loads(output)
    assert code == 1 and report["assignment"] == NAME and report["nothing_to_mend"] is False
    assert {"module", "file-name"} <= {one["kind"] for one in report["findings"]}
    assert all(set(one) == {"kind", "level", "where", "what", "remedy", "cell", "line"} for one in report["findings"])


def test_a_submission_alone_is_enough(tmp_path: Path) -> None:
    """With neither a course nor `lesson` beside it, the notebook is recognised, or its own marks are used."""
    document = solved()
    cell(document, "relu_solution")["cell_type"] = "markdown"
    code, output = precheck(save(tmp_path, document, f"{NAME}.ipynb"), "--no-run")
    assert code == 1 and "markdown cell" in " ".join(output.split())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"), (b"  \n", "empty"), (b"PK\x03\x04rest", "zip archive"), (b"<!DOCTYPE html><html></html>", "web page"),
        (b'{\n "cells": [\n  {"cell_type": }\n]}', "line 3"), (b'{\n "cells": [', "line 2"), (b"[]", "no list of cells"),
        (b'{\n<<<<<<< HEAD\n "a": 1\n=======\n}', "Line 2 holds a merge conflict"), (b'{"cells": []}', "format 4"),
        (b'{"nbformat": 4, "cells": []}', "no cells"), (b'{"worksheets": [], "nbformat": 3}', "current Jupyter"),
        (b'{"nbformat": 4,\n "cells": "\xff"}', "Line 2 is not UTF-8"), (b"[" * 100_000, "nested"), (b"%PDF-1.7", "PDF"),
    ],
)  # fmt: skip
def test_an_unreadable_file_exits_with_2_and_says_what_it_is(data: bytes, words: str, tmp_path: Path) -> None:
    """The sentence names the line where there is one, and a remedy."""
    path = tmp_path / f"{NAME}.ipynb"
    path.write_bytes(data)
    code, output = precheck(path)
    assert code == 2 and words in output


def test_a_file_that_is_not_there_exits_with_2_and_names_what_is(tmp_path: Path) -> None:
    """A folder, too, is no notebook."""
    save(tmp_path, solved(), "other.ipynb")
    code, output = precheck(tmp_path / f"{NAME}.ipynb")
    assert code == 2 and "other.ipynb" in output
    assert precheck(tmp_path)[0] == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_python_file_is_looked_at_by_its_functions(encoding: str, tmp_path: Path) -> None:
    """Whatever the encoding; what is missing is told by name."""
    path = tmp_path / "mine.py"
    path.write_bytes("import numpy as np\n\n\ndef relu(z):\n    return np.maximum(0, zz)\n".encode(encoding))
    code, output = precheck(path, "--no-run")
    assert code == 1 and "relu uses the name zz" in " ".join(output.split()) and "sigmoid" in output


def test_odd_cells_never_stop_it(tmp_path: Path) -> None:
    """Cells of no kind, texts that are no texts, and metadata of any type."""
    document: dict[str, Any] = solved()
    document["cells"] += [None, 3, {}, {"cell_type": "code"}, {"cell_type": "code", "source": 3, "metadata": []}]
    document["cells"] += [
        {"cell_type": "code", "source": ["a", 1], "metadata": {"nbgrader": {"grade_id": [], "points": "x"}, "tags": 1}}
    ]
    code, output = precheck(save(tmp_path, document, f"{NAME}.ipynb"), "--no-run")
    assert code in (0, 1) and "Traceback" not in output


def ask(folder: Path, *sources: str) -> str:
    """Run cells in a real kernel started in a folder, and return what they show."""
    manager = KernelManager()
    manager.start_kernel(cwd=str(folder))
    shown: list[str] = []
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=120)
        for source in sources:
            client.execute_interactive(source, store_history=True, timeout=240, output_hook=lambda m: shown.append(_text(m)))
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return "\n".join(shown)


def _text(message: dict[str, Any]) -> str:
    content = message["content"]
    return str(content.get("text") or content.get("data", {}).get("text/plain") or content.get("traceback") or "")


CALL = "from lesson.precheck import precheck\n\nprecheck({})"


def test_the_last_cell_says_the_same_in_a_real_kernel(tmp_path: Path) -> None:
    """The file is found in the folder; a version that was run and is not in the file is told; nothing is written."""
    document = solved()
    path = handed_out(tmp_path, document)
    before = path.read_bytes()
    source = "".join(cell(document, "relu_solution")["source"])
    shown = ask(tmp_path, "".join(cell(document, "setup")["source"]), source + "\n# a later thought", CALL.format(""))
    assert "another version of relu" in shown and "A fresh run from top to bottom works" in shown
    assert path.read_bytes() == before


def test_without_a_file_it_looks_at_what_was_run(tmp_path: Path) -> None:
    """A note says so, and answers that were not run are named."""
    handed_out(tmp_path, solved()).unlink()
    shown = ask(
        tmp_path,
        "import numpy as np",
        "def relu(z):\n    return zz\n\n\ndef relu_derivative(z):\n    return z",
        CALL.format("run=False"),
    )
    assert "file was not found" in shown and "sigmoid_solution" in shown and "relu uses the name zz" in shown


def test_a_name_that_only_the_kernel_remembers_is_told(tmp_path: Path) -> None:
    """A cell that is gone has left its name behind."""
    document = solved()
    add("def double(z):\n    return steepness * z")(document)
    handed_out(tmp_path, document)
    shown = ask(tmp_path, "steepness = 2", "def double(z):\n    return steepness * z", CALL.format("run=False"))
    assert "still remembers it" in shown


def test_a_broken_file_is_told_in_the_notebook(tmp_path: Path) -> None:
    """VS Code names the file; that it cannot be read is no traceback."""
    path = handed_out(tmp_path, solved())
    path.write_text('{\n "cells": [')
    shown = ask(tmp_path, f"__vsc_ipynb_file__ = {str(path)!r}", CALL.format(""))
    assert "line 2" in shown and "Traceback" not in shown
