"""Gradebooks of Canvas and Moodle: the assignment's column is filled, and every other byte is what it was."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.errors import UsageError
from autograder.lms.downloaded import lms_numbers
from autograder.lms.fill import Filled, FillOptions, fill
from autograder.lms.layout import CANVAS, KNOWN, MOODLE
from autograder.lms.table import read_table
from autograder.nbgrader_plugin.downloads import collect_names
from autograder.nbgrader_plugin.grades import DROPPED, EXCUSED, GRADED, NOT_SUBMITTED, REVIEW, UNGRADED, Grade

from . import exports

ASSIGNMENT = "one_hidden_layer"
CLASS = (
    Grade("jdoe", GRADED, 25.0, raw=20.0),
    Grade("zoneill", GRADED, 25.0, raw=16.7482, penalty=2.5, seconds_late=3600.0),
    Grade("rroe", UNGRADED, 25.0),
    Grade("aabsent", NOT_SUBMITTED, 25.0),
    Grade("iill", EXCUSED, 25.0),
    Grade("oother", GRADED, 25.0, raw=1.0),
    Grade("stranger", GRADED, 25.0, raw=2.0),
)


def filled(
    path: Path, data: str | bytes, system: str, grades: tuple[Grade, ...], options: FillOptions | None = None, **numbers: str
) -> Filled:
    """Write a gradebook to a file, and fill it; `numbers` are those of the LMS in the names of students' files."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return fill(read_table(path, KNOWN), system, ASSIGNMENT, grades, options or FillOptions(), numbers)


def column(data: bytes, name: str, delimiter: str = ",", encoding: str = "utf-8-sig") -> list[str]:
    """Return a column as any reader of CSV files reads it, without its header."""
    rows = list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=delimiter))
    return [row[rows[0].index(name)] for row in rows[1:]]


def shown(one: Filled, rows: tuple[int, ...]) -> list[str]:
    """Return students of the LMS as messages name them."""
    return [one.layout.shown(one.table.rows[row]) for row in rows]


def test_canvas_column_holds_grades_penalties_and_excuses(tmp_path: Path) -> None:
    """Who has a result has it, less a penalty; EX marks who is excused; everybody else keeps what stood there."""
    one = filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, CLASS)
    assert column(one.table.to_bytes(), "One hidden layer (402)") == [
        "Manual Posting", "25.00", "20", "14.2482", "12.00", "7.00", "EX", "N/A", "9.00", "1.00",
    ]  # fmt: skip
    assert (one.written, one.changed, one.late) == (3, ("jdoe",), 1)
    assert one.left == {UNGRADED: ["rroe"], NOT_SUBMITTED: ["aabsent"], "not assigned in the LMS": ["oother"]}


def test_everybody_unmatched_is_named_both_ways(tmp_path: Path) -> None:
    """Students whom the LMS does not know, and those whom only the LMS knows; the test student is nobody."""
    one = filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, CLASS)
    assert [grade.student for grade in one.matches.unknown] == ["stranger"]
    assert shown(one, one.matches.left) == ["Vic Visitor (vvisitor)"]


@pytest.mark.parametrize("system", [CANVAS, MOODLE])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("last_line_ends", [True, False])
def test_every_other_byte_stays(tmp_path: Path, system: str, ends: str, encoding: str, last_line_ends: bool) -> None:
    """Taking the filled cells out again gives the file back: mark, encoding, quotes, line ends, a last line without one."""
    text = {CANVAS: exports.CANVAS, MOODLE: exports.MOODLE}[system].replace("\r\n", "\n").replace("\n", ends)
    data = (text if last_line_ends else text.removesuffix(ends)).encode(encoding)
    one = filled(tmp_path / "g.csv", data, system, (replace(CLASS[0], raw=24.125),))
    after = one.table.to_bytes()
    assert after.replace("24.125".encode(one.table.encoding), "3.50".encode(one.table.encoding)) == data != after


def test_nobody_to_grade_changes_nothing(tmp_path: Path) -> None:
    """A class without results leaves the file as it is, and a grade that is there already is not written in another way."""
    one = filled(
        tmp_path / "c.csv", exports.CANVAS, CANVAS, (Grade("jdoe", GRADED, 25.0, raw=3.5), Grade("rroe", UNGRADED, 25.0))
    )
    assert one.table.to_bytes() == exports.CANVAS.encode() and not one.changed


