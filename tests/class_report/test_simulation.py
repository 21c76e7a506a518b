"""A simulated class is drawn by the stated rates, is the same for the same seed, and is graded like any other."""

import ast
import json
from collections import Counter
from dataclasses import replace

import pytest
from click.testing import CliRunner

from autograder.class_report.gather import gather
from autograder.class_report.report import make_report
from autograder.cli import main
from autograder.course import bank
from autograder.course.model import Course, find_course
from autograder.errors import UsageError
from autograder.result import CRASHED, NOT_STARTED, SOLVED, TAMPERED, UNREADABLE
from autograder.simulation.course import Simulation, make_course
from autograder.simulation.draw import CRASH, SYNTAX, TAMPER, Answer, Rates, SimulatedStudent, describe, draw_class, held_out
from autograder.simulation.draw import UNREADABLE as CUT_SHORT
from autograder.simulation.grade import ClassRun, grade_class
from autograder.simulation.notebooks import notebook_text, solved_text

KIT = find_course()
NONE = Rates(
    variants=0, blank=0, gives_up=0, skips=0, crash=0, endless=0, tampered=0, syntax=0, unreadable=0, late=0, ungraded=0
)


@pytest.fixture(scope="module")
def warmup():
    return KIT.assignment("warmup")


@pytest.fixture(scope="module")
def released():
    return json.loads(KIT.release("warmup").read_text())


def texts(notebook):
    cells = [
        (cell["metadata"].get("nbgrader", {}).get("grade_id"), "".join(cell["source"]))
        for cell in json.loads(notebook)["cells"]
    ]
    return {name: text for name, text in cells if name}


def test_the_same_seed_draws_the_same_class(warmup, released):
    """A class can be drawn again, down to the bytes of its notebooks; another seed is another class."""
    first, again = (draw_class(warmup, 30, 7, Rates()) for _ in range(2))
    assert first == again != draw_class(warmup, 30, 8, Rates())
    assert [notebook_text(one, warmup, released) for one in first] == [notebook_text(one, warmup, released) for one in again]


def test_mistakes_are_drawn_at_the_stated_rates(warmup):
    """With nothing left out, as many students as stated make 0, 1, 2 and 3 mistakes."""
    made = Counter(one.mistakes for one in draw_class(warmup, 4000, 1, NONE))
    assert [made[count] / 4000 for count in range(4)] == pytest.approx(list(NONE.mistakes), abs=0.03)


def test_accidents_lateness_and_stubs_are_drawn_at_the_stated_rates(warmup):
    """Each rate is met within what chance allows in a class of 4000."""
    rates = replace(NONE, crash=0.05, tampered=0.1, syntax=0.05, late=0.2, skips=0.1, ungraded=0.1)
    drawn = draw_class(warmup, 4000, 1, rates)
    accidents = Counter(one.accident for one in drawn)
    assert accidents[CRASH] / 4000 == pytest.approx(0.05, abs=0.015)
    assert accidents[TAMPER] / 4000 == pytest.approx(0.1, abs=0.02)
    assert accidents[SYNTAX] / 4000 == pytest.approx(0.05, abs=0.015)
    assert sum(one.hours_late > 0 for one in drawn) / 4000 == pytest.approx(0.2, abs=0.03)
    assert sum(not one.graded for one in drawn) / 4000 == pytest.approx(0.1, abs=0.02)
    answers = [answer for one in drawn for answer in one.answers]
    assert sum(not answer.started for answer in answers) / len(answers) == pytest.approx(0.1, abs=0.02)


def test_every_rate_is_stated():
    """What the class is drawn by is printed, rate by rate."""
    assert len(list(describe(Rates()))) == len(Rates.__dataclass_fields__)


def test_some_of_the_bank_is_held_out(warmup):
    """The diagnosis does not know some mistakes, the same ones for the same seed."""
    names = held_out(warmup, 3, Rates())
    entries = {entry.name for entry in bank.read_bank(find_course().hidden("warmup"), bank.MISTAKES)}
    assert names == held_out(warmup, 3, Rates()) and names < entries
    assert len(names) == round(len(entries) * Rates().held_out)


@pytest.mark.parametrize("name", KIT.names())
def test_every_entry_of_the_bank_becomes_a_cell_that_parses_and_gives_no_hint(name):
    """Whatever is drawn, the answer is Python, defines the function once, and does not hold the entry's hint."""
    assignment = KIT.assignment(name)
    for entry in (
        *bank.read_bank(find_course().hidden(name), bank.MISTAKES),
        *bank.read_bank(find_course().hidden(name), bank.VARIANTS),
    ):
        cells = [assignment.by_id[one] for one in assignment.exercise(entry.function).solution_cells]
        written = [solved_text(cell, (entry,)) for cell in cells]
        tops = [node for text in written for node in ast.parse(text).body]
        defined = [node for node in tops if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == entry.function]
        assert len(defined) == 1, entry.name
        assert entry.text not in " ".join(" ".join(written).split()), entry.name


