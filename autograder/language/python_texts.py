"""Reads the sentences of Python files off their source, with a name in braces wherever a value is put in; trusted side.

The engine writes its sentences where it decides them, as f-strings. They are the catalogue's keys as they stand: nothing is
written twice, and a sentence that was stored years ago can still be read in another language.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterator, Mapping

MAX_WAYS = 24  # of one sentence: its conditions multiply
_HOLE = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MACHINES = re.compile(r"[\w./-]*[_/\\][\w./*~-]*|\S*=\S*|[<$-]\S+")  # paths, options, names of variables: nobody reads them
_NOBODY_READS = frozenset(
    {"UsageError", "KitBroken", "KeyError", "ValueError", "TypeError", "compile", "fullmatch", "match", "search", "sub"}
    | {
        "startswith",
        "endswith",
        "frozenset",
        "debug",
        "warning",
        "split",
        "getattr",
        "get",
        "removeprefix",
        "removesuffix",
        "partition",
        "replace",
    }
)
_FIRST_IS_A_KEY = frozenset({"Fact", "Finding"})  # their first argument is for the measurement
_NO_NAME = frozenset({"self", "cls", "one", "join", "str", "repr", "len", "line", "strip", "rstrip", "lower", "upper", "inert"})

Parts = tuple[str | ast.expr, ...]  # texts, and the expressions between them


def sentences(source: str) -> list[str]:
    """Return the sentences and parts of sentences that a file may say, each once: `{name} is not defined.`"""
    tree = ast.parse(source)
    found: dict[str, None] = {}
    scopes = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    inner = {id(node) for scope in scopes for node in ast.walk(scope) if node is not scope}
    for scope in [tree, *(scope for scope in scopes if id(scope) not in inner)]:
        known = {} if scope is tree else _texts_by_name(scope)
        for node in _outermost(scope, known):
            for parts in itertools.islice(_ways(node, known), MAX_WAYS):
                text = _message(parts)
                if is_said(text):
                    found.setdefault(text)
    return list(found)


def is_said(text: str) -> bool:
    """Is this something that a person reads: words, with a space between them or around them?"""
    rest = _HOLE.sub("x", text)
    plain = " ".join(word for word in rest.split() if not _MACHINES.fullmatch(word))
    return (
        bool(_WORD.search(plain))
        and " " in text
        and not text.isupper()
        and not text.startswith(("^", "import "))
        and len(text) < 600
    )


def _outermost(scope: ast.AST, known: Mapping[str, ast.expr]) -> Iterator[ast.expr]:
    """Yield the texts that are no part of a larger one, no docstring, no key, no error of the kit's own."""
    uses = [node.id for node in ast.walk(scope) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    put_in = [
        one.value.id for one in ast.walk(scope) if isinstance(one, ast.FormattedValue) and isinstance(one.value, ast.Name)
    ]
    only_put_in = {name for name in known if uses.count(name) == put_in.count(name) > 0}

    def walk(node: ast.AST) -> Iterator[ast.expr]:
        if isinstance(node, ast.expr) and _is_text(node):
            yield node
            values = [one.value for one in ast.walk(node) if isinstance(one, ast.FormattedValue)]
            for value in values:
                yield from (() if _is_text(value) else walk(value))
            return
        for child in _children(node, scope):
            if not (isinstance(child, ast.Assign) and _target(child) in only_put_in):
                yield from walk(child)

    yield from walk(scope)


def _children(node: ast.AST, scope: ast.AST) -> Iterator[ast.AST]:
    """Yield what stands in a node and may be said."""
    if isinstance(node, ast.FunctionDef) and isinstance(scope, ast.Module):
        return  # a scope of its own
    skipped: list[ast.AST] = []
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module):
        skipped += [one for one in node.body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)]
        skipped += [] if isinstance(node, ast.Module) else node.decorator_list
        skipped += [node.args] if isinstance(node, ast.FunctionDef) else []
    if isinstance(node, ast.Call):
        name = _called(node)
        skipped += [node.func, *node.args, *node.keywords] if name in _NOBODY_READS else []
        skipped += node.args[:1] if name in _FIRST_IS_A_KEY else []
        skipped += [node.func] if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Constant) else []
    if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 3:
        yield from node.value.elts[1:]  # a feature or a region: its key, and what is said of it
        return
    if isinstance(node, ast.Dict):
        skipped += [key for key in node.keys if key is not None]
    if isinstance(node, ast.AnnAssign):
        skipped += [node.annotation]
    if isinstance(node, ast.Compare | ast.Subscript):
        skipped += list(ast.iter_child_nodes(node))
    for child in ast.iter_child_nodes(node):
        if not any(child is one for one in skipped):
            yield child


def _texts_by_name(scope: ast.AST) -> dict[str, ast.expr]:
    """Return the names that a function gives one text, and only once."""
    given: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign) and (name := _target(node)) is not None:
            given.setdefault(name, []).append(node.value)
        elif isinstance(node, ast.AugAssign | ast.For | ast.comprehension | ast.NamedExpr) and isinstance(
            node.target, ast.Name
        ):
            given.setdefault(node.target.id, []).extend([node.target, node.target])
    return {name: values[0] for name, values in given.items() if len(values) == 1 and _is_text(values[0])}


def _target(node: ast.Assign) -> str | None:
    return node.targets[0].id if len(node.targets) == 1 and isinstance(node.targets[0], ast.Name) else None


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add) and (_is_text(node.left) or _is_text(node.right))
    if isinstance(node, ast.IfExp):
        return _is_text(node.body) or _is_text(node.orelse)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _ways(node: ast.expr, known: Mapping[str, ast.expr]) -> Iterator[Parts]:
    """Yield every text that an expression may become, one a branch of its conditions."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield (node.value,)
    elif isinstance(node, ast.FormattedValue):
        value = known.get(node.value.id, node.value) if isinstance(node.value, ast.Name) else node.value
        yield from _ways(value, known) if _is_text(value) and node.conversion == -1 else [(node.value,)]
    elif isinstance(node, ast.JoinedStr | ast.BinOp) and _is_text(node):
        pieces = node.values if isinstance(node, ast.JoinedStr) else [node.left, node.right]
        for chosen in itertools.product(*[list(itertools.islice(_ways(one, known), MAX_WAYS)) for one in pieces]):
            yield tuple(itertools.chain(*chosen))
    elif isinstance(node, ast.IfExp) and _is_text(node):
        yield from _ways(node.body, known)
        yield from _ways(node.orelse, known)
    else:
        yield (node,)


def _message(parts: Parts) -> str:
    """Return the text with a name in braces for each value; values side by side are one."""
    text, taken = "", dict[str, int]()
    for before, part in itertools.pairwise(("", *parts)):
        if isinstance(part, str):
            text += part.replace("{t}", "{tensor}")
        elif isinstance(before, str) or not text.endswith("}"):
            name = _name(part)
            taken[name] = taken.get(name, 0) + 1
            text += f"{{{name}{taken[name] if taken[name] > 1 else ''}}}"
    return text


def _name(node: ast.expr) -> str:
    """Return what to call a value: what it is called in the code."""
    if isinstance(node, ast.Call) and _called(node).strip("_") == "number":
        return "number"
    names = [
        one.id if isinstance(one, ast.Name) else one.attr for one in ast.walk(node) if isinstance(one, ast.Name | ast.Attribute)
    ]
    return next((name.strip("_").lower() for name in names if name not in _NO_NAME), "value")


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
