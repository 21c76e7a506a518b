"""Names of files as LMSs give them: whose each is, and which of several counts."""

from __future__ import annotations

import pytest

from autograder.nbgrader_plugin.downloads import collect_names, read_name

NOTEBOOKS = ("one_hidden_layer", "warmup")
NAMES = {
    "doejane_12345_67890_warmup.ipynb": ("doejane", "12345"),
    "doejane_LATE_12345_67890_one_hidden_layer-1.ipynb": ("doejane", "12345"),
    "submissions/Jane Doe_12345_assignsubmission_file_/warmup.ipynb": ("Jane Doe", "12345"),
    "Jane Doe_12345_assignsubmission_file_warmup.ipynb": ("Jane Doe", "12345"),
    "12345-67890 - Jane Doe - Oct 10, 2025 1234 PM/warmup.ipynb": ("Jane Doe", "12345"),
    "12345-67890 - Jane Doe- Oct 1, 2025 934 AM - warmup (1).ipynb": ("Jane Doe", "12345"),
    "12345-67890 - Jane Doe - 10 October, 2025 1234/warmup.ipynb": ("Jane Doe", "12345"),
    "12345-67890 - Jane Mary-Doe - 3. Okt. 2025 1234 - warmup.ipynb": ("Jane Mary-Doe", "12345"),
    "Warm up/Doe, Jane(jdoe)/Submission attachment(s)/warmup.ipynb": ("jdoe", None),
    "Doe, Jane (née Roe)(jdoe)/Submission attachment(s)/my hw/warmup-1.ipynb": ("jdoe", None),
    "Homework 1_jdoe_attempt_2025-10-10-12-34-56_warmup.ipynb": ("jdoe", None),
    "alice_warmup.ipynb": ("alice", None),
    "alice_one_hidden_layer (1).ipynb": ("alice", None),
    "mary_ann_warmup.ipynb": ("mary_ann", None),
    "alice/warmup.ipynb": ("alice", None),
    "warmup.ipynb": None,
    "alice_another.ipynb": None,
    # Canvas keeps an underscore in a name, and leaves the name out where work is graded without names
    "de_la_cruz_LATE_12345_67890_warmup.ipynb": ("de_la_cruz", "12345"),
    "anon_Ab1cD_67890_warmup-2.ipynb": ("anon_Ab1cD", None),
    "LATE_anon_Ab1cD_67890_warmup.ipynb": ("anon_Ab1cD", None),
    "müllerjörg_12345_67890_warmup.ipynb": ("müllerjörg", "12345"),
    "Ju\u0308rgen O'Neill_12345_assignsubmission_file_/warmup.ipynb": ("J\u00fcrgen O'Neill", "12345"),
    # downloaded by a student as (1), and numbered once more by Canvas
    "doejane_12345_67890_warmup (1)-2.ipynb": ("doejane", "12345"),
    "Homework_1_2_jdoe_attempt_2025-10-10-12-34-56_warmup.ipynb": ("jdoe", None),
    # folders of the instructor's own, named by a date
    "submissions_2025_11_30/alice_warmup.ipynb": ("alice", None),
    "homework_1_30_11_2025/alice/warmup.ipynb": ("alice", None),
    "doejane_12345_67890_lab_2_3/warmup.ipynb": ("doejane", "12345"),
    # archives that students handed in, unpacked into a folder of the archive's name
    "doejane_12345_67890_my work/one_hidden_layer.ipynb": ("doejane", "12345"),
    "doejane_12345_67890_hw/one_hidden_layer/one_hidden_layer.ipynb": ("doejane", "12345"),
    "alice/one_hidden_layer/one_hidden_layer.ipynb": ("alice", None),
    "all of them/alice/warmup.ipynb": ("alice", None),
    # what editors and archivers leave behind, and names that lead out of the folder of submissions
    "alice/.ipynb_checkpoints/warmup.ipynb": None,
    "__MACOSX/alice/warmup.ipynb": None,
    "alice/._warmup.ipynb": None,
    ".._12345_67890_warmup.ipynb": None,
    " . _12345_assignsubmission_file_/warmup.ipynb": None,
}
RENAMED = (
    "doejane_12345_67890_final version.ipynb", "doejane_12345_67890_hw/Untitled.ipynb",
    "Jane Doe_12345_assignsubmission_file_/Untitled1.ipynb", "Jane Doe_12345_assignsubmission_file_homework.ipynb",
    "12345-67890 - Jane Doe - Oct 10, 2025 1234 PM/hw.ipynb", "Homework 1_jdoe_attempt_2025-10-10-12-34-56_hw.ipynb",
    "Doe, Jane(jdoe)/Submission attachment(s)/Untitled.ipynb",
)  # fmt: skip


@pytest.mark.parametrize(("name", "wanted"), NAMES.items(), ids=NAMES.keys())
def test_the_student_is_known_by_the_files_name(name: str, wanted: tuple[str, str | None] | None) -> None:
    """Each system's way to name a download tells the student, and the number where there is one."""
    found = read_name(name, NOTEBOOKS)
    assert (found and (found.student, found.number or None)) == wanted


@pytest.mark.parametrize("name", RENAMED)
def test_a_renamed_file_is_the_assignments_where_it_has_one_notebook(name: str) -> None:
    """The system's part of the name says whose it is; with several notebooks nobody knows which one it is."""
    found = read_name(name, ["warmup"])
    assert (
        found is not None and found.renamed and found.notebook == "warmup" and found.student in ("doejane", "Jane Doe", "jdoe")
    )
    assert read_name(name, NOTEBOOKS) is None


