"""Failures without a diagnosis are grouped by what the code did, and a group becomes a bank entry."""

import ast
import json

import pytest

from autograder.class_report.clusters import find_clusters
from autograder.course import bank
from autograder.submission.excerpt import QUESTION, as_bank_entry, definition, shortened
from tests.class_report.made_up import SOURCE, class_of, course_in, exercise, failed, passed, result, submit

BODY, VALUE = SOURCE["first"].split("\n")
SOURCE_CELL = f"{BODY}\n    ### BEGIN SOLUTION\n{VALUE}\n    ### END SOLUTION"


def wrong(fingerprint, *titles):
    return exercise("first", 0.5, passed(), *(failed(title=title) for title in titles), behaviour={"first": fingerprint})


def test_students_whose_functions_answer_alike_are_one_cluster(tmp_path):
    """Equal fingerprints belong together, whatever the code looks like; the larger group comes first."""
    fingerprints = {"ann": "aa", "bo": "bb", "cy": "aa", "di": "aa"}
    results = [result(name, wrong(value, "It adds.")) for name, value in fingerprints.items()]
    clusters = find_clusters(class_of(course_in(tmp_path), *results))
    assert [(cluster.students, cluster.n) for cluster in clusters] == [(("ann", "cy", "di"), 3), (("bo",), 1)]


def test_a_cluster_shows_only_the_tests_that_all_of_it_fails(tmp_path):
    """A test whose inputs differ between students can fail for some of them only: it does not describe the group."""
    results = [result("ann", wrong("aa", "It adds.", "It is fair.")), result("bo", wrong("aa", "It adds."))]
    (cluster,) = find_clusters(class_of(course_in(tmp_path), *results))
    assert [title for title, _ in cluster.failing] == ["It adds."]


def test_functions_of_one_exercise_are_clustered_apart(tmp_path):
    """The same fingerprint of two functions is two groups."""
    both = exercise("first", 0.0, failed(), behaviour={"first": "aa", "helper": "aa"})
    clusters = find_clusters(class_of(course_in(tmp_path), result("ann", both)))
    assert sorted(cluster.function for cluster in clusters) == ["first", "helper"]


def test_the_specimen_is_the_shortest_code(tmp_path):
    """Of a few submissions of a group the shortest is shown: it is read the fastest."""
    course = course_in(tmp_path)
    submit(course, "ann", first="def first(x):\n    y = x\n    y = y + 2\n    return y")
    submit(course, "bo", first="def first(x):\n    return x + 2")
    made = class_of(course, result("ann", wrong("aa")), result("bo", wrong("aa")))
    found = find_clusters(made)[0].specimen
    assert found.student == "bo"
    assert found.code.source == "def first(x):\n    return x + 2"


def test_the_entry_is_read_by_the_bank_as_it_stands(tmp_path):
    """What the page offers can be pasted into mistakes.py: the bank reads it, and finds the function behind the name."""
    course = course_in(tmp_path)
    submit(course, "ann", first='def first(x):\n    """Add one."""\n    # my idea\n    return x + 2')
    made = class_of(course, result("ann", wrong("abcdef99")))
    entry = find_clusters(made)[0].specimen.entry
    (tmp_path / "made_up").mkdir()
    (tmp_path / "made_up" / "mistakes.py").write_text(entry)
    (read,) = bank.read_bank(tmp_path / "made_up", bank.MISTAKES)
    assert (read.function, read.name, read.text) == ("first", "first__cluster_abcdef", QUESTION)
    assert bank.implement(read, {})(1) == 3
    assert "# my idea" in entry


def test_a_cluster_without_readable_files_has_no_specimen(tmp_path):
    """Submissions that are gone cost the code, not the report."""
    made = class_of(course_in(tmp_path), result("ann", wrong("aa")))
    assert find_clusters(made)[0].specimen is None


def test_the_last_definition_counts():
    """A function that is defined twice is the one that Python would call."""
    assert definition(["def f():\n    return 1", "def f():\n    return 2"], "f", "").source == "def f():\n    return 2"


def test_code_that_does_not_parse_is_shown_as_it_stands():
    """A syntax error leaves the whole cell, which is no bank entry."""
    found = definition(["def f(:\n    return 1"], "f", "def f(:\n    return 1")
    assert found.source == "def f(:\n    return 1" and found.name is None
    assert as_bank_entry(found, "f__x", ()) is None