def test_accidents_are_in_the_notebook(warmup, released):
    """A crash, a syntax error, a changed locked cell and a file cut short are what they are called."""
    answers = tuple(Answer(exercise.id, True) for exercise in warmup.exercises)
    made = {
        kind: notebook_text(SimulatedStudent("s", "A", "B", answers, kind), warmup, released)
        for kind in (CRASH, SYNTAX, TAMPER)
    }
    plain = texts(notebook_text(SimulatedStudent("s", "A", "B", answers), warmup, released))
    assert "os._exit" in made[CRASH]
    changed = {name: text for name, text in texts(made[SYNTAX]).items() if text != plain[name]}
    with pytest.raises(SyntaxError):
        ast.parse(*changed.values())
    (locked,) = [name for name, text in texts(made[TAMPER]).items() if text != plain[name]]
    assert warmup.by_id[locked].locked
    with pytest.raises(ValueError, match=r"Unterminated|Expecting|Invalid"):
        json.loads(notebook_text(SimulatedStudent("s", "A", "B", answers, CUT_SHORT), warmup, released))


def test_a_folder_with_something_else_is_left_alone(tmp_path, warmup):
    """Nobody's files are overwritten."""
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="no simulated class"):
        make_course(KIT, tmp_path, Simulation("warmup", 1, 0, NONE), draw_class(warmup, 1, 0, NONE))
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_simulated_class_is_graded_and_reported(tmp_path, warmup):
    """From drawing to report: solved, blank, tampered, unreadable and ungraded students come out as what they are."""
    solved = tuple(Answer(exercise.id, True) for exercise in warmup.exercises)
    blank = tuple(Answer(exercise.id, False) for exercise in warmup.exercises)
    known, unknown = (
        next(entry for entry in bank.read_bank(find_course().hidden("warmup"), bank.MISTAKES) if entry.name == name)
        for name in ("add_bias__multiplies", "standardize__missing_parentheses")
    )
    wrong = tuple(
        Answer(one.exercise, True, tuple(entry for entry in (known, unknown) if entry.function == one.exercise))
        for one in solved
    )
    students = (
        SimulatedStudent("sim001", "Ada", "Berg", solved, hours_late=3.0),
        SimulatedStudent("sim002", "Bo", "Berg", blank),
        SimulatedStudent("sim003", "Cy", "Berg", wrong),
        SimulatedStudent("sim004", "Di", "Berg", solved, TAMPER),
        SimulatedStudent("sim005", "Ed", "Berg", solved, CUT_SHORT),
        SimulatedStudent("sim006", "Flo", "Berg", solved, graded=False),
        SimulatedStudent("sim007", "Gil", "Berg", solved, CRASH),
    )
    course = make_course(KIT, tmp_path / "class", Simulation("warmup", 7, 0, NONE), students)
    done: list[str] = []
    run = ClassRun(course, "warmup", frozenset({unknown.name}), "auto", jobs=1)
    grade_class(run, [one.id for one in students if one.graded], done.append)
    results = gather(Course(tmp_path / "class"), "warmup")
    report = make_report(results)
    by_id = {one.id: one for one in results.students}
    assert sorted(done) == ["sim001", "sim002", "sim003", "sim004", "sim005", "sim007"]
    assert {one.status for one in by_id["sim001"].result.exercises} == {SOLVED}
    assert {one.status for one in by_id["sim002"].result.exercises} == {NOT_STARTED}
    assert [one.mistake for one in report.mistakes] == [known.name]
    assert [(one.function, one.students, one.specimen.student) for one in report.clusters] == [
        ("standardize", ("sim003",), "sim003")
    ]
    assert (by_id["sim004"].result.flags, by_id["sim005"].result.flags) == ((TAMPERED,), (UNREADABLE,))
    assert by_id["sim006"].result is None
    assert (by_id["sim007"].result.flags, by_id["sim007"].result.percent) == ((CRASHED,), 100.0)
    assert (by_id["sim001"].name, by_id["sim001"].seconds_late) == ("Ada Berg", 10800.0)


def test_the_commands_say_what_is_wrong(tmp_path):
    """An unknown assignment and a folder that is a file end with exit code 2 and one clear line."""
    runner = CliRunner()
    unknown = runner.invoke(main, ["report", "nothing", "--course", str(KIT.root)])
    (tmp_path / "file").touch()
    file = runner.invoke(
        main, ["simulate", "warmup", "--students", "1", "--into", str(tmp_path / "file"), "--course", str(KIT.root)]
    )
    assert (unknown.exit_code, file.exit_code) == (2, 2)
    assert "There is no assignment 'nothing'" in unknown.output and "is a file" in file.output
