"""Answers that are alike: what a disguise does not change, what everybody has, and what the command says of a class."""

from __future__ import annotations

import json
import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.class_report.gather import gather
from autograder.class_report.page import render_page
from autograder.class_report.report import make_report
from autograder.cli import main
from autograder.course.model import Course, find_course
from autograder.similarity.features import pieces
from autograder.similarity.pairs import find_pairs
from autograder.simulation.copies import DISGUISES, measure
from autograder.simulation.handwriting import Hand, written_by

NAME = "one_hidden_layer"
CODE = '''
def compute_cost(A2, Y):
    """Return the cost."""
    m = Y.shape[1]
    right = np.where(Y == 1, A2, 1 - A2)  # the probability of what happened
    safe = np.maximum(right, 1e-12)
    total = 0.0
    for k in range(m):
        total = total - np.log(safe[:, k]).sum() * 1.0
    return float(total / m)
'''
DISGUISED = """
# in my words
def compute_cost(probs, labels):

    good = np.where(labels==1,
                    probs, 1-probs)
    n = labels.shape[1]
    kept = np.maximum(good, 1e-12)
    s = 0.0
    for i in range(n): s = s - 1.0*np.log(kept[:, i]).sum()
    return float((s/n))
"""
OTHER = "def compute_cost(A2, Y):\n    losses = -np.log(np.abs(A2 - 1 + Y).clip(1e-9))\n    return losses.sum() / losses.size\n"


def features(source: str) -> frozenset[str]:
    """Return the features of a cell's one function."""
    (piece,) = pieces(source, ["compute_cost"])
    return piece.features


def test_a_disguise_changes_no_feature() -> None:
    """Other names, layout, comments and docstring, statements and factors in another order: the same features."""
    assert features(DISGUISED) == features(CODE.replace("  # the probability of what happened", ""))


RULES = (
    "def f(X):\n    return sorted(X, key=lambda row: row[0] * 2 + row[1] * 3)\n",
    "class Early:\n    def step(self, loss):\n        self.best = min(self.best, loss - self.margin * 2)\n",
    "def f(X):\n    def helper(a, b):\n        return a * b + 1\n    return [helper(x, x - 2) for x in X if x > 7]\n",
)


@pytest.mark.parametrize("own", RULES)
def test_names_of_arguments_attributes_and_helpers_are_looked_through(own: str) -> None:
    """Whatever a student may call otherwise without a change of what is computed."""
    names = {
        "row": "line",
        "best": "lowest",
        "margin": "slack",
        "loss": "value",
        "helper": "inner",
        "a": "u",
        "b": "v",
        "x": "w",
    }
    copied = re.sub(r"\b\w+\b", lambda word: names.get(word[0], word[0]), own)
    assert copied != own and [one.features for one in pieces(copied)] == [one.features for one in pieces(own)]


def test_one_exercise_alone_has_to_show_more() -> None:
    """Two with one unusual source for an exercise are as much alike as a copy; two exercises hardly have one source."""
    rare = frozenset(f"shared {place}" for place in range(12))  # some 56 bits
    half, rest = frozenset(sorted(rare)[:6]), frozenset(sorted(rare)[6:])
    assert find_pairs({"s1": {"a": rare}, "s2": {"a": rare}}) == []
    (pair,) = find_pairs({"s1": {"a": half, "b": rest}, "s2": {"a": half, "b": rest}})
    assert 45 < pair.bits < 65


def test_another_way_shares_next_to_nothing() -> None:
    """The same cost, written by somebody else."""
    assert len(features(CODE) & features(OTHER)) <= 1 < len(features(OTHER))


AWFUL = ("def f(:", "\x00", "x = " + "(" * 500 + ")" * 500, "x = " + "1 + " * 3000 + "1", "x = 0x" + "f" * 6000,
         "[" + "1, " * 20000 + "]", "\n".join(f"x{n} = y + {n}" for n in range(5000)))  # fmt: skip


@pytest.mark.parametrize("source", AWFUL, ids=range(len(AWFUL)))
def test_code_that_was_made_to_cost_time_costs_none(source: str) -> None:
    """Nothing is raised, and the features are few."""
    assert sum(len(piece.features) for piece in pieces(source)) < 5_000


