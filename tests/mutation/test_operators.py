"""Each mutation operator makes the changes that it claims, and leaves the function as it found it."""

from __future__ import annotations

import ast
import textwrap

import pytest

from autograder.gate.mutants import mutate
from autograder.gate.mutation_operators import OPERATORS


def changes(source: str, operator: str) -> set[str]:
    """What an operator makes of the body of a small function, one statement a line."""
    body = textwrap.indent(textwrap.dedent(source).strip(), "    ")
    found = mutate(f"def f(a, b, n):\n{body}\n")
    return {mutant.line[1] for mutant in found if mutant.operator == operator}


CLAIMS = {
    "arithmetic": ("return a @ b", {"return a * b"}),
    "operand": ("return a - b", {"return a", "return b"}),
    "comparison": ("return a < b", {"return a <= b", "return a > b"}),
    "logic": ("return not a and b", {"return not a or b", "return not a", "return b", "return a and b"}),
    "condition": ("return a if n else b", {"return a if not n else b", "return a", "return b"}),
    "constant": ("return a * 0.5", {"return a * 1.5", "return a * -0.5", "return a * 1.0"}),
    "string": ("return a['W1'] + a['b1']", {"return a['b1'] + a['b1']", "return a['W1'] + a['W1']"}),
    "variable": ("return a", {"return b"}),
    "transpose": ("return a.T @ b", {"return a @ b", "return b @ a.T", "return a.T @ b.T"}),
    "bound": ("return a[n:]", {"return a[:]", "return a[n + 1:]", "return a[n - 1:]", "return a[n:-1]"}),
    "function": ("return np.maximum(a, b)", {"return np.minimum(a, b)"}),
    "call": ("return np.abs(a).copy()", {"return np.abs(a)", "return a.copy()"}),
    "argument": (
        "return np.dot(a, b, out=n)",
        {"return np.dot(b, a, out=n)", "return np.dot(a, out=n)", "return np.dot(a, b)"},
    ),
    "sign": ("return -a", {"return a"}),
    "order": ("return a, b, n", {"return (b, a, n)", "return (a, n, b)"}),
    "entry": ("return {'W': a, 'b': b}", {"return {'W': a}", "return {'b': b}"}),
    "statement": ("a -= b", {"pass", "a = b"}),
    "loop": ("for a in b:\n    n += a", {"for a in b: ... break"}),
}


@pytest.mark.parametrize("operator", OPERATORS)
def test_an_operator_makes_exactly_its_changes(operator: str) -> None:
    """For every operator there is a statement of which all the changes are known."""
    source, expected = CLAIMS[operator]
    assert changes(source, operator) == expected


def test_truth_values_are_turned_round() -> None:
    """`keepdims=True` becomes False, and is not counted up."""
    assert changes("return np.sum(a, keepdims=True)", "constant") == {"return np.sum(a, keepdims=False)"}


def test_axes_are_moved_and_left_out() -> None:
    """An axis becomes its neighbours, and the keyword is left out."""
    assert changes("return np.sum(a, axis=1)", "constant") == {"return np.sum(a, axis=2)", "return np.sum(a, axis=0)"}
    assert changes("return np.sum(a, axis=1)", "argument") == {"return np.sum(a)"}


def test_default_values_are_changed() -> None:
    """The numbers in a function's first line are constants like others."""
    heads = {mutant.after for mutant in mutate("def f(a, rate=0.1):\n    return a\n") if mutant.operator == "constant"}
    assert {"def f(a, rate=1.1):", "def f(a, rate=-0.1):", "def f(a, rate=0.2):"} < heads


def test_a_generator_without_a_seed_gets_one() -> None:
    """Fresh draws become the same draws at every call."""
    assert changes("return np.random.default_rng()", "function") == {"return np.random.default_rng(0)"}


def test_break_becomes_continue() -> None:
    """A loop that should end goes on."""
    assert "continue" in changes("for a in b:\n    if n:\n        break", "statement")


def test_docstrings_and_exception_texts_are_left_alone() -> None:
    """What nobody grades is not mutated: only the check that raises is, and whether it raises."""
    source = '''
        def f(a):
            """Return 1."""
            if a not in ("x", "y"):
                raise ValueError("one of 2")
            return a
    '''
    texts = {mutant.line for mutant in mutate(textwrap.dedent(source))}
    assert not any("one of" in after and "one of 2" not in after for _, after in texts)
    assert all("Return 1" not in mutant.source for mutant in mutate(textwrap.dedent(source)))
    assert ("raise ValueError('one of 2')", "pass") in texts


def test_every_mutant_differs_from_the_function_and_from_the_others() -> None:
    """No mutant is the function itself, none occurs twice, and all of them compile."""
    source = "def f(a, b):\n    total = 0.0\n    for x in a[1:]:\n        total += x * 2 - b\n    return total, -b\n"
    mutants = list(mutate(source))
    texts = [mutant.source for mutant in mutants]
    assert len(texts) > 20
    assert len(set(texts)) == len(texts)
    assert ast.unparse(ast.parse(source)) not in texts
    assert all(compile(text, "<mutant>", "exec") for text in texts)


def test_one_mutant_holds_one_change() -> None:
    """A change is undone before the next is made: all but one line of every mutant is the function's own."""
    lines = ["def f(a, b):", "    c = a + b", "    d = c * 2", "    return d - a"]
    for mutant in mutate("\n".join(lines)):
        theirs = mutant.source.split("\n")
        assert len(theirs) == len(lines)
        assert sum(mine != other for mine, other in zip(lines, theirs, strict=True)) == 1


def test_a_method_is_named_with_its_class() -> None:
    """The mutants of a class stand in for the class, and say which method they change."""
    source = "class Counter:\n    def step(self, by):\n        self.n += by\n        return self.n\n"
    mutants = list(mutate(source))
    assert {mutant.place for mutant in mutants} == {"Counter.step"}
    assert {mutant.function for mutant in mutants} == {"Counter"}


def test_equal_changes_are_numbered() -> None:
    """Two changes that read alike, at two places of one function, have different keys."""
    source = "def f(a):\n    first = np.sum(a, axis=0)\n    second = np.sum(a, axis=0)\n    return first, second\n"
    alike = [mutant for mutant in mutate(source) if mutant.after == "np.sum(a, axis=1)"]
    assert [mutant.nth for mutant in alike] == [1, 2]
    assert len({mutant.key for mutant in alike}) == 2
