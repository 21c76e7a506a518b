"""The mutation operators: small wrong changes to the syntax tree of a right function, one at a time; trusted side.

An operator is a function from a node (and the names and strings that its function uses) to the nodes that could stand in
its place. It never changes a node that it is given.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Vocabulary:
    """What the function around a node uses: its variables, in order of appearance, and its strings."""

    names: tuple[str, ...]
    strings: tuple[str, ...]


Operator = Callable[[ast.AST, Vocabulary], Iterator[ast.AST]]


ARITHMETIC: Mapping[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.MatMult: ast.Mult, ast.Pow: ast.Mult,
    ast.FloorDiv: ast.Div, ast.Mod: ast.FloorDiv,
}  # fmt: skip
COMPARISON: Mapping[type[ast.cmpop], Sequence[type[ast.cmpop]]] = {
    ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}  # fmt: skip
FUNCTIONS: Mapping[str, Sequence[str]] = {
    "sum": ("mean", "max"), "mean": ("sum", "median"), "maximum": ("minimum",), "minimum": ("maximum",), "max": ("min",),
    "min": ("max",), "ones": ("zeros",), "zeros": ("ones",), "zeros_like": ("ones_like",), "exp": ("expm1", "exp2"),
    "log": ("log1p", "log2"), "tanh": ("sin", "arctan"), "std": ("var",), "var": ("std",), "sqrt": ("square",),
    "square": ("sqrt", "abs"), "abs": ("square",), "round": ("ceil",), "random": ("standard_normal",),
    "standard_normal": ("random",), "startswith": ("endswith",), "norm": ("sum",), "arange": ("zeros",),
}  # fmt: skip
METHODS_THAT_CONVERT = frozenset({"astype", "copy", "reshape"})


def arithmetic(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """`a + b` becomes `a - b`; so do the other operators, and those of `+=`."""
    if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in ARITHMETIC:
        yield _with(node, op=ARITHMETIC[type(node.op)]())


def operand(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """`a * b` becomes `a`, or `b`."""
    if isinstance(node, ast.BinOp):
        yield node.left
        yield node.right


def comparison(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """`a < b` becomes `a <= b`, or `a > b`."""
    if isinstance(node, ast.Compare):
        for index, op in enumerate(node.ops):
            for other in COMPARISON[type(op)]:
                yield _with(node, ops=[*node.ops[:index], other(), *node.ops[index + 1 :]])


def logic(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """`a and b` becomes `a or b`; `not a` becomes `a`."""
    if isinstance(node, ast.BoolOp):
        yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
        yield from node.values
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand


def condition(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """A condition becomes its opposite, and the branches of `a if c else b` lose their choice."""
    if isinstance(node, ast.If | ast.While | ast.IfExp):
        yield _with(node, test=ast.UnaryOp(ast.Not(), node.test))
    if isinstance(node, ast.If):
        yield _with(node, test=ast.Constant(True))
    if isinstance(node, ast.IfExp):
        yield node.body
        yield node.orelse


def constant(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """A number becomes one more, one less, and, if it has a point, its opposite and its double; a truth value its opposite.

    Not the opposite of a whole number: of a matrix, axis -1 is axis 1.
    """
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        yield ast.Constant(value + 1)
        yield _number(value - 1)
        if isinstance(value, float) and value:
            yield _number(-value)
            yield _number(value * 2)


def string(node: ast.AST, known: Vocabulary) -> Iterator[ast.AST]:
    """A string becomes another of the same function: the next two of its length, else the next one, else a misspelling."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return
    others = _following(node.value, known.strings)
    alike = [other for other in others if len(other) == len(node.value)]
    for text in alike[:2] or others[:1] or [f"{node.value}_"]:
        yield ast.Constant(text)


