"""Gives each simulated student a hand of their own: one answer, written in as many ways as a class writes it; trusted side.

The bank alone would have a hundred students hand in the very same text. A hand names variables, names parts of a formula, turns
sums and products round, prefers one spelling of NumPy to another, and comments. What the function computes stays the same.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

_NAMES = (
    "res", "tmp", "out", "val", "total", "avg", "inner", "outer", "left", "right", "part", "term", "prod",
    "diff", "err", "act", "lin", "probs", "scores", "aux", "batch", "n_examples", "samples", "cols", "rows",
    "layer", "hidden", "grad", "delta", "loss", "first", "second", "third", "last", "new", "old", "mat",
    "vec", "num", "den", "ratio", "cur", "prev", "step", "acc", "ans",
)  # fmt: skip
_WORDS = (
    "compute", "the", "first", "then", "average", "over", "all", "examples", "multiply", "weights", "with",
    "inputs", "shape", "should", "be", "one", "column", "per", "example", "add", "bias", "broadcast", "see",
    "section", "formula", "from", "lecture", "careful", "here", "element", "wise", "not", "matrix", "product",
    "divide", "by", "number", "of", "keep", "dims", "slope",
)  # fmt: skip


@dataclass(frozen=True)
class Hand:
    """One student's habits, each a likelihood."""

    seed: str
    names_parts: float
    turns_round: float
    spells: float
    comments: float
    looks_first: float = 0.0

    @classmethod
    def drawn(cls, seed: str) -> Hand:
        """Draw a hand: from those who write everything in one line to those who name each step."""
        dice = random.Random(f"hand {seed}")
        return cls(seed, dice.uniform(0.05, 0.6), dice.uniform(0.0, 0.5), dice.uniform(0.0, 0.9), dice.uniform(0.0, 0.5),
                   dice.uniform(0.0, 0.4))  # fmt: skip


def written_by(hand: Hand, source: str) -> str:
    """Return a cell's functions in this hand; one that does not parse stays as it is."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return source
    dice = random.Random(f"{hand.seed} {source}")
    tree = ast.fix_missing_locations(_Spelling(hand, dice).visit(tree))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            for block in [node, *(one for one in ast.walk(node) if isinstance(one, ast.For | ast.While | ast.If))]:
                block.body = _with_parts_named(block.body, hand, dice)
            _look_first(node, hand, dice)
            rename(node, dice)
    return _commented(ast.unparse(ast.fix_missing_locations(tree)), hand, dice)


def _look_first(function: ast.FunctionDef, hand: Hand, dice: random.Random) -> None:
    """Put a line in front that looks at an argument, as some do everywhere: a shape that is named, or a condition."""
    names = [one.arg for one in function.args.args if one.arg != "self"]
    if not names or dice.random() >= hand.looks_first:
        return
    name, own = dice.choice(names), dice.choice(_NAMES)
    shape, condition = f"{own} = getattr({name}, 'shape', None)", f"assert {name} is not None"
    choices = (condition, shape, f"{own} = {name}", f"assert not {name} is None")
    place = 1 if ast.get_docstring(function) else 0
    function.body[place:place] = ast.parse(dice.choice(choices)).body


def rename(function: ast.FunctionDef, dice: random.Random) -> None:
    """Give a function's own variables other names; its arguments, which callers may name, keep theirs."""
    arguments = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
    own = {one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)} - arguments
    free = dice.sample(_NAMES, len(_NAMES))
    used = {one.id for one in ast.walk(function) if isinstance(one, ast.Name)} | arguments
    chosen = dict(zip(sorted(own), [name for name in free if name not in used], strict=False))
    for one in ast.walk(function):
        if isinstance(one, ast.Name) and one.id in chosen:
            one.id = chosen[one.id]


