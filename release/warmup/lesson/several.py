"""Calls that take one of several answers, as in `f(x)[1]`: said plainly where the function has given one thing only.

An array can be indexed too, and so can a dictionary: without a word of its own, an answer of one thing where two were
promised would be blamed for its shape, or for an entry that it lacks.
"""

from __future__ import annotations

import ast
from types import CodeType
from typing import Any

from lesson.compare import NO_RETURN
from lesson.display import count, describe

PICK = "pick one of several"  # no variable can have this name


class NotSeveral(Exception):
    """An answer is not the several values that one is taken of; the text is for the student."""


class _Picks(ast.NodeTransformer):
    """Puts a call of `pick` in the place of `f(...)[k]`, k being a whole number."""

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        called = isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name)
        if called and isinstance(node.slice, ast.Constant) and type(node.slice.value) is int:
            return ast.copy_location(ast.Call(ast.Name(PICK, ast.Load()), [node.value, node.slice], []), node)
        return node


def compiled(tree: ast.Expression, filename: str) -> CodeType:
    """The code of an expression; a function that gives one thing where one of several is taken raises NotSeveral in it."""
    return compile(ast.fix_missing_locations(_Picks().visit(tree)), filename, "eval")


def pick(answer: Any, k: int) -> Any:
    """One of several values.

    Raises:
        NotSeveral: there are none, or not so many.
    """
    if answer is None:
        raise NotSeveral(NO_RETURN)
    if not isinstance(answer, list | tuple):
        what = f"an array of shape {answer.shape}" if getattr(answer, "shape", ()) else describe(answer)
        raise NotSeveral(f"returned {what}, expected several values: what does the docstring promise, and in which order?")
    if not -len(answer) <= k < len(answer):
        raise NotSeveral(f"the answer has fewer values than expected: {count(len(answer), 'value')}")
    return answer[k]