def test_moodle_fills_the_real_column_alone(tmp_path: Path) -> None:
    """The percentage and the feedback keep what they say; who is excused has no mark in Moodle, and is left alone."""
    one = filled(tmp_path / "m.csv", exports.MOODLE, MOODLE, CLASS)
    after = one.table.to_bytes()
    assert column(after, "Assignment: One hidden layer (Real)") == ["20", "14.2482", "12.00", "7.00", "-"]
    assert column(after, "Assignment: One hidden layer (Feedback)")[0] == '=SUM(A1), "ok"'
    assert one.left[EXCUSED] == ["iill"]


def test_moodle_grading_worksheet_is_known(tmp_path: Path) -> None:
    """Its Grade column is filled, in its own points when asked; a grade that Moodle has locked stays."""
    one = filled(tmp_path / "w.csv", exports.WORKSHEET, MOODLE, (CLASS[0], Grade("rroe", GRADED, 25.0, raw=5.0)))
    assert column(one.table.to_bytes(), "Grade") == ["20", "55.00"] and one.other_points == 100.0
    assert one.left == {"locked in the LMS": ["rroe"]}
    one = filled(tmp_path / "w.csv", exports.WORKSHEET, MOODLE, CLASS[:1], FillOptions(scale=True))
    assert column(one.table.to_bytes(), "Grade") == ["80", "55.00"]


def test_semicolons_and_decimal_commas_are_kept(tmp_path: Path) -> None:
    """A file that a German spreadsheet reads gets its numbers as it writes them."""
    data = (
        "Student;ID;SIS Login ID;Section;One hidden layer (4);Final Score\nPoints Possible;;;;25,00;\nDoe, J;1;jdoe;A;;44,00\n"
    )
    one = filled(tmp_path / "c.csv", data, CANVAS, (Grade("jdoe", GRADED, 25.0, raw=16.75),))
    assert one.table.to_bytes().decode() == data.replace("A;;44", "A;16,75;44")


def test_waiting_and_missing_are_written_only_when_asked(tmp_path: Path) -> None:
    """A partial score and a zero are an instructor's choice."""
    grades = (Grade("jdoe", REVIEW, 25.0, raw=11.0), Grade("aabsent", NOT_SUBMITTED, 25.0))
    assert filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, grades).written == 0
    one = filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, grades, FillOptions(partial=True, zero_missing=True))
    assert column(one.table.to_bytes(), "One hidden layer (402)")[2:6] == ["11", "", "12.00", "0"]


@pytest.mark.parametrize(
    ("student", "row"),
    [
        (Grade("JDoe", GRADED, 25.0, raw=1.0), "jdoe"),
        (Grade("S-17", GRADED, 25.0, raw=1.0), "jdoe"),
        (Grade("9001", GRADED, 25.0, raw=1.0), "jdoe"),
        (Grade("zoneill@uni.edu", GRADED, 25.0, raw=1.0), "zoneill@uni.edu"),
        (Grade("u1", GRADED, 25.0, raw=1.0, email="Zoneill@Uni.edu"), "zoneill@uni.edu"),
        (Grade("u1", GRADED, 25.0, raw=1.0, email="jdoe@uni.edu"), "jdoe"),
        (Grade("u1", GRADED, 25.0, raw=1.0, lms_id="9001"), "jdoe"),
        (Grade("doejane_9001", GRADED, 25.0, raw=1.0), "jdoe"),
        (Grade("doejane", GRADED, 25.0, raw=1.0), "jdoe"),  # what zip_collect takes from Canvas's names
        (Grade("u1", GRADED, 25.0, raw=1.0, first_name="Jane", last_name="Doe"), "jdoe"),
    ],
    ids=lambda one: one.student if isinstance(one, Grade) else "",
)
def test_students_are_known_by_any_of_their_names(tmp_path: Path, student: Grade, row: str) -> None:
    """Id, login, email, the LMS's id and names all lead to the one row."""
    one = filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, (student,))
    assert [one.table.rows[at].value(3) for at in one.matches.rows] == [row]


def test_a_number_counts_in_one_column(tmp_path: Path) -> None:
    """Where the class is known by the university's numbers, Canvas's own number of somebody else is no match."""
    data = ("Student,ID,SIS User ID,SIS Login ID,Section,One hidden layer (4)\nPoints Possible,,,,,25\n"
            "A,1001,2001,a,S,\nB,1002,2002,b,S,\nC,2003,3003,c,S,\n")  # fmt: skip
    grades = tuple(Grade(name, GRADED, 25.0, raw=1.0) for name in ("2001", "2002", "2003"))
    one = filled(tmp_path / "c.csv", data, CANVAS, grades)
    assert column(one.table.to_bytes(), "One hidden layer (4)") == ["25", "1", "1", ""]
    assert [grade.student for grade in one.matches.unknown] == ["2003"]