class _Spelling(ast.NodeTransformer):
    """Spells operations as this hand does."""

    def __init__(self, hand: Hand, dice: random.Random) -> None:
        self.hand, self.dice = hand, dice
        own = random.Random(f"spelling {hand.seed}")
        self.product = own.choice(("@", "np.dot", "np.matmul"))
        self.square = own.choice(("**", "*", "np.square", "np.power"))
        self.divide = own.choice(("/", "1 / m *"))

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.MatMult) and self.product != "@" and self.dice.random() < self.hand.spells:
            return _call(self.product.removeprefix("np."), node.left, node.right)
        if isinstance(node.op, ast.Pow) and ast.unparse(node.right) == "2" and self.dice.random() < self.hand.spells:
            return self._squared(node)
        if isinstance(node.op, ast.Div) and self.divide != "/" and self.dice.random() < self.hand.spells:
            return ast.BinOp(ast.BinOp(ast.Constant(1), ast.Div(), node.right), ast.Mult(), node.left)
        if isinstance(node.op, ast.Sub) and self.dice.random() < self.hand.turns_round / 2:
            return ast.BinOp(ast.UnaryOp(ast.USub(), node.right), ast.Add(), node.left)
        if isinstance(node.op, ast.Mult) and self.dice.random() < self.hand.turns_round:
            node.left, node.right = node.right, node.left
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.target, ast.Name) and self.dice.random() < self.hand.spells:
            return ast.Assign([node.target], ast.BinOp(ast.Name(node.target.id, ast.Load()), node.op, node.value), lineno=1)
        return node

    def _squared(self, node: ast.BinOp) -> ast.AST:
        if self.square == "*":
            return ast.BinOp(node.left, ast.Mult(), node.left)
        if self.square == "np.square":
            return _call("square", node.left)
        return _call("power", node.left, node.right) if self.square == "np.power" else node


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load()), list(arguments), [])


def _with_parts_named(body: Sequence[ast.stmt], hand: Hand, dice: random.Random) -> list[ast.stmt]:
    """Take parts of formulas out into variables of their own, in front of the statements that use them."""
    done: list[ast.stmt] = []
    for statement in body:
        if isinstance(statement, ast.Assign | ast.Return) and statement.value is not None:
            parts = [one for one in ast.walk(statement.value) if _can_be_named(one)][1:]
            for number, part in enumerate(parts[:4]):
                if dice.random() < hand.names_parts:
                    name = f"{dice.choice(_NAMES)}_{number}"
                    done.append(ast.Assign([ast.Name(name, ast.Store())], part, lineno=1))
                    _Replacing(part, name).visit(statement)
                    break
        done.append(statement)
    return done


def _can_be_named(node: ast.AST) -> TypeGuard[ast.expr]:
    return isinstance(node, ast.BinOp | ast.Call | ast.Subscript) and not any(
        isinstance(one, ast.Lambda | ast.comprehension | ast.IfExp | ast.BoolOp | ast.NamedExpr) for one in ast.walk(node)
    )


class _Replacing(ast.NodeTransformer):
    """Puts a name in the place of one part; inside a lambda or a comprehension nothing is touched."""

    def __init__(self, part: ast.AST, name: str) -> None:
        self.part, self.name = part, name

    def visit(self, node: ast.AST) -> ast.AST:
        if node is self.part:
            return ast.Name(self.name, ast.Load())
        visited: ast.AST = super().visit(node)
        return visited


def _commented(text: str, hand: Hand, dice: random.Random) -> str:
    """Put comments in front of some lines, in words that are this student's choice."""
    lines = []
    inside = False
    for line in text.split("\n"):
        quotes = line.count('"""')
        if line.startswith("    ") and not quotes and not inside and dice.random() < hand.comments:
            indent = line[: len(line) - len(line.lstrip())]
            lines.append(f"{indent}# {' '.join(dice.choices(_WORDS, k=dice.randint(3, 7)))}")
        inside ^= quotes % 2 == 1
        lines.append(line)
    return "\n".join(lines)