def test_what_many_or_all_have_is_no_evidence() -> None:
    """Sixty features tell two students apart from twenty others, unless these are known, or six students have them."""
    own = {f"s{number}": {"a": frozenset(f"{number} {place}" for place in range(60))} for number in range(20)}
    copied = own | {"copier": own["s3"]}
    (pair,) = find_pairs(copied, frozenset())
    assert pair.students == ("copier", "s3") and [one.share for one in pair.exercises] == [1.0]
    assert find_pairs(copied, own["s3"]["a"]) == [] == find_pairs(own, frozenset())
    everybody = {name: {"a": own["s3"]["a"]} for name in list(own)[:6]} | dict(list(own.items())[6:])
    assert find_pairs(everybody, frozenset()) == []


def test_what_is_missing_weighs_against_what_is_shared() -> None:
    """Half of an answer shared, and half the copier's own: that is no evidence."""
    own = {f"s{number}": {"a": frozenset(f"{number} {place}" for place in range(60))} for number in range(20)}
    half = frozenset([f"3 {place}" for place in range(30)] + [f"mine {place}" for place in range(30)])
    assert find_pairs(own | {"copier": {"a": half}}, frozenset()) == []


@pytest.fixture(scope="module")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Eight students who write the solution in hands of their own; the last has copied from the first, and disguised it."""
    kit, root = find_course(), tmp_path_factory.mktemp("class")
    shutil.copytree(kit.source(NAME).parent, root / "source" / NAME)
    (root / "course.toml").write_text(f'name = "n"\ncontent = "{kit.content}"\nassignments = ["{NAME}"]\n')
    released = json.loads(kit.release(NAME).read_text())
    answers = {
        one.grade_id: one.source for one in kit.assignment(NAME).cells if one.answer and one.kind == "code" and one.grade_id
    }
    texts = [_in_hand(f"hand {number}", answers) for number in range(7)]
    for number, own in enumerate([*texts, DISGUISES["all but dead code and split lines"](texts[0], random.Random(1))]):
        for cell in released["cells"]:
            cell["source"] = own.get(cell["metadata"].get("nbgrader", {}).get("grade_id"), cell["source"])
        folder = root / "submitted" / f"=s{number}" / NAME
        folder.mkdir(parents=True)
        (folder / f"{NAME}.ipynb").write_text(json.dumps(released))
    return Course(root)


def _in_hand(seed: str, answers: dict[str, str]) -> dict[str, str]:
    hand = Hand(seed, 0.6, 0.4, 0.8, 0.3, 0.4)
    return {name: written_by(hand, text) for name, text in answers.items()}


def run(course: Course, *arguments: str) -> str:
    """Run the command on the class, and return what it printed."""
    done = CliRunner().invoke(main, ["similar", NAME, *arguments, "--course", str(course.root)])
    assert done.exit_code == 0, done.output
    return done.output


def test_the_command_names_the_pair_and_accuses_nobody(class_folder: Course, tmp_path: Path) -> None:
    """One pair of 28, with its exercises; as JSON and as CSV that a spreadsheet does not compute."""
    said = " ".join(run(class_folder, "--json", str(tmp_path / "pairs.json"), "--csv", str(tmp_path / "pairs.csv")).split())
    assert "1 of 28 pairs to read" in said and "That proves nothing" in said
    (pair,) = json.loads((tmp_path / "pairs.json").read_text())
    assert pair["students"] == ["=s0", "=s7"] and pair["bits"] > 45
    assert {one["exercise"] for one in pair["exercises"]} >= {"backward_propagation"}
    assert (tmp_path / "pairs.csv").read_text().split("\n")[1].startswith("'=s0,'=s7,")


def test_the_class_report_shows_it(class_folder: Course, tmp_path: Path) -> None:
    """With the same words; where no two are alike there is no such part."""
    page = render_page(make_report(gather(class_folder, NAME)), tmp_path)
    assert 'id="similar"' in page and "No score depends on it" in page and 'href="#similar"' in page
    shutil.rmtree(class_folder.root / "submitted" / "=s7")
    assert 'id="similar"' not in render_page(make_report(gather(class_folder, NAME)), tmp_path)
    assert "no two are more alike" in " ".join(run(class_folder).split())


def test_planted_copies_are_found_and_no_other_pair() -> None:
    """The measurement in short: copies as they are or with other names are found, and none of the other pairs is named."""
    found = measure(find_course().assignment(NAME), students=30, copies=8, seed=0)
    assert sum(found.planted.values()) == 8 and found.false_pairs == 0
    assert sum(found.named.values()) >= 3


def test_there_has_to_be_something_to_compare(class_folder: Course) -> None:
    """Nothing handed in is an error that says what to do."""
    shutil.rmtree(class_folder.root / "submitted")
    done = CliRunner().invoke(main, ["similar", NAME, "--course", str(class_folder.root)])
    assert done.exit_code == 2 and "collect first" in done.output
