"""Notebooks for the tests of the student's page: a student's like any other, and one that tries everything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ASSIGNMENT = "one_hidden_layer"
HOSTILE_NAME = "\"'><img src=x onerror=alert(1)><script>alert(2)<\\script>\u202e{{ 7*7 }}"

HOSTILE_MARKDOWN = r"""
<script>alert('markdown')</script> <img src=x onerror="alert('img')"> <svg onload=alert(1)>

[click](javascript:alert('link')) [data](data:text/html,<script>alert(1)</script>) <javascript:alert(1)>
[tab](java&#09;script:alert(1)) ![pixel](https://tracker.example/pixel.png) ![x](x" onerror="alert(1))
[ok](https://example.org/"onmouseover="alert(1)) `<b>code</b>` $x<script>alert('tex')</script>$

$$</p><script>alert('block')</script>$$

<div style="position:fixed;inset:0;background:red">covered</div>

| <img src=x onerror=alert(1)> | |
|:--|--:|
| <iframe srcdoc="<script>parent.alert(1)</script>"></iframe> | 1 |

```html"><script>alert('fence')</script>
</code></pre><script>alert('code')</script>
```

<style>body { display: none }</style><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
"""

HOSTILE_CODE = """
# </code></pre><script>alert('source')</script> <!-- \u202e
print("</pre><script>alert('printed')</script>\\x1b[31mred\\x1b[0m\\x00 10%\\r 99%")
from IPython.display import HTML, SVG, display
display(HTML("<script>alert('html')</script>"))
class Value:
    def __repr__(self):
        return "</pre><img src=x onerror=alert('repr')>"
Value()
"""

HOSTILE_ERROR = (
    """raise type("</pre><script>alert('type')</script>", (Exception,), {})("</pre><script>alert('raised')</script>")"""
)

OWN_CODE = """tries = [compute_cost(np.array([[p]]), np.array([[1]])) for p in (0.2, 0.5, 0.9)]
print("tries:", len(tries))
_ = plt.plot((0.2, 0.5, 0.9), tries)"""


def released(assignment: str = ASSIGNMENT) -> dict[str, Any]:
    """Return the released notebook."""
    path = ROOT / "release" / assignment / f"{assignment}.ipynb"
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def grade_id(cell: dict[str, Any]) -> str | None:
    """Return a cell's grade_id."""
    name: str | None = cell["metadata"].get("nbgrader", {}).get("grade_id")
    return name


def cell(kind: str, source: str) -> dict[str, Any]:
    """Return a cell of the student's own."""
    made: dict[str, Any] = {"cell_type": kind, "metadata": {}, "source": source}
    return made | ({"outputs": [], "execution_count": None} if kind == "code" else {})


def insert_after(notebook: dict[str, Any], name: str, *cells: dict[str, Any]) -> None:
    """Put cells behind the one with this grade_id."""
    position = next(index for index, one in enumerate(notebook["cells"]) if grade_id(one) == name)
    notebook["cells"][position + 1 : position + 1] = cells


def answer(notebook: dict[str, Any], name: str, source: str) -> None:
    """Write into the cell with this grade_id."""
    next(one for one in notebook["cells"] if grade_id(one) == name)["source"] = source


def write(notebook: dict[str, Any], path: Path) -> Path:
    """Write a notebook file; half characters go in as JSON escapes, as they would come."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="ascii")
    return path


def typical(path: Path) -> Path:
    """Write the typical student's notebook: three mistakes, one exercise not begun, cells of their own, an answer in words."""
    from autograder.demo.assemble import assemble

    answers = ROOT / "tests" / "submissions" / ASSIGNMENT / "typical.py"
    notebook = json.loads(assemble(ROOT / "release" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", answers))
    stubs = {grade_id(one): "".join(one["source"]) for one in released()["cells"]}
    answer(notebook, "nn_model_solution", stubs["nn_model_solution"])
    answer(
        notebook,
        "predict_boundary",
        "About **80%**, where $Z = 0$:\n\n| guess | truth |\n|---|---|\n| 80 | ? |\n\n### So\n\n- a\n- b",
    )
    insert_after(notebook, "compute_cost", cell("code", OWN_CODE), cell("markdown", "My note: the cost falls."))
    insert_after(notebook, "backward_propagation", cell("code", "1 / 0"))
    return write(notebook, path)


def hostile(path: Path) -> Path:
    """Write a notebook whose every text tries to get out of its place on the page."""
    notebook = released()
    answer(notebook, "predict_boundary", HOSTILE_MARKDOWN)
    answer(notebook, "layer_sizes_solution", f"def layer_sizes(X, Y, n_h=4):\n    {HOSTILE_ERROR}\n")
    answer(notebook, "p0_quiz_solution", HOSTILE_ERROR)
    insert_after(
        notebook, "layer_sizes", cell("code", HOSTILE_CODE), cell("markdown", HOSTILE_MARKDOWN), cell("code", "x = '\ud800'")
    )
    return write(notebook, path)
