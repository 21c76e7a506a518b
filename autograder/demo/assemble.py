"""Makes a student's notebook of the released one and a Python file of answers; trusted side.

The answers are read as text and never run here.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

from autograder.course.model import defined_names
from autograder.errors import UsageError


def assemble(release: Path, answers: Path) -> str:
    """Return the released notebook with each stub replaced by the answers' text, as a student would hand it in.

    A solution cell gets the functions that its stub defines, each with whatever stands above it in the file: comments,
    helpers, statements. What follows the last function goes with it.

    Raises:
        UsageError: the answers define nothing that the notebook asks for.
    """
    notebook = json.loads(release.read_text(encoding="utf-8"))
    wanted = {name: cell for cell in notebook["cells"] if _is_answer(cell) for name in defined_names("".join(cell["source"]))}
    pieces = split_answers(answers.read_text(encoding="utf-8"), set(wanted))
    if not pieces:
        raise UsageError(f"{answers} defines none of the functions that {release.name} asks for: {', '.join(wanted)}.")
    texts: dict[int, list[str]] = {}
    for name, text in pieces.items():
        texts.setdefault(id(wanted[name]), []).append(text)
    for cell in notebook["cells"]:
        if id(cell) in texts:
            cell["source"] = "\n\n\n".join(texts[id(cell)]).splitlines(keepends=True)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def split_answers(text: str, names: set[str]) -> dict[str, str]:
    """Return a Python file in pieces, in the file's order: one for each of these functions, with what stands above it."""
    lines = text.split("\n")
    tree = ast.parse(text)
    body = tree.body[1:] if ast.get_docstring(tree) is not None else tree.body
    start = (tree.body[0].end_lineno or 0) if len(body) < len(tree.body) else 0
    pieces: dict[str, str] = {}
    last = None
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in names:
            end = node.end_lineno or node.lineno
            pieces[node.name] = "\n".join(lines[start:end]).strip("\n")
            start, last = end, node.name
    rest = "\n".join(lines[start:]).strip("\n")
    if last is not None and rest:
        pieces[last] += f"\n\n\n{rest}"
    return pieces


def _is_answer(cell: dict[str, object]) -> bool:
    metadata = cell.get("metadata")
    grading = metadata.get("nbgrader", {}) if isinstance(metadata, dict) else {}
    return cell.get("cell_type") == "code" and bool(grading.get("solution"))