@pytest.mark.parametrize("students", [("Jane Doe",), ("jdoe", "S-17"), ("jdoe", "doejane_9001"), ("twin",)])
def test_who_could_be_two_gets_nothing_written(tmp_path: Path, students: tuple[str, ...]) -> None:
    """One student for two rows, and two students for one row: all are named, and no cell is touched."""
    data = exports.CANVAS
    if len(students) == 1:
        data += '"Doe, Jane",9010,twin,jd2,A,,,,,\r\n"Moe, Max",9011,twin,mm,A,,,,,\r\n'
    one = filled(tmp_path / "c.csv", data, CANVAS, tuple(Grade(name, GRADED, 25.0, raw=1.0) for name in students))
    assert set(one.matches.ambiguous) == set(students) and not one.matches.rows
    assert one.table.to_bytes() == data.encode()


def test_a_sure_match_is_not_lost_to_a_name(tmp_path: Path) -> None:
    """Whoever takes another student's name gets no grade of hers, and costs her none."""
    grades = (Grade("jdoe", GRADED, 25.0, raw=20.0), Grade("Jane Doe", GRADED, 25.0, raw=1.0))
    one = filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, grades)
    assert column(one.table.to_bytes(), "One hidden layer (402)")[2] == "20"
    assert [grade.student for grade in one.matches.unknown] == ["Jane Doe"]


def test_dropped_students_are_no_news(tmp_path: Path) -> None:
    """Who has left the course is neither graded nor named as missing in the LMS."""
    one = filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, (CLASS[0], Grade("gone", DROPPED, 25.0, raw=3.0)))
    assert one.written == 1 and not one.matches.unknown


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("One hidden layer (1),One Hidden Layer (2)", "Several columns could be one_hidden_layer: 'One hidden layer (1)'"),
        ("Week 2: one hidden layer (1),Resit of one hidden layer (2)", "Several columns"),
        ("Deep network (1),Warmup (2)", "No column is called one_hidden_layer. Those that take grades: 'Deep network (1)'"),
    ],
)
def test_no_single_column_is_an_error_that_lists_them(tmp_path: Path, header: str, said: str) -> None:
    """Nothing is guessed: the columns are named, and --column says which."""
    data = f"Student,ID,SIS Login ID,Section,{header},Current Score\nPoints Possible,,,,25,25,(read only)\nDoe,1,jdoe,A,,,\n"
    with pytest.raises(UsageError, match=r"--column") as error:
        filled(tmp_path / "c.csv", data, CANVAS, CLASS)
    assert str(error.value).startswith(said) and "Current Score" not in str(error.value)
    second = header.split(",")[1]
    one = filled(tmp_path / "c.csv", data, CANVAS, CLASS, FillOptions(column=second))
    assert column(one.table.to_bytes(), second) == ["25", "20"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "an Excel workbook"),
        (b"<!DOCTYPE html><p>Log in", "a web page"),
        (b"", "no export of Canvas"),
        (b"name,score\nann,3\n", "no export of Canvas"),
        (b'Student,ID,SIS Login ID,Section\n"Doe, Jane,1,jdoe,A\n', "line 2: a quote is opened"),
        (exports.MOODLE.encode(), "--to moodle"),
    ],
)
def test_another_file_is_told_what_it_is(tmp_path: Path, data: bytes, said: str) -> None:
    """A workbook, a login page, an empty file, a table of something else, a broken one, and the other system's export."""
    with pytest.raises(UsageError, match=said):
        filled(tmp_path / "c.csv", data, CANVAS, CLASS)


def test_moodle_in_german_is_moodle(tmp_path: Path) -> None:
    """Its headers and locked grades are known; a number gets the comma that the file writes, in quotes where commas part."""
    grades = (Grade("jdoe", GRADED, 25.0, raw=16.75), Grade("rroe", GRADED, 25.0, raw=9.5))
    one = filled(tmp_path / "w.csv", exports.WORKSHEET_DE, MOODLE, grades)
    assert one.table.to_bytes().decode() == exports.WORKSHEET_DE.replace('abgegeben",,', 'abgegeben","16,75",')
    assert one.left == {"locked in the LMS": ["rroe"]} and one.other_points is None
    one = filled(tmp_path / "m.csv", exports.MOODLE_DE, MOODLE, grades)
    assert one.table.to_bytes().decode() == exports.MOODLE_DE.replace("de;-;", "de;16,75;").replace('"12,00"', '"9,5"')