@pytest.mark.parametrize(
    "code",
    [
        "def f(x): return x",
        'def f(x):\n    """Say."""\n    return x',
        'def f(x):\n    """Say."""; return x',
        'def f(x):\n    """Only this."""',
        "def f(x,\n      y=1): return x",
        "def f(\n    x,\n):\n\t# a tab\n\treturn x",
        "@staticmethod\ndef f(x):\n    return f(x - 1)",
        'class f:\n    """Say."""\n\n    def step(self):\n        return 1',
        "def f(x):\r\n    return x",
    ],
)
def test_any_layout_becomes_an_entry_with_a_question(code):
    """Whatever the layout, the entry parses, has the new name and the question, and keeps what the code does."""
    entry = as_bank_entry(definition([code], "f", ""), "f__new", ())
    (node,) = ast.parse(entry).body
    assert node.name == "f__new" and ast.get_docstring(node) == QUESTION
    original = ast.parse(code.replace("\r\n", "\n")).body[0]
    body = original.body[1:] if ast.get_docstring(original) else original.body
    assert [ast.dump(one) for one in node.body[1:]] == [ast.dump(one) for one in body]


def test_an_entry_names_what_it_takes_from_the_students_other_cells():
    """A helper that the notebook does not provide must be copied too, and the entry says so."""
    cells = ["def square(x):\n    return x * x", "offset = 3", "def f(x):\n    return np.sum(square(x)) + offset + provided"]
    entry = as_bank_entry(definition(cells, "f", ""), "f__new", {"provided"})
    assert entry.startswith("# It also uses offset, square: ")


def test_long_code_is_shortened():
    """Nobody reads a thousand lines on a report."""
    assert shortened("a\n" * 500).endswith("more lines: see the submission")
    assert shortened("a\nb") == "a\nb"


def test_a_function_that_calls_a_wrong_one_is_not_blamed_first(tmp_path):
    """Right code that builds on a wrong function of the same students fails alike: it follows, and stands last."""
    course = course_in(tmp_path)
    wrong_helper = "def helper(x):\n    return x + 2\n\n\ndef first(x):\n    return helper(x)"
    alone = "def first(x):\n    return x + 3"
    for name, code in (("ann", wrong_helper), ("bo", wrong_helper), ("cy", alone)):
        submit(course, name, first=code)
    known = exercise("first", 0.0, failed("helper__adds_two", "Why?"), failed(), behaviour={"first": "aa"})
    made = class_of(course, result("ann", known), result("bo", known), result("cy", wrong("bb")))
    clusters = find_clusters(made)
    assert [(cluster.students, cluster.follows) for cluster in clusters] == [(("cy",), None), (("ann", "bo"), "helper")]


def test_a_function_that_only_some_have_wrong_explains_no_group(tmp_path):
    """What is to explain a group must be wrong for all of it."""
    course = course_in(tmp_path)
    code = "def helper(x):\n    return x + 2\n\n\ndef first(x):\n    return helper(x)"
    submit(course, "ann", first=code)
    submit(course, "bo", first=code)
    known = exercise("first", 0.0, failed("helper__adds_two", "Why?"), behaviour={"first": "aa"})
    (cluster,) = find_clusters(class_of(course, result("ann", known), result("bo", wrong("aa"))))
    assert cluster.follows is None


def test_a_hint_that_several_tests_share_is_read_once(tmp_path):
    """The same question beside six tests would only make the card long."""
    both = exercise(
        "first", 0.0, failed(hint="Why?", title="One."), failed(hint="Why?", title="Two."), behaviour={"first": "a"}
    )
    (cluster,) = find_clusters(class_of(course_in(tmp_path), result("ann", both)))
    assert cluster.failing == (("One.", "Why?"), ("Two.", None))


def test_functions_of_a_cell_that_does_not_parse_are_one_look(tmp_path):
    """A syntax error takes all functions of a cell away: the first stands for them all."""
    course = course_in(tmp_path)
    text = "def first(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION\n\n\ndef helper(x):\n    return x"
    source = course.source("made_up")
    source.write_text(source.read_text().replace(json.dumps(SOURCE_CELL), json.dumps(text)))
    submit(course, "ann", first="def first(:\n    return x")
    broken = exercise("first", 0.0, failed(), behaviour={"helper": "bb", "first": "aa"})
    clusters = find_clusters(class_of(course, result("ann", broken)))
    assert [(cluster.function, cluster.follows) for cluster in clusters] == [("first", None), ("helper", "first")]