def variable(node: ast.AST, known: Vocabulary) -> Iterator[ast.AST]:
    """A variable becomes the next one of the same function."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in known.names:
        for other in _following(node.id, known.names)[:1]:
            yield ast.Name(other, ast.Load())


def transpose(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """`A.T` becomes `A`; in `A @ B`, a plain factor becomes its transpose, and the factors change places."""
    if isinstance(node, ast.Attribute) and node.attr == "T":
        yield node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        yield _with(node, left=node.right, right=node.left)
        for side, factor in (("left", node.left), ("right", node.right)):
            if isinstance(factor, ast.Name | ast.Subscript):
                yield _with(node, **{side: ast.Attribute(factor, "T", ast.Load())})


def bound(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """A bound of a slice or of a range becomes one more or one less, or a slice loses it."""
    if isinstance(node, ast.Slice):
        for side in ("lower", "upper", "step"):
            old = getattr(node, side)
            if old is not None:
                yield _with(node, **{side: None})
            if old is not None and side != "step":
                yield from (_with(node, **{side: new}) for new in _beside(old))
        if node.lower is None and node.step is None:
            yield _with(node, lower=ast.Constant(1))
        if node.upper is None and node.step is None:
            yield _with(node, upper=_number(-1))
    if isinstance(node, ast.Call) and _name(node.func) in ("range", "arange"):
        last = min(len(node.args), 2) - 1
        yield from (_with(node, args=[*node.args[:last], new, *node.args[last + 1 :]]) for new in _beside(node.args[last]))


def function(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """`np.sum` becomes `np.mean`, and so on; a generator without a seed gets one."""
    if isinstance(node, ast.Call):
        if _name(node.func) == "default_rng" and not node.args:
            yield _with(node, args=[ast.Constant(0)])
        if isinstance(node.func, ast.Attribute):
            for other in FUNCTIONS.get(node.func.attr, ()):
                yield _with(node, func=_with(node.func, attr=other))
        elif isinstance(node.func, ast.Name) and node.func.id in ("sum", "min", "max", "round"):
            for other in FUNCTIONS[node.func.id]:
                library = other not in ("min", "max")
                yield _with(node, func=ast.Name(f"np.{other}" if library else other, ast.Load()))


def call(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """A call becomes its first argument; `A.copy()`, `A.astype(float)` and `A.reshape(1, -1)` become `A`."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS_THAT_CONVERT:
            yield node.func.value
        elif node.args and not isinstance(node.args[0], ast.GeneratorExp | ast.Starred):
            yield node.args[0]


def argument(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """Neighbouring arguments change places; the last one, or a keyword, is left out."""
    if isinstance(node, ast.Call):
        for index in range(len(node.args) - 1):
            yield _with(node, args=_swapped(node.args, index))
        if len(node.args) > 1:
            yield _with(node, args=node.args[:-1])
        for index in range(len(node.keywords)):
            yield _with(node, keywords=[*node.keywords[:index], *node.keywords[index + 1 :]])


def sign(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """`-a` becomes `a`."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and not isinstance(node.operand, ast.Constant):
        yield node.operand


def order(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """Neighbouring values of a tuple change places."""
    if isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        for index in range(len(node.elts) - 1):
            yield _with(node, elts=_swapped(node.elts, index))


def entry(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """An entry of a dictionary is left out."""
    if isinstance(node, ast.Dict):
        for index in range(len(node.keys)):
            keys, values = list(node.keys), list(node.values)
            del keys[index], values[index]
            yield ast.Dict(keys, values)


def statement(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """A statement is left out; `break` becomes `continue`; `a += b` becomes `a = b`."""
    if isinstance(node, ast.stmt) and not isinstance(node, ast.Pass | ast.FunctionDef | ast.ClassDef):
        yield ast.Pass()
    if isinstance(node, ast.Break):
        yield ast.Continue()
    if isinstance(node, ast.AugAssign):
        yield ast.Assign([node.target], node.value, lineno=0)


def loop(node: ast.AST, _: Vocabulary) -> Iterator[ast.AST]:
    """A loop ends after its first turn."""
    if isinstance(node, ast.For | ast.While):
        yield _with(node, body=[*node.body, ast.Break()])


OPERATORS: Mapping[str, Operator] = {
    one.__name__: one
    for one in (
        arithmetic, operand, comparison, logic, condition, constant, string, variable, transpose, bound, function, call,
        argument, sign, order, entry, statement, loop,
    )
}  # fmt: skip


def _with(node: Node, **fields: object) -> Node:
    """Return a copy of the node with other fields; the children are shared."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def _number(value: float) -> ast.expr:
    return ast.Constant(value) if value >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-value))


def _beside(node: ast.expr) -> Iterator[ast.expr]:
    """The same bound, one further and one nearer; constants are the constant operator's."""
    if not isinstance(node.operand if isinstance(node, ast.UnaryOp) else node, ast.Constant):
        yield ast.BinOp(node, ast.Add(), ast.Constant(1))
        yield ast.BinOp(node, ast.Sub(), ast.Constant(1))


def _following(text: str, texts: Sequence[str]) -> list[str]:
    """The others, beginning behind this one."""
    index = texts.index(text) if text in texts else -1
    return [other for other in (*texts[index + 1 :], *texts[: max(index, 0)]) if other != text]


def _swapped(items: Sequence[ast.expr], index: int) -> list[ast.expr]:
    return [*items[:index], items[index + 1], items[index], *items[index + 2 :]]


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else function.id if isinstance(function, ast.Name) else ""
