"""What is said of names costs no more than reading them, however long and many a student makes them."""

from __future__ import annotations

import ast
import difflib

import pytest

from autograder.submission import names
from autograder.submission.first_use import too_early


def test_a_name_as_long_as_a_text_is_no_slip_of_the_finger(monkeypatch: pytest.MonkeyPatch) -> None:
    """Comparing two names takes the square of their letters: long ones, and too many, are compared with nothing."""
    compared: list[int] = []
    close = difflib.get_close_matches

    def watched(name: str, others: list[str], *rest: int, **options: float) -> list[str]:
        compared.append(sum(len(name) * len(one) for one in others))
        return close(name, others, *rest, **options)

    monkeypatch.setattr(difflib, "get_close_matches", watched)
    text = "nam" * 20_000
    assert names.near(f"{text}x", [f"{text}y", f"{text}z"]) is None
    assert names.near("learnin_rate", [text, "learning_rate"]) == "learning_rate"
    names.near("learnin_rate", [f"other_{number}" for number in range(100_000)])
    assert max(compared) <= names.MAX_KNOWN * names.MAX_NAME**2


def test_every_variable_of_a_function_is_looked_for_in_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first use of each is found by going through the function once, not once a variable."""
    lines = "".join(f"    print(v{number})\n    v{number} = 1\n    w{number} = 2\n" for number in range(200))
    (function,) = ast.parse(f"def f(x):\n{lines}").body
    visited: list[ast.AST] = []
    children = ast.iter_child_nodes
    monkeypatch.setattr(ast, "iter_child_nodes", lambda node: visited.append(node) or children(node))
    assert too_early(function) == {f"v{number}": 2 + 3 * number for number in range(200)}
    assert len(visited) < 10 * 600