@pytest.mark.parametrize(
    "names",
    [
        ("doejane_1_20_warmup.ipynb", "doejane_1_19_warmup-1.ipynb"),
        ("doejane_1_5_warmup-2.ipynb", "doejane_1_5_warmup.ipynb"),
        ("hw_jdoe_attempt_2025-10-11-00-00-00_warmup.ipynb", "hw_jdoe_attempt_2025-10-10-23-59-59_warmup (3).ipynb"),
        ("Jane_7_assignsubmission_file_/warmup.ipynb", "Jane_7_assignsubmission_file_/zz scratch.ipynb"),
        ("alice_warmup (1).ipynb", "alice/warmup.ipynb"),
    ],
)
def test_of_several_files_one_counts(names: tuple[str, str]) -> None:
    """The newest counts, and one of the right name before any other; nobody's collection stops over it."""
    for order in (names, names[::-1]):
        counting, passed_over = collect_names(order, ["warmup"])
        assert [one.name for one in counting] == [names[0]] and [one.name for one in passed_over] == [names[1]]


def test_two_students_of_one_name_are_two() -> None:
    """The system's number tells them apart, and both count."""
    counting, passed_over = collect_names(["doejane_1_5_warmup.ipynb", "doejane_2_6_warmup.ipynb"], ["warmup"])
    assert sorted(one.student for one in counting) == ["doejane_1", "doejane_2"] and not passed_over


SYSTEMS = {  # a student's own part of the name follows
    "Canvas": "mallory_12345_67890_", "Canvas, late": "mallory_LATE_12345_67890_", "Canvas, without names": "anon_Ab1cD_67890_",
    "Moodle": "mallory_12345_assignsubmission_file_", "Brightspace": "12345-67890 - mallory - Oct 10, 2025 1234 PM - ",
    "Blackboard": "Homework 1_mallory_attempt_2025-10-10-12-34-56_",
}  # fmt: skip
FORGED = (
    "doejane_12345_67891_warmup.ipynb", "x_doejane_attempt_2030-01-01-00-00-00_warmup.ipynb", "doejane_warmup.ipynb",
    "doejane_attempt_2030-01-01-00-00-00_warmup.ipynb", "doejane_12345_assignsubmission_file_warmup.ipynb",
    "12345-67890 - doejane - Oct 10, 2025 1234 PM - warmup.ipynb", "anon_doejane_67890_warmup.ipynb",
    "12345-67890 - doejane - 10 October, 2025 1234 - warmup.ipynb",
)  # fmt: skip


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("archive", [False, True])
def test_a_name_that_a_student_chose_is_nobody_elses(system: str, forged: str, archive: bool) -> None:
    """Else a file called as another system would call a classmate's takes the place of the classmate's work."""
    name = SYSTEMS[system] + (f"{forged.removesuffix('.ipynb')}/doejane_1_2_warmup.ipynb" if archive else forged)
    wanted = "anon_Ab1cD" if "anon_Ab" in name else "mallory"
    for others in ([], [SYSTEMS[system].replace("mallory", f"student{n}") + "warmup.ipynb" for n in range(3)]):
        counting, passed_over = collect_names([name, *others], ["warmup"])
        assert name not in {one.name for one in (*counting, *passed_over) if one.student.partition("_1")[0] != wanted}
        assert all("doejane" not in one.student for one in counting)


def test_a_small_system_is_known_by_most_of_its_names() -> None:
    """Two short numbers in one name may be anything's; in most names of a download they are Canvas's."""
    forged = "mallory_12_34_x_doejane_attempt_2030-01-01-00-00-00_warmup.ipynb"
    counting, _ = collect_names([forged, "doejane_13_35_warmup.ipynb", "ann_14_36_warmup.ipynb"], ["warmup"])
    assert sorted(one.student for one in counting) == ["ann", "doejane", "mallory"]


@pytest.mark.parametrize("forged", ["doejane_warmup (9).ipynb", *FORGED])
@pytest.mark.parametrize("folder", ["all/zoe", "zoe", "aaron/deep/er"])
def test_a_folder_of_ones_own_comes_before_a_file_in_anothers(forged: str, folder: str) -> None:
    """Where students' folders are collected, each can put any name into the own one."""
    honest = ["doejane/warmup.ipynb", "anon_doejane/warmup.ipynb", "zoe/warmup.ipynb", "aaron/warmup.ipynb"]
    counting, _ = collect_names([f"{folder}/{forged}", *honest], ["warmup"])
    assert set(honest) <= {one.name for one in counting}


@pytest.mark.parametrize("system", ["mallory_12345_67890_hw", "Mal(mallory)/Submission attachment(s)/hw", "mallory"])
def test_sakais_folders_in_a_students_archive_are_the_students(system: str) -> None:
    """Who packs another student's folder into an archive hands in nothing in her place."""
    honest = ["doejane/warmup.ipynb", "Warm up/Roe, Rick(rroe)/Submission attachment(s)/warmup.ipynb"]
    counting, _ = collect_names([f"{system}/Doe, Jane(doejane)/Submission attachment(s)/warmup.ipynb", *honest], ["warmup"])
    assert {one.name for one in counting if one.student in ("doejane", "rroe")} == set(honest)