@pytest.mark.parametrize(
    "student",
    [
        "17",  # the zeros in front were lost in a spreadsheet
        "0017",
        "Jo\u0308rg Doe",  # as an archive made on macOS writes it
        "doejo\u0308rg",
    ],
)
def test_what_a_spreadsheet_or_another_system_made_of_a_name_is_known(tmp_path: Path, student: str) -> None:
    """Numbers without their zeros, and umlauts of two signs, are the same student's."""
    one = filled(tmp_path / "m.csv", exports.MOODLE_DE, MOODLE, (Grade(student, GRADED, 25.0, raw=1.0),))
    assert column(one.table.to_bytes(), "Aufgabe:\u00a0One hidden layer (Punkte)", ";") == ["1", "12,00"]
    assert one.table.to_bytes() == exports.MOODLE_DE.replace("de;-;", "de;1;").encode()


def test_zeros_in_front_tell_two_students_apart(tmp_path: Path) -> None:
    """Where 0017 and 17 are two, each is found as it stands, and 017 is nobody for sure."""
    data = exports.MOODLE_DE + "Al;Absent;17;;;al@uni.de;-;-;-;1764400000\r\n"
    grades = tuple(Grade(name, GRADED, 25.0, raw=float(place)) for place, name in enumerate(("0017", "17"), 1))
    one = filled(tmp_path / "m.csv", data, MOODLE, grades)
    assert column(one.table.to_bytes(), "Aufgabe:\u00a0One hidden layer (Punkte)", ";") == ["1", "12,00", "2"]
    one = filled(tmp_path / "m.csv", data, MOODLE, (Grade("017", GRADED, 25.0, raw=1.0),))
    assert set(one.matches.ambiguous) == {"017"} and one.table.to_bytes() == data.encode()


@pytest.mark.parametrize(("sign", "first"), [(":", ""), ("\t", ""), (";", "sep=;\r\n")])
def test_every_separator_that_moodle_offers_is_known(tmp_path: Path, sign: str, first: str) -> None:
    """Also with the line in front that tells Excel of it."""
    rows = csv.reader(io.StringIO(exports.MOODLE, newline=""))
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign, lineterminator="\r\n").writerows(rows)
    one = filled(tmp_path / "m.csv", first + text.getvalue(), MOODLE, CLASS[:1])
    assert (
        one.written == 1
        and one.table.delimiter == sign
        and one.table.to_bytes().decode().startswith(first + "First name" + sign)
    )


def test_the_number_in_a_downloads_name_tells_whoever_it_is(tmp_path: Path) -> None:
    """Canvas and Moodle name files by numbers of their own, sure where names are not; another column's number is none."""
    student = (Grade("somebody", GRADED, 25.0, raw=1.0),)
    one = filled(tmp_path / "c.csv", exports.CANVAS, CANVAS, student, somebody="9003")
    assert column(one.table.to_bytes(), "One hidden layer (402)")[4] == "1" and not one.matches.by_name
    one = filled(tmp_path / "w.csv", exports.WORKSHEET_DE, MOODLE, student, somebody="501")
    assert column(one.table.to_bytes(), "Bewertung") == ["1", "5,50"]
    assert filled(tmp_path / "m.csv", exports.MOODLE_DE, MOODLE, student, somebody="0017").matches.rows == {}


def test_numbers_are_those_of_the_system_that_gave_them() -> None:
    """Brightspace's and Moodle's numbers say nothing to Canvas."""
    names = (
        "doejane_LATE_12_67890_one_hidden_layer.ipynb", "Rick Roe_13_assignsubmission_file_/one_hidden_layer.ipynb",
        "14-67890 - Al Absent - Oct 10, 2025 1234 PM/one_hidden_layer.ipynb", "alice_one_hidden_layer.ipynb",
    )  # fmt: skip
    downloads = {(one.student, one.notebook): one for one in collect_names(names, [ASSIGNMENT])[0]}
    assert len(downloads) == 4
    assert (lms_numbers(downloads, CANVAS), lms_numbers(downloads, MOODLE)) == ({"doejane": "12"}, {"Rick Roe": "13"})
